/* Which lines a restock filled, for showing exactly those. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaRestockLines:
 * @operation_id: what filled them
 * @at: when; 0 when that is long ago
 * @lines: (element-type gint64): the lines
 *
 * What one restock filled.
 */
typedef struct
{
  gint64 operation_id;
  gint64 at;
  GArray *lines;
} SediaRestockLines;

void sedia_restock_lines_free (SediaRestockLines *self);
char *sedia_restock_lines_label (const SediaRestockLines *self);
void sedia_restock_lines_read (SediaStore          *store,
                               gint64               operation_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
SediaRestockLines *sedia_restock_lines_read_finish (SediaStore    *store,
                                                    GAsyncResult  *answer,
                                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaRestockLines, sedia_restock_lines_free)

G_END_DECLS
