/* Which column of a file is which field.
 *
 * The guess knows the words shops use (English, Indonesian) and the headers of the usual shop
 * systems' own exports (WooCommerce, Shopify, PrestaShop, thirty bees, Odoo, Northwind). A person
 * can overrule it column by column: `--map COLUMN=FIELD`.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaImportKind:
 * @SEDIA_IMPORT_PRODUCTS: one product per row
 * @SEDIA_IMPORT_CUSTOMERS: one customer per row
 * @SEDIA_IMPORT_SUPPLIERS: one supplier per row
 * @SEDIA_IMPORT_ORDERS: customer orders, with or without their lines
 * @SEDIA_IMPORT_ORDER_LINES: the lines of orders whose heads are in another file
 * @SEDIA_IMPORT_SALES: what was sold in the past
 * @SEDIA_IMPORT_PURCHASES: purchase orders, with or without their lines
 *
 * What a file is about. The words differ: "quantity" is stock in one and an order's in another.
 */
typedef enum
{
  SEDIA_IMPORT_PRODUCTS,
  SEDIA_IMPORT_CUSTOMERS,
  SEDIA_IMPORT_SUPPLIERS,
  SEDIA_IMPORT_ORDERS,
  SEDIA_IMPORT_ORDER_LINES,
  SEDIA_IMPORT_SALES,
  SEDIA_IMPORT_PURCHASES,
} SediaImportKind;

#define SEDIA_N_IMPORT_KINDS (SEDIA_IMPORT_PURCHASES + 1)

/**
 * SediaField:
 * @SEDIA_FIELD_NONE: the column is not used
 * @SEDIA_FIELD_ACTIVE: the reverse of @SEDIA_FIELD_ARCHIVED: 1, yes, active ...
 * @SEDIA_FIELD_ID: the other system's own number of the product, when it also has an SKU
 * @SEDIA_FIELD_HANDLE: what the variants of one product have in common (Shopify's handle)
 * @SEDIA_FIELD_OPTION1: what tells one variant from the others: colour, size ...
 * @SEDIA_FIELD_FIRST: a line that is served before the others
 * @SEDIA_FIELD_ALL: a line that is handed over whole or not at all
 * @SEDIA_FIELD_ALL_OR_NOTHING: an order that is
 * @SEDIA_FIELD_HELD: a line that automatic serving passes over
 *
 * What a column can hold. sedia_field_get_name() gives the stable name of each,
 * sedia_field_for_kind() says which belong to a kind of file.
 */
