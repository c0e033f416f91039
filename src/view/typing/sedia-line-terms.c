/* Terms of a line: see sedia-line-terms.h. */
#include "config.h"

#include "sedia-line-terms.h"

/**
 * sedia_line_terms_is_none: Whether nothing is agreed, as in every line that is no purchase's.
 */
gboolean
sedia_line_terms_is_none (const SediaLineTerms *self)
{
  return self->line_id == 0 && self->price == SEDIA_NO_AMOUNT && self->expected == SEDIA_NO_DAY &&
         self->order_line_id == 0;
}

/**
 * sedia_line_terms_set:
 * @self: terms
 * @terms: what they shall be
 */
void
sedia_line_terms_set (SediaLineTerms       *self,
                      const SediaLineTerms *terms)
{
  char *whom = g_strdup (terms->whom);

  g_free (self->whom);
  *self = *terms;
  self->whom = whom;
}

/**
 * sedia_line_terms_clear: Frees what the terms hold; nothing is agreed then.
 */
void
sedia_line_terms_clear (SediaLineTerms *self)
{
  g_free (self->whom);
  *self = (SediaLineTerms) SEDIA_NO_TERMS;
}
