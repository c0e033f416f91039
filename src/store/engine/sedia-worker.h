/* One thread with one connection: jobs run one after the other, in the order they were given. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

typedef struct _SediaWorker SediaWorker;

/**
 * SediaWork: What the worker does with its connection: it must return @task's answer itself.
 */
typedef void (*SediaWork) (SediaDb *db, GTask *task, gpointer data);

SediaWorker *sedia_worker_start (const char *name, const SediaDriver *driver, const char *path,
                                 SediaOpenMode mode, GError **error);
SediaWorker *sedia_worker_launch (const char *name, const SediaDriver *driver, const char *path,
                                  SediaOpenMode mode);
void sedia_worker_push (SediaWorker *self, SediaWork work, GTask *task, gpointer data,
                        GDestroyNotify data_free);
void sedia_worker_stop (SediaWorker *self);

G_END_DECLS
