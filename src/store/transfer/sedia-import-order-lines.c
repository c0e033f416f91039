/* Importing orders: understanding a line, and writing orders and lines. */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-import-private.h"

#include <glib/gi18n.h>


/* ---- reading */

static gboolean
ask_for_names (SediaDb   *db,
               gpointer   data,
               GError   **error)
{
  return sedia_known_products_load_names (data, db, error);
}

/* By SKU or barcode, and where a file has only names, by the name when it is the only one. */
static gboolean
find_product (SediaOrderPlan     *self,
              SediaImportFile    *file,
              SediaKnownProduct **product,
              GError            **error)
{
  const char *code = sedia_import_file_code (file, SEDIA_FIELD_SKU);
  const char *barcode = sedia_import_file_code (file, SEDIA_FIELD_BARCODE);

  *product = NULL;
  if (code != NULL)
    *product = sedia_known_products_find (self->products, code);
  if (*product == NULL && barcode != NULL)
    *product = sedia_known_products_by_barcode (self->products, barcode);
  if (*product == NULL && code != NULL)
    {
      if (self->products->by_name == NULL &&
          !sedia_feed_ask (self->feed, ask_for_names, self->products, error))
        return FALSE;
      *product = sedia_known_products_by_name (self->products, code);
    }

  if (*product == NULL && code == NULL && barcode == NULL)
    sedia_import_file_add_problem (file, _("The line has no product."));
  else if (*product == NULL)
    sedia_import_file_add_problem (file, _("Unknown product “%s”: import the products first."),
                                   code != NULL ? code : barcode);

  return TRUE;
}

static void
read_amounts (SediaImportFile        *file,
              const SediaImportOrder *order,
              guint                   decimals,
              SediaImportLine        *line)
{
  if (sedia_import_file_cell (file, SEDIA_FIELD_QUANTITY) == NULL)
    sedia_import_file_add_problem (file, _("The line has no quantity."));

  /* A line of nothing is only possible where another system shows one that was taken off. */
  sedia_import_file_number (file, SEDIA_FIELD_QUANTITY, decimals,
                            sedia_import_file_has (file, SEDIA_FIELD_CANCELLED) ? 0 : 1,
                            SEDIA_QUANTITY_MAX, &line->ordered);
  sedia_import_file_quantity (file, SEDIA_FIELD_CANCELLED, decimals, &line->cancelled);
  sedia_import_file_quantity (file, SEDIA_FIELD_DELIVERED, decimals, &line->delivered);
  sedia_import_file_money (file, SEDIA_FIELD_PRICE, &line->price);

  if (order->is_shipped && line->cancelled <= line->ordered)
    line->delivered = line->ordered - line->cancelled;
  else if (line->delivered + line->cancelled > line->ordered)
    sedia_import_file_add_problem (file, _("More is delivered or cancelled than was ordered."));
}

/* Where each row is a line, what the order said in its first row is said of each line in its own.
 */
static SediaImportOrder
order_as_in_row (SediaOrderPlan         *self,
                 SediaImportFile        *file,
                 const SediaImportOrder *order)
{
  SediaImportOrder own = *order;

  if (file == self->lines_file || file->line == order->line)
    return own;

  if (sedia_import_file_cell (file, SEDIA_FIELD_CUSTOMER) == NULL)
    return own;

  own.need_by = SEDIA_NO_DAY;
  sedia_import_file_day (file, SEDIA_FIELD_NEED_BY, &own.need_by);
  own.is_shipped = sedia_import_file_shipped (file);

  return own;
}

/**
 * sedia_order_plan_read_line:
 * @self: a plan
 * @file: the file that stands at the line
 * @order: the line's order
 * @error: return location
 *
 * Understands one line.
 *
 * Returns: %FALSE only when the database failed
 */
gboolean
sedia_order_plan_read_line (SediaOrderPlan    *self,
                            SediaImportFile   *file,
                            SediaImportOrder  *order,
                            GError           **error)
{
  SediaImportLine line = { .order = order->number, .placed_at = order->placed_at };
  SediaKnownProduct *product;
  SediaImportOrder as_in_row;

  if (order->is_known)
    return TRUE;

  line.position = ++order->n_lines;
  if (!find_product (self, file, &product, error))
    return FALSE;
  if (product == NULL)
    return TRUE;

  as_in_row = order_as_in_row (self, file, order);
  line.product = (guint) (product -
                          &g_array_index (self->products->products, SediaKnownProduct, 0));
  line.price = product->price;
  line.need_by = as_in_row.need_by;
  read_amounts (file, &as_in_row, product->decimals, &line);
  sedia_import_file_flag (file, SEDIA_FIELD_FIRST, &line.is_first);
  sedia_import_file_flag (file, SEDIA_FIELD_ALL, &line.is_whole);
  sedia_import_file_flag (file, SEDIA_FIELD_HELD, &line.is_held);

  if (line.ordered > line.delivered + line.cancelled)
    {
      self->n_sold_again += product->is_archived && !product->is_touched;
      product->is_touched = TRUE;
    }

  g_array_append_val (self->piece->lines, line);
  return TRUE;
}

/* ---- writing */

/* The files do not say when an order was placed: then it is placed now. */
static gint64
placed_at (SediaDb *db,
           gint64   said)
{
  return said != SEDIA_NO_AMOUNT ? said : sedia_db_operation (db)->at;
}

