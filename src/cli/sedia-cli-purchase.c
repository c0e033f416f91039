/* purchase add, edit, show, list, confirm, expect, close, cancel. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define COLUMNS(list) .columns = (list), .n_columns = G_N_ELEMENTS (list)

static gint64
purchase_number (const SediaCli *cli)
{
  return sedia_cli_number (sedia_cli_argument (cli, 0));
}

/* ---- how it is printed */

static gboolean
is_late (const SediaPurchaseLine *line,
         const SediaCli          *cli)
{
  return line->incoming > 0 && line->expected != SEDIA_NO_DAY &&
         line->expected < sedia_cli_today (cli);
}

static void
write_whom (SediaCliJson            *json,
            const SediaPurchaseLine *line)
{
  if (line->order_id == 0)
    {
      sedia_cli_json_null (json, "for");
      return;
    }

  sedia_cli_json_begin_object (json, "for");
  sedia_cli_json_integer (json, "order", line->order_id);
  sedia_cli_json_integer (json, "line", line->order_position);
  sedia_cli_json_text (json, "customer", line->customer);
  sedia_cli_json_end_object (json);
}

static void
write_line (SediaCliJson            *json,
            const SediaPurchaseLine *line,
            const SediaCli          *cli)
{
  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "line", line->position);
  sedia_cli_json_string (json, "sku", line->sku);
  sedia_cli_json_quantity (json, "ordered", line->ordered, line->decimals);
  sedia_cli_json_quantity (json, "received", line->received, line->decimals);
  sedia_cli_json_quantity (json, "closed", line->closed, line->decimals);
  sedia_cli_json_quantity (json, "incoming", line->incoming, line->decimals);
  sedia_cli_json_day (json, "agreed", line->agreed);
  sedia_cli_json_day (json, "expected", line->expected);
  sedia_cli_json_boolean (json, "late", is_late (line, cli));
  write_whom (json, line);
  sedia_cli_json_text (json, "product", line->product);
  sedia_cli_json_text (json, "unit", line->unit);
  sedia_cli_json_money (json, "price", line->price);
  sedia_cli_json_end_object (json);
}

static void
write_purchase (SediaCliJson   *json,
                gconstpointer   record,
                const SediaCli *cli)
{
  const SediaPurchase *purchase = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "purchase", purchase->id);
  sedia_cli_json_text (json, "supplier", purchase->supplier);
  sedia_cli_json_day_of (json, "placed", purchase->placed_at);
  sedia_cli_json_string (json, "status", sedia_purchase_status_to_string (purchase->status));
  sedia_cli_json_day (json, "agreed", purchase->agreed);
  sedia_cli_json_day (json, "expected", purchase->expected);
  sedia_cli_json_boolean (json, "late", sedia_purchase_is_late (purchase, sedia_cli_today (cli)));
  sedia_cli_json_begin_array (json, "lines");
  for (guint i = 0; i < purchase->lines->len; i++)
    write_line (json, g_ptr_array_index (purchase->lines, i), cli);
  sedia_cli_json_end_array (json);
  sedia_cli_json_text (json, "note", purchase->note);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn purchase_columns[] = {
  { N_("Purchase"), TRUE },  { N_("Supplier"), FALSE }, { N_("Placed"), FALSE },
  { N_("Status"), FALSE },   { N_("Lines"), TRUE },     { N_("Agreed"), FALSE },
  { N_("Expected"), FALSE }, { N_("Remarks"), FALSE },  { N_("Note"), FALSE },
};

static void
add_purchase (SediaCliTable  *table,
              gconstpointer   record,
              const SediaCli *cli)
{
  const SediaPurchase *purchase = record;
  const gboolean late = sedia_purchase_is_late (purchase, sedia_cli_today (cli));

  sedia_cli_table_number_of (table, purchase->id);
  sedia_cli_table_text (table, purchase->supplier);
  sedia_cli_table_day_of (table, purchase->placed_at);
  sedia_cli_table_text (table, sedia_purchase_status_label (purchase->status));
  sedia_cli_table_quantity (table, purchase->lines->len, 0);
  sedia_cli_table_day (table, purchase->agreed);
  sedia_cli_table_day (table, purchase->expected);
  sedia_cli_table_text (table, late ? _("late") : NULL);
  sedia_cli_table_text (table, purchase->note);
}

const SediaCliShape sedia_cli_purchase_shape = {
  .json = write_purchase, COLUMNS (purchase_columns), .row = add_purchase
};

static const SediaCliColumn line_columns[] = {
  { N_("Line"), TRUE },      { N_("SKU"), FALSE },     { N_("Product"), FALSE },
  { N_("Ordered"), TRUE },   { N_("Received"), TRUE }, { N_("Closed"), TRUE },
  { N_("Incoming"), TRUE },  { N_("Unit"), FALSE },    { N_("Agreed"), FALSE },
  { N_("Expected"), FALSE }, { N_("For"), FALSE },     { N_("Remarks"), FALSE },
};

