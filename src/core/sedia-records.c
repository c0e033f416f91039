/* The records' own words, copies and frees, and what follows from one record alone. */
#include "config.h"

#include "sedia-records.h"

#include <glib/gi18n.h>

static const char *const policies[] = { "allow", "warn", "refuse" };
static const char *const channels[] = { "whatsapp", "phone", "email", "sms", "person" };
static const char *const outcomes[] = { "reached", "no-answer", "message" };
static const char *const statuses[] = { "waiting", "partly-ready", "ready", "done", "cancelled" };

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *text,
           int               *found)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], text) == 0)
      {
        *found = (int) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_backorder_policy_to_string: `allow`, `warn` or `refuse`.
 */
const char *
sedia_backorder_policy_to_string (SediaBackorderPolicy policy)
{
  return policies[policy];
}

/**
 * sedia_backorder_policy_from_string: The reverse; FALSE when it is none of them.
 */
gboolean
sedia_backorder_policy_from_string (const char           *text,
                                    SediaBackorderPolicy *policy)
{
  int found;

  if (!find_name (policies, G_N_ELEMENTS (policies), text, &found))
    return FALSE;

  *policy = (SediaBackorderPolicy) found;
  return TRUE;
}

/**
 * sedia_channel_to_string: `whatsapp`, `phone`, `email`, `sms` or `person`.
 */
const char *
sedia_channel_to_string (SediaChannel channel)
{
  return channels[channel];
}

/**
 * sedia_channel_label: The channel in the user's words.
 */
const char *
sedia_channel_label (SediaChannel channel)
{
  switch (channel)
    {
    case SEDIA_CHANNEL_WHATSAPP:
      return _("WhatsApp");
    case SEDIA_CHANNEL_PHONE:
      return _("Phone call");
    case SEDIA_CHANNEL_EMAIL:
      return _("E-mail");
    case SEDIA_CHANNEL_SMS:
      return _("SMS");
    case SEDIA_CHANNEL_PERSON:
      return _("In person");
    }

  g_assert_not_reached ();
}

/**
 * sedia_channel_from_string: The reverse of sedia_channel_to_string(); FALSE when it is none of
 * them.
 */
gboolean
sedia_channel_from_string (const char   *text,
                           SediaChannel *channel)
{
  int found;

  if (!find_name (channels, G_N_ELEMENTS (channels), text, &found))
    return FALSE;

  *channel = (SediaChannel) found;
  return TRUE;
}

/**
 * sedia_outcome_to_string: `reached`, `no-answer` or `message`.
 */
const char *
sedia_outcome_to_string (SediaOutcome outcome)
{
  return outcomes[outcome];
}

/**
 * sedia_outcome_from_string: The reverse; FALSE when it is none of them.
 */
gboolean
sedia_outcome_from_string (const char   *text,
                           SediaOutcome *outcome)
{
  int found;

  if (!find_name (outcomes, G_N_ELEMENTS (outcomes), text, &found))
    return FALSE;

  *outcome = (SediaOutcome) found;
  return TRUE;
}

/**
 * sedia_order_status_to_string: `waiting`, `partly-ready`, `ready`, `done` or `cancelled`.
 */
const char *
sedia_order_status_to_string (SediaOrderStatus status)
{
  return statuses[status];
}

/**
 * sedia_stock_state_label: A product's state as a word.
 */
const char *
sedia_stock_state_label (SediaStockState state)
{
  switch (state)
    {
    case SEDIA_STOCK_NEGATIVE:
      return C_("stock state", "Count it");
    case SEDIA_STOCK_WAITING:
      return C_("stock state", "Waited for");
    case SEDIA_STOCK_OUT:
      return C_("stock state", "Out");
    case SEDIA_STOCK_LOW:
      return C_("stock state", "Low");
    case SEDIA_STOCK_OK:
      return C_("stock state", "Ready");
    }

  g_assert_not_reached ();
}

/**
 * sedia_stock_state_icon: The name of the icon that goes with the word.
 */
const char *
sedia_stock_state_icon (SediaStockState state)
{
  switch (state)
    {
    case SEDIA_STOCK_NEGATIVE:
      return "sedia-negative-symbolic";
    case SEDIA_STOCK_WAITING:
      return "sedia-waiting-symbolic";
    case SEDIA_STOCK_OUT:
      return "sedia-short-symbolic";
    case SEDIA_STOCK_LOW:
      return "sedia-short-symbolic";
    case SEDIA_STOCK_OK:
      return "sedia-ready-symbolic";
    }

  g_assert_not_reached ();
}

/**
 * sedia_product_new: (transfer full) a product with the defaults of a new one.
 */
SediaProduct *
sedia_product_new (void)
{
  SediaProduct *product = g_new0 (SediaProduct, 1);

  product->unit = g_strdup ("pcs");
  product->price = product->cost = product->minimum = product->maximum = SEDIA_NO_AMOUNT;
  product->moq = product->backorder_limit = SEDIA_NO_AMOUNT;
  product->allow_negative = TRUE;

  return product;
}

/**
 * sedia_product_copy: (transfer full) a deep copy.
 */
SediaProduct *
sedia_product_copy (const SediaProduct *product)
{
  SediaProduct *copy = g_new (SediaProduct, 1);

  *copy = *product;
  copy->sku = g_strdup (product->sku);
  copy->name = g_strdup (product->name);
  copy->barcodes = g_strdupv (product->barcodes);
  copy->unit = g_strdup (product->unit);
  copy->category = g_strdup (product->category);
  copy->supplier = g_strdup (product->supplier);
  copy->backorder_why = g_strdup (product->backorder_why);
  copy->note = g_strdup (product->note);

  return copy;
}

/**
 * sedia_product_free: Frees a product.
 */
void
sedia_product_free (SediaProduct *product)
{
  if (product == NULL)
    return;

  g_free (product->sku);
  g_free (product->name);
  g_strfreev (product->barcodes);
  g_free (product->unit);
  g_free (product->category);
  g_free (product->supplier);
  g_free (product->backorder_why);
  g_free (product->note);
  g_free (product);
}

/**
 * sedia_product_state: What most needs saying about a product's stock.
 */
SediaStockState
sedia_product_state (const SediaProduct *product)
{
  const gint64 projected = product->on_hand + product->incoming - product->open;

  if (product->on_hand < 0)
    return SEDIA_STOCK_NEGATIVE;
  if (product->open > product->reserved)
    return SEDIA_STOCK_WAITING;
  if (product->on_hand - product->reserved <= 0)
    return SEDIA_STOCK_OUT;
  if (product->minimum != SEDIA_NO_AMOUNT && projected < product->minimum)
    return SEDIA_STOCK_LOW;

  return SEDIA_STOCK_OK;
}

/**
 * sedia_customer_new: (transfer full) a customer with the defaults of a new one.
 */
SediaCustomer *
sedia_customer_new (void)
{
  SediaCustomer *customer = g_new0 (SediaCustomer, 1);

  customer->channel = SEDIA_CHANNEL_PHONE;
  return customer;
}

/**
 * sedia_customer_free: Frees a customer.
 */
void
sedia_customer_free (SediaCustomer *customer)
{
  if (customer == NULL)
    return;

  g_free (customer->code);
  g_free (customer->name);
  g_free (customer->phone);
  g_free (customer->email);
  g_free (customer->language);
  g_free (customer->note);
  g_free (customer->merged_name);
  g_free (customer);
}

/**
 * sedia_contact_free: Frees a contact.
 */
void
sedia_contact_free (SediaContact *contact)
{
  if (contact == NULL)
    return;

  g_free (contact->note);
  g_free (contact->actor);
  g_free (contact->answer);
  g_free (contact->known_as);
  g_free (contact);
}

/**
 * sedia_supplier_new: (transfer full) a supplier with the defaults of a new one.
 */
SediaSupplier *
sedia_supplier_new (void)
{
  SediaSupplier *supplier = g_new0 (SediaSupplier, 1);

  supplier->lead_days = -1;
  supplier->least_value = SEDIA_NO_AMOUNT;
  return supplier;
}

/**
 * sedia_supplier_free: Frees a supplier.
 */
void
sedia_supplier_free (SediaSupplier *supplier)
{
  if (supplier == NULL)
    return;

  g_free (supplier->code);
  g_free (supplier->name);
  g_free (supplier->phone);
  g_free (supplier->email);
  g_free (supplier->note);
  g_free (supplier);
}

/**
 * sedia_given_up_free: Frees what a customer gave up for something else.
 */
void
sedia_given_up_free (SediaGivenUp *given_up)
{
  if (given_up == NULL)
    return;

  g_free (given_up->sku);
  g_free (given_up->product);
  g_free (given_up->unit);
  g_free (given_up);
}

/**
 * sedia_order_line_free: Frees an order line.
 */
void
sedia_order_line_free (SediaOrderLine *line)
{
  if (line == NULL)
    return;

  g_free (line->sku);
  g_free (line->product);
  g_free (line->unit);
  g_free (line->customer);
  g_clear_pointer (&line->instead_of, sedia_given_up_free);
  g_free (line);
}

/**
 * sedia_order_line_open: What is neither delivered nor cancelled.
 */
gint64
sedia_order_line_open (const SediaOrderLine *line)
{
  return line->ordered - line->delivered - line->cancelled;
}

/**
 * sedia_order_line_waiting: The open part that has no stock set aside.
 */
gint64
sedia_order_line_waiting (const SediaOrderLine *line)
{
  return sedia_order_line_open (line) - line->reserved;
}

/**
 * sedia_order_free: Frees an order and its lines.
 */
void
sedia_order_free (SediaOrder *order)
{
  if (order == NULL)
    return;

  g_free (order->customer);
  g_free (order->note);
  g_free (order->reference);
  g_clear_pointer (&order->lines, g_ptr_array_unref);
  g_free (order);
}

/**
 * sedia_order_status:
 * @order: an order with its lines
 *
 * Where an order stands: done when nothing is open (cancelled when nothing was delivered either),
 * ready when all that is open is set aside, partly ready when some of it is. An all-or-nothing
 * order is ready only when complete, and until then it waits, however much is set aside for it.
 */
SediaOrderStatus
sedia_order_status (const SediaOrder *order)
{
  gint64 open = 0, reserved = 0, delivered = 0;
  gboolean can_go = FALSE;

  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      open += sedia_order_line_open (line);
      reserved += line->reserved;
      delivered += line->delivered + line->over;
      can_go = can_go || (line->reserved > 0 &&
                          (!line->all_or_nothing || sedia_order_line_waiting (line) == 0));
    }

  if (open == 0)
    return delivered > 0 ? SEDIA_ORDER_DONE : SEDIA_ORDER_CANCELLED;
  if (reserved == open)
    return SEDIA_ORDER_READY;
  if (reserved > 0 && can_go && !order->all_or_nothing)
    return SEDIA_ORDER_PARTLY_READY;

  return SEDIA_ORDER_WAITING;
}

