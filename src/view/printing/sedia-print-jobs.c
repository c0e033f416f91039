/* What a shop prints. */
#include "config.h"

#include "sedia-print-jobs.h"

#include "sedia-format.h"
#include "sedia-purchase-text.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define MOST_ROWS 5000 /* of a list: a hundred sheets are a slip of the finger */
#define PAGE 500
#define LEAST_NAME 16 /* characters: a column of names, which share the room; others need little */

/**
 * sedia_print_list_args_free: Frees what a list was to be printed with.
 */
void
sedia_print_list_args_free (SediaPrintListArgs *self)
{
  if (self == NULL)
    return;

  sedia_query_free (self->query);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

/**
 * sedia_print_message_args_free: Frees what a message was to be printed with.
 */
void
sedia_print_message_args_free (SediaPrintMessageArgs *self)
{
  if (self == NULL)
    return;

  g_free (self->customer);
  g_free (self->text);
  g_free (self);
}

/* What a customer takes home says from whom it is. */
static void
set_shop (SediaPrintDocument *document,
          SediaDb            *db)
{
  g_autofree char *shop = sedia_setting_read (db, "shop");

  sedia_print_document_set_shop (document, shop);
}

static void
add_today (SediaPrintDocument *document)
{
  g_autofree char *today = sedia_format_day_full (sedia_day_today ());

  sedia_print_document_add_head (document, today);
}

static void
add_printed_note (SediaPrintDocument *document)
{
  g_autofree char *when = sedia_format_time_full (sedia_time_now ());
  /* Translators: a day and the time of the day */
  g_autofree char *note = g_strdup_printf (_("Printed %s"), when);

  sedia_print_document_add_note (document, note);
}

static void
take_row (SediaPrintDocument *document,
          const char         *first,
          ...) G_GNUC_NULL_TERMINATED;

/* One text for each column. */
static void
take_row (SediaPrintDocument *document,
          const char         *first,
          ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    g_strv_builder_add (cells, text);
  va_end (args);

  sedia_print_document_take_row (document, g_strv_builder_end (cells));
}

/* Nothing rather than "0 pcs": what is zero is not looked for. */
static char *
dup_amount (gint64                amount,
            const SediaOrderLine *line)
{
  return amount != 0 ? sedia_format_amount (amount, line->decimals, line->unit) : g_strdup ("");
}

/* ---- hand-over slip */

static void
add_order_line (SediaPrintDocument   *document,
                const SediaOrderLine *line)
{
  g_autofree char *ordered = dup_amount (line->ordered - line->cancelled, line);
  g_autofree char *had = dup_amount (line->delivered, line);
  g_autofree char *take = dup_amount (line->reserved, line);
  g_autofree char *owed = dup_amount (sedia_order_line_waiting (line), line);

  if (line->ordered > line->cancelled)
    take_row (document, line->sku, line->product, ordered, had, take, owed, NULL);
}

static void
add_order_notes (SediaPrintDocument *document,
                 const SediaOrder   *order)
{
  if (order->all_or_nothing)
    sedia_print_document_add_note (document, _("All or nothing: only together."));
  if (order->deposit != 0)
    {
      g_autofree char *money = sedia_format_money (order->deposit);
      g_autofree char *deposit = g_strdup_printf (_("Deposit paid: %s"), money);

      sedia_print_document_add_note (document, deposit);
    }
  sedia_print_document_add_note (document, order->note);
  add_printed_note (document);
}

gpointer
sedia_print_order_job (SediaDb   *db,
                       gpointer   order_id,
                       GError   **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read (db, *(const gint64 *) order_id, error);
  g_autoptr (SediaCustomer) customer = NULL;
  g_autoptr (SediaPrintDocument) document = NULL;
  g_autofree char *when = NULL;
  g_autofree char *number = NULL;

  if (order == NULL || !(customer = sedia_customer_read (db, order->customer_id, error)))
    return NULL;

  when = sedia_format_time_full (order->placed_at);
  /* Translators: number of an order, the day it was placed */
  number = g_strdup_printf (_("Order %" PRId64 ", %s"), order->id, when);
  document = sedia_print_document_new (_("Hand-Over Slip"));
  sedia_print_document_add_head (document, order->customer);
  sedia_print_document_add_head (document, number);
  sedia_print_document_add_head (document, customer->phone);
  sedia_print_document_add_column (document, C_("column", "SKU"), 0, FALSE);
  sedia_print_document_add_column (document, C_("column", "Product"), 1, FALSE);
  sedia_print_document_add_column (document, C_("slip", "Ordered"), 0, TRUE);
  sedia_print_document_add_column (document, C_("slip", "Had before"), 0, TRUE);
  sedia_print_document_add_column (document, C_("slip", "Now"), 0, TRUE);
  sedia_print_document_add_column (document, C_("slip", "Still owed"), 0, TRUE);
  for (guint i = 0; i < order->lines->len; i++)
    add_order_line (document, g_ptr_array_index (order->lines, i));

  add_order_notes (document, order);
  sedia_print_document_add_signature (document, _("Received by"));

  return g_steal_pointer (&document);
}

/* ---- deposit receipt */

/* What was ordered: the deposit was paid for that, whatever became of it since. */
static void
add_deposit_lines (SediaPrintDocument *document,
                   const SediaOrder   *order)
{
  sedia_print_document_add_column (document, C_("column", "SKU"), 0, FALSE);
  sedia_print_document_add_column (document, C_("column", "Product"), 1, FALSE);
  sedia_print_document_add_column (document, C_("slip", "Quantity"), 0, TRUE);
  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);
      g_autofree char *amount = sedia_format_amount (line->ordered, line->decimals, line->unit);

      take_row (document, line->sku, line->product, amount, NULL);
    }
}

