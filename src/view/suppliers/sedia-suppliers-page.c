/* The suppliers page: who brings goods, and everything about one of them. */
#include "config.h"

#include "sedia-suppliers-page.h"

#include "sedia-act.h"
#include "sedia-charts-window.h"
#include "sedia-supplier-detail.h"
#include "sedia-supplier-form.h"
#include "sedia-supplier-table.h"

#include <glib/gi18n.h>

struct _SediaSuppliersPage
{
  SediaListPage parent_instance;

  SediaSupplierDetail *detail;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, suppliers),
    "sedia-supplier-symbolic", N_("No Suppliers Yet"),
    N_("Enter who brings your goods: deliveries and products then say from whom they are.") },
  { SEDIA_FILTER_ARCHIVED, NC_ ("filter", "Archived"), NULL,
    G_STRUCT_OFFSET (SediaCounts, suppliers_archived), "sedia-supplier-symbolic",
    N_("Nobody Is Archived"), N_("Suppliers you no longer buy from can be put here.") },
};

static const SediaListTexts texts = {
  .layout_key = "suppliers-layout",
  .title = NC_ ("page", "Suppliers"),
  .chips_label = N_("Which suppliers to show"),
  .not_found = N_("No supplier here has that in their name, code, phone or email."),
  .primary_label = N_("New Supplier"),
  .primary_action = "page.new",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaSuppliersPage, sedia_suppliers_page, SEDIA_TYPE_LIST_PAGE)

/* ---- actions */

/* The window is asked, for it also empties the search it has above the page. */
static void
saved_cb (GtkWidget *page,
          gint64     supplier_id)
{
  gtk_widget_activate_action (page, "win.open", "(ix)", (gint32) SEDIA_KIND_SUPPLIER, supplier_id);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (widget));

  if (store != NULL)
    g_signal_connect_object (sedia_supplier_form_open (widget, store, NULL), "saved",
                             G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaSuppliersPage *self = SEDIA_SUPPLIERS_PAGE (widget);
  const SediaSupplier *supplier = sedia_supplier_detail_get_supplier (self->detail);

  if (supplier != NULL)
    sedia_supplier_form_open (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)), supplier);
}

typedef struct
{
  gint64 id;
  gboolean archive;
  char *name;
} Archiving;

static void
archiving_free (gpointer data)
{
  Archiving *archiving = data;

  g_free (archiving->name);
  g_free (archiving);
}

static gpointer
archive_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Archiving *archiving = data;
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (db, archiving->id, error);

  if (supplier == NULL)
    return NULL;
  supplier->archived = archiving->archive;

  return sedia_supplier_save (db, supplier, error) ? SEDIA_DONE : NULL;
}

static char *
archived (GtkWidget *widget,
          gpointer   result,
          gpointer   data)
{
  const Archiving *archiving = data;

  return g_strdup_printf (archiving->archive ? _("Archived – %s") : _("Back in the lists – %s"),
                          archiving->name);
}

static void
archive_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaSuppliersPage *self = SEDIA_SUPPLIERS_PAGE (widget);
  const SediaSupplier *supplier = sedia_supplier_detail_get_supplier (self->detail);
  Archiving *archiving;

  if (supplier == NULL)
    return;

  archiving = g_new0 (Archiving, 1);
  archiving->id = supplier->id;
  archiving->archive = !supplier->archived;
  archiving->name = g_strdup (supplier->name);
  sedia_act_run (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)),
                 &(SediaActRun) {
                   .act = { .kind = "supplier-edit" },
                   .job = archive_job,
                   .data = archiving,
                   .data_free = archiving_free,
                   .done = archived,
                 });
}

static void
charts_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaSuppliersPage *self = SEDIA_SUPPLIERS_PAGE (widget);
  const SediaSupplier *supplier = sedia_supplier_detail_get_supplier (self->detail);

  if (supplier != NULL)
    sedia_charts_window_open (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)),
                              SEDIA_KIND_SUPPLIER, supplier->id, supplier->name);
}

/* ---- the widget */

static void
sedia_suppliers_page_selection_changed (SediaListPage *page,
                                        gint64         id)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.edit", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.archive", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.charts", id != 0);
}

static void
sedia_suppliers_page_class_init (SediaSuppliersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_supplier_table;
  page_class->kind = SEDIA_KIND_SUPPLIER;
  page_class->selection_changed = sedia_suppliers_page_selection_changed;

  g_type_ensure (SEDIA_TYPE_SUPPLIER_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/suppliers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSuppliersPage, detail);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "page.charts", NULL, charts_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "page.charts",
                                       NULL);
}

static void
sedia_suppliers_page_init (SediaSuppliersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_suppliers_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_suppliers_page_new (void)
{
  return g_object_new (SEDIA_TYPE_SUPPLIERS_PAGE, NULL);
}
