/* Importing products: writing what was understood. */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-import-private.h"

/* ---- suppliers that were planned */

static gboolean
write_suppliers (SediaProductPlan  *self,
                 SediaDb           *db,
                 GArray           **ids,
                 GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "supplier-insert", error);

  *ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (*ids, self->n_new_suppliers + 1);
  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < self->suppliers->people->len; i++)
    {
      const SediaKnownPerson *supplier = &g_array_index (self->suppliers->people, SediaKnownPerson,
                                                         i);

      if (supplier->id > 0)
        continue;

      sedia_stmt_bind_text (stmt, 1, supplier->code);
      sedia_stmt_bind_text (stmt, 2, supplier->name);
      sedia_stmt_bind_text (stmt, 3, "");
      sedia_stmt_bind_text (stmt, 4, "");
      sedia_stmt_bind_optional (stmt, 5, -1, -1);
      sedia_stmt_bind_text (stmt, 6, "");
      sedia_stmt_bind_int64 (stmt, 7, 0);
      sedia_stmt_bind_optional (stmt, 8, SEDIA_NO_AMOUNT, SEDIA_NO_AMOUNT);
      sedia_stmt_bind_int64 (stmt, 9, sedia_db_operation (db)->id);
      if (!sedia_stmt_run_id (stmt, &g_array_index (*ids, gint64, -supplier->id), error))
        return FALSE;
    }

  return TRUE;
}

/* ---- products */

static gboolean
is_same_text (const char *a,
              const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
is_same_product (const SediaProduct *a,
                 const SediaProduct *b)
{
  return is_same_text (a->sku, b->sku) && is_same_text (a->name, b->name) &&
         is_same_text (a->unit, b->unit) && is_same_text (a->category, b->category) &&
         is_same_text (a->note, b->note) && a->pack == b->pack &&
         a->supplier_id == b->supplier_id && a->price == b->price && a->cost == b->cost &&
         a->minimum == b->minimum && a->maximum == b->maximum && a->moq == b->moq &&
         a->backorder == b->backorder && a->backorder_limit == b->backorder_limit &&
         a->backorder_wait == b->backorder_wait &&
         a->backorder_deposit == b->backorder_deposit &&
         is_same_text (a->backorder_why, b->backorder_why) &&
         !a->allow_negative == !b->allow_negative && !a->archived == !b->archived;
}

/* The values of `product-insert` and `product-update` up to the last; texts are those of the
 * product. */
static void
add_product (SediaBulk          *bulk,
             const SediaProduct *product)
{
  sedia_bulk_add_text (bulk, product->sku);
  sedia_bulk_add_text (bulk, product->name);
  sedia_bulk_add_text (bulk, product->unit);
  sedia_bulk_add_int64 (bulk, product->decimals);
  sedia_bulk_add_optional (bulk, product->pack, 0);
  sedia_bulk_add_text (bulk, product->category != NULL ? product->category : "");
  sedia_bulk_add_optional (bulk, product->supplier_id, 0);
  sedia_bulk_add_optional (bulk, product->price, SEDIA_NO_AMOUNT);
  sedia_bulk_add_optional (bulk, product->cost, SEDIA_NO_AMOUNT);
  sedia_bulk_add_optional (bulk, product->minimum, SEDIA_NO_AMOUNT);
  sedia_bulk_add_optional (bulk, product->maximum, SEDIA_NO_AMOUNT);
  sedia_bulk_add_optional (bulk, product->moq, SEDIA_NO_AMOUNT);
  sedia_bulk_add_text (bulk, sedia_backorder_policy_to_string (product->backorder));
  sedia_bulk_add_optional (bulk, product->backorder_limit, SEDIA_NO_AMOUNT);
  sedia_bulk_add_int64 (bulk, product->allow_negative);
  sedia_bulk_add_text (bulk, product->note != NULL ? product->note : "");
  sedia_bulk_add_int64 (bulk, product->archived);
  sedia_bulk_add_optional (bulk, product->backorder_wait, 0);
  sedia_bulk_add_optional (bulk, product->backorder_deposit, 0);
  sedia_bulk_add_text (bulk, product->backorder_why != NULL ? product->backorder_why : "");
}

static gboolean
insert_products (SediaProductPlan  *self,
                 SediaDb           *db,
                 GError           **error)
{
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "product-insert", 21);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);

      if (row->before != NULL)
        continue;

      sedia_import_file_tell (self->file, SEDIA_IMPORT_WRITING, i, self->rows->len);
      add_product (bulk, row->after);
      sedia_bulk_add_int64 (bulk, sedia_db_operation (db)->id);
      if (!sedia_import_check_cancelled (db, i, error) || !sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  if (!sedia_bulk_flush (bulk, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);

      if (row->before == NULL)
        row->after->id = sedia_bulk_get_id (bulk, n++);
    }

  return TRUE;
}

