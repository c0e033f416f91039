/* One delivery: its head, what can be done with it, and its lines with who got them. A draft shows
 * who would get them if it were received now.
 */
#include "config.h"

#include "sedia-delivery-detail.h"

#include "sedia-act.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-parts.h"
#include "sedia-delivery-served.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-template.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveryDetail
{
  GtkWidget parent_instance;

  SediaStore *store;
  gulong changed_handler;
  GCancellable *reading;
  gint64 id;              /* negative: a draft; 0: nothing */

  GtkStack *states;
  GtkLabel *title;
  GtkLabel *supplier;
  SediaFacts *facts;
  GtkWidget *draft_buttons;
  GtkWidget *undo;
  SediaDeliveryServed *served;
};

G_DEFINE_FINAL_TYPE (SediaDeliveryDetail, sedia_delivery_detail, GTK_TYPE_WIDGET)

/* What was read: a delivery, or a draft with what it would do. */
typedef struct
{
  SediaDelivery *delivery;
  SediaDraft *draft;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->delivery, sedia_delivery_free);
  g_clear_pointer (&reading->draft, sedia_draft_free);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static GArray *
amounts_of (const SediaDraftText *text)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  for (guint i = 0; i < text->lines->len; i++)
    {
      const SediaDraftLine *line = g_ptr_array_index (text->lines, i);
      SediaAmount amount = { .product_id = line->product_id, .quantity = line->amount };

      if (line->product_id != 0 && line->amount > 0)
        g_array_append_val (amounts, amount);
    }

  return amounts;
}

static gboolean
read_draft (Reading  *reading,
            SediaDb  *db,
            gint64    draft_id,
            GError  **error)
{
  g_autoptr (SediaDraftText) text = NULL;
  g_autoptr (GArray) amounts = NULL;

  if (!(reading->draft = sedia_draft_read (db, draft_id, error)) ||
      !(text = sedia_draft_text_read (reading->draft->content, error)))
    return FALSE;

  amounts = amounts_of (text);
  if (amounts->len > 0)
    reading->delivery = sedia_delivery_preview (db, amounts, error);

  return amounts->len == 0 || reading->delivery != NULL;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  gint64 id = *(const gint64 *) data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (id < 0 ? !read_draft (reading, db, -id, error)
             : !(reading->delivery = sedia_delivery_read (db, id, error)))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static void
set_supplier (SediaDeliveryDetail *self,
              const char          *supplier)
{
  gboolean has_supplier = supplier != NULL && *supplier != '\0';

  gtk_label_set_label (self->supplier, has_supplier ? supplier : _("No supplier"));
  if (has_supplier)
    gtk_widget_remove_css_class (GTK_WIDGET (self->supplier), "secondary");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->supplier), "secondary");
}

static void
show_draft (SediaDeliveryDetail *self,
            const Reading       *reading)
{
  const SediaDraft *draft = reading->draft;
  g_autofree char *when = sedia_format_time (draft->updated_at);
  g_autofree char *when_full = sedia_format_time_full (draft->updated_at);
  g_autofree char *sentence = NULL;

  gtk_label_set_label (self->title, _("Draft, not received yet"));
  set_supplier (self, draft->supplier);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Note number"), draft->note_number);
  sedia_facts_add_full (self->facts, _("Last typed"), when, when_full, NULL);
  sedia_facts_end (self->facts);

  if (reading->delivery != NULL)
    sentence = sedia_delivery_preview_sentence (reading->delivery);
  g_object_set (self->served, "title", _("Who would get what"), NULL);
  sedia_delivery_served_show (self->served, reading->delivery,
                              sentence != NULL ? sentence : _("No line has a quantity yet."));
}

static char *
dup_sentence (const SediaDelivery *delivery)
{
  if (delivery->reverses != 0)
    return g_strdup_printf (_("Takes back delivery %" PRId64 "."), delivery->reverses);
  if (delivery->reversed_by != 0)
    return g_strdup_printf (_("Taken back by delivery %" PRId64 "."),
                            delivery->reversed_by);

  return sedia_received_sentence (&delivery->summary);
}

