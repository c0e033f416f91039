/* How a chart is painted: the strokes below sedia-chart-view.c. */
#pragma once

#include "sedia-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaChartPaint:
 * @widget: whose colours and letters
 * @chart: what is painted
 * @width: of all there is
 * @height: of all there is
 * @marker: the place that was gone to, -1 for none
 */
typedef struct
{
  GtkWidget *widget;
  const SediaChart *chart;
  int width;
  int height;
  int marker;
} SediaChartPaint;

void sedia_chart_paint (const SediaChartPaint *self,
                        cairo_t               *cr);
/* The place at a point, -1 for none */
int sedia_chart_paint_find (const SediaChartPaint *self,
                            double                 x);

G_END_DECLS
