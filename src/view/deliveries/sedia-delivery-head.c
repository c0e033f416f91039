/* Supplier and note number, looked up while they are typed. */
#include "config.h"

#include "sedia-delivery-head.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-purchase.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-suggest-entry.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define CHECK_AFTER_MS 250

struct _SediaDeliveryHead
{
  GtkWidget parent_instance;

  SediaStore *store;
  gulong changed_handler;
  SediaTypedDelivery *delivery;
  GCancellable *completing;
  GPtrArray *suppliers;           /* what is suggested, of SediaSupplier */
  GCancellable *checking;
  SediaHeadCheckedFunc checked_func;
  gpointer checked_data;
  guint check_source;
  gboolean is_unknown;            /* nobody is called that */
  gboolean is_filling;            /* the program, not the user, changes the note number */

  SediaSuggestEntry *supplier;
  GtkEditable *note;
  GtkWidget *supplier_problem;
  GtkLabel *supplier_sentence;
  GtkWidget *add;
  GtkWidget *note_problem;
  GtkLabel *note_sentence;
  SediaDeliveryPurchase *purchase;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryHead, sedia_delivery_head, GTK_TYPE_WIDGET)

/* A question to the store on its way; another one since makes the answer stale. */
typedef struct
{
  SediaDeliveryHead *head;
  GCancellable *asked;
} Question;

static Question *
question_new (SediaDeliveryHead  *head,
              GCancellable      **current)
{
  Question *question = g_new (Question, 1);

  g_cancellable_cancel (*current);
  g_clear_object (current);
  *current = g_cancellable_new ();
  question->head = g_object_ref (head);
  question->asked = g_object_ref (*current);

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

/* ---- checking */

/* A name that is still being typed is not wrong yet. */
static void
show_unknown (SediaDeliveryHead *self)
{
  gboolean is_typing = (gtk_widget_get_state_flags (GTK_WIDGET (self->supplier)) &
                        GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  gboolean is_shown = self->is_unknown && !is_typing;
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (_("No supplier is called “%s” yet."),
                              sedia_typed_delivery_get_supplier (self->delivery));
  gtk_label_set_label (self->supplier_sentence, sentence);
  gtk_widget_set_visible (self->supplier_problem, is_shown);
  sedia_suggest_entry_set_problem (self->supplier, is_shown);
}

static void
show_answer (SediaDeliveryHead    *self,
             const SediaHeadCheck *answer)
{
  self->is_unknown = *answer->supplier != '\0' && answer->supplier_id == 0;
  sedia_typed_delivery_set_supplier_id (self->delivery, answer->supplier_id);
  sedia_delivery_purchase_show (self->purchase);
  show_unknown (self);

  if (answer->delivery_id != 0)
    {
      g_autofree char *when = sedia_format_time (answer->at);
      g_autofree char *text =
        g_strdup_printf (_("This note was received before: delivery %" PRId64 ", %s."),
                         answer->delivery_id, when);

      gtk_label_set_label (self->note_sentence, text);
    }
  gtk_widget_set_visible (self->note_problem, answer->delivery_id != 0);
  if (answer->delivery_id != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "doubtful");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "doubtful");
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaHeadCheck) answer = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaDeliveryHead *self = question->head;
  SediaHeadCheckedFunc func;

  if (self->checking != question->asked || self->store == NULL)
    return;

  g_clear_object (&self->checking);
  if (answer != NULL)
    show_answer (self, answer);
  else
    sedia_act_say_error (GTK_WIDGET (self), error);

  func = g_steal_pointer (&self->checked_func);
  if (func != NULL)
    func (self->checked_data, answer != NULL && !self->is_unknown);
}

static void
check (SediaDeliveryHead *self)
{
  const char *supplier = sedia_typed_delivery_get_supplier (self->delivery);
  const char *note_number = sedia_typed_delivery_get_note_number (self->delivery);
  SediaHeadCheck *asked;

  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->store == NULL)
    return;

  asked = g_new0 (SediaHeadCheck, 1);
  asked->supplier = g_strstrip (g_strdup (supplier));
  asked->note_number = g_strstrip (g_strdup (note_number));

  sedia_store_read_async (self->store, sedia_head_check_job, asked,
                          (GDestroyNotify) sedia_head_check_free,
                          (GDestroyNotify) sedia_head_check_free, NULL, checked_cb,
                          question_new (self, &self->checking));
}

static gboolean
check_after_cb (gpointer data)
{
  SediaDeliveryHead *self = SEDIA_DELIVERY_HEAD (data);

  self->check_source = 0;
  check (self);

  return G_SOURCE_REMOVE;
}