static void
add_line (SediaCliTable           *table,
          const SediaPurchaseLine *line,
          const SediaCli          *cli)
{
  g_autofree char *whom = NULL;

  /* A customer, the number of an order and of its line. */
  if (line->order_id != 0)
    whom = g_strdup_printf ("%s (%" PRId64 "/%u)", line->customer, line->order_id,
                            line->order_position);

  sedia_cli_table_number_of (table, line->position);
  sedia_cli_table_text (table, line->sku);
  sedia_cli_table_text (table, line->product);
  sedia_cli_table_quantity (table, line->ordered, line->decimals);
  sedia_cli_table_quantity (table, line->received, line->decimals);
  sedia_cli_table_quantity (table, line->closed, line->decimals);
  sedia_cli_table_quantity (table, line->incoming, line->decimals);
  sedia_cli_table_text (table, line->unit);
  sedia_cli_table_day (table, line->agreed);
  sedia_cli_table_day (table, line->expected);
  sedia_cli_table_text (table, whom);
  sedia_cli_table_text (table, is_late (line, cli) ? _("late") : NULL);
}

static char *
reply_purchase (SediaDb         *db,
                const SediaCli  *cli,
                gint64           purchase_id,
                GError         **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  g_autoptr (SediaCliTable) table = NULL;
  g_autofree char *card = NULL, *lines = NULL;

  if (purchase == NULL)
    return NULL;

  card = sedia_cli_reply_one (cli, &sedia_cli_purchase_shape, purchase);
  if (cli->json)
    return g_steal_pointer (&card);

  table = sedia_cli_table_new (line_columns, G_N_ELEMENTS (line_columns));
  for (guint i = 0; i < purchase->lines->len; i++)
    add_line (table, g_ptr_array_index (purchase->lines, i), cli);
  lines = sedia_cli_table_format (table);

  return g_strconcat (card, "\n", lines, NULL);
}

/* ---- the verbs */

/**
 * sedia_cli_purchase_add: purchase add
 */
char *
sedia_cli_purchase_add (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  const char *expected = sedia_cli_get (cli, "expected");
  SediaPurchaseDraft draft = {
    .is_draft = sedia_cli_has (cli, "draft"),
    .expected = SEDIA_NO_DAY,
    .note = sedia_cli_get (cli, "note"),
    .lines = lines,
  };
  gint64 purchase_id;

  draft.supplier_id = sedia_cli_find_supplier (db, sedia_cli_get (cli, "supplier"), FALSE, error);
  if (draft.supplier_id == 0 ||
      (expected != NULL && !sedia_day_parse (expected, &draft.expected, error)))
    return NULL;

  for (guint i = 0; i < words->len; i++)
    {
      SediaPurchaseLineDraft line;

      if (!sedia_cli_read_purchase_line (db, g_ptr_array_index (words, i), &line, error))
        return NULL;
      g_array_append_val (lines, line);
    }

  return sedia_purchase_add (db, &draft, &purchase_id, error)
           ? reply_purchase (db, cli, purchase_id, error)
           : NULL;
}

static gboolean
remove_lines (const SediaCli  *cli,
              SediaPurchase   *purchase,
              GError         **error)
{
  GPtrArray *words = sedia_cli_get_all (cli, "remove-line");

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const gint64 number = sedia_cli_number (g_ptr_array_index (words, i));
      guint place = 0;

      while (place < purchase->lines->len &&
             ((SediaPurchaseLine *) g_ptr_array_index (purchase->lines, place))->position != number)
        place++;
      if (place == purchase->lines->len)
        {
          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                       _("Purchase %" PRId64 " has no line %u."), purchase->id,
                       (guint) MIN (number, G_MAXINT));
          return FALSE;
        }
      g_ptr_array_remove_index (purchase->lines, place);
    }

  return TRUE;
}

static GArray *
lines_of (const SediaPurchase *purchase)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);
      const SediaPurchaseLineDraft draft = { line->product_id, line->ordered, line->price,
                                             line->expected, line->order_line_id,
                                             line->id };

      g_array_append_val (lines, draft);
    }

  return lines;
}

/* What a word says changes the next line of its product; what it does not say stays. Without such
 * a line it is a new one.
 */
static void
change_line (GArray                       *lines,
             guint                        *next,
             const SediaPurchaseLineDraft *said)
{
  for (guint i = 0; i < lines->len; i++)
    {
      SediaPurchaseLineDraft *line = &g_array_index (lines, SediaPurchaseLineDraft, i);

      if (line->product_id != said->product_id || next[i]++ > 0)
        continue;

      line->quantity = said->quantity;
      if (said->expected != SEDIA_NO_DAY)
        line->expected = said->expected;
      if (said->order_line_id != 0)
        line->order_line_id = said->order_line_id;
      if (said->price != SEDIA_NO_AMOUNT)
        line->price = said->price;
      return;
    }

  g_array_append_vals (lines, said, 1);
}

