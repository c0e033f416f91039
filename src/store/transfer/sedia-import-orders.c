/* Importing orders: one file with a row for each line, or one of orders and one of their lines.
 *
 * An order is known by its number in the shop's former system. One that is there already is left as
 * it is. What was shipped before the import is closed without moving today's stock.
 *
 * Files of orders are long. One thread reads and understands them, the thread of the database
 * writes what is understood, as long as nothing is wrong; where something is, the transaction is
 * taken back in the end.
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * sedia_order_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
sedia_order_plan_free (SediaOrderPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->file, sedia_import_file_free);
  g_clear_pointer (&self->lines_file, sedia_import_file_free);
  g_clear_pointer (&self->products, sedia_known_products_free);
  g_clear_pointer (&self->customers, sedia_known_people_free);
  g_hash_table_unref (self->references);
  g_hash_table_unref (self->by_reference);
  g_string_chunk_free (self->texts);
  g_array_unref (self->orders);
  g_ptr_array_unref (self->indexes);
  sedia_order_piece_free (self->piece);
  g_free (self);
}

static gboolean
load_references (SediaOrderPlan  *self,
                 SediaDb         *db,
                 GError         **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-orders", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_hash_table_add (self->references,
                      g_string_chunk_insert (self->texts, sedia_stmt_text (stmt, 1)));

  return step == SEDIA_STEP_DONE;
}

/* ---- files and columns */

static gboolean
check_columns (SediaOrderPlan  *self,
               GError         **error)
{
  g_autofree char *list = NULL;

  if (self->lines_file != NULL)
    return sedia_columns_check (self->file->columns, error) &&
           sedia_columns_check (self->lines_file->columns, error);

  if (!sedia_columns_check (self->file->columns, error))
    return FALSE;
  if (sedia_columns_has (self->file->columns, SEDIA_FIELD_SKU) &&
      sedia_columns_has (self->file->columns, SEDIA_FIELD_QUANTITY))
    return TRUE;

  list = g_strjoinv (", ", self->file->columns->headers);
  g_set_error (
    error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
    _("The file has no columns for product and quantity: say which they are, or give the file of "
      "the orders’ lines (--lines). The columns are: %s."),
    list);
  return FALSE;
}

