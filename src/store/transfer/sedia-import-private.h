/* The steps of an import: a file and its columns, what there is already, what would change,
 * changing it.
 *
 *   file -> rows of text -> typed records, matched to what there is -> problems? stop : write
 *
 * Everything up to the last arrow only reads, so a preview and the import itself are the same but
 * for it. Orders, of which there are many, are written while the rest of them is read, and taken
 * back when something is wrong with that.
 */
#pragma once

#include "sedia-columns.h"
#include "sedia-csv.h"
#include "sedia-db.h"
#include "sedia-guess.h"
#include "sedia-import-feed.h"
#include "sedia-serve.h"
#include "sedia-transfer.h"

G_BEGIN_DECLS

/* From this many rows on it pays to take indexes away and build them again at the end. */
#define SEDIA_IMPORT_BIG 2000

/* ---- a file (sedia-import-open.c, sedia-import-file.c) */

#define SEDIA_IMPORT_DAYS 512
#define SEDIA_IMPORT_PLAIN_DIGITS 12

typedef struct
{
  int day;
  gint64 start; /* when it begins here, microseconds UTC */
} SediaImportDay;

/**
 * SediaImportFile:
 * @table: its cells
 * @columns: what its columns are taken for
 * @cells: the cells of the row being looked at
 * @safe_cells: those of them that are not the table's own
 * @line: where that row stands
 * @marks: how each column of numbers writes its decimals
 * @orders: in which order each column of dates writes day, month and year
 * @can_be_told: whether the person can say how numbers are written
 * @unclear: columns that can be read in two ways: one problem each, their cells are passed over
 * @problems: (element-type SediaImportProblem): what is wrong with it so far
 * @left_out: (nullable): lines whose rows are passed over
 * @bad_lines: (nullable): lines of bad rows, once somebody has asked
 * @days: days that were asked for lately
 * @shipped: the date of shipping that was read last
 *
 * One file of an import, and the row being looked at.
 */
typedef struct
{
  SediaTable *table;
  SediaColumns *columns;
  const char **cells;
  GPtrArray *safe_cells;
  guint n_read;
  guint line;
  SediaMark marks[SEDIA_N_FIELDS];
  SediaDateOrder orders[SEDIA_N_FIELDS];
  gboolean can_be_told;
  gboolean unclear[SEDIA_N_FIELDS];
  GPtrArray *problems;
  GCancellable *cancellable;
  GHashTable *left_out;
  GHashTable *bad_lines;
  SediaProgressFunc progress;
  gpointer progress_data;
  SediaImportDay days[SEDIA_IMPORT_DAYS];
  char shipped[32];
} SediaImportFile;

SediaImportFile *sedia_import_file_open (const SediaImportOptions  *options,
                                         const char                *path,
                                         SediaImportKind            kind,
                                         GCancellable              *cancellable,
                                         GError                   **error);
SediaImportFile *sedia_import_file_new (SediaTable                *table,
                                        const SediaImportOptions  *options,
                                        SediaImportKind            kind,
                                        GCancellable              *cancellable,
                                        GError                   **error);
void sedia_import_file_free (SediaImportFile *self);
SediaImportForm sedia_import_file_form (SediaImportFile *self,
                                        guint            column);
void sedia_import_file_tell (SediaImportFile *self,
                             SediaImportStep  step,
                             guint            n_done,
                             guint            n_all);
void sedia_import_file_share_problem (SediaImportFile *self,
                                      GArray          *more_lines);
void sedia_import_file_ask (SediaImportFile     *self,
                            SediaImportQuestion  question,
                            SediaField           field,
                            const char          *example);
gboolean sedia_import_file_next (SediaImportFile  *self,
                                 GError          **error);
void sedia_import_file_rewind (SediaImportFile *self);
gboolean sedia_import_file_is_bad (SediaImportFile *self,
                                   guint            line);
