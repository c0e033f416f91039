/* The spines: ids in the order a list shows them.
 *
 * This is the only SQL put together at run time: a base, filters and an order from the fixed tables
 * below. What a user typed is only ever bound.
 */
#include "config.h"

#include "sedia-lists.h"

#include "sedia-catalogue.h"
#include "sedia-names.h"
#include "sedia-phone.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <inttypes.h>
#include <string.h>

/* The queue's own order, by the rule in force. Ids of lines rise with their orders and positions,
 * so the oldest come off the index over (placed_at, id). */
static const char *
queue_order (SediaServing serving,
             gboolean     descending)
{
  if (serving == SEDIA_SERVING_STRICTLY_OLDEST)
    return descending ? "l.placed_at DESC, l.id DESC" : "l.placed_at, l.id";

  return descending ? "l.priority DESC, ifnull (l.need_by, 9999999) DESC, l.placed_at DESC,"
                      " l.order_id DESC, l.position DESC"
                    : "l.priority, ifnull (l.need_by, 9999999), l.placed_at, l.order_id,"
                      " l.position";
}

/* ---- what was typed */

static void
append_waiting_search (GString     *sql,
                       const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql,
                            " AND (instr (lower (p.name), $%u) > 0"
                            " OR instr (lower (p.sku), $%u) > 0"
                            " OR instr (lower (c.name), $%u) > 0"
                            " OR l.order_id = CAST ($%u AS INTEGER))",
                            i + 1, i + 1, i + 1, i + 1);
}

static void
append_delivery_search (GString          *sql,
                        const SediaWords *words,
                        const char       *number,
                        const char       *supplier)
{
  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (sql,
                            " AND (instr (lower (%s), $%u) > 0"
                            " OR instr (lower (ifnull (%s, '')), $%u) > 0"
                            " OR d.id = CAST ($%u AS INTEGER))",
                            number, i + 1, supplier, i + 1, i + 1);
}

/* ---- stock */

static const char *
stock_filter (SediaFilter filter)
{
  if (filter == SEDIA_FILTER_WAITING)
    return " AND b.waiting > 0";
  if (filter == SEDIA_FILTER_SHORT)
    return " AND (b.free <= 0 OR (p.minimum IS NOT NULL"
           " AND b.on_hand + b.incoming - b.open < p.minimum))";
  if (filter == SEDIA_FILTER_NEGATIVE)
    return " AND b.on_hand < 0";

  return "";
}

/* Column (with its index's order), and whether it is a column of the balance. */
static const char *
stock_order (SediaSort  sort,
             gboolean  *is_balance)
{
  *is_balance = TRUE;
  if (sort == SEDIA_SORT_ON_HAND)
    return "b.on_hand";
  if (sort == SEDIA_SORT_RESERVED)
    return "b.reserved";
  if (sort == SEDIA_SORT_FREE)
    return "b.free";
  if (sort == SEDIA_SORT_WAITING)
    return "b.waiting";
  if (sort == SEDIA_SORT_STATE) /* the urgency of sedia_product_state() */
    return "CASE WHEN b.on_hand < 0 THEN 0 WHEN b.waiting > 0 THEN 1 WHEN b.free <= 0 THEN 2"
           " WHEN p.minimum IS NOT NULL AND b.on_hand + b.incoming - b.open < p.minimum THEN 3"
           " ELSE 4 END";

  *is_balance = FALSE;
  return sort == SEDIA_SORT_SKU ? "p.sku" : "p.name COLLATE NOCASE";
}

