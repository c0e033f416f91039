/* The table of customers. */
#pragma once

#include "sedia-data-table.h"

G_BEGIN_DECLS

extern const SediaTableSpec sedia_customer_table;

const char *sedia_customer_state (const SediaCustomer  *customer,
                                  const char          **icon,
                                  const char          **tone);
char *sedia_customer_why (const SediaCustomer *customer);
char *sedia_customer_last_contact (const SediaCustomer *customer);

G_END_DECLS
