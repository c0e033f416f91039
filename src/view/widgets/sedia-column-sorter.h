/* Which column the user sorts a column view by; the sorting itself is the database's work.
 *
 * Each column that can be sorted gets one as its `sorter`, with a `key` that
 * sedia_sort_from_string() knows:
 *
 *   <property name="sorter">
 *     <object class="SediaColumnSorter"><property name="key">name</property></object>
 *   </property>
 *
 * When the view's sorter emits `changed`, sedia_column_sorter_probe() tells the key.
 */
#pragma once

#include "sedia-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_COLUMN_SORTER (sedia_column_sorter_get_type ())

G_DECLARE_FINAL_TYPE (SediaColumnSorter, sedia_column_sorter, SEDIA, COLUMN_SORTER, GtkSorter)

GtkSorter *sedia_column_sorter_new (const char *key);
const char *sedia_column_sorter_probe (GtkSorter   *view_sorter,
                                       GtkSortType *direction);
SediaSort sedia_column_sorter_probe_sort (GtkSorter *view_sorter,
                                          gboolean  *descending);

G_END_DECLS
