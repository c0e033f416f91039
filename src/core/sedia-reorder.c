/* How much of a product to order now, and why: see sedia-reorder.h. */
#include "config.h"

#include "sedia-reorder.h"

#include "sedia-forecast-wording.h"
#include "sedia-number.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

/* ---- the levels */

/* The owner's numbers win; what they left open is filled in, so that the two still go together. */
static void
choose_levels (const SediaProduct     *product,
               const SediaStockLevels *levels,
               SediaSuggestion        *suggestion)
{
  const gboolean has_minimum = product->minimum != SEDIA_NO_AMOUNT;
  const gboolean has_maximum = product->maximum != SEDIA_NO_AMOUNT;
  const SediaStockLevels worked_out = levels != NULL ? *levels : (SediaStockLevels) { 0 };

  suggestion->source = has_minimum || has_maximum ? SEDIA_LEVELS_OWN
                       : levels != NULL           ? SEDIA_LEVELS_FORECAST
                                                  : SEDIA_LEVELS_NONE;
  suggestion->minimum = has_minimum ? product->minimum : worked_out.minimum;
  if (has_maximum && !has_minimum)
    suggestion->minimum = MIN (suggestion->minimum, product->maximum);
  suggestion->maximum = has_maximum ? product->maximum
                                    : suggestion->minimum + worked_out.quantity;
}

/* ---- the amount */

static gint64
round_up (gint64 amount,
          gint64 step)
{
  return step > 1 ? (amount + step - 1) / step * step : amount;
}

/**
 * sedia_reorder_pack: How much a pack of a product holds, in its smallest unit; 1 where it comes in
 * no packs.
 */
gint64
sedia_reorder_pack (const SediaProduct *product)
{
  return product->pack > 0 ? product->pack * sedia_quantity_one (product->decimals) : 1;
}

/**
 * sedia_reorder_suggest:
 * @product: a product with its balances
 * @drafted: how much of it stands in purchases that are still drafts
 * @levels: (nullable): what the forecast says it needs; the owner's own numbers win
 * @suggestion: (out): the levels, and what to order
 *
 * Rule 8: an order is suggested when what is projected is strictly below the minimum: what is
 * missing from the maximum, rounded up to a whole pack, and then up to the least order, in whole
 * packs again. Those who wait are always covered: without levels the minimum is 0. What was ordered
 * is incoming, and so is what stands in a draft, so that asking a second time suggests nothing new.
 *
 * Returns: whether anything should be ordered
 */
gboolean
sedia_reorder_suggest (const SediaProduct     *product,
                       gint64                  drafted,
                       const SediaStockLevels *levels,
                       SediaSuggestion        *suggestion)
{
  const gint64 pack = sedia_reorder_pack (product);
  const gint64 incoming = product->incoming + drafted;

  *suggestion = (SediaSuggestion) { .incoming = incoming,
                                    .projected = product->on_hand + incoming - product->open };
  choose_levels (product, levels, suggestion);
  if (suggestion->projected >= suggestion->minimum)
    return FALSE;

  suggestion->needed = suggestion->maximum - suggestion->projected;
  suggestion->suggested = round_up (suggestion->needed, pack);
  if (product->moq != SEDIA_NO_AMOUNT)
    suggestion->suggested = round_up (MAX (suggestion->suggested, product->moq), pack);

  return TRUE;
}

/**
 * sedia_reorder_packs: How many packs that is; 0 where the product comes in none.
 */
gint64
sedia_reorder_packs (const SediaProduct    *product,
                     const SediaSuggestion *suggestion)
{
  return product->pack > 0 ? suggestion->suggested / sedia_reorder_pack (product) : 0;
}

/* ---- the reason */

static char *
amount_text (const SediaProduct *product,
             gint64              amount)
{
  return sedia_quantity_text (amount, product->decimals, product->unit);
}

/* "1 pcs on hand + 12 pcs incoming - 20 pcs wanted = -7 pcs, below the minimum of 6 pcs" */
static char *
dup_shortage (const SediaProduct    *product,
              const SediaSuggestion *suggestion)
{
  g_autofree char *on_hand = amount_text (product, product->on_hand);
  g_autofree char *incoming = amount_text (product, suggestion->incoming);
  g_autofree char *wanted = amount_text (product, product->open);
  g_autofree char *projected = amount_text (product, suggestion->projected);
  g_autofree char *minimum = amount_text (product, suggestion->minimum);

  if (suggestion->source == SEDIA_LEVELS_NONE)
    /* Translators: quantities with their units: what is there, what is on its way, what customers
     * want, and what is left. */
    return g_strdup_printf (_("%s on hand + %s incoming − %s wanted = %s"), on_hand, incoming,
                            wanted, projected);
  if (suggestion->projected >= suggestion->minimum)
    return g_strdup_printf (_("%s on hand + %s incoming − %s wanted = %s, not below the %s at "
                              "which it is ordered"),
                            on_hand, incoming, wanted, projected, minimum);
  if (suggestion->source == SEDIA_LEVELS_FORECAST)
    return g_strdup_printf (_("%s on hand + %s incoming − %s wanted = %s, below the %s that the "
                              "forecast takes"), on_hand, incoming, wanted, projected, minimum);

  return g_strdup_printf (_("%s on hand + %s incoming − %s wanted = %s, below the minimum of %s"),
                          on_hand, incoming, wanted, projected, minimum);
}

