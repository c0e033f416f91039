/* List on the left, the selected thing beside it; in a small window one takes the other's place.
 *
 *   wide    +-----------------------+-+-----------+      narrow  +--------------------+
 *           | list                  | | detail    |              | [<]  back          |
 *           |                       | |           |              |--------------------|
 *           +-----------------------+-+-----------+              | detail             |
 *                                    separator                   +--------------------+
 *
 * The split decides while it gives out the room, with gtk_widget_set_child_visible(), which is made
 * for that: no child is shown or hidden during a layout, so nothing flickers or loops.
 */
#include "config.h"

#include "sedia-split.h"

#include <glib/gi18n.h>

#define FOLD_BELOW 600    /* narrower than this, one at a time */
#define DETAIL_WIDTH 320
#define DETAIL_WIDTH_SMALL 280
#define ROOMY 900

struct _SediaSplit
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *separator;
  GtkWidget *back;
  GtkWidget *detail;

  gboolean is_folded;
  gboolean is_detail_shown;
  int list_width;
  guint tell_source;
};

typedef enum
{
  PROP_LIST_WIDTH = 1,
  PROP_FOLDED,
  PROP_DETAIL_SHOWN,
} SediaSplitProperty;

static GParamSpec *properties[PROP_DETAIL_SHOWN + 1];

static GtkBuildableIface *parent_buildable;

static void
sedia_split_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  if (g_strcmp0 (type, "list") == 0)
    sedia_split_set_list (SEDIA_SPLIT (buildable), GTK_WIDGET (child));
  else if (g_strcmp0 (type, "detail") == 0)
    sedia_split_set_detail (SEDIA_SPLIT (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sedia_split_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sedia_split_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaSplit, sedia_split, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sedia_split_buildable_init))

static gboolean
tell_cb (gpointer data)
{
  SediaSplit *self = SEDIA_SPLIT (data);

  self->tell_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_WIDTH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

/* Columns come and go with the room: that must wait until this layout is over. */
static void
tell_later (SediaSplit *self,
            int         list_width,
            gboolean    is_folded)
{
  if (list_width == self->list_width && is_folded == self->is_folded)
    return;

  self->list_width = list_width;
  self->is_folded = is_folded;

  if (self->tell_source == 0)
    self->tell_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static int
min_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL && gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* The narrowest that a child can get: beside the list, a detail has its own width; in the place of
 * the list, all there is. What wraps is not as high as in the least of widths. */
static int
narrowest (SediaSplit *self,
           GtkWidget  *child)
{
  const int all = MAX (self->list != NULL ? min_width (self->list) : 0,
                       self->detail != NULL ? min_width (self->detail) : 0);

  return child == self->detail ? MAX (min_width (child), MIN (DETAIL_WIDTH_SMALL, all)) : -1;
}

static void
sedia_split_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  SediaSplit *self = SEDIA_SPLIT (widget);
  GtkWidget *children[] = { self->list, self->detail };
  int back_height = 0;

  *minimum = *natural = 0;

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum = 0, child_natural = 0;

      if (children[i] == NULL)
        continue;

      gtk_widget_measure (children[i], orientation,
                          orientation == GTK_ORIENTATION_VERTICAL ? narrowest (self, children[i])
                                                                  : -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + child_natural
                                                           : MAX (*natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->back, orientation, -1, &back_height, NULL, NULL, NULL);
      *minimum += back_height;
    }

  *natural = MAX (*natural, *minimum);
}

static void
place (GtkWidget *widget,
       gboolean   is_visible,
       int        x,
       int        y,
       int        width,
       int        height)
{
  if (widget == NULL)
    return;

  gtk_widget_set_child_visible (widget, is_visible);
  if (is_visible)
    gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, MAX (width, 1), MAX (height, 1) },
                              -1);
}

static void
place_folded (SediaSplit *self,
              int         width,
              int         height)
{
  gboolean shows_detail = self->is_detail_shown && self->detail != NULL;
  int back_height = 0;

  gtk_widget_measure (self->back, GTK_ORIENTATION_VERTICAL, -1, &back_height, NULL, NULL, NULL);

  place (self->separator, FALSE, 0, 0, 0, 0);
  place (self->list, !shows_detail, 0, 0, width, height);
  place (self->back, shows_detail, 0, 0, width, back_height);
  place (self->detail, shows_detail, 0, back_height, width, height - back_height);
}

static void
place_beside (SediaSplit *self,
              int         width,
              int         height,
              int         detail_width)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int list_width = width - detail_width - 1;

  place (self->back, FALSE, 0, 0, 0, 0);
  place (self->list, TRUE, is_rtl ? detail_width + 1 : 0, 0, list_width, height);
  place (self->separator, TRUE, is_rtl ? detail_width : list_width, 0, 1, height);
  place (self->detail, TRUE, is_rtl ? 0 : list_width + 1, 0, detail_width, height);
}

static void
sedia_split_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  SediaSplit *self = SEDIA_SPLIT (widget);
  int wanted = width >= ROOMY ? DETAIL_WIDTH : DETAIL_WIDTH_SMALL;
  int detail_width = MAX (min_width (self->detail), wanted);
  gboolean is_folded = width < FOLD_BELOW || width < min_width (self->list) + detail_width + 1;

  if (is_folded)
    place_folded (self, width, height);
  else
    place_beside (self, width, height, detail_width);

  tell_later (self, is_folded ? width : width - detail_width - 1, is_folded);
}

