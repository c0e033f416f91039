/* The verdict on letting customers wait for a product: see sedia-verdict.h. */
#include "config.h"

#include "sedia-verdict.h"

#include "sedia-number.h"

#define DAYS_A_WEEK 7

/* With fewer weeks the error of a forecast is chance; it is what rolling origin gives at least. */
#define LEAST_FORECASTS 5
/* A tenth less wrong than "as last week" is worth acting on; below that, one bad week undoes it. */
#define ERROR_GOOD 900
#define ERROR_FAIR 1000

/* Of five, one more or less moves a share by 20 of 100: with fewer it says nothing. Counts are rare
 * and each is a fact of its own, so three are enough. */
#define LEAST 5
#define LEAST_COUNTS 3

/* One late delivery in ten is bad luck, more than one in four a habit. Customers forgive a promise
 * that is broken once in ten times. One in twenty cancels whatever the shop does. */
static const SediaGradeRule rules[SEDIA_N_VERDICT_REASONS] = {
  [SEDIA_VERDICT_SUPPLIER] = { LEAST, 90, 75 },
  [SEDIA_VERDICT_PROMISES] = { LEAST, 90, 75 },
  [SEDIA_VERDICT_CANCELLED] = { LEAST, 95, 80 },
  [SEDIA_VERDICT_COUNTS] = { LEAST_COUNTS, 90, 70 },
};

/* A shop looks at what to order once a week: so long may pass before it is ordered at all. */
#define REVIEW_DAYS 7
#define MOST_WAIT 3650

/* Half the price is what people do not leave behind; a quarter reminds them. */
#define DEPOSIT_POOR 50
#define DEPOSIT_FAIR 25

/**
 * sedia_backorder_terms_of:
 * @product: a product
 * @terms: (out): on what terms customers may wait for it now
 */
void
sedia_backorder_terms_of (const SediaProduct  *product,
                          SediaBackorderTerms *terms)
{
  *terms = (SediaBackorderTerms) { product->backorder, product->backorder_limit,
                                   product->backorder_wait, product->backorder_deposit };
}

/**
 * sedia_backorder_terms_equal: Whether both come to the same.
 */
gboolean
sedia_backorder_terms_equal (const SediaBackorderTerms *a,
                             const SediaBackorderTerms *b)
{
  if (a->policy != b->policy)
    return FALSE;

  /* Where nobody may wait, nobody asks how long. */
  return a->policy == SEDIA_BACKORDER_REFUSE ||
         (a->limit == b->limit && a->wait == b->wait && a->deposit == b->deposit);
}

/* ---- grades */

static SediaGrade
grade_demand (const SediaVerdictNumbers *numbers)
{
  if (numbers->forecasts < LEAST_FORECASTS)
    return SEDIA_GRADE_UNKNOWN;
  if (numbers->error_of_naive <= ERROR_GOOD)
    return SEDIA_GRADE_GOOD;

  return numbers->error_of_naive < ERROR_FAIR ? SEDIA_GRADE_FAIR : SEDIA_GRADE_POOR;
}

static void
grade (const SediaVerdictNumbers *numbers,
       SediaGrade                *grades)
{
  const SediaShare on_time = sedia_share_rest (&numbers->late);
  const SediaShare stayed = sedia_share_rest (&numbers->cancelled);

  grades[SEDIA_VERDICT_DEMAND] = grade_demand (numbers);
  grades[SEDIA_VERDICT_SUPPLIER] = sedia_grade_of (&on_time, &rules[SEDIA_VERDICT_SUPPLIER]);
  grades[SEDIA_VERDICT_PROMISES] = sedia_grade_of (&numbers->kept, &rules[SEDIA_VERDICT_PROMISES]);
  grades[SEDIA_VERDICT_CANCELLED] = sedia_grade_of (&stayed, &rules[SEDIA_VERDICT_CANCELLED]);
  grades[SEDIA_VERDICT_COUNTS] = sedia_grade_of (&numbers->right, &rules[SEDIA_VERDICT_COUNTS]);
}

