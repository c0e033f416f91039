/* A set of ids: a GHashTable that owns them. Its size is that of the table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *sedia_id_set_new (void);
gboolean sedia_id_set_add (GHashTable *set,
                           gint64      id);
gboolean sedia_id_set_has (GHashTable *set,
                           gint64      id);

G_END_DECLS
