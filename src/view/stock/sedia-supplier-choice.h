/* The supplier of a product: one that is there, or a new one that is entered with it.
 *
 *   [ CV Baru                 ]
 *   [ ] Enter “CV Baru” as a new supplier      only when nobody is called that
 *
 * Stands in a #SediaField.
 *
 * Signal: changed (), somebody else is meant.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_SUPPLIER_CHOICE (sedia_supplier_choice_get_type ())

G_DECLARE_FINAL_TYPE (SediaSupplierChoice, sedia_supplier_choice, SEDIA, SUPPLIER_CHOICE, GtkWidget)

void sedia_supplier_choice_set_suppliers (SediaSupplierChoice *self,
                                          GPtrArray           *suppliers);
void sedia_supplier_choice_show (SediaSupplierChoice *self,
                                 gint64               supplier_id,
                                 const char          *name);
gboolean sedia_supplier_choice_read (SediaSupplierChoice  *self,
                                     gint64               *supplier_id,
                                     char                **name);
char *sedia_supplier_choice_dup_typed (SediaSupplierChoice *self);

G_END_DECLS
