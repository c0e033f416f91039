/* What the window shows when the shop's file cannot be opened: what, where, what to do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PROBLEM_PAGE (sedia_problem_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaProblemPage, sedia_problem_page, SEDIA, PROBLEM_PAGE, GtkWidget)

GtkWidget *sedia_problem_page_new (void);
void sedia_problem_page_show (SediaProblemPage *self,
                              const char       *path,
                              const GError     *error);

G_END_DECLS