/* Without what was typed: that is looked for in sedia-names.c. */
static char *
stock_sql (const SediaQuery *query)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean is_balance;
  const char *order = stock_order (query->sort, &is_balance);
  const char *filter = stock_filter (query->filter);
  const char *direction = query->descending ? "DESC" : "ASC";
  const gboolean needs_product = !is_balance || strstr (filter, "p.") != NULL || query->of != 0 ||
                                 query->sort == SEDIA_SORT_STATE;
  const gboolean needs_balance = is_balance || *filter != '\0';
  const char *id = needs_product && !is_balance ? "p.id" : "b.product_id";

  g_string_append_printf (sql, "SELECT %s, 0 FROM ", id);
  if (is_balance)
    g_string_append_printf (sql, "product_balance AS b%s",
                            needs_product ? " CROSS JOIN product AS p ON p.id = b.product_id" : "");
  else
    g_string_append_printf (sql, "product AS p%s",
                            needs_balance
                              ? " CROSS JOIN product_balance AS b ON b.product_id = p.id"
                              : "");

  g_string_append_printf (sql, " WHERE %s %s (SELECT id FROM product WHERE archived = 1)%s", id,
                          query->filter == SEDIA_FILTER_ARCHIVED ? "IN" : "NOT IN", filter);
  if (query->of != 0)
    g_string_append_printf (sql, " AND p.supplier_id = %" PRId64, query->of);
  g_string_append_printf (sql, " ORDER BY %s %s, %s %s", order, direction, id, direction);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* ---- waiting */

static void
append_waiting_filter (GString          *sql,
                       const SediaQuery *query)
{
  if (query->filter != SEDIA_FILTER_LINES)
    g_string_append (sql, " WHERE l.open > 0");

  if (query->filter == SEDIA_FILTER_FILLABLE)
    g_string_append (sql, " AND l.reserved > 0 AND (l.waiting = 0 OR l.all_or_nothing = 0)"
                          " AND NOT (o.all_or_nothing = 1 AND EXISTS (SELECT 1 FROM order_line AS w"
                          " WHERE w.order_id = l.order_id AND w.waiting > 0))");
  else if (query->filter == SEDIA_FILTER_LATE)
    g_string_append_printf (sql, " AND l.need_by IS NOT NULL AND l.need_by < %d",
                            sedia_day_today ());
  else if (query->filter == SEDIA_FILTER_LINES)
    {
      g_string_append (sql, " WHERE l.id IN (");
      for (guint i = 0; query->lines != NULL && i < query->lines->len; i++)
        g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                                g_array_index (query->lines, gint64, i));
      g_string_append (sql, ")");
    }

  if (query->of != 0)
    g_string_append_printf (sql, " AND o.customer_id = %" PRId64, query->of);
}

static char *
waiting_order (const SediaQuery *query,
               SediaServing      serving)
{
  const char *direction = query->descending ? "DESC" : "ASC";

  switch (query->sort)
    {
    case SEDIA_SORT_CUSTOMER:
      return g_strdup_printf ("c.name COLLATE NOCASE %s, c.id %s, l.id %s", direction, direction,
                              direction);
    case SEDIA_SORT_PRODUCT:
    case SEDIA_SORT_NAME:
      return g_strdup_printf ("p.name COLLATE NOCASE %s, p.id %s, %s", direction, direction,
                              queue_order (serving, FALSE));
    case SEDIA_SORT_OPEN:
      return g_strdup_printf ("l.open %s, l.id %s", direction, direction);
    case SEDIA_SORT_RESERVED:
      return g_strdup_printf ("l.reserved %s, l.id %s", direction, direction);
    case SEDIA_SORT_WAITING:
      return g_strdup_printf ("l.waiting %s, l.id %s", direction, direction);
    case SEDIA_SORT_SINCE:
      return g_strdup_printf ("l.placed_at %s, l.id %s", direction, direction);
    case SEDIA_SORT_NEED_BY:
      return g_strdup_printf ("l.need_by IS NULL, l.need_by %s, l.id %s", direction, direction);
    case SEDIA_SORT_NUMBER:
      return g_strdup_printf ("l.order_id %s, l.position %s", direction, direction);
    case SEDIA_SORT_DEFAULT:
    case SEDIA_SORT_SKU:
    case SEDIA_SORT_ON_HAND:
    case SEDIA_SORT_FREE:
    case SEDIA_SORT_STATE:
    case SEDIA_SORT_SUPPLIER:
    case SEDIA_SORT_AT:
    case SEDIA_SORT_EXPECTED:
      break;
    }

  return g_strdup (queue_order (serving, query->descending));
}

