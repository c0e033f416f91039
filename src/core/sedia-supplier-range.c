/* How long a supplier usually takes: see sedia-supplier-range.h. */
#include "config.h"

#include "sedia-supplier-range.h"

#include <glib/gi18n.h>
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

/**
 * sedia_day_range:
 * @days: (array length=n): how many days each took
 * @n: how many, at least one
 * @range: (out): between which 80 of 100 lie
 *
 * From the tenth to the ninetieth of a hundred. Days are whole, so that between two of them the
 * range is drawn in: else it would hold more than it says.
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

  *range = (SediaDayRange) { .n = n, .low = MIN (low, high), .high = MAX (low, high) };
  for (guint i = 0; i < n; i++)
    range->n_after += days[i] > range->high;
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
