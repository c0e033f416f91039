/* A chart as plain numbers: what is drawn, and what the table beside it says.
 *
 *   places along the bottom (weeks, deliveries), one value of each series above each of them
 *
 * Values are whole numbers of the smallest unit; SEDIA_NO_AMOUNT where there is none.
 */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

typedef enum
{
  SEDIA_SERIES_BARS,
  SEDIA_SERIES_LINE,
  SEDIA_SERIES_STEPS, /* a stock: it stays until it changes */
  SEDIA_SERIES_BAND,  /* from the values up to the highs */
} SediaSeriesKind;

/**
 * SediaSeries:
 * @kind: how it is drawn
 * @name: what it is
 * @values: (element-type gint64): one for each place
 * @highs: (element-type gint64): of a band, its upper ends
 *
 * One kind of number over all places.
 */
typedef struct
{
  SediaSeriesKind kind;
  char *name;
  GArray *values;
  GArray *highs;
} SediaSeries;

/**
 * SediaChart:
 * @title: what it is about
 * @sentence: what there is to see in it
 * @places: (element-type utf8): what each place is called
 * @ticks: (element-type utf8): what stands below it, empty for nothing
 * @series: (element-type SediaSeries): in the order in which they are drawn
 * @places_name: what a place is: "Week"
 * @unit: (nullable): of the values
 * @decimals: of the values
 * @level: a line across; SEDIA_NO_AMOUNT for none
 * @level_name: (nullable): what it means
 * @n_past: so many places are past; all of them where none is to come
 * @marked: (element-type gboolean): places that are shaded
 * @marked_name: (nullable): what that means
 *
 * All that a chart shows.
 */
typedef struct
{
  char *title;
  char *sentence;
  GPtrArray *places;
  GPtrArray *ticks;
  GPtrArray *series;
  char *places_name;
  char *unit;
  guint decimals;
  gint64 level;
  char *level_name;
  guint n_past;
  GArray *marked;
  char *marked_name;
} SediaChart;

/**
 * SediaChartScale:
 * @low: the lowest line across
 * @step: from one line to the next
 * @n: lines
 *
 * The lines across a chart, at round numbers.
 */
typedef struct
{
  gint64 low;
  gint64 step;
  guint n;
} SediaChartScale;

SediaChart *sedia_chart_new (const char *title, const char *places_name, const char *unit,
                             guint decimals);
void sedia_chart_free (SediaChart *self);
SediaSeries *sedia_chart_add_series (SediaChart *self, SediaSeriesKind kind, const char *name);
void sedia_chart_add_place (SediaChart *self, char *place, char *tick, gboolean is_marked);
void sedia_series_add (SediaSeries *self, gint64 value, gint64 high);
gint64 sedia_series_get (const SediaSeries *self, guint place, gint64 *high);
gboolean sedia_chart_is_empty (const SediaChart *self);
void sedia_chart_scale (const SediaChart *self, guint most, SediaChartScale *scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaChart, sedia_chart_free)

G_END_DECLS
