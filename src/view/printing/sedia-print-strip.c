/* What stands on a page between two cuts: measured, and drawn. */
#include "config.h"

#include "sedia-print-strip.h"

#define NARROW 250.0      /* points: a receipt */
#define SMALL 440.0       /* points: A5 */
#define CELL_GAP 8.0
#define SIGN_ROOM 42.0
#define SIGN_WIDTH 160.0
#define SIGN_GAP 14.0
#define MEASURED_ROWS 300 /* how many decide how wide a column is */

/* ---- text */

static PangoLayout *
text_new (SediaPrintSheet *self,
          const char      *text,
          double           width,
          double           scale,
          gboolean         is_bold,
          gboolean         is_one_line)
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
natural_width (SediaPrintSheet *self,
               guint            column)
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
place_columns (SediaPrintSheet *self)
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
cell_new (SediaPrintSheet *self,
          guint            column,
          const char      *text,
          gboolean         is_bold)
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
main_column (SediaPrintSheet *self)
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
dup_rest (SediaPrintSheet    *self,
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
draw_narrow_row (SediaPrintSheet    *self,
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

  return y + (*rest != '\0' ? height_of (second) : 0) + SEDIA_PRINT_ROW_GAP;
}

static double
draw_cells (SediaPrintSheet   *self,
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

  return highest + SEDIA_PRINT_ROW_GAP;
}

static double
draw_table_head (SediaPrintSheet *self,
                 cairo_t         *cr)
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
      cairo_move_to (cr, x, y + height - SEDIA_PRINT_ROW_GAP / 2);
      cairo_rel_line_to (cr, self->width, 0);
      cairo_stroke (cr);
    }

  return height + SEDIA_PRINT_ROW_GAP / 2;
}

/* ---- strips */

static double
draw_text (SediaPrintSheet *self,
           cairo_t         *cr,
           const char      *text,
           double           scale,
           gboolean         is_bold,
           double           gap)
{
  g_autoptr (PangoLayout) layout = text_new (self, text, self->width, scale, is_bold, FALSE);

  if (cr != NULL)
    pango_cairo_show_layout (cr, layout);

  return height_of (layout) + gap;
}

