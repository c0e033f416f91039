/* A forecast, and how often a shop may run out, in words. */
#pragma once

#include "sedia-forecast-choose.h"

G_BEGIN_DECLS

/* "Sells about 12 pcs a week, steady; off by about 3 pcs a week" */
char *sedia_forecast_sentence (const SediaForecast *forecast,
                               guint                decimals,
                               const char          *unit);
/* "Sells about 12 pcs a week": its beginning */
char *sedia_forecast_amount_words (double      mean,
                                   guint       decimals,
                                   const char *unit);
/* "run out at most once in 20 orders" */
char *sedia_service_sentence (guint orders_per_shortage);

G_END_DECLS
