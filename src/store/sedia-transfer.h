/* Bringing records in from files and taking them out again. */
#pragma once

#include "sedia-guess.h"
#include "sedia-number.h"
#include "sedia-store-types.h"

G_BEGIN_DECLS

typedef enum
{
  SEDIA_TRANSFER_PRODUCTS,
  SEDIA_TRANSFER_CUSTOMERS,
  SEDIA_TRANSFER_SUPPLIERS,
  SEDIA_TRANSFER_ORDERS,
  SEDIA_TRANSFER_SALES,
} SediaTransferKind;

#define SEDIA_N_TRANSFER_KINDS (SEDIA_TRANSFER_SALES + 1)

/* The columns of a file: see sedia-columns.h of the core. */
typedef struct _SediaColumns SediaColumns;

/**
 * SediaImportStep:
 * @SEDIA_IMPORT_READING: the file is read
 * @SEDIA_IMPORT_CHECKING: its rows are understood, and compared with what there is
 * @SEDIA_IMPORT_WRITING: they are written
 * @SEDIA_IMPORT_FINISHING: stock is offered to those who wait for it
 *
 * What an import is at.
 */
typedef enum
{
  SEDIA_IMPORT_READING,
  SEDIA_IMPORT_CHECKING,
  SEDIA_IMPORT_WRITING,
  SEDIA_IMPORT_FINISHING,
} SediaImportStep;

/**
 * SediaProgressFunc:
 * @step: what is done, a #SediaImportStep where it is an import
 * @n_done: rows done
 * @n_all: of how many, 0 when that is not known
 * @data: what was given with the function
 *
 * Hears now and then how far something is, on whatever thread does it.
 */
typedef void (*SediaProgressFunc) (int step, guint n_done, guint n_all, gpointer data);

/**
 * SediaImportOptions:
 * @kind: what the rows are
 * @path: the file
 * @lines_path: (nullable): for orders, the file of their lines when it is another one
 * @add: TRUE: stock in the file is added to what there is; FALSE: stock is set to it. For sales,
 *   TRUE: all of them come in; FALSE: those that are there already are left as they are
 * @encoding: (nullable): NULL to guess
 * @delimiter: 0 to guess
 * @decimal: decimal mark, 0 to guess
 * @day_first: 1 day before month, 0 month before day, -1 to guess
 * @map: (nullable) (element-type utf8): `COLUMN=FIELD` pairs that win over the guess
 * @columns: (nullable): what the columns are, settled by a person: nothing is guessed; used when
 *   the file has those columns
 * @lines_columns: (nullable): the same for the file of lines
 * @left_out: (nullable): lines of the file whose rows are passed over (GUINT_TO_POINTER, a set)
 * @lines_left_out: (nullable): the same for the file of lines
 * @max_rows: only so many rows are read, for a look; 0 for all
 * @numbers: how the report writes amounts; all 0 for the plain form
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
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
  const SediaColumns *columns;
  const SediaColumns *lines_columns;
  GHashTable *left_out;
  GHashTable *lines_left_out;
  guint max_rows;
  SediaNumberForm numbers;
  SediaProgressFunc progress;
  gpointer progress_data;
} SediaImportOptions;

typedef struct
{
  char *label;              /* of the field, as people read it */
  char *before;             /* NULL or empty for nothing */
  char *after;
} SediaImportFieldChange;

typedef struct
{
  guint line;               /* of the file */
  char *what;               /* SKU, name or order number of the row */
  char *before;             /* NULL for a new one */
  char *after;
  GPtrArray *fields;        /* of SediaImportFieldChange: the same one by one; NULL for a new one */
} SediaImportChange;

/**
 * SediaImportQuestion:
 * @SEDIA_IMPORT_NO_QUESTION: the row itself is bad
 * @SEDIA_IMPORT_ASK_DECIMAL: a whole column: which mark stands before the decimals?
 * @SEDIA_IMPORT_ASK_DAY_FIRST: a whole column: day or month first?
 *
 * What must be known first.
 */
typedef enum
{
  SEDIA_IMPORT_NO_QUESTION,
  SEDIA_IMPORT_ASK_DECIMAL,
  SEDIA_IMPORT_ASK_DAY_FIRST,
} SediaImportQuestion;

typedef struct
{
  guint line;
  char *reason;
  gboolean in_lines;        /* it is a line of the file of lines */
  gboolean is_broken;       /* the row could not even be cut into cells */
  SediaImportQuestion question;
  char *column;             /* what is asked about; NULL without a question */
  char *example;            /* a cell of it; NULL when there is none to show */
  GArray *more_lines;       /* of guint: further rows with the same problem; NULL for none */
} SediaImportProblem;

/* How a column is written: see sedia-guess.h. */
typedef struct
{
  SediaMark mark;
  SediaDateOrder order;
  gboolean is_unclear;      /* it can be read in two ways */
} SediaImportForm;

