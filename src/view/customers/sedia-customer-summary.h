/* How things stand for a customer, to be read aloud while they are on the phone. */
#pragma once

#include "sedia-customer-parts.h"

G_BEGIN_DECLS

char *sedia_customer_summary (const SediaCustomerStory *story);

G_END_DECLS
