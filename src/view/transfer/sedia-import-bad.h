/* What can be done about bad rows: keep them in a file to be mended, and import the others. */
#pragma once

#include "sedia-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_BAD (sedia_import_bad_get_type ())

/* Action: bad.save. */
G_DECLARE_FINAL_TYPE (SediaImportBad, sedia_import_bad, SEDIA, IMPORT_BAD, GtkWidget)

GtkWidget *sedia_import_bad_new (void);
void sedia_import_bad_update (SediaImportBad     *self,
                              SediaImportSession *session);
void sedia_import_bad_save (SediaImportBad *self,
                            const char     *path);

G_END_DECLS
