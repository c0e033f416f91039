/* Documents being typed: kept as typed, until they are booked or thrown away. */
#include "config.h"

#include "sedia-drafts.h"

#include "sedia-operation.h"
#include "sedia-time.h"

#define KEEP_BOOKED (30 * G_TIME_SPAN_DAY)

/* As the schema has them. */
static const char *const kind_names[] = {
  [SEDIA_DRAFT_DELIVERY] = "delivery",
  [SEDIA_DRAFT_ORDER] = "order",
  [SEDIA_DRAFT_PURCHASE] = "purchase",
};

/**
 * sedia_draft_save:
 * @db: the writing connection, in a note
 * @draft_id: (inout): the draft; 0 begins one
 * @kind: of what
 * @who: the supplier or customer, as typed
 * @number: of the note, as typed
 * @lines: how many lines there are
 * @content: everything typed, as JSON whose `$.lines[*].product` are ids of products
 * @error: return location
 *
 * Keeps a document as it is typed.
 */
gboolean
sedia_draft_save (SediaDb         *db,
                  gint64          *draft_id,
                  SediaDraftKind   kind,
                  const char      *who,
                  const char      *number,
                  guint            lines,
                  const char      *content,
                  GError         **error)
{
  const gint64 before = *draft_id;
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, before == 0 ? "draft-insert" : "draft-update",
                                                 error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_time_now ());
  sedia_stmt_bind_text (stmt, 2, who != NULL ? who : "");
  sedia_stmt_bind_text (stmt, 3, number != NULL ? number : "");
  sedia_stmt_bind_int64 (stmt, 4, lines);
  sedia_stmt_bind_text (stmt, 5, content);
  sedia_stmt_bind_text (stmt, 6, kind_names[kind]);
  if (before != 0)
    sedia_stmt_bind_int64 (stmt, 7, before);

  if (!sedia_stmt_run_id (stmt, draft_id, error))
    return FALSE;
  if (*draft_id == 0)
    sedia_set_not_found (error, SEDIA_THING_DRAFT, before);

  return *draft_id != 0;
}

/**
 * sedia_draft_discard: Throws a draft away.
 */
gboolean
sedia_draft_discard (SediaDb  *db,
                     gint64    draft_id,
                     GError  **error)
{
  return sedia_db_run (db, error, "draft-delete", 1, draft_id);
}

/**
 * sedia_draft_put_away:
 * @db: the writing connection, in the operation that books it
 * @draft_id: a draft; 0 for none
 * @error: return location
 *
 * What was typed has been booked. It is kept out of sight for a while: should that be taken back,
 * the draft is there again.
 */
gboolean
sedia_draft_put_away (SediaDb  *db,
                      gint64    draft_id,
                      GError  **error)
{
  return draft_id == 0 ||
         (sedia_db_run (db, error, "draft-booked", 2, draft_id, sedia_db_operation (db)->id) &&
          sedia_db_run (db, error, "draft-delete-old", 1, sedia_time_now () - KEEP_BOOKED));
}

/**
 * sedia_draft_free: Frees a draft.
 */
void
sedia_draft_free (SediaDraft *draft)
{
  if (draft == NULL)
    return;

  g_free (draft->who);
  g_free (draft->number);
  g_free (draft->content);
  g_free (draft);
}

static SediaDraft *
draft_from_stmt (SediaStmt *stmt)
{
  SediaDraft *draft = g_new0 (SediaDraft, 1);

  draft->id = sedia_stmt_int64 (stmt, 0);
  draft->updated_at = sedia_stmt_int64 (stmt, 1);
  draft->who = sedia_stmt_dup_text (stmt, 2);
  draft->number = sedia_stmt_dup_text (stmt, 3);
  draft->lines = (guint) sedia_stmt_int64 (stmt, 4);
  draft->content = sedia_stmt_dup_text (stmt, 5);
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (sedia_stmt_text (stmt, 6), kind_names[i]))
      draft->kind = (SediaDraftKind) i;

  return draft;
}

/**
 * sedia_draft_read: (transfer full) (nullable) a draft as typed.
 */
SediaDraft *
sedia_draft_read (SediaDb  *db,
                  gint64    draft_id,
                  GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "draft-read", error);
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_int64 (stmt, 1, draft_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_DONE)
    sedia_set_not_found (error, SEDIA_THING_DRAFT, draft_id);

  return step == SEDIA_STEP_ROW ? draft_from_stmt (stmt) : NULL;
}

/**
 * sedia_draft_last: (transfer full) (nullable) the draft of a kind that was changed last; NULL
 * without @error for none.
 */
SediaDraft *
sedia_draft_last (SediaDb         *db,
                  SediaDraftKind   kind,
                  GError         **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "draft-last", error);

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_text (stmt, 1, kind_names[kind]);

  return sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW ? draft_from_stmt (stmt) : NULL;
}
