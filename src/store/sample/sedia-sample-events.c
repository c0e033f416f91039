/* The sample shop: the things that happen in it, each through its real command. */
#include "config.h"

#include "sedia-reads.h"
#include "sedia-sample-private.h"
#include "sedia-serve.h"
#include "sedia-telling.h"
#include "sedia-time.h"

typedef SediaSampleEvent Event;
typedef SediaSampleHistory History;

/* ---- orders */

static void
add_line (GArray *lines,
          gint64  product_id,
          gint64  quantity)
{
  const SediaOrderLineDraft line = {
    .product_id = product_id,
    .quantity = quantity,
    .need_by = SEDIA_NO_DAY,
    .price = SEDIA_NO_AMOUNT,
  };

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, SediaOrderLineDraft, i).product_id == product_id)
      return;

  g_array_append_val (lines, line);
}

static gboolean
add_plenty_line (SediaSample  *shop,
                 GArray       *lines,
                 GError      **error)
{
  gint64 quantity;
  SediaSampleGood good = sedia_sample_plenty (shop, &quantity, error);

  if (good == NULL)
    return FALSE;

  add_line (lines, good->id, quantity);
  return TRUE;
}

static gboolean
place (SediaSample      *shop,
       gint64            at,
       SediaOrderDraft  *draft,
       gint64           *order_id,
       GError          **error)
{
  return sedia_sample_begin (shop, "order-add", at, NULL, error) &&
         sedia_order_place (shop->db, draft, order_id, error) && sedia_sample_end (shop, error);
}

static gboolean
order_plenty (History      *self,
              const Event  *event,
              GError      **error)
{
  SediaSample *shop = &self->shop;
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (SediaOrderLineDraft));
  SediaOrderDraft draft = { .customer_id = sedia_sample_customer (shop), .lines = lines };
  const guint n_lines = 1 + sedia_sample_chance (shop, 3);
  gint64 order_id;

  for (guint i = 0; i < n_lines; i++)
    if (!add_plenty_line (shop, lines, error))
      return FALSE;

  if (!place (shop, event->at, &draft, &order_id, error))
    return FALSE;

  if (event->type == SEDIA_SAMPLE_ORDER_DONE)
    sedia_sample_plan_later (self, SEDIA_SAMPLE_HAND_OVER, order_id, sedia_sample_chance (shop, 4));
  else if (event->type == SEDIA_SAMPLE_ORDER_CANCELLED)
    sedia_sample_plan_later (self, SEDIA_SAMPLE_CANCEL, order_id, 1);
  else if (event->type == SEDIA_SAMPLE_ORDER_HELD)
    sedia_sample_plan_later (self, SEDIA_SAMPLE_RELEASE, order_id, 0);
  if (event->type == SEDIA_SAMPLE_ORDER_DONE && event->number % 100 == 7)
    sedia_sample_plan_later (self, SEDIA_SAMPLE_RETURN, order_id, 5);

  return TRUE;
}

/* What makes the waiting orders different from each other. */
static void
decorate (SediaSample         *shop,
          guint                number,
          gint64               at,
          SediaOrderDraft     *draft,
          SediaOrderLineDraft *line)
{
  if (number % 9 == 0)
    line->need_by = sedia_day_of_time (at) + 3 + (int) sedia_sample_chance (shop, 4);
  else if (number % 5 == 1)
    line->need_by = sedia_day_today () + 2 + (int) sedia_sample_chance (shop, 14);

  line->first = number % 11 == 4;
  line->all_or_nothing = number % 7 == 2;
  draft->all_or_nothing = number % 13 == 6;
}

/* Half the price in advance, in thousands. */
static gint64
deposit_for (SediaSampleGood good,
             gint64          quantity)
{
  const gint64 price = good->price * quantity / (good->decimals > 0 ? 1000 : 1);

  return price / 200000 * 100000;
}

static gboolean
order_scarce (History      *self,
              const Event  *event,
              GError      **error)
{
  SediaSample *shop = &self->shop;
  const guint number = event->number;
  const gboolean is_late = event->type == SEDIA_SAMPLE_ORDER_LATE;
  SediaSampleGood good = sedia_sample_scarce (shop, number % 3 == 0 ? number % 4 : number * 7);
  SediaSampleGood other = sedia_sample_scarce (shop, number * 7 + 11);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (SediaOrderLineDraft));
  SediaOrderDraft draft = { .customer_id = sedia_sample_customer (shop), .lines = lines };
  const gint64 quantity = sedia_sample_quantity (shop, good);
  gint64 order_id;

  if (!sedia_sample_sell_out (shop, good, event->at, error) ||
      (number % 10 == 5 && !sedia_sample_sell_out (shop, other, event->at, error)))
    return FALSE;

  add_line (lines, good->id, quantity);
  if (is_late)
    decorate (shop, number, event->at, &draft, &g_array_index (lines, SediaOrderLineDraft, 0));
  if (number % 3 == 0)
    draft.deposit = deposit_for (good, quantity);
  if (number % 4 == 3 && !add_plenty_line (shop, lines, error))
    return FALSE;
  if (number % 10 == 5)
    add_line (lines, other->id, sedia_sample_quantity (shop, other));

  if (!place (shop, event->at, &draft, &order_id, error))
    return FALSE;
  if (is_late && number % 5 < 3)
    sedia_sample_plan_later (self, SEDIA_SAMPLE_TELL, draft.customer_id, 0);

  return TRUE;
}

