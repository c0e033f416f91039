/* One row of the suggestions below a SediaSuggestEntry. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SUGGESTION (sedia_suggestion_get_type ())

G_DECLARE_FINAL_TYPE (SediaSuggestion, sedia_suggestion, SEDIA,
                      DELIVERY_SUGGESTION, GtkListBoxRow)

GtkWidget *sedia_suggestion_new (const char *title,
                                 const char *detail,
                                 const char *aside);

G_END_DECLS
