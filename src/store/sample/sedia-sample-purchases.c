/* The sample shop: what it orders from its suppliers, and when that comes.
 *
 *   every week or so ........ ordered, comes after the supplier's days, sooner or later than agreed
 *   towards the end ......... the scarce goods are ordered: some of that is late, some on its way
 *   the last evening ........ one purchase is still a draft
 */
#include "config.h"

#include "sedia-reads.h"
#include "sedia-sample-private.h"
#include "sedia-time.h"

#define ROUNDS 13
#define GOODS_A_ROUND 4
#define OPEN_EVERY 2     /* every other supplier has the scarce goods on order */
#define LATE_EVERY 4     /* ... and every fourth is late with them */
#define LATE_DAYS 3
#define SOON_DAYS 4
#define LAST_DAYS 2

/* How many days later than agreed they come: from on time to hardly ever. */
static const int delays[][5] = {
  { 0, -1, 0, 0, 1 }, { 1, 0, 2, 0, 3 }, { 0, 0, 5, 1, 9 }, { 2, 4, 3, 7, 5 },
};

/* ---- ordering */

static void
add_line (GArray *lines,
          gint64  product_id,
          gint64  quantity)
{
  const SediaPurchaseLineDraft line = {
    .product_id = product_id,
    .quantity = quantity,
    .price = SEDIA_NO_AMOUNT,
    .expected = SEDIA_NO_DAY,
  };

  g_array_append_val (lines, line);
}

static gint64
whole_packs (SediaSampleGood good,
             gint64          quantity)
{
  return (MAX (quantity, 1) + good->pack - 1) / good->pack * good->pack;
}

/* The scarce ones, or those that are below what the shop likes to have. */
static gboolean
add_goods (SediaSample  *shop,
           GArray       *lines,
           gint64        supplier_id,
           gboolean      is_scarce,
           GError      **error)
{
  for (guint i = 0; i < shop->products->len && lines->len < GOODS_A_ROUND; i++)
    {
      SediaSampleGood good = sedia_sample_good (shop, i);
      gint64 free, waiting;

      if (good->supplier_id != supplier_id || good->is_scarce != is_scarce)
        continue;
      if (!sedia_sample_free (shop, good->id, &free, &waiting, error))
        return FALSE;
      if (is_scarce)
        add_line (lines, good->id, whole_packs (good, waiting + good->minimum));
      else if (free < good->maximum)
        add_line (lines, good->id, whole_packs (good, good->maximum - free));
    }

  return TRUE;
}

static gboolean
add_purchase (SediaSample  *shop,
              gint64        at,
              gint64        supplier_id,
              int           expected,
              gboolean      is_draft,
              GArray       *lines,
              gint64       *purchase_id,
              GError      **error)
{
  const SediaPurchaseDraft draft = { .supplier_id = supplier_id,
                                     .is_draft = is_draft,
                                     .expected = expected,
                                     .lines = lines };

  return sedia_sample_begin (shop, "purchase-add", at, NULL, error) &&
         sedia_purchase_add (shop->db, &draft, purchase_id, error) &&
         sedia_sample_end (shop, error);
}

/* It comes on that day, or the first after it on which the shop is open; not before today. */
static void
plan_arrival (SediaSampleHistory *self,
              gint64              purchase_id,
              int                 day)
{
  SediaSample *shop = &self->shop;
  const guint now = sedia_sample_day_of (shop, shop->clock);
  guint then = now;

  while (then < shop->days->len && g_array_index (shop->days, int, then) < day)
    then++;
  if (then < shop->days->len)
    sedia_sample_plan_later (self, SEDIA_SAMPLE_ARRIVAL, purchase_id, MAX (then - now, 1));
}

/**
 * sedia_sample_order_goods: What is low of a supplier's goods is ordered.
 */
