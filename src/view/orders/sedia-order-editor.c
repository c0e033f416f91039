/* Entering a customer's order. */
#include "config.h"

#include "sedia-order-editor.h"

#include "sedia-order-head.h"
#include "sedia-order-jobs.h"
#include "sedia-order-side.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaOrderEditor
{
  SediaEditor parent_instance;

  SediaTypedOrder *order; /* not owned: the editor does */
  SediaOrderHead *head;
  SediaOrderSide *side;
};

static const SediaEditorTexts texts = {
  .title = N_("New Order"),
  .back = N_("Back to the orders"),
  .book = N_("_Place Order"),
  .book_tooltip = N_("Take the order (Ctrl+Enter)"),
  .anyway = N_("Place Anyway"),
  .detail = N_("The Customer"),
  .lines = N_("Lines of the order"),
  .first_line = N_("Scan the first item, or type a product below."),
  .nothing = N_("There is nothing in the order yet: scan or type what is wanted."),
};

G_DEFINE_FINAL_TYPE (SediaOrderEditor, sedia_order_editor, SEDIA_TYPE_EDITOR)

/* ---- placing */

static GArray *
dup_lines_with_quantity (SediaTypedOrder *order)
{
  g_autoptr (GArray) all = sedia_typed_order_dup_lines (order);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, SediaOrderLineDraft, i).quantity > 0)
      g_array_append_val (lines, g_array_index (all, SediaOrderLineDraft, i));

  return g_steal_pointer (&lines);
}

static gpointer
dup_place_args (SediaDocument *document,
                gint64         draft_id)
{
  SediaTypedOrder *order = SEDIA_TYPED_ORDER (document);
  SediaPlaceArgs *args = g_new0 (SediaPlaceArgs, 1);

  args->customer_id = sedia_typed_order_get_customer_id (order);
  sedia_typed_order_dup_person (order, &args->name, &args->phone);
  args->note = g_strstrip (g_strdup (sedia_typed_order_get_text (order, SEDIA_ORDER_NOTE)));
  if (!sedia_typed_order_read_deposit (order, &args->deposit, NULL))
    args->deposit = 0; /* the head was looked at before */
  args->all_or_nothing = sedia_typed_order_get_all_or_nothing (order);
  args->lines = dup_lines_with_quantity (order);
  args->draft_id = draft_id;
  args->instead_of = sedia_typed_order_get_instead_of (order);

  return args;
}

static const SediaBookerFuncs booker = {
  .kind = "order-add",
  .job = sedia_order_place_job,
  .dup_args = dup_place_args,
  .args_free = (GDestroyNotify) sedia_place_args_free,
};

static char *
placed_sentence (const SediaPlaced *placed)
{
  if (placed->n_waiting == 0)
    return g_strdup_printf (_("Order %" PRId64 " placed – all of it is ready now"),
                            placed->order_id);
  if (placed->n_ready == 0)
    return g_strdup_printf (_("Order %" PRId64 " placed – all of it waits"), placed->order_id);

  return g_strdup_printf (ngettext ("Order %" PRId64 " placed – %u line waits",
                                    "Order %" PRId64 " placed – %u lines wait",
                                    placed->n_waiting), placed->order_id, placed->n_waiting);
}

static void
sedia_order_editor_read_receipt (SediaEditor        *editor,
                                 const char         *text,
                                 SediaEditorReceipt *receipt)
{
  SediaPlaced placed;

  if (!sedia_placed_read (&placed, text))
    g_warning ("a receipt that cannot be read: %s", text);

  receipt->document_id = placed.order_id;
  receipt->operation_id = placed.operation_id;
  receipt->sentence = placed_sentence (&placed);
}

/* ---- what would become of it */

static gpointer
dup_preview_args (SediaDocument *document)
{
  g_autoptr (GArray) lines = sedia_typed_order_dup_lines (SEDIA_TYPED_ORDER (document));
  SediaOrderPreviewArgs *args;
  gboolean has_quantity = FALSE;

  for (guint i = 0; i < lines->len; i++)
    has_quantity |= g_array_index (lines, SediaOrderLineDraft, i).quantity > 0;
  if (!has_quantity)
    return NULL;

  args = g_new0 (SediaOrderPreviewArgs, 1);
  args->lines = g_steal_pointer (&lines);
  if (!sedia_typed_order_read_deposit (SEDIA_TYPED_ORDER (document), &args->deposit, NULL))
    args->deposit = 0; /* the head says what is wrong with it */

  return args;
}

static const SediaPreviewerFuncs previewer = {
  .job = sedia_order_preview_job,
  .dup_args = dup_preview_args,
  .args_free = (GDestroyNotify) sedia_order_preview_args_free,
  .result_free = (GDestroyNotify) g_ptr_array_unref,
};

static void
show_outcome (SediaTypedLine         *line,
              const SediaLineOutcome *outcome)
{
  const SediaProduct *product = sedia_typed_line_get_product (line);
  g_autofree char *sentence = NULL;

  if (product == NULL || outcome == NULL || outcome->ready + outcome->waiting == 0)
    {
      sedia_typed_line_set_outcome (line, NULL, NULL);
      return;
    }

  sentence = sedia_outcome_sentence (outcome, product);
  if (outcome->problem != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s. %s", sentence, outcome->problem);

      sedia_typed_line_set_outcome (line, "dialog-warning-symbolic", both);
    }
  else
    sedia_typed_line_set_outcome (line, outcome->waiting > 0 ? "sedia-waiting-symbolic"
                                                             : "sedia-ready-symbolic", sentence);
}

