/* A document on pages of a certain size. All measures are points (1/72 inch).
 *
 *   wide paper                          a receipt
 *   Hand-Over Slip                      Hand-Over Slip
 *   Siti Rahma                          Siti Rahma
 *   SKU    Product     Take   Owed      Kopi Gayo 250 g
 *   KG-1   Kopi Gayo   2 pcs  3 pcs     KG-1 · Take 2 pcs · Owed 3 pcs
 */
#pragma once

#include "sedia-print-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SediaPrintLayout SediaPrintLayout;

SediaPrintLayout *sedia_print_layout_new (PangoContext             *context,
                                          const SediaPrintDocument *document,
                                          double                    width,
                                          double                    height);
void sedia_print_layout_free (SediaPrintLayout *self);
guint sedia_print_layout_get_n_pages (SediaPrintLayout *self);
double sedia_print_layout_get_height (SediaPrintLayout *self);
void sedia_print_layout_draw (SediaPrintLayout *self,
                              cairo_t          *cr,
                              guint             page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPrintLayout, sedia_print_layout_free)

G_END_DECLS
