/* Purchases: what was done to them taken back and done again, and what `check` finds. */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "purchases.h"

/* 6: undoing a delivery takes its received amounts back */
static void
test_undo_delivery (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 first, second;

  buy (shop, "K=5");
  first = receive_for (shop, 1, "K=6");
  second = receive_for (shop, 1, "K=2");
  assert_incoming (shop, "K", 0);
  g_assert_true (shop_undo_delivery (shop, first));
  assert_purchase (shop, 1, "confirmed: K 5-2-0=3 @?/?");
  assert_incoming (shop, "K", 3);
  g_assert_true (shop_undo_delivery (shop, second));
  assert_incoming (shop, "K", 5);
  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_purchase (shop, 1, "confirmed: K 5-2-0=3 @?/?");

  /* Closed meanwhile: what did not come after all is still to come, the rest is not. */
  second = shop_last_operation (shop);
  g_assert_true (close_purchase (shop, 1, 0));
  assert_purchase (shop, 1, "closed: K 5-2-3=0 @?/?");
  g_assert_true (shop_undo (shop, second));
  assert_purchase (shop, 1, "confirmed: K 5-0-3=2 @?/?");
  assert_incoming (shop, "K", 2);
}

typedef struct
{
  const char *name;
  gboolean (*before) (Shop *shop); /* (nullable) */
  gboolean (*action) (Shop *shop);
} Case;

static gboolean
add (Shop *shop)
{
  return buy (shop, "K=4@20 M=1") != 0;
}

static gboolean
add_draft (Shop *shop)
{
  return buy_full (shop, 1, "K=4@20 M=1", 0, TRUE) != 0;
}

static gboolean
confirm (Shop *shop)
{
  return confirm_purchase (shop, 2);
}

static gboolean
edit_lines (Shop *shop)
{
  return edit_purchase (shop, 2, "K=7@22 M=3@20");
}

static gboolean
edit_new_line (Shop *shop)
{
  return edit_purchase (shop, 2, "K=4@20 M=1 K=2>2/1");
}

static gboolean
edit_take_out (Shop *shop)
{
  return edit_purchase (shop, 2, "M=1");
}

static gboolean
edit_note (Shop *shop)
{
  return edit_purchase_full (shop, 2, "K=4@20 M=1", "by sea", TRUE);
}

static gboolean
edit_all (Shop *shop)
{
  return edit_purchase_full (shop, 2, "M=5 M=2 K=1>2/1", "by sea", TRUE);
}

static gboolean
edit_and_order (Shop *shop)
{
  return edit_purchase_full (shop, 2, "M=5 M=2", "by sea", FALSE);
}

static gboolean
expect (Shop *shop)
{
  return expect_purchase (shop, 1, 0, 15);
}

static gboolean
expect_line (Shop *shop)
{
  return expect_purchase (shop, 1, 2, 15);
}

static gboolean
expect_nothing (Shop *shop)
{
  return expect_purchase (shop, 1, 0, 0);
}

static gboolean
receive (Shop *shop)
{
  return receive_for (shop, 1, "K=3 M=1") != 0;
}

static gboolean
receive_more (Shop *shop)
{
  return receive_for (shop, 1, "K=9 M=9") != 0;
}

static gboolean
close_all (Shop *shop)
{
  return close_purchase (shop, 1, 0);
}

static gboolean
close_line (Shop *shop)
{
  return close_purchase (shop, 1, 1);
}

static gboolean
cancel (Shop *shop)
{
  return cancel_purchase (shop, 1);
}

static gboolean
undo_delivery (Shop *shop)
{
  return shop_undo_delivery (shop, 1);
}

static const Case cases[] = {
  { "add", NULL, add },
  { "add-draft", NULL, add_draft },
  { "confirm", add_draft, confirm },
  { "edit-lines", add_draft, edit_lines },
  { "edit-new-line", add_draft, edit_new_line },
  { "edit-take-out", add_draft, edit_take_out },
  { "edit-note", add_draft, edit_note },
  { "edit-all", add_draft, edit_all },
  { "edit-and-order", add_draft, edit_and_order },
  { "expect", NULL, expect },
  { "expect-line", NULL, expect_line },
  { "expect-nothing", NULL, expect_nothing },
  { "receive", NULL, receive },
  { "receive-more", NULL, receive_more },
  { "receive-rest", receive, receive_more },
  { "close", NULL, close_all },
  { "close-rest", receive, close_all },
  { "close-line", NULL, close_line },
  { "cancel", NULL, cancel },
  { "undo-delivery", receive, undo_delivery },
};

/* What people can see: a purchase that was taken back stays as a cancelled one, and is left out, as
 * is a line that was taken out of a draft.
 */
static const char look[] =
  "SELECT 'purchase', purchase_id || '/' || l.position || ' ' || status || ' ' || note || ' ' ||"
  " product_id || ' ' || ordered || ' ' || received ||"
  " ' ' || closed || ' ' || ifnull (agreed, '') || ' ' || ifnull (expected, '') || ' ' ||"
  " since || ' ' ||"
  " ifnull (order_line_id, ''), l.incoming"
  " FROM purchase_line AS l JOIN purchase AS p ON p.id = purchase_id"
  " WHERE l.dropped = 0 AND (p.id = 1 OR status <> 'cancelled')"
  " UNION ALL SELECT 'stock', sku, on_hand || ' ' || reserved || ' ' || open || ' ' || incoming"
  " FROM product JOIN product_balance ON product_id = id"
  " UNION ALL SELECT 'line', order_id || '/' || position, reserved FROM order_line"
  " ORDER BY 1, 2";

