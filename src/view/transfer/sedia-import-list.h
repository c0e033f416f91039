/* A list of what an import would do, or of what is wrong. */
#pragma once

#include "sedia-import-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_LIST (sedia_import_list_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportList, sedia_import_list, SEDIA, IMPORT_LIST, GtkWidget)

GtkWidget *sedia_import_list_new (void);
void sedia_import_list_show (SediaImportList     *self,
                             SediaImportRowsKind  kind,
                             SediaImportOutcome  *outcome);

G_END_DECLS
