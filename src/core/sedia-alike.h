/* Whether two customers may be the same person: by phone, or by name.
 *
 *   Ibu Siti Rahma    siti rahmah    RAHMA, SITI    Siti Rachma       may all be one
 *
 * It is a suspicion, to be looked at by a person: nothing is decided by it.
 *
 * A key is what a person is recognised by. Comparing two keys is all there is to the names; for a
 * look-up among many, sedia_alike_probes() says which keys can be alike at all.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaAlike:
 * @SEDIA_ALIKE_SIMILAR_NAME: the names differ in one letter
 * @SEDIA_ALIKE_SAME_NAME: the same name, whatever the case, the spelling, the title, the order
 * @SEDIA_ALIKE_SAME_PHONE: the same phone, however it is written
 *
 * Why two customers may be one; flags. A greater value is the stronger reason.
 */
typedef enum
{
  SEDIA_ALIKE_SIMILAR_NAME = 1 << 0,
  SEDIA_ALIKE_SAME_NAME = 1 << 1,
  SEDIA_ALIKE_SAME_PHONE = 1 << 2,
} SediaAlike;

/**
 * SediaAlikeKey:
 * @phone: the digits of the phone number, without zeros in front; "" for none
 * @sorted: the words of the name, folded, in order of the alphabet, without blanks between
 * @joined: the same in their own order; "" when there is no letter in the name
 *
 * What a person is recognised by.
 */
typedef struct
{
  char *phone;
  char *sorted;
  char *joined;
} SediaAlikeKey;

/**
 * SediaAlikeProbe:
 * @is_tail: @part is the second half of a name, not the first
 * @length: letters of the whole name
 * @part: half a name; the first half is the shorter one
 *
 * Names of that length with that half are to be compared.
 */
typedef struct
{
  gboolean is_tail;
  guint length;
  char *part;
} SediaAlikeProbe;

SediaAlikeKey *sedia_alike_key_new (const char *name, const char *phone);
void sedia_alike_key_free (SediaAlikeKey *key);
SediaAlike sedia_alike_names (const SediaAlikeKey *a, const SediaAlikeKey *b);
SediaAlike sedia_alike_joined (const char *a, const char *b);
GArray *sedia_alike_probes (const SediaAlikeKey *key);
char *sedia_alike_words (SediaAlike alike);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaAlikeKey, sedia_alike_key_free)

G_END_DECLS
