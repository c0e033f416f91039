/* Reading CSV into a lean table.
 *
 * libcsv cuts the text into cells; it is fed one line of the file at a time, because it does not
 * say where it is and people must hear the line. It runs in its strict mode, so that it stops at
 * quotes out of place: one inside bare text (6' 2") is plain text, one inside a quoted cell makes
 * the row a bad row.
 *
 * A line without any quote, outside of a quoted cell, has nothing to be understood: it is cut at
 * its separators here, which takes a fifth of the time libcsv takes to look at each byte.
 */
#include "config.h"

#include "sedia-csv.h"

#include "sedia-csv-private.h"
#include "sedia-error.h"

#include <csv.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_FILE_SIZE (G_GUINT64_CONSTANT (1) << 30)
#define LINES_PER_CHECK 4096
#define BYTES_AT_ONCE (1 << 20)

/* Where the reading is. */
typedef struct
{
  SediaTable *table;
  struct csv_parser parser;
  guint line;
  guint row_line;   /* where the current row began */
  guint cell_line;  /* where the current cell began */
  guint n_cells;    /* of the current row */
  gsize row_arena;  /* what the arena held before the current row */
  gboolean is_in_row;
  gboolean has_header;
  gboolean has_text;
  gboolean has_extra;
  gboolean has_stray_quote;
} Reader;

static int
is_blank (unsigned char c)
{
  return c == ' '; /* not the tab, which libcsv would strip before seeing a separator in it */
}

/* libcsv: a cell is complete. */
static void
cell_cb (void   *text,
         size_t  length,
         void   *user_data)
{
  Reader *reader = user_data;
  SediaTable *table = reader->table;

  reader->has_text |= length > 0;
  reader->cell_line = reader->line;

  if (!reader->has_header)
    g_ptr_array_add (table->headers, g_strndup (length > 0 ? text : "", length));
  else if (reader->n_cells < table->n_columns)
    sedia_table_append_cell (table, text, length);
  else
    reader->has_extra |= length > 0;

  reader->n_cells++;
}

static void
finish_header (Reader *reader)
{
  SediaTable *table = reader->table;

  if (!reader->has_text)
    {
      g_ptr_array_set_size (table->headers, 0); /* blank rows above the header */
      return;
    }

  table->n_columns = table->headers->len;
  g_ptr_array_add (table->headers, NULL);
  reader->has_header = TRUE;
}

static void
set_row_aside (Reader *reader)
{
  SediaTable *table = reader->table;
  SediaBadRow bad = { .line = reader->row_line };

  if (reader->has_stray_quote)
    bad.reason = g_strdup (_("A quotation mark stands inside a quoted cell."));
  else
    bad.reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "The row has %u cell, more than the header's %u.",
                                               "The row has %u cells, more than the header's %u.",
                                               reader->n_cells),
                                  reader->n_cells, table->n_columns);

  g_array_append_val (table->bad_rows, bad);
  sedia_table_drop_row (reader->table, reader->row_arena);
}

/* libcsv: a row is complete. */
static void
row_cb (int   terminator,
        void *user_data)
{
  Reader *reader = user_data;

  if (!reader->has_header)
    finish_header (reader);
  else if (!reader->has_text)
    sedia_table_drop_row (reader->table, reader->row_arena);
  else if (reader->has_extra || reader->has_stray_quote)
    set_row_aside (reader);
  else
    sedia_table_end_row (reader->table, reader->row_line);
}

static void
begin_row (Reader *reader)
{
  reader->row_line = reader->line;
  reader->cell_line = reader->line;
  reader->n_cells = 0;
  reader->row_arena = reader->table->arena_used;
  reader->has_text = FALSE;
  reader->has_extra = FALSE;
  reader->has_stray_quote = FALSE;
}

/* The next of a byte, from |place| on. It is remembered until the reading has passed it: a file
 * with none of them would otherwise be searched to its end for each line.
 */
static const char *
find_next (const char  *place,
           const char  *end,
           char         byte,
           const char **next)
{
  if (*next < place)
    {
      *next = memchr (place, byte, (gsize) (end - place));
      *next = *next != NULL ? *next : end;
    }

  return *next;
}

/* The byte after |stop|, the first byte of a line's end; \r\n is one end. */
static const char *
skip_line_end (const char *stop,
               const char *end)
{
  if (stop == end)
    return end;

  return stop + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n' ? 2 : 1);
}

/* Blanks around bare text do not belong to it. */
static void
cut_cell (Reader     *reader,
          const char *cell,
          const char *end)
{
  while (cell < end && is_blank ((unsigned char) *cell))
    cell++;
  while (end > cell && is_blank ((unsigned char) end[-1]))
    end--;

  cell_cb ((void *) cell, (size_t) (end - cell), reader);
}

