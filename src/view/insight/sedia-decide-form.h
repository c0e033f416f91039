/* The owner decides on what terms customers may wait for a product, and says why. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_DECIDE_FORM (sedia_decide_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaDecideForm, sedia_decide_form, SEDIA, DECIDE_FORM, SediaForm)

void sedia_decide_form_open (GtkWidget                 *opener,
                             SediaStore                *store,
                             const SediaProductVerdict *verdict);

G_END_DECLS
