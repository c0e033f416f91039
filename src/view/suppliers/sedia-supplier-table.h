/* The table of suppliers. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_supplier_table;

G_END_DECLS
