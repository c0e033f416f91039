/* What telling a customer asks the store: jobs and their arguments; and the link that sends it. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id;
  gboolean offers; /* to cancel, whether or not the message must */
} SediaTellAsk;

typedef struct
{
  SediaTelling telling;
  char *name; /* of the customer */
  char *text; /* what the telling says */
  gboolean goes_on; /* to the next who must be told */
  gint64 line_id;   /* once noted: what they take something else instead of; 0 for none */
} SediaTellNote;

void sedia_tell_note_free (SediaTellNote *note);

/* SediaTellAsk -> SediaMessageDraft */
gpointer sedia_tell_write_job (SediaDb *db, gpointer ask, GError **error);
/* NULL -> GArray of SediaDue */
gpointer sedia_tell_due_job (SediaDb *db, gpointer unused, GError **error);
/* SediaTellNote -> SEDIA_DONE; when it goes on, GArray of SediaDue */
gpointer sedia_tell_note_job (SediaDb *db, gpointer note, GError **error);

char *sedia_tell_dup_link (const SediaMessageDraft *draft, SediaChannel channel,
                           const char *subject, const char *text);

G_END_DECLS
