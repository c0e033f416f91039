/* The table of customer orders and drafts: newest first until the user asks for another order. */
#include "config.h"

#include "sedia-order-table.h"

#include "sedia-format.h"
#include "sedia-order-words.h"

#include <glib/gi18n.h>
#include <inttypes.h>

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_CUSTOMER,
  COLUMN_WHAT,
  COLUMN_AT,
  COLUMN_NEED_BY,
  COLUMN_STATE,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_NUMBER] = { "number", NC_ ("column", "No."), SEDIA_CELL_NUMBER, 4, 5, "number", 0,
                      FALSE },
  [COLUMN_CUSTOMER] = { "customer", NC_ ("column", "Customer"), SEDIA_CELL_TEXT, 9, 16, "customer",
                        0, TRUE },
  [COLUMN_WHAT] = { "what", NC_ ("column", "What"), SEDIA_CELL_TEXT, 9, 20, NULL, 2, TRUE },
  [COLUMN_AT] = { "at", NC_ ("column", "Since"), SEDIA_CELL_TEXT, 9, 9, "at", 1, FALSE },
  [COLUMN_NEED_BY] = { "need-by", NC_ ("column", "Need by"), SEDIA_CELL_TEXT, 9, 10, "need-by", 3,
                       FALSE },
  [COLUMN_STATE] = { "state", NC_ ("column", "State"), SEDIA_CELL_PILL, 11, 11, NULL, 4, FALSE },
};

static void
set_state (SediaCell        *cell,
           const SediaOrder *order)
{
  SediaOrderStatus status;

  if (order->id < 0)
    {
      cell->text = g_strdup (C_("order", "Draft"));
      cell->icon = "document-edit-symbolic";
      cell->tone = "draft";
      return;
    }

  status = sedia_order_status (order);
  cell->text = g_strdup (sedia_order_status_label (status));
  cell->icon = sedia_order_status_icon (status);
  cell->tone = sedia_order_status_tone (status);
}

static void
set_need_by (SediaCell        *cell,
             const SediaOrder *order)
{
  const int need_by = sedia_order_need_by (order);

  if (need_by == SEDIA_NO_DAY)
    return;

  cell->text = sedia_format_due (need_by);
  cell->tooltip = sedia_format_day_full (need_by);
  if (sedia_format_is_late (need_by))
    cell->tone = "late";
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaOrder *order = record;

  switch ((Column) column)
    {
    case COLUMN_NUMBER:
      if (order->id > 0)
        cell->text = g_strdup_printf ("%" PRId64, order->id);
      break;

    case COLUMN_CUSTOMER:
      cell->text = g_strdup (order->customer);
      break;

    case COLUMN_WHAT:
      cell->text = sedia_order_dup_what (order);
      break;

    case COLUMN_AT:
      cell->text = sedia_format_time (order->placed_at);
      cell->tooltip = sedia_format_time_full (order->placed_at);
      break;

    case COLUMN_NEED_BY:
      set_need_by (cell, order);
      break;

    case COLUMN_STATE:
      set_state (cell, order);
      break;
    }
}

const SediaTableSpec sedia_order_table = {
  .kind = SEDIA_LIST_ORDERS,
  .label = N_("Orders"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .describe = describe,
};
