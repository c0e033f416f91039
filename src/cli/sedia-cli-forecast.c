/* forecast show. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-json.h"
#include "sedia-cli-table.h"
#include "sedia-cli-values.h"
#include "sedia-forecast-wording.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAYS 7
#define MORE_DECIMALS 3 /* of an estimate than the product's */

static const char *const class_words[] = {
  [SEDIA_DEMAND_NONE] = "none",
  [SEDIA_DEMAND_SMOOTH] = "smooth",
  [SEDIA_DEMAND_ERRATIC] = "erratic",
  [SEDIA_DEMAND_INTERMITTENT] = "intermittent",
  [SEDIA_DEMAND_LUMPY] = "lumpy",
};

static const char *const method_words[] = {
  [SEDIA_FORECAST_NAIVE] = "naive",
  [SEDIA_FORECAST_AVERAGE] = "average",
  [SEDIA_FORECAST_SMOOTHING] = "ses",
  [SEDIA_FORECAST_TREND] = "holt",
  [SEDIA_FORECAST_LAST_SEASON] = "last-season",
  [SEDIA_FORECAST_SEASON_ADDED] = "holt-winters-added",
  [SEDIA_FORECAST_SEASON_TIMES] = "holt-winters-times",
  [SEDIA_FORECAST_CROSTON] = "croston",
  [SEDIA_FORECAST_SBA] = "sba",
  [SEDIA_FORECAST_SBJ] = "sbj",
  [SEDIA_FORECAST_TSB] = "tsb",
};

/* An estimate: null where there is none. */
static void
write_estimate (SediaCliJson *json,
                const char   *name,
                double        value,
                guint         decimals)
{
  char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      sedia_cli_json_null (json, name);
      return;
    }

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  sedia_cli_json_digits (json, name, g_ascii_formatd (digits, sizeof digits, format, value));
}

static void
write_history (SediaCliJson           *json,
               const SediaDemandWeeks *weeks,
               const SediaProduct     *product)
{
  sedia_cli_json_begin_array (json, "history");
  for (guint i = 0; i < weeks->asked->len; i++)
    {
      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_day (json, "week", weeks->first_day + (int) i * DAYS);
      sedia_cli_json_quantity (json, "asked", g_array_index (weeks->asked, gint64, i),
                               product->decimals);
      sedia_cli_json_boolean (json, "out", g_array_index (weeks->is_out, gboolean, i));
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static char *
reply_json (const SediaProduct     *product,
            const SediaDemandWeeks *weeks,
            const SediaForecast    *forecast)
{
  const double unit = pow (10, product->decimals);
  const gboolean is_known = forecast->state != SEDIA_FORECAST_NOT_ENOUGH_HISTORY;
  const gboolean is_tried = forecast->accuracy.n > 0;
  SediaCliJson json;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "sku", product->sku);
  sedia_cli_json_string (&json, "bucket", "week");
  sedia_cli_json_string (&json, "class", class_words[forecast->shape.class]);
  if (forecast->state == SEDIA_FORECAST_CHOSEN || forecast->state == SEDIA_FORECAST_FEW_WEEKS)
    sedia_cli_json_string (&json, "method", method_words[forecast->method.kind]);
  else
    sedia_cli_json_null (&json, "method");
  write_estimate (&json, "mean", is_known ? forecast->mean / unit : (double) NAN,
                  product->decimals + MORE_DECIMALS);
  write_estimate (&json, "deviation", is_known ? forecast->deviation / unit : (double) NAN,
                  product->decimals + MORE_DECIMALS);
  write_estimate (&json, "mase", is_tried ? forecast->accuracy.scaled : (double) NAN,
                  MORE_DECIMALS);
  write_estimate (&json, "wape", is_tried ? forecast->accuracy.share : (double) NAN, MORE_DECIMALS);
  sedia_cli_json_integer (&json, "weeks", forecast->shape.n_known);
  write_history (&json, weeks, product);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

static const SediaCliColumn columns[] = {
  { N_("Week from"), FALSE }, { N_("Asked for"), TRUE }, { N_("Stock"), FALSE },
};

static char *
reply_table (const SediaProduct     *product,
             const SediaDemandWeeks *weeks,
             const SediaForecast    *forecast)
{
  g_autoptr (SediaCliTable) table = sedia_cli_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *sentence = sedia_forecast_sentence (forecast, product->decimals, product->unit);
  g_autofree char *rows = NULL;

  for (guint i = 0; i < weeks->asked->len; i++)
    {
      const gboolean is_out = g_array_index (weeks->is_out, gboolean, i);

      sedia_cli_table_day (table, weeks->first_day + (int) i * DAYS);
      sedia_cli_table_quantity (table, g_array_index (weeks->asked, gint64, i), product->decimals);
      sedia_cli_table_text (table, is_out ? _("none, not counted") : "");
    }
  rows = sedia_cli_table_format (table);

  return g_strdup_printf ("%s: %s.\n%s", product->name, sentence, rows);
}

/**
 * sedia_cli_forecast_show: forecast show SKU
 */
char *
sedia_cli_forecast_show (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0),
                                                             error);
  g_autoptr (SediaForecaster) forecaster = NULL;
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  SediaForecast forecast;

  if (product == NULL ||
      !(weeks = sedia_demand_weeks_read (db, product->id, sedia_day_today (), error)))
    return NULL;

  forecaster = sedia_demand_forecaster_new ();
  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);

  return cli->json ? reply_json (product, weeks, &forecast)
                   : reply_table (product, weeks, &forecast);
}
