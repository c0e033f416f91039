/* A dialog to enter a supplier, or to change one. */
#include "config.h"

#include "sedia-supplier-form.h"

#include "sedia-act.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-number.h"
#include "sedia-scan-refusal.h"

#include <glib/gi18n.h>

#define LONGEST_LEAD 3650 /* days; the store's own limit */

struct _SediaSupplierForm
{
  SediaForm parent_instance;

  gint64 id; /* 0: a new one */
  SediaScanner *scanner;

  GtkEditable *name;
  GtkEditable *phone;
  GtkEditable *email;
  GtkEditable *lead_time;
  GtkEditable *least_value;
  GtkEditable *code;
  GtkTextBuffer *note;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaSupplierForm, sedia_supplier_form, SEDIA_TYPE_FORM)

static char *
sedia_supplier_form_dup_typed (SediaForm *form)
{
  SediaSupplierForm *self = SEDIA_SUPPLIER_FORM (form);
  g_autofree char *note = sedia_field_dup_buffer (self->note);

  return g_strjoin ("\n", gtk_editable_get_text (self->name), gtk_editable_get_text (self->phone),
                    gtk_editable_get_text (self->email), gtk_editable_get_text (self->lead_time),
                    gtk_editable_get_text (self->least_value), gtk_editable_get_text (self->code),
                    note, NULL);
}

/* ---- saving */

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  SediaSupplier *typed = data;
  g_autoptr (SediaSupplier) known = NULL;

  /* Somebody may have archived it meanwhile: that is not for this form to take back. */
  if (typed->id != 0)
    {
      if (!(known = sedia_supplier_read (db, typed->id, error)))
        return NULL;
      typed->archived = known->archived;
    }

  return sedia_supplier_save (db, typed, error) ? SEDIA_DONE : NULL;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const SediaSupplier *supplier = data;

  sedia_form_finish (SEDIA_FORM (widget));
  g_signal_emit (widget, signals[SAVED], 0, supplier->id);

  return g_strdup_printf (_("Saved – %s"), supplier->name);
}

/* Days, -1 for none; says at the field what is wrong. */
static gboolean
read_lead_time (SediaSupplierForm *self,
                int               *days)
{
  SediaField *field = sedia_field_of (GTK_WIDGET (self->lead_time));
  g_autofree char *typed = sedia_field_dup_text (self->lead_time);
  gint64 value = -1;

  sedia_field_set_problem (field, NULL);
  if (*typed != '\0' &&
      (!sedia_number_parse (typed, 0, sedia_number_form_of_locale (), &value, NULL) || value < 0 ||
       value > LONGEST_LEAD))
    {
      g_autofree char *problem = NULL;

      problem = g_strdup_printf (_("“%s” is no number of days between 0 and %d. Leave it empty when"
                                   " you do not know."), typed, LONGEST_LEAD);
      sedia_field_set_problem (field, problem);
      gtk_widget_grab_focus (GTK_WIDGET (self->lead_time));
      return FALSE;
    }

  *days = (int) value;

  return TRUE;
}

static gboolean
read_least_value (SediaSupplierForm *self,
                  gint64            *value)
{
  if (!sedia_field_read_amount (self->least_value, SEDIA_MONEY_DECIMALS, NULL, value))
    return FALSE;
  if (*value == SEDIA_NO_AMOUNT || *value > 0)
    return TRUE;

  return sedia_field_fail (GTK_WIDGET (self->least_value),
                           _("Write an amount above zero, or nothing when they take any order."));
}

static void
sedia_supplier_form_save (SediaForm *form)
{
  SediaSupplierForm *self = SEDIA_SUPPLIER_FORM (form);
  g_autoptr (SediaSupplier) typed = sedia_supplier_new ();
  gboolean is_fine;

  is_fine = sedia_field_read_text (self->name, _("A supplier needs a name."), &typed->name);
  is_fine &= read_lead_time (self, &typed->lead_days);
  is_fine &= read_least_value (self, &typed->least_value);
  if (!is_fine)
    {
      sedia_field_focus_problem (GTK_WIDGET (self));
      return;
    }

  typed->id = self->id;
  typed->phone = sedia_field_dup_text (self->phone);
  typed->email = sedia_field_dup_text (self->email);
  typed->code = sedia_field_dup_text (self->code);
  typed->note = sedia_field_dup_buffer (self->note);

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = self->id != 0 ? "supplier-edit" : "supplier-add" },
                   .job = save_job,
                   .data = g_steal_pointer (&typed),
                   .data_free = (GDestroyNotify) sedia_supplier_free,
                   .done = saved,
                 });
}

/* ---- the widget */

static void
sedia_supplier_form_dispose (GObject *object)
{
  g_clear_object (&SEDIA_SUPPLIER_FORM (object)->scanner);

  G_OBJECT_CLASS (sedia_supplier_form_parent_class)->dispose (object);
}

static void
sedia_supplier_form_class_init (SediaSupplierFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_supplier_form_dispose;
  form_class->save = sedia_supplier_form_save;
  form_class->dup_typed = sedia_supplier_form_dup_typed;

  signals[SAVED] = g_signal_new ("saved", SEDIA_TYPE_SUPPLIER_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/supplier-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, name);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, phone);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, email);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, lead_time);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, least_value);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, code);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierForm, note);
}

static void
sedia_supplier_form_init (SediaSupplierForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scanner = sedia_scan_refusal_new (SEDIA_FORM (self));
}

static void
fill (SediaSupplierForm   *self,
      const SediaSupplier *supplier)
{
  self->id = supplier->id;
  sedia_field_show_text (self->name, supplier->name);
  sedia_field_show_text (self->phone, supplier->phone);
  sedia_field_show_text (self->email, supplier->email);
  sedia_field_show_text (self->code, supplier->code);
  sedia_field_show_amount (self->least_value, supplier->least_value, SEDIA_MONEY_DECIMALS);
  gtk_text_buffer_set_text (self->note, supplier->note != NULL ? supplier->note : "", -1);
  if (supplier->lead_days >= 0)
    {
      g_autofree char *days = g_strdup_printf ("%d", supplier->lead_days);

      sedia_field_show_text (self->lead_time, days);
    }
}

/**
 * sedia_supplier_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @supplier: (nullable): the one to change; NULL enters a new one
 *
 * Returns: (transfer none): the form, as long as it is open
 */
SediaSupplierForm *
sedia_supplier_form_open (GtkWidget           *opener,
                          SediaStore          *store,
                          const SediaSupplier *supplier)
{
  SediaSupplierForm *self = g_object_new (SEDIA_TYPE_SUPPLIER_FORM, NULL);

  gtk_window_set_title (GTK_WINDOW (self),
                        supplier != NULL ? _("Edit Supplier") : _("New Supplier"));
  if (supplier != NULL)
    fill (self, supplier);
  sedia_form_open (SEDIA_FORM (self), opener, store);

  return self;
}
