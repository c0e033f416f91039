/* An import being prepared: a file, what is known or said about it, and what it would do.
 *
 *   file --look--> columns and first rows --all there?--> dry run --> what is new, changes, is bad
 *
 * Each time something is said anew it begins again where it must: another separator looks at the
 * file again, "add to the stock" only needs another dry run. The file is read on other threads, the
 * dry run goes to the store's thread for long reads; what is no longer wanted is stopped.
 *
 * Signal: changed (), something to show is different.
 *
 * This includes sedia-columns.h, whose SediaField is not the widget of forms.
 */
#pragma once

#include "sedia-import-sheet.h"
#include "sedia-import-task.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_SESSION (sedia_import_session_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportSession, sedia_import_session, SEDIA, IMPORT_SESSION, GObject)

/**
 * SediaImportState:
 * @SEDIA_IMPORT_EMPTY: no file yet
 * @SEDIA_IMPORT_LOOKING: the file is being looked at
 * @SEDIA_IMPORT_FAILED: it cannot be read, or not imported at all: there is an error
 * @SEDIA_IMPORT_INCOMPLETE: something must be said first: see sedia_import_session_get_need()
 * @SEDIA_IMPORT_DRY_RUN: what it would do is being found out
 * @SEDIA_IMPORT_CHECKED: that is known: there is a report
 *
 * How far the preparations are.
 */
typedef enum
{
  SEDIA_IMPORT_EMPTY,
  SEDIA_IMPORT_LOOKING,
  SEDIA_IMPORT_FAILED,
  SEDIA_IMPORT_INCOMPLETE,
  SEDIA_IMPORT_DRY_RUN,
  SEDIA_IMPORT_CHECKED,
} SediaImportState;

/**
 * SediaImportNeed:
 * @SEDIA_IMPORT_NEEDS_NOTHING: all is there
 * @SEDIA_IMPORT_NEEDS_COLUMN: no column is taken for a field that must be there
 * @SEDIA_IMPORT_NEEDS_LINES: the file has orders without their lines: those are in another one
 * @SEDIA_IMPORT_NEEDS_ORDERS: the file has lines of orders: the orders are in another one
 *
 * What must be said first.
 */
typedef enum
{
  SEDIA_IMPORT_NEEDS_NOTHING,
  SEDIA_IMPORT_NEEDS_COLUMN,
  SEDIA_IMPORT_NEEDS_LINES,
  SEDIA_IMPORT_NEEDS_ORDERS,
} SediaImportNeed;

SediaImportSession *sedia_import_session_new (SediaStore *store);
SediaStore *sedia_import_session_get_store (SediaImportSession *self);

/* What is said. Files: 0 the file, 1 the file of the lines of its orders. */
void sedia_import_session_set_file (SediaImportSession *self,
                                    const char         *path);
void sedia_import_session_set_path (SediaImportSession *self,
                                    guint               file,
                                    const char         *path);
void sedia_import_session_set_kind (SediaImportSession *self,
                                    SediaTransferKind   kind);
void sedia_import_session_set_encoding (SediaImportSession *self,
                                        const char         *encoding);
void sedia_import_session_set_delimiter (SediaImportSession *self,
                                         char                delimiter);
void sedia_import_session_set_decimal (SediaImportSession *self,
                                       char                decimal);
void sedia_import_session_set_day_first (SediaImportSession *self,
                                         int                 day_first);
void sedia_import_session_set_add (SediaImportSession *self,
                                   gboolean            add);
void sedia_import_session_set_leaves_out (SediaImportSession *self,
                                          gboolean            leaves_out);
void sedia_import_session_choose (SediaImportSession *self,
                                  guint               file,
                                  guint               column,
                                  SediaField          field);
const SediaImportOptions *sedia_import_session_get_options (SediaImportSession *self);
gboolean sedia_import_session_get_leaves_out (SediaImportSession *self);

/* What is known. */
SediaImportState sedia_import_session_get_state (SediaImportSession *self);
const GError *sedia_import_session_get_error (SediaImportSession *self);
SediaImportNeed sedia_import_session_get_need (SediaImportSession *self,
                                               guint              *file,
                                               SediaField         *field);
SediaImportSheet *sedia_import_session_get_sheet (SediaImportSession *self,
                                                  guint               file);
SediaImportOutcome *sedia_import_session_get_outcome (SediaImportSession *self);
const SediaImportReport *sedia_import_session_get_report (SediaImportSession *self);
const SediaImportReport *sedia_import_session_get_bad (SediaImportSession *self);
gboolean sedia_import_session_can_leave_out (SediaImportSession *self);
gboolean sedia_import_session_can_import (SediaImportSession *self);
SediaImportTask *sedia_import_session_get_task (SediaImportSession *self);
SediaImportTask *sedia_import_session_make_task (SediaImportSession *self,
                                                 GCancellable       *cancellable);
void sedia_import_session_stop (SediaImportSession *self);

G_END_DECLS
