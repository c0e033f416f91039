/* contact, product expect, deposit, holiday, setting: whom the shop must tell, what it promised and
 * holds, and by which rules.
 */
#include "config.h"

#include "shop.h"

#include <string.h>

/* Siti waits for two cups since Monday, 2 November 2026, Budi for one since Tuesday. */
static Shop *
shop_with_waiting (void)
{
  Shop *shop = shop_new ();

  done (shop, "--at", "2026-11-01", "product", "add", "CUP", "--name", "Cup", "--price", "30",
        NULL);
  done (shop, "--at", "2026-11-01", "customer", "add", "Siti", "--channel", "whatsapp", "--phone",
        "0812-3456-7890", NULL);
  done (shop, "--at", "2026-11-01", "customer", "add", "Budi", NULL);
  done (shop, "--at", "2026-11-02T09:00", "order", "add", "--customer", "Siti", "--line", "CUP=2",
        "--deposit", "50", NULL);
  done (shop, "--at", "2026-11-03T09:00", "order", "add", "--customer", "Budi", "--line",
        "CUP=1,need-by=2026-11-10", NULL);

  return shop;
}

/* ---- contact due */

static void
test_due_keys (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) due = asked (shop, "contact", "due", "--at", "2026-11-04", NULL);
  g_autofree char *keys = keys_of (at (due, "0"));
  g_autofree char *line_keys = keys_of (at (due, "0/lines/0"));

  g_assert_true (g_str_has_prefix (
    keys, "customer since due overdue_days reasons must_offer_cancel lines "));
  g_assert_true (g_str_has_prefix (line_keys, "order line sku reasons "));
  g_assert_cmpuint (count_at (due, ""), ==, 2);
  g_assert_cmpstr (text_at (due, "0/customer"), ==, "Siti");
  g_assert_cmpstr (text_at (due, "0/since"), ==, "2026-11-02");
  g_assert_cmpstr (text_at (due, "0/due"), ==, "2026-11-02");
  g_assert_cmpfloat (number_at (due, "0/overdue_days"), ==, 2);
  g_assert_cmpuint (count_at (due, "0/reasons"), ==, 1);
  g_assert_cmpstr (text_at (due, "0/reasons/0"), ==, "backordered");
  g_assert_false (flag_at (due, "0/must_offer_cancel"));
  g_assert_cmpuint (count_at (due, "0/lines"), ==, 1);
  g_assert_cmpfloat (number_at (due, "0/lines/0/order"), ==, 1);
  g_assert_cmpfloat (number_at (due, "0/lines/0/line"), ==, 1);
  g_assert_cmpstr (text_at (due, "0/lines/0/sku"), ==, "CUP");
  g_assert_cmpstr (text_at (due, "0/lines/0/reasons/0"), ==, "backordered");
  g_assert_cmpstr (text_at (due, "1/customer"), ==, "Budi");
  g_assert_cmpfloat (number_at (due, "1/overdue_days"), ==, 1);
}

/* As seen then: the same file says other things of other days, and nothing is written. */
static void
test_due_at (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) same_day = NULL, later = NULL, told_then = NULL, silent = NULL;
  g_autofree char *table = NULL, *nobody = NULL;

  same_day = asked (shop, "--at", "2026-11-03T10:00", "contact", "due", NULL);
  g_assert_cmpfloat (number_at (same_day, "1/overdue_days"), ==, 0);
  g_assert_false (flag_at (same_day, "1/late"));

  later = asked (shop, "--at", "2026-11-11T10:00", "contact", "due", NULL);
  g_assert_cmpstr (text_at (later, "1/customer"), ==, "Budi");
  g_assert_cmpuint (count_at (later, "1/reasons"), ==, 2);
  g_assert_cmpstr (text_at (later, "1/reasons/0"), ==, "will-miss-need-by");
  g_assert_cmpstr (text_at (later, "1/reasons/1"), ==, "backordered");
  g_assert_true (flag_at (later, "1/must_offer_cancel"));
  g_assert_cmpuint (count_at (later, "1/lines"), ==, 1);

  done (shop, "--at", "2026-11-04T09:00", "contact", "log", "Siti", "--reached", NULL);
  done (shop, "--at", "2026-11-04T09:00", "contact", "log", "Budi", "--message", NULL);
  told_then = asked (shop, "--at", "2026-11-04T10:00", "contact", "due", NULL);
  g_assert_cmpuint (count_at (told_then, ""), ==, 0);
  silent = asked (shop, "--at", "2026-11-11T10:00", "contact", "due", NULL);
  g_assert_cmpuint (count_at (silent, ""), ==, 2);
  g_assert_cmpstr (text_at (silent, "0/reasons/0"), ==, "silent");
  g_assert_cmpuint (count_at (silent, "0/lines"), ==, 0); /* about all of them */

  table = told (shop, "--at", "2026-11-11T10:00", "contact", "due", NULL);
  assert_contains (table, "Customer  Since       Due         Days late  Channel");
  assert_contains (table, "Heard nothing lately");
  nobody = told (shop, "--at", "2026-11-04T10:00", "contact", "due", NULL);
  g_assert_null (strstr (nobody, "Siti"));
  done (shop, "check", NULL);
}

