/* The charts of one thing: see sedia-charts-window.h. */
#include "config.h"

#include "sedia-charts-window.h"

#include "sedia-chart-panel.h"
#include "sedia-reader.h"
#include "sedia-time.h"

#include <string.h>

#define MOST_CHARTS 3

struct _SediaChartsWindow
{
  GtkWindow parent_instance;

  SediaReader *reader;

  GtkBox *box;
  SediaChartPanel *panels[MOST_CHARTS];
};

G_DEFINE_FINAL_TYPE (SediaChartsWindow, sedia_charts_window, GTK_TYPE_WINDOW)

/* ---- reading: charts (element-type SediaChart) */

static gboolean
take_chart (GPtrArray  *charts,
            SediaChart *chart)
{
  if (chart != NULL)
    g_ptr_array_add (charts, chart);

  return chart != NULL;
}

static gpointer
read_product_job (SediaDb   *db,
                  gpointer   data,
                  GError   **error)
{
  const gint64 id = ((const SediaReaderArgs *) data)->id;
  const int today = sedia_day_today ();
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_chart_free);

  if (!take_chart (charts, sedia_chart_stock (db, id, today, error)) ||
      !take_chart (charts, sedia_chart_demand (db, id, today, error)) ||
      !take_chart (charts, sedia_chart_waits (db, id, today, error)))
    return NULL;

  return g_steal_pointer (&charts);
}

static gpointer
read_supplier_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  const gint64 id = ((const SediaReaderArgs *) data)->id;
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_chart_free);

  if (!take_chart (charts, sedia_chart_lateness (db, id, sedia_time_now (), error)))
    return NULL;

  return g_steal_pointer (&charts);
}

static gpointer
read_all_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_chart_free);

  if (!take_chart (charts, sedia_chart_waits (db, 0, sedia_day_today (), error)))
    return NULL;

  return g_steal_pointer (&charts);
}

static gboolean
concerns_product (SediaChanges *changes,
                  gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE);
}

static gboolean
concerns_all (SediaChanges *changes,
              gint64        id)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_LINE);
}

static gboolean
concerns_supplier (SediaChanges *changes,
                   gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_SUPPLIER, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE);
}

static void
show (GtkWidget *widget,
      gint64     id,
      gpointer   record)
{
  SediaChartsWindow *self = SEDIA_CHARTS_WINDOW (widget);
  GPtrArray *charts = record;

  for (guint i = 0; i < MOST_CHARTS; i++)
    sedia_chart_panel_show (self->panels[i], charts != NULL && i < charts->len
                                               ? g_ptr_array_index (charts, i)
                                               : NULL);
}

static const SediaReaderFuncs product_funcs = {
  .job = read_product_job,
  .record_free = (GDestroyNotify) g_ptr_array_unref,
  .concerns = concerns_product,
  .show = show,
};

static const SediaReaderFuncs supplier_funcs = {
  .job = read_supplier_job,
  .record_free = (GDestroyNotify) g_ptr_array_unref,
  .concerns = concerns_supplier,
  .show = show,
};

static const SediaReaderFuncs all_funcs = {
  .job = read_all_job,
  .record_free = (GDestroyNotify) g_ptr_array_unref,
  .concerns = concerns_all,
  .show = show,
};

static const SediaReaderFuncs *
find_funcs (SediaKind kind)
{
  if (kind == SEDIA_KIND_PRODUCT)
    return &product_funcs;

  return kind == SEDIA_KIND_SUPPLIER ? &supplier_funcs : &all_funcs;
}

/* ---- the window */

static void
sedia_charts_window_dispose (GObject *object)
{
  SediaChartsWindow *self = SEDIA_CHARTS_WINDOW (object);

  for (guint i = 0; i < MOST_CHARTS; i++)
    if (self->panels[i] != NULL)
      sedia_chart_panel_show (self->panels[i], NULL);
  memset (self->panels, 0, sizeof self->panels);
  g_clear_pointer (&self->reader, sedia_reader_free);

  G_OBJECT_CLASS (sedia_charts_window_parent_class)->dispose (object);
}

static void
sedia_charts_window_class_init (SediaChartsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_charts_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/charts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaChartsWindow, box);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sedia_charts_window_init (SediaChartsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MOST_CHARTS; i++)
    {
      GtkWidget *panel = sedia_chart_panel_new ();

      self->panels[i] = SEDIA_CHART_PANEL (panel);
      gtk_widget_set_visible (panel, FALSE);
      gtk_box_append (self->box, panel);
    }
}

/**
 * sedia_charts_window_open:
 * @opener: where it is opened from
 * @store: the records
 * @kind: %SEDIA_KIND_PRODUCT, %SEDIA_KIND_SUPPLIER or %SEDIA_KIND_LINE
 * @id: which one; %SEDIA_CHARTS_OF_ALL
 * @name: what it is called
 *
 * Shows its charts.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
sedia_charts_window_open (GtkWidget  *opener,
                          SediaStore *store,
                          SediaKind   kind,
                          gint64      id,
                          const char *name)
{
  SediaChartsWindow *self;

  g_return_val_if_fail (kind == SEDIA_KIND_PRODUCT || kind == SEDIA_KIND_SUPPLIER ||
                          kind == SEDIA_KIND_LINE, NULL);

  self = g_object_new (SEDIA_TYPE_CHARTS_WINDOW, "transient-for", gtk_widget_get_root (opener),
                       "title", name, NULL);
  self->reader = sedia_reader_new (GTK_WIDGET (self), find_funcs (kind));
  sedia_reader_set_store (self->reader, store);
  sedia_reader_set_id (self->reader, id);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WINDOW (self);
}
