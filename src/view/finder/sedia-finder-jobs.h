/* Everything in the shop that fits what was typed: the question of the finder, and its answer. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaFound:
 * @kind: what it is
 * @id: which
 * @icon: its symbol
 * @title: its name
 * @detail: (nullable): what tells it from others
 * @aside: what it is, in a word
 *
 * One thing that was found.
 */
typedef struct
{
  SediaKind kind;
  gint64 id;
  const char *icon;
  char *title;
  char *detail;
  const char *aside;
} SediaFound;

void sedia_found_free (SediaFound *self);

/* char * -> GPtrArray of SediaFound */
gpointer sedia_find_anything_job (SediaDb *db, gpointer typed, GError **error);

G_END_DECLS
