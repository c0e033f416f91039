/* Entering a purchase. */
#include "config.h"

#include "sedia-purchase-editor.h"

#include "sedia-format.h"
#include "sedia-purchase-head.h"
#include "sedia-purchase-side.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaPurchaseEditor
{
  SediaEditor parent_instance;

  SediaTypedPurchase *purchase; /* not owned: the editor does */
  SediaPurchaseHead *head;
  SediaPurchaseSide *side;
};

static const SediaEditorTexts texts = {
  .title = N_("New Purchase"),
  .back = N_("Back to the purchases"),
  .book = N_("_Order"),
  .book_tooltip = N_("It is ordered: from now on it is on its way (Ctrl+Enter)"),
  .second = N_("_Keep as Draft"),
  .second_tooltip = N_("Write it down; nothing is on its way yet (Ctrl+Shift+Enter)"),
  .anyway = N_("Order Anyway"),
  .detail = N_("What It Comes To"),
  .lines = N_("Lines of the purchase"),
  .first_line = N_("Scan the first product, or type it below."),
  .nothing = N_("There is nothing in the purchase yet: scan or type what you need."),
};

G_DEFINE_FINAL_TYPE (SediaPurchaseEditor, sedia_purchase_editor, SEDIA_TYPE_EDITOR)

static SediaPurchaseArgs *
args_new (SediaTypedPurchase *purchase,
          gint64              draft_id)
{
  SediaPurchaseArgs *args = g_new0 (SediaPurchaseArgs, 1);
  const char *supplier = sedia_typed_purchase_get_text (purchase, SEDIA_PURCHASE_SUPPLIER);
  const char *note = sedia_typed_purchase_get_text (purchase, SEDIA_PURCHASE_NOTE);

  args->purchase_id = sedia_typed_purchase_get_purchase_id (purchase);
  args->supplier = g_strstrip (g_strdup (supplier));
  args->note = g_strstrip (g_strdup (note));
  args->draft = (SediaPurchaseDraft) {
    .supplier_id = sedia_typed_purchase_get_supplier_id (purchase),
    .is_draft = sedia_typed_purchase_get_stays_draft (purchase),
    .note = args->note,
    .lines = sedia_typed_purchase_dup_lines (purchase),
    .draft_id = draft_id,
  };
  if (!sedia_typed_purchase_read_expected (purchase, &args->draft.expected, NULL))
    args->draft.expected = SEDIA_NO_DAY; /* the head is looked at before anything is entered */

  return args;
}

/* ---- entering */

static gpointer
dup_enter_args (SediaDocument *document,
                gint64         draft_id)
{
  return args_new (SEDIA_TYPED_PURCHASE (document), draft_id);
}

static const char *
get_kind (SediaDocument *document)
{
  return sedia_typed_purchase_get_purchase_id (SEDIA_TYPED_PURCHASE (document)) != 0
           ? "purchase-edit"
           : "purchase-add";
}

static const SediaBookerFuncs booker = {
  .get_kind = get_kind,
  .job = sedia_purchase_enter_job,
  .dup_args = dup_enter_args,
  .args_free = (GDestroyNotify) sedia_purchase_args_free,
};

static void
sedia_purchase_editor_ends (SediaEditor *editor,
                            gboolean     is_second)
{
  sedia_typed_purchase_set_stays_draft (SEDIA_PURCHASE_EDITOR (editor)->purchase, is_second);
}

static void
sedia_purchase_editor_read_receipt (SediaEditor        *editor,
                                    const char         *text,
                                    SediaEditorReceipt *receipt)
{
  SediaPurchaseReceipt read;

  if (!sedia_purchase_receipt_read (&read, text))
    g_warning ("a receipt that cannot be read: %s", text);

  receipt->document_id = read.purchase_id;
  receipt->operation_id = read.operation_id;
  receipt->sentence =
    g_strdup_printf (read.is_draft ? _("Purchase %" PRId64 " written down as a draft")
                                   : _("Purchase %" PRId64 " ordered: it is on its way"),
                     read.purchase_id);
}

/* ---- what it comes to */

static gpointer
dup_preview_args (SediaDocument *document)
{
  SediaTypedPurchase *purchase = SEDIA_TYPED_PURCHASE (document);
  g_autoptr (SediaPurchaseArgs) args = args_new (purchase, 0);

  return args->draft.lines->len > 0 || *args->supplier != '\0' ? g_steal_pointer (&args) : NULL;
}

static const SediaPreviewerFuncs previewer = {
  .job = sedia_purchase_preview_job,
  .dup_args = dup_preview_args,
  .args_free = (GDestroyNotify) sedia_purchase_args_free,
  .result_free = (GDestroyNotify) sedia_purchase_preview_free,
};