/* ---- contact log, list, offers, write */

static void
test_log (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) logged = NULL, list = NULL, offers = NULL, none = NULL;
  g_autofree char *keys = NULL, *offer_keys = NULL, *table = NULL;

  done (shop, "--at", "2026-11-03T10:00", "contact", "log", "Siti", "--message", "--offer-cancel",
        "--text", "wait or cancel?", "--as", "Ratna", NULL);
  offers = asked (shop, "--at", "2026-11-05", "contact", "offers", NULL);
  offer_keys = keys_of (at (offers, "0"));
  g_assert_true (g_str_has_prefix (offer_keys, "customer offered offers silence "));
  g_assert_cmpuint (count_at (offers, ""), ==, 1);
  g_assert_cmpstr (text_at (offers, "0/customer"), ==, "Siti");
  g_assert_cmpstr (text_at (offers, "0/offered"), ==, "2026-11-03");
  g_assert_cmpfloat (number_at (offers, "0/offers"), ==, 1);
  g_assert_cmpstr (text_at (offers, "0/silence"), ==, "ask");

  logged = asked (shop, "--at", "2026-11-04T10:00", "contact", "log", "Siti", "--reached",
                  "--offer-cancel", "--answer", "wait-until=2026-11-18", NULL);
  keys = keys_of (logged);
  g_assert_true (g_str_has_prefix (keys, "customer at channel outcome "));
  g_assert_cmpstr (text_at (logged, "at"), ==, "2026-11-04");
  g_assert_cmpstr (text_at (logged, "channel"), ==, "whatsapp");
  g_assert_true (flag_at (logged, "offer_cancel"));
  g_assert_cmpstr (text_at (logged, "answer"), ==, "wait-until");
  g_assert_cmpstr (text_at (logged, "until"), ==, "2026-11-18");
  none = asked (shop, "--at", "2026-11-05", "contact", "offers", NULL);
  g_assert_cmpuint (count_at (none, ""), ==, 0);

  list = asked (shop, "contact", "list", "Siti", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, 2);
  g_assert_cmpstr (text_at (list, "0/at"), ==, "2026-11-04T03:00:00Z");
  g_assert_cmpstr (text_at (list, "0/answer"), ==, "wait-until");
  g_assert_cmpstr (text_at (list, "0/until"), ==, "2026-11-18");
  g_assert_cmpstr (text_at (list, "1/outcome"), ==, "message");
  g_assert_true (flag_at (list, "1/offer_cancel"));
  g_assert_null (text_at (list, "1/answer"));
  g_assert_null (text_at (list, "1/until"));
  g_assert_cmpstr (text_at (list, "1/text"), ==, "wait or cancel?");
  g_assert_cmpstr (text_at (list, "1/who"), ==, "Ratna");
  table = told (shop, "contact", "list", "Siti", NULL);
  assert_contains (table, "Waits until a day");
  assert_contains (table, "2026-11-03 10:00");
}

/* What did not reach them, and what was taken back, looks like that. */
static void
test_list_marks (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) list = NULL;
  g_autofree char *table = NULL;

  done (shop, "contact", "log", "Siti", "--no-answer", "--channel", "phone", NULL);
  done (shop, "contact", "log", "Siti", "--reached", NULL);
  done (shop, "undo", NULL);
  list = asked (shop, "contact", "list", "Siti", NULL);
  table = told (shop, "contact", "list", "Siti", NULL);

  g_assert_cmpuint (count_at (list, ""), ==, 2);
  g_assert_true (flag_at (list, "0/taken_back"));
  g_assert_false (flag_at (list, "1/taken_back"));
  g_assert_cmpstr (text_at (list, "1/outcome"), ==, "no-answer");
  assert_contains (table, "WhatsApp, taken back");
  assert_contains (table, "Phone call, no answer");
}

