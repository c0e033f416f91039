/* Every action, undone and done again: what the shop knows is each time exactly what it was before,
 * or after - the balances, the lines, what customers must be told, what is to be counted.
 */
#include "config.h"

#include <glib.h>
#include <sqlite3.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })
#define ROUNDS 3

/* One row per thing that people can see. An order that was taken back stays as a cancelled one:
 * what is not open and was never handed over is left out. */
static const char look[] =
  "SELECT 'stock', sku, on_hand, reserved, open"
  " FROM product JOIN product_balance ON product_id = id WHERE archived = 0"
  " UNION ALL SELECT 'line', order_id || '/' || position || ' ' || over || ' ' || held || ' ' ||"
  " priority || ' ' || ifnull (need_by, '') || ' ' || ordered || ' ' || cancelled,"
  " delivered, reserved, open FROM order_line WHERE cancelled < ordered"
  " UNION ALL SELECT 'due', reason, order_line_id, count (*), 0"
  " FROM contact_due WHERE state = 'open' GROUP BY order_line_id, reason"
  " UNION ALL SELECT 'count', '', product_id, 0, 0 FROM count_request WHERE done = 0"
  " UNION ALL SELECT 'asked', '', product_id, sum (quantity), 0 FROM asked GROUP BY product_id"
  " HAVING sum (quantity) <> 0"
  " ORDER BY 1, 2, 3";

static char *
look_at (Shop *shop)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (shop->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, look, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s %s: %s %s %s\n", sqlite3_column_text (stmt, 0),
                            sqlite3_column_text (stmt, 1), sqlite3_column_text (stmt, 2),
                            sqlite3_column_text (stmt, 3), sqlite3_column_text (stmt, 4));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

/* Siti has all she wants but one thing, Wati all, Budi nothing: 8 K are shared by three. */
static Shop *
shop_with_queue (void)
{
  Shop *shop = shop_open ();

  shop_product (shop, "K");
  shop_product (shop, "M");
  shop_order2 (shop, "Siti", "K", 5, "M", 3, NOBODY);
  shop_order (shop, "Budi", "K", 4, NOBODY);
  shop_order2 (shop, "Wati", "K", 3, "M", 1, (Wish) { .need_by = 30000 });
  shop_receive (shop, "K", 8);
  shop_receive (shop, "M", 2);
  g_assert_no_error (shop->error);

  return shop;
}

typedef struct
{
  const char *name;
  gboolean (*before) (Shop *shop); /* (nullable): what happened earlier */
  gboolean (*action) (Shop *shop);
} Case;

static gboolean
hand_over_all (Shop *shop)
{
  return shop_hand_over (shop, 1, 0, 0, FALSE);
}

static gboolean
hand_over_part (Shop *shop)
{
  return shop_hand_over (shop, 1, 1, 2, FALSE);
}

static gboolean
hand_over_more (Shop *shop)
{
  return shop_hand_over (shop, 3, 1, 4, TRUE);
}

static gboolean
refund (Shop *shop)
{
  return shop_return (shop, 1, 1, 2, SEDIA_RETURN_REFUND, FALSE);
}

static gboolean
refund_damaged (Shop *shop)
{
  return shop_return (shop, 1, 1, 2, SEDIA_RETURN_REFUND, TRUE);
}

static gboolean
exchange (Shop *shop)
{
  return shop_return (shop, 1, 1, 2, SEDIA_RETURN_EXCHANGE, FALSE);
}

static gboolean
hand_over_and_refund (Shop *shop)
{
  return hand_over_all (shop) && shop_return (shop, 1, 1, 1, SEDIA_RETURN_REFUND, FALSE);
}

static gboolean
cancel_all (Shop *shop)
{
  return shop_cancel (shop, 1, 0, 0);
}

static gboolean
cancel_part (Shop *shop)
{
  return shop_cancel (shop, 1, 1, 3);
}

static gboolean
cancel_rest (Shop *shop)
{
  return shop_cancel (shop, 1, 2, 2);
}

static gboolean
take_instead (Shop *shop)
{
  return shop_order_instead (shop, "Siti", "M", 1, 1, 1) != 0;
}

static gboolean
reopen (Shop *shop)
{
  return shop_reopen_order (shop, 1);
}

