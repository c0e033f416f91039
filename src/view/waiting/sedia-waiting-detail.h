/* Everything about one waiting line, or about a group of them, and what can be done. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_WAITING_DETAIL (sedia_waiting_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaWaitingDetail, sedia_waiting_detail, SEDIA, WAITING_DETAIL, GtkWidget)

GtkWidget *sedia_waiting_detail_new (void);
void sedia_waiting_detail_set_store (SediaWaitingDetail *self,
                                     SediaStore         *store);
void sedia_waiting_detail_show (SediaWaitingDetail *self,
                                const SediaWaiting *record,
                                SediaServing        serving);
void sedia_waiting_detail_tell (SediaWaitingDetail *self);
void sedia_waiting_detail_focus (SediaWaitingDetail *self);

G_END_DECLS