/* A line of the text as it was wrapped; its height does not depend on the others. */
static double
draw_line (SediaPrintSheet *self,
           cairo_t         *cr,
           guint            line)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->text);
  PangoRectangle extents;

  for (guint i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  if (cr != NULL)
    {
      const int baseline = pango_layout_iter_get_baseline (iter) - extents.y;

      cairo_rel_move_to (cr, (double) extents.x / PANGO_SCALE, (double) baseline / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  pango_layout_iter_free (iter);

  return (double) extents.height / PANGO_SCALE;
}

/* Who signs, side by side: a line to write on, and below it whose it is. */
static double
draw_signatures (SediaPrintSheet *self,
                 cairo_t         *cr)
{
  GPtrArray *signatures = self->document->signatures;
  const double room = (self->width - SIGN_GAP * (signatures->len - 1)) / signatures->len;
  const double width = MIN (SIGN_WIDTH, room);
  double highest = 0;
  double x = 0;
  double y = 0;

  if (cr != NULL)
    {
      cairo_get_current_point (cr, &x, &y);
      cairo_set_line_width (cr, 0.6);
    }

  for (guint i = 0; i < signatures->len; i++)
    {
      g_autoptr (PangoLayout) layout = text_new (self, g_ptr_array_index (signatures, i), width, 1,
                                                 FALSE, FALSE);

      highest = MAX (highest, height_of (layout));
      if (cr == NULL)
        continue;
      cairo_move_to (cr, x + i * (width + SIGN_GAP), y + SIGN_ROOM);
      cairo_rel_line_to (cr, width, 0);
      cairo_stroke (cr);
      cairo_move_to (cr, x + i * (width + SIGN_GAP), y + SIGN_ROOM + 2);
      pango_cairo_show_layout (cr, layout);
    }

  return SIGN_ROOM + 2 + highest;
}

/**
 * sedia_print_strip_draw:
 * @sheet: what it stands on
 * @cr: (nullable): draws it where the point is; without it the strip is measured alone
 * @strip: a strip
 *
 * Returns: how high it is, in points
 */
double
sedia_print_strip_draw (SediaPrintSheet       *sheet,
                        cairo_t               *cr,
                        const SediaPrintStrip *strip)
{
  const SediaPrintRow *row = strip->what;

  switch (strip->kind)
    {
    case SEDIA_PRINT_STRIP_SHOP:
      return draw_text (sheet, cr, strip->what, 1.1, TRUE, 2);

    case SEDIA_PRINT_STRIP_TITLE:
      return draw_text (sheet, cr, strip->what, 1.1, FALSE, 2);

    case SEDIA_PRINT_STRIP_HEAD_LARGE:
      return draw_text (sheet, cr, strip->what, 1.6, TRUE, 2);

    case SEDIA_PRINT_STRIP_HEAD:
      return draw_text (sheet, cr, strip->what, 1, FALSE, 1);

    case SEDIA_PRINT_STRIP_TABLE_HEAD:
      return sheet->is_narrow ? SEDIA_PRINT_SECTION_GAP : draw_table_head (sheet, cr);

    case SEDIA_PRINT_STRIP_ROW:
      return sheet->is_narrow ? draw_narrow_row (sheet, cr, row)
                              : draw_cells (sheet, cr, (const char *const *) row->cells, FALSE);

    case SEDIA_PRINT_STRIP_HEADING:
      return draw_text (sheet, cr, row->cells[0], 1, TRUE, SEDIA_PRINT_ROW_GAP);

    case SEDIA_PRINT_STRIP_LINE:
      return draw_line (sheet, cr, strip->line);

    case SEDIA_PRINT_STRIP_NOTE:
      return draw_text (sheet, cr, strip->what, 1, FALSE, 2);

    case SEDIA_PRINT_STRIP_SIGNATURES:
      return draw_signatures (sheet, cr);
    }

  return 0;
}

/**
 * sedia_print_sheet_draw_foot:
 * @self: a sheet
 * @cr: where its origin is the corner of the page inside its margins
 * @text: what stands below everything, on the right
 * @bottom: where the page ends
 */
void
sedia_print_sheet_draw_foot (SediaPrintSheet *self,
                             cairo_t         *cr,
                             const char      *text,
                             double           bottom)
{
  g_autoptr (PangoLayout) layout = text_new (self, text, self->width, 0.9, FALSE, TRUE);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_move_to (cr, 0, bottom - height_of (layout));
  pango_cairo_show_layout (cr, layout);
}

/**
 * sedia_print_sheet_get_line_height: How high a line of the usual type is, in points.
 */
double
sedia_print_sheet_get_line_height (SediaPrintSheet *self)
{
  g_autoptr (PangoLayout) line = text_new (self, "x", -1, 1, FALSE, TRUE);

  return height_of (line);
}

/**
 * sedia_print_sheet_get_n_lines: How many lines the document's text has at this width; 0 for none.
 */
guint
sedia_print_sheet_get_n_lines (SediaPrintSheet *self)
{
  return self->text != NULL ? (guint) pango_layout_get_line_count (self->text) : 0;
}

/**
 * sedia_print_sheet_init:
 * @self: a sheet, to be cleared
 * @context: whose unit is a point
 * @document: what will stand on it; it outlives the sheet
 * @width: of the page, without its margins
 */
void
sedia_print_sheet_init (SediaPrintSheet          *self,
                        PangoContext             *context,
                        const SediaPrintDocument *document,
                        double                    width)
{
  *self = (SediaPrintSheet) {
    .context = g_object_ref (context),
    .document = document,
    .width = width,
    .is_narrow = width < NARROW,
    .size = width < NARROW ? 8 : width < SMALL ? 9 : 10,
  };
  place_columns (self);
  if (document->text != NULL)
    self->text = text_new (self, document->text, width, 1, FALSE, FALSE);
}

/**
 * sedia_print_sheet_clear: Frees what a sheet holds.
 */
void
sedia_print_sheet_clear (SediaPrintSheet *self)
{
  g_clear_object (&self->text);
  g_clear_object (&self->context);
  g_clear_pointer (&self->columns, g_free);
}
