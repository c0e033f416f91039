/* Keeps what is selected, and where the list is scrolled to, while the list changes.
 *
 * A small change leaves both alone by itself. When the list is read anew (another program wrote,
 * another query) rows are found again by their ids. Its row is steady through all of that: show it
 * in the detail pane, not what the selection model says.
 */
#pragma once

#include "sedia-list-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SELECTION_KEEPER (sedia_selection_keeper_get_type ())

G_DECLARE_FINAL_TYPE (SediaSelectionKeeper, sedia_selection_keeper, SEDIA, SELECTION_KEEPER,
                      GObject)

/* Signal: changed (), something else is selected. */

SediaSelectionKeeper *sedia_selection_keeper_new (GtkColumnView     *view,
                                                  GtkMultiSelection *selection,
                                                  SediaListModel    *model);
SediaRow *sedia_selection_keeper_get_row (SediaSelectionKeeper *self);
guint sedia_selection_keeper_get_n_selected (SediaSelectionKeeper *self);
GArray *sedia_selection_keeper_get_ids (SediaSelectionKeeper *self);
void sedia_selection_keeper_select (SediaSelectionKeeper *self,
                                    gint64                id);
void sedia_selection_keeper_unselect (SediaSelectionKeeper *self);

G_END_DECLS
