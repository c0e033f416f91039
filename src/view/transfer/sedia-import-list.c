/* A list of what an import would do, or of what is wrong. */
#include "config.h"

#include "sedia-import-list.h"

#include <glib/gi18n.h>

struct _SediaImportList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *view;
  SediaImportRowsKind kind; /* whose columns there are */
};

/* The columns of each kind of list. */
static const struct
{
  SediaImportRowsKind kind;
  SediaImportText text;
  const char *title;
  guint8 min_chars;
  gboolean is_number;
  gboolean expands;
} columns[] = {
  { SEDIA_IMPORT_ROWS_NEW, SEDIA_IMPORT_TEXT_LINE, NC_ ("column", "Line"), 5, TRUE, FALSE },
  { SEDIA_IMPORT_ROWS_NEW, SEDIA_IMPORT_TEXT_WHAT, NC_ ("column", "What"), 18, FALSE, FALSE },
  { SEDIA_IMPORT_ROWS_NEW, SEDIA_IMPORT_TEXT_AFTER, NC_ ("column", "Will be"), 24, FALSE, TRUE },
  { SEDIA_IMPORT_ROWS_CHANGED, SEDIA_IMPORT_TEXT_LINE, NC_ ("column", "Line"), 5, TRUE, FALSE },
  { SEDIA_IMPORT_ROWS_CHANGED, SEDIA_IMPORT_TEXT_WHAT, NC_ ("column", "What"), 16, FALSE, FALSE },
  { SEDIA_IMPORT_ROWS_CHANGED, SEDIA_IMPORT_TEXT_FIELD, NC_ ("column", "Field"), 12, FALSE,
    FALSE },
  { SEDIA_IMPORT_ROWS_CHANGED, SEDIA_IMPORT_TEXT_BEFORE, NC_ ("column", "Before"), 14, FALSE,
    TRUE },
  { SEDIA_IMPORT_ROWS_CHANGED, SEDIA_IMPORT_TEXT_AFTER, NC_ ("column", "After"), 14, FALSE, TRUE },
  { SEDIA_IMPORT_ROWS_BAD, SEDIA_IMPORT_TEXT_LINE, NC_ ("column", "Line"), 5, TRUE, FALSE },
  { SEDIA_IMPORT_ROWS_BAD, SEDIA_IMPORT_TEXT_PROBLEM, NC_ ("column", "Problem"), 40, FALSE, TRUE },
};

G_DEFINE_FINAL_TYPE (SediaImportList, sedia_import_list, GTK_TYPE_WIDGET)

/* A problem is a sentence that must be read whole; everything else is one line. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  const guint column = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].is_number ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[column].min_chars);
  if (columns[column].text == SEDIA_IMPORT_TEXT_PROBLEM)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
    }
  gtk_widget_add_css_class (label, "cell");
  if (columns[column].is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (columns[column].text == SEDIA_IMPORT_TEXT_BEFORE)
    gtk_widget_add_css_class (label, "secondary");

  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  const guint column = GPOINTER_TO_UINT (data);
  g_autofree char *text = sedia_import_row_dup_text (gtk_list_item_get_item (item),
                                                     columns[column].text);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item),
                               columns[column].is_number ||
                                   columns[column].text == SEDIA_IMPORT_TEXT_PROBLEM
                                 ? NULL : text);
}

static void
add_column (SediaImportList *self,
            guint            index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[index].title),
                                       factory);
  gtk_column_view_column_set_expand (column, columns[index].expands);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static void
set_columns (SediaImportList     *self,
             SediaImportRowsKind  kind)
{
  GListModel *old = gtk_column_view_get_columns (self->view);

  if (self->kind == kind && g_list_model_get_n_items (old) > 0)
    return;

  self->kind = kind;
  while (g_list_model_get_n_items (old) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (old, 0);

      gtk_column_view_remove_column (self->view, column);
    }

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].kind == kind)
      add_column (self, i);
}

static void
sedia_import_list_dispose (GObject *object)
{
  SediaImportList *self = SEDIA_IMPORT_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (sedia_import_list_parent_class)->dispose (object);
}

static void
sedia_import_list_class_init (SediaImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_import_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sedia_import_list_init (SediaImportList *self)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  self->view = GTK_COLUMN_VIEW (view);
  gtk_widget_add_css_class (view, "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * sedia_import_list_new:
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
sedia_import_list_new (void)
{
  return g_object_new (SEDIA_TYPE_IMPORT_LIST, NULL);
}

/**
 * sedia_import_list_show:
 * @self: a list
 * @kind: what is listed
 * @outcome: (nullable): of a dry run; %NULL for nothing
 */
void
sedia_import_list_show (SediaImportList     *self,
                        SediaImportRowsKind  kind,
                        SediaImportOutcome  *outcome)
{
  static const char *const names[] = { N_("What would be new"), N_("What would change"),
                                       N_("What is wrong") };
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (SEDIA_IS_IMPORT_LIST (self));

  if (outcome != NULL)
    model = GTK_SELECTION_MODEL (gtk_no_selection_new (
      G_LIST_MODEL (sedia_import_rows_new (kind, outcome))));
  gtk_column_view_set_model (self->view, NULL);
  set_columns (self, kind);
  gtk_column_view_set_model (self->view, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(names[kind]), -1);
}
