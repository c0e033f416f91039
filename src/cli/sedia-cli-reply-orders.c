/* How orders and the queue are printed. */
#include "config.h"

#include "sedia-cli-reply.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

#define COLUMNS(list) .columns = (list), .n_columns = G_N_ELEMENTS (list)

/* ---- order lines */

static gboolean
is_late (const SediaOrderLine *line,
         const SediaCli       *cli)
{
  return line->need_by != SEDIA_NO_DAY && sedia_order_line_open (line) > 0 &&
         line->need_by < sedia_cli_today (cli);
}

/* A day that has passed is none: nothing came, and nobody knows when it will. */
static int
day_ahead (int             day,
           const SediaCli *cli)
{
  return day >= sedia_cli_today (cli) ? day : SEDIA_NO_DAY;
}

static SediaExpectedSource
expected_source (const SediaOrderLine *line,
                 int                   day)
{
  if (line->expected_source == SEDIA_EXPECTED_ESTIMATE && day == SEDIA_NO_DAY)
    return SEDIA_EXPECTED_UNKNOWN;

  return line->expected_source;
}

/* What rests on no past of the supplier is said to be what it states. */
static const char *
range_basis (const SediaOrderLine *line,
             int                   day)
{
  if (day == SEDIA_NO_DAY || line->earliest == SEDIA_NO_DAY)
    return NULL;

  return line->is_stated ? "stated" : "history";
}

static void
write_expected (SediaCliJson         *json,
                const SediaOrderLine *line,
                const SediaCli       *cli)
{
  const int day = day_ahead (line->expected, cli);
  const gboolean is_late = sedia_order_line_open (line) > 0 &&
                           sedia_expected_is_late (day, line->need_by, sedia_cli_today (cli));

  sedia_cli_json_begin_object (json, "expected");
  sedia_cli_json_day (json, "date", day);
  sedia_cli_json_day (json, "earliest", day != SEDIA_NO_DAY ? line->earliest : day);
  sedia_cli_json_day (json, "latest", day != SEDIA_NO_DAY ? line->latest : day);
  sedia_cli_json_string (json, "source",
                         sedia_expected_source_to_string (expected_source (line, day)));
  sedia_cli_json_number_of (json, "purchase", line->expected_purchase);
  sedia_cli_json_boolean (json, "late", is_late);
  sedia_cli_json_text (json, "range", range_basis (line, day));
  sedia_cli_json_end_object (json);
}

/* What it was taken instead of, and the order that was taken instead of it. */
static void
write_links (SediaCliJson         *json,
             const SediaOrderLine *line)
{
  const SediaGivenUp *given_up = line->instead_of;

  if (given_up == NULL)
    {
      sedia_cli_json_null (json, "instead_of");
    }
  else
    {
      sedia_cli_json_begin_object (json, "instead_of");
      sedia_cli_json_integer (json, "order", given_up->order_id);
      sedia_cli_json_integer (json, "line", given_up->position);
      sedia_cli_json_string (json, "sku", given_up->sku);
      sedia_cli_json_quantity (json, "quantity", given_up->quantity, given_up->decimals);
      sedia_cli_json_end_object (json);
    }

  if (line->replaced_by == 0)
    sedia_cli_json_null (json, "replaced_by");
  else
    sedia_cli_json_integer (json, "replaced_by", line->replaced_by);
}

static void
write_line (SediaCliJson         *json,
            const SediaOrderLine *line,
            const SediaCli       *cli)
{
  guint decimals = line->decimals;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "line", line->position);
  sedia_cli_json_string (json, "sku", line->sku);
  sedia_cli_json_quantity (json, "ordered", line->ordered, decimals);
  sedia_cli_json_quantity (json, "delivered", line->delivered, decimals);
  sedia_cli_json_quantity (json, "cancelled", line->cancelled, decimals);
  sedia_cli_json_quantity (json, "open", sedia_order_line_open (line), decimals);
  sedia_cli_json_quantity (json, "reserved", line->reserved, decimals);
  sedia_cli_json_quantity (json, "waiting", sedia_order_line_waiting (line), decimals);
  sedia_cli_json_day (json, "need_by", line->need_by);
  sedia_cli_json_string (json, "priority", line->first ? "first" : "normal");
  sedia_cli_json_boolean (json, "all_or_nothing", line->all_or_nothing);
  sedia_cli_json_boolean (json, "held", line->held);
  write_expected (json, line, cli);
  sedia_cli_json_quantity (json, "over", line->over, decimals);
  sedia_cli_json_text (json, "product", line->product);
  sedia_cli_json_text (json, "unit", line->unit);
  sedia_cli_json_money (json, "price", line->price);
  write_links (json, line);
  sedia_cli_json_end_object (json);
}

