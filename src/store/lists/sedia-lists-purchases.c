/* The list of purchases: what is expected first comes first, and so what is late; then what nobody
 * knows the day of, what is not ordered yet, and what nothing more comes of, the newest first.
 *
 * What is still to come is few, and found product by product, off the index over it.
 */
#include "config.h"

#include "sedia-lists.h"
#include "sedia-time.h"

#include <inttypes.h>

/* A purchase of which something is still to come, and the first day on which it is expected. */
#define EXPECTED \
  "SELECT l.purchase_id AS id, min (ifnull (l.expected, 9999999)) AS day" \
  " FROM product_balance AS b" \
  " CROSS JOIN purchase_line AS l ON l.product_id = b.product_id AND l.incoming > 0" \
  " WHERE b.incoming > 0"

/* Which purchases are looked at, with the days of those of which something is still to come, in e,
 * where they are needed. */
static void
append_from (GString          *sql,
             const SediaQuery *query,
             gboolean          needs_days)
{
  if (query->filter == SEDIA_FILTER_EXPECTED)
    g_string_append (sql, "(" EXPECTED " GROUP BY 1) AS e CROSS JOIN purchase AS p ON p.id = e.id");
  else if (query->filter == SEDIA_FILTER_LATE)
    g_string_append_printf (sql,
                            "(" EXPECTED " AND ifnull (l.expected, 9999999) < %d GROUP BY 1) AS e"
                            " CROSS JOIN purchase AS p ON p.id = e.id", sedia_day_today ());
  else if (needs_days)
    g_string_append (sql, "purchase AS p LEFT JOIN (" EXPECTED " GROUP BY 1) AS e ON e.id = p.id");
  else
    g_string_append (sql, "purchase AS p");
}

static const char *
purchases_filter (SediaFilter filter)
{
  if (filter == SEDIA_FILTER_DRAFTS)
    return " AND p.status = 'draft'";
  if (filter == SEDIA_FILTER_CLOSED)
    return " AND e.id IS NULL AND p.status <> 'draft'";

  return "";
}

/* By number, supplier, or what is ordered. */
static void
append_search (GString          *sql,
               const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql,
                            " AND (p.id = CAST ($%u AS INTEGER)"
                            " OR instr (lower (s.name), $%u) > 0"
                            " OR EXISTS (SELECT 1 FROM purchase_line AS t JOIN product AS o"
                            " ON o.id = t.product_id WHERE t.purchase_id = p.id AND t.dropped = 0"
                            " AND (instr (lower (o.name), $%u) > 0"
                            " OR instr (lower (o.sku), $%u) > 0)))",
                            i + 1, i + 1, i + 1, i + 1);
}

static void
append_order (GString          *sql,
              const SediaQuery *query)
{
  const char *direction = query->descending ? "DESC" : "ASC";

  if (query->sort == SEDIA_SORT_NUMBER)
    g_string_append_printf (sql, " ORDER BY p.id %s", direction);
  else if (query->sort == SEDIA_SORT_AT)
    g_string_append_printf (sql, " ORDER BY p.placed_at %s, p.id %s", direction, direction);
  else if (query->sort == SEDIA_SORT_SUPPLIER)
    g_string_append_printf (sql, " ORDER BY s.name COLLATE NOCASE %s, p.id %s", direction,
                            direction);
  else
    g_string_append_printf (sql,
                            " ORDER BY CASE WHEN e.id IS NOT NULL THEN 0"
                            " WHEN p.status = 'draft' THEN 1 ELSE 2 END,"
                            " e.day %s, CASE WHEN e.id IS NOT NULL THEN p.id ELSE -p.id END",
                            direction);
}

/* Purchases that are still being typed: those changed last come first. */
static char *
drafts_sql (const SediaWords *words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT -d.id, 0 FROM draft AS d"
                                          " WHERE d.kind = 'purchase' AND d.hidden = 0");

  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql, " AND instr (lower (d.who), $%u) > 0", i + 1);
  g_string_append (sql, " ORDER BY d.updated_at DESC, d.id DESC");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * sedia_purchases_sql: (transfer full) the statement behind the list of purchases.
 */
char *
sedia_purchases_sql (const SediaQuery *query,
                     const SediaWords *words,
                     gboolean          drafts)
{
  const gboolean is_by_day = query->sort == SEDIA_SORT_DEFAULT ||
                             query->sort == SEDIA_SORT_EXPECTED;
  const gboolean needs_days = query->filter != SEDIA_FILTER_DRAFTS &&
                              (is_by_day || query->filter != SEDIA_FILTER_ALL);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (drafts)
    return drafts_sql (words);

  g_string_append (sql, "SELECT p.id, 0 FROM ");
  append_from (sql, query, needs_days);
  if (words->n_words > 0 || query->sort == SEDIA_SORT_SUPPLIER)
    g_string_append (sql, " JOIN supplier AS s ON s.id = p.supplier_id");

  g_string_append_printf (sql, " WHERE 1%s", purchases_filter (query->filter));
  if (query->of != 0)
    g_string_append_printf (sql, " AND p.supplier_id = %" PRId64, query->of);
  append_search (sql, words);
  if (needs_days || !is_by_day)
    append_order (sql, query);
  else
    g_string_append_printf (sql, " ORDER BY p.id %s", query->descending ? "ASC" : "DESC");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