gboolean sedia_import_file_leaves_out (SediaImportFile *self,
                                       guint            line);
void sedia_import_file_take_problem (SediaImportFile *self,
                                     guint            line,
                                     char            *reason);
void sedia_import_file_add_problem (SediaImportFile *self,
                                    const char      *format,
                                    ...) G_GNUC_PRINTF (2, 3);
void sedia_import_file_add_problem_at (SediaImportFile *self,
                                       guint            line,
                                       const char      *format,
                                       ...) G_GNUC_PRINTF (3, 4);
const char *sedia_import_file_header (SediaImportFile *self,
                                      SediaField       field);
gboolean sedia_import_file_has (SediaImportFile *self,
                                SediaField       field);
const char *sedia_import_file_cell (SediaImportFile *self,
                                    SediaField       field);
char *sedia_import_file_dup_text (SediaImportFile *self,
                                  SediaField       field);
const char *sedia_import_file_code (SediaImportFile *self,
                                    SediaField       field);
char *sedia_import_file_dup_code (SediaImportFile *self,
                                  SediaField       field);
gboolean sedia_import_file_number (SediaImportFile *self,
                                   SediaField       field,
                                   guint            decimals,
                                   gint64           minimum,
                                   gint64           maximum,
                                   gint64          *value);
gboolean sedia_import_file_quantity (SediaImportFile *self,
                                     SediaField       field,
                                     guint            decimals,
                                     gint64          *quantity);
gboolean sedia_import_file_money (SediaImportFile *self,
                                  SediaField       field,
                                  gint64          *amount);
gboolean sedia_import_file_day (SediaImportFile *self,
                                SediaField       field,
                                int             *day);
gboolean sedia_import_file_time (SediaImportFile *self,
                                 SediaField       field,
                                 gint64          *time);
gboolean sedia_import_file_shipped (SediaImportFile *self);
gboolean sedia_import_file_flag (SediaImportFile *self,
                                 SediaField       field,
                                 gboolean        *value);

SediaField sedia_import_file_archived_field (SediaImportFile *self);
gboolean sedia_import_file_archived (SediaImportFile *self,
                                     const char      *inherited,
                                     gboolean        *archived);

/* ---- how its columns are written (sedia-import-forms.c) */

void sedia_import_file_find_forms (SediaImportFile          *self,
                                   const SediaImportOptions *options);
gboolean sedia_import_is_plain (const char *cell,
                                gsize      *n_before,
                                gsize      *n_after);

/* ---- what there is already (sedia-import-known.c) */

/**
 * SediaKnownPerson:
 * @id: the customer's or supplier's id; negative while it is only planned
 * @next: the number of the next one of the same name, 0 for none
 * @line: the line of the file that is this person, 0 for none yet
 *
 * A customer or supplier, by what a file can call it.
 */
typedef struct
{
  gint64 id;
  const char *code;
  const char *name;
  const char *phone;
  guint next;
  guint line;
} SediaKnownPerson;

typedef struct
{
  GStringChunk *texts;
  GArray *people;      /* SediaKnownPerson; their numbers count from 1 */
  GHashTable *by_code; /* to a number */
  GHashTable *by_name; /* to the number of the first one */
  GHashTable *by_phone; /* ends of phone numbers to a number, 0 for several; NULL until asked for */
} SediaKnownPeople;

SediaKnownPeople *sedia_known_people_load (SediaDb     *db,
                                           const char  *statement,
                                           GError     **error);
void sedia_known_people_free (SediaKnownPeople *self);
SediaKnownPerson *sedia_known_people_add (SediaKnownPeople *self,
                                          gint64            id,
                                          const char       *code,
                                          const char       *name,
                                          const char       *phone);
SediaKnownPerson *sedia_known_people_by_code (SediaKnownPeople *self,
                                              const char       *code);
SediaKnownPerson *sedia_known_people_by_name (SediaKnownPeople *self,
                                              const char       *name);
