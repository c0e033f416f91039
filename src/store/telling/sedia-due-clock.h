/* The contact clock over the shop's records, for the lists. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-telling.h"

G_BEGIN_DECLS

/* The clock, wound once for many customers. */
typedef struct _SediaDueClock SediaDueClock;

SediaDueClock *sedia_due_clock_new (SediaDb *db, gint64 now, GError **error);
void sedia_due_clock_free (SediaDueClock *self);
gboolean sedia_due_clock_of (SediaDueClock *self, gint64 customer_id, gboolean *is_due,
                             SediaDue *due, GError **error);
/* As if the lines of purchases in a set were expected on another day. Before anybody is looked at.
 */
void sedia_due_clock_suppose (SediaDueClock *self, GHashTable *lines, int day);
/* Why the customer who was looked at last: (transfer none) (element-type SediaDueItem) */
GArray *sedia_due_clock_items (SediaDueClock *self);
/* (element-type SediaDue), and the ids of the lines it is about: (element-type gint64) */
GArray *sedia_due_clock_all (SediaDueClock *self, GHashTable *lines, GError **error);

/* A set of ids of lines, for sedia_due_clock_all(). */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDueClock, sedia_due_clock_free)

G_END_DECLS
