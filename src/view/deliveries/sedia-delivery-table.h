/* The table of deliveries and drafts. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_delivery_table;

G_END_DECLS
