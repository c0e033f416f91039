/* What makes a number: movements, order lines, or other numbers. The rows always add up to it. */
#include "config.h"

#include "sedia-stock-parts.h"

#include "sedia-format.h"
#include "sedia-part.h"
#include "sedia-time.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/**
 * sedia_stock_tone:
 * @state: what most needs saying about a product
 *
 * Returns: the style class that goes with it
 */
const char *
sedia_stock_tone (SediaStockState state)
{
  switch (state)
    {
    case SEDIA_STOCK_NEGATIVE:
      return "negative";

    case SEDIA_STOCK_WAITING:
      return "waiting";

    case SEDIA_STOCK_OUT:
      return "out";

    case SEDIA_STOCK_LOW:
      return "low";

    case SEDIA_STOCK_OK:
      return "ok";
    }

  g_return_val_if_reached ("ok");
}

/**
 * sedia_stock_number_of:
 * @number: which
 * @product: of what
 *
 * Returns: the number
 */
gint64
sedia_stock_number_of (SediaStockNumber    number,
                       const SediaProduct *product)
{
  g_return_val_if_fail (product != NULL, 0);

  switch (number)
    {
    case SEDIA_STOCK_ON_HAND:
      return product->on_hand;

    case SEDIA_STOCK_RESERVED:
      return product->reserved;

    case SEDIA_STOCK_FREE:
      return product->on_hand - product->reserved;

    case SEDIA_STOCK_WAITS:
      return product->open - product->reserved;

    case SEDIA_STOCK_DEMAND:
      return product->open;

    case SEDIA_STOCK_PROJECTED:
      return product->on_hand + product->incoming - product->open;

    case SEDIA_N_STOCK_NUMBERS:
      break;
    }

  g_return_val_if_reached (0);
}

/**
 * sedia_stock_number_sentence:
 * @number: which
 *
 * Returns: what it is made of, for the head of the list below it
 */
const char *
sedia_stock_number_sentence (SediaStockNumber number)
{
  switch (number)
    {
    case SEDIA_STOCK_ON_HAND:
      return _("On hand: the sum of these movements");

    case SEDIA_STOCK_RESERVED:
      return _("Reserved: set aside for these lines");

    case SEDIA_STOCK_FREE:
      return _("Free: can be promised to a new customer");

    case SEDIA_STOCK_WAITS:
      return _("Waiting: these lines, in the order they are served");

    case SEDIA_STOCK_DEMAND:
      return _("Demand: all that is open, in the order it is served");

    case SEDIA_STOCK_PROJECTED:
      return _("Projected: when all that comes has come and all that is asked for has gone");

    case SEDIA_N_STOCK_NUMBERS:
      break;
    }

  g_return_val_if_reached ("");
}

/* ---- movements */

static char *
dup_movement_title (const SediaMovement *movement)
{
  const char *reason = sedia_movement_reason_label (movement->reason);

  if (movement->document == 0)
    return g_strdup (reason);

  /* Translators: why stock changed, number of the document: "Delivery 31" */
  return g_strdup_printf (C_("movement", "%s %" PRId64), reason, movement->document);
}

static char *
dup_movement_detail (const SediaMovement *movement)
{
  g_autofree char *when = sedia_format_time (movement->at);
  g_autofree char *said = NULL;

  /* Translators: when, who */
  said = g_strdup_printf (C_("movement", "%s, %s"), when, movement->actor);
  if (movement->reversed)
    /* Translators: when and who of a movement that was taken back */
    return g_strdup_printf (C_("movement", "%s, taken back"), said);
  if (movement->note != NULL && *movement->note != '\0')
    return g_strdup_printf ("%s: %s", said, movement->note);

  return g_steal_pointer (&said);
}

/* The number of a movement's document is a delivery's or an order's; counts and sales have none. */
static SediaKind
kind_of_document (const SediaMovement *movement)
{
  return g_strcmp0 (movement->reason, "delivery") == 0 ? SEDIA_KIND_DELIVERY : SEDIA_KIND_ORDER;
}

static void
add_movement (GPtrArray           *parts,
              const SediaProduct  *product,
              const SediaMovement *movement)
{
  g_autofree char *title = dup_movement_title (movement);
  g_autofree char *detail = dup_movement_detail (movement);
  g_autofree char *amount = sedia_format_quantity (movement->quantity, product->decimals);
  g_autofree char *value = g_strconcat (movement->quantity > 0 ? "+" : "", amount, NULL);
  g_autofree char *balance = sedia_format_quantity (movement->balance, product->decimals);
  /* Translators: how much was on hand after a movement */
  g_autofree char *aside = g_strdup_printf (C_("movement", "then %s"), balance);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = title,
                            .value = value,
                            .detail = detail,
                            .aside = aside,
                            .kind = kind_of_document (movement),
                            .id = movement->document,
                          }));
}

/* ---- order lines */

static gint64
amount_of (SediaStockNumber      number,
           const SediaOrderLine *line)
{
  if (number == SEDIA_STOCK_RESERVED)
    return line->reserved;
  if (number == SEDIA_STOCK_WAITS)
    return sedia_order_line_waiting (line);

  return sedia_order_line_open (line);
}

