/* What reads for long has a thread of its own: nobody who looks at a list waits for it. */
#include "config.h"

#include "sedia-store-private.h"
#include "shop.h"

#include <glib/gstdio.h>

/* A job that waits until it is let go: how long something takes is nothing a test can rely on. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean has_begun;
  gboolean may_end;
} Gate;

static void
gate_init (Gate *gate)
{
  g_mutex_init (&gate->mutex);
  g_cond_init (&gate->cond);
  gate->has_begun = gate->may_end = FALSE;
}

static void
gate_clear (Gate *gate)
{
  g_mutex_clear (&gate->mutex);
  g_cond_clear (&gate->cond);
}

static void
gate_set (Gate     *gate,
          gboolean *what)
{
  g_mutex_lock (&gate->mutex);
  *what = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_wait (Gate     *gate,
           gboolean *what)
{
  g_mutex_lock (&gate->mutex);
  while (!*what)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static gpointer
long_job (SediaDb  *db,
          gpointer  data,
          GError  **error)
{
  Gate *gate = data;

  gate_set (gate, &gate->has_begun);
  gate_wait (gate, &gate->may_end);

  return sedia_product_list (db, NULL, FALSE, FALSE, error);
}

static gpointer
list_job (SediaDb  *db,
          gpointer  unused,
          GError  **error)
{
  return sedia_product_list (db, NULL, FALSE, FALSE, error);
}

typedef struct
{
  GPtrArray *products;
  GError *error;
  gboolean is_there;
} Answer;

static void
answered_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;

  answer->products = sedia_store_finish (SEDIA_STORE (store), result, &answer->error);
  answer->is_there = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->is_there)
    g_main_context_iteration (NULL, TRUE);
}

/* Closing waits for the thread, which holds the store as long as it has a task in its hands. */
static void
end (Shop   *shop,
     Answer *answer)
{
  sedia_store_close (shop->store);
  g_clear_pointer (&answer->products, g_ptr_array_unref);
  g_clear_error (&answer->error);
}

static void
test_lists_go_on (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) meanwhile = NULL;
  Answer answer = { NULL };
  Gate gate;

  gate_init (&gate);
  shop_product (shop, "A");
  sedia_store_read_long_async (shop->store, long_job, &gate, NULL,
                               (GDestroyNotify) g_ptr_array_unref, NULL, answered_cb, &answer);
  gate_wait (&gate, &gate.has_begun);

  shop_product (shop, "B");
  meanwhile = sedia_store_read (shop->store, list_job, NULL, &shop->error);
  g_assert_cmpuint (meanwhile->len, ==, 2);
  g_assert_false (answer.is_there);

  gate_set (&gate, &gate.may_end);
  wait_for (&answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.products->len, ==, 2);

  end (shop, &answer);
  gate_clear (&gate);
}

static gpointer
writing_job (SediaDb  *db,
             gpointer  unused,
             GError  **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

  supplier->name = g_strdup ("Nobody");

  return sedia_supplier_save (db, supplier, error) ? SEDIA_DONE : NULL;
}

/* It is a reader: what tries to write through it is refused, and changes nothing. */
static void
test_writes_nothing (void)
{
  g_autoptr (Shop) shop = shop_open ();
  Answer answer = { NULL };

  sedia_store_read_long_async (shop->store, writing_job, NULL, NULL, NULL, NULL, answered_cb,
                               &answer);
  wait_for (&answer);
  g_assert_nonnull (answer.error);
  g_assert_null (answer.products);

  end (shop, &answer);
}

/* The file cannot be opened a second time: that is said to who asks, and the rest works on. */
static void
test_cannot_open (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) products = NULL;
  g_autofree char *away = g_strconcat (shop->path, "-away", NULL);

  shop_product (shop, "A");
  g_assert_cmpint (g_rename (shop->path, away), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      Answer answer = { NULL };

      sedia_store_read_long_async (shop->store, list_job, NULL, NULL, NULL, NULL, answered_cb,
                                   &answer);
      wait_for (&answer);
      g_assert_error (answer.error, SEDIA_ERROR, SEDIA_ERROR_DATABASE);
      g_clear_error (&answer.error);
    }

  g_assert_cmpint (g_rename (away, shop->path), ==, 0);
  products = sedia_store_read (shop->store, list_job, NULL, &shop->error);
  g_assert_cmpuint (products->len, ==, 1);
  sedia_store_close (shop->store);
}

static void
test_closed (void)
{
  g_autoptr (Shop) shop = shop_open ();
  Answer answer = { NULL };

  sedia_store_close (shop->store);
  sedia_store_read_long_async (shop->store, list_job, NULL, NULL, NULL, NULL, answered_cb, &answer);
  wait_for (&answer);
  g_assert_error (answer.error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);

  end (shop, &answer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/long-read/lists-go-on", test_lists_go_on);
  g_test_add_func ("/store/long-read/writes-nothing", test_writes_nothing);
  g_test_add_func ("/store/long-read/cannot-open", test_cannot_open);
  g_test_add_func ("/store/long-read/closed", test_closed);

  return g_test_run ();
}