/* With two files each assignment must fit one of them. */
static gboolean
check_map (SediaOrderPlan  *self,
           GError         **error)
{
  GPtrArray *map = self->options->map;

  for (guint i = 0; self->lines_file != NULL && map != NULL && i < map->len; i++)
    {
      const char *assignment = g_ptr_array_index (map, i);

      if (!sedia_columns_map (self->lines_file->columns, assignment, NULL) &&
          !sedia_columns_map (self->file->columns, assignment, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
open_files (SediaOrderPlan  *self,
            GCancellable    *cancellable,
            GError         **error)
{
  const SediaImportOptions *options = self->options;

  if (!(self->file = sedia_import_file_open (options, options->path, SEDIA_IMPORT_ORDERS,
                                             cancellable, error)))
    return FALSE;
  if (options->lines_path != NULL &&
      !(self->lines_file = sedia_import_file_open (options, options->lines_path,
                                                   SEDIA_IMPORT_ORDER_LINES, cancellable, error)))
    return FALSE;

  return check_map (self, error) && check_columns (self, error);
}

/* Answered once all that is there already is read, which goes on while the files are opened. */
static gboolean
ask_for_beginning (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  return TRUE;
}

typedef struct
{
  SediaOrderPlan *self;
  GCancellable *cancellable;
} Reading;

static gboolean
read_files (SediaFeed  *feed,
            gpointer    data,
            GError    **error)
{
  Reading *reading = data;
  SediaOrderPlan *self = reading->self;

  self->feed = feed;
  if (!open_files (self, reading->cancellable, error) ||
      !sedia_feed_ask (feed, ask_for_beginning, NULL, error))
    return FALSE;

  return sedia_order_plan_read_rows (self, error);
}

/* ---- the report */

static void
report_orders (SediaOrderPlan *self)
{
  for (guint i = 0; i < self->orders->len; i++)
    {
      const SediaImportOrder *order = &g_array_index (self->orders, SediaImportOrder, i);
      const SediaKnownPerson *customer;
      char *after;

      if (order->is_known || order->customer == 0)
        continue;
      if (sedia_import_report_is_full (self->report))
        {
          self->report->added++;
          continue;
        }

      customer = &g_array_index (self->customers->people, SediaKnownPerson, order->customer - 1);
      after = g_strdup_printf (ngettext ("%s, %u line", "%s, %u lines", order->n_lines),
                               customer->name, order->n_lines);
      sedia_import_report_add_new (self->report, order->line,
                                   order->reference != NULL ? order->reference : customer->name,
                                   after);
    }

  self->report->unchanged += self->n_known;
  if (self->n_known > 0)
    sedia_import_report_add_note (self->report,
                                  ngettext ("%u order is there already and is left as it is.",
                                            "%u orders are there already and are left as they are.",
                                            self->n_known),
                                  self->n_known);
  if (self->n_sold_again > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext (
        "%u archived product is still ordered: it is no longer archived, without new waiting "
        "orders.",
        "%u archived products are still ordered: they are no longer archived, without new waiting "
        "orders.",
        self->n_sold_again),
      self->n_sold_again);
}

static void
take_files (SediaOrderPlan *self)
{
  g_autofree char *name = NULL;

  sedia_import_report_take_file (self->report, self->file, NULL);
  if (self->lines_file == NULL)
    return;

  name = g_filename_display_basename (self->options->lines_path);
  sedia_import_report_take_file (self->report, self->lines_file, name);
}

/* ---- on the thread of the database */

static gboolean
load_known (SediaOrderPlan  *self,
            SediaDb         *db,
            GError         **error)
{
  return load_references (self, db, error) &&
         (self->products = sedia_known_products_load (db, error)) &&
         (self->customers = sedia_known_people_load (db, "import-order-customers", error));
}

static gboolean
take_pieces (SediaOrderPlan  *self,
             SediaFeed       *feed,
             SediaDb         *db,
             gboolean         writes,
             GError         **error)
{
  gboolean ok = TRUE;
  gpointer piece;

  while (ok && sedia_feed_next (feed, db, &piece))
    {
      ok = !writes || !((SediaOrderPiece *) piece)->is_good ||
           sedia_order_plan_write (self, db, piece, error);
      sedia_order_piece_free (piece);
    }

  return ok;
}

static gboolean
read_and_write (SediaOrderPlan  *self,
                SediaDb         *db,
                gboolean         writes,
                GError         **error)
{
  Reading reading = { self, sedia_db_get_cancellable (db) };
  SediaFeed *feed = sedia_feed_start (read_files, &reading, sedia_order_piece_free);
  g_autoptr (GError) problem = NULL, file_problem = NULL;
  gboolean ok = load_known (self, db, &problem) && take_pieces (self, feed, db, writes, &problem);

  ok = sedia_feed_finish (feed, &file_problem) && ok;
  if (file_problem != NULL)
    g_propagate_error (error, g_steal_pointer (&file_problem));
  else if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return ok;
}

/**
 * sedia_order_plan_new:
 * @db: a connection
 * @options: of the import
 * @report: (transfer none): filled
 * @writes: whether new orders are written as they are read: then @db is the writing connection, in
 * an operation, and sedia_order_plan_end() follows when the report has no problems
 * @error: return location
 *
 * Reads orders and finds out which are new.
 *
 * Returns: (transfer full) (nullable): the plan
 */
SediaOrderPlan *
sedia_order_plan_new (SediaDb                   *db,
                      const SediaImportOptions  *options,
                      SediaImportReport         *report,
                      gboolean                   writes,
                      GError                   **error)
{
  g_autoptr (SediaOrderPlan) self = g_new0 (SediaOrderPlan, 1);

  self->options = options;
  self->report = report;
  self->texts = g_string_chunk_new (65536);
  self->references = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_reference = g_hash_table_new (g_str_hash, g_str_equal);
  self->orders = g_array_new (FALSE, TRUE, sizeof (SediaImportOrder));
  self->indexes = g_ptr_array_new_with_free_func (g_free);
  self->piece = sedia_order_piece_new ();

  if (!read_and_write (self, db, writes, error))
    return NULL;

  report_orders (self);
  take_files (self);
  return g_steal_pointer (&self);
}
