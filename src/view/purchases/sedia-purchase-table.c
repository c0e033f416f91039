/* The table of purchases: what is expected first comes first, and so what is late. */
#include "config.h"

#include "sedia-purchase-table.h"

#include "sedia-format.h"
#include "sedia-purchase-words.h"

#include <glib/gi18n.h>
#include <inttypes.h>

typedef enum
{
  COLUMN_EXPECTED,
  COLUMN_SUPPLIER,
  COLUMN_WHAT,
  COLUMN_TO_COME,
  COLUMN_HOLDS_UP,
  COLUMN_NUMBER,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_EXPECTED] = { "expected", NC_ ("column", "Expected"), SEDIA_CELL_PILL, 13, 16, "expected",
                        0, FALSE },
  [COLUMN_SUPPLIER] = { "supplier", NC_ ("column", "Supplier"), SEDIA_CELL_TEXT, 8, 16, "supplier",
                        0, TRUE },
  [COLUMN_WHAT] = { "what", NC_ ("column", "What"), SEDIA_CELL_TEXT, 8, 20, NULL, 3, TRUE },
  [COLUMN_TO_COME] = { "to-come", NC_ ("column", "To come"), SEDIA_CELL_TEXT, 8, 12, NULL, 2,
                       FALSE },
  [COLUMN_HOLDS_UP] = { "holds-up", NC_ ("column", "Holds up"), SEDIA_CELL_TEXT, 11, 11, NULL, 0,
                        FALSE },
  [COLUMN_NUMBER] = { "number", NC_ ("column", "No."), SEDIA_CELL_NUMBER, 4, 5, "number", 1,
                      FALSE },
};

static void
set_expected (SediaCell           *cell,
              const SediaPurchase *purchase)
{
  cell->text = sedia_purchase_dup_state (purchase);
  cell->icon = sedia_purchase_state_icon (purchase);
  cell->tone = sedia_purchase_state_tone (purchase);
  if (purchase->status == SEDIA_PURCHASE_CONFIRMED && purchase->next != SEDIA_NO_DAY)
    cell->tooltip = sedia_format_day_full (purchase->next);
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaPurchase *purchase = record;

  switch ((Column) column)
    {
    case COLUMN_EXPECTED:
      set_expected (cell, purchase);
      break;

    case COLUMN_SUPPLIER:
      cell->text = g_strdup (purchase->supplier);
      break;

    case COLUMN_WHAT:
      cell->text = sedia_purchase_dup_what (purchase);
      break;

    case COLUMN_TO_COME:
      cell->text = purchase->id > 0 ? sedia_purchase_dup_to_come (purchase) : NULL;
      break;

    case COLUMN_HOLDS_UP:
      cell->text = sedia_purchase_dup_customers (purchase->n_customers);
      break;

    case COLUMN_NUMBER:
      if (purchase->id > 0)
        cell->text = g_strdup_printf ("%" PRId64, purchase->id);
      break;
    }
}

const SediaTableSpec sedia_purchase_table = {
  .kind = SEDIA_LIST_PURCHASES,
  .label = N_("Purchases"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort = "expected",
  .describe = describe,
};
