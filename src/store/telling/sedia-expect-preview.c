/* Who must be told because a purchase is expected on another day, before it is written: the contact
 * clock is run for everybody who waits for its goods, as things are, and as they would be. What is
 * due then and not now is the news.
 */
#include "config.h"

#include "sedia-due-clock.h"
#include "sedia-id-set.h"
#include "sedia-operation.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/* A change that is looked at. */
typedef struct
{
  GHashTable *lines;     /* of purchases, that would be expected on another day */
  GHashTable *customers; /* who wait for their products */
  SediaDueClock *now;
  SediaDueClock *then;
  GPtrArray *news;
} Preview;

/**
 * sedia_expect_news_free: Frees what somebody must be told.
 */
void
sedia_expect_news_free (SediaExpectNews *news)
{
  if (news == NULL)
    return;

  sedia_order_line_free (news->line);
  g_free (news);
}

static gboolean
is_picked (GArray *positions,
           guint   position)
{
  if (positions == NULL)
    return TRUE;

  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) == position)
      return TRUE;

  return FALSE;
}

static gboolean
add_customers (SediaDb    *db,
               gint64      product_id,
               GHashTable *customers,
               GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "purchase-customers", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, product_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    sedia_id_set_add (customers, sedia_stmt_int64 (stmt, 0));

  return step == SEDIA_STEP_DONE;
}

static gboolean
pick (SediaDb              *db,
      const SediaPurchase  *purchase,
      GArray               *positions,
      Preview              *preview,
      GError              **error)
{
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (line->incoming <= 0 || !is_picked (positions, line->position))
        continue;
      sedia_id_set_add (preview->lines, line->id);
      if (!add_customers (db, line->product_id, preview->customers, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_about_days (SediaDueReason reason)
{
  return reason == SEDIA_DUE_WILL_MISS_NEED_BY || reason == SEDIA_DUE_DATE_MOVED ||
         reason == SEDIA_DUE_DATE_KNOWN;
}

static gboolean
has_item (GArray             *items,
          const SediaDueItem *wanted)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SediaDueItem *item = &g_array_index (items, SediaDueItem, i);

      if (item->reason == wanted->reason && item->line_id == wanted->line_id &&
          item->to == wanted->to)
        return TRUE;
    }

  return FALSE;
}

static SediaExpectNews *
find_news (GPtrArray *news,
           gint64     line_id)
{
  for (guint i = 0; i < news->len; i++)
    {
      SediaExpectNews *one = g_ptr_array_index (news, i);

      if (one->line->id == line_id)
        return one;
    }

  return NULL;
}

/* Whoever is told that it comes later, or that nobody knows when, may give it up. */
static gboolean
offers_cancel (const SediaDueItem *item)
{
  if (item->reason == SEDIA_DUE_WILL_MISS_NEED_BY)
    return TRUE;

  return item->reason == SEDIA_DUE_DATE_MOVED &&
         (item->to == SEDIA_NO_DAY || item->to > item->from);
}

/* Of several reasons about one line the most urgent is named. */
static gboolean
add_news (SediaDb             *db,
          Preview             *preview,
          GPtrArray           *of_customer,
          const SediaDueItem  *item,
          gboolean             do_not_contact,
          GError             **error)
{
  SediaExpectNews *news = find_news (of_customer, item->line_id);

  if (news == NULL)
    {
      SediaOrderLine *line = sedia_order_line_read (db, item->line_id, error);

      if (line == NULL)
        return FALSE;
      news = g_new (SediaExpectNews, 1);
      *news = (SediaExpectNews) { .reason = item->reason, .line = line,
                                  .do_not_contact = do_not_contact };
      g_ptr_array_add (preview->news, news);
      g_ptr_array_add (of_customer, news);
    }

  news->reason = MIN (news->reason, item->reason);
  news->day = item->to;
  news->offers_cancel = news->offers_cancel || offers_cancel (item);

  return TRUE;
}

static gboolean
look_at (SediaDb   *db,
         Preview   *preview,
         gint64     customer_id,
         GError   **error)
{
  g_autoptr (GPtrArray) of_customer = g_ptr_array_new ();
  g_autoptr (GArray) before = NULL;
  gboolean is_due;
  SediaDue due;
  GArray *after;

  if (!sedia_due_clock_of (preview->now, customer_id, &is_due, &due, error))
    return FALSE;
  before = g_array_copy (sedia_due_clock_items (preview->now));
  if (!sedia_due_clock_of (preview->then, customer_id, &is_due, &due, error))
    return FALSE;

  after = sedia_due_clock_items (preview->then);
  for (guint i = 0; is_due && i < after->len; i++)
    {
      const SediaDueItem *item = &g_array_index (after, SediaDueItem, i);

      if (is_about_days (item->reason) && !has_item (before, item) &&
          !add_news (db, preview, of_customer, item, due.do_not_contact, error))
        return FALSE;
    }

  return TRUE;
}

/* Too late first, then by customer, in the order of their lines. */
static int
compare_news (gconstpointer a,
              gconstpointer b)
{
  const SediaExpectNews *left = *(const SediaExpectNews *const *) a;
  const SediaExpectNews *right = *(const SediaExpectNews *const *) b;
  int order = 0;

  if (left->reason != right->reason)
    return left->reason < right->reason ? -1 : 1;
  if (left->line->customer_id != right->line->customer_id)
    order = g_utf8_collate (left->line->customer, right->line->customer);
  if (order != 0)
    return order;

  return (left->line->id > right->line->id) - (left->line->id < right->line->id);
}

static gboolean
check_day (int      day,
           GError **error)
{
  if (day == SEDIA_NO_DAY || day >= sedia_day_today ())
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       _("A purchase cannot be expected on a day that has passed."));
  return FALSE;
}

