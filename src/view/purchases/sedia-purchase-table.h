/* The table of purchases. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_purchase_table;

G_END_DECLS
