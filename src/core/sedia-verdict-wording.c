/* A verdict in words: one sentence for each reason, with the numbers it rests on. */
#include "config.h"

#include "sedia-number.h"
#include "sedia-verdict.h"

#include <glib/gi18n.h>

/**
 * sedia_verdict_kind_label: The verdict in the user's words.
 */
const char *
sedia_verdict_kind_label (SediaVerdictKind kind)
{
  switch (kind)
    {
    case SEDIA_VERDICT_NOT_ENOUGH_HISTORY:
      /* Translators: whether customers should be let wait for a product */
      return C_("verdict", "Not enough history");
    case SEDIA_VERDICT_GOOD:
      /* Translators: whether customers should be let wait for a product */
      return C_("verdict", "Suits it");
    case SEDIA_VERDICT_WITH_CARE:
      /* Translators: whether customers should be let wait for a product */
      return C_("verdict", "With care");
    case SEDIA_VERDICT_NOT_ADVISED:
      /* Translators: whether customers should be let wait for a product */
      return C_("verdict", "Not advised");
    }

  g_assert_not_reached ();
}

/**
 * sedia_verdict_kind_grade: The verdict as a grade, for its picture and colour.
 */
SediaGrade
sedia_verdict_kind_grade (SediaVerdictKind kind)
{
  switch (kind)
    {
    case SEDIA_VERDICT_NOT_ENOUGH_HISTORY:
      return SEDIA_GRADE_UNKNOWN;
    case SEDIA_VERDICT_GOOD:
      return SEDIA_GRADE_GOOD;
    case SEDIA_VERDICT_WITH_CARE:
      return SEDIA_GRADE_FAIR;
    case SEDIA_VERDICT_NOT_ADVISED:
      return SEDIA_GRADE_POOR;
    }

  g_assert_not_reached ();
}

/**
 * sedia_verdict_reason_label: What a reason is about, in the user's words.
 */
const char *
sedia_verdict_reason_label (SediaVerdictReason reason)
{
  switch (reason)
    {
    case SEDIA_VERDICT_DEMAND:
      return C_("verdict", "Demand");
    case SEDIA_VERDICT_SUPPLIER:
      return C_("verdict", "Supplier");
    case SEDIA_VERDICT_PROMISES:
      return C_("verdict", "Promises");
    case SEDIA_VERDICT_CANCELLED:
      return C_("verdict", "Cancelled");
    case SEDIA_VERDICT_COUNTS:
      return C_("verdict", "Counts");
    case SEDIA_N_VERDICT_REASONS:
      break;
    }

  g_assert_not_reached ();
}

static char *
dup_demand (const SediaVerdictNumbers *numbers)
{
  const guint percent = (numbers->error_of_naive + 5) / 10;

  if (numbers->forecasts == 0)
    return g_strdup (_("Too few weeks of demand are known to say whether it can be foreseen."));
  if (percent < 100)
    /* Translators: always less than 100; %% is printed as % */
    return g_strdup_printf (_("The forecast is %u %% less wrong than saying “as last week”."),
                            100 - percent);

  return g_strdup (_("Demand can hardly be foreseen: saying “as last week” is as good."));
}

static char *
dup_supplier (const SediaShare *late)
{
  if (late->n == 0)
    return g_strdup (_("Nothing is known of its supplier’s deliveries."));
  if (late->hits == 0)
    return g_strdup_printf (ngettext ("The one delivery of its supplier came on time.",
                                      "All %u deliveries of its supplier came on time.", late->n),
                            late->n);

  /* Translators: how many came late, and of how many, which is what the plural goes by */
  return g_strdup_printf (ngettext ("%u of %u delivery of its supplier came late.",
                                    "%u of %u deliveries of its supplier came late.", late->n),
                          late->hits, late->n);
}

static char *
dup_promises (const SediaShare *kept)
{
  if (kept->n == 0)
    return g_strdup (_("No day that a customer was told has come yet."));

  /* Translators: how many were kept, and of how many, which is what the plural goes by */
  return g_strdup_printf (ngettext ("%u of %u day that was promised was kept.",
                                    "%u of %u days that were promised were kept.", kept->n),
                          kept->hits, kept->n);
}

static char *
dup_cancelled (const SediaShare *cancelled)
{
  if (cancelled->n == 0)
    return g_strdup (_("Nobody has waited for it to the end yet."));

  /* Translators: how many were cancelled, and of how many, which is what the plural goes by */
  return g_strdup_printf (ngettext ("%u of %u line that waited was cancelled.",
                                    "%u of %u lines that waited were cancelled.", cancelled->n),
                          cancelled->hits, cancelled->n);
}

