/* The table of waiting lines, with their groups.
 *
 * A row is a line or the heading of a group. In groups by product or customer the column that would
 * say the same in every row is not there.
 */
#include "config.h"

#include "sedia-waiting-table.h"

#include "sedia-expected-wording.h"
#include "sedia-format.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

typedef enum
{
  COLUMN_PLACE,
  COLUMN_CUSTOMER,
  COLUMN_PRODUCT,
  COLUMN_OPEN,
  COLUMN_RESERVED,
  COLUMN_WAITING,
  COLUMN_NEED_BY,
  COLUMN_EXPECTED,
  COLUMN_TOLD,
  COLUMN_SINCE,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_PLACE] = { "place", NC_ ("column", "#"), SEDIA_CELL_MARK, 2, 3, NULL, 0, FALSE },
  [COLUMN_CUSTOMER] = { "customer", NC_ ("column", "Customer"), SEDIA_CELL_TEXT, 18, 20, "customer",
                        0, TRUE },
  [COLUMN_PRODUCT] = { "product", NC_ ("column", "Product"), SEDIA_CELL_TEXT, 18, 20, "product", 0,
                       TRUE },
  [COLUMN_OPEN] = { "open", NC_ ("column", "Open"), SEDIA_CELL_NUMBER, 8, 8, "open", 0, FALSE },
  [COLUMN_RESERVED] = { "reserved", NC_ ("column", "Reserved"), SEDIA_CELL_NUMBER, 4, 5, "reserved",
                        2, FALSE },
  [COLUMN_WAITING] = { "waiting", NC_ ("column", "Waiting"), SEDIA_CELL_NUMBER, 4, 5, "waiting", 4,
                       FALSE },
  [COLUMN_NEED_BY] = { "need-by", NC_ ("column", "Need by"), SEDIA_CELL_TEXT, 8, 10, "need-by", 5,
                       FALSE },
  [COLUMN_EXPECTED] = { "expected", NC_ ("column", "Expected"), SEDIA_CELL_TEXT, 8, 10, NULL, 6,
                        FALSE },
  [COLUMN_TOLD] = { "told", NC_ ("column", "Told"), SEDIA_CELL_PILL, 8, 8, NULL, 3, FALSE },
  [COLUMN_SINCE] = { "since", NC_ ("column", "Since"), SEDIA_CELL_TEXT, 8, 9, "since", 1, FALSE },
};

/* ---- a line */

/* A number, or why there is none. */
static void
set_place (SediaCell            *cell,
           const SediaOrderLine *line)
{
  if (sedia_order_line_open (line) == 0)
    {
      cell->icon = "object-select-symbolic";
      cell->tooltip = g_strdup (_("Nothing of it is open any more"));
    }
  else if (sedia_order_line_waiting (line) == 0)
    {
      cell->icon = "sedia-ready-symbolic";
      cell->tooltip = g_strdup (_("Ready to hand over"));
    }
  else if (line->held)
    {
      cell->icon = "sedia-held-symbolic";
      cell->tooltip =
        g_strdup (_("Held: arriving stock passes it by until it is reserved again"));
    }
  else
    {
      cell->text = g_strdup_printf ("%u", line->queue_position);
      cell->tooltip = g_strdup_printf (_("Place %u in the queue of this product"),
                                       line->queue_position);
    }
}

static void
set_need_by (SediaCell            *cell,
             const SediaOrderLine *line)
{
  cell->text = sedia_format_due (line->need_by);
  cell->tooltip = sedia_format_day_full (line->need_by);
  cell->tone = sedia_format_is_late (line->need_by) ? "late" : NULL;
}

/* Too late is said by the tone, and why by the tooltip; nobody knowing is said as such. */
static void
set_expected (SediaCell            *cell,
              const SediaOrderLine *line)
{
  const int latest = line->is_stated ? line->expected : MAX (line->expected, line->latest);
  const int today = sedia_day_today ();
  g_autofree char *words = sedia_line_expected_short (line);
  g_autofree char *source = sedia_line_expected_source_words (line);

  if (sedia_order_line_waiting (line) <= 0)
    return;

  if (words == NULL)
    {
      cell->text = g_strdup (C_("expected", "unknown"));
      cell->tooltip = g_strdup (_("Nobody knows yet when it comes"));
      return;
    }

  /* Translators: a day on which something was expected that has not come: "22 Nov, late" */
  cell->text = latest < today ? g_strdup_printf (C_("expected", "%s, late"), words)
                              : g_strdup (words);
  if (sedia_expected_is_late (latest, line->need_by, today))
    /* Translators: what the day something comes rests on */
    cell->tooltip = g_strdup_printf (_("Too late for when it is needed: %s"), source);
  else
    cell->tooltip = g_strdup (source);
  if (latest < today || sedia_expected_is_late (latest, line->need_by, today))
    cell->tone = "late";
}

