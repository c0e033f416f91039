/* Numbers and yes-or-no words as shop systems and spreadsheets write them.
 *
 * A number may stand between a currency and an Indonesian ",-" ("Rp 12.500,-"). Its mark before the
 * decimals is guessed over the whole column: "1,000" alone can be a thousand or one, but not beside
 * "2,5".
 */
#include "config.h"

#include "sedia-guess.h"

#include "sedia-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer ones first: "Rp." must not leave a point behind. */
static const char *const currencies[] = {
  "IDR", "Rp.", "Rp", "USD", "US$", "EUR", "SGD", "MYR", "RM", "S$", "$", "€", "£", "¥",
};

typedef enum
{
  NUMERAL_NONE,
  NUMERAL_WHOLE,
  NUMERAL_POINT,
  NUMERAL_COMMA,
  NUMERAL_EITHER,
} Numeral;

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
starts_with_currency (const char *text,
                      gsize      *length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      *length = strlen (currencies[i]);
      if (g_ascii_strncasecmp (text, currencies[i], *length) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
strip_currency_before (char *text)
{
  gsize n_sign = g_str_has_prefix (text, "\342\210\222") ? 3 : (*text == '-' ? 1 : 0);
  gsize length;

  n_sign += strspn (text + n_sign, " ");
  if (starts_with_currency (text + n_sign, &length))
    memmove (text + n_sign, text + n_sign + length, strlen (text + n_sign + length) + 1);

  while (text[n_sign] == ' ')
    memmove (text + n_sign, text + n_sign + 1, strlen (text + n_sign));
}

static void
strip_currency_after (char *text)
{
  gsize n = strlen (text);
  gsize length;

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]) && starts_with_currency (text + i, &length) && i + length == n)
      {
        text[i] = '\0';
        g_strchomp (text);
        return;
      }
}

/* The number alone: one kind of blank, no currency, no ",-". */
static char *
dup_bare_number (const char *text)
{
  GString *bare = g_string_new (NULL);
  char *number;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (bare, g_unichar_isspace (c) || c == 0xa0 || c == 0x202f ? ' ' : c);
    }

  number = g_strstrip (g_string_free (bare, FALSE));
  strip_currency_before (number);
  strip_currency_after (number);
  if (g_str_has_suffix (number, ",-") || g_str_has_suffix (number, ".-"))
    number[strlen (number) - 2] = '\0';

  return number;
}

/* The marks of a bare number, in their order: "1.234.567,5" has "..,"; NULL when it is no number.
 */
static char *
dup_marks (const char *number)
{
  g_autoptr (GString) marks = g_string_new (NULL);
  gboolean has_digit = FALSE;

  if (g_str_has_prefix (number, "\342\210\222"))
    number += 3;
  else if (*number == '-')
    number++;

  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      has_digit |= c < 0x80 && g_ascii_isdigit ((char) c);
      if (c == '.' || c == ',')
        g_string_append_c (marks, (char) c);
      else if (c == ' ' || c == '\'' || c == 0x2019)
        g_string_append_c (marks, ' ');
      else if (c >= 0x80 || !g_ascii_isdigit ((char) c))
        return NULL;
    }

  return has_digit ? g_strdup (marks->str) : NULL;
}

static SediaNumberForm
form_of (Numeral  numeral,
         gunichar group)
{
  SediaNumberForm form = { numeral == NUMERAL_COMMA ? ',' : '.', group };

  if (group == 0)
    form.group = numeral == NUMERAL_COMMA ? '.' : ',';

  return form;
}

/* Which mark stands before the decimals, by the marks alone. */
static Numeral
numeral_of_marks (const char *number,
                  const char *marks)
{
  gsize n = strlen (marks);
  gsize n_groups = strspn (marks, " ");
  char last = n > 0 ? marks[n - 1] : ' ';
  gsize n_last = 0;

  for (gsize i = 0; i < n; i++)
    n_last += marks[i] == last;

  if (n == n_groups)
    return NUMERAL_WHOLE;
  if (last == ' ')
    return NUMERAL_NONE;
  if (n_last > 1 && n_last == n)
    return last == '.' ? NUMERAL_COMMA : NUMERAL_POINT; /* 1.000.000: it marks thousands */
  if (n_last > 1)
    return NUMERAL_NONE;
  if (n == 1 && sedia_number_is_ambiguous (number))
    return NUMERAL_EITHER;

  return last == '.' ? NUMERAL_POINT : NUMERAL_COMMA;
}

/* The group mark of a bare number when it is neither point nor comma. */
static gunichar
blank_group (const char *number,
             const char *marks)
{
  if (strchr (marks, ' ') == NULL)
    return 0;

  return strchr (number, ' ') != NULL ? ' ' : '\'';
}

