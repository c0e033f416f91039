/* The line of time of a customer: what happened to their orders, and what they were told. */
#pragma once

#include "sedia-customer-parts.h"

G_BEGIN_DECLS

void sedia_customer_moments_add (GPtrArray                *parts,
                                 const SediaCustomerStory *story);

G_END_DECLS
