/* reorder list, order. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"

#include <glib/gi18n.h>

static const char *const source_words[] = {
  [SEDIA_LEVELS_NONE] = "none",
  [SEDIA_LEVELS_OWN] = "own",
  [SEDIA_LEVELS_FORECAST] = "forecast",
};

/* ---- list */

static void
write_reorder (SediaCliJson   *json,
               gconstpointer   record,
               const SediaCli *cli)
{
  const SediaReorder *reorder = record;
  const SediaProduct *product = reorder->product;
  const SediaSuggestion *suggestion = &reorder->suggestion;
  g_autofree char *why = sedia_reorder_sentence (product, suggestion);
  g_autofree char *basis = sedia_reorder_basis_sentence (product, suggestion);

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "sku", product->sku);
  sedia_cli_json_text (json, "supplier", product->supplier);
  sedia_cli_json_quantity (json, "on_hand", product->on_hand, product->decimals);
  sedia_cli_json_quantity (json, "incoming", product->incoming, product->decimals);
  sedia_cli_json_quantity (json, "demand", product->open, product->decimals);
  sedia_cli_json_quantity (json, "projected", suggestion->projected, product->decimals);
  sedia_cli_json_quantity (json, "minimum", suggestion->minimum, product->decimals);
  sedia_cli_json_quantity (json, "maximum", suggestion->maximum, product->decimals);
  sedia_cli_json_quantity (json, "suggested", suggestion->suggested, product->decimals);
  if (product->pack > 0)
    sedia_cli_json_integer (json, "packs", sedia_reorder_packs (product, suggestion));
  else
    sedia_cli_json_null (json, "packs");
  sedia_cli_json_money (json, "value", sedia_reorder_value (product, suggestion->suggested));
  sedia_cli_json_money (json, "supplier_least_value", reorder->least_value);
  sedia_cli_json_string (json, "levels", source_words[suggestion->source]);
  sedia_cli_json_string (json, "why", why);
  sedia_cli_json_string (json, "basis", basis);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn reorder_columns[] = {
  { N_("Supplier"), FALSE }, { N_("SKU"), FALSE }, { N_("Order"), TRUE }, { N_("Value"), TRUE },
  { N_("Why"), FALSE },
};

static void
add_reorder (SediaCliTable  *table,
             gconstpointer   record,
             const SediaCli *cli)
{
  const SediaReorder *reorder = record;
  const SediaProduct *product = reorder->product;
  g_autofree char *sentence = sedia_reorder_sentence (product, &reorder->suggestion);
  g_autofree char *basis = sedia_reorder_basis_sentence (product, &reorder->suggestion);
  g_autofree char *why = g_strdup_printf ("%s %s", sentence, basis);

  sedia_cli_table_text (table, product->supplier != NULL ? product->supplier : "");
  sedia_cli_table_text (table, product->sku);
  sedia_cli_table_quantity (table, reorder->suggestion.suggested, product->decimals);
  sedia_cli_table_money (table, sedia_reorder_value (product, reorder->suggestion.suggested));
  sedia_cli_table_text (table, why);
}

static const SediaCliShape reorder_shape = {
  .json = write_reorder,
  .columns = reorder_columns,
  .n_columns = G_N_ELEMENTS (reorder_columns),
  .row = add_reorder,
};

/* "CV Tirta: Worth 400; CV Tirta takes orders from 1000: 600 is missing." */
static void
append_worth (GString   *text,
              GPtrArray *list,
              guint      from,
              guint      to)
{
  const SediaReorder *first = g_ptr_array_index (list, from);
  g_autofree SediaReorderLine *lines = g_new (SediaReorderLine, to - from);
  g_autofree char *sentence = NULL;
  SediaReorderWorth worth;

  if (first->product->supplier_id == 0)
    return;

  for (guint i = from; i < to; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);

      lines[i - from] = (SediaReorderLine) { reorder->product, &reorder->suggestion,
                                             reorder->suggestion.suggested };
    }
  sedia_reorder_worth (lines, to - from, &worth);
  sentence = sedia_reorder_worth_sentence (&worth, first->product->supplier, first->least_value);
  g_string_append_printf (text, "%s: %s.\n", first->product->supplier, sentence);
}

static gint64
supplier_at (GPtrArray *list,
             guint      i)
{
  return ((const SediaReorder *) g_ptr_array_index (list, i))->product->supplier_id;
}

/* The table, and what the orders to the suppliers are worth. */
static char *
reply_table (const SediaCli *cli,
             GPtrArray      *list)
{
  g_autofree char *table = sedia_cli_reply_list (cli, &reorder_shape, list);
  GString *text = g_string_new (table);

  for (guint i = 0, end; i < list->len; i = end)
    {
      for (end = i + 1; end < list->len && supplier_at (list, end) == supplier_at (list, i); end++)
        ;
      append_worth (text, list, i, end);
    }

  return g_string_free (text, FALSE);
}

/**
 * sedia_cli_reorder_list: reorder list
 */
char *
sedia_cli_reorder_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (GPtrArray) list = sedia_reorder_list (db, sedia_cli_today (cli), error);

  if (list == NULL)
    return NULL;

  return cli->json ? sedia_cli_reply_list (cli, &reorder_shape, list) : reply_table (cli, list);
}

