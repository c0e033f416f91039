/* Phone numbers as people write them, and the one number they mean.
 *
 *   0812-3456-7890   62 812 3456 7890   WA: +62 (0)812.3456.7890       all are +6281234567890
 *
 * A number without a calling code is one of the shop's country. What is said here rests on the
 * plans of the countries (how a calling code and a trunk prefix are dialled, how long a number can
 * be): whether a number exists only its operator knows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaPhoneState:
 * @SEDIA_PHONE_OK: can be dialled from anywhere
 * @SEDIA_PHONE_SEVERAL: there are several numbers; the first can be dialled
 * @SEDIA_PHONE_NONE: nothing was typed
 * @SEDIA_PHONE_NO_NUMBER: words, or digits between words
 * @SEDIA_PHONE_TOO_SHORT: no number of its country is so short
 * @SEDIA_PHONE_TOO_LONG: no number of its country is so long
 * @SEDIA_PHONE_NO_COUNTRY: no country has this calling code
 *
 * What can be said of what was typed as a phone number. The last four are impossible.
 */
typedef enum
{
  SEDIA_PHONE_OK,
  SEDIA_PHONE_SEVERAL,
  SEDIA_PHONE_NONE,
  SEDIA_PHONE_NO_NUMBER,
  SEDIA_PHONE_TOO_SHORT,
  SEDIA_PHONE_TOO_LONG,
  SEDIA_PHONE_NO_COUNTRY,
} SediaPhoneState;

SediaPhoneState sedia_phone_read (const char *typed, const char *country, char **international);
const char *sedia_phone_problem (SediaPhoneState state);
gboolean sedia_phone_same (const char *a, const char *b, const char *country);
char *sedia_phone_digits (const char *typed);
gboolean sedia_phone_is_country (const char *country);

/* How many digits at the end two spellings of one number have in common: a look-up by these finds
 * all that sedia_phone_same() calls the same. */
#define SEDIA_PHONE_TAIL 7

G_END_DECLS
