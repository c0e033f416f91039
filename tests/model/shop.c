/* A small shop for tests: real commands on a real file. */
#include "config.h"

#include "shop.h"

#include <glib/gstdio.h>

/* Between a commit and the last row it changes lie at most: changed, spine, edits, page, record. */
#define ROUNDS 8

/* ---- commands */

typedef struct
{
  SediaProduct *product;
  SediaCustomer *customer;
  SediaSupplier *supplier;
  gint64 customer_id;
  gint64 product_id;
  gint64 quantity;
  gint64 id;
  guint n;
  gint64 supplier_id;
} Wish;

static gint64
act (SediaStore *store,
     const char *kind,
     SediaJob    job,
     Wish        wish)
{
  const SediaAct the_act = { .kind = kind, .actor = "Tester" };
  g_autoptr (GError) error = NULL;

  sedia_store_act (store, &the_act, job, &wish, &error);
  g_assert_no_error (error);

  return wish.id;
}

static gpointer
save_product (SediaDb  *db,
              gpointer  data,
              GError  **error)
{
  Wish *wish = data;

  if (!sedia_product_save (db, wish->product, error))
    return NULL;

  wish->id = wish->product->id;
  return SEDIA_DONE;
}

static SediaProduct *
product_new (const char *sku,
             const char *name)
{
  SediaProduct *product = sedia_product_new ();

  product->sku = g_strdup (sku);
  product->name = g_strdup (name);

  return product;
}

gint64
shop_add_product (SediaStore *store,
                  const char *sku,
                  const char *name)
{
  g_autoptr (SediaProduct) product = product_new (sku, name);

  return act (store, "product-add", save_product, (Wish) { .product = product });
}

static gpointer
save_products (SediaDb  *db,
               gpointer  data,
               GError  **error)
{
  const Wish *wish = data;

  for (guint i = 0; i < wish->n; i++)
    {
      g_autofree char *sku = g_strdup_printf ("P%05u", i);
      g_autofree char *name = g_strdup_printf ("Product %05u", i);
      g_autoptr (SediaProduct) product = product_new (sku, name);

      if (!sedia_product_save (db, product, error))
        return NULL;
    }

  return SEDIA_DONE;
}

void
shop_add_products (SediaStore *store,
                   guint       n)
{
  act (store, "product-add", save_products, (Wish) { .n = n });
}

static gpointer
read_product (SediaDb  *db,
              gpointer  data,
              GError  **error)
{
  return sedia_product_read (db, *(gint64 *) data, error);
}

static SediaProduct *
dup_product (SediaStore *store,
             gint64      product_id)
{
  g_autoptr (GError) error = NULL;
  SediaProduct *product = sedia_store_read (store, read_product, &product_id, &error);

  g_assert_no_error (error);

  return product;
}

void
shop_rename_product (SediaStore *store,
                     gint64      product_id,
                     const char *name)
{
  g_autoptr (SediaProduct) product = dup_product (store, product_id);

  g_free (product->name);
  product->name = g_strdup (name);

  act (store, "product-edit", save_product, (Wish) { .product = product });
}

static gpointer
save_supplier (SediaDb  *db,
               gpointer  data,
               GError  **error)
{
  Wish *wish = data;

  if (!sedia_supplier_save (db, wish->supplier, error))
    return NULL;

  wish->id = wish->supplier->id;
  return SEDIA_DONE;
}

gint64
shop_add_supplier (SediaStore *store,
                   const char *name)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

  supplier->name = g_strdup (name);
  return act (store, "supplier-add", save_supplier, (Wish) { .supplier = supplier });
}

void
shop_set_supplier (SediaStore *store,
                   gint64      product_id,
                   gint64      supplier_id)
{
  g_autoptr (SediaProduct) product = dup_product (store, product_id);

  product->supplier_id = supplier_id;
  act (store, "product-edit", save_product, (Wish) { .product = product });
}

static gpointer
save_customer (SediaDb  *db,
               gpointer  data,
               GError  **error)
{
  Wish *wish = data;

  if (!sedia_customer_save (db, wish->customer, error))
    return NULL;

  wish->id = wish->customer->id;
  return SEDIA_DONE;
}

