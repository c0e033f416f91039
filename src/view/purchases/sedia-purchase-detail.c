/* Everything about one purchase.
 *
 *   CV Abadi Jaya
 *   Purchase 12                (icon) 3 days late
 *   [Receive…] [Change Date…] [Close]
 *   Ordered ... Usual time ...
 *   Kopi Gayo                         100 pcs
 *     60 pcs came; 40 pcs to come; expected on 3 December, 2 days after the one agreed
 *   Holds up 4 customers
 *   Siti Rahma                          2 pcs
 *     Kopi Gayo, needed by 1 December
 */
#include "config.h"

#include "sedia-purchase-detail.h"

#include "sedia-accessible.h"
#include "sedia-draft-parts.h"
#include "sedia-expected-day.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-id-set.h"
#include "sedia-part-list.h"
#include "sedia-purchase-words.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* What was read: a purchase with who waits for it, or a draft that is still being typed. */
typedef struct
{
  SediaPurchase *purchase;
  GPtrArray *waiting; /* of SediaOrderLine, late ones first */
  SediaSupplierHistory history;
  SediaDraft *draft;
  GPtrArray *parts;   /* of the draft, of SediaPart */
} Reading;

struct _SediaPurchaseDetail
{
  SediaPane parent_instance;

  GtkWidget *typed_buttons;
  GtkWidget *draft_buttons;
  GtkWidget *open_buttons;
  GtkWidget *send_buttons;
  GtkWidget *close;
  GtkWidget *cancel;
  SediaFacts *facts;
  SediaPartList *parts;
};

enum
{
  PURCHASE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaPurchaseDetail, sedia_purchase_detail, SEDIA_TYPE_PANE)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->purchase, sedia_purchase_free);
  g_clear_pointer (&reading->waiting, g_ptr_array_unref);
  g_clear_pointer (&reading->draft, sedia_draft_free);
  g_clear_pointer (&reading->parts, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* ---- reading */

static gboolean
is_late (const SediaOrderLine *line)
{
  return sedia_expected_is_late (line->expected, line->need_by, sedia_day_today ());
}

/* Those who will not have it in time stand first; otherwise the order stays that of the queue. */
static GPtrArray *
late_first (GPtrArray *lines)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_order_line_free);

  for (int late = 1; late >= 0; late--)
    for (guint i = 0; i < lines->len; i++)
      {
        gpointer *line = &g_ptr_array_index (lines, i);

        if (*line != NULL && is_late (*line) == (late == 1))
          g_ptr_array_add (sorted, g_steal_pointer (line));
      }

  return sorted;
}

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

static gboolean
read_purchase (Reading  *reading,
               SediaDb  *db,
               gint64    purchase_id,
               GError  **error)
{
  g_autoptr (GPtrArray) waiting = NULL;

  if (!(reading->purchase = sedia_purchase_read (db, purchase_id, error)) ||
      !(waiting = sedia_purchase_list_waiting (db, purchase_id, error)) ||
      !sedia_supplier_read_history (db, reading->purchase->supplier_id, sedia_time_now (),
                                    &reading->history, error))
    return FALSE;

  reading->waiting = late_first (waiting);

  return TRUE;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  return (args->id < 0 ? read_draft (reading, db, -args->id, error)
                       : read_purchase (reading, db, args->id, error))
           ? g_steal_pointer (&reading)
           : NULL;
}

/* ---- showing */

static void
show_draft (SediaPurchaseDetail *self,
            const Reading       *reading)
{
  const SediaDraft *draft = reading->draft;
  g_autofree char *when = sedia_format_time (draft->updated_at);
  g_autofree char *when_full = sedia_format_time_full (draft->updated_at);

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = *draft->who != '\0' ? draft->who
                                                                     : _("No supplier named yet"),
                                        .subtitle = _("Draft, still being typed"),
                                      });
  sedia_facts_begin (self->facts);
  sedia_facts_add_full (self->facts, _("Last typed"), when, when_full, NULL);
  sedia_facts_end (self->facts);
  sedia_part_list_show (self->parts, reading->parts);
}

static void
show_facts (SediaPurchaseDetail *self,
            const Reading       *reading)
{
  const SediaPurchase *purchase = reading->purchase;
  const gboolean is_draft = purchase->status == SEDIA_PURCHASE_DRAFT;
  g_autofree char *since = sedia_format_time (purchase->placed_at);
  g_autofree char *since_full = sedia_format_time_full (purchase->placed_at);
  g_autofree char *usual = sedia_supplier_history_words (&reading->history);

  sedia_facts_begin (self->facts);
  sedia_facts_add_full (self->facts, is_draft ? _("Written") : _("Ordered"), since, since_full,
                        NULL);
  sedia_facts_add (self->facts, _("Takes"), usual);
  sedia_facts_add (self->facts, _("Note"), purchase->note);
  sedia_facts_end (self->facts);
}

static gboolean
is_line_late (const SediaPurchaseLine *line)
{
  return line->incoming > 0 && sedia_format_is_late (line->expected);
}

static void
add_line (GPtrArray               *parts,
          const SediaPurchaseLine *line,
          gboolean                 is_draft)
{
  const gboolean late = is_line_late (line);
  g_autofree char *value = sedia_format_amount_markup (line->ordered, line->decimals, line->unit);
  g_autofree char *detail = sedia_purchase_line_sentence (line, is_draft);
  g_autofree char *price = line->price != SEDIA_NO_AMOUNT ? sedia_format_money (line->price) : NULL;

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = line->product,
                            .value = value,
                            .detail = detail,
                            .wraps = TRUE,
                            .aside = price,
                            .icon = late ? "sedia-late-symbolic" : NULL,
                            .tone = late ? "warning" : NULL,
                            .kind = SEDIA_KIND_PRODUCT,
                            .id = line->product_id,
                          }));
}

