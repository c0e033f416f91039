/* The head of a purchase being typed: see sedia-purchase-head.h. */
#include "config.h"

#include "sedia-purchase-head.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-date-entry.h"
#include "sedia-delivery-jobs.h"
#include "sedia-field.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-suggest-entry.h"
#include "sedia-supplier-picker.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

#define CHECK_AFTER_MS 250

struct _SediaPurchaseHead
{
  GtkWidget parent_instance;

  SediaTypedPurchase *purchase;
  SediaStore *store;
  gulong changed_handler;
  SediaPicker *picker;
  GCancellable *checking;
  guint check_source;
  SediaPurchaseLookedFunc looked_func;
  gpointer looked_data;
  gboolean is_unknown; /* nobody is called that */
  gboolean is_filling; /* the program, not the user, changes the fields */

  SediaField *supplier_field;
  SediaSuggestEntry *supplier;
  GtkWidget *add;
  SediaField *expected_field;
  SediaDateEntry *expected;
  GtkEditable *note;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaPurchaseHead, sedia_purchase_head, GTK_TYPE_WIDGET)

/* A question to the store on its way; another one since makes the answer stale. */
typedef struct
{
  SediaPurchaseHead *head;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->head);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static const char *
typed_supplier (SediaPurchaseHead *self)
{
  return sedia_typed_purchase_get_text (self->purchase, SEDIA_PURCHASE_SUPPLIER);
}

/* ---- looking */

/* A name that is still being typed is not wrong yet. */
static void
show_unknown (SediaPurchaseHead *self)
{
  const gboolean is_typing = (gtk_widget_get_state_flags (GTK_WIDGET (self->supplier)) &
                              GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  const gboolean is_shown = self->is_unknown && !is_typing;
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (_("No supplier is called “%s” yet."), typed_supplier (self));
  sedia_field_set_problem (self->supplier_field, is_shown ? sentence : NULL);
  gtk_widget_set_visible (self->add, is_shown);
}

static void
show_expected (SediaPurchaseHead *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  int day;

  if (!sedia_typed_purchase_read_expected (self->purchase, &day, &error))
    {
      sedia_field_set_problem (self->expected_field, error->message);
      return;
    }

  sedia_field_set_problem (self->expected_field, NULL);
  if (day != SEDIA_NO_DAY)
    sedia_field_set_hint (self->expected_field, words = sedia_format_day_full (day));
}

/* The keyboard goes to where the first problem can be mended. */
static const char *
find_problem (SediaPurchaseHead *self)
{
  int day;

  if (*typed_supplier (self) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->supplier));
      return _("Who brings it? Type the name of the supplier.");
    }
  if (self->is_unknown)
    {
      show_unknown (self);
      gtk_widget_grab_focus (gtk_widget_get_visible (self->add) ? self->add
                                                                : GTK_WIDGET (self->supplier));
      return _("Nobody is known by that name: add the supplier, or correct the name.");
    }
  if (!sedia_typed_purchase_read_expected (self->purchase, &day, NULL))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->expected));
      return _("The day it is wanted cannot be read.");
    }

  return NULL;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaHeadCheck) answer = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaPurchaseHead *self = question->head;
  SediaPurchaseLookedFunc func;

  if (self->checking != question->asked || self->store == NULL)
    return;

  g_clear_object (&self->checking);
  if (answer != NULL)
    {
      self->is_unknown = *answer->supplier != '\0' && answer->supplier_id == 0;
      sedia_typed_purchase_set_supplier_id (self->purchase, answer->supplier_id);
      show_unknown (self);
    }
  else
    sedia_act_say_error (GTK_WIDGET (self), error);

  func = g_steal_pointer (&self->looked_func);
  if (func != NULL)
    func (self->looked_data, answer == NULL ? error->message : find_problem (self));
}

