/* A message to a customer there is not: how a part of it reads. */
#pragma once

#include "sedia-words-jobs.h"

G_BEGIN_DECLS

char *sedia_message_sample (const SediaWords *words,
                            guint             tongue,
                            SediaMessagePart  part,
                            gboolean          has_day);

G_END_DECLS
