/* The head of the order being typed: see sedia-order-head.h. */
#include "config.h"

#include "sedia-order-head.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-customer-check.h"
#include "sedia-customer-picker.h"
#include "sedia-date-entry.h"
#include "sedia-field.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-order-instead.h"
#include "sedia-suggest-entry.h"
#include "sedia-suspect-list.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

#define CHECK_AFTER_MS 150

struct _SediaOrderHead
{
  GtkWidget parent_instance;

  SediaStore *store;
  gulong changed_handler;
  SediaTypedOrder *order;
  SediaPicker *picker;
  GCancellable *checking;
  SediaCustomerCheck *check;   /* the last answer, NULL for none */
  SediaHeadLookedFunc looked_func;
  gpointer looked_data;
  guint check_source;
  gboolean is_filling;         /* the program, not the user, changes the fields */

  SediaField *customer_field;
  SediaSuggestEntry *customer;
  SediaField *phone_field;
  GtkEditable *phone;
  SediaSuspectList *suspects;
  SediaOrderInstead *instead;
  SediaField *need_by_field;
  SediaDateEntry *need_by;
  SediaField *deposit_field;
  GtkEditable *deposit;
  GtkEditable *note;
  GtkCheckButton *first;
  GtkCheckButton *all;
};

enum
{
  DONE,
  CUSTOMER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaOrderHead, sedia_order_head, GTK_TYPE_WIDGET)

/* A question to the store on its way; another one since makes the answer stale. */
typedef struct
{
  SediaOrderHead *head;
  GCancellable *asked;
} Question;

static Question *
question_new (SediaOrderHead *head)
{
  Question *question = g_new (Question, 1);

  g_clear_object (&head->checking);
  head->checking = g_cancellable_new ();
  question->head = g_object_ref (head);
  question->asked = g_object_ref (head->checking);

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->head);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* ---- who is meant */

static const char *
typed_customer (SediaOrderHead *self)
{
  return sedia_typed_order_get_text (self->order, SEDIA_ORDER_CUSTOMER);
}

static const char *
typed_phone (SediaOrderHead *self)
{
  return sedia_typed_order_get_text (self->order, SEDIA_ORDER_PHONE);
}

static gboolean
is_new (SediaOrderHead *self)
{
  return sedia_customer_check_is_new (self->check);
}

/* Whom somebody new may be, and whether their number is one. */
static void
show_new (SediaOrderHead *self,
          gboolean        is_typing)
{
  const SediaCustomerCheck *new = is_new (self) ? self->check : NULL;

  g_object_set (self->phone_field, "visible", new != NULL, "label",
                sedia_typed_order_is_phone (self->order) ? _("_Name") : _("_Phone"), NULL);
  sedia_field_set_hint (self->phone_field, new != NULL ? new->phone_problem : NULL);
  sedia_suspect_list_show (self->suspects, new != NULL && !is_typing ? new->suspects : NULL);
}

/* A name that is still being typed is nobody new yet. */
static void
show_customer (SediaOrderHead *self)
{
  gboolean is_typing = (gtk_widget_get_state_flags (GTK_WIDGET (self->customer)) &
                        GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  g_autofree char *hint = sedia_customer_check_words (self->check, typed_customer (self));

  if (is_new (self) && !is_typing)
    hint = g_strdup (_("Somebody new: entered with the order."));

  sedia_field_set_hint (self->customer_field, hint);
  sedia_field_set_problem (self->customer_field,
                           self->check != NULL && !is_typing ? self->check->problem : NULL);
  show_new (self, is_typing);
  sedia_order_instead_show (self->instead, self->order, self->check);
}

/* Why the order cannot be placed like this, NULL when it can; the keyboard goes to where the first
 * problem can be mended.
 */
static const char *
find_problem (SediaOrderHead *self)
{
  int need_by;
  gint64 deposit;

  if (*typed_customer (self) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->customer));
      return _("Whose order is it? Type a name or a phone number.");
    }
  if (self->check != NULL && self->check->problem != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->customer));
      return _("Two customers have that name: choose one of the list that opens while you type.");
    }
  if (is_new (self) && sedia_typed_order_is_phone (self->order) &&
      *typed_phone (self) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->phone));
      return _("Nobody has that phone number yet: type the name, too.");
    }
  if (is_new (self) && !sedia_suspect_list_was_seen (self->suspects, self->check->suspects))
    return _("The shop may know them already: choose one, or place the order again.");
  if (!sedia_typed_order_read_need_by (self->order, &need_by, NULL))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->need_by));
      return _("The day it is needed by cannot be read.");
    }
  if (!sedia_typed_order_read_deposit (self->order, &deposit, NULL))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->deposit));
      return _("The deposit cannot be read.");
    }

  return NULL;
}

