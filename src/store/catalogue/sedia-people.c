/* Customers and suppliers: saving, reading, finding. */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-commands.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

/**
 * sedia_like_pattern: (transfer full) the LIKE pattern that finds @text anywhere; its escape is a
 * backslash.
 */
char *
sedia_like_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '%' || *c == '_' || *c == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *c);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
has_name (char *name)
{
  return name != NULL && *g_strstrip (name) != '\0';
}

/* Whose name or code was typed; customers are also known by their phone. */
typedef struct
{
  const char *by_text;  /* statements: (id, by_code, archived) */
  const char *by_id;
  const char *by_code;  /* (id, name) */
} Book;

static const Book customers = { "customer-by-text", "customer-by-id", "customer-by-code" };
static const Book suppliers = { "supplier-by-text", "supplier-by-id", "supplier-by-code" };

/* "#12" is the one with the number 12: the way to reach one of two who share everything else. */
static gboolean
find_by_number (SediaDb     *db,
                const Book  *book,
                const char  *text,
                gboolean     archived,
                gint64      *id,
                GError     **error)
{
  guint64 number;

  *id = 0;
  if (*text != '#' ||
      !g_ascii_string_to_unsigned (text + 1, 10, 1, G_MAXINT64, &number, NULL))
    return TRUE;

  return sedia_db_value (db, id, error, book->by_id, 2, (gint64) number, (gint64) archived);
}

static void
refuse_same_name (const Book  *book,
                  const char  *text,
                  const char  *numbers,
                  GError     **error)
{
  /* Translators: a name, then numbers of people: "#3, #8". */
  if (book == &customers)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("More than one customer is called “%s” (%s); give the code, the phone number or "
                   "one of these numbers instead."),
                 text, numbers);
  else
    /* Translators: a name, then numbers of people: "#3, #8". */
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                 _("More than one supplier is called “%s” (%s); give the code or one of these "
                   "numbers instead."),
                 text, numbers);
}

/* By code, name or phone, else by number. Who is not archived comes first; when two have the same
 * name, nobody may guess which is meant. */
static gboolean
find_by_text (SediaDb     *db,
              const Book  *book,
              const char  *text,
              gboolean     archived,
              gint64      *id,
              GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, book->by_text, error);
  g_autoptr (GString) numbers = g_string_new (NULL);
  gboolean is_sure = FALSE, is_archived = FALSE;
  guint n = 0;
  SediaStep step;

  *id = 0;
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, text);
  sedia_stmt_bind_int64 (stmt, 2, archived);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      if (n == 0)
        {
          *id = sedia_stmt_int64 (stmt, 0);
          is_sure = sedia_stmt_int64 (stmt, 1) != 0;
          is_archived = sedia_stmt_int64 (stmt, 2) != 0;
        }
      if (is_sure || is_archived != (sedia_stmt_int64 (stmt, 2) != 0))
        continue;
      g_string_append_printf (numbers, "%s#%" G_GINT64_FORMAT, n++ > 0 ? ", " : "",
                              sedia_stmt_int64 (stmt, 0));
    }
  if (step == SEDIA_STEP_ERROR)
    return FALSE;
  if (*id == 0)
    return find_by_number (db, book, text, archived, id, error);
  if (n < 2)
    return TRUE;

  *id = 0;
  refuse_same_name (book, text, numbers->str, error);
  return FALSE;
}

/**
 * sedia_customer_find: The customer with this code, name, phone or number ("#12"); 0 when there is
 * none. Who is archived is not found.
 */
gboolean
sedia_customer_find (SediaDb     *db,
                     const char  *name_or_code,
                     gint64      *customer_id,
                     GError     **error)
{
  return find_by_text (db, &customers, name_or_code, FALSE, customer_id, error);
}

/**
 * sedia_customer_find_any: The same, of all there ever were.
 */
gboolean
sedia_customer_find_any (SediaDb     *db,
                         const char  *name_or_code,
                         gint64      *customer_id,
                         GError     **error)
{
  return find_by_text (db, &customers, name_or_code, TRUE, customer_id, error);
}

