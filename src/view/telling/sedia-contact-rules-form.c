/* When the shop works, and when its customers must hear from it.
 *
 *   Shop's name                             Holidays
 *   [ Toko Makmur                        ]  | 17 Aug   Hari Kemerdekaan   x |
 *   Working days                            | 25 Dec   Natal              x |
 *   [x] Monday  [x] Tuesday ...             |                               |
 *   Opens at   Closes at   Country          Holiday    Name
 *   [ 08:00 ]  [ 17:00  ]  [ ID  ]          [     |v]  [           ]  [Add]
 *   ...
 *
 * All of it is saved in one act. What somebody else chose meanwhile stays, where it was not changed
 * here.
 */
#include "config.h"

#include "sedia-contact-rules-form.h"

#include "sedia-act.h"
#include "sedia-contact-rules-jobs.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-holidays.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define DAYS_IN_WEEK 7
#define COLUMNS 4 /* of the days of the week */
#define A_MONDAY 4 /* 5 January 1970 */

struct _SediaContactRulesForm
{
  SediaForm parent_instance;

  SediaRuleBook *before; /* the rules in force when it was opened */

  GtkEditable *shop;
  GtkEditable *country;
  GtkGrid *week;
  GtkEditable *opens;
  GtkEditable *closes;
  GtkEditable *tolerance;
  GtkEditable *silent_days;
  GtkDropDown *silence;
  SediaField *silence_field;
  SediaHolidays *holidays;
};

G_DEFINE_FINAL_TYPE (SediaContactRulesForm, sedia_contact_rules_form, SEDIA_TYPE_FORM)

/* ---- the days of the week */

static GtkCheckButton *
day_button (SediaContactRulesForm *self,
            int                    day)
{
  return GTK_CHECK_BUTTON (gtk_grid_get_child_at (self->week, day % COLUMNS, day / COLUMNS));
}

static void
add_week (SediaContactRulesForm *self)
{
  for (int i = 0; i < DAYS_IN_WEEK; i++)
    {
      g_autoptr (GDateTime) date = sedia_day_to_date_time (A_MONDAY + i);
      g_autofree char *name = g_date_time_format (date, "%A");

      gtk_grid_attach (self->week, gtk_check_button_new_with_label (name), i % COLUMNS, i / COLUMNS,
                       1, 1);
    }
}

static guint
chosen_days (SediaContactRulesForm *self)
{
  guint days = 0;

  for (int i = 0; i < DAYS_IN_WEEK; i++)
    if (gtk_check_button_get_active (day_button (self, i)))
      days |= 1u << i;

  return days;
}

/* ---- reading what is typed */

static char *
sedia_contact_rules_form_dup_typed (SediaForm *form)
{
  SediaContactRulesForm *self = SEDIA_CONTACT_RULES_FORM (form);
  g_autofree char *holidays = sedia_holidays_dup_typed (self->holidays);
  g_autofree char *chosen = NULL;

  chosen = g_strdup_printf ("%u %u", chosen_days (self),
                            gtk_drop_down_get_selected (self->silence));

  return g_strjoin ("\n", gtk_editable_get_text (self->shop), gtk_editable_get_text (self->country),
                    gtk_editable_get_text (self->opens), gtk_editable_get_text (self->closes),
                    gtk_editable_get_text (self->tolerance),
                    gtk_editable_get_text (self->silent_days), chosen, holidays, NULL);
}

/* What is typed as a setting takes it; says at the field what is wrong. */
static gboolean
read_setting (GtkEditable  *entry,
              SediaRule     rule,
              char        **value)
{
  g_autoptr (GError) error = NULL;

  *value = sedia_field_dup_text (entry);
  sedia_setting_check (sedia_rule_name (rule), *value, &error);

  return sedia_field_fail (GTK_WIDGET (entry), error != NULL ? error->message : NULL);
}

static gboolean
read_country (SediaContactRulesForm  *self,
              char                  **value)
{
  g_autofree char *typed = NULL;

  if (!read_setting (self->country, SEDIA_RULE_COUNTRY, &typed))
    return FALSE;

  *value = g_ascii_strup (typed, -1);
  return TRUE;
}

