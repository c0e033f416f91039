/* Links that open what sends a message: see sedia-link.h. */
#include "config.h"

#include "sedia-link.h"

#include <string.h>

/* Everything but unreserved characters is escaped (RFC 3986, section 2.3). */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_uri_escape_string (valid, NULL, FALSE);
}

static char *
with_text (const char *base,
           const char *key,
           const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup (base);

  escaped = escape (text);

  return g_strconcat (base, "?", key, "=", escaped, NULL);
}

/**
 * sedia_link_whatsapp:
 * @international: (nullable): a number such as +6281234567890
 * @text: (nullable): the message
 *
 * WhatsApp's "click to chat": https://wa.me/ with the digits of the number in international form.
 *
 * Returns: (transfer full) (nullable): the link; %NULL without a number
 */
char *
sedia_link_whatsapp (const char *international,
                     const char *text)
{
  g_autofree char *base = NULL;

  if (international == NULL || *international == '\0')
    return NULL;

  base = g_strconcat ("https://wa.me/", international + (*international == '+'), NULL);

  return with_text (base, "text", text);
}

/**
 * sedia_link_sms: (transfer full) (nullable) a link by RFC 5724; %NULL without a number.
 */
char *
sedia_link_sms (const char *international,
                const char *text)
{
  g_autofree char *base = NULL;

  if (international == NULL || *international == '\0')
    return NULL;

  base = g_strconcat ("sms:", international, NULL);

  return with_text (base, "body", text);
}

/* Lines of a mail end in CR and LF (RFC 6068, section 5). */
static char *
dup_mail_lines (const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

/**
 * sedia_link_mail:
 * @address: (nullable): where to
 * @subject: (nullable): about what
 * @text: (nullable): the message
 *
 * Returns: (transfer full) (nullable): a link by RFC 6068; %NULL without an address
 */
char *
sedia_link_mail (const char *address,
                 const char *subject,
                 const char *text)
{
  g_autoptr (GString) link = NULL;
  g_autofree char *to = NULL;
  g_autofree char *lines = dup_mail_lines (text);

  if (address == NULL || *address == '\0')
    return NULL;

  to = g_uri_escape_string (address, "@", FALSE);
  link = g_string_new ("mailto:");
  g_string_append (link, to);
  if (subject != NULL && *subject != '\0')
    {
      g_autofree char *escaped = escape (subject);

      g_string_append_printf (link, "?subject=%s", escaped);
    }
  if (lines != NULL)
    {
      g_autofree char *escaped = escape (lines);

      g_string_append_printf (link, "%cbody=%s", strchr (link->str, '?') != NULL ? '&' : '?',
                              escaped);
    }

  return g_string_free (g_steal_pointer (&link), FALSE);
}
