/* From touched rows to what a view calls changed. Private to the store. */
#pragma once

#include "sedia-changes.h"
#include "sedia-db.h"

G_BEGIN_DECLS

SediaChanges *sedia_touched_to_changes (SediaDb *db);

G_END_DECLS
