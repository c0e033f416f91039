/* A document on pages.
 *
 * It is cut into strips: a line of the head, a row of the table, a note. A strip is measured once
 * and put on the first page that has room for it; what it says is laid out again when it is drawn,
 * so that a long list does not stay in memory as text that is laid out.
 */
#include "config.h"

#include "sedia-print-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#define NARROW 250.0      /* points: a receipt */
#define SMALL 440.0       /* points: A5 */
#define CELL_GAP 8.0
#define ROW_GAP 4.0
#define SECTION_GAP 10.0
#define SIGN_ROOM 42.0
#define SIGN_WIDTH 160.0
#define MEASURED_ROWS 300 /* how many decide how wide a column is */

typedef enum
{
  STRIP_TITLE,
  STRIP_HEAD_LARGE,
  STRIP_HEAD,
  STRIP_TABLE_HEAD,
  STRIP_ROW,
  STRIP_HEADING,
  STRIP_NOTE,
  STRIP_SIGNATURE,
} StripKind;

typedef struct
{
  StripKind kind;
  gconstpointer what; /* a text, or a SediaPrintRow */
  double height;
  guint page;
  double y;
} Strip;

struct _SediaPrintLayout
{
  PangoContext *context;
  const SediaPrintDocument *document; /* outlives the layout */
  double width;
  double height; /* of a page; 0: as high as needed */
  double size;   /* of the type */
  gboolean is_narrow;
  double *columns; /* where each begins; one more for the end */
  GArray *strips;
  guint n_pages;
  double used; /* of the last page */
};

/* ---- text */

static PangoLayout *
text_new (SediaPrintLayout *self,
          const char       *text,
          double            width,
          double            scale,
          gboolean          is_bold,
          gboolean          is_one_line)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, (int) (self->size * scale * PANGO_SCALE));
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (is_one_line)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static double
width_of (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* ---- columns */

static double
natural_width (SediaPrintLayout *self,
               guint             column)
{
  const SediaPrintColumn *spec = g_ptr_array_index (self->document->columns, column);
  g_autoptr (PangoLayout) head = text_new (self, spec->label, -1, 1, TRUE, TRUE);
  double widest = width_of (head);

  for (guint i = 0; i < MIN (self->document->rows->len, MEASURED_ROWS); i++)
    {
      const SediaPrintRow *row = g_ptr_array_index (self->document->rows, i);
      g_autoptr (PangoLayout) cell = NULL;

      if (row->is_heading)
        continue;
      cell = text_new (self, row->cells[column], -1, 1, FALSE, TRUE);
      widest = MAX (widest, width_of (cell));
    }

  return widest + 1; /* a rounding must not cost the last letter */
}

/* First those that say what they need, at most half of the page; the others share the rest. */
static void
place_columns (SediaPrintLayout *self)
{
  GPtrArray *columns = self->document->columns;
  g_autofree double *widths = g_new0 (double, columns->len + 1);
  double needed = 0;
  double rest = self->width - CELL_GAP * (columns->len > 0 ? columns->len - 1 : 0);
  double x = 0;
  guint shares = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const SediaPrintColumn *column = g_ptr_array_index (columns, i);

      shares += column->share;
      if (column->share == 0)
        needed += widths[i] = natural_width (self, i);
    }

  for (guint i = 0; i < columns->len; i++)
    {
      const SediaPrintColumn *column = g_ptr_array_index (columns, i);
      const double most = shares > 0 ? rest * 0.7 : rest;

      if (column->share == 0 && needed > most)
        widths[i] *= most / needed;
      else if (column->share > 0)
        widths[i] = (rest - MIN (needed, most)) * column->share / shares;
    }

  self->columns = g_new0 (double, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    {
      self->columns[i] = x;
      x += widths[i] + CELL_GAP;
    }
  self->columns[columns->len] = x;
}

/* ---- rows */

static PangoLayout *
cell_new (SediaPrintLayout *self,
          guint             column,
          const char       *text,
          gboolean          is_bold)
{
  const SediaPrintColumn *spec = g_ptr_array_index (self->document->columns, column);
  const double width = self->columns[column + 1] - self->columns[column] - CELL_GAP;
  PangoLayout *layout = text_new (self, text, width, 1, is_bold, self->document->is_list);

  if (spec->is_number)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}

/* The column that says what a row is about: the one with the largest share. */
static guint
main_column (SediaPrintLayout *self)
{
  guint most = 0;
  guint found = 0;

  for (guint i = 0; i < self->document->columns->len; i++)
    {
      const SediaPrintColumn *column = g_ptr_array_index (self->document->columns, i);

      if (column->share > most)
        {
          most = column->share;
          found = i;
        }
    }

  return found;
}

/* On a receipt: what the row is about on its own line, the rest below it. */
static char *
dup_rest (SediaPrintLayout    *self,
          const SediaPrintRow *row)
{
  const guint main = main_column (self);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; i < self->document->columns->len; i++)
    {
      const SediaPrintColumn *column = g_ptr_array_index (self->document->columns, i);

      if (i == main || row->cells[i][0] == '\0')
        continue;
      if (rest->len > 0)
        g_string_append (rest, " · ");
      if (column->is_number)
        g_string_append_printf (rest, "%s ", column->label);
      g_string_append (rest, row->cells[i]);
    }

  return g_string_free (rest, FALSE);
}

