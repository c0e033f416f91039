/* The deliveries page.
 *
 *   list of deliveries and drafts | detail      <-->      editor, over the whole page
 *
 * A draft that was left behind is offered once, at the start and when a new delivery is begun.
 */
#include "config.h"

#include "sedia-deliveries-page.h"

#include "sedia-act.h"
#include "sedia-chips.h"
#include "sedia-counts-watcher.h"
#include "sedia-delivery-detail.h"
#include "sedia-delivery-discard.h"
#include "sedia-delivery-editor.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-offer.h"
#include "sedia-delivery-table.h"
#include "sedia-empty-state.h"
#include "sedia-split.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveriesPage
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaCountsWatcher *counts;

  SediaDeliveryOffer *offer;
  GtkStack *modes;
  SediaChips *chips;
  SediaSplit *split;
  GtkStack *states;
  SediaStockList *table;
  SediaEmptyState *empty;
  SediaDeliveryDetail *detail;
  SediaDeliveryEditor *editor;
};

typedef enum
{
  PROP_STORE = 1,
} SediaDeliveriesPageProperty;

static gboolean
is_editing (SediaDeliveriesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->modes), "editor") == 0;
}

/* ---- the list */

static void
set_empty (SediaDeliveriesPage *self)
{
  const SediaQuery *query = sedia_stock_list_get_query (self->table);
  const char *failure = sedia_stock_list_get_failure (self->table);
  gboolean has_search = query->search != NULL && *query->search != '\0';

  if (failure != NULL)
    sedia_empty_state_set (self->empty, "dialog-error-symbolic", _("The List Cannot Be Read"),
                           failure);
  else if (has_search)
    sedia_empty_state_set (self->empty, "edit-find-symbolic", _("Nothing Found"),
                           _("No delivery here has that as its number, supplier or note."));
  else if (query->filter == SEDIA_FILTER_DRAFTS)
    sedia_empty_state_set (self->empty, "sedia-ready-symbolic", _("No Drafts"),
                           _("Every delivery that was begun has been received."));
  else
    sedia_empty_state_set (self->empty, "sedia-delivery-symbolic", _("No Deliveries Yet"),
                           _("When goods arrive, scan them here: Sedia says who was waiting."));

  sedia_empty_state_set_button (self->empty, has_search ? NULL : _("New Delivery"),
                                has_search ? NULL : "app.new-delivery");
}

static void
update_state (SediaDeliveriesPage *self)
{
  if (self->store == NULL || sedia_stock_list_is_loading (self->table))
    return; /* what is there stays until the answer is there */

  if (!sedia_stock_list_is_empty (self->table))
    {
      gtk_stack_set_visible_child_name (self->states, "list");
      return;
    }

  set_empty (self);
  gtk_stack_set_visible_child_name (self->states, "empty");
}

static void
filter_changed_cb (SediaDeliveriesPage *self)
{
  sedia_stock_list_set_filter (self->table,
                               (SediaFilter) sedia_chips_get_selected (self->chips));
}

static void
counts_changed_cb (SediaDeliveriesPage *self)
{
  const SediaCounts *counts = sedia_counts_watcher_get_counts (self->counts);

  sedia_chips_set_count (self->chips, SEDIA_FILTER_ALL, counts->deliveries + counts->drafts);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_DRAFTS, counts->drafts);
  sedia_chips_set_count (self->chips, SEDIA_FILTER_POSTED, counts->deliveries);
}

static void
row_selected_cb (SediaDeliveriesPage *self,
                 gint64               id)
{
  sedia_delivery_detail_set_id (self->detail, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.continue-draft", id < 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.discard-draft", id < 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.undo-delivery", id > 0);
}

/* ---- the editor */

static void
set_mode (SediaDeliveriesPage *self,
          const char          *mode)
{
  gtk_stack_set_visible_child_name (self->modes, mode);
  sedia_page_primary_changed (SEDIA_PAGE (self));
}

static void
show_list (SediaDeliveriesPage *self,
           gint64               id)
{
  set_mode (self, "list");
  sedia_chips_set_selected (self->chips, SEDIA_FILTER_ALL);
  sedia_page_focus_list (SEDIA_PAGE (self));
  sedia_stock_list_select (self->table, id);
}

static void
continue_draft (SediaDeliveriesPage *self,
                gint64               draft_id)
{
  if (sedia_delivery_offer_get_draft_id (self->offer) == draft_id)
    sedia_delivery_offer_hide (self->offer);

  set_mode (self, "editor");
  sedia_delivery_editor_open (self->editor, draft_id);
}

static void
editor_closed_cb (SediaDeliveriesPage *self)
{
  show_list (self, -sedia_delivery_editor_get_draft_id (self->editor));
}

static void
editor_received_cb (SediaDeliveriesPage *self,
                    gint64               delivery_id)
{
  show_list (self, delivery_id);
}

static void
offer_continued_cb (SediaDeliveriesPage *self,
                    gint64               draft_id)
{
  continue_draft (self, draft_id);
}

/* ---- actions */

static void
continue_draft_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (widget);

  if (sedia_stock_list_get_selected (self->table) < 0)
    continue_draft (self, -sedia_stock_list_get_selected (self->table));
}

static void
discard_wanted (GtkWidget *widget)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (widget);

  if (sedia_stock_list_get_selected (self->table) < 0)
    sedia_delivery_discard (widget, self->store, -sedia_stock_list_get_selected (self->table));
}

static void
discard_draft_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  sedia_delivery_ask_discard (widget, discard_wanted);
}

static char *
undone (GtkWidget *widget,
        gpointer   result,
        gpointer   delivery_id)
{
  sedia_page_focus_list (SEDIA_PAGE (widget));
  return g_strdup_printf (_("Delivery %" PRId64 " taken back"),
                          *(const gint64 *) delivery_id);
}

