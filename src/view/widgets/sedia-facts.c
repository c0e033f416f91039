/* The rows of a detail pane: dim labels on the left, what they say on the right.
 *
 *   +--------+-----------------+
 *   | label  | value           |    a fact
 *   +--------+-----------------+
 *   | Title                    |    a title: the label spans both columns, the value is hidden
 *   +--------------------------+
 */
#include "config.h"

#include "sedia-facts.h"

/* A window of GTK 4.8 is at least as high as its text in the narrowest form. */
#define LABEL_CHARS 9
#define VALUE_CHARS 16

typedef struct
{
  GtkWidget *label;
  GtkWidget *value;
  gboolean is_title;
} FactRow;

struct _SediaFacts
{
  GtkWidget parent_instance;

  GArray *rows; /* of FactRow: all that were ever needed, the first n_used are visible */
  guint n_used;
};

G_DEFINE_FINAL_TYPE (SediaFacts, sedia_facts, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (SediaFacts *self,
           guint       row,
           int         column)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkGridLayoutChild *place;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? LABEL_CHARS : VALUE_CHARS);
  /* An email that is broken must not gain a hyphen that is no part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, label));
  gtk_grid_layout_child_set_row (place, (int) row);
  gtk_grid_layout_child_set_column (place, column);

  return label;
}

static FactRow
make_row (SediaFacts *self,
          guint       row,
          gboolean    is_title)
{
  FactRow made = { add_label (self, row, 0), add_label (self, row, 1), is_title };
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkLayoutChild *place = gtk_layout_manager_get_layout_child (layout, made.label);

  gtk_widget_set_hexpand (made.value, TRUE);
  gtk_widget_set_visible (made.value, !is_title);
  gtk_widget_add_css_class (made.label, is_title ? "section-title" : "secondary");
  gtk_grid_layout_child_set_column_span (GTK_GRID_LAYOUT_CHILD (place), is_title ? 2 : 1);

  return made;
}

/* Rows are used again, but a title never becomes a fact: a label of GTK 4.8 that was bold once
 * stays so on the screen.
 */
static FactRow *
next_row (SediaFacts *self,
          gboolean    is_title)
{
  FactRow *row;

  if (self->n_used == self->rows->len)
    {
      FactRow made = make_row (self, self->n_used, is_title);

      g_array_append_val (self->rows, made);
    }

  row = &g_array_index (self->rows, FactRow, self->n_used);
  if (row->is_title != is_title)
    {
      gtk_widget_unparent (row->label);
      gtk_widget_unparent (row->value);
      *row = make_row (self, self->n_used, is_title);
    }

  self->n_used++;
  gtk_widget_set_visible (row->label, TRUE);
  gtk_widget_set_visible (row->value, !is_title);

  return row;
}

static void
sedia_facts_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sedia_facts_parent_class)->dispose (object);
}

static void
sedia_facts_finalize (GObject *object)
{
  SediaFacts *self = SEDIA_FACTS (object);

  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (sedia_facts_parent_class)->finalize (object);
}

static void
sedia_facts_class_init (SediaFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_facts_dispose;
  object_class->finalize = sedia_facts_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facts");
}

static void
sedia_facts_init (SediaFacts *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  self->rows = g_array_new (FALSE, FALSE, sizeof (FactRow));
  gtk_grid_layout_set_column_spacing (layout, 12);
  gtk_grid_layout_set_row_spacing (layout, 6);
}

/**
 * sedia_facts_new:
 *
 * Returns: (transfer floating): an empty list of facts
 */
GtkWidget *
sedia_facts_new (void)
{
  return g_object_new (SEDIA_TYPE_FACTS, NULL);
}

/**
 * sedia_facts_begin: Starts again from the top.
 */
void
sedia_facts_begin (SediaFacts *self)
{
  g_return_if_fail (SEDIA_IS_FACTS (self));

  self->n_used = 0;
}

/**
 * sedia_facts_add_title:
 * @self: the facts
 * @title: what the facts below it are about
 */
void
sedia_facts_add_title (SediaFacts *self,
                       const char *title)
{
  FactRow *row;

  g_return_if_fail (SEDIA_IS_FACTS (self));

  row = next_row (self, TRUE);
  gtk_label_set_label (GTK_LABEL (row->label), title);
}

/**
 * sedia_facts_add:
 * @self: the facts
 * @label: the name of the fact
 * @value: (nullable): the fact; without one the row is left out
 */
void
sedia_facts_add (SediaFacts *self,
                 const char *label,
                 const char *value)
{
  sedia_facts_add_full (self, label, value, NULL, NULL);
}

/**
 * sedia_facts_add_full:
 * @self: the facts
 * @label: the name of the fact
 * @value: (nullable): the fact; without one the row is left out
 * @tooltip: (nullable): more about it, for instance the whole date
 * @css_class: (nullable): style class of the value: `late`, `negative`, `numeric` ...
 */
void
sedia_facts_add_full (SediaFacts *self,
                      const char *label,
                      const char *value,
                      const char *tooltip,
                      const char *css_class)
{
  FactRow *row;

  g_return_if_fail (SEDIA_IS_FACTS (self));
  g_return_if_fail (label != NULL);

  if (value == NULL || *value == '\0')
    return;

  row = next_row (self, FALSE);
  gtk_label_set_label (GTK_LABEL (row->label), label);
  gtk_label_set_label (GTK_LABEL (row->value), value);
  gtk_widget_set_tooltip_text (row->value, tooltip);
  gtk_widget_set_css_classes (row->value, (const char *[]) { css_class, NULL });
}

/**
 * sedia_facts_end: Hides what was there before and is not any more.
 */
void
sedia_facts_end (SediaFacts *self)
{
  g_return_if_fail (SEDIA_IS_FACTS (self));

  for (guint i = self->n_used; i < self->rows->len; i++)
    {
      FactRow *row = &g_array_index (self->rows, FactRow, i);

      gtk_widget_set_visible (row->label, FALSE);
      gtk_widget_set_visible (row->value, FALSE);
    }
}
