/* Numbers: read exactly or refused, written so that they read back. */
#include "config.h"

#include "sedia-error.h"
#include "sedia-number.h"

#include <locale.h>
#include <string.h>

static const SediaNumberForm english = { '.', ',' };
static const SediaNumberForm indonesian = { ',', '.' };
static const SediaNumberForm french = { ',', 0x202f };
static const SediaNumberForm swiss = { '.', 0x2019 };

static void
assert_reads (const char      *text,
              guint            decimals,
              SediaNumberForm  form,
              gint64           expected)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  sedia_number_parse (text, decimals, form, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, expected);
}

static void
assert_refuses (const char      *text,
                guint            decimals,
                SediaNumberForm  form,
                const char      *words)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  g_assert_false (sedia_number_parse (text, decimals, form, &value, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  g_assert_cmpint (value, ==, 77);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_parse_plain (void)
{
  assert_reads ("0", 0, sedia_number_plain, 0);
  assert_reads ("12", 0, sedia_number_plain, 12);
  assert_reads ("007", 0, sedia_number_plain, 7);
  assert_reads ("1.25", 3, sedia_number_plain, 1250);
  assert_reads ("1.250", 3, sedia_number_plain, 1250);
  assert_reads (".5", 1, sedia_number_plain, 5);
  assert_reads (" 3 ", 0, sedia_number_plain, 3);
  assert_reads ("\302\2403\302\240", 0, sedia_number_plain, 3);
  assert_reads ("12", 2, sedia_number_plain, 1200);
}

static void
test_parse_sign (void)
{
  assert_reads ("-3", 0, sedia_number_plain, -3);
  assert_reads ("−3", 0, sedia_number_plain, -3);
  assert_reads ("-1.5", 1, sedia_number_plain, -15);
  assert_reads ("-0", 0, sedia_number_plain, 0);
  assert_refuses ("--3", 0, sedia_number_plain, "“--3” is not a number");
  assert_refuses ("- 3", 0, sedia_number_plain, "is not a number");
  assert_refuses ("3-", 0, sedia_number_plain, "is not a number");
  assert_refuses ("-", 0, sedia_number_plain, "“-” is not a number");
  assert_refuses ("+3", 0, sedia_number_plain, "“+3” is not a number");
}

static void
test_parse_groups (void)
{
  assert_reads ("1,000", 0, english, 1000);
  assert_reads ("1.000", 0, indonesian, 1000);
  assert_reads ("1.250", 3, indonesian, 1250000);
  assert_reads ("12.345.678,5", 1, indonesian, 123456785);
  assert_reads ("1234,5", 1, indonesian, 12345);
  assert_reads ("1 000", 0, french, 1000);
  assert_reads ("1\342\200\257000,25", 2, french, 100025);
  assert_reads ("1'000.5", 1, swiss, 10005);
  assert_refuses ("1.25", 2, indonesian, "thousands mark");
  assert_refuses ("0.125", 3, indonesian, "thousands mark");
  assert_refuses ("1000.000", 0, indonesian, "thousands mark");
  assert_refuses ("1.0000", 0, indonesian, "thousands mark");
  assert_refuses ("1.000.00", 0, indonesian, "thousands mark");
  assert_refuses ("1..000", 0, indonesian, "thousands mark");
  assert_refuses (".000", 0, indonesian, "thousands mark");
  assert_refuses ("1.000.", 0, indonesian, "thousands mark");
  assert_refuses ("1,5.000", 3, indonesian, "is not a number");
  assert_refuses ("1,000", 3, sedia_number_plain, "“1,000” is not a number");
}

static void
test_parse_decimals (void)
{
  assert_refuses ("1.5", 0, sedia_number_plain, "“1.5” has more decimals than the 0");
  assert_refuses ("1.2345", 3, sedia_number_plain, "more decimals than the 3");
  assert_refuses ("25.000", 2, sedia_number_plain, "more decimals than the 2");
  assert_refuses ("1.000", 0, sedia_number_plain, "more decimals than the 0");
  assert_refuses ("1.2.3", 3, sedia_number_plain, "is not a number");
  assert_refuses ("1.", 3, sedia_number_plain, "is not a number");
  assert_refuses (".", 3, sedia_number_plain, "is not a number");
}

static void
test_parse_nonsense (void)
{
  g_autofree char *line = g_strnfill (500, 'x');

  assert_refuses ("", 0, sedia_number_plain, "empty");
  assert_refuses ("  ", 0, sedia_number_plain, "empty");
  assert_refuses ("1e9", 0, sedia_number_plain, "“1e9” is not a number");
  assert_refuses ("1e99999999999999999999", 0, sedia_number_plain, "is not a number");
  assert_refuses ("12 pcs", 0, sedia_number_plain, "“12 pcs” is not a number");
  assert_refuses ("0x10", 0, sedia_number_plain, "“0x10”");
  assert_refuses ("１２", 0, sedia_number_plain, "“１２”");
  assert_refuses ("NaN", 3, sedia_number_plain, "“NaN”");
  assert_refuses ("1 2", 0, sedia_number_plain, "“1 2”");
  assert_refuses ("\377\376", 0, sedia_number_plain, "is not a number");
  assert_refuses (line, 0, sedia_number_plain, "xxx…”");
}

static void
test_parse_range (void)
{
  assert_reads ("1000000000000", 0, sedia_number_plain, SEDIA_QUANTITY_MAX);
  assert_reads ("-1000000000000", 0, sedia_number_plain, -SEDIA_QUANTITY_MAX);
  assert_reads ("1000000000", 3, sedia_number_plain, SEDIA_QUANTITY_MAX);
  assert_refuses ("1000000000001", 0, sedia_number_plain, "too large");
  assert_refuses ("1000000000.001", 3, sedia_number_plain, "too large");
  assert_refuses ("9223372036854775807", 0, sedia_number_plain, "too large");
  assert_refuses ("9223372036854775808", 0, sedia_number_plain, "too large");
  assert_refuses ("99999999999999999999999999", 3, sedia_number_plain, "too large");
}

static void
assert_writes (gint64           value,
               guint            decimals,
               SediaNumberForm  form,
               const char      *expected)
{
  g_autofree char *text = sedia_number_format (value, decimals, form);

  g_assert_cmpstr (text, ==, expected);
  if (value >= -SEDIA_QUANTITY_MAX && value <= SEDIA_QUANTITY_MAX)
    assert_reads (text, decimals, form, value);
}

static void
test_format (void)
{
  assert_writes (0, 0, sedia_number_plain, "0");
  assert_writes (0, 3, sedia_number_plain, "0");
  assert_writes (1250, 3, sedia_number_plain, "1.25");
  assert_writes (1500, 3, sedia_number_plain, "1.5");
  assert_writes (2000, 3, sedia_number_plain, "2");
  assert_writes (5, 3, sedia_number_plain, "0.005");
  assert_writes (-5, 3, sedia_number_plain, "-0.005");
  assert_writes (1234567, 0, sedia_number_plain, "1234567");
  assert_writes (1234567, 0, english, "1,234,567");
  assert_writes (123456, 0, indonesian, "123.456");
  assert_writes (123, 0, indonesian, "123");
  assert_writes (-1234567, 2, indonesian, "−12.345,67");
  assert_writes (100000, 2, french, "1\342\200\257000");
  assert_writes (G_MAXINT64, 0, english, "9,223,372,036,854,775,807");
  assert_writes (G_MININT64, 0, sedia_number_plain, "-9223372036854775808");
}

static void
assert_writes_money (gint64           amount,
                     SediaNumberForm  form,
                     const char      *expected)
{
  g_autofree char *text = sedia_money_format (amount, form);

  g_assert_cmpstr (text, ==, expected);
  assert_reads (text, SEDIA_MONEY_DECIMALS, form, amount);
}

static void
test_format_money (void)
{
  assert_writes_money (1250, sedia_number_plain, "12.50");
  assert_writes_money (1200, sedia_number_plain, "12");
  assert_writes_money (5, sedia_number_plain, "0.05");
  assert_writes_money (0, indonesian, "0");
  assert_writes_money (1250000, indonesian, "12.500");
  assert_writes_money (-1250050, indonesian, "−12.500,50");
  assert_writes_money (-50, sedia_number_plain, "-0.50");
}

static void
test_ambiguous (void)
{
  const char *ambiguous[] = {
    "1,000", "1.000", "12.500", "123,456", "-1.250", "−1.250", " 1.250 ",
  };
  const char *clear[] = {
    "1.000,5",   "1,000.5",   "0.125", "0,125",  "1000", "1.5", "1,25", "1234.500",
    "1.000.000", "1,000,000", ".500",  "1.2345", "",     "-",   "1e9",  "1.000x",   "012.500",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    if (!sedia_number_is_ambiguous (ambiguous[i]))
      g_error ("“%s” should be ambiguous", ambiguous[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (clear); i++)
    if (sedia_number_is_ambiguous (clear[i]))
      g_error ("“%s” should not be ambiguous", clear[i]);
}

static void
test_checked (void)
{
  gint64 result;

  g_assert_true (sedia_checked_add (2, 3, &result));
  g_assert_cmpint (result, ==, 5);
  g_assert_true (sedia_checked_add (G_MAXINT64, G_MININT64, &result));
  g_assert_cmpint (result, ==, -1);
  g_assert_false (sedia_checked_add (G_MAXINT64, 1, &result));
  g_assert_false (sedia_checked_add (G_MININT64, -1, &result));

  g_assert_true (sedia_checked_multiply (-4, 5, &result));
  g_assert_cmpint (result, ==, -20);
  g_assert_false (sedia_checked_multiply (G_MAXINT64, 2, &result));
  g_assert_false (sedia_checked_multiply (G_MININT64, -1, &result));
}

static void
test_locale (void)
{
  SediaNumberForm form;

  setlocale (LC_ALL, "C");
  form = sedia_number_form_of_locale ();
  g_assert_cmpuint (form.decimal, ==, '.');
  g_assert_cmpuint (form.group, ==, 0);

  if (setlocale (LC_ALL, "id_ID.UTF-8") != NULL)
    {
      form = sedia_number_form_of_locale ();
      g_assert_cmpuint (form.decimal, ==, ',');
      g_assert_cmpuint (form.group, ==, '.');
    }
  if (setlocale (LC_ALL, "fr_FR.UTF-8") != NULL)
    {
      form = sedia_number_form_of_locale ();
      g_assert_cmpuint (form.decimal, ==, ',');
      g_assert_cmpuint (form.group, ==, 0x202f);
    }

  setlocale (LC_ALL, "C");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/number/parse-plain", test_parse_plain);
  g_test_add_func ("/core/number/parse-sign", test_parse_sign);
  g_test_add_func ("/core/number/parse-groups", test_parse_groups);
  g_test_add_func ("/core/number/parse-decimals", test_parse_decimals);
  g_test_add_func ("/core/number/parse-nonsense", test_parse_nonsense);
  g_test_add_func ("/core/number/parse-range", test_parse_range);
  g_test_add_func ("/core/number/format", test_format);
  g_test_add_func ("/core/number/format-money", test_format_money);
  g_test_add_func ("/core/number/ambiguous", test_ambiguous);
  g_test_add_func ("/core/number/checked", test_checked);
  g_test_add_func ("/core/number/locale", test_locale);

  return g_test_run ();
}