static void
check (SediaPurchaseHead *self)
{
  SediaHeadCheck *asked;
  Question *question;

  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->store == NULL)
    return;

  asked = g_new0 (SediaHeadCheck, 1);
  asked->supplier = g_strstrip (g_strdup (typed_supplier (self)));

  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->head = g_object_ref (self);
  question->asked = g_object_ref (self->checking);
  sedia_store_read_async (self->store, sedia_head_check_job, asked,
                          (GDestroyNotify) sedia_head_check_free,
                          (GDestroyNotify) sedia_head_check_free, NULL, checked_cb, question);
}

static gboolean
check_after_cb (gpointer data)
{
  SediaPurchaseHead *self = SEDIA_PURCHASE_HEAD (data);

  self->check_source = 0;
  check (self);

  return G_SOURCE_REMOVE;
}

static void
check_soon (SediaPurchaseHead *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_AFTER_MS, check_after_cb, self);
}

/* ---- the supplier */

static void
supplier_changed_cb (SediaPurchaseHead *self)
{
  if (self->is_filling)
    return;

  sedia_typed_purchase_set_text (self->purchase, SEDIA_PURCHASE_SUPPLIER,
                                 sedia_suggest_entry_get_text (self->supplier));
  sedia_field_set_problem (self->supplier_field, NULL);
  gtk_widget_set_visible (self->add, FALSE);
  check_soon (self);
}

static void
supplier_picked_cb (SediaPurchaseHead   *self,
                    const SediaSupplier *supplier)
{
  sedia_suggest_entry_set_text (self->supplier, supplier->name);
  sedia_typed_purchase_set_text (self->purchase, SEDIA_PURCHASE_SUPPLIER, supplier->name);
  check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->expected));
}

static void
supplier_activate_cb (SediaPurchaseHead *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->expected));
  check (self);
}

static char *
supplier_added (GtkWidget *widget,
                gpointer   result,
                gpointer   name)
{
  check (SEDIA_PURCHASE_HEAD (widget));
  return g_strdup_printf (_("Supplier “%s” added"), (const char *) name);
}

static void
add_clicked_cb (SediaPurchaseHead *self)
{
  g_autofree char *name = g_strstrip (g_strdup (typed_supplier (self)));

  if (self->store == NULL || *name == '\0')
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->expected));
  sedia_act_run (GTK_WIDGET (self), self->store,
                 &(SediaActRun) {
                   .act = { .kind = "supplier-add" },
                   .job = sedia_supplier_add_job,
                   .data = g_steal_pointer (&name),
                   .data_free = g_free,
                   .done = supplier_added,
                 });
}

/* ---- the other fields */

static void
expected_changed_cb (SediaPurchaseHead *self)
{
  if (self->is_filling)
    return;

  sedia_typed_purchase_set_text (self->purchase, SEDIA_PURCHASE_EXPECTED,
                                 sedia_date_entry_get_text (self->expected));
  show_expected (self);
}

static void
expected_activate_cb (SediaPurchaseHead *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
note_changed_cb (SediaPurchaseHead *self)
{
  if (!self->is_filling)
    sedia_typed_purchase_set_text (self->purchase, SEDIA_PURCHASE_NOTE,
                                   gtk_editable_get_text (self->note));
}

/* Somebody else may have added the supplier. */
static void
store_changed_cb (SediaPurchaseHead *self,
                  SediaChanges      *changes)
{
  if (sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER))
    check_soon (self);
}

/* ---- the widget */

static gboolean
sedia_purchase_head_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_PURCHASE_HEAD (widget)->supplier));
}

static void
sedia_purchase_head_dispose (GObject *object)
{
  SediaPurchaseHead *self = SEDIA_PURCHASE_HEAD (object);

  sedia_purchase_head_set_store (self, NULL);
  g_clear_object (&self->picker);
  self->is_filling = TRUE; /* what parts from here types nothing */
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_PURCHASE_HEAD);
  g_clear_object (&self->purchase);

  G_OBJECT_CLASS (sedia_purchase_head_parent_class)->dispose (object);
}

