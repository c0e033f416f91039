/* Watchers: counts follow the commits; a restock is told once in all programs. */
#include "config.h"

#include "sedia-counts-watcher.h"
#include "sedia-restock-watcher.h"
#include "shop.h"

typedef struct
{
  Shop shop;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  shop_open (&fixture->shop);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  shop_close (&fixture->shop);
}

static void
count_cb (GObject *watcher,
          guint   *n_times)
{
  (*n_times)++;
}

static void
notify_cb (GObject    *watcher,
           GParamSpec *pspec,
           guint      *n_times)
{
  (*n_times)++;
}

/* ---- counts */

static void
test_counts (Fixture       *fixture,
             gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  g_autoptr (SediaCountsWatcher) watcher = sedia_counts_watcher_new (store);
  const SediaCounts *counts = sedia_counts_watcher_get_counts (watcher);
  guint n_changed = 0, n_waiting = 0, waiting = 0;
  gint64 product, customer;

  g_signal_connect (watcher, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (watcher, "notify::waiting", G_CALLBACK (notify_cb), &n_waiting);
  g_assert_false (sedia_counts_watcher_is_loaded (watcher));
  shop_settle (store);
  g_assert_true (sedia_counts_watcher_is_loaded (watcher));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (counts->products, ==, 0);

  product = shop_add_product (store, "A", "Apron");
  customer = shop_add_customer (store, "Ada");
  shop_place_order (store, customer, product, 3);
  shop_settle (store);
  g_object_get (watcher, "waiting", &waiting, NULL);
  g_assert_cmpuint (waiting, ==, 1);
  g_assert_cmpuint (counts->products, ==, 1);
  g_assert_cmpuint (counts->products_waiting, ==, 1);
  g_assert_cmpuint (n_waiting, ==, 1);
  g_assert_cmpuint (n_changed, <=, 3);

  shop_receive (store, product, 3);
  shop_settle (store);
  g_assert_cmpuint (counts->fillable, ==, 1);
  shop_undo (store);
  shop_settle (store);
  g_assert_cmpuint (counts->fillable, ==, 0);

  g_assert_finalize_object (g_steal_pointer (&watcher));
}

static void
test_counts_same (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr (SediaCountsWatcher) watcher = sedia_counts_watcher_new (fixture->shop.store);
  guint n_changed = 0;

  shop_settle (fixture->shop.store);
  g_signal_connect (watcher, "changed", G_CALLBACK (count_cb), &n_changed);
  sedia_counts_watcher_refresh (watcher);
  shop_settle (fixture->shop.store);
  g_assert_cmpuint (n_changed, ==, 0);

  sedia_counts_watcher_refresh (watcher);
  g_assert_finalize_object (g_steal_pointer (&watcher));
}

/* ---- restocks */

typedef struct
{
  guint n_notices;
  SediaNotice *last;
  gboolean puts_back;
} Notices;

static void
restocked_cb (SediaRestockWatcher *watcher,
              SediaNotice         *notice,
              Notices             *notices)
{
  notices->n_notices++;
  g_clear_pointer (&notices->last, sedia_notice_free);
  notices->last = sedia_notice_copy (notice);

  if (notices->puts_back)
    sedia_restock_watcher_put_back (watcher, notice->operation_id);
}

static SediaRestockWatcher *
watch (SediaStore *store,
       Notices    *notices)
{
  SediaRestockWatcher *watcher = sedia_restock_watcher_new (store);

  g_signal_connect (watcher, "restocked", G_CALLBACK (restocked_cb), notices);

  return watcher;
}

static void
notices_clear (Notices *notices)
{
  g_clear_pointer (&notices->last, sedia_notice_free);
}

/* Two lines of two customers filled at once; returns the product. */
static gint64
restock (SediaStore *store)
{
  const gint64 product = shop_add_product (store, "A", "Apron");
  const gint64 ada = shop_add_customer (store, "Ada");
  const gint64 bob = shop_add_customer (store, "Bob");

  shop_place_order (store, ada, product, 3);
  shop_place_order (store, bob, product, 2);
  shop_receive (store, product, 10);

  return product;
}

static void
test_restocked (Fixture       *fixture,
                gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  Notices notices = { 0 };
  g_autoptr (SediaRestockWatcher) watcher = watch (store, &notices);
  gint64 product, customer;

  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 0);

  product = restock (store);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 1);
  g_assert_cmpuint (notices.last->summary.lines, ==, 2);
  g_assert_cmpuint (notices.last->summary.customers, ==, 2);
  g_assert_cmpuint (notices.last->line_ids->len, ==, 2);

  /* A sale and an order that stock is there for are no restock. */
  customer = shop_add_customer (store, "Cid");
  shop_place_order (store, customer, product, 1);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 1);

  notices_clear (&notices);
  g_assert_finalize_object (g_steal_pointer (&watcher));
}

