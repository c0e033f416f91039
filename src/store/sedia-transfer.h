/* Bringing records in from files and taking them out again. */
#pragma once

#include "sedia-store-types.h"

G_BEGIN_DECLS

typedef enum
{
  SEDIA_TRANSFER_PRODUCTS,
  SEDIA_TRANSFER_CUSTOMERS,
  SEDIA_TRANSFER_SUPPLIERS,
  SEDIA_TRANSFER_ORDERS,
} SediaTransferKind;

/**
 * SediaImportOptions:
 * @kind: what the rows are
 * @path: the file
 * @lines_path: (nullable): for orders, the file of their lines when it is another one
 * @add: TRUE: stock in the file is added to what there is; FALSE: stock is set to it
 * @encoding: (nullable): NULL to guess
 * @delimiter: 0 to guess
 * @decimal: decimal mark, 0 to guess
 * @day_first: 1 day before month, 0 month before day, -1 to guess
 * @map: (nullable) (element-type utf8): `COLUMN=FIELD` pairs that win over the guess
 */
typedef struct
{
  SediaTransferKind kind;
  const char *path;
  const char *lines_path;
  gboolean add;
  const char *encoding;
  char delimiter;
  char decimal;
  int day_first;
  GPtrArray *map;
} SediaImportOptions;

typedef struct
{
  guint line;               /* of the file */
  char *what;               /* SKU, name or order number of the row */
  char *before;             /* NULL for a new one */
  char *after;
} SediaImportChange;

typedef struct
{
  guint line;
  char *reason;
} SediaImportProblem;

/**
 * SediaImportReport:
 * @encoding: found or given
 * @columns: (element-type utf8): `COLUMN=FIELD` as used
 * @added, @changed, @unchanged: rows
 * @changes: (element-type SediaImportChange): the first 1,000
 * @problems: (element-type SediaImportProblem): every bad row; when there is one nothing was
 * imported
 * @notes: (element-type utf8): sentences about what was done by rule: left out, created on the way
 * ...
 */
typedef struct
{
  char *encoding;
  char delimiter;
  char decimal;
  GPtrArray *columns;
  guint added;
  guint changed;
  guint unchanged;
  GPtrArray *changes;
  GPtrArray *problems;
  GPtrArray *notes;
} SediaImportReport;

void sedia_import_report_free (SediaImportReport *report);

/* Reads the file and says what would change; for a read job. */
SediaImportReport *sedia_import_preview (SediaDb *db, const SediaImportOptions *options,
                                         GError **error);
/* Does it; for an act. When there is any problem it fails with a sentence of them, line by line. */
SediaImportReport *sedia_import_run (SediaDb *db, const SediaImportOptions *options,
                                     GError **error);

/* The lines of a delivery from a file: columns sku or barcode, and quantity. All bad rows are told
 * in one sentence with their lines. amounts: (out) (element-type SediaAmount): in the order of the
 * file */
gboolean sedia_delivery_amounts_from_file (SediaDb *db, const char *path, GArray **amounts,
                                           GError **error);

/* kinds of export: products customers orders movements queue contacts suppliers */
char *sedia_export_csv (SediaDb *db, const char *kind, GError **error);

/* Fills an empty database with the sample shop; for sedia_store_note(): each
 * thing that happened in it is an operation of its own, at its own time. */
gboolean sedia_sample_fill (SediaDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportReport, sedia_import_report_free)

G_END_DECLS
