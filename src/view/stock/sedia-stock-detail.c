/* One product: who it is, its numbers, and below them the rows that make the number that is open.
 *
 *   Kopi Arabika 1 kg
 *   KOPI-1                   (icon) Waiting
 *   8991234567890, pack of 12 pcs, Coffee, PT Kopi, 12.500
 *   | On hand | Reserved | Free      |
 *   | Waiting | Demand   | Projected |
 *   On hand: the sum of these movements
 *     Delivery 31                +24
 *     today 14:03, Budi     then 112
 */
#include "config.h"

#include "sedia-stock-detail.h"

#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-stock-numbers.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define FIRST_MOVEMENTS 200   /* older ones on demand: nobody reads further at once */

/* What is read of a product in one go, so that the numbers and the rows agree. */
typedef struct
{
  SediaProduct *product;
  GPtrArray *movements;
  GPtrArray *queue;
} Reading;

struct _SediaStockDetail
{
  SediaPane parent_instance;

  SediaStockNumbers *numbers;
  GtkLabel *sentence;
  SediaPartList *parts;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SediaStockDetail, sedia_stock_detail, SEDIA_TYPE_PANE)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->product, sedia_product_free);
  g_clear_pointer (&reading->movements, g_ptr_array_unref);
  g_clear_pointer (&reading->queue, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  const guint limit = args->all ? 0 : FIRST_MOVEMENTS;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (!(reading->product = sedia_product_read (db, args->id, error)) ||
      !(reading->movements = sedia_movement_list (db, args->id, limit, error)) ||
      !(reading->queue = sedia_queue_of_product (db, args->id, 0, error)))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static void
append_fact (GString    *facts,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;

  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

static char *
dup_pack (const SediaProduct *product)
{
  if (product->pack > 0)
    return g_strdup_printf (_("pack of %" PRId64 " %s"), product->pack, product->unit);

  /* Translators: the product is counted in this unit: "in pcs" */
  return g_strdup_printf (_("in %s"), product->unit);
}

static char *
dup_limits (const SediaProduct *product)
{
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (product->minimum != SEDIA_NO_AMOUNT)
    minimum = sedia_format_quantity (product->minimum, product->decimals);
  if (product->maximum != SEDIA_NO_AMOUNT)
    maximum = sedia_format_quantity (product->maximum, product->decimals);

  if (minimum != NULL && maximum != NULL)
    return g_strdup_printf (_("minimum %s, maximum %s"), minimum, maximum);
  if (minimum != NULL)
    return g_strdup_printf (_("minimum %s"), minimum);
  if (maximum != NULL)
    return g_strdup_printf (_("maximum %s"), maximum);

  return NULL;
}

static char *
dup_facts (const SediaProduct *product)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *pack = dup_pack (product);
  g_autofree char *limits = dup_limits (product);
  g_autofree char *price = sedia_format_money (product->price);
  g_autofree char *priced = NULL;

  if (*price != '\0')
    priced = g_strdup_printf (_("price %s"), price);

  for (guint i = 0; product->barcodes != NULL && product->barcodes[i] != NULL; i++)
    append_fact (facts, product->barcodes[i]);
  append_fact (facts, pack);
  append_fact (facts, product->category);
  append_fact (facts, product->supplier);
  append_fact (facts, priced);
  append_fact (facts, limits);
  append_fact (facts, product->note);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
show_head (SediaStockDetail   *self,
           const SediaProduct *product)
{
  SediaStockState state = sedia_product_state (product);
  g_autofree char *facts = dup_facts (product);

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = product->name,
                                        .subtitle = product->sku,
                                        .state = sedia_stock_state_label (state),
                                        .state_icon = sedia_stock_state_icon (state),
                                        .tone = sedia_stock_tone (state),
                                        .note = facts,
                                      });
}

static const char *
nothing_sentence (SediaStockNumber number)
{
  if (number == SEDIA_STOCK_ON_HAND)
    return _("Nothing ever came or went.");
  if (number == SEDIA_STOCK_RESERVED)
    return _("Nothing is set aside for anybody.");
  if (number == SEDIA_STOCK_WAITS)
    return _("Nobody waits for it.");

  return _("Nobody has an open order for it.");
}

static void
show_parts (SediaStockDetail *self,
            const Reading    *reading)
{
  SediaStockNumber number = sedia_stock_numbers_get_number (self->numbers);
  SediaReader *reader = sedia_pane_get_reader (SEDIA_PANE (self));
  g_autoptr (GPtrArray) parts = sedia_stock_parts (number, reading->product, reading->movements,
                                                   reading->queue);

  sedia_part_list_show (self->parts, parts);
  gtk_label_set_label (self->sentence, parts->len > 0 ? sedia_stock_number_sentence (number)
                                                      : nothing_sentence (number));
  gtk_widget_set_visible (self->more, number == SEDIA_STOCK_ON_HAND &&
                                        !sedia_reader_get_all (reader) &&
                                        reading->movements->len == FIRST_MOVEMENTS);
}

static void
number_changed_cb (SediaStockDetail *self)
{
  const Reading *reading = sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));

  if (reading != NULL)
    show_parts (self, reading);
}

/* ---- reading */

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaStockDetail *self = SEDIA_STOCK_DETAIL (pane);
  const Reading *reading = record;

  if (reading == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      return;
    }

  show_head (self, reading->product);
  sedia_stock_numbers_show (self->numbers, reading->product);
  show_parts (self, reading);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
more_clicked_cb (SediaStockDetail *self)
{
  sedia_reader_set_all (sedia_pane_get_reader (SEDIA_PANE (self)), TRUE);
}

static void
sedia_stock_detail_class_init (SediaStockDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  g_type_ensure (SEDIA_TYPE_STOCK_NUMBERS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, numbers);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, parts);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, more);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
sedia_stock_detail_init (SediaStockDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
