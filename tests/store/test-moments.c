/* What happened to a customer's orders, as their page tells it. */
#include "config.h"

#include "telling.h"

#include <string.h>

static const char *const words[] = {
  [SEDIA_MOMENT_PLACED] = "ordered",       [SEDIA_MOMENT_ARRIVED] = "arrived",
  [SEDIA_MOMENT_SET_ASIDE] = "set aside",  [SEDIA_MOMENT_LOST] = "lost",
  [SEDIA_MOMENT_HANDED_OVER] = "had",      [SEDIA_MOMENT_RETURNED] = "brought back",
  [SEDIA_MOMENT_CHANGED] = "changed to",   [SEDIA_MOMENT_CANCELLED] = "cancelled",
  [SEDIA_MOMENT_REOPENED] = "wants again",
};

typedef struct
{
  gint64 customer_id;
  guint limit;
} Asked;

static gpointer
moments_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Asked *asked = data;
  g_autoptr (GPtrArray) moments = sedia_moment_list (db, asked->customer_id, asked->limit, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (moments);
  for (guint i = 0; i < moments->len; i++)
    {
      const SediaMoment *moment = g_ptr_array_index (moments, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", i > 0 ? "; " : "",
                              moment->order_id, words[moment->kind]);
      for (guint j = 0; j < moment->parts->len; j++)
        {
          const SediaMomentPart *part = g_ptr_array_index (moment->parts, j);

          g_string_append_printf (text, " %" G_GINT64_FORMAT " %s", part->quantity,
                                  part->product + strlen ("Product "));
        }
    }

  return g_string_free (text, FALSE);
}

static char *
all_moments (Shop       *shop,
             const char *customer,
             guint       limit)
{
  Asked asked = { shop_customer (shop, customer), limit };
  g_autoptr (GError) error = NULL;
  char *text = sedia_store_read (shop->store, moments_job, &asked, &error);

  g_assert_no_error (error);
  return text;
}

#define assert_moments(shop, customer, limit, expected) \
  G_STMT_START { \
    g_autofree char *moments_ = all_moments (shop, customer, limit); \
    g_assert_cmpstr (moments_, ==, expected); \
  } G_STMT_END

/* From the order to the last of it, the newest first; what one delivery brings is one moment. */
static void
test_story (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 order;

  shop_product (shop, "M");
  shop_customer (shop, "Siti");
  assert_moments (shop, "Siti", 0, "");
  shop->at = AT (2, 9, 0);
  order = shop_order2 (shop, "Siti", "K", 3, "M", 2, NOBODY);
  assert_moments (shop, "Siti", 0, "1 ordered 3 K 2 M");
  shop->at = AT (3, 9, 0);
  shop_receive (shop, "K", 2);
  shop->at = AT (4, 9, 0);
  g_assert_true (shop_hand_over (shop, order, 1, 1, FALSE));
  shop->at = AT (5, 9, 0);
  g_assert_true (shop_cancel (shop, order, 2, 2));
  assert_moments (shop, "Siti", 0, "1 cancelled 2 M; 1 had 1 K; 1 arrived 2 K; "
                                   "1 ordered 3 K 2 M");
  assert_moments (shop, "Siti", 2, "1 cancelled 2 M; 1 had 1 K");

  shop->at = AT (6, 9, 0);
  g_assert_true (shop_reopen_order (shop, order));
  shop->at = AT (6, 10, 0);
  g_assert_true (shop_edit (shop, order, 2, 5));
  shop->at = AT (6, 11, 0);
  g_assert_true (shop_release (shop, order, 1, 1));
  shop->at = AT (6, 12, 0);
  g_assert_true (shop_return (shop, order, 1, 1, SEDIA_RETURN_REFUND, FALSE));
  assert_moments (shop, "Siti", 4, "1 brought back 1 K; 1 lost 1 K; 1 changed to 5 M; "
                                   "1 wants again 2 M");
  shop_assert_sound (shop);
}

/* What is taken back is part of the story; what another customer has is not. */
static void
test_undo (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 order;

  order_at (shop, "Budi", "K", 1, NOBODY, AT (2, 8, 0));
  order = order_at (shop, "Siti", "K", 1, NOBODY, AT (2, 9, 0));
  shop->at = AT (3, 9, 0);
  shop_receive (shop, "K", 2);
  shop->at = AT (4, 9, 0);
  g_assert_true (shop_hand_over (shop, order, 1, 1, FALSE));
  shop->at = AT (4, 10, 0);
  g_assert_true (shop_undo (shop, 0));
  assert_moments (shop, "Siti", 0, "2 brought back 1 K; 2 set aside 1 K; 2 had 1 K; "
                                   "2 arrived 1 K; 2 ordered 1 K");
  assert_moments (shop, "Budi", 0, "1 arrived 1 K; 1 ordered 1 K");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/moments/story", test_story);
  g_test_add_func ("/store/moments/undo", test_undo);

  return g_test_run ();
}
