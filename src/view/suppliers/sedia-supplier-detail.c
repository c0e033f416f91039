/* Everything about one supplier.
 *
 *   CV Abadi Jaya
 *   SUP-3                          Archived
 *   [Edit] [Archive]
 *   Phone ... Lead time ...
 *   What is on its way, what they brought, what they bring
 */
#include "config.h"

#include "sedia-supplier-detail.h"

#include "sedia-accessible.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-purchase-words.h"
#include "sedia-query.h"
#include "sedia-stock-parts.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define FIRST_ROWS 20 /* of each kind: the lists themselves show more */

/* What is read of a supplier in one go. */
typedef struct
{
  SediaSupplier *supplier;
  SediaSupplierHistory history;
  GPtrArray *purchases; /* of which something is still to come */
  GPtrArray *deliveries;
  GPtrArray *products;
} Reading;

struct _SediaSupplierDetail
{
  SediaPane parent_instance;

  GtkWidget *archive;
  GtkWidget *unarchive;
  SediaFacts *facts;
  SediaPartList *parts;
};

G_DEFINE_FINAL_TYPE (SediaSupplierDetail, sedia_supplier_detail, SEDIA_TYPE_PANE)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->supplier, sedia_supplier_free);
  g_clear_pointer (&reading->purchases, g_ptr_array_unref);
  g_clear_pointer (&reading->deliveries, g_ptr_array_unref);
  g_clear_pointer (&reading->products, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static GPtrArray *
read_list (SediaDb        *db,
           SediaListKind   kind,
           SediaFilter     filter,
           gint64          supplier_id,
           GError        **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  query->filter = filter;
  query->of = supplier_id;
  ids = sedia_list_head (db, query, FIRST_ROWS, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (!(reading->supplier = sedia_supplier_read (db, args->id, error)) ||
      !sedia_supplier_read_history (db, args->id, sedia_time_now (), &reading->history, error) ||
      !(reading->purchases = read_list (db, SEDIA_LIST_PURCHASES, SEDIA_FILTER_EXPECTED, args->id,
                                        error)) ||
      !(reading->deliveries = read_list (db, SEDIA_LIST_DELIVERIES, SEDIA_FILTER_ALL, args->id,
                                         error)) ||
      !(reading->products = read_list (db, SEDIA_LIST_STOCK, SEDIA_FILTER_ALL, args->id, error)))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static void
add_purchase (GPtrArray           *parts,
              const SediaPurchase *purchase)
{
  const gboolean is_late = sedia_purchase_is_late (purchase, sedia_day_today ());
  g_autofree char *title = g_strdup_printf (_("Purchase %" PRId64), purchase->id);
  g_autofree char *state = sedia_purchase_dup_state (purchase);
  g_autofree char *to_come = sedia_purchase_dup_to_come (purchase);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = title,
                            .value = to_come,
                            .detail = state,
                            .icon = is_late ? sedia_purchase_state_icon (purchase) : NULL,
                            .tone = is_late ? "warning" : NULL,
                            .kind = SEDIA_KIND_PURCHASE,
                            .id = purchase->id,
                          }));
}

static void
add_delivery (GPtrArray           *parts,
              const SediaDelivery *delivery)
{
  g_autofree char *title = g_strdup_printf (_("Delivery %" PRId64), delivery->id);
  g_autofree char *lines = NULL;
  g_autofree char *when = sedia_format_time (delivery->at);

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", delivery->n_lines), delivery->n_lines);
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = title,
                            .value = lines,
                            .detail = when,
                            .aside = delivery->reversed_by != 0 ? _("taken back") : NULL,
                            .kind = SEDIA_KIND_DELIVERY,
                            .id = delivery->id,
                          }));
}

static void
add_product (GPtrArray          *parts,
             const SediaProduct *product)
{
  SediaStockState state = sedia_product_state (product);
  g_autofree char *free_amount = sedia_format_amount_markup (product->on_hand - product->reserved,
                                                             product->decimals, product->unit);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = product->name,
                            .value = free_amount,
                            .detail = state == SEDIA_STOCK_OK ? product->sku
                                                              : sedia_stock_state_label (state),
                            .icon = state == SEDIA_STOCK_OK ? NULL
                                                            : sedia_stock_state_icon (state),
                            .aside = C_("stock", "free"),
                            .kind = SEDIA_KIND_PRODUCT,
                            .id = product->id,
                          }));
}

static void
add_heading (GPtrArray  *parts,
             const char *title)
{
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) { .is_heading = TRUE, .title = title }));
}

static void
show_parts (SediaSupplierDetail *self,
            const Reading       *reading)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  if (reading->purchases->len > 0)
    add_heading (parts, _("On their way"));
  for (guint i = 0; i < reading->purchases->len; i++)
    add_purchase (parts, g_ptr_array_index (reading->purchases, i));

  if (reading->deliveries->len > 0)
    add_heading (parts, _("Last deliveries"));
  for (guint i = 0; i < reading->deliveries->len; i++)
    add_delivery (parts, g_ptr_array_index (reading->deliveries, i));

  if (reading->products->len > 0)
    add_heading (parts, _("Their products"));
  for (guint i = 0; i < reading->products->len; i++)
    add_product (parts, g_ptr_array_index (reading->products, i));

  sedia_part_list_show (self->parts, parts);
}

static void
show_facts (SediaSupplierDetail *self,
            const Reading       *reading)
{
  const SediaSupplier *supplier = reading->supplier;
  g_autofree char *least_value = sedia_format_money (supplier->least_value);
  g_autofree char *past = reading->history.is_known
                            ? sedia_supplier_history_words (&reading->history)
                            : NULL;
  g_autofree char *lead = NULL;

  if (supplier->lead_days >= 0)
    lead = g_strdup_printf (ngettext ("%d day, as they say", "%d days, as they say",
                                      (gulong) supplier->lead_days), supplier->lead_days);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Phone"), supplier->phone);
  sedia_facts_add (self->facts, _("Email"), supplier->email);
  sedia_facts_add (self->facts, _("Lead time"), lead);
  sedia_facts_add (self->facts, _("So far"), past);
  sedia_facts_add (self->facts, _("Least order"), least_value);
  sedia_facts_end (self->facts);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaSupplierDetail *self = SEDIA_SUPPLIER_DETAIL (pane);
  const Reading *reading = record;
  const SediaSupplier *supplier;

  if (reading == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      return;
    }

  supplier = reading->supplier;
  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = supplier->name,
                                        .subtitle = supplier->code,
                                        .state = supplier->archived ? _("Archived") : NULL,
                                        .note = supplier->note,
                                      });
  gtk_widget_set_visible (self->archive, !supplier->archived);
  gtk_widget_set_visible (self->unarchive, supplier->archived);
  show_facts (self, reading);
  show_parts (self, reading);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PRODUCT);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
sedia_supplier_detail_class_init (SediaSupplierDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/supplier-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierDetail, archive);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierDetail, unarchive);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierDetail, parts);
}

static void
sedia_supplier_detail_init (SediaSupplierDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_supplier_detail_get_supplier: (transfer none) (nullable) the supplier shown.
 */
const SediaSupplier *
sedia_supplier_detail_get_supplier (SediaSupplierDetail *self)
{
  const Reading *reading;

  g_return_val_if_fail (SEDIA_IS_SUPPLIER_DETAIL (self), NULL);

  reading = sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));

  return reading != NULL ? reading->supplier : NULL;
}
