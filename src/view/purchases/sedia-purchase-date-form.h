/* When a purchase is expected now, for all of it or for some of its lines; below it stands, while
 * it is typed, who must be told because of it.
 *
 *   +------------------------------------------+
 *   | Cancel         Change Date          Save |
 *   | Purchase 12 from CV Abadi                |
 *   | [x] Kopi Gayo            40 pcs          |   where there is more than one line
 *   | Expected on [ 3 dec            ]         |
 *   | Because of this 2 customers must be told |
 *   | Siti Rahma                         2 kg  |
 *   |   Kopi Gayo, needed by 1 December: ...   |
 *   +------------------------------------------+
 */
#pragma once

#include "sedia-form.h"
#include "sedia-purchase.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PURCHASE_DATE_FORM (sedia_purchase_date_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaPurchaseDateForm, sedia_purchase_date_form, SEDIA, PURCHASE_DATE_FORM,
                      SediaForm)

void sedia_purchase_date_form_open (GtkWidget           *opener,
                                    SediaStore          *store,
                                    const SediaPurchase *purchase);

G_END_DECLS
