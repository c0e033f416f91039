/* Bringing the reservations of products in line with their stock, in the transaction that changed
 * the stock.
 *
 *   free > 0, lines wait      the queue is served                      (rules.md 3.2, 3.3)
 *   on hand < reserved        reservations go, from the back           (rules.md 3.6)
 *
 * Who gets or loses what is decided by sedia-queue.c; here it is written down, with what the
 * customers must now be told.
 *
 * One round serves any number of products. Their queues do not touch, so what all of them give is
 * gathered first and written at once: that costs half of writing line by line, and by then it is
 * known which orders are ready.
 */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-due.h"
#include "sedia-queue.h"
#include "sedia-serve.h"
#include "sedia-ties.h"

typedef struct
{
  gint64 line_id;
  gint64 order_id;
  gint64 quantity;
  gboolean is_complete; /* nothing of the line waits any more */
  gboolean is_ready;    /* ... nor of its order */
} Part;

typedef struct
{
  gint64 order_id;
  gint64 line_id;
  guint part; /* its index */
} Place;

typedef struct
{
  SediaDb *db;
  SediaServeReason reason;
  gint64 delivery_id;
  GArray *parts; /* Part: what the lines get */
  SediaTies *ties; /* (nullable): for whom what arrived is */
} Round;

/* ---- who gets, who loses */

static gboolean
give_free (Round   *round,
           gint64   product_id,
           gint64   free,
           GError **error)
{
  const SediaServing serving = sedia_serve_rule (round->db);
  const gboolean has_ties = sedia_ties_have (round->ties, product_id);
  g_autoptr (GArray) lines = sedia_serve_queue (round->db, product_id, has_ties ? 0 : free, serving,
                                                error);
  g_autoptr (GArray) grants = NULL;

  if (lines == NULL)
    return FALSE;

  sedia_ties_mark (round->ties, lines);
  grants = sedia_queue_serve (lines, free, serving);
  for (guint i = 0; i < grants->len; i++)
    {
      const SediaGrant *grant = &g_array_index (grants, SediaGrant, i);
      const SediaQueueLine *line = &g_array_index (lines, SediaQueueLine, grant->index);
      Part part = { grant->line_id, line->order_id, grant->quantity, grant->complete, FALSE };

      g_array_append_val (round->parts, part);
    }

  return TRUE;
}

static gboolean
release_from_back (Round   *round,
                   gint64   product_id,
                   gint64   missing,
                   GError **error)
{
  const SediaServing serving = sedia_serve_rule (round->db);
  g_autoptr (GArray) lines = sedia_serve_queue (round->db, product_id, 0, serving, error);
  g_autoptr (GArray) losses = NULL;

  if (lines == NULL)
    return FALSE;

  losses = sedia_queue_release (lines, missing, serving);
  for (guint i = 0; i < losses->len; i++)
    {
      const SediaGrant *loss = &g_array_index (losses, SediaGrant, i);

      if (!sedia_serve_release (round->db, loss->line_id, loss->quantity, "lost", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
serve (Round   *round,
       gint64   product_id,
       GError **error)
{
  gint64 on_hand, reserved, open, free;

  if (!sedia_serve_balance (round->db, product_id, &on_hand, &reserved, &open, error))
    return FALSE;

  free = MAX (on_hand, 0) - reserved;
  if (free < 0)
    return release_from_back (round, product_id, -free, error);
  if (free > 0 && open > reserved)
    return give_free (round, product_id, free, error);

  return TRUE;
}

/* ---- which orders are ready */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->order_id != second->order_id)
    return first->order_id < second->order_id ? -1 : 1;

  return (first->line_id > second->line_id) - (first->line_id < second->line_id);
}

/* The parts that complete their lines, in the order in which orders and lines lie in the database:
 * reading and writing to and fro takes half as long again.
 */
static GArray *
list_complete (Round *round)
{
  GArray *complete = g_array_sized_new (FALSE, FALSE, sizeof (Place), round->parts->len);

  for (guint i = 0; i < round->parts->len; i++)
    {
      const Part *part = &g_array_index (round->parts, Part, i);
      Place place = { part->order_id, part->line_id, i };

      if (part->is_complete)
        g_array_append_val (complete, place);
    }

  g_array_sort (complete, compare_places);
  return complete;
}

/* An order is ready when as many of its lines as wait are complete after this round. */
static gboolean
find_ready (Round   *round,
            GArray  *complete,
            GError **error)
{
  guint n;

  for (guint first = 0; first < complete->len; first += n)
    {
      const Place *places = &g_array_index (complete, Place, first);
      gint64 n_waiting;

      for (n = 1; first + n < complete->len && places[n].order_id == places->order_id; n++)
        continue;

      if (!sedia_db_value (round->db, &n_waiting, error, "order-n-waiting", 1, places->order_id))
        return FALSE;
      for (guint i = 0; i < n; i++)
        g_array_index (round->parts, Part, places[i].part).is_ready = n_waiting == n;
    }

  return TRUE;
}

/* ---- writing */

static const char *
notice_of (const Round *round,
           const Part  *part)
{
  if (round->reason != SEDIA_SERVE_RESTOCK)
    return NULL;
  if (!part->is_complete)
    return "part";

  return part->is_ready ? "order" : "line";
}

static gboolean
write_reservations (Round   *round,
                    GError **error)
{
  const gint64 operation_id = sedia_db_operation (round->db)->id;
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (round->db, "reservation-insert", 5);

  for (guint i = 0; i < round->parts->len; i++)
    {
      const Part *part = &g_array_index (round->parts, Part, i);

      sedia_bulk_add_int64 (bulk, part->line_id);
      sedia_bulk_add_int64 (bulk, part->quantity);
      sedia_bulk_add_text (bulk, "serve");
      sedia_bulk_add_text (bulk, notice_of (round, part));
      sedia_bulk_add_int64 (bulk, operation_id);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error);
}

/* Who is complete is told to come and collect it, unless they are ordering just now. */
static gboolean
note_filled (Round   *round,
             GArray  *complete,
             GError **error)
{
  g_autoptr (GArray) line_ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), complete->len);

  for (guint i = 0; i < complete->len; i++)
    g_array_append_val (line_ids, g_array_index (complete, Place, i).line_id);

  return sedia_due_note_filled (round->db, line_ids, error);
}

