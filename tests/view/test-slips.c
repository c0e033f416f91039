/* Slips a customer takes home, a deposit's receipt and a message: what they say, on all papers. */
#include "config.h"

#include "sedia-format.h"
#include "slips.h"

#define LONG_NAME \
  "Raden Ajeng Siti Rahmawati Kusumaningrum Widyastuti Hadiningrat binti Haji Abdurrahman Wahid"
#define LONG_PRODUCT \
  "Ceret Enamel Biru Bermotif Bunga Melati Ukuran Besar Dua Setengah Liter Dengan Tutup Kaca"
#define LONG_WORD \
  "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"

/* ---- on paper */

static SediaPrintDocument *
read_document (Fixture  *fixture,
               SediaJob  job,
               gpointer  data)
{
  g_autoptr (GError) error = NULL;
  SediaPrintDocument *document = sedia_store_read (fixture->view.shop.store, job, data, &error);

  g_assert_no_error (error);

  return document;
}

/* Words parted by one space each, wherever the lines ended. */
static char *
dup_flat (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t\f", -1);
  g_autoptr (GStrvBuilder) some = g_strv_builder_new ();
  g_auto (GStrv) full = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (some, words[i]);
  full = g_strv_builder_end (some);

  return g_strjoinv (" ", full);
}

/* The same with what was printed. */
static char *
print_flat (Fixture            *fixture,
            SediaPrintDocument *document,
            guint               paper)
{
  g_autofree char *text = paper_print (&fixture->paper, document, (SediaPrintPaper) paper);

  return text != NULL ? dup_flat (text) : NULL;
}

/* A receipt has one page, however much it says. */
static void
assert_one_page (Fixture *fixture)
{
  g_autofree char *info = paper_dup_info (&fixture->paper);

  if (info != NULL)
    paper_assert_says (info, "Pages:           1\n");
}

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *found = strstr (text, words); found != NULL; found = strstr (found + 1, words))
    n++;

  return n;
}

static char *
dup_sum (const char *words,
         gint64      amount,
         gint64      at)
{
  g_autofree char *money = sedia_format_money (amount);
  g_autofree char *day = sedia_format_day_full (sedia_day_of_time (at));

  return g_strdup_printf ("%s: %s, on %s", words, money, day);
}

/* ---- the receipt of a deposit */

static void
test_deposit (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (SediaPrintDocument) document = read_document (fixture, sedia_print_deposit_job,
                                                           &fixture->order);
  g_autofree char *paid = dup_sum ("Deposit paid", DEPOSIT, days_ago (DAYS_AGO));
  g_autofree char *today = sedia_format_day_full (sedia_day_today ());
  g_autofree char *number = g_strdup_printf ("Order %" G_GINT64_FORMAT, fixture->order);

  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *text = print_flat (fixture, document, paper);

      if (text == NULL)
        return;
      g_assert_true (g_str_has_prefix (text, SHOP " Deposit Receipt Siti Rahma"));
      paper_assert_says (text, number);
      paper_assert_says (text, today);
      paper_assert_says (text, "Blue Kettle");
      paper_assert_says (text, "5 pcs");
      paper_assert_says (text, paid);
      paper_assert_says_not (text, "given back");
      g_assert_true (g_str_has_suffix (text, "Customer For the shop"));
      assert_one_page (fixture);
    }
}

/* Cancelled and given back yesterday: it says so, and still what the deposit was paid for. */
static void
test_given_back (Fixture       *fixture,
                 gconstpointer  unused)
{
  SediaStore *store = fixture->view.shop.store;
  g_autoptr (SediaPrintDocument) document = NULL;
  g_autofree char *paid = dup_sum ("Deposit paid", DEPOSIT, days_ago (DAYS_AGO));
  g_autofree char *back = dup_sum ("Deposit given back", DEPOSIT, days_ago (1));

  act_at (store, days_ago (2), "order-cancel", cancel_job, &fixture->order);
  act_at (store, days_ago (1), "deposit-return", give_back_job, &fixture->order);
  document = read_document (fixture, sedia_print_deposit_job, &fixture->order);

  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *text = print_flat (fixture, document, paper);

      if (text == NULL)
        return;
      paper_assert_says (text, "5 pcs");
      paper_assert_says (text, paid);
      paper_assert_says (text, back);
      g_assert_cmpuint (count (text, "given back"), ==, 1);
    }
}

/* Names of any length are wrapped; what does not fit goes on with the columns said again, and the
 * signatures stand once, at the end. */
