/* Whatever people are called and whatever goods are named: the message stays whole, and says the
 * name as it is.
 */
#include "config.h"

#include "message-case.h"

#define REASON (1u << SEDIA_DUE_BACKORDERED)

static char *
write_with (const char *name,
            const char *product,
            const char *quantity,
            const char *shop)
{
  g_autoptr (GPtrArray) items = new_items ();
  SediaMessageFacts facts = full_facts ("en", items, REASON);

  g_ptr_array_add (items, new_item (product, NULL, quantity, TODAY + 3, REASON));
  facts.name = name;
  facts.shop = shop;

  return sedia_message_write (&facts, NULL);
}

/* The same message as with a plain name, but for the name. */
static void
assert_as_plain (const char *plain,
                 const char *text,
                 const char *shown)
{
  g_auto (GStrv) pieces = g_strsplit (plain, "PLAIN", -1);
  g_autofree char *expected = g_strjoinv (shown, pieces);

  g_assert_cmpuint (g_strv_length (pieces), >, 1);
  g_assert_cmpstr (text, ==, expected);
}

/* The same text in every place; what it is on the page is @shown. */
static void
assert_name (const char *name,
             const char *shown)
{
  g_autofree char *plain_name = write_with ("PLAIN", "Tea", "2 pcs", "Shop");
  g_autofree char *plain_product = write_with ("Siti", "PLAIN", "2 pcs", "Shop");
  g_autofree char *plain_shop = write_with ("Siti", "Tea", "2 pcs", "PLAIN");
  g_autofree char *as_name = write_with (name, "Tea", "2 pcs", "Shop");
  g_autofree char *as_product = write_with ("Siti", name, "2 pcs", "Shop");
  g_autofree char *as_shop = write_with ("Siti", "Tea", "2 pcs", name);

  assert_as_plain (plain_name, as_name, shown);
  assert_as_plain (plain_product, as_product, shown);
  assert_as_plain (plain_shop, as_shop, shown);
}

static void
test_hostile (void)
{
  static const struct { const char *name, *shown; } cases[] = {
    { "<b>Tea</b> & <i>", "<b>Tea</b> & <i>" },
    { "\"quotes\" 'and' `more`", "\"quotes\" 'and' `more`" },
    { "👩‍🍳 ☕ 🇮🇩", "👩‍🍳 ☕ 🇮🇩" },
    { "{items}", "{items}" },
    { "{", "{" },
    { "} {name} {no-date} {", "} {name} {no-date} {" },
    { "100% %s %n %20", "100% %s %n %20" },
    { "Tea. Or not! What? Yes.", "Tea. Or not! What? Yes." },
    { "one\ntwo", "one two" },
    { "one\r\n\r\ntwo\n", "one two" },
    { "one \n two", "one two" },
    { "one  two\t\tthree", "one two three" },
    { "\x01one\x7f two\x1b", "one two" },
    { "one\u2028two\u2029three\xc2\x85" "four", "one two three four" },
    { "  around  ", "around" },
    { "- tea", "- tea" },
    { "\n- tea", "- tea" },
    { "مرحبا", "\u2068مرحبا\u2069" },
    { "שלום tea", "\u2068שלום tea\u2069" },
    { "Tea \u202ereversed", "Tea reversed" },
    { "\u2066\u2067Tea\u2069\u2069\u2069", "Tea" },
    { "\u202bمرحبا\u202c\u2069", "\u2068مرحبا\u2069" },
    { "kopi \xff susu", "kopi \uFFFD susu" },
    { "\xc3", "\uFFFD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_name (cases[i].name, cases[i].shown);
}

/* A unit is written by people, too. */
static void
test_unit (void)
{
  g_autofree char *plain = write_with ("Siti", "Tea", "2 PLAIN", "Shop");
  g_autofree char *text = write_with ("Siti", "Tea", "2 {items}\n<b>\u202e", "Shop");

  assert_as_plain (plain, text, "{items} <b>");
}

/* A name of nothing but blanks is none, and leaves no hole. */
static void
test_blank (void)
{
  static const char *const blanks[] = { NULL, "", " ", "\n", "\t \r\n", "\x01\x02", "\u2028",
                                        "\u202e" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *as_name = write_with (blanks[i], "Tea", "2 pcs", "Shop");
      g_autofree char *as_shop = write_with ("Siti", "Tea", "2 pcs", blanks[i]);

      assert_filled (as_name);
      assert_filled (as_shop);
      assert_has (as_name, "2 pcs Tea");
      assert_has (as_shop, "2 pcs Tea");
      assert_has (as_shop, "Siti");
    }
}

static void
test_long (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autofree char *dots = g_strnfill (10000, '.');
  g_autofree char *braces = g_strnfill (10000, '{');

  assert_name (name, name);
  assert_name (dots, dots);
  assert_name (braces, braces);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/message-names/hostile", test_hostile);
  g_test_add_func ("/core/message-names/unit", test_unit);
  g_test_add_func ("/core/message-names/blank", test_blank);
  g_test_add_func ("/core/message-names/long", test_long);

  return g_test_run ();
}
