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
#include "sedia-restock-lines.h"
#include "sedia-serving-rule.h"
#include "sedia-serving-watcher.h"
#include "sedia-waiting-acts.h"
#include "sedia-waiting-detail.h"
#include "sedia-waiting-table.h"

#include <glib/gi18n.h>

struct _SediaWaitingPage
{
  SediaListPage parent_instance;

  GtkDropDown *grouping;
  SediaServingRule *rule;
  GtkLabel *ready;
  GMenuModel *menu;
  SediaWaitingDetail *detail;

  SediaServingWatcher *serving; /* the rule in force */
  GSignalGroup *row_signals; /* of what is selected */
  GCancellable *cancellable; /* of reading the lines of a restock */
  GArray *lines;             /* of a restock, NULL for none */
};

typedef enum
{
  PROP_GROUPING = 1,
} SediaWaitingPageProperty;

static GParamSpec *properties[PROP_GROUPING + 1];

static const char *const grouping_names[] = { "none", "product", "customer", "supplier" };

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, open_lines),
    "sedia-waiting-symbolic", N_("Nobody Is Waiting"),
    N_("What customers ordered and cannot have yet, or can collect, stands here.") },
  { SEDIA_FILTER_FILLABLE, NC_ ("filter", "Can be filled"), "sedia-ready-symbolic",
    G_STRUCT_OFFSET (SediaCounts, fillable),
    "sedia-ready-symbolic", N_("Nothing Can Be Filled Yet"),
    N_("When a delivery is received, the lines it fills stand here.") },
  { SEDIA_FILTER_LATE, NC_ ("filter", "Late"), "sedia-late-symbolic",
    G_STRUCT_OFFSET (SediaCounts, late),
    "sedia-late-symbolic", N_("Nothing Is Late"), N_("No line is past the day it is needed.") },
  { SEDIA_FILTER_NOT_TOLD, NC_ ("filter", "Not told"), "sedia-not-told-symbolic",
    G_STRUCT_OFFSET (SediaCounts, not_told),
    "sedia-told-symbolic", N_("Everybody Has Been Told"),
    N_("No customer waits for news from you.") },
};

static const SediaListFilter restock_filter = {
  .filter = SEDIA_FILTER_LINES,
  .empty_icon = "sedia-ready-symbolic",
  .empty_title = N_("All Done"),
  .empty_sentence = N_("Nothing of this restock is open any more."),
};

static const SediaListTexts texts = {
  .layout_key = "waiting-layout",
  .title = NC_ ("page", "Waiting"),
  .chips_label = N_("Which lines to show"),
  .not_found = N_("No line here has that in its customer, product or SKU."),
  .primary_label = N_("New Delivery"),
  .primary_action = "app.new-delivery",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
  .special = &restock_filter,
};

G_DEFINE_FINAL_TYPE (SediaWaitingPage, sedia_waiting_page, SEDIA_TYPE_LIST_PAGE)

/* ---- what is shown */

static const SediaWaiting *
selected (SediaWaitingPage *self)
{
  SediaRow *row = sedia_data_table_get_row (sedia_list_page_get_table (SEDIA_LIST_PAGE (self)));

  return row != NULL ? sedia_row_get_waiting (row) : NULL;
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
  const SediaWaiting *record = selected (self);
  const SediaOrderLine *line = record != NULL ? record->line : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), deeds[i].action,
                                   sedia_waiting_can (deeds[i].deed, line));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.tell", line != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.order-instead",
                                 line != NULL && sedia_order_line_waiting (line) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.purchase-for",
                                 line != NULL && sedia_order_line_waiting (line) > 0);

  sedia_waiting_detail_show (self->detail, record,
                             self->serving != NULL ? sedia_serving_watcher_get (self->serving)
                                                   : SEDIA_SERVING_DATED_FIRST);
}

