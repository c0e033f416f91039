/* What stands beside a list: see sedia-beside.h. */
#include "config.h"

#include "sedia-beside.h"

#include "sedia-accessible.h"
#include "sedia-pane.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaBeside
{
  GtkWidget parent_instance;

  GtkStack *states; /* detail, several */
  GtkLabel *several;
  GtkBox *actions;
  GtkWidget *detail; /* NULL until there is one */
};

G_DEFINE_FINAL_TYPE (SediaBeside, sedia_beside, GTK_TYPE_WIDGET)

static void
sedia_beside_dispose (GObject *object)
{
  SEDIA_BESIDE (object)->detail = NULL;
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_BESIDE);

  G_OBJECT_CLASS (sedia_beside_parent_class)->dispose (object);
}

static void
sedia_beside_class_init (SediaBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_beside_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/beside.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaBeside, states);
  gtk_widget_class_bind_template_child (widget_class, SediaBeside, several);
  gtk_widget_class_bind_template_child (widget_class, SediaBeside, actions);
}

static void
sedia_beside_init (SediaBeside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The pane, when the page does not show the selected thing itself. */
static SediaPane *
pane_of (SediaBeside *self)
{
  return SEDIA_IS_PANE (self->detail) && SEDIA_PANE_GET_CLASS (self->detail)->reader != NULL
           ? SEDIA_PANE (self->detail)
           : NULL;
}

/**
 * sedia_beside_set_detail:
 * @self: what stands beside a list
 * @detail: what shows the selected row; a #SediaPane with a reader does so by itself
 */
void
sedia_beside_set_detail (SediaBeside *self,
                         GtkWidget   *detail)
{
  g_return_if_fail (SEDIA_IS_BESIDE (self));
  g_return_if_fail (GTK_IS_WIDGET (detail) && self->detail == NULL);

  self->detail = detail;
  gtk_stack_add_named (self->states, detail, "detail");
  gtk_stack_set_visible_child_name (self->states, "detail");
}

/**
 * sedia_beside_add_several: Adds something that can be done with several rows.
 */
void
sedia_beside_add_several (SediaBeside *self,
                          GtkWidget   *action)
{
  g_return_if_fail (SEDIA_IS_BESIDE (self));

  sedia_accessible_drop_underlines (action);
  gtk_box_append (self->actions, action);
}

/**
 * sedia_beside_set_store:
 * @self: what stands beside a list
 * @store: (nullable): where the detail is read
 */
void
sedia_beside_set_store (SediaBeside *self,
                        SediaStore  *store)
{
  g_return_if_fail (SEDIA_IS_BESIDE (self));

  if (pane_of (self) != NULL)
    sedia_pane_set_store (pane_of (self), store);
}

/**
 * sedia_beside_select:
 * @self: what stands beside a list
 * @id: the selected row, 0 for none or several
 * @n_selected: how many there are
 */
void
sedia_beside_select (SediaBeside *self,
                     gint64       id,
                     guint        n_selected)
{
  g_autofree char *several = NULL;

  g_return_if_fail (SEDIA_IS_BESIDE (self));

  if (n_selected > 1)
    {
      several = g_strdup_printf (ngettext ("%u row is selected", "%u rows are selected",
                                           n_selected), n_selected);
      gtk_label_set_label (self->several, several);
    }
  gtk_stack_set_visible_child_name (self->states, n_selected > 1 ? "several" : "detail");

  if (pane_of (self) != NULL)
    sedia_pane_set_id (pane_of (self), id);
}

/**
 * sedia_beside_focus: Puts the keyboard on the first thing that can be done.
 */
void
sedia_beside_focus (SediaBeside *self)
{
  g_return_if_fail (SEDIA_IS_BESIDE (self));

  gtk_widget_child_focus (gtk_stack_get_visible_child (self->states), GTK_DIR_TAB_FORWARD);
}