/* An order's deposit is paid when the order is placed. */
static void
add_paid_note (SediaPrintDocument *document,
               const SediaOrder   *order)
{
  g_autofree char *money = sedia_format_money (order->deposit);
  g_autofree char *day = sedia_format_day_full (sedia_day_of_time (order->placed_at));
  /* Translators: an amount of money, a whole date */
  g_autofree char *note = g_strdup_printf (_("Deposit paid: %s, on %s"), money, day);

  sedia_print_document_add_note (document, note);
}

static void
add_returned_note (SediaPrintDocument       *document,
                   const SediaDepositReturn *given)
{
  g_autofree char *money = sedia_format_money (given->amount);
  g_autofree char *day = sedia_format_day_full (sedia_day_of_time (given->at));
  /* Translators: an amount of money, a whole date */
  g_autofree char *note = g_strdup_printf (_("Deposit given back: %s, on %s"), money, day);

  sedia_print_document_add_note (document, note);
}

static SediaPrintDocument *
deposit_document_new (SediaDb             *db,
                      const SediaOrder    *order,
                      const SediaCustomer *customer,
                      const GArray        *returns)
{
  SediaPrintDocument *document = sedia_print_document_new (_("Deposit Receipt"));
  g_autofree char *number = g_strdup_printf (_("Order %" PRId64), order->id);

  set_shop (document, db);
  sedia_print_document_add_head (document, order->customer);
  sedia_print_document_add_head (document, customer->phone);
  sedia_print_document_add_head (document, number);
  add_today (document);
  add_deposit_lines (document, order);
  add_paid_note (document, order);
  for (guint i = 0; i < returns->len; i++)
    add_returned_note (document, &g_array_index (returns, SediaDepositReturn, i));
  sedia_print_document_add_signature (document, C_("signature", "Customer"));
  sedia_print_document_add_signature (document, C_("signature", "For the shop"));

  return document;
}

gpointer
sedia_print_deposit_job (SediaDb   *db,
                         gpointer   order_id,
                         GError   **error)
{
  const gint64 id = *(const gint64 *) order_id;
  g_autoptr (SediaOrder) order = sedia_order_read (db, id, error);
  g_autoptr (SediaCustomer) customer = NULL;
  g_autoptr (GArray) returns = NULL;

  if (order == NULL || !(customer = sedia_customer_read (db, order->customer_id, error)) ||
      !(returns = sedia_deposit_returns (db, id, error)))
    return NULL;
  if (order->deposit == 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("No deposit was paid for order %" PRId64 "."), id);
      return NULL;
    }

  return deposit_document_new (db, order, customer, returns);
}