static gboolean
run (SediaDb  *db,
     Preview  *preview,
     int       day,
     GError  **error)
{
  GHashTableIter iter;
  gpointer customer_id;

  sedia_due_clock_suppose (preview->then, preview->lines, day);
  g_hash_table_iter_init (&iter, preview->customers);
  while (g_hash_table_iter_next (&iter, &customer_id, NULL))
    if (!look_at (db, preview, *(const gint64 *) customer_id, error))
      return FALSE;

  g_ptr_array_sort (preview->news, compare_news);

  return TRUE;
}

/**
 * sedia_purchase_expect_preview:
 * @db: a connection
 * @purchase_id: a purchase
 * @positions: (nullable) (element-type guint): numbers of its lines; NULL for all that is to come
 * @day: the day they would be expected, today at the earliest; SEDIA_NO_DAY: nobody knows
 * @error: return location
 *
 * What sedia_purchase_expect() would do to those who wait. Nothing is written. What somebody must
 * be told anyway is no news.
 *
 * Returns: (transfer full) (nullable) (element-type SediaExpectNews): what would be news to whom;
 *   what comes too late first
 */
GPtrArray *
sedia_purchase_expect_preview (SediaDb  *db,
                               gint64    purchase_id,
                               GArray   *positions,
                               int       day,
                               GError  **error)
{
  const gint64 now = sedia_time_now ();
  g_autoptr (GHashTable) lines = sedia_id_set_new ();
  g_autoptr (GHashTable) customers = sedia_id_set_new ();
  g_autoptr (GPtrArray) news =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_expect_news_free);
  g_autoptr (SediaPurchase) purchase = NULL;
  g_autoptr (SediaDueClock) before = NULL;
  g_autoptr (SediaDueClock) after = NULL;
  Preview preview;

  if (!check_day (day, error) || !(purchase = sedia_purchase_read (db, purchase_id, error)) ||
      !(before = sedia_due_clock_new (db, now, error)) ||
      !(after = sedia_due_clock_new (db, now, error)))
    return NULL;

  preview = (Preview) { lines, customers, before, after, news };

  return pick (db, purchase, positions, &preview, error) && run (db, &preview, day, error)
           ? g_steal_pointer (&news)
           : NULL;
}
