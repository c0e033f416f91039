/* The head of a column of a file: what it is called there, what it is taken for, how sure that is.
 *
 *   Harga
 *   [ Price            v ]
 *   ? “Harga satuan” could be it, too
 *
 * Signal: chosen (guint index), a person chose another of the fields.
 */
#pragma once

#include "sedia-import-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_COLUMN (sedia_import_column_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportColumn, sedia_import_column, SEDIA, IMPORT_COLUMN, GtkWidget)

GtkWidget *sedia_import_column_new (const char *header,
                                    GListModel *fields);
void sedia_import_column_set (SediaImportColumn *self,
                              guint              index,
                              SediaTrust         trust,
                              const char        *rival);

G_END_DECLS