/* Zeros beyond the decimals that fit change nothing: Odoo writes five pieces as "5.0". */
static void
trim_zeros (char    *number,
            guint    decimals,
            gunichar decimal)
{
  char *mark = strchr (number, (int) decimal);
  gsize n = strlen (number);

  if (mark == NULL || mark[1] == '\0')
    return;

  while (number + n - 1 > mark + decimals && number[n - 1] == '0')
    number[--n] = '\0';

  if (number + n - 1 == mark)
    *mark = '\0';
}

static Numeral
read_numeral (const char  *text,
              char       **number,
              gunichar    *group)
{
  g_autofree char *bare = NULL;
  g_autofree char *marks = NULL;
  Numeral numeral;

  if (!g_utf8_validate (text, -1, NULL))
    return NUMERAL_NONE;

  bare = dup_bare_number (text);
  if (!(marks = dup_marks (bare)))
    return NUMERAL_NONE;

  numeral = numeral_of_marks (bare, marks);
  *group = blank_group (bare, marks);
  *number = g_steal_pointer (&bare);
  return numeral;
}

/* Marks in the right number can still stand in the wrong places: 1.2.3 is a version, not a number.
 */
static gboolean
is_well_formed (const char *number,
                Numeral     numeral,
                gunichar    group)
{
  g_autofree char *trimmed = g_strdup (number);
  SediaNumberForm form = form_of (numeral, group);
  char *mark = strchr (trimmed, (int) form.decimal);
  gint64 value;

  /* However many decimals there are, the places of the thousands marks are what is asked. */
  if (mark != NULL && mark[1] != '\0' && mark[1 + strspn (mark + 1, "0123456789")] == '\0')
    mark[MIN (strlen (mark), 1 + SEDIA_DECIMALS_MAX)] = '\0';

  return sedia_number_parse (trimmed, SEDIA_DECIMALS_MAX, form, &value, NULL);
}

/**
 * sedia_mark_guess_add:
 * @self: a guess
 * @text: (nullable): a cell; blank ones say nothing
 *
 * Looks at one more cell. @text must outlive the guess if its example is used.
 */
void
sedia_mark_guess_add (SediaMarkGuess *self,
                      const char     *text)
{
  g_autofree char *number = NULL;
  gunichar group = 0;
  Numeral numeral;

  g_return_if_fail (self != NULL);

  if (is_blank (text))
    return;

  numeral = read_numeral (text, &number, &group);
  if (numeral != NUMERAL_NONE && !is_well_formed (number, numeral, group))
    numeral = NUMERAL_NONE;

  switch (numeral)
    {
    case NUMERAL_NONE:
      self->n_bad++;
      break;

    case NUMERAL_WHOLE:
      self->n_whole++;
      break;

    case NUMERAL_POINT:
      self->n_point++;
      break;

    case NUMERAL_COMMA:
      self->n_comma++;
      break;

    case NUMERAL_EITHER:
      self->n_either++;
      if (self->example == NULL)
        self->example = text;
      break;
    }
}

/**
 * sedia_mark_guess_mark:
 * @self: a guess
 *
 * Returns: the decimal mark that the cells seen so far allow
 */
SediaMark
sedia_mark_guess_mark (const SediaMarkGuess *self)
{
  g_return_val_if_fail (self != NULL, SEDIA_MARK_NONE);

  if (self->n_point > 0 && self->n_comma > 0)
    return SEDIA_MARK_MIXED;
  if (self->n_point > 0)
    return SEDIA_MARK_POINT;
  if (self->n_comma > 0)
    return SEDIA_MARK_COMMA;

  return self->n_either > 0 ? SEDIA_MARK_AMBIGUOUS : SEDIA_MARK_NONE;
}

static gboolean
refuse_two_numbers (const char  *text,
                    GError     **error)
{
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” can mean two numbers: say which mark stands before the decimals."), text);
  return FALSE;
}

static gboolean
refuse_number (const char  *text,
               GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, 64 < strlen (text) ? 64 : -1);

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("“%s” is not a number."), valid);
  return FALSE;
}

/* What the column decided wins over what the cell alone allows. */
static Numeral
decide (Numeral   numeral,
        SediaMark mark)
{
  if (numeral == NUMERAL_NONE || numeral == NUMERAL_WHOLE)
    return numeral;
  if (mark == SEDIA_MARK_POINT)
    return NUMERAL_POINT;
  if (mark == SEDIA_MARK_COMMA)
    return NUMERAL_COMMA;

  return numeral;
}

