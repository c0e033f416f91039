/* Reading a typed quantity: the number, then what it counts.
 *
 * Packs become units here, once; everything after this knows units only. What could mean two
 * things is asked about where it was typed, never guessed.
 */
#include "config.h"

#include "sedia-typed-quantity.h"

#include <glib/gi18n.h>
#include <string.h>

/* What people write for "packs", in the languages of the delivery notes. */
static const char *const pack_words[] = {
  "p", "pk", "pak", "pack", "packs", "dus", "dos", "ctn", "carton", "cartons", "karton", "box",
  "boxes", "x", "×", "*",
};

#define MUCH_MORE 20
#define LIKELY_DIGITS 4          /* more are a barcode rather than a quantity */
#define LIKELY_CHARS 10
#define USUAL_WITHOUT_MAXIMUM 50 /* units, when nothing is known about a product */

/* Where the number ends: digits, marks, signs and the spaces between them. */
static const char *
skip_number (const char *text)
{
  const char *end = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_mark = strchr (".,'+-", (int) (c < 128 ? c : ' ')) != NULL || c == 0x2019 ||
                         c == 0x2212 || g_unichar_isspace (c);

      if (g_ascii_isdigit (*p) || (is_mark && !g_unichar_isspace (c)))
        end = g_utf8_next_char (p);
      else if (!is_mark)
        break;
    }

  return end;
}

static gboolean
is_pack_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (pack_words); i++)
    if (g_str_equal (word, pack_words[i]))
      return TRUE;

  return FALSE;
}

/* "x12", "*12": packs of a size written out. Returns 0 when @word is something else. */
static gint64
read_times (const char *word)
{
  const char *digits;

  if (*word != 'x' && *word != '*' && !g_str_has_prefix (word, "×"))
    return 0;

  digits = g_utf8_next_char (word);
  while (*digits == ' ')
    digits++;
  if (*digits == '\0' || strspn (digits, "0123456789") != strlen (digits) || strlen (digits) > 6)
    return 0;

  return g_ascii_strtoll (digits, NULL, 10);
}

static void
doubt (SediaTypedQuantity *self,
       SediaQuantityDoubt  how,
       char               *sentence)
{
  self->doubt = how;
  if (how == SEDIA_QUANTITY_MISSING || how == SEDIA_QUANTITY_WRONG)
    self->amount = 0;
  g_free (self->sentence);
  self->sentence = sentence;
}

/* "1,000" where the comma is the decimal mark, or none at all. Where it marks the thousands of this
 * locale it is clear. "1,125" with three decimals can be written in no other way, so it only gets
 * a note.
 */
static gboolean
doubt_mark (SediaTypedQuantity *self,
            const char         *number,
            const SediaProduct *product,
            SediaNumberForm     form)
{
  g_autofree char *plain = NULL;
  const char *mark = strpbrk (number, ".,");

  if (mark == NULL || !sedia_number_is_ambiguous (number) || (gunichar) *mark == form.group)
    return FALSE;

  plain = g_strdup_printf ("%.*s%s", (int) (mark - number), number, mark + 1);
  if ((gunichar) *mark == form.decimal && product->decimals == 3 &&
      number[strlen (number) - 1] != '0')
    {
      doubt (self, SEDIA_QUANTITY_NOTED,
             g_strdup_printf (_("The mark is read as the decimal mark. For thousands write %s."),
                              plain));
      return FALSE;
    }

  doubt (self, SEDIA_QUANTITY_WRONG,
         g_strdup_printf (_("“%s” could be %.*s or %s. Write it without the mark."), number,
                          (int) (mark - number), number, plain));
  return TRUE;
}

/* What a line of this product can reach on an ordinary day. */
static gint64
usual_amount (const SediaProduct *product)
{
  gint64 unit = sedia_quantity_one (product->decimals);
  gint64 usual = USUAL_WITHOUT_MAXIMUM * unit;

  if (product->maximum > 0)
    return product->maximum;

  usual = MAX (usual, product->minimum);
  usual = MAX (usual, product->on_hand);
  usual = MAX (usual, product->open);

  return MAX (usual, product->pack * unit);
}

static void
doubt_size (SediaTypedQuantity *self,
            const SediaProduct *product,
            SediaNumberForm     form)
{
  gint64 usual = usual_amount (product);

  if (self->amount / MUCH_MORE < usual)
    return;

  if (product->maximum > 0)
    {
      g_autofree char *maximum = sedia_number_format (product->maximum, product->decimals, form);

      doubt (self, SEDIA_QUANTITY_NOTED,
             g_strdup_printf (_("Far more than usual: the maximum is %s %s. Is it right?"), maximum,
                              product->unit));
    }
  else
    {
      doubt (self, SEDIA_QUANTITY_NOTED, g_strdup (_("Far more than usual. Is it right?")));
    }
}

