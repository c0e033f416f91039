/* Spines: the ids of a list in order, and what changed between two of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEDIA_SPINE_MAX_EDITS 256

/**
 * SediaEdit:
 * @position: where, after the edits before this one
 * @removed: how many rows leave there
 * @added: how many rows come in their place
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} SediaEdit;

/**
 * SediaTouchedFunc: Whether the commits between two spines can have moved, added or removed a row.
 */
typedef gboolean (*SediaTouchedFunc) (gint64   id,
                                      gpointer data);

GArray *sedia_spine_diff (GArray           *before,
                          GArray           *after,
                          SediaTouchedFunc  is_touched,
                          gpointer          data);

G_END_DECLS
