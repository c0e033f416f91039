/* What stands on a page between two cuts: a line of the head, a row of the table, a line of the
 * text and so on; and the sheet it stands on. All measures are points (1/72 inch).
 */
#pragma once

#include "sedia-print-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_PRINT_ROW_GAP 4.0
#define SEDIA_PRINT_SECTION_GAP 10.0

/**
 * SediaPrintSheet:
 * @context: whose unit is a point
 * @document: what stands on it
 * @width: of the page, without its margins
 * @size: of the type
 * @is_narrow: a receipt, where a row of the table has two lines
 * @columns: where each begins; one more for the end
 * @text: (nullable): the document's text, wrapped
 *
 * The kind of page a document is put on.
 */
typedef struct
{
  PangoContext *context;
  const SediaPrintDocument *document;
  double width;
  double size;
  gboolean is_narrow;
  double *columns;
  PangoLayout *text;
} SediaPrintSheet;

typedef enum
{
  SEDIA_PRINT_STRIP_SHOP,
  SEDIA_PRINT_STRIP_TITLE,
  SEDIA_PRINT_STRIP_HEAD_LARGE,
  SEDIA_PRINT_STRIP_HEAD,
  SEDIA_PRINT_STRIP_TABLE_HEAD,
  SEDIA_PRINT_STRIP_ROW,
  SEDIA_PRINT_STRIP_HEADING,
  SEDIA_PRINT_STRIP_LINE,
  SEDIA_PRINT_STRIP_NOTE,
  SEDIA_PRINT_STRIP_SIGNATURES,
} SediaPrintStripKind;

/**
 * SediaPrintStrip:
 * @kind: what it is
 * @what: (nullable): a text, or a #SediaPrintRow
 * @line: which line of the document's text, from 0
 * @height: as measured
 * @page: on which page, from 0
 * @y: where on the page
 */
typedef struct
{
  SediaPrintStripKind kind;
  gconstpointer what;
  guint line;
  double height;
  guint page;
  double y;
} SediaPrintStrip;

void sedia_print_sheet_init (SediaPrintSheet          *self,
                             PangoContext             *context,
                             const SediaPrintDocument *document,
                             double                    width);
void sedia_print_sheet_clear (SediaPrintSheet *self);
double sedia_print_sheet_get_line_height (SediaPrintSheet *self);
guint sedia_print_sheet_get_n_lines (SediaPrintSheet *self);
void sedia_print_sheet_draw_foot (SediaPrintSheet *self,
                                  cairo_t         *cr,
                                  const char      *text,
                                  double           bottom);
double sedia_print_strip_draw (SediaPrintSheet       *sheet,
                               cairo_t               *cr,
                               const SediaPrintStrip *strip);

G_END_DECLS