static void
test_log_refusals (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  static const char *const answers[] = { "later", "wait-until", "wait=2026-12-01", "", "=",
                                         "WAIT", "wait-until:2026-12-01", "cancel=1" };
  g_autoptr (JsonNode) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    assert_refused (shop, 2, "", "contact", "log", "Siti", "--reached", "--answer", answers[i],
                    NULL);
  assert_refused (shop, 2, "“later” is no answer; there are: wait, wait-until=DATE, cancel, part",
                  "contact", "log", "Siti", "--reached", "--answer", "later", NULL);
  assert_refused (shop, 2, "“soon” is not a date", "contact", "log", "Siti", "--reached",
                  "--answer", "wait-until=soon", NULL);
  assert_refused (shop, 2, "must be after today", "--at", "2026-11-04", "contact", "log", "Siti",
                  "--reached", "--answer", "wait-until=2026-11-04", NULL);
  assert_refused (shop, 2, "has not answered", "contact", "log", "Siti", "--no-answer", "--answer",
                  "wait", NULL);
  assert_refused (shop, 1, "Rudi", "contact", "list", "Rudi", NULL);

  list = asked (shop, "contact", "list", "Siti", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, 0);

  /* The same thing twice in a day needs a word. */
  done (shop, "--at", "2026-11-04T09:00", "contact", "log", "Siti", "--reached", NULL);
  assert_refused (shop, 1, "Siti heard from the shop already", "--at", "2026-11-04T10:00",
                  "contact", "log", "Siti", "--reached", NULL);
  done (shop, "--at", "2026-11-04T10:00", "contact", "log", "Siti", "--reached", "--reason",
        "she called", NULL);
  done (shop, "--at", "2026-11-04T11:00", "contact", "log", "Siti", "--reached", "--anyway", NULL);
}

/* Who cancels makes room in the queue. */
static void
test_log_cancel (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) siti = NULL, due = NULL, budi = NULL;

  done (shop, "delivery", "receive", "--line", "CUP=1", NULL);
  done (shop, "contact", "log", "Budi", "--reached", "--answer", "wait", NULL);
  done (shop, "contact", "log", "Budi", "--reached", "--answer", "cancel", NULL);
  budi = asked (shop, "order", "show", "2", NULL);
  g_assert_cmpstr (text_at (budi, "status"), ==, "ready"); /* the one with a date came first */
  siti = asked (shop, "order", "show", "1", NULL);
  g_assert_cmpstr (text_at (siti, "status"), ==, "waiting");

  done (shop, "contact", "log", "Siti", "--reached", "--answer", "cancel", NULL);
  due = asked (shop, "deposit", "list", NULL);
  g_assert_cmpfloat (number_at (due, "0/refund_due"), ==, 50);
  done (shop, "check", NULL);
}

static void
test_write (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) message = NULL;
  g_autofree char *keys = NULL, *text = NULL, *offer = NULL, *english = NULL;

  done (shop, "setting", "set", "shop", "Toko {Maju} & Anak", NULL);
  message = asked (shop, "--at", "2026-11-03", "contact", "write", "Siti", NULL);
  keys = keys_of (message);
  g_assert_true (g_str_has_prefix (keys, "customer channel language phone email reasons text "));
  g_assert_cmpstr (text_at (message, "channel"), ==, "whatsapp");
  g_assert_cmpstr (text_at (message, "language"), ==, "id");
  g_assert_cmpstr (text_at (message, "phone"), ==, "+6281234567890");
  g_assert_null (text_at (message, "email"));
  g_assert_cmpstr (text_at (message, "reasons/0"), ==, "backordered");
  text = told (shop, "--at", "2026-11-03", "contact", "write", "Siti", NULL);
  assert_contains (text, "Toko {Maju} & Anak");
  assert_contains (text, "2 pcs Cup");
  assert_contains (text, "08:00–17:00");
  assert_contains (text, "Halo Kak Siti");
  g_assert_true (g_str_has_suffix (text, "!\n"));
  g_assert_null (strstr (text, "BATAL"));

  offer = told (shop, "contact", "write", "Siti", "--offer-cancel", NULL);
  assert_contains (offer, "BATAL");
  assert_contains (offer, "Rp 50");
  done (shop, "customer", "edit", "Siti", "--language", "en", NULL);
  english = told (shop, "--at", "2026-11-03", "contact", "write", "Siti", NULL);
  assert_contains (english, "Hello Siti");
  assert_refused (shop, 1, "Rudi", "contact", "write", "Rudi", NULL);
}