/* "in packs of 12 pcs 36 pcs" */
static char *
dup_rounding (const SediaProduct    *product,
              const SediaSuggestion *suggestion)
{
  g_autofree char *pack = amount_text (product, sedia_reorder_pack (product));
  g_autofree char *suggested = amount_text (product, suggestion->suggested);
  g_autofree char *least = NULL;

  if (suggestion->suggested == suggestion->needed)
    return NULL;
  if (suggestion->suggested == round_up (suggestion->needed, sedia_reorder_pack (product)))
    return g_strdup_printf (_("in packs of %s that is %s"), pack, suggested);

  least = amount_text (product, product->moq);
  if (suggestion->suggested == product->moq)
    return g_strdup_printf (_("the least order is %s"), least);

  return g_strdup_printf (_("the least order is %s, in packs of %s that is %s"), least, pack,
                          suggested);
}

/**
 * sedia_reorder_sentence:
 * @product: a product with its balances
 * @suggestion: what to order
 *
 * Returns: (transfer full): the arithmetic in a sentence
 */
char *
sedia_reorder_sentence (const SediaProduct    *product,
                        const SediaSuggestion *suggestion)
{
  g_autofree char *shortage = dup_shortage (product, suggestion);
  g_autofree char *maximum = amount_text (product, suggestion->maximum);
  g_autofree char *needed = amount_text (product, suggestion->needed);
  g_autofree char *rounding = dup_rounding (product, suggestion);
  g_autofree char *filling = NULL;

  if (suggestion->suggested == 0)
    return g_strdup_printf ("%s.", shortage);
  if (suggestion->maximum == 0)
    filling = g_strdup_printf (_("%s are missing"), needed);
  else
    /* Translators: the level an order fills up to, and what is missing from it */
    filling = g_strdup_printf (_("up to %s it takes %s"), maximum, needed);
  if (rounding == NULL)
    return g_strdup_printf ("%s; %s.", shortage, filling);

  return g_strdup_printf ("%s; %s; %s.", shortage, filling, rounding);
}

/* ---- what the levels rest on */

static char *
dup_owner_words (const SediaProduct *product)
{
  if (product->minimum != SEDIA_NO_AMOUNT && product->maximum != SEDIA_NO_AMOUNT)
    return g_strdup (_("The minimum and the maximum are yours."));
  if (product->minimum != SEDIA_NO_AMOUNT)
    return g_strdup (_("The minimum is yours."));

  return g_strdup (_("The maximum is yours."));
}

/* "Sells about 12 pcs a week, from 52 weeks; a delivery takes 7 days, as the supplier states; 14
 * pcs are kept in reserve, to run out at most once in 20 orders." */
static char *
dup_forecast_words (const SediaProduct      *product,
                    const SediaReorderBasis *basis)
{
  g_autofree char *sells = sedia_forecast_amount_words (basis->demand, product->decimals,
                                                        product->unit);
  g_autofree char *lead = sedia_lead_time_words (&basis->lead);
  g_autofree char *safety = amount_text (product, basis->safety);
  g_autofree char *service = sedia_service_sentence (basis->orders_per_shortage);

  /* Translators: "Sells about 12 pcs a week", from how many weeks that is known, "a delivery takes
   * 7 days, as the supplier states", a quantity with its unit, "run out at most once in 20 orders"
   */
  return g_strdup_printf (ngettext ("%s, from %u week; %s; %s are kept in reserve, to %s.",
                                    "%s, from %u weeks; %s; %s are kept in reserve, to %s.",
                                    basis->n_weeks), sells, basis->n_weeks, lead, safety, service);
}

/**
 * sedia_reorder_basis_sentence:
 * @product: a product
 * @suggestion: what to order of it
 *
 * Returns: (transfer full): where the levels come from: the owner's own are said to be so, and what
 *   was worked out says of what
 */
char *
sedia_reorder_basis_sentence (const SediaProduct    *product,
                              const SediaSuggestion *suggestion)
{
  const gboolean is_owners = product->minimum != SEDIA_NO_AMOUNT ||
                             product->maximum != SEDIA_NO_AMOUNT;
  g_autofree char *own = is_owners ? dup_owner_words (product) : NULL;
  g_autofree char *worked_out = suggestion->basis.n_weeks > 0
                                  ? dup_forecast_words (product, &suggestion->basis)
                                  : NULL;

  if (own != NULL && worked_out != NULL)
    return g_strdup_printf ("%s %s", own, worked_out);
  if (own != NULL || worked_out != NULL)
    return g_strdup (own != NULL ? own : worked_out);

  return g_strdup (_("No minimum is set, and too little is known to work one out: only customers "
                     "who wait are covered."));
}
