/* The ids of a list while it changes from one spine to the next. Private to the model. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaSeam:
 * @spine: (element-type gint64): the ids, or what is left to be replaced
 * @next: (nullable) (element-type gint64): the ids to be, between two edits
 * @n_next: how many ids of @next are in the list already
 * @rest: the first id of @spine that is still in the list
 *
 * Arrays are replaced, never edited: the thread that compares may read them at any time.
 */
typedef struct
{
  GArray *spine;
  GArray *next;
  guint n_next;
  guint rest;
} SediaSeam;

/**
 * SediaSeamFunc: Told after each step: the list is whole and the step is done.
 */
typedef void (*SediaSeamFunc) (guint    position,
                               guint    removed,
                               guint    added,
                               gpointer data);

void sedia_seam_init (SediaSeam *self);
void sedia_seam_clear (SediaSeam *self);
guint sedia_seam_count (const SediaSeam *self);
gint64 sedia_seam_get (const SediaSeam *self,
                       guint            position);
gboolean sedia_seam_find (const SediaSeam *self,
                          gint64           id,
                          guint           *position);
void sedia_seam_edit (SediaSeam     *self,
                      GArray        *after,
                      GArray        *edits,
                      SediaSeamFunc  func,
                      gpointer       data);
void sedia_seam_replace (SediaSeam     *self,
                         GArray        *after,
                         SediaSeamFunc  func,
                         gpointer       data);

G_END_DECLS
