/* The purchases page. */
#include "config.h"

#include "sedia-purchases-page.h"

#include "sedia-purchase-detail.h"
#include "sedia-purchase-table.h"

#include <glib/gi18n.h>

struct _SediaPurchasesPage
{
  SediaListPage parent_instance;

  SediaPurchaseDetail *detail;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_EXPECTED, NC_ ("filter", "Expected"), NULL,
    G_STRUCT_OFFSET (SediaCounts, purchases_expected), "sedia-purchase-symbolic",
    N_("Nothing Is on Its Way"),
    N_("What you order from suppliers stands here until it comes: when, and for whom.") },
  { SEDIA_FILTER_LATE, NC_ ("filter", "Late"), "sedia-late-symbolic",
    G_STRUCT_OFFSET (SediaCounts, purchases_late), "sedia-ready-symbolic", N_("Nothing Is Late"),
    N_("Everything that was to come by today is here.") },
  { SEDIA_FILTER_DRAFTS, NC_ ("filter", "Drafts"), NULL,
    G_STRUCT_OFFSET (SediaCounts, purchases_drafts), "sedia-ready-symbolic", N_("No Drafts"),
    N_("Every purchase that was begun has been ordered.") },
  { SEDIA_FILTER_CLOSED, NC_ ("filter", "Closed"), NULL, SEDIA_NO_COUNT, "sedia-purchase-symbolic",
    N_("Nothing Closed Yet"), N_("Purchases of which nothing more comes stand here.") },
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, purchases),
    "sedia-purchase-symbolic", N_("No Purchases Yet"),
    N_("What you order from suppliers stands here until it comes: when, and for whom.") },
};

static const SediaListTexts texts = {
  .layout_key = "purchases-layout",
  .title = NC_ ("page", "Purchases"),
  .chips_label = N_("Which purchases to show"),
  .not_found = N_("No purchase here has that as its number, supplier or product."),
  .primary_label = N_("New Purchase"),
  .primary_action = "app.new-purchase",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaPurchasesPage, sedia_purchases_page, SEDIA_TYPE_LIST_PAGE)

/* The chip that is on at first does not let everything through. */
static void
sedia_purchases_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sedia_purchases_page_parent_class)->constructed (object);
  sedia_list_page_update_query (SEDIA_LIST_PAGE (object));
}

static void
sedia_purchases_page_class_init (SediaPurchasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sedia_purchases_page_constructed;
  page_class->texts = &texts;
  page_class->table = &sedia_purchase_table;
  page_class->kind = SEDIA_KIND_PURCHASE;

  g_type_ensure (SEDIA_TYPE_PURCHASE_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/purchases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchasesPage, detail);
}

static void
sedia_purchases_page_init (SediaPurchasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_purchases_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_purchases_page_new (void)
{
  return g_object_new (SEDIA_TYPE_PURCHASES_PAGE, NULL);
}