static char *
summary_sentence (GPtrArray *outcomes)
{
  guint n = 0;
  guint n_waiting = 0;

  for (guint i = 0; i < outcomes->len; i++)
    {
      const SediaLineOutcome *outcome = g_ptr_array_index (outcomes, i);

      n += outcome->ready + outcome->waiting > 0;
      n_waiting += outcome->waiting > 0;
    }

  if (n_waiting == 0)
    return g_strdup (_("All of it is ready now."));
  if (n_waiting == n)
    return g_strdup (_("All of it waits."));

  return g_strdup_printf (ngettext ("%u line is ready now.", "%u lines are ready now.",
                                    n - n_waiting), n - n_waiting);
}

/* While it was asked somebody may have typed on: then the next answer counts. */
static void
sedia_order_editor_previewed (SediaEditor *editor,
                              gpointer     preview,
                              const char  *problem)
{
  SediaOrderEditor *self = SEDIA_ORDER_EDITOR (editor);
  SediaTypedLines *lines = sedia_document_get_lines (SEDIA_DOCUMENT (self->order));
  GPtrArray *outcomes = preview;
  g_autofree char *sentence = NULL;

  if (outcomes != NULL && outcomes->len != sedia_typed_lines_get_n (lines))
    return;

  for (guint i = 0; i < sedia_typed_lines_get_n (lines); i++)
    show_outcome (sedia_typed_lines_peek (lines, i),
                  outcomes != NULL ? g_ptr_array_index (outcomes, i) : NULL);

  if (outcomes != NULL)
    sentence = summary_sentence (outcomes);
  else
    sentence = g_strdup (problem != NULL ? problem
                                         : _("Below each line stands, while you type, what is "
                                             "ready now and what would wait."));
  sedia_order_side_say (self->side, sentence);
}

/* ---- the head */

static void
sedia_order_editor_bind (SediaEditor   *editor,
                         SediaDocument *document)
{
  SediaOrderEditor *self = SEDIA_ORDER_EDITOR (editor);

  self->order = SEDIA_TYPED_ORDER (document);
  sedia_order_head_set_order (self->head, self->order);
}

static void
sedia_order_editor_set_store (SediaEditor *editor,
                              SediaStore  *store)
{
  sedia_order_head_set_store (SEDIA_ORDER_EDITOR (editor)->head, store);
}

static void
sedia_order_editor_show (SediaEditor *editor)
{
  sedia_order_head_fill (SEDIA_ORDER_EDITOR (editor)->head);
}

static void
looked_cb (gpointer    data,
           const char *problem)
{
  sedia_editor_checked (SEDIA_EDITOR (data), problem);
}

static void
sedia_order_editor_check (SediaEditor *editor)
{
  sedia_order_head_look (SEDIA_ORDER_EDITOR (editor)->head, looked_cb, editor);
}

static gboolean
sedia_order_editor_takes (SediaEditor *editor,
                          SediaBurst  *burst)
{
  /* a phone number, a note */
  return sedia_burst_is_in (burst, GTK_WIDGET (SEDIA_ORDER_EDITOR (editor)->head));
}

static void
head_done_cb (SediaOrderEditor *self)
{
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}

static void
customer_changed_cb (SediaOrderEditor *self)
{
  sedia_order_side_show_customer (self->side, sedia_order_head_get_check (self->head));
}

static void
sedia_order_editor_class_init (SediaOrderEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaEditorClass *editor_class = SEDIA_EDITOR_CLASS (klass);

  editor_class->texts = &texts;
  editor_class->document_type = SEDIA_TYPE_TYPED_ORDER;
  editor_class->booker = &booker;
  editor_class->previewer = &previewer;
  editor_class->bind = sedia_order_editor_bind;
  editor_class->set_store = sedia_order_editor_set_store;
  editor_class->show = sedia_order_editor_show;
  editor_class->previewed = sedia_order_editor_previewed;
  editor_class->check = sedia_order_editor_check;
  editor_class->takes = sedia_order_editor_takes;
  editor_class->read_receipt = sedia_order_editor_read_receipt;

  g_type_ensure (SEDIA_TYPE_ORDER_HEAD);
  g_type_ensure (SEDIA_TYPE_ORDER_SIDE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderEditor, head);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderEditor, side);
  gtk_widget_class_bind_template_callback (widget_class, head_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, customer_changed_cb);
}

static void
sedia_order_editor_init (SediaOrderEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_order_editor_begin_instead:
 * @self: an editor with a store
 * @line: what its customer takes something else instead of
 *
 * A new order of that customer instead of the line. What was in the editor before is kept as a
 * draft.
 */
void
sedia_order_editor_begin_instead (SediaOrderEditor     *self,
                                  const SediaOrderLine *line)
{
  g_return_if_fail (SEDIA_IS_ORDER_EDITOR (self));
  g_return_if_fail (line != NULL);

  sedia_editor_begin (SEDIA_EDITOR (self));
  sedia_typed_order_begin_instead (self->order, line);
  sedia_order_head_fill (self->head);
  sedia_editor_focus_lines (SEDIA_EDITOR (self));
}