static void
back_clicked_cb (SediaSplit *self)
{
  sedia_split_set_detail_shown (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  SediaSplit *self = SEDIA_SPLIT (widget);

  if (!self->is_folded || !self->is_detail_shown)
    return FALSE;

  sedia_split_set_detail_shown (self, FALSE);
  return TRUE;
}

static void
sedia_split_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SediaSplit *self = SEDIA_SPLIT (object);

  switch ((SediaSplitProperty) prop_id)
    {
    case PROP_LIST_WIDTH:
      g_value_set_int (value, self->list_width);
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;

    case PROP_DETAIL_SHOWN:
      g_value_set_boolean (value, self->is_detail_shown);
      break;
    }
}

static void
sedia_split_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SediaSplit *self = SEDIA_SPLIT (object);

  switch ((SediaSplitProperty) prop_id)
    {
    case PROP_DETAIL_SHOWN:
      sedia_split_set_detail_shown (self, g_value_get_boolean (value));
      break;

    case PROP_LIST_WIDTH:
    case PROP_FOLDED:
      break;
    }
}

static void
sedia_split_dispose (GObject *object)
{
  SediaSplit *self = SEDIA_SPLIT (object);

  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->back, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);

  G_OBJECT_CLASS (sedia_split_parent_class)->dispose (object);
}

static void
sedia_split_class_init (SediaSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_split_dispose;
  object_class->get_property = sedia_split_get_property;
  object_class->set_property = sedia_split_set_property;
  widget_class->measure = sedia_split_measure;
  widget_class->size_allocate = sedia_split_size_allocate;

  properties[PROP_LIST_WIDTH] = g_param_spec_int ("list-width", NULL, NULL, 0, G_MAXINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL_SHOWN] = g_param_spec_boolean ("detail-shown", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE |
                                                        G_PARAM_EXPLICIT_NOTIFY |
                                                        G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "split");
}

static void
sedia_split_init (SediaSplit *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->list_width = 1000; /* all columns, until the first layout knows better */

  gtk_widget_set_tooltip_text (button, _("Back to the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Back to the list"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (back_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  self->back = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->back, "split-back");
  gtk_box_append (GTK_BOX (self->back), button);
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));

  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}

/**
 * sedia_split_new:
 *
 * Returns: (transfer floating): an empty split
 */
GtkWidget *
sedia_split_new (void)
{
  return g_object_new (SEDIA_TYPE_SPLIT, NULL);
}

/**
 * sedia_split_set_list:
 * @self: a split
 * @list: what is on the left
 */
void
sedia_split_set_list (SediaSplit *self,
                      GtkWidget  *list)
{
  g_return_if_fail (SEDIA_IS_SPLIT (self));
  g_return_if_fail (GTK_IS_WIDGET (list));

  g_clear_pointer (&self->list, gtk_widget_unparent);
  self->list = list;
  gtk_widget_insert_after (list, GTK_WIDGET (self), NULL);
}

/**
 * sedia_split_set_detail:
 * @self: a split
 * @detail: what stands beside it
 */
void
sedia_split_set_detail (SediaSplit *self,
                        GtkWidget  *detail)
{
  g_return_if_fail (SEDIA_IS_SPLIT (self));
  g_return_if_fail (GTK_IS_WIDGET (detail));

  g_clear_pointer (&self->detail, gtk_widget_unparent);
  self->detail = detail;
  gtk_widget_set_parent (detail, GTK_WIDGET (self));
}

/**
 * sedia_split_get_folded: Whether there is room for one of the two only.
 */
gboolean
sedia_split_get_folded (SediaSplit *self)
{
  g_return_val_if_fail (SEDIA_IS_SPLIT (self), FALSE);

  return self->is_folded;
}

/**
 * sedia_split_get_list_width: How much room the list has.
 */
int
sedia_split_get_list_width (SediaSplit *self)
{
  g_return_val_if_fail (SEDIA_IS_SPLIT (self), 0);

  return self->list_width;
}

/**
 * sedia_split_get_detail_shown: Whether the detail takes the list's place in a narrow window.
 */
gboolean
sedia_split_get_detail_shown (SediaSplit *self)
{
  g_return_val_if_fail (SEDIA_IS_SPLIT (self), FALSE);

  return self->is_detail_shown;
}

/**
 * sedia_split_set_detail_shown:
 * @self: a split
 * @detail_shown: whether the detail takes the list's place in a narrow window
 */
void
sedia_split_set_detail_shown (SediaSplit *self,
                              gboolean    detail_shown)
{
  g_return_if_fail (SEDIA_IS_SPLIT (self));

  detail_shown = !!detail_shown;
  if (self->is_detail_shown == detail_shown)
    return;

  self->is_detail_shown = detail_shown;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL_SHOWN]);

  if (!self->is_folded || self->list == NULL || self->detail == NULL)
    return;

  /* The focus must not stay in what is hidden now; what it goes to is shown before the layout. */
  gtk_widget_set_child_visible (detail_shown ? self->detail : self->list, TRUE);
  gtk_widget_child_focus (detail_shown ? self->detail : self->list, GTK_DIR_TAB_FORWARD);
}