static char *
dup_line_remarks (const SediaOrderLine *line,
                  const SediaCli       *cli)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autofree char *instead = sedia_line_instead_sentence (line);
  g_autofree char *replaced = sedia_replaced_sentence (line->replaced_by);

  if (instead != NULL)
    g_ptr_array_add (remarks, instead);
  if (replaced != NULL)
    g_ptr_array_add (remarks, replaced);
  if (line->first)
    g_ptr_array_add (remarks, (gpointer) _("first"));
  if (line->all_or_nothing)
    g_ptr_array_add (remarks, (gpointer) _("all or nothing"));
  if (line->held)
    g_ptr_array_add (remarks, (gpointer) _("held"));
  if (is_late (line, cli))
    g_ptr_array_add (remarks, (gpointer) _("late"));
  g_ptr_array_add (remarks, NULL);

  return g_strjoinv (", ", (char **) remarks->pdata);
}

/* ---- orders */

static void
write_order (SediaCliJson   *json,
             gconstpointer   record,
             const SediaCli *cli)
{
  const SediaOrder *order = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "order", order->id);
  sedia_cli_json_text (json, "customer", order->customer);
  sedia_cli_json_day_of (json, "placed", order->placed_at);
  sedia_cli_json_string (json, "status", sedia_order_status_to_string (sedia_order_status (order)));
  sedia_cli_json_money (json, "deposit", order->deposit);
  sedia_cli_json_begin_array (json, "lines");
  for (guint i = 0; order->lines != NULL && i < order->lines->len; i++)
    write_line (json, g_ptr_array_index (order->lines, i), cli);
  sedia_cli_json_end_array (json);
  sedia_cli_json_boolean (json, "all_or_nothing", order->all_or_nothing);
  sedia_cli_json_text (json, "note", order->note);
  sedia_cli_json_text (json, "reference", order->reference);
  sedia_cli_json_end_object (json);
}

static const char *
order_status_label (SediaOrderStatus status)
{
  switch (status)
    {
    case SEDIA_ORDER_WAITING:
      return _("waiting");

    case SEDIA_ORDER_PARTLY_READY:
      return _("partly ready");

    case SEDIA_ORDER_READY:
      return _("ready");

    case SEDIA_ORDER_DONE:
      return _("done");

    case SEDIA_ORDER_CANCELLED:
      return _("cancelled");
    }

  g_return_val_if_reached ("");
}

static const SediaCliColumn order_columns[] = {
  { N_("Order"), TRUE },     { N_("Customer"), FALSE }, { N_("Placed"), FALSE },
  { N_("Status"), FALSE },   { N_("Lines"), TRUE },     { N_("Deposit"), TRUE },
  { N_("Reference"), FALSE }, { N_("Note"), FALSE },
};

static void
add_order (SediaCliTable  *table,
           gconstpointer   record,
           const SediaCli *cli)
{
  const SediaOrder *order = record;

  sedia_cli_table_number_of (table, order->id);
  sedia_cli_table_text (table, order->customer);
  sedia_cli_table_day_of (table, order->placed_at);
  sedia_cli_table_text (table, order_status_label (sedia_order_status (order)));
  sedia_cli_table_quantity (table, order->lines != NULL ? order->lines->len : 0, 0);
  sedia_cli_table_money (table, order->deposit != 0 ? order->deposit : SEDIA_NO_AMOUNT);
  sedia_cli_table_text (table, order->reference);
  sedia_cli_table_text (table, order->note);
}

const SediaCliShape sedia_cli_order_shape = {
  .json = write_order, COLUMNS (order_columns), .row = add_order
};

static const SediaCliColumn line_columns[] = {
  { N_("Line"), TRUE },      { N_("SKU"), FALSE },      { N_("Product"), FALSE },
  { N_("Ordered"), TRUE },   { N_("Delivered"), TRUE }, { N_("Cancelled"), TRUE },
  { N_("Open"), TRUE },      { N_("Reserved"), TRUE },  { N_("Waiting"), TRUE },
  { N_("Unit"), FALSE },     { N_("Need by"), FALSE },  { N_("Remarks"), FALSE },
};

