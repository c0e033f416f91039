/* import products|customers|suppliers|orders|sales FILE; export ... [FILE]. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-output.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- import */

static SediaTransferKind
transfer_kind (const char *word)
{
  if (g_str_equal (word, "products"))
    return SEDIA_TRANSFER_PRODUCTS;
  if (g_str_equal (word, "customers"))
    return SEDIA_TRANSFER_CUSTOMERS;
  if (g_str_equal (word, "suppliers"))
    return SEDIA_TRANSFER_SUPPLIERS;
  if (g_str_equal (word, "sales"))
    return SEDIA_TRANSFER_SALES;

  return SEDIA_TRANSFER_ORDERS;
}

static gboolean
read_delimiter (const char  *word,
                char        *delimiter,
                GError     **error)
{
  if (word == NULL)
    return TRUE;

  if (g_str_equal (word, "tab") || g_str_equal (word, "\\t"))
    *delimiter = '\t';
  else if (strlen (word) == 1)
    *delimiter = *word;

  if (*delimiter != '\0')
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” cannot divide columns; give one character, or “tab”."), word);
  return FALSE;
}

static void
write_changes (SediaCliJson *json,
               GPtrArray    *changes)
{
  sedia_cli_json_begin_array (json, "changes");
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const SediaImportChange *change = g_ptr_array_index (changes, i);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_integer (json, "line", change->line);
      sedia_cli_json_text (json, "what", change->what);
      sedia_cli_json_text (json, "before", change->before);
      sedia_cli_json_text (json, "after", change->after);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static void
write_problems (SediaCliJson *json,
                GPtrArray    *problems)
{
  sedia_cli_json_begin_array (json, "problems");
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (problems, i);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_integer (json, "line", problem->line);
      sedia_cli_json_text (json, "reason", problem->reason);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static void
write_mark (SediaCliJson *json,
            const char   *name,
            char          mark)
{
  char text[] = { mark, '\0' };

  sedia_cli_json_text (json, name, text);
}

static void
write_texts (SediaCliJson *json,
             const char   *name,
             GPtrArray    *texts)
{
  sedia_cli_json_begin_array (json, name);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    sedia_cli_json_string (json, NULL, g_ptr_array_index (texts, i));
  sedia_cli_json_end_array (json);
}

static char *
reply_report_json (const SediaCli          *cli,
                   const SediaImportReport *report)
{
  SediaCliJson json;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_boolean (&json, "preview", sedia_cli_has (cli, "preview"));
  sedia_cli_json_text (&json, "encoding", report->encoding);
  write_mark (&json, "delimiter", report->delimiter);
  write_mark (&json, "decimal", report->decimal);
  write_texts (&json, "columns", report->columns);
  sedia_cli_json_integer (&json, "added", report->added);
  sedia_cli_json_integer (&json, "changed", report->changed);
  sedia_cli_json_integer (&json, "unchanged", report->unchanged);
  write_changes (&json, report->changes);
  write_problems (&json, report->problems);
  write_texts (&json, "notes", report->notes);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

static const SediaCliColumn change_columns[] = {
  { N_("Row"), TRUE }, { N_("What"), FALSE }, { N_("Before"), FALSE }, { N_("After"), FALSE },
};

static void
append_changes (GString   *text,
                GPtrArray *changes)
{
  g_autoptr (SediaCliTable) table = NULL;
  g_autofree char *list = NULL;

  if (changes == NULL || changes->len == 0)
    return;

  table = sedia_cli_table_new (change_columns, G_N_ELEMENTS (change_columns));
  for (guint i = 0; i < changes->len; i++)
    {
      const SediaImportChange *change = g_ptr_array_index (changes, i);

      sedia_cli_table_number_of (table, change->line);
      sedia_cli_table_text (table, change->what);
      sedia_cli_table_text (table, change->before);
      sedia_cli_table_text (table, change->after);
    }

  list = sedia_cli_table_format (table);
  g_string_append_printf (text, "%s\n", list);
}

static const SediaCliColumn problem_columns[] = {
  { N_("Row"), TRUE }, { N_("Problem"), FALSE },
};

static void
append_problems (GString   *text,
                 GPtrArray *problems)
{
  g_autoptr (SediaCliTable) table = NULL;
  g_autofree char *list = NULL;

  if (problems == NULL || problems->len == 0)
    return;

  table = sedia_cli_table_new (problem_columns, G_N_ELEMENTS (problem_columns));
  for (guint i = 0; i < problems->len; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (problems, i);

      sedia_cli_table_number_of (table, problem->line);
      sedia_cli_table_text (table, problem->reason);
    }

  list = sedia_cli_table_format (table);
  g_string_append_printf (text, "%s\n", list);
}

static char *
reply_report (const SediaCli          *cli,
              const SediaImportReport *report)
{
  gboolean is_preview = sedia_cli_has (cli, "preview");
  GString *text;

  if (cli->json)
    return reply_report_json (cli, report);

  text = g_string_new (NULL);
  if (is_preview)
    append_changes (text, report->changes);
  append_problems (text, report->problems);
  for (guint i = 0; report->notes != NULL && i < report->notes->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (report->notes, i));
  g_string_append_printf (text, _("%u new, %u changed, %u as before."), report->added,
                          report->changed, report->unchanged);
  if (is_preview)
    g_string_append_printf (text, " %s", _("Only a preview: nothing was imported."));
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/**
 * sedia_cli_import: import products|customers|suppliers|orders|sales FILE
 */
char *
sedia_cli_import (SediaDb   *db,
                  SediaCli  *cli,
                  GError   **error)
{
  const char *decimal = sedia_cli_get (cli, "decimal");
  SediaImportOptions options = {
    .kind = transfer_kind (cli->verb->verb),
    .path = sedia_cli_argument (cli, 0),
    .lines_path = sedia_cli_get (cli, "lines"),
    .add = sedia_cli_has (cli, "add"),
    .encoding = sedia_cli_get (cli, "encoding"),
    .decimal = decimal != NULL ? *decimal : '\0',
    .day_first = sedia_cli_has (cli, "day-first") ? 1 : sedia_cli_has (cli, "month-first") ? 0 : -1,
    .map = sedia_cli_get_all (cli, "map"),
  };
  g_autoptr (SediaImportReport) report = NULL;

  if (!read_delimiter (sedia_cli_get (cli, "delimiter"), &options.delimiter, error))
    return NULL;

  if (sedia_cli_has (cli, "preview"))
    report = sedia_import_preview (db, &options, error);
  else
    report = sedia_import_run (db, &options, error);

  return report != NULL ? reply_report (cli, report) : NULL;
}

/* ---- export */

/* The rows of a CSV text that the store wrote: commas, quotes doubled, names in the first row. */
static const char *
next_cell (const char *text,
           GString    *cell)
{
  g_string_truncate (cell, 0);

  if (*text != '"')
    {
      gsize length = strcspn (text, ",\r\n");

      g_string_append_len (cell, text, (gssize) length);
      return text + length;
    }

  for (text++; *text != '\0'; text++)
    {
      if (*text == '"' && *++text != '"')
        break;

      g_string_append_c (cell, *text);
    }

  return text;
}

static GPtrArray *
next_row (const char **text)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *text;

  if (*p == '\0')
    return NULL;

  for (;;)
    {
      p = next_cell (p, cell);
      g_ptr_array_add (row, g_strdup (cell->str));
      if (*p != ',')
        break;
      p++;
    }

  p += strspn (p, "\r");
  *text = *p == '\n' ? p + 1 : p;
  return g_steal_pointer (&row);
}

/* Columns of numbers whose text is exactly a JSON number. */
static gboolean
is_number (const char *name,
           const char *cell)
{
  static const char *const names[] = { "movement", "quantity", "document", "operation", NULL };
  const char *digits = *cell == '-' ? cell + 1 : cell;
  gsize n_whole = strspn (digits, "0123456789");

  if (!g_strv_contains (names, name) || n_whole == 0)
    return FALSE;

  digits += n_whole;
  if (*digits == '.' && g_ascii_isdigit (digits[1]))
    digits += 1 + strspn (digits + 1, "0123456789");

  return *digits == '\0';
}

static void
write_cell (SediaCliJson *json,
            const char   *name,
            const char   *cell)
{
  if (is_number (name, cell))
    sedia_cli_json_digits (json, name, cell);
  else
    sedia_cli_json_text (json, name, cell);
}

static char *
csv_to_json (const char *csv)
{
  g_autoptr (GPtrArray) names = NULL;
  SediaCliJson json;

  if (g_str_has_prefix (csv, "\357\273\277"))
    csv += 3;
  names = next_row (&csv);

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_array (&json, NULL);
  for (;;)
    {
      g_autoptr (GPtrArray) row = names != NULL ? next_row (&csv) : NULL;

      if (row == NULL)
        break;

      sedia_cli_json_begin_object (&json, NULL);
      for (guint i = 0; i < MIN (row->len, names->len); i++)
        write_cell (&json, g_ptr_array_index (names, i), g_ptr_array_index (row, i));
      sedia_cli_json_end_object (&json);
    }
  sedia_cli_json_end_array (&json);

  return sedia_cli_json_finish (&json);
}

static char *
list_or_null (const SediaCli       *cli,
              const SediaCliShape  *shape,
              GPtrArray            *records)
{
  g_autoptr (GPtrArray) owned = records;

  return owned != NULL ? sedia_cli_reply_list (cli, shape, owned) : NULL;
}

/* The objects of the contract where there are any; the fields of the CSV as text otherwise. */
static char *
export_json (SediaDb         *db,
             const SediaCli  *cli,
             const char      *kind,
             GError         **error)
{
  g_autofree char *csv = NULL;

  if (g_str_equal (kind, "products"))
    return list_or_null (cli, &sedia_cli_product_shape, sedia_product_list_all (db, error));
  if (g_str_equal (kind, "customers"))
    return list_or_null (cli, &sedia_cli_customer_shape, sedia_customer_list_all (db, error));
  if (g_str_equal (kind, "suppliers"))
    return list_or_null (cli, &sedia_cli_supplier_shape, sedia_supplier_list_all (db, error));
  if (g_str_equal (kind, "orders"))
    return list_or_null (cli, &sedia_cli_order_shape, sedia_order_list (db, 0, 0, error));
  if (g_str_equal (kind, "queue"))
    return list_or_null (cli, &sedia_cli_queue_shape, sedia_queue_list (db, 0, 0, error));

  csv = sedia_export_csv (db, kind, error);
  return csv != NULL ? csv_to_json (csv) : NULL;
}

static char *
reply_written (const SediaCli *cli,
               const char     *kind,
               const char     *path)
{
  g_autofree char *name = g_filename_display_name (path);
  SediaCliJson json;

  if (!cli->json)
    return g_strdup ("");

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "export", kind);
  sedia_cli_json_string (&json, "file", name);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

/**
 * sedia_cli_export: export KIND [FILE]
 */
char *
sedia_cli_export (SediaDb   *db,
                  SediaCli  *cli,
                  GError   **error)
{
  const char *kind = cli->verb->verb;
  const char *path = sedia_cli_argument (cli, 0);
  g_autofree char *text = NULL;

  text = cli->json ? export_json (db, cli, kind, error) : sedia_export_csv (db, kind, error);
  if (text == NULL)
    return NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return g_steal_pointer (&text);
  if (!sedia_cli_write_file (path, text, error))
    return NULL;

  return reply_written (cli, kind, path);
}
