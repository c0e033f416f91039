/* What a change of the day a purchase is expected would be to whom, before it is written: the same
 * as what is due afterwards. Rules 4 and 5.
 */
#include "config.h"

#include "purchases.h"

#include <inttypes.h>

typedef struct
{
  gint64 purchase;
  GArray *positions;
  int day;
} Wanted;

static gpointer
preview_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Wanted *wanted = data;

  return sedia_purchase_expect_preview (db, wanted->purchase, wanted->positions, wanted->day,
                                        error);
}

/* "Siti 1: will-miss-need-by 12 offer; ..." - whose line, why, which day it would be */
static char *
preview_of (Shop   *shop,
            gint64  purchase,
            guint   line,
            int     day)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  Wanted wanted = { purchase, line != 0 ? positions : NULL, day };
  g_autoptr (GPtrArray) list = NULL;
  GString *text = g_string_new (NULL);

  g_array_append_val (positions, line);
  list = sedia_store_read (shop->store, preview_job, &wanted, &shop->error);
  g_assert_no_error (shop->error);
  for (guint i = 0; i < list->len; i++)
    {
      const SediaExpectNews *news = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s %" PRId64 ": %s ", i > 0 ? "; " : "",
                              news->line->customer, news->line->id,
                              sedia_due_reason_to_string (news->reason));
      if (news->day == SEDIA_NO_DAY)
        g_string_append_c (text, '?');
      else
        g_string_append_printf (text, "%+d", news->day - sedia_day_today ());
      g_string_append_printf (text, "%s%s", news->offers_cancel ? " offer" : "",
                              news->do_not_contact ? " silent" : "");
    }

  return g_string_free (text, FALSE);
}

#define assert_preview(shop, purchase, line, day, expected)                                        \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *preview_ = preview_of (shop, purchase, line, day);                          \
      g_assert_cmpstr (preview_, ==, expected);                                                    \
    }                                                                                              \
  G_STMT_END

static gpointer
items_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  SediaDue due = { 0 };
  gboolean is_due;

  return sedia_due_of (db, *(gint64 *) data, sedia_time_now (), &is_due, &due, error) ? due.items
                                                                                      : NULL;
}

/* What is due of days, of customers 1 to 4, each as a word. */
static GHashTable *
due_items (Shop *shop)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gint64 customer = 1; customer <= 4; customer++)
    {
      g_autoptr (GArray) items = sedia_store_read (shop->store, items_job, &customer, &shop->error);

      g_assert_no_error (shop->error);
      for (guint i = 0; i < items->len; i++)
        {
          const SediaDueItem *item = &g_array_index (items, SediaDueItem, i);

          if (item->reason >= SEDIA_DUE_WILL_MISS_NEED_BY && item->reason <= SEDIA_DUE_DATE_KNOWN)
            g_hash_table_add (words, g_strdup_printf ("%" PRId64 "@%d %d", item->line_id, item->to,
                                                      item->reason));
        }
    }

  return words;
}

/* Lines of which something is due that was not: "2@20011 3@?" by line. */
static guint
count_new (GHashTable *before,
           GHashTable *after,
           GHashTable *lines)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (before, word))
      g_hash_table_add (lines, g_strndup (word, strchr (word, ' ') - (char *) word));

  return g_hash_table_size (lines);
}

/* Everybody was told that theirs comes in ten days; K 2 for Siti, who needs it in twelve days, 2
 * for Budi, 2 for Wati of which nothing comes; M 1 for Ani. */
static Shop *
open_shop (void)
{
  Shop *shop = shop_with_supplier ();
  const int today = sedia_day_today ();

  shop->at = sedia_time_now () - G_TIME_SPAN_HOUR;
  g_assert_cmpint (buy_full (shop, 1, "K=4 M=5", today + 10 - NOV (0), FALSE), ==, 1);
  shop_order (shop, "Siti", "K", 2, (Wish) { .need_by = today + 12 });
  shop_order (shop, "Budi", "K", 2, NOBODY);
  shop_order (shop, "Wati", "K", 2, NOBODY);
  shop_order (shop, "Ani", "M", 1, NOBODY);
  shop->at += G_TIME_SPAN_MINUTE;
  g_assert_true (shop_told (shop, "Siti"));
  g_assert_true (shop_told (shop, "Budi"));
  g_assert_true (shop_told (shop, "Wati"));
  g_assert_true (shop_told (shop, "Ani"));
  shop->at = 0;

  return shop;
}

/* 5: what comes too late is said with the offer to cancel; what moves less than the tolerance, or
 * does not move, is no news; lines that are not chosen stay. */
