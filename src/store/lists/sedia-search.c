/* Search while typing, among a million products, before the next key is pressed.
 *
 * A word with three characters or more is found by the trigram index, a shorter one is looked for.
 * The list is sorted by name, and that is the difficulty: a word that few products fit is best
 * found by the index and sorted; a word that many fit would give a long list to sort for the fifty
 * rows the screen shows, so there the names are read in their own order until fifty fit. Which of
 * the two it is, the index tells first: it is asked for a handful, and when that is all there are,
 * they are few.
 */
#include "config.h"

#include "sedia-search.h"

#include "sedia-reads.h"
#include "sedia-text.h"

#include <string.h>

#define FEW_AT_LEAST 300
#define FEW_AT_MOST 2500
#define FEW_PER 400 /* one product in so many is few */

/**
 * sedia_words_clear: Forgets the words.
 */
void
sedia_words_clear (SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    g_free (words->words[i]);
  words->n_words = 0;
}

/**
 * sedia_words_init: Takes what was typed apart.
 */
void
sedia_words_init (SediaWords *words,
                  const char *search)
{
  g_auto (GStrv) parts = g_strsplit_set (search != NULL ? search : "", " \t\n", -1);

  words->n_words = 0;
  for (guint i = 0; parts[i] != NULL && words->n_words < SEDIA_MAX_WORDS; i++)
    if (*parts[i] != '\0')
      words->words[words->n_words++] = sedia_text_lower (parts[i], -1);
}

/* The longest part of a word that LIKE takes as it is, from @start on; in characters. % and _ must
 * not get into a pattern: SQLite 3.40 crashes when a word that they leave no three characters
 * together of stands before another, as in "50% kopi".
 */
static glong
plain_part (const char  *word,
            const char **start,
            gsize       *n_bytes)
{
  glong longest = 0;

  *start = word;
  *n_bytes = 0;
  while (*word != '\0')
    {
      gsize n = strcspn (word, "%_");
      glong n_chars = g_utf8_strlen (word, (gssize) n);

      if (n_chars > longest)
        {
          longest = n_chars;
          *start = word;
          *n_bytes = n;
        }
      word += n + strspn (word + n, "%_");
    }

  return longest;
}

/**
 * sedia_words_bind: Gives a statement the words, as far as it asks for them.
 */
void
sedia_words_bind (SediaStmt        *stmt,
                  const char       *sql,
                  const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    {
      g_autofree char *like = g_strdup_printf ("LIKE $%u ", 2 * i + 1);
      g_autofree char *plain = g_strdup_printf ("$%u)", 2 * i + 2);
      g_autofree char *pattern = NULL;
      const char *start;
      gsize n_bytes;

      plain_part (words->words[i], &start, &n_bytes);
      pattern = g_strdup_printf ("%%%.*s%%", (int) n_bytes, start);
      if (strstr (sql, like) != NULL)
        sedia_stmt_bind_text (stmt, 2 * i + 1, pattern);
      if (strstr (sql, plain) != NULL)
        sedia_stmt_bind_text (stmt, 2 * i + 2, words->words[i]);
    }
}

static gboolean
is_long (const char *word)
{
  const char *start;
  gsize n_bytes;

  return plain_part (word, &start, &n_bytes) >= 3;
}

/* LIKE makes the index find candidates, with a part of the word at times: instr() makes sure. */
static guint
append_index (GString          *sql,
              const SediaWords *words)
{
  guint n = 0;

  for (guint i = 0; i < words->n_words; i++)
    if (is_long (words->words[i]))
      g_string_append_printf (sql, "%stext LIKE $%u AND instr (text, $%u) > 0",
                              n++ > 0 ? " AND " : "", 2 * i + 1, 2 * i + 2);

  return n;
}

static void
append_names (GString          *sql,
              const SediaWords *words,
              gboolean          only_short)
{
  for (guint i = 0; i < words->n_words; i++)
    if (!only_short || !is_long (words->words[i]))
      g_string_append_printf (sql,
                              " AND (instr (lower (p.name), $%u) > 0 OR instr (lower (p.sku), $%u) "
                              "> 0)",
                              2 * i + 2, 2 * i + 2);
}

