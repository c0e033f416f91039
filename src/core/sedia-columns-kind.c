/* What a file is about, by its headers, and how sure the guess of its columns is. */
#include "config.h"

#include "sedia-columns-keys.h"
#include "sedia-columns-words.h"
#include "sedia-columns.h"

#include <string.h>

/* What speaks for a kind: each column that is recognised, that all is there which is needed, and a
 * name like "suppliers_import.csv". A header that only such files have settles a tie.
 */
#define TELLING_WORTH 1
#define COLUMN_WORTH 2
#define ENOUGH_WORTH 3
#define NAME_WORTH 6

/* In order: where two fit alike the first is taken. Parts of names people and programs give such
 * files.
 */
static const struct
{
  SediaImportKind kind;
  const char *names;
  const char *headers; /* that tell it from the others, in the form of their keys */
} candidates[] = {
  { SEDIA_IMPORT_PRODUCTS, "product produk barang stok stock inventory item" },
  { SEDIA_IMPORT_CUSTOMERS, "customer pelanggan client klien" },
  { SEDIA_IMPORT_SUPPLIERS, "supplier pemasok vendor distributor" },
  { SEDIA_IMPORT_ORDERS, "order pesanan invoice nota" },
  { SEDIA_IMPORT_ORDER_LINES, "orderdetail order_detail orderline order_line detail" },
  { SEDIA_IMPORT_SALES, "sales sold penjualan terjual",
    "invoicedate saledate salesdate solddate soldat transactiondate tanggaljual tgljual "
    "tanggalpenjualan tglpenjualan tanggaltransaksi tgltransaksi sold quantitysold qtysold "
    "unitssold terjual jumlahterjual qtyterjual" },
};

static gboolean
is_named_so (const char *file_name,
             const char *names)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  if (file_name == NULL)
    return FALSE;

  folded = g_utf8_casefold (file_name, -1);
  parts = g_strsplit (names, " ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (strstr (folded, *part) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_told_by_header (const SediaHeaderKeys *keys,
                   const char            *headers)
{
  g_auto (GStrv) words = headers != NULL ? g_strsplit (headers, " ", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    if (sedia_header_keys_find (keys, *word, NULL) >= 0)
      return TRUE;

  return FALSE;
}

static guint
count_recognised (const SediaColumns *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->n_columns; i++)
    n += columns->fields[i] != SEDIA_FIELD_NONE;

  return n;
}

/* Orders need more than a customer, but their lines may be in another file. */
static gboolean
is_enough (const SediaColumns *columns)
{
  if (sedia_columns_find_missing (columns) != SEDIA_FIELD_NONE)
    return FALSE;

  return columns->kind != SEDIA_IMPORT_ORDERS || sedia_columns_has (columns, SEDIA_FIELD_ORDER) ||
         (sedia_columns_has (columns, SEDIA_FIELD_SKU) &&
          sedia_columns_has (columns, SEDIA_FIELD_QUANTITY));
}

/**
 * sedia_columns_guess_kind:
 * @headers: (array length=n_columns): the headers of a file
 * @n_columns: how many
 * @file_name: (nullable): what the file is called
 * @kind: (out): what it seems to be about: products, customers, suppliers, orders, their lines or
 *   sales
 *
 * Finds out what most speaks for.
 *
 * Returns: %FALSE when not all is there that such a file needs
 */
gboolean
sedia_columns_guess_kind (const char *const *headers,
                          guint              n_columns,
                          const char        *file_name,
                          SediaImportKind   *kind)
{
  g_auto (SediaHeaderKeys) keys = { NULL };
  gboolean is_best_enough = FALSE;
  guint best = 0;

  g_return_val_if_fail (headers != NULL || n_columns == 0, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  sedia_header_keys_init (&keys, headers, n_columns);
  *kind = candidates[0].kind;
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autoptr (SediaColumns) columns = sedia_columns_guess (candidates[i].kind, headers,
                                                              n_columns);
      guint worth = COLUMN_WORTH * count_recognised (columns);

      if (is_enough (columns))
        worth += ENOUGH_WORTH;
      if (worth > 0 && is_named_so (file_name, candidates[i].names))
        worth += NAME_WORTH;
      if (is_told_by_header (&keys, candidates[i].headers))
        worth += TELLING_WORTH;
      if (worth <= best)
        continue;

      *kind = candidates[i].kind;
      is_best_enough = is_enough (columns);
      best = worth;
    }

  return is_best_enough;
}

static gboolean
means (const SediaHeaderKeys *keys,
       guint                  column,
       SediaField             field,
       SediaImportKind        kind)
{
  const char *const own[] = { g_ptr_array_index (keys->whole, column),
                              g_ptr_array_index (keys->bare, column) };

  for (guint i = 0; i < sedia_n_column_words; i++)
    {
      const SediaColumnWords *entry = &sedia_column_words[i];
      g_auto (GStrv) words = NULL;

      if (entry->field != field || (entry->kinds & (1u << kind)) == 0)
        continue;

      words = g_strsplit (entry->words, " ", -1);
      if (g_strv_contains ((const char *const *) words, own[0]) ||
          g_strv_contains ((const char *const *) words, own[1]))
        return TRUE;
    }

  return FALSE;
}

/**
 * sedia_columns_find_rival:
 * @self: columns, as they were guessed
 * @column: one of them that was taken for a field
 *
 * Another column that could be meant just as well: then the guess is not sure.
 *
 * Returns: that column, -1 when there is none
 */
int
sedia_columns_find_rival (const SediaColumns *self,
                          guint               column)
{
  g_auto (SediaHeaderKeys) keys = { NULL };

  g_return_val_if_fail (self != NULL && column < self->n_columns, -1);

  if (self->fields[column] == SEDIA_FIELD_NONE)
    return -1;

  sedia_header_keys_init (&keys, (const char *const *) self->headers, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    if (i != column && self->fields[i] == SEDIA_FIELD_NONE &&
        means (&keys, i, self->fields[column], self->kind))
      return (int) i;

  return -1;
}

/**
 * sedia_columns_copy:
 * @self: (nullable): columns
 *
 * Returns: (transfer full) (nullable): the same columns
 */
SediaColumns *
sedia_columns_copy (const SediaColumns *self)
{
  SediaColumns *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof *self);
  copy->headers = g_strdupv (self->headers);
  copy->fields = g_memdup2 (self->fields, self->n_columns * sizeof *self->fields);

  return copy;
}
