/* How good something is by what was measured, and whether too little is known to say so.
 *
 *   2 of 40 came late        good: 5 of 100
 *   2 of 3 came late         unknown: three say nothing yet
 *
 * A share is two whole numbers, never a fraction: nothing by nothing is a share too, and says
 * nothing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaGrade:
 * @SEDIA_GRADE_UNKNOWN: not enough history
 * @SEDIA_GRADE_GOOD: good
 * @SEDIA_GRADE_FAIR: not good, not bad either
 * @SEDIA_GRADE_POOR: bad
 */
typedef enum
{
  SEDIA_GRADE_UNKNOWN,
  SEDIA_GRADE_GOOD,
  SEDIA_GRADE_FAIR,
  SEDIA_GRADE_POOR,
} SediaGrade;

/**
 * SediaShare:
 * @n: how many were looked at
 * @hits: how many of them were so; at most @n
 */
typedef struct
{
  guint n;
  guint hits;
} SediaShare;

/**
 * SediaTrend:
 * @SEDIA_TREND_UNKNOWN: too little is known of then or of now
 * @SEDIA_TREND_BETTER: better than before
 * @SEDIA_TREND_SAME: as before
 * @SEDIA_TREND_WORSE: worse than before
 */
typedef enum
{
  SEDIA_TREND_UNKNOWN,
  SEDIA_TREND_BETTER,
  SEDIA_TREND_SAME,
  SEDIA_TREND_WORSE,
} SediaTrend;

/**
 * SediaGradeRule:
 * @least: with fewer than so many nothing is said
 * @good: so many of 100 and more are good
 * @fair: so many of 100 and more are fair
 */
typedef struct
{
  guint least;
  guint good;
  guint fair;
} SediaGradeRule;

guint sedia_share_percent (const SediaShare *share);
SediaShare sedia_share_rest (const SediaShare *share);
SediaGrade sedia_grade_of (const SediaShare *share, const SediaGradeRule *rule);
SediaTrend sedia_trend_of (const SediaShare *before, const SediaShare *now, guint least);
const char *sedia_grade_to_string (SediaGrade grade);
const char *sedia_grade_label (SediaGrade grade);
const char *sedia_grade_icon (SediaGrade grade);
const char *sedia_trend_to_string (SediaTrend trend);
const char *sedia_trend_label (SediaTrend trend);

G_END_DECLS
