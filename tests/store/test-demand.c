/* What a product was asked for, week by week. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-demand.h"
#include "telling.h"

#include <string.h>

/* Days of November 2020: Mondays are 2, 9, 16, 23 and 30. */
typedef struct
{
  gint64 product_id;
  int today;
} Asked;

static gpointer
weeks_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Asked *asked = data;

  return sedia_demand_weeks_read (db, asked->product_id, asked->today, error);
}

static SediaDemandWeeks *
read_weeks (Shop       *shop,
            const char *sku,
            int         today)
{
  Asked asked = { shop_product_id (shop, sku), today };
  g_autoptr (GError) error = NULL;
  SediaDemandWeeks *weeks = sedia_store_read (shop->store, weeks_job, &asked, &error);

  g_assert_no_error (error);
  return weeks;
}

/* "2: 3 0 out 5": the day of November the first week begins on, then week by week */
static char *
words_of (const SediaDemandWeeks *weeks)
{
  GString *words = g_string_new (NULL);

  g_assert_cmpuint (weeks->asked->len, ==, weeks->is_out->len);
  g_string_append_printf (words, "%d:", weeks->first_day - NOV (0));
  for (guint i = 0; i < weeks->asked->len; i++)
    if (g_array_index (weeks->is_out, gboolean, i))
      g_string_append (words, " out");
    else
      g_string_append_printf (words, " %" G_GINT64_FORMAT, g_array_index (weeks->asked, gint64, i));

  return g_string_free (words, FALSE);
}

#define assert_weeks(shop, sku, today, expected) \
  G_STMT_START { \
    g_autoptr (SediaDemandWeeks) weeks_ = read_weeks (shop, sku, today); \
    g_autofree char *words_ = words_of (weeks_); \
    g_assert_cmpstr (words_, ==, expected); \
  } G_STMT_END

/* Rule 8: orders, also those that wait or were cancelled, "asked, did not wait", and sales. */
static void
test_what_counts (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 order;

  assert_weeks (shop, "K", NOV (2), "2:");
  shop->at = AT (2, 9, 0);
  shop_receive (shop, "K", 10);
  order = order_at (shop, "Siti", "K", 4, NOBODY, AT (3, 9, 0));
  order_at (shop, "Budi", "K", 20, NOBODY, AT (4, 9, 0)); /* waits */
  shop->at = AT (10, 9, 0);
  g_assert_true (shop_cancel (shop, order, 0, 0));
  g_assert_true (shop_sell (shop, "K", 3, TRUE));
  shop->at = AT (11, 9, 0);
  g_assert_true (shop_asked (shop, "K", 5));
  shop->at = AT (12, 9, 0);
  g_assert_true (shop_count (shop, "K", 1));     /* nobody asked */
  g_assert_true (shop_issue (shop, "K", 1, "damage", TRUE));

  assert_weeks (shop, "K", NOV (8), "2:"); /* the week is not over */
  assert_weeks (shop, "K", NOV (9), "2: 24");
  assert_weeks (shop, "K", NOV (16), "2: 24 8");

  /* Noted by mistake, it was not asked for. */
  shop->at = AT (16, 9, 0);
  g_assert_true (shop_asked (shop, "K", 7));
  g_assert_true (shop_undo (shop, 0));
  order_at (shop, "Siti", "K", 9, NOBODY, AT (17, 9, 0));
  g_assert_true (shop_undo (shop, 0));
  assert_weeks (shop, "K", NOV (23), "2: 24 8 out");
  g_assert_true (shop_undo (shop, shop_last_operation (shop))); /* it was after all */
  assert_weeks (shop, "K", NOV (23), "2: 24 8 9");
  shop_assert_sound (shop);
}

/* Where there was none all week and nobody asked, nobody could have bought: that says nothing.
 * Before the first movement nobody knows what there was. */
static void
test_without_stock (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  shop->at = AT (3, 9, 0);
  shop_receive (shop, "K", 2);
  shop->at = AT (5, 9, 0);
  g_assert_true (shop_sell (shop, "K", 2, TRUE));  /* none from the fifth on */
  shop->at = AT (17, 9, 0);
  g_assert_true (shop_asked (shop, "K", 1));
  shop->at = AT (27, 9, 0);
  shop_receive (shop, "K", 1);

  /* On the 27th there was some: whoever wanted it then could have it. */
  assert_weeks (shop, "K", NOV (44), "2: 2 out 1 0 0 0");
}

/* A sale that is taken back a week later was not asked for in its week, and no less in the next;
 * done again, it was. */