/* ---- message */

gpointer
sedia_print_message_job (SediaDb   *db,
                         gpointer   data,
                         GError   **error)
{
  const SediaPrintMessageArgs *args = data;
  SediaPrintDocument *document = sedia_print_document_new (_("Message"));

  set_shop (document, db);
  sedia_print_document_add_head (document, args->customer);
  add_today (document);
  sedia_print_document_set_text (document, args->text);

  return document;
}

/* ---- what stands aside */

static gboolean
read_lists (SediaDb     *db,
            SediaQuery  *query,
            GArray     **ids,
            GPtrArray  **records,
            GError     **error)
{
  *ids = sedia_list_head (db, query, MOST_ROWS, error);
  if (*ids == NULL)
    return FALSE;

  *records = sedia_list_page (db, query, (const gint64 *) (gpointer) (*ids)->data, (*ids)->len,
                              error);

  return *records != NULL;
}

static void
add_aside_line (SediaPrintDocument   *document,
                const SediaOrderLine *line)
{
  g_autofree char *aside = dup_amount (line->reserved, line);
  g_autofree char *owed = dup_amount (sedia_order_line_waiting (line), line);
  g_autofree char *number = g_strdup_printf ("%" PRId64, line->order_id);

  if (line->reserved > 0)
    take_row (document, line->sku, line->product, number, aside, owed, NULL);
}

gpointer
sedia_print_put_aside_job (SediaDb   *db,
                           gpointer   customer_id,
                           GError   **error)
{
  const gint64 id = *(const gint64 *) customer_id;
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, id, error);
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SediaPrintDocument) document = NULL;

  query->of = id;
  if (customer == NULL || !read_lists (db, query, &ids, &lines, error))
    return NULL;

  document = sedia_print_document_new (_("Put Aside"));
  sedia_print_document_add_head (document, customer->name);
  sedia_print_document_add_head (document, customer->phone);
  sedia_print_document_add_column (document, C_("column", "SKU"), 0, FALSE);
  sedia_print_document_add_column (document, C_("column", "Product"), 1, FALSE);
  sedia_print_document_add_column (document, C_("slip", "Order"), 0, TRUE);
  sedia_print_document_add_column (document, C_("slip", "Here"), 0, TRUE);
  sedia_print_document_add_column (document, C_("slip", "Still owed"), 0, TRUE);
  for (guint i = 0; i < lines->len; i++)
    {
      const SediaWaiting *waiting = g_ptr_array_index (lines, i);

      if (waiting->line != NULL)
        add_aside_line (document, waiting->line);
    }
  if (document->rows->len == 0)
    sedia_print_document_add_note (document, _("Nothing stands aside for them."));
  sedia_print_document_add_note (document, customer->note);
  add_printed_note (document);

  return g_steal_pointer (&document);
}

/* ---- delivery note */

static void
add_delivery_lines (SediaPrintDocument  *document,
                    const SediaDelivery *delivery)
{
  for (guint i = 0; i < delivery->lines->len; i++)
    {
      const SediaDeliveryLine *line = g_ptr_array_index (delivery->lines, i);
      g_autofree char *amount = sedia_format_amount (line->quantity, line->decimals, line->unit);

      take_row (document, line->sku, line->product, amount, NULL);
    }
}

static void
add_served_lines (SediaPrintDocument  *document,
                  const SediaDelivery *delivery)
{
  if (delivery->served->len > 0)
    sedia_print_document_add_heading (document, _("Put aside for customers"));
  for (guint i = 0; i < delivery->served->len; i++)
    {
      const SediaServed *served = g_ptr_array_index (delivery->served, i);
      g_autofree char *amount = sedia_format_amount (served->quantity, served->decimals,
                                                     served->unit);
      /* Translators: name of a product, name of a customer */
      g_autofree char *whose = g_strdup_printf (_("%s – for %s"), served->product,
                                                served->customer);

      take_row (document, served->sku, whose, amount, NULL);
    }
}