/* ---- the verdict */

static guint
n_of (const SediaGrade *grades,
      SediaGrade        which)
{
  guint n = 0;

  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    n += grades[i] == which;

  return n;
}

/* Demand and counts alone do not tell what becomes of those who wait. */
static gboolean
is_enough (const SediaGrade *grades)
{
  return n_of (grades, SEDIA_GRADE_UNKNOWN) <= SEDIA_N_VERDICT_REASONS - 2 &&
         (grades[SEDIA_VERDICT_SUPPLIER] != SEDIA_GRADE_UNKNOWN ||
          grades[SEDIA_VERDICT_PROMISES] != SEDIA_GRADE_UNKNOWN ||
          grades[SEDIA_VERDICT_CANCELLED] != SEDIA_GRADE_UNKNOWN);
}

static SediaVerdictKind
kind_of (const SediaGrade *grades)
{
  const guint n_poor = n_of (grades, SEDIA_GRADE_POOR);

  if (!is_enough (grades))
    return SEDIA_VERDICT_NOT_ENOUGH_HISTORY;
  /* Who breaks most of its promises should not make any. */
  if (n_poor >= 2 || grades[SEDIA_VERDICT_PROMISES] == SEDIA_GRADE_POOR)
    return SEDIA_VERDICT_NOT_ADVISED;
  if (n_poor > 0 || n_of (grades, SEDIA_GRADE_FAIR) > 0 ||
      grades[SEDIA_VERDICT_SUPPLIER] == SEDIA_GRADE_UNKNOWN ||
      grades[SEDIA_VERDICT_PROMISES] == SEDIA_GRADE_UNKNOWN)
    return SEDIA_VERDICT_WITH_CARE;

  return SEDIA_VERDICT_GOOD;
}

/* ---- the limits */

/* As much as is asked for while one order is on its way, in whole units, at least one: whoever
 * comes after that waits for the order after it. */
static gint64
limit_of (const SediaVerdictNumbers *numbers,
          guint                      wait,
          guint                      decimals)
{
  const gint64 one = sedia_quantity_one (decimals);
  const gint64 days = (gint64) numbers->weeks * DAYS_A_WEEK;
  gint64 total;

  if (numbers->weeks == 0 || wait == 0 ||
      !sedia_checked_multiply (MAX (numbers->asked, 0), wait, &total))
    return SEDIA_NO_AMOUNT;

  total = total / days + (total % days > 0);
  return MAX (total / one + (total % one > 0), 1) * one;
}

static guint
deposit_of (SediaGrade cancelled)
{
  if (cancelled == SEDIA_GRADE_POOR)
    return DEPOSIT_POOR;

  return cancelled == SEDIA_GRADE_FAIR ? DEPOSIT_FAIR : 0;
}

static void
set_terms (const SediaVerdictNumbers *numbers,
           const SediaProduct        *product,
           SediaVerdict              *verdict)
{
  SediaBackorderTerms *terms = &verdict->terms;

  *terms = (SediaBackorderTerms) { .policy = SEDIA_BACKORDER_ALLOW, .limit = SEDIA_NO_AMOUNT };
  switch (verdict->kind)
    {
    case SEDIA_VERDICT_NOT_ENOUGH_HISTORY:
      sedia_backorder_terms_of (product, terms);
      break;
    case SEDIA_VERDICT_GOOD:
      break;
    case SEDIA_VERDICT_WITH_CARE:
      terms->policy = SEDIA_BACKORDER_WARN;
      if (numbers->lead_days >= 0)
        terms->wait = (guint) MIN (numbers->lead_days, MOST_WAIT - REVIEW_DAYS) + REVIEW_DAYS;
      terms->limit = limit_of (numbers, terms->wait, product->decimals);
      terms->deposit = deposit_of (verdict->grades[SEDIA_VERDICT_CANCELLED]);
      break;
    case SEDIA_VERDICT_NOT_ADVISED:
      terms->policy = SEDIA_BACKORDER_REFUSE;
      break;
    }
}

