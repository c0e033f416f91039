/* What happened to a customer's orders, in the order it happened. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-telling.h"

static void
part_free (SediaMomentPart *part)
{
  g_free (part->product);
  g_free (part->unit);
  g_free (part);
}

/**
 * sedia_moment_free: Frees a moment with its parts.
 */
void
sedia_moment_free (SediaMoment *moment)
{
  if (moment == NULL)
    return;

  g_free (moment->actor);
  g_ptr_array_unref (moment->parts);
  g_free (moment);
}

static SediaMoment *
moment_from_stmt (SediaStmt *stmt)
{
  SediaMoment *moment = g_new0 (SediaMoment, 1);

  moment->kind = (SediaMomentKind) sedia_stmt_int64 (stmt, 0);
  moment->at = sedia_stmt_int64 (stmt, 1);
  moment->actor = sedia_stmt_dup_text (stmt, 2);
  moment->order_id = sedia_stmt_int64 (stmt, 3);
  moment->replaced_by = sedia_stmt_int64 (stmt, 9);
  moment->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  return moment;
}

static SediaMomentPart *
part_from_stmt (SediaStmt *stmt)
{
  SediaMomentPart *part = g_new (SediaMomentPart, 1);

  part->product = sedia_stmt_dup_text (stmt, 5);
  part->quantity = sedia_stmt_int64 (stmt, 6);
  part->decimals = (guint) sedia_stmt_int64 (stmt, 7);
  part->unit = sedia_stmt_dup_text (stmt, 8);

  return part;
}

/**
 * sedia_moment_list:
 * @db: a connection
 * @customer_id: a customer
 * @limit: at most so many parts, 0 for all
 * @error: return location
 *
 * What happened to their orders. All that one operation did to lines of one order in one way is one
 * moment.
 *
 * Returns: (transfer full) (nullable) (element-type SediaMoment): the newest first
 */
GPtrArray *
sedia_moment_list (SediaDb  *db,
                   gint64    customer_id,
                   guint     limit,
                   GError  **error)
{
  g_autoptr (GPtrArray) moments = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_moment_free);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "moments-of", error);
  SediaMoment *last = NULL;
  gint64 last_operation = 0;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  sedia_stmt_bind_int64 (stmt, 2, limit > 0 ? (gint64) limit : -1);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const SediaMomentKind kind = (SediaMomentKind) sedia_stmt_int64 (stmt, 0);
      const gint64 order_id = sedia_stmt_int64 (stmt, 3);
      const gint64 operation = sedia_stmt_int64 (stmt, 4);

      if (last == NULL || last->kind != kind || last->order_id != order_id ||
          last_operation != operation)
        {
          last = moment_from_stmt (stmt);
          last_operation = operation;
          g_ptr_array_add (moments, last);
        }
      g_ptr_array_add (last->parts, part_from_stmt (stmt));
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&moments) : NULL;
}
