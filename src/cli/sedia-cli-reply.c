/* How products, people and operations are printed; the general part for every kind. */
#include "config.h"

#include "sedia-cli-reply.h"

#include "sedia-wording.h"

#include <glib/gi18n.h>

#define COLUMNS(list) .columns = (list), .n_columns = G_N_ELEMENTS (list)

/* ---- products */

static void
write_product (SediaCliJson   *json,
               gconstpointer   record,
               const SediaCli *cli)
{
  const SediaProduct *product = record;
  guint decimals = product->decimals;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "sku", product->sku);
  sedia_cli_json_string (json, "name", product->name);
  sedia_cli_json_begin_array (json, "barcodes");
  for (char **code = product->barcodes; code != NULL && *code != NULL; code++)
    sedia_cli_json_string (json, NULL, *code);
  sedia_cli_json_end_array (json);
  sedia_cli_json_text (json, "unit", product->unit);
  sedia_cli_json_integer (json, "decimals", decimals);
  sedia_cli_json_number_of (json, "pack", product->pack);
  sedia_cli_json_text (json, "category", product->category);
  sedia_cli_json_text (json, "supplier", product->supplier);
  sedia_cli_json_quantity (json, "on_hand", product->on_hand, decimals);
  sedia_cli_json_quantity (json, "reserved", product->reserved, decimals);
  sedia_cli_json_quantity (json, "free", product->on_hand - product->reserved, decimals);
  sedia_cli_json_quantity (json, "waiting", product->open - product->reserved, decimals);
  sedia_cli_json_quantity (json, "incoming", product->incoming, decimals);
  sedia_cli_json_quantity (json, "demand", product->open, decimals);
  sedia_cli_json_quantity (json, "projected",
                           product->on_hand + product->incoming - product->open, decimals);
  sedia_cli_json_quantity (json, "minimum", product->minimum, decimals);
  sedia_cli_json_quantity (json, "maximum", product->maximum, decimals);
  sedia_cli_json_quantity (json, "moq", product->moq, decimals);
  sedia_cli_json_string (json, "backorder", sedia_backorder_policy_to_string (product->backorder));
  sedia_cli_json_quantity (json, "backorder_limit", product->backorder_limit, decimals);
  sedia_cli_json_money (json, "price", product->price);
  sedia_cli_json_money (json, "cost", product->cost);
  sedia_cli_json_boolean (json, "allow_negative", product->allow_negative);
  sedia_cli_json_text (json, "note", product->note);
  sedia_cli_json_boolean (json, "archived", product->archived);
  sedia_cli_json_number_of (json, "backorder_wait", product->backorder_wait);
  sedia_cli_json_number_of (json, "backorder_deposit", product->backorder_deposit);
  sedia_cli_json_text (json, "backorder_why", product->backorder_why);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn product_columns[] = {
  { N_("SKU"), FALSE },      { N_("Name"), FALSE },   { N_("On hand"), TRUE },
  { N_("Reserved"), TRUE },  { N_("Free"), TRUE },    { N_("Waiting"), TRUE },
  { N_("Incoming"), TRUE },  { N_("Unit"), FALSE },   { N_("State"), FALSE },
};

static void
add_product (SediaCliTable  *table,
             gconstpointer   record,
             const SediaCli *cli)
{
  const SediaProduct *product = record;

  sedia_cli_table_text (table, product->sku);
  sedia_cli_table_text (table, product->name);
  sedia_cli_table_quantity (table, product->on_hand, product->decimals);
  sedia_cli_table_quantity (table, product->reserved, product->decimals);
  sedia_cli_table_quantity (table, product->on_hand - product->reserved, product->decimals);
  sedia_cli_table_quantity (table, product->open - product->reserved, product->decimals);
  sedia_cli_table_quantity (table, product->incoming, product->decimals);
  sedia_cli_table_text (table, product->unit);
  sedia_cli_table_text (table, sedia_stock_state_label (sedia_product_state (product)));
}

const SediaCliShape sedia_cli_product_shape = {
  .json = write_product, COLUMNS (product_columns), .row = add_product
};

