/* How well the shop predicts and works, by its own records.
 *
 * Days are those of telling.h, counted from 1 November 2020.
 */
#include "config.h"

#include "purchases.h"
#include "sedia-insight.h"

#include <string.h>

static gpointer
verdict_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return sedia_shop_verdict_read (db, *(gint64 *) data, error);
}

static SediaShopVerdict *
look_verdict (Shop   *shop,
              gint64  now)
{
  g_autoptr (GError) error = NULL;
  SediaShopVerdict *verdict = sedia_store_read (shop->store, verdict_job, &now, &error);

  g_assert_no_error (error);
  return verdict;
}

/* "told 1/2 before 0/0, 2 people" */
static char *
part_of (const SediaShopVerdict *verdict,
         SediaShopPart           part)
{
  const SediaShare *now = &verdict->numbers.now[part], *before = &verdict->numbers.before[part];

  return g_strdup_printf ("%u/%u before %u/%u", now->hits, now->n, before->hits, before->n);
}

#define assert_part(verdict, part, expected) \
  G_STMT_START { \
    g_autofree char *part_ = part_of (verdict, part); \
    g_assert_cmpstr (part_, ==, expected); \
  } G_STMT_END

#define assert_shop(shop, now, part, expected) \
  G_STMT_START { \
    g_autoptr (SediaShopVerdict) verdict_ = look_verdict (shop, now); \
    assert_part (verdict_, part, expected); \
  } G_STMT_END

static void
test_nothing (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaShopVerdict) verdict = look_verdict (shop, AT (20, 9, 0));

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    {
      assert_part (verdict, (SediaShopPart) i, "0/0 before 0/0");
      g_assert_cmpuint (verdict->evidence[i]->len, ==, 0);
    }
  g_assert_cmpuint (verdict->numbers.people, ==, 0);
}

/* Whoever waits is to hear the same working day; what is still in time says nothing. */
static void
test_told (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 1, NOBODY, AT (2, 9, 0));
  order_at (shop, "Budi", "K", 1, NOBODY, AT (2, 10, 0));
  assert_shop (shop, AT (2, 16, 0), SEDIA_SHOP_TOLD, "0/0 before 0/0");
  g_assert_true (tell_at (shop, "Siti", AT (2, 16, 0)));
  assert_shop (shop, AT (2, 16, 30), SEDIA_SHOP_TOLD, "1/1 before 0/0");
  assert_shop (shop, AT (3, 8, 0), SEDIA_SHOP_TOLD, "1/2 before 0/0");
  g_assert_true (tell_at (shop, "Budi", AT (3, 9, 0)));
  assert_shop (shop, AT (3, 10, 0), SEDIA_SHOP_TOLD, "1/2 before 0/0");

  /* Then nobody says anything for a week and more: both are late once more. */
  assert_shop (shop, AT (20, 10, 0), SEDIA_SHOP_TOLD, "1/4 before 0/0");
  /* Half a year later the rest is forgotten, and they still wait for a word. */
  assert_shop (shop, AT (20 + 182, 10, 0), SEDIA_SHOP_TOLD, "0/2 before 0/0");
}

static void
test_offers (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  order_at (shop, "Siti", "K", 1, NOBODY, AT (2, 9, 0));
  order_at (shop, "Budi", "K", 1, NOBODY, AT (2, 10, 0));
  g_assert_true (offer_at (shop, "Siti", AT (3, 9, 0)));
  g_assert_true (offer_at (shop, "Budi", AT (3, 10, 0)));
  assert_shop (shop, AT (9, 9, 0), SEDIA_SHOP_OFFERS, "0/0 before 0/0");
  assert_shop (shop, AT (11, 9, 0), SEDIA_SHOP_OFFERS, "0/2 before 0/0");
  g_assert_true (answer_at (shop, "Siti", AT (11, 9, 0), SEDIA_ANSWER_WAIT, 0));
  assert_shop (shop, AT (11, 10, 0), SEDIA_SHOP_OFFERS, "1/2 before 0/0");
  assert_shop (shop, AT (11 + 91, 10, 0), SEDIA_SHOP_OFFERS, "0/0 before 1/2");
}

static void
test_counts_and_suppliers (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  const gint64 supplier = shop_supplier (shop, "CV Sumber");
  gint64 purchase;

  shop->at = AT (2, 9, 0);
  g_assert_true (shop_count (shop, "K", 0));
  g_assert_true (shop_count (shop, "K", 4));
  purchase = buy_full (shop, supplier, "K=5@9", 0, FALSE);
  buy_full (shop, supplier, "K=5@12", 0, FALSE);
  shop->at = AT (9, 20, 0);
  receive_for (shop, purchase, "K=5");
  assert_shop (shop, AT (12, 9, 0), SEDIA_SHOP_SUPPLIERS, "1/1 before 0/0");
  assert_shop (shop, AT (13, 9, 0), SEDIA_SHOP_SUPPLIERS, "1/2 before 0/0");
  assert_shop (shop, AT (13, 9, 0), SEDIA_SHOP_COUNTS, "1/2 before 0/0");
  assert_shop (shop, AT (13 + 91, 9, 0), SEDIA_SHOP_COUNTS, "0/0 before 1/2");
  /* All that was entered here was entered years later. */
  assert_shop (shop, AT (13, 9, 0), SEDIA_SHOP_ENTERED, "0/3 before 0/0");
}

/* A whole shop: as many rows as were measured, and every one in words. */
static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaStore) store = sedia_store_open_sample (&error);
  g_autoptr (SediaShopVerdict) verdict = NULL;
  gint64 now = sedia_time_now ();

  g_assert_no_error (error);
  verdict = sedia_store_read (store, verdict_job, &now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verdict->numbers.people, >, 0);
  g_assert_cmpuint (verdict->numbers.now[SEDIA_SHOP_TOLD].n, >, 10);
  g_assert_cmpuint (verdict->evidence[SEDIA_SHOP_TOLD]->len, ==,
                    verdict->numbers.now[SEDIA_SHOP_TOLD].n);
  g_assert_cmpuint (verdict->evidence[SEDIA_SHOP_PEOPLE]->len, ==,
                    verdict->numbers.now[SEDIA_SHOP_TOLD].n -
                      verdict->numbers.now[SEDIA_SHOP_TOLD].hits);
  g_assert_cmpuint (verdict->evidence[SEDIA_SHOP_PROMISES]->len, ==,
                    verdict->numbers.now[SEDIA_SHOP_PROMISES].n);

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    for (guint j = 0; j < verdict->evidence[i]->len; j++)
      {
        const SediaEvidence *row = g_ptr_array_index (verdict->evidence[i], j);

        g_assert_cmpstr (row->what, !=, "");
        g_assert_cmpstr (row->found, !=, "");
      }
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/shop-verdict/nothing", test_nothing);
  g_test_add_func ("/store/shop-verdict/told", test_told);
  g_test_add_func ("/store/shop-verdict/offers", test_offers);
  g_test_add_func ("/store/shop-verdict/counts-and-suppliers", test_counts_and_suppliers);
  g_test_add_func ("/store/shop-verdict/sample", test_sample);

  return g_test_run ();
}
