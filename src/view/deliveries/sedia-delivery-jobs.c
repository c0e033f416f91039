/* Jobs of the delivery pages. They run on the store's threads and touch no widget. */
#include "config.h"

#include "sedia-delivery-jobs.h"

#include <stdio.h>

#define MAX_COMPLETIONS 8

/**
 * sedia_head_check_free:
 * @self: (transfer full) (nullable): a question or an answer
 *
 * Frees it.
 */
void
sedia_head_check_free (SediaHeadCheck *self)
{
  if (self == NULL)
    return;

  g_free (self->supplier);
  g_free (self->note_number);
  g_free (self);
}

/**
 * sedia_receive_args_free:
 * @self: (transfer full) (nullable): a delivery that was to be received
 *
 * Frees it.
 */
void
sedia_receive_args_free (SediaReceiveArgs *self)
{
  if (self == NULL)
    return;

  g_free (self->note_number);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

gpointer
sedia_supplier_complete_job (SediaDb   *db,
                             gpointer   typed,
                             GError   **error)
{
  g_autoptr (GPtrArray) suppliers = sedia_supplier_list (db, typed, error);

  if (suppliers == NULL)
    return NULL;
  if (suppliers->len > MAX_COMPLETIONS)
    g_ptr_array_set_size (suppliers, MAX_COMPLETIONS);

  return g_steal_pointer (&suppliers);
}

gpointer
sedia_head_check_job (SediaDb   *db,
                      gpointer   check,
                      GError   **error)
{
  const SediaHeadCheck *asked = check;
  g_autoptr (SediaHeadCheck) answer = g_new0 (SediaHeadCheck, 1);

  answer->supplier = g_strdup (asked->supplier);
  answer->note_number = g_strdup (asked->note_number);

  if (asked->supplier != NULL && *asked->supplier != '\0' &&
      !sedia_supplier_find (db, asked->supplier, &answer->supplier_id, error))
    return NULL;

  if (asked->note_number != NULL && *asked->note_number != '\0' &&
      !sedia_delivery_find_note (db, answer->supplier_id, asked->note_number, &answer->delivery_id,
                                 &answer->at, error))
    return NULL;

  return g_steal_pointer (&answer);
}

gpointer
sedia_supplier_add_job (SediaDb   *db,
                        gpointer   name,
                        GError   **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

  g_free (supplier->name);
  supplier->name = g_strdup (name);

  return sedia_supplier_save (db, supplier, error) ? SEDIA_DONE : NULL;
}

gpointer
sedia_delivery_preview_job (SediaDb   *db,
                            gpointer   amounts,
                            GError   **error)
{
  return sedia_delivery_preview (db, amounts, error);
}

gpointer
sedia_delivery_receive_job (SediaDb   *db,
                            gpointer   args,
                            GError   **error)
{
  const SediaReceiveArgs *delivery = args;
  g_autoptr (SediaDelivery) received = NULL;
  gint64 delivery_id = 0;
  SediaDeliveryDraft draft = {
    .supplier_id = delivery->supplier_id,
    .note_number = delivery->note_number,
    .lines = delivery->lines,
    .draft_id = delivery->draft_id,
  };

  if (!sedia_delivery_receive (db, &draft, &delivery_id, error) ||
      !(received = sedia_delivery_read (db, delivery_id, error)))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u", delivery_id,
                          received->operation_id, received->summary.lines,
                          received->summary.orders, received->summary.customers);
}

/**
 * sedia_receipt_read:
 * @self: (out): what it says
 * @text: what sedia_delivery_receive_job() returned
 *
 * Returns: whether @text is a receipt
 */
gboolean
sedia_receipt_read (SediaReceipt *self,
                    const char   *text)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *self = (SediaReceipt) { 0 };
  return text != NULL && sscanf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u",
                                 &self->delivery_id, &self->operation_id, &self->summary.lines,
                                 &self->summary.orders, &self->summary.customers) == 5;
}

gpointer
sedia_delivery_undo_job (SediaDb   *db,
                         gpointer   delivery_id,
                         GError   **error)
{
  return sedia_delivery_undo (db, *(const gint64 *) delivery_id, error) ? SEDIA_DONE : NULL;
}
