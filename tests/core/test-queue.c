/* Rules 3.1, 3.2 and 3.6 as pure functions. */
#include "config.h"

#include <glib.h>

#include "sedia-queue.h"
#include "sedia-records.h"

static void
add (GArray *lines,
     gint64  id,
     gint64  open,
     gint64  reserved,
     int     need_by)
{
  SediaQueueLine line = { .line_id = id, .order_id = id, .position = 1, .placed_at = id * 1000,
                          .open = open, .reserved = reserved, .need_by = need_by };

  g_array_append_val (lines, line);
}

static SediaQueueLine *
at (GArray *lines,
    guint   index)
{
  return &g_array_index (lines, SediaQueueLine, index);
}

static GArray *
new_lines (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SediaQueueLine));
}

static char *
in_words (GArray *grants)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < grants->len; i++)
    {
      SediaGrant *grant = &g_array_index (grants, SediaGrant, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "%s ",
                              grant->line_id, grant->quantity,
                              grant->complete ? "!" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_served (GArray       *lines,
               gint64        quantity,
               SediaServing  serving,
               const char   *expected)
{
  g_autoptr (GArray) grants = sedia_queue_serve (lines, quantity, serving);
  g_autofree char *words = in_words (grants);

  g_assert_cmpstr (words, ==, expected);
}

/* 3.1: priority; dated before undated; earliest date; oldest order; line number */
static void
test_order (void)
{
  g_autoptr (GArray) lines = new_lines ();

  add (lines, 1, 1, 0, SEDIA_NO_DAY);
  add (lines, 2, 1, 0, 200);
  add (lines, 3, 1, 0, 100);
  add (lines, 4, 1, 0, SEDIA_NO_DAY);
  at (lines, 3)->first = TRUE;
  add (lines, 5, 1, 0, SEDIA_NO_DAY);
  at (lines, 4)->order_id = 1;
  at (lines, 4)->placed_at = 1000;
  at (lines, 4)->position = 2;

  assert_served (lines, 5, SEDIA_SERVING_DATED_FIRST, "4:1! 3:1! 2:1! 1:1! 5:1! ");
}

/* 3.1: or strictly first come, first served */
static void
test_strictly_oldest (void)
{
  g_autoptr (GArray) lines = new_lines ();

  add (lines, 3, 1, 0, 100);
  add (lines, 2, 1, 0, SEDIA_NO_DAY);
  add (lines, 1, 1, 0, SEDIA_NO_DAY);
  at (lines, 0)->first = TRUE;

  assert_served (lines, 2, SEDIA_SERVING_STRICTLY_OLDEST, "1:1! 2:1! ");
}

/* 3.1: a line tied to that very purchase line first, up to the tied quantity */
static void
test_tied (void)
{
  g_autoptr (GArray) lines = new_lines ();

  add (lines, 1, 4, 0, SEDIA_NO_DAY);
  add (lines, 2, 5, 0, SEDIA_NO_DAY);
  at (lines, 1)->tied = 3;
  assert_served (lines, 5, SEDIA_SERVING_DATED_FIRST, "2:3 1:2 ");

  /* what is left of the arrival reaches it again in its turn, as one grant */
  at (lines, 0)->reserved = 0;
  at (lines, 1)->reserved = 0;
  assert_served (lines, 9, SEDIA_SERVING_DATED_FIRST, "2:5! 1:4! ");
}

/* 3.2: fully before the next; part where less is left; a held line is passed over (3.3) */
static void
test_parts_and_held (void)
{
  g_autoptr (GArray) lines = new_lines ();

  add (lines, 1, 3, 1, SEDIA_NO_DAY);
  add (lines, 2, 5, 0, SEDIA_NO_DAY);
  at (lines, 1)->held = TRUE;
  add (lines, 3, 2, 2, SEDIA_NO_DAY);
  add (lines, 4, 4, 0, SEDIA_NO_DAY);

  assert_served (lines, 5, SEDIA_SERVING_DATED_FIRST, "1:2! 4:3 ");
  g_assert_cmpint (at (lines, 3)->reserved, ==, 3);
}

/* 3.6: from the back of the queue until it fits */
static void
test_release (void)
{
  g_autoptr (GArray) lines = new_lines (), losses = NULL;
  g_autofree char *words = NULL;

  add (lines, 1, 3, 3, SEDIA_NO_DAY);
  add (lines, 2, 3, 2, SEDIA_NO_DAY);
  add (lines, 3, 3, 0, SEDIA_NO_DAY);
  add (lines, 4, 3, 1, SEDIA_NO_DAY);
  losses = sedia_queue_release (lines, 4, SEDIA_SERVING_DATED_FIRST);
  words = in_words (losses);
  g_assert_cmpstr (words, ==, "4:1 2:2 1:1 ");
}

static gboolean
is_passed (const SediaQueueLine *line)
{
  return !line->held && line->reserved < line->open;
}

/* Whatever the queue looks like: no more is given than there is, nobody gets more than they
 * want, and who
 * gets something has nobody waiting ahead.
 */
static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GArray) lines = new_lines (), grants = NULL;
      gint64 quantity = g_test_rand_int_range (0, 30), given = 0;
      gboolean somebody_waits = FALSE;
      SediaServing serving = (SediaServing) g_test_rand_int_range (0, 2);

      for (gint64 i = 1; i <= g_test_rand_int_range (0, 12); i++)
        {
          gint64 open = g_test_rand_int_range (1, 6);

          add (lines, i, open, g_test_rand_int_range (0, (int) open + 1),
               g_test_rand_bit () ? SEDIA_NO_DAY : g_test_rand_int_range (1, 5));
          at (lines, lines->len - 1)->held = g_test_rand_int_range (0, 5) == 0;
          at (lines, lines->len - 1)->first = g_test_rand_int_range (0, 5) == 0;
        }

      grants = sedia_queue_serve (lines, quantity, serving);
      for (guint i = 0; i < grants->len; i++)
        {
          SediaGrant *grant = &g_array_index (grants, SediaGrant, i);

          g_assert_cmpint (grant->quantity, >, 0);
          g_assert_cmpint (at (lines, grant->index)->line_id, ==, grant->line_id);
          g_assert_false (at (lines, grant->index)->held);
          given += grant->quantity;
        }
      g_assert_cmpint (given, <=, quantity);

      for (guint i = 0; i < lines->len; i++)
        {
          g_assert_cmpint (at (lines, i)->reserved, <=, at (lines, i)->open);
          somebody_waits = somebody_waits || is_passed (at (lines, i));
          if (i > 0)
            g_assert_cmpint (sedia_queue_compare (at (lines, i - 1), at (lines, i), serving), <=,
                             0);
        }
      if (somebody_waits)
        g_assert_cmpint (given, ==, quantity);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/queue/3.1-order", test_order);
  g_test_add_func ("/core/queue/3.1-strictly-oldest", test_strictly_oldest);
  g_test_add_func ("/core/queue/3.1-tied", test_tied);
  g_test_add_func ("/core/queue/3.2-parts-and-held", test_parts_and_held);
  g_test_add_func ("/core/queue/3.6-release", test_release);
  g_test_add_func ("/core/queue/random", test_random);

  return g_test_run ();
}
