/* Keeps a pane up to date with one thing in the store: reads it when another is chosen, and again
 * when a commit may have changed it.
 *
 *   static gpointer read_job (SediaDb *db, gpointer args, GError **error)    on the reading thread
 *   static void show (GtkWidget *pane, gint64 id, gpointer record)           NULL: nothing
 *
 * What was shown stays on the screen until the next is there: nothing flickers.
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SediaReader SediaReader;

/**
 * SediaReaderArgs:
 * @id: what to read
 * @all: everything about it, not only what is shown at first
 *
 * What the job is given.
 */
typedef struct
{
  gint64 id;
  gboolean all;
} SediaReaderArgs;

/**
 * SediaReaderFuncs:
 * @job: reads the thing; its data is a #SediaReaderArgs
 * @record_free: frees what @job returns
 * @concerns: whether a commit may have changed what is shown of the thing
 * @show: shows the thing, or that there is none; the record stays the reader's, until the next
 *
 * How one kind of thing is read and shown.
 */
typedef struct
{
  SediaJob job;
  GDestroyNotify record_free;
  gboolean (*concerns) (SediaChanges *changes,
                        gint64        id);
  void (*show) (GtkWidget *pane,
                gint64     id,
                gpointer   record);
} SediaReaderFuncs;

SediaReader *sedia_reader_new (GtkWidget              *pane,
                               const SediaReaderFuncs *funcs);
void sedia_reader_free (SediaReader *self);
void sedia_reader_set_store (SediaReader *self,
                             SediaStore  *store);
void sedia_reader_set_id (SediaReader *self,
                          gint64       id);
void sedia_reader_set_all (SediaReader *self,
                           gboolean     all);
gboolean sedia_reader_get_all (SediaReader *self);
SediaStore *sedia_reader_get_store (SediaReader *self);
gint64 sedia_reader_get_id (SediaReader *self);
gpointer sedia_reader_get_record (SediaReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaReader, sedia_reader_free)

G_END_DECLS
