/* The headers of a file in the form they are compared in. Private to the core. */
#pragma once

#include "sedia-columns.h"

G_BEGIN_DECLS

/**
 * SediaHeaderKeys:
 * @whole: the letters and digits of each header
 * @bare: the same without what stands in brackets
 *
 * All headers of a file.
 */
typedef struct
{
  GPtrArray *whole;
  GPtrArray *bare;
} SediaHeaderKeys;

char *sedia_header_dup_key (const char *header,
                            gboolean    with_brackets);
void sedia_header_keys_init (SediaHeaderKeys   *keys,
                             const char *const *headers,
                             guint              n_columns);
void sedia_header_keys_clear (SediaHeaderKeys *keys);
int sedia_header_keys_find (const SediaHeaderKeys *keys,
                            const char            *word,
                            const SediaColumns    *columns);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaHeaderKeys, sedia_header_keys_clear)

G_END_DECLS
