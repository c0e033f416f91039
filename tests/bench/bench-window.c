/* The window, against an empty one of the same GTK: until something is to be seen, while it
 * scrolls, while it is sorted, during a clerk's day, and how much memory it holds.
 *
 *   bench-window WATCHED-SEDIA LIMIT-WINDOW
 *
 * Both programs are started anew for each number, by turns, and tell what they saw; a start is
 * timed from before the process is made. Needs a screen and a session bus of its own (meson.build).
 */
#include "config.h"

#include "bench.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define CUSTOMERS 5000
#define SUPPLIERS 20
#define LINES_PER_PRODUCT 10
#define LONG_ROUND 50.0 /* ms: from here on somebody could notice */

typedef struct
{
  const char *watched;
  const char *limit;
  guint n_starts;
  guint n_frames;
  guint n_days;
} Run;

/* ---- shops, where the program looks for its file */

typedef struct
{
  char *folder; /* the user's data */
  char *path;
  guint n_products;
} Place;

static Place
place_open (guint n_products,
            guint n_lines)
{
  Place place = { .n_products = n_products };
  g_autofree char *sedia = NULL;
  sqlite3 *db;

  place.folder = bench_folder ();
  sedia = g_build_filename (place.folder, "sedia", NULL);
  place.path = g_build_filename (sedia, "shop.db", NULL);
  g_assert_cmpint (g_mkdir (sedia, 0700), ==, 0);

  db = bench_open_shop (place.path);
  bench_fill_products (db, n_products);
  bench_fill_customers (db, CUSTOMERS);
  bench_fill_suppliers (db, SUPPLIERS);
  bench_fill_lines (db, n_lines, MIN (n_lines / LINES_PER_PRODUCT, n_products), CUSTOMERS);
  bench_close_filled (db);

  return place;
}