SediaKnownPerson *sedia_known_people_by_phone (SediaKnownPeople *self,
                                               const char       *phone,
                                               const char       *country);
SediaKnownPerson *sedia_known_people_next (SediaKnownPeople *self,
                                           SediaKnownPerson *person);

/**
 * SediaKnownProduct:
 * @line: the line of the file that is this product, 0 for none yet
 *
 * A product, by what a file can call it, and what its orders need.
 */
typedef struct
{
  gint64 id;
  const char *sku;
  gint64 price;
  guint8 decimals;
  guint8 is_archived;
  guint8 is_touched;
  guint line;
} SediaKnownProduct;

typedef struct
{
  GStringChunk *texts;
  GArray *products;
  GHashTable *by_sku;
  GHashTable *by_barcode;
  GHashTable *by_name; /* NULL until the names are loaded */
} SediaKnownProducts;

SediaKnownProducts *sedia_known_products_load (SediaDb  *db,
                                               GError  **error);
void sedia_known_products_free (SediaKnownProducts *self);
SediaKnownProduct *sedia_known_products_find (SediaKnownProducts *self,
                                              const char         *sku_or_barcode);
SediaKnownProduct *sedia_known_products_by_sku (SediaKnownProducts *self,
                                                const char         *sku);
SediaKnownProduct *sedia_known_products_by_barcode (SediaKnownProducts *self,
                                                    const char         *barcode);
gboolean sedia_known_products_load_names (SediaKnownProducts  *self,
                                          SediaDb             *db,
                                          GError             **error);
SediaKnownProduct *sedia_known_products_by_name (SediaKnownProducts *self,
                                                 const char         *name);

guint sedia_nocase_hash (gconstpointer text);
gboolean sedia_nocase_equal (gconstpointer a,
                             gconstpointer b);

/* ---- the report (sedia-import-report.c) */

void sedia_import_problem_free (gpointer data);
SediaImportReport *sedia_import_report_new (const SediaImportOptions *options);
void sedia_import_report_take_file (SediaImportReport *report,
                                    SediaImportFile   *file,
                                    const char        *prefix);
gboolean sedia_import_report_is_full (const SediaImportReport *report);
void sedia_import_report_add_note (SediaImportReport *report,
                                   const char        *format,
                                   ...) G_GNUC_PRINTF (2, 3);

/* "on hand 5, price 10.00": the same fields in the same order on both sides, and one by one. */
typedef struct
{
  GString *before;
  GString *after;
  GPtrArray *fields;
  SediaNumberForm numbers;
} SediaImportDiff;

void sedia_import_report_add_new (SediaImportReport *report,
                                  guint              line,
                                  const char        *what,
                                  char              *after);
gboolean sedia_import_report_add_diff (SediaImportReport *report,
                                       guint              line,
                                       const char        *what,
                                       SediaImportDiff   *diff);
void sedia_import_diff_init (SediaImportDiff         *diff,
                             const SediaImportReport *report);
void sedia_import_diff_clear (SediaImportDiff *diff);
void sedia_import_diff_text (SediaImportDiff *diff,
                             const char      *label,
                             const char      *before,
                             const char      *after);
void sedia_import_diff_number (SediaImportDiff *diff,
                               const char      *label,
                               gint64           before,
                               gint64           after,
                               guint            decimals);
void sedia_import_diff_money (SediaImportDiff *diff,
                              const char      *label,
                              gint64           before,
                              gint64           after);
void sedia_import_diff_flag (SediaImportDiff *diff,
                             const char      *label,
                             gboolean         before,
                             gboolean         after);
char *sedia_import_dup_money (gint64          amount,
                              SediaNumberForm form);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaImportDiff, sedia_import_diff_clear)

/* ---- the kinds: reading what would change, then writing it */

