/* What fits what was typed so far. Only the last question counts; Enter before its answer is Enter
 * with what was typed, never with what was suggested for fewer letters.
 */
#include "config.h"

#include "sedia-picker.h"

typedef struct
{
  SediaStore *store;
  SediaSuggestEntry *field;
  GCancellable *asking;
  GPtrArray *records; /* what is suggested */
} SediaPickerPrivate;

enum
{
  PICKED,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SediaPicker, sedia_picker, G_TYPE_OBJECT)

static SediaPickerPrivate *
private_of (SediaPicker *self)
{
  return sedia_picker_get_instance_private (self);
}

/* A question on its way; another one since makes the answer stale. */
typedef struct
{
  SediaPicker *picker;
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
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GPtrArray) records = sedia_store_finish (SEDIA_STORE (source), result, NULL);
  SediaPickerPrivate *priv = private_of (question->picker);

  if (records == NULL || priv->asking != question->asked)
    return;

  g_clear_pointer (&priv->records, g_ptr_array_unref);
  priv->records = g_steal_pointer (&records);

  sedia_suggest_entry_begin_suggestions (priv->field);
  for (guint i = 0; i < priv->records->len; i++)
    SEDIA_PICKER_GET_CLASS (question->picker)->suggest (priv->field,
                                                        g_ptr_array_index (priv->records, i));
  sedia_suggest_entry_end_suggestions (priv->field);
}

static void
changed_cb (SediaPicker *self)
{
  SediaPickerPrivate *priv = private_of (self);
  const char *typed = sedia_suggest_entry_get_text (priv->field);
  Question *question;

  sedia_picker_stop (self);
  if (priv->store == NULL || *typed == '\0')
    return;

  priv->asking = g_cancellable_new ();
  question = g_new (Question, 1);
  question->picker = g_object_ref (self);
  question->asked = g_object_ref (priv->asking);
  sedia_store_read_async (priv->store, SEDIA_PICKER_GET_CLASS (self)->complete, g_strdup (typed),
                          g_free, (GDestroyNotify) g_ptr_array_unref, priv->asking, answered_cb,
                          question);
}

static void
chosen_cb (SediaPicker *self,
           guint        index)
{
  SediaPickerPrivate *priv = private_of (self);

  sedia_picker_stop (self);
  if (priv->records != NULL && index < priv->records->len)
    g_signal_emit (self, signals[PICKED], 0, g_ptr_array_index (priv->records, index));
}

static void
activate_cb (SediaPicker *self)
{
  const char *text = sedia_suggest_entry_get_text (private_of (self)->field);
  g_autofree char *typed = g_strstrip (g_strdup (text));

  sedia_picker_stop (self);
  if (*typed != '\0')
    g_signal_emit (self, signals[ENTERED], 0, typed);
}

static void
sedia_picker_dispose (GObject *object)
{
  SediaPickerPrivate *priv = private_of (SEDIA_PICKER (object));

  sedia_picker_stop (SEDIA_PICKER (object));
  g_clear_object (&priv->store);
  g_clear_pointer (&priv->records, g_ptr_array_unref);

  G_OBJECT_CLASS (sedia_picker_parent_class)->dispose (object);
}

static void
sedia_picker_class_init (SediaPickerClass *klass)
{
  const GType type = SEDIA_TYPE_PICKER;

  G_OBJECT_CLASS (klass)->dispose = sedia_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sedia_picker_init (SediaPicker *self)
{
}

/**
 * sedia_picker_set_field:
 * @self: a picker, being made
 * @field: what is typed into; it outlives the picker
 */
void
sedia_picker_set_field (SediaPicker       *self,
                        SediaSuggestEntry *field)
{
  g_return_if_fail (SEDIA_IS_PICKER (self));
  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (field));
  g_return_if_fail (private_of (self)->field == NULL);

  private_of (self)->field = field;
  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_picker_set_store:
 * @self: a picker
 * @store: (nullable): where records are found
 */
void
sedia_picker_set_store (SediaPicker *self,
                        SediaStore  *store)
{
  g_return_if_fail (SEDIA_IS_PICKER (self));

  sedia_picker_stop (self);
  g_set_object (&private_of (self)->store, store);
}

/**
 * sedia_picker_stop: An answer that is still on its way suggests nothing any more.
 */
void
sedia_picker_stop (SediaPicker *self)
{
  g_return_if_fail (SEDIA_IS_PICKER (self));

  g_cancellable_cancel (private_of (self)->asking);
  g_clear_object (&private_of (self)->asking);
}
