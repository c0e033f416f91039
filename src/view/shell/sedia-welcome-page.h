/* What an empty shop begins with: what Sedia does, and three ways to begin. */
#pragma once

#include "sedia-page.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_WELCOME_PAGE (sedia_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (SediaWelcomePage, sedia_welcome_page, SEDIA, WELCOME_PAGE, GtkWidget)

GtkWidget *sedia_welcome_page_new (void);

G_END_DECLS
