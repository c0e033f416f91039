/* How long a supplier usually takes: see sedia-supplier-range.h. */
#include "config.h"

#include "sedia-supplier-range.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const int left = *(const int *) a, right = *(const int *) b;

  return (left > right) - (left < right);
}

/* The quantile of @tenths tenths among n sorted days at the place tenths/10 * (n + 1), in
 * hundredths of a day: Weibull's plotting position, with which a new value falls below it in just
 * that part of all cases (Hyndman and Fan 1996, type 6). */
static int
quantile (const int *sorted,
          guint      n,
          guint      tenths)
{
  const guint place = tenths * (n + 1) * 10; /* in hundredths */
  const guint whole = place / 100;

  if (whole < 1)
    return sorted[0] * 100;
  if (whole >= n)
    return sorted[n - 1] * 100;

  return sorted[whole - 1] * 100 + (sorted[whole] - sorted[whole - 1]) * (int) (place % 100);
}

static int
floor_hundredths (int value)
{
  return value / 100 - (value % 100 < 0);
}

static guint
count_inside (const int *sorted,
              guint      n,
              int        low,
              int        high)
{
  guint inside = 0;

  for (guint i = 0; i < n; i++)
    inside += sorted[i] >= low && sorted[i] <= high;

  return inside;
}

/* How far a range is from holding the next one in 80 of 100 cases, in tenths of a case: of n + 1
 * cases with the next one among them, it holds those it holds now. */
static guint
distance (const int *sorted,
          guint      n,
          int        low,
          int        high)
{
  const guint inside = count_inside (sorted, n, low, high);

  return (guint) abs ((int) (10 * inside) - (int) (8 * (n + 1)));
}

/* Many deliveries may take just the same number of days: then a day more or less at an end comes
 * nearer to what the range says. */
static void
settle_ends (const int *sorted,
             guint      n,
             int       *low,
             int       *high)
{
  static const struct { int low, high; } moves[] = {
    { 1, 0 }, { 0, -1 }, { -1, 0 }, { 0, 1 }, { 1, -1 }, { -1, 1 }, { 1, 1 }, { -1, -1 },
  };
  const int from = *low, to = *high;
  guint least = distance (sorted, n, from, to);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const int a = from + moves[i].low, b = to + moves[i].high;
      const guint away = a <= b ? distance (sorted, n, a, b) : G_MAXUINT;

      if (away < least)
        {
          least = away;
          *low = a;
          *high = b;
        }
    }
}

/**
 * sedia_day_range:
 * @days: (array length=n): how many days each took
 * @n: how many, at least one
 * @range: (out): between which 80 of 100 lie
 *
 * From the tenth to the ninetieth of a hundred, drawn in to whole days, and from there by a day at
 * either end where that comes nearer to 80 of 100. In bench-range, with ten past deliveries and
 * more, it holds 79 to 85 of 100 cases, unless nearly all take the same number of days.
 */
void
sedia_day_range (const int     *days,
                 guint          n,
                 SediaDayRange *range)
{
  g_autofree int *sorted = NULL;
  int low, high;

  g_return_if_fail (days != NULL && n > 0 && range != NULL);

  sorted = g_memdup2 (days, n * sizeof *days);
  qsort (sorted, n, sizeof *sorted, compare_days);
  low = -floor_hundredths (-quantile (sorted, n, 1));
  high = floor_hundredths (quantile (sorted, n, 9));

  if (low > high)
    low = high = MIN (low, high);
  settle_ends (sorted, n, &low, &high);

  *range = (SediaDayRange) { .n = n, .low = low, .high = high };
  for (guint i = 0; i < n; i++)
    range->n_after += days[i] > range->high;
}

/**
 * sedia_day_spread:
 * @days: (array length=n): how many days each took
 * @n: how many, at least one
 * @mean: (out): of them
 * @deviation: (out): of them, as a sample of all there will be: of one alone 0
 *
 * The mean x and the deviation (sum (x_i - x)^2 / (n - 1))^(1/2) that the safety stock asks for:
 * Silver, Pyke and Thomas (2017), 6.10. A delivery that was entered as of a day before its order
 * took no time; none takes less.
 */
