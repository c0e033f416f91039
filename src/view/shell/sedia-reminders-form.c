/* A dialog about the daily reminder.
 *
 *   [x] Remind me once a day of customers who must be told
 *       From  [09:00]
 *   [x] Stay in the background when the window is closed
 *       [x] Start with the computer
 *
 * All of it is of this person at this computer, not of the shop.
 */
#include "config.h"

#include "sedia-reminders-form.h"

#include "sedia-act.h"
#include "sedia-autostart.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-reminding.h"

#include <glib/gi18n.h>

struct _SediaRemindersForm
{
  SediaForm parent_instance;

  GSettings *settings;

  GtkCheckButton *remind;
  GtkEditable *hour;
  GtkCheckButton *background;
  GtkCheckButton *start;
};

G_DEFINE_FINAL_TYPE (SediaRemindersForm, sedia_reminders_form, SEDIA_TYPE_FORM)

static char *
sedia_reminders_form_dup_typed (SediaForm *form)
{
  SediaRemindersForm *self = SEDIA_REMINDERS_FORM (form);

  return g_strdup_printf ("%d %s %d %d", gtk_check_button_get_active (self->remind),
                          gtk_editable_get_text (self->hour),
                          gtk_check_button_get_active (self->background),
                          gtk_check_button_get_active (self->start));
}

/* What stays in the background is of little use the next day unless it also starts by itself. */
static void
background_toggled_cb (SediaRemindersForm *self)
{
  gtk_check_button_set_active (self->start, gtk_check_button_get_active (self->background));
}

/* Says at the field what is wrong. */
static gboolean
read_hour (SediaRemindersForm *self,
           int                *minutes)
{
  SediaField *field = sedia_field_of (GTK_WIDGET (self->hour));
  g_autofree char *typed = sedia_field_dup_text (self->hour);
  g_autofree char *problem = NULL;

  sedia_field_set_problem (field, NULL);
  if (sedia_reminding_parse_hour (typed, minutes))
    return TRUE;

  problem = g_strdup_printf (_("“%s” is no time of the day. Write it as 09:00."), typed);
  sedia_field_set_problem (field, problem);

  return FALSE;
}

static void
sedia_reminders_form_save (SediaForm *form)
{
  SediaRemindersForm *self = SEDIA_REMINDERS_FORM (form);
  const gboolean remind = gtk_check_button_get_active (self->remind);
  const gboolean background = gtk_check_button_get_active (self->background);
  g_autoptr (GError) error = NULL;
  int minutes = g_settings_get_int (self->settings, "remind-hour");

  if (remind && !read_hour (self, &minutes))
    {
      sedia_field_focus_problem (GTK_WIDGET (self));
      return;
    }
  if (!sedia_autostart_set (background && gtk_check_button_get_active (self->start), &error))
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  g_settings_set_boolean (self->settings, "remind", remind);
  g_settings_set_int (self->settings, "remind-hour", minutes);
  g_settings_set_boolean (self->settings, "background-asked", TRUE);
  g_settings_set_boolean (self->settings, "background", background);
  sedia_form_finish (form);
}

static void
sedia_reminders_form_dispose (GObject *object)
{
  SediaRemindersForm *self = SEDIA_REMINDERS_FORM (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sedia_reminders_form_parent_class)->dispose (object);
}

static void
sedia_reminders_form_class_init (SediaRemindersFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_reminders_form_dispose;
  form_class->save = sedia_reminders_form_save;
  form_class->dup_typed = sedia_reminders_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/reminders-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaRemindersForm, remind);
  gtk_widget_class_bind_template_child (widget_class, SediaRemindersForm, hour);
  gtk_widget_class_bind_template_child (widget_class, SediaRemindersForm, background);
  gtk_widget_class_bind_template_child (widget_class, SediaRemindersForm, start);
  gtk_widget_class_bind_template_callback (widget_class, background_toggled_cb);
}

static void
sedia_reminders_form_init (SediaRemindersForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_settings (SediaRemindersForm *self)
{
  g_autofree char *hour = NULL;

  hour = sedia_reminding_format_hour (g_settings_get_int (self->settings, "remind-hour"));
  gtk_check_button_set_active (self->remind, g_settings_get_boolean (self->settings, "remind"));
  gtk_editable_set_text (self->hour, hour);
  gtk_check_button_set_active (self->background,
                               g_settings_get_boolean (self->settings, "background"));
  gtk_check_button_set_active (self->start, gtk_check_button_get_active (self->background) &&
                                            sedia_autostart_is_on ());
}

/**
 * sedia_reminders_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @settings: where it is remembered
 */
void
sedia_reminders_form_open (GtkWidget  *opener,
                           SediaStore *store,
                           GSettings  *settings)
{
  SediaRemindersForm *self;

  g_return_if_fail (G_IS_SETTINGS (settings));

  self = g_object_new (SEDIA_TYPE_REMINDERS_FORM, NULL);
  self->settings = g_object_ref (settings);
  show_settings (self);
  sedia_form_open (SEDIA_FORM (self), opener, store);
}