/* Two look-ups a row that a million rows do without unless something asks for them. */
static gboolean
needs_customer (const SediaQuery *query,
                const SediaWords *words)
{
  return words->n_words > 0 || query->of != 0 || query->grouping == SEDIA_GROUP_CUSTOMER ||
         query->sort == SEDIA_SORT_CUSTOMER || query->filter == SEDIA_FILTER_FILLABLE;
}

static char *
waiting_sql (const SediaQuery *query,
             const SediaWords *words,
             SediaServing      serving)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *order = waiting_order (query, serving);
  const char *group = "0";
  const char *group_order = "";
  /* By product the names lead and each queue is read off its index: a million lines unsorted. */
  gboolean by_product = query->grouping == SEDIA_GROUP_PRODUCT;

  if (query->grouping == SEDIA_GROUP_PRODUCT)
    {
      group = "p.id";
      group_order = "p.name COLLATE NOCASE, p.id, ";
    }
  else if (query->grouping == SEDIA_GROUP_CUSTOMER)
    {
      group = "c.id";
      group_order = "c.name COLLATE NOCASE, c.id, ";
    }
  else if (query->grouping == SEDIA_GROUP_SUPPLIER)
    {
      group = "ifnull (p.supplier_id, 9223372036854775807)";
      group_order = "s.name IS NULL, s.name COLLATE NOCASE, s.id, p.name COLLATE NOCASE, p.id, ";
    }

  g_string_append_printf (sql, "SELECT l.id, %s FROM ", group);
  if (by_product && query->filter != SEDIA_FILTER_LINES)
    g_string_append (sql, "product AS p CROSS JOIN order_line AS l ON l.product_id = p.id");
  else
    g_string_append (sql, "order_line AS l JOIN product AS p ON p.id = l.product_id");
  if (needs_customer (query, words))
    g_string_append (sql, " JOIN customer_order AS o ON o.id = l.order_id"
                          " JOIN customer AS c ON c.id = o.customer_id");
  if (query->grouping == SEDIA_GROUP_SUPPLIER)
    g_string_append (sql, " LEFT JOIN supplier AS s ON s.id = p.supplier_id");
  append_waiting_filter (sql, query);
  append_waiting_search (sql, words);
  g_string_append_printf (sql, " ORDER BY %s%s", group_order, order);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* ---- deliveries */

static char *
deliveries_sql (const SediaQuery *query,
                const SediaWords      *words,
                gboolean          drafts)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *direction = query->sort == SEDIA_SORT_DEFAULT || query->descending ? "DESC" : "ASC";
  const char *order = "d.id";

  if (drafts)
    {
      g_string_append (sql, "SELECT -d.id, 0 FROM draft AS d"
                            " WHERE d.kind = 'delivery' AND d.hidden = 0");
      append_delivery_search (sql, words, "d.number", "d.who");
      g_string_append (sql, " ORDER BY d.updated_at DESC, d.id DESC");
      return g_string_free (g_steal_pointer (&sql), FALSE);
    }

  if (query->sort == SEDIA_SORT_AT)
    order = "d.at";
  else if (query->sort == SEDIA_SORT_SUPPLIER)
    order = "s.name COLLATE NOCASE";

  g_string_append (sql, "SELECT d.id, 0 FROM delivery AS d"
                        " LEFT JOIN supplier AS s ON s.id = d.supplier_id WHERE 1");
  if (query->of != 0)
    g_string_append_printf (sql, " AND d.supplier_id = %" PRId64, query->of);
  append_delivery_search (sql, words, "d.note_number", "s.name");
  g_string_append_printf (sql, " ORDER BY %s %s, d.id %s", order, direction, direction);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* ---- customers */

