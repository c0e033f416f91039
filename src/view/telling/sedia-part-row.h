/* A part of the messages in the list of them: what it is, and whether the words are the shop's. */
#pragma once

#include "sedia-message.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PART_ROW (sedia_part_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaPartRow, sedia_part_row, SEDIA, PART_ROW, GtkListBoxRow)

GtkWidget *sedia_part_row_new (SediaMessagePart part);
SediaMessagePart sedia_part_row_get_part (SediaPartRow *self);
void sedia_part_row_mark (SediaPartRow *self,
                          gboolean      is_own,
                          gboolean      has_problem);

G_END_DECLS
