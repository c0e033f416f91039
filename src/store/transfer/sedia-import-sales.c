/* Importing what was sold before the shop kept its records here. It teaches the forecast; it moves
 * no stock and places no order.
 *
 * What came back has a quantity below zero, as in the files of cash registers, and is taken off on
 * the day it came back.
 *
 * A sale has no number by which it is known again: as many rows of a file are there already as
 * earlier files had with the same product, day and quantity.
 */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-import-private.h"
#include "sedia-reads.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* Customers are not created here: a sale counts without one. */
typedef struct
{
  gint64 quantity;
  int day;
  guint product;  /* the index of its product among the known ones */
  guint customer; /* its number among the known ones, 0 for none */
  guint line;
  gboolean is_known;
} Sale;

/* A code that no product has, and where it stands. */
typedef struct
{
  char *code;
  GArray *lines; /* of guint */
} Unknown;

struct _SediaSalesPlan
{
  const SediaImportOptions *options;
  SediaImportReport *report;
  SediaImportFile *file;
  SediaKnownProducts *products;
  SediaKnownPeople *customers;
  GArray *sales;
  GPtrArray *unknown;          /* Unknown, in the order of the file */
  GHashTable *unknown_by_code; /* to them */
  char *country;
  int today;
  guint n_back;
  guint n_nothing;
  guint n_strangers;

  /* The rows of one sale stand together: the day and the customer of the row above. */
  char *above_date;
  int above_day;
  char *above_customer;
  guint above_number;
};

static void
unknown_free (gpointer data)
{
  Unknown *unknown = data;

  g_free (unknown->code);
  g_array_unref (unknown->lines);
  g_free (unknown);
}

/**
 * sedia_sales_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
sedia_sales_plan_free (SediaSalesPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->file, sedia_import_file_free);
  g_clear_pointer (&self->products, sedia_known_products_free);
  g_clear_pointer (&self->customers, sedia_known_people_free);
  g_clear_pointer (&self->sales, g_array_unref);
  g_hash_table_unref (self->unknown_by_code);
  g_ptr_array_unref (self->unknown);
  g_free (self->country);
  g_free (self->above_date);
  g_free (self->above_customer);
  g_free (self);
}

/* ---- reading */

static void
note_unknown (SediaSalesPlan *self,
              const char     *code)
{
  Unknown *unknown = g_hash_table_lookup (self->unknown_by_code, code);

  if (unknown == NULL)
    {
      unknown = g_new0 (Unknown, 1);
      unknown->code = g_strdup (code);
      unknown->lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->unknown, unknown);
      g_hash_table_insert (self->unknown_by_code, unknown->code, unknown);
    }

  g_array_append_val (unknown->lines, self->file->line);
}

/* By SKU or barcode, and where a file has only names, by the name when it is the only one. */
static gboolean
find_product (SediaSalesPlan     *self,
              SediaDb            *db,
              SediaKnownProduct **product,
              GError            **error)
{
  const char *code = sedia_import_file_code (self->file, SEDIA_FIELD_SKU);
  const char *barcode = sedia_import_file_code (self->file, SEDIA_FIELD_BARCODE);

  *product = NULL;
  if (code != NULL)
    *product = sedia_known_products_find (self->products, code);
  if (*product == NULL && barcode != NULL)
    *product = sedia_known_products_by_barcode (self->products, barcode);
  if (*product == NULL && code != NULL)
    {
      if (!sedia_known_products_load_names (self->products, db, error))
        return FALSE;
      *product = sedia_known_products_by_name (self->products, code);
    }

  if (*product == NULL && code == NULL && barcode == NULL)
    sedia_import_file_add_problem (self->file, _("The row has no product."));
  else if (*product == NULL)
    note_unknown (self, code != NULL ? code : barcode);

  return TRUE;
}

