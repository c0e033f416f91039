/* Does a backorder suit the shop? Two questions, each with its parts, by what was measured of the
 * last 13 weeks and of the 13 before.
 *
 *   can we predict our demand?           demand  suppliers
 *   is our way of working good enough?   promises  told  offers  counts  entered  people
 */
#pragma once

#include "sedia-grade.h"

G_BEGIN_DECLS

#define SEDIA_SHOP_WEEKS 13

/**
 * SediaShopPart:
 * @SEDIA_SHOP_DEMAND: demand that is foreseen better than by "as last week"
 * @SEDIA_SHOP_SUPPLIERS: deliveries on time
 * @SEDIA_SHOP_PROMISES: days that were promised and kept
 * @SEDIA_SHOP_TOLD: customers who heard in time
 * @SEDIA_SHOP_OFFERS: offers to cancel that were answered
 * @SEDIA_SHOP_COUNTS: counts that found what the book said
 * @SEDIA_SHOP_ENTERED: work that was entered on its day
 * @SEDIA_SHOP_PEOPLE: whether there are enough people for it
 */
typedef enum
{
  SEDIA_SHOP_DEMAND,
  SEDIA_SHOP_SUPPLIERS,
  SEDIA_SHOP_PROMISES,
  SEDIA_SHOP_TOLD,
  SEDIA_SHOP_OFFERS,
  SEDIA_SHOP_COUNTS,
  SEDIA_SHOP_ENTERED,
  SEDIA_SHOP_PEOPLE,
  SEDIA_N_SHOP_PARTS,
} SediaShopPart;

typedef enum
{
  SEDIA_SHOP_CAN_PREDICT,
  SEDIA_SHOP_WORKS_WELL,
  SEDIA_N_SHOP_QUESTIONS,
} SediaShopQuestion;

/**
 * SediaShopStep: Where the next step of a part is done.
 */
typedef enum
{
  SEDIA_SHOP_STEP_NONE,
  SEDIA_SHOP_STEP_STOCK,
  SEDIA_SHOP_STEP_SUPPLIERS,
  SEDIA_SHOP_STEP_WAITING,
  SEDIA_SHOP_STEP_CUSTOMERS,
  SEDIA_SHOP_STEP_DELIVERIES,
} SediaShopStep;

/**
 * SediaShopNumbers:
 * @now: what was measured of each part in the last 13 weeks: how many, and how many of them well
 * @before: the same of the 13 weeks before
 * @people: who did anything worth counting in the last 13 weeks
 *
 * Of %SEDIA_SHOP_PEOPLE nothing is measured: it follows from who was told late.
 */
typedef struct
{
  SediaShare now[SEDIA_N_SHOP_PARTS];
  SediaShare before[SEDIA_N_SHOP_PARTS];
  guint people;
} SediaShopNumbers;

/**
 * SediaShopGrade:
 * @grade: how good it is
 * @trend: where it goes
 * @step: where the next step is done
 */
typedef struct
{
  SediaGrade grade;
  SediaTrend trend;
  SediaShopStep step;
} SediaShopGrade;

SediaShopQuestion sedia_shop_part_question (SediaShopPart part);
SediaShopGrade sedia_shop_grade (const SediaShopNumbers *numbers, SediaShopPart part);
SediaGrade sedia_shop_answer (const SediaShopNumbers *numbers, SediaShopQuestion question);
guint sedia_shop_late_a_week (const SediaShare *told);

const char *sedia_shop_part_to_string (SediaShopPart part);
/* ---- in words (sedia-shop-grade-wording.c) */
const char *sedia_shop_question_label (SediaShopQuestion question);
const char *sedia_shop_answer_label (SediaGrade answer);
const char *sedia_shop_part_label (SediaShopPart part);
char *sedia_shop_part_sentence (const SediaShopNumbers *numbers, SediaShopPart part);
/* What to do next; the same where nothing need be done. */
const char *sedia_shop_step_sentence (SediaShopPart part, const SediaShopGrade *grade);

G_END_DECLS
