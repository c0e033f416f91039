/* Taking records out: CSV whose headers the import knows again.
 *
 *   ids of a list, or of all --> rows of each --> text --> file, piece by piece
 *
 * Numbers are in plain form with a point (or, for spreadsheets of other countries, a comma) before
 * the decimals, dates as 2026-11-22, instants in UTC. Texts that a spreadsheet would run as a
 * formula are made safe; the import takes that back.
 */
#include "config.h"

#include "sedia-export.h"

#include "sedia-csv.h"
#include "sedia-db.h"
#include "sedia-error.h"
#include "sedia-number.h"
#include "sedia-output.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define THINGS_PER_CHECK 256
#define BYTE_ORDER_MARK "\357\273\277"

static const SediaNumberForm comma_form = { ',', 0 };

/* An export under way. */
typedef struct
{
  const SediaExport *export;
  const SediaExportOptions *options;
  GString *text;
  SediaOutput *output; /* NULL: all of it stays in @text */
  char delimiter;
  SediaNumberForm form;
  guint n_things;
} Writer;

/* ---- cells */

static void
append_text (Writer     *writer,
             guint       column,
             const char *cell)
{
  if (column > 0)
    g_string_append_c (writer->text, writer->delimiter);
  sedia_csv_append_cell (writer->text, cell, writer->delimiter);
}

