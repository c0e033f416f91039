/* A chart that is drawn.
 *
 *    60 |        _ _ _ _ _ _ _ _
 *    40 |  #     # - - - your minimum
 *    20 |  #  #  #   `-.
 *     0 |__#__#__#__:__.`.__________
 *        3 Nov      :now
 *
 * Left and Right go from place to place, Home and End to the ends: what each says is the property
 * "told". What it shows is told apart by shape, not by colour alone.
 *
 * Property: told (string, read only): the place that was gone to and its numbers, NULL for none.
 */
#pragma once

#include "sedia-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_CHART_VIEW (sedia_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (SediaChartView, sedia_chart_view, SEDIA, CHART_VIEW, GtkWidget)

GtkWidget *sedia_chart_view_new (void);
/* The chart stays the caller's, and must live until another is set. */
void sedia_chart_view_set_chart (SediaChartView   *self,
                                 const SediaChart *chart);
char *sedia_chart_view_dup_told (SediaChartView *self);
/* What a series says of a place, in words; NULL where it says nothing. */
char *sedia_chart_dup_value (const SediaChart  *chart,
                             const SediaSeries *series,
                             guint              place);

G_END_DECLS
