/* Telling a customer: see sedia-tell-form.h. */
#include "config.h"

#include "sedia-tell-form.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-date-entry.h"
#include "sedia-due-words.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-id-set.h"
#include "sedia-print-jobs.h"
#include "sedia-print-show.h"
#include "sedia-tell-channel.h"
#include "sedia-tell-jobs.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>

#define N_CHANNELS (SEDIA_CHANNEL_PERSON + 1)
#define N_ANSWERS (SEDIA_ANSWER_SUBSTITUTE + 1)

struct _SediaTellForm
{
  SediaForm parent_instance;

  gboolean goes_on;         /* to the next who must be told */
  GHashTable *passed;       /* ids of those who were told, or skipped */
  gint64 customer_id;
  SediaMessageDraft *draft; /* what was written, NULL before */
  char *written;            /* its text, as last filled in */
  GCancellable *reading;
  gboolean is_filling;
  gboolean is_busy;         /* noting, or going on: what is shown is not to be noted again */

  GtkLabel *why;
  GtkLabel *warning;
  GtkDropDown *channel;
  GtkLabel *address;
  GtkTextBuffer *text;
  GtkWidget *message;
  GtkDropDown *answer;
  SediaField *until_field;
  SediaDateEntry *until;
  GtkCheckButton *offer;
  GtkWidget *print;
  GtkWidget *skip;
};

G_DEFINE_FINAL_TYPE (SediaTellForm, sedia_tell_form, SEDIA_TYPE_FORM)

static void load (SediaTellForm *self,
                  gint64         customer_id,
                  gboolean       offers);

static SediaChannel
chosen_channel (SediaTellForm *self)
{
  return (SediaChannel) gtk_drop_down_get_selected (self->channel);
}

static SediaAnswer
chosen_answer (SediaTellForm *self)
{
  return (SediaAnswer) gtk_drop_down_get_selected (self->answer);
}

static gboolean
is_as_written (SediaTellForm *self)
{
  g_autofree char *text = sedia_field_dup_buffer (self->text);

  return self->written == NULL || g_str_equal (text, self->written);
}

static char *
sedia_tell_form_dup_typed (SediaForm *form)
{
  SediaTellForm *self = SEDIA_TELL_FORM (form);
  g_autofree char *text = sedia_field_dup_buffer (self->text);

  /* What the program wrote is lost to nobody. */
  return g_strdup_printf ("%s\n%u", is_as_written (self) ? "" : text,
                          gtk_drop_down_get_selected (self->answer));
}

/* ---- showing */

static void
show_channel (SediaTellForm *self)
{
  const SediaChannel channel = chosen_channel (self);
  const gboolean is_person = channel == SEDIA_CHANNEL_PERSON;
  const char *problem = sedia_tell_channel_problem (channel, self->draft);
  const char *address = channel == SEDIA_CHANNEL_EMAIL ? self->draft->email : self->draft->phone;

  gtk_label_set_label (self->address, is_person ? "" : address);
  if (channel == SEDIA_CHANNEL_PHONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->address), "to-dial");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->address), "to-dial");
  sedia_field_set_problem (sedia_field_of (GTK_WIDGET (self->channel)), problem);
  sedia_form_set_save_label (SEDIA_FORM (self), sedia_tell_channel_save_label (channel));
  sedia_form_set_can_save (SEDIA_FORM (self), problem == NULL);
  gtk_widget_set_visible (self->print, is_person);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.print", is_person);
}

static void
show_text (SediaTellForm *self)
{
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->text, self->draft->text, -1);
  g_free (self->written);
  self->written = g_strdup (self->draft->text);
  self->is_filling = FALSE;
}

static void
show_draft (SediaTellForm *self)
{
  const SediaMessageDraft *draft = self->draft;
  g_autofree char *title = g_strdup_printf (_("Tell %s"), draft->name);
  g_autofree char *why = draft->is_due ? sedia_due_words (&draft->due.entry)
                                       : g_strdup (_("Nothing new: this is how things stand."));
  g_autofree char *warning = NULL;

  if (draft->do_not_contact)
    warning = g_strdup_printf (_("%s does not want to be contacted."), draft->name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->why, why);
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
  show_text (self);
  show_channel (self);
}

