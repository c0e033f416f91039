/* The list of waiting lines, with their groups. */
#pragma once

#include "sedia-list-model.h"
#include "sedia-waiting-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_WAITING_TABLE (sedia_waiting_table_get_type ())

G_DECLARE_FINAL_TYPE (SediaWaitingTable, sedia_waiting_table, SEDIA, WAITING_TABLE, GtkWidget)

/* Properties: row (SediaWaitingRow, read only: what is selected), room (int, rw: which columns
 * fit), single-click-activate (boolean, rw). Signals: activate (), a row was opened;
 * list-changed (), there is another number of rows, or the list has been read.
 */

GtkWidget *sedia_waiting_table_new (void);
void sedia_waiting_table_set_store (SediaWaitingTable *self,
                                    SediaStore        *store);
void sedia_waiting_table_set_query (SediaWaitingTable *self,
                                    const SediaQuery  *query);
SediaListModel *sedia_waiting_table_get_model (SediaWaitingTable *self);
SediaWaitingRow *sedia_waiting_table_get_row (SediaWaitingTable *self);
void sedia_waiting_table_select (SediaWaitingTable *self,
                                 gint64             id);
void sedia_waiting_table_focus (SediaWaitingTable *self);

G_END_DECLS
