/* A dialog for a barcode that no product has: to which product does it belong?
 *
 * Signals: saved (gint64 product_id), it belongs to that product now; create (const char *code), it
 * belongs to a product that is to be entered.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_UNKNOWN_CODE_FORM (sedia_unknown_code_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaUnknownCodeForm, sedia_unknown_code_form, SEDIA, UNKNOWN_CODE_FORM,
                      SediaForm)

SediaUnknownCodeForm *sedia_unknown_code_form_open (GtkWidget  *opener,
                                                    SediaStore *store,
                                                    const char *code);

G_END_DECLS
