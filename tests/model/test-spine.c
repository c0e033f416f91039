/* Spines: every diff leads from the one list to the other, explained or searched for, and gives
 * up when it should; and the list is whole after every single edit.
 */
#include "config.h"

#include "sedia-seam.h"
#include "sedia-spine.h"

#include <string.h>

#define N_SCRIPTS 4000

static GArray *
spine_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GArray *
spine_from (const char *letters)
{
  GArray *spine = spine_new ();

  for (; *letters != '\0'; letters++)
    {
      const gint64 id = *letters;

      g_array_append_val (spine, id);
    }

  return spine;
}

static GArray *
spine_counting (gint64 first,
                guint  n)
{
  GArray *spine = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      const gint64 id = first + i;

      g_array_append_val (spine, id);
    }

  return spine;
}

static void
assert_same (GArray *a,
             GArray *b)
{
  g_assert_cmpmem (a->data, a->len * sizeof (gint64), b->data, b->len * sizeof (gint64));
}

/* What a widget would do: drop and add, and look what is there. */
typedef struct
{
  SediaSeam *seam;
  GArray *seen;
  guint n_steps;
} Mirror;

static void
mirror_cb (guint    position,
           guint    removed,
           guint    added,
           gpointer data)
{
  Mirror *mirror = data;

  g_assert_cmpuint (position + removed, <=, mirror->seen->len);
  if (removed > 0)
    g_array_remove_range (mirror->seen, position, removed);

  for (guint i = 0; i < added; i++)
    {
      const gint64 id = sedia_seam_get (mirror->seam, position + i);

      g_array_insert_val (mirror->seen, position + i, id);
    }

  g_assert_cmpuint (sedia_seam_count (mirror->seam), ==, mirror->seen->len);
  for (guint i = 0; i < mirror->seen->len; i++)
    g_assert_cmpint (sedia_seam_get (mirror->seam, i), ==,
                     g_array_index (mirror->seen, gint64, i));

  mirror->n_steps++;
}

static guint
assert_leads_to (GArray *before,
                 GArray *after,
                 GArray *edits)
{
  g_autoptr (GArray) seen = g_array_copy (before);
  g_autoptr (GArray) nothing = spine_new ();
  SediaSeam seam;
  Mirror mirror = { .seam = &seam, .seen = seen };

  sedia_seam_init (&seam);
  sedia_seam_edit (&seam, before, nothing, NULL, NULL);
  sedia_seam_edit (&seam, after, edits, mirror_cb, &mirror);
  assert_same (seen, after);
  sedia_seam_clear (&seam);

  return mirror.n_steps;
}

static gboolean
is_in (gint64   id,
       gpointer set)
{
  return g_hash_table_contains (set, &id);
}

/* ---- random scripts */

typedef struct
{
  GArray *before;
  GArray *after;
  GHashTable *touched; /* of pointers to owned ids */
} Script;

static void
touch (Script *script,
       gint64  id)
{
  g_hash_table_add (script->touched, g_memdup2 (&id, sizeof id));
}

static void
edit_once (Script *script)
{
  const gboolean can_take = script->after->len > 0;
  const int what = g_test_rand_int_range (0, 4);
  gint64 id = g_test_rand_int_range (1000, G_MAXINT);
  guint position;

  if (what > 0 && can_take)
    {
      position = (guint) g_test_rand_int_range (0, (gint32) script->after->len);
      id = g_array_index (script->after, gint64, position);
      if (what != 1)
        g_array_remove_index (script->after, position);
    }

  touch (script, id);
  if (what == 1 || (what == 2 && can_take))
    return; /* touched where it stands, or taken away */

  position = (guint) g_test_rand_int_range (0, (gint32) script->after->len + 1);
  g_array_insert_val (script->after, position, id);
}

static void
script_init (Script *script,
             guint   n_rows,
             guint   n_edits)
{
  script->before = spine_counting (1, n_rows);
  script->after = g_array_copy (script->before);
  script->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n_edits; i++)
    edit_once (script);
}

static void
script_clear (Script *script)
{
  g_array_unref (script->before);
  g_array_unref (script->after);
  g_hash_table_unref (script->touched);
}

static void
test_random (void)
{
  for (guint i = 0; i < N_SCRIPTS; i++)
    {
      g_autoptr (GArray) explained = NULL;
      g_autoptr (GArray) found = NULL;
      Script script;

      script_init (&script, (guint) g_test_rand_int_range (0, 200),
                   (guint) g_test_rand_int_range (0, 40));

      explained = sedia_spine_diff (script.before, script.after, is_in, script.touched);
      g_assert_nonnull (explained);
      assert_leads_to (script.before, script.after, explained);

      found = sedia_spine_diff (script.before, script.after, NULL, NULL);
      g_assert_nonnull (found);
      assert_leads_to (script.before, script.after, found);

      script_clear (&script);
    }
}

