/* Jobs of typing a document. They run on the store's threads and touch no widget. */
#include "config.h"

#include "sedia-draft-jobs.h"

#define MAX_COMPLETIONS 8

/**
 * sedia_found_product_free:
 * @self: (transfer full) (nullable): an answer
 *
 * Frees it.
 */
void
sedia_found_product_free (SediaFoundProduct *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_clear_pointer (&self->product, sedia_product_free);
  g_free (self);
}

/**
 * sedia_draft_note_free:
 * @self: (transfer full) (nullable): what was to be written
 *
 * Frees it.
 */
void
sedia_draft_note_free (SediaDraftNote *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->number);
  g_free (self->content);
  g_free (self);
}

/**
 * sedia_opened_draft_free:
 * @self: (transfer full) (nullable): a draft that was read
 *
 * Frees it.
 */
void
sedia_opened_draft_free (SediaOpenedDraft *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->draft, sedia_draft_free);
  g_clear_pointer (&self->text, sedia_draft_text_free);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_free (self);
}

/**
 * sedia_id_new:
 * @id: an id
 *
 * Returns: (transfer full): @id as the argument of a job; free it with g_free()
 */
gint64 *
sedia_id_new (gint64 id)
{
  gint64 *boxed = g_new (gint64, 1);

  *boxed = id;
  return boxed;
}

gpointer
sedia_product_find_job (SediaDb   *db,
                        gpointer   code,
                        GError   **error)
{
  g_autoptr (SediaFoundProduct) found = g_new0 (SediaFoundProduct, 1);
  gint64 product_id = 0;

  found->code = g_strdup (code);
  if (!sedia_product_find (db, code, &product_id, error))
    return NULL;
  if (product_id != 0 && !(found->product = sedia_product_read (db, product_id, error)))
    return NULL;

  return g_steal_pointer (&found);
}

gpointer
sedia_product_complete_job (SediaDb   *db,
                            gpointer   typed,
                            GError   **error)
{
  return sedia_product_complete (db, typed, MAX_COMPLETIONS, error);
}

gpointer
sedia_draft_last_job (SediaDb   *db,
                      gpointer   kind,
                      GError   **error)
{
  g_autoptr (GError) problem = NULL;
  SediaDraft *draft = sedia_draft_last (db, (SediaDraftKind) GPOINTER_TO_INT (kind), &problem);

  if (draft == NULL && problem == NULL)
    return g_new0 (SediaDraft, 1);
  if (draft == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return draft;
}

/* The products of the draft's lines, read now: names and balances may have changed since. */
static GPtrArray *
read_products (SediaDb              *db,
               const SediaDraftText *text)
{
  g_autoptr (GPtrArray) products =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_product_free);

  for (guint i = 0; i < text->lines->len; i++)
    {
      const SediaDraftLine *line = g_ptr_array_index (text->lines, i);
      SediaProduct *product = NULL;

      if (line->product_id != 0)
        product = sedia_product_read (db, line->product_id, NULL);
      g_ptr_array_add (products, product);
    }

  return g_steal_pointer (&products);
}

gpointer
sedia_draft_open_job (SediaDb   *db,
                      gpointer   draft_id,
                      GError   **error)
{
  g_autoptr (SediaOpenedDraft) opened = g_new0 (SediaOpenedDraft, 1);

  if (!(opened->draft = sedia_draft_read (db, *(const gint64 *) draft_id, error)) ||
      !(opened->text = sedia_draft_text_read (opened->draft->content, error)))
    return NULL;

  opened->products = read_products (db, opened->text);
  return g_steal_pointer (&opened);
}

gpointer
sedia_draft_save_job (SediaDb   *db,
                      gpointer   note,
                      GError   **error)
{
  const SediaDraftNote *draft = note;
  g_autofree gint64 *draft_id = sedia_id_new (draft->draft_id);

  if (!sedia_draft_save (db, draft_id, draft->kind, draft->who, draft->number, draft->lines,
                         draft->content, error))
    return NULL;

  return g_steal_pointer (&draft_id);
}

gpointer
sedia_draft_discard_job (SediaDb   *db,
                         gpointer   draft_id,
                         GError   **error)
{
  return sedia_draft_discard (db, *(const gint64 *) draft_id, error) ? SEDIA_DONE : NULL;
}
