/* The deliveries page. */
#include "config.h"

#include "sedia-deliveries-page.h"

#include "sedia-act.h"
#include "sedia-delivery-detail.h"
#include "sedia-delivery-editor.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-table.h"
#include "sedia-print-jobs.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveriesPage
{
  SediaDocumentsPage parent_instance;

  GMenuModel *menu;
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

G_DEFINE_FINAL_TYPE (SediaDeliveriesPage, sedia_deliveries_page, SEDIA_TYPE_DOCUMENTS_PAGE)

static char *
undone (GtkWidget *widget,
        gpointer   result,
        gpointer   delivery_id)
{
  sedia_page_focus_list (SEDIA_PAGE (widget));

  return g_strdup_printf (_("Delivery %" PRId64 " taken back"), *(const gint64 *) delivery_id);
}

static void
undo_delivery_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  const gint64 id = sedia_documents_page_get_selected (SEDIA_DOCUMENTS_PAGE (widget));

  if (id != 0)
    sedia_act_run (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (widget)),
                   &(SediaActRun) {
                     .act = { .kind = "delivery-undo" },
                     .job = sedia_delivery_undo_job,
                     .data = sedia_id_new (id),
                     .data_free = g_free,
                     .done = undone,
                   });
}

/* ---- of a purchase */

static void
purchase_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (SediaDeliveriesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaPurchase) purchase = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaEditor *editor;

  if (self->menu == NULL || sedia_list_page_get_store (SEDIA_LIST_PAGE (self)) == NULL)
    return; /* going */
  if (purchase == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  editor = sedia_documents_page_show_editor (SEDIA_DOCUMENTS_PAGE (self));
  sedia_delivery_editor_begin_for (SEDIA_DELIVERY_EDITOR (editor), purchase);
}

/* A purchase is opened here to receive what comes of it. */
static gboolean
open_thing (SediaListPage *page,
            SediaKind      kind,
            gint64         id)
{
  if (kind != SEDIA_KIND_PURCHASE)
    return SEDIA_LIST_PAGE_CLASS (sedia_deliveries_page_parent_class)->open (page, kind, id);

  sedia_store_read_async (sedia_list_page_get_store (page), sedia_purchase_job,
                          sedia_id_new (id), g_free, (GDestroyNotify) sedia_purchase_free, NULL,
                          purchase_read_cb, g_object_ref (page));
  return TRUE;
}

static void
sedia_deliveries_page_document_selected (SediaDocumentsPage *page,
                                         gint64              id)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.undo-delivery", id != 0);
}

static void
sedia_deliveries_page_class_init (SediaDeliveriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);
  SediaDocumentsPageClass *documents_class = SEDIA_DOCUMENTS_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_delivery_table;
  page_class->kind = SEDIA_KIND_DELIVERY;
  page_class->print_job = sedia_print_delivery_job;
  page_class->open = open_thing;
  documents_class->editor_type = SEDIA_TYPE_DELIVERY_EDITOR;
  documents_class->draft_kind = SEDIA_DRAFT_DELIVERY;
  documents_class->document_selected = sedia_deliveries_page_document_selected;

  g_type_ensure (SEDIA_TYPE_DELIVERY_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/deliveries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveriesPage, menu);
  gtk_widget_class_install_action (widget_class, "page.undo-delivery", NULL, undo_delivery_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.discard-draft", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.continue-draft", NULL);
}

static void
sedia_deliveries_page_init (SediaDeliveriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
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
