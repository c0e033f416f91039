/* The barcodes of a product: scanned or typed one after the other, each with a way to take it away.
 *
 *   [ Scan or type, then Enter        ]
 *   ( 8991234567890 x ) ( 4006381333931 x )
 *
 * One that belongs to another product is taken out again, and said at the #SediaField it stands in.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_BARCODES (sedia_barcodes_get_type ())

G_DECLARE_FINAL_TYPE (SediaBarcodes, sedia_barcodes, SEDIA, BARCODES, GtkWidget)

void sedia_barcodes_set_store (SediaBarcodes *self,
                               SediaStore    *store,
                               gint64         product_id);
void sedia_barcodes_show (SediaBarcodes     *self,
                          const char *const *codes);
char **sedia_barcodes_dup_codes (SediaBarcodes *self);
void sedia_barcodes_add (SediaBarcodes *self,
                         const char    *code);
void sedia_barcodes_take_typed (SediaBarcodes *self);
char *sedia_barcodes_dup_typed (SediaBarcodes *self);

G_END_DECLS