/**
 * SediaProductRow:
 * @before: (nullable): the product it is, %NULL for a new one
 * @after: the product as it will be; a negative supplier is a planned one
 * @barcodes: (nullable): those it does not have yet
 * @movement: what its stock changes by
 *
 * One row of a file of products, understood.
 */
typedef struct
{
  guint line;
  SediaProduct *before;
  SediaProduct *after;
  char **barcodes;
  gint64 movement;
} SediaProductRow;

/**
 * SediaProductPlan:
 * @known: the products there are
 * @suppliers: the suppliers there are, and those planned (with negative ids)
 * @n_new_suppliers: how many are planned
 * @new_skus: SKUs the file brings, to their lines
 * @new_barcodes: barcodes in the file, to their lines
 * @heads: what the variants of a product have in common, to the first row that has it
 * @placeholder: (nullable): a barcode that stands in every row and so is none
 *
 * What an import of products would do.
 */
typedef struct
{
  const SediaImportOptions *options;
  SediaImportReport *report;
  SediaImportFile *file;
  SediaKnownProducts *known;
  SediaKnownPeople *suppliers;
  gboolean suppliers_have_codes;
  guint n_new_suppliers;
  guint n_split_units;
  guint n_kept_selling;
  GHashTable *new_skus;
  GHashTable *new_barcodes;
  GHashTable *heads;
  char *placeholder;
  GArray *rows; /* SediaProductRow */
} SediaProductPlan;

typedef struct _SediaPeoplePlan SediaPeoplePlan;
typedef struct _SediaSalesPlan SediaSalesPlan;

/**
 * SediaImportOrder:
 * @number: of the orders that are new, counted from 0
 * @customer: its number among the customers, 0 for none
 * @placed_at: SEDIA_NO_AMOUNT: now
 * @is_known: it is there already and stays as it is
 * @is_bad: something is wrong with it: said once
 *
 * One order of a file.
 */
typedef struct
{
  guint number;
  guint line;
  guint customer;
  guint n_lines;
  const char *reference;
  const char *note;
  gint64 placed_at;
  gint64 deposit;
  int need_by;
  gboolean is_whole;
  gboolean is_shipped;
  gboolean is_known;
  gboolean is_bad;
} SediaImportOrder;

/**
 * SediaImportLine:
 * @order: the number of its order
 * @placed_at: when its order was placed
 * @product: the index of its product among the known ones
 *
 * One line of an order of a file.
 */
typedef struct
{
  guint order;
  guint product;
  gint64 placed_at;
  gint64 ordered;
  gint64 delivered;
  gint64 cancelled;
  gint64 price;
  int need_by;
  guint position;
  gboolean is_first;
  gboolean is_whole;
  gboolean is_held;
} SediaImportLine;

/**
 * SediaOrderPiece:
 * @orders: (element-type SediaImportOrder): new orders
 * @lines: (element-type SediaImportLine): lines of those, and of those of the pieces before
 * @is_good: nothing is wrong so far: they can be written
 *
 * What was understood of a file since the piece before.
 */
typedef struct
{
  GArray *orders;
  GArray *lines;
  gboolean is_good;
} SediaOrderPiece;

/**
 * SediaOrderPlan:
 * @file: the orders, with their lines unless there is a file of those
 * @lines_file: (nullable): the lines
 * @references: numbers there are already
 * @by_reference: numbers in the file, to the order's index + 1
 * @orders: (element-type SediaImportOrder): all orders of the file
 * @above: the index + 1 of the order of the row above, 0 for none
 * @texts: what the orders' texts point to
 * @feed: between the thread that reads and the one that writes
 * @piece: what is understood and not yet handed over
 * @first_id: the id of the first new order
 * @indexes: (element-type utf8): those that are built again at the end
 *
 * An import of orders under way.
 */
