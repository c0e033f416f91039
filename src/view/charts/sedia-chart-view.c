/* A chart that is drawn: see sedia-chart-view.h. */
#include "config.h"

#include "sedia-chart-view.h"

#include "sedia-chart-paint.h"
#include "sedia-format.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH 240
#define USUAL_WIDTH 560
#define LEAST_HEIGHT 220
#define USUAL_HEIGHT 260

struct _SediaChartView
{
  GtkWidget parent_instance;

  const SediaChart *chart;
  int marker; /* the place that was gone to, -1 for none */
};

typedef enum
{
  PROP_TOLD = 1,
} SediaChartViewProperty;

static GParamSpec *properties[PROP_TOLD + 1];

G_DEFINE_FINAL_TYPE (SediaChartView, sedia_chart_view, GTK_TYPE_WIDGET)

/* ---- words */

static char *
dup_quantity (const SediaChart *chart,
              gint64            value)
{
  return chart->unit != NULL ? sedia_format_amount (value, chart->decimals, chart->unit)
                             : sedia_format_quantity (value, chart->decimals);
}

/**
 * sedia_chart_dup_value:
 * @chart: a chart
 * @series: one of its series
 * @place: one of its places
 *
 * Returns: (transfer full) (nullable): what is there, in words; %NULL for nothing
 */
char *
sedia_chart_dup_value (const SediaChart  *chart,
                       const SediaSeries *series,
                       guint              place)
{
  gint64 high;
  const gint64 value = sedia_series_get (series, place, &high);
  g_autofree char *text = NULL;
  g_autofree char *upper = NULL;

  if (value == SEDIA_NO_AMOUNT)
    return NULL;

  text = dup_quantity (chart, value);
  if (series->kind != SEDIA_SERIES_BAND)
    return g_steal_pointer (&text);

  upper = dup_quantity (chart, high);
  /* Translators: from so much to so much */
  return g_strdup_printf (C_("chart", "%s to %s"), text, upper);
}

/**
 * sedia_chart_view_dup_told:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): the place that was gone to and its numbers, in words
 */
char *
sedia_chart_view_dup_told (SediaChartView *self)
{
  g_autoptr (GString) told = NULL;

  g_return_val_if_fail (SEDIA_IS_CHART_VIEW (self), NULL);

  if (self->marker < 0)
    return NULL;

  told = g_string_new (g_ptr_array_index (self->chart->places, (guint) self->marker));
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const SediaSeries *series = g_ptr_array_index (self->chart->series, i);
      g_autofree char *value = sedia_chart_dup_value (self->chart, series, (guint) self->marker);

      if (value != NULL)
        g_string_append_printf (told, " · %s: %s", series->name, value);
    }
  if (g_array_index (self->chart->marked, gboolean, self->marker))
    g_string_append_printf (told, " · %s", self->chart->marked_name);

  return g_string_free (g_steal_pointer (&told), FALSE);
}

/* ---- going from place to place */

static void
set_marker (SediaChartView *self,
            int             place)
{
  if (place == self->marker)
    return;

  self->marker = place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOLD]);
}

/* By so many places; from nowhere, to the first or the last. */
static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaChartView *self = SEDIA_CHART_VIEW (widget);
  const int by = g_variant_get_int32 (parameter);
  const int last = self->chart != NULL ? (int) self->chart->places->len - 1 : -1;

  if (last < 0)
    return;
  if (self->marker < 0)
    set_marker (self, by > 0 ? 0 : last);
  else
    set_marker (self, CLAMP (by > 0 ? MIN (self->marker, G_MAXINT / 2) + by
                                    : self->marker + MAX (by, -G_MAXINT / 2), 0, last));
}

static SediaChartPaint
paint_of (SediaChartView *self)
{
  return (SediaChartPaint) { .widget = GTK_WIDGET (self),
                             .chart = self->chart,
                             .width = gtk_widget_get_width (GTK_WIDGET (self)),
                             .height = gtk_widget_get_height (GTK_WIDGET (self)),
                             .marker = self->marker };
}

static void
motion_cb (SediaChartView *self,
           double          x)
{
  const SediaChartPaint paint = paint_of (self);

  if (self->chart != NULL && self->chart->places->len > 0)
    set_marker (self, sedia_chart_paint_find (&paint, x));
}

/* ---- the widget */

static void
sedia_chart_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  SediaChartView *self = SEDIA_CHART_VIEW (widget);
  const SediaChartPaint paint = paint_of (self);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) paint.width,
                                                     (float) paint.height);
  cairo_t *cr;

  if (self->chart == NULL || self->chart->places->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  sedia_chart_paint (&paint, cr);
  cairo_destroy (cr);
}

static void
sedia_chart_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  const gboolean is_wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_wide ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = is_wide ? USUAL_WIDTH : USUAL_HEIGHT;
}

static void
sedia_chart_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((SediaChartViewProperty) prop_id)
    {
    case PROP_TOLD:
      g_value_take_string (value, sedia_chart_view_dup_told (SEDIA_CHART_VIEW (object)));
      break;
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; int by; } keys[] = {
    { GDK_KEY_Left, -1 },         { GDK_KEY_KP_Left, -1 },   { GDK_KEY_Right, 1 },
    { GDK_KEY_KP_Right, 1 },      { GDK_KEY_Home, G_MININT / 2 }, { GDK_KEY_End, G_MAXINT / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "chart.move", "i",
                                         (gint32) keys[i].by);
}

static void
sedia_chart_view_class_init (SediaChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_chart_view_get_property;
  widget_class->snapshot = sedia_chart_view_snapshot;
  widget_class->measure = sedia_chart_view_measure;

  properties[PROP_TOLD] = g_param_spec_string ("told", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move_action);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sedia_chart_view_init (SediaChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->marker = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * sedia_chart_view_new:
 *
 * Returns: (transfer floating): a chart of nothing
 */
GtkWidget *
sedia_chart_view_new (void)
{
  return g_object_new (SEDIA_TYPE_CHART_VIEW, NULL);
}

/**
 * sedia_chart_view_set_chart:
 * @self: a chart
 * @chart: (nullable): what it shows, until another is set
 */
void
sedia_chart_view_set_chart (SediaChartView   *self,
                            const SediaChart *chart)
{
  g_return_if_fail (SEDIA_IS_CHART_VIEW (self));

  self->chart = chart;
  set_marker (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (chart != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    chart->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    chart->sentence, -1);
}