/* ---- what to do next */

/* What helps most first: a promise can be made otherwise today. */
static const struct
{
  SediaVerdictReason reason;
  SediaVerdictStep weak;
  SediaVerdictStep unknown;
} steps[] = {
  { SEDIA_VERDICT_PROMISES, SEDIA_STEP_PROMISE_LATER, SEDIA_STEP_TELL_DAYS },
  { SEDIA_VERDICT_COUNTS, SEDIA_STEP_COUNT, SEDIA_STEP_COUNT },
  { SEDIA_VERDICT_CANCELLED, SEDIA_STEP_DEPOSIT, SEDIA_STEP_NONE },
  { SEDIA_VERDICT_SUPPLIER, SEDIA_STEP_SUPPLIER, SEDIA_STEP_PURCHASE },
  { SEDIA_VERDICT_DEMAND, SEDIA_STEP_KEEP_MORE, SEDIA_STEP_IMPORT_SALES },
};

static SediaVerdictStep
step_for (const SediaVerdict *verdict,
          SediaGrade          which)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const SediaVerdictStep step = which == SEDIA_GRADE_UNKNOWN ? steps[i].unknown : steps[i].weak;

      if (verdict->grades[steps[i].reason] == which && step != SEDIA_STEP_NONE)
        return step;
    }

  return SEDIA_STEP_NONE;
}

/* Where too little is known, to know more; else to mend the worst. */
static SediaVerdictStep
step_of (const SediaVerdict *verdict)
{
  static const SediaGrade by_need[] = { SEDIA_GRADE_POOR, SEDIA_GRADE_FAIR, SEDIA_GRADE_UNKNOWN };

  if (verdict->kind == SEDIA_VERDICT_NOT_ENOUGH_HISTORY)
    {
      /* What matters first. */
      if (verdict->grades[SEDIA_VERDICT_SUPPLIER] == SEDIA_GRADE_UNKNOWN)
        return SEDIA_STEP_PURCHASE;
      return step_for (verdict, SEDIA_GRADE_UNKNOWN);
    }

  for (guint i = 0; i < G_N_ELEMENTS (by_need); i++)
    {
      const SediaVerdictStep step = step_for (verdict, by_need[i]);

      if (step != SEDIA_STEP_NONE)
        return step;
    }

  return SEDIA_STEP_NONE;
}

/**
 * sedia_verdict_judge:
 * @numbers: what was measured
 * @product: of which product
 * @verdict: (out): the verdict
 *
 * Every number may rest on nothing; then it says nothing.
 */
void
sedia_verdict_judge (const SediaVerdictNumbers *numbers,
                     const SediaProduct        *product,
                     SediaVerdict              *verdict)
{
  g_return_if_fail (numbers != NULL && product != NULL && verdict != NULL);

  *verdict = (SediaVerdict) { .kind = SEDIA_VERDICT_NOT_ENOUGH_HISTORY };
  grade (numbers, verdict->grades);
  verdict->kind = kind_of (verdict->grades);
  set_terms (numbers, product, verdict);
  verdict->step = step_of (verdict);
}

/**
 * sedia_verdict_kind_to_string: The verdict as other programs read it.
 */
const char *
sedia_verdict_kind_to_string (SediaVerdictKind kind)
{
  static const char *const kinds[] = { "not-enough-history", "good", "with-care", "not-advised" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * sedia_verdict_reason_to_string: The reason as other programs read it.
 */
const char *
sedia_verdict_reason_to_string (SediaVerdictReason reason)
{
  static const char *const reasons[] = { "demand", "supplier", "promises", "cancelled", "counts" };

  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return reasons[reason];
}