static void
set_told (SediaCell            *cell,
          const SediaOrderLine *line)
{
  g_autofree char *when = NULL;

  cell->text = g_strdup (sedia_format_told_label (line->told));
  cell->icon = sedia_format_told_icon (line->told);
  cell->tone = line->told == SEDIA_TOLD_YES ? "told" : NULL;
  if (line->told_at == 0)
    return;

  when = sedia_format_time_full (line->told_at);
  cell->tooltip = g_strdup_printf (_("Last contact: %s"), when);
}

static void
describe_line (SediaCell            *cell,
               Column                column,
               const SediaOrderLine *line)
{
  switch (column)
    {
    case COLUMN_PLACE:
      set_place (cell, line);
      break;

    case COLUMN_CUSTOMER:
      cell->text = g_strdup (line->customer);
      break;

    case COLUMN_PRODUCT:
      cell->text = g_strdup (line->product);
      break;

    case COLUMN_OPEN:
      sedia_cell_set_amount (cell, sedia_order_line_open (line), line->decimals, line->unit);
      break;

    case COLUMN_RESERVED:
      sedia_cell_set_amount (cell, line->reserved, line->decimals, NULL);
      break;

    case COLUMN_WAITING:
      sedia_cell_set_amount (cell, sedia_order_line_waiting (line), line->decimals, NULL);
      break;

    case COLUMN_NEED_BY:
      set_need_by (cell, line);
      break;

    case COLUMN_EXPECTED:
      set_expected (cell, line);
      break;

    case COLUMN_TOLD:
      set_told (cell, line);
      break;

    case COLUMN_SINCE:
      cell->text = sedia_format_time (line->placed_at);
      cell->tooltip = sedia_format_time_full (line->placed_at);
      break;
    }
}

/* ---- a heading */

static void
describe_heading (SediaCell          *cell,
                  Column              column,
                  const SediaWaiting *heading)
{
  cell->is_heading = TRUE;

  switch (column)
    {
    case COLUMN_CUSTOMER:
      cell->text = g_strdup (heading->heading);
      break;

    /* The customer column is not shown in groups by customer, so their names stand here. */
    case COLUMN_PRODUCT:
      cell->text = g_strdup (heading->customer_id != 0 ? heading->heading
                                                       : heading->heading_detail);
      break;

    case COLUMN_OPEN:
      if (heading->product_id != 0)
        sedia_cell_set_amount (cell, heading->open, heading->decimals, heading->unit);
      break;

    case COLUMN_RESERVED:
      if (heading->product_id != 0)
        sedia_cell_set_amount (cell, heading->reserved, heading->decimals, NULL);
      break;

    case COLUMN_WAITING:
      if (heading->product_id != 0)
        sedia_cell_set_amount (cell, heading->waiting, heading->decimals, NULL);
      break;

    case COLUMN_PLACE:
    case COLUMN_NEED_BY:
    case COLUMN_EXPECTED:
    case COLUMN_TOLD:
    case COLUMN_SINCE:
      break;
    }
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaWaiting *waiting = record;

  if (waiting->line != NULL)
    describe_line (cell, (Column) column, waiting->line);
  else
    describe_heading (cell, (Column) column, waiting);
}

const SediaTableSpec sedia_waiting_table = {
  .kind = SEDIA_LIST_WAITING,
  .label = N_("Waiting lines"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .describe = describe,
};

/**
 * sedia_waiting_table_set_grouping:
 * @table: a table of waiting lines
 * @grouping: how the lines are put together
 */
void
sedia_waiting_table_set_grouping (SediaDataTable *table,
                                  SediaGrouping   grouping)
{
  g_return_if_fail (SEDIA_IS_DATA_TABLE (table));

  sedia_data_table_set_column_wanted (table, "customer", grouping != SEDIA_GROUP_CUSTOMER);
  sedia_data_table_set_column_wanted (table, "product", grouping != SEDIA_GROUP_PRODUCT);
}
