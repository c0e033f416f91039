/* What is put on paper. */
#include "config.h"

#include "sedia-print-document.h"

static void
column_free (gpointer data)
{
  SediaPrintColumn *column = data;

  g_free (column->label);
  g_free (column);
}

static void
row_free (gpointer data)
{
  SediaPrintRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

/**
 * sedia_print_document_new:
 * @title: what it is
 *
 * Returns: (transfer full): a document with nothing in it
 */
SediaPrintDocument *
sedia_print_document_new (const char *title)
{
  SediaPrintDocument *self = g_new0 (SediaPrintDocument, 1);

  g_return_val_if_fail (title != NULL, NULL);

  self->title = g_strdup (title);
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->signatures = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * sedia_print_document_free: Frees a document.
 */
void
sedia_print_document_free (SediaPrintDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->shop);
  g_free (self->title);
  g_free (self->text);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->signatures);
  g_free (self);
}

/**
 * sedia_print_document_set_shop:
 * @self: a document
 * @shop: (nullable): whose it is; a shop without a name is not mentioned
 */
void
sedia_print_document_set_shop (SediaPrintDocument *self,
                               const char         *shop)
{
  g_return_if_fail (self != NULL);

  g_free (self->shop);
  self->shop = shop != NULL && *shop != '\0' ? g_strdup (shop) : NULL;
}

/**
 * sedia_print_document_add_head:
 * @self: a document
 * @text: (nullable): a line below the title; nothing adds none
 */
void
sedia_print_document_add_head (SediaPrintDocument *self,
                               const char         *text)
{
  g_return_if_fail (self != NULL);

  if (text != NULL && *text != '\0')
    g_ptr_array_add (self->heads, g_strdup (text));
}

/**
 * sedia_print_document_add_column:
 * @self: a document without rows
 * @label: its head
 * @share: how much of the room it gets compared to others; 0: what its cells need
 * @is_number: whether it is aligned to the right
 */
void
sedia_print_document_add_column (SediaPrintDocument *self,
                                 const char         *label,
                                 guint               share,
                                 gboolean            is_number)
{
  SediaPrintColumn *column;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->rows->len == 0);

  column = g_new0 (SediaPrintColumn, 1);
  column->label = g_strdup (label);
  column->share = share;
  column->is_number = is_number;
  g_ptr_array_add (self->columns, column);
}

static void
take_row (SediaPrintDocument *self,
          GStrv               cells,
          gboolean            is_heading)
{
  SediaPrintRow *row = g_new0 (SediaPrintRow, 1);

  row->cells = cells;
  row->is_heading = is_heading;
  g_ptr_array_add (self->rows, row);
}

/**
 * sedia_print_document_take_row:
 * @self: a document with columns
 * @cells: (transfer full): one text for each column
 */
void
sedia_print_document_take_row (SediaPrintDocument *self,
                               GStrv               cells)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cells != NULL && g_strv_length (cells) == self->columns->len);

  take_row (self, cells, FALSE);
}

/**
 * sedia_print_document_add_heading:
 * @self: a document with columns
 * @text: what the rows that follow belong to
 */
void
sedia_print_document_add_heading (SediaPrintDocument *self,
                                  const char         *text)
{
  const char *const cells[] = { text, NULL };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  take_row (self, g_strdupv ((GStrv) cells), TRUE);
}

/**
 * sedia_print_document_set_text:
 * @self: a document
 * @text: what it says word for word, with its own ends of lines
 */
void
sedia_print_document_set_text (SediaPrintDocument *self,
                               const char         *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_free (self->text);
  self->text = g_strdup (text);
}

/**
 * sedia_print_document_add_note:
 * @self: a document
 * @text: (nullable): a line below the table; nothing adds none
 */
void
sedia_print_document_add_note (SediaPrintDocument *self,
                               const char         *text)
{
  g_return_if_fail (self != NULL);

  if (text != NULL && *text != '\0')
    g_ptr_array_add (self->notes, g_strdup (text));
}

/**
 * sedia_print_document_add_signature:
 * @self: a document
 * @signature: who signs it, beside those who do already
 */
void
sedia_print_document_add_signature (SediaPrintDocument *self,
                                    const char         *signature)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (signature != NULL);

  g_ptr_array_add (self->signatures, g_strdup (signature));
}
