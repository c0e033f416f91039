/* Does a backorder suit a product? What was measured of it goes in, a verdict comes out, with the
 * reasons and the limits within which customers may wait.
 *
 *   five numbers, each with how many it rests on  ->  five grades  ->  one verdict
 *
 *   good              what matters is known, and nothing speaks against it
 *   with care         something does: so many may wait, so long, with a deposit
 *   not advised       two things are poor, or what matters most is: the promises
 *   not enough        too little is known
 */
#pragma once

#include "sedia-grade.h"
#include "sedia-records.h"

G_BEGIN_DECLS

/**
 * SediaVerdictReason:
 * @SEDIA_VERDICT_DEMAND: how predictable demand is
 * @SEDIA_VERDICT_SUPPLIER: how reliable its supplier is
 * @SEDIA_VERDICT_PROMISES: how often the days that were promised were kept
 * @SEDIA_VERDICT_CANCELLED: how many of those who waited cancelled
 * @SEDIA_VERDICT_COUNTS: how true the counts are
 */
typedef enum
{
  SEDIA_VERDICT_DEMAND,
  SEDIA_VERDICT_SUPPLIER,
  SEDIA_VERDICT_PROMISES,
  SEDIA_VERDICT_CANCELLED,
  SEDIA_VERDICT_COUNTS,
  SEDIA_N_VERDICT_REASONS,
} SediaVerdictReason;

/**
 * SediaVerdictNumbers:
 * @forecasts: weeks the forecast was tried on, 0 for none
 * @error_of_naive: how large its error is, in thousandths of that of "as last week"
 * @late: its supplier's deliveries, and how many of them came late
 * @lead_days: within so many days it usually comes, -1 for unknown
 * @kept: days that were promised, and how many of them were kept
 * @cancelled: lines that waited and are closed, and how many their customers cancelled
 * @right: counts, and how many found what the book said
 * @weeks: weeks of demand that are known, the last ones; 0 for none
 * @asked: how much was asked for in them, in the smallest unit
 *
 * What was measured of a product.
 */
typedef struct
{
  guint forecasts;
  guint error_of_naive;
  SediaShare late;
  int lead_days;
  SediaShare kept;
  SediaShare cancelled;
  SediaShare right;
  guint weeks;
  gint64 asked;
} SediaVerdictNumbers;

/**
 * SediaVerdictKind:
 * @SEDIA_VERDICT_NOT_ENOUGH_HISTORY: too little is known
 * @SEDIA_VERDICT_GOOD: let customers wait
 * @SEDIA_VERDICT_WITH_CARE: within limits
 * @SEDIA_VERDICT_NOT_ADVISED: do not
 */
typedef enum
{
  SEDIA_VERDICT_NOT_ENOUGH_HISTORY,
  SEDIA_VERDICT_GOOD,
  SEDIA_VERDICT_WITH_CARE,
  SEDIA_VERDICT_NOT_ADVISED,
} SediaVerdictKind;

/**
 * SediaVerdictStep:
 * @SEDIA_STEP_NONE: go on like that
 * @SEDIA_STEP_KEEP_MORE: keep more in stock
 * @SEDIA_STEP_SUPPLIER: settle other days with the supplier, or find another one
 * @SEDIA_STEP_PROMISE_LATER: promise later days
 * @SEDIA_STEP_DEPOSIT: ask for a deposit
 * @SEDIA_STEP_COUNT: count it
 * @SEDIA_STEP_IMPORT_SALES: import what was sold before
 * @SEDIA_STEP_PURCHASE: order with purchases, and receive against them
 * @SEDIA_STEP_TELL_DAYS: tell those who wait a day
 *
 * What to do next.
 */
typedef enum
{
  SEDIA_STEP_NONE,
  SEDIA_STEP_KEEP_MORE,
  SEDIA_STEP_SUPPLIER,
  SEDIA_STEP_PROMISE_LATER,
  SEDIA_STEP_DEPOSIT,
  SEDIA_STEP_COUNT,
  SEDIA_STEP_IMPORT_SALES,
  SEDIA_STEP_PURCHASE,
  SEDIA_STEP_TELL_DAYS,
} SediaVerdictStep;

/**
 * SediaBackorderTerms:
 * @policy: whether customers may wait
 * @limit: so much may wait, %SEDIA_NO_AMOUNT for any
 * @wait: so many days at most, 0 for as long as it takes
 * @deposit: so many of 100 of the price beforehand, 0 for none
 *
 * On what terms customers may wait for a product.
 */
typedef struct
{
  SediaBackorderPolicy policy;
  gint64 limit;
  guint wait;
  guint deposit;
} SediaBackorderTerms;

/**
 * SediaVerdict:
 * @kind: the verdict
 * @grades: what each number says
 * @terms: what follows from it; those of now when too little is known
 * @step: what to do next
 */
typedef struct
{
  SediaVerdictKind kind;
  SediaGrade grades[SEDIA_N_VERDICT_REASONS];
  SediaBackorderTerms terms;
  SediaVerdictStep step;
} SediaVerdict;

void sedia_backorder_terms_of (const SediaProduct *product, SediaBackorderTerms *terms);
gboolean sedia_backorder_terms_equal (const SediaBackorderTerms *a, const SediaBackorderTerms *b);
void sedia_verdict_judge (const SediaVerdictNumbers *numbers,
                          const SediaProduct        *product,
                          SediaVerdict              *verdict);

const char *sedia_verdict_kind_to_string (SediaVerdictKind kind);
const char *sedia_verdict_reason_to_string (SediaVerdictReason reason);

/* ---- in words (sedia-verdict-wording.c) */
const char *sedia_verdict_kind_label (SediaVerdictKind kind);
SediaGrade sedia_verdict_kind_grade (SediaVerdictKind kind);
const char *sedia_verdict_reason_label (SediaVerdictReason reason);
char *sedia_verdict_sentence (const SediaVerdictNumbers *numbers, SediaVerdictReason reason);
const char *sedia_verdict_step_sentence (SediaVerdictStep step);
/* "warn, at most 12 pcs, at most 14 days, 50 % deposit" */
char *sedia_backorder_terms_words (const SediaBackorderTerms *terms, guint decimals,
                                   const char *unit);

G_END_DECLS