/* The day as seen here; the time of day says nothing about a week. */
static gboolean
read_day (SediaSalesPlan *self,
          int            *day)
{
  const char *cell = sedia_import_file_cell (self->file, SEDIA_FIELD_PLACED);
  gint64 time;

  if (cell == NULL)
    {
      sedia_import_file_add_problem (self->file, _("The row has no date."));
      return FALSE;
    }
  if (g_strcmp0 (cell, self->above_date) == 0)
    {
      *day = self->above_day;
      return TRUE;
    }

  if (strlen (cell) > 10 && cell[10] == 'T' && sedia_time_parse (cell, &time, NULL))
    *day = sedia_day_of_time (time);
  else if (!sedia_import_file_day (self->file, SEDIA_FIELD_PLACED, day))
    return FALSE;

  if (*day > self->today)
    {
      sedia_import_file_add_problem (self->file, _("Column “%s”: “%s” is still to come."),
                                     sedia_import_file_header (self->file, SEDIA_FIELD_PLACED),
                                     cell);
      return FALSE;
    }

  g_free (self->above_date);
  self->above_date = g_strdup (cell);
  self->above_day = *day;
  return TRUE;
}

static gboolean
read_quantity (SediaSalesPlan *self,
               guint           decimals,
               gint64         *quantity)
{
  if (sedia_import_file_cell (self->file, SEDIA_FIELD_QUANTITY) == NULL)
    sedia_import_file_add_problem (self->file, _("The row has no quantity."));

  return sedia_import_file_number (self->file, SEDIA_FIELD_QUANTITY, decimals,
                                   -SEDIA_QUANTITY_MAX, SEDIA_QUANTITY_MAX, quantity);
}

/* A name that several have says nothing. */
static SediaKnownPerson *
find_called (SediaSalesPlan *self,
             const char     *text)
{
  SediaKnownPerson *person = sedia_known_people_by_code (self->customers, text);

  if (person == NULL && (person = sedia_known_people_by_name (self->customers, text)) &&
      person->next != 0)
    return NULL;

  return person != NULL ? person
                        : sedia_known_people_by_phone (self->customers, text, self->country);
}

static guint
find_customer (SediaSalesPlan *self)
{
  const char *code = sedia_import_file_code (self->file, SEDIA_FIELD_CUSTOMER);
  const char *phone = sedia_import_file_code (self->file, SEDIA_FIELD_PHONE);
  SediaKnownPerson *person = NULL;

  if (phone != NULL)
    person = sedia_known_people_by_phone (self->customers, phone, self->country);
  else if (code == NULL)
    return 0;
  else if (g_strcmp0 (code, self->above_customer) == 0)
    return self->above_number;
  if (person == NULL && code != NULL)
    person = find_called (self, code);

  g_free (self->above_customer);
  self->above_customer = phone == NULL ? g_strdup (code) : NULL;
  self->above_number = person != NULL
                         ? 1 + (guint) (person - &g_array_index (self->customers->people,
                                                                 SediaKnownPerson, 0))
                         : 0;
  return self->above_number;
}

static gboolean
names_customer (SediaSalesPlan *self)
{
  return sedia_import_file_cell (self->file, SEDIA_FIELD_CUSTOMER) != NULL ||
         sedia_import_file_cell (self->file, SEDIA_FIELD_PHONE) != NULL;
}

static gboolean
read_row (SediaSalesPlan  *self,
          SediaDb         *db,
          GError         **error)
{
  Sale sale = { .line = self->file->line };
  SediaKnownProduct *product;
  gboolean is_good;

  if (!find_product (self, db, &product, error))
    return FALSE;

  is_good = read_day (self, &sale.day);
  if (product == NULL)
    return TRUE;

  is_good = read_quantity (self, product->decimals, &sale.quantity) && is_good;
  if (is_good && sale.quantity == 0)
    self->n_nothing++;
  if (!is_good || sale.quantity == 0)
    return TRUE;

  sale.product = (guint) (product -
                          &g_array_index (self->products->products, SediaKnownProduct, 0));
  sale.customer = find_customer (self);
  self->n_back += sale.quantity < 0;
  self->n_strangers += sale.customer == 0 && names_customer (self);
  g_array_append_val (self->sales, sale);
  return TRUE;
}

