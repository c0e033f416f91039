/* The lines of a draft, as a pane shows them. */
#pragma once

#include "sedia-draft-text.h"
#include "sedia-store.h"

G_BEGIN_DECLS

GPtrArray *sedia_draft_parts_read (SediaDb              *db,
                                   const SediaDraftText *text);

G_END_DECLS
