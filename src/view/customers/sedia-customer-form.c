/* A dialog to enter a customer, or to change one.
 *
 *   typing -> (a pause) -> look up -> who may be the same is shown
 *   save   ->              look up -> nobody, or they have been shown: save
 *                                  -> somebody: shown first, and only then "Save Anyway"
 *
 * Whoever changes something else of a customer is not asked again.
 */
#include "config.h"

#include "sedia-customer-form.h"

#include "sedia-act.h"
#include "sedia-customer-language.h"
#include "sedia-field.h"
#include "sedia-phone.h"
#include "sedia-scan-refusal.h"
#include "sedia-suspect-list.h"

#include <glib/gi18n.h>

#define PAUSE 400 /* ms without a key press */
#define N_CHANNELS (SEDIA_CHANNEL_PERSON + 1)

struct _SediaCustomerForm
{
  SediaForm parent_instance;

  gint64 id;             /* 0: a new one */
  char *known;           /* name and phone when it was opened: about those nobody is asked */
  char *empty_rest;      /* everything else, when it was opened */
  char *shown;           /* name and phone whose suspects the person has seen, NULL for none */
  guint pause;           /* runs while somebody types */
  GCancellable *looking; /* the look-up under way, NULL for none */
  gboolean saves;        /* ... and saving goes on after it */
  SediaScanner *scanner;

  GtkEditable *name;
  GtkEditable *phone;
  GtkEditable *email;
  GtkDropDown *channel;
  GtkDropDown *language;
  GtkEditable *code;
  GtkCheckButton *do_not_contact;
  GtkTextBuffer *note;
  SediaSuspectList *suspects;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaCustomerForm, sedia_customer_form, SEDIA_TYPE_FORM)

/* ---- what is typed */

static char *
dup_note (SediaCustomerForm *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->note, &start, &end, FALSE));
}

static char *
dup_stripped (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* What a customer is recognised by. */
static char *
dup_who (SediaCustomerForm *self)
{
  g_autofree char *name = dup_stripped (self->name);
  g_autofree char *phone = dup_stripped (self->phone);

  return g_strjoin ("\n", name, phone, NULL);
}

/* Everything else. */
static char *
dup_rest (SediaCustomerForm *self)
{
  g_autofree char *note = dup_note (self);
  g_autofree char *choices = NULL;

  choices = g_strdup_printf ("%u %u %d", gtk_drop_down_get_selected (self->channel),
                             gtk_drop_down_get_selected (self->language),
                             gtk_check_button_get_active (self->do_not_contact));

  return g_strjoin ("\n", gtk_editable_get_text (self->email), gtk_editable_get_text (self->code),
                    choices, note, NULL);
}

static char *
sedia_customer_form_dup_typed (SediaForm *form)
{
  SediaCustomerForm *self = SEDIA_CUSTOMER_FORM (form);
  g_autofree char *rest = dup_rest (self);

  return g_strjoin ("\n", gtk_editable_get_text (self->name), gtk_editable_get_text (self->phone),
                    rest, NULL);
}

/* ---- saving */

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  SediaCustomer *typed = data;
  g_autoptr (SediaCustomer) known = NULL;

  /* Somebody may have put them away meanwhile: that is not for this form to take back. */
  if (typed->id != 0)
    {
      if (!(known = sedia_customer_read (db, typed->id, error)))
        return NULL;
      typed->archived = known->archived;
    }

  return sedia_customer_save (db, typed, error) ? SEDIA_DONE : NULL;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const SediaCustomer *customer = data;

  sedia_form_finish (SEDIA_FORM (widget));
  g_signal_emit (widget, signals[SAVED], 0, customer->id);

  return g_strdup_printf (_("Saved – %s"), customer->name);
}

static void
save_typed (SediaCustomerForm *self)
{
  g_autoptr (SediaCustomer) typed = sedia_customer_new ();

  typed->id = self->id;
  typed->name = dup_stripped (self->name);
  typed->phone = dup_stripped (self->phone);
  typed->email = dup_stripped (self->email);
  typed->channel = (SediaChannel) gtk_drop_down_get_selected (self->channel);
  typed->language = g_strdup (sedia_customer_language_get (self->language));
  typed->code = dup_stripped (self->code);
  typed->note = dup_note (self);
  typed->do_not_contact = gtk_check_button_get_active (self->do_not_contact);

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (SEDIA_FORM (self)),
                 &(SediaActRun) {
                   .act = { .kind = self->id != 0 ? "customer-edit" : "customer-add" },
                   .job = save_job,
                   .data = g_steal_pointer (&typed),
                   .data_free = (GDestroyNotify) sedia_customer_free,
                   .done = saved,
                 });
}

