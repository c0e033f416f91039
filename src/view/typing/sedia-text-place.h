/* Where text is typed, of one line or of many: both have a text, a cursor and a selection. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sedia_text_place_is (GtkWidget *widget);
char *sedia_text_place_dup_text (GtkWidget *widget);
void sedia_text_place_get_selection (GtkWidget *widget,
                                     int       *cursor,
                                     int       *bound);
void sedia_text_place_restore (GtkWidget  *widget,
                               const char *text,
                               int         cursor,
                               int         bound);
void sedia_text_place_insert (GtkWidget  *widget,
                              const char *text);

G_END_DECLS
