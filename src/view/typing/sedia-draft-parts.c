/* The lines of a draft: as typed, with the names that products have today. */
#include "config.h"

#include "sedia-draft-parts.h"

#include "sedia-format.h"
#include "sedia-part.h"

static SediaPart *
part_new (SediaDb              *db,
          const SediaDraftLine *line)
{
  g_autoptr (SediaProduct) product = NULL;
  g_autofree char *value = NULL;

  if (line->product_id != 0)
    product = sedia_product_read (db, line->product_id, NULL);
  if (line->amount > 0 && product != NULL)
    value = sedia_format_amount_markup (line->amount, product->decimals, product->unit);

  return sedia_part_new (&(SediaPartText) {
                           .title = product != NULL ? product->name : line->code,
                           .value = value,
                         });
}

/**
 * sedia_draft_parts_read:
 * @db: a connection
 * @text: what was typed
 *
 * Returns: (transfer full) (element-type SediaPart): its lines
 */
GPtrArray *
sedia_draft_parts_read (SediaDb              *db,
                        const SediaDraftText *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < text->lines->len; i++)
    g_ptr_array_add (parts, part_new (db, g_ptr_array_index (text->lines, i)));

  return parts;
}
