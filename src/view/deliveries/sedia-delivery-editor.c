/* Entering a delivery, from the first scan to Receive.
 *
 *   form --changed--> saver: draft in the store          (after 300 ms)
 *                +--> preview: who would get what        (after 120 ms, only the last one counts)
 *   keys --burst----> lines
 *   Receive --> head checked --> draft saved --> one transaction --> received
 *                    |                               +-> the sentence, here; the draft is still
 * there
 *                    +-> the field that needs another look
 */
#include "config.h"

#include "sedia-delivery-editor.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-bar.h"
#include "sedia-delivery-discard.h"
#include "sedia-delivery-form.h"
#include "sedia-delivery-head.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-previewer.h"
#include "sedia-delivery-receiver.h"
#include "sedia-delivery-restore.h"
#include "sedia-delivery-saver.h"
#include "sedia-delivery-served.h"
#include "sedia-lines-editor.h"
#include "sedia-split.h"
#include "sedia-template.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

struct _SediaDeliveryEditor
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaDeliveryForm *form;
  SediaDeliverySaver *saver;
  SediaDeliveryPreviewer *previewer;
  SediaDeliveryReceiver *receiver;
  SediaScanner *scanner;
  gboolean is_receiving;
  gboolean goes_on_anyway;

  GtkLabel *state;
  GtkSpinner *spinner;
  GtkWidget *problem;
  GtkLabel *problem_sentence;
  GtkWidget *anyway;
  SediaSplit *split;
  SediaDeliveryHead *head;
  SediaLinesEditor *lines;
  SediaDeliveryServed *served;
};

enum
{
  CLOSED,
  RECEIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryEditor, sedia_delivery_editor, GTK_TYPE_WIDGET)

/* ---- what went wrong, where it happened */

static void
hide_problem (SediaDeliveryEditor *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
show_problem (SediaDeliveryEditor *self,
              const char          *sentence,
              gboolean             can_go_on)
{
  gtk_label_set_label (self->problem_sentence, sentence);
  gtk_widget_set_visible (self->anyway, can_go_on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.receive-anyway", can_go_on);
  gtk_widget_set_visible (self->problem, TRUE);
  if (can_go_on)
    gtk_widget_grab_focus (self->anyway);
}

static void
problem_close_cb (SediaDeliveryEditor *self)
{
  hide_problem (self);
  sedia_lines_editor_focus_field (self->lines);
}

static void
save_failed_cb (SediaDeliveryEditor *self,
                const GError        *error)
{
  show_problem (self, error->message, FALSE);
}

static void
saver_state_cb (SediaDeliveryEditor *self)
{
  gtk_label_set_label (self->state, sedia_delivery_saver_get_state (self->saver));
}

static void
previewed_cb (SediaDeliveryEditor *self,
              const SediaDelivery *preview,
              const char          *sentence)
{
  sedia_delivery_served_show (self->served, preview, sentence);
}

/* ---- receiving */

static void
update_actions (SediaDeliveryEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.receive", !self->is_receiving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.discard",
                                 !self->is_receiving &&
                                   !sedia_delivery_form_is_empty (self->form));
}

static void
form_changed_cb (SediaDeliveryEditor *self)
{
  hide_problem (self);
  update_actions (self);
}

static void
set_receiving (SediaDeliveryEditor *self,
               gboolean             is_receiving)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A field must not have the focus when it becomes insensitive. */
  if (is_receiving && root != NULL)
    gtk_root_set_focus (root, NULL);

  self->is_receiving = is_receiving;
  update_actions (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->split), !is_receiving);
  gtk_spinner_set_spinning (self->spinner, is_receiving);
}

static void
tell_received (SediaDeliveryEditor *self,
               const SediaReceipt  *receipt)
{
  g_autofree char *sentence = sedia_received_sentence (&receipt->summary);
  g_autofree char *action =
    g_strdup_printf ("app.show-orders(int64 %" G_GINT64_FORMAT ")", receipt->operation_id);
  SediaBar *bar = sedia_bar_of (GTK_WIDGET (self));

  if (bar == NULL)
    return;

  sedia_bar_say (bar, SEDIA_BAR_DONE, sentence);
  sedia_bar_offer_undo (bar, _("Undo"), receipt->operation_id);
  if (receipt->summary.lines > 0)
    sedia_bar_offer_show (bar, _("Show"), action);
}

static void
received_cb (SediaDeliveryEditor *self,
             const SediaReceipt  *receipt)
{
  set_receiving (self, FALSE);
  sedia_delivery_saver_stop (self->saver);
  sedia_delivery_form_clear (self->form);
  tell_received (self, receipt);
  g_signal_emit (self, signals[RECEIVED], 0, receipt->delivery_id);
}

