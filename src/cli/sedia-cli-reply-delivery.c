/* How deliveries are printed. */
#include "config.h"

#include "sedia-cli-reply.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define COLUMNS(list) .columns = (list), .n_columns = G_N_ELEMENTS (list)

static void
write_delivery_lines (SediaCliJson *json,
                      const char   *name,
                      GPtrArray    *lines)
{
  sedia_cli_json_begin_array (json, name);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SediaDeliveryLine *line = g_ptr_array_index (lines, i);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_string (json, "sku", line->sku);
      sedia_cli_json_quantity (json, "quantity", line->quantity, line->decimals);
      sedia_cli_json_text (json, "product", line->product);
      sedia_cli_json_text (json, "unit", line->unit);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static void
write_served (SediaCliJson *json,
              GPtrArray    *served)
{
  sedia_cli_json_begin_array (json, "served");
  for (guint i = 0; served != NULL && i < served->len; i++)
    {
      const SediaServed *one = g_ptr_array_index (served, i);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_integer (json, "order", one->order_id);
      sedia_cli_json_integer (json, "line", one->position);
      sedia_cli_json_text (json, "customer", one->customer);
      sedia_cli_json_string (json, "sku", one->sku);
      sedia_cli_json_quantity (json, "quantity", one->quantity, one->decimals);
      sedia_cli_json_boolean (json, "line_complete", one->line_complete);
      sedia_cli_json_boolean (json, "order_ready", one->order_ready);
      sedia_cli_json_quantity (json, "still_waiting", one->still_waiting, one->decimals);
      sedia_cli_json_text (json, "phone", one->phone);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static void
write_summary (SediaCliJson             *json,
               const SediaServedSummary *summary)
{
  sedia_cli_json_begin_object (json, "summary");
  sedia_cli_json_integer (json, "lines", summary->lines);
  sedia_cli_json_integer (json, "orders", summary->orders);
  sedia_cli_json_integer (json, "customers", summary->customers);
  sedia_cli_json_end_object (json);
}

/* The object stays open: a preview has more to say. */
static void
write_delivery_open (SediaCliJson        *json,
                     const SediaDelivery *delivery)
{
  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_number_of (json, "delivery", delivery->id);
  sedia_cli_json_text (json, "supplier", delivery->supplier);
  sedia_cli_json_text (json, "note_number", delivery->note_number);
  sedia_cli_json_day_of (json, "at", delivery->at);
  write_delivery_lines (json, "lines", delivery->lines);
  write_served (json, delivery->served);
  write_summary (json, &delivery->summary);
  sedia_cli_json_text (json, "actor", delivery->actor);
  sedia_cli_json_number_of (json, "operation", delivery->operation_id);
  sedia_cli_json_number_of (json, "reverses", delivery->reverses);
  sedia_cli_json_number_of (json, "reversed_by", delivery->reversed_by);
  sedia_cli_json_number_of (json, "purchase", delivery->purchase_id);
}

static void
write_delivery (SediaCliJson   *json,
                gconstpointer   record,
                const SediaCli *cli)
{
  write_delivery_open (json, record);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn delivery_columns[] = {
  { N_("Delivery"), TRUE },  { N_("Supplier"), FALSE }, { N_("Note number"), FALSE },
  { N_("At"), FALSE },       { N_("Lines"), TRUE },     { N_("Who"), FALSE },
  { N_("Takes back"), TRUE }, { N_("Taken back by"), TRUE },
};

static void
add_delivery (SediaCliTable  *table,
              gconstpointer   record,
              const SediaCli *cli)
{
  const SediaDelivery *delivery = record;

  sedia_cli_table_number_of (table, delivery->id);
  sedia_cli_table_text (table, delivery->supplier);
  sedia_cli_table_text (table, delivery->note_number);
  sedia_cli_table_day_of (table, delivery->at);
  sedia_cli_table_quantity (table, delivery->lines != NULL ? delivery->lines->len
                                                           : delivery->n_lines, 0);
  sedia_cli_table_text (table, delivery->actor);
  sedia_cli_table_number_of (table, delivery->reverses);
  sedia_cli_table_number_of (table, delivery->reversed_by);
}

const SediaCliShape sedia_cli_delivery_shape = {
  .json = write_delivery, COLUMNS (delivery_columns), .row = add_delivery
};

static const SediaCliColumn delivery_line_columns[] = {
  { N_("SKU"), FALSE }, { N_("Product"), FALSE }, { N_("Quantity"), TRUE }, { N_("Unit"), FALSE },
};

static char *
format_delivery_lines (GPtrArray *lines)
{
  g_autoptr (SediaCliTable) table = NULL;

  table = sedia_cli_table_new (delivery_line_columns, G_N_ELEMENTS (delivery_line_columns));
  for (guint i = 0; i < lines->len; i++)
    {
      const SediaDeliveryLine *line = g_ptr_array_index (lines, i);

      sedia_cli_table_text (table, line->sku);
      sedia_cli_table_text (table, line->product);
      sedia_cli_table_quantity (table, line->quantity, line->decimals);
      sedia_cli_table_text (table, line->unit);
    }

  return sedia_cli_table_format (table);
}

static const SediaCliColumn served_columns[] = {
  { N_("Order"), TRUE },     { N_("Line"), TRUE },      { N_("Customer"), FALSE },
  { N_("Phone"), FALSE },    { N_("SKU"), FALSE },      { N_("Gets"), TRUE },
  { N_("Still waiting"), TRUE }, { N_("Unit"), FALSE }, { N_("Remarks"), FALSE },
};

static char *
format_served (GPtrArray *served)
{
  g_autoptr (SediaCliTable) table = NULL;

  table = sedia_cli_table_new (served_columns, G_N_ELEMENTS (served_columns));
  for (guint i = 0; i < served->len; i++)
    {
      const SediaServed *one = g_ptr_array_index (served, i);

      sedia_cli_table_number_of (table, one->order_id);
      sedia_cli_table_number_of (table, one->position);
      sedia_cli_table_text (table, one->customer);
      sedia_cli_table_text (table, one->phone);
      sedia_cli_table_text (table, one->sku);
      sedia_cli_table_quantity (table, one->quantity, one->decimals);
      sedia_cli_table_quantity (table, one->still_waiting, one->decimals);
      sedia_cli_table_text (table, one->unit);
      sedia_cli_table_text (table, one->order_ready     ? _("order ready")
                                   : one->line_complete ? _("line complete")
                                                        : NULL);
    }

  return sedia_cli_table_format (table);
}

static void
write_differences (SediaCliJson *json,
                   GPtrArray    *differences)
{
  sedia_cli_json_begin_array (json, "differences");
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    {
      const SediaDifference *one = g_ptr_array_index (differences, i);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_string (json, "sku", one->sku);
      sedia_cli_json_string (json, "kind", sedia_difference_kind_to_string (one->kind));
      sedia_cli_json_quantity (json, "quantity", one->quantity, one->decimals);
      sedia_cli_json_text (json, "unit", one->unit);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static const char *
difference_label (SediaDifferenceKind kind)
{
  switch (kind)
    {
    case SEDIA_DIFFERENCE_SHORT:
      /* Translators: less arrived than was ordered */
      return _("short");

    case SEDIA_DIFFERENCE_OVER:
      /* Translators: more arrived than was ordered */
      return _("over");

    case SEDIA_DIFFERENCE_NOT_ORDERED:
      return _("not ordered");
    }

  g_return_val_if_reached ("");
}

static const SediaCliColumn difference_columns[] = {
  { N_("Difference"), FALSE }, { N_("SKU"), FALSE },  { N_("Product"), FALSE },
  { N_("Quantity"), TRUE },    { N_("Unit"), FALSE },
};

static char *
format_differences (GPtrArray *differences)
{
  g_autoptr (SediaCliTable) table = NULL;

  table = sedia_cli_table_new (difference_columns, G_N_ELEMENTS (difference_columns));
  for (guint i = 0; i < differences->len; i++)
    {
      const SediaDifference *one = g_ptr_array_index (differences, i);

      sedia_cli_table_text (table, difference_label (one->kind));
      sedia_cli_table_text (table, one->sku);
      sedia_cli_table_text (table, one->product);
      sedia_cli_table_quantity (table, one->quantity, one->decimals);
      sedia_cli_table_text (table, one->unit);
    }

  return sedia_cli_table_format (table);
}

static char *
reply_delivery_json (const SediaDelivery *delivery,
                     GPtrArray           *differences,
                     const char          *warning)
{
  gboolean is_preview = delivery->id <= 0;
  SediaCliJson json;

  sedia_cli_json_init (&json);
  write_delivery_open (&json, delivery);
  write_differences (&json, differences);
  if (is_preview)
    {
      sedia_cli_json_boolean (&json, "preview", TRUE);
      write_delivery_lines (&json, "free", delivery->free);
      sedia_cli_json_text (&json, "warning", warning);
    }
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

/* What it came to, or how it stands. */
static char *
delivery_sentence (const SediaDelivery *delivery)
{
  if (delivery->id <= 0)
    return g_strdup (_("Only a preview: nothing was received."));
  if (delivery->reversed_by != 0)
    return g_strdup_printf (_("Taken back by delivery %" PRId64 "."), delivery->reversed_by);
  if (delivery->reverses != 0)
    return g_strdup_printf (_("Takes back delivery %" PRId64 "."), delivery->reverses);

  return sedia_received_sentence (&delivery->summary);
}

/**
 * sedia_cli_reply_delivery:
 * @cli: the command line
 * @delivery: a delivery with its lines, or the preview of one
 * @differences: (nullable) (element-type SediaDifference): from the purchase it is for
 * @warning: (nullable): what would stop the preview from being received
 *
 * Returns: (transfer full): the delivery as JSON, or as a card with its lines and whom it serves
 */
char *
sedia_cli_reply_delivery (const SediaCli      *cli,
                          const SediaDelivery *delivery,
                          GPtrArray           *differences,
                          const char          *warning)
{
  g_autofree char *card = NULL, *sentence = NULL;
  GString *text;

  if (cli->json)
    return reply_delivery_json (delivery, differences, warning);

  card = sedia_cli_reply_one (cli, &sedia_cli_delivery_shape, delivery);
  text = g_string_new (card);

  if (delivery->lines != NULL)
    {
      g_autofree char *lines = format_delivery_lines (delivery->lines);

      g_string_append_printf (text, "\n%s", lines);
    }

  if (differences != NULL && differences->len > 0)
    {
      g_autofree char *list = format_differences (differences);

      g_string_append_printf (text, "\n%s", list);
    }

  if (delivery->served != NULL && delivery->served->len > 0)
    {
      g_autofree char *served = format_served (delivery->served);

      g_string_append_printf (text, "\n%s", served);
    }

  sentence = delivery_sentence (delivery);
  g_string_append_printf (text, "\n%s\n", sentence);

  if (warning != NULL)
    g_string_append_printf (text, "%s\n", warning);

  return g_string_free (text, FALSE);
}