/* Without a day the lead time that the supplier states is taken. */
static void
say_day (SediaPurchaseEditor        *self,
         const SediaPurchasePreview *preview)
{
  const SediaSupplier *supplier = preview != NULL ? preview->supplier : NULL;
  g_autofree char *day = NULL;
  g_autofree char *hint = NULL;

  if (supplier != NULL && supplier->lead_days >= 0)
    {
      day = sedia_format_day (sedia_day_today () + supplier->lead_days);
      hint = g_strdup_printf (_("Empty: %s, as the supplier states"), day);
    }
  else if (supplier != NULL)
    hint = g_strdup (_("Empty: the day is not known"));

  sedia_purchase_head_say_day (self->head, hint);
}

static void
sedia_purchase_editor_previewed (SediaEditor *editor,
                                 gpointer     preview,
                                 const char  *problem)
{
  SediaPurchaseEditor *self = SEDIA_PURCHASE_EDITOR (editor);

  say_day (self, preview);
  sedia_purchase_side_show (self->side, preview, problem);
}

/* ---- the head */

static void
sedia_purchase_editor_bind (SediaEditor   *editor,
                            SediaDocument *document)
{
  SediaPurchaseEditor *self = SEDIA_PURCHASE_EDITOR (editor);

  self->purchase = SEDIA_TYPED_PURCHASE (document);
  sedia_purchase_head_set_purchase (self->head, self->purchase);
}

static void
sedia_purchase_editor_set_store (SediaEditor *editor,
                                 SediaStore  *store)
{
  sedia_purchase_head_set_store (SEDIA_PURCHASE_EDITOR (editor)->head, store);
}

static void
sedia_purchase_editor_show (SediaEditor *editor)
{
  sedia_purchase_head_fill (SEDIA_PURCHASE_EDITOR (editor)->head);
}

static void
looked_cb (gpointer    data,
           const char *problem)
{
  sedia_editor_checked (SEDIA_EDITOR (data), problem);
}

static void
sedia_purchase_editor_check (SediaEditor *editor)
{
  sedia_purchase_head_look (SEDIA_PURCHASE_EDITOR (editor)->head, looked_cb, editor);
}

static gboolean
sedia_purchase_editor_takes (SediaEditor *editor,
                             SediaBurst  *burst)
{
  /* a name, a note */
  return sedia_burst_is_in (burst, GTK_WIDGET (SEDIA_PURCHASE_EDITOR (editor)->head));
}

static void
head_done_cb (SediaPurchaseEditor *self)
{
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}

static void
sedia_purchase_editor_class_init (SediaPurchaseEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaEditorClass *editor_class = SEDIA_EDITOR_CLASS (klass);

  editor_class->texts = &texts;
  editor_class->document_type = SEDIA_TYPE_TYPED_PURCHASE;
  editor_class->booker = &booker;
  editor_class->previewer = &previewer;
  editor_class->bind = sedia_purchase_editor_bind;
  editor_class->set_store = sedia_purchase_editor_set_store;
  editor_class->show = sedia_purchase_editor_show;
  editor_class->previewed = sedia_purchase_editor_previewed;
  editor_class->check = sedia_purchase_editor_check;
  editor_class->ends = sedia_purchase_editor_ends;
  editor_class->takes = sedia_purchase_editor_takes;
  editor_class->read_receipt = sedia_purchase_editor_read_receipt;

  g_type_ensure (SEDIA_TYPE_PURCHASE_HEAD);
  g_type_ensure (SEDIA_TYPE_PURCHASE_SIDE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/purchase-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseEditor, head);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseEditor, side);
  gtk_widget_class_bind_template_callback (widget_class, head_done_cb);
}

static void
sedia_purchase_editor_init (SediaPurchaseEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_purchase_editor_edit:
 * @self: an editor with a store
 * @edited: a draft purchase
 *
 * Changes it. What was in the editor before is kept as a draft.
 */
void
sedia_purchase_editor_edit (SediaPurchaseEditor       *self,
                            const SediaPurchaseToEdit *edited)
{
  g_return_if_fail (SEDIA_IS_PURCHASE_EDITOR (self));
  g_return_if_fail (edited != NULL);

  sedia_editor_begin (SEDIA_EDITOR (self));
  sedia_typed_purchase_edit (self->purchase, edited);
  sedia_purchase_head_fill (self->head);
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}

/**
 * sedia_purchase_editor_begin_for:
 * @self: an editor with a store
 * @wanted: what somebody waits for
 *
 * A new purchase of that, for that customer. What was in the editor before is kept as a draft.
 */
void
sedia_purchase_editor_begin_for (SediaPurchaseEditor    *self,
                                 const SediaPurchaseFor *wanted)
{
  g_return_if_fail (SEDIA_IS_PURCHASE_EDITOR (self));
  g_return_if_fail (wanted != NULL);

  sedia_editor_begin (SEDIA_EDITOR (self));
  sedia_typed_purchase_begin_for (self->purchase, wanted);
  sedia_purchase_head_fill (self->head);
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}
