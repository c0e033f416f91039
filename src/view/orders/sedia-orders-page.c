/* The orders page. */
#include "config.h"

#include "sedia-orders-page.h"

#include "sedia-act.h"
#include "sedia-order-acts.h"
#include "sedia-order-change-form.h"
#include "sedia-order-detail.h"
#include "sedia-order-editor.h"
#include "sedia-order-jobs.h"
#include "sedia-order-parts-form.h"
#include "sedia-order-table.h"
#include "sedia-print-jobs.h"

#include <glib/gi18n.h>

struct _SediaOrdersPage
{
  SediaDocumentsPage parent_instance;

  SediaOrderDetail *detail;
  GMenuModel *menu;
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, orders),
    "sedia-order-symbolic", N_("No Orders Yet"),
    N_("When somebody wants something, enter it here: Sedia says what is ready now and what waits.")
  },
  { SEDIA_FILTER_WAITING, NC_ ("filter", "Waiting"), "sedia-waiting-symbolic",
    G_STRUCT_OFFSET (SediaCounts, orders_waiting), "sedia-ready-symbolic", N_("No Order Waits"),
    N_("Everything that is open has its stock set aside.") },
  { SEDIA_FILTER_READY, NC_ ("filter", "Ready"), "sedia-ready-symbolic",
    G_STRUCT_OFFSET (SediaCounts, orders_ready), "sedia-order-symbolic", N_("No Order Is Ready"),
    N_("Orders that can be handed over whole stand here.") },
  { SEDIA_FILTER_DONE, NC_ ("filter", "Done"), NULL, SEDIA_NO_COUNT, "sedia-order-symbolic",
    N_("Nothing Handed Over Yet"), N_("Orders of which nothing is open any more stand here.") },
  { SEDIA_FILTER_CANCELLED, NC_ ("filter", "Cancelled"), NULL, SEDIA_NO_COUNT,
    "sedia-ready-symbolic", N_("Nothing Cancelled"), N_("No order was cancelled as a whole.") },
  { SEDIA_FILTER_DEPOSITS, NC_ ("filter", "Deposits"), NULL,
    G_STRUCT_OFFSET (SediaCounts, orders_deposits), "sedia-order-symbolic", N_("No Money Is Held"),
    N_("Orders that were paid ahead and not handed over, or cancelled, stand here.") },
  { SEDIA_FILTER_DRAFTS, NC_ ("filter", "Drafts"), NULL,
    G_STRUCT_OFFSET (SediaCounts, orders_drafts), "sedia-ready-symbolic", N_("No Drafts"),
    N_("Every order that was begun has been placed.") },
};

static const SediaListTexts texts = {
  .layout_key = "orders-layout",
  .title = NC_ ("page", "Orders"),
  .chips_label = N_("Which orders to show"),
  .not_found = N_("No order here has that as its number, customer or product."),
  .primary_label = N_("New Order"),
  .primary_action = "app.new-order",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaOrdersPage, sedia_orders_page, SEDIA_TYPE_DOCUMENTS_PAGE)

/* ---- what can be done */

typedef struct
{
  gboolean is_open;
  gboolean was_handed_over;
  gboolean was_cancelled;
  gboolean has_deposit;
} Possible;

static Possible
possible_with (const SediaOrder *order)
{
  Possible possible = { .has_deposit = order != NULL && order->deposit > 0 };

  for (guint i = 0; order != NULL && i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      possible.is_open |= sedia_order_line_open (line) > 0;
      possible.was_handed_over |= line->delivered > 0;
      possible.was_cancelled |= line->cancelled > 0;
    }

  return possible;
}

static void
update_actions (SediaOrdersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Possible possible;

  if (self->detail == NULL)
    return; /* going */

  possible = possible_with (sedia_order_detail_get_order (self->detail));
  gtk_widget_action_set_enabled (widget, "page.hand-over", possible.is_open);
  gtk_widget_action_set_enabled (widget, "page.change", possible.is_open);
  gtk_widget_action_set_enabled (widget, "page.cancel-order", possible.is_open);
  gtk_widget_action_set_enabled (widget, "page.return", possible.was_handed_over);
  gtk_widget_action_set_enabled (widget, "page.reopen", possible.was_cancelled);
  gtk_widget_action_set_enabled (widget, "page.print-deposit", possible.has_deposit);
}