static void
place_close (Place *place)
{
  g_autofree char *sedia = g_path_get_dirname (place->path);

  bench_remove (sedia);
  bench_remove (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

/* ---- programs that tell */

/* What was told: name -> times. */
static void
take_line (GHashTable *told,
           const char *line)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *name = tab != NULL ? g_strndup (line, (gsize) (tab - line)) : NULL;
  GArray *times;

  if (name == NULL)
    return;

  if ((times = g_hash_table_lookup (told, name)) == NULL)
    {
      times = bench_times_new ();
      g_hash_table_insert (told, g_strdup (name), times);
    }
  bench_add (times, g_ascii_strtod (tab + 1, NULL));
}

/* What the program told; @begun is the time before it was started. */
static GHashTable *
run_program (const Place *place,
             const char  *program,
             const char  *first,
             const char  *second,
             double      *begun)
{
  const char *argv[] = { program, first, second, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_array_unref);
  int status;

  if (place != NULL)
    environment = g_environ_setenv (environment, "XDG_DATA_HOME", place->folder, TRUE);
  *begun = bench_now ();
  if (!g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", program, error->message);

  lines = g_strsplit (output, "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (told, lines[i]);

  return told;
}

static GArray *
find_times (GHashTable *told,
            const char *name)
{
  GArray *times = g_hash_table_lookup (told, name);

  if (times == NULL)
    g_error ("Nothing was told of “%s”", name);
  return times;
}

static double
find_time (GHashTable *told,
           const char *name)
{
  return g_array_index (find_times (told, name), double, 0);
}

/* ---- starts */

typedef struct
{
  GArray *frame;
  GArray *rows;
} Starts;

static void
time_start (const Run   *run,
            const Place *place,
            const char  *page,
            Starts      *starts)
{
  double begun;
  g_autoptr (GHashTable) told = run_program (place, run->watched, "start", page, &begun);

  bench_add (starts->frame, find_time (told, "first-frame") - begun);
  bench_add (starts->rows, find_time (told, "first-rows") - begun);
}

/* Its frame is that of an empty window, its rows are those of a column view over a million. */
static void
time_limit (const Run *run,
            Starts    *starts)
{
  double begun;
  g_autoptr (GHashTable) empty = NULL, rows = NULL;

  empty = run_program (NULL, run->limit, NULL, NULL, &begun);
  bench_add (starts->frame, find_time (empty, "first-frame") - begun);
  rows = run_program (NULL, run->limit, "1000000", "0", &begun);
  bench_add (starts->rows, find_time (rows, "first-frame") - begun);
}

static void
starts_clear (Starts *starts)
{
  g_array_unref (starts->frame);
  g_array_unref (starts->rows);
}

static void
report_starts (const Place  *place,
               const char   *page,
               Starts       *starts,
               const Starts *limit)
{
  g_autofree char *frame = g_strdup_printf ("%u products, %s: first frame (aim 1.3)",
                                            place->n_products, page);
  g_autofree char *rows = g_strdup_printf ("%u products, %s: first rows (aim 2.2)",
                                           place->n_products, page);

  bench_report (frame, starts->frame, limit->frame);
  bench_report (rows, starts->rows, limit->frame);
  bench_report ("  the same, against a bare column view", starts->rows, limit->rows);
  starts_clear (starts);
}

static void
time_starts (const Run   *run,
             const Place *places,
             guint        n_places)
{
  static const char *const pages[] = { "waiting", "stock" };
  Starts limit = { bench_times_new (), bench_times_new () };
  Starts starts[2][G_N_ELEMENTS (pages)];

  for (guint i = 0; i < n_places; i++)
    for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
      starts[i][p] = (Starts) { bench_times_new (), bench_times_new () };

  for (guint k = 0; k < run->n_starts; k++)
    {
      time_limit (run, &limit);
      for (guint i = 0; i < n_places; i++)
        for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
          time_start (run, &places[i], pages[p], &starts[i][p]);
    }

  for (guint i = 0; i < n_places; i++)
    for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
      report_starts (&places[i], pages[p], &starts[i][p], &limit);
  starts_clear (&limit);
}

/* ---- a list */

static void
report_list (const Place *place,
             GHashTable  *ours,
             GHashTable  *limit,
             double       empty_memory)
{
  GArray *scroll = find_times (ours, "scroll");
  GArray *limit_scroll = find_times (limit, "scroll");
  GArray *sort = find_times (ours, "sort");
  GArray *replace = find_times (limit, "replace");

  g_print ("# %u rows, 40 pixels a frame: p95 %.2f ms (aim 16.7), worst %.2f ms; limit p95 %.2f ms,"
           " worst %.2f ms; ratio of the p95 %.2f\n", place->n_products,
           bench_percentile (scroll, 0.95), bench_percentile (scroll, 1),
           bench_percentile (limit_scroll, 0.95), bench_percentile (limit_scroll, 1),
           bench_percentile (scroll, 0.95) / bench_percentile (limit_scroll, 0.95));
  g_print ("# %u rows, other orders: longest round of the main loop %.1f ms (aim 100); limit, all"
           " rows replaced %.1f ms; ratio %.2f; the list is whole after %.0f ms\n",
           place->n_products, bench_percentile (sort, 1), bench_percentile (replace, 1),
           bench_percentile (sort, 1) / bench_percentile (replace, 1),
           bench_percentile (find_times (ours, "sort-whole"), 1));
  g_print ("# %u rows, memory: %.1f MB, %.1f MB after a search; a column view without rows %.1f MB,"
           " with as many %.1f MB; over the one without rows %.1f MB (aim 30)\n", place->n_products,
           find_time (ours, "memory"), find_time (ours, "memory-searched"), empty_memory,
           find_time (limit, "memory"), find_time (ours, "memory") - empty_memory);
}

static void
time_list (const Run   *run,
           const Place *place)
{
  g_autofree char *n_frames = g_strdup_printf ("%u", run->n_frames);
  g_autofree char *n_rows = g_strdup_printf ("%u", place->n_products);
  g_autoptr (GHashTable) ours = NULL, limit = NULL, empty = NULL;
  double begun;

  limit = run_program (NULL, run->limit, n_rows, n_frames, &begun);
  empty = run_program (NULL, run->limit, "0", "0", &begun);
  ours = run_program (place, run->watched, "list", n_frames, &begun);
  report_list (place, ours, limit, find_time (empty, "memory"));
}

/* ---- a day */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
report_day (const Place *place,
            GHashTable  *told)
{
  guint n_steps;
  g_autofree char **steps = (char **) g_hash_table_get_keys_as_array (told, &n_steps);
  g_autoptr (GArray) all = bench_times_new ();
  const char *worst = NULL;
  double longest = 0;

  qsort (steps, n_steps, sizeof *steps, compare_names);
  for (guint i = 0; i < n_steps; i++)
    {
      GArray *times = g_hash_table_lookup (told, steps[i]);

      if (bench_percentile (times, 1) > longest)
        {
          longest = bench_percentile (times, 1);
          worst = steps[i];
        }
      g_array_append_vals (all, times->data, times->len);
    }

  g_print ("# a clerk's day among %u products: longest round of the main loop %.1f ms (aim 50),"
           " when it was to %s; %u rounds of a millisecond or more, p95 %.1f ms, p99 %.1f ms\n",
           place->n_products, longest, worst, all->len, bench_percentile (all, 0.95),
           bench_percentile (all, 0.99));
  for (guint i = 0; i < n_steps; i++)
    {
      GArray *times = g_hash_table_lookup (told, steps[i]);

      g_print ("#   %s%-30s longest %6.1f ms, of %4u p95 %6.1f ms\n",
               bench_percentile (times, 1) > LONG_ROUND ? "* " : "  ", steps[i],
               bench_percentile (times, 1), times->len, bench_percentile (times, 0.95));
    }
}

static void
time_day (const Run   *run,
          const Place *place)
{
  g_autofree char *n_days = g_strdup_printf ("%u", run->n_days);
  g_autoptr (GHashTable) told = NULL;
  double begun;

  told = run_program (place, run->watched, "day", n_days, &begun);
  report_day (place, told);
}

int
main (int    argc,
      char **argv)
{
  const gboolean is_quick = bench_is_quick ();
  Run run = { .n_starts = is_quick ? 1 : 7, .n_frames = is_quick ? 20 : 400,
              .n_days = is_quick ? 1 : 3 };
  Place places[2];

  g_assert_cmpint (argc, ==, 3);
  run.watched = argv[1];
  run.limit = argv[2];
  places[0] = place_open (1000, is_quick ? 1000 : 50000);
  places[1] = place_open (is_quick ? 5000 : 1000000, is_quick ? 1000 : 50000);

  time_starts (&run, places, G_N_ELEMENTS (places));
  time_list (&run, &places[1]);
  time_day (&run, &places[1]);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    place_close (&places[i]);

  return 0;
}