static void
test_news (void)
{
  g_autoptr (Shop) shop = open_shop ();
  const int today = sedia_day_today ();

  assert_preview (shop, 1, 0, today + 10, "");
  assert_preview (shop, 1, 0, today + 20,
                  "Siti 1: will-miss-need-by +20 offer; Ani 4: date-moved +20 offer;"
                  " Budi 2: date-moved +20 offer");
  assert_preview (shop, 1, 2, today + 20, "Ani 4: date-moved +20 offer");
  assert_preview (shop, 1, 2, today + 3, "Ani 4: date-moved +3");
  assert_preview (shop, 1, 1, SEDIA_NO_DAY,
                  "Budi 2: date-moved ? offer; Siti 1: date-moved ? offer");

  /* Another purchase that comes earlier than that: Wati is served by what is left of both. */
  g_assert_cmpint (buy_full (shop, 1, "K=4", today + 15 - NOV (0), FALSE), ==, 2);
  assert_preview (shop, 1, 1, today + 20,
                  "Siti 1: will-miss-need-by +15 offer; Budi 2: date-moved +15 offer;"
                  " Wati 3: date-known +20");
}

static void
test_refused (void)
{
  g_autoptr (Shop) shop = open_shop ();
  Wanted wanted = { 1, NULL, sedia_day_today () - 1 };

  g_assert_null (sedia_store_read (shop->store, preview_job, &wanted, &shop->error));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "a day that has passed");
  wanted = (Wanted) { 99, NULL, SEDIA_NO_DAY };
  g_clear_error (&shop->error);
  g_assert_null (sedia_store_read (shop->store, preview_job, &wanted, &shop->error));
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND);
  g_clear_error (&shop->error);
}

static void
test_do_not_contact (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autoptr (SediaCustomer) ani = shop_look_customer (shop, 4);

  ani->do_not_contact = TRUE;
  g_assert_true (shop_customer_save (shop, ani));
  assert_preview (shop, 1, 2, sedia_day_today () + 20, "Ani 4: date-moved +20 offer silent");
}

/* 4, 5: what was foretold is what is due once it is written, whatever the change. */
static void
test_comes_true (void)
{
  static const struct { guint line; int days; } changes[] = {
    { 0, 20 }, { 1, 5 }, { 2, 11 }, { 1, 13 }, { 0, 0 }, { 2, 30 }, { 0, 12 }, { 1, 1 },
  };
  g_autoptr (Shop) shop = open_shop ();
  const int today = sedia_day_today ();

  buy_full (shop, 1, "K=3", today + 14 - NOV (0), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const int day = changes[i].days != 0 ? today + changes[i].days : SEDIA_NO_DAY;
      g_autoptr (GHashTable) before = due_items (shop), after = NULL;
      g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
      Wanted wanted = { 1, changes[i].line != 0 ? positions : NULL, day };
      g_autoptr (GPtrArray) list = NULL;

      g_array_append_val (positions, changes[i].line);
      list = sedia_store_read (shop->store, preview_job, &wanted, &shop->error);
      g_assert_no_error (shop->error);
      g_assert_true (expect_purchase (shop, 1, changes[i].line,
                                      day != SEDIA_NO_DAY ? day - NOV (0) : 0));
      after = due_items (shop);

      g_assert_cmpuint (count_new (before, after, lines), ==, list->len);
      for (guint k = 0; k < list->len; k++)
        {
          const SediaExpectNews *news = g_ptr_array_index (list, k);
          g_autofree char *word = g_strdup_printf ("%" PRId64 "@%d", news->line->id, news->day);

          g_assert_true (g_hash_table_contains (lines, word));
        }
    }
}

/* Nothing is written: not a row, not an entry of the log. */
static void
test_writes_nothing (void)
{
  g_autoptr (Shop) shop = open_shop ();
  g_autofree char *before = purchase_words (shop, 1), *preview = NULL;
  const gint64 operation = shop_last_operation (shop);

  preview = preview_of (shop, 1, 0, sedia_day_today () + 20);
  g_assert_cmpstr (preview, !=, "");
  assert_purchase (shop, 1, before);
  g_assert_cmpint (shop_last_operation (shop), ==, operation);
}

int
main (int    argc,
      char **argv)
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/purchases-expect/5-news", test_news);
  g_test_add_func ("/store/purchases-expect/refused", test_refused);
  g_test_add_func ("/store/purchases-expect/do-not-contact", test_do_not_contact);
  g_test_add_func ("/store/purchases-expect/4-comes-true", test_comes_true);
  g_test_add_func ("/store/purchases-expect/writes-nothing", test_writes_nothing);

  return g_test_run ();
}
