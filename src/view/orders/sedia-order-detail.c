/* Everything about one order.
 *
 *   Siti Rahma
 *   Order 1042                 (icon) Partly ready
 *   [Hand Over…] [Change…] [Cancel]
 *   Since ... Need by ... Deposit ...
 *   Kopi Gayo                                5 pcs
 *     2 pcs ready now, 3 pcs still waiting
 */
#include "config.h"

#include "sedia-order-detail.h"

#include "sedia-accessible.h"
#include "sedia-draft-parts.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-order-words.h"
#include "sedia-part-list.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* What was read: an order, or a draft with the names of its products. */
typedef struct
{
  SediaOrder *order;
  gint64 refund;    /* of its deposit, due now */
  SediaDraft *draft;
  GPtrArray *parts; /* of the draft, of SediaPart */
} Reading;

struct _SediaOrderDetail
{
  SediaPane parent_instance;

  GtkWidget *draft_buttons;
  GtkWidget *open_buttons;
  GtkWidget *done_buttons;
  GtkWidget *return_button;
  GtkWidget *reopen_button;
  GtkWidget *give_back_button;
  SediaFacts *facts;
  SediaPartList *parts;
};

enum
{
  ORDER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaOrderDetail, sedia_order_detail, SEDIA_TYPE_PANE)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->order, sedia_order_free);
  g_clear_pointer (&reading->draft, sedia_draft_free);
  g_clear_pointer (&reading->parts, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* ---- reading */

static gboolean
read_draft (Reading  *reading,
            SediaDb  *db,
            gint64    draft_id,
            GError  **error)
{
  g_autoptr (SediaDraftText) text = NULL;

  if (!(reading->draft = sedia_draft_read (db, draft_id, error)) ||
      !(text = sedia_draft_text_read (reading->draft->content, error)))
    return FALSE;

  reading->parts = sedia_draft_parts_read (db, text);

  return TRUE;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (args->id < 0 ? !read_draft (reading, db, -args->id, error)
                   : !(reading->order = sedia_order_read (db, args->id, error)))
    return NULL;
  if (reading->order != NULL && reading->order->deposit > 0 &&
      !sedia_deposit_refund (db, args->id, &reading->refund, error))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static void
show_draft (SediaOrderDetail *self,
            const Reading    *reading)
{
  const SediaDraft *draft = reading->draft;
  g_autofree char *when = sedia_format_time (draft->updated_at);
  g_autofree char *when_full = sedia_format_time_full (draft->updated_at);

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = *draft->who != '\0' ? draft->who
                                                                     : _("Nobody named yet"),
                                        .subtitle = _("Draft, not placed yet"),
                                      });
  sedia_facts_begin (self->facts);
  sedia_facts_add_full (self->facts, _("Last typed"), when, when_full, NULL);
  sedia_facts_end (self->facts);
  sedia_part_list_show (self->parts, reading->parts);
}

/* "50.000", or how much of it is due back. */
static char *
dup_deposit (const Reading *reading)
{
  g_autofree char *paid = NULL;
  g_autofree char *refund = NULL;

  if (reading->order->deposit == 0)
    return NULL;

  paid = sedia_format_money (reading->order->deposit);
  if (reading->refund == 0)
    return g_steal_pointer (&paid);

  refund = sedia_format_money (reading->refund);

  /* Translators: what was paid ahead, and what of it must be given back */
  return g_strdup_printf (_("%s, to give back %s"), paid, refund);
}

static void
show_facts (SediaOrderDetail *self,
            const Reading    *reading)
{
  const SediaOrder *order = reading->order;
  const int need_by = sedia_order_need_by (order);
  g_autofree char *since = sedia_format_time (order->placed_at);
  g_autofree char *since_full = sedia_format_time_full (order->placed_at);
  g_autofree char *due = need_by != SEDIA_NO_DAY ? sedia_format_due (need_by) : NULL;
  g_autofree char *due_full = need_by != SEDIA_NO_DAY ? sedia_format_day_full (need_by) : NULL;
  g_autofree char *deposit = dup_deposit (reading);

  sedia_facts_begin (self->facts);
  sedia_facts_add_full (self->facts, _("Since"), since, since_full, NULL);
  sedia_facts_add_full (self->facts, _("Need by"), due, due_full,
                        need_by != SEDIA_NO_DAY && sedia_format_is_late (need_by) ? "late" : NULL);
  if (order->all_or_nothing)
    sedia_facts_add (self->facts, _("Delivery"), _("All or nothing"));
  sedia_facts_add_full (self->facts, _("Deposit"), deposit, NULL,
                        reading->refund > 0 ? "late" : NULL);
  sedia_facts_add (self->facts, _("Note"), order->note);
  sedia_facts_add (self->facts, _("Reference"), order->reference);
  sedia_facts_end (self->facts);
}

