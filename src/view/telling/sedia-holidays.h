/* The days the shop is closed: a list to take from, and fields to add to it.
 *
 *   17 Aug       Hari Kemerdekaan   x
 *   25 Dec       Natal              x
 *   Day          Name
 *   [       |v]  [              ]  [Add]
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_HOLIDAYS (sedia_holidays_get_type ())

G_DECLARE_FINAL_TYPE (SediaHolidays, sedia_holidays, SEDIA, HOLIDAYS, GtkWidget)

void sedia_holidays_show (SediaHolidays *self,
                          GPtrArray     *holidays);
GPtrArray *sedia_holidays_get (SediaHolidays *self);
gboolean sedia_holidays_take_typed (SediaHolidays *self);
char *sedia_holidays_dup_typed (SediaHolidays *self);

G_END_DECLS
