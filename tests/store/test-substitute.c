/* Something else instead of what a customer waits for: the old line is given up for the new ones in
 * one step, and both say so as long as that step stands.
 */
#include "config.h"

#include <sqlite3.h>

#include "sedia-wording.h"
#include "telling.h"

#define assert_words(shop, order, line, expected) \
  G_STMT_START { \
    g_autofree char *words_ = words_of (shop, order, line); \
    g_assert_cmpstr (words_, ==, expected); \
  } G_STMT_END

/* What is said of a line: "instead; replaced", empty for nothing. */
static char *
words_of (Shop   *shop,
          gint64  order,
          guint   line)
{
  g_autoptr (SediaOrder) found = shop_look_order (shop, order);
  const SediaOrderLine *one = g_ptr_array_index (found->lines, line - 1);
  g_autofree char *instead = sedia_line_instead_sentence (one);
  g_autofree char *replaced = sedia_replaced_sentence (one->replaced_by);

  if (instead != NULL && replaced != NULL)
    return g_strdup_printf ("%s; %s", instead, replaced);

  return g_strdup (instead != NULL ? instead : replaced != NULL ? replaced : "");
}

/* Siti has two of five K, Budi waits for three behind her; there are four M. */
static Shop *
shop_of_two (gint64 *siti,
             gint64 *budi)
{
  Shop *shop = shop_of_november ();

  shop_product (shop, "M");
  *siti = order_at (shop, "Siti", "K", 5, NOBODY, AT (2, 9, 0));
  *budi = order_at (shop, "Budi", "K", 3, NOBODY, AT (2, 10, 0));
  shop->at = AT (2, 11, 0);
  shop_receive (shop, "K", 2);
  shop_receive (shop, "M", 4);
  assert_line (shop, *siti, 1, "5/0/0/2");

  return shop;
}

static void
assert_before (Shop   *shop,
               gint64  siti,
               gint64  budi)
{
  assert_line (shop, siti, 1, "5/0/0/2");
  assert_line (shop, budi, 1, "3/0/0/0");
  assert_words (shop, siti, 1, "");
  assert_stock (shop, "M", "4/0/0");
  shop_assert_sound (shop);
}

static void
assert_replaced (Shop   *shop,
                 gint64  siti,
                 gint64  budi,
                 gint64  other)
{
  g_autofree char *replaced = g_strdup_printf ("Replaced by order %" G_GINT64_FORMAT, other);
  g_autofree char *instead = g_strdup_printf ("Instead of 5 pcs of Product K (order %"
                                              G_GINT64_FORMAT ")", siti);

  assert_line (shop, siti, 1, "5/0/5/0");
  assert_line (shop, budi, 1, "3/0/0/2");
  assert_line (shop, other, 1, "1/0/0/1");
  assert_words (shop, siti, 1, replaced);
  assert_words (shop, other, 1, instead);
  shop_assert_sound (shop);
}

/* All of it is one step, which can be taken back and done again. */
static void
test_instead (void)
{
  gint64 siti, budi, other, operation;
  g_autoptr (Shop) shop = shop_of_two (&siti, &budi);

  operation = shop_last_operation (shop);
  other = shop_order_instead (shop, "Siti", "M", 1, siti, 1);
  g_assert_no_error (shop->error);
  g_assert_cmpint (shop_last_operation (shop), ==, operation + 1);
  assert_replaced (shop, siti, budi, other);

  for (guint round = 0; round < 3; round++)
    {
      g_assert_true (shop_undo (shop, 0));
      assert_before (shop, siti, budi);
      assert_line (shop, other, 1, "1/0/1/0");
      assert_words (shop, other, 1, "");
      g_assert_true (shop_undo (shop, shop_last_operation (shop)));
      assert_replaced (shop, siti, budi, other);
    }
}

