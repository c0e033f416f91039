/* What the waiting page says when its list is empty. */
#pragma once

#include "sedia-empty-state.h"
#include "sedia-query.h"

G_BEGIN_DECLS

void sedia_waiting_empty_say (SediaEmptyState *empty,
                              SediaFilter      filter,
                              const char      *search,
                              const char      *failure);

G_END_DECLS