/* Shuffled lists of few rows: nothing to hold on to, and every path through the search. */
static void
test_random_shuffled (void)
{
  for (guint i = 0; i < N_SCRIPTS; i++)
    {
      g_autoptr (GArray) before = spine_counting (0, (guint) g_test_rand_int_range (0, 9));
      g_autoptr (GArray) after = spine_new ();
      g_autoptr (GArray) edits = NULL;

      for (gint64 id = 0; id < 12; id++)
        if (g_test_rand_bit ())
          g_array_insert_val (after, g_test_rand_int_range (0, (gint32) after->len + 1), id);

      edits = sedia_spine_diff (before, after, NULL, NULL);
      g_assert_nonnull (edits);
      assert_leads_to (before, after, edits);
    }
}

/* ---- chosen ones */

static void
assert_edit (GArray *edits,
             guint   index,
             guint   position,
             guint   removed,
             guint   added)
{
  const SediaEdit *edit = &g_array_index (edits, SediaEdit, index);

  g_assert_cmpuint (index, <, edits->len);
  g_assert_cmpuint (edit->position, ==, position);
  g_assert_cmpuint (edit->removed, ==, removed);
  g_assert_cmpuint (edit->added, ==, added);
}

static gboolean
is_letter_in (gint64   id,
              gpointer letters)
{
  return strchr (letters, (int) id) != NULL;
}

static GArray *
diff_letters (const char *from,
              const char *to,
              const char *touched)
{
  g_autoptr (GArray) before = spine_from (from);
  g_autoptr (GArray) after = spine_from (to);
  GArray *edits;

  edits = sedia_spine_diff (before, after, touched != NULL ? is_letter_in : NULL,
                            (gpointer) touched);
  if (edits != NULL)
    assert_leads_to (before, after, edits);

  return edits;
}

