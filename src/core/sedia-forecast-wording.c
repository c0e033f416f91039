/* A forecast in words.
 *
 *   Sells about 12 pcs a week, steady; off by about 3 pcs a week; 2 weeks without stock not counted
 *         how much            how      how wrong it was             what it passes over
 *
 * It is a rough figure, and is said as one: two digits, and a slow seller by its weeks.
 */
#include "config.h"

#include "sedia-forecast-wording.h"

#include "sedia-number.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_A_WEEK (2.0 / 3.0) /* below, it is one in two weeks or more */
#define WEEKS_MOST 104           /* what sells less often than that hardly sells */
#define WEEKS_TO_MOVE 13         /* a trend is worth a word when it moves the mean in that time */
#define SHARE_TO_MOVE 0.1        /* by that much */

/* Two digits of a whole number: 1234 is 1200. */
static gint64
round_to_two_digits (double value)
{
  double unit = 1.0;

  value = MIN (value, (double) SEDIA_QUANTITY_MAX);
  while (value / unit >= 99.5)
    unit *= 10.0;

  return (gint64) (floor (value / unit + 0.5) * unit);
}

/**
 * sedia_forecast_amount_words:
 * @mean: how much is asked for in a week, in the product's smallest unit
 * @decimals: decimals of the product
 * @unit: its unit
 *
 * Returns: (transfer full): "Sells about 12 pcs a week"
 */
char *
sedia_forecast_amount_words (double      mean,
                             guint       decimals,
                             const char *unit)
{
  g_autofree char *text = NULL;
  double weeks;

  if (mean >= LEAST_A_WEEK)
    {
      text = sedia_quantity_text (round_to_two_digits (mean), decimals, unit);
      /* Translators: a quantity with its unit, such as "12 pcs" or "2,5 kg". */
      return g_strdup_printf (_("Sells about %s a week"), text);
    }

  weeks = mean > 0.0 ? floor (1.0 / mean + 0.5) : INFINITY;
  if (weeks > WEEKS_MOST)
    return g_strdup (_("Hardly sells any more"));

  text = sedia_quantity_text (1, decimals, unit);
  /* Translators: a quantity with its unit, such as "1 pcs", and in how many weeks it sells. */
  return g_strdup_printf (ngettext ("Sells about %s every %u week", "Sells about %s every %u weeks",
                                    (guint) weeks),
                          text, (guint) weeks);
}

/* What moves says more than how even it is; NULL where there is nothing to say. */
static const char *
manner_of (const SediaForecast *forecast)
{
  const double moves = forecast->drift * WEEKS_TO_MOVE;
  const SediaForecastKind kind = forecast->method.kind;

  if (forecast->mean <= 0.0)
    return NULL;
  if (kind == SEDIA_FORECAST_LAST_SEASON || kind == SEDIA_FORECAST_SEASON_ADDED ||
      kind == SEDIA_FORECAST_SEASON_TIMES)
    return C_("demand", "with the season");
  if (fabs (moves) > SHARE_TO_MOVE * forecast->mean)
    return moves > 0.0 ? C_("demand", "rising") : C_("demand", "falling");

  switch (forecast->shape.class)
    {
    case SEDIA_DEMAND_SMOOTH:
      return C_("demand", "steady");

    case SEDIA_DEMAND_ERRATIC:
      return C_("demand", "up and down");

    case SEDIA_DEMAND_INTERMITTENT:
      return C_("demand", "only in some weeks");

    case SEDIA_DEMAND_LUMPY:
      return C_("demand", "only in some weeks, and in uneven amounts");

    case SEDIA_DEMAND_NONE:
      break;
    }

  return NULL;
}

/* How far off; of few weeks, how few. */
static char *
dup_doubt (const SediaForecast *forecast,
           guint                decimals,
           const char          *unit)
{
  const guint n = forecast->shape.n_known;
  g_autofree char *text = NULL;

  if (forecast->state == SEDIA_FORECAST_FEW_WEEKS)
    return g_strdup_printf (ngettext ("from only %u week", "from only %u weeks", n), n);

  if (forecast->accuracy.absolute < 0.5)
    {
      text = sedia_quantity_text (1, decimals, unit);
      /* Translators: a quantity with its unit: "1 pcs" */
      return g_strdup_printf (_("off by less than %s a week"), text);
    }

  text = sedia_quantity_text (round_to_two_digits (forecast->accuracy.absolute), decimals, unit);
  /* Translators: a quantity with its unit, such as "3 pcs" or "0,5 kg". */
  return g_strdup_printf (_("off by about %s a week"), text);
}

static char *
dup_forecast (const SediaForecast *forecast,
              guint                decimals,
              const char          *unit)
{
  const guint n = forecast->shape.n_known;
  g_autofree char *amount = NULL;
  g_autofree char *doubt = NULL;
  const char *manner;

  if (forecast->state == SEDIA_FORECAST_NOT_ENOUGH_HISTORY)
    /* Translators: how many weeks there are, and how many it takes; the latter are several. */
    return g_strdup_printf (ngettext ("Not enough history: %u week of the %u it takes",
                                      "Not enough history: %u weeks of the %u it takes", n),
                            n, SEDIA_FORECAST_WEEKS_LEAST);

  if (forecast->state == SEDIA_FORECAST_NOTHING_ASKED)
    return g_strdup_printf (ngettext ("Nobody asked for it in %u week",
                                      "Nobody asked for it in %u weeks", n),
                            n);

  amount = sedia_forecast_amount_words (forecast->mean, decimals, unit);
  doubt = dup_doubt (forecast, decimals, unit);
  manner = manner_of (forecast);
  if (manner == NULL)
    return g_strdup_printf ("%s; %s", amount, doubt);

  /* Translators: "Sells about 12 pcs a week", "steady", "off by about 3 pcs a week" */
  return g_strdup_printf (_("%s, %s; %s"), amount, manner, doubt);
}

/**
 * sedia_forecast_sentence:
 * @forecast: a forecast, in the product's smallest unit
 * @decimals: decimals of the product
 * @unit: its unit
 *
 * Returns: (transfer full): what is likely to be asked for, how far off that may be, and what was
 *   not counted; without a full stop
 */
char *
sedia_forecast_sentence (const SediaForecast *forecast,
                         guint                decimals,
                         const char          *unit)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (forecast != NULL && decimals <= SEDIA_DECIMALS_MAX && unit != NULL, NULL);

  text = dup_forecast (forecast, decimals, unit);
  if (forecast->n_ignored == 0)
    return g_steal_pointer (&text);

  /* Translators: what comes before it, and in how many weeks there was no stock. */
  return g_strdup_printf (ngettext ("%s; %u week without stock not counted",
                                    "%s; %u weeks without stock not counted",
                                    forecast->n_ignored),
                          text, forecast->n_ignored);
}

/**
 * sedia_service_sentence:
 * @orders_per_shortage: 2 or more
 *
 * Returns: (transfer full): the service level in plain words, fit to stand within a sentence
 */
char *
sedia_service_sentence (guint orders_per_shortage)
{
  return g_strdup_printf (ngettext ("run out at most once in %u order",
                                    "run out at most once in %u orders", orders_per_shortage),
                          orders_per_shortage);
}
