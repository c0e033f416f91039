/* Lists of what no statement can tell: who must be told, who has not answered, whose money is held.
 * A set of ids is worked out first, and the list keeps those that are in it.
 */
#include "config.h"

#include "sedia-due-clock.h"
#include "sedia-id-set.h"
#include "sedia-lists.h"
#include "sedia-time.h"

/**
 * sedia_lists_filters_told: Whether a list keeps what is in such a set, or what is not.
 */
gboolean
sedia_lists_filters_told (const SediaQuery *query)
{
  const SediaFilter filter = query->filter;

  if (query->kind == SEDIA_LIST_WAITING)
    return filter == SEDIA_FILTER_NOT_TOLD;
  if (query->kind == SEDIA_LIST_CUSTOMERS)
    return filter == SEDIA_FILTER_NOT_TOLD || filter == SEDIA_FILTER_TOLD ||
           filter == SEDIA_FILTER_OFFERED;

  return query->kind == SEDIA_LIST_ORDERS && filter == SEDIA_FILTER_DEPOSITS;
}

/**
 * sedia_lists_needs_told: Whether a list needs such a set, to filter or to sort by.
 */
gboolean
sedia_lists_needs_told (const SediaQuery *query)
{
  return sedia_lists_filters_told (query) ||
         (query->kind == SEDIA_LIST_CUSTOMERS && query->sort == SEDIA_SORT_STATE);
}

/* Customers who have not answered an offer. */
static gboolean
add_offered (SediaDb     *db,
             GHashTable  *set,
             GError     **error)
{
  g_autoptr (GArray) offers = sedia_offer_list (db, sedia_time_now (), error);

  for (guint i = 0; offers != NULL && i < offers->len; i++)
    sedia_id_set_add (set, g_array_index (offers, SediaOffer, i).customer_id);

  return offers != NULL;
}

/* Orders with money held for them. */
static gboolean
add_deposits (SediaDb     *db,
              GHashTable  *set,
              GError     **error)
{
  g_autoptr (GPtrArray) deposits = sedia_deposit_list (db, error);

  for (guint i = 0; deposits != NULL && i < deposits->len; i++)
    sedia_id_set_add (set, ((const SediaDeposit *) g_ptr_array_index (deposits, i))->order_id);

  return deposits != NULL;
}

/* Customers, or lines, of whom the clock says so; with @dues in the order of their urgency. */
static gboolean
add_due (SediaDb           *db,
         const SediaQuery  *query,
         GHashTable        *set,
         GArray           **dues,
         GError           **error)
{
  g_autoptr (SediaDueClock) clock = sedia_due_clock_new (db, sedia_time_now (), error);
  const gboolean is_lines = query->kind == SEDIA_LIST_WAITING;

  if (clock == NULL || !(*dues = sedia_due_clock_all (clock, is_lines ? set : NULL, error)))
    return FALSE;

  for (guint i = 0; !is_lines && i < (*dues)->len; i++)
    sedia_id_set_add (set, g_array_index (*dues, SediaDue, i).customer_id);

  return TRUE;
}

/**
 * sedia_lists_told:
 * @db: a connection
 * @query: one that needs it
 * @dues: (out) (optional) (element-type SediaDue): who must be told, the most urgent first; left
 *   alone where that is not asked
 * @error: return location
 *
 * Returns: (transfer full): the set of ids; %SEDIA_FILTER_TOLD wants those that are not in it
 */
GHashTable *
sedia_lists_told (SediaDb           *db,
                  const SediaQuery  *query,
                  GArray           **dues,
                  GError           **error)
{
  g_autoptr (GHashTable) set = sedia_id_set_new ();
  gboolean is_read;

  if (query->kind == SEDIA_LIST_CUSTOMERS && query->filter == SEDIA_FILTER_OFFERED)
    is_read = add_offered (db, set, error);
  else if (query->kind == SEDIA_LIST_ORDERS)
    is_read = add_deposits (db, set, error);
  else
    is_read = add_due (db, query, set, dues, error);

  return is_read ? g_steal_pointer (&set) : NULL;
}

/* Whoever must be told, and then the others. */
static gboolean
is_by_urgency (const SediaQuery *query)
{
  return query->kind == SEDIA_LIST_CUSTOMERS &&
         (query->sort == SEDIA_SORT_STATE ||
          (query->sort == SEDIA_SORT_DEFAULT && query->filter == SEDIA_FILTER_NOT_TOLD));
}

/* From the last to the first. */
static void
reverse (GArray *ids)
{
  for (guint i = 0; i < ids->len / 2; i++)
    {
      gint64 *first = &g_array_index (ids, gint64, i);
      gint64 *last = &g_array_index (ids, gint64, ids->len - 1 - i);
      const gint64 kept = *first;

      *first = *last;
      *last = kept;
    }
}

/**
 * sedia_lists_sort_by_urgency:
 * @spine: (element-type gint64): ids of a list
 * @query: the list
 * @dues: (element-type SediaDue): who must be told, the most urgent first
 *
 * Where that is the order asked for, those who must be told come first, the most urgent before all;
 * the others stay in their order.
 */
void
sedia_lists_sort_by_urgency (GArray           *spine,
                             const SediaQuery *query,
                             GArray           *dues)
{
  g_autoptr (GHashTable) there = NULL;
  g_autoptr (GHashTable) urgent = NULL;
  g_autoptr (GArray) sorted = NULL;

  if (!is_by_urgency (query))
    return;

  there = sedia_id_set_new ();
  urgent = sedia_id_set_new ();
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), spine->len);
  for (guint i = 0; i < spine->len; i++)
    sedia_id_set_add (there, g_array_index (spine, gint64, i));
  for (guint i = 0; i < dues->len; i++)
    {
      const gint64 id = g_array_index (dues, SediaDue, i).customer_id;

      if (!sedia_id_set_has (there, id))
        continue;
      sedia_id_set_add (urgent, id);
      g_array_append_val (sorted, id);
    }

  /* The others are the last, and so the first when it is the other way round. */
  if (query->descending)
    reverse (spine);
  for (guint i = 0; i < spine->len; i++)
    if (!sedia_id_set_has (urgent, g_array_index (spine, gint64, i)))
      g_array_append_val (sorted, g_array_index (spine, gint64, i));
  if (query->descending)
    reverse (sorted);

  g_array_set_size (spine, 0);
  g_array_append_vals (spine, sorted->data, sorted->len);
}
