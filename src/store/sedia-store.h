/* The shop's records: one file, a thread that writes, a thread that reads.
 *
 * This is the only header of the store that the floors above include. Everything is asked for as a
 * job, a function that runs on one of the two threads; the blocking forms are for programs without
 * a main loop.
 */
#pragma once

#include "sedia-backup.h"
#include "sedia-changes.h"
#include "sedia-charts.h"
#include "sedia-commands.h"
#include "sedia-demand.h"
#include "sedia-error.h"
#include "sedia-insight.h"
#include "sedia-installed.h"
#include "sedia-reads.h"
#include "sedia-store-types.h"
#include "sedia-telling.h"
#include "sedia-transfer.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_STORE (sedia_store_get_type ())

G_DECLARE_FINAL_TYPE (SediaStore, sedia_store, SEDIA, STORE, GObject)

/* Signals, on the main thread:
 *   changed (SediaChanges *changes)            something was committed, by this program or another
 *   acted (gint64 operation, char *kind, char *subject)   an action of this program was committed
 */

char *sedia_store_default_path (void);
SediaStore *sedia_store_open (const char *path, GError **error);
/* A sample shop in a temporary folder, which goes when it is closed. Blocks. */
SediaStore *sedia_store_open_sample (GError **error);
gboolean sedia_store_is_sample (SediaStore *self);
void sedia_store_close (SediaStore *self);
const char *sedia_store_get_path (SediaStore *self);

gpointer sedia_store_read (SediaStore *self, SediaJob job, gpointer data, GError **error);
void sedia_store_read_async (SediaStore *self, SediaJob job, gpointer data,
                             GDestroyNotify data_free, GDestroyNotify result_free,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
/* For what reads for long: on a thread of its own, so that the lists need not wait for it. */
void sedia_store_read_long_async (SediaStore *self, SediaJob job, gpointer data,
                                  GDestroyNotify data_free, GDestroyNotify result_free,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* A job on the writing thread: begin, the operation, the job, commit. For an act with a key the
 * job's result must be a string: it is kept, and the same key again returns it without running the
 * job. */
gpointer sedia_store_act (SediaStore *self, const SediaAct *act, SediaJob job, gpointer data,
                          GError **error);
void sedia_store_act_async (SediaStore *self, const SediaAct *act, SediaJob job, gpointer data,
                            GDestroyNotify data_free, GDestroyNotify result_free,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
/* A transaction without an operation: drafts, the outbox. */
void sedia_store_note_async (SediaStore *self, SediaJob job, gpointer data,
                             GDestroyNotify data_free, GDestroyNotify result_free,
                             GAsyncReadyCallback callback, gpointer user_data);
gpointer sedia_store_note (SediaStore *self, SediaJob job, gpointer data, GError **error);
/* For all three. (transfer full) */
gpointer sedia_store_finish (SediaStore *self, GAsyncResult *result, GError **error);

/* Looks whether another program has changed the file; the window calls it on focus, a timer every 2
 * s. */
void sedia_store_look (SediaStore *self);
/* problems: (out) (optional) (element-type utf8): see sedia_backup_write() */
gboolean sedia_store_backup (SediaStore *self, const char *path, GPtrArray **problems,
                             GError **error);

/* A job that returns nothing returns this. */
#define SEDIA_DONE GINT_TO_POINTER (1)

G_END_DECLS
