/* How much the shop wants to order: three numbers, each with what it comes to.
 *
 * What somebody else chose meanwhile stays, where it was not changed here.
 */
#include "config.h"

#include "sedia-order-rules-form.h"

#include "sedia-act.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-store.h"

#include <glib/gi18n.h>

#define N_RULES 3

struct _SediaOrderRulesForm
{
  SediaForm parent_instance;

  char *before[N_RULES];

  GtkEditable *service;
  GtkEditable *review;
  GtkEditable *cover;
};

G_DEFINE_FINAL_TYPE (SediaOrderRulesForm, sedia_order_rules_form, SEDIA_TYPE_FORM)

static const char *const names[N_RULES] = { "service", "review", "cover" };

static GtkEditable *
entry_of (SediaOrderRulesForm *self,
          guint                rule)
{
  GtkEditable *const entries[N_RULES] = { self->service, self->review, self->cover };

  return entries[rule];
}

static char *
sedia_order_rules_form_dup_typed (SediaForm *form)
{
  SediaOrderRulesForm *self = SEDIA_ORDER_RULES_FORM (form);

  return g_strjoin ("\n", gtk_editable_get_text (self->service),
                    gtk_editable_get_text (self->review), gtk_editable_get_text (self->cover),
                    NULL);
}

/* ---- saving */

/* What is to be chosen, NULL where it stays. */
typedef struct
{
  char *values[N_RULES];
} Chosen;

static void
chosen_free (Chosen *chosen)
{
  for (guint i = 0; i < N_RULES; i++)
    g_free (chosen->values[i]);
  g_free (chosen);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chosen, chosen_free)

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Chosen *chosen = data;

  for (guint i = 0; i < N_RULES; i++)
    if (chosen->values[i] != NULL && !sedia_setting_set (db, names[i], chosen->values[i], error))
      return NULL;

  return SEDIA_DONE;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  sedia_form_finish (SEDIA_FORM (widget));

  return g_strdup (_("Saved – how much to order"));
}

/* Says at the field what is wrong. */
static gboolean
read_rule (SediaOrderRulesForm *self,
           guint                rule,
           Chosen              *chosen)
{
  GtkEditable *entry = entry_of (self, rule);
  SediaField *field = sedia_field_of (GTK_WIDGET (entry));
  g_autofree char *typed = sedia_field_dup_text (entry);
  g_autoptr (GError) error = NULL;

  sedia_field_set_problem (field, NULL);
  if (!sedia_setting_check (names[rule], typed, &error))
    {
      sedia_field_set_problem (field, error->message);
      return FALSE;
    }
  if (g_strcmp0 (typed, self->before[rule]) != 0)
    chosen->values[rule] = g_steal_pointer (&typed);

  return TRUE;
}

static void
sedia_order_rules_form_save (SediaForm *form)
{
  SediaOrderRulesForm *self = SEDIA_ORDER_RULES_FORM (form);
  g_autoptr (Chosen) chosen = g_new0 (Chosen, 1);
  gboolean is_fine = TRUE;

  for (guint i = 0; i < N_RULES; i++)
    is_fine &= read_rule (self, i, chosen);
  if (!is_fine)
    {
      sedia_field_focus_problem (GTK_WIDGET (self));
      return;
    }

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "setting" },
                   .job = save_job,
                   .data = g_steal_pointer (&chosen),
                   .data_free = (GDestroyNotify) chosen_free,
                   .done = saved,
                 });
}

/* ---- the widget */

static void
sedia_order_rules_form_finalize (GObject *object)
{
  for (guint i = 0; i < N_RULES; i++)
    g_free (SEDIA_ORDER_RULES_FORM (object)->before[i]);

  G_OBJECT_CLASS (sedia_order_rules_form_parent_class)->finalize (object);
}

static void
sedia_order_rules_form_class_init (SediaOrderRulesFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_order_rules_form_finalize;
  form_class->save = sedia_order_rules_form_save;
  form_class->dup_typed = sedia_order_rules_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-rules-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderRulesForm, service);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderRulesForm, review);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderRulesForm, cover);
}

static void
sedia_order_rules_form_init (SediaOrderRulesForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  SediaOrderRules *rules = g_new (SediaOrderRules, 1);

  sedia_order_rules_read (db, rules);

  return rules;
}

static void
fill (SediaOrderRulesForm   *self,
      const SediaOrderRules *rules)
{
  const int numbers[N_RULES] = { (int) rules->orders_per_shortage, rules->review_days,
                                 rules->cover_days };

  for (guint i = 0; i < N_RULES; i++)
    {
      self->before[i] = g_strdup_printf ("%d", numbers[i]);
      gtk_editable_set_text (entry_of (self, i), self->before[i]);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) opener = data;
  g_autoptr (GError) error = NULL;
  g_autofree SediaOrderRules *rules = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaOrderRulesForm *self;

  if (!gtk_widget_get_mapped (opener))
    return; /* its window was closed meanwhile */
  if (rules == NULL)
    {
      sedia_act_say_error (opener, error);
      return;
    }

  self = g_object_new (SEDIA_TYPE_ORDER_RULES_FORM, NULL);
  fill (self, rules);
  sedia_form_open (SEDIA_FORM (self), opener, SEDIA_STORE (source));
}

/**
 * sedia_order_rules_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 *
 * Opens the dialog once what is chosen has been read.
 */
void
sedia_order_rules_form_open (GtkWidget  *opener,
                             SediaStore *store)
{
  g_return_if_fail (GTK_IS_WIDGET (opener));
  g_return_if_fail (SEDIA_IS_STORE (store));

  sedia_store_read_async (store, read_job, NULL, NULL, g_free, NULL, read_cb,
                          g_object_ref (opener));
}
