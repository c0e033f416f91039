/* Phone numbers as people write them, against tables of our own and against what the library most
 * programs use for this makes of the same spellings.
 */
#include "config.h"

#include "reference-data.h"
#include "sedia-phone.h"

#include <string.h>

typedef struct
{
  const char *typed;
  SediaPhoneState state;
  const char *international; /* NULL for none */
} Spelling;

static void
assert_spelling (const char     *country,
                 const Spelling *spelling)
{
  g_autofree char *international = NULL;
  g_autofree char *written = g_strescape (spelling->typed, NULL); /* some is no UTF-8 */
  SediaPhoneState state = sedia_phone_read (spelling->typed, country, &international);

  g_test_message ("“%s” in %s: %d, %s", written, country, state, international);
  g_assert_cmpint (state, ==, spelling->state);
  g_assert_cmpstr (international, ==, spelling->international);
}

static void
test_indonesian (void)
{
  static const Spelling spellings[] = {
    { "0812-3456-7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "0812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "0812.3456.7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "0812/3456/7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "(0812) 34567890", SEDIA_PHONE_OK, "+6281234567890" },
    { "62 812-3456-7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "62812 345 678", SEDIA_PHONE_OK, "+62812345678" },
    { "+62 (0)812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "+62 0812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "0062 812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "8123456789", SEDIA_PHONE_OK, "+628123456789" },
    { "WA: +62 812-3456-7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "WA1: 0812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" },
    { "0812-3456-7890 (Budi)", SEDIA_PHONE_OK, "+6281234567890" },
    { "021 555 1234 ext 12", SEDIA_PHONE_OK, "+62215551234" },
    { "021/5551234", SEDIA_PHONE_OK, "+62215551234" },
    { "021-5551234 / 35", SEDIA_PHONE_OK, "+62215551234" },
    { "0622 12345", SEDIA_PHONE_OK, "+6262212345" }, /* the area 0622, not the calling code */
    { "٠٨١٢ ٣٤٥٦ ٧٨٩٠", SEDIA_PHONE_OK, "+6281234567890" },
    { "＋６２ ８１２ ３４５６ ７８９０", SEDIA_PHONE_OK, "+6281234567890" },
    { "0812-3456-7890 / 0813-1111-2222", SEDIA_PHONE_SEVERAL, "+6281234567890" },
    { "0812 3456 7890, 0813 1111 2222", SEDIA_PHONE_SEVERAL, "+6281234567890" },
    { "0812 3456 7890 atau 0813 1111 2222", SEDIA_PHONE_SEVERAL, "+6281234567890" },
    { "+1 (415) 555-2671", SEDIA_PHONE_OK, "+14155552671" },
    { "001 415 555 2671", SEDIA_PHONE_OK, "+14155552671" },
    { "112", SEDIA_PHONE_TOO_SHORT, NULL },
    { "0812345", SEDIA_PHONE_TOO_SHORT, NULL },
    { "+62", SEDIA_PHONE_TOO_SHORT, NULL },
    { "02155512345678901", SEDIA_PHONE_TOO_LONG, NULL },
    { "0812345678901234567890", SEDIA_PHONE_TOO_LONG, NULL },
    { "+999 812 345 678", SEDIA_PHONE_NO_COUNTRY, NULL },
    { "+0812 3456 7890", SEDIA_PHONE_NO_COUNTRY, NULL },
    { "", SEDIA_PHONE_NONE, NULL },
    { "  ", SEDIA_PHONE_NONE, NULL },
    { "-", SEDIA_PHONE_NO_NUMBER, NULL },
    { "tidak ada", SEDIA_PHONE_NO_NUMBER, NULL },
    { "08FLOWERS", SEDIA_PHONE_TOO_SHORT, NULL },
    { "0812 milik 3456", SEDIA_PHONE_NO_NUMBER, NULL },
    { "8.12346E+11", SEDIA_PHONE_NO_NUMBER, NULL },
    { "\xff 0812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    assert_spelling ("ID", &spellings[i]);
}

/* Countries dial in different ways. */
static void
test_countries (void)
{
  static const struct
  {
    const char *country;
    Spelling spelling;
  } cases[] = {
    { "US", { "1-604-555-4729", SEDIA_PHONE_OK, "+16045554729" } },
    { "us", { "(604) 555-4729", SEDIA_PHONE_OK, "+16045554729" } },
    { "US", { "011 62 812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" } },
    { "US", { "555-4729", SEDIA_PHONE_TOO_SHORT, NULL } },
    { "AU", { "0011 62 812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" } },
    { "AU", { "0412 345 678", SEDIA_PHONE_OK, "+61412345678" } },
    { "IT", { "011-4988260", SEDIA_PHONE_OK, "+390114988260" } }, /* its zero belongs to it */
    { "IT", { "393 123 4567", SEDIA_PHONE_OK, "+393931234567" } },
    { "IT", { "+39 393 123 4567", SEDIA_PHONE_OK, "+393931234567" } },
    { "RU", { "8 (916) 123-45-67", SEDIA_PHONE_OK, "+79161234567" } },
    { "RU", { "7 916 123 45 67", SEDIA_PHONE_OK, "+79161234567" } },
    { "RU", { "800 123 45 67", SEDIA_PHONE_OK, "+78001234567" } },
    { "HU", { "06 1 234 5678", SEDIA_PHONE_OK, "+3612345678" } },
    { "IN", { "91234 56789", SEDIA_PHONE_OK, "+919123456789" } }, /* begins like the calling code */
    { "IN", { "91 91234 56789", SEDIA_PHONE_OK, "+919123456789" } },
    { "ES", { "34 915 552 282", SEDIA_PHONE_OK, "+34915552282" } },
    { "SG", { "9123 4567", SEDIA_PHONE_OK, "+6591234567" } },
    { "SG", { "65 9123 4567", SEDIA_PHONE_OK, "+6591234567" } },
    { "FR", { "88.60.15.31", SEDIA_PHONE_TOO_SHORT, NULL } },
    { "FR", { "+870 776 123 456", SEDIA_PHONE_OK, "+870776123456" } },
    { "??", { "0812 3456 7890", SEDIA_PHONE_NO_COUNTRY, NULL } },
    { "??", { "+62 812 3456 7890", SEDIA_PHONE_OK, "+6281234567890" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_spelling (cases[i].country, &cases[i].spelling);

  g_assert_true (sedia_phone_is_country ("ID"));
  g_assert_true (sedia_phone_is_country ("zw"));
  g_assert_false (sedia_phone_is_country ("XX"));
  g_assert_false (sedia_phone_is_country (""));
  g_assert_false (sedia_phone_is_country ("IDN"));
}

static void
test_same (void)
{
  static const char *const one[] = { "0812-3456-7890", "+62 812 3456 7890", "62812.34567890",
                                     "WA 08123456 7890", "0062 (0)812 3456 7890",
                                     "٠٨١٢٣٤٥٦٧٨٩٠", "81234567890",
                                     "0812 3456 7890 / 0813 1111 2222" };
  static const char *const others[] = { "0812-3456-7891", "0813-3456-7890", "+1 812 345 67890",
                                        "34567890", "", "-", "0813 1111 2222" };

  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    {
      g_autofree char *digits = sedia_phone_digits (one[i]);

      g_assert_true (g_str_has_suffix (digits, "4567890"));
      for (guint j = 0; j < G_N_ELEMENTS (one); j++)
        g_assert_true (sedia_phone_same (one[i], one[j], "ID"));
      for (guint j = 0; j < G_N_ELEMENTS (others); j++)
        g_assert_false (sedia_phone_same (one[i], others[j], "ID"));
    }

  /* Short numbers are nobody's: two who gave "112" are two. */
  g_assert_false (sedia_phone_same ("112", "112", "ID"));
  g_assert_false (sedia_phone_same (NULL, NULL, "ID"));
  /* What cannot be dialled is compared as it stands. */
  g_assert_true (sedia_phone_same ("021 5551 2345 6789 01", "02155512345678901", "ID"));
}

static void
test_problems (void)
{
  g_assert_null (sedia_phone_problem (SEDIA_PHONE_OK));
  g_assert_null (sedia_phone_problem (SEDIA_PHONE_NONE));
  for (int state = SEDIA_PHONE_NO_NUMBER; state <= SEDIA_PHONE_NO_COUNTRY; state++)
    for (int other = SEDIA_PHONE_SEVERAL; other < state; other++)
      g_assert_cmpstr (sedia_phone_problem ((SediaPhoneState) state), !=,
                       sedia_phone_problem ((SediaPhoneState) other));
}

/* ---- reference data: libphonenumber's opinion */

/* One line of a file without quotes or commas in its cells but the first. */
static gboolean
read_reference (const char *line,
                guint       before,
                char      **raw,
                char      **country,
                char      **verdict,
                char      **e164)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);

  if (g_strv_length (cells) < before + 4)
    return FALSE;

  *raw = g_strdup (cells[before]);
  *country = g_strdup (cells[before + 1]);
  *verdict = g_strdup (cells[before + 2]);
  *e164 = g_strdup (cells[before + 3]);

  return TRUE;
}

/* A valid number is read as libphonenumber reads it. What it calls possible may lack the area code:
 * then it is either read the same or called too short. */
static void
assert_as_reference (const char *raw,
                     const char *country,
                     const char *verdict,
                     const char *e164)
{
  g_autofree char *international = NULL;
  SediaPhoneState state = sedia_phone_read (raw, country, &international);

  g_test_message ("“%s” in %s: %d, %s (%s, %s)", raw, country, state, international, verdict, e164);
  if (g_str_equal (verdict, "valid"))
    g_assert_cmpint (state, ==, SEDIA_PHONE_OK);
  if (g_str_equal (verdict, "PARSE_ERROR"))
    g_assert_cmpint (state, !=, SEDIA_PHONE_OK);
  if (international != NULL && !g_str_equal (verdict, "PARSE_ERROR") &&
      !g_str_equal (raw, "0062 812 3456 7890")) /* people write 00, whatever their operator says */
    g_assert_cmpstr (international, ==, e164);
}

static void
test_reference (void)
{
  static const struct { const char *name; guint before; } files[] = {
    { "phone/northwind_phones_expected.csv", 2 },
    { "phone/indonesian_spellings_expected.csv", 0 },
  };
  guint n_valid = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *path = reference_data (files[i].name);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      if (path == NULL)
        return;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint l = 1; lines[l] != NULL; l++)
        {
          g_autofree char *raw = NULL, *country = NULL, *verdict = NULL, *e164 = NULL;

          if (!read_reference (g_strchomp (lines[l]), files[i].before, &raw, &country, &verdict,
                               &e164))
            continue;
          assert_as_reference (raw, country, verdict, e164);
          n_valid += g_str_equal (verdict, "valid") ? 1 : 0;
        }
    }

  g_assert_cmpuint (n_valid, >, 80);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/phone/indonesian", test_indonesian);
  g_test_add_func ("/core/phone/countries", test_countries);
  g_test_add_func ("/core/phone/same", test_same);
  g_test_add_func ("/core/phone/problems", test_problems);
  g_test_add_func ("/core/phone/reference", test_reference);

  return g_test_run ();
}
