/* A delivery being typed: see sedia-typed-delivery.h. */
#include "config.h"

#include "sedia-typed-delivery.h"

#include <inttypes.h>

struct _SediaTypedDelivery
{
  SediaDocument parent_instance;

  char *supplier;
  gint64 supplier_id; /* 0: nobody by that name, or not looked up yet */
  char *note_number;
  gint64 purchase_id; /* of that supplier; 0 for none */
};

G_DEFINE_FINAL_TYPE (SediaTypedDelivery, sedia_typed_delivery, SEDIA_TYPE_DOCUMENT)

static void
sedia_typed_delivery_clear (SediaDocument *document)
{
  SediaTypedDelivery *self = SEDIA_TYPED_DELIVERY (document);

  sedia_document_take_text (&self->supplier, "");
  sedia_document_take_text (&self->note_number, "");
  self->supplier_id = 0;
  self->purchase_id = 0;
}

static gboolean
sedia_typed_delivery_is_empty (SediaDocument *document)
{
  SediaTypedDelivery *self = SEDIA_TYPED_DELIVERY (document);

  return *self->supplier == '\0' && *self->note_number == '\0' && self->purchase_id == 0;
}

static void
sedia_typed_delivery_write_head (SediaDocument  *document,
                                 SediaDraftText *text)
{
  SediaTypedDelivery *self = SEDIA_TYPED_DELIVERY (document);

  sedia_draft_text_set (text, "supplier", self->supplier);
  sedia_draft_text_set (text, "note_number", self->note_number);
  if (self->purchase_id != 0)
    {
      g_autofree char *purchase = g_strdup_printf ("%" PRId64, self->purchase_id);

      sedia_draft_text_set (text, "purchase", purchase);
    }
}

static void
sedia_typed_delivery_read_head (SediaDocument        *document,
                                const SediaDraftText *text)
{
  SediaTypedDelivery *self = SEDIA_TYPED_DELIVERY (document);

  sedia_typed_delivery_set_supplier (self, sedia_draft_text_get (text, "supplier"));
  sedia_typed_delivery_set_note_number (self, sedia_draft_text_get (text, "note_number"));
  self->purchase_id = g_ascii_strtoll (sedia_draft_text_get (text, "purchase"), NULL, 10);
}

static const char *
sedia_typed_delivery_get_who (SediaDocument *document)
{
  return SEDIA_TYPED_DELIVERY (document)->supplier;
}

static const char *
sedia_typed_delivery_get_number (SediaDocument *document)
{
  return SEDIA_TYPED_DELIVERY (document)->note_number;
}

static void
sedia_typed_delivery_finalize (GObject *object)
{
  SediaTypedDelivery *self = SEDIA_TYPED_DELIVERY (object);

  g_clear_pointer (&self->supplier, g_free);
  g_clear_pointer (&self->note_number, g_free);

  G_OBJECT_CLASS (sedia_typed_delivery_parent_class)->finalize (object);
}

static void
sedia_typed_delivery_class_init (SediaTypedDeliveryClass *klass)
{
  SediaDocumentClass *document_class = SEDIA_DOCUMENT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_typed_delivery_finalize;
  document_class->draft_kind = SEDIA_DRAFT_DELIVERY;
  document_class->clear = sedia_typed_delivery_clear;
  document_class->is_empty = sedia_typed_delivery_is_empty;
  document_class->write_head = sedia_typed_delivery_write_head;
  document_class->read_head = sedia_typed_delivery_read_head;
  document_class->get_who = sedia_typed_delivery_get_who;
  document_class->get_number = sedia_typed_delivery_get_number;
}

static void
sedia_typed_delivery_init (SediaTypedDelivery *self)
{
  self->supplier = g_strdup ("");
  self->note_number = g_strdup ("");
}

/**
 * sedia_typed_delivery_new:
 *
 * Returns: (transfer full): an empty delivery
 */
SediaTypedDelivery *
sedia_typed_delivery_new (void)
{
  return g_object_new (SEDIA_TYPE_TYPED_DELIVERY, NULL);
}

/**
 * sedia_typed_delivery_get_supplier: (transfer none) the supplier's name as typed.
 */