/**
 * SediaImportReport:
 * @encoding: found or given
 * @columns: (element-type utf8): `COLUMN=FIELD` as used
 * @forms: (element-type SediaImportForm): how each column of the file is written
 * @lines_forms: (element-type SediaImportForm): the same for the file of lines, empty without one
 * @added, @changed, @unchanged: rows
 * @changes: (element-type SediaImportChange): the first 1,000 that are new, and the first 1,000
 *   that change
 * @problems: (element-type SediaImportProblem): every bad row; when there is one nothing was
 * imported
 * @notes: (element-type utf8): sentences about what was done by rule: left out, created on the way
 * ...
 * @numbers: how amounts are written in it
 */
typedef struct
{
  char *encoding;
  char delimiter;
  char decimal;
  GPtrArray *columns;
  GArray *forms;
  GArray *lines_forms;
  guint added;
  guint changed;
  guint unchanged;
  GPtrArray *changes;
  GPtrArray *problems;
  GPtrArray *notes;
  SediaNumberForm numbers;
} SediaImportReport;

void sedia_import_report_free (SediaImportReport *report);

/* Reads the file and says what would change; for a read job. */
SediaImportReport *sedia_import_preview (SediaDb *db, const SediaImportOptions *options,
                                         GError **error);
/* Does it; for an act. When there is any problem it fails with a sentence of them, line by line. */
SediaImportReport *sedia_import_run (SediaDb *db, const SediaImportOptions *options,
                                     GError **error);

/* ---- looking at a file before; no database is needed, any thread will do */
typedef struct _SediaImportLook SediaImportLook;

/* kind: a SediaImportKind of the core, -1 to guess */
SediaImportLook *sedia_import_look (const char *path, int kind, const SediaImportOptions *options,
                                    GCancellable *cancellable, GError **error);
void sedia_import_look_free (SediaImportLook *self);
const char *sedia_import_look_get_encoding (SediaImportLook *self);
char sedia_import_look_get_delimiter (SediaImportLook *self);
const SediaColumns *sedia_import_look_get_columns (SediaImportLook *self);
SediaImportForm sedia_import_look_get_form (SediaImportLook *self, guint column);
guint sedia_import_look_get_n_rows (SediaImportLook *self);
gboolean sedia_import_look_is_whole (SediaImportLook *self);
guint sedia_import_look_get_line (SediaImportLook *self, guint row);
const char *sedia_import_look_get_cell (SediaImportLook *self, guint row, guint column);

/* ---- bad rows: left out, and kept in a file to be mended; no database is needed */

/* Whether the rest could be imported without them: no whole column is in question, and of each bad
 * row it is known to which order it belongs. */
gboolean sedia_import_can_leave_out (const SediaImportOptions *options,
                                     const SediaImportReport *report);
/* The lines of the rows that would be left out, as the options take them: all rows of an order when
 * one is bad. */
gboolean sedia_import_find_bad_rows (const SediaImportOptions *options,
                                     const SediaImportReport *report, GHashTable **left_out,
                                     GHashTable **lines_left_out, GCancellable *cancellable,
                                     GError **error);
/* Writes those rows into the file @path, with the reasons in a last column; those of the file of
 * lines go into another file beside it: its path is *lines_path, NULL when there are none. */
gboolean sedia_import_save_bad_rows (const SediaImportOptions *options,
                                     const SediaImportReport *report, const char *path,
                                     char **lines_path, GCancellable *cancellable, GError **error);

/* The lines of a delivery from a file: columns sku or barcode, and quantity. All bad rows are told
 * in one sentence with their lines. amounts: (out) (element-type SediaAmount): in the order of the
 * file */
gboolean sedia_delivery_amounts_from_file (SediaDb *db, const char *path, GArray **amounts,
                                           GError **error);

/* ---- exports: products customers orders purchases movements queue contacts suppliers deliveries
 */
char *sedia_export_csv (SediaDb *db, const char *kind, GError **error);

/**
 * SediaExportOptions:
 * @kind: as for sedia_export_csv(); with a query also `waiting`
 * @query: (nullable): only the rows of this list, in its order; NULL for all there are
 * @decimal_comma: a comma before the decimals and semicolons between the columns, as the
 *   spreadsheets of many countries expect it; otherwise a point, and commas
 * @has_mark: the file begins with a byte order mark: without it some spreadsheets take UTF-8 for
 *   something else
 * @progress: (nullable): hears how far it is; its step is 0
 * @progress_data: for @progress
 */
typedef struct
{
  const char *kind;
  const SediaQuery *query;
  gboolean decimal_comma;
  gboolean has_mark;
  SediaProgressFunc progress;
  gpointer progress_data;
} SediaExportOptions;

const char *sedia_export_kind_of (SediaListKind list);
/* Writes the file whole or not at all. n_things: (out): products, orders ... written */
gboolean sedia_export_to_file (SediaDb *db, const SediaExportOptions *options, const char *path,
                               guint *n_things, GError **error);

/* Fills an empty database with the sample shop; for sedia_store_note(): each
 * thing that happened in it is an operation of its own, at its own time. */
gboolean sedia_sample_fill (SediaDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportLook, sedia_import_look_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportReport, sedia_import_report_free)

G_END_DECLS
