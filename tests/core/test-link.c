/* Links that hand a message on: taken apart again, they say what was put in. */
#include "config.h"

#include "sedia-link.h"

#include <string.h>

static const char *const texts[] = {
  "Halo Kak Siti",
  "a&b=c?d#e/f+g%20h;i,j:k@l",
  "one\n\ntwo\n- three",
  "\"quotes\" 'and' <b>markup</b> `$(x)` {braces} \\",
  "emoji 🌺👩‍👩‍👧 ⁨سيتي⁩ 你好",
  "&bcc=all@example.com",
  "100%",
};

/* Each field once, as it went in. */
static void
assert_field (const char *link,
              const char *scheme,
              const char *field,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_ENCODED, &error);
  g_autoptr (GHashTable) fields = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_scheme (uri), ==, scheme);
  g_assert_null (g_uri_get_fragment (uri));
  fields = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (fields, field), ==, expected);
  g_assert_cmpuint (g_hash_table_size (fields), <=, 2);
  g_assert_null (g_hash_table_lookup (fields, "bcc"));
}

/* Nothing but what needs no encoding anywhere. */
static void
assert_encoded (const char *link)
{
  for (const char *p = link; *p != '\0'; p++)
    g_assert_true (g_ascii_isalnum (*p) || strchr ("-._~%:/?=&+@", *p) != NULL);
}

static char *
dup_crlf (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *whatsapp = sedia_link_whatsapp ("+6281234567890", texts[i]);
      g_autofree char *mail = sedia_link_mail ("siti@example.com", "Toko & Co", texts[i]);
      g_autofree char *sms = sedia_link_sms ("+6281234567890", texts[i]);
      g_autofree char *crlf = dup_crlf (texts[i]);

      assert_field (whatsapp, "https", "text", texts[i]);
      assert_field (mail, "mailto", "body", crlf);
      assert_field (mail, "mailto", "subject", "Toko & Co");
      assert_field (sms, "sms", "body", texts[i]);
      assert_encoded (whatsapp);
      assert_encoded (mail);
      assert_encoded (sms);
    }
}

typedef char *(*PhoneLink) (const char *number, const char *text);

static void
assert_link (char       *link,
             const char *expected)
{
  g_autofree char *owned = link;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_phone (void)
{
  static const PhoneLink links[] = { sedia_link_whatsapp, sedia_link_sms };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      assert_link (links[i] (NULL, "Halo"), NULL);
      assert_link (links[i] ("", "Halo"), NULL);
      assert_link (links[i] ("+", "Halo"), NULL);
    }

  assert_link (sedia_link_whatsapp ("+62812", NULL), "https://wa.me/62812");
  assert_link (sedia_link_whatsapp ("+62812", ""), "https://wa.me/62812");
  assert_link (sedia_link_whatsapp ("+62812", "a b\nc"), "https://wa.me/62812?text=a%20b%0Ac");
  assert_link (sedia_link_whatsapp ("+62812", "a\r\nb\rc"), "https://wa.me/62812?text=a%0Ab%0Ac");
  assert_link (sedia_link_whatsapp ("+62/8?1#2", "a"), "https://wa.me/62812?text=a");
  assert_link (sedia_link_whatsapp ("+62812", "a\xff\x01"),
               "https://wa.me/62812?text=a%EF%BF%BD");
  assert_link (sedia_link_sms ("+62812", NULL), "sms:+62812");
  assert_link (sedia_link_sms ("+62812", "a&b"), "sms:+62812?body=a%26b");
}

static void
test_mail (void)
{
  assert_link (sedia_link_mail (NULL, "s", "t"), NULL);
  assert_link (sedia_link_mail (" \n", "s", "t"), NULL);
  assert_link (sedia_link_mail (" a@b.id ", NULL, NULL), "mailto:a@b.id");
  assert_link (sedia_link_mail ("a@b.id", "s", NULL), "mailto:a@b.id?subject=s");
  assert_link (sedia_link_mail ("a@b.id", "", "t"), "mailto:a@b.id?body=t");
  assert_link (sedia_link_mail ("a@b.id", "s\nBcc: c@d.id", "t\nu"),
               "mailto:a@b.id?subject=s%20Bcc%3A%20c%40d.id&body=t%0D%0Au");
  assert_link (sedia_link_mail ("a@b.id", "s\xff", "t\r\nu"),
               "mailto:a@b.id?subject=s%EF%BF%BD&body=t%0D%0Au");
  /* One address, whatever is written there. */
  assert_link (sedia_link_mail ("a+b?bcc=x&y,c@d.id", NULL, NULL),
               "mailto:a%2Bb%3Fbcc%3Dx%26y%2Cc@d.id");
  assert_link (sedia_link_mail ("a@b.id,c@d.id", NULL, NULL), "mailto:a%40b.id%2Cc@d.id");
  assert_link (sedia_link_mail ("sité@b.id", NULL, NULL), "mailto:sit%C3%A9@b.id");
  assert_link (sedia_link_mail ("100%@b.id", NULL, NULL), "mailto:100%25@b.id");
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (20000, '&');
  g_autofree char *link = sedia_link_whatsapp ("+62812", text);

  assert_field (link, "https", "text", text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/link/round-trip", test_round_trip);
  g_test_add_func ("/core/link/phone", test_phone);
  g_test_add_func ("/core/link/mail", test_mail);
  g_test_add_func ("/core/link/long", test_long);

  return g_test_run ();
}
