/* Entering a delivery. */
#include "config.h"

#include "sedia-delivery-editor.h"

#include "sedia-delivery-head.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-parts.h"
#include "sedia-delivery-served.h"
#include "sedia-typed-delivery.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveryEditor
{
  SediaEditor parent_instance;

  SediaTypedDelivery *delivery; /* not owned: the editor does */
  SediaDeliveryHead *head;
  SediaDeliveryServed *served;
};

static const SediaEditorTexts texts = {
  .title = N_("New Delivery"),
  .back = N_("Back to the deliveries"),
  .book = N_("_Receive"),
  .book_tooltip = N_("Book the delivery (Ctrl+Enter)"),
  .anyway = N_("Receive Anyway"),
  .detail = N_("Who Gets What"),
  .lines = N_("Lines of the delivery"),
  .first_line = N_("Scan the first carton, or type a product below."),
  .nothing = N_("There is nothing to receive yet: scan or type what arrived."),
};

G_DEFINE_FINAL_TYPE (SediaDeliveryEditor, sedia_delivery_editor, SEDIA_TYPE_EDITOR)

static gpointer
dup_receive_args (SediaDocument *document,
                  gint64         draft_id)
{
  SediaTypedDelivery *delivery = SEDIA_TYPED_DELIVERY (document);
  SediaReceiveArgs *args = g_new0 (SediaReceiveArgs, 1);

  args->supplier_id = sedia_typed_delivery_get_supplier_id (delivery);
  args->note_number = g_strstrip (g_strdup (sedia_typed_delivery_get_note_number (delivery)));
  args->lines = sedia_typed_lines_dup_amounts (sedia_document_get_lines (document));
  args->draft_id = draft_id;
  args->purchase_id = sedia_typed_delivery_get_purchase_id (delivery);

  return args;
}

static const SediaBookerFuncs booker = {
  .kind = "delivery-receive",
  .job = sedia_delivery_receive_job,
  .dup_args = dup_receive_args,
  .args_free = (GDestroyNotify) sedia_receive_args_free,
};

/* Without a line there is something to say only of a purchase: what is still to come. */
static gpointer
dup_preview_args (SediaDocument *document)
{
  SediaTypedDelivery *delivery = SEDIA_TYPED_DELIVERY (document);
  g_autoptr (SediaDeliveryPreviewArgs) args = g_new0 (SediaDeliveryPreviewArgs, 1);

  args->purchase_id = sedia_typed_delivery_get_purchase_id (delivery);
  args->amounts = sedia_typed_lines_dup_amounts (sedia_document_get_lines (document));

  return args->amounts->len > 0 || args->purchase_id != 0 ? g_steal_pointer (&args) : NULL;
}

static const SediaPreviewerFuncs previewer = {
  .job = sedia_delivery_preview_job,
  .dup_args = dup_preview_args,
  .args_free = (GDestroyNotify) sedia_delivery_preview_args_free,
  .result_free = (GDestroyNotify) sedia_delivery_preview_free,
};

static void
sedia_delivery_editor_bind (SediaEditor   *editor,
                            SediaDocument *document)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (editor);

  self->delivery = SEDIA_TYPED_DELIVERY (document);
  sedia_delivery_head_set_delivery (self->head, self->delivery);
}

static void
sedia_delivery_editor_set_store (SediaEditor *editor,
                                 SediaStore  *store)
{
  sedia_delivery_head_set_store (SEDIA_DELIVERY_EDITOR (editor)->head, store);
}

static void
sedia_delivery_editor_show (SediaEditor *editor)
{
  sedia_delivery_head_fill (SEDIA_DELIVERY_EDITOR (editor)->head);
}

static void
sedia_delivery_editor_previewed (SediaEditor *editor,
                                 gpointer     preview,
                                 const char  *problem)
{
  const SediaDeliveryPreview *would = preview;
  g_autofree char *sentence = NULL;

  if (would != NULL && would->delivery != NULL)
    sentence = sedia_delivery_preview_sentence (would->delivery);
  else if (problem == NULL)
    sentence = g_strdup (_("Shows here, while you type, which customers it is for."));

  sedia_delivery_served_show (SEDIA_DELIVERY_EDITOR (editor)->served,
                              would != NULL ? would->delivery : NULL,
                              would != NULL ? would->purchase_id : 0,
                              would != NULL ? would->differences : NULL,
                              sentence != NULL ? sentence : problem);
}

