/* Who waits for what, and what can be done about it.
 *
 *   ( All ) ( Can be filled ) ( Late ) ( Not told )      By product v
 *   the rule in force                                    14 lines ready
 *   table                                    | detail
 *
 * What is shown is one query, made of the chips, the grouping and the search; a restock that a
 * notification told of is one more chip.
 */
#include "config.h"

#include "sedia-waiting-page.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-chips.h"
#include "sedia-counts-watcher.h"
#include "sedia-empty-state.h"
#include "sedia-restock-lines.h"
#include "sedia-serving-watcher.h"
#include "sedia-split.h"
#include "sedia-template.h"
#include "sedia-waiting-acts.h"
#include "sedia-waiting-detail.h"
#include "sedia-waiting-empty.h"
#include "sedia-waiting-table.h"

#include <glib/gi18n.h>

struct _SediaWaitingPage
{
  GtkWidget parent_instance;

  SediaChips *chips;
  GtkDropDown *grouping;
  GtkLabel *rule;
  GtkLabel *ready;
  SediaSplit *split;
  GtkStack *states;
  SediaWaitingTable *table;
  SediaEmptyState *empty;
  SediaWaitingDetail *detail;

  SediaStore *store;
  SediaCountsWatcher *counts;
  SediaServingWatcher *serving; /* the rule in force */
  GSignalGroup *row_signals; /* of what is selected */
  GCancellable *cancellable; /* of reading the lines of a restock */
  GArray *lines;             /* of a restock, NULL for none */
  char *search;
};

typedef enum
{
  PROP_GROUPING = 1,
  PROP_STORE,
} SediaWaitingPageProperty;

static GParamSpec *properties[PROP_GROUPING + 1];

static const char *const grouping_names[] = { "none", "product", "customer", "supplier" };

/* ---- what is shown */

static SediaFilter
filter_of (SediaWaitingPage *self)
{
  return (SediaFilter) sedia_chips_get_selected (self->chips);
}

static void
update_query (SediaWaitingPage *self)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);

  query->filter = filter_of (self);
  query->grouping = (SediaGrouping) gtk_drop_down_get_selected (self->grouping);
  g_free (query->search);
  query->search = g_strdup (self->search);
  if (query->filter == SEDIA_FILTER_LINES && self->lines != NULL)
    query->lines = g_array_ref (self->lines);

  sedia_waiting_table_set_query (self->table, query);
}

static void
update_state (SediaWaitingPage *self)
{
  SediaListModel *model = sedia_waiting_table_get_model (self->table);

  if (model == NULL || sedia_list_model_is_loading (model))
    return; /* what is there stays until the answer is there */

  if (g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
    {
      gtk_stack_set_visible_child_name (self->states, "list");
      return;
    }

  sedia_waiting_empty_say (self->empty, filter_of (self), self->search,
                           sedia_list_model_get_failure (model));
  gtk_stack_set_visible_child_name (self->states, "empty");
}

static void
update_selected (SediaWaitingPage *self)
{
  static const struct { const char *action; SediaWaitingDeed deed; } deeds[] = {
    { "page.reserve", SEDIA_WAITING_RESERVE },
    { "page.release", SEDIA_WAITING_RELEASE },
    { "page.hand-over", SEDIA_WAITING_HAND_OVER },
    { "page.cancel-rest", SEDIA_WAITING_CANCEL },
  };
  SediaWaitingRow *row = sedia_waiting_table_get_row (self->table);
  const SediaWaiting *record = row != NULL ? sedia_waiting_row_get_record (row) : NULL;
  const SediaOrderLine *line = record != NULL ? record->line : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), deeds[i].action,
                                   sedia_waiting_can (deeds[i].deed, line));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.tell", line != NULL);

  sedia_waiting_detail_show (self->detail, record,
                             self->serving != NULL ? sedia_serving_watcher_get (self->serving)
                                                   : SEDIA_SERVING_DATED_FIRST);
}

static void
row_changed_cb (SediaWaitingPage *self)
{
  g_signal_group_set_target (self->row_signals, sedia_waiting_table_get_row (self->table));
  update_selected (self);
}

static void
counts_changed_cb (SediaWaitingPage *self)
{
  const SediaCounts *counts = sedia_counts_watcher_get_counts (self->counts);
  g_autofree char *ready = NULL;

  sedia_chips_set_count (self->chips, SEDIA_FILTER_ALL, counts->open_lines);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_FILLABLE, counts->fillable);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_LATE, counts->late);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_NOT_TOLD, counts->not_told);

  ready = g_strdup_printf (ngettext ("%u line ready", "%u lines ready", counts->fillable),
                           counts->fillable);
  gtk_label_set_label (self->ready, ready);
}

static void
serving_changed_cb (SediaWaitingPage *self)
{
  g_autofree char *sentence = NULL;

  sentence = sedia_serving_sentence (sedia_serving_watcher_get (self->serving));
  gtk_label_set_label (self->rule, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rule), sentence);
  update_selected (self);
}

