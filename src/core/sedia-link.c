/* Links to the programs that send messages: see sedia-link.h.
 *
 *   https://wa.me/6281234567890?text=Halo%20Kak     WhatsApp's own, opened by any browser
 *   mailto:siti@example.com?subject=..&body=..      RFC 6068: line breaks are CR LF
 *   sms:+6281234567890?body=..                      RFC 5724
 *
 * All but letters, digits and "-._~" is percent-encoded, so that no text can add a recipient or a
 * header.
 */
#include "config.h"

#include "sedia-link.h"

#include <string.h>

/* One kind of line break, no control but it. */
static char *
dup_lines (const char *text,
           const char *line_break)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\n')
        g_string_append (lines, line_break);
      else if (c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (lines, c);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
dup_escaped (const char *text,
             const char *line_break)
{
  g_autofree char *lines = dup_lines (text, line_break);

  return g_uri_escape_string (lines, NULL, FALSE);
}

/* "&body=..." or "?body=...", nothing for an empty text. */
static void
append_field (GString    *link,
              const char *name,
              const char *text,
              const char *line_break)
{
  g_autofree char *escaped = dup_escaped (text, line_break);

  if (*escaped != '\0')
    g_string_append_printf (link, "%c%s=%s", strchr (link->str, '?') != NULL ? '&' : '?', name,
                            escaped);
}

/* Returns: (nullable): the digits of a number, %NULL when it has none */
static char *
dup_digits (const char *international)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = international != NULL ? international : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return digits->len > 0 ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/**
 * sedia_link_whatsapp:
 * @international: (nullable): a number as sedia_phone_read() gives it: "+6281234567890"
 * @text: (nullable): the message; WhatsApp opens with it, a person sends it
 *
 * Returns: (transfer full) (nullable): the link, %NULL when there is no number
 */
char *
sedia_link_whatsapp (const char *international,
                     const char *text)
{
  g_autofree char *digits = dup_digits (international);
  g_autoptr (GString) link = g_string_new ("https://wa.me/");

  if (digits == NULL)
    return NULL;

  g_string_append (link, digits);
  append_field (link, "text", text, "\n");

  return g_string_free (g_steal_pointer (&link), FALSE);
}

/* Only the last "@" divides: one before it belongs to the name. */
static char *
dup_address (const char *address)
{
  g_autofree char *line = dup_lines (address, "");
  const char *at = strrchr (g_strstrip (line), '@');
  g_autofree char *name = NULL;
  g_autofree char *host = NULL;

  if (at == NULL)
    return g_uri_escape_string (line, NULL, FALSE);

  name = g_uri_escape_bytes ((const guint8 *) line, (gsize) (at - line), NULL);
  host = g_uri_escape_string (at + 1, NULL, FALSE);

  return g_strconcat (name, "@", host, NULL);
}

/**
 * sedia_link_mail:
 * @address: (nullable): one e-mail address
 * @subject: (nullable): the subject; line breaks become spaces
 * @text: (nullable): the message
 *
 * Returns: (transfer full) (nullable): the link, %NULL when there is no address
 */
char *
sedia_link_mail (const char *address,
                 const char *subject,
                 const char *text)
{
  g_autofree char *to = dup_address (address);
  g_autoptr (GString) link = g_string_new ("mailto:");

  if (*to == '\0')
    return NULL;

  g_string_append (link, to);
  append_field (link, "subject", subject, " ");
  append_field (link, "body", text, "\r\n");

  return g_string_free (g_steal_pointer (&link), FALSE);
}

/**
 * sedia_link_sms:
 * @international: (nullable): a number as sedia_phone_read() gives it: "+6281234567890"
 * @text: (nullable): the message
 *
 * Returns: (transfer full) (nullable): the link, %NULL when there is no number
 */
char *
sedia_link_sms (const char *international,
                const char *text)
{
  g_autofree char *digits = dup_digits (international);
  g_autoptr (GString) link = g_string_new ("sms:+");

  if (digits == NULL)
    return NULL;

  g_string_append (link, digits);
  append_field (link, "body", text, "\n");

  return g_string_free (g_steal_pointer (&link), FALSE);
}
