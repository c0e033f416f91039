/* Between the files of the import session. Private to the model. */
#pragma once

#include "sedia-import-session.h"

G_BEGIN_DECLS

struct _SediaImportSession
{
  GObject parent_instance;

  SediaStore *store;

  /* What is said. */
  char *paths[SEDIA_IMPORT_FILES];
  char *encoding;
  SediaImportOptions options; /* its texts are the ones above */
  gboolean is_kind_open;      /* the next look finds out what the file is about */
  gboolean leaves_out;

  /* What is known. */
  SediaImportState state;
  SediaImportTask *task; /* (nullable): under way, or the last one */
  SediaImportSheet *sheets[SEDIA_IMPORT_FILES];
  SediaImportOutcome *outcome;
  GError *error;
};

void sedia_import_session_forget (SediaImportSession *self);
void sedia_import_session_begin_look (SediaImportSession *self);
void sedia_import_session_begin_anew (SediaImportSession *self);
void sedia_import_session_begin_check (SediaImportSession *self);

G_END_DECLS
