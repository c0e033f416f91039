/* The named statements of data/sql, compiled in through GResource: each begins with a line
 * `-- name: the-name` and runs to the next such line.
 */
#include "config.h"

#include "sedia-sql.h"

#include "sedia-sql-resource.h"

#include <gio/gio.h>
#include <string.h>

#define PREFIX "/io/github/sedia/Sedia/sql/"
#define MARK "-- name: "

static void
add_statements (GHashTable *statements,
                const char *file,
                const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MARK, -1);

  for (guint i = 1; i < g_strv_length (parts); i++)
    {
      char *line_end = strchr (parts[i], '\n');
      g_autofree char *name = NULL;

      g_assert (line_end != NULL);
      name = g_strstrip (g_strndup (parts[i], line_end - parts[i]));
      if (g_hash_table_contains (statements, name))
        g_error ("Statement %s stands twice (again in %s)", name, file);
      g_hash_table_insert (statements, g_steal_pointer (&name),
                           g_strstrip (g_strdup (line_end + 1)));
    }
}

static gpointer
load (gpointer unused)
{
  GHashTable *statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GResource *resource = sedia_sql_get_resource ();
  g_auto (GStrv) files = g_resource_enumerate_children (resource, PREFIX, 0, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (PREFIX, files[i], NULL);
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_suffix (files[i], ".sql"))
        continue;

      bytes = g_resource_lookup_data (resource, path, 0, NULL);
      add_statements (statements, files[i], g_bytes_get_data (bytes, NULL));
    }

  return statements;
}

/**
 * sedia_sql_all:
 *
 * Every named statement. Safe on any thread.
 *
 * Returns: (transfer none) (element-type utf8 utf8): name to text
 */
GHashTable *
sedia_sql_all (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * sedia_sql_lookup:
 * @name: the name of a statement
 *
 * Returns: (nullable) (transfer none): its text
 */
const char *
sedia_sql_lookup (const char *name)
{
  return g_hash_table_lookup (sedia_sql_all (), name);
}

/* "($1, $2)" for another row of a statement with two placeholders is "($3, $4)". */
static void
append_row (GString    *sql,
            const char *row,
            const char *end,
            guint       n_before)
{
  for (const char *p = row; p < end; p++)
    {
      char *rest = NULL;

      if (*p != '$')
        {
          g_string_append_c (sql, *p);
          continue;
        }

      g_string_append_printf (sql, "$%u",
                              (guint) g_ascii_strtoull (p + 1, &rest, 10) + n_before);
      p = rest - 1;
    }
}

static guint
count_placeholders (const char *row,
                    const char *end)
{
  guint n = 0;

  for (const char *p = row; p < end; p++)
    if (*p == '$')
      n = MAX (n, (guint) g_ascii_strtoull (p + 1, NULL, 10));

  return n;
}

/**
 * sedia_sql_dup_rows:
 * @name: the name of an `INSERT ... VALUES ($1, ...)`
 * @n_rows: how many rows it shall insert at once
 *
 * Repeats the row of placeholders: "VALUES ($1, $2)" with three rows is
 * "VALUES ($1, $2), ($3, $4), ($5, $6)". Nothing in it comes from outside.
 *
 * Returns: (transfer full): the text
 */
char *
sedia_sql_dup_rows (const char *name,
                    guint       n_rows)
{
  const char *sql = sedia_sql_lookup (name);
  const char *row = strchr (strstr (sql, "VALUES ("), '(');
  const char *end = strchr (row, ')') + 1;
  const guint n = count_placeholders (row, end);
  GString *text = g_string_new_len (sql, row - sql);

  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      append_row (text, row, end, i * n);
    }

  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

/**
 * sedia_sql_schema:
 * @version: a schema version, from 1
 *
 * Returns: (nullable) (transfer none): the script that brings a database of the version before to
 * it, NULL when there is no such version
 */
const char *
sedia_sql_schema (guint version)
{
  g_autofree char *path = g_strdup_printf (PREFIX "schema/%u.sql", version);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sedia_sql_get_resource (), path, 0, NULL);

  /* The resource lives as long as the program, and so does its text. */
  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}
