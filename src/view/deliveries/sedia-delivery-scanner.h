/* Tells a barcode scanner from a person by how fast the keys come.
 *
 * A scanner types a whole code within a blink, ending with Enter, with Tab or with nothing. The
 * first character cannot be told from typing and goes where the focus is; when more follow at once
 * they are held back until the burst is over. Then `burst` is emitted: whoever listens either
 * keeps it as a scan (the field with the focus is by then as it was before the burst) or has it
 * typed after all with sedia_delivery_burst_type(). Two quick keys of a person are typed after a
 * wait nobody notices.
 *
 *   key      8  9  9  1  2  ...  Return
 *            |  +--+--+--+--------+ held back
 *            goes into the field, taken out again when the burst turns out to be a scan
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_BURST (sedia_delivery_burst_get_type ())

typedef struct _SediaDeliveryBurst SediaDeliveryBurst;

GType sedia_delivery_burst_get_type (void) G_GNUC_CONST;
SediaDeliveryBurst *sedia_delivery_burst_ref (SediaDeliveryBurst *self);
void sedia_delivery_burst_unref (SediaDeliveryBurst *self);
const char *sedia_delivery_burst_get_text (SediaDeliveryBurst *self);
gboolean sedia_delivery_burst_is_in (SediaDeliveryBurst *self,
                                     GtkWidget          *widget);
void sedia_delivery_burst_type (SediaDeliveryBurst *self);

#define SEDIA_TYPE_DELIVERY_SCANNER (sedia_delivery_scanner_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryScanner, sedia_delivery_scanner, SEDIA, DELIVERY_SCANNER,
                      GObject)

/* Signal: burst (SediaDeliveryBurst *burst) */

SediaDeliveryScanner *sedia_delivery_scanner_new (GtkWidget *widget);
gboolean sedia_delivery_scanner_feed (SediaDeliveryScanner *self,
                                      guint                 keyval,
                                      GdkModifierType       state,
                                      guint32               time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDeliveryBurst, sedia_delivery_burst_unref)

G_END_DECLS