/* How many of the product's smallest units one of the word is; 0 with a doubt when nobody knows. */
static gint64
factor_of (SediaTypedQuantity *self,
           const char         *word,
           const SediaProduct *product)
{
  gint64 times;

  if (*word == '\0')
    return 1;

  self->is_converted = TRUE;

  if ((times = read_times (word)) > 0)
    return times * sedia_quantity_one (product->decimals);

  if (!is_pack_word (word))
    {
      doubt (self, SEDIA_QUANTITY_WRONG,
             g_strdup_printf (_("What is “%s”? Write a number, or “2 dus” for two packs."), word));
      return 0;
    }

  if (product->pack <= 0)
    {
      doubt (self, SEDIA_QUANTITY_WRONG,
             g_strdup_printf (_("%s has no pack size. Write how many %s."), product->sku,
                              product->unit));
      return 0;
    }

  return product->pack * sedia_quantity_one (product->decimals);
}

/* The word after the number; empty when it only repeats the product's unit. */
static char *
dup_word (const char         *text,
          const SediaProduct *product)
{
  g_autofree char *word = g_utf8_casefold (text, -1);
  g_autofree char *unit = g_utf8_casefold (product->unit != NULL ? product->unit : "", -1);

  g_strstrip (word);
  if (g_str_has_suffix (word, "."))
    word[strlen (word) - 1] = '\0';

  return g_str_equal (word, unit) ? g_strdup ("") : g_steal_pointer (&word);
}

static void
read_amount (SediaTypedQuantity *self,
             const char         *number,
             const char         *word,
             const SediaProduct *product,
             SediaNumberForm     form)
{
  g_autoptr (GError) error = NULL;
  gint64 factor = factor_of (self, word, product);
  guint decimals = self->is_converted ? 0 : product->decimals;

  if (factor == 0 || doubt_mark (self, number, product, form))
    return;

  if (!sedia_number_parse (number, decimals, form, &self->amount, &error))
    doubt (self, SEDIA_QUANTITY_WRONG,
           self->is_converted ? g_strdup_printf (_("Write whole packs, or how many %s."),
                                                 product->unit)
                              : g_strdup (error->message));
  else if (!sedia_checked_multiply (self->amount, factor, &self->amount) ||
           self->amount > SEDIA_QUANTITY_MAX)
    doubt (self, SEDIA_QUANTITY_WRONG, g_strdup (_("That is more than a shop can hold.")));
  else if (self->amount == 0)
    doubt (self, SEDIA_QUANTITY_WRONG,
           g_strdup (_("Nothing of it? Then delete the line with the Delete key.")));
  else if (self->amount < 0)
    doubt (self, SEDIA_QUANTITY_WRONG,
           g_strdup (_("Write how many, without a minus.")));
  else
    doubt_size (self, product, form);
}

/**
 * sedia_typed_quantity_read:
 * @self: where the answer goes; a former answer is cleared
 * @text: what was typed
 * @product: of what
 * @form: how numbers are written here
 *
 * Understands a number, a number with the product's unit, packs ("2 dus", "2p", "2x") and packs of
 * another size ("2x12").
 */
void
sedia_typed_quantity_read (SediaTypedQuantity *self,
                           const char         *text,
                           const SediaProduct *product,
                           SediaNumberForm     form)
{
  g_autofree char *typed = NULL;
  g_autofree char *number = NULL;
  g_autofree char *word = NULL;
  const char *end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (product != NULL);

  sedia_typed_quantity_clear (self);

  typed = g_strstrip (g_utf8_make_valid (text, -1));
  if (*typed == '\0')
    {
      doubt (self, SEDIA_QUANTITY_MISSING, NULL);
      return;
    }

  end = skip_number (typed);
  number = g_strndup (typed, (gsize) (end - typed));
  word = dup_word (end, product);

  if (*number == '\0')
    doubt (self, SEDIA_QUANTITY_WRONG,
           g_strdup_printf (_("“%s” is not a number. Write how many %s."), typed,
                            product->unit));
  else
    read_amount (self, number, word, product, form);
}

/**
 * sedia_typed_quantity_clear:
 * @self: an answer
 *
 * Frees what it holds; it then reads as nothing typed.
 */
void
sedia_typed_quantity_clear (SediaTypedQuantity *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->sentence, g_free);
  *self = (SediaTypedQuantity) { .doubt = SEDIA_QUANTITY_FINE };
}

/**
 * sedia_typed_quantity_counts:
 * @self: an answer
 *
 * Returns: whether it can be received like this
 */
gboolean
sedia_typed_quantity_counts (const SediaTypedQuantity *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->doubt == SEDIA_QUANTITY_FINE || self->doubt == SEDIA_QUANTITY_NOTED;
}

/**
 * sedia_typed_quantity_is_likely:
 * @text: what came so fast that a scanner may have sent it, and no product has as its code
 *
 * Returns: whether it is rather a quantity than a code nobody knows: "24", "2 dus", "1.250"
 */
gboolean
sedia_typed_quantity_is_likely (const char *text)
{
  gsize length;
  gsize n_digits;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  n_digits = strspn (text, "0123456789");
  if (n_digits == length)
    return length <= LIKELY_DIGITS;

  return n_digits > 0 && length <= LIKELY_CHARS && strchr (" .,xX*", text[n_digits]) != NULL;
}
