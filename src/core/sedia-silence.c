/* What silence means: how long a shop may take an offer to cancel without an answer for "wait". */
#include "config.h"

#include "sedia-clock.h"

#define FTC_SHORT_DELAY 30 /* days */

/**
 * sedia_silence_to_string: The preset as the database keeps it: `never` or `ftc`.
 */
const char *
sedia_silence_to_string (SediaSilence silence)
{
  return silence == SEDIA_SILENCE_FTC ? "ftc" : "never";
}

/**
 * sedia_silence_from_string: The reverse; FALSE, and `never`, when it is neither.
 */
gboolean
sedia_silence_from_string (const char   *text,
                           SediaSilence *silence)
{
  *silence = g_strcmp0 (text, "ftc") == 0 ? SEDIA_SILENCE_FTC : SEDIA_SILENCE_NEVER;
  return g_strcmp0 (text, sedia_silence_to_string (*silence)) == 0;
}

/**
 * sedia_silence_means:
 * @silence: the preset the shop chose
 * @n_offers: how many offers to cancel the customer had, this one with them; 0 for none
 * @delay_days: calendar days from the day first promised to the day the offer told, negative when
 * it could tell none
 * @is_past_told_day: whether the day the offer told has passed
 *
 * Rule 5: what an offer to cancel comes to when nobody answers it. For the shop's own rule silence
 * never is an answer.
 *
 * The other preset is the Mail, Internet, or Telephone Order Merchandise Rule of the US Federal
 * Trade Commission, 16 CFR 435.2:
 *
 * - A first offer with a definite day at most 30 days later: silence is consent, (b)(1)(ii), but
 *   only until that day, (c)(3).
 * - A first offer with a later day or with none: the order is cancelled unless the buyer agrees,
 *   (b)(1)(iii) and (c)(2).
 * - A renewed offer: silence rejects any further delay, (b)(2)(ii) and (c)(3).
 *
 * When an order that is cancelled like this ends is the caller's to work out: 30 days after the day
 * first promised, or once the day told before the renewed offer has passed; and only when nothing
 * was shipped until then. How fast the refund must be says 435.1(b).
 *
 * Returns: what to make of it
 */
SediaSilenceMeaning
sedia_silence_means (SediaSilence silence,
                     guint        n_offers,
                     int          delay_days,
                     gboolean     is_past_told_day)
{
  gboolean is_short = delay_days >= 0 && delay_days <= FTC_SHORT_DELAY;

  if (silence == SEDIA_SILENCE_NEVER || n_offers == 0)
    return SEDIA_SILENCE_ASKS;

  if (n_offers == 1 && is_short && !is_past_told_day)
    return SEDIA_SILENCE_WAITS;

  return SEDIA_SILENCE_CANCELS;
}
