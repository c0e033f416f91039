/* Rows alone: what they say while loading, what a record changes, who is told. */
#include "config.h"

#include "sedia-model-types.h"
#include "sedia-row.h"

static guint n_freed;

static void
free_product (gpointer product)
{
  n_freed++;
  sedia_product_free (product);
}

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
  product->on_hand = on_hand;

  return product;
}

static void
test_loading (void)
{
  g_autoptr (SediaRow) row = sedia_row_new (-7, free_product);
  guint revision = 1;

  g_object_get (row, "revision", &revision, NULL);
  g_assert_cmpint (sedia_row_get_id (row), ==, -7);
  g_assert_true (sedia_row_is_loading (row));
  g_assert_cmpuint (revision, ==, 0);
  g_assert_null (sedia_row_get_record (row));
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_take (void)
{
  g_autoptr (SediaRow) row = sedia_row_new (7, free_product);
  guint n_notified = 0;

  n_freed = 0;
  g_signal_connect (row, "notify::revision", G_CALLBACK (count_cb), &n_notified);

  sedia_row_take (row, kettle (10));
  g_assert_false (sedia_row_is_loading (row));
  g_assert_cmpstr (sedia_row_get_product (row)->sku, ==, "KET-1");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_freed, ==, 0);

  sedia_row_take (row, kettle (11));
  g_assert_cmpint (sedia_row_get_product (row)->on_hand, ==, 11);
  g_assert_cmpuint (sedia_row_get_revision (row), ==, 2);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (n_freed, ==, 1);

  g_assert_finalize_object (g_steal_pointer (&row));
  g_assert_cmpuint (n_freed, ==, 2);
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
  g_test_add_func ("/model/row/take", test_take);
  g_test_add_func ("/model/row/notice", test_notice);

  return g_test_run ();
}