typedef struct
{
  const SediaImportOptions *options;
  SediaImportReport *report;
  SediaImportFile *file;
  SediaImportFile *lines_file;
  SediaKnownProducts *products;
  SediaKnownPeople *customers;
  GHashTable *references;
  GHashTable *by_reference;
  GArray *orders;
  guint above;
  GStringChunk *texts;
  guint n_new;
  guint n_known;
  guint n_sold_again;
  SediaFeed *feed;
  SediaOrderPiece *piece;
  gint64 first_id;
  GPtrArray *indexes;
} SediaOrderPlan;

SediaProductPlan *sedia_product_plan_new (SediaDb                   *db,
                                          const SediaImportOptions  *options,
                                          SediaImportReport         *report,
                                          GError                   **error);
gboolean sedia_product_plan_read_row (SediaProductPlan  *self,
                                      SediaDb           *db,
                                      GError           **error);
gboolean sedia_product_plan_apply (SediaProductPlan  *self,
                                   SediaDb           *db,
                                   GError           **error);
void sedia_product_plan_free (SediaProductPlan *self);

SediaPeoplePlan *sedia_people_plan_new (SediaDb                   *db,
                                        const SediaImportOptions  *options,
                                        SediaImportReport         *report,
                                        GError                   **error);
gboolean sedia_people_plan_apply (SediaPeoplePlan  *self,
                                  SediaDb          *db,
                                  GError          **error);
void sedia_people_plan_free (SediaPeoplePlan *self);

SediaOrderPlan *sedia_order_plan_new (SediaDb                   *db,
                                      const SediaImportOptions  *options,
                                      SediaImportReport         *report,
                                      gboolean                   writes,
                                      GError                   **error);
SediaOrderPiece *sedia_order_piece_new (void);
void sedia_order_piece_free (gpointer data);
gboolean sedia_order_plan_read_rows (SediaOrderPlan  *self,
                                     GError         **error);
gboolean sedia_order_plan_read_line (SediaOrderPlan   *self,
                                     SediaImportFile  *file,
                                     SediaImportOrder *order,
                                     GError          **error);
gboolean sedia_order_plan_write (SediaOrderPlan         *self,
                                 SediaDb                *db,
                                 const SediaOrderPiece  *piece,
                                 GError                **error);
gboolean sedia_order_plan_end (SediaOrderPlan  *self,
                               SediaDb         *db,
                               GError         **error);
void sedia_order_plan_free (SediaOrderPlan *self);

SediaSalesPlan *sedia_sales_plan_new (SediaDb                   *db,
                                      const SediaImportOptions  *options,
                                      SediaImportReport         *report,
                                      GError                   **error);
gboolean sedia_sales_plan_apply (SediaSalesPlan  *self,
                                 SediaDb         *db,
                                 GError         **error);
void sedia_sales_plan_free (SediaSalesPlan *self);

/* ---- shared by the kinds (sedia-import.c) */

gboolean sedia_import_check_cancelled (SediaDb  *db,
                                       guint     n_done,
                                       GError  **error);
gboolean sedia_import_was_taken_back (SediaDb     *db,
                                      const char  *kind,
                                      gint64       id,
                                      gboolean    *taken_back,
                                      GError     **error);
gboolean sedia_import_drop_indexes (SediaDb     *db,
                                    const char  *table,
                                    GPtrArray   *indexes,
                                    GError     **error);
gboolean sedia_import_recognise (SediaDb  *db,
                                 GError  **error);
gboolean sedia_import_build_indexes (SediaDb    *db,
                                     GPtrArray  *indexes,
                                     GError    **error);
gboolean sedia_import_serve (SediaDb           *db,
                             GHashTable        *product_ids,
                             SediaServeReason   reason,
                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportFile, sedia_import_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaKnownPeople, sedia_known_people_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaKnownProducts, sedia_known_products_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaProductPlan, sedia_product_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPeoplePlan, sedia_people_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOrderPlan, sedia_order_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaSalesPlan, sedia_sales_plan_free)

G_END_DECLS
