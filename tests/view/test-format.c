/* Numbers, dates and states as people read them. */
#include "config.h"

#include "sedia-format.h"
#include "sedia-time.h"
#include "view.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_quantity (void)
{
  assert_text (sedia_format_quantity (0, 0), "0");
  assert_text (sedia_format_quantity (-3, 0), "\u22123");
  assert_text (sedia_format_quantity (1250, 3), "1.25");
  assert_text (sedia_format_amount (2, 0, "pcs"), "2\u00a0pcs");
  assert_text (sedia_format_amount (2, 0, NULL), "2");
  assert_text (sedia_format_amount (2, 0, ""), "2");
}

static void
test_markup (void)
{
  assert_text (sedia_format_amount_markup (2, 0, "a<b"),
               "2\u00a0<span alpha=\"70%\">a&lt;b</span>");
  assert_text (sedia_format_amount_markup (0, 0, "kg"), "<span alpha=\"70%\">0\u00a0kg</span>");
  assert_text (sedia_format_amount_markup (0, 0, NULL), "<span alpha=\"70%\">0</span>");
  assert_text (sedia_format_amount_markup (7, 0, NULL), "7");
}

static void
test_money (void)
{
  assert_text (sedia_format_money (SEDIA_NO_AMOUNT), "");
  assert_text (sedia_format_money (1250), "12.50");
  assert_text (sedia_format_money (-1200), "\u221212");
}

static void
test_days (void)
{
  const int today = sedia_day_today ();
  int year_end;

  assert_text (sedia_format_day (SEDIA_NO_DAY), "");
  assert_text (sedia_format_day (today), "today");
  assert_text (sedia_format_day (today + 1), "tomorrow");
  assert_text (sedia_format_day (today - 1), "yesterday");

  g_assert_true (sedia_day_parse ("2001-12-03", &year_end, NULL));
  assert_text (sedia_format_day (year_end), "3 Dec 2001");
  assert_text (sedia_format_day_full (year_end), "Monday, 3 December 2001");
  assert_text (sedia_format_day_full (SEDIA_NO_DAY), "");
}

static void
test_due (void)
{
  const int today = sedia_day_today ();

  assert_text (sedia_format_due (SEDIA_NO_DAY), "");
  assert_text (sedia_format_due (today), "today");
  assert_text (sedia_format_due (today - 1), "1 day late");
  assert_text (sedia_format_due (today - 3), "3 days late");

  g_assert_false (sedia_format_is_late (SEDIA_NO_DAY));
  g_assert_false (sedia_format_is_late (today));
  g_assert_true (sedia_format_is_late (today - 1));
}

static void
test_times (void)
{
  g_autofree char *now = sedia_format_time (sedia_time_now ());

  assert_text (sedia_format_time (0), "");
  assert_text (sedia_format_time_full (0), "");
  g_assert_true (g_str_has_prefix (now, "today "));
  assert_text (sedia_format_time (sedia_time_now () - G_TIME_SPAN_DAY), "yesterday");
}

static void
test_told (void)
{
  g_assert_cmpstr (sedia_format_told_label (SEDIA_TOLD_NOT_YET), ==, "Not told");
  g_assert_cmpstr (sedia_format_told_label (SEDIA_TOLD_YES), ==, "Told");
  g_assert_cmpstr (sedia_format_told_label (SEDIA_TOLD_NO_NEED), ==, "");
  g_assert_null (sedia_format_told_icon (SEDIA_TOLD_NO_NEED));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/format/quantity", test_quantity);
  g_test_add_func ("/view/format/markup", test_markup);
  g_test_add_func ("/view/format/money", test_money);
  g_test_add_func ("/view/format/days", test_days);
  g_test_add_func ("/view/format/due", test_due);
  g_test_add_func ("/view/format/times", test_times);
  g_test_add_func ("/view/format/told", test_told);

  return g_test_run ();
}
