/* Customers that fit what was typed so far. */
#include "config.h"

#include "sedia-customer-picker.h"

#include "sedia-order-jobs.h"

#include <glib/gi18n.h>

struct _SediaCustomerPicker
{
  SediaPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (SediaCustomerPicker, sedia_customer_picker, SEDIA_TYPE_PICKER)

/* The name first; by the phone two who are called the same are told apart. */
static void
sedia_customer_picker_suggest (SediaSuggestEntry *field,
                               gconstpointer      record)
{
  const SediaCustomer *customer = record;
  const char *phone = customer->phone != NULL ? customer->phone : "";
  g_autofree char *aside = NULL;

  if (customer->open_lines > 0)
    aside = g_strdup_printf (ngettext ("%d open  %s", "%d open  %s", (gulong) customer->open_lines),
                             (int) customer->open_lines, phone);

  sedia_suggest_entry_suggest (field, customer->name, NULL, aside != NULL ? aside : phone);
}

static void
sedia_customer_picker_class_init (SediaCustomerPickerClass *klass)
{
  SediaPickerClass *picker_class = SEDIA_PICKER_CLASS (klass);

  picker_class->complete = sedia_customer_complete_job;
  picker_class->suggest = sedia_customer_picker_suggest;
}

static void
sedia_customer_picker_init (SediaCustomerPicker *self)
{
}

/**
 * sedia_customer_picker_new:
 * @field: what is typed into; it outlives the picker
 *
 * Returns: (transfer full): a picker
 */
SediaPicker *
sedia_customer_picker_new (SediaSuggestEntry *field)
{
  SediaPicker *self = g_object_new (SEDIA_TYPE_CUSTOMER_PICKER, NULL);

  sedia_picker_set_field (self, field);

  return self;
}
