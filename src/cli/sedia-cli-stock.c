/* sale, asked; stock list, show, history, count, issue. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

/* ---- what changes stock */

static GArray *
read_amounts (SediaDb         *db,
              const SediaCli  *cli,
              GError         **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  if (!sedia_cli_add_amounts (db, cli->arguments, amounts, error))
    return NULL;

  return g_steal_pointer (&amounts);
}

static gboolean
is_among (GPtrArray *products,
          gint64     product_id)
{
  for (guint i = 0; i < products->len; i++)
    if (((const SediaProduct *) g_ptr_array_index (products, i))->id == product_id)
      return TRUE;

  return FALSE;
}

/* The products whose balance was touched, each once, in the order they were named. */
static char *
reply_touched (SediaDb         *db,
               const SediaCli  *cli,
               GArray          *amounts,
               GError         **error)
{
  g_autoptr (GPtrArray) products = NULL;

  products = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_product_free);
  for (guint i = 0; i < amounts->len; i++)
    {
      gint64 id = g_array_index (amounts, SediaAmount, i).product_id;
      SediaProduct *product;

      if (is_among (products, id))
        continue;

      product = sedia_product_read (db, id, error);
      if (product == NULL)
        return NULL;

      g_ptr_array_add (products, product);
    }

  return sedia_cli_reply_list (cli, &sedia_cli_product_shape, products);
}

/**
 * sedia_cli_sale: sale SKU=QTY ...
 */
char *
sedia_cli_sale (SediaDb   *db,
                SediaCli  *cli,
                GError   **error)
{
  g_autoptr (GArray) amounts = read_amounts (db, cli, error);

  if (amounts == NULL ||
      !sedia_stock_sell (db, amounts, sedia_cli_has (cli, "override"), error))
    return NULL;

  return reply_touched (db, cli, amounts, error);
}

/**
 * sedia_cli_asked: asked SKU=QTY ...
 */
char *
sedia_cli_asked (SediaDb   *db,
                 SediaCli  *cli,
                 GError   **error)
{
  g_autoptr (GArray) amounts = read_amounts (db, cli, error);

  if (amounts == NULL || !sedia_stock_asked (db, amounts, error))
    return NULL;

  return reply_touched (db, cli, amounts, error);
}

/**
 * sedia_cli_stock_count: stock count SKU=QTY ...
 */
char *
sedia_cli_stock_count (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  g_autoptr (GArray) amounts = read_amounts (db, cli, error);

  if (amounts == NULL ||
      !sedia_stock_count (db, amounts, sedia_cli_get (cli, "reason"), error))
    return NULL;

  return reply_touched (db, cli, amounts, error);
}

/**
 * sedia_cli_stock_issue: stock issue SKU=QTY ...
 */
char *
sedia_cli_stock_issue (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  g_autoptr (GArray) amounts = read_amounts (db, cli, error);

  if (amounts == NULL ||
      !sedia_stock_issue (db, amounts, sedia_cli_get (cli, "reason"),
                          sedia_cli_has (cli, "override"), error))
    return NULL;

  return reply_touched (db, cli, amounts, error);
}

/* ---- what shows stock */

/**
 * sedia_cli_stock_list: stock list
 */
char *
sedia_cli_stock_list (SediaDb   *db,
                      SediaCli  *cli,
                      GError   **error)
{
  return sedia_cli_product_list (db, cli, error);
}

/**
 * sedia_cli_stock_show: stock show SKU
 */
char *
sedia_cli_stock_show (SediaDb   *db,
                      SediaCli  *cli,
                      GError   **error)
{
  return sedia_cli_product_show (db, cli, error);
}

static void
write_movement (SediaCliJson        *json,
                const SediaMovement *movement,
                const SediaProduct  *product)
{
  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "movement", movement->id);
  sedia_cli_json_string (json, "sku", product->sku);
  sedia_cli_json_day_of (json, "at", movement->at);
  sedia_cli_json_quantity (json, "quantity", movement->quantity, product->decimals);
  sedia_cli_json_quantity (json, "balance", movement->balance, product->decimals);
  sedia_cli_json_text (json, "reason", movement->reason);
  sedia_cli_json_number_of (json, "document", movement->document);
  sedia_cli_json_text (json, "actor", movement->actor);
  sedia_cli_json_text (json, "note", movement->note);
  sedia_cli_json_boolean (json, "reversed", movement->reversed);
  sedia_cli_json_number_of (json, "operation", movement->operation_id);
  sedia_cli_json_time (json, "time", movement->at);
  sedia_cli_json_time (json, "entered", movement->entered_at);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn movement_columns[] = {
  { N_("Happened"), FALSE }, { N_("Entered"), FALSE }, { N_("Quantity"), TRUE },
  { N_("On hand"), TRUE },   { N_("Reason"), FALSE },  { N_("Document"), TRUE },
  { N_("Who"), FALSE },      { N_("Note"), FALSE },
};

static void
add_movement (SediaCliTable       *table,
              const SediaMovement *movement,
              const SediaProduct  *product)
{
  sedia_cli_table_time (table, movement->at);
  sedia_cli_table_time (table, movement->entered_at);
  sedia_cli_table_quantity (table, movement->quantity, product->decimals);
  sedia_cli_table_quantity (table, movement->balance, product->decimals);
  sedia_cli_table_text (table, sedia_movement_reason_label (movement->reason));
  sedia_cli_table_number_of (table, movement->document);
  sedia_cli_table_text (table, movement->actor);
  sedia_cli_table_text (table, movement->note);
}

static char *
reply_movements (const SediaCli     *cli,
                 GPtrArray          *movements,
                 const SediaProduct *product)
{
  g_autoptr (SediaCliTable) table = NULL;
  SediaCliJson json;

  if (cli->json)
    {
      sedia_cli_json_init (&json);
      sedia_cli_json_begin_array (&json, NULL);
      for (guint i = 0; i < movements->len; i++)
        write_movement (&json, g_ptr_array_index (movements, i), product);
      sedia_cli_json_end_array (&json);

      return sedia_cli_json_finish (&json);
    }

  table = sedia_cli_table_new (movement_columns, G_N_ELEMENTS (movement_columns));
  for (guint i = 0; i < movements->len; i++)
    add_movement (table, g_ptr_array_index (movements, i), product);

  return sedia_cli_table_format (table);
}

/**
 * sedia_cli_stock_history: stock history SKU
 */
char *
sedia_cli_stock_history (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  gint64 limit = sedia_cli_number (sedia_cli_get (cli, "limit"));
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (GPtrArray) movements = NULL;

  product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0), error);
  if (product == NULL)
    return NULL;

  movements = sedia_movement_list (db, product->id, (guint) MIN (limit, G_MAXINT), error);
  if (movements == NULL)
    return NULL;

  return reply_movements (cli, movements, product);
}
