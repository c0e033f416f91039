/* A row of the finder: something in the shop, or something to do. */
#pragma once

#include "sedia-finder-jobs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_FOUND_ROW (sedia_found_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaFoundRow, sedia_found_row, SEDIA, FOUND_ROW, GtkListBoxRow)

GtkWidget *sedia_found_row_new (const SediaFound *found);
GtkWidget *sedia_found_row_new_action (const char *label,
                                       const char *icon,
                                       const char *action,
                                       const char *accel);
void sedia_found_row_open (SediaFoundRow *self,
                           GtkWidget     *window);

G_END_DECLS