static char *
dup_line_title (const SediaOrderLine *line)
{
  if (line->queue_position == 0)
    return g_strdup (line->customer);

  /* Translators: place in the queue, customer */
  return g_strdup_printf (C_("queue", "%u. %s"), line->queue_position, line->customer);
}

static char *
dup_line_detail (const SediaOrderLine *line,
                 gboolean              is_late)
{
  g_autofree char *order = NULL;
  g_autofree char *due = NULL;

  order = g_strdup_printf (_("Order %" PRId64), line->order_id);
  if (line->need_by == SEDIA_NO_DAY)
    return g_steal_pointer (&order);

  due = sedia_format_due (line->need_by);
  if (is_late)
    /* Translators: order, "3 days late" */
    return g_strdup_printf (C_("queue", "%s, %s"), order, due);

  /* Translators: order, date */
  return g_strdup_printf (C_("queue", "%s, needed %s"), order, due);
}

/* What is said below the amount of an open line: how much of it is set aside. */
static char *
dup_line_aside (SediaStockNumber      number,
                const SediaOrderLine *line)
{
  gint64 open = sedia_order_line_open (line);
  g_autofree char *reserved = NULL;
  g_autofree char *all = NULL;

  if (line->held)
    return g_strdup (C_("queue", "held"));
  if (number == SEDIA_STOCK_DEMAND && line->reserved == 0)
    return g_strdup (C_("queue", "waits"));
  if (number == SEDIA_STOCK_DEMAND && line->reserved == open)
    return g_strdup (C_("queue", "reserved"));
  if (line->reserved == 0 || line->reserved == open)
    return NULL;

  reserved = sedia_format_quantity (line->reserved, line->decimals);
  all = sedia_format_quantity (open, line->decimals);

  /* Translators: how much of how much is set aside */
  return g_strdup_printf (C_("queue", "%s of %s reserved"), reserved, all);
}

static void
add_line (GPtrArray            *parts,
          SediaStockNumber      number,
          const SediaOrderLine *line)
{
  gboolean is_late = line->need_by != SEDIA_NO_DAY && line->need_by < sedia_day_today ();
  g_autofree char *title = dup_line_title (line);
  g_autofree char *value = sedia_format_amount_markup (amount_of (number, line), line->decimals,
                                                       NULL);
  g_autofree char *detail = dup_line_detail (line, is_late);
  g_autofree char *aside = dup_line_aside (number, line);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = title,
                            .value = value,
                            .detail = detail,
                            .aside = aside,
                            .icon = is_late ? "sedia-late-symbolic" : NULL,
                            .tone = is_late ? "late" : NULL,
                            .kind = SEDIA_KIND_LINE,
                            .id = line->id,
                          }));
}

/* ---- numbers made of numbers */

static void
add_number (GPtrArray          *parts,
            const SediaProduct *product,
            const char         *title,
            gint64              amount)
{
  g_autofree char *value = sedia_format_amount_markup (amount, product->decimals, NULL);

  g_ptr_array_add (parts,
                   sedia_part_new (&(SediaPartText) { .title = title, .value = value }));
}

/* "To order: 24 pcs", and why */
static void
add_order (GPtrArray             *parts,
           const SediaProduct    *product,
           const SediaSuggestion *suggestion)
{
  g_autofree char *value = sedia_format_amount_markup (suggestion->suggested, product->decimals,
                                                       product->unit);
  g_autofree char *why = sedia_reorder_sentence (product, suggestion);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) { .title = _("To order"),
                                                             .value = value,
                                                             .detail = why,
                                                             .wraps = TRUE }));
}

/**
 * sedia_stock_parts:
 * @number: which
 * @product: of what
 * @movements: (element-type SediaMovement): its movements
 * @queue: (element-type SediaOrderLine): its open lines
 * @suggestion: (nullable): what to order of it now
 *
 * Returns: (transfer full) (element-type SediaPart): the rows that add up to the number
 */
GPtrArray *
sedia_stock_parts (SediaStockNumber       number,
                   const SediaProduct    *product,
                   GPtrArray             *movements,
                   GPtrArray             *queue,
                   const SediaSuggestion *suggestion)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (product != NULL, NULL);

  switch (number)
    {
    case SEDIA_STOCK_ON_HAND:
      for (guint i = 0; i < movements->len; i++)
        add_movement (parts, product, g_ptr_array_index (movements, i));
      break;

    case SEDIA_STOCK_RESERVED:
    case SEDIA_STOCK_WAITS:
    case SEDIA_STOCK_DEMAND:
      for (guint i = 0; i < queue->len; i++)
        if (amount_of (number, g_ptr_array_index (queue, i)) != 0)
          add_line (parts, number, g_ptr_array_index (queue, i));
      break;

    case SEDIA_STOCK_FREE:
      add_number (parts, product, C_("stock", "On hand"), product->on_hand);
      add_number (parts, product, C_("stock", "Reserved"), -product->reserved);
      break;

    case SEDIA_STOCK_PROJECTED:
      add_number (parts, product, C_("stock", "On hand"), product->on_hand);
      add_number (parts, product, C_("stock", "Incoming"), product->incoming);
      add_number (parts, product, C_("stock", "Demand"), -product->open);
      if (suggestion != NULL)
        add_order (parts, product, suggestion);
      break;

    case SEDIA_N_STOCK_NUMBERS:
      break;
    }

  return g_steal_pointer (&parts);
}
