/* The owner decides: see sedia-decide-form.h. */
#include "config.h"

#include "sedia-decide-form.h"

#include "sedia-act.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-product-fields.h"

#include <glib/gi18n.h>

#define MOST_WAIT 3650 /* the store's own limit */

struct _SediaDecideForm
{
  SediaForm parent_instance;

  gint64 product_id;
  char *name;
  guint decimals;
  SediaBackorderTerms verdict;
  gboolean has_verdict;

  GtkLabel *product;
  GtkDropDown *policy; /* in the order of SediaBackorderPolicy */
  GtkEditable *limit;
  GtkEditable *wait;
  GtkEditable *deposit;
  GtkEditable *why;
};

G_DEFINE_FINAL_TYPE (SediaDecideForm, sedia_decide_form, SEDIA_TYPE_FORM)

static char *
sedia_decide_form_dup_typed (SediaForm *form)
{
  SediaDecideForm *self = SEDIA_DECIDE_FORM (form);

  return g_strdup_printf ("%u\n%s\n%s\n%s\n%s", gtk_drop_down_get_selected (self->policy),
                          gtk_editable_get_text (self->limit), gtk_editable_get_text (self->wait),
                          gtk_editable_get_text (self->deposit),
                          gtk_editable_get_text (self->why));
}

/* ---- what was typed */

typedef struct
{
  gint64 product_id;
  char *name;
  SediaBackorderTerms terms;
  char *why;
} Decision;

static void
decision_free (Decision *decision)
{
  g_free (decision->name);
  g_free (decision->why);
  g_free (decision);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decision, decision_free)

/* Whole, up to the most; 0 for none. */
static gboolean
read_number (GtkEditable *entry,
             guint        most,
             const char  *problem,
             guint       *number)
{
  gint64 typed;

  if (!sedia_field_read_amount (entry, 0, NULL, &typed))
    return FALSE;

  *number = typed != SEDIA_NO_AMOUNT ? (guint) CLAMP (typed, 0, most) : 0;

  return sedia_field_fail (GTK_WIDGET (entry),
                           typed != SEDIA_NO_AMOUNT && (typed < 1 || typed > most) ? problem
                                                                                   : NULL);
}

/* Whoever decides otherwise than the verdict says why. */
static gboolean
read_why (SediaDecideForm *self,
          Decision        *decision)
{
  decision->why = sedia_field_dup_text (self->why);

  return sedia_field_fail (GTK_WIDGET (self->why),
                           *decision->why == '\0' && self->has_verdict &&
                               !sedia_backorder_terms_equal (&decision->terms, &self->verdict)
                             ? _("This is not what the verdict says. Note why: later nobody "
                                 "remembers.")
                             : NULL);
}

static gboolean
read_decision (SediaDecideForm *self,
               Decision        *decision)
{
  SediaBackorderTerms *terms = &decision->terms;
  gboolean is_fine;

  decision->product_id = self->product_id;
  decision->name = g_strdup (self->name);
  terms->policy = (SediaBackorderPolicy) gtk_drop_down_get_selected (self->policy);
  is_fine = sedia_field_read_amount (self->limit, self->decimals, NULL, &terms->limit);
  is_fine &= read_number (self->wait, MOST_WAIT,
                          _("Between 1 and 3650 days. Leave it empty for as long as it takes."),
                          &terms->wait);
  is_fine &= read_number (self->deposit, 100,
                          _("Between 1 and 100 of 100. Leave it empty for none."),
                          &terms->deposit);

  return read_why (self, decision) && is_fine;
}

/* ---- saving */

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Decision *decision = data;

  return sedia_product_decide (db, decision->product_id, &decision->terms, decision->why, error)
           ? SEDIA_DONE
           : NULL;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const Decision *decision = data;

  sedia_form_finish (SEDIA_FORM (widget));

  return g_strdup_printf (_("Decided – %s"), decision->name);
}

