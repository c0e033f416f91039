/* Suppliers that fit what was typed so far. */
#include "config.h"

#include "sedia-supplier-picker.h"

#include "sedia-delivery-jobs.h"

struct _SediaSupplierPicker
{
  SediaPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (SediaSupplierPicker, sedia_supplier_picker, SEDIA_TYPE_PICKER)

static void
sedia_supplier_picker_suggest (SediaSuggestEntry *field,
                               gconstpointer      record)
{
  const SediaSupplier *supplier = record;

  sedia_suggest_entry_suggest (field, supplier->name, NULL, supplier->code);
}

static void
sedia_supplier_picker_class_init (SediaSupplierPickerClass *klass)
{
  SediaPickerClass *picker_class = SEDIA_PICKER_CLASS (klass);

  picker_class->complete = sedia_supplier_complete_job;
  picker_class->suggest = sedia_supplier_picker_suggest;
}

static void
sedia_supplier_picker_init (SediaSupplierPicker *self)
{
}

/**
 * sedia_supplier_picker_new:
 * @field: what is typed into; it outlives the picker
 *
 * Returns: (transfer full): a picker
 */
SediaPicker *
sedia_supplier_picker_new (SediaSuggestEntry *field)
{
  SediaPicker *self = g_object_new (SEDIA_TYPE_SUPPLIER_PICKER, NULL);

  sedia_picker_set_field (self, field);

  return self;
}
