/* Documents being typed, between the store's files. */
#pragma once

#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-reads.h"

G_BEGIN_DECLS

gboolean sedia_draft_put_away (SediaDb  *db,
                               gint64    draft_id,
                               GError  **error);

G_END_DECLS