static gboolean
read_rows (SediaSalesPlan  *self,
           SediaDb         *db,
           GError         **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean ok = TRUE;

  while (ok && sedia_import_file_next (self->file, &cause))
    ok = read_row (self, db, &cause);

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* A file may have thousands of rows of what the shop does not sell: one sentence for each product.
 */
static void
take_unknown (SediaSalesPlan *self)
{
  for (guint i = 0; i < self->unknown->len; i++)
    {
      const Unknown *unknown = g_ptr_array_index (self->unknown, i);
      const guint n = unknown->lines->len;

      sedia_import_file_add_problem_at (
        self->file, g_array_index (unknown->lines, guint, 0),
        ngettext ("Unknown product “%s” in %u row: import the products first.",
                  "Unknown product “%s” in %u rows: import the products first.", n),
        unknown->code, n);
      g_array_remove_index (unknown->lines, 0);
      if (n > 1)
        sedia_import_file_share_problem (self->file, g_array_ref (unknown->lines));
    }
}

/* ---- what is there already */

static int
compare_what (gconstpointer a,
              gconstpointer b)
{
  const Sale *left = a;
  const Sale *right = b;

  if (left->product != right->product)
    return left->product < right->product ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return (left->quantity > right->quantity) - (left->quantity < right->quantity);
}

static int
compare_all (gconstpointer a,
             gconstpointer b)
{
  const Sale *left = a;
  const Sale *right = b;
  const int what = compare_what (a, b);

  return what != 0 ? what : (left->line > right->line) - (left->line < right->line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Sale *left = a;
  const Sale *right = b;

  return (left->line > right->line) - (left->line < right->line);
}

/* Both come in the order of products, which is that of their ids, of days and of quantities. */
static gboolean
match_known (SediaSalesPlan  *self,
             SediaDb         *db,
             GError         **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-sales-known", error);
  guint product = 0, i = 0;
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 product_id = sedia_stmt_int64 (stmt, 0);
      Sale known = { .day = (int) sedia_stmt_int64 (stmt, 1),
                     .quantity = sedia_stmt_int64 (stmt, 2) };

      while (product + 1 < self->products->products->len &&
             g_array_index (self->products->products, SediaKnownProduct, product).id < product_id)
        product++;
      known.product = product;

      while (i < self->sales->len &&
             compare_what (&g_array_index (self->sales, Sale, i), &known) < 0)
        i++;
      if (i < self->sales->len && compare_what (&g_array_index (self->sales, Sale, i), &known) == 0)
        g_array_index (self->sales, Sale, i++).is_known = TRUE;
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
find_known (SediaSalesPlan  *self,
            SediaDb         *db,
            GError         **error)
{
  gint64 has_sales;

  if (self->options->add)
    return TRUE;
  if (!sedia_db_value (db, &has_sales, error, "import-has-sales", 0))
    return FALSE;
  if (has_sales == 0)
    return TRUE;

  g_array_sort (self->sales, compare_all);
  if (!match_known (self, db, error))
    return FALSE;

  g_array_sort (self->sales, compare_lines);
  return TRUE;
}

/* ---- the report */

static void
report_sale (SediaSalesPlan *self,
             const Sale     *sale)
{
  const SediaKnownProduct *product = &g_array_index (self->products->products, SediaKnownProduct,
                                                     sale->product);
  g_autofree char *day = NULL;
  g_autofree char *quantity = NULL;
  const char *customer = NULL;

  if (sale->is_known)
    {
      self->report->unchanged++;
      return;
    }
  if (sedia_import_report_is_full (self->report))
    {
      self->report->added++;
      return;
    }

  if (sale->customer > 0)
    customer = g_array_index (self->customers->people, SediaKnownPerson, sale->customer - 1).name;
  day = self->options->numbers.decimal != 0 ? sedia_day_words (sale->day)
                                            : sedia_day_format_iso (sale->day);
  quantity = sedia_number_format (sale->quantity, product->decimals, self->report->numbers);
  sedia_import_report_add_new (self->report, sale->line, product->sku,
                               g_strjoin (", ", day, quantity, customer, NULL));
}

static void
add_notes (SediaSalesPlan *self)
{
  if (self->report->unchanged > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext ("%u sale is there already, of the same product, day and quantity, and is left as "
                "it is.",
                "%u sales are there already, of the same product, day and quantity, and are left "
                "as they are.",
                self->report->unchanged),
      self->report->unchanged);
  if (self->n_back > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext ("%u row came back or was cancelled: it is taken off.",
                "%u rows came back or were cancelled: they are taken off.", self->n_back),
      self->n_back);
  if (self->n_nothing > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext ("%u row with the quantity 0 was left out.",
                "%u rows with the quantity 0 were left out.", self->n_nothing),
      self->n_nothing);
  if (self->n_strangers > 0)
    sedia_import_report_add_note (
      self->report,
      ngettext ("%u row names a customer nobody here is: it counts without one.",
                "%u rows name customers nobody here is: they count without one.",
                self->n_strangers),
      self->n_strangers);
}

/**
 * sedia_sales_plan_new:
 * @db: a connection
 * @options: of the import
 * @report: (transfer none): filled
 * @error: return location
 *
 * Reads a file of what was sold and finds out what of it is not there yet. Writes nothing.
 *
 * Returns: (transfer full) (nullable): the plan; it can be applied when the report has no problems
 */
SediaSalesPlan *
sedia_sales_plan_new (SediaDb                   *db,
                      const SediaImportOptions  *options,
                      SediaImportReport         *report,
                      GError                   **error)
{
  g_autoptr (SediaSalesPlan) self = g_new0 (SediaSalesPlan, 1);

  self->options = options;
  self->report = report;
  self->unknown = g_ptr_array_new_with_free_func (unknown_free);
  self->unknown_by_code = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  self->country = sedia_setting_country (db);
  self->today = sedia_day_today ();

  if (!(self->file = sedia_import_file_open (options, options->path, SEDIA_IMPORT_SALES,
                                             sedia_db_get_cancellable (db), error)) ||
      !sedia_columns_check (self->file->columns, error) ||
      !(self->products = sedia_known_products_load (db, error)) ||
      !(self->customers = sedia_known_people_load (db, "import-order-customers", error)))
    return NULL;

  self->sales = g_array_sized_new (FALSE, FALSE, sizeof (Sale),
                                   sedia_table_get_n_rows (self->file->table));
  if (!read_rows (self, db, error) || !find_known (self, db, error))
    return NULL;

  take_unknown (self);
  for (guint i = 0; i < self->sales->len; i++)
    report_sale (self, &g_array_index (self->sales, Sale, i));

  add_notes (self);
  sedia_import_report_take_file (report, self->file, NULL);
  return g_steal_pointer (&self);
}

/* ---- writing */

static gboolean
write_sales (SediaSalesPlan  *self,
             SediaDb         *db,
             GError         **error)
{
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "import-sale-insert", 5);

  for (guint i = 0; i < self->sales->len; i++)
    {
      const Sale *sale = &g_array_index (self->sales, Sale, i);
      gint64 customer_id = 0;

      sedia_import_file_tell (self->file, SEDIA_IMPORT_WRITING, i, self->sales->len);
      if (!sedia_import_check_cancelled (db, i, error))
        return FALSE;
      if (sale->is_known)
        continue;

      if (sale->customer > 0)
        customer_id = g_array_index (self->customers->people, SediaKnownPerson,
                                     sale->customer - 1).id;
      sedia_bulk_add_int64 (bulk, g_array_index (self->products->products, SediaKnownProduct,
                                                 sale->product).id);
      sedia_bulk_add_int64 (bulk, sale->day);
      sedia_bulk_add_int64 (bulk, sale->quantity);
      sedia_bulk_add_optional (bulk, customer_id, 0);
      sedia_bulk_add_int64 (bulk, sedia_db_operation (db)->id);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error);
}

/**
 * sedia_sales_plan_apply:
 * @self: a plan without problems
 * @db: the writing connection, in an operation
 * @error: return location
 *
 * Writes what was sold.
 */
gboolean
sedia_sales_plan_apply (SediaSalesPlan  *self,
                        SediaDb         *db,
                        GError         **error)
{
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_free);
  gint64 has_sales;

  if (!sedia_db_value (db, &has_sales, error, "import-has-sales", 0))
    return FALSE;
  if (has_sales == 0 && self->sales->len >= SEDIA_IMPORT_BIG &&
      !sedia_import_drop_indexes (db, "past_sale", indexes, error))
    return FALSE;

  return write_sales (self, db, error) && sedia_import_build_indexes (db, indexes, error);
}
