/* The list of a detail pane: rows of words, each leading to what it speaks of.
 *
 * A row with an id opens what it is about with the window's action win.open.
 *
 * Property: label (string, w): what is listed, for those who cannot see it.
 */
#pragma once

#include "sedia-part.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PART_LIST (sedia_part_list_get_type ())

G_DECLARE_FINAL_TYPE (SediaPartList, sedia_part_list, SEDIA, PART_LIST, GtkWidget)

void sedia_part_list_show (SediaPartList *self,
                           GPtrArray     *parts);

G_END_DECLS
