/* The words customers are told: each part of a message, in each language. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_TEMPLATES_WINDOW (sedia_templates_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaTemplatesWindow, sedia_templates_window, SEDIA, TEMPLATES_WINDOW,
                      SediaForm)

void sedia_templates_window_open (GtkWidget  *opener,
                                  SediaStore *store);

G_END_DECLS
