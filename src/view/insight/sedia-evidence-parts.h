/* The rows behind a number, for a list of parts. */
#pragma once

#include "sedia-part.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/* (transfer full) (element-type SediaPart) */
GPtrArray *sedia_evidence_parts (GPtrArray *evidence);

G_END_DECLS