const char *
sedia_typed_delivery_get_supplier (SediaTypedDelivery *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_DELIVERY (self), NULL);

  return self->supplier;
}

/**
 * sedia_typed_delivery_set_supplier:
 * @self: a delivery being typed
 * @supplier: the name as typed
 *
 * Another name is another supplier: its id has to be looked up again, and the purchase was not from
 * them.
 */
void
sedia_typed_delivery_set_supplier (SediaTypedDelivery *self,
                                   const char         *supplier)
{
  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (self));

  if (!sedia_document_take_text (&self->supplier, supplier))
    return;

  self->supplier_id = 0;
  self->purchase_id = 0;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_delivery_get_supplier_id: Who the name stands for, 0 for nobody known.
 */
gint64
sedia_typed_delivery_get_supplier_id (SediaTypedDelivery *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_DELIVERY (self), 0);

  return self->supplier_id;
}

/**
 * sedia_typed_delivery_set_supplier_id:
 * @self: a delivery being typed
 * @supplier_id: who the name stands for, 0 for nobody known
 *
 * The draft keeps the name alone, so this is no change to it.
 */
void
sedia_typed_delivery_set_supplier_id (SediaTypedDelivery *self,
                                      gint64              supplier_id)
{
  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (self));

  self->supplier_id = supplier_id;
}

/**
 * sedia_typed_delivery_get_note_number: (transfer none) the number on the supplier's note, as
 * typed.
 */
const char *
sedia_typed_delivery_get_note_number (SediaTypedDelivery *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_DELIVERY (self), NULL);

  return self->note_number;
}

/**
 * sedia_typed_delivery_set_note_number: The number on the supplier's note, as typed.
 */
void
sedia_typed_delivery_set_note_number (SediaTypedDelivery *self,
                                      const char         *note_number)
{
  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (self));

  if (sedia_document_take_text (&self->note_number, note_number))
    sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_delivery_get_purchase_id: The purchase it is for, 0 for none.
 */
gint64
sedia_typed_delivery_get_purchase_id (SediaTypedDelivery *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_DELIVERY (self), 0);

  return self->purchase_id;
}

/**
 * sedia_typed_delivery_set_purchase:
 * @self: a delivery being typed
 * @purchase: (nullable): what it is for; NULL for no purchase
 *
 * The supplier of a purchase is that of the delivery.
 */
void
sedia_typed_delivery_set_purchase (SediaTypedDelivery  *self,
                                   const SediaPurchase *purchase)
{
  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (self));

  if (purchase != NULL)
    {
      sedia_document_take_text (&self->supplier, purchase->supplier);
      self->supplier_id = purchase->supplier_id;
    }
  self->purchase_id = purchase != NULL ? purchase->id : 0;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

static gboolean
is_typed (SediaTypedLines *lines,
          gint64           product_id)
{
  for (guint i = 0; i < sedia_typed_lines_get_n (lines); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (lines, i);
      const SediaProduct *product = sedia_typed_line_get_product (line);

      if (product != NULL && product->id == product_id)
        return TRUE;
    }

  return FALSE;
}

/**
 * sedia_typed_delivery_fill:
 * @self: a delivery being typed
 * @coming: what is still to come of its purchase
 *
 * Adds lines for what is not typed yet; what is typed was counted by somebody, and stays.
 */
void
sedia_typed_delivery_fill (SediaTypedDelivery     *self,
                           const SediaStillToCome *coming)
{
  const SediaNumberForm form = { sedia_number_form_of_locale ().decimal, 0 };
  SediaTypedLines *lines;

  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (self));
  g_return_if_fail (coming != NULL);

  lines = sedia_document_get_lines (SEDIA_DOCUMENT (self));
  for (guint i = 0; i < coming->products->len; i++)
    {
      const SediaProduct *product = g_ptr_array_index (coming->products, i);
      const SediaAmount *amount = &g_array_index (coming->amounts, SediaAmount, i);
      g_autofree char *typed = sedia_number_format (amount->quantity, product->decimals, form);
      g_autoptr (SediaTypedLine) line = NULL;

      if (is_typed (lines, product->id))
        continue;
      line = sedia_typed_line_new (sedia_product_copy (product), typed);
      sedia_typed_lines_add (lines, line);
    }
}
