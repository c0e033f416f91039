/* Brings a row of a table into view, and the keyboard into the table. Private to the data table. */
#pragma once

#include "sedia-selection-keeper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SediaTableSeeker SediaTableSeeker;

SediaTableSeeker *sedia_table_seeker_new (GtkWidget     *table,
                                          GtkColumnView *view);
void sedia_table_seeker_free (SediaTableSeeker *self);
void sedia_table_seeker_set_list (SediaTableSeeker     *self,
                                  SediaListModel       *model,
                                  SediaSelectionKeeper *keeper);
void sedia_table_seeker_seek (SediaTableSeeker *self,
                              gint64            id);
void sedia_table_seeker_look (SediaTableSeeker *self);
void sedia_table_seeker_focus (SediaTableSeeker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaTableSeeker, sedia_table_seeker_free)

G_END_DECLS