static const SediaCliColumn product_card_columns[] = {
  { N_("SKU"), FALSE },          { N_("Name"), FALSE },
  { N_("Barcodes"), FALSE },     { N_("Unit"), FALSE },
  { N_("Decimals"), TRUE },      { N_("Pack"), TRUE },
  { N_("Category"), FALSE },     { N_("Supplier"), FALSE },
  { N_("On hand"), TRUE },       { N_("Reserved"), TRUE },
  { N_("Free"), TRUE },          { N_("Waiting"), TRUE },
  { N_("Incoming"), TRUE },      { N_("Demand"), TRUE },
  { N_("Projected"), TRUE },     { N_("Minimum"), TRUE },
  { N_("Maximum"), TRUE },       { N_("Minimum order"), TRUE },
  { N_("Waiting orders"), FALSE }, { N_("Most that may wait"), TRUE },
  { N_("Longest wait"), TRUE },  { N_("Deposit %"), TRUE },
  { N_("Why"), FALSE },
  { N_("Price"), TRUE },         { N_("Cost"), TRUE },
  { N_("Note"), FALSE },         { N_("State"), FALSE },
};

static void
add_product_card (SediaCliTable  *table,
                  gconstpointer   record,
                  const SediaCli *cli)
{
  const SediaProduct *product = record;
  guint decimals = product->decimals;
  g_autofree char *barcodes = NULL;

  if (product->barcodes != NULL)
    barcodes = g_strjoinv (", ", product->barcodes);

  sedia_cli_table_text (table, product->sku);
  sedia_cli_table_text (table, product->name);
  sedia_cli_table_text (table, barcodes);
  sedia_cli_table_text (table, product->unit);
  sedia_cli_table_quantity (table, decimals, 0);
  sedia_cli_table_number_of (table, product->pack);
  sedia_cli_table_text (table, product->category);
  sedia_cli_table_text (table, product->supplier);
  sedia_cli_table_quantity (table, product->on_hand, decimals);
  sedia_cli_table_quantity (table, product->reserved, decimals);
  sedia_cli_table_quantity (table, product->on_hand - product->reserved, decimals);
  sedia_cli_table_quantity (table, product->open - product->reserved, decimals);
  sedia_cli_table_quantity (table, product->incoming, decimals);
  sedia_cli_table_quantity (table, product->open, decimals);
  sedia_cli_table_quantity (table, product->on_hand + product->incoming - product->open, decimals);
  sedia_cli_table_quantity (table, product->minimum, decimals);
  sedia_cli_table_quantity (table, product->maximum, decimals);
  sedia_cli_table_quantity (table, product->moq, decimals);
  sedia_cli_table_text (table, sedia_backorder_policy_to_string (product->backorder));
  sedia_cli_table_quantity (table, product->backorder_limit, decimals);
  sedia_cli_table_number_of (table, product->backorder_wait);
  sedia_cli_table_number_of (table, product->backorder_deposit);
  sedia_cli_table_text (table, product->backorder_why);
  sedia_cli_table_money (table, product->price);
  sedia_cli_table_money (table, product->cost);
  sedia_cli_table_text (table, product->note);
  sedia_cli_table_text (table, product->archived
                                 ? _("archived")
                                 : sedia_stock_state_label (sedia_product_state (product)));
}

const SediaCliShape sedia_cli_product_card_shape = {
  .json = write_product, COLUMNS (product_card_columns), .row = add_product_card
};

/* ---- people */

static void
write_customer (SediaCliJson   *json,
                gconstpointer   record,
                const SediaCli *cli)
{
  const SediaCustomer *customer = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "name", customer->name);
  sedia_cli_json_text (json, "code", customer->code);
  sedia_cli_json_text (json, "phone", customer->phone);
  sedia_cli_json_text (json, "email", customer->email);
  sedia_cli_json_string (json, "channel", sedia_channel_to_string (customer->channel));
  sedia_cli_json_text (json, "language", customer->language);
  sedia_cli_json_text (json, "note", customer->note);
  sedia_cli_json_boolean (json, "do_not_contact", customer->do_not_contact);
  sedia_cli_json_boolean (json, "archived", customer->archived);
  sedia_cli_json_integer (json, "open_lines", customer->open_lines);
  sedia_cli_json_integer (json, "waiting_lines", customer->waiting_lines);
  sedia_cli_json_integer (json, "id", customer->id);
  sedia_cli_json_text (json, "merged_into", customer->merged_name);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn customer_columns[] = {
  { N_("Name"), FALSE },    { N_("Code"), FALSE },      { N_("Phone"), FALSE },
  { N_("E-mail"), FALSE },  { N_("Channel"), FALSE },   { N_("Open lines"), TRUE },
  { N_("Waiting lines"), TRUE },
};

