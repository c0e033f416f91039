/* A set of ids: see sedia-id-set.h. */
#include "config.h"

#include "sedia-id-set.h"

/**
 * sedia_id_set_new: (transfer full) (element-type gint64) an empty set.
 */
GHashTable *
sedia_id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * sedia_id_set_add: Adds an id; whether it was not there yet.
 */
gboolean
sedia_id_set_add (GHashTable *set,
                  gint64      id)
{
  return !g_hash_table_contains (set, &id) &&
         g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/**
 * sedia_id_set_has: Whether an id is there.
 */
gboolean
sedia_id_set_has (GHashTable *set,
                  gint64      id)
{
  return g_hash_table_contains (set, &id);
}