gboolean
sedia_sample_order_goods (SediaSampleHistory      *self,
                          const SediaSampleEvent  *event,
                          GError                 **error)
{
  SediaSample *shop = &self->shop;
  const guint which = event->number % shop->suppliers->len;
  g_autoptr (SediaSupplier) supplier = sedia_supplier_read (shop->db, event->id, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  const int *late = delays[which % G_N_ELEMENTS (delays)];
  gint64 purchase_id;
  int agreed;

  if (supplier == NULL || !add_goods (shop, lines, event->id, FALSE, error))
    return FALSE;
  if (lines->len == 0)
    return TRUE;

  agreed = sedia_day_of_time (event->at) + supplier->lead_days;
  if (!add_purchase (shop, event->at, event->id, agreed, FALSE, lines, &purchase_id, error))
    return FALSE;

  plan_arrival (self, purchase_id, agreed + late[sedia_sample_chance (shop, 5)]);
  return TRUE;
}

/* Most of those who wait for it hear when it comes, and again in the last days. */
static gboolean
plan_news (SediaSampleHistory  *self,
           GArray              *lines,
           GError             **error)
{
  SediaSample *shop = &self->shop;
  const guint left = shop->days->len - 1 - sedia_sample_day_of (shop, shop->clock);

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaPurchaseLineDraft *line = &g_array_index (lines, SediaPurchaseLineDraft, i);
      g_autoptr (GPtrArray) queue = sedia_queue_list (shop->db, line->product_id, 0, error);

      if (queue == NULL)
        return FALSE;
      for (guint j = 0; j < queue->len; j++)
        {
          const SediaOrderLine *waiting = g_ptr_array_index (queue, j);

          if (sedia_sample_chance (shop, 6) > 0)
            sedia_sample_plan_later (self, SEDIA_SAMPLE_TELL, waiting->customer_id, 0);
          if (sedia_sample_chance (shop, 4) > 0 && left > LAST_DAYS)
            sedia_sample_plan_later (self, SEDIA_SAMPLE_TELL, waiting->customer_id,
                                     left - sedia_sample_chance (shop, LAST_DAYS));
        }
    }

  return TRUE;
}

/**
 * sedia_sample_order_scarce: What customers wait for is ordered, and has not come so far.
 */
gboolean
sedia_sample_order_scarce (SediaSampleHistory      *self,
                           const SediaSampleEvent  *event,
                           GError                 **error)
{
  SediaSample *shop = &self->shop;
  const gboolean is_late = event->number % LATE_EVERY == 0;
  const int expected = sedia_day_today () + (is_late ? -LATE_DAYS : SOON_DAYS);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  gint64 purchase_id;

  if (!add_goods (shop, lines, event->id, TRUE, error))
    return FALSE;

  return lines->len == 0 || (add_purchase (shop, event->at, event->id, expected, FALSE, lines,
                                           &purchase_id, error) &&
                             plan_news (self, lines, error));
}

/**
 * sedia_sample_draft_purchase: Somebody began to order, and has not sent it yet.
 */
gboolean
sedia_sample_draft_purchase (SediaSample  *shop,
                             GError      **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  const gint64 supplier_id = g_array_index (shop->suppliers, gint64, 1);
  gint64 purchase_id;

  if (!add_goods (shop, lines, supplier_id, FALSE, error))
    return FALSE;

  return lines->len == 0 ||
         add_purchase (shop, shop->clock + SEDIA_SAMPLE_MINUTE, supplier_id, SEDIA_NO_DAY, TRUE,
                       lines, &purchase_id, error);
}

/* ---- receiving */

/**
 * sedia_sample_arrive: What was ordered comes.
 */
gboolean
sedia_sample_arrive (SediaSampleHistory      *self,
                     const SediaSampleEvent  *event,
                     GError                 **error)
{
  SediaSample *shop = &self->shop;
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (shop->db, event->id, error);
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autofree char *note = g_strdup_printf ("PO-%" G_GINT64_FORMAT, event->id);
  SediaDeliveryDraft draft = { .note_number = note, .lines = amounts, .purchase_id = event->id };
  gint64 delivery_id;

  if (purchase == NULL)
    return FALSE;

  draft.supplier_id = purchase->supplier_id;
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      sedia_sample_add_amount (amounts, line->product_id, line->incoming);
    }

  return sedia_sample_begin (shop, "delivery-receive", event->at, NULL, error) &&
         sedia_delivery_receive (shop->db, &draft, &delivery_id, error) &&
         sedia_sample_end (shop, error);
}

/**
 * sedia_sample_plan_purchases: When what is ordered.
 */
void
sedia_sample_plan_purchases (SediaSampleHistory *self)
{
  SediaSample *shop = &self->shop;
  const guint n = shop->suppliers->len;
  const guint step = shop->days->len / (ROUNDS + 1);

  for (guint i = 0; i < n; i++)
    {
      const gint64 id = g_array_index (shop->suppliers, gint64, i);

      for (guint round = 0; round < ROUNDS; round++)
        sedia_sample_plan (self, SEDIA_SAMPLE_PURCHASE, round * n + i, id,
                           sedia_sample_some_time (shop, 2 + round * step + i % 4));
      if (i % OPEN_EVERY == 0)
        sedia_sample_plan (self, SEDIA_SAMPLE_PURCHASE_SCARCE, i, id,
                           sedia_sample_some_time (shop, sedia_sample_some_day (shop, 82, 90)));
    }
}