gpointer
sedia_print_delivery_job (SediaDb   *db,
                          gpointer   delivery_id,
                          GError   **error)
{
  g_autoptr (SediaDelivery) delivery = NULL;
  g_autoptr (SediaPrintDocument) document = NULL;
  g_autofree char *when = NULL;
  g_autofree char *number = NULL;
  g_autofree char *note = NULL;

  if (!(delivery = sedia_delivery_read (db, *(const gint64 *) delivery_id, error)))
    return NULL;

  when = sedia_format_time_full (delivery->at);
  /* Translators: number of a delivery, the day it came */
  number = g_strdup_printf (_("Delivery %" PRId64 ", %s"), delivery->id, when);
  if (delivery->note_number != NULL && *delivery->note_number != '\0')
    note = g_strdup_printf (_("Note number %s"), delivery->note_number);

  document = sedia_print_document_new (_("Goods Received"));
  sedia_print_document_add_head (document, delivery->supplier != NULL ? delivery->supplier
                                                                      : _("No supplier stated"));
  sedia_print_document_add_head (document, number);
  sedia_print_document_add_head (document, note);
  sedia_print_document_add_column (document, C_("column", "SKU"), 0, FALSE);
  sedia_print_document_add_column (document, C_("column", "Product"), 1, FALSE);
  sedia_print_document_add_column (document, C_("slip", "Quantity"), 0, TRUE);
  add_delivery_lines (document, delivery);
  add_served_lines (document, delivery);
  add_printed_note (document);
  sedia_print_document_add_signature (document, _("Checked by"));

  return g_steal_pointer (&document);
}

/* ---- purchase order */

static void
add_purchase_line (SediaPrintDocument      *document,
                   const SediaPurchaseLine *line,
                   gboolean                 with_day)
{
  const gint64 wanted = sedia_purchase_line_wanted (line);
  g_autofree char *amount = sedia_format_amount (wanted, line->decimals, line->unit);
  g_autofree char *packs = sedia_purchase_packs (line, sedia_number_form_of_locale ());
  g_autofree char *day = NULL;

  if (wanted == 0)
    return;
  if (with_day && line->expected != SEDIA_NO_DAY)
    day = sedia_day_words (line->expected);
  take_row (document, line->sku, line->product, amount, packs != NULL ? packs : "",
            with_day ? day != NULL ? day : "" : NULL, NULL);
}

static void
add_purchase_lines (SediaPrintDocument  *document,
                    const SediaPurchase *purchase,
                    gboolean             with_day)
{
  sedia_print_document_add_column (document, C_("column", "SKU"), 0, FALSE);
  sedia_print_document_add_column (document, C_("column", "Product"), 1, FALSE);
  sedia_print_document_add_column (document, C_("slip", "Quantity"), 0, TRUE);
  sedia_print_document_add_column (document, C_("slip", "Packs"), 0, TRUE);
  if (with_day)
    sedia_print_document_add_column (document, C_("slip", "Wanted by"), 0, FALSE);
  for (guint i = 0; i < purchase->lines->len; i++)
    add_purchase_line (document, g_ptr_array_index (purchase->lines, i), with_day);
}

gpointer
sedia_print_purchase_job (SediaDb   *db,
                          gpointer   purchase_id,
                          GError   **error)
{
  g_autoptr (SediaPurchase) purchase =
    sedia_purchase_read (db, *(const gint64 *) purchase_id, error);
  SediaPrintDocument *document;
  g_autofree char *when = NULL;
  g_autofree char *number = NULL;
  int day;

  if (purchase == NULL)
    return NULL;

  day = sedia_purchase_wanted_day (purchase);
  when = sedia_format_time_full (purchase->placed_at);
  /* Translators: number of a purchase order, the day it was placed */
  number = g_strdup_printf (_("Purchase %" PRId64 ", %s"), purchase->id, when);
  document = sedia_print_document_new (_("Purchase Order"));
  set_shop (document, db);
  sedia_print_document_add_head (document, purchase->supplier);
  sedia_print_document_add_head (document, number);
  sedia_print_document_add_head (document, purchase->phone);
  add_purchase_lines (document, purchase, day == SEDIA_NO_DAY);
  if (day != SEDIA_NO_DAY)
    {
      g_autofree char *words = sedia_format_day_full (day);
      g_autofree char *note = g_strdup_printf (_("Wanted by %s"), words);

      sedia_print_document_add_note (document, note);
    }
  sedia_print_document_add_signature (document, C_("signature", "For the shop"));

  return document;
}

