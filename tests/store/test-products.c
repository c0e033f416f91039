/* Products: what can be wrong with one and where, and changing one field of many. */
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

static gpointer
categories_job (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  return sedia_category_list (db, error);
}

static char *
categories (Shop *shop)
{
  g_autoptr (GPtrArray) list = sedia_store_read (shop->store, categories_job, NULL, NULL);

  g_ptr_array_add (list, NULL);
  return g_strjoinv (",", (char **) list->pdata);
}

static void
test_categories (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *none = categories (shop);
  g_autofree char *some = NULL;
  static const char *const each[] = { "Tea", "", "Coffee", "tea", "Zinc", "Coffee", "Ümlaut" };

  for (guint i = 0; i < G_N_ELEMENTS (each); i++)
    {
      g_autoptr (SediaProduct) product = sedia_product_new ();

      product->sku = g_strdup_printf ("P%u", i);
      product->name = g_strdup ("Product");
      take (&product->category, each[i]);
      shop_product_full (shop, product);
    }

  some = categories (shop);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (some, ==, "Coffee,Tea,Zinc,Ümlaut");
}

/* ---- several products */

typedef struct
{
  GArray *ids;
  SediaProductEdit edit;
  guint n_changed;
  GCancellable *cancellable;
} Several;

static gpointer
edit_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Several *several = data;

  return sedia_products_edit (db, several->ids, &several->edit, &several->n_changed, error)
           ? SEDIA_DONE
           : NULL;
}

static gpointer
preview_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  Several *several = data;

  return sedia_products_preview (db, several->ids, &several->edit, 2, error);
}

static GArray *
ids_of (Shop       *shop,
        const char *skus)
{
  g_auto (GStrv) each = g_strsplit (skus, ",", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; each[i] != NULL; i++)
    {
      const gint64 id = shop_product_id (shop, each[i]);

      g_array_append_val (ids, id);
    }

  return ids;
}

/* How many it changed, -1 when it was refused; what was shown before is what happens. */
static int
edit (Shop             *shop,
      const char       *skus,
      SediaProductEdit  what)
{
  g_autoptr (GArray) ids = ids_of (shop, skus);
  Several several = { .ids = ids, .edit = what };
  const SediaAct act = { .kind = "products-edit" };
  g_autoptr (SediaEditPreview) preview = NULL;
  gboolean is_done;
  gint n_done = 0;

  several.edit.n_done = &n_done;
  preview = sedia_store_read (shop->store, preview_job, &several, NULL);
  g_assert_nonnull (preview);
  g_assert_cmpuint (preview->n, ==, ids->len);

  g_assert_cmpint (g_atomic_int_get (&n_done), ==, (gint) ids->len);
  g_clear_error (&shop->error);
  is_done = sedia_store_act (shop->store, &act, edit_job, &several, &shop->error) != NULL;
  g_assert_true (is_done == (preview->n_refused == 0));
  if (!is_done)
    {
      g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
      g_assert_nonnull (strstr (shop->error->message, g_ptr_array_index (preview->problems, 0)));
      return -1;
    }

  g_assert_cmpuint (several.n_changed, ==, preview->n_changed);
  return (int) several.n_changed;
}

static void
four_products (Shop *shop)
{
  shop_product (shop, "K");
  shop_product (shop, "M");
  shop_product (shop, "T");
  shop_product (shop, "U");
}

static void
test_edit (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const gint64 supplier = shop_supplier (shop, "CV Abadi");
  g_autoptr (SediaProduct) kettle = NULL;
  g_autoptr (SediaProduct) other = NULL;
  g_autoptr (SediaProduct) undone = NULL, redone = NULL;

  four_products (shop);
#define SET(f, n) ((SediaProductEdit) { .field = (f), .number = (n) })
  g_assert_cmpint (edit (shop, "K,M,T", (SediaProductEdit) { .field = SEDIA_PRODUCT_CATEGORY,
                                                             .text = " Kitchen " }), ==, 3);
  g_assert_cmpint (edit (shop, "K,U", (SediaProductEdit) { .field = SEDIA_PRODUCT_CATEGORY,
                                                           .text = "Kitchen" }), ==, 1);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_SUPPLIER, supplier)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_PACK, 12)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_PRICE, 1250)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_COST, 1000)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_MAXIMUM, 40)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_MINIMUM, 10)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_MOQ, 24)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_BACKORDER, SEDIA_BACKORDER_WARN)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_BACKORDER_LIMIT, 5)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_ALLOW_NEGATIVE, 0)), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", (SediaProductEdit) { .field = SEDIA_PRODUCT_UNIT,
                                                           .text = "box" }), ==, 2);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_ARCHIVED, 1)), ==, 2);

  kettle = shop_look (shop, "K");
  g_assert_cmpstr (kettle->category, ==, "Kitchen");
  g_assert_cmpstr (kettle->supplier, ==, "CV Abadi");
  g_assert_cmpstr (kettle->unit, ==, "box");
  g_assert_cmpint (kettle->pack, ==, 12);
  g_assert_cmpint (kettle->price, ==, 1250);
  g_assert_cmpint (kettle->cost, ==, 1000);
  g_assert_cmpint (kettle->minimum, ==, 10);
  g_assert_cmpint (kettle->maximum, ==, 40);
  g_assert_cmpint (kettle->moq, ==, 24);
  g_assert_cmpint (kettle->backorder, ==, SEDIA_BACKORDER_WARN);
  g_assert_cmpint (kettle->backorder_limit, ==, 5);
  g_assert_false (kettle->allow_negative);
  g_assert_true (kettle->archived);

  /* the others were not touched; nothing to change is no action */
  other = shop_look (shop, "T");
  g_assert_cmpint (other->pack, ==, 0);
  g_assert_false (other->archived);
  g_assert_cmpint (edit (shop, "K,M", SET (SEDIA_PRODUCT_PACK, 12)), ==, 0);

  /* one action, one undo: of both products */
  g_assert_true (shop_undo (shop, 0));
  undone = shop_look (shop, "M");
  g_assert_false (undone->archived);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  redone = shop_look (shop, "M");
  g_assert_true (redone->archived);
  shop_assert_sound (shop);
}