gint64
shop_add_customer (SediaStore *store,
                   const char *name)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();

  customer->name = g_strdup (name);
  return act (store, "customer-add", save_customer, (Wish) { .customer = customer });
}

static gpointer
read_customer (SediaDb  *db,
               gpointer  data,
               GError  **error)
{
  return sedia_customer_read (db, *(gint64 *) data, error);
}

void
shop_rename_customer (SediaStore *store,
                      gint64      customer_id,
                      const char *name)
{
  g_autoptr (SediaCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;

  customer = sedia_store_read (store, read_customer, &customer_id, &error);
  g_assert_no_error (error);
  g_free (customer->name);
  customer->name = g_strdup (name);

  act (store, "customer-edit", save_customer, (Wish) { .customer = customer });
}

static gpointer
place_order (SediaDb  *db,
             gpointer  data,
             GError  **error)
{
  Wish *wish = data;
  const SediaOrderLineDraft line = { .product_id = wish->product_id,
                                     .quantity = wish->quantity,
                                     .need_by = SEDIA_NO_DAY,
                                     .price = SEDIA_NO_AMOUNT };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  const SediaOrderDraft draft = { .customer_id = wish->customer_id, .lines = lines };
  g_autoptr (SediaOrder) order = NULL;
  gint64 order_id;

  g_array_append_val (lines, line);
  if (!sedia_order_place (db, &draft, &order_id, error) ||
      (order = sedia_order_read (db, order_id, error)) == NULL)
    return NULL;

  wish->id = ((SediaOrderLine *) g_ptr_array_index (order->lines, 0))->id;
  return SEDIA_DONE;
}

/* Returns the id of its only line. */
gint64
shop_place_order (SediaStore *store,
                  gint64      customer_id,
                  gint64      product_id,
                  gint64      quantity)
{
  return act (store, "order-add", place_order,
              (Wish) { .customer_id = customer_id,
                       .product_id = product_id,
                       .quantity = quantity });
}

static GArray *
amounts_of (const Wish *wish)
{
  const SediaAmount amount = { .product_id = wish->product_id, .quantity = wish->quantity };
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  return g_array_append_val (amounts, amount);
}

static gpointer
receive (SediaDb  *db,
         gpointer  data,
         GError  **error)
{
  Wish *wish = data;
  g_autoptr (GArray) lines = amounts_of (wish);
  const SediaDeliveryDraft draft = { .supplier_id = wish->supplier_id, .lines = lines };

  return sedia_delivery_receive (db, &draft, &wish->id, error) ? SEDIA_DONE : NULL;
}

gint64
shop_receive (SediaStore *store,
              gint64      product_id,
              gint64      quantity)
{
  return shop_receive_from (store, 0, product_id, quantity);
}

gint64
shop_receive_from (SediaStore *store,
                   gint64      supplier_id,
                   gint64      product_id,
                   gint64      quantity)
{
  return act (store, "delivery-receive", receive,
              (Wish) {
                .supplier_id = supplier_id,
                .product_id = product_id,
                .quantity = quantity,
              });
}

static gpointer
count_stock (SediaDb  *db,
             gpointer  data,
             GError  **error)
{
  g_autoptr (GArray) amounts = amounts_of (data);

  return sedia_stock_count (db, amounts, NULL, error) ? SEDIA_DONE : NULL;
}

void
shop_count (SediaStore *store,
            gint64      product_id,
            gint64      quantity)
{
  act (store, "stock-count", count_stock,
       (Wish) { .product_id = product_id, .quantity = quantity });
}

static gpointer
undo_last (SediaDb  *db,
           gpointer  data,
           GError  **error)
{
  return sedia_undo (db, 0, error) ? SEDIA_DONE : NULL;
}

void
shop_undo (SediaStore *store)
{
  act (store, "undo", undo_last, (Wish) { .id = 0 });
}

void
shop_try_undo (SediaStore *store)
{
  const SediaAct undo = { .kind = "undo", .actor = "Tester" };

  sedia_store_act (store, &undo, undo_last, NULL, NULL);
}

static gpointer
save_draft (SediaDb  *db,
            gpointer  data,
            GError  **error)
{
  Wish *wish = data;

  return sedia_draft_save (db, &wish->id, SEDIA_DRAFT_DELIVERY, "Supplier", "N-1", wish->n,
                           "{\"lines\":[]}", error)
    ? SEDIA_DONE
    : NULL;
}

gint64
shop_save_draft (SediaStore *store,
                 gint64      draft_id,
                 guint       lines)
{
  Wish wish = { .id = draft_id, .n = lines };
  g_autoptr (GError) error = NULL;

  sedia_store_note (store, save_draft, &wish, &error);
  g_assert_no_error (error);

  return wish.id;
}

static gpointer
discard_draft (SediaDb  *db,
               gpointer  data,
               GError  **error)
{
  return sedia_draft_discard (db, *(gint64 *) data, error) ? SEDIA_DONE : NULL;
}

void
shop_discard_draft (SediaStore *store,
                    gint64      draft_id)
{
  g_autoptr (GError) error = NULL;

  sedia_store_note (store, discard_draft, &draft_id, &error);
  g_assert_no_error (error);
}

/* ---- the shop */

void
shop_open (Shop *shop)
{
  g_autoptr (GError) error = NULL;

  shop->folder = g_dir_make_tmp ("sedia-model-XXXXXX", &error);
  g_assert_no_error (error);

  shop->path = g_build_filename (shop->folder, "shop.db", NULL);
  shop->store = sedia_store_open (shop->path, &error);
  g_assert_no_error (error);
}

static void
remove_file (const char *path,
             const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);

  g_unlink (file);
}