static void
looked (SediaOrderHead *self,
        const char     *problem)
{
  SediaHeadLookedFunc func = g_steal_pointer (&self->looked_func);

  if (func != NULL)
    func (self->looked_data, problem != NULL ? problem : find_problem (self));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaCustomerCheck) answer = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaOrderHead *self = question->head;

  if (self->checking != question->asked || self->store == NULL)
    return;

  g_clear_object (&self->checking);
  if (answer == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      looked (self, error->message);
      return;
    }

  g_clear_pointer (&self->check, sedia_customer_check_free);
  self->check = g_steal_pointer (&answer);
  sedia_typed_order_set_customer_id (self->order, self->check->customer_id);
  show_customer (self);
  g_signal_emit (self, signals[CUSTOMER_CHANGED], 0);
  looked (self, NULL);
}

static void
check (SediaOrderHead *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->store == NULL)
    return;

  sedia_store_read_async (self->store, sedia_customer_check_job,
                          sedia_customer_check_new (self->order),
                          (GDestroyNotify) sedia_customer_check_free,
                          (GDestroyNotify) sedia_customer_check_free, NULL, checked_cb,
                          question_new (self));
}

static gboolean
check_after_cb (gpointer data)
{
  SediaOrderHead *self = SEDIA_ORDER_HEAD (data);

  self->check_source = 0;
  check (self);

  return G_SOURCE_REMOVE;
}

static void
check_soon (SediaOrderHead *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_AFTER_MS, check_after_cb, self);
}

/* ---- the customer */

static void
customer_changed_cb (SediaOrderHead *self)
{
  sedia_typed_order_set_text (self->order, SEDIA_ORDER_CUSTOMER,
                              sedia_suggest_entry_get_text (self->customer));
  sedia_field_set_problem (self->customer_field, NULL);
  sedia_order_instead_show (self->instead, self->order, self->check);
  check_soon (self);
}

static void
customer_picked_cb (SediaOrderHead      *self,
                    const SediaCustomer *customer)
{
  sedia_suggest_entry_set_text (self->customer, customer->name);
  sedia_typed_order_set_text (self->order, SEDIA_ORDER_CUSTOMER, customer->name);
  sedia_typed_order_set_customer_id (self->order, customer->id);
  check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->need_by));
}

static void
suspect_chosen_cb (SediaOrderHead *self,
                   gint64          id)
{
  const SediaCustomer *chosen = sedia_customer_check_find_suspect (self->check, id);

  if (chosen != NULL)
    customer_picked_cb (self, chosen);
}

static void
customer_activate_cb (SediaOrderHead *self)
{
  check (self);
  gtk_widget_grab_focus (is_new (self) ? GTK_WIDGET (self->phone) : GTK_WIDGET (self->need_by));
}

/* ---- the other fields */

/* What the day is, in words, or why it is none. */
static void
show_need_by (SediaOrderHead *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  int need_by;

  if (!sedia_typed_order_read_need_by (self->order, &need_by, &error))
    {
      sedia_field_set_problem (self->need_by_field, error->message);
      return;
    }

  if (need_by != SEDIA_NO_DAY)
    words = sedia_format_day_full (need_by);
  sedia_field_set_problem (self->need_by_field, NULL);
  sedia_field_set_hint (self->need_by_field, words);
}

static void
show_deposit (SediaOrderHead *self)
{
  g_autoptr (GError) error = NULL;
  gint64 deposit;

  sedia_field_set_problem (self->deposit_field,
                           sedia_typed_order_read_deposit (self->order, &deposit, &error)
                             ? NULL
                             : error->message);
}

static void
phone_changed_cb (SediaOrderHead *self)
{
  if (self->is_filling)
    return;

  sedia_typed_order_set_text (self->order, SEDIA_ORDER_PHONE, gtk_editable_get_text (self->phone));
  check_soon (self);
}

static void
phone_activate_cb (SediaOrderHead *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->need_by));
}

static void
need_by_changed_cb (SediaOrderHead *self)
{
  sedia_typed_order_set_text (self->order, SEDIA_ORDER_NEED_BY,
                              sedia_date_entry_get_text (self->need_by));
  show_need_by (self);
}

static void
need_by_activate_cb (SediaOrderHead *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
deposit_changed_cb (SediaOrderHead *self)
{
  if (self->is_filling)
    return;

  sedia_typed_order_set_text (self->order, SEDIA_ORDER_DEPOSIT,
                              gtk_editable_get_text (self->deposit));
  show_deposit (self);
}

static void
note_changed_cb (SediaOrderHead *self)
{
  if (!self->is_filling)
    sedia_typed_order_set_text (self->order, SEDIA_ORDER_NOTE, gtk_editable_get_text (self->note));
}

static void
option_activate_cb (SediaOrderHead *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
first_toggled_cb (SediaOrderHead *self)
{
  if (!self->is_filling)
    sedia_typed_order_set_first (self->order, gtk_check_button_get_active (self->first));
}

static void
all_toggled_cb (SediaOrderHead *self)
{
  if (!self->is_filling)
    sedia_typed_order_set_all_or_nothing (self->order, gtk_check_button_get_active (self->all));
}

/* Somebody else may have entered the customer, or changed what they wait for. */
static void
store_changed_cb (SediaOrderHead *self,
                  SediaChanges   *changes)
{
  if (self->check != NULL && (sedia_changes_has_kind (changes, SEDIA_KIND_CUSTOMER) ||
                              sedia_changes_has_kind (changes, SEDIA_KIND_LINE)))
    check_soon (self);
}

/* ---- the widget */

static gboolean
sedia_order_head_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_ORDER_HEAD (widget)->customer));
}

