/* Spines, and how one becomes another.
 *
 * A list on the screen is a column of ids in the order of the query: its spine. A million rows
 * are eight megabytes of ids and nothing else. When something was committed the spine is asked
 * for again and compared with the one on the screen, because widgets must hear exactly what
 * changed: told "everything is different", they build a million rows anew, and the selection and
 * the place are lost.
 *
 * Comparing two lists is hard when nothing is known about them and easy here, thanks to one fact:
 * rows that a commit did not touch keep their order relative to each other. So two fingers walk
 * down the two lists. Where they point at the same id, both take a step. Where they do not, one
 * of the rows must have been touched: a touched row under the left finger has left this place, a
 * touched row under the right finger has come to it. Each finger steps over its touched rows
 * until both point at an untouched row, which then is the same one.
 *
 *   touched: C, E           before    after
 *                             A ------- A
 *                             B ------- B
 *                             C         D      edit: at 2 remove 1 (C)
 *                             D ------/ C      edit: at 3 add 2 (C, E)
 *                             F -----\  E
 *                                     \ F
 *
 * An edit's position counts in the list as it is after the edits before it, which is what
 * items-changed wants. Runs of touched rows on both sides may end in the same rows (an import
 * that wrote many rows as they were): those are taken back out of the edit.
 *
 * If two untouched rows meet that differ, the commit does not explain what is seen: another
 * program wrote the file, or a line became late at midnight without any commit. Then nobody can
 * say which rows were touched, and the fewest rows that must have moved are searched for: Myers'
 * "O(ND) difference algorithm" (1986). Its furthest-reaching paths are kept for each diagonal,
 *
 *                 after ->            a step right: a row came
 *            A  B  D  C               a step down:  a row left
 *         A   \                       a diagonal:   the same row in both, free of charge
 *         B      \  .
 *         C         .  \
 *         D            .              path: A B, D came, C, D left
 *
 * and because an id occurs once in a list, all diagonal steps together are at most as many as
 * there are rows: the search costs O (rows + steps^2), and it gives up after a few hundred steps.
 * What it found goes down the same two-fingered walk.
 *
 * When more differs than is worth telling one by one there is no answer, and the list is shown
 * anew.
 */
#include "config.h"

#include "sedia-spine.h"

/* Rows that may leave or come in a search: its memory is the half of the square, 525 kB. */
#define MAX_STEPS 512

/* A part of a spine. */
typedef struct
{
  const gint64 *ids;
  guint n;
} Span;

static Span
span_of (GArray *spine)
{
  Span span = { (const gint64 *) (gpointer) spine->data, spine->len };

  return span;
}

/* Leaves out the rows both begin with and those both end with; returns how many came first. */
static guint
trim (Span *before,
      Span *after)
{
  guint n_same = 0;

  while (before->n > 0 && after->n > 0 && before->ids[0] == after->ids[0])
    {
      before->ids++;
      after->ids++;
      before->n--;
      after->n--;
      n_same++;
    }

  while (before->n > 0 && after->n > 0 && before->ids[before->n - 1] == after->ids[after->n - 1])
    {
      before->n--;
      after->n--;
    }

  return n_same;
}

/* The walk of the two fingers. */
static GArray *
explain (Span             before,
         Span             after,
         SediaTouchedFunc is_touched,
         gpointer         data)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (SediaEdit));
  guint i = 0, j = 0;

  while (i < before.n || j < after.n)
    {
      SediaEdit edit = { .position = j };

      if (i < before.n && j < after.n && before.ids[i] == after.ids[j])
        {
          i++;
          j++;
          continue;
        }

      for (; i < before.n && is_touched (before.ids[i], data); i++)
        edit.removed++;
      for (; j < after.n && is_touched (after.ids[j], data); j++)
        edit.added++;

      if ((edit.removed == 0 && edit.added == 0) || edits->len == SEDIA_SPINE_MAX_EDITS)
        return NULL;

      for (; edit.removed > 0 && edit.added > 0 && before.ids[i - 1] == after.ids[j - 1]; i--, j--)
        {
          edit.removed--;
          edit.added--;
        }

      g_array_append_val (edits, edit);
    }

  return g_steal_pointer (&edits);
}

/* Paths of @step steps end on diagonals -step, -step + 2 ... step: for each, where in before. */
static int *
furthest (int *reached,
          int  step,
          int  diagonal)
{
  return &reached[step * (step + 1) / 2 + (diagonal + step) / 2];
}

