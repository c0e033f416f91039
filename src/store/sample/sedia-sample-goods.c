/* The sample shop on its first day: suppliers, customers, goods and their opening stock.
 *
 * The words are in data/sample, compiled in.
 */
#include "config.h"

#include "sedia-csv.h"
#include "sedia-number.h"
#include "sedia-sample-private.h"
#include "sedia-stock.h"
#include "sedia-time.h"

#include <string.h>

#define PREFIX "/io/github/sedia/Sedia/sample/"
#define SCARCE_EVERY 7
#define SCARCE_FIRST 3

static SediaTable *
read_table (const char  *name,
            GError     **error)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);

  return bytes != NULL ? sedia_csv_read_bytes (bytes, name, NULL, NULL, error) : NULL;
}

/* The cell under a header; our own files have them all. */
static const char *
get (const SediaTable *table,
     guint             row,
     const char       *header)
{
  const char *const *headers = sedia_table_get_headers (table);
  const char *cell = NULL;

  for (guint i = 0; headers[i] != NULL; i++)
    if (strcmp (headers[i], header) == 0)
      cell = sedia_table_get_cell (table, row, i);

  return cell != NULL ? cell : "";
}

static gint64
get_number (const SediaTable *table,
            guint             row,
            const char       *header,
            guint             decimals)
{
  gint64 value = SEDIA_NO_AMOUNT;

  if (!sedia_number_parse (get (table, row, header), decimals, sedia_number_plain, &value, NULL))
    return SEDIA_NO_AMOUNT;

  return value;
}

static char *
dup_cell (const SediaTable *table,
          guint             row,
          const char       *header)
{
  return g_strdup (get (table, row, header));
}

static gboolean
add_suppliers (SediaSample  *self,
               GHashTable   *by_name,
               GError      **error)
{
  g_autoptr (SediaTable) table = read_table ("suppliers.csv", error);

  for (guint row = 0; table != NULL && row < sedia_table_get_n_rows (table); row++)
    {
      g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

      supplier->name = dup_cell (table, row, "name");
      supplier->phone = dup_cell (table, row, "phone");
      supplier->email = dup_cell (table, row, "email");
      supplier->note = dup_cell (table, row, "note");
      supplier->lead_days = (int) get_number (table, row, "lead_days", 0);
      if (!sedia_supplier_save (self->db, supplier, error))
        return FALSE;

      g_array_append_val (self->suppliers, supplier->id);
      g_hash_table_insert (by_name, g_strdup (supplier->name),
                           GSIZE_TO_POINTER ((gsize) supplier->id));
    }

  return table != NULL;
}

static gboolean
add_customers (SediaSample  *self,
               GError      **error)
{
  g_autoptr (SediaTable) table = read_table ("customers.csv", error);

  for (guint row = 0; table != NULL && row < sedia_table_get_n_rows (table); row++)
    {
      g_autoptr (SediaCustomer) customer = sedia_customer_new ();

      customer->name = dup_cell (table, row, "name");
      customer->phone = dup_cell (table, row, "phone");
      customer->email = dup_cell (table, row, "email");
      customer->language = dup_cell (table, row, "language");
      customer->note = dup_cell (table, row, "note");
      sedia_channel_from_string (get (table, row, "channel"), &customer->channel);
      if (!sedia_customer_save (self->db, customer, error))
        return FALSE;

      g_array_append_val (self->customers, customer->id);
    }

  return table != NULL;
}

static SediaProduct *
product_of_row (const SediaTable *table,
                guint             row,
                GHashTable       *suppliers)
{
  SediaProduct *product = sedia_product_new ();
  const char *barcode = get (table, row, "barcode");
  gint64 pack = get_number (table, row, "pack", 0);

  g_free (product->unit);
  product->sku = dup_cell (table, row, "sku");
  product->name = dup_cell (table, row, "name");
  product->unit = dup_cell (table, row, "unit");
  product->category = dup_cell (table, row, "category");
  product->decimals = (guint) get_number (table, row, "decimals", 0);
  product->pack = pack != SEDIA_NO_AMOUNT ? pack : 0;
  product->price = get_number (table, row, "price", SEDIA_MONEY_DECIMALS);
  product->cost = get_number (table, row, "cost", SEDIA_MONEY_DECIMALS);
  product->minimum = get_number (table, row, "minimum", product->decimals);
  product->maximum = get_number (table, row, "maximum", product->decimals);
  product->supplier_id = (gint64) GPOINTER_TO_SIZE (
    g_hash_table_lookup (suppliers, get (table, row, "supplier")));
  sedia_backorder_policy_from_string (get (table, row, "backorder"), &product->backorder);
  if (*barcode != '\0')
    {
      product->barcodes = g_new0 (char *, 2);
      product->barcodes[0] = g_strdup (barcode);
    }

  return product;
}

static SediaSampleProduct
sample_product (const SediaProduct *product,
                guint               row,
                guint               popularity)
{
  const gint64 unit = sedia_quantity_one (product->decimals);

  return (SediaSampleProduct) {
    .id = product->id,
    .supplier_id = product->supplier_id,
    .minimum = product->minimum != SEDIA_NO_AMOUNT ? product->minimum : 0,
    .maximum = product->maximum != SEDIA_NO_AMOUNT ? product->maximum : 10 * unit,
    .pack = MAX (product->pack, 1) * unit,
    .price = product->price != SEDIA_NO_AMOUNT ? product->price : 0,
    .decimals = product->decimals,
    .popularity = popularity,
    .is_scarce = row % SCARCE_EVERY == SCARCE_FIRST && product->backorder == SEDIA_BACKORDER_ALLOW,
  };
}

static gboolean
add_products (SediaSample  *self,
              GHashTable   *suppliers,
              GError      **error)
{
  g_autoptr (SediaTable) table = read_table ("products.csv", error);

  for (guint row = 0; table != NULL && row < sedia_table_get_n_rows (table); row++)
    {
      g_autoptr (SediaProduct) product = product_of_row (table, row, suppliers);
      SediaSampleProduct known;

      if (!sedia_product_save (self->db, product, error))
        return FALSE;

      known = sample_product (product, row, (guint) get_number (table, row, "popularity", 0));
      g_array_append_val (self->products, known);
    }

  return table != NULL;
}

/* Of most goods more than enough, of the scarce ones a handful. */
static gboolean
add_stock (SediaSample  *self,
           GError      **error)
{
  for (guint i = 0; i < self->products->len; i++)
    {
      const SediaSampleProduct *product = &g_array_index (self->products, SediaSampleProduct, i);
      gint64 quantity = product->is_scarce ? product->minimum : product->maximum;

      quantity += (gint64) sedia_sample_chance (self, 6) * (product->decimals > 0 ? 500 : 1);
      if (quantity > 0 &&
          !sedia_stock_move (self->db, product->id, quantity, "opening", 0, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_sample_open_shop: Everything the shop has on its first day.
 */
gboolean
sedia_sample_open_shop (SediaSample  *self,
                        GError      **error)
{
  g_autoptr (GHashTable) suppliers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return sedia_sample_begin (self, "import", sedia_sample_time (self, 0, 8 * 60 + 5), NULL,
                             error) &&
         add_suppliers (self, suppliers, error) && add_customers (self, error) &&
         add_products (self, suppliers, error) && add_stock (self, error) &&
         sedia_operation_set_subject (self->db, "products.csv", error) &&
         sedia_sample_end (self, error);
}