static void
add_line (SediaCliTable        *table,
          const SediaOrderLine *line,
          const SediaCli       *cli)
{
  g_autofree char *remarks = dup_line_remarks (line, cli);

  sedia_cli_table_number_of (table, line->position);
  sedia_cli_table_text (table, line->sku);
  sedia_cli_table_text (table, line->product);
  sedia_cli_table_quantity (table, line->ordered, line->decimals);
  sedia_cli_table_quantity (table, line->delivered + line->over, line->decimals);
  sedia_cli_table_quantity (table, line->cancelled, line->decimals);
  sedia_cli_table_quantity (table, sedia_order_line_open (line), line->decimals);
  sedia_cli_table_quantity (table, line->reserved, line->decimals);
  sedia_cli_table_quantity (table, sedia_order_line_waiting (line), line->decimals);
  sedia_cli_table_text (table, line->unit);
  sedia_cli_table_day (table, line->need_by);
  sedia_cli_table_text (table, remarks);
}

/**
 * sedia_cli_reply_order:
 * @cli: the command line
 * @order: an order with its lines
 *
 * Returns: (transfer full): the order as JSON, or as a card with its lines below
 */
char *
sedia_cli_reply_order (const SediaCli   *cli,
                       const SediaOrder *order)
{
  g_autofree char *card = sedia_cli_reply_one (cli, &sedia_cli_order_shape, order);
  g_autofree char *lines = NULL;
  g_autoptr (SediaCliTable) table = NULL;

  if (cli->json)
    return g_steal_pointer (&card);

  table = sedia_cli_table_new (line_columns, G_N_ELEMENTS (line_columns));
  for (guint i = 0; order->lines != NULL && i < order->lines->len; i++)
    add_line (table, g_ptr_array_index (order->lines, i), cli);
  lines = sedia_cli_table_format (table);

  return g_strconcat (card, "\n", lines, NULL);
}

/* ---- the queue */

static void
write_queue_line (SediaCliJson   *json,
                  gconstpointer   record,
                  const SediaCli *cli)
{
  const SediaOrderLine *line = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_number_of (json, "position", line->queue_position);
  sedia_cli_json_integer (json, "order", line->order_id);
  sedia_cli_json_integer (json, "line", line->position);
  sedia_cli_json_text (json, "customer", line->customer);
  sedia_cli_json_string (json, "sku", line->sku);
  sedia_cli_json_quantity (json, "open", sedia_order_line_open (line), line->decimals);
  sedia_cli_json_quantity (json, "reserved", line->reserved, line->decimals);
  sedia_cli_json_quantity (json, "waiting", sedia_order_line_waiting (line), line->decimals);
  sedia_cli_json_day (json, "need_by", line->need_by);
  sedia_cli_json_day_of (json, "placed", line->placed_at);
  write_expected (json, line, cli);
  sedia_cli_json_string (json, "priority", line->first ? "first" : "normal");
  sedia_cli_json_boolean (json, "all_or_nothing", line->all_or_nothing);
  sedia_cli_json_boolean (json, "held", line->held);
  sedia_cli_json_quantity (json, "ahead", line->ahead, line->decimals);
  sedia_cli_json_text (json, "product", line->product);
  sedia_cli_json_text (json, "unit", line->unit);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn queue_columns[] = {
  { N_("Place"), TRUE },     { N_("SKU"), FALSE },      { N_("Order"), TRUE },
  { N_("Line"), TRUE },      { N_("Customer"), FALSE }, { N_("Open"), TRUE },
  { N_("Reserved"), TRUE },  { N_("Waiting"), TRUE },   { N_("Unit"), FALSE },
  { N_("Need by"), FALSE },  { N_("Placed"), FALSE },   { N_("Remarks"), FALSE },
};

static void
add_queue_line (SediaCliTable  *table,
                gconstpointer   record,
                const SediaCli *cli)
{
  const SediaOrderLine *line = record;
  g_autofree char *remarks = dup_line_remarks (line, cli);

  sedia_cli_table_number_of (table, line->queue_position);
  sedia_cli_table_text (table, line->sku);
  sedia_cli_table_number_of (table, line->order_id);
  sedia_cli_table_number_of (table, line->position);
  sedia_cli_table_text (table, line->customer);
  sedia_cli_table_quantity (table, sedia_order_line_open (line), line->decimals);
  sedia_cli_table_quantity (table, line->reserved, line->decimals);
  sedia_cli_table_quantity (table, sedia_order_line_waiting (line), line->decimals);
  sedia_cli_table_text (table, line->unit);
  sedia_cli_table_day (table, line->need_by);
  sedia_cli_table_day_of (table, line->placed_at);
  sedia_cli_table_text (table, remarks);
}

const SediaCliShape sedia_cli_queue_shape = {
  .json = write_queue_line, COLUMNS (queue_columns), .row = add_queue_line
};