/* A row without quotes, from |line| to its end. */
static void
cut_line (Reader     *reader,
          const char *line,
          const char *end)
{
  const char delimiter = reader->table->delimiter;

  while (line < end && is_blank ((unsigned char) *line))
    line++;
  if (line == end)
    return; /* libcsv says nothing of blank lines, either */

  for (const char *p = line; p < end; p++)
    if (*p == delimiter)
      {
        cut_cell (reader, line, p);
        line = p + 1;
      }

  cut_cell (reader, line, end);
  row_cb ('\n', reader);
}

static gboolean
fail_parser (Reader      *reader,
             const char  *name,
             GError     **error)
{
  g_debug ("libcsv: %s", csv_strerror (csv_error (&reader->parser)));
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
               _("“%s” cannot be read as CSV (line %u)."), name, reader->line);
  return FALSE;
}

/* A quote out of place, or text after a closing quote: libcsv stopped before this character. It is
 * text.
 */
static gboolean
take_stray_quote (Reader     *reader,
                  const char *character)
{
  gsize n;

  if (reader->parser.quoted)
    {
      reader->has_stray_quote = TRUE;
      reader->parser.quoted = 0; /* the cell ends at the next separator, not at some later quote */
    }

  csv_set_opts (&reader->parser, 0);
  n = csv_parse (&reader->parser, character, 1, cell_cb, row_cb, reader);
  csv_set_opts (&reader->parser, CSV_STRICT | CSV_STRICT_FINI);
  return n == 1;
}

static gboolean
parse_line (Reader      *reader,
            const char  *line,
            gsize        length,
            const char  *name,
            GError     **error)
{
  gsize done = 0;

  while (done < length)
    {
      done += csv_parse (&reader->parser, line + done, length - done, cell_cb, row_cb, reader);

      if (done < length && csv_error (&reader->parser) != CSV_EPARSE)
        return fail_parser (reader, name, error);
      if (done < length && !take_stray_quote (reader, line + done++))
        return fail_parser (reader, name, error);
    }

  return TRUE;
}

static gboolean
parse_lines (Reader        *reader,
             const char    *text,
             const char    *end,
             const char    *name,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *next_lf = NULL, *next_cr = NULL, *next_quote = NULL;
  const char *next;

  for (const char *line = text; line < end; line = next, reader->line++)
    {
      const char *stop = MIN (find_next (line, end, '\n', &next_lf),
                              find_next (line, end, '\r', &next_cr));

      next = skip_line_end (stop, end);

      if (reader->line % LINES_PER_CHECK == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED,
                       _("Reading “%s” was cancelled."), name);
          return FALSE;
        }

      if (!reader->is_in_row)
        begin_row (reader);
      if (!reader->is_in_row && find_next (line, end, '"', &next_quote) >= next)
        {
          cut_line (reader, line, stop);
          continue;
        }
      if (!parse_line (reader, line, (gsize) (next - line), name, error))
        return FALSE;

      reader->is_in_row = reader->parser.quoted != 0; /* only a quoted cell goes on */
    }

  return TRUE;
}

static gboolean
fail_empty (const char  *name,
            GError     **error)
{
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("“%s” is empty."), name);
  return FALSE;
}

static gboolean
finish_reading (Reader      *reader,
                const char  *name,
                GError     **error)
{
  if (csv_fini (&reader->parser, cell_cb, row_cb, reader) != 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” ends inside a quoted cell: the quotation mark opened in line %u is "
                     "never closed."), name, reader->cell_line);
      return FALSE;
    }

  if (!reader->has_header)
    return fail_empty (name, error);

  return TRUE;
}

