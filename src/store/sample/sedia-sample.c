/* The sample shop: three months of a small shop's life, up to yesterday.
 *
 * Everything happens through the real commands, each an operation of its own at its own time, so
 * that the shop is as sound as a real one. What is going to happen stands in a list in the order of
 * time; what follows from it (a customer collects what was set aside) is added on the way.
 *
 *   start .............. first deliveries .............. second deliveries .... yesterday
 *   sales and orders     those who waited are filled     some are filled        40 orders wait,
 *   from the shelf       and collect                                            some are ready
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-reads.h"
#include "sedia-sample-private.h"
#include "sedia-serve.h"
#include "sedia-transfer.h"

#include <glib/gi18n.h>

#define N_WAITING 40
#define ROUNDS_MAX 200
#define DELIVERIES_FROM (9 * 60)

typedef SediaSampleEvent Event;
typedef SediaSampleEventType EventType;
typedef SediaSampleHistory History;

/* How many of each, and in which part of the history (in hundredths). */
static const struct
{
  EventType type;
  guint n;
  guint from;
  guint to;
} plans[] = {
  { SEDIA_SAMPLE_SALE, 150, 0, 100 },
  { SEDIA_SAMPLE_ORDER_DONE, 206, 0, 93 },
  { SEDIA_SAMPLE_ORDER_READY, 21, 92, 100 },
  { SEDIA_SAMPLE_ORDER_CANCELLED, 6, 5, 90 },
  { SEDIA_SAMPLE_ORDER_HELD, 2, 94, 98 },
  { SEDIA_SAMPLE_ORDER_EARLY, 20, 14, 30 },
  { SEDIA_SAMPLE_ORDER_LATE, 48, 68, 100 },
  { SEDIA_SAMPLE_ASKED, 14, 10, 100 },
  { SEDIA_SAMPLE_COUNT, 8, 20, 98 },
  { SEDIA_SAMPLE_DAMAGE, 3, 20, 90 },
};

/* ---- the list of what is going to happen */

static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  const Event *left = a;
  const Event *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;

  return (left->serial > right->serial) - (left->serial < right->serial);
}

/**
 * sedia_sample_plan: Something is going to happen.
 */
void
sedia_sample_plan (History   *self,
                   EventType  type,
                   guint      number,
                   gint64     id,
                   gint64     at)
{
  Event *event = g_new0 (Event, 1);

  event->at = at;
  event->serial = self->n_events++;
  event->type = type;
  event->number = number;
  event->id = id;
  g_sequence_insert_sorted (self->events, event, compare_events, NULL);
}

/**
 * sedia_sample_plan_later: Something follows from what just happened, minutes or working days
 * later.
 */
void
sedia_sample_plan_later (History   *self,
                         EventType  type,
                         gint64     id,
                         guint      days)
{
  SediaSample *shop = &self->shop;
  gint64 at = shop->clock + (3 + sedia_sample_chance (shop, 18)) * SEDIA_SAMPLE_MINUTE;

  if (days > 0)
    at = sedia_sample_some_time (shop, sedia_sample_day_of (shop, shop->clock) + days);

  sedia_sample_plan (self, type, self->n_events, id, at);
}

static void
plan_history (History *self)
{
  SediaSample *shop = &self->shop;

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint number = 0; number < plans[i].n; number++)
      {
        guint day = MAX (sedia_sample_some_day (shop, plans[i].from, plans[i].to), 1);

        sedia_sample_plan (self, plans[i].type, number, 0, sedia_sample_some_time (shop, day));
      }

  for (guint i = 0; i < shop->suppliers->len; i++)
    {
      const gint64 id = g_array_index (shop->suppliers, gint64, i);
      const guint minute = DELIVERIES_FROM + 10 * i;
      const guint first = sedia_sample_some_day (shop, 32, 48);
      const guint second = sedia_sample_some_day (shop, 80, 97);

      sedia_sample_plan (self, SEDIA_SAMPLE_DELIVERY, i, id,
                         sedia_sample_time (shop, first, minute));
      sedia_sample_plan (self, SEDIA_SAMPLE_DELIVERY, i + shop->suppliers->len, id,
                         sedia_sample_time (shop, second, minute));
    }
  sedia_sample_plan_purchases (self);
}

/* ---- the end of the history */