static char *
look_at (Shop *shop)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (shop->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, look, -1, &stmt, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s %s: %s\n", sqlite3_column_text (stmt, 0),
                            sqlite3_column_text (stmt, 1), sqlite3_column_text (stmt, 2));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

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
test_redo (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (Shop) shop = shop_with_supplier ();
  g_autofree char *before = NULL, *after = NULL;

  shop_order (shop, "Siti", "K", 2, NOBODY);
  shop_order (shop, "Budi", "K", 2, NOBODY);
  buy (shop, "K=5@9>2/1 M=2@12");
  g_assert_no_error (shop->error);
  if (the_case->before != NULL)
    g_assert_true (the_case->before (shop));
  before = look_at (shop);
  g_assert_true (the_case->action (shop));
  after = look_at (shop);
  g_assert_cmpstr (before, !=, after);

  for (guint i = 0; i < 3; i++)
    {
      shop_undo (shop, shop_last_operation (shop));
      g_assert_no_error (shop->error);
      assert_looks (shop, before);
      shop_undo (shop, shop_last_operation (shop));
      g_assert_no_error (shop->error);
      assert_looks (shop, after);
    }
}

/* Taking back an order to the supplier of which goods have come is asked about first. */
static void
test_undo_received (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 added;

  buy (shop, "K=5");
  added = shop_last_operation (shop);
  receive_for (shop, 1, "K=2");
  g_assert_false (shop_undo (shop, added));
  shop_assert_refused (shop, SEDIA_ERROR_CONFIRM, "goods of purchase 1 have arrived since");
  assert_incoming (shop, "K", 3);
  shop->anyway = TRUE;
  g_assert_true (shop_undo (shop, added));
  assert_purchase (shop, 1, "cancelled: K 5-2-0=0 @?/?");
  assert_incoming (shop, "K", 0);
}

/* 9: somebody changed the same thing since */
static void
test_undo_conflict (void)
{
  g_autoptr (Shop) shop = shop_with_supplier ();
  gint64 moved;

  buy (shop, "K=5@9");
  expect_purchase (shop, 1, 0, 12);
  moved = shop_last_operation (shop);
  expect_purchase (shop, 1, 0, 15);
  g_assert_false (shop_undo (shop, moved));
  shop_assert_refused (shop, SEDIA_ERROR_CONFLICT, NULL);
  assert_purchase (shop, 1, "confirmed: K 5-0-0=5 @9/15");
}

/* What was ordered meanwhile is not changed behind the supplier's back. */
static void
test_undo_edit_ordered (void)
{
  static const char *const edits[] = { "K=4 M=1", "K=4 K=1 M=2", "M=2", "K=4 M=2" };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (Shop) shop = shop_with_supplier ();
      gint64 edited;

      buy_full (shop, 1, "K=4 M=2", 0, TRUE);
      g_assert_true (edit_purchase (shop, 1, edits[i]));
      edited = shop_last_operation (shop);
      confirm_purchase (shop, 1);
      g_assert_false (shop_undo (shop, edited));
      shop_assert_refused (shop, SEDIA_ERROR_CONFLICT, "cannot be undone");
      shop_assert_sound (shop);
    }
}

/* Taking an edit back, ordering, and then wanting the edit again: the same. */
static void
test_redo_edit_ordered (void)
{
  static const char *const edits[] = { "K=4 K=1 M=2", "K=6 M=2" };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (Shop) shop = shop_with_supplier ();
      gint64 undone;

      buy_full (shop, 1, "K=4 M=2", 0, TRUE);
      edit_purchase (shop, 1, edits[i]);
      g_assert_true (shop_undo (shop, shop_last_operation (shop)));
      undone = shop_last_operation (shop);
      confirm_purchase (shop, 1);
      g_assert_false (shop_undo (shop, undone));
      shop_assert_refused (shop, SEDIA_ERROR_CONFLICT, "cannot be undone");
      assert_purchase (shop, 1, "confirmed: K 4-0-0=4 @?/?; M 2-0-0=2 @?/?");
      shop_assert_sound (shop);
    }
}

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  g_autoptr (GPtrArray) problems = sedia_check (db, error);

  g_ptr_array_add (problems, NULL);
  return g_strjoinv ("\n", (char **) problems->pdata);
}

/* 9: `check` recomputes the balances from the rows */
static void
test_check (void)
{
  static const struct { const char *spoil, *said; } wrong[] = {
    { "UPDATE product_balance SET incoming = 9 WHERE product_id = 1", "9 incoming" },
    { "UPDATE purchase_line SET received = 4 WHERE id = 1", "4 received" },
    { "UPDATE purchase_line SET confirmed = 0 WHERE id = 1", "Purchase 1: whether" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (Shop) shop = shop_with_supplier ();
      g_autofree char *problems = NULL;
      sqlite3 *db = NULL;

      buy (shop, "K=5@9");
      shop_assert_sound (shop);
      g_assert_cmpint (sqlite3_open (shop->path, &db), ==, SQLITE_OK);
      sqlite3_exec (db, wrong[i].spoil, NULL, NULL, NULL);
      g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
      sqlite3_close (db);

      problems = sedia_store_read (shop->store, check_job, NULL, NULL);
      g_assert_nonnull (strstr (problems, wrong[i].said));
    }
}

int
main (int   argc,
      char *argv[])
{
  settle_in_jakarta ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/purchases/6-undo-delivery", test_undo_delivery);
  g_test_add_func ("/store/purchases/undo-received", test_undo_received);
  g_test_add_func ("/store/purchases/undo-conflict", test_undo_conflict);
  g_test_add_func ("/store/purchases/undo-edit-ordered", test_undo_edit_ordered);
  g_test_add_func ("/store/purchases/redo-edit-ordered", test_redo_edit_ordered);
  g_test_add_func ("/store/purchases/9-check", test_check);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/purchases/9-redo-%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_redo);
    }

  return g_test_run ();
}