/* ---- deliveries */

static gint64
scarce_delivery (SediaSample     *shop,
                 SediaSampleGood  good,
                 gint64           waiting,
                 guint            round)
{
  const gint64 unit = good->decimals > 0 ? 500 : 1;

  if (round == 0)
    return waiting + (1 + (gint64) sedia_sample_chance (shop, 4)) * unit;

  return sedia_sample_chance (shop, 10) < 4 ? waiting / (2 * unit) * unit : 0;
}

static gboolean
add_deliverables (SediaSample  *shop,
                  GArray       *amounts,
                  gint64        supplier_id,
                  guint         round,
                  GError      **error)
{
  for (guint i = 0; i < shop->products->len; i++)
    {
      SediaSampleGood good = sedia_sample_good (shop, i);
      gint64 free, waiting;
      gint64 quantity = 0;

      if (good->supplier_id != supplier_id)
        continue;
      if (!sedia_sample_free (shop, good->id, &free, &waiting, error))
        return FALSE;

      if (good->is_scarce)
        quantity = scarce_delivery (shop, good, waiting, round);
      else if (free < good->maximum && sedia_sample_chance (shop, 3) > 0)
        quantity = (good->maximum - free + good->pack - 1) / good->pack * good->pack;
      if (quantity > 0)
        sedia_sample_add_amount (amounts, good->id, quantity);
    }

  return TRUE;
}

/* Half of those who can collect now are told; those of the first round come and collect. */
static gboolean
plan_for_served (History  *self,
                 gint64    delivery_id,
                 guint     round,
                 GError  **error)
{
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read (self->shop.db, delivery_id, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (delivery == NULL)
    return FALSE;

  for (guint i = 0; i < delivery->served->len; i++)
    {
      const SediaServed *served = g_ptr_array_index (delivery->served, i);

      if (!served->order_ready ||
          !g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) served->order_id)))
        continue;
      if (round == 0 || i % 2 == 0)
        sedia_sample_plan_later (self, SEDIA_SAMPLE_TELL, served->customer_id, 0);
      if (round == 0)
        sedia_sample_plan_later (self, SEDIA_SAMPLE_HAND_OVER, served->order_id,
                                 1 + sedia_sample_chance (&self->shop, 4));
    }

  return TRUE;
}

static gboolean
receive (History      *self,
         const Event  *event,
         GError      **error)
{
  SediaSample *shop = &self->shop;
  const guint round = event->number / shop->suppliers->len;
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autofree char *note = g_strdup_printf ("SJ-%u", 2100 + event->number * 37);
  const SediaDeliveryDraft draft = { event->id, note, amounts, 0 };
  gint64 delivery_id;

  if (!add_deliverables (shop, amounts, event->id, round, error))
    return FALSE;
  if (amounts->len == 0)
    return TRUE;

  return sedia_sample_begin (shop, "delivery-receive", event->at, NULL, error) &&
         sedia_delivery_receive (shop->db, &draft, &delivery_id, error) &&
         sedia_sample_end (shop, error) && plan_for_served (self, delivery_id, round, error);
}

/* ---- what happens to an order */

static gboolean
has_reserved (const SediaOrder *order)
{
  for (guint i = 0; i < order->lines->len; i++)
    if (((SediaOrderLine *) g_ptr_array_index (order->lines, i))->reserved > 0)
      return TRUE;

  return FALSE;
}

static gboolean
take_back (SediaSample  *shop,
           SediaOrder   *order,
           const Event  *event,
           GError      **error)
{
  const SediaOrderLine *line = g_ptr_array_index (order->lines, 0);
  const SediaLinePart part = { line->position, line->delivered };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaLinePart));

  if (line->delivered == 0)
    return TRUE;

  g_array_append_val (parts, part);
  return sedia_sample_begin (shop, "return", event->at, NULL, error) &&
         sedia_order_return (shop->db, order->id, parts, SEDIA_RETURN_REFUND, FALSE, error) &&
         sedia_sample_end (shop, error);
}

static gboolean
change_order (SediaSample  *shop,
              const Event  *event,
              GError      **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read (shop->db, event->id, error);
  const char *kind = event->type == SEDIA_SAMPLE_HAND_OVER ? "hand-over"
                     : event->type == SEDIA_SAMPLE_CANCEL  ? "order-cancel"
                                                    : "order-release";
  gboolean ok;

  if (order == NULL)
    return FALSE;
  if (event->type == SEDIA_SAMPLE_RETURN)
    return take_back (shop, order, event, error);
  if (!has_reserved (order))
    return TRUE;

  if (!sedia_sample_begin (shop, kind, event->at, NULL, error))
    return FALSE;

  if (event->type == SEDIA_SAMPLE_HAND_OVER)
    ok = sedia_order_hand_over (shop->db, order->id, NULL, FALSE, error);
  else if (event->type == SEDIA_SAMPLE_CANCEL)
    ok = sedia_order_cancel (shop->db, order->id, NULL, error);
  else
    ok = sedia_order_release (shop->db, order->id, NULL, error);

  return ok && sedia_sample_end (shop, error);
}

