/* Rows alone: defaults while loading, what comes out of a record, who is told. */
#include "config.h"

#include "sedia-delivery-row.h"
#include "sedia-model-types.h"
#include "sedia-stock-row.h"
#include "sedia-waiting-row.h"

static void
count_cb (GObject    *row,
          GParamSpec *pspec,
          guint      *n_notified)
{
  (*n_notified)++;
}

static SediaProduct *
kettle (gint64 on_hand)
{
  SediaProduct *product = sedia_product_new ();

  product->id = 7;
  product->sku = g_strdup ("KET-1");
  product->name = g_strdup ("Blue Kettle");
  product->on_hand = on_hand;
  product->open = 5;
  product->reserved = 2;

  return product;
}

static void
test_loading (void)
{
  g_autoptr (SediaStockRow) row = sedia_stock_row_new (7);
  g_autofree char *sku = g_strdup ("?");
  gboolean loading = FALSE;
  gint64 id = 0, on_hand = 1;
  guint revision = 1;

  g_object_get (row, "id", &id, "loading", &loading, "revision", &revision, "on-hand", &on_hand,
                NULL);
  g_clear_pointer (&sku, g_free);
  g_object_get (row, "sku", &sku, NULL);

  g_assert_cmpint (id, ==, 7);
  g_assert_true (loading);
  g_assert_cmpuint (revision, ==, 0);
  g_assert_cmpint (on_hand, ==, 0);
  g_assert_null (sku);
  g_assert_null (sedia_stock_row_get_record (row));
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_stock (void)
{
  g_autoptr (SediaStockRow) row = sedia_stock_row_new (7);
  g_autofree char *sku = NULL;
  SediaStockState state = SEDIA_STOCK_OK;
  gint64 free_quantity = 0, waiting = 0;
  guint n_notified = 0, n_loading = 0;

  g_signal_connect (row, "notify::on-hand", G_CALLBACK (count_cb), &n_notified);
  g_signal_connect (row, "notify::loading", G_CALLBACK (count_cb), &n_loading);

  sedia_stock_row_take (row, kettle (10));
  g_object_get (row, "sku", &sku, "free", &free_quantity, "waiting", &waiting, "state", &state,
                NULL);

  g_assert_cmpstr (sku, ==, "KET-1");
  g_assert_cmpint (free_quantity, ==, 8);
  g_assert_cmpint (waiting, ==, 3);
  g_assert_cmpint (state, ==, SEDIA_STOCK_WAITING);

  sedia_stock_row_take (row, kettle (11));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (n_loading, ==, 1);
  g_assert_cmpuint (sedia_row_get_revision (SEDIA_ROW (row)), ==, 2);
  g_assert_cmpint (sedia_stock_row_get_record (row)->on_hand, ==, 11);
  g_assert_finalize_object (g_steal_pointer (&row));
}

static SediaWaiting *
waiting_line (void)
{
  SediaWaiting *waiting = g_new0 (SediaWaiting, 1);

  waiting->id = 9;
  waiting->line = g_new0 (SediaOrderLine, 1);
  waiting->line->id = 9;
  waiting->line->order_id = 4;
  waiting->line->position = 2;
  waiting->line->customer = g_strdup ("Siti Rahma");
  waiting->line->ordered = 10;
  waiting->line->delivered = 1;
  waiting->line->reserved = 3;
  waiting->line->queue_position = 5;
  waiting->line->need_by = 20000;
  waiting->line->told = SEDIA_TOLD_NOT_YET;
  waiting->line->first = TRUE;

  return waiting;
}

static void
test_waiting_line (void)
{
  g_autoptr (SediaWaitingRow) row = sedia_waiting_row_new (9);
  g_autofree char *customer = NULL;
  g_autofree char *heading = NULL;
  SediaTold told = SEDIA_TOLD_YES;
  gint64 open = 0, waiting = 0, order = 0;
  guint position = 0, line_number = 0;
  gboolean is_heading = TRUE, first = FALSE;
  int need_by = 0;

  g_object_get (row, "need-by", &need_by, NULL);
  g_assert_cmpint (need_by, ==, SEDIA_NO_DAY);

  sedia_waiting_row_take (row, waiting_line ());
  g_object_get (row, "customer", &customer, "heading", &heading, "told", &told, "open", &open,
                "waiting", &waiting, "order-id", &order, "position", &position,
                "line-number", &line_number, "is-heading", &is_heading, "first", &first,
                "need-by", &need_by, NULL);

  g_assert_cmpstr (customer, ==, "Siti Rahma");
  g_assert_null (heading);
  g_assert_cmpint (told, ==, SEDIA_TOLD_NOT_YET);
  g_assert_cmpint (open, ==, 9);
  g_assert_cmpint (waiting, ==, 6);
  g_assert_cmpint (order, ==, 4);
  g_assert_cmpuint (position, ==, 5);
  g_assert_cmpuint (line_number, ==, 2);
  g_assert_false (is_heading);
  g_assert_true (first);
  g_assert_cmpint (need_by, ==, 20000);
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_waiting_heading (void)
{
  g_autoptr (SediaWaitingRow) row = sedia_waiting_row_new (-3);
  SediaWaiting *record = g_new0 (SediaWaiting, 1);
  g_autofree char *heading = NULL;
  g_autofree char *customer = NULL;
  gint64 open = 0;
  guint lines = 0;

  g_assert_true (sedia_waiting_row_is_heading (row));

  record->id = -3;
  record->heading = g_strdup ("Blue Kettle");
  record->lines = 14;
  record->open = 40;
  sedia_waiting_row_take (row, record);
  g_object_get (row, "heading", &heading, "customer", &customer, "lines", &lines, "open", &open,
                NULL);

  g_assert_cmpstr (heading, ==, "Blue Kettle");
  g_assert_null (customer);
  g_assert_cmpuint (lines, ==, 14);
  g_assert_cmpint (open, ==, 40);
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_delivery (void)
{
  g_autoptr (SediaDeliveryRow) row = sedia_delivery_row_new (12);
  g_autoptr (SediaDeliveryRow) draft = sedia_delivery_row_new (-1);
  SediaDelivery *record = g_new0 (SediaDelivery, 1);
  gboolean is_draft = TRUE, is_reversed = FALSE, is_reversal = TRUE;
  gint64 number = 0;

  record->id = 12;
  record->reversed_by = 13;
  sedia_delivery_row_take (row, record);
  g_object_get (row, "is-draft", &is_draft, "is-reversed", &is_reversed,
                "is-reversal", &is_reversal, "number", &number, NULL);

  g_assert_false (is_draft);
  g_assert_true (is_reversed);
  g_assert_false (is_reversal);
  g_assert_cmpint (number, ==, 12);

  g_object_get (draft, "is-draft", &is_draft, NULL);
  g_assert_true (is_draft);
  g_assert_finalize_object (g_steal_pointer (&row));
  g_assert_finalize_object (g_steal_pointer (&draft));
}

/* Every property of every kind of row can be read before the record has come, and after. */
static void
test_all_properties (void)
{
  SediaDelivery *delivery = g_new0 (SediaDelivery, 1);
  g_autoptr (SediaStockRow) stock = sedia_stock_row_new (7);
  g_autoptr (SediaWaitingRow) line = sedia_waiting_row_new (9);
  g_autoptr (SediaDeliveryRow) arrival = sedia_delivery_row_new (12);
  GObject *rows[] = { G_OBJECT (stock), G_OBJECT (line), G_OBJECT (arrival) };

  delivery->id = 12;

  for (guint round = 0; round < 2; round++)
    {
      for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
        {
          g_autofree GParamSpec **pspecs = NULL;
          guint n_pspecs;

          pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (rows[r]), &n_pspecs);
          for (guint i = 0; i < n_pspecs; i++)
            {
              g_auto (GValue) value = G_VALUE_INIT;

              g_object_get_property (rows[r], pspecs[i]->name, &value);
              g_assert_true (G_VALUE_HOLDS (&value, pspecs[i]->value_type));
            }
        }

      if (round == 0)
        {
          sedia_stock_row_take (stock, kettle (1));
          sedia_waiting_row_take (line, waiting_line ());
          sedia_delivery_row_take (arrival, delivery);
        }
    }
}

static void
test_notice (void)
{
  SediaNotice *notice = g_new0 (SediaNotice, 1);
  const gint64 line_id = 5;
  SediaNotice *copy;

  notice->operation_id = 3;
  notice->summary.lines = 14;
  notice->line_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (notice->line_ids, line_id);
  notice->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (notice->names, g_strdup ("Siti Rahma"));

  copy = g_boxed_copy (SEDIA_TYPE_NOTICE, notice);
  sedia_notice_free (notice);

  g_assert_cmpint (copy->operation_id, ==, 3);
  g_assert_cmpuint (copy->summary.lines, ==, 14);
  g_assert_cmpint (g_array_index (copy->line_ids, gint64, 0), ==, 5);
  g_assert_cmpstr (g_ptr_array_index (copy->names, 0), ==, "Siti Rahma");
  g_boxed_free (SEDIA_TYPE_NOTICE, copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/row/loading", test_loading);
  g_test_add_func ("/model/row/stock", test_stock);
  g_test_add_func ("/model/row/waiting-line", test_waiting_line);
  g_test_add_func ("/model/row/waiting-heading", test_waiting_heading);
  g_test_add_func ("/model/row/delivery", test_delivery);
  g_test_add_func ("/model/row/all-properties", test_all_properties);
  g_test_add_func ("/model/row/notice", test_notice);

  return g_test_run ();
}