static gboolean
read_week (SediaContactRulesForm  *self,
           char                  **value)
{
  const guint days = chosen_days (self);

  *value = sedia_rule_days (days);

  return sedia_field_fail (GTK_WIDGET (self->week),
                           days != 0 ? NULL : _("Choose at least one day of the week."));
}

/* "8", "8:00", "08.00" */
static gboolean
parse_clock (const char *text,
             int        *minutes)
{
  int hour, minute = 0;
  char mark, rest;
  const int n = sscanf (text, "%2d%c%2d%c", &hour, &mark, &minute, &rest);

  if (n != 1 && (n != 3 || (mark != ':' && mark != '.')))
    return FALSE;

  *minutes = hour * 60 + minute;

  return hour >= 0 && minute >= 0 && minute < 60 && *minutes <= 24 * 60;
}

static gboolean
read_clock (GtkEditable *entry,
            int         *minutes)
{
  g_autofree char *typed = sedia_field_dup_text (entry);
  g_autofree char *problem = NULL;

  if (!parse_clock (typed, minutes))
    problem = *typed == '\0' ? g_strdup (_("Write a time of the day, such as 08:00."))
                             : g_strdup_printf (_("“%s” is no time of the day; write it as 08:00."),
                                                typed);

  return sedia_field_fail (GTK_WIDGET (entry), problem);
}

static gboolean
read_hours (SediaContactRulesForm  *self,
            char                  **value)
{
  int opens, closes;
  gboolean is_fine = read_clock (self->opens, &opens);

  is_fine &= read_clock (self->closes, &closes);
  if (!is_fine)
    return FALSE;
  if (opens >= closes)
    return sedia_field_fail (GTK_WIDGET (self->closes), _("The shop closes after it has opened."));

  *value = sedia_rule_hours (opens, closes);
  return TRUE;
}

/* All of it, or NULL: then the fields say what is wrong. */
static SediaRuleBook *
read_typed (SediaContactRulesForm *self)
{
  g_autoptr (SediaRuleBook) book = sedia_rule_book_new ();
  const SediaSilence silence = (SediaSilence) gtk_drop_down_get_selected (self->silence);
  GPtrArray *holidays;
  gboolean is_fine;

  is_fine = read_setting (self->shop, SEDIA_RULE_SHOP, &book->values[SEDIA_RULE_SHOP]);
  is_fine &= read_week (self, &book->values[SEDIA_RULE_WORKING_DAYS]);
  is_fine &= read_hours (self, &book->values[SEDIA_RULE_HOURS]);
  is_fine &= read_country (self, &book->values[SEDIA_RULE_COUNTRY]);
  is_fine &= read_setting (self->tolerance, SEDIA_RULE_TOLERANCE,
                           &book->values[SEDIA_RULE_TOLERANCE]);
  is_fine &= read_setting (self->silent_days, SEDIA_RULE_SILENT_DAYS,
                           &book->values[SEDIA_RULE_SILENT_DAYS]);
  is_fine &= sedia_holidays_take_typed (self->holidays);
  if (!is_fine)
    return NULL;

  book->values[SEDIA_RULE_SILENCE] = g_strdup (sedia_silence_to_string (silence));
  holidays = sedia_holidays_get (self->holidays);
  for (guint i = 0; i < holidays->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (holidays, i);

      sedia_rule_book_close_on (book, holiday->day, holiday->name);
    }

  return g_steal_pointer (&book);
}

/* ---- saving */

static SediaRuleBook *
book_copy (const SediaRuleBook *book)
{
  SediaRuleBook *copy = sedia_rule_book_new ();

  for (guint i = 0; i < SEDIA_N_RULES; i++)
    copy->values[i] = g_strdup (book->values[i]);
  for (guint i = 0; i < book->holidays->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (book->holidays, i);

      sedia_rule_book_close_on (copy, holiday->day, holiday->name);
    }

  return copy;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  sedia_form_finish (SEDIA_FORM (widget));

  return g_strdup (_("Saved – the contact rules"));
}

