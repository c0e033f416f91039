/* What the cells of a column say, as it is shown: one text for all of them, a line for each. */
#pragma once

#include "sedia-import-sheet.h"

G_BEGIN_DECLS

char *sedia_import_cells_header (const char *header);
char *sedia_import_cells_markup (SediaImportSheet *sheet,
                                 guint             column);
gboolean sedia_import_cells_are_numbers (SediaImportSheet *sheet,
                                         guint             column);
char *sedia_import_cells_lines (SediaImportSheet *sheet);

G_END_DECLS
