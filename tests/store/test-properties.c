/* Random work: thousands of commands, undone, redone, over two connections and restarts. Whatever
 * happens, the books stay true: what sedia_check() looks for, and the order of the queue.
 *
 * The same shops every time, so that a change is judged by what it changes. To look for what these
 * do not meet, SEDIA_SEED=1000 SEDIA_SHOPS=500 goes on with others.
 */
#include "config.h"

#include <glib.h>

#include "purchases.h"

#define SHOPS 12
#define SEED 1
#define STEPS 350
#define PRODUCTS 3

static const char *const skus[PRODUCTS] = { "K", "M", "T" };
static const char *const names[] = { "Siti", "Budi", "Wati", "Joko" };

typedef struct
{
  Shop *shop;
  Shop *other;      /* another program on the same file */
  GRand *rand;
  gint64 orders;
  gint64 operations;
  gint64 purchases;
  guint done[25];
} World;

static gint64
pick (World  *world,
      gint64  below)
{
  return g_rand_int_range (world->rand, 0, (gint32) MAX (below, 1));
}

static gint64
any_order (World *world)
{
  return 1 + pick (world, world->orders);
}

static guint
any_line (World  *world,
          gint64  order_id)
{
  g_autoptr (SediaOrder) order = shop_look_order (world->shop, order_id);

  return 1 + (guint) pick (world, order->lines->len);
}

static void
place (World *world,
       Shop  *shop)
{
  const Wish wish = { .first = pick (world, 8) == 0, .all = pick (world, 8) == 0,
      .whole_order = pick (world, 10) == 0,
                      .need_by = pick (world, 3) == 0 ? (int) (20000 + pick (world, 40)) : 0 };
  const char *second = pick (world, 2) == 0 ? skus[pick (world, PRODUCTS)] : NULL;

  if (shop_order2 (shop, names[pick (world, 4)], skus[pick (world, PRODUCTS)], 1 + pick (world,
                                                                                         6), second,
                   1 + pick (world, 4), wish) != 0)
    world->orders++;
}

/* All products at once: what they refuse, they refuse together. */
static void
edit_products (World *world,
               Shop  *shop)
{
  static const SediaProductField fields[] = { SEDIA_PRODUCT_MINIMUM, SEDIA_PRODUCT_MAXIMUM,
                                              SEDIA_PRODUCT_PACK, SEDIA_PRODUCT_BACKORDER_LIMIT,
                                              SEDIA_PRODUCT_ALLOW_NEGATIVE };
  const SediaProductField field = fields[pick (world, G_N_ELEMENTS (fields))];
  gint64 number = pick (world, 12);

  if (field == SEDIA_PRODUCT_BACKORDER_LIMIT && number < 6)
    number = SEDIA_NO_AMOUNT;

  shop_edit_products (shop, field, field == SEDIA_PRODUCT_ALLOW_NEGATIVE ? number > 2 : number,
                      NULL);
}

/* Two of the customers turn out to be one; half of the time that was a mistake, and taking it back
 * leaves no trace.
 */
static void
merge (World *world,
       Shop  *shop)
{
  const gint64 keep = shop_customer (shop, names[pick (world, 4)]);
  const gint64 other = shop_customer (shop, names[pick (world, 4)]);
  g_autofree char *before = shop_dump_customers (shop);
  g_autofree char *after = NULL;

  if (!shop_merge (shop, keep, other) || pick (world, 2) == 0)
    return;

  g_assert_true (shop_undo (shop, 0));
  after = shop_dump_customers (shop);
  g_assert_cmpstr (after, ==, before);
}

/* Goods come for a purchase, or for what was one: as ordered or not. */
static void
receive_purchase (World  *world,
                  Shop   *shop,
                  gint64  purchase)
{
  g_autofree char *amounts = g_strdup_printf ("%s=%d %s=%d", skus[pick (world, PRODUCTS)],
                                              (int) pick (world, 6) + 1,
                                              skus[pick (world, PRODUCTS)],
                                              (int) pick (world, 4) + 1);

  receive_for (shop, purchase, amounts);
}

