/* The reference series and what R made of them, read from its tables. */
#pragma once

#include "sedia-forecast.h"

#include "../reference-data.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *id;
  guint season;
  guint n;
  guint n_train;
  double *values;
} Series;

static inline void
series_free (Series *series)
{
  g_free (series->id);
  g_free (series->values);
  g_free (series);
}

/* (element-type GStrv): the rows without the header; no cell that is read has a comma in it. */
static inline GPtrArray *
read_rows (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; *line != NULL; line++)
    if (**line != '\0')
      g_ptr_array_add (rows, g_strsplit (g_strchomp (*line), ",", -1));

  return rows;
}

static inline Series *
find_series (GPtrArray  *all,
             const char *id)
{
  for (guint i = 0; i < all->len; i++)
    {
      Series *series = g_ptr_array_index (all, i);

      if (g_str_equal (series->id, id))
        return series;
    }

  g_error ("there is no series %s", id);
}

/* (element-type Series) */
static inline GPtrArray *
read_series (const char *folder)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  g_autoptr (GPtrArray) meta = read_rows (folder, "series_meta.csv");
  g_autoptr (GPtrArray) rows = read_rows (folder, "series.csv");

  for (guint i = 0; i < meta->len; i++)
    {
      char **row = g_ptr_array_index (meta, i);
      Series *series = g_new0 (Series, 1);

      series->id = g_strdup (row[0]);
      series->season = (guint) atoi (row[3]);
      series->n = (guint) atoi (row[4]);
      series->n_train = (guint) atoi (row[5]);
      series->values = g_new0 (double, series->n);
      g_ptr_array_add (all, series);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      find_series (all, row[0])->values[atoi (row[1]) - 1] = g_ascii_strtod (row[2], NULL);
    }

  return all;
}

static inline SediaDemand
train_of (const Series *series)
{
  return (SediaDemand) { .values = series->values, .n = series->n_train };
}

/* The method of a name such as "sba_a0.2_mean"; FALSE for those that are not ours to make. */
static inline gboolean
method_of_name (const char          *name,
                guint                season,
                SediaForecastMethod *method)
{
  static const struct { const char *prefix; SediaForecastKind kind; } kinds[] = {
    { "naive", SEDIA_FORECAST_NAIVE },          { "snaive", SEDIA_FORECAST_LAST_SEASON },
    { "mean", SEDIA_FORECAST_AVERAGE },         { "ma", SEDIA_FORECAST_AVERAGE },
    { "ses_a", SEDIA_FORECAST_SMOOTHING },      { "holt_a", SEDIA_FORECAST_TREND },
    { "hw_add", SEDIA_FORECAST_SEASON_ADDED },  { "hw_mult", SEDIA_FORECAST_SEASON_TIMES },
    { "croston_a", SEDIA_FORECAST_CROSTON },    { "sba_a", SEDIA_FORECAST_SBA },
    { "sbj_a", SEDIA_FORECAST_SBJ },            { "tsb_", SEDIA_FORECAST_TSB },
    { "forecast_pkg_croston_a", SEDIA_FORECAST_CROSTON },
  };
  const char *rest = NULL;

  *method = (SediaForecastMethod) { .season = season, .phi = 1.0 };
  for (guint i = 0; rest == NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i].prefix))
      {
        method->kind = kinds[i].kind;
        rest = name + strlen (kinds[i].prefix);
      }
  if (rest == NULL)
    return FALSE;

  if (g_str_has_suffix (name, "_mean"))
    method->start = SEDIA_FORECAST_START_MEAN;
  if (g_ascii_isdigit (*rest))
    method->alpha = g_ascii_strtod (rest, NULL);
  if (method->kind == SEDIA_FORECAST_AVERAGE)
    method->window = (guint) method->alpha;
  if (method->kind == SEDIA_FORECAST_TSB)
    method->beta = g_ascii_strtod (strchr (rest, '_') + 1, NULL);
  if (method->kind == SEDIA_FORECAST_TREND)
    method->beta = g_ascii_strtod (strchr (rest, 'b') + 1, NULL);
  if (g_str_has_prefix (name, "hw_"))
    {
      method->alpha = 0.2;
      method->beta = method->gamma = 0.1;
    }

  return TRUE;
}

/* To one in a million of what is expected; the tables have ten digits. */
static inline void
assert_close (double      value,
              double      expected,
              const char *what)
{
  const double off = value - expected;

  if (!(ABS (off) <= 1e-6 * ABS (expected) + 1e-9))
    g_error ("%s: %.12g, not %.12g", what, value, expected);
}

static inline void
assert_cell (double      value,
             const char *cell,
             const char *what)
{
  if (*cell == '\0')
    {
      if (value - value == 0.0)
        g_error ("%s: %.12g, where there should be none", what, value);
      return;
    }

  assert_close (value, g_ascii_strtod (cell, NULL), what);
}