/* Somebody else: what was chosen for the last one is not for this one. */
static void
show_new (SediaTellForm *self)
{
  const SediaMessageDraft *draft = self->draft;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->channel, (guint) draft->channel);
  gtk_drop_down_set_selected (self->answer, SEDIA_ANSWER_NONE);
  gtk_check_button_set_active (self->offer, draft->is_due && draft->due.entry.must_offer_cancel);
  sedia_date_entry_set_text (self->until, "");
  self->is_filling = FALSE;
  show_draft (self);
  gtk_widget_grab_focus (self->message);
}

/* ---- reading */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SediaTellForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaMessageDraft) draft = NULL;
  gboolean is_new;

  draft = sedia_store_finish (SEDIA_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (draft == NULL)
    {
      self->is_busy = FALSE;
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  is_new = self->draft == NULL || self->draft->due.customer_id != draft->due.customer_id;
  g_clear_pointer (&self->draft, sedia_message_draft_free);
  self->draft = g_steal_pointer (&draft);
  if (is_new)
    {
      self->is_busy = FALSE;
      show_new (self);
    }
  else if (is_as_written (self))
    {
      show_draft (self);
    }
}

static void
load (SediaTellForm *self,
      gint64         customer_id,
      gboolean       offers)
{
  SediaTellAsk *ask = g_new (SediaTellAsk, 1);

  ask->customer_id = self->customer_id = customer_id;
  ask->offers = offers;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), sedia_tell_write_job, ask,
                          g_free, (GDestroyNotify) sedia_message_draft_free, self->reading,
                          written_cb, g_object_ref (self));
}

/* ---- the next one */

/* Writes to the first who was neither told nor skipped; FALSE when there is nobody. */
static gboolean
load_next (SediaTellForm *self,
           const GArray  *dues)
{
  sedia_id_set_add (self->passed, self->customer_id);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const gint64 customer_id = g_array_index (dues, SediaDue, i).customer_id;

      if (!sedia_id_set_has (self->passed, customer_id))
        {
          load (self, customer_id, FALSE);
          return TRUE;
        }
    }

  return FALSE;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaTellForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) dues = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (!load_next (self, dues))
    sedia_form_finish (SEDIA_FORM (self));
}

/* ---- noting */

/* Whoever takes something else orders it now: the form makes room for that. */
static void
order_instead (GtkWidget *widget,
               gint64     line_id)
{
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (widget));

  sedia_form_finish (SEDIA_FORM (widget));
  if (opener != NULL)
    gtk_widget_activate_action (GTK_WIDGET (opener), "win.order-instead", "x", line_id);
}

/* After the last one the form goes, and what is said of it stands where it was opened. */
static char *
noted (GtkWidget *widget,
       gpointer   dues,
       gpointer   data)
{
  const SediaTellNote *note = data;

  if (note->line_id != 0)
    order_instead (widget, note->line_id);
  else if (!note->goes_on || !load_next (SEDIA_TELL_FORM (widget), dues))
    sedia_form_finish (SEDIA_FORM (widget));
  if (note->telling.outcome == SEDIA_OUTCOME_NO_ANSWER)
    return g_strdup_printf (_("Noted – no answer from %s"), note->name);

  return g_strdup_printf (_("Noted – %s has been told"), note->name);
}

static void
not_noted (GtkWidget    *widget,
           const GError *error,
           gpointer      data)
{
  SEDIA_TELL_FORM (widget)->is_busy = FALSE;
}