/* The order in front, when there is one to do something with; behind an editor nothing is. */
static const SediaOrder *
order_of (GtkWidget   *widget,
          SediaStore **store)
{
  SediaListPage *page = SEDIA_LIST_PAGE (widget);

  *store = sedia_list_page_get_store (page);
  if (*store == NULL || sedia_list_page_is_editing (page))
    return NULL;

  return sedia_order_detail_get_order (SEDIA_ORDERS_PAGE (widget)->detail);
}

static void
hand_over_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    sedia_order_parts_form_open (widget, store, order, SEDIA_ORDER_PARTS_HAND_OVER);
}

static void
return_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    sedia_order_parts_form_open (widget, store, order, SEDIA_ORDER_PARTS_RETURN);
}

static void
change_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    sedia_order_change_form_open (widget, store, order);
}

static void
cancel_order_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    sedia_order_ask_cancel (widget, store, order);
}

static void
reopen_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    sedia_order_do_reopen (widget, store, order);
}

static void
give_back_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    sedia_order_do_give_back (widget, store, order);
}

static void
print_deposit_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  SediaStore *store;
  const SediaOrder *order = order_of (widget, &store);

  if (order != NULL)
    gtk_widget_activate_action (widget, "win.print-deposit", "x", order->id);
}

/* Of a draft: throws it away, after a question. Of an order: cancels what is open. */
static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const gint64 id = sedia_documents_page_get_selected (SEDIA_DOCUMENTS_PAGE (widget));

  gtk_widget_activate_action (widget, id != 0 ? "page.cancel-order" : "page.discard-draft", NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  const gint64 id = sedia_documents_page_get_selected (SEDIA_DOCUMENTS_PAGE (widget));

  gtk_widget_activate_action (widget, id != 0 ? "page.change" : "page.continue-draft", NULL);
}

/* ---- something else instead of a line */

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (SediaOrdersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaOrderLine) line = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaEditor *editor;

  if (self->detail == NULL || sedia_list_page_get_store (SEDIA_LIST_PAGE (self)) == NULL)
    return; /* going */
  if (line == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  editor = sedia_documents_page_show_editor (SEDIA_DOCUMENTS_PAGE (self));
  sedia_order_editor_begin_instead (SEDIA_ORDER_EDITOR (editor), line);
}

/* A line is opened here to order something else instead of it. */
static gboolean
open_thing (SediaListPage *page,
            SediaKind      kind,
            gint64         id)
{
  if (kind != SEDIA_KIND_LINE)
    return SEDIA_LIST_PAGE_CLASS (sedia_orders_page_parent_class)->open (page, kind, id);

  sedia_store_read_async (sedia_list_page_get_store (page), sedia_order_line_job,
                          g_memdup2 (&id, sizeof id), g_free,
                          (GDestroyNotify) sedia_order_line_free, NULL, line_read_cb,
                          g_object_ref (page));
  return TRUE;
}

/* ---- the widget */

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.hand-over", NULL, hand_over_action);
  gtk_widget_class_install_action (widget_class, "page.return", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "page.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "page.cancel-order", NULL, cancel_order_action);
  gtk_widget_class_install_action (widget_class, "page.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "page.give-back", NULL, give_back_action);
  gtk_widget_class_install_action (widget_class, "page.print-deposit", NULL, print_deposit_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK,
                                       "page.hand-over", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
}

static void
sedia_orders_page_class_init (SediaOrdersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);
  SediaDocumentsPageClass *documents_class = SEDIA_DOCUMENTS_PAGE_CLASS (klass);

  page_class->texts = &texts;
  page_class->table = &sedia_order_table;
  page_class->kind = SEDIA_KIND_ORDER;
  page_class->print_job = sedia_print_order_job;
  page_class->open = open_thing;
  documents_class->editor_type = SEDIA_TYPE_ORDER_EDITOR;
  documents_class->draft_kind = SEDIA_DRAFT_ORDER;

  g_type_ensure (SEDIA_TYPE_ORDER_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrdersPage, detail);
  gtk_widget_class_bind_template_child (widget_class, SediaOrdersPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  install_actions (widget_class);
}

static void
sedia_orders_page_init (SediaOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
  update_actions (self);
}

/**
 * sedia_orders_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_orders_page_new (void)
{
  return g_object_new (SEDIA_TYPE_ORDERS_PAGE, NULL);
}
