/* The program: one instance, one window, one shop's file. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_APPLICATION (sedia_application_get_type ())

G_DECLARE_FINAL_TYPE (SediaApplication, sedia_application, SEDIA, APPLICATION, GtkApplication)

SediaApplication *sedia_application_new (void);

G_END_DECLS
