/* What an order is worth, and filling it up: see sedia-reorder-fill.h. */
#include "config.h"

#include "sedia-reorder-fill.h"

#include "sedia-number.h"

#include <glib/gi18n.h>

#define MOST_WEEKS 52.0 /* nobody fills up an order with more than a year of anything */
#define NOW -1.0        /* the level at which nothing is ordered but for those who wait */
#define MAXIMUM 1.0     /* the level at which everything is at its maximum */
#define HALVINGS 64     /* until two levels are one, in floating point */

/* ---- what it is worth */

/**
 * sedia_reorder_value:
 * @product: what
 * @quantity: how much, in its smallest unit
 *
 * Returns: what that costs, in hundredths; %SEDIA_NO_AMOUNT when nobody knows; never more than
 *   fits
 */
gint64
sedia_reorder_value (const SediaProduct *product,
                     gint64              quantity)
{
  const gint64 one = sedia_quantity_one (product->decimals);
  gint64 value;

  if (product->cost == SEDIA_NO_AMOUNT)
    return SEDIA_NO_AMOUNT;
  if (!sedia_checked_multiply (product->cost, quantity, &value) ||
      !sedia_checked_add (value, one / 2, &value))
    return G_MAXINT64;

  return value / one;
}

/**
 * sedia_reorder_worth:
 * @lines: (array length=n): what is ordered
 * @n: how many lines
 * @worth: (out): what that is worth
 */
void
sedia_reorder_worth (const SediaReorderLine *lines,
                     guint                   n,
                     SediaReorderWorth      *worth)
{
  *worth = (SediaReorderWorth) { 0 };
  for (guint i = 0; i < n; i++)
    {
      const gint64 value = sedia_reorder_value (lines[i].product, lines[i].quantity);

      if (lines[i].quantity == 0)
        continue;
      worth->n_lines++;
      if (value == SEDIA_NO_AMOUNT)
        worth->n_unknown++;
      else if (!sedia_checked_add (worth->value, value, &worth->value))
        worth->value = G_MAXINT64;
    }
}

/**
 * sedia_reorder_worth_is_short: Whether the supplier takes no order worth so little.
 * %SEDIA_NO_AMOUNT: it takes any.
 */
gboolean
sedia_reorder_worth_is_short (const SediaReorderWorth *worth,
                              gint64                   least_value)
{
  return least_value != SEDIA_NO_AMOUNT && worth->n_lines > 0 && worth->value < least_value;
}

static char *
money_text (gint64 amount)
{
  return sedia_money_format (amount, sedia_number_form_of_locale ());
}

/* "Worth 400; Toko Maju takes orders from 1000: 600 is missing" */
static char *
dup_value_words (const SediaReorderWorth *worth,
                 const char              *supplier,
                 gint64                   least_value)
{
  const gboolean is_short = sedia_reorder_worth_is_short (worth, least_value);
  g_autofree char *value = money_text (worth->value);
  g_autofree char *least = NULL;
  g_autofree char *missing = NULL;

  if (least_value == SEDIA_NO_AMOUNT)
    return g_strdup_printf (_("Worth %s"), value);

  least = money_text (least_value);
  if (!is_short)
    /* Translators: an amount of money, a supplier, the least an order to it is worth */
    return g_strdup_printf (_("Worth %s; %s takes orders from %s"), value, supplier, least);

  missing = money_text (least_value - worth->value);
  /* Translators: an amount of money, a supplier, the least an order to it is worth, and what is
   * missing from it */
  return g_strdup_printf (_("Worth %s; %s takes orders from %s: %s is missing"), value, supplier,
                          least, missing);
}

/**
 * sedia_reorder_worth_sentence:
 * @worth: what an order is worth
 * @supplier: its supplier
 * @least_value: the least an order to it is worth, %SEDIA_NO_AMOUNT for any
 *
 * Returns: (transfer full): that in words, and whether it is enough; without a full stop
 */
char *
sedia_reorder_worth_sentence (const SediaReorderWorth *worth,
                              const char              *supplier,
                              gint64                   least_value)
{
  g_autofree char *value = dup_value_words (worth, supplier, least_value);

  if (worth->n_unknown == 0)
    return g_steal_pointer (&value);

  /* Translators: what comes before it, and of how many products nobody knows the cost */
  return g_strdup_printf (ngettext ("%s; the cost of %u product is not known",
                                    "%s; the cost of %u products is not known",
                                    worth->n_unknown), value, worth->n_unknown);
}

/* ---- filling it up */

/* At least so much, as it can be ordered: in whole packs, and not below the least order. */
static gint64
orderable (const SediaProduct *product,
           gint64              quantity)
{
  const gint64 pack = sedia_reorder_pack (product);
  const gint64 least = product->moq != SEDIA_NO_AMOUNT ? product->moq : 0;

  return (MAX (quantity, least) + pack - 1) / pack * pack;
}

