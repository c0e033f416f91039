/* Rule 5 over the shop's records: what happens makes customers due, what is said makes them quiet,
 * and time alone makes them due again.
 */
#include "config.h"

#include "telling.h"

/* Became a backorder: the same working day. Told: quiet. */
static void
test_backordered (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  assert_all_due (shop, AT (2, 9, 0), "Siti: backordered 2T09:00-2T17:00");
  assert_all_due (shop, AT (2, 17, 0), "Siti: backordered 2T09:00-2T17:00");
  assert_all_due (shop, AT (2, 17, 1), "Siti: backordered 2T09:00-2T17:00 late 0");
  assert_all_due (shop, AT (3, 9, 0), "Siti: backordered 2T09:00-2T17:00 late 1");
  assert_all_due (shop, AT (9, 9, 0), "Siti: backordered 2T09:00-2T17:00 late 6"); /* a Sunday */

  g_assert_true (tell_at (shop, "Siti", AT (3, 9, 30)));
  assert_all_due (shop, AT (3, 9, 30), "");
  assert_all_due (shop, AT (9, 9, 30), "");
  shop_assert_sound (shop);
}

/* Who orders when the shop is closed hears on the next working day. */
static void
test_after_hours (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (7, 18, 0)); /* Saturday evening */
  assert_all_due (shop, AT (8, 12, 0), "Siti: backordered 7T18:00-9T17:00");
  assert_all_due (shop, AT (10, 9, 0), "Siti: backordered 7T18:00-9T17:00 late 1");
}

/* One entry for one customer, however many lines; the most urgent customer first. */
static void
test_many (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 budi;

  shop_product (shop, "M");
  order_at (shop, "Siti", "K", 2, NOBODY, AT (3, 9, 0));
  order_at (shop, "Siti", "M", 2, NOBODY, AT (3, 10, 0));
  budi = order_at (shop, "Budi", "K", 1, NOBODY, AT (2, 9, 0));
  order_at (shop, "Wati", "K", 1, NOBODY, AT (3, 8, 30));
  assert_all_due (shop, AT (3, 11, 0),
                  "Budi: backordered 2T09:00-2T17:00 late 1; Wati: backordered 3T08:30-3T17:00; "
                  "Siti: backordered 3T09:00-3T17:00");

  g_assert_true (shop_cancel (shop, budi, 0, 0));
  assert_all_due (shop, AT (3, 11, 0), "Wati: backordered 3T08:30-3T17:00; "
                                       "Siti: backordered 3T09:00-3T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (3, 12, 0)));
  assert_all_due (shop, AT (3, 12, 0), "Wati: backordered 3T08:30-3T17:00");
}

typedef struct
{
  SediaFilter filter;
  gboolean descending;
} Listing;

static gpointer
list_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Listing *listing = data;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_CUSTOMERS);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GArray) spine = NULL;

  query->filter = listing->filter;
  query->sort = SEDIA_SORT_STATE;
  query->descending = listing->descending;
  spine = sedia_list_spine (db, query, error);
  g_assert_nonnull (spine);
  for (guint i = 0; i < spine->len; i++)
    {
      g_autoptr (SediaCustomer) customer =
        sedia_customer_read (db, g_array_index (spine, gint64, i), error);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", customer->name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
expect_listed (Shop        *shop,
               SediaFilter  filter,
               gboolean     descending,
               const char  *names)
{
  Listing listing = { filter, descending };
  g_autoptr (GError) error = NULL;
  g_autofree char *listed = sedia_store_read (shop->store, list_job, &listing, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (listed, ==, names);
}

/* The list of customers puts the most urgent first, and those who need not be told after them. */
static void
test_by_urgency (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (3, 9, 0));
  order_at (shop, "Budi", "K", 1, NOBODY, AT (2, 9, 0));
  order_at (shop, "Wati", "K", 1, NOBODY, AT (3, 8, 30));
  shop->at = AT (3, 9, 30);
  shop_customer (shop, "Ali");
  shop_customer (shop, "Zaki");

  expect_listed (shop, SEDIA_FILTER_NOT_TOLD, FALSE, "Budi Wati Siti");
  expect_listed (shop, SEDIA_FILTER_NOT_TOLD, TRUE, "Siti Wati Budi");
  expect_listed (shop, SEDIA_FILTER_ALL, FALSE, "Budi Wati Siti Ali Zaki");
  expect_listed (shop, SEDIA_FILTER_ALL, TRUE, "Zaki Ali Siti Wati Budi");
}

/* Ready to collect, and ready no more: the same day, and at once. */
static void
test_ready_and_lost (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 5)));
  shop->at = AT (4, 10, 0);
  shop_receive (shop, "K", 2);
  assert_all_due (shop, AT (4, 10, 0), "Siti: ready 4T10:00-4T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (4, 11, 0)));
  assert_all_due (shop, AT (20, 11, 0), ""); /* nothing waits: silence is no reason */

  shop->at = AT (5, 10, 0);
  g_assert_true (shop_sell (shop, "K", 1, TRUE));
  assert_all_due (shop, AT (5, 10, 0), "Siti: reservation-lost 5T10:00-5T10:00");
  assert_all_due (shop, AT (5, 10, 1), "Siti: reservation-lost 5T10:00-5T10:00 late 0");
  shop_assert_sound (shop);
}