/* ---- who may be the same */

typedef struct
{
  char *name;
  char *phone;
  gint64 own_id;
} Question;

typedef struct
{
  GPtrArray *suspects;
  SediaPhoneState phone_state;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->name);
  g_free (question->phone);
  g_free (question);
}

static void
answer_free (Answer *answer)
{
  g_ptr_array_unref (answer->suspects);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* A look-up on its way; it counts unless it was cancelled meanwhile. */
typedef struct
{
  SediaCustomerForm *form;
  GCancellable *cancellable;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->form);
  g_object_unref (look->cancellable);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gpointer
look_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) suspects = NULL;
  g_autofree char *country = NULL;
  Answer *answer;

  suspects = sedia_customer_suspects (db, question->name, question->phone, question->own_id,
                                      SEDIA_SUSPECTS_SHOWN + 1, error);
  if (suspects == NULL)
    return NULL;

  country = sedia_setting_country (db);
  answer = g_new0 (Answer, 1);
  answer->suspects = g_steal_pointer (&suspects);
  answer->phone_state = sedia_phone_read (question->phone, country, NULL);

  return answer;
}

static void
stop_looking (SediaCustomerForm *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->saves = FALSE;
}

static void
show_answer (SediaCustomerForm *self,
             const Answer      *answer)
{
  sedia_suspect_list_show (self->suspects, answer->suspects);
  sedia_field_set_hint (sedia_field_of (GTK_WIDGET (self->phone)),
                        sedia_phone_problem (answer->phone_state));
}

/* Saving goes on when there is nobody to look at first. */
static void
go_on_saving (SediaCustomerForm *self,
              const Answer      *answer)
{
  if (answer->suspects->len == 0)
    {
      save_typed (self);
      return;
    }

  g_free (self->shown);
  self->shown = dup_who (self);
  sedia_form_set_save_label (SEDIA_FORM (self), _("_Save Anyway"));
  sedia_suspect_list_focus (self->suspects);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Look) look = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaCustomerForm *self = look->form;
  const gboolean saves = self->saves;

  if (g_cancellable_is_cancelled (look->cancellable))
    return; /* something else is typed by now */

  stop_looking (self);
  if (answer == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  show_answer (self, answer);
  if (saves)
    go_on_saving (self, answer);
}

static void
look (SediaCustomerForm *self,
      gboolean           saves)
{
  Question *question = g_new0 (Question, 1);
  Look *under_way = g_new0 (Look, 1);

  stop_looking (self);
  question->name = dup_stripped (self->name);
  question->phone = dup_stripped (self->phone);
  question->own_id = self->id;
  self->saves = saves;
  self->looking = g_cancellable_new ();
  under_way->form = g_object_ref (self);
  under_way->cancellable = g_object_ref (self->looking);
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), look_job, question,
                          question_free, (GDestroyNotify) answer_free, self->looking, looked_cb,
                          under_way);
}

static gboolean
pause_cb (gpointer data)
{
  SediaCustomerForm *self = data;

  self->pause = 0;
  look (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* About whom the form knows, or has shown, nobody is asked. */
static gboolean
is_known (SediaCustomerForm *self)
{
  g_autofree char *who = dup_who (self);

  return g_strcmp0 (who, self->known) == 0 || g_strcmp0 (who, self->shown) == 0;
}

static void
who_changed_cb (SediaCustomerForm *self)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  if (sedia_form_get_store (SEDIA_FORM (self)) == NULL)
    return; /* being filled */

  stop_looking (self);
  sedia_form_set_save_label (SEDIA_FORM (self), is_known (self) && self->shown != NULL
                                                  ? _("_Save Anyway")
                                                  : _("_Save"));
  if (self->known != NULL && is_known (self))
    sedia_suspect_list_show (self->suspects, nobody);
  else
    self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

static gboolean
check_name (SediaCustomerForm *self)
{
  SediaField *field = sedia_field_of (GTK_WIDGET (self->name));
  g_autofree char *name = dup_stripped (self->name);

  sedia_field_set_problem (field, *name != '\0' ? NULL : _("A customer needs a name."));
  if (*name == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->name));

  return *name != '\0';
}

static void
sedia_customer_form_save (SediaForm *form)
{
  SediaCustomerForm *self = SEDIA_CUSTOMER_FORM (form);

  if (!check_name (self))
    return;

  if (is_known (self))
    save_typed (self);
  else
    look (self, TRUE);
}

static void
save_anyway_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SediaCustomerForm *self = SEDIA_CUSTOMER_FORM (widget);

  stop_looking (self);
  g_free (self->shown);
  self->shown = dup_who (self);
  gtk_widget_activate_action (widget, "form.save", NULL);
}

