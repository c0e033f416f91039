/* Lists in the middle of a busy shop: commands, undos, another program, other queries and a main
 * loop that comes and goes, all at random. When it is quiet again every list must be what the
 * store says, by the signals alone, and every row somebody held must say what the store says.
 */
#include "config.h"

#include "shop.h"

#include <inttypes.h>

#define N_STEPS 120
#define N_PRODUCTS 240
#define N_CUSTOMERS 5
#define N_HELD 40

typedef struct
{
  Shop shop;
  SediaStore *other;
  SediaListModel *list;
  GArray *seen;     /* what the signals say is in the list */
  GPtrArray *held;  /* rows */
  gint64 products[N_PRODUCTS];
  gint64 customers[N_CUSTOMERS];
} Busy;

/* ---- a widget's view of the list */

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Busy       *busy)
{
  if (removed > 0)
    g_array_remove_range (busy->seen, position, removed);

  for (guint i = position; i < position + added; i++)
    {
      const gint64 id = sedia_list_model_get_id (busy->list, i);

      g_array_insert_val (busy->seen, i, id);
    }

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, busy->seen->len);
}

static void
hold_a_row (Busy *busy)
{
  const guint n = busy->seen->len;
  gpointer row;

  if (n == 0)
    return;

  row = g_list_model_get_item (G_LIST_MODEL (busy->list),
                               (guint) g_test_rand_int_range (0, (gint32) n));
  g_ptr_array_add (busy->held, row);
  if (busy->held->len > N_HELD)
    g_ptr_array_remove_index_fast (busy->held, (guint) g_test_rand_int_range (0, N_HELD));
}

/* ---- what the store says */

typedef struct
{
  const SediaQuery *query;
  gint64 id;
} Question;

static gpointer
read_spine (SediaDb  *db,
            gpointer  data,
            GError  **error)
{
  return sedia_list_spine (db, ((const Question *) data)->query, error);
}

static gpointer
read_one (SediaDb  *db,
          gpointer  data,
          GError  **error)
{
  const Question *question = data;

  return sedia_list_page (db, question->query, &question->id, 1, error);
}

static void
assert_list (Busy *busy)
{
  Question question = { .query = sedia_list_model_get_query (busy->list) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spine = NULL;

  spine = sedia_store_read (busy->shop.store, read_spine, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (busy->list)), ==, spine->len);
  g_assert_cmpmem (busy->seen->data, busy->seen->len * sizeof (gint64),
                   spine->data, spine->len * sizeof (gint64));
  for (guint i = 0; i < spine->len; i++)
    g_assert_cmpint (sedia_list_model_get_id (busy->list, i), ==,
                     g_array_index (spine, gint64, i));
  g_assert_false (sedia_list_model_is_loading (busy->list));
  g_assert_null (sedia_list_model_get_failure (busy->list));
}

/* All that a row of the list shows of its record. */
static char *
product_words (const SediaProduct *product)
{
  return g_strdup_printf ("%s|%s|%s|%u|%" PRId64 "|%" PRId64 "|%" PRId64 "|%s|%d", product->sku,
                          product->name, product->unit, product->decimals, product->on_hand,
                          product->reserved, product->open, product->supplier,
                          (int) sedia_product_state (product));
}

static char *
line_words (const SediaOrderLine *line)
{
  return g_strdup_printf ("%s|%s|%u|%" PRId64 "|%" PRId64 "|%" PRId64 "|%" PRId64 "|%d|%" PRId64
                          "|%d|%d|%d|%" PRId64, line->customer, line->product, line->queue_position,
                          line->order_id, sedia_order_line_open (line), line->reserved,
                          sedia_order_line_waiting (line), line->need_by, line->placed_at,
                          line->first, line->held, (int) line->told, line->told_at);
}

static char *
waiting_words (const SediaWaiting *waiting)
{
  if (waiting->line != NULL)
    return line_words (waiting->line);

  return g_strdup_printf ("%s|%s|%u|%" PRId64 "|%" PRId64 "|%" PRId64, waiting->heading,
                          waiting->heading_detail, waiting->lines, waiting->open,
                          waiting->reserved, waiting->waiting);
}

static char *
record_words (SediaListKind kind,
              gconstpointer record)
{
  return kind == SEDIA_LIST_STOCK ? product_words (record) : waiting_words (record);
}

