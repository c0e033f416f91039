/* The table of deliveries and drafts: newest first until the user asks for another order. */
#include "config.h"

#include "sedia-delivery-table.h"

#include "sedia-format.h"

#include <glib/gi18n.h>
#include <inttypes.h>

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_AT,
  COLUMN_SUPPLIER,
  COLUMN_NOTE,
  COLUMN_LINES,
  COLUMN_STATE,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_NUMBER] = { "number", NC_ ("column", "No."), SEDIA_CELL_NUMBER, 4, 5, "number", 0,
                      FALSE },
  [COLUMN_AT] = { "at", NC_ ("column", "When"), SEDIA_CELL_TEXT, 11, 11, "at", 0, FALSE },
  [COLUMN_SUPPLIER] = { "supplier", NC_ ("column", "Supplier"), SEDIA_CELL_TEXT, 8, 20, "supplier",
                        0, TRUE },
  [COLUMN_NOTE] = { "note", NC_ ("column", "Note number"), SEDIA_CELL_TEXT, 8, 12, NULL, 1, FALSE },
  [COLUMN_LINES] = { "lines", NC_ ("column", "Lines"), SEDIA_CELL_NUMBER, 4, 5, NULL, 2, FALSE },
  [COLUMN_STATE] = { "state", NC_ ("column", "State"), SEDIA_CELL_PILL, 10, 10, NULL, 3, FALSE },
};

static void
set_state (SediaCell           *cell,
           const SediaDelivery *delivery)
{
  if (delivery->id < 0)
    {
      cell->text = g_strdup (C_("delivery", "Draft"));
      cell->icon = "document-edit-symbolic";
      cell->tone = "draft";
    }
  else if (delivery->reversed_by != 0 || delivery->reverses != 0)
    {
      cell->text = g_strdup (delivery->reversed_by != 0 ? C_("delivery", "Taken back")
                                                        : C_("delivery", "Reversal"));
      cell->icon = "edit-undo-symbolic";
      cell->tone = "taken-back";
    }
  else
    {
      cell->text = g_strdup (C_("delivery", "Received"));
      cell->icon = "sedia-ready-symbolic";
      cell->tone = "ok";
    }
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaDelivery *delivery = record;

  switch ((Column) column)
    {
    case COLUMN_NUMBER:
      if (delivery->id > 0)
        cell->text = g_strdup_printf ("%" PRId64, delivery->id);
      break;

    case COLUMN_AT:
      cell->text = sedia_format_time (delivery->at);
      cell->tooltip = sedia_format_time_full (delivery->at);
      break;

    case COLUMN_SUPPLIER:
      cell->text = g_strdup (delivery->supplier);
      break;

    case COLUMN_NOTE:
      cell->text = g_strdup (delivery->note_number);
      break;

    case COLUMN_LINES:
      sedia_cell_set_amount (cell, delivery->n_lines, 0, NULL);
      break;

    case COLUMN_STATE:
      set_state (cell, delivery);
      break;
    }
}

const SediaTableSpec sedia_delivery_table = {
  .kind = SEDIA_LIST_DELIVERIES,
  .label = N_("Deliveries"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .describe = describe,
};
