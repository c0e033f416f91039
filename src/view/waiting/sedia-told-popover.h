/* What came of telling a customer: how, with what outcome, and a note. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_TOLD_POPOVER (sedia_told_popover_get_type ())

G_DECLARE_FINAL_TYPE (SediaToldPopover, sedia_told_popover, SEDIA, TOLD_POPOVER, GtkPopover)

GtkWidget *sedia_told_popover_new (void);
void sedia_told_popover_prepare (SediaToldPopover *self,
                                 SediaStore       *store,
                                 gint64            customer_id,
                                 const char       *customer);

G_END_DECLS
