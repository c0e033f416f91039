/* What is left when two customers turn out to be one. */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

SediaCustomer *sedia_customer_merged (const SediaCustomer *keep, const SediaCustomer *other);

G_END_DECLS
