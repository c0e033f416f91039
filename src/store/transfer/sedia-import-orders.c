/* Importing orders: one file with a row for each line, or one of orders and one of their lines.
 *
 * An order is known by its number in the shop's former system. One that is there already is left as
 * it is. What was shipped before the import is closed without moving today's stock.
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
  g_array_unref (self->lines);
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

/* Our own export calls an order that never had another number "#17". */
static gboolean
is_there (SediaOrderPlan  *self,
          SediaDb         *db,
          const char      *reference,
          gboolean        *there,
          GError         **error)
{
  guint64 number;
  gint64 found = 0;

  *there = g_hash_table_contains (self->references, reference);
  if (*there || reference[0] != '#' ||
      !g_ascii_string_to_unsigned (reference + 1, 10, 1, G_MAXINT64, &number, NULL))
    return TRUE;

  if (!sedia_db_value (db, &found, error, "import-order-exists", 1, (gint64) number))
    return FALSE;

  *there = found > 0;
  return TRUE;
}

/* ---- the head of an order */

static SediaKnownPerson *
find_by_phone (SediaOrderPlan   *self,
               SediaKnownPerson *namesake)
{
  const char *phone = sedia_import_file_cell (self->file, SEDIA_FIELD_PHONE);
  SediaKnownPerson *found = NULL;

  for (; namesake != NULL; namesake = sedia_known_people_next (self->customers, namesake))
    if (g_strcmp0 (namesake->phone, phone != NULL ? phone : "") == 0)
      {
        if (found != NULL)
          return NULL;
        found = namesake;
      }

  return found;
}

static SediaKnownPerson *
find_customer (SediaOrderPlan *self)
{
  g_autofree char *code = sedia_import_file_dup_code (self->file, SEDIA_FIELD_CUSTOMER);
  const char *name = sedia_import_file_cell (self->file, SEDIA_FIELD_CUSTOMER);
  SediaKnownPerson *customer;

  if (code == NULL)
    {
      sedia_import_file_add_problem (self->file, _("The order has no customer."));
      return NULL;
    }

  if ((customer = sedia_known_people_by_code (self->customers, code)))
    return customer;

  customer = sedia_known_people_by_name (self->customers, name);
  if (customer == NULL && strcmp (name, code) != 0)
    customer = sedia_known_people_by_name (self->customers, code);
  if (customer == NULL)
    {
      sedia_import_file_add_problem (
        self->file, _("Unknown customer “%s”: import the customers first."), code);
      return NULL;
    }

  if (customer->next != 0 && !(customer = find_by_phone (self, customer)))
    sedia_import_file_add_problem (
      self->file, _("There are several customers “%s”: give the code or the phone number."), code);

  return customer;
}

static void
read_head (SediaOrderPlan   *self,
           SediaImportOrder *order)
{
  const guint n_problems = self->file->problems->len;
  const char *note = sedia_import_file_cell (self->file, SEDIA_FIELD_NOTE);
  SediaKnownPerson *customer = find_customer (self);

  if (customer != NULL)
    order->customer = (guint) (customer -
                               &g_array_index (self->customers->people, SediaKnownPerson, 0)) +
                      1;
  order->note = note != NULL ? g_string_chunk_insert (self->texts, note) : "";
  order->placed_at = SEDIA_NO_AMOUNT;
  order->need_by = SEDIA_NO_DAY;

  sedia_import_file_time (self->file, SEDIA_FIELD_PLACED, &order->placed_at);
  sedia_import_file_day (self->file, SEDIA_FIELD_NEED_BY, &order->need_by);
  sedia_import_file_money (self->file, SEDIA_FIELD_DEPOSIT, &order->deposit);
  sedia_import_file_flag (self->file, SEDIA_FIELD_ALL_OR_NOTHING, &order->is_whole);
  order->is_shipped = sedia_import_file_shipped (self->file);
  order->is_bad = self->file->problems->len > n_problems;
}

static gboolean
add_order (SediaOrderPlan  *self,
           SediaDb         *db,
           const char      *reference,
           guint           *index,
           GError         **error)
{
  SediaImportOrder order = { .line = self->file->line };

  *index = self->orders->len;
  if (reference != NULL)
    {
      order.reference = g_string_chunk_insert (self->texts, reference);
      if (!is_there (self, db, reference, &order.is_known, error))
        return FALSE;
      g_hash_table_insert (self->by_reference, (gpointer) order.reference,
                           GUINT_TO_POINTER (*index + 1));
    }

  if (order.is_known)
    self->n_known++;
  else
    read_head (self, &order);

  g_array_append_val (self->orders, order);
  return TRUE;
}

/* ---- one file: each row is a line, and the order repeats or is left blank */

static void
check_same_customer (SediaOrderPlan         *self,
                     const SediaImportOrder *order)
{
  g_autofree char *code = sedia_import_file_dup_code (self->file, SEDIA_FIELD_CUSTOMER);
  SediaKnownPerson *customer;

  if (code == NULL || order->customer == 0 || order->is_bad)
    return;

  customer = &g_array_index (self->customers->people, SediaKnownPerson, order->customer - 1);
  if (g_strcmp0 (customer->code, code) == 0 ||
      sedia_nocase_equal (g_strstrip (code), customer->name) || find_customer (self) == customer)
    return;

  sedia_import_file_add_problem (self->file, _("Order “%s” is for another customer in line %u."),
                                 order->reference, order->line);
}

