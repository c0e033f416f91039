/* The deliveries page.
 *
 *   list of deliveries and drafts | detail      <-->      editor, over the whole page
 *
 * A draft that was left behind is offered once, at the start and when a new delivery is begun.
 */
#include "config.h"

#include "sedia-deliveries-page.h"

#include "sedia-act.h"
#include "sedia-delivery-detail.h"
#include "sedia-delivery-editor.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-table.h"
#include "sedia-draft-discard.h"
#include "sedia-draft-offer.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveriesPage
{
  SediaListPage parent_instance;

  SediaDraftOffer *offer;
  SediaDeliveryEditor *editor;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, deliveries),
    "sedia-delivery-symbolic", N_("No Deliveries Yet"),
    N_("When goods arrive, scan them here: Sedia says who was waiting.") },
  { SEDIA_FILTER_DRAFTS, NC_ ("filter", "Drafts"), NULL, G_STRUCT_OFFSET (SediaCounts, drafts),
    "sedia-ready-symbolic", N_("No Drafts"),
    N_("Every delivery that was begun has been received.") },
  { SEDIA_FILTER_POSTED, NC_ ("filter", "Received"), NULL,
    G_STRUCT_OFFSET (SediaCounts, received), "sedia-delivery-symbolic", N_("Nothing Received Yet"),
    N_("Deliveries that have been received stand here.") },
};

static const SediaListTexts texts = {
  .layout_key = "deliveries-layout",
  .title = NC_ ("page", "Deliveries"),
  .chips_label = N_("Which deliveries to show"),
  .not_found = N_("No delivery here has that as its number, supplier or note."),
  .primary_label = N_("New Delivery"),
  .primary_action = "app.new-delivery",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaDeliveriesPage, sedia_deliveries_page, SEDIA_TYPE_LIST_PAGE)

/* What is selected: a delivery, or a draft with its id below zero; 0 for nothing. */
static gint64
selected (SediaListPage *page)
{
  return sedia_data_table_get_selected (sedia_list_page_get_table (page));
}

/* ---- the editor */

static void
show_list (SediaDeliveriesPage *self,
           gint64               id)
{
  SediaListPage *page = SEDIA_LIST_PAGE (self);

  sedia_list_page_set_editing (page, FALSE);
  sedia_list_page_set_filter (page, SEDIA_FILTER_ALL);
  sedia_list_page_focus_list (page);
  sedia_data_table_select (sedia_list_page_get_table (page), id);
}

static void
continue_draft (SediaDeliveriesPage *self,
                gint64               draft_id)
{
  if (sedia_draft_offer_get_draft_id (self->offer) == draft_id)
    sedia_draft_offer_hide (self->offer);

  sedia_list_page_set_editing (SEDIA_LIST_PAGE (self), TRUE);
  sedia_editor_open (SEDIA_EDITOR (self->editor), draft_id);
}

static void
editor_closed_cb (SediaDeliveriesPage *self)
{
  show_list (self, -sedia_editor_get_draft_id (SEDIA_EDITOR (self->editor)));
}

static void
editor_booked_cb (SediaDeliveriesPage *self,
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
  const gint64 id = selected (SEDIA_LIST_PAGE (widget));

  if (id < 0)
    continue_draft (SEDIA_DELIVERIES_PAGE (widget), -id);
}

static void
discard_answered (GtkWidget *widget,
                  gboolean   is_yes,
                  gpointer   data)
{
  SediaListPage *page = SEDIA_LIST_PAGE (widget);

  if (is_yes && selected (page) < 0)
    sedia_draft_throw_away (widget, sedia_list_page_get_store (page), -selected (page));
}

static void
discard_draft_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  sedia_draft_ask_discard (widget, SEDIA_DRAFT_DELIVERY, discard_answered);
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
  SediaListPage *page = SEDIA_LIST_PAGE (widget);

  if (selected (page) > 0)
    sedia_act_run (widget, sedia_list_page_get_store (page),
                   &(SediaActRun) {
                     .act = { .kind = "delivery-undo" },
                     .job = sedia_delivery_undo_job,
                     .data = sedia_id_new (selected (page)),
                     .data_free = g_free,
                     .done = undone,
                   });
}

/* ---- as a page */

static void
begin (SediaDeliveriesPage *self)
{
  if (sedia_list_page_is_editing (SEDIA_LIST_PAGE (self)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
      return;
    }

  sedia_list_page_set_editing (SEDIA_LIST_PAGE (self), TRUE);
  sedia_editor_begin (SEDIA_EDITOR (self->editor));
  sedia_draft_offer_look (self->offer, 0);
}

static gboolean
sedia_deliveries_page_open (SediaListPage *page,
                            SediaKind      kind,
                            gint64         id)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (page);

  if (kind != SEDIA_KIND_DRAFT && kind != SEDIA_KIND_DELIVERY)
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
sedia_deliveries_page_store_changed (SediaListPage *page,
                                     SediaStore    *store)
{
  SediaDeliveriesPage *self = SEDIA_DELIVERIES_PAGE (page);

  sedia_draft_offer_set_store (self->offer, store);
  sedia_editor_set_store (SEDIA_EDITOR (self->editor), store);
  sedia_draft_offer_look (self->offer, 0);
}

static void
sedia_deliveries_page_selection_changed (SediaListPage *page,
                                         gint64         id)
{
  GtkWidget *widget = GTK_WIDGET (page);

  gtk_widget_action_set_enabled (widget, "page.continue-draft", id < 0);
  gtk_widget_action_set_enabled (widget, "page.discard-draft", id < 0);
  gtk_widget_action_set_enabled (widget, "page.undo-delivery", id > 0);
}

/* A draft is there to be continued; in a small window its detail is the way to it. */
static void
sedia_deliveries_page_activated (SediaListPage *page)
{
  if (selected (page) < 0 && !sedia_split_get_folded (sedia_list_page_get_split (page)))
    continue_draft (SEDIA_DELIVERIES_PAGE (page), -selected (page));
  else
    sedia_list_page_focus_detail (page);
}

/* ---- the widget */

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
sedia_deliveries_page_class_init (SediaDeliveriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_delivery_table;
  page_class->kind = SEDIA_KIND_DELIVERY;
  page_class->store_changed = sedia_deliveries_page_store_changed;
  page_class->selection_changed = sedia_deliveries_page_selection_changed;
  page_class->activated = sedia_deliveries_page_activated;
  page_class->open = sedia_deliveries_page_open;

  g_type_ensure (SEDIA_TYPE_DELIVERY_DETAIL);
  g_type_ensure (SEDIA_TYPE_DELIVERY_EDITOR);
  g_type_ensure (SEDIA_TYPE_DRAFT_OFFER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/deliveries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, offer);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_booked_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_continued_cb);
  install_actions (widget_class);
}

static void
sedia_deliveries_page_init (SediaDeliveriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
