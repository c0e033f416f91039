/* Why customers should wait for a product, or should not: the reasons, the rows behind each, and
 * the two answers.
 *
 *   (!) With care: ask before a customer waits, at most 5 pcs
 *   Now: customers may wait.
 *   Next step: Count it once a week until the book is right.
 *   | Demand     Good    |  3 Dec   Order 12, Siti            |
 *   | Supplier   Fair    |          promised for ..., kept    |
 *   | ...                |                                    |
 *                          [Decide Otherwise...] [Follow]
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_VERDICT_WINDOW (sedia_verdict_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaVerdictWindow, sedia_verdict_window, SEDIA, VERDICT_WINDOW, GtkWindow)

void sedia_verdict_window_open (GtkWidget  *opener,
                                SediaStore *store,
                                gint64      product_id,
                                const char *name);

G_END_DECLS
