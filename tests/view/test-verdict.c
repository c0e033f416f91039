/* Whether customers should wait for a product, in the Stock pane: why, following it, deciding
 * otherwise with a note, undo. */
#include "config.h"

#include "sedia-decide-form.h"
#include "sedia-telling.h"
#include "sedia-time.h"
#include "sedia-verdict-window.h"
#include "shop-window.h"

#define DAY ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)

/* One who waited in vain: told a day, and given up after it. */
static gpointer
expect_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_expected_set (db, 1, *(const int *) data, error) ? SEDIA_DONE : NULL;
}

static gpointer
order_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  const SediaOrderLineDraft line = { .product_id = 1, .quantity = 1, .need_by = SEDIA_NO_DAY,
                                     .price = SEDIA_NO_AMOUNT };
  const SediaOrderDraft draft = { .customer_id = 1, .lines = lines };

  g_array_append_val (lines, line);
  return sedia_order_place (db, &draft, data, error) ? SEDIA_DONE : NULL;
}

static gpointer
tell_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaTelling telling = { .customer_id = 1, .text = "soon", .until = SEDIA_NO_DAY };

  return sedia_contact_told (db, &telling, error) ? SEDIA_DONE : NULL;
}

static gpointer
cancel_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_order_cancel (db, *(const gint64 *) data, NULL, error) ? SEDIA_DONE : NULL;
}

static void
act (ShopWindow *fixture,
     const char *kind,
     gint64      at,
     SediaJob    job,
     gpointer    data)
{
  const SediaAct what = { .kind = kind, .at = at, .anyway = TRUE };
  g_autoptr (GError) error = NULL;

  sedia_store_act (fixture->shop.store, &what, job, data, &error);
  g_assert_no_error (error);
}

static void
disappoint (ShopWindow *fixture,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      const gint64 at = sedia_time_now () - (gint64) (60 - 8 * i) * DAY;
      int day = sedia_day_of_time (at) + 1;
      gint64 order;

      act (fixture, "product-expect", at, expect_job, &day);
      act (fixture, "order-add", at, order_job, &order);
      act (fixture, "contact-told", at, tell_job, NULL);
      act (fixture, "order-cancel", at + 4 * DAY, cancel_job, &order);
    }
}

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  shop_add_product (fixture->shop.store, "KOPI", "Kopi");
  shop_add_customer (fixture->shop.store, "Siti");
  disappoint (fixture, 5);
  shop_window_go_to (fixture, "stock");
  shop_window_settle (fixture);
  shop_window_select (fixture, 0, 0);
  g_assert_true (shop_window_wait_for (fixture, "Waiting: not advised"));
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

static GtkWidget *
window (ShopWindow *fixture)
{
  GtkWidget *found;

  shop_window_act (fixture, "page.verdict");
  found = view_find_window (SEDIA_TYPE_VERDICT_WINDOW);
  g_assert_nonnull (found);
  g_assert_true (view_wait_for_text (fixture->shop.store, found,
                                     "0 of 5 days that were promised were kept."));

  return found;
}

/* The reasons, the rows behind one, and the verdict's own terms with one press. */
static void
test_follow (ShopWindow    *fixture,
             gconstpointer  unused)
{
  GtkWidget *found = window (fixture);
  GtkWidget *list = gtk_widget_get_ancestor (view_find_text (found, "Promises"),
                                             GTK_TYPE_LIST_BOX);

  g_assert_nonnull (view_find_text (found, "nobody waits for it"));
  g_assert_nonnull (view_find_text (found, "Now: customers may wait."));
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list),
                                                          SEDIA_VERDICT_PROMISES));
  g_assert_true (view_wait_for_text (fixture->shop.store, found, "Order 1, Siti"));

  gtk_widget_activate_action (found, "verdict.follow", NULL);
  shop_window_settle (fixture);
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Decided – as the verdict says");
  g_assert_null (view_find_window (SEDIA_TYPE_VERDICT_WINDOW));
  g_assert_true (shop_window_wait_for (fixture, "Nobody waits for it"));
  shop_window_undo (fixture);
  shop_window_settle (fixture);
  g_assert_false (shop_window_shows (fixture, "Nobody waits for it"));
}

/* Otherwise than the verdict says only with a note, which is shown from then on. */
static void
test_overrule (ShopWindow    *fixture,
               gconstpointer  unused)
{
  GtkWidget *form;
  GtkWidget *field;

  gtk_widget_activate_action (window (fixture), "verdict.decide", NULL);
  shop_window_settle (fixture);
  form = view_find_window (SEDIA_TYPE_DECIDE_FORM);
  g_assert_nonnull (form);
  g_assert_null (view_find_window (SEDIA_TYPE_VERDICT_WINDOW));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (view_find_type (
                                view_find_field (form, "When there is none"),
                                GTK_TYPE_DROP_DOWN)), SEDIA_BACKORDER_WARN);
  shop_window_type (fixture, form, "At most waiting", "4");
  shop_window_type (fixture, form, "Longest wait", "4000");
  shop_window_save (fixture, form);
  field = view_find_field (form, "Longest wait");
  g_assert_nonnull (view_find_text (field, "Between 1 and 3650 days. Leave it empty for as long "
                                           "as it takes."));
  shop_window_type (fixture, form, "Longest wait", "14");
  shop_window_save (fixture, form);
  field = view_find_field (form, "Why");
  g_assert_nonnull (view_find_text (field, "This is not what the verdict says. Note why: later "
                                           "nobody remembers."));
  shop_window_type (fixture, form, "Why", "they insist");
  shop_window_save (fixture, form);

  g_assert_null (view_find_window (SEDIA_TYPE_DECIDE_FORM));
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Decided – Kopi");
  g_assert_true (shop_window_wait_for (
    fixture, "Ask before they wait, at most 4\302\240pcs, at most 14 days – “they insist”"));
  shop_window_undo (fixture);
  shop_window_settle (fixture);
  g_assert_false (shop_window_shows (fixture, "Ask before they wait, at most 4\302\240pcs, at "
                                              "most 14 days – “they insist”"));
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/view/verdict/follow", test_follow);
  ADD ("/view/verdict/overrule", test_overrule);

  return g_test_run ();
}
