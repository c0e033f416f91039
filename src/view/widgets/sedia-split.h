/* List on the left, the selected thing beside it; in a small window one takes the other's place.
 *
 *   wide:  | list            | detail |        narrow:  | list |   or   | < Back | detail |
 *
 * Children in .ui: `<child type="list">` and `<child type="detail">`. Which of the two shows in a
 * narrow window is `detail-shown`: set it when the user opens a row; Back and Escape set it to
 * FALSE. Columns can hide by room: bind their `visible` to at_least (list-width, 640), see
 * sedia-format.h.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SPLIT (sedia_split_get_type ())

G_DECLARE_FINAL_TYPE (SediaSplit, sedia_split, SEDIA, SPLIT, GtkWidget)

/* Properties: list-width (int), folded (boolean), both read only; detail-shown (boolean, rw). */

GtkWidget *sedia_split_new (void);
void sedia_split_set_list (SediaSplit *self,
                           GtkWidget  *list);
void sedia_split_set_detail (SediaSplit *self,
                             GtkWidget  *detail);
gboolean sedia_split_get_folded (SediaSplit *self);
int sedia_split_get_list_width (SediaSplit *self);
gboolean sedia_split_get_detail_shown (SediaSplit *self);
void sedia_split_set_detail_shown (SediaSplit *self,
                                   gboolean    detail_shown);

G_END_DECLS
