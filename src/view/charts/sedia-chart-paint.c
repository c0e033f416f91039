/* A chart on paper: lines across at round numbers, the series from back to front, a key above.
 */
#include "config.h"

#include "sedia-chart-paint.h"

#include "sedia-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 6.0
#define SWATCH 18.0          /* width of a sample in the key */
#define BAR_SHARE 0.7        /* of a place */
#define LINE_WIDTH 2.0
#define LINES_FROM 4         /* lines across in a low chart */
#define PIXELS_A_LINE 36     /* more lines, the higher it is */

/* Where everything is. */
typedef struct
{
  const SediaChartPaint *paint;
  const SediaChart *chart;
  cairo_t *cr;
  SediaChartScale scale;
  double left, top, width, height; /* of the place within the axes */
  double letter;                   /* height of a line of text */
  GdkRGBA ink, colour, warning;
  guint n_bars;
} Plot;

/* ---- text and colours */

static PangoLayout *
layout_new (GtkWidget  *widget,
            const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static int
text_width (GtkWidget  *widget,
            const char *text)
{
  g_autoptr (PangoLayout) layout = layout_new (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* x: where it begins, with @align 0, or where it ends, with 1 */
static void
draw_text (const Plot *plot,
           const char *text,
           double      x,
           double      y,
           double      align)
{
  g_autoptr (PangoLayout) layout = layout_new (plot->paint->widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (plot->cr, floor (x - align * width), floor (y));
  gdk_cairo_set_source_rgba (plot->cr, &plot->ink);
  pango_cairo_show_layout (plot->cr, layout);
}

static void
set_colour (const Plot    *plot,
            const GdkRGBA *colour,
            double         alpha)
{
  GdkRGBA faded = *colour;

  faded.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (plot->cr, &faded);
}

static void
read_colours (Plot *plot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (plot->paint->widget);

  gtk_style_context_get_color (context, &plot->ink);
  if (!gtk_style_context_lookup_color (context, "theme_selected_bg_color", &plot->colour))
    plot->colour = plot->ink;
  if (!gtk_style_context_lookup_color (context, "warning_color", &plot->warning))
    plot->warning = plot->ink;
}

/* ---- where things are */

static double
x_of (const Plot *plot,
      double      place)
{
  return plot->left + plot->width * place / MAX (plot->chart->places->len, 1);
}

static double
y_of (const Plot *plot,
      gint64      value)
{
  const double all = (double) plot->scale.step * (plot->scale.n - 1);

  return plot->top + plot->height * (1.0 - (double) (value - plot->scale.low) / all);
}

static char *
dup_line_text (const Plot *plot,
               guint       line)
{
  return sedia_format_quantity (plot->scale.low + plot->scale.step * line, plot->chart->decimals);
}

/* One entry after the other, on as many lines as they need; @draw FALSE only measures. */
static double
key_entry (const Plot *plot,
           const char *name,
           double     *x,
           double     *y)
{
  const double width = SWATCH + GAP + text_width (plot->paint->widget, name) + 3 * GAP;
  double at;

  if (*x > 0 && *x + width > plot->paint->width)
    {
      *x = 0;
      *y += plot->letter + GAP;
    }
  at = *x;
  *x += width;

  return at;
}

static guint
count_bars (const SediaChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < chart->series->len; i++)
    n += ((const SediaSeries *) g_ptr_array_index (chart->series, i))->kind == SEDIA_SERIES_BARS;

  return n;
}

static double
measure_key (const Plot *plot)
{
  double x = 0, y = 0;

  for (guint i = 0; i < plot->chart->series->len; i++)
    key_entry (plot, ((const SediaSeries *) g_ptr_array_index (plot->chart->series, i))->name, &x,
               &y);
  if (plot->chart->level_name != NULL)
    key_entry (plot, plot->chart->level_name, &x, &y);
  if (plot->chart->marked_name != NULL)
    key_entry (plot, plot->chart->marked_name, &x, &y);

  return y + plot->letter + 2 * GAP;
}

static void
lay_out (Plot                  *plot,
         const SediaChartPaint *paint,
         cairo_t               *cr)
{
  g_autoptr (PangoLayout) layout = layout_new (paint->widget, "0");
  int letter, widest = 0;
  double key;

  pango_layout_get_pixel_size (layout, NULL, &letter);
  *plot = (Plot) { .paint = paint, .chart = paint->chart, .cr = cr, .letter = letter,
                   .n_bars = count_bars (paint->chart) };
  key = measure_key (plot);
  plot->top = key;
  plot->height = MAX (paint->height - key - letter - GAP, letter);
  sedia_chart_scale (paint->chart, LINES_FROM + (guint) (plot->height / PIXELS_A_LINE),
                     &plot->scale);
  for (guint line = 0; line < plot->scale.n; line++)
    {
      g_autofree char *text = dup_line_text (plot, line);

      widest = MAX (widest, text_width (paint->widget, text));
    }
  plot->left = widest + GAP;
  plot->width = MAX (paint->width - plot->left - GAP, 1);
}

/* ---- series */

/* Bars of one series are full, those of another are outlined: also without colours. */
static void
draw_bar (const Plot *plot,
          guint       which,
          double      x,
          double      y,
          double      width,
          double      height)
{
  if (height < 0)
    {
      y += height;
      height = -height;
    }
  cairo_rectangle (plot->cr, x + 0.5, y + 0.5, MAX (width - 1, 1), MAX (height - 1, 1));
  if (which == 0)
    {
      set_colour (plot, &plot->colour, 1.0);
      cairo_fill (plot->cr);
      return;
    }

  set_colour (plot, &plot->ink, 0.15);
  cairo_fill_preserve (plot->cr);
  set_colour (plot, &plot->ink, 0.8);
  cairo_set_line_width (plot->cr, 1.0);
  cairo_stroke (plot->cr);
}

static void
draw_bars (const Plot        *plot,
           const SediaSeries *series,
           guint              which)
{
  const double place_width = plot->width / plot->chart->places->len;
  const double width = MAX (place_width * BAR_SHARE / plot->n_bars, 1);

  for (guint i = 0; i < plot->chart->places->len; i++)
    {
      const gint64 value = sedia_series_get (series, i, NULL);
      const double x = x_of (plot, i) + place_width * (1 - BAR_SHARE) / 2 + which * width;

      if (value != SEDIA_NO_AMOUNT && value != 0)
        draw_bar (plot, which, x, y_of (plot, value), width, y_of (plot, 0) - y_of (plot, value));
    }
}

static void
style_line (const Plot  *plot,
            SediaSeriesKind kind)
{
  static const double dashes[] = { 6, 3 };

  set_colour (plot, &plot->ink, 1.0);
  cairo_set_line_width (plot->cr, LINE_WIDTH);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (plot->cr, dashes, kind == SEDIA_SERIES_LINE ? G_N_ELEMENTS (dashes) : 0, 0);
}

static void
draw_line (const Plot        *plot,
           const SediaSeries *series)
{
  gboolean is_drawing = FALSE;

  cairo_save (plot->cr);
  style_line (plot, series->kind);
  for (guint i = 0; i < plot->chart->places->len; i++)
    {
      const gint64 value = sedia_series_get (series, i, NULL);
      const double y = value != SEDIA_NO_AMOUNT ? y_of (plot, value) : 0;

      if (value == SEDIA_NO_AMOUNT)
        is_drawing = FALSE;
      else if (series->kind == SEDIA_SERIES_STEPS)
        {
          (is_drawing ? cairo_line_to : cairo_move_to) (plot->cr, x_of (plot, i), y);
          cairo_line_to (plot->cr, x_of (plot, i + 1), y);
          is_drawing = TRUE;
        }
      else
        {
          (is_drawing ? cairo_line_to : cairo_move_to) (plot->cr, x_of (plot, i + 0.5), y);
          is_drawing = TRUE;
        }
    }
  cairo_stroke (plot->cr);
  cairo_restore (plot->cr);
}

static void
draw_band (const Plot        *plot,
           const SediaSeries *series)
{
  for (guint i = 0; i < plot->chart->places->len; i++)
    {
      gint64 high;
      const gint64 low = sedia_series_get (series, i, &high);

      if (low == SEDIA_NO_AMOUNT)
        continue;
      cairo_rectangle (plot->cr, x_of (plot, i), y_of (plot, high), x_of (plot, i + 1) -
                       x_of (plot, i), y_of (plot, low) - y_of (plot, high));
    }
  set_colour (plot, &plot->colour, 0.3);
  cairo_fill (plot->cr);
}

static void
draw_series (const Plot *plot)
{
  guint bars = 0;

  for (guint i = 0; i < plot->chart->series->len; i++)
    {
      const SediaSeries *series = g_ptr_array_index (plot->chart->series, i);

      if (series->kind == SEDIA_SERIES_BARS)
        draw_bars (plot, series, bars++);
      else if (series->kind == SEDIA_SERIES_BAND)
        draw_band (plot, series);
      else
        draw_line (plot, series);
    }
}

/* ---- around them */

static void
draw_across (const Plot *plot)
{
  for (guint line = 0; line < plot->scale.n; line++)
    {
      const gint64 value = plot->scale.low + plot->scale.step * line;
      const double y = floor (y_of (plot, value)) + 0.5;
      g_autofree char *text = dup_line_text (plot, line);

      set_colour (plot, &plot->ink, value == 0 ? 0.6 : 0.15);
      cairo_set_line_width (plot->cr, 1.0);
      cairo_move_to (plot->cr, plot->left, y);
      cairo_line_to (plot->cr, plot->left + plot->width, y);
      cairo_stroke (plot->cr);
      draw_text (plot, text, plot->left - GAP, y - plot->letter / 2, 1.0);
    }
}

static void
draw_level_line (const Plot *plot,
                 double      from,
                 double      to,
                 double      y)
{
  static const double dots[] = { 2, 3 };

  cairo_save (plot->cr);
  set_colour (plot, &plot->warning, 1.0);
  cairo_set_line_width (plot->cr, LINE_WIDTH);
  cairo_set_dash (plot->cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (plot->cr, from, y);
  cairo_line_to (plot->cr, to, y);
  cairo_stroke (plot->cr);
  cairo_restore (plot->cr);
}

static void
fill_marked (const Plot *plot,
             double      x,
             double      y,
             double      width,
             double      height)
{
  cairo_save (plot->cr);
  cairo_rectangle (plot->cr, x, y, width, height);
  cairo_clip (plot->cr);
  set_colour (plot, &plot->ink, 0.3);
  cairo_set_line_width (plot->cr, 1.0);
  for (double at = x - height; at < x + width; at += GAP)
    {
      cairo_move_to (plot->cr, at, y + height);
      cairo_line_to (plot->cr, at + height, y);
    }
  cairo_stroke (plot->cr);
  cairo_restore (plot->cr);
}

static void
draw_marked (const Plot *plot)
{
  for (guint i = 0; i < plot->chart->places->len; i++)
    if (g_array_index (plot->chart->marked, gboolean, i))
      fill_marked (plot, x_of (plot, i), plot->top, x_of (plot, i + 1) - x_of (plot, i),
                   plot->height);
}

/* Below their places; one that would run into the one before it, or off the edge, is left out. */
static void
draw_ticks (const Plot *plot)
{
  double free_from = 0;

  for (guint i = 0; i < plot->chart->ticks->len; i++)
    {
      const char *tick = g_ptr_array_index (plot->chart->ticks, i);
      const double width = text_width (plot->paint->widget, tick);
      const double x = MAX (x_of (plot, i + 0.5) - width / 2, 0);

      if (*tick == '\0' || x < free_from || x + width > plot->paint->width)
        continue;
      draw_text (plot, tick, x, plot->top + plot->height + GAP, 0.0);
      free_from = x + width + GAP;
    }
}

static void
draw_now (const Plot *plot)
{
  const double x = floor (x_of (plot, plot->chart->n_past)) + 0.5;

  if (plot->chart->n_past >= plot->chart->places->len)
    return;

  set_colour (plot, &plot->ink, 0.6);
  cairo_set_line_width (plot->cr, 1.0);
  cairo_move_to (plot->cr, x, plot->top);
  cairo_line_to (plot->cr, x, plot->top + plot->height);
  cairo_stroke (plot->cr);
  /* Translators: beside the line of a chart where the past ends */
  draw_text (plot, C_("chart", "now"), x + 3, plot->top, 0.0);
}

static void
draw_marker (const Plot *plot)
{
  const int place = plot->paint->marker;

  if (place < 0)
    return;

  set_colour (plot, &plot->ink, 0.9);
  cairo_set_line_width (plot->cr, 1.0);
  cairo_rectangle (plot->cr, floor (x_of (plot, place)) + 0.5, plot->top + 0.5,
                   floor (x_of (plot, place + 1) - x_of (plot, place)), floor (plot->height) - 1);
  cairo_stroke (plot->cr);
}

/* ---- the key */

static void
draw_swatch (const Plot        *plot,
             const SediaSeries *series,
             guint              which,
             double             x,
             double             y)
{
  const double middle = y + plot->letter / 2;

  if (series->kind == SEDIA_SERIES_BARS)
    draw_bar (plot, which, x + 3, y + 2, SWATCH - 6, plot->letter - 4);
  else if (series->kind == SEDIA_SERIES_BAND)
    {
      set_colour (plot, &plot->colour, 0.3);
      cairo_rectangle (plot->cr, x, y + 2, SWATCH, plot->letter - 4);
      cairo_fill (plot->cr);
    }
  else
    {
      cairo_save (plot->cr);
      style_line (plot, series->kind);
      cairo_move_to (plot->cr, x, middle);
      cairo_line_to (plot->cr, x + SWATCH, middle);
      cairo_stroke (plot->cr);
      cairo_restore (plot->cr);
    }
}

static void
draw_key (const Plot *plot)
{
  const SediaChart *chart = plot->chart;
  double x = 0, y = 0, at;
  guint bars = 0;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const SediaSeries *series = g_ptr_array_index (chart->series, i);

      at = key_entry (plot, series->name, &x, &y);
      draw_swatch (plot, series, bars, at, y);
      bars += series->kind == SEDIA_SERIES_BARS;
      draw_text (plot, series->name, at + SWATCH + GAP, y, 0.0);
    }
  if (chart->level_name != NULL)
    {
      at = key_entry (plot, chart->level_name, &x, &y);
      draw_level_line (plot, at, at + SWATCH, y + plot->letter / 2);
      draw_text (plot, chart->level_name, at + SWATCH + GAP, y, 0.0);
    }
  if (chart->marked_name != NULL)
    {
      at = key_entry (plot, chart->marked_name, &x, &y);
      fill_marked (plot, at, y + 2, SWATCH, plot->letter - 4);
      draw_text (plot, chart->marked_name, at + SWATCH + GAP, y, 0.0);
    }
}

/**
 * sedia_chart_paint:
 * @self: what, where
 * @cr: onto this
 */
void
sedia_chart_paint (const SediaChartPaint *self,
                   cairo_t               *cr)
{
  Plot plot;

  g_return_if_fail (self->chart->places->len > 0);

  lay_out (&plot, self, cr);
  read_colours (&plot);
  draw_key (&plot);
  draw_marked (&plot);
  draw_across (&plot);
  draw_series (&plot);
  if (self->chart->level != SEDIA_NO_AMOUNT)
    draw_level_line (&plot, plot.left, plot.left + plot.width, y_of (&plot, self->chart->level));
  draw_now (&plot);
  draw_ticks (&plot);
  draw_marker (&plot);
}

/**
 * sedia_chart_paint_find:
 * @self: what, where
 * @x: from the left edge
 *
 * Returns: the place there, -1 for none
 */
int
sedia_chart_paint_find (const SediaChartPaint *self,
                        double                 x)
{
  Plot plot;
  int place;

  lay_out (&plot, self, NULL);
  place = (int) floor ((x - plot.left) * self->chart->places->len / plot.width);

  return place >= 0 && place < (int) self->chart->places->len ? place : -1;
}