/**
 * sedia_supplier_find: The supplier with this code, name or number ("#12"); 0 when there is none.
 * Who is archived is not found.
 */
gboolean
sedia_supplier_find (SediaDb     *db,
                     const char  *name_or_code,
                     gint64      *supplier_id,
                     GError     **error)
{
  return find_by_text (db, &suppliers, name_or_code, FALSE, supplier_id, error);
}

/**
 * sedia_supplier_find_any: The same, of all there ever were.
 */
gboolean
sedia_supplier_find_any (SediaDb     *db,
                         const char  *name_or_code,
                         gint64      *supplier_id,
                         GError     **error)
{
  return find_by_text (db, &suppliers, name_or_code, TRUE, supplier_id, error);
}

/* A code is one person's, archived or not. */
static gboolean
check_code (SediaDb     *db,
            const Book  *book,
            const char  *code,
            gint64       own_id,
            GError     **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (or_null (code) == NULL)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, book->by_code, error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, code);
  step = sedia_stmt_step (stmt, error);
  if (step != SEDIA_STEP_ROW || sedia_stmt_int64 (stmt, 0) == own_id)
    return step != SEDIA_STEP_ERROR;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               book == &customers
                 ? _("The code “%s” belongs to customer %s already; choose another one.")
                 : _("The code “%s” belongs to supplier %s already; choose another one."),
               code, sedia_stmt_text (stmt, 1));
  return FALSE;
}

/* ---- customers */

static SediaCustomer *
customer_from_stmt (SediaStmt *stmt)
{
  SediaCustomer *customer = sedia_customer_new ();

  customer->id = sedia_stmt_int64 (stmt, 0);
  customer->code = sedia_stmt_dup_text (stmt, 1);
  customer->name = sedia_stmt_dup_text (stmt, 2);
  customer->phone = sedia_stmt_dup_text (stmt, 3);
  customer->email = sedia_stmt_dup_text (stmt, 4);
  sedia_channel_from_string (sedia_stmt_text (stmt, 5), &customer->channel);
  customer->language = sedia_stmt_dup_text (stmt, 6);
  customer->note = sedia_stmt_dup_text (stmt, 7);
  customer->do_not_contact = sedia_stmt_int64 (stmt, 8) != 0;
  customer->archived = sedia_stmt_int64 (stmt, 9) != 0;
  customer->open_lines = sedia_stmt_int64 (stmt, 10);
  customer->waiting_lines = sedia_stmt_int64 (stmt, 11);
  customer->ready_lines = sedia_stmt_int64 (stmt, 12);
  customer->merged_into = sedia_stmt_int64 (stmt, 13);
  customer->merged_name = sedia_stmt_dup_text (stmt, 14);

  return customer;
}

/**
 * sedia_customer_read: (transfer full) (nullable) a customer.
 */
SediaCustomer *
sedia_customer_read (SediaDb  *db,
                     gint64    customer_id,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-read", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_CUSTOMER, customer_id);

  return step == SEDIA_STEP_ROW ? customer_from_stmt (stmt) : NULL;
}

