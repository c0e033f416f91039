/* Names the store's public headers share. */
#pragma once

#include <gio/gio.h>

#include "sedia-query.h"
#include "sedia-queue.h"
#include "sedia-records.h"

G_BEGIN_DECLS

/* Only jobs see it, and only as something to hand to the functions of the store. */
typedef struct _SediaDb SediaDb;

/**
 * SediaAct:
 * @kind: what is being done: `delivery-receive`; see sedia_operation_label()
 * @at: when it happened, microseconds UTC; 0 for now
 * @actor: (nullable): who; NULL for the login's real name
 * @key: (nullable): the caller's own key; the same key again changes nothing
 * @reason: (nullable): why, for the log
 * @anyway: go on where a warning would stop it
 *
 * One user action: one transaction, one entry in the log, one undo.
 */
typedef struct
{
  const char *kind;
  gint64 at;
  const char *actor;
  const char *key;
  const char *reason;
  gboolean anyway;
} SediaAct;

/**
 * SediaDraftKind: What is being typed.
 */
typedef enum
{
  SEDIA_DRAFT_DELIVERY,
  SEDIA_DRAFT_ORDER,
  SEDIA_DRAFT_PURCHASE,
} SediaDraftKind;

/**
 * SediaJob: What runs on a store's thread with its connection.
 *
 * Returns: (transfer full) (nullable): the result; NULL with @error set when it failed
 */
typedef gpointer (*SediaJob) (SediaDb *db, gpointer data, GError **error);

/**
 * SediaProgressFunc:
 * @step: what is done
 * @n_done: how much of it is done
 * @n_all: of how much, 0 when that is not known
 * @data: what was given with the function
 *
 * Hears now and then how far something is, on whatever thread does it.
 */
typedef void (*SediaProgressFunc) (int step, guint n_done, guint n_all, gpointer data);

G_END_DECLS