/**
 * sedia_number_parse_import:
 * @text: a cell
 * @decimals: how many decimals fit, 0 to %SEDIA_DECIMALS_MAX
 * @mark: how the column writes its numbers
 * @value: (out): the number in its smallest unit
 * @error: return location for a sentence that quotes @text
 *
 * Reads a number or a price. Zeros beyond the decimals that fit are dropped, other digits are not.
 * A text that can mean two numbers is refused unless @mark is decided.
 *
 * Returns: whether @text is one number
 */
gboolean
sedia_number_parse_import (const char  *text,
                           guint        decimals,
                           SediaMark    mark,
                           gint64      *value,
                           GError     **error)
{
  g_autofree char *number = NULL;
  SediaNumberForm form;
  gunichar group = 0;
  Numeral numeral;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);
  g_return_val_if_fail (decimals <= SEDIA_DECIMALS_MAX, FALSE);

  numeral = decide (read_numeral (text, &number, &group), mark);
  if (numeral == NUMERAL_NONE)
    return refuse_number (text, error);
  if (numeral == NUMERAL_EITHER)
    return refuse_two_numbers (text, error);

  form = form_of (numeral, group);
  trim_zeros (number, decimals, form.decimal);
  return sedia_number_parse (number, decimals, form, value, error);
}

static gboolean
is_one_of (const char *text,
           const char *words)
{
  g_autofree char *stripped = g_strstrip (g_utf8_strdown (text, -1));
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, stripped);
}

static gboolean
refuse_flag (const char  *text,
             GError     **error)
{
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("“%s” is neither yes nor no."), text);
  return FALSE;
}

/**
 * sedia_flag_parse_import:
 * @text: a cell
 * @value: (out): what it says
 * @error: return location for a sentence that quotes @text
 *
 * Returns: whether @text says yes or no, in English or Indonesian or as 1 or 0
 */
gboolean
sedia_flag_parse_import (const char  *text,
                         gboolean    *value,
                         GError     **error)
{
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  *value = is_one_of (text, "1 y yes true t on x ya iya benar");
  if (*value || is_one_of (text, "0 n no false f off tidak tdk bukan salah"))
    return TRUE;

  return refuse_flag (text, error);
}

/**
 * sedia_archived_parse_import:
 * @text: a cell of a column taken for %SEDIA_FIELD_ARCHIVED or %SEDIA_FIELD_ACTIVE
 * @says_active: whether it is %SEDIA_FIELD_ACTIVE
 * @archived: (out): whether the product is archived
 * @error: return location for a sentence that quotes @text
 *
 * Reads a status, also as a word: active, archived. A product that is a draft in a shop is not
 * archived.
 *
 * Returns: whether @text is understood
 */
gboolean
sedia_archived_parse_import (const char  *text,
                             gboolean     says_active,
                             gboolean    *archived,
                             GError     **error)
{
  gboolean flag;

  g_return_val_if_fail (text != NULL && archived != NULL, FALSE);

  *archived = is_one_of (text, "archived inactive discontinued unlisted arsip nonaktif dihentikan");
  if (*archived || is_one_of (text, "active draft aktif"))
    return TRUE;

  if (!sedia_flag_parse_import (text, &flag, error))
    return FALSE;

  *archived = says_active ? !flag : flag;
  return TRUE;
}

/**
 * sedia_backorder_parse_import:
 * @text: (nullable): a cell
 * @word: (out): what it says about waiting orders
 * @error: return location for a sentence that quotes @text
 *
 * Reads the words of WooCommerce (0, 1, notify), Shopify (deny, continue), PrestaShop (0, 1, and 2
 * for the shop's default), our own (allow, warn, refuse) and yes and no.
 *
 * Returns: whether @text is understood
 */
gboolean
sedia_backorder_parse_import (const char          *text,
                              SediaBackorderWord  *word,
                              GError             **error)
{
  gboolean is_allowed;

  g_return_val_if_fail (word != NULL, FALSE);

  *word = SEDIA_BACKORDER_WORD_DEFAULT;
  if (is_blank (text) || is_one_of (text, "2 default"))
    return TRUE;

  if (is_one_of (text, "notify warn peringatkan"))
    *word = SEDIA_BACKORDER_WORD_WARN;
  else if (is_one_of (text, "allow continue boleh izinkan"))
    *word = SEDIA_BACKORDER_WORD_ALLOW;
  else if (is_one_of (text, "refuse deny tolak"))
    *word = SEDIA_BACKORDER_WORD_REFUSE;
  else if (sedia_flag_parse_import (text, &is_allowed, NULL))
    *word = is_allowed ? SEDIA_BACKORDER_WORD_ALLOW : SEDIA_BACKORDER_WORD_REFUSE;
  else
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” does not say whether customers may wait: allow, warn or refuse."), text);
      return FALSE;
    }

  return TRUE;
}
