/* Rule 4 in messages: the date a customer reads is a range from the supplier's own history. */
#include "config.h"

#include <string.h>

#include "message-case.h"
#include "sedia-time.h"

#define REASON (1u << SEDIA_DUE_BACKORDERED)

static int
day (const char *iso)
{
  int number;

  g_assert_true (sedia_day_parse (iso, &number, NULL));

  return number;
}

/* What has passed of a range is not said. */
static void
test_ranges (void)
{
  static const struct
  {
    const char *today, *from, *to;
    const char *english, *indonesian;
  } cases[] = {
    { "2026-11-26", "2026-12-03", "2026-12-06", "3–6 December", "3–6 Desember" },
    { "2026-11-26", "2026-11-28", "2026-12-03", "28 November – 3 December",
      "28 November – 3 Desember" },
    { "2026-11-26", "2026-12-28", "2027-01-03", "28 December 2026 – 3 January 2027",
      "28 Desember 2026 – 3 Januari 2027" },
    { "2026-11-26", "2027-01-02", "2027-01-03", "2–3 January 2027", "2–3 Januari 2027" },
    { "2026-11-26", "2026-11-20", "2026-11-28", "26–28 November", "26–28 November" },
    { "2026-11-26", "2026-11-20", "2026-11-26", "today", "hari ini" },
    { "2026-11-26", "2026-11-27", "2026-11-27", "tomorrow", "besok" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int from = day (cases[i].from), to = day (cases[i].to), today = day (cases[i].today);
      g_autofree char *english = sedia_message_days ("en", from, to, today);
      g_autofree char *indonesian = sedia_message_days ("id", from, to, today);

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (indonesian, ==, cases[i].indonesian);
    }
}

static char *
write_expected (GPtrArray *items)
{
  SediaMessageFacts facts = full_facts ("en", items, REASON);

  return sedia_message_write (&facts, NULL);
}

static SediaMessageItem *
new_ranged (const char *product,
            int         earliest,
            int         latest)
{
  SediaMessageItem *item = new_item (product, NULL, "2 pcs", TODAY + 30, REASON);

  item->earliest = earliest;
  item->latest = latest;

  return item;
}

/* For one item in the sentence, for several that differ beside each. */
static void
test_message (void)
{
  g_autoptr (GPtrArray) items = new_items ();
  g_autofree char *range = sedia_message_days ("en", TODAY + 28, TODAY + 35, TODAY);
  g_autofree char *beside = g_strdup_printf ("2 pcs Kettle (%s)", range);
  g_autofree char *alone = NULL;
  g_autofree char *both = NULL;

  g_ptr_array_add (items, new_ranged ("Kettle", TODAY + 28, TODAY + 35));
  alone = write_expected (items);
  g_assert_nonnull (strstr (alone, range));

  g_ptr_array_add (items, new_item ("Mug", NULL, "1 pcs", TODAY + 3, REASON));
  both = write_expected (items);
  g_assert_nonnull (strstr (both, beside));
}

/* Where the past says nothing, or all of the range is past, the day itself is said. */
static void
test_no_range (void)
{
  static const struct { int earliest, latest; } none[] = {
    { SEDIA_NO_DAY, SEDIA_NO_DAY }, { 0, 0 }, { TODAY + 28, TODAY + 28 }, { TODAY - 9, TODAY - 2 },
  };
  g_autofree char *expected = sedia_message_day ("en", TODAY + 30, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GPtrArray) items = new_items ();
      g_autofree char *message = NULL;

      g_ptr_array_add (items, new_ranged ("Kettle", none[i].earliest, none[i].latest));
      message = write_expected (items);
      g_assert_nonnull (strstr (message, expected));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/message-ranges/words", test_ranges);
  g_test_add_func ("/core/message-ranges/4-message", test_message);
  g_test_add_func ("/core/message-ranges/4-no-range", test_no_range);

  return g_test_run ();
}
