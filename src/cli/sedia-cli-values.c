/* Single words of the command line.
 *
 * What a word means alone is checked before the records are opened; what it names is looked up in
 * the job. Numbers and dates are always written as in the C locale, whatever the locale is.
 */
#include "config.h"

#include "sedia-cli-values.h"

#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* Whether it is written as numbers are here: digits, and a point before the decimals. */
static gboolean
is_plain_number (const char *word)
{
  const char *digits = *word == '-' ? word + 1 : word;
  gsize n_whole = strspn (digits, "0123456789");

  digits += n_whole;
  if (*digits == '.')
    {
      gsize n_decimals = strspn (digits + 1, "0123456789");

      if (n_decimals == 0)
        return FALSE;
      n_whole += n_decimals;
      digits += 1 + n_decimals;
    }

  return n_whole > 0 && *digits == '\0';
}

/**
 * sedia_cli_read_quantity:
 * @word: what was typed
 * @decimals: how many decimals fit
 * @quantity: (out): the number in its smallest unit
 * @error: return location for a sentence that says how to write it
 *
 * Returns: whether it is a number that fits
 */
gboolean
sedia_cli_read_quantity (const char  *word,
                         guint        decimals,
                         gint64      *quantity,
                         GError     **error)
{
  if (is_plain_number (word))
    return sedia_number_parse (word, decimals, sedia_number_plain, quantity, error);

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” is not a number; write it like 1250 or 12.5."), word);
  return FALSE;
}

static gboolean
check_number (const char  *value,
              guint        decimals,
              gint64       least,
              GError     **error)
{
  gint64 number;

  if (!sedia_cli_read_quantity (value, decimals, &number, error))
    return FALSE;
  if (number >= least)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               least > 0 ? _("“%s” is too small; numbers begin with 1.") : _("“%s” is below zero."),
               value);
  return FALSE;
}

/* Before the product is known: with as many decimals as were typed, so that a number of pieces may
 * be as large as if it were known.
 */
static gboolean
check_quantity (const char  *value,
                GError     **error)
{
  const char *mark = strchr (value, '.');
  gsize n_typed = mark != NULL ? strlen (mark + 1) : 0;

  return check_number (value, (guint) MIN (n_typed, SEDIA_DECIMALS_MAX), 0, error);
}

static gboolean
check_choice (const SediaCliOption  *option,
              const char            *value,
              GError               **error)
{
  g_auto (GStrv) words = g_strsplit (option->value, "|", -1);
  g_autofree char *list = NULL;

  if (g_strv_contains ((const char *const *) words, value))
    return TRUE;

  list = g_strjoinv (", ", words);
  if (g_ascii_ispunct (*option->value)) /* marks would be lost among the commas */
    {
      g_free (list);
      list = g_strdup_printf ("“%s” “%s”", words[0], words[1]);
    }
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("“--%s” cannot be “%s”; there are: %s."),
               option->name, value, list);
  return FALSE;
}

/* What stands after the last comma, when it is something a line can say of itself: an SKU may
 * contain commas and equals signs, so the word is read from its end.
 */
static const char *
last_attribute (const char *word)
{
  const char *comma = strrchr (word, ',');

  if (comma == NULL)
    return NULL;
  if (g_str_has_prefix (comma + 1, "need-by="))
    return comma;
  if (strchr (comma + 1, '=') != NULL || g_ascii_isdigit (comma[1]))
    return NULL;

  return comma;
}

static gboolean
fail_attribute (const char  *attribute,
                GError     **error)
{
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” is nothing that can be said of a line."), attribute);
  return FALSE;
}

/* Splits "SKU=QTY" at its last equals sign. */
static gboolean
split_amount (const char  *word,
              char       **sku,
              char       **quantity,
              GError     **error)
{
  const char *equals = strrchr (word, '=');

  if (equals == NULL || equals == word || equals[1] == '\0')
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is not a product and its quantity; write it like TEA=2."), word);
      return FALSE;
    }

  *sku = g_strndup (word, (gsize) (equals - word));
  *quantity = g_strdup (equals + 1);
  return TRUE;
}

static gboolean
take_attribute (const char           *attribute,
                SediaOrderLineDraft  *draft,
                GError              **error)
{
  if (g_str_has_prefix (attribute, "need-by="))
    return sedia_day_parse (attribute + strlen ("need-by="), &draft->need_by, error);

  if (g_str_equal (attribute, "first"))
    draft->first = TRUE;
  else if (g_str_equal (attribute, "all"))
    draft->all_or_nothing = TRUE;
  else
    return fail_attribute (attribute, error);

  return TRUE;
}

/* The word without its attributes, which go into |draft|. */
static char *
take_attributes (const char           *word,
                 SediaOrderLineDraft  *draft,
                 GError              **error)
{
  g_autofree char *rest = g_strdup (word);
  const char *comma;

  while ((comma = last_attribute (rest)) != NULL)
    {
      if (!take_attribute (comma + 1, draft, error))
        return NULL;

      rest[comma - rest] = '\0';
    }

  return g_steal_pointer (&rest);
}

