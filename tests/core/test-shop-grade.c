/* How well the shop predicts and works. */
#include "config.h"

#include <glib.h>

#include "sedia-shop-grade.h"

#include <string.h>

static SediaShopNumbers
all (SediaShare now,
     SediaShare before)
{
  SediaShopNumbers numbers = { .people = 1 };

  for (guint i = 0; i < SEDIA_SHOP_PEOPLE; i++)
    {
      numbers.now[i] = now;
      numbers.before[i] = before;
    }

  return numbers;
}

static void
test_nothing (void)
{
  const SediaShopNumbers nothing = { .people = 0 };

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    {
      const SediaShopGrade grade = sedia_shop_grade (&nothing, (SediaShopPart) i);
      g_autofree char *sentence = sedia_shop_part_sentence (&nothing, (SediaShopPart) i);

      g_assert_cmpuint (grade.grade, ==, SEDIA_GRADE_UNKNOWN);
      g_assert_cmpuint (grade.trend, ==, SEDIA_TREND_UNKNOWN);
      g_assert_cmpuint (grade.step, !=, SEDIA_SHOP_STEP_NONE);
      g_assert_nonnull (strstr (sentence, "."));
      g_assert_cmpstr (sedia_shop_step_sentence ((SediaShopPart) i, &grade), !=, "");
      g_assert_cmpstr (sedia_shop_part_label ((SediaShopPart) i), !=, "");
    }
  g_assert_cmpuint (sedia_shop_answer (&nothing, SEDIA_SHOP_CAN_PREDICT), ==, SEDIA_GRADE_UNKNOWN);
  g_assert_cmpuint (sedia_shop_answer (&nothing, SEDIA_SHOP_WORKS_WELL), ==, SEDIA_GRADE_UNKNOWN);
}

static void
test_answers (void)
{
  SediaShopNumbers numbers = all ((SediaShare) { 20, 20 }, (SediaShare) { 20, 10 });

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    {
      const SediaShopGrade grade = sedia_shop_grade (&numbers, (SediaShopPart) i);

      g_assert_cmpuint (grade.grade, ==, SEDIA_GRADE_GOOD);
      g_assert_cmpuint (grade.trend, ==, SEDIA_TREND_BETTER);
      g_assert_cmpuint (grade.step, ==, SEDIA_SHOP_STEP_NONE);
      g_assert_cmpstr (sedia_shop_step_sentence ((SediaShopPart) i, &grade), ==,
                       "Go on like this.");
    }
  g_assert_cmpuint (sedia_shop_answer (&numbers, SEDIA_SHOP_WORKS_WELL), ==, SEDIA_GRADE_GOOD);

  /* The weakest link; the other question has its own. */
  numbers.now[SEDIA_SHOP_COUNTS].hits = 2;
  g_assert_cmpuint (sedia_shop_answer (&numbers, SEDIA_SHOP_WORKS_WELL), ==, SEDIA_GRADE_POOR);
  g_assert_cmpuint (sedia_shop_answer (&numbers, SEDIA_SHOP_CAN_PREDICT), ==, SEDIA_GRADE_GOOD);
  /* One of two is half. */
  numbers.now[SEDIA_SHOP_SUPPLIERS].n = numbers.now[SEDIA_SHOP_SUPPLIERS].hits = 4;
  g_assert_cmpuint (sedia_shop_answer (&numbers, SEDIA_SHOP_CAN_PREDICT), ==, SEDIA_GRADE_GOOD);
}

/* 14 late contacts a week with one clerk are too many, with seven they are not. */
static void
test_people (void)
{
  SediaShopNumbers numbers = all ((SediaShare) { 400, 400 - 14 * 13 }, (SediaShare) { 0, 0 });
  const struct
  {
    guint people;
    SediaGrade grade;
    const char *sentence;
  } cases[] = {
    { 0, SEDIA_GRADE_UNKNOWN, "Nobody has done enough yet to say." },
    { 1, SEDIA_GRADE_POOR, "14 late contacts a week with one clerk." },
    { 2, SEDIA_GRADE_FAIR, "14 late contacts a week with 2 clerks." },
    { 6, SEDIA_GRADE_FAIR, "14 late contacts a week with 6 clerks." },
    { 7, SEDIA_GRADE_GOOD, "14 late contacts a week with 7 clerks." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = NULL;

      numbers.people = cases[i].people;
      sentence = sedia_shop_part_sentence (&numbers, SEDIA_SHOP_PEOPLE);
      g_assert_cmpuint (sedia_shop_grade (&numbers, SEDIA_SHOP_PEOPLE).grade, ==, cases[i].grade);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
  g_assert_cmpuint (sedia_shop_late_a_week (&(SediaShare) { 5, 4 }), ==, 1);
  g_assert_cmpuint (sedia_shop_late_a_week (&(SediaShare) { 5, 5 }), ==, 0);
}

static void
test_words (void)
{
  const SediaShopNumbers numbers = all ((SediaShare) { 20, 19 }, (SediaShare) { 0, 0 });
  g_autofree char *told = sedia_shop_part_sentence (&numbers, SEDIA_SHOP_TOLD);
  g_autofree char *counts = sedia_shop_part_sentence (&numbers, SEDIA_SHOP_COUNTS);

  g_assert_cmpstr (told, ==, "19 of 20 times a customer heard in time.");
  g_assert_cmpstr (counts, ==, "19 of 20 counts found what the book said.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/shop-grade/nothing", test_nothing);
  g_test_add_func ("/core/shop-grade/answers", test_answers);
  g_test_add_func ("/core/shop-grade/people", test_people);
  g_test_add_func ("/core/shop-grade/words", test_words);

  return g_test_run ();
}