static gboolean
change_lines (SediaDb         *db,
              const SediaCli  *cli,
              GArray          *lines,
              GError         **error)
{
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  const guint n = words != NULL ? words->len : 0;
  g_autofree guint *next = g_new0 (guint, lines->len + n);

  for (guint i = 0; i < n; i++)
    {
      SediaPurchaseLineDraft said;

      if (!sedia_cli_read_purchase_line (db, g_ptr_array_index (words, i), &said, error))
        return FALSE;
      change_line (lines, next, &said);
    }

  return TRUE;
}

/**
 * sedia_cli_purchase_edit: purchase edit N
 */
char *
sedia_cli_purchase_edit (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_number (cli), error);
  g_autoptr (GArray) lines = NULL;
  const char *note = sedia_cli_get (cli, "note");
  SediaPurchaseDraft draft = { .is_draft = TRUE, .expected = SEDIA_NO_DAY };

  if (purchase == NULL || !remove_lines (cli, purchase, error))
    return NULL;

  lines = lines_of (purchase);
  if (!change_lines (db, cli, lines, error))
    return NULL;

  draft.supplier_id = purchase->supplier_id;
  draft.note = note != NULL ? note : purchase->note;
  draft.lines = lines;

  return sedia_purchase_edit (db, purchase->id, &draft, error)
           ? reply_purchase (db, cli, purchase->id, error)
           : NULL;
}

/**
 * sedia_cli_purchase_show: purchase show N
 */
char *
sedia_cli_purchase_show (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  return reply_purchase (db, cli, purchase_number (cli), error);
}

static gboolean
is_wanted (const SediaPurchase *purchase,
           const char          *status,
           gint64               supplier_id)
{
  if (supplier_id != 0 && purchase->supplier_id != supplier_id)
    return FALSE;

  return status == NULL ||
         g_str_equal (sedia_purchase_status_to_string (purchase->status), status);
}

/**
 * sedia_cli_purchase_list: purchase list
 */
char *
sedia_cli_purchase_list (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  const char *supplier = sedia_cli_get (cli, "supplier"), *status = sedia_cli_get (cli, "status");
  const gint64 limit = sedia_cli_number (sedia_cli_get (cli, "limit"));
  g_autoptr (GPtrArray) purchases = NULL;
  gint64 supplier_id = 0;

  if (supplier != NULL && (supplier_id = sedia_cli_find_supplier (db, supplier, TRUE, error)) == 0)
    return NULL;

  purchases = sedia_cli_has (cli, "expected")
                ? sedia_purchase_list_expected (db, error)
                : sedia_purchase_list (db, supplier_id,
                                       status == NULL ? (guint) MIN (limit, G_MAXINT) : 0, error);
  if (purchases == NULL)
    return NULL;

  for (guint i = purchases->len; i > 0; i--)
    if (!is_wanted (g_ptr_array_index (purchases, i - 1), status, supplier_id))
      g_ptr_array_remove_index (purchases, i - 1);
  if (limit > 0 && purchases->len > limit)
    g_ptr_array_set_size (purchases, (int) limit);

  return sedia_cli_reply_list (cli, &sedia_cli_purchase_shape, purchases);
}

/**
 * sedia_cli_purchase_confirm: purchase confirm N
 */
char *
sedia_cli_purchase_confirm (SediaDb   *db,
                            SediaCli  *cli,
                            GError   **error)
{
  return sedia_purchase_confirm (db, purchase_number (cli), error)
           ? reply_purchase (db, cli, purchase_number (cli), error)
           : NULL;
}

/* (nullable): the numbers that were named; NULL when none was. */
static GArray *
read_positions (const SediaCli *cli)
{
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  GArray *positions;

  if (words == NULL)
    return NULL;

  positions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < words->len; i++)
    {
      const gint64 number = sedia_cli_number (g_ptr_array_index (words, i));
      const guint position = (guint) MIN (number, G_MAXINT);

      g_array_append_val (positions, position);
    }

  return positions;
}

/**
 * sedia_cli_purchase_expect: purchase expect N [DATE]
 */
char *
sedia_cli_purchase_expect (SediaDb   *db,
                           SediaCli  *cli,
                           GError   **error)
{
  g_autoptr (GArray) positions = read_positions (cli);
  int day = SEDIA_NO_DAY;

  if (cli->arguments->len > 1 && !sedia_day_parse (sedia_cli_argument (cli, 1), &day, error))
    return NULL;

  return sedia_purchase_expect (db, purchase_number (cli), positions, day, error)
           ? reply_purchase (db, cli, purchase_number (cli), error)
           : NULL;
}

/**
 * sedia_cli_purchase_close: purchase close N
 */
char *
sedia_cli_purchase_close (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  g_autoptr (GArray) positions = read_positions (cli);

  return sedia_purchase_close (db, purchase_number (cli), positions, error)
           ? reply_purchase (db, cli, purchase_number (cli), error)
           : NULL;
}

/**
 * sedia_cli_purchase_cancel: purchase cancel N
 */
char *
sedia_cli_purchase_cancel (SediaDb   *db,
                           SediaCli  *cli,
                           GError   **error)
{
  return sedia_purchase_cancel (db, purchase_number (cli), error)
           ? reply_purchase (db, cli, purchase_number (cli), error)
           : NULL;
}