typedef enum
{
  SEDIA_FIELD_NONE,
  /* products; sku and price also in lines */
  SEDIA_FIELD_SKU,
  SEDIA_FIELD_NAME,
  SEDIA_FIELD_BARCODE,
  SEDIA_FIELD_UNIT,
  SEDIA_FIELD_DECIMALS,
  SEDIA_FIELD_PACK,
  SEDIA_FIELD_CATEGORY,
  SEDIA_FIELD_PRICE,
  SEDIA_FIELD_COST,
  SEDIA_FIELD_SUPPLIER,
  SEDIA_FIELD_ON_HAND,
  SEDIA_FIELD_MINIMUM,
  SEDIA_FIELD_MAXIMUM,
  SEDIA_FIELD_MOQ,
  SEDIA_FIELD_BACKORDER,
  SEDIA_FIELD_ARCHIVED,
  SEDIA_FIELD_ACTIVE,
  SEDIA_FIELD_ID,
  SEDIA_FIELD_HANDLE,
  SEDIA_FIELD_OPTION1,
  SEDIA_FIELD_OPTION2,
  SEDIA_FIELD_OPTION3,
  /* customers and suppliers, with name */
  SEDIA_FIELD_CODE,
  SEDIA_FIELD_FIRST_NAME,
  SEDIA_FIELD_LAST_NAME,
  SEDIA_FIELD_PHONE,
  SEDIA_FIELD_EMAIL,
  SEDIA_FIELD_CHANNEL,
  SEDIA_FIELD_LANGUAGE,
  SEDIA_FIELD_NOTE,
  SEDIA_FIELD_LEAD_DAYS,
  /* orders, sales and purchases */
  SEDIA_FIELD_ORDER,
  SEDIA_FIELD_CUSTOMER,
  SEDIA_FIELD_PLACED,
  SEDIA_FIELD_NEED_BY,
  SEDIA_FIELD_SHIPPED,
  SEDIA_FIELD_DEPOSIT,
  SEDIA_FIELD_QUANTITY,
  SEDIA_FIELD_DELIVERED,
  SEDIA_FIELD_EXPECTED,
  SEDIA_FIELD_RECEIVED,
  /* what only our own exports say */
  SEDIA_FIELD_BACKORDER_LIMIT,
  SEDIA_FIELD_BACKORDER_WAIT,
  SEDIA_FIELD_BACKORDER_DEPOSIT,
  SEDIA_FIELD_BACKORDER_WHY,
  SEDIA_FIELD_LEAST_VALUE,
  SEDIA_FIELD_ALLOW_NEGATIVE,
  SEDIA_FIELD_DO_NOT_CONTACT,
  SEDIA_FIELD_CANCELLED,
  SEDIA_FIELD_FIRST,
  SEDIA_FIELD_ALL,
  SEDIA_FIELD_ALL_OR_NOTHING,
  SEDIA_FIELD_HELD,
} SediaField;

#define SEDIA_N_FIELDS (SEDIA_FIELD_HELD + 1)

/**
 * SediaColumns:
 * @kind: what the file is about
 * @n_columns: how many columns it has
 * @headers: (array zero-terminated=1): the header of each column as written in the file
 * @fields: (array length=n_columns): what each column is taken for
 * @column_of: for each field its column, or -1
 * @has_option_rows: names lack the options that tell variants apart, as in Shopify's files
 *
 * The columns of one file and what they are taken for. Each field has one column at most.
 */
typedef struct _SediaColumns SediaColumns;

struct _SediaColumns
{
  SediaImportKind kind;
  guint n_columns;
  char **headers;
  SediaField *fields;
  int column_of[SEDIA_N_FIELDS];
  gboolean has_option_rows;
};

const char *sedia_field_get_name (SediaField field);
gboolean sedia_field_from_name (const char *name,
                                SediaField *field);
gboolean sedia_field_for_kind (SediaField      field,
                               SediaImportKind kind);

gboolean sedia_columns_guess_kind (const char *const *headers,
                                   guint              n_columns,
                                   const char        *file_name,
                                   SediaImportKind   *kind);
SediaColumns *sedia_columns_guess (SediaImportKind    kind,
                                   const char *const *headers,
                                   guint              n_columns);
SediaColumns *sedia_columns_copy (const SediaColumns *self);
void sedia_columns_free (SediaColumns *self);
void sedia_columns_set (SediaColumns *self,
                        guint         column,
                        SediaField    field);
gboolean sedia_columns_map (SediaColumns  *self,
                            const char    *assignment,
                            GError       **error);
gboolean sedia_columns_has (const SediaColumns *self,
                            SediaField          field);
int sedia_columns_find_rival (const SediaColumns *self,
                              guint               column);
SediaField sedia_columns_find_missing (const SediaColumns *self);
gboolean sedia_columns_check (const SediaColumns  *self,
                              GError             **error);
const char *sedia_columns_get (const SediaColumns *self,
                               SediaField          field,
                               const char *const  *cells);

char *sedia_columns_row_sku (const SediaColumns *self,
                             const char *const  *cells);
char *sedia_columns_row_name (const SediaColumns *self,
                              const char *const  *cells,
                              const char         *above);
gboolean sedia_columns_row_is_picture (const SediaColumns *self,
                                       const char *const  *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaColumns, sedia_columns_free)

G_END_DECLS