/* ---- the rest of a day */

static gboolean
sell_some (SediaSample  *shop,
           gint64        at,
           GError      **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  const guint n = 1 + sedia_sample_chance (shop, 3);

  for (guint i = 0; i < n; i++)
    {
      gint64 quantity;
      SediaSampleGood good = sedia_sample_plenty (shop, &quantity, error);

      if (good == NULL)
        return FALSE;
      sedia_sample_add_amount (amounts, good->id, quantity);
    }

  return sedia_sample_sell (shop, at, amounts, NULL, error);
}

static gboolean
tell (SediaSample  *shop,
      const Event  *event,
      GError      **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_read (shop->db, event->id, error);
  SediaTelling telling = { .customer_id = event->id, .until = SEDIA_NO_DAY };

  if (customer == NULL)
    return FALSE;
  telling.channel = customer->channel;
  if (event->serial % 7 == 3)
    telling.outcome = SEDIA_OUTCOME_NO_ANSWER;
  else if (customer->channel != SEDIA_CHANNEL_PHONE && customer->channel != SEDIA_CHANNEL_PERSON)
    telling.outcome = SEDIA_OUTCOME_MESSAGE;

  return sedia_sample_begin (shop, "contact-told", event->at, NULL, error) &&
         sedia_contact_told (shop->db, &telling, error) &&
         sedia_sample_end (shop, error);
}

static gboolean
note_asked (SediaSample  *shop,
            const Event  *event,
            GError      **error)
{
  SediaSampleGood good = sedia_sample_scarce (shop, event->number);
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  sedia_sample_add_amount (amounts, good->id, sedia_sample_quantity (shop, good));
  return sedia_sample_begin (shop, "asked", event->at, NULL, error) &&
         sedia_stock_asked (shop->db, amounts, error) && sedia_sample_end (shop, error);
}

static gboolean
count_or_damage (SediaSample  *shop,
                 const Event  *event,
                 GError      **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  const gboolean is_count = event->type == SEDIA_SAMPLE_COUNT;
  gint64 quantity, on_hand, reserved, open;
  SediaSampleGood good = sedia_sample_plenty (shop, &quantity, error);
  gboolean ok;

  if (good == NULL ||
      !sedia_serve_balance (shop->db, good->id, &on_hand, &reserved, &open, error) ||
      !sedia_sample_begin (shop, is_count ? "stock-count" : "stock-issue", event->at, NULL, error))
    return FALSE;

  sedia_sample_add_amount (amounts, good->id, is_count ? on_hand - quantity : quantity);
  ok = is_count ? sedia_stock_count (shop->db, amounts, NULL, error)
                : sedia_stock_issue (shop->db, amounts, "damage", FALSE, error);

  return ok && sedia_sample_end (shop, error);
}

/**
 * sedia_sample_happen: What the list says for now happens.
 */
gboolean
sedia_sample_happen (History      *self,
                     const Event  *event,
                     GError      **error)
{
  switch (event->type)
    {
    case SEDIA_SAMPLE_SALE:
      return sell_some (&self->shop, event->at, error);

    case SEDIA_SAMPLE_ORDER_DONE:
    case SEDIA_SAMPLE_ORDER_READY:
    case SEDIA_SAMPLE_ORDER_CANCELLED:
    case SEDIA_SAMPLE_ORDER_HELD:
      return order_plenty (self, event, error);

    case SEDIA_SAMPLE_ORDER_EARLY:
    case SEDIA_SAMPLE_ORDER_LATE:
      return order_scarce (self, event, error);

    case SEDIA_SAMPLE_DELIVERY:
      return receive (self, event, error);

    case SEDIA_SAMPLE_PURCHASE:
      return sedia_sample_order_goods (self, event, error);

    case SEDIA_SAMPLE_PURCHASE_SCARCE:
      return sedia_sample_order_scarce (self, event, error);

    case SEDIA_SAMPLE_ARRIVAL:
      return sedia_sample_arrive (self, event, error);

    case SEDIA_SAMPLE_HAND_OVER:
    case SEDIA_SAMPLE_CANCEL:
    case SEDIA_SAMPLE_RELEASE:
    case SEDIA_SAMPLE_RETURN:
      return change_order (&self->shop, event, error);

    case SEDIA_SAMPLE_TELL:
      return tell (&self->shop, event, error);

    case SEDIA_SAMPLE_ASKED:
      return note_asked (&self->shop, event, error);

    case SEDIA_SAMPLE_COUNT:
    case SEDIA_SAMPLE_DAMAGE:
      return count_or_damage (&self->shop, event, error);
    }

  g_assert_not_reached ();
}
