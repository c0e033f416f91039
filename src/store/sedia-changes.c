/* What a commit touched: a set of ids per kind, or "everything" when nobody can tell (another
 * program wrote the file, or an import touched too much to list).
 */
#include "config.h"

#include "sedia-changes.h"

#define TOO_MANY 20000

struct _SediaChanges
{
  gatomicrefcount ref_count;
  gboolean is_everything;
  GHashTable *ids[SEDIA_N_KINDS]; /* of gint64, NULL while empty */
};

G_DEFINE_BOXED_TYPE (SediaChanges, sedia_changes, sedia_changes_ref, sedia_changes_unref)

/**
 * sedia_changes_new: (transfer full) an empty set.
 */
SediaChanges *
sedia_changes_new (void)
{
  SediaChanges *self = g_new0 (SediaChanges, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * sedia_changes_new_everything: (transfer full) the set that contains everything.
 */
SediaChanges *
sedia_changes_new_everything (void)
{
  SediaChanges *self = sedia_changes_new ();

  self->is_everything = TRUE;
  return self;
}

/**
 * sedia_changes_ref: (transfer full) one more reference.
 */
SediaChanges *
sedia_changes_ref (SediaChanges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sedia_changes_unref: One reference less.
 */
void
sedia_changes_unref (SediaChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < SEDIA_N_KINDS; i++)
    g_clear_pointer (&self->ids[i], g_hash_table_unref);
  g_free (self);
}

/**
 * sedia_changes_add: Adds one thing. A set that grows past any use becomes everything.
 */
void
sedia_changes_add (SediaChanges *self,
                   SediaKind     kind,
                   gint64        id)
{
  gint64 *key;

  if (self->is_everything)
    return;
  if (self->ids[kind] == NULL)
    self->ids[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (g_hash_table_contains (self->ids[kind], &id))
    return;

  key = g_new (gint64, 1);
  *key = id;
  g_hash_table_add (self->ids[kind], key);

  if (g_hash_table_size (self->ids[kind]) > TOO_MANY)
    self->is_everything = TRUE;
}

/**
 * sedia_changes_merge: Adds all of @other.
 */
void
sedia_changes_merge (SediaChanges *self,
                     SediaChanges *other)
{
  self->is_everything = self->is_everything || other->is_everything;

  for (guint i = 0; i < SEDIA_N_KINDS; i++)
    {
      GHashTableIter iter;
      gpointer key;

      if (other->ids[i] == NULL)
        continue;

      g_hash_table_iter_init (&iter, other->ids[i]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        sedia_changes_add (self, (SediaKind) i, *(gint64 *) key);
    }
}

/**
 * sedia_changes_is_empty: Whether nothing was touched.
 */
gboolean
sedia_changes_is_empty (SediaChanges *self)
{
  for (guint i = 0; i < SEDIA_N_KINDS; i++)
    if (self->ids[i] != NULL)
      return FALSE;

  return !self->is_everything;
}

/**
 * sedia_changes_is_everything: Whether anything may have been touched.
 */
gboolean
sedia_changes_is_everything (SediaChanges *self)
{
  return self->is_everything;
}

/**
 * sedia_changes_has: Whether this thing may have been touched.
 */
gboolean
sedia_changes_has (SediaChanges *self,
                   SediaKind     kind,
                   gint64        id)
{
  return self->is_everything ||
         (self->ids[kind] != NULL && g_hash_table_contains (self->ids[kind], &id));
}

/**
 * sedia_changes_has_kind: Whether anything of a kind may have been touched.
 */
gboolean
sedia_changes_has_kind (SediaChanges *self,
                        SediaKind     kind)
{
  return self->is_everything || self->ids[kind] != NULL;
}

/**
 * sedia_changes_ids: (transfer none) (nullable) (element-type gint64): the ids of a kind that were
 * touched; NULL for none, and meaningless when everything was.
 */
GHashTable *
sedia_changes_ids (SediaChanges *self,
                   SediaKind     kind)
{
  return self->ids[kind];
}