/* A phone number is one word, however it is written; its end finds it, with the country's calling
 * code or without. */
static char *
dup_as_number (const char *search)
{
  g_autofree char *digits = sedia_phone_digits (search);
  const gsize length = strlen (digits);

  for (const char *p = search; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return NULL;

  return length >= SEDIA_PHONE_TAIL ? g_strdup (digits + length - SEDIA_PHONE_TAIL) : NULL;
}

static void
init_words (SediaWords       *words,
            const SediaQuery *query)
{
  g_autofree char *number = NULL;

  if (query->kind == SEDIA_LIST_CUSTOMERS)
    number = dup_as_number (query->search);

  sedia_words_init (words, number != NULL ? number : query->search);
}

/* ---- reading */

/* What a row of a list must be, beyond its statement. */
typedef struct
{
  SediaNames *names;
  guint8 *marks;   /* (nullable): which products fit what was typed */
  GHashTable *due; /* (nullable): ids of lines, or of customers, of whom the clock says so */
  gboolean is_due; /* whether those are wanted, or the others */
  guint limit;     /* 0 for all rows */
} Wanted;

static gboolean
read_spine (SediaDb          *db,
            const SediaQuery *query,
            const char       *sql,
            const SediaWords *words,
            const Wanted     *wanted,
            GArray           *spine,
            GError          **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (db, sql, error);
  gint64 group_before = 0;
  guint n = 0;
  SediaStep step = SEDIA_STEP_DONE;

  if (stmt == NULL)
    return FALSE;

  if (wanted->marks == NULL)
    sedia_words_bind (stmt, words);
  while ((wanted->limit == 0 || n < wanted->limit) &&
         (step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);

      if (wanted->marks != NULL && !sedia_names_is_marked (wanted->names, wanted->marks, id))
        continue;
      if (wanted->due != NULL && g_hash_table_contains (wanted->due, &id) != wanted->is_due)
        continue;

      if (query->grouping != SEDIA_GROUP_NONE)
        {
          const gint64 group = sedia_stmt_int64 (stmt, 1);
          const gint64 heading = -group;

          if (group != group_before)
            g_array_append_val (spine, heading);
          group_before = group;
        }
      g_array_append_val (spine, id);
      n++;
    }

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_lists_sql:
 * @query: a query
 * @drafts: for deliveries, orders and purchases, which half
 * @serving: for waiting lines, the rule in force
 *
 * Returns: (transfer full): the statement behind a list, for the tests that look at its plan
 */
char *
sedia_lists_sql (const SediaQuery *query,
                 gboolean          drafts,
                 SediaServing      serving)
{
  g_auto (SediaWords) words = { .n_words = 0 };

  init_words (&words, query);
  switch (query->kind)
    {
    case SEDIA_LIST_STOCK:
      return stock_sql (query);
    case SEDIA_LIST_WAITING:
      return waiting_sql (query, &words, serving);
    case SEDIA_LIST_DELIVERIES:
      return deliveries_sql (query, &words, drafts);
    case SEDIA_LIST_ORDERS:
      return sedia_orders_sql (query, &words, drafts);
    case SEDIA_LIST_CUSTOMERS:
      return sedia_customers_sql (query, &words);
    case SEDIA_LIST_SUPPLIERS:
      return sedia_suppliers_sql (query, &words);
    case SEDIA_LIST_HISTORY:
      return sedia_history_sql (query, &words);
    case SEDIA_LIST_PURCHASES:
      return sedia_purchases_sql (query, &words, drafts);
    }

  g_assert_not_reached ();
}

static gboolean
is_by_name (const SediaQuery *query)
{
  return query->filter == SEDIA_FILTER_ALL && query->of == 0 && !query->descending &&
         (query->sort == SEDIA_SORT_DEFAULT || query->sort == SEDIA_SORT_NAME);
}

/* By name the products that fit come as they are found (all of them when nothing was typed: so the
 * names are at hand when something is); in another order, or with a filter, they are picked out of
 * the list.
 */
static GArray *
search_stock (SediaDb          *db,
              const SediaQuery *query,
              const SediaWords *words,
              guint             limit,
              GError          **error)
{
  SediaNames *names = sedia_names_get (db, error);
  g_autoptr (GArray) spine = NULL;
  g_autofree guint8 *marks = NULL;
  g_autofree char *sql = NULL;
  Wanted wanted;

  if (names == NULL)
    return NULL;
  if (is_by_name (query))
    return sedia_names_find (names, words, limit);

  marks = sedia_names_mark (names, words);
  wanted = (Wanted) { .names = names, .marks = marks, .limit = limit };
  spine = g_array_new (FALSE, FALSE, sizeof (gint64));
  sql = stock_sql (query);

  return read_spine (db, query, sql, words, &wanted, spine, error) ? g_steal_pointer (&spine)
                                                                   : NULL;
}

static GArray *
read_list (SediaDb          *db,
           const SediaQuery *query,
           guint             limit,
           GError          **error)
{
  g_autoptr (GArray) spine = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (SediaWords) words = { .n_words = 0 };
  g_autoptr (GHashTable) due = NULL;
  g_autoptr (GArray) dues = NULL;
  Wanted wanted = { .limit = limit };
  const gboolean is_typed = query->kind == SEDIA_LIST_DELIVERIES ||
                            query->kind == SEDIA_LIST_ORDERS ||
                            query->kind == SEDIA_LIST_PURCHASES;
  const gboolean has_drafts = is_typed && query->of == 0 &&
                              (query->filter == SEDIA_FILTER_ALL ||
                               query->filter == SEDIA_FILTER_DRAFTS);
  /* A purchase may be a draft that has been entered, and is not ordered yet. */
  const gboolean has_rest = !is_typed || query->filter != SEDIA_FILTER_DRAFTS ||
                            query->kind == SEDIA_LIST_PURCHASES;
  const SediaServing serving = query->kind == SEDIA_LIST_WAITING ? sedia_setting_serving (db)
                                                                 : SEDIA_SERVING_DATED_FIRST;

  if (sedia_lists_needs_told (query))
    {
      if (!(due = sedia_lists_told (db, query, &dues, error)))
        return NULL;
      wanted.due = sedia_lists_filters_told (query) ? due : NULL;
      wanted.is_due = query->filter != SEDIA_FILTER_TOLD;
      wanted.limit = 0; /* the first by urgency are not the first by name */
    }

  init_words (&words, query);
  if (query->kind == SEDIA_LIST_STOCK && (words.n_words > 0 || (is_by_name (query) && limit == 0)))
    return search_stock (db, query, &words, limit, error);

  for (int drafts = has_drafts; drafts >= !has_rest; drafts--)
    {
      g_autofree char *sql = sedia_lists_sql (query, drafts, serving);

      if (!read_spine (db, query, sql, &words, &wanted, spine, error))
        return NULL;
    }

  if (dues != NULL)
    sedia_lists_sort_by_urgency (spine, query, dues);
  if (limit > 0)
    g_array_set_size (spine, MIN (spine->len, limit));

  return g_steal_pointer (&spine);
}

/**
 * sedia_list_spine:
 * @db: a connection
 * @query: what the list shows
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of all rows, in order
 */
GArray *
sedia_list_spine (SediaDb           *db,
                  const SediaQuery  *query,
                  GError           **error)
{
  return read_list (db, query, 0, error);
}

/**
 * sedia_list_head: Like sedia_list_spine(), but only about the first @limit rows.
 */
GArray *
sedia_list_head (SediaDb           *db,
                 const SediaQuery  *query,
                 guint              limit,
                 GError           **error)
{
  return read_list (db, query, limit, error);
}