/* It is that one: what was typed of a new customer, name and phone, is known already. */
static void
open_cb (SediaCustomerForm *self,
         gint64             id)
{
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *rest = dup_rest (self);

  if (opener != NULL)
    gtk_widget_activate_action (GTK_WIDGET (opener), "win.open", "(ix)",
                                (gint32) SEDIA_KIND_CUSTOMER, id);
  if (self->id == 0 && g_strcmp0 (rest, self->empty_rest) == 0)
    sedia_form_finish (SEDIA_FORM (self));
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- the widget */

static void
sedia_customer_form_dispose (GObject *object)
{
  SediaCustomerForm *self = SEDIA_CUSTOMER_FORM (object);

  stop_looking (self);
  g_clear_object (&self->scanner);

  G_OBJECT_CLASS (sedia_customer_form_parent_class)->dispose (object);
}

static void
sedia_customer_form_finalize (GObject *object)
{
  SediaCustomerForm *self = SEDIA_CUSTOMER_FORM (object);

  g_free (self->known);
  g_free (self->shown);
  g_free (self->empty_rest);

  G_OBJECT_CLASS (sedia_customer_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/customer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, name);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, phone);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, email);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, channel);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, language);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, code);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, do_not_contact);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, note);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerForm, suspects);
  gtk_widget_class_bind_template_callback (widget_class, who_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
sedia_customer_form_class_init (SediaCustomerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_customer_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_customer_form_finalize;
  form_class->save = sedia_customer_form_save;
  form_class->dup_typed = sedia_customer_form_dup_typed;

  signals[SAVED] = g_signal_new ("saved", SEDIA_TYPE_CUSTOMER_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_SUSPECT_LIST);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.save-anyway", NULL, save_anyway_action);
}

static void
sedia_customer_form_init (SediaCustomerForm *self)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->scanner = sedia_scan_refusal_new (SEDIA_FORM (self));

  for (guint i = 0; i < N_CHANNELS; i++)
    gtk_string_list_append (channels, sedia_channel_label ((SediaChannel) i));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (channels));
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
fill (SediaCustomerForm   *self,
      const SediaCustomer *customer)
{
  self->id = customer->id;
  set_text (self->name, customer->name);
  set_text (self->phone, customer->phone);
  set_text (self->email, customer->email);
  set_text (self->code, customer->code);
  gtk_text_buffer_set_text (self->note, customer->note != NULL ? customer->note : "", -1);
  gtk_drop_down_set_selected (self->channel, (guint) customer->channel);
  sedia_customer_language_fill (self->language, customer->language);
  gtk_check_button_set_active (self->do_not_contact, customer->do_not_contact);
  if (customer->id != 0)
    self->known = dup_who (self);
}

/**
 * sedia_customer_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @customer: (nullable): the one to change; NULL enters a new one
 *
 * Returns: (transfer none): the form, as long as it is open
 */
SediaCustomerForm *
sedia_customer_form_open (GtkWidget           *opener,
                          SediaStore          *store,
                          const SediaCustomer *customer)
{
  SediaCustomerForm *self = g_object_new (SEDIA_TYPE_CUSTOMER_FORM, NULL);
  g_autoptr (SediaCustomer) nobody = sedia_customer_new ();

  gtk_window_set_title (GTK_WINDOW (self),
                        customer != NULL ? _("Edit Customer") : _("New Customer"));
  fill (self, customer != NULL ? customer : nobody);
  self->empty_rest = dup_rest (self);
  sedia_form_open (SEDIA_FORM (self), opener, store);

  return self;
}
