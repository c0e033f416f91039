/* Rows of a table on the clipboard: as text with tabs, and as an HTML table, from which
 * spreadsheets take rows and columns without asking.
 *
 * Rows that were never on the screen have no record here, so all of them are read; their cells say
 * what the table's would. A cell that a spreadsheet would run as a formula is text there.
 */
#include "config.h"

#include "sedia-table-copy.h"

#include "sedia-act.h"
#include "sedia-formula.h"

#include <glib/gi18n.h>
#include <string.h>

#define PAGE 500

typedef struct
{
  const SediaTableSpec *spec;
  SediaQuery *query;
  GArray *ids;
  GArray *columns;
} Job;

typedef struct
{
  GString *text;
  GString *html;
  guint n_rows;
} Copy;

static void
job_free (gpointer data)
{
  Job *job = data;

  sedia_query_free (job->query);
  g_array_unref (job->ids);
  g_array_unref (job->columns);
  g_free (job);
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_string_free (copy->text, TRUE);
  g_string_free (copy->html, TRUE);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

/* A tab or a new line in a name would begin another cell. */
static void
append_text (Copy       *copy,
             const char *text,
             gboolean    is_first)
{
  g_autofree char *safe = sedia_formula_defuse (text);

  if (!is_first)
    g_string_append_c (copy->text, '\t');
  g_strdelimit (safe, "\t\r\n", ' ');
  g_string_append (copy->text, safe);
}

static void
append_html (Copy       *copy,
             const char *element,
             const char *text)
{
  g_autofree char *safe = sedia_formula_defuse (text);
  g_autofree char *escaped = g_markup_escape_text (safe, -1);

  g_string_append_printf (copy->html, "<%s>%s</%s>", element, escaped, element);
}

static void
append_cell (Copy       *copy,
             const char *element,
             const char *text,
             gboolean    is_first)
{
  append_text (copy, text != NULL ? text : "", is_first);
  append_html (copy, element, text != NULL ? text : "");
}

static void
begin_row (Copy *copy)
{
  g_string_append (copy->html, "<tr>");
}

static void
end_row (Copy *copy)
{
  g_string_append_c (copy->text, '\n');
  g_string_append (copy->html, "</tr>");
}

static void
append_head (Copy      *copy,
             const Job *job)
{
  begin_row (copy);
  for (guint i = 0; i < job->columns->len; i++)
    {
      const SediaTableColumn *column = &job->spec->columns[g_array_index (job->columns, guint, i)];

      append_cell (copy, "th", g_dpgettext2 (NULL, "column", column->title), i == 0);
    }
  end_row (copy);
}

static void
append_record (Copy          *copy,
               const Job     *job,
               gconstpointer  record)
{
  begin_row (copy);
  for (guint i = 0; i < job->columns->len; i++)
    {
      g_auto (SediaCell) cell = { NULL };

      job->spec->describe (&cell, g_array_index (job->columns, guint, i), record);
      append_cell (copy, "td", cell.text, i == 0);
    }
  end_row (copy);
  copy->n_rows++;
}

static gpointer
copy_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Job *job = data;
  g_autoptr (Copy) copy = g_new0 (Copy, 1);

  copy->text = g_string_new (NULL);
  copy->html = g_string_new ("<table>");
  append_head (copy, job);

  for (guint i = 0; i < job->ids->len; i += PAGE)
    {
      g_autoptr (GPtrArray) page =
        sedia_list_page (db, job->query, &g_array_index (job->ids, gint64, i),
                         MIN (PAGE, job->ids->len - i), error);

      if (page == NULL)
        return NULL;
      for (guint r = 0; r < page->len; r++)
        append_record (copy, job, g_ptr_array_index (page, r));
    }

  g_string_append (copy->html, "</table>");
  return g_steal_pointer (&copy);
}

static GdkContentProvider *
provide (const Copy *copy)
{
  g_autoptr (GBytes) html = g_bytes_new (copy->html->str, copy->html->len);
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", html),
    gdk_content_provider_new_typed (G_TYPE_STRING, copy->text->str),
  };

  return gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
}

static void
copied_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Copy) copy = sedia_store_finish (SEDIA_STORE (store), result, &error);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *said = NULL;

  if (copy == NULL)
    {
      sedia_act_say_error (widget, error);
      return;
    }

  content = provide (copy);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  said = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", copy->n_rows), copy->n_rows);
  sedia_act_say (widget, said);
}

/**
 * sedia_table_copy:
 * @widget: the table
 * @store: what it lists
 * @spec: how it looks
 * @query: what it shows
 * @ids: (transfer full) (element-type gint64): which rows
 * @columns: (element-type guint): which columns, in their order
 *
 * Puts the rows on the clipboard and says so.
 */
void
sedia_table_copy (GtkWidget            *widget,
                  SediaStore           *store,
                  const SediaTableSpec *spec,
                  const SediaQuery     *query,
                  GArray               *ids,
                  GArray               *columns)
{
  Job *job = g_new0 (Job, 1);

  job->spec = spec;
  job->query = sedia_query_copy (query);
  job->ids = ids;
  job->columns = g_array_ref (columns);

  sedia_store_read_async (store, copy_job, job, job_free, copy_free, NULL, copied_cb,
                          g_object_ref (widget));
}
