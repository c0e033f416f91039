/* A dialog about when the shop works, and when its customers must hear from it. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_CONTACT_RULES_FORM (sedia_contact_rules_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaContactRulesForm, sedia_contact_rules_form, SEDIA, CONTACT_RULES_FORM,
                      SediaForm)

void sedia_contact_rules_form_open (GtkWidget  *opener,
                                    SediaStore *store);

G_END_DECLS
