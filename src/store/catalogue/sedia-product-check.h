/* What can be wrong with a product, for the commands that write one. Private to the store. */
#pragma once

#include "sedia-store-types.h"

G_BEGIN_DECLS

gboolean sedia_product_check_figures (const SediaProduct *product, SediaProductField *field,
                                      GError **error);
gboolean sedia_product_check_fixed (SediaDb *db, const SediaProduct *before,
                                    const SediaProduct *after, SediaProductField *field,
                                    GError **error);
/* What the schema refused, in words. */
void sedia_product_explain (const char *sku, GError **error);

G_END_DECLS
