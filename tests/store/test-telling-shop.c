/* What the shop chooses and holds: its rules for telling people, its own words, the message that
 * comes out, money that was paid ahead.
 */
#include "config.h"

#include "sedia-message.h"
#include "telling.h"

#include <string.h>

/* ---- settings */

static gpointer
read_setting_job (SediaDb   *db,
                  gpointer   data,
                  GError   **error)
{
  return sedia_setting_read (db, data);
}

static char *
read_setting (Shop       *shop,
              const char *name)
{
  return sedia_store_read (shop->store, read_setting_job, (gpointer) name, NULL);
}

#define assert_setting(shop, name, expected) \
  G_STMT_START { \
    g_autofree char *value_ = read_setting (shop, name); \
    g_assert_cmpstr (value_, ==, expected); \
  } G_STMT_END

/* Everything that has a name is there from the first day. */
static void
test_settings_at_first (void)
{
  static const struct { const char *name, *value; } all[] = {
    { "serving", "dated-first" }, { "country", "ID" }, { "shop", "" },
    { "working-days", "123456" }, { "hours", "08:00-17:00" }, { "tolerance", "1" },
    { "silent-days", "7" }, { "silence", "never" }, { "service", "20" }, { "review", "7" },
    { "cover", "28" },
  };
  g_autoptr (Shop) shop = shop_of_november ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      assert_setting (shop, all[i].name, all[i].value);
      g_assert_true (g_strv_contains (sedia_setting_names (), all[i].name));
    }
  g_assert_cmpuint (g_strv_length ((char **) sedia_setting_names ()), ==, G_N_ELEMENTS (all));
}

static void
test_settings_good (void)
{
  static const struct { const char *name, *value; } good[] = {
    { "serving", "strictly-oldest" }, { "country", "MY" }, { "shop", "Toko Maju & Anak" },
    { "shop", "" }, { "working-days", "7" }, { "working-days", "7654321" },
    { "hours", "00:00-24:00" }, { "hours", "09:30-21:45" }, { "tolerance", "0" },
    { "tolerance", "30" }, { "silent-days", "0" }, { "silent-days", "365" }, { "silence", "ftc" },
    { "service", "2" }, { "service", "1000" }, { "review", "1" }, { "review", "90" },
    { "cover", "1" }, { "cover", "365" },
  };
  g_autoptr (Shop) shop = shop_of_november ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *before = read_setting (shop, good[i].name);

      g_assert_true (choose (shop, good[i].name, good[i].value));
      assert_setting (shop, good[i].name, good[i].value);
      if (g_str_equal (before, good[i].value))
        continue;
      g_assert_true (shop_undo (shop, 0));
      assert_setting (shop, good[i].name, before);
      g_assert_true (shop_undo (shop, shop_last_operation (shop)));
      assert_setting (shop, good[i].name, good[i].value);
    }
  shop_assert_sound (shop);
}

