/* A check of all records, from the window: how far it is, and in words what came of it. */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_CHECK_UP (sedia_check_up_get_type ())

G_DECLARE_FINAL_TYPE (SediaCheckUp, sedia_check_up, SEDIA, CHECK_UP, GtkWindow)

void sedia_check_up_run (GtkWidget  *widget,
                         SediaStore *store);

G_END_DECLS
