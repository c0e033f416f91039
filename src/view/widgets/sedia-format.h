/* Numbers, dates and states as people read them, in their locale.
 *
 * The functions are for C code. The same ones serve as closures in .ui files, also in the cells of
 * ui/rows/: a GtkBuilderListItemFactory that is written inside a template uses the template's scope
 * (tried on 4.8.3), so nothing needs to be exported from the program. Bind them once in class_init:
 *
 *   sedia_format_bind_closures (widget_class);
 *
 * and use them in the template and in its cells by the names below. The first argument, the object
 * GTK passes, is not written in the .ui file. Types: q = gint64 quantity, n = guint decimals,
 * d = gint day, t = gint64 time, s = string, e = enum or int, b = gboolean.
 *
 *   quantity_text (q, n)          gchararray  "1,5"; a real minus
 *   quantity_markup (q, n, s)     gchararray  "1,5 kg" for `markup`: zero and the unit dim
 *   quantity_classes (q)          GStrv       for `css-classes`: numeric, and negative below zero
 *   count_markup (e)              gchararray  a plain count for `markup`, zero dim
 *   money_text (q)                gchararray  "12.500"; empty for SEDIA_NO_AMOUNT
 *   day_text (d), time_text (t)   gchararray  "tomorrow", "3 Dec", "3 Dec 2027"; empty for none
 *   day_full (d), time_full (t)   gchararray  for tooltips: "Thursday, 3 December 2026"
 *   due_text (d)                  gchararray  a need-by date: "3 days late" once it has passed
 *   due_classes (d)               GStrv       for `css-classes`: late once it has passed
 *   due_icon (d)                  gchararray  sedia-late-symbolic once it has passed, else NULL
 *   state_label (e)               gchararray  SediaStockState
 *   state_icon (e)                gchararray
 *   state_classes (e)             GStrv
 *   told_label (e)                gchararray  SediaTold
 *   told_icon (e)                 gchararray
 *   told_classes (e)              GStrv
 *   at_least (int, int)           gboolean    the first is not smaller: columns by list-width
 *   is_text (s)                   gboolean    not NULL, not empty
 *   is_not (b)                    gboolean
 */
#pragma once

#include "sedia-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sedia_format_bind_closures (GtkWidgetClass *widget_class);

char *sedia_format_quantity (gint64 quantity,
                             guint  decimals);
char *sedia_format_amount (gint64      quantity,
                           guint       decimals,
                           const char *unit);
char *sedia_format_amount_markup (gint64      quantity,
                                  guint       decimals,
                                  const char *unit);
char *sedia_format_money (gint64 amount);
char *sedia_format_day (int day);
char *sedia_format_day_full (int day);
char *sedia_format_due (int day);
gboolean sedia_format_is_late (int day);
char *sedia_format_time (gint64 time);
char *sedia_format_time_full (gint64 time);
const char *sedia_format_told_label (SediaTold told);
const char *sedia_format_told_icon (SediaTold told);

G_END_DECLS