/* ---- product expect */

static void
test_expect (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) expected = NULL, due = NULL, order = NULL, nobody = NULL;
  g_autofree char *words = NULL;

  done (shop, "--at", "2026-11-03T10:00", "contact", "log", "Siti", "--reached", NULL);
  expected = asked (shop, "--at", "2026-11-04T09:00", "product", "expect", "CUP", "2026-11-12",
                    NULL);
  g_assert_cmpstr (text_at (expected, "sku"), ==, "CUP");
  g_assert_cmpstr (text_at (expected, "expected"), ==, "2026-11-12");
  due = asked (shop, "--at", "2026-11-04T09:30", "contact", "due", NULL);
  g_assert_cmpstr (text_at (due, "1/customer"), ==, "Siti");
  g_assert_cmpstr (text_at (due, "1/reasons/0"), ==, "date-known");
  order = asked (shop, "--at", "2026-11-04T09:30", "order", "show", "2", NULL);
  g_assert_cmpstr (text_at (order, "lines/0/expected/date"), ==, "2026-11-12");
  g_assert_true (flag_at (order, "lines/0/expected/late"));

  assert_refused (shop, 2, "Cup cannot be expected on a day that has passed.", "--at",
                  "2026-11-04", "product", "expect", "CUP", "2026-11-03", NULL);
  assert_refused (shop, 2, "“soon” is not a date", "product", "expect", "CUP", "soon", NULL);
  assert_refused (shop, 1, "“MUG”", "product", "expect", "MUG", "2026-12-01", NULL);

  words = told (shop, "product", "expect", "CUP", NULL);
  g_assert_cmpstr (words, ==, "CUP: expected again: nobody knows.\n");
  nobody = asked (shop, "order", "show", "2", NULL);
  g_assert_null (text_at (nobody, "lines/0/expected/date"));
  done (shop, "undo", NULL);
  done (shop, "check", NULL);
}

/* ---- deposits */

static void
test_deposits (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) held = asked (shop, "deposit", "list", NULL);
  g_autoptr (JsonNode) due = NULL, part = NULL, none = NULL, again = NULL;
  g_autofree char *keys = keys_of (at (held, "0"));

  g_assert_cmpuint (count_at (held, ""), ==, 1);
  g_assert_true (g_str_has_prefix (keys, "order customer placed deposit returned refund_due "));
  g_assert_cmpfloat (number_at (held, "0/deposit"), ==, 50);
  g_assert_cmpfloat (number_at (held, "0/refund_due"), ==, 0);
  assert_refused (shop, 1, "Nothing must be given back for order 1.", "deposit", "give-back", "1",
                  NULL);
  assert_refused (shop, 1, "Nothing must be given back for order 2.", "deposit", "give-back", "2",
                  NULL);

  done (shop, "order", "cancel", "1", NULL);
  due = asked (shop, "deposit", "list", NULL);
  g_assert_cmpfloat (number_at (due, "0/refund_due"), ==, 50);
  assert_refused (shop, 1, "More would be given back than is held for order 1.", "deposit",
                  "give-back", "1", "--amount", "50.01", NULL);
  part = asked (shop, "deposit", "give-back", "1", "--amount", "20.50", NULL);
  g_assert_cmpfloat (number_at (part, "0/returned"), ==, 20.5);
  g_assert_cmpfloat (number_at (part, "0/refund_due"), ==, 29.5);
  none = asked (shop, "deposit", "give-back", "1", NULL);
  g_assert_cmpuint (count_at (none, ""), ==, 0);
  done (shop, "undo", NULL);
  again = asked (shop, "deposit", "list", NULL);
  g_assert_cmpfloat (number_at (again, "0/refund_due"), ==, 29.5);

  assert_refused (shop, 1, "There is no order 9.", "deposit", "give-back", "9", NULL);
  assert_refused (shop, 2, "“x” is not a number", "deposit", "give-back", "x", NULL);
  assert_refused (shop, 2, "below zero", "deposit", "give-back", "1", "--amount=-1", NULL);
  done (shop, "check", NULL);
}