static void
test_deposit_long (Fixture       *fixture,
                   gconstpointer  unused)
{
  SediaStore *store = fixture->view.shop.store;
  gint64 products[60];
  gint64 order;
  g_autoptr (SediaPrintDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    {
      g_autofree char *sku = g_strdup_printf ("LONG-%02u", i);

      products[i] = shop_add_product (store, sku, LONG_PRODUCT);
    }
  order = order_with_deposit (store, shop_add_customer (store, LONG_NAME), products,
                              G_N_ELEMENTS (products));
  document = read_document (fixture, sedia_print_deposit_job, &order);

  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *text = print_flat (fixture, document, paper);
      guint n_pages;
      guint n_heads;

      if (text == NULL)
        return;
      paper_assert_says (text, LONG_NAME);
      paper_assert_says (text, "LONG-00");
      paper_assert_says (text, "LONG-59");
      g_assert_cmpuint (count (text, "5 pcs"), ==, G_N_ELEMENTS (products));
      g_assert_cmpuint (count (text, "Customer For the shop"), ==, 1);
      if (paper == SEDIA_PRINT_RECEIPT)
        {
          paper_assert_says (text, LONG_PRODUCT);
          assert_one_page (fixture);
          continue;
        }
      n_pages = count (text, "Page ");
      n_heads = count (text, "SKU Product Quantity");
      g_assert_cmpuint (n_pages, >=, 2);
      g_assert_true (n_heads == n_pages || n_heads == n_pages - 1); /* the last may have no line */
    }
}

static void
test_no_deposit (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("No deposit was paid for order %" G_GINT64_FORMAT
                                               ".", fixture->plain);

  g_assert_null (sedia_store_read (fixture->view.shop.store, sedia_print_deposit_job,
                                   &fixture->plain, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, expected);
}

/* ---- a message */

static SediaPrintDocument *
message_document (Fixture    *fixture,
                  const char *customer,
                  const char *text)
{
  SediaPrintMessageArgs args = { (char *) customer, (char *) text };

  return read_document (fixture, sedia_print_message_job, &args);
}

static void
test_message (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char text[] = "Halo Kak Siti, ini Toko Melati.\n\n"
                             "• Blue Kettle: 2 pcs – sudah ada!\n"
                             "Sisanya 3 pcs <kira-kira> Kamis & Jumat.";
  g_autoptr (SediaPrintDocument) document = message_document (fixture, "Siti Rahma", text);
  g_autofree char *today = sedia_format_day_full (sedia_day_today ());
  g_autofree char *flat = dup_flat (text);
  g_autofree char *expected = NULL;

  expected = g_strdup_printf (SHOP " Message Siti Rahma %s %s", today, flat);
  for (guint paper = 0; paper < SEDIA_N_PRINT_PAPERS; paper++)
    {
      g_autofree char *said = print_flat (fixture, document, paper);

      if (said == NULL)
        return;
      g_assert_cmpstr (said, ==, expected);
      assert_one_page (fixture);
    }
}

/* Sixty paragraphs, as one long one and as many: nothing is lost where a page ends. */
static char *
dup_long_text (const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%sSentence %02u of a message that somebody wrote with care, so "
                            "that it does not fit a line of any paper there is.",
                            i > 0 ? between : "", i);

  return g_string_free (text, FALSE);
}

static char *
without_feet (const char *text)
{
  g_autoptr (GRegex) foot = g_regex_new (" Page \\d+ of \\d+", 0, 0, NULL);

  return g_regex_replace_literal (foot, text, -1, 0, "", 0, NULL);
}

static void
test_message_long (Fixture       *fixture,
                   gconstpointer  unused)
{
  static const char *const between[] = { " ", "\n", "\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (between) * SEDIA_N_PRINT_PAPERS; i++)
    {
      const guint paper = i % SEDIA_N_PRINT_PAPERS;
      g_autofree char *text = dup_long_text (between[i / SEDIA_N_PRINT_PAPERS]);
      g_autoptr (SediaPrintDocument) document = message_document (fixture, LONG_NAME, text);
      g_autofree char *expected = dup_flat (text);
      g_autofree char *said = print_flat (fixture, document, paper);
      g_autofree char *plain = said != NULL ? without_feet (said) : NULL;

      if (plain == NULL)
        return;
      paper_assert_says (plain, LONG_NAME);
      g_assert_true (g_str_has_suffix (plain, expected));
      if (paper == SEDIA_PRINT_RECEIPT)
        assert_one_page (fixture);
      else
        paper_assert_says (said, "Page 2 of ");
    }
}

/* A word that is wider than the paper is parted, and a shop without a name is not mentioned. */
static void
test_message_narrow (Fixture       *fixture,
                     gconstpointer  unused)
{
  Setting shop = { "shop", "" };
  g_autoptr (SediaPrintDocument) document = NULL;
  g_autofree char *said = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  act_at (fixture->view.shop.store, 0, "setting", setting_job, &shop);
  document = message_document (fixture, "Siti Rahma", LONG_WORD);
  said = print_flat (fixture, document, SEDIA_PRINT_RECEIPT);
  if (said == NULL)
    return;

  g_assert_true (g_str_has_prefix (said, "Message Siti Rahma"));
  g_assert_null (strstr (said, LONG_WORD));
  words = g_strsplit (said, " ", -1);
  joined = g_strjoinv ("", words);
  g_assert_true (g_str_has_suffix (joined, LONG_WORD));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("/slips/deposit/papers", test_deposit);
  ADD ("/slips/deposit/given-back", test_given_back);
  ADD ("/slips/deposit/long", test_deposit_long);
  ADD ("/slips/deposit/none", test_no_deposit);
  ADD ("/slips/message/papers", test_message);
  ADD ("/slips/message/long", test_message_long);
  ADD ("/slips/message/narrow", test_message_narrow);
#undef ADD

  return g_test_run ();
}
