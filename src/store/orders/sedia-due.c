/* What customers must be told about their lines.
 *
 * A line has a last word: what its customer was told last, or is to be told next.
 *
 *   it waits      backordered, or reservation-lost to whom "ready" was said
 *   it is ready   ready
 *
 * Only news is due: a line that still waits needs no second word about it, and a word that is not
 * true any more is withdrawn before anybody says it.
 */
#include "config.h"

#include "sedia-due.h"

#include "sedia-bulk.h"

#include <string.h>

typedef struct
{
  gboolean is_said; /* there is one */
  gboolean is_ready;
  gboolean is_told; /* said to the customer, not only due */
} LastWord;

static gboolean
run_for_line (SediaDb     *db,
              const char  *statement,
              gint64       line_id,
              const char  *reason,
              GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  sedia_stmt_bind_text (stmt, 2, reason);
  return sedia_stmt_run (stmt, error);
}

/* What was to be said of a line that waits is not true of it any more. Looked up before it is
 * changed: most lines of a delivery have been told, and a look costs a third of an update. */
static gboolean
withdraw_waiting (SediaDb   *db,
                  gint64     line_id,
                  gboolean  *was_lost,
                  GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "due-open-waiting", error);
  gboolean was_waiting = FALSE;
  SediaStep step;

  *was_lost = FALSE;
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      was_waiting = TRUE;
      *was_lost = *was_lost || strcmp (sedia_stmt_text (stmt, 0), "reservation-lost") == 0;
    }

  return step == SEDIA_STEP_DONE &&
         (!was_waiting || sedia_db_run (db, error, "due-withdraw-waiting", 1, line_id));
}

static gboolean
insert_due (SediaDb     *db,
            gint64       line_id,
            const char  *reason,
            GError     **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "due-insert", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  sedia_stmt_bind_text (stmt, 2, reason);
  sedia_stmt_bind_int64 (stmt, 3, operation->at);
  sedia_stmt_bind_int64 (stmt, 4, operation->id);
  return sedia_stmt_run (stmt, error);
}

static gboolean
read_last_word (SediaDb   *db,
                gint64     line_id,
                LastWord  *word,
                GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "due-last-word", error);
  SediaStep step;

  *word = (LastWord) { FALSE, FALSE, FALSE };
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    *word = (LastWord) { TRUE, strcmp (sedia_stmt_text (stmt, 0), "ready") == 0,
                         strcmp (sedia_stmt_text (stmt, 1), "told") == 0 };

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_due_add: The customer must be told this; the same thing is due once.
 */
gboolean
sedia_due_add (SediaDb     *db,
               gint64       line_id,
               const char  *reason,
               GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "due-has-open", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, line_id);
  sedia_stmt_bind_text (stmt, 2, reason);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  return sedia_stmt_int64 (stmt, 0) > 0 || insert_due (db, line_id, reason, error);
}

/**
 * sedia_due_note_waiting: A part of the line waits: its customer must be told so, unless that is
 * what they heard last, or are to hear.
 */
gboolean
sedia_due_note_waiting (SediaDb  *db,
                        gint64    line_id,
                        GError  **error)
{
  LastWord word;

  if (!read_last_word (db, line_id, &word, error))
    return FALSE;
  if (word.is_said && !word.is_ready)
    return TRUE;
  if (word.is_ready && word.is_told)
    return insert_due (db, line_id, "reservation-lost", error);

  return (!word.is_ready || run_for_line (db, "due-withdraw", line_id, "ready", error)) &&
         insert_due (db, line_id, "backordered", error);
}

/* Whether it is news to the customer that the line that waited is complete. Who knows that already,
 * and never heard of what went wrong between, need not be told. */
static gboolean
find_news (SediaDb   *db,
           gint64     line_id,
           gboolean  *is_news,
           GError   **error)
{
  gboolean was_lost;
  gint64 told_ready = 0;

  if (!withdraw_waiting (db, line_id, &was_lost, error) ||
      (was_lost && !sedia_db_value (db, &told_ready, error, "due-told-ready", 1, line_id)))
    return FALSE;

  *is_news = told_ready == 0;
  return TRUE;
}

