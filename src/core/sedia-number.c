/* Reading and writing quantities and money, digit by digit and in integers only.
 *
 * A thousands mark counts only where it belongs, before groups of three digits: "1.25" in a place
 * where the point marks thousands is refused, because it must not become 125 in silence.
 */
#include "config.h"

#include "sedia-number.h"

#include "sedia-error.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define MINUS_SIGN 0x2212
#define GROUP_DIGITS 3
#define QUOTED_CHARS 40

const SediaNumberForm sedia_number_plain = { '.', 0 };

typedef enum
{
  NUMBER_FINE,
  NUMBER_EMPTY,
  NUMBER_UNKNOWN,
  NUMBER_BAD_GROUPS,
  NUMBER_TOO_FINE,
  NUMBER_TOO_LARGE,
} NumberFault;

/* How far the reading of one number has come. */
typedef struct
{
  SediaNumberForm form;
  guint decimals;
  gint64 value;
  guint n_digits;    /* before the decimal mark */
  guint n_in_group;  /* since the last thousands mark */
  guint n_decimals;  /* after the decimal mark */
  gboolean has_groups;
  gboolean has_mark;
  gboolean starts_with_zero;
} NumberReader;

/* What the person typed, short enough and clean enough to stand in a sentence. */
static char *
dup_quotable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= QUOTED_CHARS)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, QUOTED_CHARS);
  return g_strconcat (start, "…", NULL);
}

static void
set_fault (GError      **error,
           NumberFault   fault,
           const char   *text,
           guint         decimals)
{
  g_autofree char *quoted = dup_quotable (text);

  switch (fault)
    {
    case NUMBER_EMPTY:
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("“” is not a number: it is empty."));
      break;

    case NUMBER_BAD_GROUPS:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is not a number: a thousands mark must stand before exactly "
                     "three digits."), quoted);
      break;

    case NUMBER_TOO_FINE:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” has more decimals than the %u allowed here."), quoted, decimals);
      break;

    case NUMBER_TOO_LARGE:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("The number “%s” is too large."),
                   quoted);
      break;

    case NUMBER_UNKNOWN:
    case NUMBER_FINE:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("“%s” is not a number."), quoted);
      break;
    }
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static gboolean
is_space_mark (gunichar mark)
{
  return mark == ' ' || mark == 0xa0 || mark == 0x2009 || mark == 0x202f;
}

static gboolean
is_apostrophe (gunichar mark)
{
  return mark == '\'' || mark == 0x2019;
}

/* Locales write the same thousands mark with several characters: a person types the plain space or
 * apostrophe of the keyboard where the locale has a no-break or curly one.
 */
static gboolean
is_group_mark (gunichar        mark,
               SediaNumberForm form)
{
  if (form.group == 0)
    return FALSE;

  return mark == form.group || (is_space_mark (mark) && is_space_mark (form.group)) ||
         (is_apostrophe (mark) && is_apostrophe (form.group));
}

static NumberFault
take_digit (NumberReader *reader,
            guint         digit)
{
  if (reader->has_mark)
    {
      if (reader->n_decimals++ == reader->decimals)
        return NUMBER_TOO_FINE;
    }
  else
    {
      reader->starts_with_zero |= reader->n_digits++ == 0 && digit == 0;
      reader->n_in_group++;
    }

  if (!sedia_checked_multiply (reader->value, 10, &reader->value) ||
      !sedia_checked_add (reader->value, digit, &reader->value))
    return NUMBER_TOO_LARGE;

  return NUMBER_FINE;
}

/* The first group has one to three digits, "0.125" is not a hundred and twenty-five. */
static gboolean
is_group_complete (const NumberReader *reader)
{
  if (reader->has_groups)
    return reader->n_in_group == GROUP_DIGITS;

  return reader->n_digits >= 1 && reader->n_digits <= GROUP_DIGITS && !reader->starts_with_zero;
}

static NumberFault
take_mark (NumberReader *reader,
           gunichar      mark)
{
  if (reader->has_mark)
    return NUMBER_UNKNOWN;

  if (mark == reader->form.decimal)
    {
      if (reader->has_groups && !is_group_complete (reader))
        return NUMBER_BAD_GROUPS;

      reader->has_mark = TRUE;
      return NUMBER_FINE;
    }

  if (!is_group_mark (mark, reader->form))
    return NUMBER_UNKNOWN;
  if (!is_group_complete (reader))
    return NUMBER_BAD_GROUPS;

  reader->has_groups = TRUE;
  reader->n_in_group = 0;
  return NUMBER_FINE;
}

