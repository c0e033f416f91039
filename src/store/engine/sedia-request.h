/* One job on its way to a store's thread and back. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct _SediaRequest SediaRequest;

typedef enum
{
  SEDIA_REQUEST_READ,
  SEDIA_REQUEST_LONG_READ,
  SEDIA_REQUEST_ACT,
  SEDIA_REQUEST_NOTE,
  SEDIA_REQUEST_SELF, /* on the writer, without a transaction: the schema, others' commits */
} SediaRequestKind;

/* One job on its way to a thread and back. */
struct _SediaRequest
{
  SediaStore *store; /* borrowed: the task or the waiting caller holds it */
  SediaRequestKind kind;
  /* Tells the store, on the writer's thread, that something was committed. */
  void (*committed) (SediaDb *db, SediaRequest *request, const char *subject);
  SediaJob job;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;

  /* The act, copied. */
  SediaAct act;
  char *act_kind, *act_actor, *act_key, *act_reason;

  gpointer result;
  GError *error;
  gint64 operation_id;

  /* For a caller that waits. */
  GMutex mutex;
  GCond cond;
  gboolean is_done;
};

SediaRequest *sedia_request_new (SediaStore       *store,
                                 SediaRequestKind  kind,
                                 SediaJob          job,
                                 gpointer          data,
                                 const SediaAct   *act);
void sedia_request_free (SediaRequest *request);
void sedia_request_work_async (SediaDb  *db,
                               GTask    *task,
                               gpointer  data);
void sedia_request_work_sync (SediaDb  *db,
                              GTask    *task,
                              gpointer  data);

G_END_DECLS
