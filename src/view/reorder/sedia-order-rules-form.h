/* A dialog for how much the shop wants to order. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_ORDER_RULES_FORM (sedia_order_rules_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderRulesForm, sedia_order_rules_form, SEDIA, ORDER_RULES_FORM,
                      SediaForm)

void sedia_order_rules_form_open (GtkWidget  *opener,
                                  SediaStore *store);

G_END_DECLS
