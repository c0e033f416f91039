/* A dialog to make two customers one: who else it is, which of the two stays, and what is kept.
 *
 *   [ search                                 ]
 *   Siti R.      0812-3456-7890 · Similar name      suspects first, then what a search finds
 *   ...
 *            (o) Siti Rahma   ( ) Siti R.    Will be
 *   Phone                     0812-...       0812-...
 *   ...
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_CUSTOMER_MERGE (sedia_customer_merge_get_type ())

G_DECLARE_FINAL_TYPE (SediaCustomerMerge, sedia_customer_merge, SEDIA, CUSTOMER_MERGE, SediaForm)

void sedia_customer_merge_open (GtkWidget           *opener,
                                SediaStore          *store,
                                const SediaCustomer *customer);

G_END_DECLS
