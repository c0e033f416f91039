/* The purchases page. */
#include "config.h"

#include "sedia-purchases-page.h"

#include "sedia-act.h"
#include "sedia-print-jobs.h"
#include "sedia-purchase-acts.h"
#include "sedia-purchase-date-form.h"
#include "sedia-purchase-detail.h"
#include "sedia-purchase-editor.h"
#include "sedia-purchase-letter.h"
#include "sedia-purchase-table.h"

#include <glib/gi18n.h>

struct _SediaPurchasesPage
{
  SediaDocumentsPage parent_instance;

  SediaPurchaseDetail *detail;
  GMenuModel *menu;
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

G_DEFINE_FINAL_TYPE (SediaPurchasesPage, sedia_purchases_page, SEDIA_TYPE_DOCUMENTS_PAGE)

/* ---- what the editor begins with */

static SediaPurchaseEditor *
show_editor (SediaPurchasesPage *self)
{
  return SEDIA_PURCHASE_EDITOR (sedia_documents_page_show_editor (SEDIA_DOCUMENTS_PAGE (self)));
}

static gboolean
is_going (SediaPurchasesPage *self)
{
  return self->detail == NULL || sedia_list_page_get_store (SEDIA_LIST_PAGE (self)) == NULL;
}

static void
to_edit_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SediaPurchasesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaPurchaseToEdit) edited = sedia_store_finish (SEDIA_STORE (source), result,
                                                               &error);

  if (is_going (self))
    return;
  if (edited == NULL)
    sedia_act_say_error (GTK_WIDGET (self), error);
  else if (edited->purchase->status == SEDIA_PURCHASE_DRAFT)
    sedia_purchase_editor_edit (show_editor (self), edited);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  const gint64 id = sedia_documents_page_get_selected (SEDIA_DOCUMENTS_PAGE (widget));
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (widget));

  if (id == 0)
    gtk_widget_activate_action (widget, "page.continue-draft", NULL);
  else if (store != NULL)
    sedia_store_read_async (store, sedia_purchase_to_edit_job, sedia_id_new (id), g_free,
                            (GDestroyNotify) sedia_purchase_to_edit_free, NULL, to_edit_cb,
                            g_object_ref (widget));
}

static void
for_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (SediaPurchasesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaPurchaseFor) wanted = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (is_going (self))
    return;
  if (wanted == NULL)
    sedia_act_say_error (GTK_WIDGET (self), error);
  else
    sedia_purchase_editor_begin_for (show_editor (self), wanted);
}

/* A line that waits is opened here to order for its customer. */
static gboolean
open_thing (SediaListPage *page,
            SediaKind      kind,
            gint64         id)
{
  if (kind != SEDIA_KIND_LINE)
    return SEDIA_LIST_PAGE_CLASS (sedia_purchases_page_parent_class)->open (page, kind, id);

  sedia_store_read_async (sedia_list_page_get_store (page), sedia_purchase_for_job,
                          sedia_id_new (id), g_free, (GDestroyNotify) sedia_purchase_for_free,
                          NULL, for_read_cb, g_object_ref (page));
  return TRUE;
}

/* ---- what can be done */

static void
update_actions (SediaPurchasesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SediaPurchase *purchase;
  gboolean is_draft, is_open, has_come;

  if (self->detail == NULL)
    return; /* going */

  purchase = sedia_purchase_detail_get_purchase (self->detail);
  is_draft = purchase != NULL && purchase->status == SEDIA_PURCHASE_DRAFT;
  is_open = purchase != NULL && purchase->status == SEDIA_PURCHASE_CONFIRMED;
  has_come = purchase != NULL && sedia_purchase_has_come (purchase);
  gtk_widget_action_set_enabled (widget, "page.receive", is_open);
  gtk_widget_action_set_enabled (widget, "page.edit", purchase == NULL || is_draft);
  gtk_widget_action_set_enabled (widget, "page.change-date", is_open || is_draft);
  gtk_widget_action_set_enabled (widget, "page.confirm", is_draft);
  gtk_widget_action_set_enabled (widget, "page.close-purchase", is_open);
  gtk_widget_action_set_enabled (widget, "page.copy-text", is_open || is_draft);
  gtk_widget_action_set_enabled (widget, "page.send-whatsapp", is_open || is_draft);
  gtk_widget_action_set_enabled (widget, "page.send-mail", is_open || is_draft);
  gtk_widget_action_set_enabled (widget, "page.cancel-purchase",
                                 (is_open || is_draft) && !has_come);
}