/* What was handed over, or cancelled before, stays: the rest alone is given up. */
static void
test_rest (void)
{
  gint64 siti, budi, other;
  g_autoptr (Shop) shop = shop_of_two (&siti, &budi);

  g_assert_true (shop_hand_over (shop, siti, 1, 1, FALSE));
  g_assert_true (shop_cancel (shop, siti, 1, 1));
  other = shop_order_instead (shop, "Siti", "M", 6, siti, 1);
  g_assert_no_error (shop->error);
  assert_line (shop, siti, 1, "5/1/4/0");
  assert_line (shop, other, 1, "6/0/0/4");
  assert_words (shop, other, 1, "Instead of 3 pcs of Product K (order 1)");

  /* Still not there: she takes something else again. */
  g_assert_cmpint (shop_order_instead (shop, "Siti", "K", 1, other, 1), ==, other + 1);
  assert_words (shop, other, 1, "Instead of 3 pcs of Product K (order 1); Replaced by order 4");
  assert_words (shop, other + 1, 1, "Instead of 6 pcs of Product M (order 3)");
  shop_assert_sound (shop);
}

/* Nothing is done when it cannot be: not for somebody else, not where nothing is open. */
static void
test_refused (void)
{
  gint64 siti, budi;
  g_autoptr (Shop) shop = shop_of_two (&siti, &budi);

  g_assert_cmpint (shop_order_instead (shop, "Budi", "M", 1, siti, 1), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "Line 1 of order 1 is Siti’s");
  assert_before (shop, siti, budi);

  g_assert_true (shop_cancel (shop, siti, 1, 0));
  g_assert_cmpint (shop_order_instead (shop, "Siti", "M", 1, siti, 1), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "Nothing of Product K is open any more");
  assert_words (shop, siti, 1, "");
  assert_stock (shop, "M", "4/0/0");

  /* What the new order is refused for leaves the old line as it was. */
  g_assert_cmpint (shop_order_instead (shop, "Budi", "M", 0, budi, 1), ==, 0);
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "must be above zero");
  assert_line (shop, budi, 1, "3/0/0/2");
  shop_assert_sound (shop);
}

/* Two records of one person: whoever was merged takes the other's line. */
static void
test_merged (void)
{
  gint64 siti, budi;
  g_autoptr (Shop) shop = shop_of_two (&siti, &budi);

  g_assert_true (shop_merge (shop, shop_customer (shop, "Siti"), shop_customer (shop, "Budi")));
  g_assert_cmpint (shop_order_instead (shop, "Siti", "M", 1, budi, 1), >, 0);
  assert_words (shop, budi, 1, "Replaced by order 3");
  shop_assert_sound (shop);
}

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_check (db, error);
}

/* A link is final, and one between two customers is found. */
static void
test_final (void)
{
  static const char forged[] =
    "INSERT INTO substitution (old_line_id, new_line_id, quantity, operation_id)"
    " VALUES (1, 2, 1, 1)";
  gint64 siti, budi;
  g_autoptr (Shop) shop = shop_of_two (&siti, &budi);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (shop_order_instead (shop, "Siti", "M", 1, siti, 1), >, 0);
  g_assert_cmpint (sqlite3_open (shop->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE substitution SET quantity = 9", NULL, NULL, NULL), !=,
                   SQLITE_OK);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "what was taken instead is never edited");
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM substitution", NULL, NULL, NULL), !=, SQLITE_OK);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "what was taken instead is never deleted");
  g_assert_cmpint (sqlite3_exec (db, forged, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  problems = sedia_store_read (shop->store, check_job, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==,
                   "Order line 2/1 was taken instead of another customer’s line.");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/substitute/instead", test_instead);
  g_test_add_func ("/store/substitute/rest", test_rest);
  g_test_add_func ("/store/substitute/refused", test_refused);
  g_test_add_func ("/store/substitute/merged", test_merged);
  g_test_add_func ("/store/substitute/final", test_final);

  return g_test_run ();
}
