/* What stands beside a list: the detail of the selected row, or what can be done with several rows
 * at once.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_BESIDE (sedia_beside_get_type ())

G_DECLARE_FINAL_TYPE (SediaBeside, sedia_beside, SEDIA, BESIDE, GtkWidget)

void sedia_beside_set_detail (SediaBeside *self,
                              GtkWidget   *detail);
void sedia_beside_add_several (SediaBeside *self,
                               GtkWidget   *action);
void sedia_beside_set_store (SediaBeside *self,
                             SediaStore  *store);
void sedia_beside_select (SediaBeside *self,
                          gint64       id,
                          guint        n_selected);
void sedia_beside_focus (SediaBeside *self);

G_END_DECLS
