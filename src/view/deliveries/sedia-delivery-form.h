/* A delivery being typed: supplier, note number, lines. What the editor shows and the draft
 * keeps.
 */
#pragma once

#include "sedia-commands.h"
#include "sedia-typed-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DELIVERY_FORM (sedia_delivery_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaDeliveryForm, sedia_delivery_form, SEDIA, DELIVERY_FORM, GObject)

/* Signal: changed (), whenever something was typed that a draft must keep. */

SediaDeliveryForm *sedia_delivery_form_new (void);
void sedia_delivery_form_clear (SediaDeliveryForm *self);
GListModel *sedia_delivery_form_get_lines (SediaDeliveryForm *self);
const char *sedia_delivery_form_get_key (SediaDeliveryForm *self);
void sedia_delivery_form_set_key (SediaDeliveryForm *self,
                                  const char        *key);
const char *sedia_delivery_form_get_supplier (SediaDeliveryForm *self);
void sedia_delivery_form_set_supplier (SediaDeliveryForm *self,
                                       const char        *supplier);
gint64 sedia_delivery_form_get_supplier_id (SediaDeliveryForm *self);
void sedia_delivery_form_set_supplier_id (SediaDeliveryForm *self,
                                          gint64             supplier_id);
const char *sedia_delivery_form_get_note_number (SediaDeliveryForm *self);
void sedia_delivery_form_set_note_number (SediaDeliveryForm *self,
                                          const char        *note_number);
guint sedia_delivery_form_add (SediaDeliveryForm *self,
                               SediaTypedLine    *entry);
guint sedia_delivery_form_scan (SediaDeliveryForm *self,
                                SediaProduct      *product);
guint sedia_delivery_form_scan_unknown (SediaDeliveryForm *self,
                                        const char        *code);
void sedia_delivery_form_remove (SediaDeliveryForm *self,
                                 SediaTypedLine    *entry);
gboolean sedia_delivery_form_find (SediaDeliveryForm *self,
                                   SediaTypedLine    *entry,
                                   guint             *position);
guint sedia_delivery_form_get_n_lines (SediaDeliveryForm *self);
gboolean sedia_delivery_form_is_empty (SediaDeliveryForm *self);
SediaTypedLine *sedia_delivery_form_first_doubt (SediaDeliveryForm *self,
                                                 guint             *n_doubts);
GArray *sedia_delivery_form_dup_amounts (SediaDeliveryForm *self);
char *sedia_delivery_form_dup_total (SediaDeliveryForm *self);

G_END_DECLS
