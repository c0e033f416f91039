/* Who must be told because a purchase is expected on another day, in words. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/* Of a list of SediaExpectNews: "Because of this 3 customers must be told" */
char *sedia_expect_news_title (GPtrArray *list);
/* (element-type SediaPart): one row for each order line */
GPtrArray *sedia_expect_news_parts (GPtrArray *list);

G_END_DECLS
