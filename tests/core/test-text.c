/* Text as search compares it. */
#include "config.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

#include "sedia-text.h"

static void
assert_lower (const char *text,
              const char *expected)
{
  g_autofree char *lower = sedia_text_lower (text, -1);

  g_assert_cmpstr (lower, ==, expected);
}

static void
test_lower (void)
{
  assert_lower ("", "");
  assert_lower ("KOPI-1 Robusta", "kopi-1 robusta");
  assert_lower ("CAFÉ ÉCLAIR", "café éclair");
  assert_lower ("ЖЁЛТЫЙ Ω", "жёлтый ω");
  assert_lower ("田中さん 👩\342\200\215👧", "田中さん 👩\342\200\215👧");
}

/* The same on every computer that opens the file. */
static void
test_any_language (void)
{
  if (setlocale (LC_CTYPE, "tr_TR.UTF-8") == NULL)
    g_test_message ("without Turkish");

  assert_lower ("INDIGO", "indigo");
  setlocale (LC_CTYPE, "C");
}

static void
test_part (void)
{
  g_autofree char *part = sedia_text_lower ("ABCÉDEF", 5);

  g_assert_cmpstr (part, ==, "abcé");
}

/* Behind what stands there, whatever it is. */
static void
test_append (void)
{
  g_autoptr (GString) all = g_string_new ("A");

  sedia_text_append_lower (all, "KOPI", -1);
  sedia_text_append_lower (all, "", -1);
  sedia_text_append_lower (all, "ÉCLAIR", -1);
  sedia_text_append_lower (all, "TEH 2", 3);
  g_assert_cmpstr (all->str, ==, "Akopiéclairteh");
  g_assert_cmpuint (all->len, ==, strlen (all->str));
}

static void
test_not_utf8 (void)
{
  assert_lower ("A\377\303", "a\377\303");
  assert_lower ("\351T\311", "\351t\311");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/lower", test_lower);
  g_test_add_func ("/core/text/any-language", test_any_language);
  g_test_add_func ("/core/text/part", test_part);
  g_test_add_func ("/core/text/append", test_append);
  g_test_add_func ("/core/text/not-utf8", test_not_utf8);

  return g_test_run ();
}
