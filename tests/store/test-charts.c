/* Charts: the numbers of the records over time. Mondays of November 2020 are 2, 9, 16, 23, 30. */
#include "config.h"

#include <string.h>

#include "purchases.h"
#include "sedia-charts.h"

typedef SediaChart *(*MakeChart) (SediaDb *db, gint64 id, int today, GError **error);

typedef struct
{
  MakeChart make;
  gint64 id;
  int today;
} Asked;

static gpointer
chart_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Asked *asked = data;

  return asked->make (db, asked->id, asked->today, error);
}

static SediaChart *
late_until_noon (SediaDb  *db,
                 gint64    id,
                 int       today,
                 GError  **error)
{
  return sedia_chart_lateness (db, id, AT (today - NOV (0), 12, 0), error);
}

static SediaChart *
read_chart (Shop      *shop,
            MakeChart  make,
            gint64     id,
            int        today)
{
  Asked asked = { make, id, NOV (today) };
  g_autoptr (GError) error = NULL;
  SediaChart *chart = sedia_store_read (shop->store, chart_job, &asked, &error);

  g_assert_no_error (error);
  return chart;
}

/* "- - 3 1..5": one value for each place, from so many on. */
static char *
words_of (const SediaChart *chart,
          const char       *name,
          guint             from)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < chart->series->len; i++)
    {
      const SediaSeries *series = g_ptr_array_index (chart->series, i);

      if (strcmp (series->name, name) != 0)
        continue;
      for (guint place = from; place < chart->places->len; place++)
        {
          gint64 high;
          const gint64 value = sedia_series_get (series, place, &high);

          if (place > from)
            g_string_append_c (words, ' ');
          if (value == SEDIA_NO_AMOUNT)
            g_string_append_c (words, '-');
          else if (high == SEDIA_NO_AMOUNT)
            g_string_append_printf (words, "%" G_GINT64_FORMAT, value);
          else
            g_string_append_printf (words, "%" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, value, high);
        }
    }

  return g_string_free (words, FALSE);
}

#define assert_series(chart, name, from, expected) \
  G_STMT_START { \
    g_autofree char *words_ = words_of (chart, name, from); \
    g_assert_cmpstr (words_, ==, expected); \
  } G_STMT_END

/* 20 came on the 2nd, 4 were sold on the 4th and 6 on the 12th; Siti ordered 12 on the 17th, when
 * it is the 18th. 5 come on the 20th, 5 are late, 7 some day. */
static void
test_stock (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaChart) chart = NULL;

  shop_product (shop, "K");
  shop_supplier (shop, "CV Maju");
  shop->at = AT (2, 9, 0);
  shop_receive (shop, "K", 20);
  shop->at = AT (4, 9, 0);
  g_assert_true (shop_sell (shop, "K", 4, FALSE));
  shop->at = AT (10, 9, 0);
  g_assert_cmpint (buy (shop, "K=5@14"), !=, 0);
  shop->at = AT (12, 9, 0);
  g_assert_true (shop_sell (shop, "K", 6, FALSE));
  shop->at = AT (17, 9, 0);
  shop_customer (shop, "Siti");
  shop_order (shop, "Siti", "K", 12, NOBODY);
  g_assert_cmpint (buy (shop, "K=5@20"), !=, 0);
  g_assert_cmpint (buy (shop, "K=7"), !=, 0);

  chart = read_chart (shop, sedia_chart_stock, shop_product_id (shop, "K"), 18);
  g_assert_cmpuint (chart->places->len, ==, 20);
  g_assert_cmpuint (chart->n_past, ==, 12);
  g_assert_cmpstr (g_ptr_array_index (chart->places, 12), ==, "Week of 16 Nov 2020");
  assert_series (chart, "On hand", 8, "0 0 16 10 - - - - - - - -");
  /* 10 - 12 + 5 + 5; two weeks are too few for a forecast */
  assert_series (chart, "Projected", 10, "- - 8 8 8 8 8 8 8 8");
  assert_series (chart, "Arrives", 10, "- - 10 - - - - - - -");
  g_assert_nonnull (strstr (chart->sentence, "7 pcs on their way are not counted"));
  g_assert_true (g_str_has_prefix (chart->sentence, "Enough for the next 8 weeks."));
}

