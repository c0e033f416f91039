/* What a chart shows, and the round numbers beside it. */
#include "config.h"

#include "sedia-chart.h"

static void
series_free (SediaSeries *self)
{
  g_free (self->name);
  g_array_unref (self->values);
  g_array_unref (self->highs);
  g_free (self);
}

/**
 * sedia_chart_new:
 * @title: what it is about
 * @places_name: what a place is
 * @unit: (nullable): of the values
 * @decimals: of the values
 *
 * Returns: (transfer full): a chart without places
 */
SediaChart *
sedia_chart_new (const char *title,
                 const char *places_name,
                 const char *unit,
                 guint       decimals)
{
  SediaChart *self = g_new0 (SediaChart, 1);

  self->title = g_strdup (title);
  self->places_name = g_strdup (places_name);
  self->unit = g_strdup (unit);
  self->decimals = decimals;
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->ticks = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  self->level = SEDIA_NO_AMOUNT;
  self->marked = g_array_new (FALSE, FALSE, sizeof (gboolean));

  return self;
}

/**
 * sedia_chart_free: Frees a chart.
 */
void
sedia_chart_free (SediaChart *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->sentence);
  g_free (self->places_name);
  g_free (self->unit);
  g_free (self->level_name);
  g_free (self->marked_name);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->series);
  g_array_unref (self->marked);
  g_free (self);
}

/**
 * sedia_chart_add_series:
 * @self: a chart
 * @kind: how it is drawn
 * @name: what it is
 *
 * Returns: (transfer none): a series without values
 */
SediaSeries *
sedia_chart_add_series (SediaChart      *self,
                        SediaSeriesKind  kind,
                        const char      *name)
{
  SediaSeries *series = g_new (SediaSeries, 1);

  *series = (SediaSeries) {
    .kind = kind,
    .name = g_strdup (name),
    .values = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .highs = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  g_ptr_array_add (self->series, series);

  return series;
}

/**
 * sedia_chart_add_place:
 * @self: a chart
 * @place: (transfer full): what it is called
 * @tick: (transfer full) (nullable): what stands below it
 * @is_marked: whether it is shaded
 *
 * Adds a place at the end; so far it is past.
 */
void
sedia_chart_add_place (SediaChart *self,
                       char       *place,
                       char       *tick,
                       gboolean    is_marked)
{
  g_ptr_array_add (self->places, place);
  g_ptr_array_add (self->ticks, tick != NULL ? tick : g_strdup (""));
  g_array_append_val (self->marked, is_marked);
  self->n_past = self->places->len;
}

/**
 * sedia_series_add:
 * @self: a series
 * @value: of the next place; SEDIA_NO_AMOUNT for none
 * @high: the upper end where it is a band
 */
void
sedia_series_add (SediaSeries *self,
                  gint64       value,
                  gint64       high)
{
  g_array_append_val (self->values, value);
  g_array_append_val (self->highs, high);
}

/**
 * sedia_series_get:
 * @self: a series
 * @place: which place
 * @high: (out) (optional): the upper end where it is a band
 *
 * Returns: the value there; SEDIA_NO_AMOUNT for none
 */
gint64
sedia_series_get (const SediaSeries *self,
                  guint              place,
                  gint64            *high)
{
  const gboolean is_there = place < self->values->len;

  if (high != NULL)
    *high = is_there ? g_array_index (self->highs, gint64, place) : SEDIA_NO_AMOUNT;

  return is_there ? g_array_index (self->values, gint64, place) : SEDIA_NO_AMOUNT;
}

/* The lowest and the highest there is, nothing included: a chart that hides the nothing makes small
 * things look great. FALSE: there is no value at all. */
static gboolean
find_ends (const SediaChart *self,
           gint64           *low,
           gint64           *high)
{
  gboolean has_any = FALSE;

  *low = *high = 0;
  for (guint i = 0; i < self->series->len; i++)
    for (guint place = 0; place < self->places->len; place++)
      {
        gint64 top;
        const gint64 value = sedia_series_get (g_ptr_array_index (self->series, i), place, &top);

        if (value == SEDIA_NO_AMOUNT)
          continue;
        has_any = TRUE;
        *low = MIN (*low, value);
        *high = MAX (*high, MAX (value, top));
      }
  if (self->level != SEDIA_NO_AMOUNT)
    *high = MAX (*high, self->level);

  return has_any;
}

/**
 * sedia_chart_is_empty: Whether there is no value to show.
 */
gboolean
sedia_chart_is_empty (const SediaChart *self)
{
  gint64 low, high;

  return !find_ends (self, &low, &high);
}

/* 1, 2, 5, 10, 20, 50 ... */
static gint64
next_step (gint64 step)
{
  gint64 power = 1;

  while (step / power >= 10)
    power *= 10;

  return step / power == 2 ? 5 * power : 2 * step;
}

static guint
count_lines (gint64  low,
             gint64  high,
             gint64  step,
             gint64 *first)
{
  const gint64 below = low < 0 ? (-low + step - 1) / step : 0;
  const gint64 above = (high + step - 1) / step;

  *first = -below * step;
  return (guint) MIN (below + above + 1, G_MAXINT);
}

/**
 * sedia_chart_scale:
 * @self: a chart
 * @most: no more lines than that, 3 or more
 * @scale: (out): where they are
 *
 * Lines across at round numbers (1, 2 or 5 times a power of ten, in the unit people see), from
 * below the lowest value to above the highest; nothing is always among them.
 */
void
sedia_chart_scale (const SediaChart *self,
                   guint             most,
                   SediaChartScale  *scale)
{
  gint64 low, high, first;
  gint64 step = 1;
  guint n;

  g_return_if_fail (most >= 3);

  find_ends (self, &low, &high);
  high = MAX (high, 1);
  while ((n = count_lines (low, high, step, &first)) > most)
    step = next_step (step);

  *scale = (SediaChartScale) { .low = first, .step = step, .n = n };
}
