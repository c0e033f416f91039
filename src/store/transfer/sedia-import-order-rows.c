/* Importing orders: understanding the rows of one file, or of a file of orders and one of their
 * lines, on the thread that reads. The lines themselves are in sedia-import-order-lines.c.
 */
#include "config.h"

#include "sedia-error.h"
#include "sedia-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define ROWS_IN_A_PIECE 4096

/* ---- pieces of what is understood */

/**
 * sedia_order_piece_new: (transfer full) room for what is understood of a file.
 */
SediaOrderPiece *
sedia_order_piece_new (void)
{
  SediaOrderPiece *piece = g_new0 (SediaOrderPiece, 1);

  piece->orders = g_array_new (FALSE, FALSE, sizeof (SediaImportOrder));
  piece->lines = g_array_new (FALSE, FALSE, sizeof (SediaImportLine));
  return piece;
}

/**
 * sedia_order_piece_free: Frees a #SediaOrderPiece.
 */
void
sedia_order_piece_free (gpointer data)
{
  SediaOrderPiece *piece = data;

  g_array_unref (piece->orders);
  g_array_unref (piece->lines);
  g_free (piece);
}

static gboolean
hand_over (SediaOrderPlan *self)
{
  SediaOrderPiece *piece = self->piece;

  piece->is_good = self->file->problems->len == 0 &&
                   (self->lines_file == NULL || self->lines_file->problems->len == 0);
  self->piece = sedia_order_piece_new ();
  return sedia_feed_give (self->feed, piece);
}

static gboolean
hand_over_when_full (SediaOrderPlan *self)
{
  return self->piece->orders->len + self->piece->lines->len < ROWS_IN_A_PIECE || hand_over (self);
}

/* ---- what is there already */

typedef struct
{
  SediaOrderPlan *self;
  gint64 id;
  gboolean is_there;
} Number;

/* Orders that this import has written by now are not meant. */
static gboolean
ask_for_number (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  Number *number = data;
  gint64 found = 0;

  if (number->self->first_id > 0 && number->id >= number->self->first_id)
    return TRUE;
  if (!sedia_db_value (db, &found, error, "import-order-exists", 1, number->id))
    return FALSE;

  number->is_there = found > 0;
  return TRUE;
}

/* Our own export calls an order that never had another number "#17". */
static gboolean
is_there (SediaOrderPlan  *self,
          const char      *reference,
          gboolean        *there,
          GError         **error)
{
  Number number = { self, 0, FALSE };
  guint64 id;

  *there = g_hash_table_contains (self->references, reference);
  if (*there || reference[0] != '#' ||
      !g_ascii_string_to_unsigned (reference + 1, 10, 1, G_MAXINT64, &id, NULL))
    return TRUE;

  number.id = (gint64) id;
  if (!sedia_feed_ask (self->feed, ask_for_number, &number, error))
    return FALSE;

  *there = number.is_there;
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
  const char *code = sedia_import_file_code (self->file, SEDIA_FIELD_CUSTOMER);
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
           const char      *reference,
           guint           *index,
           GError         **error)
{
  SediaImportOrder order = { .line = self->file->line };

  *index = self->orders->len;
  if (reference != NULL)
    {
      order.reference = g_string_chunk_insert (self->texts, reference);
      if (!is_there (self, reference, &order.is_known, error))
        return FALSE;
      g_hash_table_insert (self->by_reference, (gpointer) order.reference,
                           GUINT_TO_POINTER (*index + 1));
    }

  if (order.is_known)
    self->n_known++;
  else
    {
      order.number = self->n_new++;
      read_head (self, &order);
      g_array_append_val (self->piece->orders, order);
    }

  g_array_append_val (self->orders, order);
  return TRUE;
}

/* ---- one file: each row is a line, and the order repeats or is left blank */

static void
check_same_customer (SediaOrderPlan         *self,
                     const SediaImportOrder *order)
{
  const char *code = sedia_import_file_code (self->file, SEDIA_FIELD_CUSTOMER);
  SediaKnownPerson *customer;

  if (code == NULL || order->customer == 0 || order->is_bad)
    return;

  customer = &g_array_index (self->customers->people, SediaKnownPerson, order->customer - 1);
  if (g_strcmp0 (customer->code, code) == 0 ||
      sedia_nocase_equal (code, customer->name) || find_customer (self) == customer)
    return;

  sedia_import_file_add_problem (self->file, _("Order “%s” is for another customer in line %u."),
                                 order->reference, order->line);
}

