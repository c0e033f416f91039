/* The list of a detail pane: see sedia-part-list.h. */
#include "config.h"

#include "sedia-part-list.h"

#include "sedia-format.h"
#include "sedia-template.h"

struct _SediaPartList
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GListStore *parts;
};

typedef enum
{
  PROP_LABEL = 1,
} SediaPartListProperty;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (SediaPartList, sedia_part_list, GTK_TYPE_WIDGET)

static void
activate_cb (SediaPartList *self,
             guint          position)
{
  g_autoptr (SediaPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), position);

  if (part != NULL && sedia_part_get_id (part) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ix)",
                                (gint32) sedia_part_get_kind (part), sedia_part_get_id (part));
}

static void
sedia_part_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SediaPartList *self = SEDIA_PART_LIST (object);

  switch ((SediaPartListProperty) prop_id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    }
}

static void
sedia_part_list_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_PART_LIST);

  G_OBJECT_CLASS (sedia_part_list_parent_class)->dispose (object);
}

static void
sedia_part_list_class_init (SediaPartListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sedia_part_list_set_property;
  object_class->dispose = sedia_part_list_dispose;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SEDIA_TYPE_PART);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/part-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPartList, list);
  gtk_widget_class_bind_template_child (widget_class, SediaPartList, parts);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  sedia_format_bind_closures (widget_class);
}

static void
sedia_part_list_init (SediaPartList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_part_list_show:
 * @self: the list of a pane
 * @parts: (element-type SediaPart): its rows
 *
 * Replaces the rows that differ, so that the others keep their place.
 */
void
sedia_part_list_show (SediaPartList *self,
                      GPtrArray     *parts)
{
  g_return_if_fail (SEDIA_IS_PART_LIST (self));

  sedia_part_fill (self->parts, parts);
}