static gboolean
find_order (SediaOrderPlan  *self,
            SediaDb         *db,
            guint           *index,
            GError         **error)
{
  g_autofree char *reference = sedia_import_file_dup_code (self->file, SEDIA_FIELD_ORDER);
  guint number = 0;

  if (reference != NULL)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_reference, reference));
  else if (sedia_import_file_cell (self->file, SEDIA_FIELD_CUSTOMER) == NULL)
    number = self->orders->len; /* blank: one more line of the order above */

  if (number == 0)
    return add_order (self, db, reference, index, error);

  *index = number - 1;
  check_same_customer (self, &g_array_index (self->orders, SediaImportOrder, *index));
  return TRUE;
}

static gboolean
read_order_rows (SediaOrderPlan  *self,
                 SediaDb         *db,
                 GError         **error)
{
  g_autoptr (GError) cause = NULL;
  guint index;

  while (cause == NULL && sedia_import_file_next (self->file, &cause))
    if (find_order (self, db, &index, &cause))
      sedia_order_plan_read_line (self, db, self->file, index, &cause);

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* ---- two files */

static gboolean
read_heads (SediaOrderPlan  *self,
            SediaDb         *db,
            GError         **error)
{
  g_autoptr (GError) cause = NULL;

  while (cause == NULL && sedia_import_file_next (self->file, &cause))
    {
      g_autofree char *reference = sedia_import_file_dup_code (self->file, SEDIA_FIELD_ORDER);
      guint number, index;

      if (reference == NULL)
        {
          sedia_import_file_add_problem (self->file, _("The order has no number."));
          continue;
        }

      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_reference, reference));
      if (number == 0)
        add_order (self, db, reference, &index, &cause);
      else
        sedia_import_file_add_problem (
          self->file, _("Order “%s” stands in line %u already."), reference,
          g_array_index (self->orders, SediaImportOrder, number - 1).line);
    }

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
read_lines (SediaOrderPlan  *self,
            SediaDb         *db,
            GError         **error)
{
  g_autoptr (GError) cause = NULL;

  while (cause == NULL && sedia_import_file_next (self->lines_file, &cause))
    {
      g_autofree char *reference = sedia_import_file_dup_code (self->lines_file, SEDIA_FIELD_ORDER);
      guint number = 0;

      if (reference != NULL)
        number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_reference, reference));

      if (reference == NULL)
        sedia_import_file_add_problem (self->lines_file, _("The line has no order number."));
      else if (number == 0)
        sedia_import_file_add_problem (self->lines_file,
                                       _("Order “%s” is not in the file of orders."), reference);
      else
        sedia_order_plan_read_line (self, db, self->lines_file, number - 1, &cause);
    }

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
find_orders_without_lines (SediaOrderPlan *self)
{
  for (guint i = 0; i < self->orders->len; i++)
    {
      const SediaImportOrder *order = &g_array_index (self->orders, SediaImportOrder, i);

      if (order->n_lines == 0 && !order->is_known && !order->is_bad)
        sedia_import_file_add_problem_at (self->file, order->line, _("Order “%s” has no lines."),
                                          order->reference);
    }
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
            SediaDb         *db,
            GError         **error)
{
  const SediaImportOptions *options = self->options;
  GCancellable *cancellable = sedia_db_get_cancellable (db);

  if (!(self->file = sedia_import_file_open (options, options->path, SEDIA_IMPORT_ORDERS,
                                             cancellable, error)))
    return FALSE;
  if (options->lines_path != NULL &&
      !(self->lines_file = sedia_import_file_open (options, options->lines_path,
                                                   SEDIA_IMPORT_ORDER_LINES, cancellable, error)))
    return FALSE;

  return check_map (self, error) && check_columns (self, error);
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

      customer = &g_array_index (self->customers->people, SediaKnownPerson, order->customer - 1);
      after = g_strdup_printf (ngettext ("%s, %u line", "%s, %u lines", order->n_lines),
                               customer->name, order->n_lines);
      sedia_import_report_add_change (self->report, order->line,
                                      order->reference != NULL ? order->reference : customer->name,
                                      NULL, after);
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

static gboolean
read_files (SediaOrderPlan  *self,
            SediaDb         *db,
            GError         **error)
{
  if (self->lines_file == NULL)
    return read_order_rows (self, db, error);

  if (!read_heads (self, db, error) || !read_lines (self, db, error))
    return FALSE;

  find_orders_without_lines (self);
  return TRUE;
}

/**
 * sedia_order_plan_new:
 * @db: a connection
 * @options: of the import
 * @report: (transfer none): filled
 * @error: return location
 *
 * Reads orders and finds out which are new. Writes nothing.
 *
 * Returns: (transfer full) (nullable): the plan; it can be applied when the report has no problems
 */
SediaOrderPlan *
sedia_order_plan_new (SediaDb                   *db,
                      const SediaImportOptions  *options,
                      SediaImportReport         *report,
                      GError                   **error)
{
  g_autoptr (SediaOrderPlan) self = g_new0 (SediaOrderPlan, 1);

  self->options = options;
  self->report = report;
  self->texts = g_string_chunk_new (65536);
  self->references = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_reference = g_hash_table_new (g_str_hash, g_str_equal);
  self->orders = g_array_new (FALSE, TRUE, sizeof (SediaImportOrder));
  self->lines = g_array_new (FALSE, TRUE, sizeof (SediaImportLine));

  if (!open_files (self, db, error) || !load_references (self, db, error) ||
      !(self->products = sedia_known_products_load (db, error)) ||
      !(self->customers = sedia_known_people_load (db, "import-order-customers", error)) ||
      !read_files (self, db, error))
    return NULL;

  report_orders (self);
  take_files (self);
  return g_steal_pointer (&self);
}
