/* What the benchmarks share: a clock, medians, names, and a bare SQLite connection for the
 * limits. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "sedia-store.h"

G_BEGIN_DECLS

double bench_now (void);                       /* milliseconds */
GArray *bench_times_new (void);
void bench_add (GArray *times, double time);
double bench_percentile (GArray *times, double p);
gint64 bench_random (gint64 below);            /* the same numbers in every run */
void bench_seed (guint64 seed);
char *bench_name (gint64 number);
/* SEDIA_BENCH=full: large sizes; else small ones, to see that it still runs */
gboolean bench_is_quick (void);

char *bench_folder (void);
void bench_remove (const char *folder);
void bench_copy (const char *from, const char *to);

sqlite3 *bench_open (const char *path);        /* with the pragmas the store uses */
void bench_run (sqlite3 *db, const char *sql);
sqlite3_stmt *bench_prepare (sqlite3 *db, const char *sql);
void bench_step (sqlite3_stmt *stmt);          /* runs it, and resets it */
void bench_step_with (sqlite3_stmt *stmt, guint n, ...); /* with n values, each a gint64 */
gint64 bench_value (const char *path, const char *sql);

/* A shop filled by bare statements, in a transaction that bench_close_filled() ends. */
sqlite3 *bench_open_shop (const char *path);
void bench_fill_products (sqlite3 *db, guint n);
void bench_fill_customers (sqlite3 *db, guint n);
void bench_fill_suppliers (sqlite3 *db, guint n);
void bench_fill_lines (sqlite3 *db,
                       guint    n_lines,
                       guint    n_products,
                       guint    n_customers);
void bench_close_filled (sqlite3 *db);

/* Medians, in milliseconds, and their ratio. */
void bench_report (const char *what, GArray *ours, GArray *limit);

G_END_DECLS
