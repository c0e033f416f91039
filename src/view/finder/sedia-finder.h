/* Search anything: a small window over the main one, with one field and what fits it.
 *
 *   +------------------------------------+
 *   | [ kopi                           ] |
 *   |  Kopi Gayo 1 kg   KG-1 · 3 on hand | Product
 *   |  Order 1042 – Siti    Ready · Kopi | Order
 *   +------------------------------------+
 *
 * Without anything typed it shows what can be done. Down and Up walk, Enter opens, Escape closes.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_FINDER (sedia_finder_get_type ())

G_DECLARE_FINAL_TYPE (SediaFinder, sedia_finder, SEDIA, FINDER, GtkWindow)

void sedia_finder_open (GtkWindow  *window,
                        SediaStore *store);

G_END_DECLS
