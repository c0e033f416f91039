/* What is printed about each kind of thing: the JSON of the contract, and a table for people. */
#pragma once

#include "sedia-cli-json.h"
#include "sedia-cli-table.h"
#include "sedia-cli.h"

G_BEGIN_DECLS

/**
 * SediaCliShape:
 * @json: writes one record as a JSON object; its name in the object around it is %NULL
 * @columns: (array length=n_columns): the columns for people
 * @n_columns: how many
 * @row: adds one record's cells
 *
 * How one kind of record is printed.
 */
typedef struct
{
  void (*json) (SediaCliJson *json, gconstpointer record, const SediaCli *cli);
  const SediaCliColumn *columns;
  guint n_columns;
  void (*row) (SediaCliTable *table, gconstpointer record, const SediaCli *cli);
} SediaCliShape;

extern const SediaCliShape sedia_cli_product_shape;
extern const SediaCliShape sedia_cli_product_card_shape;
extern const SediaCliShape sedia_cli_customer_shape;
extern const SediaCliShape sedia_cli_customer_card_shape;
extern const SediaCliShape sedia_cli_supplier_shape;
extern const SediaCliShape sedia_cli_order_shape;
extern const SediaCliShape sedia_cli_queue_shape;
extern const SediaCliShape sedia_cli_delivery_shape;
extern const SediaCliShape sedia_cli_purchase_shape;
extern const SediaCliShape sedia_cli_operation_shape;

char *sedia_cli_reply_list (const SediaCli      *cli,
                            const SediaCliShape *shape,
                            GPtrArray           *records);
char *sedia_cli_reply_one (const SediaCli      *cli,
                           const SediaCliShape *shape,
                           gconstpointer        record);
char *sedia_cli_reply_order (const SediaCli   *cli,
                             const SediaOrder *order);
char *sedia_cli_reply_delivery (const SediaCli      *cli,
                                const SediaDelivery *delivery,
                                GPtrArray           *differences,
                                const char          *warning);

G_END_DECLS