static gboolean
check_product_line (const char  *value,
                    GError     **error)
{
  SediaOrderLineDraft draft = { 0 };
  g_autofree char *amount = take_attributes (value, &draft, error);
  g_autofree char *sku = NULL;
  g_autofree char *quantity = NULL;

  return amount != NULL && split_amount (amount, &sku, &quantity, error) &&
         check_quantity (quantity, error);
}

static gboolean
check_order_line (const char  *value,
                  GError     **error)
{
  g_auto (SediaCliOrderLine) line = { 0 };

  return sedia_cli_read_order_line (value, &line, error) &&
         (line.quantity == NULL || check_quantity (line.quantity, error));
}

/**
 * sedia_cli_read_line_name:
 * @word: `ORDER/LINE`
 * @order_id: (out): the order
 * @position: (out): the number of its line
 * @error: return location
 *
 * Returns: whether it was understood
 */
gboolean
sedia_cli_read_line_name (const char  *word,
                          gint64      *order_id,
                          guint       *position,
                          GError     **error)
{
  g_auto (GStrv) numbers = g_strsplit (word, "/", 2);
  gint64 line;

  if (g_strv_length (numbers) == 2 && sedia_cli_read_quantity (numbers[0], 0, order_id, NULL) &&
      sedia_cli_read_quantity (numbers[1], 0, &line, NULL) && *order_id > 0 && line > 0 &&
      line <= G_MAXINT)
    {
      *position = (guint) line;
      return TRUE;
    }

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” is not a line of an order; write it like 12/1."), word);
  return FALSE;
}

/**
 * sedia_cli_argument_type:
 * @word: the name of an argument, without brackets
 *
 * Returns: what kind of word the argument takes
 */
SediaCliType
sedia_cli_argument_type (const char *word)
{
  if (g_str_equal (word, "FILE"))
    return SEDIA_CLI_FILE;
  if (g_str_equal (word, "N") || g_str_equal (word, "OPERATION"))
    return SEDIA_CLI_NUMBER;
  if (g_str_equal (word, "SKU=QTY"))
    return SEDIA_CLI_PRODUCT_LINE;

  return SEDIA_CLI_TEXT;
}

/**
 * sedia_cli_check_value:
 * @option: an option, or what stands for an argument
 * @value: its value
 * @error: return location for a sentence
 *
 * Returns: whether the value has the form its type asks for
 */
gboolean
sedia_cli_check_value (const SediaCliOption  *option,
                       const char            *value,
                       GError               **error)
{
  gint64 time, number;
  guint position;
  int day;

  if (*value == '\0' && (option->flags & SEDIA_CLI_NONE) != 0)
    return TRUE;

  switch (option->type)
    {
    case SEDIA_CLI_FLAG:
    case SEDIA_CLI_TEXT:
    case SEDIA_CLI_FILE:
      return TRUE;

    case SEDIA_CLI_NUMBER:
      return check_number (value, 0, (option->flags & SEDIA_CLI_SOME) != 0 ? 1 : 0, error);

    case SEDIA_CLI_QUANTITY:
      return check_quantity (value, error);

    case SEDIA_CLI_MONEY:
      return check_number (value, SEDIA_MONEY_DECIMALS, 0, error);

    case SEDIA_CLI_DAY:
      return sedia_day_parse (value, &day, error);

    case SEDIA_CLI_TIME:
      return sedia_time_parse (value, &time, error);

    case SEDIA_CLI_CHOICE:
      return check_choice (option, value, error);

    case SEDIA_CLI_PRODUCT_LINE:
      return check_product_line (value, error);

    case SEDIA_CLI_ORDER_LINE:
      return check_order_line (value, error);

    case SEDIA_CLI_PURCHASE_LINE:
      return sedia_cli_check_purchase_line (value, error);

    case SEDIA_CLI_LINE_NAME:
      return sedia_cli_read_line_name (value, &number, &position, error);
    }

  g_return_val_if_reached (FALSE);
}

/**
 * sedia_cli_number:
 * @word: (nullable): a word that was checked to be a number
 *
 * Returns: the number, 0 for none
 */
gint64
sedia_cli_number (const char *word)
{
  gint64 number = 0;

  if (word != NULL && *word != '\0')
    sedia_cli_read_quantity (word, 0, &number, NULL);

  return number;
}

/**
 * sedia_cli_small_number: The same, where the store refuses what is large.
 */
guint
sedia_cli_small_number (const char *word)
{
  return (guint) CLAMP (sedia_cli_number (word), 0, G_MAXINT);
}

/**
 * sedia_cli_is_yes:
 * @word: "yes" or "no"
 *
 * Returns: whether it is "yes"
 */
gboolean
sedia_cli_is_yes (const char *word)
{
  return g_str_equal (word, "yes");
}

/**
 * sedia_cli_add_amounts:
 * @db: the records
 * @words: (element-type utf8): words of the form SKU=QTY
 * @amounts: (element-type SediaAmount): what they say is added here
 * @error: return location
 *
 * Returns: whether every product is known and every quantity fits its product
 */
