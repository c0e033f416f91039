/* An open line of an order in the form that changes it: how much, until when, how urgent. */
#pragma once

#include "sedia-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaLineChange:
 * @position: number of the line in its order
 * @ordered: how much is wanted in all
 * @need_by: a day, or %SEDIA_NO_DAY
 * @is_first: whether it comes before others
 * @changes_ordered: whether @ordered is another than before
 * @changes_need_by: whether @need_by is
 * @changes_first: whether @is_first is
 *
 * What a line shall be.
 */
typedef struct
{
  guint position;
  gint64 ordered;
  int need_by;
  gboolean is_first;
  gboolean changes_ordered;
  gboolean changes_need_by;
  gboolean changes_first;
} SediaLineChange;

#define SEDIA_TYPE_ORDER_CHANGE_ROW (sedia_order_change_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaOrderChangeRow, sedia_order_change_row, SEDIA, ORDER_CHANGE_ROW,
                      GtkListBoxRow)

GtkWidget *sedia_order_change_row_new (const SediaOrderLine *line);
char *sedia_order_change_row_dup_typed (SediaOrderChangeRow *self);
gboolean sedia_order_change_row_read (SediaOrderChangeRow *self,
                                      SediaLineChange     *change);

G_END_DECLS
