/* A document on pages.
 *
 * It is cut into strips: a line of the head, a row of the table, a line of the text, a note. A
 * strip is measured once and put on the first page that has room for it; what it says is laid out
 * again when it is drawn, so that a long list does not stay in memory as text that is laid out.
 */
#include "config.h"

#include "sedia-print-layout.h"

#include "sedia-print-strip.h"

#include <glib/gi18n.h>

struct _SediaPrintLayout
{
  const SediaPrintDocument *document; /* outlives the layout */
  SediaPrintSheet sheet;
  double height; /* of a page; 0: as high as needed */
  GArray *strips;
  guint n_pages;
  double used; /* of the last page */
};

/* A sheet keeps room for "Page 2 of 3"; a receipt is cut where it ends. */
static double
room (SediaPrintLayout *self)
{
  if (self->height <= 0)
    return G_MAXDOUBLE;

  return self->sheet.is_narrow
           ? self->height
           : self->height - 2 * sedia_print_sheet_get_line_height (&self->sheet);
}

static void
put (SediaPrintLayout *self,
     SediaPrintStrip  *strip)
{
  strip->page = self->n_pages - 1;
  strip->y = self->used;
  self->used += strip->height;
  g_array_append_val (self->strips, *strip);
}

/* A new page says again what the columns are. */
static void
begin_page (SediaPrintLayout *self,
            gboolean          in_table)
{
  SediaPrintStrip head = { .kind = SEDIA_PRINT_STRIP_TABLE_HEAD };

  self->n_pages++;
  self->used = 0;
  if (!in_table)
    return;

  head.height = sedia_print_strip_draw (&self->sheet, NULL, &head);
  put (self, &head);
}

/* A heading does not stand alone at the end of a page. */
static void
add_strip (SediaPrintLayout *self,
           SediaPrintStrip   strip,
           double            gap_above)
{
  const gboolean is_heading = strip.kind == SEDIA_PRINT_STRIP_HEADING;
  double needed;

  strip.height = sedia_print_strip_draw (&self->sheet, NULL, &strip);
  needed = gap_above + strip.height * (is_heading ? 2 : 1);
  if (self->used > 0 && self->used + needed > room (self))
    begin_page (self, is_heading || strip.kind == SEDIA_PRINT_STRIP_ROW);
  else
    self->used += gap_above;

  put (self, &strip);
}

static void
add (SediaPrintLayout    *self,
     SediaPrintStripKind  kind,
     gconstpointer        what,
     double               gap_above)
{
  add_strip (self, (SediaPrintStrip) { .kind = kind, .what = what }, gap_above);
}

static void
add_heads (SediaPrintLayout *self)
{
  const SediaPrintDocument *document = self->document;

  if (document->shop != NULL)
    add (self, SEDIA_PRINT_STRIP_SHOP, document->shop, 0);
  add (self, SEDIA_PRINT_STRIP_TITLE, document->title, 0);
  for (guint i = 0; i < document->heads->len; i++)
    add (self, i == 0 ? SEDIA_PRINT_STRIP_HEAD_LARGE : SEDIA_PRINT_STRIP_HEAD,
         g_ptr_array_index (document->heads, i), 0);
}

static void
add_table (SediaPrintLayout *self)
{
  GPtrArray *rows = self->document->rows;

  if (rows->len > 0)
    add (self, SEDIA_PRINT_STRIP_TABLE_HEAD, NULL, SEDIA_PRINT_SECTION_GAP);
  for (guint i = 0; i < rows->len; i++)
    {
      const SediaPrintRow *row = g_ptr_array_index (rows, i);

      add (self, row->is_heading ? SEDIA_PRINT_STRIP_HEADING : SEDIA_PRINT_STRIP_ROW, row,
           row->is_heading && i > 0 ? SEDIA_PRINT_SECTION_GAP / 2 : 0);
    }
}

/* Line by line: a long text goes on where the next page begins. */
static void
add_text (SediaPrintLayout *self)
{
  for (guint i = 0; i < sedia_print_sheet_get_n_lines (&self->sheet); i++)
    add_strip (self, (SediaPrintStrip) { .kind = SEDIA_PRINT_STRIP_LINE, .line = i },
               i == 0 ? SEDIA_PRINT_SECTION_GAP : 0);
}

static void
fill (SediaPrintLayout *self)
{
  GPtrArray *notes = self->document->notes;

  begin_page (self, FALSE);
  add_heads (self);
  add_table (self);
  add_text (self);
  for (guint i = 0; i < notes->len; i++)
    add (self, SEDIA_PRINT_STRIP_NOTE, g_ptr_array_index (notes, i),
         i == 0 ? SEDIA_PRINT_SECTION_GAP : 0);
  if (self->document->signatures->len > 0)
    add (self, SEDIA_PRINT_STRIP_SIGNATURES, NULL, SEDIA_PRINT_SECTION_GAP);
}

/**
 * sedia_print_layout_new:
 * @context: whose unit is a point
 * @document: what to lay out; it outlives the layout
 * @width: of the page, without its margins
 * @height: the same; 0 for one page that is as high as needed
 *
 * Returns: (transfer full): the document on pages
 */
SediaPrintLayout *
sedia_print_layout_new (PangoContext             *context,
                        const SediaPrintDocument *document,
                        double                    width,
                        double                    height)
{
  SediaPrintLayout *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (width > 0, NULL);

  self = g_new0 (SediaPrintLayout, 1);
  self->document = document;
  self->height = height;
  self->strips = g_array_new (FALSE, FALSE, sizeof (SediaPrintStrip));
  sedia_print_sheet_init (&self->sheet, context, document, width);
  fill (self);

  return self;
}

/**
 * sedia_print_layout_free: Frees a layout.
 */
void
sedia_print_layout_free (SediaPrintLayout *self)
{
  if (self == NULL)
    return;

  sedia_print_sheet_clear (&self->sheet);
  g_array_unref (self->strips);
  g_free (self);
}

/**
 * sedia_print_layout_get_n_pages: How many pages it takes.
 */
guint
sedia_print_layout_get_n_pages (SediaPrintLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

/**
 * sedia_print_layout_get_height: How high a page is; where it is as high as needed, how high that
 * is.
 */
double
sedia_print_layout_get_height (SediaPrintLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height > 0 ? self->height : self->used;
}

/**
 * sedia_print_layout_draw:
 * @self: a layout
 * @cr: where its origin is the corner of the page inside its margins
 * @page: which page, from 0
 */
void
sedia_print_layout_draw (SediaPrintLayout *self,
                         cairo_t          *cr,
                         guint             page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->n_pages);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->strips->len; i++)
    {
      const SediaPrintStrip *strip = &g_array_index (self->strips, SediaPrintStrip, i);

      if (strip->page != page)
        continue;
      cairo_move_to (cr, 0, strip->y);
      sedia_print_strip_draw (&self->sheet, cr, strip);
    }

  if (self->n_pages > 1 && !self->sheet.is_narrow)
    {
      g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);

      sedia_print_sheet_draw_foot (&self->sheet, cr, text, self->height);
    }
}
