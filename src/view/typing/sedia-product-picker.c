/* Products that fit what was typed so far. */
#include "config.h"

#include "sedia-product-picker.h"

#include "sedia-draft-jobs.h"
#include "sedia-format.h"

struct _SediaProductPicker
{
  SediaPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (SediaProductPicker, sedia_product_picker, SEDIA_TYPE_PICKER)

static void
sedia_product_picker_suggest (SediaSuggestEntry *field,
                              gconstpointer      record)
{
  const SediaProduct *product = record;
  g_autofree char *on_hand = sedia_format_amount (product->on_hand, product->decimals,
                                                  product->unit);

  sedia_suggest_entry_suggest (field, product->name, product->sku, on_hand);
}

static void
sedia_product_picker_class_init (SediaProductPickerClass *klass)
{
  SediaPickerClass *picker_class = SEDIA_PICKER_CLASS (klass);

  picker_class->complete = sedia_product_complete_job;
  picker_class->suggest = sedia_product_picker_suggest;
}

static void
sedia_product_picker_init (SediaProductPicker *self)
{
}

/**
 * sedia_product_picker_new:
 * @field: what is typed into; it outlives the picker
 *
 * Returns: (transfer full): a picker
 */
SediaPicker *
sedia_product_picker_new (SediaSuggestEntry *field)
{
  SediaPicker *self = g_object_new (SEDIA_TYPE_PRODUCT_PICKER, NULL);

  sedia_picker_set_field (self, field);

  return self;
}