static GPtrArray *
list_customers (SediaDb     *db,
                const char  *search,
                gboolean     archived,
                GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-list", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_customer_free);
  g_autofree char *pattern = or_null (search) != NULL ? sedia_like_pattern (search) : NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_text (stmt, 1, pattern);
  sedia_stmt_bind_int64 (stmt, 2, archived);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (list, customer_from_stmt (stmt));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * sedia_customer_list: (transfer full) (element-type SediaCustomer) customers by name, without the
 * archived.
 */
GPtrArray *
sedia_customer_list (SediaDb     *db,
                     const char  *search,
                     GError     **error)
{
  return list_customers (db, search, FALSE, error);
}

/**
 * sedia_customer_list_all: (transfer full) (element-type SediaCustomer) every customer by name, the
 * archived too.
 */
GPtrArray *
sedia_customer_list_all (SediaDb  *db,
                         GError  **error)
{
  return list_customers (db, NULL, TRUE, error);
}

/**
 * sedia_customer_save:
 * @db: the writing connection, in an operation
 * @customer: a customer; id 0 adds it and is set
 * @error: return location
 *
 * Writes all fields of a customer.
 */
gboolean
sedia_customer_save (SediaDb        *db,
                     SediaCustomer  *customer,
                     GError        **error)
{
  const gboolean is_new = customer->id == 0;
  g_autoptr (SediaStmt) stmt = NULL;

  if (!has_name (customer->name))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("A customer needs a name."));
      return FALSE;
    }
  if (customer->merged_into != 0 && !customer->archived)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("%s was merged into %s; undo that to have both in the lists again."),
                   customer->name, customer->merged_name);
      return FALSE;
    }
  if (!check_code (db, &customers, customer->code, customer->id, error) ||
      !(stmt = sedia_db_prepare (db, is_new ? "customer-insert" : "customer-update", error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, or_null (customer->code));
  sedia_stmt_bind_text (stmt, 2, customer->name);
  sedia_stmt_bind_text (stmt, 3, or_empty (customer->phone));
  sedia_stmt_bind_text (stmt, 4, or_empty (customer->email));
  sedia_stmt_bind_text (stmt, 5, sedia_channel_to_string (customer->channel));
  sedia_stmt_bind_text (stmt, 6, or_empty (customer->language));
  sedia_stmt_bind_text (stmt, 7, or_empty (customer->note));
  sedia_stmt_bind_int64 (stmt, 8, customer->do_not_contact);
  sedia_stmt_bind_int64 (stmt, 9, customer->archived);
  sedia_stmt_bind_int64 (stmt, 10, is_new ? sedia_db_operation (db)->id : customer->id);

  return (is_new ? sedia_stmt_run_id (stmt, &customer->id, error) : sedia_stmt_run (stmt, error)) &&
         sedia_customer_index (db, customer->id, customer->name, customer->phone, error) &&
         sedia_operation_set_subject (db, customer->name, error);
}

/* Everything that names one customer. What tells where the name stands goes last. */
static gboolean
forget (SediaDb  *db,
        gint64    customer_id,
        GError  **error)
{
  return sedia_db_run (db, error, "customer-forget-replies", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget-log", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget-contacts", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget-drafts", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget-orders", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget-key", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget", 1, customer_id) &&
         sedia_db_run (db, error, "customer-forget-audit", 1, customer_id);
}

/* Whoever was merged into them is the same person. */
static gboolean
forget_merged (SediaDb  *db,
               gint64    customer_id,
               GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-merged", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    if (!forget (db, sedia_stmt_int64 (stmt, 0), error))
      return FALSE;

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_customer_erase:
 * @db: the writing connection, in an operation
 * @customer_id: a customer without open orders
 * @error: return location
 *
 * Forgets who a customer is: name, phone, address and notes go, from the audit, the log and the
 * answers kept for callers' keys too, and so does whoever was merged into them. What they bought
 * stays in the books. Cannot be undone.
 */
gboolean
sedia_customer_erase (SediaDb  *db,
                      gint64    customer_id,
                      GError  **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, customer_id, error);
  gint64 is_wiping;

  if (customer == NULL)
    return FALSE;
  if (customer->open_lines > 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("%s has open orders; hand them over or cancel them first."), customer->name);
      return FALSE;
    }

  if (customer->merged_into != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("%s was merged into %s; erase that one, and both are forgotten."),
                   customer->name, customer->merged_name);
      return FALSE;
    }

  /* Freed bytes are wiped. */
  return sedia_db_value (db, &is_wiping, error, "customer-forget-wipe", 0) &&
         forget_merged (db, customer_id, error) &&
         forget (db, customer_id, error) &&
         sedia_db_value (db, &is_wiping, error, "customer-forget-wiped", 0) &&
         sedia_operation_set_subject (db, "–", error);
}

/* ---- suppliers */