/* ---- order */

/* The products that were named; NULL for all. */
static GArray *
read_products (SediaDb         *db,
               const SediaCli  *cli,
               gboolean        *is_read,
               GError         **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *is_read = TRUE;
  if (cli->arguments->len == 0)
    return NULL;

  for (guint i = 0; i < cli->arguments->len; i++)
    {
      g_autoptr (SediaProduct) product = sedia_cli_find_product (db, sedia_cli_argument (cli, i),
                                                                 error);

      if (product == NULL)
        {
          *is_read = FALSE;
          return NULL;
        }
      g_array_append_val (ids, product->id);
    }

  return g_steal_pointer (&ids);
}

/* What is suggested, of those that were named or of all that have a supplier. */
static GArray *
suggested_amounts (SediaDb   *db,
                   SediaCli  *cli,
                   GError   **error)
{
  gboolean is_read;
  g_autoptr (GArray) product_ids = read_products (db, cli, &is_read, error);
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (GPtrArray) list = NULL;

  if (!is_read || !(list = sedia_reorder_list (db, sedia_cli_today (cli), error)))
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const SediaReorder *reorder = g_ptr_array_index (list, i);
      const SediaAmount amount = { reorder->product->id, reorder->suggestion.suggested };
      gboolean is_named = product_ids == NULL && reorder->product->supplier_id != 0;

      for (guint k = 0; product_ids != NULL && k < product_ids->len; k++)
        is_named |= g_array_index (product_ids, gint64, k) == amount.product_id;
      if (is_named)
        g_array_append_val (amounts, amount);
    }

  return g_steal_pointer (&amounts);
}

/* The suppliers of these amounts, each once. */
static GArray *
read_suppliers (SediaDb  *db,
                GArray   *amounts,
                GError  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < amounts->len; i++)
    {
      g_autoptr (SediaProduct) product =
        sedia_product_read (db, g_array_index (amounts, SediaAmount, i).product_id, error);
      gboolean is_known = FALSE;

      if (product == NULL)
        return NULL;
      for (guint k = 0; k < ids->len; k++)
        is_known |= g_array_index (ids, gint64, k) == product->supplier_id;
      if (!is_known && product->supplier_id != 0)
        g_array_append_val (ids, product->supplier_id);
    }

  return g_steal_pointer (&ids);
}

/* Each supplier takes its own out of the amounts and gives back what fills up its order. */
static GArray *
fill_up (SediaDb   *db,
         SediaCli  *cli,
         GArray    *amounts,
         GError   **error)
{
  g_autoptr (GArray) suppliers = read_suppliers (db, amounts, error);
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  if (suppliers == NULL)
    return NULL;

  for (guint i = 0; i < suppliers->len; i++)
    {
      const gint64 supplier_id = g_array_index (suppliers, gint64, i);
      g_autoptr (GArray) own = g_array_copy (amounts);
      g_autoptr (GPtrArray) list = sedia_reorder_fill (db, supplier_id, own, sedia_cli_today (cli),
                                                       error);

      if (list == NULL)
        return NULL;
      g_array_append_vals (filled, own->data, own->len);
    }

  return g_steal_pointer (&filled);
}

static GArray *
order_lines (SediaDb    *db,
             SediaCli   *cli,
             GPtrArray  *words,
             GError    **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  g_autoptr (GArray) filled = NULL;

  if (words == NULL)
    {
      g_array_unref (amounts);
      if (!(amounts = suggested_amounts (db, cli, error)))
        return NULL;
    }
  else if (cli->arguments->len > 0)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("Name products, or lines with their quantities, not both."));
      return NULL;
    }
  else if (!sedia_cli_add_amounts (db, words, amounts, error))
    return NULL;

  if (sedia_cli_has (cli, "fill-up") && !(filled = fill_up (db, cli, amounts, error)))
    return NULL;

  return sedia_reorder_order_amounts (db, filled != NULL ? filled : amounts, sedia_cli_today (cli),
                                      error);
}

/* What is suggested, or exactly what was named. */
static GArray *
order (SediaDb   *db,
       SediaCli  *cli,
       GError   **error)
{
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  g_autoptr (GArray) product_ids = NULL;
  gboolean is_read;

  if (words != NULL || sedia_cli_has (cli, "fill-up"))
    return order_lines (db, cli, words, error);

  product_ids = read_products (db, cli, &is_read, error);
  return is_read ? sedia_reorder_order (db, product_ids, sedia_cli_today (cli), error) : NULL;
}

/**
 * sedia_cli_reorder_order: reorder order [SKU ...]
 */
char *
sedia_cli_reorder_order (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (GPtrArray) purchases = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_purchase_free);
  g_autoptr (GArray) ids = order (db, cli, error);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      SediaPurchase *purchase = sedia_purchase_read (db, g_array_index (ids, gint64, i), error);

      if (purchase == NULL)
        return NULL;
      g_ptr_array_add (purchases, purchase);
    }

  return sedia_cli_reply_list (cli, &sedia_cli_purchase_shape, purchases);
}
