/* The new value of one field of several products: what is typed or chosen depends on the field.
 *
 *   New value
 *   [ 24            ]
 *   [ ] None: take it away
 *
 * Signal: changed (), it is another value.
 */
#pragma once

#include "sedia-product-fields.h"
#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_NEW_VALUE (sedia_new_value_get_type ())

G_DECLARE_FINAL_TYPE (SediaNewValue, sedia_new_value, SEDIA, NEW_VALUE, GtkWidget)

void sedia_new_value_set_names (SediaNewValue *self,
                                GPtrArray     *categories,
                                GPtrArray     *suppliers);
void sedia_new_value_set_field (SediaNewValue *self,
                                guint          index);
gboolean sedia_new_value_is_missing (SediaNewValue *self);
gboolean sedia_new_value_read (SediaNewValue     *self,
                               SediaProductEdit  *edit,
                               char             **text);
void sedia_new_value_set_problem (SediaNewValue *self,
                                  const char    *problem);
char *sedia_new_value_dup_typed (SediaNewValue *self);

G_END_DECLS
