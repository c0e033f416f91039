/* The table of products: SKU, name, the numbers, the state. */
#include "config.h"

#include "sedia-stock-table.h"

#include "sedia-stock-parts.h"

#include <glib/gi18n.h>

typedef enum
{
  COLUMN_SKU,
  COLUMN_NAME,
  COLUMN_ON_HAND,
  COLUMN_RESERVED,
  COLUMN_FREE,
  COLUMN_WAITING,
  COLUMN_STATE,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_SKU] = { "sku", NC_ ("column", "SKU"), SEDIA_CELL_CODE, 0, 0, "sku", 0, FALSE },
  [COLUMN_NAME] = { "name", NC_ ("column", "Name"), SEDIA_CELL_TEXT, 10, 24, "name", 0, TRUE },
  [COLUMN_ON_HAND] = { "on-hand", NC_ ("column", "On hand"), SEDIA_CELL_NUMBER, 5, 9, "on-hand", 3,
                       FALSE },
  [COLUMN_RESERVED] = { "reserved", NC_ ("column", "Reserved"), SEDIA_CELL_NUMBER, 5, 6, "reserved",
                        1, FALSE },
  [COLUMN_FREE] = { "free", NC_ ("column", "Free"), SEDIA_CELL_NUMBER, 5, 6, "free", 0, FALSE },
  [COLUMN_WAITING] = { "waiting", NC_ ("column", "Waiting"), SEDIA_CELL_NUMBER, 5, 6, "waiting", 2,
                       FALSE },
  [COLUMN_STATE] = { "state", NC_ ("column", "State"), SEDIA_CELL_PILL, 9, 9, "state", 4, FALSE },
};

static void
set_state (SediaCell       *cell,
           SediaStockState  state)
{
  cell->text = g_strdup (sedia_stock_state_label (state));
  cell->icon = sedia_stock_state_icon (state);
  cell->tone = sedia_stock_tone (state);
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaProduct *product = record;

  switch ((Column) column)
    {
    case COLUMN_SKU:
      cell->text = g_strdup (product->sku);
      break;

    case COLUMN_NAME:
      cell->text = g_strdup (product->name);
      break;

    case COLUMN_ON_HAND:
      sedia_cell_set_amount (cell, product->on_hand, product->decimals, product->unit);
      break;

    case COLUMN_RESERVED:
      sedia_cell_set_amount (cell, product->reserved, product->decimals, NULL);
      break;

    case COLUMN_FREE:
      sedia_cell_set_amount (cell, product->on_hand - product->reserved, product->decimals, NULL);
      break;

    case COLUMN_WAITING:
      sedia_cell_set_amount (cell, product->open - product->reserved, product->decimals, NULL);
      break;

    case COLUMN_STATE:
      set_state (cell, sedia_product_state (product));
      break;
    }
}

const SediaTableSpec sedia_stock_table = {
  .kind = SEDIA_LIST_STOCK,
  .label = N_("Stock"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort = "name",
  .describe = describe,
};