/* Whether the best path of @step steps to @diagonal ends with a row that came; else one left. */
static gboolean
ends_with_coming (int *reached,
                  int  step,
                  int  diagonal)
{
  if (diagonal == -step)
    return TRUE;
  if (diagonal == step)
    return FALSE;

  return *furthest (reached, step - 1, diagonal - 1) < *furthest (reached, step - 1, diagonal + 1);
}

/* Fills @reached until a path arrives at the end of both; returns its steps, -1 for too many. */
static int
reach (Span before,
       Span after,
       int *reached)
{
  const int n_before = (int) before.n, n_after = (int) after.n;

  for (int step = 0; step <= MAX_STEPS; step++)
    for (int diagonal = -step; diagonal <= step; diagonal += 2)
      {
        int i = 0, j;

        if (step > 0)
          i = ends_with_coming (reached, step, diagonal)
            ? *furthest (reached, step - 1, diagonal + 1)
            : *furthest (reached, step - 1, diagonal - 1) + 1;

        for (j = i - diagonal; i < n_before && j < n_after && before.ids[i] == after.ids[j]; j++)
          i++;

        *furthest (reached, step, diagonal) = i;
        if (i >= n_before && j >= n_after)
          return step;
      }

  return -1;
}

/* The fewest rows that must have left or come: a set of their ids; NULL when they are too many. */
static GHashTable *
search (Span before,
        Span after)
{
  g_autoptr (GHashTable) moved = NULL;
  g_autofree int *reached = NULL;
  int diagonal, steps;

  if (MAX (before.n, after.n) - MIN (before.n, after.n) > MAX_STEPS)
    return NULL;

  reached = g_new (int, (MAX_STEPS + 1) * (MAX_STEPS + 2) / 2);
  if ((steps = reach (before, after, reached)) < 0)
    return NULL;

  moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  diagonal = (int) before.n - (int) after.n;

  for (int step = steps; step > 0; step--)
    {
      const gboolean came = ends_with_coming (reached, step, diagonal);
      int i;

      diagonal += came ? 1 : -1;
      i = *furthest (reached, step - 1, diagonal);
      g_hash_table_add (moved, (gpointer) (came ? &after.ids[i - diagonal] : &before.ids[i]));
    }

  return g_steal_pointer (&moved);
}

static gboolean
is_among (gint64   id,
          gpointer ids)
{
  return g_hash_table_contains (ids, &id);
}

/* The edits without knowing what was touched. */
static GArray *
find_edits (Span before,
            Span after)
{
  g_autoptr (GHashTable) moved = NULL;
  GArray *edits;
  guint n_same;

  n_same = trim (&before, &after);

  if (before.n == 0 || after.n == 0)
    {
      const SediaEdit edit = { .position = n_same, .removed = before.n, .added = after.n };

      edits = g_array_new (FALSE, FALSE, sizeof (SediaEdit));
      return before.n == after.n ? edits : g_array_append_val (edits, edit);
    }

  if ((moved = search (before, after)) == NULL)
    return NULL;
  if ((edits = explain (before, after, is_among, moved)) == NULL)
    return NULL;

  for (guint e = 0; e < edits->len; e++)
    g_array_index (edits, SediaEdit, e).position += n_same;

  return edits;
}

/**
 * sedia_spine_diff:
 * @before: (element-type gint64): the ids on the screen
 * @after: (element-type gint64): the ids that should be there
 * @is_touched: (nullable): says which rows were touched in between; %NULL when nobody knows
 * @data: for @is_touched
 *
 * Compares two spines. Changes neither, so it may run on any thread while nobody else changes them.
 *
 * Returns: (transfer full) (nullable) (element-type SediaEdit): what leads from one to the other:
 *   up to %SEDIA_SPINE_MAX_EDITS edits by rising position, none when both are the same; %NULL when
 *   more differs
 */
GArray *
sedia_spine_diff (GArray           *before,
                  GArray           *after,
                  SediaTouchedFunc  is_touched,
                  gpointer          data)
{
  GArray *edits = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  if (is_touched != NULL)
    edits = explain (span_of (before), span_of (after), is_touched, data);

  return edits != NULL ? edits : find_edits (span_of (before), span_of (after));
}