/* What was done with a line that is no longer open: handed over, cancelled, or both. */
static char *
dup_end (const SediaOrderLine *line)
{
  g_autofree char *delivered = sedia_format_amount (line->delivered, line->decimals, line->unit);
  g_autofree char *cancelled = sedia_format_amount (line->cancelled, line->decimals, line->unit);

  if (line->cancelled == 0)
    return g_strdup_printf (_("%s handed over"), delivered);
  if (line->delivered == 0)
    return g_strdup_printf (_("%s cancelled"), cancelled);

  return g_strdup_printf (_("%s handed over, %s cancelled"), delivered, cancelled);
}

static void
add_line (GPtrArray            *parts,
          const SediaOrderLine *line)
{
  gboolean is_open = sedia_order_line_open (line) > 0;
  gboolean is_ready = is_open && sedia_order_line_waiting (line) == 0;
  g_autofree char *value = sedia_format_amount_markup (line->ordered, line->decimals, line->unit);
  g_autofree char *state = is_open ? sedia_line_state_sentence (line) : dup_end (line);
  g_autoptr (GString) detail = g_string_new (state);
  g_autofree char *price = line->price != SEDIA_NO_AMOUNT ? sedia_format_money (line->price) : NULL;

  sedia_line_append_links (line, detail);
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = line->product,
                            .value = value,
                            .detail = detail->str,
                            .wraps = strchr (detail->str, '\n') != NULL,
                            .aside = price,
                            .icon = is_ready ? "sedia-ready-symbolic"
                                             : is_open ? "sedia-waiting-symbolic" : NULL,
                            .kind = is_open ? SEDIA_KIND_LINE : SEDIA_KIND_PRODUCT,
                            .id = is_open ? line->id : line->product_id,
                          }));
}

static void
show_order (SediaOrderDetail *self,
            const Reading    *reading)
{
  const SediaOrder *order = reading->order;
  SediaOrderStatus status = sedia_order_status (order);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *number = g_strdup_printf (_("Order %" PRId64), order->id);

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = order->customer,
                                        .subtitle = number,
                                        .state = sedia_order_status_label (status),
                                        .state_icon = sedia_order_status_icon (status),
                                        .tone = sedia_order_status_tone (status),
                                      });
  show_facts (self, reading);
  for (guint i = 0; i < order->lines->len; i++)
    add_line (parts, g_ptr_array_index (order->lines, i));
  sedia_part_list_show (self->parts, parts);
}

static void
show_buttons (SediaOrderDetail *self,
              const Reading    *reading)
{
  const SediaOrder *order = reading->order;
  gint64 open = 0;
  gint64 delivered = 0;
  gint64 cancelled = 0;

  for (guint i = 0; order != NULL && i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      open += sedia_order_line_open (line);
      delivered += line->delivered;
      cancelled += line->cancelled;
    }

  gtk_widget_set_visible (self->draft_buttons, order == NULL);
  gtk_widget_set_visible (self->open_buttons, open > 0);
  gtk_widget_set_visible (self->done_buttons, delivered > 0 || cancelled > 0);
  gtk_widget_set_visible (self->return_button, delivered > 0);
  gtk_widget_set_visible (self->reopen_button, cancelled > 0);
  gtk_widget_set_visible (self->give_back_button, reading->refund > 0);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaOrderDetail *self = SEDIA_ORDER_DETAIL (pane);
  const Reading *reading = record;

  if (reading == NULL)
    sedia_pane_show (SEDIA_PANE (self), NULL);
  else
    {
      show_buttons (self, reading);
      if (reading->order != NULL)
        show_order (self, reading);
      else
        show_draft (self, reading);
    }

  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return id < 0 ? sedia_changes_has (changes, SEDIA_KIND_DRAFT, -id)
                : sedia_changes_has (changes, SEDIA_KIND_ORDER, id) ||
                    sedia_changes_has_kind (changes, SEDIA_KIND_CUSTOMER) ||
                    sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
sedia_order_detail_class_init (SediaOrderDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  signals[ORDER_CHANGED] = g_signal_new ("order-changed", SEDIA_TYPE_ORDER_DETAIL,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, draft_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, open_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, done_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, return_button);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, give_back_button);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderDetail, parts);
}

static void
sedia_order_detail_init (SediaOrderDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_order_detail_get_order: (transfer none) (nullable) the order shown, NULL for none or a
 * draft.
 */
const SediaOrder *
sedia_order_detail_get_order (SediaOrderDetail *self)
{
  const Reading *reading;

  g_return_val_if_fail (SEDIA_IS_ORDER_DETAIL (self), NULL);

  reading = sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));

  return reading != NULL ? reading->order : NULL;
}
