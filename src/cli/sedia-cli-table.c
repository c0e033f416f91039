/* Tables for people.
 *
 *   SKU   Name        On hand        a header line, numbers to the right,
 *   TEA   Green tea      12.5        two blanks between columns, none at the end
 *
 * A terminal obeys control characters; a name must not move its cursor. They are shown as blanks or
 * as the replacement character. JSON has them as they are.
 */
#include "config.h"

#include "sedia-cli-table.h"

#include "sedia-number.h"
#include "sedia-records.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

#define GAP 2
#define REPLACEMENT 0xfffd

struct _SediaCliTable
{
  const SediaCliColumn *columns;
  guint n_columns;
  GPtrArray *cells; /* of char *, row after row */
};

/* Marks that turn the direction of the text around them would shuffle the columns beside theirs. */
static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *
dup_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *printable = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (printable, ' ');
      else if (g_unichar_iscntrl (c) || is_direction_mark (c))
        g_string_append_unichar (printable, REPLACEMENT);
      else
        g_string_append_unichar (printable, c);
    }

  return g_string_free (printable, FALSE);
}

/* How many places of a terminal the text takes. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_blanks (GString *text,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_cell (GString    *text,
             const char *cell,
             guint       width,
             gboolean    is_number,
             gboolean    is_last)
{
  guint n_blanks = width - text_width (cell);

  if (is_number)
    append_blanks (text, n_blanks);
  g_string_append (text, cell);
  if (!is_number && !is_last)
    append_blanks (text, n_blanks);
  if (!is_last)
    append_blanks (text, GAP);
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static const char *
column_title (const SediaCliTable *self,
              guint                column)
{
  return self->columns[column].title != NULL ? _(self->columns[column].title) : "";
}

/**
 * sedia_cli_table_new:
 * @columns: (array length=n_columns): the columns; they stay the caller's
 * @n_columns: how many
 *
 * Returns: (transfer full): a table without rows; cells are added one by one
 */
SediaCliTable *
sedia_cli_table_new (const SediaCliColumn *columns,
                     guint                 n_columns)
{
  SediaCliTable *self = g_new0 (SediaCliTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * sedia_cli_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
sedia_cli_table_free (SediaCliTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * sedia_cli_table_text:
 * @self: a table
 * @text: (nullable): the next cell
 */
void
sedia_cli_table_text (SediaCliTable *self,
                      const char    *text)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->cells, dup_printable (text != NULL ? text : ""));
}

/**
 * sedia_cli_table_quantity:
 * @self: a table
 * @value: in the smallest unit; %SEDIA_NO_AMOUNT leaves the cell empty
 * @decimals: of the product
 */
void
sedia_cli_table_quantity (SediaCliTable *self,
                          gint64         value,
                          guint          decimals)
{
  g_autofree char *text = NULL;

  if (value != SEDIA_NO_AMOUNT)
    text = sedia_number_format (value, decimals, sedia_number_plain);

  sedia_cli_table_text (self, text);
}

/**
 * sedia_cli_table_number_of:
 * @self: a table
 * @value: the number of a document; 0 leaves the cell empty
 */
void
sedia_cli_table_number_of (SediaCliTable *self,
                           gint64         value)
{
  sedia_cli_table_quantity (self, value != 0 ? value : SEDIA_NO_AMOUNT, 0);
}

/**
 * sedia_cli_table_money:
 * @self: a table
 * @amount: hundredths; %SEDIA_NO_AMOUNT leaves the cell empty
 */
void
sedia_cli_table_money (SediaCliTable *self,
                       gint64         amount)
{
  g_autofree char *text = NULL;

  if (amount != SEDIA_NO_AMOUNT)
    text = sedia_money_format (amount, sedia_number_plain);

  sedia_cli_table_text (self, text);
}

/**
 * sedia_cli_table_day:
 * @self: a table
 * @day: a calendar date; %SEDIA_NO_DAY leaves the cell empty
 */
void
sedia_cli_table_day (SediaCliTable *self,
                     int            day)
{
  g_autofree char *text = day != SEDIA_NO_DAY ? sedia_day_format_iso (day) : NULL;

  sedia_cli_table_text (self, text);
}

/**
 * sedia_cli_table_day_of:
 * @self: a table
 * @time: an instant, of which the local date is shown
 */
void
sedia_cli_table_day_of (SediaCliTable *self,
                        gint64         time)
{
  sedia_cli_table_day (self, sedia_day_of_time (time));
}

/**
 * sedia_cli_table_time:
 * @self: a table
 * @time: an instant, shown as local date and time
 */
void
sedia_cli_table_time (SediaCliTable *self,
                      gint64         time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *text = g_date_time_format (local, "%Y-%m-%d %H:%M");

  sedia_cli_table_text (self, text);
}

/**
 * sedia_cli_table_format:
 * @self: a table
 *
 * Returns: (transfer full): the header and a line per row
 */
char *
sedia_cli_table_format (const SediaCliTable *self)
{
  GString *text = g_string_new (NULL);
  g_autofree guint *widths = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  widths = g_new0 (guint, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = text_width (column_title (self, i));
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *width = &widths[i % self->n_columns];

      *width = MAX (*width, text_width (g_ptr_array_index (self->cells, i)));
    }

  for (guint i = 0; i < self->n_columns; i++)
    append_cell (text, column_title (self, i), widths[i], self->columns[i].is_number,
                 i + 1 == self->n_columns);
  end_line (text);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;
      gboolean is_last = column + 1 == self->n_columns;

      append_cell (text, g_ptr_array_index (self->cells, i), widths[column],
                   self->columns[column].is_number, is_last);
      if (is_last)
        end_line (text);
    }

  return g_string_free (text, FALSE);
}

/**
 * sedia_cli_table_format_card:
 * @self: a table with one row
 *
 * Returns: (transfer full): a line per column that has something to say: its title and its cell
 */
char *
sedia_cli_table_format_card (const SediaCliTable *self)
{
  GString *text = g_string_new (NULL);
  guint width = 0;

  g_return_val_if_fail (self != NULL && self->cells->len == self->n_columns, NULL);

  for (guint i = 0; i < self->n_columns; i++)
    width = MAX (width, text_width (column_title (self, i)));

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);

      if (*cell == '\0')
        continue;

      append_cell (text, column_title (self, i), width, FALSE, FALSE);
      append_cell (text, cell, text_width (cell), FALSE, TRUE);
      end_line (text);
    }

  return g_string_free (text, FALSE);
}