static void
show_delivery (SediaDeliveryDetail *self,
               const SediaDelivery *delivery)
{
  g_autofree char *title = NULL;
  g_autofree char *when = sedia_format_time (delivery->at);
  g_autofree char *when_full = sedia_format_time_full (delivery->at);
  g_autofree char *sentence = dup_sentence (delivery);

  title = g_strdup_printf (_("Delivery %" PRId64), delivery->id);
  gtk_label_set_label (self->title, title);
  set_supplier (self, delivery->supplier);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Note number"), delivery->note_number);
  sedia_facts_add_full (self->facts, _("Received"), when, when_full, NULL);
  sedia_facts_add (self->facts, _("Entered by"), delivery->actor);
  sedia_facts_end (self->facts);

  g_object_set (self->served, "title", _("What came, and who got it"), NULL);
  sedia_delivery_served_show (self->served, delivery, sentence);
}

static void
show_reading (SediaDeliveryDetail *self,
              const Reading       *reading)
{
  const SediaDelivery *delivery = reading->delivery;
  gboolean can_undo = reading->draft == NULL && delivery->reverses == 0 &&
                      delivery->reversed_by == 0;

  if (reading->draft != NULL)
    show_draft (self, reading);
  else
    show_delivery (self, delivery);

  gtk_widget_set_visible (self->draft_buttons, reading->draft != NULL);
  gtk_widget_set_visible (self->undo, can_undo);
  gtk_stack_set_visible_child_name (self->states, "something");
}

/* ---- reading */

/* A reading on its way; another one since makes it stale. */
typedef struct
{
  SediaDeliveryDetail *detail;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->detail);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaDeliveryDetail *self = question->detail;

  if (self->reading != question->asked)
    return;

  g_clear_object (&self->reading);
  if (reading != NULL)
    {
      show_reading (self, reading);
      return;
    }

  if (!g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND))
    sedia_act_say_error (GTK_WIDGET (self), error);
  gtk_stack_set_visible_child_name (self->states, "nothing");
}

static void
ask (SediaDeliveryDetail *self)
{
  Question *question;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL || self->id == 0)
    {
      gtk_stack_set_visible_child_name (self->states, "nothing");
      return;
    }

  self->reading = g_cancellable_new ();
  question = g_new (Question, 1);
  question->detail = g_object_ref (self);
  question->asked = g_object_ref (self->reading);
  sedia_store_read_async (self->store, read_job, sedia_id_new (self->id), g_free,
                          (GDestroyNotify) reading_free, self->reading, read_cb, question);
}

static void
store_changed_cb (SediaDeliveryDetail *self,
                  SediaChanges        *changes)
{
  if (self->id > 0 ? sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY)
                   : sedia_changes_has (changes, SEDIA_KIND_DRAFT, -self->id))
    ask (self);
}

static void
sedia_delivery_detail_dispose (GObject *object)
{
  SediaDeliveryDetail *self = SEDIA_DELIVERY_DETAIL (object);

  if (self->states != NULL)
    sedia_delivery_detail_set_store (self, NULL);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_DELIVERY_DETAIL);

  G_OBJECT_CLASS (sedia_delivery_detail_parent_class)->dispose (object);
}

static void
sedia_delivery_detail_class_init (SediaDeliveryDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_detail_dispose;

  g_type_ensure (SEDIA_TYPE_DELIVERY_SERVED);
  g_type_ensure (SEDIA_TYPE_FACTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, states);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, title);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, supplier);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, draft_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, undo);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, served);
}

static void
sedia_delivery_detail_init (SediaDeliveryDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_delivery_detail_set_store:
 * @self: a detail pane
 * @store: (nullable): the shop's records
 *
 * Sets where deliveries are read.
 */
void
sedia_delivery_detail_set_store (SediaDeliveryDetail *self,
                                 SediaStore          *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_DETAIL (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
  self->id = 0;
  ask (self);
}

/**
 * sedia_delivery_detail_set_id:
 * @self: a detail pane
 * @id: a delivery; negative: a draft; 0: nothing
 *
 * Shows another delivery. The former stays until the new one is read: nothing flickers.
 */
void
sedia_delivery_detail_set_id (SediaDeliveryDetail *self,
                              gint64               id)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_DETAIL (self));

  if (self->id == id)
    return;

  self->id = id;
  ask (self);
}
