/* What the tests of messages share: facts of a customer, and what holds of every message.
 *
 * They are written on Wednesday, 25 November 2026.
 */
#pragma once

#include "sedia-message.h"

#include <string.h>

#define NOV(day) (20757 + (day)) /* 20758 is Sunday, 1 November 2026 */
#define TODAY NOV (25)

static inline SediaMessageItem *
new_item (const char *product,
          const char *ready,
          const char *waiting,
          int         expected,
          guint       reasons)
{
  SediaMessageItem *item = g_new0 (SediaMessageItem, 1);

  item->product = g_strdup (product);
  item->quantity = g_strdup (waiting != NULL ? waiting : ready);
  item->ready = g_strdup (ready);
  item->waiting = g_strdup (waiting);
  item->expected = expected;
  item->reasons = reasons;

  return item;
}

static inline GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_message_item_free);
}

/* Everything there is to know. */
static inline SediaMessageFacts
full_facts (const char *language,
            GPtrArray  *items,
            guint       reasons)
{
  return (SediaMessageFacts) {
    .language = language,
    .name = "Siti",
    .shop = "Toko Maju",
    .hours = "08:00–17:00",
    .deposit = "Rp 50.000",
    .items = items,
    .reasons = reasons,
    .wait_until = SEDIA_NO_DAY,
    .today = TODAY,
  };
}

static inline void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

static inline void
assert_has_not (const char *text,
                const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in “%s”", part, text);
}

/* A text that a customer may read: nothing is missing in it, and nothing is left over. */
static inline void
assert_whole (const char *text)
{
  static const char *const holes[] = {
    "  ", " .", " ,", " !", " ?", " :", ":.", ": .", ":\n\n", "()", "( ", " )", " \n", "\n ",
    "\n\n\n", "(null)", "..", ",,", ",.", "\r", "\t", "\n\n.",
  };

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, "");
  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    assert_has_not (text, holes[i]);
  g_assert_false (g_ascii_isspace (*text));
  g_assert_false (g_ascii_isspace (text[strlen (text) - 1]));
  assert_has_not (text + strlen (text) - 1, ":");
}

/* ... and no placeholder is left, where no name has a brace of its own. */
static inline void
assert_filled (const char *text)
{
  assert_whole (text);
  assert_has_not (text, "{");
  assert_has_not (text, "}");
}
