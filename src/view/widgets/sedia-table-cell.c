/* The cells of tables.
 *
 * An inscription of GTK 4.8 never gives back the attributes it has when it goes, nor any that it
 * parsed from markup. So no cell has markup, and lists of attributes are made once for each length
 * a number can have, and shared: nothing grows.
 *
 * Nor does a cell have a tooltip of its own: whenever one is set, GTK 4.8 asks the screen where the
 * pointer is, five questions and answers for each cell. It is made when somebody points there.
 */
#include "config.h"

#include "sedia-table-cell.h"

#include "sedia-format.h"

#include <string.h>

#define DIM_ALPHA (G_MAXUINT16 / 10 * 7)   /* as the style sheet's dim text */
#define LONGEST_NUMBER 63                  /* bytes; any longer is dimmed from there on */

/* What the cells of a column have in common; the factory owns it. */
typedef struct
{
  SediaCellKind kind;
  guint min_chars;
  guint nat_chars;
  SediaDescribeCell describe;
  guint column;
  GHashTable *bound; /* GtkListItem, not owned -> Bound */
} Maker;

/* A cell that shows a row: it looks again when the row has a new record. */
typedef struct
{
  GtkListItem *item;
  const Maker *maker;
} Bound;

static void
bound_free (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

static void
maker_free (gpointer  data,
            GClosure *closure)
{
  Maker *maker = data;

  g_hash_table_unref (maker->bound);
  g_free (maker);
}

/**
 * sedia_cell_clear: Frees what a cell says.
 */
void
sedia_cell_clear (SediaCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->tooltip, g_free);
}

/**
 * sedia_cell_set_amount:
 * @cell: a cell
 * @quantity: in the product's smallest unit
 * @decimals: of the product
 * @unit: (nullable): what stands beside the number, dim
 *
 * Says how much: zero is dim, less than zero stands out.
 */
void
sedia_cell_set_amount (SediaCell  *cell,
                       gint64      quantity,
                       guint       decimals,
                       const char *unit)
{
  g_autofree char *number = sedia_format_quantity (quantity, decimals);

  cell->dim_from = (guint) strlen (number);
  cell->text = sedia_format_amount (quantity, decimals, unit);
  if (quantity <= 0)
    cell->tone = quantity < 0 ? "negative" : "secondary";
}

static PangoAttrList *
dim_from (guint start)
{
  static PangoAttrList *lists[LONGEST_NUMBER + 1];
  const guint index = MIN (start, LONGEST_NUMBER);

  if (lists[index] == NULL)
    {
      PangoAttribute *dim = pango_attr_foreground_alpha_new (DIM_ALPHA);

      dim->start_index = index;
      lists[index] = pango_attr_list_new ();
      pango_attr_list_insert (lists[index], dim);
    }

  return lists[index];
}

static const char *
class_of (SediaCellKind kind)
{
  switch (kind)
    {
    case SEDIA_CELL_TEXT:
    case SEDIA_CELL_CODE:
      return "text";

    case SEDIA_CELL_NUMBER:
    case SEDIA_CELL_MARK:
      return "numeric";

    case SEDIA_CELL_PILL:
      return "pill";
    }

  g_assert_not_reached ();
}

static void
set_classes (GtkWidget       *child,
             SediaCellKind    kind,
             const SediaCell *cell)
{
  const char *classes[5] = { "cell", class_of (kind), NULL, NULL, NULL };
  guint n_classes = 2;

  if (cell->tone != NULL)
    classes[n_classes++] = cell->tone;
  if (cell->is_heading)
    classes[n_classes++] = "group";

  gtk_widget_set_css_classes (child, classes);
}

/* ---- the widgets */

static GtkWidget *
new_inscription (const Maker *maker)
{
  const gboolean is_number = maker->kind == SEDIA_CELL_NUMBER || maker->kind == SEDIA_CELL_MARK;
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), maker->min_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), maker->nat_chars);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), is_number ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     maker->kind == SEDIA_CELL_NUMBER
                                       ? GTK_INSCRIPTION_OVERFLOW_CLIP
                                       : GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);

  return inscription;
}

static GtkWidget *
new_code (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

/* The image keeps its room while there is none to show: a column is measured by its first row. */
static GtkWidget *
new_image_box (const Maker *maker)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *inscription = new_inscription (maker);

  gtk_widget_set_size_request (image, 16, -1);
  gtk_widget_set_hexpand (inscription, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), inscription);

  if (maker->kind == SEDIA_CELL_MARK)
    {
      gtk_widget_set_halign (image, GTK_ALIGN_END);
      gtk_widget_set_hexpand (image, TRUE);
    }

  return box;
}

/* ---- what they say */

