/* The list of what to order: see sedia-reorder-list.h. */
#include "config.h"

#include "sedia-reorder-list.h"

#include "sedia-reorder-row.h"

#include <glib/gi18n.h>

struct _SediaReorderList
{
  GtkWidget parent_instance;

  SediaReorderRows *rows;        /* NULL until they are set */
  GtkSingleSelection *selection;
  GtkWidget *scroller;
  GtkListView *view;
  GHashTable *shown;             /* SediaReorderItem -> SediaReorderRow, neither owned */
};

enum
{
  SELECTED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaReorderList, sedia_reorder_list, GTK_TYPE_WIDGET)

static SediaReorderItem *
item_at (SediaReorderList *self,
         guint             position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? SEDIA_REORDER_ITEM (item) : NULL; /* the list keeps it */
}

static gboolean
is_product (SediaReorderItem *item)
{
  return sedia_reorder_item_get_reorder (item) != NULL;
}

/* ---- moving */

static void
go_to (SediaReorderList *self,
       guint             position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
focus_quantity (SediaReorderList *self,
                guint             position,
                gunichar          first)
{
  SediaReorderRow *row;

  go_to (self, position);
  row = g_hash_table_lookup (self->shown, item_at (self, position));
  if (row != NULL)
    sedia_reorder_row_focus_quantity (row, first);
}

/* The next product above or below; headings are passed over. */
static void
row_step_cb (SediaReorderList *self,
             int               step,
             SediaReorderRow  *row)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position;

  if (self->rows == NULL ||
      !sedia_reorder_rows_find (self->rows, sedia_reorder_row_get_item (row), &position))
    return;

  do
    position += (guint) step; /* wraps around below 0, and is then no position either */
  while (position < n && !is_product (item_at (self, position)));

  if (position < n)
    focus_quantity (self, position, 0);
}

static void
row_entered_cb (SediaReorderList *self,
                SediaReorderRow  *row)
{
  guint position;

  if (self->rows != NULL &&
      sedia_reorder_rows_find (self->rows, sedia_reorder_row_get_item (row), &position))
    gtk_single_selection_set_selected (self->selection, position);
}

/* ---- keys on a row */

static gboolean
is_typing (SediaReorderList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && GTK_IS_EDITABLE (focus);
}

static gboolean
key_cb (SediaReorderList *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  const guint position = gtk_single_selection_get_selected (self->selection);
  SediaReorderItem *item = sedia_reorder_list_get_selected (self);

  if (item == NULL || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  if (is_typing (self))
    {
      if (keyval != GDK_KEY_Escape)
        return FALSE;
      sedia_reorder_list_focus (self);
      return TRUE;
    }

  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    sedia_reorder_item_set_chosen (item, !sedia_reorder_item_get_chosen (item));
  else if (keyval == GDK_KEY_F2)
    focus_quantity (self, position, 0);
  else if (g_unichar_isdigit (letter))
    focus_quantity (self, position, letter);
  else
    return FALSE;

  return TRUE;
}

/* ---- rows */

static void
setup_cb (SediaReorderList *self,
          GtkListItem      *list_item)
{
  GtkWidget *row = sedia_reorder_row_new ();

  g_signal_connect_object (row, "step", G_CALLBACK (row_step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (row_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (SediaReorderList *self,
         GtkListItem      *list_item)
{
  SediaReorderItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  gtk_list_item_set_selectable (list_item, is_product (item));
  gtk_list_item_set_activatable (list_item, is_product (item));
  sedia_reorder_row_set_item (SEDIA_REORDER_ROW (row), item);
  g_hash_table_insert (self->shown, item, row);
}

static void
unbind_cb (SediaReorderList *self,
           GtkListItem      *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_hash_table_remove (self->shown, gtk_list_item_get_item (list_item));
  if (row != NULL)
    sedia_reorder_row_set_item (SEDIA_REORDER_ROW (row), NULL);
}

static void
selected_cb (SediaReorderList *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (SediaReorderList *self,
             guint             position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* ---- the widget */

static void
sedia_reorder_list_dispose (GObject *object)
{
  SediaReorderList *self = SEDIA_REORDER_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (sedia_reorder_list_parent_class)->dispose (object);
}

static void
sedia_reorder_list_finalize (GObject *object)
{
  g_hash_table_unref (SEDIA_REORDER_LIST (object)->shown);

  G_OBJECT_CLASS (sedia_reorder_list_parent_class)->finalize (object);
}

static void
sedia_reorder_list_class_init (SediaReorderListClass *klass)
{
  const GType type = SEDIA_TYPE_REORDER_LIST;

  G_OBJECT_CLASS (klass)->dispose = sedia_reorder_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_reorder_list_finalize;

  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkListItemFactory *
new_factory (SediaReorderList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

static void
sedia_reorder_list_init (SediaReorderList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *view;

  self->shown = g_hash_table_new (NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)),
                            new_factory (self));
  self->view = GTK_LIST_VIEW (view);
  gtk_widget_add_css_class (view, "reorder-list");
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to order"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * sedia_reorder_list_set_rows:
 * @self: a list
 * @rows: what it shows, once and for all
 */
void
sedia_reorder_list_set_rows (SediaReorderList *self,
                             SediaReorderRows *rows)
{
  g_return_if_fail (SEDIA_IS_REORDER_LIST (self) && self->rows == NULL);

  self->rows = g_object_ref (rows);
  gtk_single_selection_set_model (self->selection, sedia_reorder_rows_get_list (rows));
}

/**
 * sedia_reorder_list_get_selected: (transfer none) (nullable) the selected product's row.
 */
SediaReorderItem *
sedia_reorder_list_get_selected (SediaReorderList *self)
{
  gpointer item;

  g_return_val_if_fail (SEDIA_IS_REORDER_LIST (self), NULL);

  item = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  return item != NULL && is_product (item) ? item : NULL;
}

/**
 * sedia_reorder_list_select: Selects a row, brings it into view and puts the keyboard on it.
 */
void
sedia_reorder_list_select (SediaReorderList *self,
                           guint             position)
{
  g_return_if_fail (SEDIA_IS_REORDER_LIST (self));

  go_to (self, position);
  sedia_reorder_list_focus (self);
}

/* A row's widget is the parent of its child. */
static gboolean
focus_selected (SediaReorderList *self)
{
  SediaReorderItem *item = sedia_reorder_list_get_selected (self);
  GtkWidget *row = item != NULL ? g_hash_table_lookup (self->shown, item) : NULL;

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (row));
}

/**
 * sedia_reorder_list_focus: Puts the keyboard into the list, on the row that is selected; else on
 * the first product.
 */
void
sedia_reorder_list_focus (SediaReorderList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  g_return_if_fail (SEDIA_IS_REORDER_LIST (self));

  if (sedia_reorder_list_get_selected (self) == NULL && n > 1)
    gtk_single_selection_set_selected (self->selection, 1); /* below the first heading */
  if (!focus_selected (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * sedia_reorder_list_focus_quantity: Puts the keyboard into the quantity of a row.
 */
void
sedia_reorder_list_focus_quantity (SediaReorderList *self,
                                   SediaReorderItem *item)
{
  guint position;

  g_return_if_fail (SEDIA_IS_REORDER_LIST (self));

  if (self->rows != NULL && sedia_reorder_rows_find (self->rows, item, &position))
    focus_quantity (self, position, 0);
}
