/* The rows of a detail pane: dim labels on the left, what they say on the right.
 *
 * Fill it from the top each time the thing changes; the labels already there are used again, so
 * that nothing flickers and nothing moves.
 *
 *   sedia_facts_begin (facts);
 *   sedia_facts_add (facts, _("Order"), "1042");
 *   sedia_facts_add_full (facts, _("Need by"), near, full_date, "late");
 *   sedia_facts_end (facts);
 *
 * A row without a value (NULL or empty) is left out.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_FACTS (sedia_facts_get_type ())

G_DECLARE_FINAL_TYPE (SediaFacts, sedia_facts, SEDIA, FACTS, GtkWidget)

GtkWidget *sedia_facts_new (void);
void sedia_facts_begin (SediaFacts *self);
void sedia_facts_add_title (SediaFacts *self,
                            const char *title);
void sedia_facts_add (SediaFacts *self,
                      const char *label,
                      const char *value);
void sedia_facts_add_full (SediaFacts *self,
                           const char *label,
                           const char *value,
                           const char *tooltip,
                           const char *css_class);
void sedia_facts_end (SediaFacts *self);

G_END_DECLS
