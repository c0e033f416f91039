/* Filling a template: line by line, and within a line sentence by sentence.
 *
 *   "Out of stock: {waiting}. We expect it by {date}."      {date} has no value
 *   "Out of stock: 2 pcs Coffee."                           so its sentence is not said
 *
 * Only the template is searched for braces, never a value: a customer may be called "{items}".
 */
#include "config.h"

#include "sedia-template-fill.h"

#include "sedia-error.h"
#include "sedia-message.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_QUOTE 24 /* characters of a template in an error */

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"    /* U+2068 */
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9" /* U+2069 */

static const char *const slots[SEDIA_N_SLOTS] = {
  [SEDIA_SLOT_NAME] = "name",
  [SEDIA_SLOT_SHOP] = "shop",
  [SEDIA_SLOT_ITEMS] = "items",
  [SEDIA_SLOT_READY] = "ready",
  [SEDIA_SLOT_WAITING] = "waiting",
  [SEDIA_SLOT_DATE] = "date",
  [SEDIA_SLOT_NO_DATE] = "no-date",
  [SEDIA_SLOT_SOME_READY] = "some-ready",
  [SEDIA_SLOT_UNTIL] = "until",
  [SEDIA_SLOT_HOURS] = "hours",
  [SEDIA_SLOT_DEPOSIT] = "deposit",
};

/* ---- values */

/**
 * sedia_slot_values_clear: Frees the values, and leaves none.
 */
void
sedia_slot_values_clear (SediaSlotValues *values)
{
  for (int i = 0; i < SEDIA_N_SLOTS; i++)
    g_clear_pointer (&values->text[i], g_free);
}

static gboolean
is_break (gunichar c)
{
  return c == ' ' || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* Embeddings, overrides and isolates: one that a name opens would turn around what follows it. */
static gboolean
is_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* The blocks of the scripts that are written from right to left, and the marks that say so. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F;
}

/**
 * sedia_slot_clean:
 * @value: (nullable): a name, as somebody typed it
 *
 * Makes one line of it: line breaks and other controls become spaces, and what is written from
 * right to left is set apart from the text around it.
 *
 * Returns: (transfer full) (nullable): the value, %NULL when there is nothing to see in it
 */
char *
sedia_slot_clean (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "", -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean has_right_to_left = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      has_right_to_left = has_right_to_left || is_right_to_left (c);
      if (is_break (c) && (clean->len == 0 || clean->str[clean->len - 1] == ' '))
        continue;
      if (!is_direction (c))
        g_string_append_unichar (clean, is_break (c) ? ' ' : c);
    }

  g_strchomp (clean->str);
  if (*clean->str == '\0')
    return NULL;

  if (has_right_to_left)
    return g_strconcat (FIRST_STRONG_ISOLATE, clean->str, POP_DIRECTIONAL_ISOLATE, NULL);

  return g_strdup (clean->str);
}

/* ---- sentences */

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* What may follow a stop and belongs to its sentence: the other end of quotes and of the marks by
 * which WhatsApp makes a text bold or slanted. */
static gboolean
is_closer (gunichar c)
{
  return c < 0x80 ? c != '\0' && strchr (")]\"'*_~", (int) c) != NULL
                  : c == 0x201D || c == 0x2019 || c == 0xBB;
}

/* Where a sentence that begins here ends: after its stops, unless a word goes on after them, as in
 * an address of the web. */
static const char *
sentence_end (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_stop (g_utf8_get_char (p)))
        continue;
      while (is_stop (g_utf8_get_char (p)) || is_closer (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '\0' || (*p != '{' && !g_unichar_isalnum (g_utf8_get_char (p))))
        return p;
    }

  return text + strlen (text);
}

/* The placeholder whose name stands here, @length bytes long. */
static int
find_slot (const char *name,
           gsize       length)
{
  for (int i = 0; i < SEDIA_N_SLOTS; i++)
    if (strlen (slots[i]) == length && strncmp (slots[i], name, length) == 0)
      return i;

  return -1;
}

static gboolean
ends_with (const GString *text,
           char           c)
{
  return text->len > 0 && text->str[text->len - 1] == c;
}

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, " \t");
}

static const char *
skip_stops (const char *text)
{
  const char *p = text;

  while (is_stop (g_utf8_get_char (p)) || *p == ',' || *p == ';')
    p = g_utf8_next_char (p);

  return p;
}

/* A list begins and ends with a line break, and no full stop hangs below it.
 * Returns: what comes after it */
static const char *
append_list (GString    *sentence,
             const char *list,
             const char *rest)
{
  while (ends_with (sentence, ' '))
    g_string_truncate (sentence, sentence->len - 1);
  if (!ends_with (sentence, '\n'))
    g_string_append_c (sentence, '\n');
  g_string_append_printf (sentence, "%s\n", list);

  return skip_blanks (skip_stops (rest));
}