/* The purchase in front, when there is one to do something with. */
static const SediaPurchase *
purchase_of (GtkWidget   *widget,
             SediaStore **store)
{
  SediaListPage *page = SEDIA_LIST_PAGE (widget);

  *store = sedia_list_page_get_store (page);
  if (*store == NULL || sedia_list_page_is_editing (page))
    return NULL;

  return sedia_purchase_detail_get_purchase (SEDIA_PURCHASES_PAGE (widget)->detail);
}

static void
change_date_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  if (purchase != NULL)
    sedia_purchase_date_form_open (widget, store, purchase);
}

static void
confirm_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  if (purchase != NULL)
    sedia_purchase_do_confirm (widget, store, purchase);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  if (purchase != NULL)
    sedia_purchase_do_close (widget, store, purchase);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  if (purchase != NULL)
    sedia_purchase_do_cancel (widget, store, purchase);
}

static void
receive_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  if (purchase != NULL)
    gtk_widget_activate_action (widget, "app.receive-purchase", "x", purchase->id);
}

static void
hand_on (GtkWidget        *widget,
         SediaPurchaseWay  way)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  if (purchase != NULL)
    sedia_purchase_hand_on (widget, store, purchase->id, way);
}

static void
copy_text_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  hand_on (widget, SEDIA_PURCHASE_BY_COPY);
}

static void
send_whatsapp_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  hand_on (widget, SEDIA_PURCHASE_BY_WHATSAPP);
}

static void
send_mail_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  hand_on (widget, SEDIA_PURCHASE_BY_MAIL);
}

/* Of one of which something has come the rest is closed; any other is cancelled; what is only typed
 * is discarded. */
static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaStore *store;
  const SediaPurchase *purchase = purchase_of (widget, &store);

  gtk_widget_activate_action (widget, purchase == NULL                       ? "page.discard-draft"
                                      : sedia_purchase_has_come (purchase) ? "page.close-purchase"
                                                                           : "page.cancel-purchase",
                              NULL);
}

/* ---- the widget */

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.receive", NULL, receive_action);
  gtk_widget_class_install_action (widget_class, "page.change-date", NULL, change_date_action);
  gtk_widget_class_install_action (widget_class, "page.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "page.close-purchase", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "page.cancel-purchase", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "page.send-whatsapp", NULL, send_whatsapp_action);
  gtk_widget_class_install_action (widget_class, "page.send-mail", NULL, send_mail_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "page.receive",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK,
                                       "page.change-date", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "page.confirm",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK,
                                       "page.send-whatsapp", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.send-mail", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.copy-text", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete", NULL);
}

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
  SediaDocumentsPageClass *documents_class = SEDIA_DOCUMENTS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sedia_purchases_page_constructed;
  page_class->texts = &texts;
  page_class->table = &sedia_purchase_table;
  page_class->kind = SEDIA_KIND_PURCHASE;
  page_class->print_job = sedia_print_purchase_job;
  page_class->open = open_thing;
  documents_class->editor_type = SEDIA_TYPE_PURCHASE_EDITOR;
  documents_class->draft_kind = SEDIA_DRAFT_PURCHASE;

  g_type_ensure (SEDIA_TYPE_PURCHASE_DETAIL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/purchases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchasesPage, detail);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchasesPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  install_actions (widget_class);
}

static void
sedia_purchases_page_init (SediaPurchasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_list_page_set_menu (SEDIA_LIST_PAGE (self), self->menu);
  update_actions (self);
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
