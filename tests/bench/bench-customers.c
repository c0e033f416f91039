/* Who may be the same customer, among a hundred thousand whose names are much alike, against as
 * many bare look-ups off an index; and what keeping that up costs an import.
 */
#include "config.h"

#include "bench.h"

#include <string.h>

#define LOOK_UPS 400

static const char *const first[] = { "Siti", "Budi", "Dewi", "Agus", "Sri", "Ahmad", "Nur", "Eko",
                                     "Rina", "Joko", "Wati", "Andi", "Yanti", "Hendra", "Muhammad",
                                     "Indah", "Bambang", "Fitri", "Rudi", "Ratna" };
static const char *const middle[] = { "", "", "", "Dwi", "Tri", "Putri", "Putra", "Adi", "Ayu" };
static const char *const last[] = { "Rahma", "Rahmawati", "Santoso", "Lestari", "Wijaya", "Hidayat",
                                    "Saputra", "Nugroho", "Setiawan", "Kurniawan", "Permata",
                                    "Susanto", "Handayani", "Wibowo", "Pratama", "Utami",
                                    "Gunawan", "Siregar", "Hakim", "Maulana" };

static char *
any_name (void)
{
  return g_strdup_printf ("%s %s %s", first[bench_random (G_N_ELEMENTS (first))],
                          middle[bench_random (G_N_ELEMENTS (middle))],
                          last[bench_random (G_N_ELEMENTS (last))]);
}

static char *
any_phone (void)
{
  return g_strdup_printf ("08%d-%04d-%04d", 11 + (int) bench_random (80),
                          (int) bench_random (10000), (int) bench_random (10000));
}

static void
write_file (const char *path,
            guint       n_customers)
{
  g_autoptr (GString) text = g_string_new ("code,name,phone\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n_customers; i++)
    {
      g_autofree char *name = any_name ();
      g_autofree char *phone = any_phone ();

      g_string_append_printf (text, "C%u,%s,%s\n", i, name, phone);
    }
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

static gpointer
import_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr (SediaImportReport) report = sedia_import_run (db, data, error);

  return report != NULL ? SEDIA_DONE : NULL;
}

static double
import (SediaStore *store,
        const char *path)
{
  SediaImportOptions options = { .kind = SEDIA_TRANSFER_CUSTOMERS, .path = path, .day_first = -1 };
  const SediaAct act = { .kind = "import", .actor = "bench" };
  g_autoptr (GError) error = NULL;
  double begin = bench_now ();

  sedia_store_act (store, &act, import_job, &options, &error);
  g_assert_no_error (error);

  return bench_now () - begin;
}

/* One letter of a name is another. */
static char *
slip (char *name)
{
  name[bench_random ((gint64) strlen (name))] = 'e';

  return name;
}

static gpointer
look_up_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  GArray *times = data;
  guint n_found = 0;

  for (guint i = 0; i < LOOK_UPS; i++)
    {
      g_autofree char *name = slip (any_name ());
      g_autofree char *phone = any_phone ();
      double begin = bench_now (), time;
      g_autoptr (GPtrArray) suspects = sedia_customer_suspects (db, name, phone, 0, 5, error);

      time = bench_now () - begin;
      g_assert_nonnull (suspects);
      n_found += suspects->len;
      g_array_append_val (times, time);
    }
  g_print ("#   %u suspects in %u look-ups\n", n_found, LOOK_UPS);

  return SEDIA_DONE;
}

/* The first five customers of a name, off the index of names. */
static GArray *
limit (const char *path)
{
  sqlite3 *db = bench_open (path);
  sqlite3_stmt *row = bench_prepare (db, "SELECT * FROM customer WHERE name >= $1 COLLATE NOCASE"
                                         " ORDER BY name COLLATE NOCASE LIMIT 5");
  GArray *times = bench_times_new ();

  for (guint i = 0; i < LOOK_UPS; i++)
    {
      g_autofree char *name = any_name ();
      double begin = bench_now ();

      sqlite3_bind_text (row, 1, name, -1, SQLITE_STATIC);
      while (sqlite3_step (row) == SQLITE_ROW)
        (void) sqlite3_column_text (row, 2);
      sqlite3_reset (row);
      bench_add (times, bench_now () - begin);
    }
  sqlite3_finalize (row);
  sqlite3_close (db);

  return times;
}

int
main (void)
{
  const guint n_customers = bench_is_quick () ? 5000 : 100000;
  g_autofree char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autofree char *file = g_build_filename (folder, "customers.csv", NULL);
  g_autoptr (SediaStore) store = sedia_store_open (path, NULL);
  g_autoptr (GArray) times = bench_times_new ();
  g_autoptr (GArray) limits = NULL;
  g_autoptr (GError) error = NULL;

  bench_seed (11);
  write_file (file, n_customers);
  g_print ("# import of %u customers: %.0f ms\n", n_customers, import (store, file));

  sedia_store_read (store, look_up_job, times, &error);
  g_assert_no_error (error);
  limits = limit (path);
  bench_report ("suspects of a new customer", times, limits);
  g_print ("#   p95 %.2f ms, worst %.2f ms\n", bench_percentile (times, 0.95),
           bench_percentile (times, 1));

  g_assert_finalize_object (g_steal_pointer (&store));
  bench_remove (folder);

  return 0;
}