/* ---- a list as it is shown */

static void
add_columns (SediaPrintDocument   *document,
             const SediaTableSpec *spec)
{
  for (guint i = 0; i < spec->n_columns; i++)
    {
      const SediaTableColumn *column = &spec->columns[i];
      const gboolean is_number = column->kind == SEDIA_CELL_NUMBER ||
                                 column->kind == SEDIA_CELL_MARK;
      const gboolean is_name = column->kind == SEDIA_CELL_TEXT && column->nat_chars >= LEAST_NAME;
      const guint share = is_name ? column->nat_chars : 0;

      sedia_print_document_add_column (document, g_dpgettext2 (NULL, "column", column->title),
                                       share, is_number);
    }
}

static void
add_record (SediaPrintDocument   *document,
            const SediaTableSpec *spec,
            gconstpointer         record)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) heading = g_string_new (NULL);
  gboolean is_heading = FALSE;

  for (guint i = 0; i < spec->n_columns; i++)
    {
      g_auto (SediaCell) cell = { NULL };

      spec->describe (&cell, i, record);
      is_heading |= cell.is_heading;
      g_strv_builder_add (cells, cell.text != NULL ? cell.text : "");
      if (cell.text != NULL && *cell.text != '\0' &&
          (spec->columns[i].kind == SEDIA_CELL_TEXT || spec->columns[i].kind == SEDIA_CELL_CODE))
        g_string_append_printf (heading, "%s%s", heading->len > 0 ? "   " : "", cell.text);
    }

  if (is_heading)
    sedia_print_document_add_heading (document, heading->str);
  else
    sedia_print_document_take_row (document, g_strv_builder_end (cells));
}

static gboolean
add_records (SediaPrintDocument        *document,
             SediaDb                   *db,
             const SediaPrintListArgs  *args,
             GArray                    *spine,
             GError                   **error)
{
  for (guint i = 0; i < MIN (spine->len, MOST_ROWS); i += PAGE)
    {
      g_autoptr (GPtrArray) page =
        sedia_list_page (db, args->query, &g_array_index (spine, gint64, i),
                         MIN (PAGE, spine->len - i), error);

      if (page == NULL)
        return FALSE;
      for (guint r = 0; r < page->len; r++)
        add_record (document, args->spec, g_ptr_array_index (page, r));
    }

  return TRUE;
}

gpointer
sedia_print_list_job (SediaDb   *db,
                      gpointer   data,
                      GError   **error)
{
  const SediaPrintListArgs *args = data;
  g_autoptr (GArray) spine = sedia_list_spine (db, args->query, error);
  g_autoptr (SediaPrintDocument) document = NULL;
  g_autofree char *when = sedia_format_time_full (sedia_time_now ());

  if (spine == NULL)
    return NULL;

  document = sedia_print_document_new (when);
  document->is_list = TRUE;
  sedia_print_document_add_head (document, args->title);
  sedia_print_document_add_head (document, args->subtitle);
  add_columns (document, args->spec);
  if (!add_records (document, db, args, spine, error))
    return NULL;

  if (spine->len > MOST_ROWS)
    {
      const guint n_more = spine->len - MOST_ROWS;
      g_autofree char *more = g_strdup_printf (ngettext ("… and %u more row", "… and %u more rows",
                                                         n_more), n_more);

      sedia_print_document_add_note (document, more);
    }

  return g_steal_pointer (&document);
}
