/* Products that fit what was typed so far. Only the last question counts; Enter before its answer
 * is Enter with what was typed, never with what was suggested for fewer letters.
 */
#include "config.h"

#include "sedia-product-picker.h"

#include "sedia-draft-jobs.h"
#include "sedia-format.h"

struct _SediaProductPicker
{
  GObject parent_instance;

  SediaStore *store;
  SediaSuggestEntry *field;
  GCancellable *asking;
  GPtrArray *products; /* what is suggested, of SediaProduct */
};

enum
{
  PICKED,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaProductPicker, sedia_product_picker, G_TYPE_OBJECT)

/* A question on its way; another one since makes the answer stale. */
typedef struct
{
  SediaProductPicker *picker;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->picker);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
suggest (SediaProductPicker *self)
{
  sedia_suggest_entry_begin_suggestions (self->field);
  for (guint i = 0; i < self->products->len; i++)
    {
      const SediaProduct *product = g_ptr_array_index (self->products, i);
      g_autofree char *on_hand = sedia_format_amount (product->on_hand, product->decimals,
                                                      product->unit);

      sedia_suggest_entry_suggest (self->field, product->name, product->sku, on_hand);
    }
  sedia_suggest_entry_end_suggestions (self->field);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GPtrArray) products = sedia_store_finish (SEDIA_STORE (source), result, NULL);
  SediaProductPicker *self = question->picker;

  if (products == NULL || self->asking != question->asked)
    return;

  g_clear_pointer (&self->products, g_ptr_array_unref);
  self->products = g_steal_pointer (&products);
  suggest (self);
}

static void
stop (SediaProductPicker *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
changed_cb (SediaProductPicker *self)
{
  const char *typed = sedia_suggest_entry_get_text (self->field);
  Question *question;

  stop (self);
  if (self->store == NULL || *typed == '\0')
    return;

  self->asking = g_cancellable_new ();
  question = g_new (Question, 1);
  question->picker = g_object_ref (self);
  question->asked = g_object_ref (self->asking);
  sedia_store_read_async (self->store, sedia_product_complete_job, g_strdup (typed), g_free,
                          (GDestroyNotify) g_ptr_array_unref, self->asking, answered_cb, question);
}

static void
chosen_cb (SediaProductPicker *self,
           guint               index)
{
  stop (self);
  if (self->products != NULL && index < self->products->len)
    g_signal_emit (self, signals[PICKED], 0, g_ptr_array_index (self->products, index));
}

static void
activate_cb (SediaProductPicker *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (sedia_suggest_entry_get_text (self->field)));

  stop (self);
  if (*typed != '\0')
    g_signal_emit (self, signals[ENTERED], 0, typed);
}

static void
sedia_product_picker_dispose (GObject *object)
{
  SediaProductPicker *self = SEDIA_PRODUCT_PICKER (object);

  stop (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->products, g_ptr_array_unref);

  G_OBJECT_CLASS (sedia_product_picker_parent_class)->dispose (object);
}

static void
sedia_product_picker_class_init (SediaProductPickerClass *klass)
{
  const GType type = SEDIA_TYPE_PRODUCT_PICKER;

  G_OBJECT_CLASS (klass)->dispose = sedia_product_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
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
SediaProductPicker *
sedia_product_picker_new (SediaSuggestEntry *field)
{
  SediaProductPicker *self;

  g_return_val_if_fail (SEDIA_IS_SUGGEST_ENTRY (field), NULL);

  self = g_object_new (SEDIA_TYPE_PRODUCT_PICKER, NULL);
  self->field = field;
  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_product_picker_set_store:
 * @self: a picker
 * @store: (nullable): where products are found
 *
 * Sets where products are found.
 */
void
sedia_product_picker_set_store (SediaProductPicker *self,
                                SediaStore         *store)
{
  g_return_if_fail (SEDIA_IS_PRODUCT_PICKER (self));

  stop (self);
  g_set_object (&self->store, store);
}
