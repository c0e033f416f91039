/* Rows of a table on the clipboard, for a spreadsheet or a letter. Private to the data table. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

void sedia_table_copy (GtkWidget            *widget,
                       SediaStore           *store,
                       const SediaTableSpec *spec,
                       const SediaQuery     *query,
                       GArray               *ids,
                       GArray               *columns);

G_END_DECLS
