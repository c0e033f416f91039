/* The table of customer orders. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_order_table;

G_END_DECLS
