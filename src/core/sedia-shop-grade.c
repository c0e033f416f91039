/* How well the shop predicts and works: see sedia-shop-grade.h. */
#include "config.h"

#include "sedia-shop-grade.h"

/* What a shop does many times a day is known after ten; what it does now and then after five. */
#define OFTEN 10
#define SELDOM 5

/* One clerk can catch up with two late customers a week beside the day's work; with seven, one each
 * day, somebody is always waiting. */
#define LATE_GOOD 2
#define LATE_FAIR 7

/* Demand of half of what is asked for is worth foreseeing; no shop foresees all of it. What people
 * promise, note and count is in their own hands. */
static const SediaGradeRule rules[SEDIA_N_SHOP_PARTS] = {
  [SEDIA_SHOP_DEMAND] = { SELDOM, 70, 50 },
  [SEDIA_SHOP_SUPPLIERS] = { SELDOM, 90, 75 },
  [SEDIA_SHOP_PROMISES] = { SELDOM, 90, 75 },
  [SEDIA_SHOP_TOLD] = { OFTEN, 90, 75 },
  [SEDIA_SHOP_OFFERS] = { SELDOM, 80, 50 },
  [SEDIA_SHOP_COUNTS] = { SELDOM, 90, 70 },
  [SEDIA_SHOP_ENTERED] = { OFTEN, 95, 80 },
};

static const SediaShopStep steps[SEDIA_N_SHOP_PARTS] = {
  [SEDIA_SHOP_DEMAND] = SEDIA_SHOP_STEP_STOCK,
  [SEDIA_SHOP_SUPPLIERS] = SEDIA_SHOP_STEP_SUPPLIERS,
  [SEDIA_SHOP_PROMISES] = SEDIA_SHOP_STEP_WAITING,
  [SEDIA_SHOP_TOLD] = SEDIA_SHOP_STEP_CUSTOMERS,
  [SEDIA_SHOP_OFFERS] = SEDIA_SHOP_STEP_CUSTOMERS,
  [SEDIA_SHOP_COUNTS] = SEDIA_SHOP_STEP_STOCK,
  [SEDIA_SHOP_ENTERED] = SEDIA_SHOP_STEP_DELIVERIES,
  [SEDIA_SHOP_PEOPLE] = SEDIA_SHOP_STEP_WAITING,
};

/**
 * sedia_shop_part_question: Which of the two questions a part answers.
 */
SediaShopQuestion
sedia_shop_part_question (SediaShopPart part)
{
  return part <= SEDIA_SHOP_SUPPLIERS ? SEDIA_SHOP_CAN_PREDICT : SEDIA_SHOP_WORKS_WELL;
}

/**
 * sedia_shop_late_a_week: How many heard too late in a week, rounded up.
 */
guint
sedia_shop_late_a_week (const SediaShare *told)
{
  const guint late = told->n - told->hits;

  return late / SEDIA_SHOP_WEEKS + (late % SEDIA_SHOP_WEEKS > 0);
}

static SediaGrade
grade_people (const SediaShopNumbers *numbers)
{
  const SediaShare *told = &numbers->now[SEDIA_SHOP_TOLD];
  const guint late = sedia_shop_late_a_week (told);

  if (told->n < OFTEN || numbers->people == 0)
    return SEDIA_GRADE_UNKNOWN;
  if (late <= LATE_GOOD * numbers->people)
    return SEDIA_GRADE_GOOD;

  return late <= LATE_FAIR * numbers->people ? SEDIA_GRADE_FAIR : SEDIA_GRADE_POOR;
}

/**
 * sedia_shop_grade:
 * @numbers: what was measured
 * @part: of which part
 *
 * Returns: how good it is, where it goes, and where the next step is done
 */
SediaShopGrade
sedia_shop_grade (const SediaShopNumbers *numbers,
                  SediaShopPart           part)
{
  const SediaShopPart measured = part == SEDIA_SHOP_PEOPLE ? SEDIA_SHOP_TOLD : part;
  SediaShopGrade grade;

  g_return_val_if_fail ((guint) part < SEDIA_N_SHOP_PARTS, (SediaShopGrade) { 0 });

  grade.grade = part == SEDIA_SHOP_PEOPLE ? grade_people (numbers)
                                          : sedia_grade_of (&numbers->now[part], &rules[part]);
  grade.trend = sedia_trend_of (&numbers->before[measured], &numbers->now[measured],
                                rules[measured].least);
  grade.step = grade.grade != SEDIA_GRADE_GOOD ? steps[part] : SEDIA_SHOP_STEP_NONE;

  return grade;
}

/**
 * sedia_shop_answer:
 * @numbers: what was measured
 * @question: one of the two questions
 *
 * A chain is as strong as its weakest link; where less than half of the parts is known there is no
 * answer.
 *
 * Returns: the worst grade that is known
 */
SediaGrade
sedia_shop_answer (const SediaShopNumbers *numbers,
                   SediaShopQuestion       question)
{
  SediaGrade answer = SEDIA_GRADE_UNKNOWN;
  guint n = 0, n_known = 0;

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    if (sedia_shop_part_question ((SediaShopPart) i) == question)
      {
        const SediaGrade grade = sedia_shop_grade (numbers, (SediaShopPart) i).grade;

        n++;
        n_known += grade != SEDIA_GRADE_UNKNOWN;
        answer = MAX (answer, grade);
      }

  return 2 * n_known >= n ? answer : SEDIA_GRADE_UNKNOWN;
}

/**
 * sedia_shop_part_to_string: The part as other programs read it.
 */
const char *
sedia_shop_part_to_string (SediaShopPart part)
{
  static const char *const parts[] = { "demand", "suppliers", "promises", "told",
                                       "offers", "counts",    "entered",  "people" };

  g_return_val_if_fail ((guint) part < G_N_ELEMENTS (parts), NULL);

  return parts[part];
}
