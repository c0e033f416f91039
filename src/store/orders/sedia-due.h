/* What customers must be told about their lines. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

gboolean sedia_due_add (SediaDb *db, gint64 line_id, const char *reason, GError **error);
gboolean sedia_due_note_waiting (SediaDb *db, gint64 line_id, GError **error);
/* Many lines at once: (element-type gint64). */
gboolean sedia_due_note_filled (SediaDb *db, GArray *line_ids, GError **error);
gboolean sedia_due_note_complete (SediaDb *db, gint64 line_id, GError **error);
gboolean sedia_due_note_lost (SediaDb *db, gint64 line_id, gboolean by_decision, GError **error);
gboolean sedia_due_put_right (SediaDb *db, gint64 line_id, gboolean waits, GError **error);
gboolean sedia_due_note_closed (SediaDb *db, gint64 line_id, GError **error);

G_END_DECLS