static char *
dup_cell (Writer          *writer,
          SediaExportCell  cell,
          gint64           value,
          guint            decimals)
{
  switch (cell)
    {
    case SEDIA_EXPORT_QUANTITY:
      return sedia_number_format (value, decimals, writer->form);

    case SEDIA_EXPORT_MONEY:
      return sedia_money_format (value, writer->form);

    case SEDIA_EXPORT_DAY:
      return sedia_day_format_iso ((int) value);

    case SEDIA_EXPORT_TIME:
      return sedia_time_format_iso (value);

    case SEDIA_EXPORT_TEXT:
    case SEDIA_EXPORT_NUMBER:
      break;
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
append_number (Writer          *writer,
               guint            column,
               SediaExportCell  cell,
               gint64           value,
               guint            decimals)
{
  g_autofree char *text = dup_cell (writer, cell, value, decimals);

  append_text (writer, column, text);
}

static void
append_header (Writer *writer)
{
  const SediaExportColumn *columns = writer->export->columns;

  if (writer->options->has_mark)
    g_string_append (writer->text, BYTE_ORDER_MARK);
  for (guint i = 0; columns[i].header != NULL; i++)
    append_text (writer, i, columns[i].header);
  g_string_append (writer->text, "\r\n");
}

/* ---- rows */

static gboolean
check_cancelled (SediaDb  *db,
                 GError  **error)
{
  if (!g_cancellable_is_cancelled (sedia_db_get_cancellable (db)))
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
  return FALSE;
}

/* One more thing is in the text: time to look up now and then. */
static gboolean
end_thing (Writer   *writer,
           SediaDb  *db,
           guint     n_all,
           GError  **error)
{
  const SediaExportOptions *options = writer->options;

  writer->n_things++;
  if (writer->n_things % THINGS_PER_CHECK == 0)
    {
      if (!check_cancelled (db, error))
        return FALSE;
      if (options->progress != NULL)
        options->progress (0, writer->n_things, n_all, options->progress_data);
    }

  return writer->output == NULL || sedia_output_flush (writer->output, error);
}

static void
append_row (Writer    *writer,
            SediaStmt *stmt)
{
  const SediaExportColumn *columns = writer->export->columns;
  const guint decimals = (guint) sedia_stmt_int64 (stmt, 0);

  for (guint i = 0; columns[i].header != NULL; i++)
    {
      if (sedia_stmt_is_null (stmt, i + 1))
        append_text (writer, i, NULL);
      else if (columns[i].cell == SEDIA_EXPORT_TEXT)
        append_text (writer, i, sedia_stmt_text (stmt, i + 1));
      else
        append_number (writer, i, columns[i].cell, sedia_stmt_int64 (stmt, i + 1), decimals);
    }

  g_string_append (writer->text, "\r\n");
}

static GArray *
read_ids (SediaDb     *db,
          const char  *statement,
          GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Headings of groups and drafts are no things to export: their ids are negative. */
static GArray *
list_ids (Writer   *writer,
          SediaDb  *db,
          GError  **error)
{
  const SediaQuery *query = writer->options->query;
  g_autoptr (GArray) spine = NULL;
  guint n = 0;

  if (query == NULL)
    return read_ids (db, writer->export->ids, error);
  if (!(spine = sedia_list_spine (db, query, error)))
    return NULL;

  for (guint i = 0; i < spine->len; i++)
    if (g_array_index (spine, gint64, i) > 0)
      g_array_index (spine, gint64, n++) = g_array_index (spine, gint64, i);
  g_array_set_size (spine, n);

  return g_steal_pointer (&spine);
}

static gboolean
append_things (Writer   *writer,
               SediaDb  *db,
               GError  **error)
{
  g_autoptr (GArray) ids = list_ids (writer, db, error);
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (ids == NULL || !(stmt = sedia_db_prepare (db, writer->export->rows, error)))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      sedia_stmt_bind_int64 (stmt, 1, g_array_index (ids, gint64, i));
      while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
        append_row (writer, stmt);
      sedia_stmt_rewind (stmt);

      if (step != SEDIA_STEP_DONE || !end_thing (writer, db, ids->len, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
append_all_rows (Writer   *writer,
                 SediaDb  *db,
                 GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, writer->export->rows, error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      append_row (writer, stmt);
      if (!end_thing (writer, db, 0, error))
        return FALSE;
    }

  return step == SEDIA_STEP_DONE;
}

static void
append_queue_row (Writer               *writer,
                  const SediaOrderLine *line)
{
  const guint decimals = line->decimals;
  guint column = 0;

  append_number (writer, column++, SEDIA_EXPORT_NUMBER, line->queue_position, 0);
  append_number (writer, column++, SEDIA_EXPORT_NUMBER, line->order_id, 0);
  append_number (writer, column++, SEDIA_EXPORT_NUMBER, line->position, 0);
  append_text (writer, column++, line->customer);
  append_text (writer, column++, line->sku);
  append_text (writer, column++, line->product);
  append_number (writer, column++, SEDIA_EXPORT_QUANTITY, sedia_order_line_open (line), decimals);
  append_number (writer, column++, SEDIA_EXPORT_QUANTITY, line->reserved, decimals);
  append_number (writer, column++, SEDIA_EXPORT_QUANTITY, sedia_order_line_waiting (line),
                 decimals);
  if (line->need_by == SEDIA_NO_DAY)
    append_text (writer, column++, NULL);
  else
    append_number (writer, column++, SEDIA_EXPORT_DAY, line->need_by, 0);
  append_number (writer, column++, SEDIA_EXPORT_TIME, line->placed_at, 0);
  append_number (writer, column++, SEDIA_EXPORT_NUMBER, line->first, 0);
  append_number (writer, column++, SEDIA_EXPORT_NUMBER, line->all_or_nothing, 0);
  append_number (writer, column++, SEDIA_EXPORT_NUMBER, line->held, 0);
  g_string_append (writer->text, "\r\n");
}

static gboolean
append_queue (Writer   *writer,
              SediaDb  *db,
              GError  **error)
{
  g_autoptr (GPtrArray) lines = sedia_queue_list (db, 0, 0, error);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      append_queue_row (writer, g_ptr_array_index (lines, i));
      if (!end_thing (writer, db, lines->len, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- the whole */

static gboolean
begin (Writer                    *writer,
       const SediaExportOptions  *options,
       GError                   **error)
{
  writer->options = options;
  writer->export = sedia_export_find (options->kind);
  writer->delimiter = options->decimal_comma ? ';' : ',';
  writer->form = options->decimal_comma ? comma_form : sedia_number_plain;

  if (writer->export != NULL && (options->query != NULL || !writer->export->needs_query))
    return TRUE;

  g_set_error (
    error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
    _("“%s” cannot be exported: products, customers, suppliers, orders, movements, queue or "
      "contacts can."),
    options->kind);
  return FALSE;
}

static gboolean
append (Writer   *writer,
        SediaDb  *db,
        GError  **error)
{
  append_header (writer);
  if (writer->options->query != NULL || writer->export->ids != NULL)
    return append_things (writer, db, error);
  if (writer->export->rows != NULL)
    return append_all_rows (writer, db, error);

  return append_queue (writer, db, error);
}

/* All of it as of one moment, also when others write meanwhile. */
static gboolean
append_at_once (Writer   *writer,
                SediaDb  *db,
                GError  **error)
{
  gboolean ok;

  if (!sedia_db_execute (db, "SAVEPOINT export", error))
    return FALSE;

  ok = append (writer, db, error);
  return sedia_db_execute (db, "RELEASE export", ok ? error : NULL) && ok;
}

/**
 * sedia_export_csv:
 * @db: a connection
 * @kind: `products`, `customers`, `suppliers`, `orders`, `movements`, `queue`, `contacts` or
 *   `deliveries`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a whole file, in UTF-8
 */
char *
sedia_export_csv (SediaDb     *db,
                  const char  *kind,
                  GError     **error)
{
  const SediaExportOptions options = { .kind = kind };
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .text = text };

  g_return_val_if_fail (db != NULL && kind != NULL, NULL);

  if (!begin (&writer, &options, error) || !append_at_once (&writer, db, error))
    return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * sedia_export_to_file:
 * @db: a connection
 * @options: what to export, and how
 * @path: the file; one that is there is replaced when all is written
 * @n_things: (out): how many products, orders ... are in it
 * @error: return location for a sentence
 *
 * Writes a file, piece by piece: also a million rows need little memory.
 *
 * Returns: whether all of it is there; if not, what was there before still is
 */
gboolean
sedia_export_to_file (SediaDb                   *db,
                      const SediaExportOptions  *options,
                      const char                *path,
                      guint                     *n_things,
                      GError                   **error)
{
  g_autoptr (SediaOutput) output = NULL;
  Writer writer = { NULL };

  g_return_val_if_fail (db != NULL && options != NULL && options->kind != NULL, FALSE);
  g_return_val_if_fail (path != NULL && n_things != NULL, FALSE);

  if (!begin (&writer, options, error) || !(output = sedia_output_open (path, error)))
    return FALSE;

  writer.output = output;
  writer.text = sedia_output_get_text (output);
  if (!append_at_once (&writer, db, error) || !check_cancelled (db, error) ||
      !sedia_output_finish (output, error))
    return FALSE;

  *n_things = writer.n_things;
  return TRUE;
}
