/* The page of what to order: see sedia-reorder-page.h. */
#include "config.h"

#include "sedia-reorder-page.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-empty-state.h"
#include "sedia-order-rules-form.h"
#include "sedia-product-form.h"
#include "sedia-reorder-detail.h"
#include "sedia-reorder-jobs.h"
#include "sedia-reorder-list.h"
#include "sedia-reorder-watcher.h"
#include "sedia-split.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaReorderPage
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaReorderRows *rows;
  SediaReorderWatcher *watcher;
  char *primary;          /* what its button says */
  gint64 wanted;          /* the product to select when it is there; 0 for none */
  gboolean wants_focus;   /* the keyboard goes into the list as soon as there is one */

  GtkWidget *tools;
  GtkLabel *sentence;
  GtkStack *states;
  SediaEmptyState *empty;
  SediaSplit *split;
  SediaReorderList *list;
  SediaReorderDetail *detail;
};

/* ---- what is shown */

static const SediaProduct *
selected_product (SediaReorderPage *self)
{
  SediaReorderItem *item = sedia_reorder_list_get_selected (self->list);

  return item != NULL ? sedia_reorder_item_get_reorder (item)->product : NULL;
}

static void
selected_cb (SediaReorderPage *self)
{
  const SediaProduct *product = selected_product (self);

  sedia_reorder_detail_show (self->detail, sedia_reorder_list_get_selected (self->list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", product != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.show-product", product != NULL);
}

static void
activate_cb (SediaReorderPage *self)
{
  sedia_split_set_detail_shown (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
update_primary (SediaReorderPage *self)
{
  const guint n = sedia_reorder_rows_count_suppliers (self->rows);
  char *label = n > 0 ? g_strdup_printf (_("Make Draft Purchases (%u)"), n) : NULL;

  if (g_strcmp0 (label, self->primary) == 0)
    {
      g_free (label);
      return;
    }

  g_free (self->primary);
  self->primary = label;
  sedia_page_primary_changed (SEDIA_PAGE (self));
}

static void
rows_changed_cb (SediaReorderPage *self)
{
  update_primary (self);
  selected_cb (self);
}

static void
select_wanted (SediaReorderPage *self)
{
  guint position;

  if (self->wanted != 0 &&
      sedia_reorder_rows_find_product (self->rows, self->wanted, &position))
    sedia_reorder_list_select (self->list, position);
  self->wanted = 0;
}

static void
show_state (SediaReorderPage *self,
            const char       *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->tools, g_str_equal (state, "rows"));
}

static void
say_nothing (SediaReorderPage *self,
             const char       *title,
             const char       *sentence,
             const char       *label,
             const char       *action)
{
  sedia_empty_state_set (self->empty, "sedia-reorder-symbolic", title, sentence);
  sedia_empty_state_set_button (self->empty, label, action);
  show_state (self, "empty");
}

static void
worked_out_cb (SediaReorderPage *self,
               GPtrArray        *list,
               const char       *failure)
{
  if (list == NULL)
    {
      say_nothing (self, failure != NULL ? _("This Cannot Be Worked Out") : _("Stopped"),
                   failure != NULL ? failure
                                   : _("What to order was not worked out to the end."),
                   _("Try Again"), "page.refresh");
      return;
    }

  sedia_reorder_rows_take (self->rows, list);
  if (g_list_model_get_n_items (sedia_reorder_rows_get_list (self->rows)) == 0)
    say_nothing (self, _("Nothing to Order"),
                 _("Nobody waits for what is not on its way, and nothing is about to run out."),
                 _("How Much to Order…"), "page.rules");
  else
    show_state (self, "rows");
  select_wanted (self);
  if (self->wants_focus)
    sedia_page_focus_list (SEDIA_PAGE (self));
}

static GHashTable *
also (gpointer page)
{
  return sedia_reorder_rows_get_along (SEDIA_REORDER_PAGE (page)->rows);
}

/* ---- draft purchases */

static char *
ordered (GtkWidget *widget,
         gpointer   result,
         gpointer   data)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (widget);
  const SediaReorderOrder *order = data;
  const guint n = GPOINTER_TO_UINT (result);
  g_autofree char *products = g_strdup_printf (ngettext ("%u product", "%u products",
                                                         order->amounts->len),
                                               order->amounts->len);

  sedia_reorder_rows_forget (self->rows, order->amounts);

  /* Translators: how many draft purchases, and "14 products" */
  return g_strdup_printf (ngettext ("%u draft for %s", "%u drafts for %s", n), n, products);
}

static char *
dup_show_action (gpointer result,
                 gpointer data)
{
  const SediaReorderOrder *order = data;

  return g_strdup_printf ("win.open((%d, int64 %" PRId64 "))", SEDIA_KIND_PURCHASE,
                          order->purchase_id);
}

/* What is no quantity is shown first: nothing is left out without a word. */
static void
order (SediaReorderPage *self,
       gint64            supplier_id)
{
  SediaReorderItem *wrong = sedia_reorder_rows_find_wrong (self->rows, supplier_id);
  SediaReorderOrder *data;

  if (self->store == NULL)
    return;
  if (wrong != NULL)
    {
      sedia_reorder_list_focus_quantity (self->list, wrong);
      sedia_act_say (GTK_WIDGET (self), sedia_reorder_item_get_problem (wrong));
      return;
    }

  data = g_new0 (SediaReorderOrder, 1);
  data->amounts = sedia_reorder_rows_get_amounts (self->rows, supplier_id);
  if (data->amounts->len == 0)
    {
      sedia_reorder_order_free (data);
      return;
    }

  sedia_act_run (GTK_WIDGET (self), self->store,
                 &(SediaActRun) {
                   .act = { .kind = "reorder-order" },
                   .job = sedia_reorder_order_job,
                   .data = data,
                   .data_free = (GDestroyNotify) sedia_reorder_order_free,
                   .done = ordered,
                   .show_label = _("Show"),
                   .dup_show_action = dup_show_action,
                 });
}

static void
order_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  order (SEDIA_REORDER_PAGE (widget), parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

/* ---- filling up */

typedef struct
{
  SediaReorderPage *page;
  SediaReorderFilling *filling;
} FillUp;

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  FillUp *fill_up = data;
  g_autoptr (SediaReorderPage) self = fill_up->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (self->store != SEDIA_STORE (source))
    ; /* another shop meanwhile */
  else if (list == NULL)
    sedia_act_say_error (GTK_WIDGET (self), error);
  else
    sedia_reorder_rows_take_filled (self->rows, fill_up->filling->supplier_id, list,
                                    fill_up->filling->amounts);

  sedia_reorder_filling_free (fill_up->filling);
  g_free (fill_up);
}

static void
fill_up_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (widget);
  FillUp *fill_up;

  if (self->store == NULL)
    return;

  fill_up = g_new (FillUp, 1);
  fill_up->page = g_object_ref (self);
  fill_up->filling = g_new (SediaReorderFilling, 1);
  fill_up->filling->supplier_id = g_variant_get_int64 (parameter);
  fill_up->filling->amounts = sedia_reorder_rows_get_amounts (self->rows,
                                                              fill_up->filling->supplier_id);
  sedia_store_read_long_async (self->store, sedia_reorder_fill_job, fill_up->filling, NULL,
                               (GDestroyNotify) g_ptr_array_unref, NULL, filled_cb, fill_up);
}