static SediaSupplier *
supplier_from_stmt (SediaStmt *stmt)
{
  SediaSupplier *supplier = sedia_supplier_new ();

  supplier->id = sedia_stmt_int64 (stmt, 0);
  supplier->code = sedia_stmt_dup_text (stmt, 1);
  supplier->name = sedia_stmt_dup_text (stmt, 2);
  supplier->phone = sedia_stmt_dup_text (stmt, 3);
  supplier->email = sedia_stmt_dup_text (stmt, 4);
  supplier->lead_days = (int) sedia_stmt_optional (stmt, 5, -1);
  supplier->note = sedia_stmt_dup_text (stmt, 6);
  supplier->archived = sedia_stmt_int64 (stmt, 7) != 0;
  supplier->least_value = sedia_stmt_optional (stmt, 8, SEDIA_NO_AMOUNT);

  return supplier;
}

/**
 * sedia_supplier_read: (transfer full) (nullable) a supplier.
 */
SediaSupplier *
sedia_supplier_read (SediaDb  *db,
                     gint64    supplier_id,
                     GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "supplier-read", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, supplier_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_SUPPLIER, supplier_id);

  return step == SEDIA_STEP_ROW ? supplier_from_stmt (stmt) : NULL;
}

static GPtrArray *
list_suppliers (SediaDb     *db,
                const char  *search,
                gboolean     archived,
                GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "supplier-list", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_supplier_free);
  g_autofree char *pattern = or_null (search) != NULL ? sedia_like_pattern (search) : NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_text (stmt, 1, pattern);
  sedia_stmt_bind_int64 (stmt, 2, archived);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (list, supplier_from_stmt (stmt));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * sedia_supplier_list: (transfer full) (element-type SediaSupplier) suppliers by name, without the
 * archived.
 */
GPtrArray *
sedia_supplier_list (SediaDb     *db,
                     const char  *search,
                     GError     **error)
{
  return list_suppliers (db, search, FALSE, error);
}

/**
 * sedia_supplier_list_all: (transfer full) (element-type SediaSupplier) every supplier by name, the
 * archived too.
 */
GPtrArray *
sedia_supplier_list_all (SediaDb  *db,
                         GError  **error)
{
  return list_suppliers (db, NULL, TRUE, error);
}

/**
 * sedia_supplier_save:
 * @db: the writing connection, in an operation
 * @supplier: a supplier; id 0 adds it and is set
 * @error: return location
 *
 * Writes all fields of a supplier.
 */
gboolean
sedia_supplier_save (SediaDb        *db,
                     SediaSupplier  *supplier,
                     GError        **error)
{
  const gboolean is_new = supplier->id == 0;
  g_autoptr (SediaStmt) stmt = NULL;

  if (!has_name (supplier->name))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("A supplier needs a name."));
      return FALSE;
    }
  if (supplier->lead_days < -1 || supplier->lead_days > 3650)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("%d is no lead time for %s; it must be between 0 and 3650 days."),
                   supplier->lead_days, supplier->name);
      return FALSE;
    }
  if (supplier->least_value != SEDIA_NO_AMOUNT &&
      (supplier->least_value < 1 || supplier->least_value > SEDIA_QUANTITY_MAX))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("The least an order to %s is worth must be above zero, and not too large."),
                   supplier->name);
      return FALSE;
    }
  if (!check_code (db, &suppliers, supplier->code, supplier->id, error) ||
      !(stmt = sedia_db_prepare (db, is_new ? "supplier-insert" : "supplier-update", error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, or_null (supplier->code));
  sedia_stmt_bind_text (stmt, 2, supplier->name);
  sedia_stmt_bind_text (stmt, 3, or_empty (supplier->phone));
  sedia_stmt_bind_text (stmt, 4, or_empty (supplier->email));
  sedia_stmt_bind_optional (stmt, 5, supplier->lead_days, -1);
  sedia_stmt_bind_text (stmt, 6, or_empty (supplier->note));
  sedia_stmt_bind_int64 (stmt, 7, supplier->archived);
  sedia_stmt_bind_optional (stmt, 8, supplier->least_value, SEDIA_NO_AMOUNT);
  sedia_stmt_bind_int64 (stmt, 9, is_new ? sedia_db_operation (db)->id : supplier->id);

  return (is_new ? sedia_stmt_run_id (stmt, &supplier->id, error) : sedia_stmt_run (stmt, error)) &&
         sedia_operation_set_subject (db, supplier->name, error);
}
