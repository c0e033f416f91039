/* Printing what the main window shows. */
#pragma once

#include "sedia-main-window.h"
#include "sedia-print-show.h"

G_BEGIN_DECLS

void sedia_window_print_host_init (SediaPrintHostInterface *iface);
void sedia_window_print (SediaMainWindow *window,
                         gboolean         is_list);
void sedia_window_print_deposit (SediaMainWindow *window,
                                 gint64           order_id);

G_END_DECLS