/* Whole or not at all, with the sentences of those that refuse. */
static void
test_edit_refused (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) mug = NULL;
  const gint64 before = (four_products (shop), shop_last_operation (shop));

  edit (shop, "K,T,U", SET (SEDIA_PRODUCT_MAXIMUM, 5));
  g_assert_cmpint (edit (shop, "M,K", SET (SEDIA_PRODUCT_MINIMUM, 6)), ==, -1);
  g_assert_cmpstr (shop->error->message, ==,
                   "The minimum of product K is above its maximum; raise the maximum or lower the "
                   "minimum.");
  g_assert_cmpint (edit (shop, "M,K,T,U", SET (SEDIA_PRODUCT_MINIMUM, 6)), ==, -1);
  g_assert_true (g_str_has_prefix (shop->error->message,
                                   "3 products cannot be changed like that, so none was. The "
                                   "minimum of product K is"));

  mug = shop_look (shop, "M");
  g_assert_cmpint (mug->minimum, ==, SEDIA_NO_AMOUNT);
  g_assert_cmpint (shop_last_operation (shop), ==, before + 1);

  /* what the schema refuses of one product */
  shop_order (shop, "Siti", "T", 2, NOBODY);
  g_assert_cmpint (edit (shop, "M,T,K", SET (SEDIA_PRODUCT_PACK, 6)), ==, -1);
  g_assert_nonnull (strstr (shop->error->message, "The pack size of product T"));
  g_assert_cmpint (edit (shop, "M,K", SET (SEDIA_PRODUCT_PACK, 6)), ==, 2);

  /* what is each product's own */
  g_assert_cmpint (edit (shop, "M,K", (SediaProductEdit) { .field = SEDIA_PRODUCT_NAME,
                                                           .text = "Same" }), ==, -1);
}

/* An amount is meant as it was typed, whatever decimals a product has. */
static void
test_edit_decimals (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) rice = sedia_product_new ();
  g_autoptr (SediaProduct) kettle = NULL;
  SediaProductEdit amount = { .field = SEDIA_PRODUCT_MINIMUM, .number = 5000, .decimals = 3 };

  shop_product (shop, "K");
  take (&rice->sku, "R");
  take (&rice->name, "Rice");
  rice->decimals = 2;
  shop_product_full (shop, rice);

  g_assert_cmpint (edit (shop, "K,R", amount), ==, 2);
  kettle = shop_look (shop, "K");
  g_assert_cmpint (kettle->minimum, ==, 5);
  sedia_product_free (g_steal_pointer (&rice));
  rice = shop_look (shop, "R");
  g_assert_cmpint (rice->minimum, ==, 500);

  amount.number = 2500;
  g_assert_cmpint (edit (shop, "K,R", amount), ==, -1);
  g_assert_cmpstr (shop->error->message, ==, "Product K can have 0 decimals at most.");
  g_assert_cmpint (edit (shop, "R", amount), ==, 1);

  amount = (SediaProductEdit) { .field = SEDIA_PRODUCT_MINIMUM, .number = 7 };
  g_assert_cmpint (edit (shop, "K,R", amount), ==, 2);
  sedia_product_free (g_steal_pointer (&rice));
  rice = shop_look (shop, "R");
  g_assert_cmpint (rice->minimum, ==, 700);

  amount.number = SEDIA_NO_AMOUNT;
  amount.decimals = 3;
  g_assert_cmpint (edit (shop, "K,R", amount), ==, 2);
  amount.number = G_MAXINT64 / 2;
  amount.decimals = 0;
  g_assert_cmpint (edit (shop, "K,R", amount), ==, -1);
}

