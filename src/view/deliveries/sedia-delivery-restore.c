/* A draft as it was typed, with its products as they are today. */
#include "config.h"

#include "sedia-delivery-restore.h"

/* What was typed may read differently in another locale: then what it came to is shown instead. */
static SediaTypedLine *
restore_known (const SediaDraftLine *line,
               const SediaProduct   *product)
{
  SediaNumberForm form = { sedia_number_form_of_locale ().decimal, 0 };
  SediaTypedLine *entry = sedia_typed_line_new (sedia_product_copy (product), line->typed);
  g_autofree char *amount = NULL;

  if (line->amount <= 0 || sedia_typed_line_get_amount (entry) == line->amount)
    return entry;

  amount = sedia_number_format (line->amount, product->decimals, form);
  sedia_typed_line_set_typed (entry, amount);

  return entry;
}

/**
 * sedia_delivery_restore:
 * @form: the delivery being typed; what it held is dropped
 * @opened: a draft
 *
 * Puts everything back where it was.
 */
void
sedia_delivery_restore (SediaDeliveryForm      *form,
                        const SediaOpenedDraft *opened)
{
  const SediaDraftText *text;

  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (form));
  g_return_if_fail (opened != NULL);

  text = opened->text;
  sedia_delivery_form_clear (form);
  if (*text->key != '\0')
    sedia_delivery_form_set_key (form, text->key);
  sedia_delivery_form_set_supplier (form, text->supplier);
  sedia_delivery_form_set_note_number (form, text->note_number);

  for (guint i = 0; i < text->lines->len; i++)
    {
      const SediaDraftLine *line = g_ptr_array_index (text->lines, i);
      const SediaProduct *product = g_ptr_array_index (opened->products, i);
      g_autoptr (SediaTypedLine) entry = NULL;

      if (product != NULL)
        entry = restore_known (line, product);
      else
        entry = sedia_typed_line_new_unknown (line->code != NULL ? line->code : "?",
                                              line->typed);
      sedia_delivery_form_add (form, entry);
    }
}