static void
receive_failed_cb (SediaDeliveryEditor *self,
                   const GError        *error)
{
  set_receiving (self, FALSE);
  sedia_lines_editor_focus_field (self->lines);
  show_problem (self, error->message, g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM));
}

static void
head_checked_cb (gpointer data,
                 gboolean is_fine)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (data);

  if (is_fine)
    {
      sedia_delivery_receiver_receive (self->receiver, self->goes_on_anyway);
      return;
    }

  set_receiving (self, FALSE);
  show_problem (self, _("Nobody is known by that name: add the supplier, or correct the name."),
                FALSE);
  sedia_delivery_head_focus_problem (self->head);
}

/* Whether every line can be received; if not, says so and puts the keyboard on the first that
 * cannot.
 */
static gboolean
check_lines (SediaDeliveryEditor *self)
{
  guint n_doubts;
  SediaTypedLine *first = sedia_delivery_form_first_doubt (self->form, &n_doubts);
  g_autofree char *sentence = NULL;

  if (sedia_delivery_form_get_n_lines (self->form) == 0)
    {
      show_problem (self, _("There is nothing to receive yet: scan or type what arrived."), FALSE);
      sedia_lines_editor_focus_field (self->lines);
      return FALSE;
    }

  if (first == NULL)
    return TRUE;

  sentence = g_strdup_printf (ngettext ("%u line needs another look before it can be received.",
                                        "%u lines need another look before they can be received.",
                                        n_doubts),
                              n_doubts);
  show_problem (self, sentence, FALSE);
  sedia_lines_editor_focus_entry (self->lines, first);

  return FALSE;
}

static void
receive (SediaDeliveryEditor *self,
         gboolean             anyway)
{
  if (self->store == NULL || self->is_receiving || !check_lines (self))
    return;

  hide_problem (self);
  self->goes_on_anyway = anyway;
  set_receiving (self, TRUE);
  sedia_delivery_head_check (self->head, head_checked_cb, self);
}

static void
receive_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  receive (SEDIA_DELIVERY_EDITOR (widget), FALSE);
}

static void
receive_anyway_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  receive (SEDIA_DELIVERY_EDITOR (widget), TRUE);
}

/* ---- leaving */

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (widget);

  if (self->is_receiving)
    return;
  if (sedia_split_get_folded (self->split) && sedia_split_get_detail_shown (self->split))
    {
      sedia_split_set_detail_shown (self->split, FALSE);
      return;
    }

  sedia_delivery_saver_flush (self->saver);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
discard (SediaDeliveryEditor *self)
{
  gint64 draft_id = sedia_delivery_saver_get_draft_id (self->saver);

  sedia_delivery_saver_stop (self->saver);
  sedia_delivery_form_clear (self->form);
  if (draft_id != 0 && self->store != NULL)
    sedia_delivery_discard (GTK_WIDGET (self), self->store, draft_id);

  g_signal_emit (self, signals[CLOSED], 0);
}

static void
discard_saved_cb (gpointer data)
{
  discard (SEDIA_DELIVERY_EDITOR (data));
}

static void
discard_answered (GtkWidget *widget,
                  gboolean   is_yes,
                  gpointer   data)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (widget);

  if (is_yes)
    sedia_delivery_saver_when_saved (self->saver, discard_saved_cb, self);
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (widget);

  if (!sedia_delivery_form_is_empty (self->form))
    sedia_delivery_ask_discard (widget, discard_answered);
}

static void
put_back_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  sedia_lines_editor_put_back (SEDIA_DELIVERY_EDITOR (widget)->lines);
}

/* ---- children */

static void
head_done_cb (SediaDeliveryEditor *self)
{
  sedia_lines_editor_focus_field (self->lines);
}

static void
who_clicked_cb (SediaDeliveryEditor *self)
{
  sedia_split_set_detail_shown (self->split, TRUE);
}

static void
burst_cb (SediaDeliveryEditor *self,
          SediaBurst          *burst)
{
  sedia_lines_editor_scan (self->lines, burst,
                           sedia_delivery_head_takes (self->head, burst));
}

static gboolean
sedia_delivery_editor_grab_focus (GtkWidget *widget)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (widget);

  if (*sedia_delivery_form_get_supplier (self->form) != '\0')
    return gtk_widget_grab_focus (GTK_WIDGET (self->lines));

  return gtk_widget_grab_focus (GTK_WIDGET (self->head));
}

static void
sedia_delivery_editor_dispose (GObject *object)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (object);

  if (self->form != NULL)
    {
      sedia_delivery_editor_set_store (self, NULL);
      sedia_delivery_saver_stop (self->saver);
    }
  g_clear_object (&self->scanner);
  g_clear_object (&self->previewer);
  g_clear_object (&self->receiver);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_DELIVERY_EDITOR);
  g_clear_object (&self->saver);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (sedia_delivery_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.receive", NULL, receive_action);
  gtk_widget_class_install_action (widget_class, "page.receive-anyway", NULL,
                                   receive_anyway_action);
  gtk_widget_class_install_action (widget_class, "page.close-editor", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "page.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "page.put-back", NULL, put_back_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "page.receive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "page.receive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-editor", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "page.put-back", NULL);
}