static void
selection_changed (SediaListPage *page,
                   gint64         id)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (page);

  g_signal_group_set_target (self->row_signals,
                             sedia_data_table_get_row (sedia_list_page_get_table (page)));
  update_selected (self);
}

static void
counts_changed (SediaListPage     *page,
                const SediaCounts *counts)
{
  g_autofree char *ready = NULL;

  ready = g_strdup_printf (ngettext ("%u line ready", "%u lines ready", counts->fillable),
                           counts->fillable);
  gtk_label_set_label (SEDIA_WAITING_PAGE (page)->ready, ready);
}

static void
serving_changed_cb (SediaWaitingPage *self)
{
  sedia_serving_rule_show (self->rule, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)),
                           sedia_serving_watcher_get (self->serving));
  update_selected (self);
}

/* ---- a restock */

static void
forget_lines (SediaWaitingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lines, g_array_unref);
  sedia_chips_set_special (sedia_list_page_get_chips (SEDIA_LIST_PAGE (self)), NULL);
}

static void
special_closed_cb (SediaListPage *page)
{
  sedia_list_page_set_filter (page, SEDIA_FILTER_ALL);
}

static void
amend_query (SediaListPage *page,
             SediaQuery    *query)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (page);
  const SediaGrouping grouping = (SediaGrouping) gtk_drop_down_get_selected (self->grouping);

  if (query->filter != SEDIA_FILTER_LINES)
    forget_lines (self);

  query->grouping = grouping;
  g_clear_pointer (&query->lines, g_array_unref);
  if (self->lines != NULL)
    query->lines = g_array_ref (self->lines);
  sedia_waiting_table_set_grouping (sedia_list_page_get_table (page), grouping);
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

  if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED) ||
      sedia_list_page_get_store (SEDIA_LIST_PAGE (self)) == NULL)
    return;

  if (restock == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  forget_lines (self);
  self->lines = g_array_ref (restock->lines);
  label = sedia_restock_lines_label (restock);
  sedia_chips_set_special (sedia_list_page_get_chips (SEDIA_LIST_PAGE (self)), label);

  if (sedia_list_page_get_filter (SEDIA_LIST_PAGE (self)) == SEDIA_FILTER_LINES)
    sedia_list_page_update_query (SEDIA_LIST_PAGE (self));
  else
    sedia_list_page_set_filter (SEDIA_LIST_PAGE (self), SEDIA_FILTER_LINES);
}

/* ---- actions */

static const SediaOrderLine *
selected_line (SediaWaitingPage *self)
{
  const SediaWaiting *record = selected (self);

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
    sedia_waiting_ask_cancel (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)), line);
  else
    sedia_waiting_do (deed, widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)), line);
}

static void
tell_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (widget);

  sedia_split_set_detail_shown (sedia_list_page_get_split (SEDIA_LIST_PAGE (self)), TRUE);
  sedia_waiting_detail_tell (self->detail);
}

/* The customer takes something else instead of the line. */
static void
instead_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const SediaOrderLine *line = selected_line (SEDIA_WAITING_PAGE (widget));

  if (line != NULL)
    gtk_widget_activate_action (widget, "win.order-instead", "x", line->id);
}

/* What the customer waits for is ordered for just them. */
static void
purchase_for_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  const SediaOrderLine *line = selected_line (SEDIA_WAITING_PAGE (widget));

  if (line != NULL)
    gtk_widget_activate_action (widget, "win.purchase-for", "x", line->id);
}

static void
activated (SediaListPage *page)
{
  sedia_split_set_detail_shown (sedia_list_page_get_split (page), TRUE);
  sedia_waiting_detail_focus (SEDIA_WAITING_PAGE (page)->detail);
}

