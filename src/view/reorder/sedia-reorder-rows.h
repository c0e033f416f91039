/* What to order, as rows by supplier: what is suggested, and what the clerk makes of it.
 *
 * Signal: changed (), something else would be ordered.
 */
#pragma once

#include "sedia-reorder-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_ROWS (sedia_reorder_rows_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderRows, sedia_reorder_rows, SEDIA, REORDER_ROWS, GObject)

SediaReorderRows *sedia_reorder_rows_new (void);
GListModel *sedia_reorder_rows_get_list (SediaReorderRows *self);
void sedia_reorder_rows_take (SediaReorderRows *self,
                              GPtrArray        *list);
void sedia_reorder_rows_take_filled (SediaReorderRows *self,
                                     gint64            supplier_id,
                                     GPtrArray        *list,
                                     GArray           *amounts);
void sedia_reorder_rows_forget (SediaReorderRows *self,
                                GArray           *amounts);
GArray *sedia_reorder_rows_get_amounts (SediaReorderRows *self,
                                        gint64            supplier_id);
GHashTable *sedia_reorder_rows_get_along (SediaReorderRows *self);
SediaReorderItem *sedia_reorder_rows_find_wrong (SediaReorderRows *self,
                                                 gint64            supplier_id);
guint sedia_reorder_rows_count_suppliers (SediaReorderRows *self);
gboolean sedia_reorder_rows_find (SediaReorderRows *self,
                                  SediaReorderItem *item,
                                  guint            *position);
gboolean sedia_reorder_rows_find_product (SediaReorderRows *self,
                                          gint64            product_id,
                                          guint            *position);

G_END_DECLS
