/* Jobs of typing a purchase. They run on the store's threads and touch no widget. */
#include "config.h"

#include "sedia-purchase-jobs.h"

#include "sedia-number.h"
#include "sedia-time.h"

#include <stdio.h>

/**
 * sedia_purchase_args_free: Frees a purchase that was to be entered.
 */
void
sedia_purchase_args_free (SediaPurchaseArgs *self)
{
  if (self == NULL)
    return;

  g_free (self->supplier);
  g_free (self->note);
  g_clear_pointer (&self->draft.lines, g_array_unref);
  g_free (self);
}

/**
 * sedia_purchase_preview_free: Frees what a purchase comes to.
 */
void
sedia_purchase_preview_free (SediaPurchasePreview *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->supplier, sedia_supplier_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self);
}

/**
 * sedia_purchase_to_edit_free: Frees a draft purchase with its products.
 */
void
sedia_purchase_to_edit_free (SediaPurchaseToEdit *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->purchase, sedia_purchase_free);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_free (self);
}

/**
 * sedia_purchase_for_free: Frees what somebody waits for.
 */
void
sedia_purchase_for_free (SediaPurchaseFor *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->line, sedia_order_line_free);
  g_clear_pointer (&self->product, sedia_product_free);
  g_clear_pointer (&self->supplier, sedia_supplier_free);
  g_free (self);
}

gpointer
sedia_purchase_enter_job (SediaDb   *db,
                          gpointer   args,
                          GError   **error)
{
  const SediaPurchaseArgs *entered = args;
  gint64 purchase_id = entered->purchase_id;

  if (purchase_id != 0 ? !sedia_purchase_edit (db, purchase_id, &entered->draft, error)
                       : !sedia_purchase_add (db, &entered->draft, &purchase_id, error))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d", purchase_id,
                          sedia_operation_current (db), entered->draft.is_draft);
}

/**
 * sedia_purchase_receipt_read:
 * @self: (out): what it says
 * @text: what sedia_purchase_enter_job() returned
 *
 * Returns: whether @text is a receipt
 */
gboolean
sedia_purchase_receipt_read (SediaPurchaseReceipt *self,
                             const char           *text)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *self = (SediaPurchaseReceipt) { 0 };
  return text != NULL && sscanf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                                 &self->purchase_id, &self->operation_id, &self->is_draft) == 3;
}

/* ---- beforehand */

/* The price is of one unit: a quantity counts the smallest part of one. Rounded down, as the total
 * of a note is.
 */
static gboolean
add_value (SediaDb                       *db,
           SediaPurchasePreview          *preview,
           const SediaPurchaseLineDraft  *line,
           GError                       **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, line->product_id, error);
  gint64 price, value;

  if (product == NULL)
    return FALSE;

  price = line->price != SEDIA_NO_AMOUNT ? line->price : product->cost;
  if (price == SEDIA_NO_AMOUNT || !sedia_checked_multiply (price, line->quantity, &value) ||
      !sedia_checked_add (preview->value, value / sedia_quantity_one (product->decimals),
                          &preview->value))
    preview->n_unpriced++;

  return TRUE;
}

static gboolean
read_supplier (SediaDb                  *db,
               SediaPurchasePreview     *preview,
               const SediaPurchaseArgs  *args,
               GError                  **error)
{
  gint64 supplier_id = args->draft.supplier_id;

  if (supplier_id == 0 && *args->supplier != '\0' &&
      !sedia_supplier_find (db, args->supplier, &supplier_id, error))
    return FALSE;
  if (supplier_id == 0)
    return TRUE;

  return (preview->supplier = sedia_supplier_read (db, supplier_id, error)) != NULL &&
         sedia_supplier_read_history (db, supplier_id, sedia_time_now (), &preview->history, error);
}

gpointer
sedia_purchase_preview_job (SediaDb   *db,
                            gpointer   args,
                            GError   **error)
{
  const SediaPurchaseArgs *typed = args;
  g_autoptr (SediaPurchasePreview) preview = g_new0 (SediaPurchasePreview, 1);
  SediaPurchaseDraft draft = typed->draft;

  if (!read_supplier (db, preview, typed, error))
    return NULL;
  if (draft.expected == SEDIA_NO_DAY && preview->supplier != NULL &&
      preview->supplier->lead_days >= 0)
    draft.expected = sedia_day_today () + preview->supplier->lead_days;

  for (guint i = 0; i < draft.lines->len; i++)
    if (!add_value (db, preview, &g_array_index (draft.lines, SediaPurchaseLineDraft, i), error))
      return NULL;

  preview->waiting = sedia_purchase_preview (db, &draft, error);
  return preview->waiting != NULL ? g_steal_pointer (&preview) : NULL;
}

/* ---- to begin with */

gpointer
sedia_purchase_to_edit_job (SediaDb   *db,
                            gpointer   purchase_id,
                            GError   **error)
{
  g_autoptr (SediaPurchaseToEdit) edited = g_new0 (SediaPurchaseToEdit, 1);

  edited->products = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_product_free);
  if (!(edited->purchase = sedia_purchase_read (db, *(const gint64 *) purchase_id, error)))
    return NULL;

  for (guint i = 0; i < edited->purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (edited->purchase->lines, i);
      SediaProduct *product = sedia_product_read (db, line->product_id, error);

      if (product == NULL)
        return NULL;
      g_ptr_array_add (edited->products, product);
    }

  return g_steal_pointer (&edited);
}

gpointer
sedia_purchase_for_job (SediaDb   *db,
                        gpointer   line_id,
                        GError   **error)
{
  g_autoptr (SediaPurchaseFor) wanted = g_new0 (SediaPurchaseFor, 1);

  if (!(wanted->line = sedia_order_line_read (db, *(const gint64 *) line_id, error)) ||
      !(wanted->product = sedia_product_read (db, wanted->line->product_id, error)))
    return NULL;
  if (wanted->product->supplier_id != 0 &&
      !(wanted->supplier = sedia_supplier_read (db, wanted->product->supplier_id, error)))
    return NULL;

  return g_steal_pointer (&wanted);
}
