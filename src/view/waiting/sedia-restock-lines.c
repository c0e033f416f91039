/* Which lines a restock filled, for showing exactly those. */
#include "config.h"

#include "sedia-restock-lines.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

#define RECENT 200 /* operations among which the day of a restock is looked for */

/**
 * sedia_restock_lines_free: Frees what sedia_restock_lines_read_finish() gave.
 */
void
sedia_restock_lines_free (SediaRestockLines *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

static gint64
time_of (SediaDb *db,
         gint64   operation_id)
{
  g_autoptr (GPtrArray) recent = sedia_operation_list (db, RECENT, NULL);

  for (guint i = 0; recent != NULL && i < recent->len; i++)
    {
      const SediaOperation *operation = g_ptr_array_index (recent, i);

      if (operation->id == operation_id)
        return operation->at;
    }

  return 0;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const gint64 *operation_id = data;
  g_autoptr (SediaRestockLines) self = g_new0 (SediaRestockLines, 1);

  self->operation_id = *operation_id;
  self->lines = sedia_notice_lines (db, *operation_id, error);
  if (self->lines == NULL)
    return NULL;

  self->at = time_of (db, *operation_id);

  return g_steal_pointer (&self);
}

/**
 * sedia_restock_lines_read:
 * @store: where from
 * @operation_id: what filled the lines
 * @cancellable: (nullable): when nobody wants it any more
 * @callback: called when they are read
 * @user_data: for @callback
 */
void
sedia_restock_lines_read (SediaStore          *store,
                          gint64               operation_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  sedia_store_read_async (store, read_job, g_memdup2 (&operation_id, sizeof operation_id), g_free,
                          (GDestroyNotify) sedia_restock_lines_free, cancellable, callback,
                          user_data);
}

/**
 * sedia_restock_lines_read_finish:
 * @store: where from
 * @answer: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the lines
 */
SediaRestockLines *
sedia_restock_lines_read_finish (SediaStore    *store,
                                 GAsyncResult  *answer,
                                 GError       **error)
{
  return sedia_store_finish (store, answer, error);
}

/**
 * sedia_restock_lines_label:
 * @self: the lines
 *
 * Returns: (transfer full): words for a chip: "Restock of 22 Nov · 14 lines"
 */
char *
sedia_restock_lines_label (const SediaRestockLines *self)
{
  g_autofree char *day = sedia_format_time (self->at);
  g_autofree char *lines = NULL;

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", self->lines->len), self->lines->len);

  /* Translators: when stock came, how many lines it filled: "Restock of yesterday · 14 lines" */
  return self->at != 0 ? g_strdup_printf (_("Restock of %s · %s"), day, lines)
                       : g_strdup_printf (_("Restock · %s"), lines);
}
