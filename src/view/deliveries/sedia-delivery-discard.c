/* The question before a draft is thrown away, and the deed. */
#include "config.h"

#include "sedia-delivery-discard.h"

#include "sedia-act.h"
#include "sedia-delivery-jobs.h"

#include <glib/gi18n.h>

/* Who asked, until the answer. */
typedef struct
{
  GWeakRef widget;
  SediaDiscardFunc func;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  g_weak_ref_clear (&asking->widget);
  g_free (asking);
}

static void
answered_cb (GtkDialog *dialog,
             int        response,
             gpointer   data)
{
  Asking *asking = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&asking->widget);
  SediaDiscardFunc func = asking->func;

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT && widget != NULL)
    func (widget);
}

/**
 * sedia_delivery_ask_discard:
 * @widget: who asks
 * @func: what to do after a yes
 *
 * Asks in a dialog whether a draft shall be thrown away.
 */
void
sedia_delivery_ask_discard (GtkWidget        *widget,
                            SediaDiscardFunc  func)
{
  GtkRoot *root;
  GtkWidget *dialog;
  GtkWidget *button;
  Asking *asking;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  root = gtk_widget_get_root (widget);
  dialog = gtk_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s",
                                   _("Discard this delivery?"));
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), "%s",
    _("What was typed is thrown away and cannot be brought back. Stock does not change."));
  gtk_window_set_title (GTK_WINDOW (dialog), _("Discard this delivery?"));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Keep"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Discard"), GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);

  asking = g_new0 (Asking, 1);
  g_weak_ref_init (&asking->widget, widget);
  asking->func = func;
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free,
                         G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (sedia_store_finish (SEDIA_STORE (source), result, &error) == NULL)
    sedia_act_say_error (widget, error);
}

/**
 * sedia_delivery_discard:
 * @widget: who wants it; its window's bar says when it cannot be done
 * @store: where the draft is
 * @draft_id: the draft
 *
 * Throws a draft away.
 */
void
sedia_delivery_discard (GtkWidget  *widget,
                        SediaStore *store,
                        gint64      draft_id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SEDIA_IS_STORE (store));

  sedia_store_note_async (store, sedia_draft_discard_job, sedia_id_new (draft_id), g_free, NULL,
                          discarded_cb, g_object_ref (widget));
}