static void
add_customer (SediaCliTable  *table,
              gconstpointer   record,
              const SediaCli *cli)
{
  const SediaCustomer *customer = record;

  sedia_cli_table_text (table, customer->name);
  sedia_cli_table_text (table, customer->code);
  sedia_cli_table_text (table, customer->phone);
  sedia_cli_table_text (table, customer->email);
  sedia_cli_table_text (table, customer->do_not_contact ? _("do not contact")
                                                        : sedia_channel_label (customer->channel));
  sedia_cli_table_quantity (table, customer->open_lines, 0);
  sedia_cli_table_quantity (table, customer->waiting_lines, 0);
}

const SediaCliShape sedia_cli_customer_shape = {
  .json = write_customer, COLUMNS (customer_columns), .row = add_customer
};

static const SediaCliColumn customer_card_columns[] = {
  { N_("Name"), FALSE },     { N_("Code"), FALSE },      { N_("Phone"), FALSE },
  { N_("E-mail"), FALSE },   { N_("Channel"), FALSE },   { N_("Open lines"), TRUE },
  { N_("Waiting lines"), TRUE }, { N_("Language"), FALSE }, { N_("Note"), FALSE },
  { N_("State"), FALSE },
};

static void
add_customer_card (SediaCliTable  *table,
                   gconstpointer   record,
                   const SediaCli *cli)
{
  const SediaCustomer *customer = record;
  g_autofree char *merged = NULL;

  if (customer->merged_into != 0)
    merged = g_strdup_printf (_("merged into %s"), customer->merged_name);

  add_customer (table, record, cli);
  sedia_cli_table_text (table, customer->language);
  sedia_cli_table_text (table, customer->note);
  sedia_cli_table_text (table, customer->archived && merged == NULL ? _("archived") : merged);
}

const SediaCliShape sedia_cli_customer_card_shape = {
  .json = write_customer, COLUMNS (customer_card_columns), .row = add_customer_card
};

static void
write_supplier (SediaCliJson   *json,
                gconstpointer   record,
                const SediaCli *cli)
{
  const SediaSupplier *supplier = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "name", supplier->name);
  sedia_cli_json_text (json, "code", supplier->code);
  sedia_cli_json_text (json, "phone", supplier->phone);
  sedia_cli_json_text (json, "email", supplier->email);
  sedia_cli_json_quantity (json, "lead_days",
                           supplier->lead_days >= 0 ? supplier->lead_days : SEDIA_NO_AMOUNT, 0);
  sedia_cli_json_money (json, "least_value", supplier->least_value);
  sedia_cli_json_text (json, "note", supplier->note);
  sedia_cli_json_boolean (json, "archived", supplier->archived);
  sedia_cli_json_integer (json, "id", supplier->id);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn supplier_columns[] = {
  { N_("Name"), FALSE },    { N_("Code"), FALSE },      { N_("Phone"), FALSE },
  { N_("E-mail"), FALSE },  { N_("Lead days"), TRUE },  { N_("Least order"), TRUE },
  { N_("Note"), FALSE },
};

static void
add_supplier (SediaCliTable  *table,
              gconstpointer   record,
              const SediaCli *cli)
{
  const SediaSupplier *supplier = record;

  sedia_cli_table_text (table, supplier->name);
  sedia_cli_table_text (table, supplier->code);
  sedia_cli_table_text (table, supplier->phone);
  sedia_cli_table_text (table, supplier->email);
  sedia_cli_table_quantity (table, supplier->lead_days >= 0 ? supplier->lead_days : SEDIA_NO_AMOUNT,
                            0);
  sedia_cli_table_money (table, supplier->least_value);
  sedia_cli_table_text (table, supplier->note);
}