/* ---- a restock */

static void
forget_lines (SediaWaitingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lines, g_array_unref);
  sedia_chips_set_special (self->chips, NULL);
}

static void
filter_changed_cb (SediaWaitingPage *self)
{
  if (filter_of (self) != SEDIA_FILTER_LINES)
    forget_lines (self);

  update_query (self);
}

static void
show_all (SediaWaitingPage *self)
{
  sedia_chips_set_selected (self->chips, SEDIA_FILTER_ALL);
}

static void
special_closed_cb (SediaWaitingPage *self)
{
  show_all (self);
}

static void
lines_cb (GObject      *source,
          GAsyncResult *answer,
          gpointer      data)
{
  g_autoptr (SediaWaitingPage) self = data;
  g_autoptr (SediaRestockLines) restock = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  restock = sedia_restock_lines_read_finish (SEDIA_STORE (source), answer, &error);

  if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED) || self->store == NULL)
    return;

  if (restock == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  forget_lines (self);
  self->lines = g_array_ref (restock->lines);
  label = sedia_restock_lines_label (restock);
  sedia_chips_set_special (self->chips, label);

  if (filter_of (self) == SEDIA_FILTER_LINES)
    update_query (self);
  else
    sedia_chips_set_selected (self->chips, SEDIA_FILTER_LINES);
}

/* ---- actions */

static const SediaOrderLine *
selected_line (SediaWaitingPage *self)
{
  SediaWaitingRow *row = sedia_waiting_table_get_row (self->table);
  const SediaWaiting *record = row != NULL ? sedia_waiting_row_get_record (row) : NULL;

  return record != NULL ? record->line : NULL;
}

static void
deed_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (widget);
  const SediaOrderLine *line = selected_line (self);
  SediaWaitingDeed deed = SEDIA_WAITING_CANCEL;

  if (line == NULL)
    return;

  if (g_str_equal (action, "page.reserve"))
    deed = SEDIA_WAITING_RESERVE;
  else if (g_str_equal (action, "page.release"))
    deed = SEDIA_WAITING_RELEASE;
  else if (g_str_equal (action, "page.hand-over"))
    deed = SEDIA_WAITING_HAND_OVER;

  if (g_str_equal (action, "page.ask-cancel-rest"))
    sedia_waiting_ask_cancel (widget, self->store, line);
  else
    sedia_waiting_do (deed, widget, self->store, line);
}

static void
tell_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (widget);

  sedia_split_set_detail_shown (self->split, TRUE);
  sedia_waiting_detail_tell (self->detail);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  show_all (SEDIA_WAITING_PAGE (widget));
}

static void
activated_cb (SediaWaitingPage *self)
{
  sedia_split_set_detail_shown (self->split, TRUE);
  sedia_waiting_detail_focus (self->detail);
}

static void
grouping_changed_cb (SediaWaitingPage *self)
{
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

/* ---- as a page */

static const char *
sedia_waiting_page_get_title (SediaPage *page)
{
  return C_("page", "Waiting");
}

static const char *
sedia_waiting_page_get_primary (SediaPage   *page,
                                const char **label)
{
  *label = _("New Delivery");
  return "app.new-delivery";
}

static void
sedia_waiting_page_set_search (SediaPage  *page,
                               const char *search)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (search);
  update_query (self);
}

static gboolean
sedia_waiting_page_open (SediaPage *page,
                         SediaKind  kind,
                         gint64     id)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (page);

  if (kind == SEDIA_KIND_NOTICE && self->store != NULL)
    {
      forget_lines (self);
      self->cancellable = g_cancellable_new ();
      sedia_restock_lines_read (self->store, id, self->cancellable, lines_cb, g_object_ref (self));
      return TRUE;
    }

  if (kind != SEDIA_KIND_LINE && kind != SEDIA_KIND_PRODUCT && kind != SEDIA_KIND_CUSTOMER)
    return FALSE;

  show_all (self);
  if (kind == SEDIA_KIND_PRODUCT)
    gtk_drop_down_set_selected (self->grouping, SEDIA_GROUP_PRODUCT);
  else if (kind == SEDIA_KIND_CUSTOMER)
    gtk_drop_down_set_selected (self->grouping, SEDIA_GROUP_CUSTOMER);

  sedia_waiting_table_select (self->table, kind == SEDIA_KIND_LINE ? id : -id);
  return TRUE;
}

static void
sedia_waiting_page_focus_list (SediaPage *page)
{
  sedia_waiting_table_focus (SEDIA_WAITING_PAGE (page)->table);
}

