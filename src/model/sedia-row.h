/* One row of a lazy list: an id at once, its record when the page it is on has been read.
 *
 * Properties of every row: `id` (int64), `loading` (TRUE until the first record), `revision` (uint,
 * one more with each record). A cell that formats several values at once binds a closure to the row
 * and its revision and reads the record:
 *
 *   <closure type="gchararray" function="format_free">
 *     <lookup name="item">GtkListItem</lookup>
 *     <lookup name="revision" type="SediaRow"><lookup name="item">GtkListItem</lookup></lookup>
 *   </closure>
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_ROW (sedia_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaRow, sedia_row, SEDIA, ROW, GObject)

/**
 * SediaRowClass:
 * @record_free: frees a record
 * @properties: the properties that come out of the record, from index 1 on
 * @n_properties: length of @properties, the unused index 0 included
 */
struct _SediaRowClass
{
  GObjectClass parent_class;

  GDestroyNotify record_free;
  GParamSpec **properties;
  guint n_properties;
};

gint64 sedia_row_get_id (SediaRow *self);
gboolean sedia_row_is_loading (SediaRow *self);
guint sedia_row_get_revision (SediaRow *self);
gconstpointer sedia_row_peek_record (SediaRow *self);
void sedia_row_take (SediaRow *self,
                     gpointer  record);

G_END_DECLS