static void
sedia_delivery_editor_class_init (SediaDeliveryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_DELIVERY_EDITOR;

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_editor_dispose;
  widget_class->grab_focus = sedia_delivery_editor_grab_focus;

  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[RECEIVED] = g_signal_new ("received", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (SEDIA_TYPE_DELIVERY_HEAD);
  g_type_ensure (SEDIA_TYPE_LINES_EDITOR);
  g_type_ensure (SEDIA_TYPE_DELIVERY_SERVED);
  g_type_ensure (SEDIA_TYPE_SPLIT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, state);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, spinner);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, problem_sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, anyway);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, split);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, head);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, lines);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, served);
  gtk_widget_class_bind_template_callback (widget_class, problem_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_clicked_cb);
  install_actions (widget_class);
}

static void
sedia_delivery_editor_init (SediaDeliveryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));

  self->form = sedia_delivery_form_new ();
  self->saver = sedia_delivery_saver_new (self->form);
  self->previewer = sedia_delivery_previewer_new (self->form);
  self->receiver = sedia_delivery_receiver_new (self->form, self->saver);
  self->scanner = sedia_scanner_new (GTK_WIDGET (self));

  sedia_delivery_head_set_form (self->head, self->form);
  sedia_lines_editor_set_form (self->lines, self->form);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::state", G_CALLBACK (saver_state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (save_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->previewer, "previewed", G_CALLBACK (previewed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->receiver, "received", G_CALLBACK (received_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->receiver, "failed", G_CALLBACK (receive_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_delivery_editor_set_store:
 * @self: an editor
 * @store: (nullable): the shop's records
 *
 * Sets where drafts are kept and deliveries received. What is unsaved goes to the store that is
 * left.
 */
void
sedia_delivery_editor_set_store (SediaDeliveryEditor *self,
                                 SediaStore          *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_EDITOR (self));

  if (self->store == store)
    return;

  sedia_delivery_saver_set_store (self->saver, store);
  sedia_delivery_previewer_set_store (self->previewer, store);
  sedia_delivery_receiver_set_store (self->receiver, store);
  sedia_delivery_head_set_store (self->head, store);
  sedia_lines_editor_set_store (self->lines, store);
  g_set_object (&self->store, store);
}

static void
show_form (SediaDeliveryEditor *self,
           gint64               draft_id)
{
  sedia_delivery_saver_start (self->saver, draft_id);
  sedia_delivery_head_fill (self->head);
  hide_problem (self);
  set_receiving (self, FALSE);
  sedia_split_set_detail_shown (self->split, FALSE);
  sedia_delivery_previewer_refresh (self->previewer);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * sedia_delivery_editor_begin:
 * @self: an editor
 *
 * A new delivery. What was in the editor before is kept as a draft.
 */
void
sedia_delivery_editor_begin (SediaDeliveryEditor *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_EDITOR (self));

  sedia_delivery_saver_flush (self->saver);
  sedia_delivery_saver_stop (self->saver);
  sedia_delivery_form_clear (self->form);
  show_form (self, 0);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaDeliveryEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaOpenedDraft) opened = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (self->store == NULL)
    return;

  if (opened == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }

  sedia_delivery_restore (self->form, opened);
  show_form (self, opened->draft->id);
}

/**
 * sedia_delivery_editor_open:
 * @self: an editor
 * @draft_id: a draft
 *
 * Goes on with a draft. What was in the editor before is kept as a draft of its own.
 */
void
sedia_delivery_editor_open (SediaDeliveryEditor *self,
                            gint64               draft_id)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_EDITOR (self));
  g_return_if_fail (SEDIA_IS_STORE (self->store));

  if (draft_id == sedia_delivery_saver_get_draft_id (self->saver))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }

  sedia_delivery_saver_flush (self->saver);
  sedia_delivery_saver_stop (self->saver);
  sedia_store_read_async (self->store, sedia_draft_open_job, sedia_id_new (draft_id), g_free,
                          (GDestroyNotify) sedia_opened_draft_free, NULL, opened_cb,
                          g_object_ref (self));
}

/**
 * sedia_delivery_editor_get_draft_id:
 * @self: an editor
 *
 * Returns: the draft that is open, 0 for none
 */
gint64
sedia_delivery_editor_get_draft_id (SediaDeliveryEditor *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_EDITOR (self), 0);

  return sedia_delivery_saver_get_draft_id (self->saver);
}
