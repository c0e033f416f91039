/* Who may be the same customer, among all there are. */
#include "config.h"

#include <glib.h>

#include "shop.h"

static void
test_suspects (void)
{
  g_autoptr (Shop) shop = shop_open ();

  shop_customer_phone (shop, "Siti Rahma", "0812-3456-7890");
  shop_customer_phone (shop, "Budi Santoso", NULL);
  shop_customer_phone (shop, "Toko Maju", "021 555 1234");

  assert_suspects (shop, "Dewi", "+62 812 3456 7890", 0, "1:4");
  assert_suspects (shop, "Ibu SITI rahma", NULL, 0, "1:2");
  assert_suspects (shop, "Rahma, Siti", "62812.3456.7890", 0, "1:6");
  assert_suspects (shop, "Siti Rahmah", "08123456 7890", 0, "1:5");
  assert_suspects (shop, "Budi Santosa", "0812 3456 7890", 0, "1:4 2:1");
  assert_suspects (shop, "Dewi", "0812-3456-7891", 0, "");
  assert_suspects (shop, "", "", 0, "");
  assert_suspects (shop, NULL, NULL, 0, "");

  /* Nobody is their own double. */
  assert_suspects (shop, "Siti Rahma", "0812-3456-7890", 1, "");
}

/* What a customer is recognised by follows every change, whoever made it. */
static void
test_suspects_follow (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaCustomer) customer = NULL;

  shop_customer_phone (shop, "Siti Rahma", "0812-3456-7890");
  customer = shop_look_customer (shop, 1);
  g_free (customer->name);
  customer->name = g_strdup ("Dewi Lestari");
  g_assert_true (shop_customer_save (shop, customer));
  assert_suspects (shop, "Siti Rahma", NULL, 0, "");
  assert_suspects (shop, "Dewi Lestari", NULL, 0, "1:2");

  g_assert_true (shop_undo (shop, 0));
  assert_suspects (shop, "Siti Rahma", NULL, 0, "1:2");
  assert_suspects (shop, "Dewi Lestari", NULL, 0, "");

  /* The archived too: they come back more often than one thinks. */
  g_assert_true (shop_undo (shop, 0));
  assert_suspects (shop, "Siti Rahma", "0812-3456-7890", 0, "1:6");

  g_assert_true (shop_erase (shop, 1));
  assert_suspects (shop, "Siti Rahma", "0812-3456-7890", 0, "");
  shop_assert_sound (shop);
}

/* A number without a calling code is one of the shop's country. */
static void
test_country (void)
{
  g_autoptr (Shop) shop = shop_open ();

  shop_customer_phone (shop, "Siti", "012-345-6789");
  assert_suspects (shop, "Dewi", "+60 12 345 6789", 0, "");
  assert_suspects (shop, "Dewi", "+62 12 345 6789", 0, "1:4");

  g_assert_false (shop_set_country (shop, "Malaysia"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "Malaysia");
  g_assert_true (shop_set_country (shop, "my"));
  assert_suspects (shop, "Dewi", "+60 12 345 6789", 0, "1:4");
  assert_suspects (shop, "Dewi", "+62 12 345 6789", 0, "");

  g_assert_true (shop_undo (shop, 0));
  assert_suspects (shop, "Dewi", "+62 12 345 6789", 0, "1:4");
}

/* The look-up finds what comparing with everybody finds. */
static void
test_suspects_are_complete (void)
{
  static const char *const first[] = { "Siti", "Budi", "Dewi", "Sity", "Dewa" };
  static const char *const last[] = { "Rahma", "Rahmah", "Santoso", "Santosa", "Lestari" };
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_alike = 0;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    for (guint j = 0; j < G_N_ELEMENTS (last); j++)
      {
        g_ptr_array_add (names, g_strdup_printf ("%s %s", first[i], last[j]));
        shop_customer_phone (shop, names->pdata[names->len - 1], NULL);
      }

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *found = shop_suspects (shop, names->pdata[i], NULL, i + 1);
      g_auto (GStrv) each = g_strsplit (found, " ", -1);
      g_autoptr (SediaAlikeKey) key = sedia_alike_key_new (names->pdata[i], NULL);
      guint n = 0;

      for (guint j = 0; j < names->len; j++)
        {
          g_autoptr (SediaAlikeKey) other = sedia_alike_key_new (names->pdata[j], NULL);

          n += i != j && sedia_alike_names (key, other) != 0 ? 1 : 0;
        }
      g_assert_cmpuint (*found != '\0' ? g_strv_length (each) : 0, ==, n);
      n_alike += n;
    }

  g_assert_cmpuint (n_alike, >, names->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/suspects/found", test_suspects);
  g_test_add_func ("/store/suspects/follow", test_suspects_follow);
  g_test_add_func ("/store/suspects/complete", test_suspects_are_complete);
  g_test_add_func ("/store/suspects/country", test_country);

  return g_test_run ();
}
