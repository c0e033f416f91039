/* How an import stands, in one sentence: what is missing, what it would do, or how far it is. */
#pragma once

#include "sedia-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_STATUS (sedia_import_status_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportStatus, sedia_import_status, SEDIA, IMPORT_STATUS, GtkWidget)

GtkWidget *sedia_import_status_new (void);
void sedia_import_status_update (SediaImportStatus  *self,
                                 SediaImportSession *session);
void sedia_import_status_follow (SediaImportStatus *self,
                                 SediaImportTask   *task);
void sedia_import_status_stop (SediaImportStatus *self);

G_END_DECLS
