/* The log of the shop: who did what and when, and taking single entries back.
 *
 * The menu leads here, not the sidebar: it is looked at when something is not as expected.
 */
#include "config.h"

#include "sedia-history-page.h"

#include "sedia-act.h"
#include "sedia-history-detail.h"
#include "sedia-history-table.h"

#include <glib/gi18n.h>

struct _SediaHistoryPage
{
  SediaListPage parent_instance;

  SediaHistoryDetail *detail;
  GMenuModel *menu;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, SEDIA_NO_COUNT, "sedia-history-symbolic",
    N_("Nothing Has Happened Yet"),
    N_("Whatever is done in this shop is written down here: who, when, what and why.") },
};

static const SediaListTexts texts = {
  .layout_key = "history-layout",
  .title = NC_ ("page", "History"),
  .chips_label = N_("Which entries to show"),
  .not_found = N_("No entry has that in what was done, to what, by whom, why, or in its number."),
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaHistoryPage, sedia_history_page, SEDIA_TYPE_LIST_PAGE)

/* Doing again is taking back what took it back. */
static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaHistoryPage *self = SEDIA_HISTORY_PAGE (widget);
  const SediaOperation *operation = sedia_history_detail_get_operation (self->detail);

  if (operation != NULL)
    sedia_act_undo (widget, sedia_list_page_get_store (SEDIA_LIST_PAGE (self)), operation->id);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaHistoryPage *self = SEDIA_HISTORY_PAGE (widget);
  SediaKind kind;
  const gint64 id = sedia_history_detail_get_subject (self->detail, &kind);

  if (id != 0)
    gtk_widget_activate_action (widget, "win.open", "(ix)", (gint32) kind, id);
}

static void
detail_changed_cb (SediaHistoryPage *self)
{
  SediaKind kind;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.undo-entry",
                                 sedia_history_detail_can_undo (self->detail));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.redo-entry",
                                 sedia_history_detail_can_redo (self->detail));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.show-subject",
                                 sedia_history_detail_get_subject (self->detail, &kind) != 0);
}

static void
sedia_history_page_class_init (SediaHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_history_table;
  page_class->kind = SEDIA_KIND_OPERATION;

  g_type_ensure (SEDIA_TYPE_HISTORY_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryPage, detail);
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, detail_changed_cb);

  gtk_widget_class_install_action (widget_class, "page.undo-entry", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "page.redo-entry", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "page.show-subject", NULL, show_action);
}

static void
sedia_history_page_init (SediaHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
  detail_changed_cb (self);
}

/**
 * sedia_history_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_history_page_new (void)
{
  return g_object_new (SEDIA_TYPE_HISTORY_PAGE, NULL);
}