/* Something is ordered from the supplier; now and then for somebody. */
static void
order_goods (World  *world,
             Shop   *shop)
{
  const char *sku = skus[pick (world, PRODUCTS)];
  g_autofree char *lines = NULL;

  if (pick (world, 3) == 0)
    lines = g_strdup_printf ("%s=%d>%d/1", sku, (int) pick (world, 6) + 1,
                             (int) any_order (world));
  else
    lines = g_strdup_printf ("%s=%d %s=%d", sku, (int) pick (world, 6) + 1,
                             skus[pick (world, PRODUCTS)], (int) pick (world, 6) + 1);

  if (buy_full (shop, 1, lines, 0, pick (world, 4) == 0) != 0)
    world->purchases++;
}

/* One random command about a purchase. */
static void
step_purchase (World *world,
               Shop  *shop,
               guint  what)
{
  const gint64 purchase = 1 + pick (world, world->purchases);
  const guint line = (guint) pick (world, 3);

  if (what == 21 || world->purchases == 0)
    order_goods (world, shop);
  else if (what == 22)
    receive_purchase (world, shop, purchase);
  else if (what == 23)
    close_purchase (shop, purchase, line);
  else if (pick (world, 2) == 0)
    cancel_purchase (shop, purchase);
  else
    confirm_purchase (shop, purchase);
}

/* One random command; whether it serves the queue in its own order. */
static gboolean
step (World *world)
{
  Shop *shop = pick (world, 4) == 0 ? world->other : world->shop;
  const char *sku = skus[pick (world, PRODUCTS)];
  gint64 order = any_order (world), quantity = 1 + pick (world, 5);
  guint what = (guint) pick (world, world->orders == 0 ? 2 : 25), line;

  world->done[what]++;
  shop->anyway = pick (world, 3) == 0;
  shop->reason = pick (world, 4) == 0 ? "found out later" : NULL;
  if (what < 2 || world->orders == 0)
    {
      if (what == 0)
        shop_receive (shop, sku, quantity * 2);
      else
        place (world, shop);
      return TRUE;
    }

  line = any_line (world, order);
  switch (what)
    {
    case 2:
    case 3:
      place (world, shop);
      return TRUE;
    case 4:
      shop_receive (shop, sku, quantity * 2);
      return TRUE;
    case 5:
      shop_cancel (shop, order, pick (world, 2) ? line : 0, pick (world, 2) ? quantity : 0);
      return TRUE;
    case 6:
      shop_reopen_order (shop, order);
      return TRUE;
    case 7:
      shop_edit (shop, order, line, quantity);
      return TRUE;
    case 8:
    case 9:
      shop_hand_over (shop, order, pick (world, 2) ? line : 0, pick (world, 2) ? quantity : 0,
                      pick (world, 4) == 0);
      return TRUE;
    case 10:
      shop_return (shop, order, line, pick (world, 2) ? 1 : 0, (SediaSettlement) pick (world, 2),
                   pick (world, 2));
      return TRUE;
    case 11:
      shop_release (shop, order, line, pick (world, 2) ? quantity : 0);
      return FALSE; /* the line that becomes held stays in its place */
    case 12:
      shop_reserve (shop, order, line, pick (world, 2) ? quantity : 0, pick (world, 3) == 0);
      return FALSE;
    case 13:
      shop_sell (shop, sku, quantity, pick (world, 3) == 0);
      return TRUE;
    case 14:
      shop_count (shop, sku, pick (world, 15));
      return TRUE;
    case 15:
      shop_issue (shop, sku, quantity, pick (world, 2) ? "damage" : "own-use", pick (world,
                                                                                     3) == 0);
      return TRUE;
    case 16:
      shop_told (shop, names[pick (world, 4)]);
      return TRUE;
    case 17:
      edit_products (world, shop);
      return TRUE;
    case 18:
      shop_put_in (shop, sku, quantity, "turned up");
      return TRUE;
    case 19:
      merge (world, shop);
      return TRUE;
    case 21:
    case 23:
    case 24:
      step_purchase (world, shop, what);
      return TRUE;
    case 22:
      step_purchase (world, shop, what);
      return FALSE; /* what was ordered for somebody is theirs before the queue */
    default:
      shop_undo (shop, pick (world, 2) ? 0 : 1 + pick (world, shop_last_operation (shop)));
      return FALSE;
    }
}

/* ---- the order of the queue */

typedef struct
{
  gint64 product_id;
  GPtrArray *lines[PRODUCTS];
} Queues;

