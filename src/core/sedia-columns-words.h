/* The words by which sedia-columns.c knows a column: data only. */
#pragma once

#include "sedia-columns.h"

G_BEGIN_DECLS

#define SEDIA_KIND(kind) (1u << SEDIA_IMPORT_##kind)

/**
 * SediaColumnWords:
 * @field: the field
 * @kinds: in which kinds of files, a set of SEDIA_KIND()
 * @words: headers in order of preference: lower case letters and digits only, parted by blanks
 * @condition: (nullable): a header that must also be there, or must not with a "!" before it
 *
 * Some headers that mean a field. Entries that come first win.
 */
typedef struct
{
  SediaField field;
  guint kinds;
  const char *words;
  const char *condition;
} SediaColumnWords;

extern const SediaColumnWords sedia_column_words[];
extern const guint sedia_n_column_words;

G_END_DECLS
