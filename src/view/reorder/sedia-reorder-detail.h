/* Why so much of a product is to be ordered.
 *
 *   Green tea
 *   TEA-1
 *   [Show in Stock] [Give It a Supplier…]
 *   Free ... On its way ... Waiting ...
 *   5 pcs on hand + ... = ..., below the minimum ...
 *   Sells about 12 pcs a week, from 52 weeks; ...
 */
#pragma once

#include "sedia-pane.h"
#include "sedia-reorder-item.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_DETAIL (sedia_reorder_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderDetail, sedia_reorder_detail, SEDIA, REORDER_DETAIL, SediaPane)

void sedia_reorder_detail_show (SediaReorderDetail *self,
                                SediaReorderItem   *item);

G_END_DECLS