static void
undo_delivery_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (widget);

  if (sedia_stock_list_get_selected (self->table) > 0)
    sedia_act_run (widget, self->store,
                   &(SediaActRun) {
                     .act = { .kind = "delivery-undo" },
                     .job = sedia_delivery_undo_job,
                     .data = sedia_id_new (sedia_stock_list_get_selected (self->table)),
                     .data_free = g_free,
                     .done = undone,
                   });
}

static void
activate_cb (SediaDeliveriesPage *self)
{
  gint64 id = sedia_stock_list_get_selected (self->table);

  if (id < 0 && !sedia_split_get_folded (self->split))
    {
      continue_draft (self, -id);
      return;
    }

  sedia_split_set_detail_shown (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/* ---- as a page */

static const char *
get_title (SediaPage *page)
{
  return C_("page", "Deliveries");
}

static const char *
get_primary (SediaPage   *page,
             const char **label)
{
  if (is_editing (SEDIA_DELIVERIES_PAGE (page)))
    return NULL;

  *label = _("New Delivery");
  return "app.new-delivery";
}

static gboolean
can_search (SediaPage *page)
{
  return !is_editing (SEDIA_DELIVERIES_PAGE (page));
}

static void
set_search (SediaPage  *page,
            const char *search)
{
  sedia_stock_list_set_search (SEDIA_DELIVERIES_PAGE (page)->table, search);
}

static void
begin (SediaDeliveriesPage *self)
{
  if (is_editing (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
      return;
    }

  set_mode (self, "editor");
  sedia_delivery_editor_begin (self->editor);
  sedia_delivery_offer_look (self->offer, 0);
}

static gboolean
open_thing (SediaPage *page,
            SediaKind  kind,
            gint64     id)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (page);

  if (self->store == NULL || (kind != SEDIA_KIND_DRAFT && kind != SEDIA_KIND_DELIVERY))
    return FALSE;

  if (kind == SEDIA_KIND_DELIVERY)
    show_list (self, id);
  else if (id > 0)
    continue_draft (self, id);
  else
    begin (self);

  return TRUE;
}

static void
focus_list (SediaPage *page)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (page);

  if (is_editing (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "list") == 0)
    sedia_stock_list_focus (self->table);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->empty), GTK_DIR_TAB_FORWARD);
}

static void
sedia_deliveries_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = get_title;
  iface->get_primary = get_primary;
  iface->set_search = set_search;
  iface->can_search = can_search;
  iface->open = open_thing;
  iface->focus_list = focus_list;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaDeliveriesPage, sedia_deliveries_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE,
                                                      sedia_deliveries_page_page_init))

/* ---- the widget */

static void
set_store (SediaDeliveriesPage *self,
           SediaStore          *store)
{
  if (!g_set_object (&self->store, store))
    return;

  g_clear_object (&self->counts);
  if (store != NULL)
    {
      self->counts = sedia_counts_watcher_new (store);
      g_signal_connect_object (self->counts, "changed", G_CALLBACK (counts_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  sedia_delivery_offer_set_store (self->offer, store);
  sedia_delivery_detail_set_store (self->detail, store);
  sedia_delivery_editor_set_store (self->editor, store);
  sedia_stock_list_set_store (self->table, store);
  if (is_editing (self))
    set_mode (self, "list");
  sedia_delivery_offer_look (self->offer, 0);
}

static void
sedia_deliveries_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (object);

  switch ((SediaDeliveriesPageProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    }
}

static void
sedia_deliveries_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (object);

  switch ((SediaDeliveriesPageProperty) prop_id)
    {
    case PROP_STORE:
      set_store (self, g_value_get_object (value));
      break;
    }
}

static void
sedia_deliveries_page_dispose (GObject *object)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (object);

  if (self->table != NULL)
    set_store (self, NULL);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_DELIVERIES_PAGE);

  G_OBJECT_CLASS (sedia_deliveries_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.continue-draft", NULL,
                                   continue_draft_action);
  gtk_widget_class_install_action (widget_class, "page.discard-draft", NULL, discard_draft_action);
  gtk_widget_class_install_action (widget_class, "page.undo-delivery", NULL, undo_delivery_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.discard-draft", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.continue-draft", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/deliveries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, offer);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, modes);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, split);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, states);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, table);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, detail);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_state);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_received_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_continued_cb);
}

static void
sedia_deliveries_page_class_init (SediaDeliveriesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_deliveries_page_get_property;
  object_class->set_property = sedia_deliveries_page_set_property;
  object_class->dispose = sedia_deliveries_page_dispose;
  g_object_class_override_property (object_class, PROP_STORE, "store");

  g_type_ensure (SEDIA_TYPE_CHIPS);
  g_type_ensure (SEDIA_TYPE_DELIVERY_DETAIL);
  g_type_ensure (SEDIA_TYPE_DELIVERY_EDITOR);
  g_type_ensure (SEDIA_TYPE_DELIVERY_OFFER);
  g_type_ensure (SEDIA_TYPE_DELIVERY_TABLE);
  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_SPLIT);

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
sedia_deliveries_page_init (SediaDeliveriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_chips_add (self->chips, SEDIA_FILTER_ALL, C_("deliveries", "All"), NULL);
  sedia_chips_add (self->chips, SEDIA_FILTER_DRAFTS, C_("deliveries", "Drafts"), NULL);
  sedia_chips_add (self->chips, SEDIA_FILTER_POSTED, C_("deliveries", "Received"), NULL);
}

/**
 * sedia_deliveries_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_deliveries_page_new (void)
{
  return g_object_new (SEDIA_TYPE_DELIVERIES_PAGE, NULL);
}
