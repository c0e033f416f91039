/* The table of the log: when, what, who, whether it still stands. */
#include "config.h"

#include "sedia-history-table.h"

#include "sedia-format.h"
#include "sedia-time.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_AT,
  COLUMN_WHAT,
  COLUMN_WHO,
  COLUMN_STATE,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_NUMBER] = { "number", NC_ ("column", "No."), SEDIA_CELL_NUMBER, 4, 5, "number", 2,
                      FALSE },
  [COLUMN_AT] = { "at", NC_ ("column", "When"), SEDIA_CELL_TEXT, 13, 16, NULL, 0, FALSE },
  [COLUMN_WHAT] = { "what", NC_ ("column", "What"), SEDIA_CELL_TEXT, 22, 30, NULL, 0, TRUE },
  [COLUMN_WHO] = { "who", NC_ ("column", "Who"), SEDIA_CELL_TEXT, 8, 14, NULL, 1, FALSE },
  [COLUMN_STATE] = { "state", NC_ ("column", "State"), SEDIA_CELL_PILL, 11, 11, NULL, 3, FALSE },
};

/**
 * sedia_history_title:
 * @operation: an entry of the log
 *
 * Returns: (transfer full): what it was, as the title of a row: “New order 7”
 */
char *
sedia_history_title (const SediaOperation *operation)
{
  g_autofree char *label = sedia_operation_label (operation->kind, operation->subject);
  const gunichar first = g_unichar_toupper (g_utf8_get_char (label));
  GString *title = g_string_new (NULL);

  if (*label != '\0')
    {
      g_string_append_unichar (title, first);
      g_string_append (title, g_utf8_next_char (label));
    }

  return g_string_free (title, FALSE);
}

/**
 * sedia_history_moment:
 * @time: microseconds UTC
 *
 * Returns: (transfer full): the day and the hour: of an entry the hour counts on other days, too
 */
char *
sedia_history_moment (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = sedia_format_time (time);
  g_autofree char *hour = g_date_time_format (local, C_("date", "%H:%M"));

  if (sedia_day_of_time (time) == sedia_day_today ())
    return g_steal_pointer (&day); /* which says the hour */

  /* Translators: a day, then a time of day: “24 Nov 14:05” */
  return g_strdup_printf (C_("date", "%s %s"), day, hour);
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaOperation *operation = record;

  cell->tone = operation->in_force ? NULL : "secondary";
  switch ((Column) column)
    {
    case COLUMN_NUMBER:
      sedia_cell_set_amount (cell, operation->id, 0, NULL);
      break;

    case COLUMN_AT:
      cell->text = sedia_history_moment (operation->at);
      cell->tooltip = sedia_format_time_full (operation->at);
      break;

    case COLUMN_WHAT:
      cell->text = sedia_history_title (operation);
      break;

    case COLUMN_WHO:
      cell->text = g_strdup (operation->actor);
      break;

    case COLUMN_STATE:
      if (operation->in_force)
        break;
      cell->text = g_strdup (C_("log", "Taken back"));
      cell->icon = "edit-undo-symbolic";
      break;
    }
}

const SediaTableSpec sedia_history_table = {
  .kind = SEDIA_LIST_HISTORY,
  .label = N_("History"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .describe = describe,
};