/**
 * sedia_movement_free: Frees a movement.
 */
void
sedia_movement_free (SediaMovement *movement)
{
  if (movement == NULL)
    return;

  g_free (movement->reason);
  g_free (movement->actor);
  g_free (movement->note);
  g_free (movement);
}

/**
 * sedia_delivery_line_free: Frees a line of a delivery.
 */
void
sedia_delivery_line_free (SediaDeliveryLine *line)
{
  if (line == NULL)
    return;

  g_free (line->sku);
  g_free (line->product);
  g_free (line->unit);
  g_free (line);
}

/**
 * sedia_served_free: Frees a served line.
 */
void
sedia_served_free (SediaServed *served)
{
  if (served == NULL)
    return;

  g_free (served->customer);
  g_free (served->phone);
  g_free (served->sku);
  g_free (served->product);
  g_free (served->unit);
  g_free (served);
}

/**
 * sedia_served_summarise:
 * @served: (element-type SediaServed): who gets what
 *
 * Returns: how many lines, orders and customers that is
 */
SediaServedSummary
sedia_served_summarise (GPtrArray *served)
{
  g_autoptr (GHashTable) orders = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) customers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < served->len; i++)
    {
      SediaServed *one = g_ptr_array_index (served, i);

      g_hash_table_add (orders, &one->order_id);
      g_hash_table_add (customers, &one->customer_id);
    }

  return (SediaServedSummary) { served->len, g_hash_table_size (orders),
                               g_hash_table_size (customers) };
}

