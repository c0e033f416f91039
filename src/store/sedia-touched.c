/* From touched rows to what a view calls changed: kinds of things instead of tables, and the things that
 * show what changed (the lines of a product that was renamed) with them.
 */
#include "config.h"

#include "sedia-touched.h"

typedef struct
{
  const char *table;
  SediaKind kind;       /* of the row itself */
  const char *statement; /* (nullable): what else shows it: rows of (kind, id) */
} Meaning;

static const Meaning meanings[] = {
  { "product", SEDIA_KIND_PRODUCT, "touched-by-product" },
  { "product_balance", SEDIA_KIND_PRODUCT, NULL },
  { "supplier", SEDIA_KIND_SUPPLIER, "touched-by-supplier" },
  { "customer", SEDIA_KIND_CUSTOMER, "touched-by-customer" },
  { "customer_order", SEDIA_KIND_ORDER, "touched-by-order" },
  { "order_line", SEDIA_KIND_LINE, "touched-by-line" },
  { "contact_due", SEDIA_N_KINDS, "touched-by-due" },
  { "contact", SEDIA_N_KINDS, "touched-by-contact" },
  { "barcode", SEDIA_N_KINDS, "touched-by-barcode" },
  { "delivery", SEDIA_KIND_DELIVERY, "touched-by-delivery" },
  { "delivery_draft", SEDIA_KIND_DRAFT, NULL },
  { "notice", SEDIA_KIND_NOTICE, NULL },
};

static const Meaning *
find_meaning (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].table, table))
      return &meanings[i];

  return NULL;
}

static void
add_dependants (SediaDb      *db,
                SediaChanges *changes,
                const char   *statement,
                gint64        row_id)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, NULL);

  if (stmt == NULL)
    return;

  sedia_stmt_bind_int64 (stmt, 1, row_id);
  while (sedia_stmt_step (stmt, NULL) == SEDIA_STEP_ROW)
    sedia_changes_add (changes, (SediaKind) sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 1));
}

/**
 * sedia_touched_to_changes:
 * @db: the writing connection, after a commit
 *
 * Returns: (transfer full): what the transactions since the last call touched
 */
SediaChanges *
sedia_touched_to_changes (SediaDb *db)
{
  g_autoptr (GArray) touched = sedia_db_take_touched (db);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SediaChanges *changes;

  /* Past this many rows a view resets anyway; naming each would take longer than that. */
  if (touched->len > 30000)
    return sedia_changes_new_everything ();

  changes = sedia_changes_new ();
  for (guint i = 0; i < touched->len; i++)
    {
      SediaTouched *row = &g_array_index (touched, SediaTouched, i);
      const Meaning *meaning = find_meaning (row->table);

      if (meaning == NULL)
        continue;
      if (meaning->kind != SEDIA_N_KINDS)
        {
          if (sedia_changes_has (changes, meaning->kind, row->row_id) && meaning->statement == NULL)
            continue;
          sedia_changes_add (changes, meaning->kind, row->row_id);
        }
      if (meaning->statement != NULL &&
          g_hash_table_add (seen, g_strdup_printf ("%s %" G_GINT64_FORMAT, row->table, row->row_id)))
        add_dependants (db, changes, meaning->statement, row->row_id);
    }

  return changes;
}