static gboolean
write_orders (SediaOrderPlan  *self,
              SediaDb         *db,
              GArray          *orders,
              GError         **error)
{
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "import-order-insert", 8);

  for (guint i = 0; i < orders->len; i++)
    {
      const SediaImportOrder *order = &g_array_index (orders, SediaImportOrder, i);

      sedia_bulk_add_int64 (bulk, self->first_id + order->number);
      sedia_bulk_add_int64 (bulk, g_array_index (self->customers->people, SediaKnownPerson,
                                                 order->customer - 1).id);
      sedia_bulk_add_int64 (bulk, placed_at (db, order->placed_at));
      sedia_bulk_add_int64 (bulk, order->is_whole);
      sedia_bulk_add_int64 (bulk, order->deposit);
      sedia_bulk_add_text (bulk, order->note);
      sedia_bulk_add_text (bulk, order->reference);
      sedia_bulk_add_int64 (bulk, sedia_db_operation (db)->id);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error);
}

static gboolean
are_plain (GArray *lines)
{
  gboolean are = TRUE;

  for (guint i = 0; are && i < lines->len; i++)
    {
      const SediaImportLine *line = &g_array_index (lines, SediaImportLine, i);

      are = line->cancelled == 0 && line->need_by == SEDIA_NO_DAY && !line->is_first &&
            !line->is_whole && !line->is_held;
    }

  return are;
}

static void
add_line (SediaOrderPlan        *self,
          SediaDb               *db,
          SediaBulk             *bulk,
          const SediaImportLine *line,
          gboolean               is_plain)
{
  const SediaKnownProduct *product = &g_array_index (self->products->products, SediaKnownProduct,
                                                     line->product);

  sedia_bulk_add_int64 (bulk, self->first_id + line->order);
  sedia_bulk_add_int64 (bulk, line->position);
  sedia_bulk_add_int64 (bulk, product->id);
  sedia_bulk_add_int64 (bulk, placed_at (db, line->placed_at));
  sedia_bulk_add_int64 (bulk, line->ordered);
  if (!is_plain)
    sedia_bulk_add_int64 (bulk, line->cancelled);
  sedia_bulk_add_int64 (bulk, line->delivered); /* before the import, and so in all */
  sedia_bulk_add_optional (bulk, line->price, SEDIA_NO_AMOUNT);
  if (!is_plain)
    {
      sedia_bulk_add_optional (bulk, line->need_by, SEDIA_NO_DAY);
      sedia_bulk_add_int64 (bulk, line->is_first ? 0 : 1);
      sedia_bulk_add_int64 (bulk, line->is_whole);
      sedia_bulk_add_int64 (bulk, line->is_held);
    }
  sedia_bulk_add_int64 (bulk, sedia_db_operation (db)->id);
}

static gboolean
write_lines (SediaOrderPlan  *self,
             SediaDb         *db,
             GArray          *lines,
             GError         **error)
{
  const gboolean plain = are_plain (lines);
  g_autoptr (SediaBulk) bulk = plain ? sedia_bulk_new (db, "import-plain-line-insert", 8)
                                     : sedia_bulk_new (db, "import-line-insert", 13);

  for (guint i = 0; i < lines->len; i++)
    {
      add_line (self, db, bulk, &g_array_index (lines, SediaImportLine, i), plain);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error);
}

static gboolean
drop_indexes (SediaOrderPlan  *self,
              SediaDb         *db,
              GError         **error)
{
  const SediaImportFile *lines = self->lines_file != NULL ? self->lines_file : self->file;
  gint64 has_lines;

  if (sedia_table_get_n_rows (lines->table) < SEDIA_IMPORT_BIG)
    return TRUE;
  if (!sedia_db_value (db, &has_lines, error, "import-has-lines", 0))
    return FALSE;

  return has_lines != 0 ||
         (sedia_import_drop_indexes (db, "customer_order", self->indexes, error) &&
          sedia_import_drop_indexes (db, "order_line", self->indexes, error));
}

static gboolean
begin_writing (SediaOrderPlan  *self,
               SediaDb         *db,
               GError         **error)
{
  return drop_indexes (self, db, error) &&
         sedia_db_value (db, &self->first_id, error, "import-order-next", 0);
}

/**
 * sedia_order_plan_write:
 * @self: a plan
 * @db: the writing connection, in an operation
 * @piece: orders and lines, and nothing wrong with them
 * @error: return location
 *
 * Writes what is understood by now.
 */
gboolean
sedia_order_plan_write (SediaOrderPlan         *self,
                        SediaDb                *db,
                        const SediaOrderPiece  *piece,
                        GError                **error)
{
  return (self->first_id > 0 || begin_writing (self, db, error)) &&
         sedia_import_check_cancelled (db, 0, error) &&
         write_orders (self, db, piece->orders, error) &&
         write_lines (self, db, piece->lines, error);
}

static gboolean
serve (SediaOrderPlan  *self,
       SediaDb         *db,
       GError         **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->products->products->len; i++)
    {
      const SediaKnownProduct *product = &g_array_index (self->products->products,
                                                         SediaKnownProduct, i);

      if (!product->is_touched)
        continue;

      g_hash_table_add (touched, GSIZE_TO_POINTER ((gsize) product->id));
      if (product->is_archived &&
          !sedia_db_run (db, error, "import-product-sell-again", 1, product->id))
        return FALSE;
    }

  return sedia_import_serve (db, touched, SEDIA_SERVE_QUIET, error);
}

/**
 * sedia_order_plan_end:
 * @self: a plan without problems, all of it written
 * @db: the writing connection, in an operation
 * @error: return location
 *
 * Builds the indexes again and serves what is open from the stock.
 */
gboolean
sedia_order_plan_end (SediaOrderPlan  *self,
                      SediaDb         *db,
                      GError         **error)
{
  return sedia_import_build_indexes (db, self->indexes, error) && serve (self, db, error);
}
