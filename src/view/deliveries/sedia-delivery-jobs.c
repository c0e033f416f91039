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
 * sedia_still_to_come_free: Frees what is still to come.
 */
void
sedia_still_to_come_free (SediaStillToCome *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->amounts, g_array_unref);
  g_free (self);
}

/**
 * sedia_delivery_preview_args_free: Frees what was asked.
 */
void
sedia_delivery_preview_args_free (SediaDeliveryPreviewArgs *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->amounts, g_array_unref);
  g_free (self);
}

/**
 * sedia_delivery_preview_free: Frees what a delivery would do.
 */
void
sedia_delivery_preview_free (SediaDeliveryPreview *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->delivery, sedia_delivery_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
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
                            gpointer   args,
                            GError   **error)
{
  const SediaDeliveryPreviewArgs *asked = args;
  g_autoptr (SediaDeliveryPreview) preview = g_new0 (SediaDeliveryPreview, 1);

  preview->purchase_id = asked->purchase_id;
  if (asked->purchase_id != 0 &&
      !(preview->differences = sedia_purchase_differences (db, asked->purchase_id, asked->amounts,
                                                           error)))
    return NULL;
  if (asked->amounts->len > 0 &&
      !(preview->delivery = sedia_delivery_preview_for (db, asked->purchase_id, asked->amounts,
                                                        error)))
    return NULL;

  return g_steal_pointer (&preview);
}

gpointer
sedia_purchase_job (SediaDb   *db,
                    gpointer   purchase_id,
                    GError   **error)
{
  return sedia_purchase_read (db, *(const gint64 *) purchase_id, error);
}

/* Several lines of one product are one on the supplier's note. */
static gboolean
add_coming (SediaDb                  *db,
            SediaStillToCome         *coming,
            const SediaPurchaseLine  *line,
            GError                  **error)
{
  const SediaAmount added = { line->product_id, line->incoming };
  SediaProduct *product;

  for (guint i = 0; i < coming->amounts->len; i++)
    {
      SediaAmount *amount = &g_array_index (coming->amounts, SediaAmount, i);

      if (amount->product_id == line->product_id)
        {
          amount->quantity += line->incoming;
          return TRUE;
        }
    }

  if (!(product = sedia_product_read (db, line->product_id, error)))
    return FALSE;

  g_ptr_array_add (coming->products, product);
  g_array_append_val (coming->amounts, added);
  return TRUE;
}

gpointer
sedia_still_to_come_job (SediaDb   *db,
                         gpointer   purchase_id,
                         GError   **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_job (db, purchase_id, error);
  g_autoptr (SediaStillToCome) coming = g_new0 (SediaStillToCome, 1);

  coming->products = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_product_free);
  coming->amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  if (purchase == NULL)
    return NULL;

  coming->purchase_id = purchase->id;
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (line->incoming > 0 && !add_coming (db, coming, line, error))
        return NULL;
    }

  return g_steal_pointer (&coming);
}

static gboolean
count_short (SediaDb  *db,
             gint64    purchase_id,
             guint    *n,
             GError  **error)
{
  g_autoptr (SediaPurchase) purchase = NULL;

  *n = 0;
  if (purchase_id == 0)
    return TRUE;
  if (!(purchase = sedia_purchase_read (db, purchase_id, error)))
    return FALSE;

  for (guint i = 0; i < purchase->lines->len; i++)
    *n += ((SediaPurchaseLine *) g_ptr_array_index (purchase->lines, i))->incoming > 0;

  return TRUE;
}

gpointer
sedia_delivery_receive_job (SediaDb   *db,
                            gpointer   args,
                            GError   **error)
{
  const SediaReceiveArgs *delivery = args;
  g_autoptr (SediaDelivery) received = NULL;
  gint64 delivery_id = 0;
  guint n_short;
  SediaDeliveryDraft draft = {
    .supplier_id = delivery->supplier_id,
    .note_number = delivery->note_number,
    .lines = delivery->lines,
    .draft_id = delivery->draft_id,
    .purchase_id = delivery->purchase_id,
  };

  if (!sedia_delivery_receive (db, &draft, &delivery_id, error) ||
      !(received = sedia_delivery_read (db, delivery_id, error)) ||
      !count_short (db, delivery->purchase_id, &n_short, error))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u %" G_GINT64_FORMAT
                          " %u", delivery_id, received->operation_id, received->summary.lines,
                          received->summary.orders, received->summary.customers,
                          delivery->purchase_id, n_short);
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
  return text != NULL && sscanf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u %"
                                 G_GINT64_FORMAT " %u", &self->delivery_id, &self->operation_id,
                                 &self->summary.lines, &self->summary.orders,
                                 &self->summary.customers, &self->purchase_id,
                                 &self->n_short) == 7;
}

gpointer
sedia_delivery_undo_job (SediaDb   *db,
                         gpointer   delivery_id,
                         GError   **error)
{
  return sedia_delivery_undo (db, *(const gint64 *) delivery_id, error) ? SEDIA_DONE : NULL;
}
