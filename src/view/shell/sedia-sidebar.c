/* The pages of the window, each with an icon, its name, and a number when something waits there.
 *
 *   | (icon) Waiting      41 |      folded:  | (icon) 41 |
 *   | ...                    |
 *   | (icon) Stays in the    |               |  (icon)   |
 *   |        background      |
 */
#include "config.h"

#include "sedia-sidebar.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

#define WIDTH 176
#define FOLDED_WIDTH 76
/* With its padding: a label that wraps is a pixel higher in some widths, which GTK complains of. */
#define STAYING_HEIGHT 42

typedef struct
{
  char *name;
  char *text;
  GtkWidget *row;
  GtkWidget *label;
  GtkWidget *badge;
} SidebarItem;

struct _SediaSidebar
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *staying; /* the line below */
  GtkWidget *staying_icon;
  GtkWidget *staying_label;
  GPtrArray *items; /* of SidebarItem, in the order of the rows */
  char *selected;
  gboolean is_folded;
};

typedef enum
{
  PROP_SELECTED = 1,
  PROP_FOLDED,
} SediaSidebarProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

G_DEFINE_FINAL_TYPE (SediaSidebar, sedia_sidebar, GTK_TYPE_WIDGET)

static void
sidebar_item_free (SidebarItem *item)
{
  g_free (item->name);
  g_free (item->text);
  g_free (item);
}

static SidebarItem *
find_item (SediaSidebar *self,
           const char   *name)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SidebarItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (item->name, name) == 0)
        return item;
    }

  return NULL;
}

static void
row_selected_cb (GtkListBox    *list,
                 GtkListBoxRow *row,
                 SediaSidebar  *self)
{
  SidebarItem *item;

  if (row == NULL)
    return;

  item = g_ptr_array_index (self->items, gtk_list_box_row_get_index (row));
  if (g_strcmp0 (self->selected, item->name) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (item->name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Tab goes past the list. From row to row, as GTK 4.8 has it, each page would come to the front on
 * the way; up and down are for that.
 */
static gboolean
sedia_sidebar_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  SediaSidebar *self = SEDIA_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->list, direction);

  return gtk_widget_get_focus_child (widget) == NULL && row != NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sedia_sidebar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SediaSidebar *self = SEDIA_SIDEBAR (object);

  switch ((SediaSidebarProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    }
}

static void
sedia_sidebar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SediaSidebar *self = SEDIA_SIDEBAR (object);

  switch ((SediaSidebarProperty) prop_id)
    {
    case PROP_SELECTED:
      sedia_sidebar_set_selected (self, g_value_get_string (value));
      break;

    case PROP_FOLDED:
      sedia_sidebar_set_folded (self, g_value_get_boolean (value));
      break;
    }
}

static void
sedia_sidebar_dispose (GObject *object)
{
  SediaSidebar *self = SEDIA_SIDEBAR (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->staying, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (sedia_sidebar_parent_class)->dispose (object);
}

static void
sedia_sidebar_class_init (SediaSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sedia_sidebar_dispose;
  object_class->get_property = sedia_sidebar_get_property;
  object_class->set_property = sedia_sidebar_set_property;
  widget_class->focus = sedia_sidebar_focus;

  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
}

/* The icon speaks where the words are hidden, and only there. */
static void
fold_staying (SediaSidebar *self)
{
  gtk_widget_set_visible (self->staying_label, !self->is_folded);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->staying_icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->is_folded ? _("Stays in the background") : "", -1);
  gtk_widget_set_size_request (self->staying, self->is_folded ? FOLDED_WIDTH : WIDTH,
                               STAYING_HEIGHT);
}

static GtkWidget *
make_staying (SediaSidebar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->staying_icon = gtk_image_new_from_icon_name ("sedia-background-symbolic");
  self->staying_label = gtk_label_new (_("Stays in the background"));
  gtk_label_set_wrap (GTK_LABEL (self->staying_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->staying_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->staying_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->staying_label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (self->staying_label), 16);
  gtk_box_append (GTK_BOX (line), self->staying_icon);
  gtk_box_append (GTK_BOX (line), self->staying_label);
  gtk_widget_set_tooltip_text (line, _("When the window is closed, Sedia goes on to remind you of "
                                       "customers who must be told. See Reminders in the main "
                                       "menu."));
  gtk_widget_add_css_class (line, "staying");
  gtk_widget_add_css_class (line, "secondary");
  gtk_widget_set_visible (line, FALSE);

  return line;
}

static void
sedia_sidebar_init (SediaSidebar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) sidebar_item_free);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  self->staying = make_staying (self);
  fold_staying (self);
  gtk_widget_set_parent (self->staying, GTK_WIDGET (self));
}

