/* Days as people type them. */
#include "config.h"

#include "sedia-error.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

/* 2026-11-25 is a Wednesday. */
#define TODAY "2026-11-25"

typedef struct
{
  const char *typed;
  const char *day; /* NULL: it is none */
} Case;

static int
today (void)
{
  int day;

  g_assert_true (sedia_day_parse (TODAY, &day, NULL));

  return day;
}

static void
check (const Case *cases,
       guint       n,
       gboolean    is_day_first)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      int day;

      if (sedia_typed_day_read (cases[i].typed, today (), is_day_first, &day, &error))
        text = sedia_day_format_iso (day);
      else
        g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);

      if (g_strcmp0 (text, cases[i].day) != 0)
        g_error ("“%s” reads as %s instead of %s", cases[i].typed, text, cases[i].day);
    }
}

static void
test_day_first (void)
{
  static const Case cases[] = {
    { "2026-12-15", "2026-12-15" },
    { "15/12/2026", "2026-12-15" },
    { " 15.12.26 ", "2026-12-15" },
    { "15-12", "2026-12-15" },
    { "15 12", "2026-12-15" },
    { "5/12", "2026-12-05" },
    { "12/5", "2027-05-12" },      /* the next one */
    { "25/11", "2026-11-25" },     /* today is not over */
    { "24/11", "2027-11-24" },
    { "12/15", "2026-12-15" },     /* there is no month 15 */
    { "29/2", "2028-02-29" },      /* the next leap year */
    { "29/2/2027", NULL },
    { "28", "2026-11-28" },
    { "3", "2026-12-03" },
    { "31", "2026-12-31" },        /* November has none */
    { "15 dec", "2026-12-15" },
    { "15 December 2027", "2027-12-15" },
    { "dec 15", "2026-12-15" },
    { "32", NULL },
    { "0/12", NULL },
    { "1/2/3/4", NULL },
    { "15/13", NULL },
    { "15/12/126", NULL },
    { "15/12/26x", NULL },
    { " / ", NULL },
    { "", NULL },
    { "soon", NULL },
    { "1000000000000", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), TRUE);
}

static void
test_month_first (void)
{
  static const Case cases[] = {
    { "12/5", "2026-12-05" },
    { "5/12/2027", "2027-05-12" },
    { "15/12", "2026-12-15" },
    { "2026-12-05", "2026-12-05" },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "today", "2026-11-25" },
    { "Tomorrow", "2026-11-26" },
    { "day after tomorrow", "2026-11-27" },
    { "in a week", "2026-12-02" },
    { "friday", "2026-11-27" },
    { "Fri", "2026-11-27" },
    { "wednesday", "2026-12-02" }, /* the next, not today */
    { "monday", "2026-11-30" },
    { "+0", "2026-11-25" },
    { "+10", "2026-12-05" },
    { "+", NULL },
    { "+4000", NULL },
    { "+1x", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/typed-day/day-first", test_day_first);
  g_test_add_func ("/core/typed-day/month-first", test_month_first);
  g_test_add_func ("/core/typed-day/words", test_words);

  return g_test_run ();
}
