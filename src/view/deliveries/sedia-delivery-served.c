/* Who gets what. The same widget stands beside the delivery being typed and in the detail of one
 * that was received; only the rows that changed are replaced, so that reading goes on while
 * somebody types.
 */
#include "config.h"

#include "sedia-delivery-served.h"

#include "sedia-delivery-parts.h"
#include "sedia-part-list.h"
#include "sedia-template.h"

struct _SediaDeliveryServed
{
  GtkWidget parent_instance;

  char *title;
  GtkLabel *sentence;
  SediaPartList *parts;
};

typedef enum
{
  PROP_TITLE = 1,
} SediaDeliveryServedProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (SediaDeliveryServed, sedia_delivery_served, GTK_TYPE_WIDGET)

static void
sedia_delivery_served_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  SediaDeliveryServed *self = SEDIA_DELIVERY_SERVED (object);

  switch ((SediaDeliveryServedProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    }
}

static void
sedia_delivery_served_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  SediaDeliveryServed *self = SEDIA_DELIVERY_SERVED (object);

  switch ((SediaDeliveryServedProperty) prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
sedia_delivery_served_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_DELIVERY_SERVED);

  G_OBJECT_CLASS (sedia_delivery_served_parent_class)->dispose (object);
}

static void
sedia_delivery_served_finalize (GObject *object)
{
  g_free (SEDIA_DELIVERY_SERVED (object)->title);

  G_OBJECT_CLASS (sedia_delivery_served_parent_class)->finalize (object);
}

static void
sedia_delivery_served_class_init (SediaDeliveryServedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_delivery_served_get_property;
  object_class->set_property = sedia_delivery_served_set_property;
  object_class->dispose = sedia_delivery_served_dispose;
  object_class->finalize = sedia_delivery_served_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-served.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryServed, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryServed, parts);
}

static void
sedia_delivery_served_init (SediaDeliveryServed *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_delivery_served_show:
 * @self: a list of who gets what
 * @delivery: (nullable): of which delivery or preview; %NULL for none
 * @purchase_id: which purchase it is for; counts only with @differences
 * @differences: (element-type SediaDifference) (nullable): how it differs from that; NULL when it
 *   is for none
 * @sentence: what it comes to
 *
 * Shows it in place of the former.
 */
void
sedia_delivery_served_show (SediaDeliveryServed *self,
                            const SediaDelivery *delivery,
                            gint64               purchase_id,
                            GPtrArray           *differences,
                            const char          *sentence)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SEDIA_IS_DELIVERY_SERVED (self));
  g_return_if_fail (sentence != NULL);

  gtk_label_set_label (self->sentence, sentence);

  if (differences != NULL)
    sedia_delivery_parts_add_differences (parts, purchase_id, differences);
  if (delivery != NULL)
    g_ptr_array_extend_and_steal (parts, sedia_delivery_parts (delivery));
  sedia_part_list_show (self->parts, parts);
}