static gboolean
live (History  *self,
      GError  **error)
{
  while (!g_sequence_is_empty (self->events))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (self->events);

      if (!sedia_sample_happen (self, g_sequence_get (first), error))
        return FALSE;
      g_sequence_remove (first);
    }

  return TRUE;
}

static gboolean
is_waiting (const SediaOrder *order)
{
  const SediaOrderStatus status = sedia_order_status (order);

  return status == SEDIA_ORDER_WAITING || status == SEDIA_ORDER_PARTLY_READY;
}

/* How many orders wait, and the last of them. */
static gboolean
count_waiting (SediaSample  *shop,
               guint        *n,
               gint64       *last,
               GError      **error)
{
  g_autoptr (GPtrArray) orders = sedia_order_list (shop->db, 0, 0, error);

  *n = 0;
  *last = 0;
  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      const SediaOrder *order = g_ptr_array_index (orders, i);

      if (!is_waiting (order))
        continue;
      *last = MAX (*last, order->id);
      *n += 1;
    }

  return orders != NULL;
}

static gboolean
give_up (SediaSample  *shop,
         gint64        order_id,
         GError      **error)
{
  return sedia_sample_begin (shop, "order-cancel", shop->clock + SEDIA_SAMPLE_MINUTE, NULL,
                             error) &&
         sedia_order_cancel (shop->db, order_id, NULL, error) && sedia_sample_end (shop, error);
}

/* On some days a few more orders are filled than on others: the last customers make it forty. */
static gboolean
make_forty (History  *self,
            GError  **error)
{
  SediaSample *shop = &self->shop;
  guint n;
  gint64 last;

  for (guint round = 0; round < ROUNDS_MAX; round++)
    {
      if (!count_waiting (shop, &n, &last, error))
        return FALSE;
      if (n == N_WAITING)
        return TRUE;

      if (n < N_WAITING)
        sedia_sample_plan (self, SEDIA_SAMPLE_ORDER_LATE, 100 + round, 0,
                           shop->clock + SEDIA_SAMPLE_MINUTE);
      else if (!give_up (shop, last, error))
        return FALSE;
      if (!live (self, error))
        return FALSE;
    }

  g_assert_not_reached ();
}

/* A mistake in the book, for the clerk to find: sold although it was not there. */
static gboolean
sell_too_much (SediaSample  *shop,
               GError      **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  gint64 quantity, on_hand, reserved, open;
  SediaSampleGood good;

  do
    {
      if (!(good = sedia_sample_plenty (shop, &quantity, error)) ||
          !sedia_serve_balance (shop->db, good->id, &on_hand, &reserved, &open, error))
        return FALSE;
    }
  while (open > 0 || on_hand > 16 || good->decimals > 0);

  sedia_sample_add_amount (amounts, good->id, on_hand + 2);
  return sedia_sample_sell (shop, shop->clock + SEDIA_SAMPLE_MINUTE, amounts,
                            _("It was on the shelf, the book must be wrong"), error);
}

static gboolean
fill (History  *self,
      GError  **error)
{
  if (!sedia_sample_open_shop (&self->shop, error))
    return FALSE;

  plan_history (self);
  return live (self, error) && sell_too_much (&self->shop, error) && make_forty (self, error) &&
         sedia_sample_draft_purchase (&self->shop, error) &&
         sedia_db_run (self->shop.db, error, "sample-notices-seen", 0) &&
         sedia_db_run (self->shop.db, error, "sample-entered-then", 0);
}

/**
 * sedia_sample_fill:
 * @db: the writing connection, in a transaction but in no operation
 * @error: return location
 *
 * Fills an empty database with the sample shop.
 *
 * Returns: whether it is filled; when not, the transaction must be rolled back
 */
gboolean
sedia_sample_fill (SediaDb  *db,
                   GError  **error)
{
  History history = { .n_events = 0 };
  gint64 n_rows;
  gboolean ok;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!sedia_db_value (db, &n_rows, error, "sample-rows", 0))
    return FALSE;
  if (n_rows > 0)
    {
      g_set_error_literal (
        error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
        _("There are records already: the sample shop needs an empty database."));
      return FALSE;
    }

  sedia_sample_init (&history.shop, db);
  history.events = g_sequence_new (g_free);
  ok = fill (&history, error);
  sedia_db_operation (db)->id = 0; /* also where it failed halfway */
  g_sequence_free (history.events);
  sedia_sample_clear (&history.shop);

  return ok;
}