/* The lines of an order mostly stand together. */
static guint
number_of (SediaOrderPlan *self,
           const char     *reference)
{
  const SediaImportOrder *above = self->above > 0 ? &g_array_index (self->orders, SediaImportOrder,
                                                                    self->above - 1)
                                                  : NULL;

  if (above != NULL && g_strcmp0 (above->reference, reference) == 0)
    return self->above;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_reference, reference));
}

static gboolean
find_order (SediaOrderPlan  *self,
            guint           *index,
            GError         **error)
{
  const char *reference = sedia_import_file_code (self->file, SEDIA_FIELD_ORDER);
  guint number = 0;

  if (reference != NULL)
    number = number_of (self, reference);
  else if (sedia_import_file_cell (self->file, SEDIA_FIELD_CUSTOMER) == NULL)
    number = self->orders->len; /* blank: one more line of the order above */

  self->above = number > 0 ? number : self->orders->len + 1;
  if (number == 0)
    return add_order (self, reference, index, error);

  *index = number - 1;
  check_same_customer (self, &g_array_index (self->orders, SediaImportOrder, *index));
  return TRUE;
}

static SediaImportOrder *
order_at (SediaOrderPlan *self,
          guint           index)
{
  return &g_array_index (self->orders, SediaImportOrder, index);
}

static gboolean
read_order_rows (SediaOrderPlan  *self,
                 GError         **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean ok = TRUE;
  guint index;

  while (ok && sedia_import_file_next (self->file, &cause))
    ok = find_order (self, &index, &cause) &&
         sedia_order_plan_read_line (self, self->file, order_at (self, index), &cause) &&
         hand_over_when_full (self);

  ok = ok && cause == NULL;
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return ok;
}

/* ---- two files */

static gboolean
read_order (SediaOrderPlan  *self,
            GError         **error)
{
  const char *reference = sedia_import_file_code (self->file, SEDIA_FIELD_ORDER);
  guint number, index;

  if (reference == NULL)
    {
      sedia_import_file_add_problem (self->file, _("The order has no number."));
      return TRUE;
    }

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_reference, reference));
  if (number == 0)
    return add_order (self, reference, &index, error);

  sedia_import_file_add_problem (self->file, _("Order “%s” stands in line %u already."), reference,
                                 order_at (self, number - 1)->line);
  return TRUE;
}

static gboolean
read_line (SediaOrderPlan  *self,
           GError         **error)
{
  const char *reference = sedia_import_file_code (self->lines_file, SEDIA_FIELD_ORDER);
  const guint number = reference != NULL ? number_of (self, reference) : 0;

  if (reference == NULL)
    sedia_import_file_add_problem (self->lines_file, _("The line has no order number."));
  else if (number == 0)
    sedia_import_file_add_problem (self->lines_file, _("Order “%s” is not in the file of orders."),
                                   reference);
  else
    {
      self->above = number;
      return sedia_order_plan_read_line (self, self->lines_file, order_at (self, number - 1),
                                         error);
    }

  return TRUE;
}

static gboolean
read_heads_and_lines (SediaOrderPlan  *self,
                      GError         **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean ok = TRUE;

  while (ok && sedia_import_file_next (self->file, &cause))
    ok = read_order (self, &cause) && hand_over_when_full (self);
  while (ok && cause == NULL && sedia_import_file_next (self->lines_file, &cause))
    ok = read_line (self, &cause) && hand_over_when_full (self);

  ok = ok && cause == NULL;
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return ok;
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

/**
 * sedia_order_plan_read_rows:
 * @self: a plan whose files are open
 * @error: return location
 *
 * Understands all rows, and hands them over piece by piece.
 *
 * Returns: %FALSE when that was stopped, by @error or by the other side
 */
gboolean
sedia_order_plan_read_rows (SediaOrderPlan  *self,
                            GError         **error)
{
  if (self->lines_file == NULL)
    return read_order_rows (self, error) && hand_over (self);

  if (!read_heads_and_lines (self, error))
    return FALSE;

  find_orders_without_lines (self);
  return hand_over (self);
}
