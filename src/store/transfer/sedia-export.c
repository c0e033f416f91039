/* Taking records out: CSV whose headers the import knows again.
 *
 * Numbers are in plain form with a point before the decimals, dates as 2026-11-22, instants in UTC.
 * Texts that a spreadsheet would run as a formula are made safe; the import takes that back.
 */
#include "config.h"

#include "sedia-export.h"

#include "sedia-csv.h"
#include "sedia-db.h"
#include "sedia-error.h"
#include "sedia-number.h"
#include "sedia-reads.h"
#include "sedia-time.h"
#include "sedia-transfer.h"

#include <glib/gi18n.h>
#include <string.h>

#define DELIMITER ','
#define COLUMNS_MAX 24
#define ROWS_PER_CHECK 256

typedef enum
{
  CELL_TEXT,
  CELL_NUMBER,
  CELL_QUANTITY,
  CELL_MONEY,
  CELL_DAY,
  CELL_TIME,
} CellType;

typedef struct
{
  const char *header;
  CellType type;
} ExportColumn;

typedef struct
{
  const char *kind;
  const char *statement; /* NULL: the queue, which is put in order by the rules */
  ExportColumn columns[COLUMNS_MAX];
} Export;

static const Export exports[] = {
  { "products",
    "export-products",
    { { "sku", CELL_TEXT },
      { "name", CELL_TEXT },
      { "barcode", CELL_TEXT },
      { "unit", CELL_TEXT },
      { "decimals", CELL_NUMBER },
      { "pack", CELL_NUMBER },
      { "category", CELL_TEXT },
      { "supplier", CELL_TEXT },
      { "price", CELL_MONEY },
      { "cost", CELL_MONEY },
      { "on_hand", CELL_QUANTITY },
      { "minimum", CELL_QUANTITY },
      { "maximum", CELL_QUANTITY },
      { "moq", CELL_QUANTITY },
      { "backorder", CELL_TEXT },
      { "backorder_limit", CELL_QUANTITY },
      { "allow_negative", CELL_NUMBER },
      { "note", CELL_TEXT },
      { "archived", CELL_NUMBER } } },
  { "customers",
    "export-customers",
    { { "code", CELL_TEXT },
      { "name", CELL_TEXT },
      { "phone", CELL_TEXT },
      { "email", CELL_TEXT },
      { "channel", CELL_TEXT },
      { "language", CELL_TEXT },
      { "note", CELL_TEXT },
      { "do_not_contact", CELL_NUMBER },
      { "archived", CELL_NUMBER } } },
  { "suppliers",
    "export-suppliers",
    { { "code", CELL_TEXT },
      { "name", CELL_TEXT },
      { "phone", CELL_TEXT },
      { "email", CELL_TEXT },
      { "lead_days", CELL_NUMBER },
      { "note", CELL_TEXT },
      { "archived", CELL_NUMBER } } },
  { "orders",
    "export-orders",
    { { "order", CELL_TEXT },
      { "customer", CELL_TEXT },
      { "phone", CELL_TEXT },
      { "placed", CELL_TIME },
      { "deposit", CELL_MONEY },
      { "all_or_nothing", CELL_NUMBER },
      { "note", CELL_TEXT },
      { "sku", CELL_TEXT },
      { "product", CELL_TEXT },
      { "quantity", CELL_QUANTITY },
      { "delivered", CELL_QUANTITY },
      { "cancelled", CELL_QUANTITY },
      { "price", CELL_MONEY },
      { "need_by", CELL_DAY },
      { "first", CELL_NUMBER },
      { "all", CELL_NUMBER },
      { "held", CELL_NUMBER } } },
  { "movements",
    "export-movements",
    { { "movement", CELL_NUMBER },
      { "at", CELL_TIME },
      { "sku", CELL_TEXT },
      { "product", CELL_TEXT },
      { "quantity", CELL_QUANTITY },
      { "reason", CELL_TEXT },
      { "document", CELL_NUMBER },
      { "note", CELL_TEXT },
      { "actor", CELL_TEXT },
      { "entered", CELL_TIME },
      { "operation", CELL_NUMBER } } },
  { "queue",
    NULL,
    { { "position", CELL_NUMBER },
      { "order", CELL_NUMBER },
      { "line", CELL_NUMBER },
      { "customer", CELL_TEXT },
      { "sku", CELL_TEXT },
      { "product", CELL_TEXT },
      { "open", CELL_QUANTITY },
      { "reserved", CELL_QUANTITY },
      { "waiting", CELL_QUANTITY },
      { "need_by", CELL_DAY },
      { "placed", CELL_TIME },
      { "first", CELL_NUMBER },
      { "all", CELL_NUMBER },
      { "held", CELL_NUMBER } } },
  { "contacts",
    "export-contacts",
    { { "at", CELL_TIME },
      { "customer", CELL_TEXT },
      { "phone", CELL_TEXT },
      { "channel", CELL_TEXT },
      { "outcome", CELL_TEXT },
      { "note", CELL_TEXT },
      { "actor", CELL_TEXT } } },
};

static guint
count_columns (const Export *export)
{
  guint n = 0;

  while (n < COLUMNS_MAX && export->columns[n].header != NULL)
    n++;

  return n;
}

