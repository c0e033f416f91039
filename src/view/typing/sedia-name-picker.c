/* Completes names out of a list that is known: see sedia-name-picker.h. */
#include "config.h"

#include "sedia-name-picker.h"

#include "sedia-text.h"

#include <string.h>

#define MOST 8 /* suggestions: as many as are read at a glance */

/* How well a name fits; the smaller the better. */
typedef enum
{
  FIT_BEGINS,
  FIT_WORD,
  FIT_ANYWHERE,
  FIT_NONE,
} Fit;

struct _SediaNamePicker
{
  GObject parent_instance;

  SediaSuggestEntry *entry; /* outlives the picker */
  GPtrArray *names;         /* of char * */
  GPtrArray *lower;         /* of char *: the same, to compare */
  guint suggested[MOST];    /* places in the list */
  guint n_suggested;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaNamePicker, sedia_name_picker, G_TYPE_OBJECT)

static char *
dup_lower (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return sedia_text_lower (stripped, -1);
}

static Fit
fit_of (const char *name,
        const char *typed)
{
  const char *place = strstr (name, typed);

  if (place == NULL)
    return FIT_NONE;
  if (place == name)
    return FIT_BEGINS;

  for (; place != NULL; place = strstr (place + 1, typed))
    if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (place))))
      return FIT_WORD;

  return FIT_ANYWHERE;
}

static void
suggest (SediaNamePicker *self,
         const char      *typed)
{
  sedia_suggest_entry_begin_suggestions (self->entry);
  self->n_suggested = 0;

  for (Fit wanted = FIT_BEGINS; wanted < FIT_NONE; wanted++)
    for (guint i = 0; i < self->lower->len && self->n_suggested < MOST; i++)
      if (fit_of (g_ptr_array_index (self->lower, i), typed) == wanted)
        {
          self->suggested[self->n_suggested++] = i;
          sedia_suggest_entry_suggest (self->entry, g_ptr_array_index (self->names, i), NULL, NULL);
        }

  sedia_suggest_entry_end_suggestions (self->entry);
}

static void
changed_cb (SediaNamePicker *self)
{
  g_autofree char *typed = dup_lower (sedia_suggest_entry_get_text (self->entry));

  self->n_suggested = 0;
  if (*typed != '\0')
    suggest (self, typed);
}

static void
chosen_cb (SediaNamePicker *self,
           guint            index)
{
  guint place;

  g_return_if_fail (index < self->n_suggested);

  place = self->suggested[index];
  sedia_suggest_entry_set_text (self->entry, g_ptr_array_index (self->names, place));
  g_signal_emit (self, signals[PICKED], 0, place);
}

static void
sedia_name_picker_finalize (GObject *object)
{
  SediaNamePicker *self = SEDIA_NAME_PICKER (object);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->lower);

  G_OBJECT_CLASS (sedia_name_picker_parent_class)->finalize (object);
}

static void
sedia_name_picker_class_init (SediaNamePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_name_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", SEDIA_TYPE_NAME_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sedia_name_picker_init (SediaNamePicker *self)
{
  self->names = g_ptr_array_new ();
  self->lower = g_ptr_array_new_with_free_func (g_free);
}

/**
 * sedia_name_picker_new:
 * @entry: what is typed into; it outlives the picker
 *
 * Returns: (transfer full): a picker that knows no names yet
 */
SediaNamePicker *
sedia_name_picker_new (SediaSuggestEntry *entry)
{
  SediaNamePicker *self;

  g_return_val_if_fail (SEDIA_IS_SUGGEST_ENTRY (entry), NULL);

  self = g_object_new (SEDIA_TYPE_NAME_PICKER, NULL);
  self->entry = entry;
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sedia_name_picker_set_names:
 * @self: a picker
 * @names: (element-type utf8): the names there are
 */
void
sedia_name_picker_set_names (SediaNamePicker *self,
                             GPtrArray       *names)
{
  g_return_if_fail (SEDIA_IS_NAME_PICKER (self));
  g_return_if_fail (names != NULL);

  g_ptr_array_unref (self->names);
  self->names = g_ptr_array_ref (names);
  g_ptr_array_set_size (self->lower, 0);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->lower, dup_lower (g_ptr_array_index (names, i)));
}

/**
 * sedia_name_picker_has_suggestions: Whether some name fits what was typed.
 */
gboolean
sedia_name_picker_has_suggestions (SediaNamePicker *self)
{
  g_return_val_if_fail (SEDIA_IS_NAME_PICKER (self), FALSE);

  return self->n_suggested > 0;
}

/**
 * sedia_name_picker_find:
 * @self: a picker
 * @name: what was typed
 *
 * Returns: the place of that name, however its letters are written; %G_MAXUINT when there is none
 */
guint
sedia_name_picker_find (SediaNamePicker *self,
                        const char      *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (SEDIA_IS_NAME_PICKER (self), G_MAXUINT);
  g_return_val_if_fail (name != NULL, G_MAXUINT);

  lower = dup_lower (name);
  for (guint i = 0; i < self->lower->len; i++)
    if (g_str_equal (g_ptr_array_index (self->lower, i), lower))
      return i;

  return G_MAXUINT;
}