const SediaCliShape sedia_cli_supplier_shape = {
  .json = write_supplier, COLUMNS (supplier_columns), .row = add_supplier
};

/* ---- the log */

static void
write_operation (SediaCliJson   *json,
                 gconstpointer   record,
                 const SediaCli *cli)
{
  const SediaOperation *operation = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "operation", operation->id);
  sedia_cli_json_day_of (json, "at", operation->at);
  sedia_cli_json_text (json, "actor", operation->actor);
  sedia_cli_json_string (json, "kind", operation->kind);
  sedia_cli_json_text (json, "subject", operation->subject);
  sedia_cli_json_text (json, "reason", operation->reason);
  sedia_cli_json_number_of (json, "undoes", operation->undoes);
  sedia_cli_json_number_of (json, "undone_by", operation->undone_by);
  sedia_cli_json_time (json, "time", operation->at);
  sedia_cli_json_time (json, "entered", operation->entered_at);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn operation_columns[] = {
  { N_("Operation"), TRUE }, { N_("Happened"), FALSE },  { N_("Entered"), FALSE },
  { N_("Who"), FALSE },      { N_("What"), FALSE },      { N_("Why"), FALSE },
  { N_("Undone by"), TRUE },
};

static void
add_operation (SediaCliTable  *table,
               gconstpointer   record,
               const SediaCli *cli)
{
  const SediaOperation *operation = record;
  g_autofree char *label = sedia_operation_label (operation->kind, operation->subject);

  sedia_cli_table_number_of (table, operation->id);
  sedia_cli_table_time (table, operation->at);
  sedia_cli_table_time (table, operation->entered_at);
  sedia_cli_table_text (table, operation->actor);
  sedia_cli_table_text (table, label);
  sedia_cli_table_text (table, operation->reason);
  sedia_cli_table_number_of (table, operation->undone_by);
}

const SediaCliShape sedia_cli_operation_shape = {
  .json = write_operation, COLUMNS (operation_columns), .row = add_operation
};

/* ---- every kind */

/**
 * sedia_cli_reply_list:
 * @cli: the command line
 * @shape: how such records are printed
 * @records: the records
 *
 * Returns: (transfer full): a JSON array, or a table
 */
char *
sedia_cli_reply_list (const SediaCli      *cli,
                      const SediaCliShape *shape,
                      GPtrArray           *records)
{
  g_autoptr (SediaCliTable) table = NULL;
  SediaCliJson json;

  g_return_val_if_fail (records != NULL, NULL);

  if (cli->json)
    {
      sedia_cli_json_init (&json);
      sedia_cli_json_begin_array (&json, NULL);
      for (guint i = 0; i < records->len; i++)
        shape->json (&json, g_ptr_array_index (records, i), cli);
      sedia_cli_json_end_array (&json);

      return sedia_cli_json_finish (&json);
    }

  table = sedia_cli_table_new (shape->columns, shape->n_columns);
  for (guint i = 0; i < records->len; i++)
    shape->row (table, g_ptr_array_index (records, i), cli);

  return sedia_cli_table_format (table);
}

/**
 * sedia_cli_reply_one:
 * @cli: the command line
 * @shape: how such records are printed
 * @record: the record
 *
 * Returns: (transfer full): a JSON object, or a card with a line per field
 */
char *
sedia_cli_reply_one (const SediaCli      *cli,
                     const SediaCliShape *shape,
                     gconstpointer        record)
{
  g_autoptr (SediaCliTable) table = NULL;
  SediaCliJson json;

  g_return_val_if_fail (record != NULL, NULL);

  if (cli->json)
    {
      sedia_cli_json_init (&json);
      shape->json (&json, record, cli);

      return sedia_cli_json_finish (&json);
    }

  table = sedia_cli_table_new (shape->columns, shape->n_columns);
  shape->row (table, record, cli);

  return sedia_cli_table_format_card (table);
}
