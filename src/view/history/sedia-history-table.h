/* The table of the log: when, what, who, whether it still stands. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_history_table;

char *sedia_history_title (const SediaOperation *operation);
char *sedia_history_moment (gint64 time);

G_END_DECLS
