/* One go at an import, for another thread: what is to be done, copied, and how far it is.
 *
 * The session makes one each time something is changed. Looking needs no database; checking and
 * importing are jobs of the store.
 */
#pragma once

#include "sedia-columns.h"
#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct _SediaImportTask SediaImportTask;

/* A file of orders may have a second one with their lines. */
#define SEDIA_IMPORT_FILES 2

/**
 * SediaImportLooks:
 * @looks: (nullable): what was seen of the file, and of the file of lines
 *
 * The answer to a look.
 */
typedef struct
{
  SediaImportLook *looks[SEDIA_IMPORT_FILES];
} SediaImportLooks;

void sedia_import_looks_free (SediaImportLooks *self);

/**
 * SediaImportOutcome:
 * @report: what would be done
 * @bad: (nullable): where bad rows are left out, all that is wrong with those
 * @left_out: (nullable): their lines
 * @lines_left_out: (nullable): those of the file of lines
 *
 * The answer to a dry run. Whoever shows it keeps it.
 */
typedef struct
{
  SediaImportReport *report;
  SediaImportReport *bad;
  GHashTable *left_out;
  GHashTable *lines_left_out;
} SediaImportOutcome;

SediaImportOutcome *sedia_import_outcome_ref (SediaImportOutcome *self);
void sedia_import_outcome_unref (gpointer outcome);

SediaImportTask *sedia_import_task_new (const SediaImportOptions *options,
                                        gboolean                  leaves_out,
                                        GCancellable             *cancellable);
SediaImportTask *sedia_import_task_ref (SediaImportTask *self);
void sedia_import_task_unref (gpointer self);
const SediaImportOptions *sedia_import_task_get_options (SediaImportTask *self);
GCancellable *sedia_import_task_get_cancellable (SediaImportTask *self);
SediaImportStep sedia_import_task_get_progress (SediaImportTask *self,
                                                guint           *n_done,
                                                guint           *n_all);

/* On any thread. guesses_kind: what the (first) file is about is found out */
SediaImportLooks *sedia_import_task_look (SediaImportTask  *self,
                                          gboolean          guesses_kind,
                                          GError          **error);
/* Jobs of the store: their data is a task, which they do not keep. */
gpointer sedia_import_task_check (SediaDb   *db,
                                  gpointer   task,
                                  GError   **error);
gpointer sedia_import_task_run (SediaDb   *db,
                                gpointer   task,
                                GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportTask, sedia_import_task_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportOutcome, sedia_import_outcome_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportLooks, sedia_import_looks_free)

G_END_DECLS