void
shop_close (Shop *shop)
{
  shop_settle (shop->store);
  sedia_store_close (shop->store);
  g_assert_finalize_object (g_steal_pointer (&shop->store));

  remove_file (shop->path, "");
  remove_file (shop->path, "-wal");
  remove_file (shop->path, "-shm");
  g_assert_cmpint (g_rmdir (shop->folder), ==, 0);

  g_clear_pointer (&shop->path, g_free);
  g_clear_pointer (&shop->folder, g_free);
}

static gpointer
nothing (SediaDb  *db,
         gpointer  data,
         GError  **error)
{
  return SEDIA_DONE;
}

static void
long_read_cb (GObject      *store,
              GAsyncResult *result,
              gpointer      is_read)
{
  sedia_store_finish (SEDIA_STORE (store), result, NULL);
  *(gboolean *) is_read = TRUE;
}

static void
settle_long (SediaStore *store)
{
  gboolean is_read = FALSE;

  sedia_store_read_long_async (store, nothing, NULL, NULL, NULL, NULL, long_read_cb, &is_read);
  while (!is_read)
    g_main_context_iteration (NULL, TRUE);
}

void
shop_settle (SediaStore *store)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      settle_long (store);
      sedia_store_note (store, nothing, NULL, NULL);
      sedia_store_read (store, nothing, NULL, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* ---- watching a list */

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Watch      *watch)
{
  watch->n_rows += added - removed;
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, watch->n_rows);

  if (removed > 0)
    g_string_append_printf (watch->told, "-%u@%u ", removed, position);
  if (added > 0)
    g_string_append_printf (watch->told, "+%u@%u ", added, position);
}

static void
before_reset_cb (SediaListModel *list,
                 Watch          *watch)
{
  g_string_append (watch->told, "< ");
}

static void
after_reset_cb (SediaListModel *list,
                gboolean        complete,
                Watch          *watch)
{
  g_string_append (watch->told, complete ? "> " : ">... ");
}

void
watch_start (Watch          *watch,
             SediaListModel *list)
{
  watch->list = list;
  watch->told = g_string_new (NULL);
  watch->n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), watch);
  g_signal_connect (list, "before-reset", G_CALLBACK (before_reset_cb), watch);
  g_signal_connect (list, "after-reset", G_CALLBACK (after_reset_cb), watch);
}

void
watch_stop (Watch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->list, watch);
  g_string_free (g_steal_pointer (&watch->told), TRUE);
}

/* What was told since the last time. */
void
watch_assert (Watch      *watch,
              const char *told)
{
  g_strchomp (watch->told->str);
  g_assert_cmpstr (watch->told->str, ==, told);
  g_string_set_size (watch->told, 0);
}
