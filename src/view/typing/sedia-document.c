/* A document being typed: see sedia-document.h. */
#include "config.h"

#include "sedia-document.h"

typedef struct
{
  char *key;
  SediaTypedLines *lines;
} SediaDocumentPrivate;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SediaDocument, sedia_document, G_TYPE_OBJECT)

static SediaDocumentPrivate *
private_of (SediaDocument *self)
{
  return sedia_document_get_instance_private (self);
}

static void
sedia_document_finalize (GObject *object)
{
  SediaDocumentPrivate *priv = private_of (SEDIA_DOCUMENT (object));

  g_clear_pointer (&priv->key, g_free);
  g_clear_object (&priv->lines);

  G_OBJECT_CLASS (sedia_document_parent_class)->finalize (object);
}

static void
sedia_document_class_init (SediaDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_document_finalize;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
sedia_document_init (SediaDocument *self)
{
  SediaDocumentPrivate *priv = private_of (self);

  priv->key = g_uuid_string_random ();
  priv->lines = sedia_typed_lines_new ();
  g_signal_connect_object (priv->lines, "changed", G_CALLBACK (sedia_document_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_document_get_lines: (transfer none) its lines.
 */
SediaTypedLines *
sedia_document_get_lines (SediaDocument *self)
{
  g_return_val_if_fail (SEDIA_IS_DOCUMENT (self), NULL);

  return private_of (self)->lines;
}

/**
 * sedia_document_get_key:
 * @self: a document being typed
 *
 * Returns: what it is booked with, so that it is booked once
 */
const char *
sedia_document_get_key (SediaDocument *self)
{
  g_return_val_if_fail (SEDIA_IS_DOCUMENT (self), NULL);

  return private_of (self)->key;
}

/**
 * sedia_document_set_key:
 * @self: a document being typed
 * @key: the key of the draft that is opened
 *
 * Another window may have the same draft open: both book it with the same key.
 */
void
sedia_document_set_key (SediaDocument *self,
                        const char    *key)
{
  g_return_if_fail (SEDIA_IS_DOCUMENT (self));
  g_return_if_fail (key != NULL);

  sedia_document_take_text (&private_of (self)->key, key);
}

/**
 * sedia_document_changed: Tells that something was typed.
 */
void
sedia_document_changed (SediaDocument *self)
{
  g_return_if_fail (SEDIA_IS_DOCUMENT (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * sedia_document_clear: Starts the next one.
 */
void
sedia_document_clear (SediaDocument *self)
{
  SediaDocumentPrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_DOCUMENT (self));

  g_free (priv->key);
  priv->key = g_uuid_string_random ();
  SEDIA_DOCUMENT_GET_CLASS (self)->clear (self);
  sedia_typed_lines_clear (priv->lines); /* tells of the change */
}

/**
 * sedia_document_is_empty: Whether there is nothing a draft would have to keep.
 */
gboolean
sedia_document_is_empty (SediaDocument *self)
{
  g_return_val_if_fail (SEDIA_IS_DOCUMENT (self), TRUE);

  return sedia_typed_lines_get_n (private_of (self)->lines) == 0 &&
         SEDIA_DOCUMENT_GET_CLASS (self)->is_empty (self);
}

/* ---- as a draft */

static char *
dup_content (SediaDocument *self)
{
  SediaDocumentPrivate *priv = private_of (self);
  g_autoptr (SediaDraftText) text = sedia_draft_text_new ();

  sedia_document_take_text (&text->key, priv->key);
  SEDIA_DOCUMENT_GET_CLASS (self)->write_head (self, text);

  for (guint i = 0; i < sedia_typed_lines_get_n (priv->lines); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (priv->lines, i);
      const SediaProduct *product = sedia_typed_line_get_product (line);
      SediaDraftLine *kept;

      kept = sedia_draft_text_add (text, product != NULL ? product->id : 0,
                                   sedia_typed_line_get_code (line),
                                   sedia_typed_line_get_typed (line),
                                   sedia_typed_line_get_amount (line));
      sedia_line_terms_set (&kept->terms, sedia_typed_line_get_terms (line));
    }

  return sedia_draft_text_write (text);
}

/**
 * sedia_document_dup_note:
 * @self: a document being typed
 * @draft_id: the draft it is kept in, 0 for one that was never saved
 *
 * Returns: (transfer full): what is written of it
 */
SediaDraftNote *
sedia_document_dup_note (SediaDocument *self,
                         gint64         draft_id)
{
  SediaDocumentClass *klass = SEDIA_DOCUMENT_GET_CLASS (self);
  SediaDraftNote *note = g_new0 (SediaDraftNote, 1);

  note->draft_id = draft_id;
  note->kind = klass->draft_kind;
  note->who = g_strdup (klass->get_who (self));
  note->number = g_strdup (klass->get_number != NULL ? klass->get_number (self) : "");
  note->lines = sedia_typed_lines_get_n (private_of (self)->lines);
  note->content = dup_content (self);

  return note;
}

/* What was typed may read differently in another locale: then what it came to is shown instead. */
static SediaTypedLine *
restore_known (const SediaDraftLine *line,
               const SediaProduct   *product)
{
  SediaNumberForm form = { sedia_number_form_of_locale ().decimal, 0 };
  SediaTypedLine *typed = sedia_typed_line_new (sedia_product_copy (product), line->typed);
  g_autofree char *amount = NULL;

  if (line->amount <= 0 || sedia_typed_line_get_amount (typed) == line->amount)
    return typed;

  amount = sedia_number_format (line->amount, product->decimals, form);
  sedia_typed_line_set_typed (typed, amount);

  return typed;
}

/**
 * sedia_document_restore:
 * @self: a document being typed; what it held is dropped
 * @opened: a draft
 *
 * Puts everything back where it was.
 */
void
sedia_document_restore (SediaDocument          *self,
                        const SediaOpenedDraft *opened)
{
  const SediaDraftText *text;

  g_return_if_fail (SEDIA_IS_DOCUMENT (self));
  g_return_if_fail (opened != NULL);

  text = opened->text;
  sedia_document_clear (self);
  if (*text->key != '\0')
    sedia_document_set_key (self, text->key);
  SEDIA_DOCUMENT_GET_CLASS (self)->read_head (self, text);

  for (guint i = 0; i < text->lines->len; i++)
    {
      const SediaDraftLine *line = g_ptr_array_index (text->lines, i);
      const SediaProduct *product = g_ptr_array_index (opened->products, i);
      g_autoptr (SediaTypedLine) typed = NULL;

      if (product != NULL)
        typed = restore_known (line, product);
      else
        typed = sedia_typed_line_new_unknown (line->code != NULL ? line->code : "?", line->typed);
      sedia_typed_line_set_terms (typed, &line->terms);
      sedia_typed_lines_add (private_of (self)->lines, typed);
    }
}

/**
 * sedia_document_take_text:
 * @text: (inout): what stands there, never NULL
 * @value: (nullable): what was typed
 *
 * Returns: whether that is something else
 */
gboolean
sedia_document_take_text (char       **text,
                          const char  *value)
{
  if (value == NULL)
    value = "";
  if (g_str_equal (*text, value))
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);

  return TRUE;
}
