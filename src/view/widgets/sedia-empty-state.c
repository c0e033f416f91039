/* What a list shows when there is nothing to list: a picture, a title, a sentence, one button. */
#include "config.h"

#include "sedia-empty-state.h"

#include "sedia-template.h"

struct _SediaEmptyState
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkButton *button;

  char *action_name;
};

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_SENTENCE,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
} SediaEmptyStateProperty;

static GParamSpec *properties[PROP_ACTION_NAME + 1];

G_DEFINE_FINAL_TYPE (SediaEmptyState, sedia_empty_state, GTK_TYPE_WIDGET)

static void
sedia_empty_state_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SediaEmptyState *self = SEDIA_EMPTY_STATE (object);

  switch ((SediaEmptyStateProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;

    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;

    case PROP_SENTENCE:
      g_value_set_string (value, gtk_label_get_label (self->sentence));
      break;

    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;

    case PROP_ACTION_NAME:
      g_value_set_string (value, self->action_name);
      break;
    }
}

static void
set_button_label (SediaEmptyState *self,
                  const char      *label)
{
  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL && *label != '\0');
}

static void
set_action (SediaEmptyState *self,
            const char      *detailed_action)
{
  g_free (self->action_name);
  self->action_name = g_strdup (detailed_action);

  if (detailed_action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), detailed_action);
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
}

static void
sedia_empty_state_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SediaEmptyState *self = SEDIA_EMPTY_STATE (object);
  const char *text = g_value_get_string (value);

  switch ((SediaEmptyStateProperty) prop_id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, text);
      break;

    case PROP_TITLE:
      gtk_label_set_label (self->title, text != NULL ? text : "");
      break;

    case PROP_SENTENCE:
      gtk_label_set_label (self->sentence, text != NULL ? text : "");
      break;

    case PROP_BUTTON_LABEL:
      set_button_label (self, text);
      break;

    case PROP_ACTION_NAME:
      set_action (self, text);
      break;
    }
}

static void
sedia_empty_state_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_EMPTY_STATE);

  G_OBJECT_CLASS (sedia_empty_state_parent_class)->dispose (object);
}

static void
sedia_empty_state_finalize (GObject *object)
{
  SediaEmptyState *self = SEDIA_EMPTY_STATE (object);

  g_clear_pointer (&self->action_name, g_free);

  G_OBJECT_CLASS (sedia_empty_state_parent_class)->finalize (object);
}

static void
sedia_empty_state_class_init (SediaEmptyStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sedia_empty_state_dispose;
  object_class->finalize = sedia_empty_state_finalize;
  object_class->get_property = sedia_empty_state_get_property;
  object_class->set_property = sedia_empty_state_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaEmptyState, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaEmptyState, title);
  gtk_widget_class_bind_template_child (widget_class, SediaEmptyState, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaEmptyState, button);
  gtk_widget_class_set_css_name (widget_class, "emptystate");
}

static void
sedia_empty_state_init (SediaEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_empty_state_new:
 *
 * Returns: (transfer floating): an empty state that says nothing yet
 */
GtkWidget *
sedia_empty_state_new (void)
{
  return g_object_new (SEDIA_TYPE_EMPTY_STATE, NULL);
}

/**
 * sedia_empty_state_set:
 * @self: an empty state
 * @icon_name: a symbolic icon, drawn large
 * @title: what there is none of
 * @sentence: what would be here, or what to do
 */
void
sedia_empty_state_set (SediaEmptyState *self,
                       const char      *icon_name,
                       const char      *title,
                       const char      *sentence)
{
  g_return_if_fail (SEDIA_IS_EMPTY_STATE (self));

  g_object_set (self, "icon-name", icon_name, "title", title, "sentence", sentence, NULL);
}

/**
 * sedia_empty_state_set_button:
 * @self: an empty state
 * @label: (nullable): words of its button, NULL for no button
 * @detailed_action: (nullable): what it does
 */
void
sedia_empty_state_set_button (SediaEmptyState *self,
                              const char      *label,
                              const char      *detailed_action)
{
  g_return_if_fail (SEDIA_IS_EMPTY_STATE (self));

  g_object_set (self, "button-label", label, "action-name", detailed_action, NULL);
}