/* Returns: (nullable): what comes after a placeholder; %NULL when it has no value, or is none */
static const char *
append_slot (GString               *sentence,
             const char            *brace,
             const SediaSlotValues *values)
{
  const char *end = strchr (brace, '}');
  const int slot = end != NULL ? find_slot (brace + 1, (gsize) (end - brace - 1)) : -1;
  const char *value = slot >= 0 ? values->text[slot] : NULL;

  if (value == NULL)
    return NULL;
  if (strchr (value, '\n') != NULL)
    return append_list (sentence, value, end + 1);

  g_string_append (sentence, value);
  if (*value == '\0' && (sentence->len == 0 || ends_with (sentence, ' ')))
    return skip_blanks (end + 1);

  return end + 1;
}

/* Returns: (nullable): the sentence with its values; %NULL when one is missing */
static char *
fill_sentence (const char            *template,
               const SediaSlotValues *values)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (const char *p = template; *p != '\0';)
    {
      const gsize plain = strcspn (p, "{}");

      g_string_append_len (sentence, p, (gssize) plain);
      p += plain;
      if (*p == '}' || (*p == '{' && (p = append_slot (sentence, p, values)) == NULL))
        return NULL;
    }

  while (ends_with (sentence, ' ') || ends_with (sentence, '\t'))
    g_string_truncate (sentence, sentence->len - 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/* A space between two sentences; after a list and before one a new line. */
static void
append_sentence (GString    *line,
                 const char *sentence)
{
  const gboolean on_new_line = line->len == 0 || ends_with (line, '\n');

  if (on_new_line && *sentence == '\n')
    sentence++;
  else if (!on_new_line && *sentence != '\n' && *sentence != '\0')
    g_string_append_c (line, ' ');

  g_string_append (line, sentence);
}

/* Returns: the line with its values, "" when there is nothing left to say in it */
static char *
fill_line (const char            *template,
           const SediaSlotValues *values)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = skip_blanks (template); *p != '\0';)
    {
      const char *end = sentence_end (p);
      g_autofree char *one = g_strndup (p, (gsize) (end - p));
      g_autofree char *sentence = fill_sentence (one, values);

      if (sentence != NULL)
        append_sentence (line, sentence);
      p = skip_blanks (end);
    }

  if (ends_with (line, '\n'))
    g_string_truncate (line, line->len - 1);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * sedia_template_fill:
 * @text: a template
 * @values: what its placeholders stand for
 *
 * Leaves out what has no value: sentence by sentence, and a line that had nothing else.
 *
 * Returns: (transfer full): the text, without line breaks around it; "" when nothing is left
 */
char *
sedia_template_fill (const char            *text,
                     const SediaSlotValues *values)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autoptr (GString) filled = g_string_new (NULL);
  gboolean after_blank = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const gboolean is_blank = *g_strchomp (lines[i]) == '\0';
      g_autofree char *line = fill_line (lines[i], values);

      after_blank = after_blank || is_blank;
      if (*line == '\0')
        continue;
      if (filled->len > 0)
        g_string_append (filled, after_blank ? "\n\n" : "\n");
      g_string_append (filled, line);
      after_blank = FALSE;
    }

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/* ---- checking */

/* "{name}, {shop}, {items} ..." */
static char *
dup_all_slots (void)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (int i = 0; i < SEDIA_N_SLOTS; i++)
    g_string_append_printf (all, "%s{%s}", i > 0 ? ", " : "", slots[i]);

  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* The beginning of what is wrong, on one line. */
static char *
dup_quote (const char *text,
           gsize       length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *line = g_strdelimit (g_steal_pointer (&part), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST_QUOTE)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, LONGEST_QUOTE);
  return g_strconcat (start, "…", NULL);
}

/* Returns: the end of the placeholder that begins at this brace */
static const char *
check_slot (const char  *brace,
            GError     **error)
{
  const gsize length = strcspn (brace + 1, "{}");
  const gboolean is_closed = *brace == '{' && brace[1 + length] == '}';
  g_autofree char *quote = NULL;
  g_autofree char *all = NULL;

  if (is_closed && find_slot (brace + 1, length) >= 0)
    return brace + length + 2;

  quote = dup_quote (brace, length + (is_closed ? 2 : 1));
  all = dup_all_slots ();
  if (is_closed)
    /* Translators: a placeholder that does not exist, such as "{nama}", then all that do. */
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("Sedia does not know “%s”: what can stand between braces is %s."), quote, all);
  else
    /* Translators: the text from a brace on, such as "{name ...", then all placeholders. */
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("The braces at “%s” do not match: write one of %s, or no brace at all."),
                 quote, all);

  return NULL;
}

/**
 * sedia_template_check:
 * @text: (nullable): a template, as the shop wrote it; none and an empty one can be used
 * @error: which placeholder is wrong, and which ones there are
 *
 * Returns: whether it can be used: every brace closes around a known name
 */
gboolean
sedia_template_check (const char  *text,
                      GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char *p = valid;

  while (p != NULL && *(p += strcspn (p, "{}")) != '\0')
    p = check_slot (p, error);

  return p != NULL;
}