/* What is asked for each week goes off what there is, and the owner's minimum is a line. */
static void
test_stock_with_forecast (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaChart) chart = NULL;
  g_autoptr (SediaChart) demand = NULL;
  g_autoptr (SediaProduct) product = sedia_product_new ();

  product->sku = g_strdup ("K");
  product->name = g_strdup ("Kettle");
  product->minimum = 6;
  product->maximum = 30;
  shop_product_full (shop, product);
  shop->at = AT (2, 8, 0);
  shop_receive (shop, "K", 40);
  for (guint week = 0; week < 4; week++)
    {
      shop->at = AT (3 + 7 * (int) week, 9, 0);
      g_assert_true (shop_sell (shop, "K", 5, FALSE));
    }

  chart = read_chart (shop, sedia_chart_stock, shop_product_id (shop, "K"), 30);
  assert_series (chart, "Projected", 12, "15 10 5 0 -5 -10 -15 -20");
  g_assert_cmpint (chart->level, ==, 6);
  g_assert_cmpstr (chart->level_name, ==, "Your minimum");
  g_assert_cmpstr (chart->sentence, ==,
                   "With what is on its way, there will be too little from the week of 28 Dec 2020"
                   " on.");

  demand = read_chart (shop, sedia_chart_demand, shop_product_id (shop, "K"), 30);
  assert_series (demand, "Asked for", 0, "5 5 5 5 - - - - - - - -");
  assert_series (demand, "Forecast", 3, "- 5 5 5 5 5 5 5 5");
  assert_series (demand, "8 of 10 weeks lie here", 3, "- 5..5 5..5 5..5 5..5 5..5 5..5 5..5 5..5");
}

/* A week without stock is shaded. */
static void
test_demand_out (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaChart) chart = NULL;

  shop_product (shop, "K");
  shop->at = AT (3, 8, 0);
  shop_receive (shop, "K", 5);
  g_assert_true (shop_sell (shop, "K", 5, FALSE));
  shop->at = AT (17, 8, 0);
  shop_receive (shop, "K", 5);

  chart = read_chart (shop, sedia_chart_demand, shop_product_id (shop, "K"), 24);
  assert_series (chart, "Asked for", 0, "5 0 0");
  g_assert_false (g_array_index (chart->marked, gboolean, 0));
  g_assert_true (g_array_index (chart->marked, gboolean, 1));
  g_assert_cmpstr (chart->marked_name, ==, "None on the shelf all week");
}

/* Siti's is there at once, Budi's after five days, Wati waits for nine; what was cancelled whole is
 * nobody's. */
static void
test_waits (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaChart) chart = NULL;
  g_autoptr (SediaChart) other = NULL;
  static const char *const names[] = { "Siti", "Budi", "Wati", "Rudi" };

  shop_product (shop, "K");
  shop_product (shop, "M");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    shop_customer (shop, names[i]);
  shop->at = AT (2, 9, 0);
  shop_receive (shop, "K", 1);
  shop_order (shop, "Siti", "K", 1, NOBODY);
  shop_order (shop, "Budi", "K", 1, NOBODY);
  shop_order (shop, "Wati", "K", 1, NOBODY);
  g_assert_true (shop_cancel (shop, shop_order (shop, "Rudi", "K", 3, NOBODY), 1, 0));
  shop->at = AT (7, 9, 0);
  shop_receive (shop, "K", 1);

  chart = read_chart (shop, sedia_chart_waits, shop_product_id (shop, "K"), 11);
  assert_series (chart, "Order lines set aside", 0, "1 0 1 0 0 0 0");
  assert_series (chart, "Still waiting", 0, "0 0 0 1 0 0 0");
  g_assert_cmpstr (chart->sentence, ==,
                   "2 of 3 order lines of the last year were ready within a week.");

  other = read_chart (shop, sedia_chart_waits, shop_product_id (shop, "M"), 11);
  g_assert_true (sedia_chart_is_empty (other));
  g_assert_cmpstr (other->sentence, ==, "Nobody ordered anything in the last year.");
}

/* On the day, two days late, a day early: the oldest first. */
static void
test_lateness (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaChart) chart = NULL;
  static const struct { const char *bought; int came; } deliveries[] = {
    { "K=1@4", 4 }, { "K=1@5", 7 }, { "K=1@10", 9 },
  };

  shop_product (shop, "K");
  shop_supplier (shop, "CV Maju");
  for (guint i = 0; i < G_N_ELEMENTS (deliveries); i++)
    {
      shop->at = AT (2, 9, 0) + i * G_TIME_SPAN_MINUTE;
      g_assert_cmpint (buy (shop, deliveries[i].bought), ==, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (deliveries); i++)
    {
      shop->at = AT (deliveries[i].came, 10, 0);
      g_assert_cmpint (receive_for (shop, i + 1, "K=1"), !=, 0);
    }

  chart = read_chart (shop, late_until_noon, 1, 12);
  assert_series (chart, "Days after the agreed day", 0, "0 2 -1");
  g_assert_cmpstr (g_ptr_array_index (chart->places, 1), ==, "7 Nov 2020");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/charts/stock", test_stock);
  g_test_add_func ("/store/charts/stock-with-forecast", test_stock_with_forecast);
  g_test_add_func ("/store/charts/demand-out", test_demand_out);
  g_test_add_func ("/store/charts/waits", test_waits);
  g_test_add_func ("/store/charts/lateness", test_lateness);

  return g_test_run ();
}