/* What happened while no window was open is told when one opens; each restock by itself. */
static void
test_at_start (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  Notices notices = { 0 };
  g_autoptr (SediaRestockWatcher) watcher = NULL;
  const gint64 product = restock (store);
  const gint64 customer = shop_add_customer (store, "Cid");

  shop_place_order (store, customer, product, 20);
  shop_receive (store, product, 20);

  watcher = watch (store, &notices);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 2);
  g_assert_cmpuint (notices.last->summary.lines, ==, 1);

  notices_clear (&notices);
  g_assert_finalize_object (g_steal_pointer (&watcher));
}

/* Two programs on one file: one of them gets it. */
static void
test_once_in_all (Fixture       *fixture,
                  gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  Notices here = { 0 }, there = { 0 };
  g_autoptr (SediaRestockWatcher) watcher = watch (store, &here);
  g_autoptr (SediaRestockWatcher) other_watcher = NULL;
  g_autoptr (SediaStore) other = NULL;
  g_autoptr (GError) error = NULL;

  other = sedia_store_open (fixture->shop.path, &error);
  g_assert_no_error (error);
  other_watcher = watch (other, &there);
  shop_settle (other);
  shop_settle (store);

  restock (store);
  sedia_store_look (other);
  shop_settle (other);
  shop_settle (store);
  sedia_store_look (other);
  shop_settle (other);
  g_assert_cmpuint (here.n_notices + there.n_notices, ==, 1);

  notices_clear (&here);
  notices_clear (&there);
  g_assert_finalize_object (g_steal_pointer (&watcher));
  g_assert_finalize_object (g_steal_pointer (&other_watcher));
  shop_settle (other);
  sedia_store_close (other);
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* Nothing can be shown: the restock stays for others and is not claimed here in circles. */
static void
test_put_back (Fixture       *fixture,
               gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  Notices notices = { .puts_back = TRUE };
  g_autoptr (SediaRestockWatcher) watcher = watch (store, &notices);

  restock (store);
  shop_settle (store);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 1);

  notices.puts_back = FALSE;
  sedia_restock_watcher_resume (watcher);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 2);

  sedia_restock_watcher_resume (watcher);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 2);

  notices_clear (&notices);
  g_assert_finalize_object (g_steal_pointer (&watcher));
}

/* A window that closes in the middle of a claim gives it back. */
static void
test_gone_while_claiming (Fixture       *fixture,
                          gconstpointer  unused)
{
  SediaStore *store = fixture->shop.store;
  Notices lost = { 0 }, notices = { 0 };
  g_autoptr (SediaRestockWatcher) watcher = NULL;

  restock (store);
  shop_settle (store);

  watcher = watch (store, &lost);
  g_assert_finalize_object (g_steal_pointer (&watcher));
  shop_settle (store);
  g_assert_cmpuint (lost.n_notices, ==, 0);

  watcher = watch (store, &notices);
  shop_settle (store);
  g_assert_cmpuint (notices.n_notices, ==, 1);

  notices_clear (&notices);
  g_assert_finalize_object (g_steal_pointer (&watcher));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/model/counts/follow", test_counts);
  ADD ("/model/counts/same", test_counts_same);
  ADD ("/model/restock/7-one-notice", test_restocked);
  ADD ("/model/restock/at-start", test_at_start);
  ADD ("/model/restock/7-once-in-all", test_once_in_all);
  ADD ("/model/restock/7-put-back", test_put_back);
  ADD ("/model/restock/gone-while-claiming", test_gone_while_claiming);

  return g_test_run ();
}