static char *
dup_counts (const SediaShare *right)
{
  if (right->n == 0)
    return g_strdup (_("It was not counted in the last year."));

  /* Translators: how many were right, and of how many, which is what the plural goes by */
  return g_strdup_printf (ngettext ("%u of %u count found what the book said.",
                                    "%u of %u counts found what the book said.", right->n),
                          right->hits, right->n);
}

/**
 * sedia_verdict_sentence:
 * @numbers: what was measured
 * @reason: which of it
 *
 * Returns: (transfer full): what it says, in one sentence
 */
char *
sedia_verdict_sentence (const SediaVerdictNumbers *numbers,
                        SediaVerdictReason         reason)
{
  switch (reason)
    {
    case SEDIA_VERDICT_DEMAND:
      return dup_demand (numbers);
    case SEDIA_VERDICT_SUPPLIER:
      return dup_supplier (&numbers->late);
    case SEDIA_VERDICT_PROMISES:
      return dup_promises (&numbers->kept);
    case SEDIA_VERDICT_CANCELLED:
      return dup_cancelled (&numbers->cancelled);
    case SEDIA_VERDICT_COUNTS:
      return dup_counts (&numbers->right);
    case SEDIA_N_VERDICT_REASONS:
      break;
    }

  g_assert_not_reached ();
}

/**
 * sedia_verdict_step_sentence: What to do next, in the user's words.
 */
const char *
sedia_verdict_step_sentence (SediaVerdictStep step)
{
  switch (step)
    {
    case SEDIA_STEP_NONE:
      return _("Go on like this.");
    case SEDIA_STEP_KEEP_MORE:
      return _("Raise its minimum, so that fewer have to wait.");
    case SEDIA_STEP_SUPPLIER:
      return _("Settle other days with its supplier, or find a second one.");
    case SEDIA_STEP_PROMISE_LATER:
      return _("Promise a later day: the end of what its supplier usually takes.");
    case SEDIA_STEP_DEPOSIT:
      return _("Ask for a deposit before somebody waits for it.");
    case SEDIA_STEP_COUNT:
      return _("Count it once a week until the book is right.");
    case SEDIA_STEP_IMPORT_SALES:
      return _("Import what was sold of it before, so that demand is known.");
    case SEDIA_STEP_PURCHASE:
      return _("Order it with a purchase and receive against it, so that its supplier is known.");
    case SEDIA_STEP_TELL_DAYS:
      return _("Tell those who wait a day, so that it shows whether days are kept.");
    }

  g_assert_not_reached ();
}

static const char *
policy_words (SediaBackorderPolicy policy)
{
  switch (policy)
    {
    case SEDIA_BACKORDER_ALLOW:
      return C_("backorder terms", "customers may wait");
    case SEDIA_BACKORDER_WARN:
      return C_("backorder terms", "ask before a customer waits");
    case SEDIA_BACKORDER_REFUSE:
      return C_("backorder terms", "nobody waits for it");
    }

  g_assert_not_reached ();
}

/**
 * sedia_backorder_terms_words:
 * @terms: on what terms customers may wait
 * @decimals: of the product's quantities
 * @unit: what it is counted in
 *
 * Returns: (transfer full): the terms as one phrase
 */
char *
sedia_backorder_terms_words (const SediaBackorderTerms *terms,
                             guint                      decimals,
                             const char                *unit)
{
  g_autoptr (GString) words = g_string_new (policy_words (terms->policy));

  if (terms->policy == SEDIA_BACKORDER_REFUSE)
    return g_string_free (g_steal_pointer (&words), FALSE);

  if (terms->limit != SEDIA_NO_AMOUNT)
    {
      g_autofree char *limit = sedia_quantity_text (terms->limit, decimals, unit);

      g_string_append (words, ", ");
      g_string_append_printf (words, C_("backorder terms", "at most %s"), limit);
    }
  if (terms->wait > 0)
    {
      g_string_append (words, ", ");
      g_string_append_printf (words, ngettext ("at most %u day", "at most %u days", terms->wait),
                              terms->wait);
    }
  if (terms->deposit > 0)
    {
      g_string_append (words, ", ");
      g_string_append_printf (words, C_("backorder terms", "%u %% beforehand"), terms->deposit);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
