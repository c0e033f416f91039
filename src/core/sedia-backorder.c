/* What the owner decided about letting customers wait: see sedia-backorder.h. */
#include "config.h"

#include "sedia-backorder.h"

#include "sedia-expected-wording.h"
#include "sedia-number.h"

#include <glib/gi18n.h>

/* A day that has passed and brought nothing says nothing any more. */
static gboolean
is_day_known (const SediaBackorderWish *wish)
{
  return wish->latest != SEDIA_NO_DAY && wish->latest >= wish->today;
}

static char *
dup_days (const SediaBackorderWish *wish)
{
  return sedia_day_range_words (wish->earliest != SEDIA_NO_DAY
                                  ? MAX (wish->earliest, wish->today)
                                  : wish->latest,
                                wish->latest);
}

/* ---- what cannot be done */

/* NULL when it can. */
static char *
dup_refusal (const SediaProduct       *product,
             const SediaBackorderWish *wish,
             const char               *need,
             const char               *have)
{
  g_autofree char *limit = NULL;

  if (product->backorder == SEDIA_BACKORDER_REFUSE)
    {
      if (product->backorder_why != NULL && *product->backorder_why != '\0')
        /* Translators: a product, two quantities, and why in the owner's words */
        return g_strdup_printf (_("%s is not taken on backorder: %s wanted, %s free (“%s”)."),
                                product->name, need, have, product->backorder_why);
      return g_strdup_printf (_("%s is not taken on backorder: %s wanted, %s free."),
                              product->name, need, have);
    }
  if (product->backorder_limit == SEDIA_NO_AMOUNT || wish->waiting <= product->backorder_limit)
    return NULL;

  limit = sedia_quantity_text (product->backorder_limit, product->decimals, product->unit);
  return g_strdup_printf (_("%s: no more than %s may wait; %s wanted, %s free."), product->name,
                          limit, need, have);
}

/* ---- what a person may decide */

static void
warn (GString *warnings,
      char    *sentence)
{
  if (sentence != NULL)
    g_string_append_printf (warnings, "%s%s", warnings->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
dup_asked_first (const SediaProduct       *product,
                 const SediaBackorderWish *wish,
                 const char               *need,
                 const char               *have)
{
  g_autofree char *days = NULL;

  if (product->backorder != SEDIA_BACKORDER_WARN)
    return NULL;
  if (!is_day_known (wish))
    return g_strdup_printf (_("%s is out: %s wanted, %s free, the rest would wait. Tell the "
                              "customer, then go on anyway."), product->name, need, have);

  days = dup_days (wish);
  /* Translators: a product, two quantities, and when it comes */
  return g_strdup_printf (_("%s is out: %s wanted, %s free, the rest would wait. It comes %s; ask "
                            "the customer whether that is all right."),
                          product->name, need, have, days);
}

static char *
dup_too_long (const SediaProduct       *product,
              const SediaBackorderWish *wish)
{
  const gint64 longest = (gint64) wish->today + product->backorder_wait;
  g_autofree char *days = NULL;

  if (product->backorder_wait == 0 || (is_day_known (wish) && wish->latest <= longest))
    return NULL;
  if (!is_day_known (wish))
    return g_strdup_printf (ngettext ("Customers wait at most %u day for %s, and nobody knows when "
                                      "it comes.",
                                      "Customers wait at most %u days for %s, and nobody knows "
                                      "when it comes.",
                                      product->backorder_wait),
                            product->backorder_wait, product->name);

  days = dup_days (wish);
  return g_strdup_printf (ngettext ("Customers wait at most %u day for %s, and it comes %s.",
                                    "Customers wait at most %u days for %s, and it comes %s.",
                                    product->backorder_wait),
                          product->backorder_wait, product->name, days);
}

/**
 * sedia_backorder_deposit:
 * @product: what a customer wants
 * @wish: how much, and at which price
 *
 * Returns: what must be paid beforehand for what of it waits, rounded up; 0 for nothing, or where
 *   it has no price
 */
gint64
sedia_backorder_deposit (const SediaProduct       *product,
                         const SediaBackorderWish *wish)
{
  const gint64 one = sedia_quantity_one (product->decimals) * 100;
  gint64 worth;

  if (product->backorder_deposit == 0 || wish->price == SEDIA_NO_AMOUNT ||
      wish->reserved >= wish->ordered ||
      !sedia_checked_multiply (wish->price, wish->ordered - wish->reserved, &worth) ||
      !sedia_checked_multiply (worth, product->backorder_deposit, &worth))
    return 0;

  return worth / one + (worth % one > 0);
}

static char *
dup_deposit (const SediaProduct       *product,
             const SediaBackorderWish *wish)
{
  const gint64 needed = sedia_backorder_deposit (product, wish);
  g_autofree char *amount = NULL;

  if (needed <= wish->deposit)
    return NULL;

  amount = sedia_money_format (needed, sedia_number_form_of_locale ());
  /* Translators: a product, an amount of money, and how many of 100 of the price that is */
  return g_strdup_printf (_("%s: ask for a deposit of %s (%u %%)."), product->name, amount,
                          product->backorder_deposit);
}

/**
 * sedia_backorder_problem:
 * @product: what is ordered
 * @wish: how much of it, and what is known of when it comes
 * @may_go_on: (out): whether a person may decide to go on all the same
 *
 * Returns: (transfer full) (nullable): why a customer cannot, or should not, wait for it; NULL when
 *   nothing speaks against it
 */
char *
sedia_backorder_problem (const SediaProduct       *product,
                         const SediaBackorderWish *wish,
                         gboolean                 *may_go_on)
{
  g_autofree char *need = sedia_quantity_text (wish->ordered, product->decimals, product->unit);
  g_autofree char *have = sedia_quantity_text (wish->reserved, product->decimals, product->unit);
  g_autoptr (GString) warnings = NULL;
  char *refusal;

  *may_go_on = FALSE;
  if (wish->reserved >= wish->ordered)
    return NULL;
  if ((refusal = dup_refusal (product, wish, need, have)) != NULL)
    return refusal;

  warnings = g_string_new (NULL);
  warn (warnings, dup_asked_first (product, wish, need, have));
  warn (warnings, dup_too_long (product, wish));
  warn (warnings, dup_deposit (product, wish));
  *may_go_on = warnings->len > 0;

  return *may_go_on ? g_string_free (g_steal_pointer (&warnings), FALSE) : NULL;
}