static gboolean
has_headers (const Export      *export,
             const char *const *headers)
{
  const guint n = count_columns (export);

  if (g_strv_length ((char **) headers) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (strcmp (headers[i], export->columns[i].header) != 0)
      return FALSE;

  return TRUE;
}

/**
 * sedia_export_is_ours:
 * @headers: (array zero-terminated=1): the header row of a file
 *
 * Returns: whether it is the header row of one of our own exports, whose numbers have a decimal
 * point
 */
gboolean
sedia_export_is_ours (const char *const *headers)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    if (has_headers (&exports[i], headers))
      return TRUE;

  return FALSE;
}

/* ---- cells */

static void
append_text (GString    *text,
             guint       column,
             const char *cell)
{
  if (column > 0)
    g_string_append_c (text, DELIMITER);
  sedia_csv_append_cell (text, cell, DELIMITER);
}

static char *
dup_cell (CellType type,
          gint64   value,
          guint    decimals)
{
  switch (type)
    {
    case CELL_QUANTITY:
      return sedia_number_format (value, decimals, sedia_number_plain);

    case CELL_MONEY:
      return sedia_money_format (value, sedia_number_plain);

    case CELL_DAY:
      return sedia_day_format_iso ((int) value);

    case CELL_TIME:
      return sedia_time_format_iso (value);

    case CELL_TEXT:
    case CELL_NUMBER:
      break;
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
append_number (GString  *text,
               guint     column,
               CellType  type,
               gint64    value,
               guint     decimals)
{
  g_autofree char *cell = dup_cell (type, value, decimals);

  append_text (text, column, cell);
}

static void
append_header (GString      *text,
               const Export *export)
{
  for (guint i = 0; i < count_columns (export); i++)
    append_text (text, i, export->columns[i].header);
  g_string_append (text, "\r\n");
}

/* ---- rows */

static gboolean
is_cancelled (SediaDb  *db,
              guint     n_done,
              GError  **error)
{
  if (n_done % ROWS_PER_CHECK != 0 || !g_cancellable_is_cancelled (sedia_db_get_cancellable (db)))
    return FALSE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Cancelled."));
  return TRUE;
}

static void
append_row (GString      *text,
            const Export *export,
            SediaStmt    *stmt)
{
  const guint decimals = (guint) sedia_stmt_int64 (stmt, 0);

  for (guint i = 0; export->columns[i].header != NULL; i++)
    {
      if (sedia_stmt_is_null (stmt, i + 1))
        append_text (text, i, NULL);
      else if (export->columns[i].type == CELL_TEXT)
        append_text (text, i, sedia_stmt_text (stmt, i + 1));
      else
        append_number (text, i, export->columns[i].type, sedia_stmt_int64 (stmt, i + 1), decimals);
    }

  g_string_append (text, "\r\n");
}

static gboolean
append_rows (GString       *text,
             const Export  *export,
             SediaDb       *db,
             GError       **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, export->statement, error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  for (guint n = 0; (step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW; n++)
    {
      if (is_cancelled (db, n, error))
        return FALSE;
      append_row (text, export, stmt);
    }

  return step == SEDIA_STEP_DONE;
}

static void
append_queue_row (GString              *text,
                  const SediaOrderLine *line)
{
  guint column = 0;

  append_number (text, column++, CELL_NUMBER, line->queue_position, 0);
  append_number (text, column++, CELL_NUMBER, line->order_id, 0);
  append_number (text, column++, CELL_NUMBER, line->position, 0);
  append_text (text, column++, line->customer);
  append_text (text, column++, line->sku);
  append_text (text, column++, line->product);
  append_number (text, column++, CELL_QUANTITY, sedia_order_line_open (line), line->decimals);
  append_number (text, column++, CELL_QUANTITY, line->reserved, line->decimals);
  append_number (text, column++, CELL_QUANTITY, sedia_order_line_waiting (line), line->decimals);
  if (line->need_by == SEDIA_NO_DAY)
    append_text (text, column++, NULL);
  else
    append_number (text, column++, CELL_DAY, line->need_by, 0);
  append_number (text, column++, CELL_TIME, line->placed_at, 0);
  append_number (text, column++, CELL_NUMBER, line->first, 0);
  append_number (text, column++, CELL_NUMBER, line->all_or_nothing, 0);
  append_number (text, column++, CELL_NUMBER, line->held, 0);
  g_string_append (text, "\r\n");
}

static gboolean
append_queue (GString  *text,
              SediaDb  *db,
              GError  **error)
{
  g_autoptr (GPtrArray) lines = sedia_queue_list (db, 0, 0, error);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    append_queue_row (text, g_ptr_array_index (lines, i));

  return TRUE;
}

static const Export *
find_export (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    if (strcmp (exports[i].kind, kind) == 0)
      return &exports[i];

  return NULL;
}

/**
 * sedia_export_csv:
 * @db: a connection
 * @kind: `products`, `customers`, `suppliers`, `orders`, `movements`, `queue` or `contacts`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a whole file, in UTF-8
 */
char *
sedia_export_csv (SediaDb     *db,
                  const char  *kind,
                  GError     **error)
{
  const Export *export;
  g_autoptr (GString) text = NULL;
  gboolean ok;

  g_return_val_if_fail (db != NULL && kind != NULL, NULL);

  if (!(export = find_export (kind)))
    {
      g_set_error (
        error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
        _("“%s” cannot be exported: products, customers, suppliers, orders, movements, queue or "
          "contacts can."),
        kind);
      return NULL;
    }

  text = g_string_new (NULL);
  append_header (text, export);
  ok = export->statement != NULL ? append_rows (text, export, db, error)
                                 : append_queue (text, db, error);

  return ok ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