static gboolean
update_products (SediaProductPlan  *self,
                 SediaDb           *db,
                 GError           **error)
{
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "product-update", 21);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);

      if (row->before == NULL || is_same_product (row->before, row->after))
        continue;

      sedia_import_file_tell (self->file, SEDIA_IMPORT_WRITING, i, self->rows->len);
      add_product (bulk, row->after);
      sedia_bulk_add_int64 (bulk, row->after->id);
      if (!sedia_import_check_cancelled (db, i, error) || !sedia_bulk_flush (bulk, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_products (SediaProductPlan  *self,
                SediaDb           *db,
                GError           **error)
{
  g_autoptr (GArray) supplier_ids = NULL;

  if (!write_suppliers (self, db, &supplier_ids, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SediaProduct *after = g_array_index (self->rows, SediaProductRow, i).after;

      if (after->supplier_id < 0)
        after->supplier_id = g_array_index (supplier_ids, gint64, -after->supplier_id);
    }

  return insert_products (self, db, error) && update_products (self, db, error);
}

static gboolean
write_barcodes (SediaProductPlan  *self,
                SediaDb           *db,
                GError           **error)
{
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "barcode-insert", 3);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);

      for (guint j = 0; row->barcodes != NULL && row->barcodes[j] != NULL; j++)
        {
          sedia_bulk_add_int64 (bulk, row->after->id);
          sedia_bulk_add_text (bulk, row->barcodes[j]);
          sedia_bulk_add_int64 (bulk, sedia_db_operation (db)->id);
          if (!sedia_bulk_end_row (bulk, error))
            return FALSE;
        }
    }

  return sedia_bulk_flush (bulk, error);
}

/* ---- stock */

static gboolean
ask_for_count (SediaDb  *db,
               gint64    product_id,
               GError  **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);

  return sedia_db_run (db, error, "count-request-insert", 3, product_id, operation->at,
                       operation->id);
}

static gboolean
ask_for_counts (SediaProductPlan  *self,
                SediaDb           *db,
                GError           **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);
      const gint64 on_hand = row->before != NULL ? row->before->on_hand : 0;

      if (row->movement != 0 && on_hand + row->movement < 0 &&
          !ask_for_count (db, row->after->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_movements (SediaProductPlan  *self,
                 SediaDb           *db,
                 GHashTable        *moved,
                 GError           **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "movement-insert", 7);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SediaProductRow *row = &g_array_index (self->rows, SediaProductRow, i);

      if (row->movement == 0)
        continue;

      sedia_bulk_add_int64 (bulk, row->after->id);
      sedia_bulk_add_int64 (bulk, row->movement);
      sedia_bulk_add_text (bulk, row->before != NULL ? "import" : "opening");
      sedia_bulk_add_int64 (bulk, operation->at);
      sedia_bulk_add_text (bulk, NULL);
      sedia_bulk_add_text (bulk, "");
      sedia_bulk_add_int64 (bulk, operation->id);
      if (!sedia_import_check_cancelled (db, i, error) || !sedia_bulk_end_row (bulk, error))
        return FALSE;

      if (row->before != NULL)
        g_hash_table_add (moved, GSIZE_TO_POINTER ((gsize) row->after->id));
    }

  return sedia_bulk_flush (bulk, error) && ask_for_counts (self, db, error);
}

/* ---- all of it */

/* Filling an empty table, it is quicker to sort once at the end than to insert in order each time.
 */
static gboolean
drop_indexes (SediaProductPlan  *self,
              SediaDb           *db,
              GPtrArray         *indexes,
              GError           **error)
{
  static const char *const tables[] = { "product", "product_balance", "movement", "barcode" };
  gint64 has_products;

  if (self->rows->len < SEDIA_IMPORT_BIG)
    return TRUE;
  if (!sedia_db_value (db, &has_products, error, "import-has-products", 0))
    return FALSE;

  for (gsize i = 0; has_products == 0 && i < G_N_ELEMENTS (tables); i++)
    if (!sedia_import_drop_indexes (db, tables[i], indexes, error))
      return FALSE;

  return TRUE;
}

/**
 * sedia_product_plan_apply:
 * @self: a plan without problems
 * @db: the writing connection, in an operation
 * @error: return location
 *
 * Writes the products, their stock, and serves those who wait for it.
 */
gboolean
sedia_product_plan_apply (SediaProductPlan  *self,
                          SediaDb           *db,
                          GError           **error)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_free);

  if (!drop_indexes (self, db, indexes, error) || !write_products (self, db, error))
    return FALSE;

  sedia_import_file_tell (self->file, SEDIA_IMPORT_FINISHING, 0, 0);
  return write_barcodes (self, db, error) && write_movements (self, db, moved, error) &&
         sedia_import_build_indexes (db, indexes, error) &&
         sedia_import_serve (db, moved, SEDIA_SERVE_RESTOCK, error);
}
