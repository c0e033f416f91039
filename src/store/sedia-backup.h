/* A copy of the whole shop in another file, made while work goes on. */
#pragma once

#include "sedia-store-types.h"

G_BEGIN_DECLS

/**
 * SediaBackupStep:
 * @SEDIA_BACKUP_COPYING: the records are copied
 * @SEDIA_BACKUP_CHECKING: every balance of the copy is computed again
 * @SEDIA_BACKUP_WRITING: the copy goes to its place, and is compared there
 *
 * What a backup is at.
 */
typedef enum
{
  SEDIA_BACKUP_COPYING,
  SEDIA_BACKUP_CHECKING,
  SEDIA_BACKUP_WRITING,
} SediaBackupStep;

/**
 * SediaBackupOptions:
 * @target: the file
 * @replace: a file with that name may be there already, and goes
 * @progress: (nullable): hears what is done (a #SediaBackupStep), and how far that is, on whatever
 *   thread does it; 0 of 0 when that is not known
 * @progress_data: for @progress
 *
 * Where a backup goes.
 */
typedef struct
{
  GFile *target;
  gboolean replace;
  SediaProgressFunc progress;
  gpointer progress_data;
} SediaBackupOptions;

GPtrArray *sedia_backup_write (SediaDb *db, const SediaBackupOptions *options, GError **error);

G_END_DECLS
