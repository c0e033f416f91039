/* How phone numbers are made, country by country. Part of sedia-phone.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaPhonePlan:
 * @country: ISO 3166 code
 * @code: calling code
 * @trunk: dialled before a number within the country, and not a part of it; "" for nothing
 * @shortest: digits of a number without calling code and trunk
 * @longest: and at most
 */
typedef struct
{
  char country[3];
  char code[4];
  char trunk[3];
  guint8 shortest;
  guint8 longest;
} SediaPhonePlan;

const SediaPhonePlan *sedia_phone_plan_of_country (const char *country);
const SediaPhonePlan *sedia_phone_plan_of_number (const char *digits);

G_END_DECLS
