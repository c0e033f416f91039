/* What telling somebody by a channel needs, and what it is called. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

const char *sedia_tell_channel_save_label (SediaChannel channel);
const char *sedia_tell_channel_problem (SediaChannel             channel,
                                        const SediaMessageDraft *draft);

G_END_DECLS
