/* The cells of tables: what they say, and the widgets they are made of.
 *
 *   text      Siti Rahma                       ellipsised at the end
 *   code      KT-002                           never ellipsised
 *   number    12 kg                            at the end, the unit dim
 *   pill      (icon) Waiting                   a state: icon and word
 *   mark      3, or an icon in its place       at the end
 *
 * Made in code, not from ui/rows: a table of a million rows shows its first ones a fifth sooner
 * (measured), and the same description serves the cells, the clipboard and the printer. One flat
 * GtkInscription a cell: it does not measure again what it says.
 */
#pragma once

#include "sedia-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaCellKind: see above.
 */
typedef enum
{
  SEDIA_CELL_TEXT,
  SEDIA_CELL_CODE,
  SEDIA_CELL_NUMBER,
  SEDIA_CELL_PILL,
  SEDIA_CELL_MARK,
} SediaCellKind;

/**
 * SediaCell:
 * @text: what it says; %NULL for nothing
 * @dim_from: the byte of @text from which on it is dim, 0 for nowhere
 * @icon: (nullable): of a pill or a mark
 * @tone: (nullable): a style class: `negative`, `late`, `secondary` ...
 * @tooltip: (nullable): more about it
 * @is_heading: the row is the heading of a group
 *
 * What a cell says. Begin with `{ 0 }`; texts belong to the cell.
 */
typedef struct
{
  char *text;
  guint dim_from;
  const char *icon;
  const char *tone;
  char *tooltip;
  gboolean is_heading;
} SediaCell;

/**
 * SediaDescribeCell:
 * @cell: empty
 * @column: which column, by its place in the table's spec
 * @record: of the row, never %NULL
 *
 * Fills in what a cell says. Also called on another thread than the main one.
 */
typedef void (*SediaDescribeCell) (SediaCell     *cell,
                                   guint          column,
                                   gconstpointer  record);

void sedia_cell_clear (SediaCell *cell);
void sedia_cell_set_amount (SediaCell  *cell,
                            gint64      quantity,
                            guint       decimals,
                            const char *unit);

GtkListItemFactory *sedia_table_cell_factory_new (SediaCellKind     kind,
                                                  guint             min_chars,
                                                  guint             nat_chars,
                                                  SediaDescribeCell describe,
                                                  guint             column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaCell, sedia_cell_clear)

G_END_DECLS