static void
show_image (GtkWidget       *box,
            SediaCellKind    kind,
            const SediaCell *cell)
{
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *inscription = gtk_widget_get_last_child (box);

  if (cell->icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), cell->icon);
  else
    gtk_image_clear (GTK_IMAGE (image));

  if (kind == SEDIA_CELL_MARK)
    {
      gtk_widget_set_visible (image, cell->icon != NULL);
      gtk_widget_set_visible (inscription, cell->icon == NULL);
    }
}

/* That there is one, and what it says to those who cannot see it. */
static void
show_tooltip (GtkWidget  *child,
              const char *tooltip)
{
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    tooltip, -1);
  else if (gtk_widget_get_has_tooltip (child))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  gtk_widget_set_has_tooltip (child, tooltip != NULL);
}

static void
show (GtkWidget       *child,
      SediaCellKind    kind,
      const SediaCell *cell)
{
  /* Never NULL: the accessibility bridge of GTK 4.8 would count its letters all the same. */
  const char *text = cell->text != NULL ? cell->text : "";
  GtkWidget *says = child;

  if (kind == SEDIA_CELL_PILL || kind == SEDIA_CELL_MARK)
    {
      show_image (child, kind, cell);
      says = gtk_widget_get_last_child (child);
    }

  if (GTK_IS_LABEL (says))
    gtk_label_set_label (GTK_LABEL (says), text);
  else
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (says), text);
      gtk_inscription_set_attributes (GTK_INSCRIPTION (says),
                                      cell->dim_from > 0 ? dim_from (cell->dim_from) : NULL);
    }

  show_tooltip (child, cell->tooltip);
  set_classes (child, kind, cell);
}

/* Nothing is said of a row before its record has come. */
static void
ask (GtkListItem *item,
     const Maker *maker,
     SediaCell   *cell)
{
  SediaRow *row = gtk_list_item_get_item (item);
  gconstpointer record = row != NULL ? sedia_row_get_record (row) : NULL;

  if (record != NULL)
    maker->describe (cell, maker->column, record);
}

static void
update (GtkListItem *item,
        const Maker *maker)
{
  g_auto (SediaCell) cell = { NULL };

  ask (item, maker, &cell);
  show (gtk_list_item_get_child (item), maker->kind, &cell);
}

static gboolean
query_tooltip_cb (GtkWidget  *child,
                  int         x,
                  int         y,
                  gboolean    is_by_keyboard,
                  GtkTooltip *tooltip,
                  Bound      *bound)
{
  g_auto (SediaCell) cell = { NULL };

  ask (bound->item, bound->maker, &cell);
  gtk_tooltip_set_text (tooltip, cell.tooltip);

  return cell.tooltip != NULL;
}

/* ---- for the factory */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          const Maker        *maker)
{
  const SediaCell empty = { NULL };
  GtkWidget *child = NULL;
  Bound *cell = g_new (Bound, 1);

  switch (maker->kind)
    {
    case SEDIA_CELL_TEXT:
    case SEDIA_CELL_NUMBER:
      child = new_inscription (maker);
      break;

    case SEDIA_CELL_CODE:
      child = new_code ();
      break;

    case SEDIA_CELL_PILL:
    case SEDIA_CELL_MARK:
      child = new_image_box (maker);
      break;
    }

  set_classes (child, maker->kind, &empty);
  *cell = (Bound) { item, maker };
  g_signal_connect_data (child, "query-tooltip", G_CALLBACK (query_tooltip_cb), cell, bound_free,
                         0);
  gtk_list_item_set_child (item, child);
}

static void
revision_cb (Bound *bound)
{
  update (bound->item, bound->maker);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         Maker              *maker)
{
  Bound *bound = g_new (Bound, 1);

  *bound = (Bound) { item, maker };
  g_hash_table_insert (maker->bound, item, bound);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::revision",
                            G_CALLBACK (revision_cb), bound);
  update (item, maker);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           Maker              *maker)
{
  Bound *bound = g_hash_table_lookup (maker->bound, item);

  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), bound);
  g_hash_table_remove (maker->bound, item);
}

/**
 * sedia_table_cell_factory_new:
 * @kind: what the cells are
 * @min_chars: how many characters a cell needs
 * @nat_chars: how many it likes
 * @describe: what a cell says
 * @column: which column that is, for @describe
 *
 * Returns: (transfer full): a maker of the cells of one column
 */
GtkListItemFactory *
sedia_table_cell_factory_new (SediaCellKind     kind,
                              guint             min_chars,
                              guint             nat_chars,
                              SediaDescribeCell describe,
                              guint             column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_new (Maker, 1);

  *maker = (Maker) { kind, min_chars, nat_chars, describe, column,
                     g_hash_table_new_full (NULL, NULL, NULL, g_free) };

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker, maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), maker);

  return factory;
}
