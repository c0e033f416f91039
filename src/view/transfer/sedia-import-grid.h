/* A file as it is read: its first rows, above each column what it is taken for.
 *
 *   +----+------------------+------------------+
 *   |    | Kode             | Harga            |   stays where it is while the rows scroll
 *   |    | [ SKU        v ] | [ Price      v ] |
 *   |    | Recognised       | Probably         |
 *   +----+------------------+------------------+
 *   |  2 | KP-01            | 12.500 = 12,5    |   a number as it is written, and as it is meant
 *   |  3 | KP-02            |       .          |
 *   +----+------------------+------------------+
 *
 * Signal: chosen (guint column, guint field), a person says what a column is.
 */
#pragma once

#include "sedia-import-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_GRID (sedia_import_grid_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportGrid, sedia_import_grid, SEDIA, IMPORT_GRID, GtkWidget)

GtkWidget *sedia_import_grid_new (void);
void sedia_import_grid_show (SediaImportGrid  *self,
                             SediaImportSheet *sheet);

G_END_DECLS
