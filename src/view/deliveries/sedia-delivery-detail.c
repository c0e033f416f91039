/* One delivery: its head, what can be done with it, and its lines with who got them. A draft shows
 * who would get them if it were received now.
 */
#include "config.h"

#include "sedia-delivery-detail.h"

#include "sedia-accessible.h"
#include "sedia-delivery-parts.h"
#include "sedia-delivery-served.h"
#include "sedia-draft-text.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveryDetail
{
  SediaPane parent_instance;

  SediaFacts *facts;
  GtkWidget *draft_buttons;
  GtkWidget *undo;
  SediaDeliveryServed *served;
};

G_DEFINE_FINAL_TYPE (SediaDeliveryDetail, sedia_delivery_detail, SEDIA_TYPE_PANE)

/* What was read: a delivery, or a draft with what it would do. */
typedef struct
{
  SediaDelivery *delivery;
  SediaDraft *draft;
  gint64 purchase_id;     /* what it is for, 0 for no purchase */
  GPtrArray *differences; /* from that; NULL without one */
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->delivery, sedia_delivery_free);
  g_clear_pointer (&reading->draft, sedia_draft_free);
  g_clear_pointer (&reading->differences, g_ptr_array_unref);
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
  reading->purchase_id = g_ascii_strtoll (sedia_draft_text_get (text, "purchase"), NULL, 10);
  if (amounts->len == 0)
    return TRUE;

  /* For a purchase that was cancelled since it is not received; the draft is shown all the same. */
  reading->delivery = sedia_delivery_preview_for (db, reading->purchase_id, amounts, NULL);
  if (reading->delivery == NULL)
    reading->delivery = sedia_delivery_preview (db, amounts, error);
  else if (reading->purchase_id != 0)
    reading->differences = sedia_purchase_differences (db, reading->purchase_id, amounts, error);

  return reading->delivery != NULL;
}

static gboolean
read_delivery (Reading  *reading,
               SediaDb  *db,
               gint64    delivery_id,
               GError  **error)
{
  if (!(reading->delivery = sedia_delivery_read (db, delivery_id, error)))
    return FALSE;

  reading->purchase_id = reading->delivery->purchase_id;
  if (reading->purchase_id == 0 || reading->delivery->reverses != 0)
    return TRUE;

  reading->differences = sedia_delivery_differences (db, reading->delivery, error);
  return reading->differences != NULL;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  const gint64 id = args->id;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (id < 0 ? !read_draft (reading, db, -id, error) : !read_delivery (reading, db, id, error))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static void
show_head (SediaDeliveryDetail *self,
           const char          *title,
           const char          *supplier)
{
  gboolean has_supplier = supplier != NULL && *supplier != '\0';

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = title,
                                        .subtitle = has_supplier ? supplier : NULL,
                                        .note = has_supplier ? NULL : _("No supplier"),
                                      });
}

static void
add_purchase (SediaDeliveryDetail *self,
              const Reading       *reading)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, reading->purchase_id);

  if (reading->purchase_id != 0)
    sedia_facts_add (self->facts, _("Purchase"), number);
}

static void
show_draft (SediaDeliveryDetail *self,
            const Reading       *reading)
{
  const SediaDraft *draft = reading->draft;
  g_autofree char *when = sedia_format_time (draft->updated_at);
  g_autofree char *when_full = sedia_format_time_full (draft->updated_at);
  g_autofree char *sentence = NULL;

  show_head (self, _("Draft, not received yet"), draft->who);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Note number"), draft->number);
  add_purchase (self, reading);
  sedia_facts_add_full (self->facts, _("Last typed"), when, when_full, NULL);
  sedia_facts_end (self->facts);

  if (reading->delivery != NULL)
    sentence = sedia_delivery_preview_sentence (reading->delivery);
  g_object_set (self->served, "title", _("Who would get what"), NULL);
  sedia_delivery_served_show (self->served, reading->delivery, reading->purchase_id,
                              reading->differences,
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
               const Reading       *reading)
{
  const SediaDelivery *delivery = reading->delivery;
  g_autofree char *title = NULL;
  g_autofree char *when = sedia_format_time (delivery->at);
  g_autofree char *when_full = sedia_format_time_full (delivery->at);
  g_autofree char *sentence = dup_sentence (delivery);

  title = g_strdup_printf (_("Delivery %" PRId64), delivery->id);
  show_head (self, title, delivery->supplier);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Note number"), delivery->note_number);
  add_purchase (self, reading);
  sedia_facts_add_full (self->facts, _("Received"), when, when_full, NULL);
  sedia_facts_add (self->facts, _("Entered by"), delivery->actor);
  sedia_facts_end (self->facts);

  g_object_set (self->served, "title", _("What came, and who got it"), NULL);
  sedia_delivery_served_show (self->served, delivery, reading->purchase_id, reading->differences,
                              sentence);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaDeliveryDetail *self = SEDIA_DELIVERY_DETAIL (pane);
  const Reading *reading = record;

  if (reading == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      return;
    }

  if (reading->draft != NULL)
    show_draft (self, reading);
  else
    show_delivery (self, reading);

  gtk_widget_set_visible (self->draft_buttons, reading->draft != NULL);
  gtk_widget_set_visible (self->undo, reading->draft == NULL && reading->delivery->reverses == 0 &&
                                        reading->delivery->reversed_by == 0);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return id > 0 ? sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY) ||
                    sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE)
                : sedia_changes_has (changes, SEDIA_KIND_DRAFT, -id);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
sedia_delivery_detail_class_init (SediaDeliveryDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  g_type_ensure (SEDIA_TYPE_DELIVERY_SERVED);
  g_type_ensure (SEDIA_TYPE_FACTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, draft_buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, undo);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryDetail, served);
}

static void
sedia_delivery_detail_init (SediaDeliveryDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}
