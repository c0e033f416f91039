/* What customers must be told, as the commands of sections 3 and 6 leave it: only what is news, and
 * only what is true.
 */
#include "config.h"

#include <glib.h>
#include <sqlite3.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

/* "ready, backordered": what is due about a line, oldest first */
static char *
dues (Shop   *shop,
      gint64  order,
      guint   line)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (shop->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT d.reason FROM contact_due AS d"
                                           " JOIN order_line AS l ON l.id = d.order_line_id"
                                           " WHERE d.state = 'open' AND l.order_id = ?1"
                                           " AND l.position = ?2 ORDER BY d.id",
                                       -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, order);
  sqlite3_bind_int64 (stmt, 2, line);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

#define assert_due(shop, order, line, expected) \
  G_STMT_START { \
    g_autofree char *due_ = dues (shop, order, line); \
    g_assert_cmpstr (due_, ==, expected); \
  } G_STMT_END

/* Who waited and is complete now hears that alone; that it waited is no news any more. */
static void
test_ready_replaces_waiting (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 3, NOBODY);
  assert_due (shop, siti, 1, "backordered");
  shop_receive (shop, "K", 2);
  assert_due (shop, siti, 1, "backordered");
  shop_receive (shop, "K", 1);
  assert_due (shop, siti, 1, "ready");
  g_assert_true (shop_told (shop, "Siti"));
  assert_due (shop, siti, 1, "");
  shop_assert_sound (shop);
}

/* Who knows that a line waits is not told again because something else happened to it. */
static void
test_waiting_is_told_once (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 5, NOBODY);
  g_assert_true (shop_told (shop, "Siti"));
  shop_receive (shop, "K", 2);
  g_assert_true (shop_hand_over (shop, siti, 1, 1, FALSE));
  assert_due (shop, siti, 1, "");
  g_assert_true (shop_cancel (shop, siti, 1, 1));
  assert_due (shop, siti, 1, "");
  g_assert_true (shop_edit (shop, siti, 1, 9));
  assert_due (shop, siti, 1, "");

  shop_receive (shop, "K", 1);
  g_assert_true (shop_undo (shop, 0));
  assert_due (shop, siti, 1, "");
  g_assert_cmpint (shop_told_state (shop, siti, 1), ==, SEDIA_TOLD_YES);
  shop_assert_sound (shop);
}

/* 3.6: a customer who saw it set aside at once must be told when it is not any more */
static void
test_lost_at_once (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  shop_receive (shop, "K", 4);
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  assert_due (shop, budi, 1, "");
  g_assert_true (shop_count (shop, "K", 3));
  assert_due (shop, siti, 1, "");
  assert_due (shop, budi, 1, "backordered");

  /* 3.4: ... and when somebody decided to take it */
  g_assert_true (shop_sell (shop, "K", 2, TRUE));
  assert_due (shop, siti, 1, "reservation-lost");
  shop_assert_sound (shop);
}

/* What was lost and came back before anybody said so is no news: "ready" was right after all. */
static void
test_lost_and_found (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 2, NOBODY);
  shop_receive (shop, "K", 2);
  g_assert_true (shop_told (shop, "Siti"));
  g_assert_true (shop_count (shop, "K", 1));
  assert_due (shop, siti, 1, "reservation-lost");
  g_assert_true (shop_count (shop, "K", 2));
  assert_due (shop, siti, 1, "");
  g_assert_cmpint (shop_told_state (shop, siti, 1), ==, SEDIA_TOLD_YES);

  g_assert_true (shop_count (shop, "K", 1));
  g_assert_true (shop_told (shop, "Siti"));
  g_assert_true (shop_count (shop, "K", 2));
  assert_due (shop, siti, 1, "ready");
  shop_assert_sound (shop);
}

/* A line that a person makes complete is as ready as one that a delivery completes. */
static void
test_complete_by_hand (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 siti, budi;

  shop_product (shop, "K");
  siti = shop_order (shop, "Siti", "K", 4, NOBODY);
  budi = shop_order (shop, "Budi", "K", 2, NOBODY);
  shop_receive (shop, "K", 3);
  g_assert_true (shop_reserve (shop, budi, 1, 0, TRUE));
  assert_due (shop, budi, 1, "ready");
  g_assert_true (shop_told (shop, "Siti"));
  g_assert_true (shop_cancel (shop, siti, 1, 3));
  assert_line (shop, siti, 1, "4/0/3/1");
  assert_due (shop, siti, 1, "ready");
  g_assert_true (shop_hand_over (shop, siti, 0, 0, FALSE));
  assert_due (shop, siti, 1, "");
  shop_assert_sound (shop);
}

/* 3.12: stock that a forced undo leaves below zero is to be counted like any other */
static void
test_forced_undo_is_counted (void)
{
  g_autoptr (Shop) shop = shop_open ();
  gint64 delivery;
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  shop_product (shop, "K");
  delivery = shop_receive (shop, "K", 5);
  g_assert_true (shop_sell (shop, "K", 3, FALSE));
  g_assert_false (shop_undo_delivery (shop, delivery));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "Product K");
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "-3 pcs");
  shop->anyway = TRUE;
  g_assert_true (shop_undo_delivery (shop, delivery));
  assert_stock (shop, "K", "-3/0/0");

  g_assert_cmpint (sqlite3_open_v2 (shop->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT count (*) FROM count_request WHERE done = 0", -1, &stmt, NULL);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (stmt, 0), ==, 1);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/told/ready-replaces-waiting", test_ready_replaces_waiting);
  g_test_add_func ("/store/told/waiting-is-told-once", test_waiting_is_told_once);
  g_test_add_func ("/store/told/3.6-lost-at-once", test_lost_at_once);
  g_test_add_func ("/store/told/3.6-lost-and-found", test_lost_and_found);
  g_test_add_func ("/store/told/complete-by-hand", test_complete_by_hand);
  g_test_add_func ("/store/told/3.12-forced-undo-is-counted", test_forced_undo_is_counted);

  return g_test_run ();
}