static void
sedia_waiting_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = sedia_waiting_page_get_title;
  iface->get_primary = sedia_waiting_page_get_primary;
  iface->set_search = sedia_waiting_page_set_search;
  iface->open = sedia_waiting_page_open;
  iface->focus_list = sedia_waiting_page_focus_list;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaWaitingPage, sedia_waiting_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE,
                                                      sedia_waiting_page_page_init))

static void
set_store (SediaWaitingPage *self,
           SediaStore       *store)
{
  if (!g_set_object (&self->store, store))
    return;

  g_clear_object (&self->counts);
  g_clear_object (&self->serving);
  forget_lines (self);
  show_all (self);
  sedia_waiting_table_set_store (self->table, store);
  sedia_waiting_detail_set_store (self->detail, store);

  if (store != NULL)
    {
      self->counts = sedia_counts_watcher_new (store);
      g_signal_connect_object (self->counts, "changed", G_CALLBACK (counts_changed_cb), self,
                               G_CONNECT_SWAPPED);
      self->serving = sedia_serving_watcher_new (store);
      g_signal_connect_object (self->serving, "changed", G_CALLBACK (serving_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  g_object_notify (G_OBJECT (self), "store");
}

static void
set_grouping (SediaWaitingPage *self,
              const char       *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (grouping_names); i++)
    if (g_strcmp0 (grouping_names[i], name) == 0)
      gtk_drop_down_set_selected (self->grouping, i);
}

static void
sedia_waiting_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (object);

  switch ((SediaWaitingPageProperty) prop_id)
    {
    case PROP_GROUPING:
      g_value_set_string (value, grouping_names[gtk_drop_down_get_selected (self->grouping)]);
      break;

    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    }
}

static void
sedia_waiting_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (object);

  switch ((SediaWaitingPageProperty) prop_id)
    {
    case PROP_GROUPING:
      set_grouping (self, g_value_get_string (value));
      break;

    case PROP_STORE:
      set_store (self, g_value_get_object (value));
      break;
    }
}

static void
sedia_waiting_page_dispose (GObject *object)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->counts);
  g_clear_object (&self->serving);
  g_clear_object (&self->store);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_WAITING_PAGE);

  G_OBJECT_CLASS (sedia_waiting_page_parent_class)->dispose (object);
}

static void
sedia_waiting_page_finalize (GObject *object)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (object);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (sedia_waiting_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.reserve", NULL, deed_action);
  gtk_widget_class_install_action (widget_class, "page.release", NULL, deed_action);
  gtk_widget_class_install_action (widget_class, "page.hand-over", NULL, deed_action);
  gtk_widget_class_install_action (widget_class, "page.cancel-rest", NULL, deed_action);
  gtk_widget_class_install_action (widget_class, "page.ask-cancel-rest", NULL, deed_action);
  gtk_widget_class_install_action (widget_class, "page.tell", NULL, tell_action);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "page.reserve",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "page.release",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "page.hand-over",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "page.tell",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.ask-cancel-rest",
                                       NULL);
}

static void
sedia_waiting_page_class_init (SediaWaitingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_waiting_page_dispose;
  object_class->finalize = sedia_waiting_page_finalize;
  object_class->get_property = sedia_waiting_page_get_property;
  object_class->set_property = sedia_waiting_page_set_property;

  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, "none",
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_object_class_override_property (object_class, PROP_STORE, "store");

  g_type_ensure (SEDIA_TYPE_CHIPS);
  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_SPLIT);
  g_type_ensure (SEDIA_TYPE_WAITING_DETAIL);
  g_type_ensure (SEDIA_TYPE_WAITING_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/waiting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, chips);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, grouping);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, rule);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, ready);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, split);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, states);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, table);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, special_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_state);

  install_actions (widget_class);
}

static void
sedia_waiting_page_init (SediaWaitingPage *self)
{
  self->row_signals = g_signal_group_new (SEDIA_TYPE_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::revision",
                                  G_CALLBACK (update_selected), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_chips_add (self->chips, SEDIA_FILTER_ALL, C_("filter", "All"), NULL);
  sedia_chips_add (self->chips, SEDIA_FILTER_FILLABLE, C_("filter", "Can be filled"),
                   "sedia-ready-symbolic");
  sedia_chips_add (self->chips, SEDIA_FILTER_LATE, C_("filter", "Late"), "sedia-late-symbolic");
  sedia_chips_add (self->chips, SEDIA_FILTER_NOT_TOLD, C_("filter", "Not told"),
                   "sedia-not-told-symbolic");
  sedia_accessible_name_inner (GTK_WIDGET (self->grouping), _("How lines are put together"));
  gtk_drop_down_set_selected (self->grouping, SEDIA_GROUP_PRODUCT);
  update_selected (self);
}

/**
 * sedia_waiting_page_new:
 *
 * Returns: (transfer floating): the page, without records
 */
GtkWidget *
sedia_waiting_page_new (void)
{
  return g_object_new (SEDIA_TYPE_WAITING_PAGE, NULL);
}
