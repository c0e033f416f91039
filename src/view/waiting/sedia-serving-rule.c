/* The serving rule in a sentence, and the choice of another one.
 *
 *   Orders marked “first”, then the earliest need-by date ...  v
 *                                                (o) first and dated orders before others
 *                                                ( ) strictly first come, first served
 *
 * Choosing is an act like any other: the bar says it and offers Undo. What is shown follows the
 * records, not the menu.
 */
#include "config.h"

#include "sedia-serving-rule.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaServingRule
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *sentence;

  SediaStore *store;
  SediaServing serving;
};

typedef enum
{
  PROP_SERVING = 1,
} SediaServingRuleProperty;

static GParamSpec *properties[PROP_SERVING + 1];

G_DEFINE_FINAL_TYPE (SediaServingRule, sedia_serving_rule, GTK_TYPE_WIDGET)

static gpointer
choose_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  return sedia_setting_set_serving (db, (SediaServing) GPOINTER_TO_INT (data), error) ? SEDIA_DONE
                                                                                      : NULL;
}

static char *
chosen_cb (GtkWidget *widget,
           gpointer   result,
           gpointer   data)
{
  g_autofree char *sentence = sedia_serving_sentence ((SediaServing) GPOINTER_TO_INT (data));

  /* Translators: the serving rule, a whole sentence. */
  return g_strdup_printf (_("Chosen – %s"), sentence);
}

static void
choose (SediaServingRule *self,
        const char       *name)
{
  SediaServing serving;

  if (self->store == NULL || !sedia_serving_from_string (name, &serving) ||
      serving == self->serving)
    return;

  sedia_act_run (GTK_WIDGET (self), self->store, &(SediaActRun) {
                   .act = { .kind = "setting" },
                   .job = choose_job,
                   .data = GINT_TO_POINTER ((int) serving),
                   .done = chosen_cb,
                 });
}

static void
sedia_serving_rule_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((SediaServingRuleProperty) prop_id)
    {
    case PROP_SERVING:
      g_value_set_string (value, sedia_serving_to_string (SEDIA_SERVING_RULE (object)->serving));
      break;
    }
}

static void
sedia_serving_rule_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((SediaServingRuleProperty) prop_id)
    {
    case PROP_SERVING:
      choose (SEDIA_SERVING_RULE (object), g_value_get_string (value));
      break;
    }
}

static void
sedia_serving_rule_dispose (GObject *object)
{
  g_clear_object (&SEDIA_SERVING_RULE (object)->store);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_SERVING_RULE);

  G_OBJECT_CLASS (sedia_serving_rule_parent_class)->dispose (object);
}

static void
sedia_serving_rule_class_init (SediaServingRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_serving_rule_get_property;
  object_class->set_property = sedia_serving_rule_set_property;
  object_class->dispose = sedia_serving_rule_dispose;

  properties[PROP_SERVING] = g_param_spec_string ("serving", NULL, NULL, "dated-first",
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/serving-rule.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaServingRule, button);
  gtk_widget_class_bind_template_child (widget_class, SediaServingRule, sentence);
  gtk_widget_class_install_property_action (widget_class, "rule.serving", "serving");
}

static void
sedia_serving_rule_init (SediaServingRule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_serving_rule_show:
 * @self: a rule
 * @store: (nullable): whose rule
 * @serving: the rule in force
 *
 * Shows the rule in force.
 */
void
sedia_serving_rule_show (SediaServingRule *self,
                         SediaStore       *store,
                         SediaServing      serving)
{
  g_autofree char *sentence = sedia_serving_sentence (serving);
  g_autofree char *name = NULL;

  g_return_if_fail (SEDIA_IS_SERVING_RULE (self));

  /* Translators: the sentence that says in what order waiting lines are served */
  name = g_strdup_printf (_("Who is served first: %s"), sentence);
  sedia_accessible_name_inner (self->button, name);

  g_set_object (&self->store, store);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_tooltip_text (self->button, sentence);
  if (serving == self->serving)
    return;

  self->serving = serving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVING]);
}