static void
test_settings_bad (void)
{
  static const char days[] = "Write the working days as numbers, 1 for Monday to 7 for Sunday";
  static const char hours[] = "Write the hours the shop is open as 08:00-17:00.";
  static const char tolerance[] = "Write the tolerance in working days, from 0 to 30.";
  static const char silent[] = "Write the days without a word as a number from 0 (never) to 365.";
  static const char service[] =
    "Write in how many orders a product may run out once, from 2 to 1000.";
  static const char silence[] = "What silence means is “never”";
  static const struct { const char *name, *value, *sentence; } bad[] = {
    { "serving", "newest", "The serving rule is “dated-first” or “strictly-oldest”." },
    { "country", "XX", "“XX” is no country" },
    { "country", "", "is no country" },
    { "working-days", "", days }, { "working-days", "0", days }, { "working-days", "8", days },
    { "working-days", "11", days }, { "working-days", "1-5", days },
    { "working-days", "Mon", days }, { "working-days", "12345678", days },
    { "hours", "", hours }, { "hours", "8-17", hours }, { "hours", "08:00", hours },
    { "hours", "17:00-08:00", hours }, { "hours", "08:00-08:00", hours },
    { "hours", "08:00-24:01", hours }, { "hours", "08:60-17:00", hours },
    { "hours", "25:00-26:00", hours }, { "hours", "08:00-17:00 ", hours },
    { "hours", "08:00-17:00 and later", hours }, { "hours", " 8:00-17:00", hours },
    { "hours", "8:0-17:0", hours }, { "hours", "+8:00-17:00", hours },
    { "hours", "-1:00-17:00", hours }, { "hours", "08.00-17.00", hours },
    { "service", "1", service }, { "service", "1001", service }, { "service", "often", service },
    { "review", "0", "Write every how many days the shop orders, from 1 to 90." },
    { "cover", "366", "Write how many days an order should last, from 1 to 365." },
    { "tolerance", "", tolerance }, { "tolerance", "-1", tolerance },
    { "tolerance", "31", tolerance }, { "tolerance", "1.5", tolerance },
    { "tolerance", "one", tolerance }, { "tolerance", "1 ", tolerance },
    { "tolerance", "99999999999999999999", tolerance },
    { "silent-days", "", silent }, { "silent-days", "-7", silent },
    { "silent-days", "366", silent }, { "silent-days", "never", silent },
    { "silence", "", silence }, { "silence", "FTC", silence }, { "silence", "always", silence },
    { "colour", "blue", "There is no such setting." }, { "", "", "There is no such setting." },
  };
  g_autoptr (Shop) shop = shop_of_november ();
  g_autofree char *name = g_strnfill (201, 'x');
  const gint64 last = shop_last_operation (shop);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const gboolean is_known = g_strv_contains (sedia_setting_names (), bad[i].name);
      g_autofree char *before = is_known ? read_setting (shop, bad[i].name) : NULL;

      g_test_message ("%s “%s”", bad[i].name, bad[i].value);
      g_assert_false (choose (shop, bad[i].name, bad[i].value));
      shop_assert_refused (shop, SEDIA_ERROR_INVALID, bad[i].sentence);
      if (is_known)
        assert_setting (shop, bad[i].name, before);
    }
  g_assert_false (choose (shop, "shop", name));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "The shop's name is too long.");
  g_assert_cmpint (shop_last_operation (shop), ==, last);
}

/* ---- words */

typedef struct
{
  SediaMessagePart part;
  const char *language;
  const char *text;
} Words;

static gpointer
words_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Words *words = data;

  return telling_answer (sedia_template_set (db, words->part, words->language, words->text,
                                             error));
}

static gboolean
word (Shop             *shop,
      SediaMessagePart  part,
      const char       *text)
{
  Words words = { part, "en", text };

  return shop_act (shop, "template", words_job, &words);
}

typedef struct
{
  gint64 customer_id;
  gint64 now;
  gboolean offers;
} Draft;

static gpointer
draft_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Draft *draft = data;

  return sedia_message_draft (db, draft->customer_id, draft->now, draft->offers, error);
}

static SediaMessageDraft *
draft_of (Shop       *shop,
          const char *customer,
          gint64      now,
          gboolean    offers)
{
  Draft draft = { shop_customer (shop, customer), now, offers };
  g_autoptr (GError) error = NULL;
  SediaMessageDraft *message = sedia_store_read (shop->store, draft_job, &draft, &error);

  g_assert_no_error (error);
  return message;
}

#define assert_message(shop, now, expected) \
  G_STMT_START { \
    g_autoptr (SediaMessageDraft) draft_ = draft_of (shop, "Siti", now, FALSE); \
    g_assert_cmpstr (draft_->text, ==, expected); \
  } G_STMT_END

/* A customer who reads English, in a shop that is called Toko. */
static void
give_siti_english (Shop *shop)
{
  g_autoptr (SediaCustomer) siti = shop_look_customer (shop, shop_customer (shop, "Siti"));

  g_free (siti->language);
  siti->language = g_strdup ("en");
  g_free (siti->phone);
  siti->phone = g_strdup ("0812-3456-7890");
  g_assert_true (shop_customer_save (shop, siti));
  g_assert_true (choose (shop, "shop", "Toko"));
}

static char *
message_of (Shop   *shop,
            gint64  now)
{
  g_autoptr (SediaMessageDraft) draft = draft_of (shop, "Siti", now, FALSE);

  return g_steal_pointer (&draft->text);
}