static gpointer
queue_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_queue_of_product (db, *(gint64 *) data, 0, error);
}

static void
read_queues (World  *world,
             Queues *queues)
{
  for (guint i = 0; i < PRODUCTS; i++)
    {
      g_autoptr (SediaProduct) product = shop_look (world->shop, skus[i]);

      queues->lines[i] = sedia_store_read (world->shop->store, queue_job, &product->id, NULL);
      g_assert_nonnull (queues->lines[i]);
    }
}

static void
free_queues (Queues *queues)
{
  for (guint i = 0; i < PRODUCTS; i++)
    g_ptr_array_unref (queues->lines[i]);
}

static gint64
reserved_before (GPtrArray *lines,
                 gint64     line_id)
{
  for (guint i = 0; i < lines->len; i++)
    if (((SediaOrderLine *) lines->pdata[i])->id == line_id)
      return ((SediaOrderLine *) lines->pdata[i])->reserved;

  return 0;
}

/* Whoever gained something had nobody waiting ahead of them. */
static void
assert_served_in_order (Queues *before,
                        Queues *after)
{
  for (guint p = 0; p < PRODUCTS; p++)
    {
      gboolean somebody_waits = FALSE;

      for (guint i = 0; i < after->lines[p]->len; i++)
        {
          SediaOrderLine *line = after->lines[p]->pdata[i];

          if (somebody_waits)
            g_assert_cmpint (line->reserved, <=, reserved_before (before->lines[p], line->id));
          somebody_waits = somebody_waits || (!line->held && sedia_order_line_waiting (line) > 0);
        }
    }
}

static void
assert_lines_add_up (Queues *queues)
{
  for (guint p = 0; p < PRODUCTS; p++)
    for (guint i = 0; i < queues->lines[p]->len; i++)
      {
        SediaOrderLine *line = queues->lines[p]->pdata[i];
        gint64 open = sedia_order_line_open (line);

        g_assert_cmpint (line->ordered, ==, line->delivered + line->cancelled + open);
        g_assert_cmpint (open, ==, line->reserved + sedia_order_line_waiting (line));
        g_assert_cmpint (line->reserved, >=, 0);
        g_assert_cmpint (sedia_order_line_waiting (line), >=, 0);
      }
}

static guint
number_from (const char *variable,
             guint       otherwise)
{
  const char *told = g_getenv (variable);

  return told != NULL ? (guint) g_ascii_strtoull (told, NULL, 10) : otherwise;
}

static void
test_random_work (void)
{
  const guint seed = number_from ("SEDIA_SEED", SEED);
  const guint shops = number_from ("SEDIA_SHOPS", SHOPS);
  guint total = 0, accepted = 0;

  for (guint n = 0; n < shops; n++)
    {
      g_autoptr (Shop) shop = shop_open ();
      Shop other = { .path = shop->path, .folder = shop->folder };
      World world = { .shop = shop, .other = &other };

      g_test_message ("The shop of seed %u", seed + n);
      world.rand = g_rand_new_with_seed (seed + n);
      for (guint i = 0; i < PRODUCTS; i++)
        shop_product (shop, skus[i]);
      shop_supplier (shop, "Java");
      other.store = sedia_store_open (shop->path, NULL);
      if (n % 3 == 2)
        shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST);

      for (guint i = 0; i < STEPS; i++)
        {
          Queues before, after;
          gboolean in_order;

          read_queues (&world, &before);
          in_order = step (&world);
          read_queues (&world, &after);

          total++;
          accepted += shop->error == NULL && other.error == NULL;
          g_clear_error (&shop->error);
          g_clear_error (&other.error);
          assert_lines_add_up (&after);
          if (in_order)
            assert_served_in_order (&before, &after);
          free_queues (&before);
          free_queues (&after);

          if (i % 10 == 0)
            shop_assert_sound (shop);
          if (i % 100 == 99)
            shop_reopen (shop);
        }

      shop_assert_sound (shop);
      g_assert_finalize_object (other.store);
      g_rand_free (world.rand);
    }

  /* Random work that is nearly always refused would prove nothing. */
  g_test_message ("%u of %u commands were accepted", accepted, total);
  g_assert_cmpint (accepted * 2, >, total);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/properties/random-work", test_random_work);

  return g_test_run ();
}
