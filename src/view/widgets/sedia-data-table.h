/* A list of the store as a table: what the tables of products and of deliveries have in common.
 *
 *   filter, search, column --query--> list model --> column view --> the row that is selected
 *
 * A table derives from it, has a template with a column view and a single selection, and hands
 * them over with sedia_stock_list_set_view(). Nothing is sorted or filtered here: the database does
 * it, with an index for each column.
 *
 * Properties: room (int, rw: for columns that hide), single-click-activate (boolean, rw).
 *
 * Signals: selected (gint64 id), 0 for nothing; activate (), a row was opened; list-changed (),
 * there is another number of rows, or the list has been read.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_STOCK_LIST (sedia_stock_list_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaStockList, sedia_stock_list, SEDIA, STOCK_LIST, GtkWidget)

struct _SediaStockListClass
{
  GtkWidgetClass parent_class;
};

void sedia_stock_list_set_view (SediaStockList     *self,
                                SediaListKind       kind,
                                GtkColumnView      *view,
                                GtkSingleSelection *selection);
void sedia_stock_list_unset_view (SediaStockList *self);
void sedia_stock_list_set_store (SediaStockList *self,
                                 SediaStore     *store);
void sedia_stock_list_set_filter (SediaStockList *self,
                                  SediaFilter     filter);
void sedia_stock_list_set_search (SediaStockList *self,
                                  const char     *search);
const SediaQuery *sedia_stock_list_get_query (SediaStockList *self);
gboolean sedia_stock_list_is_loading (SediaStockList *self);
gboolean sedia_stock_list_is_empty (SediaStockList *self);
const char *sedia_stock_list_get_failure (SediaStockList *self);
gint64 sedia_stock_list_get_selected (SediaStockList *self);
void sedia_stock_list_select (SediaStockList *self,
                              gint64          id);
void sedia_stock_list_focus (SediaStockList *self);

G_END_DECLS