static void
test_same (void)
{
  g_autoptr (GArray) edits = diff_letters ("ABC", "ABC", "B");
  g_autoptr (GArray) nothing = diff_letters ("", "", NULL);

  g_assert_cmpuint (edits->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_moved (void)
{
  g_autoptr (GArray) edits = diff_letters ("ABCDF", "ABDCEF", "CE");

  g_assert_cmpuint (edits->len, ==, 2);
  assert_edit (edits, 0, 2, 1, 0);
  assert_edit (edits, 1, 3, 0, 2);
}

/* All rows were written, one has left: the others stay. */
static void
test_touched_in_place (void)
{
  g_autoptr (GArray) edits = diff_letters ("ABCDEFG", "ACDEFG", "ABCDEFG");

  g_assert_cmpuint (edits->len, ==, 1);
  assert_edit (edits, 0, 1, 1, 0);
}

/* The commit does not explain it: it is found all the same. */
static void
test_unexplained (void)
{
  g_autoptr (GArray) edits = diff_letters ("ABCDEF", "BCDEAF", "X");

  g_assert_cmpuint (edits->len, ==, 2);
  assert_edit (edits, 0, 0, 1, 0);
  assert_edit (edits, 1, 4, 0, 1);
}

static void
test_search_is_shortest (void)
{
  g_autoptr (GArray) swapped = diff_letters ("ABCDEFGH", "ABFCDEGH", NULL);

  g_assert_cmpuint (swapped->len, ==, 2);
  assert_edit (swapped, 0, 2, 0, 1);
  assert_edit (swapped, 1, 6, 1, 0);
}

/* The first rows of a list, then all of them: one edit however many come. */
static void
test_rest (void)
{
  g_autoptr (GArray) head = spine_counting (1, 200);
  g_autoptr (GArray) all = spine_counting (1, 50000);
  g_autoptr (GArray) edits = sedia_spine_diff (head, all, NULL, NULL);
  g_autoptr (GArray) back = sedia_spine_diff (all, head, NULL, NULL);

  g_assert_cmpuint (edits->len, ==, 1);
  assert_edit (edits, 0, 200, 0, 49800);
  g_assert_cmpuint (back->len, ==, 1);
  assert_edit (back, 0, 200, 49800, 0);
}

static void
test_from_nothing (void)
{
  g_autoptr (GArray) edits = diff_letters ("", "ABC", "");
  g_autoptr (GArray) back = diff_letters ("ABC", "", "ABC");

  g_assert_cmpuint (edits->len, ==, 1);
  assert_edit (edits, 0, 0, 0, 3);
  g_assert_cmpuint (back->len, ==, 1);
  assert_edit (back, 0, 0, 3, 0);
}

static gboolean
is_any (gint64   id,
        gpointer unused)
{
  return TRUE;
}

/* Thousands of touched rows side by side are one edit, but told in two steps. */
static void
test_large_edit (void)
{
  g_autoptr (GArray) before = spine_counting (1, 3000);
  g_autoptr (GArray) after = spine_counting (10000, 2000);
  g_autoptr (GArray) edits = sedia_spine_diff (before, after, is_any, NULL);

  g_assert_cmpuint (edits->len, ==, 1);
  assert_edit (edits, 0, 0, 3000, 2000);
  g_assert_cmpuint (assert_leads_to (before, after, edits), ==, 2);
}

/* Every second row has gone. */
static GArray *
every_second_of (GArray *spine)
{
  GArray *half = spine_new ();

  for (guint i = 0; i < spine->len; i += 2)
    g_array_append_val (half, g_array_index (spine, gint64, i));

  return half;
}

static void
test_too_many (void)
{
  g_autoptr (GArray) before = spine_counting (1, 2 * SEDIA_SPINE_MAX_EDITS);
  g_autoptr (GArray) after = every_second_of (before);
  g_autoptr (GArray) more = spine_counting (1, 2 * SEDIA_SPINE_MAX_EDITS + 2);
  g_autoptr (GArray) less = every_second_of (more);
  g_autoptr (GArray) edits = sedia_spine_diff (before, after, NULL, NULL);
  g_autoptr (GArray) none = sedia_spine_diff (more, less, NULL, NULL);

  g_assert_nonnull (edits);
  assert_leads_to (before, after, edits);
  g_assert_null (none);
}

static void
test_other_list (void)
{
  g_autoptr (GArray) before = spine_counting (1, 1000);
  g_autoptr (GArray) after = spine_counting (5000, 1000);
  g_autoptr (GArray) backwards = spine_new ();

  for (guint i = before->len; i > 0; i--)
    g_array_append_val (backwards, g_array_index (before, gint64, i - 1));

  g_assert_null (sedia_spine_diff (before, after, NULL, NULL));
  g_assert_null (sedia_spine_diff (before, backwards, NULL, NULL));
}

/* A million rows, one of which has moved: a search need not be told which. */
static void
test_million (void)
{
  g_autoptr (GArray) before = spine_counting (1, 1000000);
  g_autoptr (GArray) after = g_array_copy (before);
  g_autoptr (GArray) edits = NULL;
  const gint64 id = 777777;
  gint64 start;

  g_array_remove_index (after, 777776);
  g_array_insert_val (after, 5, id);

  start = g_get_monotonic_time ();
  edits = sedia_spine_diff (before, after, NULL, NULL);
  g_test_message ("a million rows: %" G_GINT64_FORMAT " us", g_get_monotonic_time () - start);

  g_assert_cmpuint (edits->len, ==, 2);
  assert_edit (edits, 0, 5, 0, 1);
  assert_edit (edits, 1, 777777, 1, 0);
}

static void
test_seam_replace (void)
{
  g_autoptr (GArray) before = spine_from ("ABC");
  g_autoptr (GArray) after = spine_from ("CDEF");
  g_autoptr (GArray) seen = spine_new ();
  SediaSeam seam;
  Mirror mirror = { .seam = &seam, .seen = seen };
  guint position = 99;

  sedia_seam_init (&seam);
  sedia_seam_replace (&seam, before, mirror_cb, &mirror);
  g_assert_cmpuint (mirror.n_steps, ==, 1);
  sedia_seam_replace (&seam, after, mirror_cb, &mirror);
  g_assert_cmpuint (mirror.n_steps, ==, 3);
  assert_same (seen, after);

  g_assert_true (sedia_seam_find (&seam, 'E', &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (sedia_seam_find (&seam, 'A', &position));
  sedia_seam_clear (&seam);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/spine/same", test_same);
  g_test_add_func ("/model/spine/moved", test_moved);
  g_test_add_func ("/model/spine/touched-in-place", test_touched_in_place);
  g_test_add_func ("/model/spine/unexplained", test_unexplained);
  g_test_add_func ("/model/spine/search-is-shortest", test_search_is_shortest);
  g_test_add_func ("/model/spine/rest", test_rest);
  g_test_add_func ("/model/spine/from-nothing", test_from_nothing);
  g_test_add_func ("/model/spine/large-edit", test_large_edit);
  g_test_add_func ("/model/spine/too-many", test_too_many);
  g_test_add_func ("/model/spine/other-list", test_other_list);
  g_test_add_func ("/model/spine/random", test_random);
  g_test_add_func ("/model/spine/random-shuffled", test_random_shuffled);
  g_test_add_func ("/model/spine/million", test_million);
  g_test_add_func ("/model/seam/replace", test_seam_replace);

  return g_test_run ();
}