void
sedia_day_spread (const int *days,
                  guint      n,
                  double    *mean,
                  double    *deviation)
{
  double sum = 0.0, squares = 0.0;

  g_return_if_fail (days != NULL && n > 0 && mean != NULL && deviation != NULL);

  for (guint i = 0; i < n; i++)
    sum += MAX (days[i], 0);
  *mean = sum / n;
  for (guint i = 0; i < n; i++)
    squares += (MAX (days[i], 0) - *mean) * (MAX (days[i], 0) - *mean);
  *deviation = n > 1 ? sqrt (squares / (n - 1)) : 0.0;
}

/**
 * sedia_supplier_history_lead_time:
 * @history: what a supplier's past tells
 * @lead: (out): how long a delivery takes: by its own past when that is known, else as it states
 */
void
sedia_supplier_history_lead_time (const SediaSupplierHistory *history,
                                  SediaLeadTime              *lead)
{
  g_return_if_fail (history != NULL && lead != NULL);

  *lead = (SediaLeadTime) { 0 };
  if (history->is_known)
    *lead = (SediaLeadTime) { .source = SEDIA_LEAD_PAST, .days = history->lead_mean,
                              .deviation = history->lead_deviation, .n = history->lead.n };
  else if (history->lead_days >= 0)
    *lead = (SediaLeadTime) { .source = SEDIA_LEAD_STATED, .days = history->lead_days };
}

/**
 * sedia_lead_time_words:
 * @lead: how long a delivery takes
 *
 * Returns: (transfer full): that, and where it is known from, fit to stand within a sentence
 */
char *
sedia_lead_time_words (const SediaLeadTime *lead)
{
  const int days = (int) floor (lead->days + 0.5);
  const int spread = (int) floor (lead->deviation + 0.5);

  switch (lead->source)
    {
    case SEDIA_LEAD_STATED:
      return g_strdup_printf (ngettext ("a delivery takes %d day, as the supplier states",
                                        "a delivery takes %d days, as the supplier states",
                                        (gulong) days), days);

    case SEDIA_LEAD_PAST:
      if (spread == 0)
        /* Translators: how many days, and from how many deliveries that is known, five or more */
        return g_strdup_printf (ngettext ("a delivery took %d day, the last %u times",
                                          "a delivery took %d days, the last %u times",
                                          (gulong) days), days, lead->n);
      /* Translators: how many days, how many more or less, and from how many deliveries that is
       * known, five or more */
      return g_strdup_printf (ngettext ("a delivery took %d day, give or take %d, the last %u "
                                        "times",
                                        "a delivery took %d days, give or take %d, the last %u "
                                        "times", (gulong) days), days, spread, lead->n);

    case SEDIA_LEAD_UNKNOWN:
      break;
    }

  return g_strdup (_("nobody knows how long a delivery takes"));
}

/**
 * sedia_supplier_history_words:
 * @history: what a supplier's past tells
 *
 * Returns: (transfer full): "usually 6–11 days; 2 of the last 9 came later"; with too little past,
 *   what the supplier states, said to be so
 */
char *
sedia_supplier_history_words (const SediaSupplierHistory *history)
{
  const SediaDayRange *lead = &history->lead;
  g_autofree char *usual = NULL;

  if (!history->is_known)
    return history->lead_days >= 0
             ? g_strdup_printf (ngettext ("%d day, as the supplier states",
                                         "%d days, as the supplier states",
                                         (gulong) history->lead_days),
                                history->lead_days)
             : g_strdup (_("not known: too few deliveries so far"));

  /* Translators: how long a supplier takes from an order to the delivery */
  usual = lead->low == lead->high
            ? g_strdup_printf (ngettext ("usually %d day", "usually %d days",
                                            (gulong) MAX (lead->high, 0)), lead->high)
            : g_strdup_printf (_("usually %d–%d days"), lead->low, lead->high);
  if (lead->n_after == 0)
    /* Translators: "usually 6–11 days", then how many deliveries that is known from */
    return g_strdup_printf (_("%s; none of the last %u came later"), usual, lead->n);

  /* Translators: "usually 6–11 days", then how many came later, and of how many */
  return g_strdup_printf (_("%s; %u of the last %u came later"), usual, lead->n_after, lead->n);
}