static void
check_soon (SediaDeliveryHead *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_AFTER_MS, check_after_cb, self);
}

/* ---- the supplier */

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GPtrArray) suppliers = sedia_store_finish (SEDIA_STORE (source), result, NULL);
  SediaDeliveryHead *self = question->head;

  if (suppliers == NULL || self->completing != question->asked)
    return;

  g_clear_pointer (&self->suppliers, g_ptr_array_unref);
  self->suppliers = g_ptr_array_ref (suppliers);

  sedia_suggest_entry_begin_suggestions (self->supplier);
  for (guint i = 0; i < suppliers->len; i++)
    {
      const SediaSupplier *supplier = g_ptr_array_index (suppliers, i);

      sedia_suggest_entry_suggest (self->supplier, supplier->name, NULL, supplier->code);
    }
  sedia_suggest_entry_end_suggestions (self->supplier);
}

static void
stop_completing (SediaDeliveryHead *self)
{
  g_cancellable_cancel (self->completing);
  g_clear_object (&self->completing);
}

static void
supplier_changed_cb (SediaDeliveryHead *self)
{
  const char *typed = sedia_suggest_entry_get_text (self->supplier);
  const gboolean has_purchase = sedia_typed_delivery_get_purchase_id (self->delivery) != 0;
  Question *question;

  sedia_typed_delivery_set_supplier (self->delivery, typed);
  if (has_purchase)
    sedia_delivery_purchase_show (self->purchase); /* it was from somebody else */
  gtk_widget_set_visible (self->supplier_problem, FALSE);
  sedia_suggest_entry_set_problem (self->supplier, FALSE);
  check_soon (self);

  stop_completing (self);
  if (self->store == NULL || *typed == '\0')
    return;

  question = question_new (self, &self->completing);
  sedia_store_read_async (self->store, sedia_supplier_complete_job, g_strdup (typed), g_free,
                          (GDestroyNotify) g_ptr_array_unref, question->asked, completed_cb,
                          question);
}

static void
supplier_chosen_cb (SediaDeliveryHead *self,
                    guint              index)
{
  const SediaSupplier *supplier;

  stop_completing (self);
  if (self->suppliers == NULL || index >= self->suppliers->len)
    return;

  supplier = g_ptr_array_index (self->suppliers, index);
  sedia_suggest_entry_set_text (self->supplier, supplier->name);
  sedia_typed_delivery_set_supplier (self->delivery, supplier->name);
  check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* The focus is elsewhere only after this signal. */
static void
supplier_left_cb (SediaDeliveryHead *self)
{
  check_soon (self);
}

static void
supplier_activate_cb (SediaDeliveryHead *self)
{
  stop_completing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
  check (self);
}

static char *
supplier_added (GtkWidget *widget,
                gpointer   result,
                gpointer   name)
{
  SediaDeliveryHead *self = SEDIA_DELIVERY_HEAD (widget);

  check (self);
  return g_strdup_printf (_("Supplier “%s” added"), (const char *) name);
}

static void
add_clicked_cb (SediaDeliveryHead *self)
{
  const char *typed = sedia_typed_delivery_get_supplier (self->delivery);
  g_autofree char *name = g_strstrip (g_strdup (typed));

  if (self->store == NULL || *name == '\0')
    return;

  sedia_act_run (GTK_WIDGET (self), self->store,
                 &(SediaActRun) {
                   .act = { .kind = "supplier-add" },
                   .job = sedia_supplier_add_job,
                   .data = g_steal_pointer (&name),
                   .data_free = g_free,
                   .done = supplier_added,
                 });
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* ---- the note number */

static void
note_changed_cb (SediaDeliveryHead *self)
{
  if (self->is_filling)
    return;

  sedia_typed_delivery_set_note_number (self->delivery, gtk_editable_get_text (self->note));
  check_soon (self);
}

static void
note_activate_cb (SediaDeliveryHead *self)
{
  check (self);
  g_signal_emit (self, signals[DONE], 0);
}

/* ---- the purchase */

static void
purchase_chosen_cb (SediaDeliveryHead *self)
{
  sedia_suggest_entry_set_text (self->supplier, sedia_typed_delivery_get_supplier (self->delivery));
  check (self);
}

static void
purchase_filled_cb (SediaDeliveryHead *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* Somebody else may have added the supplier, or received the same note. */
static void
store_changed_cb (SediaDeliveryHead *self,
                  SediaChanges      *changes)
{
  if (sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER) ||
      sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY))
    check_soon (self);
}

static gboolean
sedia_delivery_head_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_DELIVERY_HEAD (widget)->supplier));
}

