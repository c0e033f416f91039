/* How well the shop predicts and works, in words. */
#include "config.h"

#include "sedia-shop-grade.h"

#include <glib/gi18n.h>

/**
 * sedia_shop_question_label: One of the two questions, in the user's words.
 */
const char *
sedia_shop_question_label (SediaShopQuestion question)
{
  return question == SEDIA_SHOP_CAN_PREDICT ? _("Can we predict our demand?")
                                            : _("Is our way of working good enough?");
}

/**
 * sedia_shop_answer_label: What a question comes to, in the user's words.
 */
const char *
sedia_shop_answer_label (SediaGrade answer)
{
  switch (answer)
    {
    case SEDIA_GRADE_UNKNOWN:
      return C_("answer", "Too little is known");
    case SEDIA_GRADE_GOOD:
      return C_("answer", "Yes");
    case SEDIA_GRADE_FAIR:
      return C_("answer", "Mostly");
    case SEDIA_GRADE_POOR:
      return C_("answer", "Not yet");
    }

  g_assert_not_reached ();
}

/**
 * sedia_shop_part_label: What a part is about, in the user's words.
 */
const char *
sedia_shop_part_label (SediaShopPart part)
{
  static const char *const labels[] = {
    [SEDIA_SHOP_DEMAND] = NC_("insight", "Demand"),
    [SEDIA_SHOP_SUPPLIERS] = NC_("insight", "Suppliers on time"),
    [SEDIA_SHOP_PROMISES] = NC_("insight", "Promises kept"),
    [SEDIA_SHOP_TOLD] = NC_("insight", "Customers told in time"),
    [SEDIA_SHOP_OFFERS] = NC_("insight", "Offers answered"),
    [SEDIA_SHOP_COUNTS] = NC_("insight", "Counts true"),
    [SEDIA_SHOP_ENTERED] = NC_("insight", "Entered on the day"),
    [SEDIA_SHOP_PEOPLE] = NC_("insight", "Enough people"),
  };

  g_return_val_if_fail ((guint) part < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (NULL, "insight", labels[part]);
}

static char *
dup_people (const SediaShopNumbers *numbers)
{
  const guint late = sedia_shop_late_a_week (&numbers->now[SEDIA_SHOP_TOLD]);
  g_autofree char *contacts = g_strdup_printf (ngettext ("%u late contact a week",
                                                         "%u late contacts a week", late), late);

  if (numbers->people == 0)
    return g_strdup (_("Nobody has done enough yet to say."));
  if (late == 0)
    return g_strdup (_("Nobody has to hear late."));

  /* Translators: "14 late contacts a week", then how many people there are */
  return g_strdup_printf (ngettext ("%s with one clerk.", "%s with %u clerks.", numbers->people),
                          contacts, numbers->people);
}

/* How many well, and of how many: the plural goes by the latter. */
static const char *
measured_words (SediaShopPart part,
                guint         n)
{
  switch (part)
    {
    case SEDIA_SHOP_DEMAND:
      return ngettext ("%u of %u thing asked for was of a product whose demand is foreseen.",
                       "%u of %u things asked for were of products whose demand is foreseen.", n);
    case SEDIA_SHOP_SUPPLIERS:
      return ngettext ("%u of %u delivery came by the day agreed.",
                       "%u of %u deliveries came by the day agreed.", n);
    case SEDIA_SHOP_PROMISES:
      return ngettext ("%u of %u day that was promised was kept.",
                       "%u of %u days that were promised were kept.", n);
    case SEDIA_SHOP_TOLD:
      return ngettext ("%u of %u time a customer heard in time.",
                       "%u of %u times a customer heard in time.", n);
    case SEDIA_SHOP_OFFERS:
      return ngettext ("%u of %u offer to cancel was answered.",
                       "%u of %u offers to cancel were answered.", n);
    case SEDIA_SHOP_COUNTS:
      return ngettext ("%u of %u count found what the book said.",
                       "%u of %u counts found what the book said.", n);
    case SEDIA_SHOP_ENTERED:
      return ngettext ("%u of %u entry was made on the day it happened.",
                       "%u of %u entries were made on the day they happened.", n);
    case SEDIA_SHOP_PEOPLE:
    case SEDIA_N_SHOP_PARTS:
      break;
    }

  g_assert_not_reached ();
}

/**
 * sedia_shop_part_sentence:
 * @numbers: what was measured
 * @part: of which part
 *
 * Returns: (transfer full): what was measured, in one sentence
 */
char *
sedia_shop_part_sentence (const SediaShopNumbers *numbers,
                          SediaShopPart           part)
{
  const SediaShare *now = &numbers->now[part];
  g_autofree char *sentence = NULL;

  if (part == SEDIA_SHOP_PEOPLE)
    return dup_people (numbers);
  if (now->n == 0)
    return g_strdup (_("Nothing of that kind in the last 13 weeks."));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (measured_words (part, now->n), now->hits, now->n);
#pragma GCC diagnostic pop

  return g_steal_pointer (&sentence);
}

/**
 * sedia_shop_step_sentence: What to do next, in the user's words.
 */
const char *
sedia_shop_step_sentence (SediaShopPart         part,
                          const SediaShopGrade *grade)
{
  const gboolean is_unknown = grade->grade == SEDIA_GRADE_UNKNOWN;

  if (grade->step == SEDIA_SHOP_STEP_NONE)
    return _("Go on like this.");

  switch (part)
    {
    case SEDIA_SHOP_DEMAND:
      return is_unknown ? _("Import what was sold before, so that demand is known.")
                        : _("Keep more of what cannot be foreseen, or let nobody wait for it.");
    case SEDIA_SHOP_SUPPLIERS:
      return is_unknown ? _("Order with purchases, and receive against them.")
                        : _("Settle other days with those who are late, or find others.");
    case SEDIA_SHOP_PROMISES:
      return is_unknown ? _("Tell those who wait a day.")
                        : _("Promise later days: the end of what the supplier usually takes.");
    case SEDIA_SHOP_TOLD:
      return is_unknown ? _("Note whom you told what.")
                        : _("Tell those who are due first thing every day.");
    case SEDIA_SHOP_OFFERS:
      return is_unknown ? _("Offer to cancel where it takes too long.")
                        : _("Ask again whoever has not answered.");
    case SEDIA_SHOP_COUNTS:
      return is_unknown ? _("Count a few products every week.")
                        : _("Count what was wrong again until it is right.");
    case SEDIA_SHOP_ENTERED:
      return is_unknown ? _("Enter deliveries and sales as they happen.")
                        : _("Enter deliveries and sales the same day, before closing.");
    case SEDIA_SHOP_PEOPLE:
      return is_unknown ? _("Note whom you told what.")
                        : _("Get a second pair of hands, or let fewer customers wait.");
    case SEDIA_N_SHOP_PARTS:
      break;
    }

  g_assert_not_reached ();
}