static void
test_words (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  g_autofree char *shipped = NULL, *own = NULL;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  give_siti_english (shop);
  shipped = message_of (shop, AT (2, 10, 0));
  g_assert_nonnull (strstr (shipped, "Toko"));
  own = g_strconcat ("Dear Siti,", strstr (shipped, "\n\n"), NULL);
  g_assert_cmpstr (shipped, !=, own);
  g_assert_true (word (shop, SEDIA_PART_GREETING, "Dear {name},"));
  assert_message (shop, AT (2, 10, 0), own);
  g_assert_true (shop_undo (shop, 0));
  assert_message (shop, AT (2, 10, 0), shipped);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_message (shop, AT (2, 10, 0), own);
  g_assert_false (word (shop, SEDIA_PART_GREETING, "Dear {nama},"));
  shop_assert_refused (shop, SEDIA_ERROR_INVALID, "{nama}");
  assert_message (shop, AT (2, 10, 0), own);
  g_assert_true (word (shop, SEDIA_PART_GREETING, NULL));
  assert_message (shop, AT (2, 10, 0), shipped);
  shop_assert_sound (shop);
}

/* What is written follows what must be told; asked without a reason it says how things stand. */
static void
assert_says (Shop       *shop,
             gint64      now,
             gboolean    offers,
             const char *part,
             const char *not)
{
  g_autoptr (SediaMessageDraft) draft = draft_of (shop, "Siti", now, offers);

  g_test_message ("%s", draft->text);
  g_assert_nonnull (strstr (draft->text, "2 pcs Product K"));
  g_assert_nonnull (strstr (draft->text, part));
  g_assert_null (strstr (draft->text, not));
}

static void
test_draft (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  g_autoptr (SediaMessageDraft) due = NULL, quiet = NULL;

  order_at (shop, "Siti", "K", 2, NOBODY, AT (2, 9, 0));
  give_siti_english (shop);
  g_assert_true (expect_at (shop, "K", NOV (5), AT (2, 9, 30)));
  due = draft_of (shop, "Siti", AT (2, 10, 0), FALSE);
  g_assert_true (due->is_due);
  g_assert_cmpstr (due->international, ==, "+6281234567890");
  g_assert_null (due->phone_problem);
  g_assert_cmpstr (due->language, ==, "en");
  assert_says (shop, AT (2, 10, 0), FALSE, "Thursday, 5 November", "CANCEL");
  assert_says (shop, AT (2, 10, 0), TRUE, "CANCEL", "{");

  g_assert_true (tell_at (shop, "Siti", AT (2, 10, 0)));
  quiet = draft_of (shop, "Siti", AT (2, 11, 0), FALSE);
  g_assert_false (quiet->is_due);
  assert_says (shop, AT (2, 11, 0), FALSE, "Thursday, 5 November", "CANCEL");

  /* Its day passes: the offer comes by itself, and the day that was is not said again. */
  assert_says (shop, AT (6, 9, 0), FALSE, "CANCEL", "5 November");

  /* The day until which they agreed to wait is said when it has come. */
  g_assert_true (answer_at (shop, "Siti", AT (6, 10, 0), SEDIA_ANSWER_WAIT_UNTIL, NOV (18)));
  assert_says (shop, AT (19, 9, 0), FALSE, "18 November", "{");
}

/* ---- deposits */

typedef struct
{
  SediaOrderDraft draft;
  gint64 order;
  gint64 amount;
} Money;

static gpointer
place_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Money *money = data;

  return telling_answer (sedia_order_place (db, &money->draft, &money->order, error));
}

/* Five of K, 30.00 each. */
static gint64
order_with (Shop       *shop,
            const char *customer,
            gint64      deposit)
{
  SediaOrderLineDraft line = { shop_product_id (shop, "K"), 5, SEDIA_NO_DAY, FALSE, FALSE, 3000 };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof line);
  Money money = { { .customer_id = shop_customer (shop, customer), .deposit = deposit } };

  g_array_append_val (lines, line);
  money.draft.lines = lines;
  g_assert_true (shop_act (shop, "order-add", place_job, &money));

  return money.order;
}

static gpointer
give_back_job (SediaDb   *db,
               gpointer   data,
               GError   **error)
{
  const Money *money = data;

  return telling_answer (sedia_deposit_give_back (db, money->order, money->amount, error));
}

