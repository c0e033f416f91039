/* A purchase order as a message to the supplier. */
#include "config.h"

#include "sedia-purchase-text.h"

#define DAY 20790 /* Thursday, 3 December 2026 */

static SediaPurchase *
purchase_new (void)
{
  SediaPurchase *purchase = g_new0 (SediaPurchase, 1);

  purchase->id = 12;
  purchase->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_purchase_line_free);

  return purchase;
}

static SediaPurchaseLine *
add (SediaPurchase *purchase,
     const char    *sku,
     const char    *product,
     gint64         ordered,
     guint          decimals,
     gint64         pack,
     int            expected)
{
  SediaPurchaseLine *line = g_new0 (SediaPurchaseLine, 1);

  line->sku = g_strdup (sku);
  line->product = g_strdup (product);
  line->unit = g_strdup (decimals > 0 ? "kg" : "pcs");
  line->ordered = ordered;
  line->decimals = decimals;
  line->pack = pack;
  line->expected = expected;
  line->customer = g_strdup ("Siti Rahma");
  line->order_line_id = 7;
  g_ptr_array_add (purchase->lines, line);

  return line;
}

#define assert_text(purchase, shop, language, expected)                                            \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *text_ = sedia_purchase_text (purchase, shop, language);                     \
      g_assert_cmpstr (text_, ==, expected);                                                       \
    }                                                                                              \
  G_STMT_END

/* For whom it is ordered is not told. */
static void
test_whole (void)
{
  g_autoptr (SediaPurchase) purchase = purchase_new ();

  add (purchase, "KT-1", "Blue Kettle", 24, 0, 12, DAY);
  add (purchase, "KP-1", "Kopi Gayo", 1250500, 3, 0, DAY);

  assert_text (purchase, "Toko Melati", "en",
               "Hello, this is Toko Melati.\n"
               "We would like to order (purchase order 12):\n"
               "\n"
               "1. KT-1 Blue Kettle: 24 pcs (2 × 12)\n"
               "2. KP-1 Kopi Gayo: 1,250.5 kg\n"
               "\n"
               "Please deliver by 3 December 2026. Thank you.");
  assert_text (purchase, "Toko Melati", "id",
               "Halo, kami dari Toko Melati.\n"
               "Kami ingin memesan (pesanan pembelian 12):\n"
               "\n"
               "1. KT-1 Blue Kettle: 24 pcs (2 × 12)\n"
               "2. KP-1 Kopi Gayo: 1.250,5 kg\n"
               "\n"
               "Mohon dikirim paling lambat 3 Desember 2026. Terima kasih.");
}

/* Days that differ stand with their lines; what is closed is not ordered any more; no day, no
 * shop, another language: English without them. */
static void
test_parts (void)
{
  g_autoptr (SediaPurchase) purchase = purchase_new ();

  add (purchase, "A", "Mug", 5, 0, 0, DAY);
  add (purchase, "B", "Lid", 5, 0, 0, DAY)->closed = 5;
  add (purchase, "C", "Spoon", 30, 0, 10, SEDIA_NO_DAY)->closed = 10;
  assert_text (purchase, "", "ms",
               "Hello,\n"
               "We would like to order (purchase order 12):\n"
               "\n"
               "1. A Mug: 5 pcs, by 3 December 2026\n"
               "2. C Spoon: 20 pcs (2 × 10)\n"
               "\n"
               "Thank you.");
}

static void
test_packs (void)
{
  g_autoptr (SediaPurchase) purchase = purchase_new ();
  const SediaNumberForm english = { '.', ',' }, indonesian = { ',', '.' };
  g_autofree char *whole = NULL, *part = NULL, *none = NULL, *kilos = NULL, *many = NULL;

  whole = sedia_purchase_packs (add (purchase, "A", "A", 36, 0, 12, DAY), english);
  part = sedia_purchase_packs (add (purchase, "B", "B", 30, 0, 12, DAY), english);
  none = sedia_purchase_packs (add (purchase, "C", "C", 30, 0, 0, DAY), english);
  kilos = sedia_purchase_packs (add (purchase, "D", "D", 50000, 3, 25, DAY), english);
  many = sedia_purchase_packs (add (purchase, "E", "E", 24000, 0, 12, DAY), indonesian);
  g_assert_cmpstr (whole, ==, "3 × 12");
  g_assert_null (part);
  g_assert_null (none);
  g_assert_cmpstr (kilos, ==, "2 × 25");
  g_assert_cmpstr (many, ==, "2.000 × 12");
}

static void
test_subject (void)
{
  g_autoptr (SediaPurchase) purchase = purchase_new ();
  g_autofree char *english = sedia_purchase_subject (purchase, "Toko Melati", "en");
  g_autofree char *indonesian = sedia_purchase_subject (purchase, NULL, "id");

  g_assert_cmpstr (english, ==, "Purchase order 12 – Toko Melati");
  g_assert_cmpstr (indonesian, ==, "Pesanan pembelian 12");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/purchase-text/whole", test_whole);
  g_test_add_func ("/core/purchase-text/parts", test_parts);
  g_test_add_func ("/core/purchase-text/packs", test_packs);
  g_test_add_func ("/core/purchase-text/subject", test_subject);

  return g_test_run ();
}
