/* The shop's books, recomputed: every balance against the rows that make it. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *statement;
  const char *problem; /* in words; the place and the figures follow */
} Check;

static const Check checks[] = {
  { "check-on-hand", N_("Product: on hand is not the sum of its movements") },
  { "check-product-reserved", N_("Product: reserved is not the sum of its lines") },
  { "check-open", N_("Product: demand is not the sum of its open lines") },
  { "check-balance-missing", N_("Product: without a balance") },
  { "check-line-reserved", N_("Order line: reserved is not the sum of its reservations") },
  { "check-line-delivered", N_("Order line: delivered is not the sum of its hand-overs") },
  { "check-line-over",
    N_("Order line: what went beyond the order is not the sum of its hand-overs") },
  { "check-reserved-too-much", N_("Product: more is set aside than is there") },
  { "check-left-waiting", N_("Product: stock is free while a line waits for it") },
  { "check-place", N_("Order line: not at its order's place in the queue") },
};

static gboolean
run_check (SediaDb      *db,
           const Check  *check,
           GPtrArray    *problems,
           GError      **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, check->statement, error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (problems,
                     g_strdup_printf ("%s: %s (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                                      _(check->problem), sedia_stmt_text (stmt, 0),
                                      sedia_stmt_int64 (stmt, 1), sedia_stmt_int64 (stmt, 2)));

  return step == SEDIA_STEP_DONE;
}

static gboolean
check_file (SediaDb    *db,
            GPtrArray  *problems,
            GError    **error)
{
  g_autoptr (SediaStmt) integrity = sedia_db_prepare (db, "check-integrity", error);
  g_autoptr (SediaStmt) keys = integrity != NULL
                                 ? sedia_db_prepare (db, "check-foreign-keys", error)
                                 : NULL;
  SediaStep step;

  if (keys == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (integrity, error)) == SEDIA_STEP_ROW)
    if (g_strcmp0 (sedia_stmt_text (integrity, 0), "ok") != 0)
      g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s"),
                                                  sedia_stmt_text (integrity, 0)));
  if (step == SEDIA_STEP_ERROR)
    return FALSE;

  while ((step = sedia_stmt_step (keys, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("A row of %s refers to nothing in %s"),
                                      sedia_stmt_text (keys, 0), sedia_stmt_text (keys, 2)));

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_check:
 * @db: a connection
 * @error: return location
 *
 * Recomputes every balance from its rows and looks for what no command may leave behind.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence per problem; empty when all
 * is well
 */
GPtrArray *
sedia_check (SediaDb  *db,
             GError  **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!run_check (db, &checks[i], problems, error))
      return NULL;

  return check_file (db, problems, error) ? g_steal_pointer (&problems) : NULL;
}