static gboolean
give_back (Shop   *shop,
           gint64  order,
           gint64  amount)
{
  Money money = { .order = order, .amount = amount };

  return shop_act (shop, "deposit-return", give_back_job, &money);
}

static gpointer
deposits_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  g_autoptr (GPtrArray) deposits = sedia_deposit_list (db, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (deposits);
  for (guint i = 0; i < deposits->len; i++)
    {
      const SediaDeposit *deposit = g_ptr_array_index (deposits, i);

      g_string_append_printf (text, "%s%s %d-%d>%d%s", i > 0 ? "; " : "", deposit->customer,
                              (int) deposit->deposit, (int) deposit->returned,
                              (int) deposit->refund, deposit->is_open ? " open" : "");
    }

  return g_string_free (text, FALSE);
}

/* "Siti 10000-2000>8000": paid, given back, to give back now */
#define assert_deposits(shop, expected) \
  G_STMT_START { \
    g_autoptr (GError) error_ = NULL; \
    g_autofree char *deposits_ = sedia_store_read (shop->store, deposits_job, NULL, &error_); \
    g_assert_no_error (error_); \
    g_assert_cmpstr (deposits_, ==, expected); \
  } G_STMT_END

static gpointer
returns_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  g_autoptr (GArray) returns = sedia_deposit_returns (db, *(const gint64 *) data, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (returns);
  for (guint i = 0; i < returns->len; i++)
    {
      const SediaDepositReturn *given = &g_array_index (returns, SediaDepositReturn, i);

      g_string_append_printf (text, "%s%d on ", i > 0 ? "; " : "", (int) given->amount);
      append_when (text, given->at);
    }

  return g_string_free (text, FALSE);
}

/* "2000 on 3T09:00": how much was given back of an order's deposit, when */
#define assert_returns(shop, order, expected) \
  G_STMT_START { \
    g_autoptr (GError) error_ = NULL; \
    gint64 order_ = order; \
    g_autofree char *returns_ = sedia_store_read (shop->store, returns_job, &order_, &error_); \
    g_assert_no_error (error_); \
    g_assert_cmpstr (returns_, ==, expected); \
  } G_STMT_END

/* What was given back says when; what was undone was not, and done again it was. */
static void
test_deposit_returns (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti = order_with (shop, "Siti", 10000);
  gint64 budi = order_with (shop, "Budi", 4000);

  assert_returns (shop, siti, "");
  shop->at = AT (3, 9, 0);
  g_assert_true (give_back (shop, siti, 2000));
  shop->at = AT (4, 10, 30);
  g_assert_true (give_back (shop, siti, 8000));
  assert_returns (shop, siti, "2000 on 3T09:00; 8000 on 4T10:30");
  assert_returns (shop, budi, "");

  shop->at = AT (5, 8, 0);
  g_assert_true (shop_undo (shop, 0));
  assert_returns (shop, siti, "2000 on 3T09:00");
  shop->at = AT (5, 8, 15);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_returns (shop, siti, "2000 on 3T09:00; 8000 on 5T08:15");
  shop_assert_sound (shop);
}

static void
test_deposit_cancelled (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti = order_with (shop, "Siti", 10000);
  gint64 undone;

  order_with (shop, "Budi", 0);
  assert_deposits (shop, "Siti 10000-0>0 open");
  g_assert_false (give_back (shop, siti, 0));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "Nothing must be given back for order 1.");
  g_assert_false (give_back (shop, siti, 10001));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED,
                       "More would be given back than is held for order 1.");

  g_assert_true (shop_cancel (shop, siti, 0, 0));
  assert_deposits (shop, "Siti 10000-0>10000");
  g_assert_false (give_back (shop, siti, 10001));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "More would be given back than is held");
  g_assert_false (give_back (shop, siti, -1));
  g_assert_true (give_back (shop, siti, 2000));
  assert_deposits (shop, "Siti 10000-2000>8000");
  g_assert_false (give_back (shop, siti, 8001));
  g_assert_true (give_back (shop, siti, 0));
  assert_deposits (shop, "");
  g_assert_false (give_back (shop, siti, 0));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "Nothing must be given back");

  g_assert_true (shop_undo (shop, 0));
  undone = shop_last_operation (shop);
  assert_deposits (shop, "Siti 10000-2000>8000");
  g_assert_true (shop_undo (shop, undone));
  assert_deposits (shop, "");
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_deposits (shop, "Siti 10000-2000>8000");
  shop_assert_sound (shop);
}