/**
 * sedia_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar without pages
 */
GtkWidget *
sedia_sidebar_new (void)
{
  return g_object_new (SEDIA_TYPE_SIDEBAR, NULL);
}

static void
name_item (SidebarItem *item,
           const char  *sentence)
{
  g_autofree char *name = NULL;

  name = sentence != NULL ? g_strdup_printf ("%s: %s", item->text, sentence)
                          : g_strdup (item->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_tooltip_text (item->row, name);
}

static void
fold_item (SidebarItem *item,
           gboolean     is_folded)
{
  gtk_widget_set_visible (item->label, !is_folded);
  /* Wide enough for any badge, so that nothing jumps when one comes. */
  gtk_widget_set_size_request (item->row, is_folded ? FOLDED_WIDTH : WIDTH, -1);
}

/**
 * sedia_sidebar_add:
 * @self: the sidebar
 * @name: the page's name in the program
 * @label: its name for people
 * @icon_name: its icon
 */
void
sedia_sidebar_add (SediaSidebar *self,
                   const char   *name,
                   const char   *label,
                   const char   *icon_name)
{
  GtkWidget *content;
  SidebarItem *item;

  g_return_if_fail (SEDIA_IS_SIDEBAR (self));
  g_return_if_fail (name != NULL && label != NULL);

  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  item = g_new0 (SidebarItem, 1);
  item->name = g_strdup (name);
  item->text = g_strdup (label);
  item->row = gtk_list_box_row_new ();
  item->label = gtk_label_new (label);
  item->badge = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_widget_set_hexpand (item->label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (item->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (item->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), item->label);
  gtk_widget_add_css_class (item->badge, "badge");
  gtk_widget_set_valign (item->badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (item->badge, FALSE);
  gtk_box_append (GTK_BOX (content), item->badge);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item->row), content);
  name_item (item, NULL);
  fold_item (item, self->is_folded);

  g_ptr_array_add (self->items, item);
  gtk_list_box_append (GTK_LIST_BOX (self->list), item->row);
}

/**
 * sedia_sidebar_set_badge:
 * @self: the sidebar
 * @name: which page
 * @count: the number on it, 0 for none
 * @sentence: (nullable): what the number means, for the tooltip and read aloud
 */
void
sedia_sidebar_set_badge (SediaSidebar *self,
                         const char   *name,
                         guint         count,
                         const char   *sentence)
{
  g_autofree char *text = NULL;
  SidebarItem *item;

  g_return_if_fail (SEDIA_IS_SIDEBAR (self));

  item = find_item (self, name);
  g_return_if_fail (item != NULL);

  text = sedia_format_quantity (count, 0);
  gtk_label_set_label (GTK_LABEL (item->badge), text);
  gtk_widget_set_visible (item->badge, count > 0);
  name_item (item, count > 0 ? sentence : NULL);
}

/**
 * sedia_sidebar_get_selected: (nullable) (transfer none) name of the page in front, NULL when it
 * has no place here.
 */
const char *
sedia_sidebar_get_selected (SediaSidebar *self)
{
  g_return_val_if_fail (SEDIA_IS_SIDEBAR (self), NULL);

  return self->selected;
}

static void
unselect (SediaSidebar *self)
{
  if (self->selected == NULL)
    return;

  g_clear_pointer (&self->selected, g_free);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * sedia_sidebar_set_selected:
 * @self: the sidebar
 * @name: (nullable): the page to bring to the front; one that does not exist changes nothing; NULL
 *   for a page that has no place here
 */
void
sedia_sidebar_set_selected (SediaSidebar *self,
                            const char   *name)
{
  SidebarItem *item;

  g_return_if_fail (SEDIA_IS_SIDEBAR (self));

  item = find_item (self, name);
  if (item != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (item->row));
  else if (name == NULL)
    unselect (self);
}

/**
 * sedia_sidebar_set_folded:
 * @self: the sidebar
 * @folded: whether to show icons only
 */
void
sedia_sidebar_set_folded (SediaSidebar *self,
                          gboolean      folded)
{
  g_return_if_fail (SEDIA_IS_SIDEBAR (self));

  folded = !!folded;
  if (self->is_folded == folded)
    return;

  self->is_folded = folded;
  for (guint i = 0; i < self->items->len; i++)
    fold_item (g_ptr_array_index (self->items, i), folded);
  fold_staying (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/**
 * sedia_sidebar_set_staying:
 * @self: the sidebar
 * @staying: whether to say that the program stays when its window is closed
 */
void
sedia_sidebar_set_staying (SediaSidebar *self,
                           gboolean      staying)
{
  g_return_if_fail (SEDIA_IS_SIDEBAR (self));

  gtk_widget_set_visible (self->staying, staying);
}