static void
grouping_changed_cb (SediaWaitingPage *self)
{
  sedia_list_page_update_query (SEDIA_LIST_PAGE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

/* ---- as a page */

static gboolean
open_thing (SediaListPage *page,
            SediaKind      kind,
            gint64         id)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (page);

  if (kind == SEDIA_KIND_NOTICE)
    {
      forget_lines (self);
      self->cancellable = g_cancellable_new ();
      sedia_restock_lines_read (sedia_list_page_get_store (page), id, self->cancellable, lines_cb,
                                g_object_ref (self));
      return TRUE;
    }

  if (kind != SEDIA_KIND_LINE && kind != SEDIA_KIND_PRODUCT && kind != SEDIA_KIND_CUSTOMER)
    return FALSE;

  if (kind == SEDIA_KIND_PRODUCT)
    gtk_drop_down_set_selected (self->grouping, SEDIA_GROUP_PRODUCT);
  else if (kind == SEDIA_KIND_CUSTOMER)
    gtk_drop_down_set_selected (self->grouping, SEDIA_GROUP_CUSTOMER);

  sedia_list_page_show (page, SEDIA_FILTER_ALL, kind == SEDIA_KIND_LINE ? id : -id);
  return TRUE;
}

static void
store_changed (SediaListPage *page,
               SediaStore    *store)
{
  SediaWaitingPage *self = SEDIA_WAITING_PAGE (page);

  g_clear_object (&self->serving);
  forget_lines (self);
  sedia_list_page_set_filter (page, SEDIA_FILTER_ALL);
  sedia_waiting_detail_set_store (self->detail, store);
  if (store == NULL)
    {
      sedia_serving_rule_show (self->rule, NULL, SEDIA_SERVING_DATED_FIRST);
      return;
    }

  self->serving = sedia_serving_watcher_new (store);
  g_signal_connect_object (self->serving, "changed", G_CALLBACK (serving_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_settings (SediaListPage *page,
               GSettings     *settings)
{
  g_settings_bind (settings, "waiting-grouping", page, "grouping", G_SETTINGS_BIND_DEFAULT);
}

/* ---- the widget */

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
    }
}

static void
sedia_waiting_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((SediaWaitingPageProperty) prop_id)
    {
    case PROP_GROUPING:
      set_grouping (SEDIA_WAITING_PAGE (object), g_value_get_string (value));
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
  g_clear_object (&self->serving);

  G_OBJECT_CLASS (sedia_waiting_page_parent_class)->dispose (object);
}

static void
sedia_waiting_page_finalize (GObject *object)
{
  g_clear_pointer (&SEDIA_WAITING_PAGE (object)->lines, g_array_unref);

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
  gtk_widget_class_install_action (widget_class, "page.order-instead", NULL, instead_action);
  gtk_widget_class_install_action (widget_class, "page.purchase-for", NULL, purchase_for_action);

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
set_page_class (SediaListPageClass *page_class)
{
  page_class->texts = &texts;
  page_class->table = &sedia_waiting_table;
  page_class->store_changed = store_changed;
  page_class->amend_query = amend_query;
  page_class->selection_changed = selection_changed;
  page_class->activated = activated;
  page_class->counts_changed = counts_changed;
  page_class->bind_settings = bind_settings;
  page_class->open = open_thing;
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
  set_page_class (SEDIA_LIST_PAGE_CLASS (klass));

  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, "none",
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SEDIA_TYPE_SERVING_RULE);
  g_type_ensure (SEDIA_TYPE_WAITING_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/waiting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, grouping);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, rule);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, ready);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);

  install_actions (widget_class);
}

static void
sedia_waiting_page_init (SediaWaitingPage *self)
{
  self->row_signals = g_signal_group_new (SEDIA_TYPE_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::revision",
                                  G_CALLBACK (update_selected), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
  g_signal_connect_object (sedia_list_page_get_chips (SEDIA_LIST_PAGE (self)), "special-closed",
                           G_CALLBACK (special_closed_cb), self, G_CONNECT_SWAPPED);
  sedia_accessible_name_inner (GTK_WIDGET (self->grouping), _("How lines are put together"));
  gtk_drop_down_set_selected (self->grouping, SEDIA_GROUP_PRODUCT);
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
