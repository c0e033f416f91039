/* The header bar: name of the page in front, its search, its one suggested button, the menu. */
#pragma once

#include "sedia-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_HEADER (sedia_header_get_type ())

G_DECLARE_FINAL_TYPE (SediaHeader, sedia_header, SEDIA, HEADER, GtkWidget)

GtkWidget *sedia_header_new (void);
void sedia_header_set_page (SediaHeader *self,
                            SediaPage   *page);
void sedia_header_set_undo (SediaHeader *self,
                            const char  *label);
gboolean sedia_header_focus_search (SediaHeader *self);
void sedia_header_set_sample (SediaHeader *self,
                              gboolean     is_sample);
void sedia_header_clear_search (SediaHeader *self);

G_END_DECLS