/* The arrival goes into the outbox once, however many lines it fills. */
static gboolean
write_restock (Round   *round,
               gint64   first_id,
               gint64   last_id,
               GError **error)
{
  g_autoptr (SediaStmt) stmt = NULL;

  if (round->reason != SEDIA_SERVE_RESTOCK)
    return TRUE;
  if (!(stmt = sedia_db_prepare (round->db, "restock-insert", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_db_operation (round->db)->id);
  sedia_stmt_bind_id (stmt, 2, round->delivery_id);
  sedia_stmt_bind_int64 (stmt, 3, first_id);
  sedia_stmt_bind_int64 (stmt, 4, last_id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
write_parts (Round   *round,
             GError **error)
{
  g_autoptr (GArray) complete = NULL;
  gint64 before, after;

  if (round->parts->len == 0)
    return TRUE;

  complete = list_complete (round);
  return (round->reason != SEDIA_SERVE_RESTOCK || find_ready (round, complete, error)) &&
         sedia_db_value (round->db, &before, error, "reservation-last", 0) &&
         write_reservations (round, error) &&
         sedia_db_value (round->db, &after, error, "reservation-last", 0) &&
         (round->reason == SEDIA_SERVE_PLACED || note_filled (round, complete, error)) &&
         write_restock (round, before + 1, after, error);
}

/**
 * sedia_serve_products:
 * @db: the writing connection, in an operation
 * @product_ids: (element-type gint64): products whose stock, reservations or queue changed, each
 * once
 * @reason: whether those who are filled are news to the shop
 * @delivery_id: the delivery that brought the goods, 0 for none
 * @error: return location
 *
 * Offers free stock to the queues, or takes back what no longer fits. Every command ends with it
 * for the products it touched.
 */
gboolean
sedia_serve_products (SediaDb           *db,
                      GArray            *product_ids,
                      SediaServeReason   reason,
                      gint64             delivery_id,
                      GError           **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (SediaTies) ties = NULL;
  Round round = { db, reason, delivery_id, parts, NULL };

  if (delivery_id != 0 && !(ties = sedia_ties_read_delivery (db, delivery_id, error)))
    return FALSE;
  round.ties = ties;
  for (guint i = 0; i < product_ids->len; i++)
    if (!serve (&round, g_array_index (product_ids, gint64, i), error))
      return FALSE;

  return write_parts (&round, error);
}

/**
 * sedia_serve_product: Like sedia_serve_products() for one alone.
 */
gboolean
sedia_serve_product (SediaDb           *db,
                     gint64             product_id,
                     SediaServeReason   reason,
                     gint64             delivery_id,
                     GError           **error)
{
  g_autoptr (GArray) product_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (product_ids, product_id);
  return sedia_serve_products (db, product_ids, reason, delivery_id, error);
}
