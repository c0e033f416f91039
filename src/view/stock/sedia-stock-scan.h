/* What a scan on the stock page means: a code that is known opens its product, one that is not asks
 * whose it is.
 */
#pragma once

#include "sedia-list-page.h"
#include "sedia-scanner.h"

G_BEGIN_DECLS

void sedia_stock_scan (SediaListPage *page,
                       SediaBurst    *burst);

G_END_DECLS