static void
sedia_decide_form_save (SediaForm *form)
{
  SediaDecideForm *self = SEDIA_DECIDE_FORM (form);
  g_autoptr (Decision) decision = g_new0 (Decision, 1);

  if (!read_decision (self, decision))
    {
      sedia_field_focus_problem (GTK_WIDGET (self));
      return;
    }

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "product-decide" },
                   .job = save_job,
                   .data = g_steal_pointer (&decision),
                   .data_free = (GDestroyNotify) decision_free,
                   .done = saved,
                 });
}

/* Where nobody may wait, nobody asks how long. */
static void
policy_changed_cb (SediaDecideForm *self)
{
  const gboolean may_wait = gtk_drop_down_get_selected (self->policy) != SEDIA_BACKORDER_REFUSE;
  GtkEditable *const terms[] = { self->limit, self->wait, self->deposit };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    gtk_widget_set_sensitive (GTK_WIDGET (sedia_field_of (GTK_WIDGET (terms[i]))), may_wait);
}

/* ---- the widget */

static void
sedia_decide_form_finalize (GObject *object)
{
  g_free (SEDIA_DECIDE_FORM (object)->name);

  G_OBJECT_CLASS (sedia_decide_form_parent_class)->finalize (object);
}

static void
sedia_decide_form_class_init (SediaDecideFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_decide_form_finalize;
  form_class->save = sedia_decide_form_save;
  form_class->dup_typed = sedia_decide_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/decide-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDecideForm, product);
  gtk_widget_class_bind_template_child (widget_class, SediaDecideForm, policy);
  gtk_widget_class_bind_template_child (widget_class, SediaDecideForm, limit);
  gtk_widget_class_bind_template_child (widget_class, SediaDecideForm, wait);
  gtk_widget_class_bind_template_child (widget_class, SediaDecideForm, deposit);
  gtk_widget_class_bind_template_child (widget_class, SediaDecideForm, why);
  gtk_widget_class_bind_template_callback (widget_class, policy_changed_cb);
}

static void
sedia_decide_form_init (SediaDecideForm *self)
{
  g_autoptr (GtkStringList) policies = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i <= SEDIA_BACKORDER_REFUSE; i++)
    gtk_string_list_append (policies, sedia_product_policy_label ((SediaBackorderPolicy) i));
  gtk_drop_down_set_model (self->policy, G_LIST_MODEL (policies));
}

/* 0 for none */
static void
show_number (GtkEditable *entry,
             guint        number)
{
  sedia_field_show_amount (entry, number > 0 ? (gint64) number : SEDIA_NO_AMOUNT, 0);
}

static void
fill (SediaDecideForm           *self,
      const SediaProductVerdict *verdict)
{
  const SediaProduct *product = verdict->product;

  self->product_id = product->id;
  self->name = g_strdup (product->name);
  self->decimals = product->decimals;
  self->verdict = verdict->verdict.terms;
  self->has_verdict = verdict->verdict.kind != SEDIA_VERDICT_NOT_ENOUGH_HISTORY;
  gtk_label_set_label (self->product, product->name);
  gtk_drop_down_set_selected (self->policy, product->backorder);
  sedia_field_show_amount (self->limit, product->backorder_limit, product->decimals);
  show_number (self->wait, product->backorder_wait);
  show_number (self->deposit, product->backorder_deposit);
  sedia_field_show_text (self->why, product->backorder_why);
  policy_changed_cb (self);
}

/**
 * sedia_decide_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @verdict: of the product; nothing of it is kept
 *
 * Begins with the terms that are in force.
 */
void
sedia_decide_form_open (GtkWidget                 *opener,
                        SediaStore                *store,
                        const SediaProductVerdict *verdict)
{
  SediaDecideForm *self = g_object_new (SEDIA_TYPE_DECIDE_FORM, NULL);

  fill (self, verdict);
  sedia_form_open (SEDIA_FORM (self), opener, store);
}