/**
 * sedia_search_append: Adds to a statement over `product AS p` what makes a product fit.
 */
void
sedia_search_append (GString          *sql,
                     const SediaWords *words)
{
  g_autoptr (GString) index = g_string_new (NULL);

  if (append_index (index, words) > 0)
    g_string_append_printf (sql, " AND p.id IN (SELECT rowid FROM product_text WHERE %s)",
                            index->str);
  append_names (sql, words, TRUE);
}

/**
 * sedia_search_can_head: Whether the first rows of this list can be found faster than all of them.
 */
gboolean
sedia_search_can_head (const SediaQuery *query,
                       const SediaWords *words)
{
  gboolean has_long = FALSE;

  for (guint i = 0; i < words->n_words; i++)
    has_long = has_long || is_long (words->words[i]);

  return query->kind == SEDIA_LIST_STOCK && query->filter == SEDIA_FILTER_ALL &&
         !query->descending &&
         (query->sort == SEDIA_SORT_DEFAULT || query->sort == SEDIA_SORT_NAME) && has_long;
}

static gboolean
read_ids (SediaDb           *db,
          const char        *sql,
          const SediaWords  *words,
          GArray            *ids,
          GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (db, sql, error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_words_bind (stmt, sql, words);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      gint64 id = sedia_stmt_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }

  return step == SEDIA_STEP_DONE;
}

/* Few fit: sort them. */
static char *
few_sql (const SediaWords *words,
         GArray           *candidates,
         guint             limit)
{
  g_autoptr (GString) sql = g_string_new (
    "SELECT p.id FROM product AS p WHERE p.archived = 0 AND p.id IN (");

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (candidates, gint64, i));
  g_string_append (sql, ")");
  append_names (sql, words, TRUE);
  g_string_append_printf (sql, " ORDER BY p.name COLLATE NOCASE, p.id LIMIT %u", limit);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
has_digits_only (const SediaWords *words)
{
  for (guint i = 0; i < words->n_words; i++)
    if (is_long (words->words[i]) &&
        strspn (words->words[i], "0123456789-") == strlen (words->words[i]))
      return TRUE;

  return FALSE;
}

/* Many fit: read the names in order. Digits may stand in a barcode, which the names do not tell. */
static char *
many_sql (const SediaWords *words,
          guint             limit)
{
  g_autoptr (GString) sql = g_string_new ("SELECT p.id FROM product AS p INDEXED BY product_name");

  if (has_digits_only (words))
    {
      g_string_append (sql, " CROSS JOIN product_text AS t ON t.rowid = p.id WHERE 1");
      for (guint i = 0; i < words->n_words; i++)
        g_string_append_printf (sql, " AND instr (t.text, $%u) > 0", 2 * i + 2);
    }
  else
    {
      g_string_append (sql, " WHERE 1");
      append_names (sql, words, FALSE);
    }
  g_string_append_printf (sql, " AND p.id NOT IN (SELECT id FROM product WHERE archived = 1)"
                               " ORDER BY p.name COLLATE NOCASE, p.id LIMIT %u", limit);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * sedia_search_head:
 * @db: a connection
 * @words: what was typed
 * @limit: how many rows the screen needs
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first products that fit, by name
 */
GArray *
sedia_search_head (SediaDb           *db,
                   const SediaWords  *words,
                   guint              limit,
                   GError           **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) head = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) index = g_string_new ("SELECT rowid FROM product_text WHERE ");
  g_autofree char *sql = NULL;
  gint64 products;
  guint few;

  if (!sedia_db_value (db, &products, error, "search-size", 0))
    return NULL;

  few = (guint) CLAMP (products / FEW_PER, FEW_AT_LEAST, FEW_AT_MOST);
  append_index (index, words);
  g_string_append_printf (index, " LIMIT %u", few + 1);
  if (!read_ids (db, index->str, words, candidates, error))
    return NULL;

  sql = candidates->len <= few ? few_sql (words, candidates, limit) : many_sql (words, limit);
  return read_ids (db, sql, words, head, error) ? g_steal_pointer (&head) : NULL;
}