/* ---- days */

/* Somebody who was told that it waits, on the 2nd. */
static Shop *
shop_with_told (Wish wish)
{
  Shop *shop = shop_of_november ();

  order_at (shop, "Siti", "K", 2, wish, AT (2, 9, 0));
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 30)));
  assert_all_due (shop, AT (2, 9, 30), "");

  return shop;
}

static void
test_date_known (void)
{
  g_autoptr (Shop) shop = shop_with_told (NOBODY);

  g_assert_true (expect_at (shop, "K", NOV (11), AT (3, 10, 0)));
  assert_all_due (shop, AT (3, 10, 0), "Siti: date-known 3T10:00-3T17:00");
  g_assert_true (shop_undo (shop, 0));
  assert_all_due (shop, AT (3, 10, 0), "");
  g_assert_true (expect_at (shop, "K", NOV (12), AT (3, 11, 0)));
  assert_all_due (shop, AT (3, 11, 0), "Siti: date-known 3T11:00-3T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (3, 12, 0)));
  assert_all_due (shop, AT (3, 12, 0), "");
  shop_assert_sound (shop);
}

/* "It waits" brings the day along: one reason, not two. */
static void
test_known_from_the_start (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  g_assert_true (expect_at (shop, "K", NOV (11), AT (2, 8, 0)));
  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  assert_all_due (shop, AT (2, 9, 0), "Siti: backordered 2T09:00-2T17:00");
  g_assert_true (tell_at (shop, "Siti", AT (2, 9, 5)));
  assert_all_due (shop, AT (2, 9, 5), "");
}

/* One working day is no news, two are; with the way out when it comes later. */
static void
test_date_moved (void)
{
  g_autoptr (Shop) shop = shop_with_told (NOBODY);

  g_assert_true (expect_at (shop, "K", NOV (11), AT (3, 10, 0)));
  g_assert_true (tell_at (shop, "Siti", AT (3, 11, 0)));
  g_assert_true (expect_at (shop, "K", NOV (12), AT (4, 9, 0)));
  assert_all_due (shop, AT (4, 9, 0), "");
  g_assert_true (expect_at (shop, "K", NOV (10), AT (4, 10, 0)));
  assert_all_due (shop, AT (4, 10, 0), "");
  g_assert_true (expect_at (shop, "K", NOV (13), AT (4, 11, 0)));
  assert_all_due (shop, AT (4, 11, 0), "Siti: date-moved 4T11:00-4T17:00 offer");
  g_assert_true (expect_at (shop, "K", NOV (9), AT (4, 12, 0)));
  assert_all_due (shop, AT (4, 12, 0), "Siti: date-moved 4T12:00-4T17:00");
  g_assert_true (expect_at (shop, "K", SEDIA_NO_DAY, AT (4, 13, 0)));
  assert_all_due (shop, AT (4, 13, 0), "Siti: date-moved 4T13:00-4T17:00 offer");
  g_assert_true (tell_at (shop, "Siti", AT (4, 14, 0)));
  assert_all_due (shop, AT (4, 14, 0), "");
  shop_assert_sound (shop);
}

/* A Sunday between two days is no working day; a shop may be more or less patient. */
static void
test_tolerance (void)
{
  g_autoptr (Shop) shop = shop_with_told (NOBODY);

  g_assert_true (expect_at (shop, "K", NOV (7), AT (3, 10, 0)));
  g_assert_true (tell_at (shop, "Siti", AT (3, 11, 0)));
  g_assert_true (expect_at (shop, "K", NOV (9), AT (4, 9, 0))); /* Saturday to Monday */
  assert_all_due (shop, AT (4, 9, 0), "");
  g_assert_true (choose (shop, "tolerance", "0"));
  assert_all_due (shop, AT (4, 9, 0), "Siti: date-moved 4T09:00-4T17:00 offer");
  g_assert_true (expect_at (shop, "K", NOV (14), AT (4, 10, 0)));
  g_assert_true (choose (shop, "tolerance", "6"));
  assert_all_due (shop, AT (4, 10, 0), "");
  g_assert_true (choose (shop, "tolerance", "5"));
  assert_all_due (shop, AT (4, 10, 0), "Siti: date-moved 4T10:00-4T17:00 offer");
}

/* The day passes and brings nothing: nobody has to type anything for that to be news. */
static void
test_day_passes (void)
{
  g_autoptr (Shop) shop = shop_with_told (NOBODY);

  g_assert_true (expect_at (shop, "K", NOV (6), AT (3, 10, 0)));
  g_assert_true (tell_at (shop, "Siti", AT (3, 11, 0)));
  assert_all_due (shop, AT (6, 23, 59), "");
  assert_all_due (shop, AT (7, 8, 0), "Siti: date-moved 7T08:00-7T17:00 offer");
  g_assert_true (tell_at (shop, "Siti", AT (7, 9, 0)));
  assert_all_due (shop, AT (7, 9, 0), "");

  /* ... and after nobody knew, a day is news again */
  g_assert_true (expect_at (shop, "K", NOV (12), AT (9, 9, 0)));
  assert_all_due (shop, AT (9, 9, 0), "Siti: date-known 9T09:00-9T17:00");
  shop_assert_sound (shop);
}

static void
test_need_by (void)
{
  g_autoptr (Shop) shop = shop_with_told ((Wish) { .need_by = NOV (10) });

  g_assert_true (expect_at (shop, "K", NOV (10), AT (3, 10, 0)));
  assert_all_due (shop, AT (3, 10, 0), "Siti: date-known 3T10:00-3T17:00");
  g_assert_true (expect_at (shop, "K", NOV (11), AT (3, 11, 0)));
  assert_all_due (shop, AT (3, 11, 0),
                  "Siti: will-miss-need-by date-known 3T11:00-3T17:00 offer");
  g_assert_true (offer_at (shop, "Siti", AT (3, 12, 0)));
  assert_all_due (shop, AT (3, 12, 0), "");
  assert_all_due (shop, AT (11, 7, 0), "Siti: silent 10T08:00-10T17:00 late 1");
  shop_assert_sound (shop);
}

/* Needed by a day that passes while nobody knows when it comes. */
static void
test_need_by_passes (void)
{
  g_autoptr (Shop) shop = shop_with_told ((Wish) { .need_by = NOV (5) });

  assert_all_due (shop, AT (5, 23, 0), "");
  assert_all_due (shop, AT (6, 8, 0), "Siti: will-miss-need-by 6T08:00-6T17:00 offer");
  g_assert_true (offer_at (shop, "Siti", AT (6, 9, 0)));
  assert_all_due (shop, AT (6, 9, 0), "");
}

/* ---- silence */

static void
test_silent (void)
{
  g_autoptr (Shop) shop = shop_with_told (NOBODY);

  assert_all_due (shop, AT (8, 23, 59), "");
  assert_all_due (shop, AT (9, 7, 0), "Siti: silent 9T08:00-9T17:00");
  assert_all_due (shop, AT (9, 8, 0), "Siti: silent 9T08:00-9T17:00");
  assert_all_due (shop, AT (11, 8, 0), "Siti: silent 9T08:00-9T17:00 late 2");
  g_assert_true (choose (shop, "silent-days", "14"));
  assert_all_due (shop, AT (15, 23, 0), "");
  assert_all_due (shop, AT (16, 12, 0), "Siti: silent 16T08:00-16T17:00");
  g_assert_true (choose (shop, "silent-days", "0"));
  assert_all_due (shop, AT (300, 12, 0), "");
  g_assert_true (choose (shop, "silent-days", "7"));
  g_assert_true (tell_at (shop, "Siti", AT (9, 9, 0)));
  assert_all_due (shop, AT (15, 9, 0), "");
  assert_all_due (shop, AT (16, 9, 0), "Siti: silent 16T08:00-16T17:00");
}

/* Who asked not to be contacted is left alone, and shown to who looks. */
static void
test_do_not_contact (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  g_autoptr (SediaCustomer) siti = NULL;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  order_at (shop, "Budi", "K", 2, NOBODY, AT (2, 10, 0));
  siti = shop_look_customer (shop, shop_customer (shop, "Siti"));
  siti->do_not_contact = TRUE;
  g_assert_true (shop_customer_save (shop, siti));
  assert_all_due (shop, AT (2, 11, 0), "Budi: backordered 2T10:00-2T17:00");

  /* To tell her all the same needs a yes; she may answer without one. */
  g_assert_false (tell_at (shop, "Siti", AT (2, 11, 0)));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "Siti asked not to be contacted.");
  g_assert_true (answer_at (shop, "Siti", AT (2, 11, 0), SEDIA_ANSWER_WAIT, SEDIA_NO_DAY));
  shop->anyway = TRUE;
  g_assert_true (tell_at (shop, "Siti", AT (2, 12, 0)));
  shop->anyway = FALSE;

  siti->do_not_contact = FALSE;
  g_assert_true (shop_customer_save (shop, siti));
  assert_all_due (shop, AT (2, 12, 0), "Budi: backordered 2T10:00-2T17:00");
}