static void
head_checked_cb (gpointer data,
                 gboolean is_fine)
{
  SediaDeliveryEditor *self = SEDIA_DELIVERY_EDITOR (data);

  sedia_editor_checked (SEDIA_EDITOR (self),
                        is_fine ? NULL
                                : _("Nobody is known by that name: add the supplier, or correct "
                                    "the name."));
  if (!is_fine)
    sedia_delivery_head_focus_problem (self->head);
}

static void
sedia_delivery_editor_check (SediaEditor *editor)
{
  sedia_delivery_head_check (SEDIA_DELIVERY_EDITOR (editor)->head, head_checked_cb, editor);
}

static gboolean
sedia_delivery_editor_takes (SediaEditor *editor,
                             SediaBurst  *burst)
{
  return sedia_delivery_head_takes (SEDIA_DELIVERY_EDITOR (editor)->head, burst);
}

/* What did not come stays on its way, and the purchase is where that can be closed. */
static void
say_short (const SediaReceipt *read,
           SediaEditorReceipt *receipt)
{
  g_autofree char *served = g_steal_pointer (&receipt->sentence);
  g_autofree char *rest = NULL;

  rest = g_strdup_printf (ngettext ("%u line of purchase %" PRId64 " is still to come",
                                    "%u lines of purchase %" PRId64 " are still to come",
                                    read->n_short), read->n_short, read->purchase_id);
  /* Translators: "Received", "1 line of purchase 12 is still to come" */
  receipt->sentence = g_strdup_printf (_("%s; %s"), served, rest);
  receipt->show_action = g_strdup_printf ("win.open((%d, int64 %" PRId64 "))",
                                          (int) SEDIA_KIND_PURCHASE, read->purchase_id);
}

static void
sedia_delivery_editor_read_receipt (SediaEditor        *editor,
                                    const char         *text,
                                    SediaEditorReceipt *receipt)
{
  SediaReceipt read;

  if (!sedia_receipt_read (&read, text))
    g_warning ("a receipt that cannot be read: %s", text);

  receipt->document_id = read.delivery_id;
  receipt->operation_id = read.operation_id;
  receipt->sentence = sedia_received_sentence (&read.summary);
  if (read.n_short > 0)
    say_short (&read, receipt);
  else if (read.summary.lines > 0)
    receipt->show_action = g_strdup_printf ("app.show-orders(int64 %" G_GINT64_FORMAT ")",
                                            read.operation_id);
}

static void
head_done_cb (SediaDeliveryEditor *self)
{
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}

static void
sedia_delivery_editor_class_init (SediaDeliveryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaEditorClass *editor_class = SEDIA_EDITOR_CLASS (klass);

  editor_class->texts = &texts;
  editor_class->document_type = SEDIA_TYPE_TYPED_DELIVERY;
  editor_class->booker = &booker;
  editor_class->previewer = &previewer;
  editor_class->bind = sedia_delivery_editor_bind;
  editor_class->set_store = sedia_delivery_editor_set_store;
  editor_class->show = sedia_delivery_editor_show;
  editor_class->previewed = sedia_delivery_editor_previewed;
  editor_class->check = sedia_delivery_editor_check;
  editor_class->takes = sedia_delivery_editor_takes;
  editor_class->read_receipt = sedia_delivery_editor_read_receipt;

  g_type_ensure (SEDIA_TYPE_DELIVERY_HEAD);
  g_type_ensure (SEDIA_TYPE_DELIVERY_SERVED);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, head);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryEditor, served);
  gtk_widget_class_bind_template_callback (widget_class, head_done_cb);
}

static void
sedia_delivery_editor_init (SediaDeliveryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_delivery_editor_begin_for:
 * @self: an editor with a store
 * @purchase: what is arriving
 *
 * A new delivery of the purchase. Nothing is typed yet: what is there is scanned, or filled in with
 * one press. What was in the editor before is kept as a draft.
 */
void
sedia_delivery_editor_begin_for (SediaDeliveryEditor *self,
                                 const SediaPurchase *purchase)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_EDITOR (self));
  g_return_if_fail (purchase != NULL);

  sedia_editor_begin (SEDIA_EDITOR (self));
  sedia_typed_delivery_set_purchase (self->delivery, purchase);
  sedia_delivery_head_fill (self->head);
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}