gboolean
sedia_cli_add_amounts (SediaDb    *db,
                       GPtrArray  *words,
                       GArray     *amounts,
                       GError    **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      SediaOrderLineDraft draft = { .need_by = SEDIA_NO_DAY };
      SediaAmount amount;

      if (!sedia_cli_read_line_draft (db, g_ptr_array_index (words, i), &draft, error))
        return FALSE;

      if (draft.first || draft.all_or_nothing || draft.need_by != SEDIA_NO_DAY)
        return fail_attribute (strrchr (g_ptr_array_index (words, i), ',') + 1, error);

      amount = (SediaAmount) { draft.product_id, draft.quantity };
      g_array_append_val (amounts, amount);
    }

  return TRUE;
}

static gboolean
take_order_line_attribute (const char         *attribute,
                           SediaCliOrderLine  *line,
                           GError            **error)
{
  if (g_str_equal (attribute, "first") || g_str_equal (attribute, "normal"))
    {
      line->has_first = TRUE;
      line->first = g_str_equal (attribute, "first");
      return TRUE;
    }

  if (!g_str_has_prefix (attribute, "need-by="))
    return fail_attribute (attribute, error);

  line->has_need_by = TRUE;
  if (g_str_equal (attribute, "need-by=none"))
    return TRUE;

  return sedia_day_parse (attribute + strlen ("need-by="), &line->need_by, error);
}

/**
 * sedia_cli_read_order_line:
 * @word: `L[=QTY][,need-by=DATE|none][,first|normal]`
 * @line: (out caller-allocates): what it says; the caller clears it
 * @error: return location
 *
 * Returns: whether it was understood
 */
gboolean
sedia_cli_read_order_line (const char         *word,
                           SediaCliOrderLine  *line,
                           GError            **error)
{
  g_autofree char *rest = g_strdup (word);
  const char *comma;
  char *equals;
  gint64 position;

  *line = (SediaCliOrderLine) { .need_by = SEDIA_NO_DAY };

  while ((comma = last_attribute (rest)) != NULL)
    {
      if (!take_order_line_attribute (comma + 1, line, error))
        return FALSE;

      rest[comma - rest] = '\0';
    }

  equals = strchr (rest, '=');
  if (equals != NULL)
    *equals = '\0';

  if (!sedia_cli_read_quantity (rest, 0, &position, NULL) || position < 1 || position > G_MAXINT ||
      (equals != NULL && equals[1] == '\0'))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is not a line of an order; write its number, or 1=2 with a quantity."),
                   word);
      return FALSE;
    }

  line->position = (guint) position;
  line->quantity = equals != NULL ? g_strdup (equals + 1) : NULL;
  return TRUE;
}

/**
 * sedia_cli_order_line_clear:
 * @line: a line that was read
 */
void
sedia_cli_order_line_clear (SediaCliOrderLine *line)
{
  g_clear_pointer (&line->quantity, g_free);
}

/**
 * sedia_cli_line_quantity:
 * @order: an order
 * @line: what was typed of one of its lines, with a quantity
 * @quantity: (out): the quantity in the smallest unit of the line's product
 * @error: return location
 *
 * Returns: whether the order has the line and the quantity fits its product
 */
gboolean
sedia_cli_line_quantity (const SediaOrder         *order,
                         const SediaCliOrderLine  *line,
                         gint64                   *quantity,
                         GError                  **error)
{
  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *one = g_ptr_array_index (order->lines, i);

      if (one->position != line->position)
        continue;
      if (sedia_cli_read_quantity (line->quantity, one->decimals, quantity, error))
        return TRUE;

      g_prefix_error (error, "%u=%s: ", line->position, line->quantity);
      return FALSE;
    }

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
               _("Order %" PRId64 " has no line %u."), order->id, line->position);
  return FALSE;
}

/**
 * sedia_cli_read_line_draft:
 * @db: the records
 * @word: `SKU=QTY[,need-by=DATE][,first][,all]`
 * @draft: (out caller-allocates): the line
 * @error: return location
 *
 * Returns: whether the product is known and the quantity fits it
 */
gboolean
sedia_cli_read_line_draft (SediaDb              *db,
                           const char           *word,
                           SediaOrderLineDraft  *draft,
                           GError              **error)
{
  g_autofree char *amount = NULL;
  g_autofree char *sku = NULL;
  g_autofree char *quantity = NULL;
  g_autoptr (SediaProduct) product = NULL;

  *draft = (SediaOrderLineDraft) { .need_by = SEDIA_NO_DAY, .price = SEDIA_NO_AMOUNT };

  amount = take_attributes (word, draft, error);
  if (amount == NULL || !split_amount (amount, &sku, &quantity, error))
    return FALSE;

  product = sedia_cli_find_product (db, sku, error);
  if (product == NULL)
    return FALSE;

  draft->product_id = product->id;
  if (sedia_cli_read_quantity (quantity, product->decimals, &draft->quantity, error))
    return TRUE;

  g_prefix_error (error, "%s: ", word);
  return FALSE;
}
