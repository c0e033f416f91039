/* Filter chips: a row of pill buttons of which one is on, each with how many it lets through.
 *
 *   ( All 41 ) ( Can be filled 14 ) ( Late 2 ) ( Not told 3 )
 *
 * Each chip carries a value, a SediaFilter. `selected` is the value that is on; a click on the chip
 * that is on changes nothing. A special chip, "Restock of 22 Nov x", can be put in front; closing
 * it emits `special-closed`.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_CHIPS (sedia_chips_get_type ())

G_DECLARE_FINAL_TYPE (SediaChips, sedia_chips, SEDIA, CHIPS, GtkWidget)

/* Property: selected (int, rw; notify says that the user chose another). Signal: special-closed. */

GtkWidget *sedia_chips_new (void);
void sedia_chips_add (SediaChips *self,
                      int         value,
                      const char *label,
                      const char *icon_name);
void sedia_chips_set_count (SediaChips *self,
                            int         value,
                            guint       count);
void sedia_chips_set_visible (SediaChips *self,
                              int         value,
                              gboolean    is_visible);
int sedia_chips_get_selected (SediaChips *self);
void sedia_chips_set_selected (SediaChips *self,
                               int         value);
void sedia_chips_set_special (SediaChips *self,
                              const char *label);

G_END_DECLS