static void
test_taken_back_later (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  shop->at = AT (2, 9, 0);
  shop_receive (shop, "K", 10);
  g_assert_true (shop_sell (shop, "K", 4, TRUE));
  shop->at = AT (10, 9, 0);
  g_assert_true (shop_asked (shop, "K", 3));
  shop->at = AT (11, 9, 0);
  assert_weeks (shop, "K", NOV (16), "2: 4 3");
  g_assert_true (shop_undo (shop, shop_last_operation (shop) - 1));
  assert_weeks (shop, "K", NOV (16), "2: 0 3");
  shop->at = AT (17, 9, 0);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_weeks (shop, "K", NOV (23), "2: 4 3 0");
}

/* The turn of the week is midnight in the shop's zone. */
static void
test_midnight (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  shop->at = AT (8, 23, 59);
  g_assert_true (shop_asked (shop, "K", 1));
  shop->at = AT (9, 0, 0);
  g_assert_true (shop_asked (shop, "K", 2));
  assert_weeks (shop, "K", NOV (16), "2: 1 2");
}

/* What was sold before, also before 1970; what came back is taken off, and nobody wants less than
 * nothing. Three years at most. */
static gpointer
past_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const gint64 product = *(gint64 *) data;
  static const struct { int day; gint64 quantity; } sales[] = {
    { NOV (2), 5 }, { NOV (8), 2 }, { NOV (8), -3 }, { NOV (9), -4 }, { NOV (20), 6 },
    { -4, 9 }, { 0, 8 }, { NOV (30) - 157 * 7, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sales); i++)
    {
      g_autoptr (SediaStmt) stmt =
        sedia_db_prepare_text (db, "INSERT INTO past_sale (product_id, day, quantity, operation_id)"
                                   " SELECT $1, $2, $3, operation_id FROM current_operation",
                               error);

      g_assert_nonnull (stmt);
      sedia_stmt_bind_int64 (stmt, 1, product);
      sedia_stmt_bind_int64 (stmt, 2, sales[i].day);
      sedia_stmt_bind_int64 (stmt, 3, sales[i].quantity);
      if (!sedia_stmt_run (stmt, error))
        return NULL;
    }

  return SEDIA_DONE;
}

static void
test_past_sales (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 product = shop_product_id (shop, "K");

  g_assert_true (shop_act (shop, "import-sales", past_job, &product));
  assert_weeks (shop, "K", NOV (30), "2: 4 0 6 0");
  assert_weeks (shop, "K", 4, "-18576: 9 8");
  g_assert_true (shop_undo (shop, 0));
  assert_weeks (shop, "K", NOV (30), "2: 0 0 0 0");
  shop_assert_sound (shop);
}

/* What was sold before was counted with the decimals there were. */
static void
test_decimals_stay (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 id = shop_product_id (shop, "K");
  g_autoptr (SediaProduct) product = shop_look (shop, "K");

  g_assert_true (shop_act (shop, "import-sales", past_job, &id));
  product->decimals = 1;
  shop_product_full (shop, product);
  g_assert_nonnull (shop->error);
  g_assert_nonnull (strstr (shop->error->message, "decimals"));
}

/* Steady demand is forecast as it is, in the smallest unit; a week without stock does not count. */
static void
test_forecast (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  g_autoptr (SediaForecaster) forecaster = sedia_demand_forecaster_new ();
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  SediaForecast forecast;

  for (int week = 0; week < 20; week++)
    {
      shop->at = AT (2 + week * 7, 9, 0);
      if (week != 12)
        g_assert_true (shop_asked (shop, "K", 12));
      if (week == 0)
        {
          shop_receive (shop, "K", 1);
          g_assert_true (shop_sell (shop, "K", 1, TRUE));
        }
    }

  weeks = read_weeks (shop, "K", NOV (2 + 20 * 7));
  g_assert_cmpuint (weeks->asked->len, ==, 20);
  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);
  g_assert_cmpint (forecast.state, ==, SEDIA_FORECAST_CHOSEN);
  g_assert_cmpuint (forecast.n_ignored, ==, 1);
  g_assert_cmpfloat_with_epsilon (forecast.mean, 12.0, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/demand/what-counts", test_what_counts);
  g_test_add_func ("/store/demand/taken-back-later", test_taken_back_later);
  g_test_add_func ("/store/demand/without-stock", test_without_stock);
  g_test_add_func ("/store/demand/midnight", test_midnight);
  g_test_add_func ("/store/demand/past-sales", test_past_sales);
  g_test_add_func ("/store/demand/decimals-stay", test_decimals_stay);
  g_test_add_func ("/store/demand/forecast", test_forecast);

  return g_test_run ();
}