static void
sedia_purchase_head_class_init (SediaPurchaseHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_purchase_head_dispose;
  widget_class->grab_focus = sedia_purchase_head_grab_focus;
  widget_class->focus = sedia_focus_walk;

  signals[DONE] = g_signal_new ("done", SEDIA_TYPE_PURCHASE_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/purchase-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseHead, supplier_field);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseHead, supplier);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseHead, add);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseHead, expected_field);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseHead, expected);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseHead, note);
  gtk_widget_class_bind_template_callback (widget_class, supplier_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, supplier_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_soon);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, expected_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, expected_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
}

static void
sedia_purchase_head_init (SediaPurchaseHead *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  self->picker = sedia_supplier_picker_new (self->supplier);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (supplier_picked_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_purchase_head_set_purchase: Types into @purchase from now on; once.
 */
void
sedia_purchase_head_set_purchase (SediaPurchaseHead  *self,
                                  SediaTypedPurchase *purchase)
{
  g_return_if_fail (SEDIA_IS_PURCHASE_HEAD (self));
  g_return_if_fail (SEDIA_IS_TYPED_PURCHASE (purchase));
  g_return_if_fail (self->purchase == NULL);

  self->purchase = g_object_ref (purchase);
}

/**
 * sedia_purchase_head_set_store: Where suppliers are looked up; NULL for nowhere.
 */
void
sedia_purchase_head_set_store (SediaPurchaseHead *self,
                               SediaStore        *store)
{
  g_return_if_fail (SEDIA_IS_PURCHASE_HEAD (self));

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

/* A field must not have the focus when it becomes insensitive. */
static void
settle_supplier (SediaPurchaseHead *self,
                 gboolean           is_settled)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (is_settled && root != NULL &&
      (gtk_widget_get_state_flags (GTK_WIDGET (self->supplier)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->supplier), !is_settled);
}

/**
 * sedia_purchase_head_fill: It is another purchase now: shows it.
 */
void
sedia_purchase_head_fill (SediaPurchaseHead *self)
{
  SediaTypedPurchase *purchase = self->purchase;

  g_return_if_fail (SEDIA_IS_PURCHASE_HEAD (self));

  self->is_filling = TRUE;
  self->is_unknown = FALSE;
  sedia_suggest_entry_set_text (self->supplier, typed_supplier (self));
  sedia_date_entry_set_text (self->expected,
                             sedia_typed_purchase_get_text (purchase, SEDIA_PURCHASE_EXPECTED));
  gtk_editable_set_text (self->note, sedia_typed_purchase_get_text (purchase, SEDIA_PURCHASE_NOTE));
  self->is_filling = FALSE;

  settle_supplier (self, sedia_typed_purchase_get_purchase_id (purchase) != 0);
  show_unknown (self);
  show_expected (self);
  check (self);
}

/**
 * sedia_purchase_head_say_day: What is taken for the day when none is typed.
 */
void
sedia_purchase_head_say_day (SediaPurchaseHead *self,
                             const char        *hint)
{
  int day;

  g_return_if_fail (SEDIA_IS_PURCHASE_HEAD (self));

  if (sedia_typed_purchase_read_expected (self->purchase, &day, NULL) && day == SEDIA_NO_DAY)
    sedia_field_set_hint (self->expected_field, hint);
}

/**
 * sedia_purchase_head_look:
 * @self: the head of an editor
 * @func: told why the purchase cannot be entered like this, NULL when it can
 * @data: for @func
 *
 * Looks at everything as it stands now. The keyboard goes to where a problem can be mended.
 */
void
sedia_purchase_head_look (SediaPurchaseHead       *self,
                          SediaPurchaseLookedFunc  func,
                          gpointer                 data)
{
  g_return_if_fail (SEDIA_IS_PURCHASE_HEAD (self));

  self->looked_func = func;
  self->looked_data = data;
  check (self);
}
