/* Two customers side by side, and what is left when they are made one.
 *
 *            (o) Siti Rahma   ( ) Siti R.    Afterwards
 *   Phone                     0812-...       0812-...
 *   Orders   3, 1 open        1              4
 *
 * Property: keeps-second (boolean, rw): which of the two stays.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_MERGE_TABLE (sedia_merge_table_get_type ())

G_DECLARE_FINAL_TYPE (SediaMergeTable, sedia_merge_table, SEDIA, MERGE_TABLE, GtkWidget)

/**
 * SediaMergeSide:
 * @customer: one of the two
 * @numbers: how much there is of them
 */
typedef struct
{
  SediaCustomer *customer;
  SediaCustomerNumbers numbers;
} SediaMergeSide;

void sedia_merge_table_show (SediaMergeTable      *self,
                             const SediaMergeSide *first,
                             const SediaMergeSide *second);
gboolean sedia_merge_table_get_keeps_second (SediaMergeTable *self);

G_END_DECLS
