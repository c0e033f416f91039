/* The serving rule in a sentence, and the choice of another one.
 *
 * Property: serving (string), the rule in force as the database keeps it; setting it chooses the
 * rule for the shop. Action: rule.serving (string).
 */
#pragma once

#include "sedia-queue.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SERVING_RULE (sedia_serving_rule_get_type ())

G_DECLARE_FINAL_TYPE (SediaServingRule, sedia_serving_rule, SEDIA, SERVING_RULE, GtkWidget)

void sedia_serving_rule_show (SediaServingRule *self,
                              SediaStore       *store,
                              SediaServing      serving);

G_END_DECLS