/* ---- other actions */

static gpointer
product_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return sedia_product_read (db, *(const gint64 *) data, error);
}

static void
product_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (SediaReorderPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaProduct) product = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (self->store != SEDIA_STORE (source))
    return;
  if (product != NULL)
    sedia_product_form_open (GTK_WIDGET (self), self->store, product);
  else
    sedia_act_say_error (GTK_WIDGET (self), error);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (widget);
  const SediaProduct *product = selected_product (self);

  if (product != NULL)
    sedia_store_read_async (self->store, product_job, g_memdup2 (&product->id, sizeof product->id),
                            g_free, (GDestroyNotify) sedia_product_free, NULL, product_read_cb,
                            g_object_ref (self));
}

static void
show_product_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  const SediaProduct *product = selected_product (SEDIA_REORDER_PAGE (widget));

  if (product != NULL)
    gtk_widget_activate_action (widget, "win.open", "(ix)", (gint32) SEDIA_KIND_PRODUCT,
                                product->id);
}

static void
rules_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (widget);

  if (self->store != NULL)
    sedia_order_rules_form_open (widget, self->store);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  sedia_reorder_watcher_refresh (SEDIA_REORDER_PAGE (widget)->watcher);
}

/* ---- as a page */

static const char *
page_get_title (SediaPage *page)
{
  return C_("page", "Reorder");
}

static const char *
page_get_primary (SediaPage   *page,
                  const char **label)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (page);

  *label = self->primary;
  return self->primary != NULL ? "page.order" : NULL;
}

