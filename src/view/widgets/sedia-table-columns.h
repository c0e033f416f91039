/* The columns of a table: which of them show, in what order, how wide. Private to the table. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

typedef struct _SediaTableColumns SediaTableColumns;

/**
 * SediaTableColumnsFunc: Called when the user moved a column, changed its width or the order.
 */
typedef void (*SediaTableColumnsFunc) (gpointer data);

SediaTableColumns *sedia_table_columns_new (GtkColumnView         *view,
                                            const SediaTableSpec  *spec,
                                            SediaTableColumnsFunc  changed,
                                            gpointer               data);
void sedia_table_columns_free (SediaTableColumns *self);
gboolean sedia_table_columns_is_measured (SediaTableColumns *self);
void sedia_table_columns_measure (SediaTableColumns *self);
void sedia_table_columns_set_room (SediaTableColumns *self,
                                   int                room);
void sedia_table_columns_set_wanted (SediaTableColumns *self,
                                     const char        *name,
                                     gboolean           is_wanted);
GVariant *sedia_table_columns_get_layout (SediaTableColumns *self);
void sedia_table_columns_set_layout (SediaTableColumns *self,
                                     GVariant          *layout);
void sedia_table_columns_sort_by (SediaTableColumns *self,
                                  const char        *key,
                                  gboolean           is_descending);
GArray *sedia_table_columns_get_shown (SediaTableColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaTableColumns, sedia_table_columns_free)

G_END_DECLS
