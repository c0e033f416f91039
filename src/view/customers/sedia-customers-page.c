/* The customers page: who buys, who waits, who knows, and everything about one of them. */
#include "config.h"

#include "sedia-customers-page.h"

#include "sedia-act.h"
#include "sedia-customer-acts.h"
#include "sedia-customer-detail.h"
#include "sedia-customer-form.h"
#include "sedia-customer-merge.h"
#include "sedia-customer-table.h"
#include "sedia-print-jobs.h"
#include "sedia-tell-form.h"

#include <glib/gi18n.h>

struct _SediaCustomersPage
{
  SediaListPage parent_instance;

  GMenuModel *menu;
  SediaCustomerDetail *detail;

  gboolean is_by_urgency; /* the chip that is on chose the order */
  GCancellable *opening; /* the look-up of a customer who is to be shown, NULL for none */
};

static const SediaListFilter filters[] = {
  { SEDIA_FILTER_ALL, NC_ ("filter", "All"), NULL, G_STRUCT_OFFSET (SediaCounts, customers),
    "sedia-customer-symbolic", N_("No Customers Yet"),
    N_("Enter who orders from you: then you know what they wait for, and what they were told.") },
  { SEDIA_FILTER_WAITING, NC_ ("filter", "Waiting"), "sedia-waiting-symbolic",
    G_STRUCT_OFFSET (SediaCounts, customers_waiting), "sedia-ready-symbolic",
    N_("Nobody Waits"), N_("Every customer can have what they ordered.") },
  { SEDIA_FILTER_READY, NC_ ("filter", "Can collect"), "sedia-ready-symbolic",
    G_STRUCT_OFFSET (SediaCounts, customers_ready), "sedia-ready-symbolic",
    N_("Nothing to Collect"), N_("When a delivery fills an order, its customer stands here.") },
  { SEDIA_FILTER_NOT_TOLD, NC_ ("filter", "Must be told"), "sedia-not-told-symbolic",
    G_STRUCT_OFFSET (SediaCounts, customers_not_told), "sedia-told-symbolic",
    N_("Everybody Has Been Told"), N_("No customer waits for news from you.") },
  { SEDIA_FILTER_TOLD, NC_ ("filter", "Told"), "sedia-told-symbolic",
    G_STRUCT_OFFSET (SediaCounts, customers_told), "sedia-told-symbolic",
    N_("Nobody Was Told Yet"),
    N_("Who was told how their order stands is here until it is done.") },
  { SEDIA_FILTER_OFFERED, NC_ ("filter", "No answer"), NULL,
    G_STRUCT_OFFSET (SediaCounts, customers_offered), "sedia-told-symbolic",
    N_("Every Offer Was Answered"),
    N_("Who was offered to cancel and has not answered yet stands here.") },
  { SEDIA_FILTER_ARCHIVED, NC_ ("filter", "Archived"), NULL,
    G_STRUCT_OFFSET (SediaCounts, customers_archived), "sedia-customer-symbolic",
    N_("Nobody Is Archived"), N_("Customers who no longer come can be put here.") },
};

static const SediaListTexts texts = {
  .layout_key = "customers-layout",
  .title = NC_ ("page", "Customers"),
  .chips_label = N_("Which customers to show"),
  .not_found = N_("No customer here has that in their name, code, phone or email."),
  .primary_label = N_("New Customer"),
  .primary_action = "page.new",
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
};

G_DEFINE_FINAL_TYPE (SediaCustomersPage, sedia_customers_page, SEDIA_TYPE_LIST_PAGE)

/* ---- actions */

/* The window is asked, for it also empties the search it has above the page. */
static void
saved_cb (GtkWidget *page,
          gint64     customer_id)
{
  gtk_widget_activate_action (page, "win.open", "(ix)", (gint32) SEDIA_KIND_CUSTOMER, customer_id);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (widget));

  if (store != NULL)
    g_signal_connect_object (sedia_customer_form_open (widget, store, NULL), "saved",
                             G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
}

/* What is done with the customer shown. */
static void
customer_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SediaCustomersPage *self = SEDIA_CUSTOMERS_PAGE (widget);
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (self));
  const SediaCustomer *customer = sedia_customer_detail_get_customer (self->detail);

  if (customer == NULL || store == NULL)
    return;

  if (g_str_equal (action, "page.edit"))
    sedia_customer_form_open (widget, store, customer);
  else if (g_str_equal (action, "page.merge"))
    sedia_customer_merge_open (widget, store, customer);
  else if (g_str_equal (action, "page.erase"))
    sedia_customer_ask_erase (widget, store, customer);
  else
    sedia_customer_set_archived (widget, store, customer, g_str_equal (action, "page.archive"));
}

/* Among those who must be told one follows the other. */
static void
write_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaListPage *page = SEDIA_LIST_PAGE (widget);
  const gint64 id = sedia_data_table_get_selected (sedia_list_page_get_table (page));

  if (id != 0 && sedia_list_page_get_store (page) != NULL)
    sedia_tell_form_open (widget, sedia_list_page_get_store (page), id,
                          sedia_list_page_get_filter (page) == SEDIA_FILTER_NOT_TOLD);
}

/* Among those who must be told the most urgent stand first, until the user wants another order;
 * that order goes with the chip. */
static void
amend_query (SediaListPage *page,
             SediaQuery    *query)
{
  SediaCustomersPage *self = SEDIA_CUSTOMERS_PAGE (page);
  SediaDataTable *table = sedia_list_page_get_table (page);
  const gboolean is_by_urgency = query->filter == SEDIA_FILTER_NOT_TOLD;

  if (is_by_urgency == self->is_by_urgency)
    return;

  self->is_by_urgency = is_by_urgency;
  if (is_by_urgency)
    sedia_data_table_sort_by (table, "state");
  else if (sedia_data_table_get_query (table)->sort == SEDIA_SORT_STATE)
    sedia_data_table_sort_by (table, sedia_customer_table.sort);
}

