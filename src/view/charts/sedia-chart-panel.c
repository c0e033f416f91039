/* A chart, its words and its table: see sedia-chart-panel.h. */
#include "config.h"

#include "sedia-chart-panel.h"

#include "sedia-chart-view.h"
#include "sedia-column-view.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaChartPanel
{
  GtkWidget parent_instance;

  const SediaChart *chart;

  GtkLabel *title;
  GtkLabel *sentence;
  GtkToggleButton *as_table;
  GtkStack *stack;
  SediaChartView *view;
  GtkColumnView *table;
  GtkLabel *told;
};

G_DEFINE_FINAL_TYPE (SediaChartPanel, sedia_chart_panel, GTK_TYPE_WIDGET)

/* ---- the table */

/* What a column shows: a series, or NULL for the places. */
typedef struct
{
  const SediaChart *chart;
  const SediaSeries *series;
} Column;

static void
setup_cb (Column      *column,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->series != NULL ? 1 : 0);
  gtk_widget_add_css_class (label, "cell");
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (Column      *column,
         GtkListItem *item)
{
  const guint place = gtk_list_item_get_position (item);
  g_autofree char *value =
    column->series != NULL ? sedia_chart_dup_value (column->chart, column->series, place)
                           : g_strdup (g_ptr_array_index (column->chart->places, place));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), value != NULL ? value : "");
}

static void
column_free (gpointer  column,
             GClosure *closure)
{
  g_free (column);
}

static void
add_column (SediaChartPanel   *self,
            const char        *title,
            const SediaSeries *series)
{
  const Column shown = { self->chart, series };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_memdup2 (&shown, sizeof shown),
                         column_free, G_CONNECT_SWAPPED);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), g_memdup2 (&shown, sizeof shown),
                         column_free, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, series == NULL);
  gtk_column_view_append_column (self->table, column);
  if (series != NULL)
    sedia_column_view_align_end (self->table, column);
}

/* One column for the places, one for each series. */
static void
fill_table (SediaChartPanel *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  gtk_column_view_set_model (self->table, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  if (self->chart == NULL)
    return;

  add_column (self, self->chart->places_name, NULL);
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const SediaSeries *series = g_ptr_array_index (self->chart->series, i);

      add_column (self, series->name, series);
    }
}

static void
fill_model (SediaChartPanel *self)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (GtkSingleSelection) selection = NULL;

  for (guint i = 0; i < self->chart->places->len; i++)
    gtk_string_list_append (places, g_ptr_array_index (self->chart->places, i));
  selection = gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&places)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

/* ---- one or the other */

static void
as_table_toggled_cb (SediaChartPanel *self)
{
  const gboolean is_table = gtk_toggle_button_get_active (self->as_table);

  gtk_stack_set_visible_child_name (self->stack, is_table ? "table" : "chart");
  gtk_widget_set_visible (GTK_WIDGET (self->told), !is_table);
}

static void
toggle_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaChartPanel *self = SEDIA_CHART_PANEL (widget);
  const gboolean is_table = !gtk_toggle_button_get_active (self->as_table);

  gtk_toggle_button_set_active (self->as_table, is_table);
  if (is_table)
    sedia_column_view_focus (self->table);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
told_cb (SediaChartPanel *self)
{
  g_autofree char *told = sedia_chart_view_dup_told (self->view);

  gtk_label_set_label (self->told, told != NULL ? told : "");
}

/* ---- the widget */

static void
sedia_chart_panel_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_CHART_PANEL);

  G_OBJECT_CLASS (sedia_chart_panel_parent_class)->dispose (object);
}

static void
sedia_chart_panel_class_init (SediaChartPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_chart_panel_dispose;

  g_type_ensure (SEDIA_TYPE_CHART_VIEW);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/chart-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, title);
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, as_table);
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, view);
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, table);
  gtk_widget_class_bind_template_child (widget_class, SediaChartPanel, told);
  gtk_widget_class_bind_template_callback (widget_class, as_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_install_action (widget_class, "chart.toggle", NULL, toggle_action);
}

static void
add_keys (GtkWidget                 *widget,
          const char *const         *triggers)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; triggers[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                        gtk_named_action_new ("chart.toggle")));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}

static void
sedia_chart_panel_init (SediaChartPanel *self)
{
  static const char *const on_view[] = { "t", "Return", "KP_Enter", NULL };
  static const char *const on_table[] = { "t", "Escape", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (GTK_WIDGET (self->view), on_view);
  add_keys (GTK_WIDGET (self->table), on_table);
}

/**
 * sedia_chart_panel_new:
 *
 * Returns: (transfer floating): a panel without a chart
 */
GtkWidget *
sedia_chart_panel_new (void)
{
  return g_object_new (SEDIA_TYPE_CHART_PANEL, NULL);
}

/**
 * sedia_chart_panel_show:
 * @self: a panel
 * @chart: (nullable): what it shows, until another is shown
 *
 * A chart without a number is only its sentence.
 */
void
sedia_chart_panel_show (SediaChartPanel  *self,
                        const SediaChart *chart)
{
  g_return_if_fail (SEDIA_IS_CHART_PANEL (self));

  self->chart = chart;
  sedia_chart_view_set_chart (self->view, chart);
  fill_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
  if (chart == NULL)
    return;

  fill_model (self);
  gtk_label_set_label (self->title, chart->title);
  gtk_label_set_label (self->sentence, chart->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart->title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !sedia_chart_is_empty (chart));
  gtk_widget_set_visible (GTK_WIDGET (self->as_table), !sedia_chart_is_empty (chart));
}