static NumberFault
finish_number (NumberReader *reader)
{
  if (reader->n_digits + reader->n_decimals == 0)
    return NUMBER_UNKNOWN;
  if (reader->has_mark && reader->n_decimals == 0)
    return NUMBER_UNKNOWN;
  if (!reader->has_mark && reader->has_groups && !is_group_complete (reader))
    return NUMBER_BAD_GROUPS;

  for (guint i = reader->n_decimals; i < reader->decimals; i++)
    if (!sedia_checked_multiply (reader->value, 10, &reader->value))
      return NUMBER_TOO_LARGE;

  return reader->value <= SEDIA_QUANTITY_MAX ? NUMBER_FINE : NUMBER_TOO_LARGE;
}

static NumberFault
read_unsigned (NumberReader *reader,
               const char   *text)
{
  NumberFault worst = NUMBER_FINE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      NumberFault fault;

      if (*skip_spaces (p) == '\0')
        break;

      fault = g_ascii_isdigit (*p) ? take_digit (reader, (guint) g_ascii_digit_value (*p))
                                   : take_mark (reader, g_utf8_get_char (p));

      /* "1e99999..." should hear that it is no number at all, whatever comes first. */
      if (fault == NUMBER_UNKNOWN)
        return fault;
      if (worst == NUMBER_FINE)
        worst = fault;
    }

  return worst != NUMBER_FINE ? worst : finish_number (reader);
}

static void
append_unichar (GString  *text,
                gunichar  mark)
{
  if (mark != 0)
    g_string_append_unichar (text, mark);
}

static void
append_grouped (GString    *text,
                const char *digits,
                gunichar    group)
{
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % GROUP_DIGITS == 0)
        append_unichar (text, group);
      g_string_append_c (text, digits[i]);
    }
}

/* The digits of |value|, at least one of them before the decimals. */
static char *
dup_digits (gint64 value,
            guint  decimals)
{
  guint64 magnitude = value < 0 ? 0 - (guint64) value : (guint64) value;

  return g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
}

static char *
format_number (gint64          value,
               guint           decimals,
               guint           shown_decimals,
               SediaNumberForm form)
{
  g_autofree char *digits = dup_digits (value, decimals);
  gsize n_whole = strlen (digits) - decimals;
  g_autofree char *whole = g_strndup (digits, n_whole);
  GString *text = g_string_new (NULL);

  if (value < 0)
    g_string_append_unichar (text, form.group != 0 ? MINUS_SIGN : '-');

  append_grouped (text, whole, form.group);

  if (shown_decimals > 0)
    {
      append_unichar (text, form.decimal);
      g_string_append_len (text, digits + n_whole, (gssize) shown_decimals);
    }

  return g_string_free (text, FALSE);
}

/* The one character of a locale's mark, 0 when it has none. */
static gunichar
locale_mark (const char *bytes)
{
  g_autofree char *utf8 = g_locale_to_utf8 (bytes, -1, NULL, NULL, NULL);

  return utf8 != NULL ? g_utf8_get_char (utf8) : 0;
}

/**
 * sedia_number_form_of_locale:
 *
 * Asks the locale of the process how numbers are written. Safe on any thread.
 *
 * Returns: the marks for decimals and thousands
 */
SediaNumberForm
sedia_number_form_of_locale (void)
{
  SediaNumberForm form = { locale_mark (nl_langinfo (RADIXCHAR)), 0 };

  if (form.decimal == 0)
    form.decimal = '.';

  form.group = locale_mark (nl_langinfo (THOUSEP));
  if (form.group == form.decimal)
    form.group = 0;

  return form;
}

/**
 * sedia_number_parse:
 * @text: what was typed
 * @decimals: how many decimals fit, 0 to %SEDIA_DECIMALS_MAX
 * @form: the marks for decimals and thousands
 * @value: (out): the number in its smallest unit: "1.25" with 3 decimals is 1250
 * @error: return location for a sentence that quotes @text
 *
 * Reads a number exactly, or not at all: nothing is rounded and nothing after the number is
 * ignored. Numbers beyond %SEDIA_QUANTITY_MAX smallest units are refused, so that sums stay safe.
 *
 * Returns: whether @text is a number of that form
 */