static void
assert_row (Busy     *busy,
            SediaRow *row)
{
  Question question = { .query = sedia_list_model_get_query (busy->list),
                        .id = sedia_row_get_id (row) };
  g_autoptr (SediaRow) current = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *says = NULL;
  g_autofree char *expected = NULL;
  guint position;

  if (!sedia_list_model_find (busy->list, question.id, &position))
    return;

  /* A heading of another query has nothing to do with the one in the list now. */
  current = g_list_model_get_item (G_LIST_MODEL (busy->list), position);
  if (current != row)
    {
      g_assert_cmpint (question.id, <, 0);
      return;
    }

  records = sedia_store_read (busy->shop.store, read_one, &question, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_false (sedia_row_is_loading (row));
  says = record_words (question.query->kind, sedia_row_get_record (row));
  expected = record_words (question.query->kind, g_ptr_array_index (records, 0));
  g_assert_cmpstr (says, ==, expected);
}

static void
assert_all (Busy *busy)
{
  shop_settle (busy->shop.store);
  shop_settle (busy->shop.store);

  assert_list (busy);
  for (guint i = 0; i < busy->held->len; i++)
    assert_row (busy, g_ptr_array_index (busy->held, i));
}

/* ---- what happens in the shop */

static gint64
any_product (Busy *busy)
{
  return busy->products[g_test_rand_int_range (0, N_PRODUCTS)];
}

static gint64
any_customer (Busy *busy)
{
  return busy->customers[g_test_rand_int_range (0, N_CUSTOMERS)];
}

static char *
any_name (void)
{
  return g_strdup_printf ("%c%d", 'A' + g_test_rand_int_range (0, 26),
                          g_test_rand_int_range (0, 100000));
}

static void
work (Busy       *busy,
      SediaStore *store)
{
  g_autofree char *name = any_name ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
    case 2:
      shop_place_order (store, any_customer (busy), any_product (busy),
                        g_test_rand_int_range (1, 5));
      break;

    case 3:
      shop_receive (store, any_product (busy), g_test_rand_int_range (1, 9));
      break;

    case 4:
      shop_count (store, any_product (busy), g_test_rand_int_range (0, 9));
      break;

    case 5:
      shop_rename_product (store, any_product (busy), name);
      break;

    case 6:
      shop_rename_customer (store, any_customer (busy), name);
      break;

    default:
      shop_try_undo (store);
      break;
    }
}

static SediaQuery *
any_query (SediaListKind kind)
{
  const SediaSort stock_sorts[] = { SEDIA_SORT_DEFAULT, SEDIA_SORT_SKU, SEDIA_SORT_ON_HAND };
  const SediaFilter stock_filters[] = { SEDIA_FILTER_ALL, SEDIA_FILTER_WAITING };
  const SediaFilter waiting_filters[] = { SEDIA_FILTER_ALL, SEDIA_FILTER_FILLABLE };
  SediaQuery *query = sedia_query_new (kind);

  if (kind == SEDIA_LIST_STOCK)
    {
      query->sort = stock_sorts[g_test_rand_int_range (0, 3)];
      query->filter = stock_filters[g_test_rand_int_range (0, 2)];
      query->descending = g_test_rand_bit ();
      query->search = g_test_rand_bit () ? g_strdup ("A") : NULL;
    }
  else
    {
      query->grouping = (SediaGrouping) g_test_rand_int_range (0, 4);
      query->filter = waiting_filters[g_test_rand_int_range (0, 2)];
    }

  return query;
}

static void
step (Busy          *busy,
      SediaListKind  kind)
{
  g_autoptr (SediaQuery) query = NULL;

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      query = any_query (kind);
      sedia_list_model_set_query (busy->list, query);
      break;

    case 1:
      work (busy, busy->other);
      sedia_store_look (busy->shop.store);
      break;

    case 2:
    case 3:
    case 4:
      work (busy, busy->shop.store);
      break;

    case 5:
    case 6:
      g_main_context_iteration (NULL, FALSE);
      break;

    case 7:
      assert_all (busy);
      break;

    default:
      hold_a_row (busy);
      break;
    }
}

/* ---- */

static void
busy_open (Busy          *busy,
           SediaListKind  kind)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  g_autoptr (GError) error = NULL;

  shop_open (&busy->shop);
  busy->other = sedia_store_open (busy->shop.path, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_PRODUCTS; i++)
    {
      g_autofree char *sku = g_strdup_printf ("S%03u", i);
      g_autofree char *name = any_name ();

      busy->products[i] = shop_add_product (busy->shop.store, sku, name);
    }
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autofree char *name = any_name ();

      busy->customers[i] = shop_add_customer (busy->shop.store, name);
    }
  shop_settle (busy->shop.store);
  sedia_store_look (busy->other);
  shop_settle (busy->other);

  busy->seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  busy->held = g_ptr_array_new_with_free_func (g_object_unref);
  busy->list = sedia_list_model_new (busy->shop.store, query);
  g_signal_connect (busy->list, "items-changed", G_CALLBACK (items_changed_cb), busy);
}

static void
busy_close (Busy *busy)
{
  g_ptr_array_unref (busy->held);
  g_array_unref (busy->seen);
  g_assert_finalize_object (busy->list);

  shop_settle (busy->other);
  sedia_store_close (busy->other);
  g_assert_finalize_object (busy->other);
  shop_close (&busy->shop);
}

static void
test_random (gconstpointer kind)
{
  Busy busy = { .other = NULL };

  busy_open (&busy, (SediaListKind) GPOINTER_TO_INT (kind));

  for (guint i = 0; i < N_STEPS; i++)
    step (&busy, (SediaListKind) GPOINTER_TO_INT (kind));
  assert_all (&busy);

  busy_close (&busy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/model/random/stock", GINT_TO_POINTER (SEDIA_LIST_STOCK), test_random);
  g_test_add_data_func ("/model/random/waiting", GINT_TO_POINTER (SEDIA_LIST_WAITING), test_random);

  return g_test_run ();
}
