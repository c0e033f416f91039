/* A field of a form: see sedia-field.h. */
#include "config.h"

#include "sedia-field.h"

#include "sedia-accessible.h"
#include "sedia-focus.h"
#include "sedia-template.h"

struct _SediaField
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkLabel *hint;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *child;
  char *accessible_name; /* NULL: the label's text */
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_HINT,
  PROP_CHILD,
} SediaFieldProperty;

static GParamSpec *properties[PROP_CHILD + 1];

static GtkBuildableIface *parent_buildable;

/* Between the name and what stands below. */
static void
set_child (SediaField *self,
           GtkWidget  *child)
{
  g_return_if_fail (self->child == NULL && child != NULL);

  self->child = child;
  gtk_widget_insert_after (child, GTK_WIDGET (self), GTK_WIDGET (self->label));
  gtk_label_set_mnemonic_widget (self->label, child);
}

static void
sedia_field_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  SediaField *self = SEDIA_FIELD (buildable);

  /* The first three are the template's own. */
  if (self->problem != NULL && GTK_IS_WIDGET (child))
    set_child (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sedia_field_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sedia_field_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaField, sedia_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sedia_field_buildable_init))

/* What has the keyboard inside the child: the child itself, or the entry it is made of. */
static GtkWidget *
typed_in (GtkWidget *child)
{
  for (GtkWidget *widget = child; widget != NULL; widget = gtk_widget_get_first_child (widget))
    if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget))
      return widget;

  return child;
}

/* The name is the child's too, and what is below describes it. */
static void
update_accessible (SediaField *self)
{
  const char *label = self->accessible_name != NULL ? self->accessible_name
                                                    : gtk_label_get_text (self->label);
  GtkWidget *typed = self->child != NULL ? typed_in (self->child) : NULL;
  GtkWidget *described = gtk_widget_get_visible (self->problem_box) ? GTK_WIDGET (self->problem)
                                                                   : GTK_WIDGET (self->hint);

  if (self->child == NULL)
    return;

  /* The child itself has the label's name, for that leads to it: given again it is read twice. */
  if (self->accessible_name != NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->child),
                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (typed == self->child && self->accessible_name == NULL)
    sedia_accessible_name_inner (self->child, label);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (typed), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (typed), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  described, NULL, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (typed), GTK_ACCESSIBLE_STATE_INVALID,
                               sedia_field_has_problem (self) ? GTK_ACCESSIBLE_INVALID_TRUE
                                                              : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
sedia_field_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SediaField *self = SEDIA_FIELD (object);

  switch ((SediaFieldProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (self->label));
      break;

    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_label (self->hint));
      break;

    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    }
}

static void
sedia_field_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SediaField *self = SEDIA_FIELD (object);
  const char *label;

  switch ((SediaFieldProperty) prop_id)
    {
    case PROP_LABEL:
      label = g_value_get_string (value);
      gtk_label_set_label (self->label, label != NULL ? label : "");
      update_accessible (self);
      break;

    case PROP_HINT:
      sedia_field_set_hint (self, g_value_get_string (value));
      break;

    case PROP_CHILD:
      if (g_value_get_object (value) != NULL)
        set_child (self, g_value_get_object (value));
      update_accessible (self);
      break;
    }
}

static void
sedia_field_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_FIELD);

  G_OBJECT_CLASS (sedia_field_parent_class)->dispose (object);
}

static void
sedia_field_finalize (GObject *object)
{
  g_free (SEDIA_FIELD (object)->accessible_name);

  G_OBJECT_CLASS (sedia_field_parent_class)->finalize (object);
}

static gboolean
sedia_field_grab_focus (GtkWidget *widget)
{
  SediaField *self = SEDIA_FIELD (widget);

  return self->child != NULL && gtk_widget_grab_focus (self->child);
}

static void
sedia_field_class_init (SediaFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_field_get_property;
  object_class->set_property = sedia_field_set_property;
  object_class->dispose = sedia_field_dispose;
  object_class->finalize = sedia_field_finalize;
  widget_class->grab_focus = sedia_field_grab_focus;
  widget_class->focus = sedia_focus_walk;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/field.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaField, label);
  gtk_widget_class_bind_template_child (widget_class, SediaField, hint);
  gtk_widget_class_bind_template_child (widget_class, SediaField, problem_box);
  gtk_widget_class_bind_template_child (widget_class, SediaField, problem);
}

static void
sedia_field_init (SediaField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_field_new:
 * @label: its name, mnemonics underlined
 * @child: what is typed in
 *
 * Returns: (transfer floating): a field
 */
GtkWidget *
sedia_field_new (const char *label,
                 GtkWidget  *child)
{
  return g_object_new (SEDIA_TYPE_FIELD, "label", label, "child", child, NULL);
}

/**
 * sedia_field_set_accessible_name:
 * @self: a field
 * @name: what is read out instead of the label, where that alone does not tell which field it is
 */
void
sedia_field_set_accessible_name (SediaField *self,
                                 const char *name)
{
  g_return_if_fail (SEDIA_IS_FIELD (self));
  g_return_if_fail (name != NULL);

  g_free (self->accessible_name);
  self->accessible_name = g_strdup (name);
  update_accessible (self);
}

/**
 * sedia_field_set_hint:
 * @self: a field
 * @hint: (nullable): what to know before typing
 */
void
sedia_field_set_hint (SediaField *self,
                      const char *hint)
{
  g_return_if_fail (SEDIA_IS_FIELD (self));

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint),
                          hint != NULL && *hint != '\0' && !sedia_field_has_problem (self));
}

/**
 * sedia_field_set_problem:
 * @self: a field
 * @problem: (nullable): what is wrong with what was typed, and what to do; NULL when all is well
 */
void
sedia_field_set_problem (SediaField *self,
                         const char *problem)
{
  const char *hint;

  g_return_if_fail (SEDIA_IS_FIELD (self));

  hint = gtk_label_get_label (self->hint);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), problem == NULL && *hint != '\0');

  if (self->child != NULL && problem != NULL)
    gtk_widget_add_css_class (typed_in (self->child), "doubtful");
  else if (self->child != NULL)
    gtk_widget_remove_css_class (typed_in (self->child), "doubtful");
  update_accessible (self);
}

/**
 * sedia_field_has_problem: Whether something is wrong with what was typed.
 */
gboolean
sedia_field_has_problem (SediaField *self)
{
  g_return_val_if_fail (SEDIA_IS_FIELD (self), FALSE);

  return gtk_widget_get_visible (self->problem_box);
}

/**
 * sedia_field_of: (transfer none) (nullable) the field a widget is in.
 */
SediaField *
sedia_field_of (GtkWidget *child)
{
  GtkWidget *field;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  field = gtk_widget_get_ancestor (child, SEDIA_TYPE_FIELD);

  return field != NULL ? SEDIA_FIELD (field) : NULL;
}
