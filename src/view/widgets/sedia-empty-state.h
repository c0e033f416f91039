/* What a list shows when there is nothing to list: a picture, a title, a sentence, one button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_EMPTY_STATE (sedia_empty_state_get_type ())

G_DECLARE_FINAL_TYPE (SediaEmptyState, sedia_empty_state, SEDIA, EMPTY_STATE, GtkWidget)

/* Properties, all strings: icon-name, title, sentence, button-label, action-name (detailed);
 * without a button-label there is no button.
 */

GtkWidget *sedia_empty_state_new (void);
void sedia_empty_state_set (SediaEmptyState *self,
                            const char      *icon_name,
                            const char      *title,
                            const char      *sentence);
void sedia_empty_state_set_button (SediaEmptyState *self,
                                   const char      *label,
                                   const char      *detailed_action);

G_END_DECLS
