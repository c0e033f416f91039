/* The pages of the window, each with an icon, its name, and a number when something waits there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SIDEBAR (sedia_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (SediaSidebar, sedia_sidebar, SEDIA, SIDEBAR, GtkWidget)

/* Properties, rw: selected (string: name of the page in front), folded (boolean: icons only). */

GtkWidget *sedia_sidebar_new (void);
void sedia_sidebar_add (SediaSidebar *self,
                        const char   *name,
                        const char   *label,
                        const char   *icon_name);
void sedia_sidebar_set_badge (SediaSidebar *self,
                              const char   *name,
                              guint         count,
                              const char   *sentence);
const char *sedia_sidebar_get_selected (SediaSidebar *self);
void sedia_sidebar_set_selected (SediaSidebar *self,
                                 const char   *name);
void sedia_sidebar_set_folded (SediaSidebar *self,
                               gboolean      folded);
/* A quiet line below the pages: the program stays when its window is closed. */
void sedia_sidebar_set_staying (SediaSidebar *self,
                                gboolean      staying);

G_END_DECLS