static double
draw_narrow_row (SediaPrintLayout    *self,
                 cairo_t             *cr,
                 const SediaPrintRow *row)
{
  g_autofree char *rest = dup_rest (self, row);
  g_autoptr (PangoLayout) first = text_new (self, row->cells[main_column (self)], self->width, 1,
                                            TRUE, FALSE);
  g_autoptr (PangoLayout) second = text_new (self, rest, self->width, 1, FALSE, FALSE);
  const double y = height_of (first);

  if (cr != NULL)
    {
      pango_cairo_show_layout (cr, first);
      cairo_rel_move_to (cr, 0, y);
      pango_cairo_show_layout (cr, second);
    }

  return y + (*rest != '\0' ? height_of (second) : 0) + ROW_GAP;
}

static double
draw_cells (SediaPrintLayout  *self,
            cairo_t           *cr,
            const char *const *cells,
            gboolean           is_bold)
{
  double highest = 0;
  double x = 0;
  double y = 0;

  if (cr != NULL)
    cairo_get_current_point (cr, &x, &y);

  for (guint i = 0; i < self->document->columns->len; i++)
    {
      g_autoptr (PangoLayout) layout = cell_new (self, i, cells[i], is_bold);

      if (cr != NULL)
        {
          cairo_move_to (cr, x + self->columns[i], y);
          pango_cairo_show_layout (cr, layout);
        }
      highest = MAX (highest, height_of (layout));
    }

  return highest + ROW_GAP;
}

static double
draw_table_head (SediaPrintLayout *self,
                 cairo_t          *cr)
{
  GPtrArray *columns = self->document->columns;
  g_autofree const char **labels = g_new0 (const char *, columns->len + 1);
  double x = 0;
  double y = 0;
  double height;

  for (guint i = 0; i < columns->len; i++)
    labels[i] = ((const SediaPrintColumn *) g_ptr_array_index (columns, i))->label;
  if (cr != NULL)
    cairo_get_current_point (cr, &x, &y);

  height = draw_cells (self, cr, labels, TRUE);
  if (cr != NULL)
    {
      cairo_set_line_width (cr, 0.6);
      cairo_move_to (cr, x, y + height - ROW_GAP / 2);
      cairo_rel_line_to (cr, self->width, 0);
      cairo_stroke (cr);
    }

  return height + ROW_GAP / 2;
}

/* ---- strips */

static double
draw_text (SediaPrintLayout *self,
           cairo_t          *cr,
           const char       *text,
           double            scale,
           gboolean          is_bold,
           double            gap)
{
  g_autoptr (PangoLayout) layout = text_new (self, text, self->width, scale, is_bold, FALSE);

  if (cr != NULL)
    pango_cairo_show_layout (cr, layout);

  return height_of (layout) + gap;
}

static double
draw_signature (SediaPrintLayout *self,
                cairo_t          *cr,
                const char       *text)
{
  g_autoptr (PangoLayout) layout = text_new (self, text, self->width, 1, FALSE, FALSE);
  double x;
  double y;

  if (cr != NULL)
    {
      cairo_get_current_point (cr, &x, &y);
      cairo_set_line_width (cr, 0.6);
      cairo_move_to (cr, x, y + SIGN_ROOM);
      cairo_rel_line_to (cr, MIN (SIGN_WIDTH, self->width), 0);
      cairo_stroke (cr);
      cairo_move_to (cr, x, y + SIGN_ROOM + 2);
      pango_cairo_show_layout (cr, layout);
    }

  return SIGN_ROOM + 2 + height_of (layout);
}