/* Enter shows everything about somebody; of those who must be told, the message. */
static void
activated (SediaListPage *page)
{
  if (sedia_list_page_get_filter (page) == SEDIA_FILTER_NOT_TOLD)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.write", NULL);
  else
    sedia_split_set_detail_shown (sedia_list_page_get_split (page), TRUE);
}

static void
tell_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaCustomersPage *self = SEDIA_CUSTOMERS_PAGE (widget);

  sedia_split_set_detail_shown (sedia_list_page_get_split (SEDIA_LIST_PAGE (self)), TRUE);
  sedia_customer_detail_tell (self->detail);
}

/* ---- what is shown */

static void
update_actions (SediaCustomersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SediaCustomer *customer = NULL;
  gboolean is_one = FALSE;

  if (sedia_data_table_get_selected (sedia_list_page_get_table (SEDIA_LIST_PAGE (self))) != 0)
    customer = sedia_customer_detail_get_customer (self->detail);
  is_one = customer != NULL && customer->merged_into == 0;

  gtk_widget_action_set_enabled (widget, "page.edit", customer != NULL);
  gtk_widget_action_set_enabled (widget, "page.tell", is_one);
  gtk_widget_action_set_enabled (widget, "page.write", is_one);
  gtk_widget_action_set_enabled (widget, "page.merge", is_one);
  gtk_widget_action_set_enabled (widget, "page.archive", is_one && !customer->archived);
  gtk_widget_action_set_enabled (widget, "page.bring-back", is_one && customer->archived);
  gtk_widget_action_set_enabled (widget, "page.erase", is_one);
}

static void
selection_changed (SediaListPage *page,
                   gint64         id)
{
  update_actions (SEDIA_CUSTOMERS_PAGE (page));
}

/* ---- opening one, in whichever list */

static void
stop_opening (SediaCustomersPage *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static gpointer
find_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return sedia_customer_read (db, *(const gint64 *) data, error);
}

/* A look-up on its way; it counts unless it was cancelled meanwhile. */
typedef struct
{
  SediaCustomersPage *page;
  GCancellable *cancellable;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->page);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
found_cb (GObject      *source,
          GAsyncResult *answer,
          gpointer      data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (SediaCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;

  customer = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  if (g_cancellable_is_cancelled (opening->cancellable))
    return; /* another one is to be shown, or the shop is closed */

  if (customer != NULL)
    sedia_list_page_show (SEDIA_LIST_PAGE (opening->page),
                          customer->archived ? SEDIA_FILTER_ARCHIVED : SEDIA_FILTER_ALL,
                          customer->id);
  else
    sedia_act_say_error (GTK_WIDGET (opening->page), error);
}

/* All who must be told, in whatever the page was before. */
static void
show_due (SediaListPage *page)
{
  sedia_list_page_set_editing (page, FALSE);
  sedia_list_page_set_filter (page, SEDIA_FILTER_NOT_TOLD);
  sedia_split_set_detail_shown (sedia_list_page_get_split (page), FALSE);
  sedia_list_page_focus_list (page);
}

static gboolean
open_thing (SediaListPage *page,
            SediaKind      kind,
            gint64         id)
{
  SediaCustomersPage *self = SEDIA_CUSTOMERS_PAGE (page);
  Opening *opening;

  if (kind == SEDIA_KIND_NOTICE)
    {
      stop_opening (self);
      show_due (page);
      return TRUE;
    }
  if (kind != SEDIA_KIND_CUSTOMER)
    return FALSE;

  stop_opening (self);
  self->opening = g_cancellable_new ();
  opening = g_new0 (Opening, 1);
  opening->page = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  sedia_store_read_async (sedia_list_page_get_store (page), find_job, g_memdup2 (&id, sizeof id),
                          g_free, (GDestroyNotify) sedia_customer_free, self->opening, found_cb,
                          opening);

  return TRUE;
}

static void
store_changed (SediaListPage *page,
               SediaStore    *store)
{
  stop_opening (SEDIA_CUSTOMERS_PAGE (page));
}

/* ---- the widget */

static void
sedia_customers_page_dispose (GObject *object)
{
  stop_opening (SEDIA_CUSTOMERS_PAGE (object));

  G_OBJECT_CLASS (sedia_customers_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, customer_action);
  gtk_widget_class_install_action (widget_class, "page.tell", NULL, tell_action);
  gtk_widget_class_install_action (widget_class, "page.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, customer_action);
  gtk_widget_class_install_action (widget_class, "page.archive", NULL, customer_action);
  gtk_widget_class_install_action (widget_class, "page.bring-back", NULL, customer_action);
  gtk_widget_class_install_action (widget_class, "page.erase", NULL, customer_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.erase", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "page.tell",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "page.write",
                                       NULL);
}

static void
sedia_customers_page_class_init (SediaCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_customers_page_dispose;
  page_class->texts = &texts;
  page_class->table = &sedia_customer_table;
  page_class->kind = SEDIA_KIND_CUSTOMER;
  page_class->print_job = sedia_print_put_aside_job;
  page_class->selection_changed = selection_changed;
  page_class->store_changed = store_changed;
  page_class->activated = activated;
  page_class->amend_query = amend_query;
  page_class->open = open_thing;

  g_type_ensure (SEDIA_TYPE_CUSTOMER_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaCustomersPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomersPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);

  install_actions (widget_class);
}

static void
sedia_customers_page_init (SediaCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
}

/**
 * sedia_customers_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_customers_page_new (void)
{
  return g_object_new (SEDIA_TYPE_CUSTOMERS_PAGE, NULL);
}
