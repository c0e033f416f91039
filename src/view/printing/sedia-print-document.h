/* What is put on paper: a title, lines about it, a table, a text, notes. How it looks on which
 * paper is the layout's business.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaPrintColumn:
 * @label: its head, in the user's language
 * @share: how much of the room it gets compared to others; 0: what its cells need, no more
 * @is_number: whether it is aligned to the right
 *
 * A column of the table.
 */
typedef struct
{
  char *label;
  guint share;
  gboolean is_number;
} SediaPrintColumn;

/**
 * SediaPrintRow:
 * @cells: one text for each column; a heading has one alone
 * @is_heading: whether it stands above the rows that follow
 *
 * A row of the table.
 */
typedef struct
{
  GStrv cells;
  gboolean is_heading;
} SediaPrintRow;

/**
 * SediaPrintDocument:
 * @shop: (nullable): whose it is, above the title
 * @title: what it is
 * @heads: lines below the title; the first is the largest
 * @columns: of SediaPrintColumn
 * @rows: of SediaPrintRow
 * @text: (nullable): said word for word, below the table
 * @notes: lines below all that
 * @signatures: who signs it, side by side
 * @is_list: a long table: a cell has one line
 *
 * A document.
 */
typedef struct
{
  char *shop;
  char *title;
  GPtrArray *heads;
  GPtrArray *columns;
  GPtrArray *rows;
  char *text;
  GPtrArray *notes;
  GPtrArray *signatures;
  gboolean is_list;
} SediaPrintDocument;

SediaPrintDocument *sedia_print_document_new (const char *title);
void sedia_print_document_free (SediaPrintDocument *self);
void sedia_print_document_set_shop (SediaPrintDocument *self,
                                    const char         *shop);
void sedia_print_document_add_head (SediaPrintDocument *self,
                                    const char         *text);
void sedia_print_document_add_column (SediaPrintDocument *self,
                                      const char         *label,
                                      guint               share,
                                      gboolean            is_number);
void sedia_print_document_take_row (SediaPrintDocument *self,
                                    GStrv               cells);
void sedia_print_document_add_heading (SediaPrintDocument *self,
                                       const char         *text);
void sedia_print_document_set_text (SediaPrintDocument *self,
                                    const char         *text);
void sedia_print_document_add_note (SediaPrintDocument *self,
                                    const char         *text);
void sedia_print_document_add_signature (SediaPrintDocument *self,
                                         const char         *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPrintDocument, sedia_print_document_free)

G_END_DECLS