/**
 * sedia_due_note_filled:
 * @db: the writing connection, in an operation
 * @line_ids: (element-type gint64): lines that waited and are complete now
 * @error: return location
 *
 * Their customers can collect them, and are told so where it is news. What is due is written at
 * once: a delivery completes thousands of lines.
 */
gboolean
sedia_due_note_filled (SediaDb  *db,
                       GArray   *line_ids,
                       GError  **error)
{
  const SediaOperationState *operation = sedia_db_operation (db);
  g_autoptr (SediaBulk) bulk = sedia_bulk_new (db, "due-insert", 4);

  for (guint i = 0; i < line_ids->len; i++)
    {
      const gint64 line_id = g_array_index (line_ids, gint64, i);
      gboolean is_news;

      if (!find_news (db, line_id, &is_news, error))
        return FALSE;
      if (!is_news)
        continue;

      sedia_bulk_add_int64 (bulk, line_id);
      sedia_bulk_add_text (bulk, "ready");
      sedia_bulk_add_int64 (bulk, operation->at);
      sedia_bulk_add_int64 (bulk, operation->id);
      if (!sedia_bulk_end_row (bulk, error))
        return FALSE;
    }

  return sedia_bulk_flush (bulk, error);
}

/**
 * sedia_due_note_complete: Nothing of the line waits; if the last word was that it does, this is
 * news.
 */
gboolean
sedia_due_note_complete (SediaDb  *db,
                         gint64    line_id,
                         GError  **error)
{
  gboolean is_news;
  LastWord word;

  if (!read_last_word (db, line_id, &word, error))
    return FALSE;
  if (!word.is_said || word.is_ready)
    return TRUE;

  return find_news (db, line_id, &is_news, error) &&
         (!is_news || insert_due (db, line_id, "ready", error));
}

/**
 * sedia_due_note_lost:
 * @db: the writing connection, in an operation
 * @line_id: an order line
 * @by_decision: somebody took the stock for something else
 * @error: return location
 *
 * Stock that was set aside for the line is not any more. A customer who had been told "ready" must
 * be told, and so must one whom a person took it from; the others, that it waits.
 */
gboolean
sedia_due_note_lost (SediaDb   *db,
                     gint64     line_id,
                     gboolean   by_decision,
                     GError   **error)
{
  gint64 told_ready;

  if (!run_for_line (db, "due-withdraw", line_id, "ready", error) ||
      !sedia_db_value (db, &told_ready, error, "due-told-ready", 1, line_id))
    return FALSE;

  return told_ready != 0 || by_decision ? sedia_due_add (db, line_id, "reservation-lost", error)
                                        : sedia_due_note_waiting (db, line_id, error);
}

/**
 * sedia_due_put_right:
 * @db: the writing connection, in an operation
 * @line_id: an order line that is open
 * @waits: whether a part of it has no stock set aside
 * @error: return location
 *
 * After an undo: the words are those of another time, and some of them may not be true now. Who was
 * to hear, or had heard, otherwise is told how the line stands; a customer who was never to hear
 * anything about it (an imported order, goods that were there at once) is left alone.
 */
gboolean
sedia_due_put_right (SediaDb   *db,
                     gint64     line_id,
                     gboolean   waits,
                     GError   **error)
{
  gboolean was_lost;
  LastWord word;

  if (!read_last_word (db, line_id, &word, error))
    return FALSE;
  if (!word.is_said)
    return TRUE;
  if (waits)
    return sedia_due_note_waiting (db, line_id, error) &&
           run_for_line (db, "due-withdraw", line_id, "ready", error);

  return withdraw_waiting (db, line_id, &was_lost, error) &&
         (word.is_ready || insert_due (db, line_id, "ready", error));
}

/**
 * sedia_due_note_closed: There is nothing left to tell.
 */
gboolean
sedia_due_note_closed (SediaDb  *db,
                       gint64    line_id,
                       GError  **error)
{
  return sedia_db_run (db, error, "due-withdraw-all", 1, line_id);
}