static void
page_set_store (SediaPage          *page,
                SediaStore         *store,
                SediaCountsWatcher *counts)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (page);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (self->store == store)
    return;

  g_set_object (&self->store, store);
  show_state (self, "waiting");
  sedia_reorder_rows_take (self->rows, none);
  sedia_reorder_watcher_set_store (self->watcher, store);
}

static void
page_bind_settings (SediaPage *page,
                    GSettings *settings)
{
}

static gboolean
page_open (SediaPage *page,
           SediaKind  kind,
           gint64     id)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (page);

  if (kind != SEDIA_KIND_PRODUCT)
    return FALSE;

  self->wanted = id;
  if (g_list_model_get_n_items (sedia_reorder_rows_get_list (self->rows)) > 0)
    select_wanted (self);

  return TRUE;
}

static void
page_focus_list (SediaPage *page)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (page);

  const char *state = gtk_stack_get_visible_child_name (self->states);

  self->wants_focus = g_str_equal (state, "waiting");
  if (g_str_equal (state, "rows"))
    sedia_reorder_list_focus (self->list);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sedia_reorder_page_page_init (SediaPageInterface *iface)
{
  iface->get_title = page_get_title;
  iface->get_primary = page_get_primary;
  iface->set_store = page_set_store;
  iface->bind_settings = page_bind_settings;
  iface->open = page_open;
  iface->focus_list = page_focus_list;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaReorderPage, sedia_reorder_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEDIA_TYPE_PAGE,
                                                      sedia_reorder_page_page_init))

/* ---- the widget */

static void
sedia_reorder_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sedia_reorder_page_parent_class)->map (widget);
  sedia_reorder_watcher_look (SEDIA_REORDER_PAGE (widget)->watcher);
}

static void
sedia_reorder_page_unmap (GtkWidget *widget)
{
  SEDIA_REORDER_PAGE (widget)->wants_focus = FALSE;
  GTK_WIDGET_CLASS (sedia_reorder_page_parent_class)->unmap (widget);
}

static void
sedia_reorder_page_dispose (GObject *object)
{
  SediaReorderPage *self = SEDIA_REORDER_PAGE (object);

  if (self->watcher != NULL)
    sedia_reorder_watcher_set_store (self->watcher, NULL);
  g_clear_object (&self->watcher);
  g_clear_object (&self->store);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_REORDER_PAGE);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (sedia_reorder_page_parent_class)->dispose (object);
}

static void
sedia_reorder_page_finalize (GObject *object)
{
  g_free (SEDIA_REORDER_PAGE (object)->primary);

  G_OBJECT_CLASS (sedia_reorder_page_parent_class)->finalize (object);
}

static void
sedia_reorder_page_class_init (SediaReorderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_reorder_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_reorder_page_finalize;
  widget_class->map = sedia_reorder_page_map;
  widget_class->unmap = sedia_reorder_page_unmap;

  g_type_ensure (SEDIA_TYPE_EMPTY_STATE);
  g_type_ensure (SEDIA_TYPE_REORDER_DETAIL);
  g_type_ensure (SEDIA_TYPE_REORDER_LIST);
  g_type_ensure (SEDIA_TYPE_SPLIT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/reorder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, states);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, split);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, list);
  gtk_widget_class_bind_template_child (widget_class, SediaReorderPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "page.order", NULL, order_action);
  gtk_widget_class_install_action (widget_class, "page.order-from", "x", order_action);
  gtk_widget_class_install_action (widget_class, "page.fill-up", "x", fill_up_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.show-product", NULL, show_product_action);
  gtk_widget_class_install_action (widget_class, "page.rules", NULL, rules_action);
  gtk_widget_class_install_action (widget_class, "page.refresh", NULL, refresh_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "page.refresh", NULL);
}

static void
sedia_reorder_page_init (SediaReorderPage *self)
{
  self->rows = sedia_reorder_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  self->watcher = sedia_reorder_watcher_new (GTK_WIDGET (self), also);
  g_signal_connect_object (self->watcher, "worked-out", G_CALLBACK (worked_out_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sedia_reorder_list_set_rows (self->list, self->rows);
  show_state (self, "waiting");
  selected_cb (self);
}

/**
 * sedia_reorder_page_new:
 *
 * Returns: (transfer floating): a page without records
 */
GtkWidget *
sedia_reorder_page_new (void)
{
  return g_object_new (SEDIA_TYPE_REORDER_PAGE, NULL);
}