/* ---- holidays, settings */

static void
test_holidays (void)
{
  g_autoptr (Shop) shop = shop_with_waiting ();
  g_autoptr (JsonNode) added = NULL, two = NULL, removed = NULL, due = NULL, again = NULL;
  g_autofree char *table = NULL;

  added = asked (shop, "holiday", "add", "2026-12-25", "Natal", NULL);
  g_assert_cmpstr (text_at (added, "0/day"), ==, "2026-12-25");
  g_assert_cmpstr (text_at (added, "0/name"), ==, "Natal");
  done (shop, "holiday", "add", "2026-11-02", NULL);
  two = asked (shop, "holiday", "list", NULL);
  g_assert_cmpuint (count_at (two, ""), ==, 2);
  g_assert_cmpstr (text_at (two, "0/day"), ==, "2026-11-02");
  table = told (shop, "holiday", "list", NULL);
  assert_contains (table, "2026-12-25  Natal");

  /* Siti ordered on a day the shop was closed. */
  due = asked (shop, "--at", "2026-11-02T10:00", "contact", "due", NULL);
  g_assert_cmpstr (text_at (due, "0/customer"), ==, "Siti");
  g_assert_cmpstr (text_at (due, "0/due"), ==, "2026-11-03");

  removed = asked (shop, "holiday", "remove", "2026-11-02", NULL);
  g_assert_cmpuint (count_at (removed, ""), ==, 1);
  done (shop, "undo", NULL);
  again = asked (shop, "holiday", "list", NULL);
  g_assert_cmpuint (count_at (again, ""), ==, 2);
  assert_refused (shop, 2, "“Natal” is not a date", "holiday", "add", "Natal", NULL);
  assert_refused (shop, 2, "“2026-02-30” is not a date", "holiday", "remove", "2026-02-30", NULL);
}

static void
test_settings (void)
{
  static const struct { const char *name, *key, *good, *bad, *sentence; } all[] = {
    { "serving", "serving", "strictly-oldest", "newest", "The serving rule is" },
    { "country", "country", "MY", "XX", "“XX” is no country" },
    { "working-days", "working_days", "12345", "8", "Write the working days as numbers" },
    { "hours", "hours", "09:00-21:00", "9-21", "Write the hours the shop is open as" },
    { "tolerance", "tolerance", "2", "31", "Write the tolerance in working days" },
    { "silent-days", "silent_days", "14", "366", "Write the days without a word" },
    { "silence", "silence", "ftc", "yes", "What silence means is" },
    { "shop", "shop", "Toko Maju", NULL, NULL },
  };
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (JsonNode) settings = NULL;

      if (all[i].bad != NULL)
        assert_refused (shop, 2, all[i].sentence, "setting", "set", all[i].name, all[i].bad, NULL);
      settings = asked (shop, "setting", "set", all[i].name, all[i].good, NULL);
      g_assert_cmpstr (text_at (settings, all[i].key), ==, all[i].good);
    }
  table = told (shop, "setting", "list", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    assert_contains (table, all[i].good);
  assert_refused (shop, 2, "There is no setting “colour”; there are: serving, country, shop",
                  "setting", "set", "colour", "blue", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/contact/due-keys", test_due_keys);
  g_test_add_func ("/cli/contact/due-at", test_due_at);
  g_test_add_func ("/cli/contact/log-answers", test_log);
  g_test_add_func ("/cli/contact/list-marks", test_list_marks);
  g_test_add_func ("/cli/contact/log-refusals", test_log_refusals);
  g_test_add_func ("/cli/contact/log-cancel", test_log_cancel);
  g_test_add_func ("/cli/contact/write", test_write);
  g_test_add_func ("/cli/product/expect", test_expect);
  g_test_add_func ("/cli/deposit", test_deposits);
  g_test_add_func ("/cli/holiday", test_holidays);
  g_test_add_func ("/cli/setting/all", test_settings);

  return g_test_run ();
}