/* A new supplier is entered, and taken back, with the change. */
static void
test_edit_new_supplier (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) kettle = NULL;
  g_autoptr (SediaProduct) undone = NULL;
  g_autoptr (SediaProduct) redone = NULL;
  const SediaProductEdit to_new = { .field = SEDIA_PRODUCT_SUPPLIER, .text = " CV Baru " };

  four_products (shop);
  g_assert_cmpint (edit (shop, "K,M", to_new), ==, 2);
  kettle = shop_look (shop, "K");
  g_assert_cmpstr (kettle->supplier, ==, "CV Baru");

  g_assert_true (shop_undo (shop, 0));
  undone = shop_look (shop, "K");
  g_assert_null (undone->supplier);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  redone = shop_look (shop, "K");
  g_assert_cmpstr (redone->supplier, ==, "CV Baru");

  g_assert_cmpint (edit (shop, "K,M,T", (SediaProductEdit) { .field = SEDIA_PRODUCT_SUPPLIER }), ==,
                   2);
  sedia_product_free (g_steal_pointer (&redone));
  redone = shop_look (shop, "K");
  g_assert_null (redone->supplier);
}

static gpointer
subject_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  g_autoptr (GPtrArray) log = sedia_operation_list (db, 1, error);

  return g_strdup (((SediaOperation *) g_ptr_array_index (log, 0))->subject);
}

static void
test_edit_in_the_log (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autofree char *two = NULL, *four = NULL;

  four_products (shop);
  edit (shop, "K,M", SET (SEDIA_PRODUCT_PACK, 6));
  two = sedia_store_read (shop->store, subject_job, NULL, NULL);
  edit (shop, "K,M,T,U", SET (SEDIA_PRODUCT_PACK, 12));
  four = sedia_store_read (shop->store, subject_job, NULL, NULL);

  g_assert_cmpstr (two, ==, "K, M");
  g_assert_cmpstr (four, ==, "K, M, T, … (4)");
}

/* More than are read at once, and one that refuses among the last: nothing is half done. */
static void
test_edit_many (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) last = NULL, first = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *sku = g_strdup_printf ("P%03u", i);

      shop_product (shop, sku);
    }
  edit (shop, "P299", SET (SEDIA_PRODUCT_MAXIMUM, 3));

  g_assert_false (shop_edit_products (shop, SEDIA_PRODUCT_MINIMUM, 4, NULL));
  first = shop_look (shop, "P000");
  g_assert_cmpint (first->minimum, ==, SEDIA_NO_AMOUNT);

  g_assert_true (shop_edit_products (shop, SEDIA_PRODUCT_MINIMUM, 3, NULL));
  last = shop_look (shop, "P299");
  g_assert_cmpint (last->minimum, ==, 3);
}

static void
cancelled_cb (GObject      *source,
              GAsyncResult *answer,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sedia_store_finish (SEDIA_STORE (source), answer, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
  g_main_loop_quit (data);
}

/* Stops in the middle of it. */
static gpointer
cancel_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  Several *several = data;

  if (!sedia_products_edit (db, several->ids, &several->edit, NULL, error))
    return NULL;

  g_cancellable_cancel (several->cancellable);
  several->edit.number++;
  return edit_job (db, several, error);
}

/* Who does not want it any more gets nothing of it. */
static void
test_edit_cancelled (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  const SediaAct act = { .kind = "products-edit" };
  Several several = { .edit = SET (SEDIA_PRODUCT_PACK, 6), .cancellable = cancellable };
  g_autoptr (SediaProduct) kettle = NULL;

  four_products (shop);
  several.ids = ids = ids_of (shop, "K,M");
  sedia_store_act_async (shop->store, &act, cancel_job, &several, NULL, NULL, cancellable,
                         cancelled_cb, loop);
  g_main_loop_run (loop);

  /* The next action goes on as if nothing had been; by then the thread has let go of the last. */
  g_assert_true (shop_edit_products (shop, SEDIA_PRODUCT_COST, 7, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  kettle = shop_look (shop, "K");
  g_assert_cmpint (kettle->pack, ==, 0);
  g_assert_cmpint (kettle->cost, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/products/wrong-fields", test_wrong_fields);
  g_test_add_func ("/store/products/barcodes", test_barcodes);
  g_test_add_func ("/store/products/fixed", test_fixed);
  g_test_add_func ("/store/products/categories", test_categories);
  g_test_add_func ("/store/products/edit", test_edit);
  g_test_add_func ("/store/products/8-edit-refused", test_edit_refused);
  g_test_add_func ("/store/products/edit-decimals", test_edit_decimals);
  g_test_add_func ("/store/products/edit-new-supplier", test_edit_new_supplier);
  g_test_add_func ("/store/products/edit-in-the-log", test_edit_in_the_log);
  g_test_add_func ("/store/products/edit-many", test_edit_many);
  g_test_add_func ("/store/products/edit-cancelled", test_edit_cancelled);

  return g_test_run ();
}
