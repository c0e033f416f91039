/* The table of waiting lines, with their groups. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_waiting_table;

void sedia_waiting_table_set_grouping (SediaDataTable *table,
                                       SediaGrouping   grouping);

G_END_DECLS