static gboolean
parse_text (SediaTable    *table,
            const char    *text,
            gsize          length,
            guint          first_line,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  Reader reader = { .table = table, .line = first_line };
  gboolean is_read;

  if (csv_init (&reader.parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("Out of memory");

  csv_set_delim (&reader.parser, (unsigned char) table->delimiter);
  csv_set_space_func (&reader.parser, is_blank);

  is_read = parse_lines (&reader, text, text + length, name, cancellable, error) &&
            finish_reading (&reader, name, error);

  csv_free (&reader.parser);
  table->arena = g_realloc (table->arena, table->arena_used);
  return is_read;
}

static gboolean
check_size (guint64      size,
            const char  *name,
            GError     **error)
{
  if (size <= MAX_FILE_SIZE)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
               _("“%s” is larger than 1 GiB: split it into several files."), name);
  return FALSE;
}

static gboolean
fail_to_open (const char  *name,
              int          code,
              GError     **error)
{
  if (code == G_IO_ERROR_NOT_FOUND)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("There is no file “%s”."), name);
  else if (code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” may not be read: you lack the permission."), name);
  else if (code == G_IO_ERROR_CANCELLED)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Reading “%s” was cancelled."), name);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("“%s” cannot be read."), name);

  return FALSE;
}

/* A pipe is welcome (a script's output), a folder or a device is not. @size: how long it is, as far
 * as is known.
 */
static gboolean
check_file (const char  *path,
            const char  *name,
            gsize       *size,
            GError     **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return fail_to_open (name, (int) g_io_error_from_errno (errno), error);

  *size = (gsize) status.st_size;
  if (S_ISDIR (status.st_mode))
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("“%s” is a folder, not a file."), name);
  else if (!S_ISREG (status.st_mode) && !S_ISFIFO (status.st_mode))
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("“%s” is not a file with text."), name);
  else
    return check_size ((guint64) status.st_size, name, error);

  return FALSE;
}

/* g_file_load_bytes() with megabytes at a time instead of kilobytes. */
static GBytes *
load (const char    *path,
      gsize          size,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *data = NULL;
  gsize length = 0, room = MAX (size + 1, 4096);
  gssize n = 0;

  if (stream == NULL)
    return NULL;

  data = g_malloc (room);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), data + length,
                                   MIN (room - length, BYTES_AT_ONCE), cancellable, error)) > 0)
    {
      length += (gsize) n;
      if (length == room)
        data = g_realloc (data, room *= 2);
    }

  return n == 0 ? g_bytes_new_take (g_steal_pointer (&data), length) : NULL;
}

/**
 * sedia_csv_read_file:
 * @path: a file
 * @options: (nullable): what is known about it
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Reads a CSV file whole. This blocks; call it from a worker.
 *
 * Returns: (transfer full): the table
 */
SediaTable *
sedia_csv_read_file (const char             *path,
                     const SediaCsvOptions  *options,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_autofree char *name = NULL;
  g_autofree char *base_name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  gsize size = 0;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  if (!check_file (path, name, &size, error))
    return NULL;

  if (!(bytes = load (path, size, cancellable, &cause)))
    {
      g_debug ("Cannot read %s: %s", path, cause->message);
      fail_to_open (name, cause->domain == G_IO_ERROR ? cause->code : G_IO_ERROR_FAILED, error);
      return NULL;
    }

  base_name = g_filename_display_basename (path);
  return sedia_csv_read_bytes (bytes, base_name, options, cancellable, error);
}

/**
 * sedia_csv_read_bytes:
 * @bytes: the content of a CSV file
 * @display_name: the file's name for sentences
 * @options: (nullable): what is known about it
 * @cancellable: (nullable): to stop halfway
 * @error: return location for a sentence
 *
 * Reads CSV text. The first row that is not blank is the header; rows without any text are passed
 * over. A row shorter than the header misses its last cells; a longer one is a bad row, unless what
 * is too much is empty. Blanks around bare (unquoted) text do not belong to it.
 *
 * Returns: (transfer full): the table
 */
SediaTable *
sedia_csv_read_bytes (GBytes                 *bytes,
                      const char             *display_name,
                      const SediaCsvOptions  *options,
                      GCancellable           *cancellable,
                      GError                **error)
{
  static const SediaCsvOptions guess_all = { NULL };
  g_autofree char *encoding = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (SediaTable) table = NULL;
  const char *text;
  gsize length;
  gsize n_skipped;
  char delimiter = '\0';

  g_return_val_if_fail (bytes != NULL && display_name != NULL, NULL);

  if (options == NULL)
    options = &guess_all;
  if (!(decoded = sedia_csv_decode (bytes, display_name, options->encoding, &encoding, error)))
    return NULL;

  text = g_bytes_get_data (decoded, &length);
  if (length == 0)
    {
      fail_empty (display_name, error);
      return NULL;
    }
  if (!check_size (length, display_name, error))
    return NULL;

  n_skipped = sedia_csv_skip_separator_line (text, length, &delimiter);
  if (options->delimiter != '\0')
    delimiter = options->delimiter;
  if (delimiter == '\0')
    delimiter = sedia_csv_sniff_delimiter (text, length);

  table = sedia_table_new (encoding, delimiter, length);
  if (!parse_text (table, text + n_skipped, length - n_skipped, n_skipped > 0 ? 2 : 1, display_name,
                   cancellable, error))
    return NULL;

  return g_steal_pointer (&table);
}
