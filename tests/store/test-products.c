/* Products: what can be wrong with one and where. */
#include "config.h"

#include <glib.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

/* ---- one product */

typedef struct
{
  SediaProduct *product;
  SediaProductField field;
  gboolean is_fine;
  GError *error;
} Check;

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Check *check = data;

  check->is_fine = sedia_product_check (db, check->product, &check->field, &check->error);
  return SEDIA_DONE;
}

/* Looks, then saves: both must be of one mind. */
static void
assert_wrong (Shop              *shop,
              SediaProduct      *product,
              SediaProductField  field,
              const char        *part)
{
  Check check = { .product = product, .field = SEDIA_N_PRODUCT_FIELDS };

  sedia_store_read (shop->store, check_job, &check, NULL);
  g_assert_false (check.is_fine);
  g_assert_cmpint (check.field, ==, field);
  g_assert_nonnull (strstr (check.error->message, part));

  shop_product_full (shop, product);
  g_assert_error (shop->error, SEDIA_ERROR, check.error->code);
  g_assert_cmpstr (shop->error->message, ==, check.error->message);
  g_clear_error (&check.error);
}

static void
assert_fine (Shop         *shop,
             SediaProduct *product)
{
  Check check = { .product = product };

  sedia_store_read (shop->store, check_job, &check, NULL);
  g_assert_no_error (check.error);
  g_assert_true (check.is_fine);

  shop_product_full (shop, product);
  g_assert_no_error (shop->error);
}

static void
take (char       **place,
      const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
take_barcodes (SediaProduct *product,
               const char   *first,
               const char   *second)
{
  g_strfreev (product->barcodes);
  product->barcodes = g_strdupv ((char **) (const char *[]) { first, second, NULL });
}

static void
test_wrong_fields (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) product = sedia_product_new ();

  shop_product (shop, "K");
  take (&product->sku, "  ");
  assert_wrong (shop, product, SEDIA_PRODUCT_SKU, "needs a SKU");
  take (&product->sku, " k ");
  take (&product->name, "  ");
  assert_wrong (shop, product, SEDIA_PRODUCT_NAME, "needs a name");
  take (&product->name, " Teapot ");
  assert_wrong (shop, product, SEDIA_PRODUCT_SKU, "“k” already");
  take (&product->sku, " T ");
  product->decimals = 4;
  assert_wrong (shop, product, SEDIA_PRODUCT_DECIMALS, "4 decimals");
  product->decimals = 0;
  product->pack = -1;
  assert_wrong (shop, product, SEDIA_PRODUCT_PACK, "between 1 and 1000000");
  product->pack = 12;
  product->price = -1;
  assert_wrong (shop, product, SEDIA_PRODUCT_PRICE, "price");
  product->price = 100;
  product->moq = -5;
  assert_wrong (shop, product, SEDIA_PRODUCT_MOQ, "minimum order");
  product->moq = 5;
  product->backorder_limit = -5;
  assert_wrong (shop, product, SEDIA_PRODUCT_BACKORDER_LIMIT, "backorder limit");
  product->backorder_limit = SEDIA_NO_AMOUNT;
  product->minimum = 7;
  product->maximum = 6;
  assert_wrong (shop, product, SEDIA_PRODUCT_MINIMUM, "above its maximum");
  product->maximum = 7;
  assert_fine (shop, product);
  g_assert_cmpstr (product->sku, ==, "T");
  g_assert_cmpstr (product->name, ==, "Teapot");
}

static void
test_barcodes (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) kettle = sedia_product_new ();
  g_autoptr (SediaProduct) mug = sedia_product_new ();
  g_autoptr (SediaProduct) read = NULL;

  take (&kettle->sku, "K");
  take (&kettle->name, "Blue Kettle");
  take_barcodes (kettle, "111", "222");
  assert_fine (shop, kettle);

  take (&mug->sku, "M");
  take (&mug->name, "Mug");
  take_barcodes (mug, "333", " 222 ");
  assert_wrong (shop, mug, SEDIA_PRODUCT_BARCODES,
                "The barcode 222 belongs to Blue Kettle (K) already");

  /* its own, and one scanned twice */
  assert_fine (shop, kettle);
  take_barcodes (mug, "333", " 333");
  assert_fine (shop, mug);
  read = shop_look (shop, "M");
  g_assert_cmpuint (g_strv_length (read->barcodes), ==, 1);
}

/* What is referred to cannot change its meaning; looking and saving are of one mind. */
static void
test_fixed (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) kettle = NULL;
  g_autoptr (SediaProduct) mug = NULL;
  g_autoptr (SediaProduct) tea = NULL;

  shop_product (shop, "K");
  shop_product (shop, "M");
  shop_product (shop, "T");
  shop_order (shop, "Siti", "K", 2, NOBODY);
  shop_receive (shop, "M", 2);
  shop_asked (shop, "T", 1);
  kettle = shop_look (shop, "K");
  mug = shop_look (shop, "M");
  tea = shop_look (shop, "T");

  kettle->pack = 12;
  assert_wrong (shop, kettle, SEDIA_PRODUCT_PACK, "pack size");
  kettle->pack = 0;
  kettle->decimals = 1;
  assert_wrong (shop, kettle, SEDIA_PRODUCT_DECIMALS, "decimals");
  mug->decimals = 1;
  assert_wrong (shop, mug, SEDIA_PRODUCT_DECIMALS, "decimals");
  mug->decimals = 0;
  mug->pack = 6;
  assert_fine (shop, mug);
  tea->decimals = 1;
  assert_wrong (shop, tea, SEDIA_PRODUCT_DECIMALS, "decimals");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/products/wrong-fields", test_wrong_fields);
  g_test_add_func ("/store/products/barcodes", test_barcodes);
  g_test_add_func ("/store/products/fixed", test_fixed);

  return g_test_run ();
}