/* Draws a strip where the point is; without @cr it is measured alone. */
static double
draw_strip (SediaPrintLayout *self,
            cairo_t          *cr,
            const Strip      *strip)
{
  const SediaPrintRow *row = strip->what;

  switch (strip->kind)
    {
    case STRIP_TITLE:
      return draw_text (self, cr, strip->what, 1.1, FALSE, 2);

    case STRIP_HEAD_LARGE:
      return draw_text (self, cr, strip->what, 1.6, TRUE, 2);

    case STRIP_HEAD:
      return draw_text (self, cr, strip->what, 1, FALSE, 1);

    case STRIP_TABLE_HEAD:
      return self->is_narrow ? SECTION_GAP : draw_table_head (self, cr);

    case STRIP_ROW:
      return self->is_narrow ? draw_narrow_row (self, cr, row)
                             : draw_cells (self, cr, (const char *const *) row->cells, FALSE);

    case STRIP_HEADING:
      return draw_text (self, cr, row->cells[0], 1, TRUE, ROW_GAP);

    case STRIP_NOTE:
      return draw_text (self, cr, strip->what, 1, FALSE, 2);

    case STRIP_SIGNATURE:
      return draw_signature (self, cr, strip->what);
    }

  return 0;
}

static double
line_height (SediaPrintLayout *self)
{
  g_autoptr (PangoLayout) line = text_new (self, "x", -1, 1, FALSE, TRUE);

  return height_of (line);
}

/* A sheet keeps room for "Page 2 of 3"; a receipt is cut where it ends. */
static double
room (SediaPrintLayout *self)
{
  if (self->height <= 0)
    return G_MAXDOUBLE;

  return self->is_narrow ? self->height : self->height - 2 * line_height (self);
}

static void
put (SediaPrintLayout *self,
     Strip            *strip)
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
  Strip head = { .kind = STRIP_TABLE_HEAD };

  self->n_pages++;
  self->used = 0;
  if (!in_table)
    return;

  head.height = draw_strip (self, NULL, &head);
  put (self, &head);
}

static void
add (SediaPrintLayout *self,
     StripKind         kind,
     gconstpointer     what,
     double            gap_above)
{
  const gboolean in_table = kind == STRIP_ROW || kind == STRIP_HEADING;
  Strip strip = { .kind = kind, .what = what };

  strip.height = draw_strip (self, NULL, &strip);
  /* A heading does not stand alone at the end of a page. */
  if (self->used > 0 &&
      self->used + gap_above + strip.height * (kind == STRIP_HEADING ? 2 : 1) > room (self))
    begin_page (self, in_table);
  else
    self->used += gap_above;

  put (self, &strip);
}

static void
fill (SediaPrintLayout *self)
{
  const SediaPrintDocument *document = self->document;

  begin_page (self, FALSE);
  add (self, STRIP_TITLE, document->title, 0);
  for (guint i = 0; i < document->heads->len; i++)
    add (self, i == 0 ? STRIP_HEAD_LARGE : STRIP_HEAD, g_ptr_array_index (document->heads, i), 0);

  if (document->rows->len > 0)
    add (self, STRIP_TABLE_HEAD, NULL, SECTION_GAP);
  for (guint i = 0; i < document->rows->len; i++)
    {
      const SediaPrintRow *row = g_ptr_array_index (document->rows, i);

      add (self, row->is_heading ? STRIP_HEADING : STRIP_ROW, row,
           row->is_heading && i > 0 ? SECTION_GAP / 2 : 0);
    }

  for (guint i = 0; i < document->notes->len; i++)
    add (self, STRIP_NOTE, g_ptr_array_index (document->notes, i), i == 0 ? SECTION_GAP : 0);
  if (document->signature != NULL)
    add (self, STRIP_SIGNATURE, document->signature, SECTION_GAP);
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
  self->context = g_object_ref (context);
  self->document = document;
  self->width = width;
  self->height = height;
  self->is_narrow = width < NARROW;
  self->size = self->is_narrow ? 8 : width < SMALL ? 9 : 10;
  self->strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  place_columns (self);
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

  g_object_unref (self->context);
  g_free (self->columns);
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
      const Strip *strip = &g_array_index (self->strips, Strip, i);

      if (strip->page != page)
        continue;
      cairo_move_to (cr, 0, strip->y);
      draw_strip (self, cr, strip);
    }

  if (self->n_pages > 1 && !self->is_narrow)
    {
      g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);
      g_autoptr (PangoLayout) layout = text_new (self, text, self->width, 0.9, FALSE, TRUE);

      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      cairo_move_to (cr, 0, self->height - height_of (layout));
      pango_cairo_show_layout (cr, layout);
    }
}
