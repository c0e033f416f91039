/* A question in a dialog of its own. */
#include "config.h"

#include "sedia-ask.h"

#include "sedia-accessible.h"

/* Who asked, until the answer. */
typedef struct
{
  GWeakRef widget;
  SediaAnswerFunc answered;
  gpointer data;
  GDestroyNotify data_free;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  if (asking->data_free != NULL)
    asking->data_free (asking->data);
  g_weak_ref_clear (&asking->widget);
  g_free (asking);
}

static void
response_cb (GtkDialog *dialog,
             int        response,
             gpointer   data)
{
  Asking *asking = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&asking->widget);

  /* The answer may close the window this one stands over, which GTK 4.8 does not notice while the
   * dialog is still speaking. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (widget != NULL)
    asking->answered (widget, response == GTK_RESPONSE_ACCEPT, asking->data);
}

/**
 * sedia_ask:
 * @widget: who asks
 * @question: what
 * @answered: told the answer
 * @data: for @answered
 * @data_free: (nullable): frees @data afterwards
 *
 * Asks in a dialog over the window @widget is in.
 */
void
sedia_ask (GtkWidget           *widget,
           const SediaQuestion *question,
           SediaAnswerFunc      answered,
           gpointer             data,
           GDestroyNotify       data_free)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *dialog;
  GtkWidget *yes;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (question != NULL && answered != NULL);

  dialog = gtk_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", question->title);
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", question->text);
  gtk_window_set_title (GTK_WINDOW (dialog), question->title);
  gtk_dialog_add_button (GTK_DIALOG (dialog), question->no, GTK_RESPONSE_CANCEL);
  yes = gtk_dialog_add_button (GTK_DIALOG (dialog), question->yes, GTK_RESPONSE_ACCEPT);
  if (question->is_destructive)
    gtk_widget_add_css_class (yes, "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog),
                                   question->is_careful || question->is_destructive
                                     ? GTK_RESPONSE_CANCEL
                                     : GTK_RESPONSE_ACCEPT);

  sedia_accessible_drop_underlines (dialog);

  asking->answered = answered;
  asking->data = data;
  asking->data_free = data_free;
  g_weak_ref_init (&asking->widget, widget);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free,
                         G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}
