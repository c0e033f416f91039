/* A chart with its words, and the same numbers as a table one key away.
 *
 *   Demand and forecast                     [Table]
 *   Sells about 12 pcs a week, steady ...
 *   (drawn, or a table)
 *   Week of 3 Nov 2026 · Asked for: 12 pcs
 *
 * T or Enter on the chart shows the table, T or Escape in the table the chart.
 */
#pragma once

#include "sedia-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_CHART_PANEL (sedia_chart_panel_get_type ())

G_DECLARE_FINAL_TYPE (SediaChartPanel, sedia_chart_panel, SEDIA, CHART_PANEL, GtkWidget)

GtkWidget *sedia_chart_panel_new (void);
/* The chart stays the caller's, and must live until another is shown. */
void sedia_chart_panel_show (SediaChartPanel  *self,
                             const SediaChart *chart);

G_END_DECLS
