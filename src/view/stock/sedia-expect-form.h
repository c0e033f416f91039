/* When a product is expected again: the day, and what was said before. Customers who wait for it
 * are told where that is news.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_EXPECT_FORM (sedia_expect_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaExpectForm, sedia_expect_form, SEDIA, EXPECT_FORM, SediaForm)

void sedia_expect_form_open (GtkWidget  *opener,
                             SediaStore *store,
                             gint64      product_id,
                             const char *product);

G_END_DECLS
