/* Shares, and how good they are: see sedia-grade.h. */
#include "config.h"

#include "sedia-grade.h"

#include <glib/gi18n.h>

/* Shares of a few dozen move by some points by chance alone; a smaller change is none. */
#define POINTS_TO_MOVE 5

/**
 * sedia_share_percent: How many of 100, rounded to the nearest; 0 of nothing.
 */
guint
sedia_share_percent (const SediaShare *share)
{
  g_return_val_if_fail (share != NULL && share->hits <= share->n, 0);

  if (share->n == 0)
    return 0;

  return (guint) (((guint64) share->hits * 200 + share->n) / (2 * (guint64) share->n));
}

/**
 * sedia_share_rest: The share of those that were not so.
 */
SediaShare
sedia_share_rest (const SediaShare *share)
{
  return (SediaShare) { share->n, share->n - share->hits };
}

/**
 * sedia_grade_of:
 * @share: of which the hits are what is wanted
 * @rule: what is good and what is fair
 *
 * Compared exactly: 9 of 10 are 90 of 100, 89 of 99 are not.
 *
 * Returns: the grade
 */
SediaGrade
sedia_grade_of (const SediaShare     *share,
                const SediaGradeRule *rule)
{
  g_return_val_if_fail (share != NULL && rule != NULL && share->hits <= share->n,
                        SEDIA_GRADE_UNKNOWN);

  if (share->n < MAX (rule->least, 1))
    return SEDIA_GRADE_UNKNOWN;
  if ((guint64) share->hits * 100 >= (guint64) share->n * rule->good)
    return SEDIA_GRADE_GOOD;

  return (guint64) share->hits * 100 >= (guint64) share->n * rule->fair ? SEDIA_GRADE_FAIR
                                                                        : SEDIA_GRADE_POOR;
}

/**
 * sedia_trend_of:
 * @before: the share then
 * @now: the share now
 * @least: with fewer than so many, then or now, nothing is said
 *
 * Returns: where it goes
 */
SediaTrend
sedia_trend_of (const SediaShare *before,
                const SediaShare *now,
                guint             least)
{
  int change;

  if (before->n < MAX (least, 1) || now->n < MAX (least, 1))
    return SEDIA_TREND_UNKNOWN;

  change = (int) sedia_share_percent (now) - (int) sedia_share_percent (before);
  if (ABS (change) < POINTS_TO_MOVE)
    return SEDIA_TREND_SAME;

  return change > 0 ? SEDIA_TREND_BETTER : SEDIA_TREND_WORSE;
}

/**
 * sedia_grade_to_string: The grade as other programs read it.
 */
const char *
sedia_grade_to_string (SediaGrade grade)
{
  static const char *const grades[] = { "unknown", "good", "fair", "poor" };

  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (grades), NULL);

  return grades[grade];
}

/**
 * sedia_grade_label: The grade in the user's words.
 */
const char *
sedia_grade_label (SediaGrade grade)
{
  switch (grade)
    {
    case SEDIA_GRADE_UNKNOWN:
      /* Translators: a grade; too little is known to give one */
      return C_("grade", "Too little known");
    case SEDIA_GRADE_GOOD:
      return C_("grade", "Good");
    case SEDIA_GRADE_FAIR:
      return C_("grade", "Fair");
    case SEDIA_GRADE_POOR:
      return C_("grade", "Poor");
    }

  g_assert_not_reached ();
}

/**
 * sedia_grade_icon: The picture beside the word.
 */
const char *
sedia_grade_icon (SediaGrade grade)
{
  static const char *const icons[] = {
    [SEDIA_GRADE_UNKNOWN] = "dialog-question-symbolic",
    [SEDIA_GRADE_GOOD] = "object-select-symbolic",
    [SEDIA_GRADE_FAIR] = "dialog-information-symbolic",
    [SEDIA_GRADE_POOR] = "dialog-warning-symbolic",
  };

  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (icons), NULL);

  return icons[grade];
}

/**
 * sedia_trend_to_string: The trend as other programs read it.
 */
const char *
sedia_trend_to_string (SediaTrend trend)
{
  static const char *const trends[] = { "unknown", "better", "same", "worse" };

  g_return_val_if_fail ((guint) trend < G_N_ELEMENTS (trends), NULL);

  return trends[trend];
}

/**
 * sedia_trend_label: The trend in the user's words, against the time before.
 */
const char *
sedia_trend_label (SediaTrend trend)
{
  switch (trend)
    {
    case SEDIA_TREND_UNKNOWN:
      return C_("trend", "nothing to compare it with yet");
    case SEDIA_TREND_BETTER:
      return C_("trend", "better than the 13 weeks before");
    case SEDIA_TREND_SAME:
      return C_("trend", "as in the 13 weeks before");
    case SEDIA_TREND_WORSE:
      return C_("trend", "worse than the 13 weeks before");
    }

  g_assert_not_reached ();
}
