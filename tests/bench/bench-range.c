/* How honest "usually 6-11 days" is: a range that says 80 of 100 must hold the next delivery in 75
 * to 85 of 100 cases, once ten deliveries are past. Suppliers whose delays are drawn from
 * distributions that are known, and the suppliers of the sample shop, one delivery after the other.
 */
#include "config.h"

#include "bench.h"
#include "sedia-supplier-range.h"
#include "sedia-time.h"

#include <stdlib.h>

#define MOST_PAST 50

typedef int (*Draw) (void);

/* On most days, one to either side now and then. */
static int
draw_punctual (void)
{
  return (int) (bench_random (3) + bench_random (3)) - 2;
}

static int
draw_even (void)
{
  return (int) bench_random (15);
}

/* The sum of many small causes. */
static int
draw_bell (void)
{
  int sum = 0;

  for (guint i = 0; i < 6; i++)
    sum += (int) bench_random (7);

  return sum - 18;
}

/* Mostly soon, sometimes very late. */
static int
draw_tail (void)
{
  return (int) (bench_random (5) + bench_random (8) * bench_random (8) * bench_random (3));
}

/* Two carriers: a quick one, and a slow one. */
static int
draw_two (void)
{
  return bench_random (3) > 0 ? (int) bench_random (4) : 12 + (int) bench_random (6);
}

static const struct
{
  const char *name;
  Draw draw;
} suppliers[] = {
  { "punctual", draw_punctual }, { "even, 0-14 days", draw_even }, { "bell", draw_bell },
  { "long tail", draw_tail },    { "two carriers", draw_two },
};

static const guint pasts[] = { 5, 10, 20, MOST_PAST };

/* In how many of 1000 cases the next one lies in the range of those before it. */
static guint
measure (Draw  draw,
         guint n_past)
{
  const guint rounds = bench_is_quick () ? 500 : 20000;
  guint inside = 0;

  for (guint round = 0; round < rounds; round++)
    {
      int days[MOST_PAST];
      SediaDayRange range;
      int next;

      for (guint i = 0; i < n_past; i++)
        days[i] = draw ();
      sedia_day_range (days, n_past, &range);
      next = draw ();
      inside += next >= range.low && next <= range.high;
    }

  return inside * 1000 / rounds;
}

static void
print_known (void)
{
  g_print ("%-18s", "of 100, past:");
  for (guint i = 0; i < G_N_ELEMENTS (pasts); i++)
    g_print ("%8u", pasts[i]);
  g_print ("\n");
  for (guint s = 0; s < G_N_ELEMENTS (suppliers); s++)
    {
      g_print ("%-18s", suppliers[s].name);
      for (guint i = 0; i < G_N_ELEMENTS (pasts); i++)
        {
          const guint inside = measure (suppliers[s].draw, pasts[i]);

          g_print ("%6u.%u", inside / 10, inside % 10);
        }
      g_print ("\n");
    }
}

/* ---- the sample shop */

typedef struct
{
  guint n;
  guint n_inside;
} Tally;

static void
follow (const SediaSeries *late,
        guint              n,
        Tally             *tally)
{
  int days[MOST_PAST];

  for (guint i = 0; i < MIN (n, MOST_PAST); i++)
    {
      const int next = (int) sedia_series_get (late, i, NULL);
      SediaDayRange range;

      if (i >= SEDIA_RANGE_LEAST)
        {
          sedia_day_range (days, i, &range);
          tally->n++;
          tally->n_inside += next >= range.low && next <= range.high;
        }
      days[i] = next;
    }
}

static gpointer
follow_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr (GPtrArray) all = sedia_supplier_list_all (db, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SediaSupplier *supplier = g_ptr_array_index (all, i);
      g_autoptr (SediaChart) chart = sedia_chart_lateness (db, supplier->id, sedia_time_now (),
                                                           error);

      if (chart == NULL)
        return NULL;
      follow (g_ptr_array_index (chart->series, 0), chart->places->len, data);
    }

  return all != NULL ? SEDIA_DONE : NULL;
}

static void
print_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaStore) store = sedia_store_open_sample (&error);
  Tally tally = { 0 };

  g_assert_no_error (error);
  sedia_store_read (store, follow_job, &tally, &error);
  g_assert_no_error (error);
  g_print ("sample shop: %u of %u deliveries, from the sixth of each supplier on, were inside\n",
           tally.n_inside, tally.n);
}

int
main (void)
{
  bench_seed (7);
  print_known ();
  print_sample ();

  return EXIT_SUCCESS;
}
