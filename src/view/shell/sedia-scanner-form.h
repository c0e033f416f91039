/* A dialog to say what the shop's scanner sends around each code, and to try it. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_SCANNER_FORM (sedia_scanner_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaScannerForm, sedia_scanner_form, SEDIA, SCANNER_FORM, SediaForm)

void sedia_scanner_form_open (GtkWidget  *opener,
                              SediaStore *store,
                              GSettings  *settings);
void sedia_scanner_form_apply (GSettings *settings);

G_END_DECLS