/* Never less than was chosen, nor than customers wait for. */
static gint64
least_quantity (const SediaReorderLine *line)
{
  const gint64 waiting = MAX (-line->suggestion->projected, 0);

  return waiting > line->quantity ? orderable (line->product, waiting) : line->quantity;
}

/* What is kept of a product at a level: -1 is what there is, 0 its minimum, 1 its maximum, and
 * 1 + w lasts for w weeks, where that is more. The level only says whose turn it is: amounts stay
 * whole. */
static gint64
kept_at (const SediaSuggestion *suggestion,
         double                 level)
{
  const gint64 maximum = MAX (suggestion->minimum, suggestion->maximum);
  double weeks;

  if (suggestion->source == SEDIA_LEVELS_NONE)
    return 0;
  if (level < 0.0 && suggestion->projected < suggestion->minimum)
    return suggestion->minimum +
           (gint64) ((double) (suggestion->minimum - suggestion->projected) * level);
  if (level < 0.0)
    return suggestion->projected;
  if (level <= MAXIMUM)
    return suggestion->minimum + (gint64) ((double) (maximum - suggestion->minimum) * level);

  weeks = suggestion->basis.demand * (level - MAXIMUM);
  return MAX (maximum, (gint64) MIN (weeks, (double) SEDIA_QUANTITY_MAX));
}

/* What nobody knows the cost of does not make an order worth more. */
static gint64
quantity_at (const SediaReorderLine *line,
             double                  level)
{
  const gint64 least = least_quantity (line);
  const gint64 missing = kept_at (line->suggestion, level) - line->suggestion->projected;

  if (missing <= least || line->product->cost == SEDIA_NO_AMOUNT)
    return least;

  return orderable (line->product, missing);
}

static gboolean
is_enough (const SediaReorderLine *lines,
           guint                   n,
           double                  level,
           gint64                  least_value)
{
  gint64 value = 0;

  for (guint i = 0; i < n; i++)
    {
      const gint64 one = sedia_reorder_value (lines[i].product, quantity_at (&lines[i], level));

      if (one != SEDIA_NO_AMOUNT && !sedia_checked_add (value, one, &value))
        return TRUE;
    }

  return value >= least_value;
}

/* At the level that is not quite enough all have had their turn but those whose next pack comes
 * right above it: they have theirs one after the other until it is enough. */
static void
raise_to (SediaReorderLine *lines,
          guint             n,
          double            below,
          double            enough,
          gint64            least_value)
{
  g_autofree gint64 *ahead = g_new (gint64, n);
  SediaReorderWorth worth;

  for (guint i = 0; i < n; i++)
    {
      const gint64 quantity = quantity_at (&lines[i], below);

      ahead[i] = quantity_at (&lines[i], enough) - quantity;
      lines[i].quantity = quantity;
    }
  sedia_reorder_worth (lines, n, &worth);
  for (guint i = 0; i < n && worth.value < least_value; i++)
    {
      const SediaProduct *product = lines[i].product;

      if (ahead[i] == 0)
        continue;
      worth.value += sedia_reorder_value (product, lines[i].quantity + ahead[i]) -
                     sedia_reorder_value (product, lines[i].quantity);
      lines[i].quantity += ahead[i];
    }
}

/**
 * sedia_reorder_fill_up:
 * @lines: (array length=n): what a supplier brings, with what is ordered of it; also those of which
 *   nothing is ordered, and which may be taken along
 * @n: how many
 * @least_value: what the order has to be worth
 *
 * Raises quantities, in whole packs, until the order is worth enough: whatever is nearest to its
 * minimum first, in parts of the way from its minimum to its maximum; when all are at their
 * maximum, whatever lasts for the shortest time. Nothing is lowered, and those who wait are
 * covered. What has no levels, or no cost, is not raised.
 *
 * Returns: whether it is enough; else even a year of everything would not be, and nothing is raised
 */
gboolean
sedia_reorder_fill_up (SediaReorderLine *lines,
                       guint             n,
                       gint64            least_value)
{
  double below = NOW, enough = MAXIMUM + MOST_WEEKS;

  g_return_val_if_fail (lines != NULL || n == 0, FALSE);

  if (!is_enough (lines, n, enough, least_value))
    return FALSE;
  if (is_enough (lines, n, below, least_value))
    enough = below;

  for (guint i = 0; i < HALVINGS && below < enough; i++)
    {
      const double half = (below + enough) / 2.0;

      if (is_enough (lines, n, half, least_value))
        enough = half;
      else
        below = half;
    }
  raise_to (lines, n, below, enough, least_value);

  return TRUE;
}