static void
sedia_delivery_head_dispose (GObject *object)
{
  SediaDeliveryHead *self = SEDIA_DELIVERY_HEAD (object);

  sedia_delivery_head_set_store (self, NULL);
  g_clear_pointer (&self->suppliers, g_ptr_array_unref);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_DELIVERY_HEAD);
  g_clear_object (&self->delivery);

  G_OBJECT_CLASS (sedia_delivery_head_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, supplier);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, note);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, supplier_problem);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, supplier_sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, add);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, note_problem);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, note_sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryHead, purchase);
  gtk_widget_class_bind_template_callback (widget_class, supplier_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, supplier_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, supplier_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, supplier_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, purchase_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, purchase_filled_cb);
}

static void
sedia_delivery_head_class_init (SediaDeliveryHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_head_dispose;
  widget_class->grab_focus = sedia_delivery_head_grab_focus;
  widget_class->focus = sedia_focus_walk;

  signals[DONE] = g_signal_new ("done", SEDIA_TYPE_DELIVERY_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_DELIVERY_PURCHASE);
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  bind_template (widget_class);
}

static void
sedia_delivery_head_init (SediaDeliveryHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_delivery_head_set_delivery:
 * @self: the head of an editor
 * @delivery: what is typed into; once
 *
 * Types into @delivery from now on.
 */
void
sedia_delivery_head_set_delivery (SediaDeliveryHead  *self,
                                  SediaTypedDelivery *delivery)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_HEAD (self));
  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (delivery));
  g_return_if_fail (self->delivery == NULL);

  self->delivery = g_object_ref (delivery);
  sedia_delivery_purchase_set_delivery (self->purchase, delivery);
}

/**
 * sedia_delivery_head_set_store:
 * @self: the head of an editor
 * @store: (nullable): where names and numbers are looked up
 *
 * Sets where names and numbers are looked up.
 */
void
sedia_delivery_head_set_store (SediaDeliveryHead *self,
                               SediaStore        *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_HEAD (self));

  stop_completing (self);
  if (self->purchase != NULL)
    sedia_delivery_purchase_set_store (self->purchase, store);
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
 * sedia_delivery_head_fill:
 * @self: the head of an editor
 *
 * It is another delivery now: shows it.
 */
void
sedia_delivery_head_fill (SediaDeliveryHead *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_HEAD (self));

  sedia_suggest_entry_set_text (self->supplier, sedia_typed_delivery_get_supplier (self->delivery));
  self->is_filling = TRUE;
  gtk_editable_set_text (self->note, sedia_typed_delivery_get_note_number (self->delivery));
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->supplier_problem, FALSE);
  gtk_widget_set_visible (self->note_problem, FALSE);
  sedia_suggest_entry_set_problem (self->supplier, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->note), "doubtful");
  sedia_delivery_purchase_show (self->purchase);
  check (self);
}

/**
 * sedia_delivery_head_check:
 * @self: the head of an editor
 * @func: what to do with the answer
 * @data: for @func
 *
 * Looks up supplier and note number as they stand now.
 */
void
sedia_delivery_head_check (SediaDeliveryHead    *self,
                           SediaHeadCheckedFunc  func,
                           gpointer              data)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_HEAD (self));

  self->checked_func = func;
  self->checked_data = data;
  check (self);
}

/**
 * sedia_delivery_head_takes:
 * @self: the head of an editor
 * @burst: keys that came fast
 *
 * A code that no product has may be the number on the note: many suppliers print it as a barcode.
 * In
 * place of a supplier it may be a name, but never digits alone.
 *
 * Returns: whether it makes sense where it was typed
 */
gboolean
sedia_delivery_head_takes (SediaDeliveryHead *self,
                           SediaBurst        *burst)
{
  const char *text;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_HEAD (self), FALSE);
  g_return_val_if_fail (burst != NULL, FALSE);

  text = sedia_burst_get_text (burst);
  if (sedia_burst_is_in (burst, GTK_WIDGET (self->supplier)))
    return strspn (text, "0123456789") < strlen (text);

  return sedia_burst_is_in (burst, GTK_WIDGET (self->note));
}

/**
 * sedia_delivery_head_focus_problem:
 * @self: the head of an editor
 *
 * Puts the keyboard on what would mend it.
 */
void
sedia_delivery_head_focus_problem (SediaDeliveryHead *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_HEAD (self));

  gtk_widget_grab_focus (self->is_unknown ? self->add : GTK_WIDGET (self->supplier));
}