gboolean
sedia_number_parse (const char       *text,
                    guint             decimals,
                    SediaNumberForm   form,
                    gint64           *value,
                    GError          **error)
{
  NumberReader reader = { .form = form, .decimals = decimals };
  NumberFault fault = NUMBER_UNKNOWN;
  gboolean is_negative = FALSE;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);
  g_return_val_if_fail (decimals <= SEDIA_DECIMALS_MAX, FALSE);

  if (g_utf8_validate (text, -1, NULL))
    {
      const char *start = skip_spaces (text);
      gunichar sign = g_utf8_get_char (start);

      is_negative = sign == '-' || sign == MINUS_SIGN;
      fault = *start == '\0' ? NUMBER_EMPTY
                             : read_unsigned (&reader,
                                              is_negative ? g_utf8_next_char (start) : start);
    }

  if (fault != NUMBER_FINE)
    {
      set_fault (error, fault, text, decimals);
      return FALSE;
    }

  *value = is_negative ? -reader.value : reader.value;
  return TRUE;
}

/**
 * sedia_number_format:
 * @value: a number in its smallest unit
 * @decimals: how many of its digits are decimals
 * @form: the marks for decimals and thousands
 *
 * Writes a quantity with as many decimals as it needs: 1250 with 3 decimals is "1.25". On screen,
 * where thousands are marked, the minus is a real minus sign; elsewhere a program may read it, and
 * it is "-".
 *
 * Returns: (transfer full): the text
 */
char *
sedia_number_format (gint64          value,
                     guint           decimals,
                     SediaNumberForm form)
{
  guint shown_decimals = decimals;

  g_return_val_if_fail (decimals <= SEDIA_DECIMALS_MAX, NULL);

  for (gint64 rest = value; shown_decimals > 0 && rest % 10 == 0; rest /= 10)
    shown_decimals--;

  return format_number (value, decimals, shown_decimals, form);
}

/**
 * sedia_quantity_text:
 * @quantity: in the product's smallest unit
 * @decimals: decimals of the product
 * @unit: its unit
 *
 * Returns: (transfer full): "1,5 kg", as it stands in a sentence in the user's locale
 */
char *
sedia_quantity_text (gint64      quantity,
                     guint       decimals,
                     const char *unit)
{
  g_autofree char *number = sedia_number_format (quantity, decimals,
                                                 sedia_number_form_of_locale ());

  return g_strdup_printf ("%s %s", number, unit);
}

/**
 * sedia_money_format:
 * @amount: hundredths of the currency
 * @form: the marks for decimals and thousands
 *
 * Writes an amount with two decimals, or with none when both are zero: "12.50", "12".
 *
 * Returns: (transfer full): the text, without a currency sign
 */
char *
sedia_money_format (gint64          amount,
                    SediaNumberForm form)
{
  return format_number (amount, SEDIA_MONEY_DECIMALS, amount % 100 == 0 ? 0 : SEDIA_MONEY_DECIMALS,
                        form);
}

/**
 * sedia_number_is_ambiguous:
 * @text: a number as somebody else wrote it
 *
 * Tells whether @text is a different number when its point or comma marks thousands than when it
 * marks decimals: "1,000" and "1.250" are, "0.125", "1.000,5" and "12.50" are not.
 *
 * Returns: whether a person must be asked
 */
gboolean
sedia_number_is_ambiguous (const char *text)
{
  gsize n_before;
  gsize n_after;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  text = skip_spaces (text);
  if (*text == '-' || *text == '+' || g_utf8_get_char (text) == MINUS_SIGN)
    text = g_utf8_next_char (text);

  n_before = strspn (text, "0123456789");
  if (n_before < 1 || n_before > GROUP_DIGITS || *text == '0')
    return FALSE;
  if (text[n_before] != '.' && text[n_before] != ',')
    return FALSE;

  text += n_before + 1;
  n_after = strspn (text, "0123456789");
  return n_after == GROUP_DIGITS && *skip_spaces (text + n_after) == '\0';
}

/**
 * sedia_quantity_one: One whole unit of a product with so many decimals, in its smallest unit.
 */
gint64
sedia_quantity_one (guint decimals)
{
  gint64 one = 1;

  g_return_val_if_fail (decimals <= SEDIA_DECIMALS_MAX, 1);

  for (guint i = 0; i < decimals; i++)
    one *= 10;

  return one;
}

/**
 * sedia_checked_add:
 * @a: a number
 * @b: another
 * @sum: (out): their sum
 *
 * Returns: %FALSE when the sum does not fit
 */
gboolean
sedia_checked_add (gint64  a,
                   gint64  b,
                   gint64 *sum)
{
  return !__builtin_add_overflow (a, b, sum);
}

/**
 * sedia_checked_multiply:
 * @a: a number
 * @b: another
 * @product: (out): their product
 *
 * Returns: %FALSE when the product does not fit
 */
gboolean
sedia_checked_multiply (gint64  a,
                        gint64  b,
                        gint64 *product)
{
  return !__builtin_mul_overflow (a, b, product);
}
