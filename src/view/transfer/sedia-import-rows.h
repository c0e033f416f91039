/* What an import would do, or what is wrong, as rows of a list: made when they are looked at.
 *
 * What changes has a row for each field. Rows belong to an outcome, which they keep.
 */
#pragma once

#include "sedia-import-task.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SediaImportRowsKind:
 * @SEDIA_IMPORT_ROWS_NEW: what comes in
 * @SEDIA_IMPORT_ROWS_CHANGED: what changes, field by field
 * @SEDIA_IMPORT_ROWS_BAD: what is wrong
 *
 * What is listed.
 */
typedef enum
{
  SEDIA_IMPORT_ROWS_NEW,
  SEDIA_IMPORT_ROWS_CHANGED,
  SEDIA_IMPORT_ROWS_BAD,
} SediaImportRowsKind;

/**
 * SediaImportText:
 * @SEDIA_IMPORT_TEXT_LINE: the line of the file
 * @SEDIA_IMPORT_TEXT_WHAT: SKU, name or number
 * @SEDIA_IMPORT_TEXT_FIELD: what changes
 * @SEDIA_IMPORT_TEXT_BEFORE: from what
 * @SEDIA_IMPORT_TEXT_AFTER: to what; of a new one, what it will be
 * @SEDIA_IMPORT_TEXT_PROBLEM: what is wrong
 *
 * What a row says.
 */
typedef enum
{
  SEDIA_IMPORT_TEXT_LINE,
  SEDIA_IMPORT_TEXT_WHAT,
  SEDIA_IMPORT_TEXT_FIELD,
  SEDIA_IMPORT_TEXT_BEFORE,
  SEDIA_IMPORT_TEXT_AFTER,
  SEDIA_IMPORT_TEXT_PROBLEM,
} SediaImportText;

#define SEDIA_TYPE_IMPORT_ROW (sedia_import_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportRow, sedia_import_row, SEDIA, IMPORT_ROW, GObject)

char *sedia_import_row_dup_text (SediaImportRow  *self,
                                 SediaImportText  text);

#define SEDIA_TYPE_IMPORT_ROWS (sedia_import_rows_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportRows, sedia_import_rows, SEDIA, IMPORT_ROWS, GObject)

SediaImportRows *sedia_import_rows_new (SediaImportRowsKind  kind,
                                        SediaImportOutcome  *outcome);

G_END_DECLS