static gboolean
order_more (Shop *shop)
{
  return shop_edit (shop, 1, 1, 9);
}

static gboolean
order_less (Shop *shop)
{
  return shop_edit (shop, 1, 1, 2);
}

static gboolean
release (Shop *shop)
{
  return shop_release (shop, 1, 1, 0);
}

static gboolean
reserve (Shop *shop)
{
  return shop_reserve (shop, 1, 1, 0, TRUE);
}

static gboolean
reserve_over_others (Shop *shop)
{
  return shop_reserve (shop, 2, 1, 0, TRUE);
}

static gboolean
place (Shop *shop)
{
  return shop_order2 (shop, "Joko", "K", 2, "M", 1, (Wish) { .first = TRUE }) != 0;
}

static gboolean
receive (Shop *shop)
{
  return shop_receive (shop, "K", 3) != 0;
}

static gboolean
undo_delivery (Shop *shop)
{
  return shop_undo_delivery (shop, 1);
}

static gboolean
sell (Shop *shop)
{
  return shop_sell (shop, "K", 2, TRUE);
}

static gboolean
sell_what_is_not_there (Shop *shop)
{
  gboolean sold;

  shop->reason = "it was on the shelf";
  sold = shop_sell (shop, "K", 20, TRUE);
  shop->reason = NULL;

  return sold;
}

static gboolean
ask (Shop *shop)
{
  return shop_asked (shop, "K", 2);
}

static gboolean
count_up (Shop *shop)
{
  return shop_count (shop, "K", 20);
}

static gboolean
count_down (Shop *shop)
{
  return shop_count (shop, "K", 1);
}

static gboolean
damage (Shop *shop)
{
  return shop_issue (shop, "K", 3, "damage", FALSE);
}

static gboolean
tell (Shop *shop)
{
  return shop_told (shop, "Siti");
}

static const Case cases[] = {
  { "hand-over", NULL, hand_over_all },
  { "hand-over-part", NULL, hand_over_part },
  { "hand-over-told", tell, hand_over_part },
  { "hand-over-more", count_up, hand_over_more },
  { "refund", hand_over_all, refund },
  { "refund-damaged", hand_over_all, refund_damaged },
  { "refund-twice", hand_over_and_refund, refund },
  { "exchange", hand_over_all, exchange },
  { "cancel", NULL, cancel_all },
  { "cancel-part", NULL, cancel_part },
  { "cancel-rest", NULL, cancel_rest },
  { "instead", NULL, take_instead },
  { "reopen", cancel_all, reopen },
  { "reopen-part", cancel_part, reopen },
  { "order-more", NULL, order_more },
  { "order-less", NULL, order_less },
  { "release", NULL, release },
  { "release-told", tell, release },
  { "reserve", release, reserve },
  { "reserve-over-others", NULL, reserve_over_others },
  { "place", NULL, place },
  { "receive", NULL, receive },
  { "receive-told", tell, receive },
  { "undo-delivery", NULL, undo_delivery },
  { "sell", NULL, sell },
  { "sell-what-is-not-there", NULL, sell_what_is_not_there },
  { "ask", NULL, ask },
  { "count-up", NULL, count_up },
  { "count-down", NULL, count_down },
  { "count-down-told", tell, count_down },
  { "damage", NULL, damage },
  { "tell", NULL, tell },
};

static void
assert_looks (Shop       *shop,
              const char *expected)
{
  g_autofree char *found = look_at (shop);

  g_assert_cmpstr (found, ==, expected);
  shop_assert_sound (shop);
}

/* 9: one undo takes an action back, and the undo of that is the redo, as often as somebody wants */
static void
test_case (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (Shop) shop = shop_with_queue ();
  g_autofree char *before = NULL, *after = NULL;

  if (the_case->before != NULL)
    g_assert_true (the_case->before (shop));
  before = look_at (shop);
  g_assert_true (the_case->action (shop));
  after = look_at (shop);
  g_assert_cmpstr (before, !=, after);

  for (guint i = 0; i < ROUNDS; i++)
    {
      shop_undo (shop, shop_last_operation (shop));
      g_assert_no_error (shop->error);
      assert_looks (shop, before);
      shop_undo (shop, shop_last_operation (shop));
      g_assert_no_error (shop->error);
      assert_looks (shop, after);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/redo/9-%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
