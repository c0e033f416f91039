/* From touched rows to what a view calls changed: kinds of things instead of tables, and the things
 * that show what changed (the lines of a product that was renamed) with them.
 */
#include "config.h"

#include "sedia-touched.h"

/* Past this many rows a view resets anyway; naming each would take longer than that. */
#define MOST 30000

typedef struct
{
  const char *table;
  SediaKind kind;        /* of the row itself; SEDIA_N_KINDS for none */
  const char *statement; /* (nullable): what else shows it: rows of (kind, id) */
  gboolean edits_only;   /* a new row comes with a change of what shows it */
} Meaning;

static const Meaning meanings[] = {
  { "product", SEDIA_KIND_PRODUCT, "touched-by-product", FALSE },
  { "product_balance", SEDIA_KIND_PRODUCT, NULL, FALSE },
  { "supplier", SEDIA_KIND_SUPPLIER, "touched-by-supplier", FALSE },
  { "customer", SEDIA_KIND_CUSTOMER, "touched-by-customer", FALSE },
  { "customer_order", SEDIA_KIND_ORDER, "touched-by-order", FALSE },
  { "contact_due", SEDIA_N_KINDS, "touched-by-due", TRUE },
  { "contact", SEDIA_N_KINDS, "touched-by-contact", FALSE },
  { "expected", SEDIA_N_KINDS, "touched-by-expected", FALSE },
  { "purchase", SEDIA_KIND_PURCHASE, "touched-by-purchase", FALSE },
  { "purchase_line", SEDIA_N_KINDS, "touched-by-purchase-line", FALSE },
  { "deposit_return", SEDIA_N_KINDS, "touched-by-deposit", FALSE },
  { "barcode", SEDIA_N_KINDS, "touched-by-barcode", FALSE },
  { "delivery", SEDIA_KIND_DELIVERY, "touched-by-delivery", FALSE },
  { "draft", SEDIA_KIND_DRAFT, NULL, FALSE },
  { "restock", SEDIA_KIND_NOTICE, NULL, FALSE },
  { "operation", SEDIA_KIND_OPERATION, "touched-by-operation", FALSE },
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

/* The row there is most of: a line with its order, customer, product and supplier in one look. */
static void
add_line (SediaDb      *db,
          SediaChanges *changes,
          gint64        line_id)
{
  g_autoptr (SediaStmt) stmt = NULL;

  if (sedia_changes_has (changes, SEDIA_KIND_LINE, line_id))
    return;

  sedia_changes_add (changes, SEDIA_KIND_LINE, line_id);
  if (!(stmt = sedia_db_prepare (db, "touched-by-line", NULL)))
    return;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  if (sedia_stmt_step (stmt, NULL) != SEDIA_STEP_ROW)
    return;

  sedia_changes_add (changes, SEDIA_KIND_ORDER, sedia_stmt_int64 (stmt, 0));
  sedia_changes_add (changes, SEDIA_KIND_CUSTOMER, sedia_stmt_int64 (stmt, 1));
  sedia_changes_add (changes, SEDIA_KIND_PRODUCT, sedia_stmt_int64 (stmt, 2));
  sedia_changes_add (changes, SEDIA_KIND_SUPPLIER, sedia_stmt_int64 (stmt, 3));
}

static void
add_row (SediaDb            *db,
         SediaChanges       *changes,
         GHashTable         *seen,
         const SediaTouched *row)
{
  const Meaning *meaning = find_meaning (row->table);

  if (meaning == NULL || (meaning->edits_only && row->is_new))
    return;
  if (meaning->kind != SEDIA_N_KINDS)
    sedia_changes_add (changes, meaning->kind, row->row_id);
  if (meaning->statement != NULL &&
      g_hash_table_add (seen, g_strdup_printf ("%s %" G_GINT64_FORMAT, row->table, row->row_id)))
    add_dependants (db, changes, meaning->statement, row->row_id);
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
  const char *lines = g_intern_static_string ("order_line"),
             *ledger = g_intern_static_string ("reservation");
  const char *balances = g_intern_static_string ("product_balance");
  const char *settings = g_intern_static_string ("setting");
  const char *holidays = g_intern_static_string ("holiday");
  const char *past = g_intern_static_string ("past_sale");
  SediaChanges *changes;

  if (touched->len > MOST)
    return sedia_changes_new_everything ();

  changes = sedia_changes_new ();
  for (guint i = 0; i < touched->len; i++)
    {
      const SediaTouched *row = &g_array_index (touched, SediaTouched, i);

      /* Tables are interned: the frequent ones are told by their address. */
      /* another serving rule is another order of every queue, another holiday another clock; and
       * what was sold before comes by the thousands */
      if (row->table == settings || row->table == holidays || row->table == past)
        {
          sedia_changes_unref (changes);
          return sedia_changes_new_everything ();
        }
      if (row->table == lines)
        add_line (db, changes, row->row_id);
      else if (row->table == balances)
        sedia_changes_add (changes, SEDIA_KIND_PRODUCT, row->row_id);
      else if (row->table != ledger)
        add_row (db, changes, seen, row);
    }

  return changes;
}
