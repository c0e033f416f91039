/* Work on one thread, the database on another: everything arrives, questions are answered, and both
 * ends can stop.
 */
#include "config.h"

#include <glib.h>

#include "sedia-import-feed.h"
#include "sedia-schema.h"

#define N_PIECES 50

typedef struct
{
  guint n_given;
  guint n_asked;
  gint64 answer;
  gboolean was_stopped;
  gboolean fails;
} Job;

static SediaDb *
open_memory (void)
{
  SediaDb *db = sedia_db_open (&sedia_driver_sqlite, ":memory:", SEDIA_OPEN_WRITER, NULL);

  g_assert_true (sedia_schema_migrate (db, ":memory:", NULL));
  return db;
}

static gboolean
count_tables (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  return sedia_db_value (db, data, error, "schema-tables", 0);
}

static gboolean
refuse (SediaDb   *db,
        gpointer   data,
        GError   **error)
{
  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED, "No.");
  return FALSE;
}

static gboolean
work (SediaFeed  *feed,
      gpointer    data,
      GError    **error)
{
  Job *job = data;

  for (guint i = 0; i < N_PIECES; i++)
    {
      guint *piece;

      if (i % 7 == 0 && !sedia_feed_ask (feed, count_tables, &job->answer, error))
        return FALSE;
      piece = g_new (guint, 1);
      *piece = i;
      if (!sedia_feed_give (feed, piece))
        {
          job->was_stopped = TRUE;
          return FALSE;
        }
      job->n_given++;
    }

  return !job->fails || sedia_feed_ask (feed, refuse, NULL, error);
}

static void
test_all (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  Job job = { 0 };
  SediaFeed *feed = sedia_feed_start (work, &job, g_free);
  gpointer piece;
  guint n = 0;

  while (sedia_feed_next (feed, db, &piece))
    {
      g_assert_cmpint (*(guint *) piece, ==, n++);
      g_free (piece);
    }

  g_assert_cmpint (n, ==, N_PIECES);
  g_assert_true (sedia_feed_finish (feed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (job.answer, >, 20);
}

/* What the database says no to, the work ends with. */
static void
test_refused (void)
{
  g_autoptr (SediaDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  Job job = { .fails = TRUE };
  SediaFeed *feed = sedia_feed_start (work, &job, g_free);
  gpointer piece;

  while (sedia_feed_next (feed, db, &piece))
    g_free (piece);

  g_assert_false (sedia_feed_finish (feed, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
}

/* Nobody takes the pieces any more: the work stops, also while it waits for room or an answer. */
static void
test_stopped (void)
{
  g_autoptr (SediaDb) db = open_memory ();

  for (guint n_taken = 0; n_taken < 10; n_taken++)
    {
      g_autoptr (GError) error = NULL;
      Job job = { 0 };
      SediaFeed *feed = sedia_feed_start (work, &job, g_free);
      gpointer piece;

      for (guint i = 0; i < n_taken; i++)
        {
          g_assert_true (sedia_feed_next (feed, db, &piece));
          g_free (piece);
        }

      g_assert_false (sedia_feed_finish (feed, &error));
      g_assert_no_error (error);
      g_assert_cmpint (job.n_given, <, N_PIECES);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/feed/all", test_all);
  g_test_add_func ("/store/feed/refused", test_refused);
  g_test_add_func ("/store/feed/stopped", test_stopped);

  return g_test_run ();
}