/* What is undone is what was done, and nothing else that happens to have its number. */
static void
test_deposit_and_others (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti = order_with (shop, "Siti", 10000);

  g_assert_true (shop_cancel (shop, siti, 0, 0));
  for (guint i = 1; i <= 9; i++)
    g_assert_true (give_back (shop, siti, 1000));
  assert_deposits (shop, "Siti 10000-9000>1000");
  for (guint i = 0; i < 9; i++)
    {
      g_assert_true (choose (shop, "tolerance", i % 2 == 0 ? "2" : "3"));
      g_assert_true (shop_undo (shop, 0));
      assert_deposits (shop, "Siti 10000-9000>1000");
    }
  shop_assert_sound (shop);
}

/* What was handed over has used its part up. */
static void
test_deposit_partly (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti = order_with (shop, "Siti", 10000);
  gint64 budi = order_with (shop, "Budi", 4000);

  shop_receive (shop, "K", 4);
  g_assert_true (shop_hand_over (shop, siti, 1, 2, FALSE));
  assert_deposits (shop, "Siti 10000-0>0 open; Budi 4000-0>0 open");
  g_assert_true (shop_cancel (shop, siti, 0, 0));
  assert_deposits (shop, "Siti 10000-0>4000; Budi 4000-0>0 open");
  g_assert_false (give_back (shop, siti, 4001));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "More would be given back than is held");
  g_assert_true (give_back (shop, siti, 0));
  assert_deposits (shop, "Budi 4000-0>0 open");

  /* The goods are worth more than the deposit: nothing is left of it. */
  g_assert_true (shop_hand_over (shop, budi, 1, 2, FALSE));
  g_assert_true (shop_cancel (shop, budi, 0, 0));
  assert_deposits (shop, "");
  shop_assert_sound (shop);
}

/* Everything was handed over: the deposit is part of its price. */
static void
test_deposit_delivered (void)
{
  g_autoptr (Shop) shop = shop_of_november ();
  gint64 siti = order_with (shop, "Siti", 10000);

  shop_receive (shop, "K", 5);
  g_assert_true (shop_hand_over (shop, siti, 0, 0, FALSE));
  assert_deposits (shop, "");
  g_assert_false (give_back (shop, siti, 1));
  shop_assert_refused (shop, SEDIA_ERROR_REFUSED, "Nothing must be given back");
  g_assert_false (give_back (shop, 99, 0));
  g_assert_nonnull (shop->error);
}

/* The answer "cancel" makes the refund due. */
static void
test_deposit_answer (void)
{
  g_autoptr (Shop) shop = shop_of_november ();

  shop->at = AT (2, 9, 0);
  order_with (shop, "Siti", 10000);
  g_assert_true (answer_at (shop, "Siti", AT (2, 10, 0), SEDIA_ANSWER_CANCEL, SEDIA_NO_DAY));
  assert_deposits (shop, "Siti 10000-0>10000");
  g_assert_true (shop_undo (shop, 0));
  assert_deposits (shop, "Siti 10000-0>0 open");
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/settings/at-first", test_settings_at_first);
  g_test_add_func ("/store/settings/good", test_settings_good);
  g_test_add_func ("/store/settings/bad", test_settings_bad);
  g_test_add_func ("/store/words/own", test_words);
  g_test_add_func ("/store/words/draft", test_draft);
  g_test_add_func ("/store/deposits/returns", test_deposit_returns);
  g_test_add_func ("/store/deposits/cancelled", test_deposit_cancelled);
  g_test_add_func ("/store/deposits/and-others", test_deposit_and_others);
  g_test_add_func ("/store/deposits/partly", test_deposit_partly);
  g_test_add_func ("/store/deposits/delivered", test_deposit_delivered);
  g_test_add_func ("/store/deposits/answer", test_deposit_answer);

  return g_test_run ();
}