static void
sedia_order_head_dispose (GObject *object)
{
  SediaOrderHead *self = SEDIA_ORDER_HEAD (object);

  sedia_order_head_set_store (self, NULL);
  g_clear_object (&self->picker);
  g_clear_pointer (&self->check, sedia_customer_check_free);
  self->is_filling = TRUE; /* what parts from here types nothing */
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_ORDER_HEAD);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (sedia_order_head_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, customer_field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, customer);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, phone_field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, phone);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, suspects);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, instead);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, need_by_field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, need_by);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, deposit_field);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, deposit);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, note);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, first);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderHead, all);
  gtk_widget_class_bind_template_callback (widget_class, customer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, customer_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, suspect_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_customer);
  gtk_widget_class_bind_template_callback (widget_class, check_soon);
  gtk_widget_class_bind_template_callback (widget_class, phone_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, phone_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, need_by_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, need_by_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, deposit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
sedia_order_head_class_init (SediaOrderHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_ORDER_HEAD;

  G_OBJECT_CLASS (klass)->dispose = sedia_order_head_dispose;
  widget_class->grab_focus = sedia_order_head_grab_focus;
  widget_class->focus = sedia_focus_walk;

  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
  signals[CUSTOMER_CHANGED] = g_signal_new ("customer-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_ORDER_INSTEAD);
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  g_type_ensure (SEDIA_TYPE_SUSPECT_LIST);
  bind_template (widget_class);
}

static void
sedia_order_head_init (SediaOrderHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  self->picker = sedia_customer_picker_new (self->customer);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (customer_picked_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_order_head_set_order:
 * @self: the head of an editor
 * @order: what is typed into; once
 */
void
sedia_order_head_set_order (SediaOrderHead  *self,
                            SediaTypedOrder *order)
{
  g_return_if_fail (SEDIA_IS_ORDER_HEAD (self));
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (order));
  g_return_if_fail (self->order == NULL);

  self->order = g_object_ref (order);
}

/**
 * sedia_order_head_set_store: Where customers are looked up; NULL for nowhere.
 */
void
sedia_order_head_set_store (SediaOrderHead *self,
                            SediaStore     *store)
{
  g_return_if_fail (SEDIA_IS_ORDER_HEAD (self));

  if (self->picker != NULL)
    sedia_picker_set_store (self->picker, store);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->checking);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);

  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
}

/**
 * sedia_order_head_fill: It is another order now: shows it.
 */
void
sedia_order_head_fill (SediaOrderHead *self)
{
  SediaTypedOrder *order = self->order;

  g_return_if_fail (SEDIA_IS_ORDER_HEAD (self));

  g_clear_pointer (&self->check, sedia_customer_check_free);
  self->is_filling = TRUE;
  sedia_suggest_entry_set_text (self->customer, typed_customer (self));
  gtk_editable_set_text (self->phone, typed_phone (self));
  sedia_date_entry_set_text (self->need_by,
                             sedia_typed_order_get_text (order, SEDIA_ORDER_NEED_BY));
  gtk_editable_set_text (self->deposit, sedia_typed_order_get_text (order, SEDIA_ORDER_DEPOSIT));
  gtk_editable_set_text (self->note, sedia_typed_order_get_text (order, SEDIA_ORDER_NOTE));
  gtk_check_button_set_active (self->first, sedia_typed_order_get_first (order));
  gtk_check_button_set_active (self->all, sedia_typed_order_get_all_or_nothing (order));
  self->is_filling = FALSE;

  show_customer (self);
  show_need_by (self);
  show_deposit (self);
  g_signal_emit (self, signals[CUSTOMER_CHANGED], 0);
  check (self);
}

/**
 * sedia_order_head_get_check: (transfer none) (nullable) who is meant; NULL: not known yet.
 */
const SediaCustomerCheck *
sedia_order_head_get_check (SediaOrderHead *self)
{
  g_return_val_if_fail (SEDIA_IS_ORDER_HEAD (self), NULL);

  return self->check;
}

/**
 * sedia_order_head_look:
 * @self: the head of an editor
 * @func: told why the order cannot be placed like this, NULL when it can
 * @data: for @func
 *
 * Looks at everything as it stands now. The keyboard goes to where a problem can be mended.
 */
void
sedia_order_head_look (SediaOrderHead      *self,
                       SediaHeadLookedFunc  func,
                       gpointer             data)
{
  g_return_if_fail (SEDIA_IS_ORDER_HEAD (self));

  self->looked_func = func;
  self->looked_data = data;
  check (self);
}