/* "Kopi Gayo, needed by 3 December" */
static char *
dup_need (const SediaOrderLine *line)
{
  g_autofree char *day = NULL;

  if (line->need_by == SEDIA_NO_DAY)
    return g_strdup (line->product);

  day = sedia_day_words (line->need_by);

  /* Translators: name of a product, a day */
  return g_strdup_printf (_("%s, needed by %s"), line->product, day);
}

static void
add_waiting (GPtrArray            *parts,
             const SediaOrderLine *line)
{
  const gboolean late = is_late (line);
  g_autofree char *value = sedia_format_amount_markup (sedia_order_line_waiting (line),
                                                       line->decimals, line->unit);
  g_autofree char *detail = dup_need (line);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = line->customer,
                            .value = value,
                            .detail = detail,
                            .wraps = TRUE,
                            .icon = late ? "sedia-late-symbolic" : NULL,
                            .tone = late ? "warning" : NULL,
                            .kind = SEDIA_KIND_LINE,
                            .id = line->id,
                          }));
}

static guint
count_customers (GPtrArray *waiting)
{
  g_autoptr (GHashTable) customers = sedia_id_set_new ();

  for (guint i = 0; i < waiting->len; i++)
    sedia_id_set_add (customers,
                      ((const SediaOrderLine *) g_ptr_array_index (waiting, i))->customer_id);

  return g_hash_table_size (customers);
}

/* Who waits is what a late purchase holds up. */
static void
add_heading (GPtrArray     *parts,
             const Reading *reading)
{
  const guint n = count_customers (reading->waiting);
  const gboolean late = sedia_purchase_is_late (reading->purchase, sedia_day_today ());
  g_autofree char *title = NULL;

  title = late ? g_strdup_printf (ngettext ("Holds up %u customer", "Holds up %u customers", n), n)
               : g_strdup_printf (ngettext ("%u customer waits for it",
                                            "%u customers wait for it", n), n);
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) { .is_heading = TRUE, .title = title }));
}

static void
show_parts (SediaPurchaseDetail *self,
            const Reading       *reading)
{
  const SediaPurchase *purchase = reading->purchase;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < purchase->lines->len; i++)
    add_line (parts, g_ptr_array_index (purchase->lines, i),
              purchase->status == SEDIA_PURCHASE_DRAFT);
  if (reading->waiting->len > 0)
    add_heading (parts, reading);
  for (guint i = 0; i < reading->waiting->len; i++)
    add_waiting (parts, g_ptr_array_index (reading->waiting, i));

  sedia_part_list_show (self->parts, parts);
}

static void
show_purchase (SediaPurchaseDetail *self,
               const Reading       *reading)
{
  const SediaPurchase *purchase = reading->purchase;
  g_autofree char *number = g_strdup_printf (_("Purchase %" PRId64), purchase->id);
  g_autofree char *state = sedia_purchase_dup_state (purchase);

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = purchase->supplier,
                                        .subtitle = number,
                                        .state = state,
                                        .state_icon = sedia_purchase_state_icon (purchase),
                                        .tone = sedia_purchase_state_tone (purchase),
                                      });
  show_facts (self, reading);
  show_parts (self, reading);
}

/* What is late or to come can be received; of what nothing has come all can be cancelled, otherwise
 * only the rest is closed. */
static void
show_buttons (SediaPurchaseDetail *self,
              const SediaPurchase *purchase)
{
  const gboolean is_draft = purchase != NULL && purchase->status == SEDIA_PURCHASE_DRAFT;
  const gboolean is_open = purchase != NULL && purchase->status == SEDIA_PURCHASE_CONFIRMED;
  const gboolean has_come = purchase != NULL && sedia_purchase_has_come (purchase);

  gtk_widget_set_visible (self->typed_buttons, purchase == NULL);
  gtk_widget_set_visible (self->draft_buttons, is_draft);
  gtk_widget_set_visible (self->open_buttons, is_open);
  gtk_widget_set_visible (self->send_buttons, is_draft || is_open);
  gtk_widget_set_visible (self->close, has_come);
  gtk_widget_set_visible (self->cancel, !has_come);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaPurchaseDetail *self = SEDIA_PURCHASE_DETAIL (pane);
  const Reading *reading = record;

  if (reading == NULL)
    sedia_pane_show (SEDIA_PANE (self), NULL);
  else
    {
      show_buttons (self, reading->purchase);
      if (reading->purchase != NULL)
        show_purchase (self, reading);
      else
        show_draft (self, reading);
    }

  g_signal_emit (self, signals[PURCHASE_CHANGED], 0);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return id < 0 ? sedia_changes_has (changes, SEDIA_KIND_DRAFT, -id)
                : sedia_changes_has (changes, SEDIA_KIND_PURCHASE, id) ||
                    sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT) ||
                    sedia_changes_has_kind (changes, SEDIA_KIND_LINE) ||
                    sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
sedia_purchase_detail_class_init (SediaPurchaseDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  signals[PURCHASE_CHANGED] = g_signal_new ("purchase-changed", SEDIA_TYPE_PURCHASE_DETAIL,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/purchase-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, typed_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, draft_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, open_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, send_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, close);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, cancel);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDetail, parts);
}

static void
sedia_purchase_detail_init (SediaPurchaseDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_purchase_detail_get_purchase: (transfer none) (nullable) the purchase shown, NULL for none
 * or a draft that is still being typed.
 */
const SediaPurchase *
sedia_purchase_detail_get_purchase (SediaPurchaseDetail *self)
{
  const Reading *reading;

  g_return_val_if_fail (SEDIA_IS_PURCHASE_DETAIL (self), NULL);

  reading = sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));

  return reading != NULL ? reading->purchase : NULL;
}
