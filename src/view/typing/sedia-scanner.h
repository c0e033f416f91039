/* Tells a barcode scanner from a person by how fast the keys come.
 *
 * A scanner types a whole code within a blink, ending with Enter, with Tab or with nothing. The
 * first character cannot be told from typing and goes where the focus is; when more follow at once
 * they are held back until the burst is over. Then `burst` is emitted: whoever listens either
 * keeps it as a scan (the field with the focus is by then as it was before the burst) or has it
 * typed after all with sedia_burst_type(). Two quick keys of a person are typed after a
 * wait nobody notices.
 *
 *   key      8  9  9  1  2  ...  Return
 *            |  +--+--+--+--------+ held back
 *            goes into the field, taken out again when the burst turns out to be a scan
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_BURST (sedia_burst_get_type ())

typedef struct _SediaBurst SediaBurst;

GType sedia_burst_get_type (void) G_GNUC_CONST;
SediaBurst *sedia_burst_ref (SediaBurst *self);
void sedia_burst_unref (SediaBurst *self);
const char *sedia_burst_get_text (SediaBurst *self);
gboolean sedia_burst_is_in (SediaBurst *self,
                            GtkWidget  *widget);
gboolean sedia_burst_is_text (SediaBurst *self);
gboolean sedia_burst_has_end_key (SediaBurst *self);
void sedia_burst_type (SediaBurst *self);

#define SEDIA_TYPE_SCANNER (sedia_scanner_get_type ())

G_DECLARE_FINAL_TYPE (SediaScanner, sedia_scanner, SEDIA, SCANNER,
                      GObject)

/* Signal: burst (SediaBurst *burst) */

SediaScanner *sedia_scanner_new (GtkWidget *widget);
void sedia_scanner_set_marks (const char *before,
                              const char *after);
void sedia_scanner_set_listens (SediaScanner *self,
                                gboolean      listens);
gboolean sedia_scanner_feed (SediaScanner    *self,
                             guint            keyval,
                             GdkModifierType  state,
                             guint32          time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaBurst, sedia_burst_unref)

G_END_DECLS
