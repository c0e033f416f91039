/* Dates, numbers and words as other programs write them: what is clear is read, the rest is asked.
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-guess.h"

#include <string.h>

static SediaDateOrder
order_of (const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, "|", -1);
  SediaDateGuess guess = { 0 };

  for (char **cell = list; *cell != NULL; cell++)
    sedia_date_guess_add (&guess, *cell);

  return sedia_date_guess_order (&guess);
}

static void
test_date_order (void)
{
  g_assert_cmpint (order_of (""), ==, SEDIA_DATE_UNKNOWN);
  g_assert_cmpint (order_of ("n/a|-|soon"), ==, SEDIA_DATE_UNKNOWN);
  g_assert_cmpint (order_of ("1996-07-04|1996-08-01 00:00:00.000"), ==, SEDIA_DATE_YMD);
  g_assert_cmpint (order_of ("2014/01/02"), ==, SEDIA_DATE_YMD);
  g_assert_cmpint (order_of ("20140102|20121231"), ==, SEDIA_DATE_YMD);
  g_assert_cmpint (order_of ("04.07.1996|01.08.1996"), ==, SEDIA_DATE_DMY);
  g_assert_cmpint (order_of ("02/01/2014||31/12/2012"), ==, SEDIA_DATE_DMY);
  g_assert_cmpint (order_of ("02/01/2014|12/31/2012"), ==, SEDIA_DATE_MDY);
  g_assert_cmpint (order_of ("02/01/2014|03/04/2014"), ==, SEDIA_DATE_AMBIGUOUS);
  g_assert_cmpint (order_of ("31/12/2012|12/31/2012"), ==, SEDIA_DATE_MIXED);
  g_assert_cmpint (order_of ("4 Juli 1996"), ==, SEDIA_DATE_UNKNOWN);
  g_assert_cmpint (order_of ("03/03/2014|04-04-14"), ==, SEDIA_DATE_UNKNOWN);
}

static void
test_date_example (void)
{
  const char *cells[] = { "", "31/13/2012", "02/01/2014", "03/04/2014", NULL };
  SediaDateGuess guess = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    sedia_date_guess_add (&guess, cells[i]);

  g_assert_cmpuint (guess.n_bad, ==, 1);
  g_assert_cmpuint (guess.n_either, ==, 2);
  g_assert_true (guess.example == cells[2]);
  g_assert_true (sedia_date_is_ambiguous ("02/01/2014"));
  g_assert_false (sedia_date_is_ambiguous ("2014-01-02"));
  g_assert_false (sedia_date_is_ambiguous ("02.01.2014"));
  g_assert_false (sedia_date_is_ambiguous ("02/02/2014"));
}

static void
assert_date (const char     *text,
             SediaDateOrder  order,
             guint           year,
             guint           month,
             guint           day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDate) epoch = g_date_new_dmy (1, G_DATE_JANUARY, 1970);
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  gint days = G_MAXINT;

  sedia_date_parse_import (text, order, &days, &error);
  g_assert_no_error (error);
  g_assert_cmpint (days, ==, g_date_days_between (epoch, date));
}

static void
test_date_parse (void)
{
  assert_date ("1970-01-01", SEDIA_DATE_UNKNOWN, 1970, 1, 1);
  assert_date ("1996-07-04 00:00:00.000", SEDIA_DATE_YMD, 1996, 7, 4);
  assert_date ("2014-01-02T04:14:00Z", SEDIA_DATE_DMY, 2014, 1, 2);
  assert_date ("2023-03-30 10:00:00 -0700", SEDIA_DATE_YMD, 2023, 3, 30);
  assert_date ("2014/1/2", SEDIA_DATE_MDY, 2014, 1, 2);
  assert_date ("20140102", SEDIA_DATE_AMBIGUOUS, 2014, 1, 2);
  assert_date ("04/07/1996", SEDIA_DATE_DMY, 1996, 7, 4);
  assert_date ("04/07/1996", SEDIA_DATE_MDY, 1996, 4, 7);
  assert_date ("04.07.1996", SEDIA_DATE_UNKNOWN, 1996, 7, 4);
  assert_date ("4. 7. 1996", SEDIA_DATE_UNKNOWN, 1996, 7, 4);
  assert_date ("31-12-2012", SEDIA_DATE_AMBIGUOUS, 2012, 12, 31);
  assert_date ("12/31/2012 11:59 PM", SEDIA_DATE_UNKNOWN, 2012, 12, 31);
  assert_date ("29/02/2024", SEDIA_DATE_DMY, 2024, 2, 29);
  assert_date ("31/12/69", SEDIA_DATE_DMY, 2069, 12, 31);
  assert_date ("31/12/70", SEDIA_DATE_DMY, 1970, 12, 31);
  assert_date ("03/03/2014", SEDIA_DATE_AMBIGUOUS, 2014, 3, 3);
  assert_date (" 2014-01-02 ", SEDIA_DATE_UNKNOWN, 2014, 1, 2);
}

static void
test_date_parse_named (void)
{
  assert_date ("4 July 1996", SEDIA_DATE_UNKNOWN, 1996, 7, 4);
  assert_date ("4 Juli 1996", SEDIA_DATE_DMY, 1996, 7, 4);
  assert_date ("04-Jul-96", SEDIA_DATE_MDY, 1996, 7, 4);
  assert_date ("July 4, 1996", SEDIA_DATE_DMY, 1996, 7, 4);
  assert_date ("17 Agustus 2025", SEDIA_DATE_UNKNOWN, 2025, 8, 17);
  assert_date ("17 AGU 2025 09.30", SEDIA_DATE_UNKNOWN, 2025, 8, 17);
  assert_date ("1 Mei 2025", SEDIA_DATE_UNKNOWN, 2025, 5, 1);
  assert_date ("2 Okt. 2025", SEDIA_DATE_UNKNOWN, 2025, 10, 2);
  assert_date ("2025 Desember 3", SEDIA_DATE_UNKNOWN, 2025, 12, 3);
}

static void
assert_date_refused (const char     *text,
                     SediaDateOrder  order,
                     const char     *words)
{
  g_autoptr (GError) error = NULL;
  gint days;

  if (sedia_date_parse_import (text, order, &days, &error))
    g_error ("“%s” should be refused", text);

  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_date_refuse (void)
{
  const char *nonsense[] = {
    "",           "soon",       "2014",        "2014-13-01",   "2014-02-30",
    "31/02/2014", "00/01/2014", "1/2/3",       "1/2",          "1/2/3/4",
    "45231",      "201401021",  "2014-01-02x", "4 Brumaire 8", "4 July July",
    "July 4",     "1899-12-31", "9999-01-01",  "04/07/19960",  "1996-07-04 noon",
    "\377\376",   "Jul 4 Jul",  "1/2/2014x",   "4-7",          "4 Juli 1996 12 apples",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    assert_date_refused (nonsense[i], SEDIA_DATE_DMY, "is not a date");

  assert_date_refused ("04/07/1996", SEDIA_DATE_AMBIGUOUS, "can mean two dates");
  assert_date_refused ("04/07/1996", SEDIA_DATE_UNKNOWN, "can mean two dates");
  assert_date_refused ("04/07/1996", SEDIA_DATE_MIXED, "can mean two dates");
  assert_date_refused ("12/31/2012", SEDIA_DATE_DMY, "month first");
  assert_date_refused ("31/12/2012", SEDIA_DATE_MDY, "day first");
}

static SediaMark
mark_of (const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, "|", -1);
  SediaMarkGuess guess = { 0 };

  for (char **cell = list; *cell != NULL; cell++)
    sedia_mark_guess_add (&guess, *cell);

  return sedia_mark_guess_mark (&guess);
}

static void
test_mark (void)
{
  g_assert_cmpint (mark_of (""), ==, SEDIA_MARK_NONE);
  g_assert_cmpint (mark_of ("1|20|300||-4"), ==, SEDIA_MARK_NONE);
  g_assert_cmpint (mark_of ("1 000|20"), ==, SEDIA_MARK_NONE);
  g_assert_cmpint (mark_of ("18.00|9.8"), ==, SEDIA_MARK_POINT);
  g_assert_cmpint (mark_of ("18,00|9,8"), ==, SEDIA_MARK_COMMA);
  g_assert_cmpint (mark_of ("1,000|2,500"), ==, SEDIA_MARK_AMBIGUOUS);
  g_assert_cmpint (mark_of ("1.000|2"), ==, SEDIA_MARK_AMBIGUOUS);
  g_assert_cmpint (mark_of ("1,000|2.5"), ==, SEDIA_MARK_POINT);
  g_assert_cmpint (mark_of ("1.000|2,5"), ==, SEDIA_MARK_COMMA);
  g_assert_cmpint (mark_of ("1.000.000"), ==, SEDIA_MARK_COMMA);
  g_assert_cmpint (mark_of ("1,000,000"), ==, SEDIA_MARK_POINT);
  g_assert_cmpint (mark_of ("1.000,50"), ==, SEDIA_MARK_COMMA);
  g_assert_cmpint (mark_of ("1,000.50"), ==, SEDIA_MARK_POINT);
  g_assert_cmpint (mark_of ("1,5|1.5"), ==, SEDIA_MARK_MIXED);
  g_assert_cmpint (mark_of ("0.125"), ==, SEDIA_MARK_POINT);
  g_assert_cmpint (mark_of ("Rp 12.500,50"), ==, SEDIA_MARK_COMMA);
  g_assert_cmpint (mark_of ("Rp12.500,-"), ==, SEDIA_MARK_AMBIGUOUS);
  g_assert_cmpint (mark_of ("1.2.3|1,2,3|abc|1e9|12 boxes"), ==, SEDIA_MARK_NONE);
  g_assert_cmpint (mark_of ("1.234567"), ==, SEDIA_MARK_POINT);
  g_assert_cmpint (mark_of ("1,7|200.000.000"), ==, SEDIA_MARK_COMMA);
}

static void
test_mark_example (void)
{
  const char *cells[] = { NULL, "x", "5", "1,000", "2.000" };
  SediaMarkGuess guess = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    sedia_mark_guess_add (&guess, cells[i]);

  g_assert_cmpuint (guess.n_bad, ==, 1);
  g_assert_cmpuint (guess.n_whole, ==, 1);
  g_assert_cmpuint (guess.n_either, ==, 2);
  g_assert_true (guess.example == cells[3]);
}

static void
assert_number (const char *text,
               guint       decimals,
               SediaMark   mark,
               gint64      expected)
{
  g_autoptr (GError) error = NULL;
  gint64 value = G_MAXINT64;

  sedia_number_parse_import (text, decimals, mark, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, expected);
}

static void
test_number (void)
{
  assert_number ("12", 0, SEDIA_MARK_NONE, 12);
  assert_number ("-3", 0, SEDIA_MARK_NONE, -3);
  assert_number ("−3", 0, SEDIA_MARK_NONE, -3);
  assert_number ("18,00", 2, SEDIA_MARK_COMMA, 1800);
  assert_number ("18.00", 2, SEDIA_MARK_POINT, 1800);
  assert_number ("1,000", 0, SEDIA_MARK_POINT, 1000);
  assert_number ("1.000", 0, SEDIA_MARK_COMMA, 1000);
  assert_number ("1.250", 3, SEDIA_MARK_POINT, 1250);
  assert_number ("1.000.000", 0, SEDIA_MARK_NONE, 1000000);
  assert_number ("5.0", 0, SEDIA_MARK_POINT, 5);
  assert_number ("17850.0000", 0, SEDIA_MARK_POINT, 17850);
  assert_number ("1 234,50", 2, SEDIA_MARK_COMMA, 123450);
  assert_number ("1'234.50", 2, SEDIA_MARK_POINT, 123450);
  assert_number ("100", 2, SEDIA_MARK_COMMA, 10000);
}

static void
test_number_price (void)
{
  assert_number ("Rp 12.500", 2, SEDIA_MARK_COMMA, 1250000);
  assert_number ("Rp12.500,-", 2, SEDIA_MARK_COMMA, 1250000);
  assert_number ("Rp. 1.250.000,00", 2, SEDIA_MARK_NONE, 125000000);
  assert_number ("-Rp 500", 2, SEDIA_MARK_NONE, -50000);
  assert_number ("Rp -500", 2, SEDIA_MARK_NONE, -50000);
  assert_number ("$12.99", 2, SEDIA_MARK_POINT, 1299);
  assert_number ("12,99 €", 2, SEDIA_MARK_COMMA, 1299);
  assert_number ("IDR\302\24012.500", 2, SEDIA_MARK_COMMA, 1250000);
}

static void
assert_number_refused (const char *text,
                       guint       decimals,
                       SediaMark   mark,
                       const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (sedia_number_parse_import (text, decimals, mark, &value, &error))
    g_error ("“%s” should be refused", text);

  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_number_refuse (void)
{
  assert_number_refused ("1,000", 0, SEDIA_MARK_AMBIGUOUS, "“1,000” can mean two numbers");
  assert_number_refused ("1.000", 0, SEDIA_MARK_NONE, "“1.000” can mean two numbers");
  assert_number_refused ("1.000", 0, SEDIA_MARK_MIXED, "can mean two numbers");
  assert_number_refused ("1e9", 0, SEDIA_MARK_NONE, "“1e9” is not a number");
  assert_number_refused ("", 0, SEDIA_MARK_NONE, "is not a number");
  assert_number_refused ("Rp", 2, SEDIA_MARK_NONE, "is not a number");
  assert_number_refused (",-", 2, SEDIA_MARK_NONE, "is not a number");
  assert_number_refused ("10 boxes x 20 bags", 0, SEDIA_MARK_NONE, "is not a number");
  assert_number_refused ("1,7", 1, SEDIA_MARK_POINT, "thousands mark");
  assert_number_refused ("1.2.3", 1, SEDIA_MARK_NONE, "thousands mark");
  assert_number_refused ("1.25", 1, SEDIA_MARK_POINT, "more decimals");
  assert_number_refused ("1.5", 0, SEDIA_MARK_POINT, "more decimals");
  assert_number_refused ("12 34", 0, SEDIA_MARK_NONE, "thousands mark");
  assert_number_refused ("\377", 0, SEDIA_MARK_NONE, "is not a number");
  assert_number_refused ("1.", 0, SEDIA_MARK_POINT, "is not a number");
}

static void
test_flag (void)
{
  g_autoptr (GError) error = NULL;
  gboolean value;

  g_assert_true (sedia_flag_parse_import ("TRUE", &value, NULL) && value);
  g_assert_true (sedia_flag_parse_import (" ya ", &value, NULL) && value);
  g_assert_true (sedia_flag_parse_import ("0", &value, NULL) && !value);
  g_assert_true (sedia_flag_parse_import ("Tidak", &value, NULL) && !value);
  g_assert_false (sedia_flag_parse_import ("maybe", &value, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
}

static void
test_archived (void)
{
  gboolean archived;

  g_assert_true (sedia_archived_parse_import ("1", FALSE, &archived, NULL) && archived);
  g_assert_true (sedia_archived_parse_import ("1", TRUE, &archived, NULL) && !archived);
  g_assert_true (sedia_archived_parse_import ("0", TRUE, &archived, NULL) && archived);
  g_assert_true (sedia_archived_parse_import ("archived", TRUE, &archived, NULL) && archived);
  g_assert_true (sedia_archived_parse_import ("Archived", FALSE, &archived, NULL) && archived);
  g_assert_true (sedia_archived_parse_import ("active", TRUE, &archived, NULL) && !archived);
  g_assert_true (sedia_archived_parse_import ("draft", TRUE, &archived, NULL) && !archived);
  g_assert_false (sedia_archived_parse_import ("?", TRUE, &archived, NULL));
}

static void
test_backorder (void)
{
  static const struct
  {
    const char *text;
    SediaBackorderWord word;
  } cases[] = {
    { NULL, SEDIA_BACKORDER_WORD_DEFAULT },      { "2", SEDIA_BACKORDER_WORD_DEFAULT },
    { "notify", SEDIA_BACKORDER_WORD_WARN },     { "Warn", SEDIA_BACKORDER_WORD_WARN },
    { "1", SEDIA_BACKORDER_WORD_ALLOW },         { "continue", SEDIA_BACKORDER_WORD_ALLOW },
    { "0", SEDIA_BACKORDER_WORD_REFUSE },        { "deny", SEDIA_BACKORDER_WORD_REFUSE },
    { "refuse", SEDIA_BACKORDER_WORD_REFUSE },   { "ya", SEDIA_BACKORDER_WORD_ALLOW },
  };
  SediaBackorderWord word;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (sedia_backorder_parse_import (cases[i].text, &word, NULL));
      g_assert_cmpint (word, ==, cases[i].word);
    }

  g_assert_false (sedia_backorder_parse_import ("later", &word, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/guess/date-order", test_date_order);
  g_test_add_func ("/core/guess/date-example", test_date_example);
  g_test_add_func ("/core/guess/date-parse", test_date_parse);
  g_test_add_func ("/core/guess/date-parse-named", test_date_parse_named);
  g_test_add_func ("/core/guess/date-refuse", test_date_refuse);
  g_test_add_func ("/core/guess/mark", test_mark);
  g_test_add_func ("/core/guess/mark-example", test_mark_example);
  g_test_add_func ("/core/guess/number", test_number);
  g_test_add_func ("/core/guess/number-price", test_number_price);
  g_test_add_func ("/core/guess/number-refuse", test_number_refuse);
  g_test_add_func ("/core/guess/flag", test_flag);
  g_test_add_func ("/core/guess/archived", test_archived);
  g_test_add_func ("/core/guess/backorder", test_backorder);

  return g_test_run ();
}
