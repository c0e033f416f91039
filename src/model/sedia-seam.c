/* Edits without moving a million ids: the seam between the old spine and the new one goes down,
 * edit by edit, and whoever is told of one finds the list as it is just then.
 *
 *    next   =====================|- - - - - - -       the first n_next ids
 *    spine  - - - - - - - - -|=================       the ids from rest on
 */
#include "config.h"

#include "sedia-seam.h"

#include "sedia-spine.h"

/* From here on widgets are quicker when what left and what came are told apart: told at once, they
 * look for every old row among the new ones.
 */
#define LARGE_EDIT 256

static void
set_spine (SediaSeam *self,
           GArray    *spine)
{
  g_array_ref (spine);
  g_clear_pointer (&self->spine, g_array_unref);
  g_clear_pointer (&self->next, g_array_unref);

  self->spine = spine;
  self->n_next = 0;
  self->rest = 0;
}

static void
set_nothing (SediaSeam *self)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));

  set_spine (self, nothing);
}

static void
apply (SediaSeam       *self,
       const SediaEdit *edit,
       SediaSeamFunc    func,
       gpointer         data)
{
  guint removed = edit->removed;

  self->rest += edit->position - self->n_next + edit->removed;
  self->n_next = edit->position;

  if (edit->removed > LARGE_EDIT && edit->added > LARGE_EDIT)
    {
      func (edit->position, edit->removed, 0, data);
      removed = 0;
    }

  self->n_next += edit->added;
  func (edit->position, removed, edit->added, data);
}

/**
 * sedia_seam_init:
 * @self: (out caller-allocates): an empty list
 */
void
sedia_seam_init (SediaSeam *self)
{
  *self = (SediaSeam) { NULL };
  set_nothing (self);
}

/**
 * sedia_seam_clear:
 * @self: a list, of no use afterwards
 */
void
sedia_seam_clear (SediaSeam *self)
{
  g_clear_pointer (&self->spine, g_array_unref);
  g_clear_pointer (&self->next, g_array_unref);
}

/**
 * sedia_seam_count:
 * @self: a list
 *
 * Returns: how many ids it has now
 */
guint
sedia_seam_count (const SediaSeam *self)
{
  return self->n_next + self->spine->len - self->rest;
}

/**
 * sedia_seam_get:
 * @self: a list
 * @position: a position in it
 *
 * Returns: the id that is there now
 */
gint64
sedia_seam_get (const SediaSeam *self,
                guint            position)
{
  if (position < self->n_next)
    return g_array_index (self->next, gint64, position);

  return g_array_index (self->spine, gint64, position - self->n_next + self->rest);
}

/**
 * sedia_seam_find:
 * @self: a list
 * @id: an id
 * @position: (out) (optional): where it is now
 *
 * Returns: whether the id is in the list
 */
gboolean
sedia_seam_find (const SediaSeam *self,
                 gint64           id,
                 guint           *position)
{
  const guint n = sedia_seam_count (self);

  for (guint i = 0; i < n; i++)
    if (sedia_seam_get (self, i) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_seam_edit:
 * @self: a list
 * @after: (element-type gint64): what it becomes
 * @edits: (element-type SediaEdit): what leads there, of sedia_spine_diff()
 * @func: told of every step
 * @data: for @func
 */
void
sedia_seam_edit (SediaSeam     *self,
                 GArray        *after,
                 GArray        *edits,
                 SediaSeamFunc  func,
                 gpointer       data)
{
  g_return_if_fail (self->next == NULL);

  self->next = g_array_ref (after);
  for (guint i = 0; i < edits->len; i++)
    apply (self, &g_array_index (edits, SediaEdit, i), func, data);

  set_spine (self, after);
}

/**
 * sedia_seam_replace:
 * @self: a list
 * @after: (element-type gint64): what it becomes
 * @func: told when all has left, and when all has come
 * @data: for @func
 */
void
sedia_seam_replace (SediaSeam     *self,
                    GArray        *after,
                    SediaSeamFunc  func,
                    gpointer       data)
{
  const guint n_before = sedia_seam_count (self);

  set_nothing (self);
  if (n_before > 0)
    func (0, n_before, 0, data);

  set_spine (self, after);
  if (after->len > 0)
    func (0, 0, after->len, data);
}