/**
 * sedia_delivery_free: Frees a delivery.
 */
void
sedia_delivery_free (SediaDelivery *delivery)
{
  if (delivery == NULL)
    return;

  g_free (delivery->supplier);
  g_free (delivery->note_number);
  g_free (delivery->actor);
  g_clear_pointer (&delivery->lines, g_ptr_array_unref);
  g_clear_pointer (&delivery->served, g_ptr_array_unref);
  g_clear_pointer (&delivery->free, g_ptr_array_unref);
  g_free (delivery);
}

/**
 * sedia_operation_free: Frees an entry of the log.
 */
void
sedia_operation_free (SediaOperation *operation)
{
  if (operation == NULL)
    return;

  g_free (operation->actor);
  g_free (operation->kind);
  g_free (operation->subject);
  g_free (operation->reason);
  g_free (operation);
}

/**
 * sedia_notice_free: Frees a notice.
 */
void
sedia_notice_free (SediaNotice *notice)
{
  if (notice == NULL)
    return;

  g_clear_pointer (&notice->line_ids, g_array_unref);
  g_clear_pointer (&notice->names, g_ptr_array_unref);
  g_free (notice);
}

/**
 * sedia_line_outcome_free: Frees what would become of a line.
 */
void
sedia_line_outcome_free (SediaLineOutcome *outcome)
{
  if (outcome == NULL)
    return;

  g_free (outcome->problem);
  g_free (outcome);
}
