/* Printing what the main window shows. */
#pragma once

#include "sedia-main-window.h"

G_BEGIN_DECLS

void sedia_window_print (SediaMainWindow *window,
                         gboolean         is_list);

G_END_DECLS
