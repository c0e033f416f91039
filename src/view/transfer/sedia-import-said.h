/* What is said of an import, and what was found: which file, what it is about, how it is written,
 * what becomes of the stock.
 *
 * Actions it asks for: import.choose-file (u: 0 the file, 1 that of the lines of orders).
 */
#pragma once

#include "sedia-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_SAID (sedia_import_said_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportSaid, sedia_import_said, SEDIA, IMPORT_SAID, GtkWidget)

GtkWidget *sedia_import_said_new (void);
void sedia_import_said_set_session (SediaImportSaid    *self,
                                    SediaImportSession *session);
void sedia_import_said_update (SediaImportSaid *self);
void sedia_import_said_focus (SediaImportSaid *self);

G_END_DECLS