/* Whether the day until which they wait can be read, when there is one. */
static gboolean
read_until (SediaTellForm *self,
            int           *until)
{
  const char *typed = sedia_date_entry_get_text (self->until);
  g_autoptr (GError) error = NULL;

  *until = SEDIA_NO_DAY;
  sedia_field_set_problem (self->until_field, NULL);
  if (chosen_answer (self) != SEDIA_ANSWER_WAIT_UNTIL)
    return TRUE;
  if (*typed != '\0' && sedia_typed_day_read (typed, sedia_day_today (),
                                              sedia_typed_day_is_day_first (), until, &error))
    return TRUE;

  sedia_field_set_problem (self->until_field,
                           error != NULL ? error->message : _("Until which day do they wait?"));
  gtk_widget_grab_focus (GTK_WIDGET (self->until));

  return FALSE;
}

static void
note_telling (SediaTellForm *self,
              SediaOutcome   outcome)
{
  SediaTellNote *note;
  int until;

  self->is_busy = FALSE;
  if (!read_until (self, &until))
    return;

  self->is_busy = TRUE;
  note = g_new0 (SediaTellNote, 1);
  note->name = g_strdup (self->draft->name);
  note->text = sedia_field_dup_buffer (self->text);
  note->goes_on = self->goes_on;
  note->telling = (SediaTelling) {
    .customer_id = self->draft->due.customer_id,
    .channel = chosen_channel (self),
    .outcome = outcome,
    .text = note->text,
    .offers_cancel = gtk_check_button_get_active (self->offer),
    .answer = outcome == SEDIA_OUTCOME_NO_ANSWER ? SEDIA_ANSWER_NONE : chosen_answer (self),
    .until = until,
  };

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (SEDIA_FORM (self)),
                 &(SediaActRun) {
                   .act = { .kind = "contact-told" },
                   .job = sedia_tell_note_job,
                   .data = note,
                   .data_free = (GDestroyNotify) sedia_tell_note_free,
                   .result_free = (GDestroyNotify) g_array_unref,
                   .done = noted,
                   .failed = not_noted,
                 });
}

/* ---- sending it on */

/* Nothing was sent: it is not noted as said. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaTellForm) self = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    {
      note_telling (self, SEDIA_OUTCOME_MESSAGE);
      return;
    }

  self->is_busy = FALSE;
  sedia_act_say (GTK_WIDGET (self), _("No program on this computer opens that. Copy the message, "
                                      "or choose another way."));
}

static void
sedia_tell_form_save (SediaForm *form)
{
  SediaTellForm *self = SEDIA_TELL_FORM (form);
  g_autofree char *text = sedia_field_dup_buffer (self->text);
  g_autofree char *link = NULL;
  int until;

  if (self->draft == NULL || self->is_busy ||
      sedia_tell_channel_problem (chosen_channel (self), self->draft) != NULL ||
      !read_until (self, &until))
    return;

  self->is_busy = TRUE;
  link = sedia_tell_dup_link (self->draft, chosen_channel (self), _("Your order"), text);
  if (link == NULL || chosen_answer (self) != SEDIA_ANSWER_NONE)
    note_telling (self, SEDIA_OUTCOME_REACHED);
  else
    gtk_show_uri_full (GTK_WINDOW (self), link, GDK_CURRENT_TIME, NULL, opened_cb,
                       g_object_ref (self));
}

/* ---- actions */

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *text = sedia_field_dup_buffer (SEDIA_TELL_FORM (widget)->text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  sedia_act_say (widget, _("Copied – paste it where you write to them"));
}

/* On paper, to be handed to them. Whether they know it is noted by saving, as for a word said. */
static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaTellForm *self = SEDIA_TELL_FORM (widget);
  SediaPrintMessageArgs *args = g_new0 (SediaPrintMessageArgs, 1);

  args->customer = g_strdup (self->draft->name);
  args->text = sedia_field_dup_buffer (self->text);
  sedia_print_show (GTK_WINDOW (self), sedia_form_get_store (SEDIA_FORM (self)),
                    sedia_print_message_job, args,
                    (GDestroyNotify) sedia_print_message_args_free);
}

static void
no_answer_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SediaTellForm *self = SEDIA_TELL_FORM (widget);

  if (self->draft != NULL && !self->is_busy)
    note_telling (self, SEDIA_OUTCOME_NO_ANSWER);
}

