/* The table of products. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_stock_table;

G_END_DECLS
