/* Phone numbers as people write them: see sedia-phone.h.
 *
 *   typed -> numbers      split where words, commas or a slash divide two numbers
 *         -> digits       of the first; with or without a calling code
 *         -> plan         of the calling code, else of the shop's country
 *         -> +62...       trunk prefix off, calling code on, as long as the plan allows
 */
#include "config.h"

#include "sedia-phone.h"

#include "sedia-phone-plans.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST 15      /* E.164, with the calling code */
#define WHOLE_NUMBER 7  /* fewer digits are an area code, an extension, or a number's last part */

/* What stood in one piece. */
typedef struct
{
  GString *digits;
  gboolean is_international; /* begins with a plus */
  gboolean has_slash;        /* one that does not divide */
} Piece;

static void
piece_clear (gpointer data)
{
  g_string_free (((Piece *) data)->digits, TRUE);
}

static Piece *
add_piece (GArray *pieces)
{
  const Piece piece = { .digits = g_string_new (NULL) };

  g_array_append_val (pieces, piece);

  return &g_array_index (pieces, Piece, pieces->len - 1);
}

static gboolean
is_plus (gunichar c)
{
  return c == '+' || c == 0xFF0B; /* the second is as wide as a Chinese character */
}

/* Between two numbers; a slash may also stand within one. */
static gboolean
divides (gunichar c)
{
  return g_unichar_isalpha (c) || c == ',' || c == ';' || c == ':' || c == '|' || c == '&' ||
         c == '\n' || c == '/';
}

/* Where a slash stands between an area code and its number, or between the groups of a number. */
static gboolean
goes_on (const Piece *piece,
         guint        digits_after)
{
  const guint before = (guint) piece->digits->len;

  if (before == 0 || digits_after == 0 || before + digits_after > LONGEST)
    return FALSE;

  return before < WHOLE_NUMBER || (piece->has_slash && digits_after < WHOLE_NUMBER);
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && !divides (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n += g_unichar_isdigit (g_utf8_get_char (p)) ? 1 : 0;

  return n;
}

/* All runs of digits that belong together. */
static GArray *
split (const char *typed)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autofree char *text = g_utf8_make_valid (typed != NULL ? typed : "", -1);
  Piece *piece;

  g_array_set_clear_func (pieces, piece_clear);
  piece = add_piece (pieces);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (piece->digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (is_plus (c) && piece->digits->len == 0)
        piece->is_international = TRUE;
      else if (c == '/' && goes_on (piece, count_digits (p + 1)))
        piece->has_slash = TRUE;
      else if (divides (c))
        piece = add_piece (pieces);
    }

  return g_steal_pointer (&pieces);
}

/* The piece that is the number: the first whole one, else the only one that has digits. */
static const Piece *
choose (GArray   *pieces,
        gboolean *are_several,
        guint    *n_with_digits)
{
  const Piece *whole = NULL;
  const Piece *first = NULL;

  *are_several = FALSE;
  *n_with_digits = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->digits->len == 0)
        continue;
      (*n_with_digits)++;
      first = first != NULL ? first : piece;
      if (piece->digits->len < WHOLE_NUMBER)
        continue;
      *are_several = whole != NULL;
      whole = whole != NULL ? whole : piece;
    }

  return whole != NULL ? whole : first;
}

/* What is dialled for "abroad". */
static const char *
skip_exit_code (const char           *digits,
                const SediaPhonePlan *home)
{
  const char *exit_code = "00";

  if (home != NULL && strcmp (home->code, "1") == 0)
    exit_code = "011";
  else if (home != NULL && strcmp (home->code, "61") == 0 && g_str_has_prefix (digits, "0011"))
    exit_code = "0011";

  return g_str_has_prefix (digits, exit_code) ? digits + strlen (exit_code) : NULL;
}

static gboolean
can_be_long (const SediaPhonePlan *plan,
             gsize                 length)
{
  return length >= plan->shortest && length <= plan->longest;
}

/* The number without its trunk prefix. A zero is always one, also in "+62 (0)812"; another prefix
 * only where enough is left, for a number may begin with the same digit. */
static const char *
skip_trunk (const char           *number,
            const SediaPhonePlan *plan)
{
  const gsize length = strlen (plan->trunk);

  if (length == 0 || !g_str_has_prefix (number, plan->trunk))
    return *plan->trunk == '0' && *number == '0' ? number + 1 : number;
  if (*plan->trunk != '0' && strlen (number) - length < plan->shortest)
    return number;

  return number + length;
}

/* "62 812 3456 7890": the calling code without a plus. */
static gboolean
has_own_code (const char           *digits,
              const SediaPhonePlan *home)
{
  const gsize length = strlen (digits);
  const gsize code = strlen (home->code);

  if (!g_str_has_prefix (digits, home->code) || strcmp (home->code, home->trunk) == 0)
    return FALSE;

  return can_be_long (home, strlen (skip_trunk (digits + code, home))) &&
         (*home->trunk != '\0' || length > home->longest);
}