static void
skip_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaTellForm *self = SEDIA_TELL_FORM (widget);

  if (!self->goes_on || self->is_busy)
    return;

  self->is_busy = TRUE;
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), sedia_tell_due_job, NULL, NULL,
                          (GDestroyNotify) g_array_unref, NULL, listed_cb, g_object_ref (self));
}

static void
channel_changed_cb (SediaTellForm *self)
{
  if (!self->is_filling && self->draft != NULL)
    show_channel (self);
}

static void
answer_changed_cb (SediaTellForm *self)
{
  const gboolean waits = chosen_answer (self) == SEDIA_ANSWER_WAIT_UNTIL;

  gtk_widget_set_visible (GTK_WIDGET (self->until_field), waits);
  if (waits && !self->is_filling)
    gtk_widget_grab_focus (GTK_WIDGET (self->until));
}

/* The message is written anew; what somebody changed in it stays, and they add the offer. */
static void
offer_toggled_cb (SediaTellForm *self)
{
  if (!self->is_filling && self->draft != NULL && is_as_written (self))
    load (self, self->customer_id, gtk_check_button_get_active (self->offer));
}

/* ---- the widget */

static void
sedia_tell_form_dispose (GObject *object)
{
  SediaTellForm *self = SEDIA_TELL_FORM (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->is_filling = TRUE; /* what parts from here types nothing */

  G_OBJECT_CLASS (sedia_tell_form_parent_class)->dispose (object);
}

static void
sedia_tell_form_finalize (GObject *object)
{
  SediaTellForm *self = SEDIA_TELL_FORM (object);

  g_clear_pointer (&self->draft, sedia_message_draft_free);
  g_clear_pointer (&self->passed, g_hash_table_unref);
  g_free (self->written);

  G_OBJECT_CLASS (sedia_tell_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/tell-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, why);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, warning);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, channel);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, address);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, text);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, message);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, answer);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, until_field);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, until);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, offer);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, print);
  gtk_widget_class_bind_template_child (widget_class, SediaTellForm, skip);
  gtk_widget_class_bind_template_callback (widget_class, channel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_widget_activate_default);
}

static void
sedia_tell_form_class_init (SediaTellFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_tell_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_tell_form_finalize;
  form_class->save = sedia_tell_form_save;
  form_class->dup_typed = sedia_tell_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FIELD);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "form.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "form.no-answer", NULL, no_answer_action);
  gtk_widget_class_install_action (widget_class, "form.skip", NULL, skip_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "form.skip",
                                       NULL);
}

static void
fill_choices (SediaTellForm *self)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_CHANNELS; i++)
    gtk_string_list_append (channels, sedia_channel_label ((SediaChannel) i));
  for (guint i = 0; i < N_ANSWERS; i++)
    gtk_string_list_append (answers, sedia_answer_label ((SediaAnswer) i));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (channels));
  gtk_drop_down_set_model (self->answer, G_LIST_MODEL (answers));
  sedia_accessible_name_inner (GTK_WIDGET (self->channel), _("By which channel"));
  sedia_accessible_name_inner (GTK_WIDGET (self->answer), _("What they answered"));
}

static void
sedia_tell_form_init (SediaTellForm *self)
{
  self->passed = sedia_id_set_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.print", FALSE);
  fill_choices (self);
  self->is_filling = FALSE;
}

/**
 * sedia_tell_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @customer_id: whom to tell
 * @goes_on: whether the next who must be told follows
 */
void
sedia_tell_form_open (GtkWidget  *opener,
                      SediaStore *store,
                      gint64      customer_id,
                      gboolean    goes_on)
{
  SediaTellForm *self = g_object_new (SEDIA_TYPE_TELL_FORM, NULL);

  self->goes_on = goes_on;
  gtk_widget_set_visible (self->skip, goes_on);
  gtk_window_set_title (GTK_WINDOW (self), _("Tell a Customer"));
  sedia_form_set_can_save (SEDIA_FORM (self), FALSE);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  load (self, customer_id, FALSE);
}