/* A day on which the shop is closed is no working day. */
static gpointer
holiday_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const TellingBag *bag = data;

  return telling_answer (sedia_holiday_set (db, bag->day, bag->name, bag->name != NULL, error));
}

static void
test_holidays (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  TellingBag closed = { .day = NOV (3), .name = "Maulid" }, open = { .day = NOV (3) };

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 18, 0));
  assert_all_due (shop, AT (2, 18, 0), "Siti: backordered 2T18:00-3T17:00");
  g_assert_true (shop_act (shop, "holiday", holiday_job, &closed));
  assert_all_due (shop, AT (2, 18, 0), "Siti: backordered 2T18:00-4T17:00");
  assert_all_due (shop, AT (5, 9, 0), "Siti: backordered 2T18:00-4T17:00 late 1");
  g_assert_true (shop_undo (shop, 0));
  assert_all_due (shop, AT (2, 18, 0), "Siti: backordered 2T18:00-3T17:00");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_all_due (shop, AT (2, 18, 0), "Siti: backordered 2T18:00-4T17:00");
  g_assert_true (shop_act (shop, "holiday", holiday_job, &open));
  assert_all_due (shop, AT (2, 18, 0), "Siti: backordered 2T18:00-3T17:00");

  g_assert_true (choose (shop, "working-days", "7"));
  g_assert_true (choose (shop, "hours", "10:00-11:30"));
  assert_all_due (shop, AT (2, 18, 0), "Siti: backordered 2T18:00-8T11:30");
  shop_assert_sound (shop);
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/telling/5-backordered", test_backordered);
  g_test_add_func ("/store/telling/5-after-hours", test_after_hours);
  g_test_add_func ("/store/telling/5-many", test_many);
  g_test_add_func ("/store/telling/by-urgency", test_by_urgency);
  g_test_add_func ("/store/telling/5-ready-and-lost", test_ready_and_lost);
  g_test_add_func ("/store/telling/5-date-known", test_date_known);
  g_test_add_func ("/store/telling/5-known-from-the-start", test_known_from_the_start);
  g_test_add_func ("/store/telling/5-date-moved", test_date_moved);
  g_test_add_func ("/store/telling/5-tolerance", test_tolerance);
  g_test_add_func ("/store/telling/5-day-passes", test_day_passes);
  g_test_add_func ("/store/telling/5-need-by", test_need_by);
  g_test_add_func ("/store/telling/5-need-by-passes", test_need_by_passes);
  g_test_add_func ("/store/telling/5-silent", test_silent);
  g_test_add_func ("/store/telling/5-do-not-contact", test_do_not_contact);
  g_test_add_func ("/store/telling/5-holidays", test_holidays);

  return g_test_run ();
}