static void
sedia_contact_rules_form_save (SediaForm *form)
{
  SediaContactRulesForm *self = SEDIA_CONTACT_RULES_FORM (form);
  SediaRuleBook *typed = read_typed (self);
  g_autoptr (SediaRuleChange) change = NULL;
  const char *kind;

  if (typed == NULL)
    {
      sedia_field_focus_problem (GTK_WIDGET (self));
      return;
    }

  change = g_new (SediaRuleChange, 1);
  change->before = book_copy (self->before);
  change->after = typed;
  kind = sedia_rule_change_kind (change);
  if (kind == NULL)
    {
      sedia_form_finish (form);
      return;
    }

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = kind },
                   .job = sedia_rules_save_job,
                   .data = g_steal_pointer (&change),
                   .data_free = (GDestroyNotify) sedia_rule_change_free,
                   .done = saved,
                 });
}

/* ---- the widget */

/* What the choice comes to stands below it. */
static void
silence_changed_cb (SediaContactRulesForm *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->silence);

  sedia_field_set_hint (self->silence_field,
                        chosen == SEDIA_SILENCE_FTC
                          ? _("A first delay of up to 30 days: silence is “wait”. After a longer "
                              "or a further one: cancel, and give the money back.")
                          : _("Whoever was offered to cancel and did not answer is asked again."));
}

static void
sedia_contact_rules_form_finalize (GObject *object)
{
  g_clear_pointer (&SEDIA_CONTACT_RULES_FORM (object)->before, sedia_rule_book_free);

  G_OBJECT_CLASS (sedia_contact_rules_form_parent_class)->finalize (object);
}

static void
sedia_contact_rules_form_class_init (SediaContactRulesFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_contact_rules_form_finalize;
  form_class->save = sedia_contact_rules_form_save;
  form_class->dup_typed = sedia_contact_rules_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_HOLIDAYS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/contact-rules-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, shop);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, country);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, week);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, opens);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, closes);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, tolerance);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, silent_days);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, silence);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, silence_field);
  gtk_widget_class_bind_template_child (widget_class, SediaContactRulesForm, holidays);
  gtk_widget_class_bind_template_callback (widget_class, silence_changed_cb);
}

static void
sedia_contact_rules_form_init (SediaContactRulesForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_week (self);
}

static void
show_clock (GtkEditable *entry,
            int          minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  gtk_editable_set_text (entry, text);
}

static void
fill (SediaContactRulesForm *self)
{
  const SediaRuleBook *book = self->before;
  SediaSilence silence;

  gtk_editable_set_text (self->shop, book->values[SEDIA_RULE_SHOP]);
  gtk_editable_set_text (self->country, book->values[SEDIA_RULE_COUNTRY]);
  for (int i = 0; i < DAYS_IN_WEEK; i++)
    gtk_check_button_set_active (day_button (self, i),
                                 (book->calendar.working_days & 1u << i) != 0);
  show_clock (self->opens, book->calendar.opens);
  show_clock (self->closes, book->calendar.closes);
  gtk_editable_set_text (self->tolerance, book->values[SEDIA_RULE_TOLERANCE]);
  gtk_editable_set_text (self->silent_days, book->values[SEDIA_RULE_SILENT_DAYS]);
  sedia_silence_from_string (book->values[SEDIA_RULE_SILENCE], &silence);
  gtk_drop_down_set_selected (self->silence, (guint) silence);
  silence_changed_cb (self);
  sedia_holidays_show (self->holidays, book->holidays);
}

/* ---- opening */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) opener = data;
  g_autoptr (GError) error = NULL;
  SediaStore *store = SEDIA_STORE (source);
  g_autoptr (SediaRuleBook) book = sedia_store_finish (store, result, &error);
  SediaContactRulesForm *self;

  if (!gtk_widget_get_mapped (opener))
    return; /* its window was closed meanwhile */
  if (book == NULL)
    {
      sedia_act_say_error (opener, error);
      return;
    }

  self = g_object_new (SEDIA_TYPE_CONTACT_RULES_FORM, NULL);
  self->before = g_steal_pointer (&book);
  fill (self);
  sedia_form_open (SEDIA_FORM (self), opener, store);
}

/**
 * sedia_contact_rules_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 *
 * Opens the dialog once the rules in force have been read.
 */
void
sedia_contact_rules_form_open (GtkWidget  *opener,
                               SediaStore *store)
{
  g_return_if_fail (GTK_IS_WIDGET (opener));
  g_return_if_fail (SEDIA_IS_STORE (store));

  sedia_store_read_async (store, sedia_rules_read_job, NULL, NULL,
                          (GDestroyNotify) sedia_rule_book_free, NULL, read_cb,
                          g_object_ref (opener));
}
