/* The log: who did what, the newest first, as it was entered. */
#include "config.h"

#include "sedia-lists.h"
#include "sedia-wording.h"

/* The words of a kind are the program's own, in the user's language; the kinds are a fixed table's.
 * An undo has the kind of what it takes back in its subject.
 */
static void
append_kinds (GString    *sql,
              const char *word)
{
  g_autoptr (GPtrArray) kinds = sedia_operation_kinds_called (word);

  for (guint i = 0; i < kinds->len; i++)
    {
      const char *kind = g_ptr_array_index (kinds, i);

      g_string_append_printf (sql, " OR o.kind = '%s' OR (o.kind IN ('undo', 'delivery-undo')"
                                   " AND instr (o.subject, '%s ') > 0)", kind, kind);
    }
}

/**
 * sedia_history_sql: (transfer full) the statement behind the log.
 */
char *
sedia_history_sql (const SediaQuery *query,
                   const SediaWords *words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT o.id, 0 FROM operation AS o WHERE 1");
  const gboolean is_oldest_first = query->sort == SEDIA_SORT_NUMBER && !query->descending;

  for (guint i = 0; i < words->n_words; i++)
    {
      g_string_append_printf (sql,
                              " AND (instr (lower (o.subject), $%u) > 0"
                              " OR instr (lower (o.actor), $%u) > 0"
                              " OR instr (lower (o.reason), $%u) > 0"
                              " OR o.id = CAST ($%u AS INTEGER)",
                              i + 1, i + 1, i + 1, i + 1);
      append_kinds (sql, words->words[i]);
      g_string_append (sql, ")");
    }
  g_string_append_printf (sql, " ORDER BY o.id %s", is_oldest_first ? "ASC" : "DESC");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