/* The plan of a number, and the number without what comes before it within the country. */
static const SediaPhonePlan *
find_plan (const Piece          *piece,
           const SediaPhonePlan *home,
           const char          **number)
{
  const char *digits = piece->digits->str;
  const char *abroad = piece->is_international ? digits : skip_exit_code (digits, home);
  const SediaPhonePlan *plan = home;

  if (abroad == NULL && home != NULL && has_own_code (digits, home))
    abroad = digits;
  if (abroad != NULL)
    plan = sedia_phone_plan_of_number (abroad);
  if (plan == NULL)
    return NULL;

  *number = skip_trunk (abroad != NULL ? abroad + strlen (plan->code) : digits, plan);

  return plan;
}

static gboolean
is_blank (const char *typed)
{
  return typed == NULL || typed[strspn (typed, " \t\n")] == '\0';
}

/**
 * sedia_phone_read:
 * @typed: (nullable): as somebody wrote it
 * @country: the shop's country, as "ID"; numbers without a calling code are of there
 * @international: (out) (optional) (transfer full): the number as it is dialled from anywhere:
 *   "+6281234567890"; %NULL when there is none
 *
 * Returns: what can be said of it
 */
SediaPhoneState
sedia_phone_read (const char  *typed,
                  const char  *country,
                  char       **international)
{
  g_autoptr (GArray) pieces = split (typed);
  const SediaPhonePlan *home = sedia_phone_plan_of_country (country);
  const SediaPhonePlan *plan;
  const char *number = NULL;
  gboolean are_several;
  guint n_with_digits;
  const Piece *piece = choose (pieces, &are_several, &n_with_digits);

  if (international != NULL)
    *international = NULL;
  if (piece == NULL)
    return is_blank (typed) ? SEDIA_PHONE_NONE : SEDIA_PHONE_NO_NUMBER;
  if (piece->digits->len < WHOLE_NUMBER && n_with_digits > 1)
    return SEDIA_PHONE_NO_NUMBER;
  if (!(plan = find_plan (piece, home, &number)))
    return SEDIA_PHONE_NO_COUNTRY;
  if (strlen (number) < plan->shortest)
    return SEDIA_PHONE_TOO_SHORT;
  if (strlen (number) > plan->longest || strlen (plan->code) + strlen (number) > LONGEST)
    return SEDIA_PHONE_TOO_LONG;

  if (international != NULL)
    *international = g_strconcat ("+", plan->code, number, NULL);

  return are_several ? SEDIA_PHONE_SEVERAL : SEDIA_PHONE_OK;
}

/**
 * sedia_phone_problem:
 * @state: what was found out about a number
 *
 * Returns: (nullable): a sentence for whoever types it, %NULL when all is well
 */
const char *
sedia_phone_problem (SediaPhoneState state)
{
  switch (state)
    {
    case SEDIA_PHONE_OK:
    case SEDIA_PHONE_NONE:
      return NULL;

    case SEDIA_PHONE_SEVERAL:
      return _("These are several numbers; the first is the one that counts.");

    case SEDIA_PHONE_NO_NUMBER:
      return _("This is no phone number.");

    case SEDIA_PHONE_TOO_SHORT:
      return _("This is too short for a phone number.");

    case SEDIA_PHONE_TOO_LONG:
      return _("This is too long for a phone number.");

    case SEDIA_PHONE_NO_COUNTRY:
      return _("No country has this calling code.");
    }

  g_assert_not_reached ();
}

/**
 * sedia_phone_digits:
 * @typed: (nullable): as somebody wrote it
 *
 * What spellings of one number have in common without knowing the country: the end of this.
 *
 * Returns: (transfer full): the digits of the number, as "0" to "9", without zeros in front
 */
char *
sedia_phone_digits (const char *typed)
{
  g_autoptr (GArray) pieces = split (typed);
  gboolean are_several;
  guint n_with_digits;
  const Piece *piece = choose (pieces, &are_several, &n_with_digits);
  const char *digits = piece != NULL ? piece->digits->str : "";

  return g_strdup (digits + strspn (digits, "0"));
}

/* Digits, and where they are dialled from anywhere, or what there is instead. */
static char *
dup_meant (const char *typed,
           const char *digits,
           const char *country)
{
  char *international;

  sedia_phone_read (typed, country, &international);

  return international != NULL ? international : g_strdup (digits);
}

/**
 * sedia_phone_same:
 * @a: (nullable): a number as somebody wrote it
 * @b: (nullable): another
 * @country: the shop's country
 *
 * Returns: whether both reach the same phone. Fewer than seven digits say nothing
 */
gboolean
sedia_phone_same (const char *a,
                  const char *b,
                  const char *country)
{
  g_autofree char *digits_a = sedia_phone_digits (a);
  g_autofree char *digits_b = sedia_phone_digits (b);
  g_autofree char *meant_a = NULL;
  g_autofree char *meant_b = NULL;
  const gsize length_a = strlen (digits_a);
  const gsize length_b = strlen (digits_b);

  if (length_a < SEDIA_PHONE_TAIL || length_b < SEDIA_PHONE_TAIL ||
      strcmp (digits_a + length_a - SEDIA_PHONE_TAIL, digits_b + length_b - SEDIA_PHONE_TAIL) != 0)
    return FALSE;

  meant_a = dup_meant (a, digits_a, country);
  meant_b = dup_meant (b, digits_b, country);

  return strcmp (meant_a, meant_b) == 0;
}

/**
 * sedia_phone_is_country: Whether this is the code of a country, as "ID".
 */
gboolean
sedia_phone_is_country (const char *country)
{
  return sedia_phone_plan_of_country (country) != NULL;
}
