/* The offer to go on with a draft. */
#include "config.h"

#include "sedia-delivery-offer.h"

#include "sedia-accessible.h"
#include "sedia-bar.h"
#include "sedia-delivery-discard.h"
#include "sedia-delivery-jobs.h"
#include "sedia-format.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaDeliveryOffer
{
  GtkWidget parent_instance;

  SediaStore *store;
  gulong changed_handler;
  gint64 draft_id;         /* what is offered, 0 for nothing */
  gint64 but_not;          /* the draft that is open in the editor */
  char *said;              /* what the window's bar said about it, NULL for nothing */
  GtkWidget *box;
  GtkLabel *sentence;
  GtkWidget *continue_button;
};

enum
{
  CONTINUED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryOffer, sedia_delivery_offer, GTK_TYPE_WIDGET)

static void
continue_clicked_cb (SediaDeliveryOffer *self)
{
  gint64 draft_id = self->draft_id;

  sedia_delivery_offer_hide (self);
  g_signal_emit (self, signals[CONTINUED], 0, draft_id);
}

static void
discard_answered (GtkWidget *widget,
                  gboolean   is_yes,
                  gpointer   data)
{
  SediaDeliveryOffer *self = SEDIA_DELIVERY_OFFER (widget);

  if (!is_yes)
    return;
  if (self->draft_id != 0 && self->store != NULL)
    sedia_delivery_discard (widget, self->store, self->draft_id);
  sedia_delivery_offer_hide (self);
}

static void
discard_clicked_cb (SediaDeliveryOffer *self)
{
  sedia_delivery_ask_discard (GTK_WIDGET (self), discard_answered);
}

/* Another page is in front: the window's bar says it there. */
static void
say_in_bar (SediaDeliveryOffer *self,
            const SediaDraft   *draft)
{
  SediaBar *bar = sedia_bar_of (GTK_WIDGET (self));
  g_autofree char *sentence = sedia_delivery_offer_sentence (draft);
  g_autofree char *action = g_strdup_printf ("app.continue-delivery(int64 %" G_GINT64_FORMAT ")",
                                             draft->id);

  if (bar == NULL || sedia_bar_get_text (bar) != NULL)
    return;

  sedia_bar_say (bar, SEDIA_BAR_NOTE, sentence);
  sedia_bar_offer_show (bar, _("Continue"), action);
  g_free (self->said);
  self->said = g_steal_pointer (&sentence);
}

static void
take_from_bar (SediaDeliveryOffer *self)
{
  SediaBar *bar = self->said != NULL ? sedia_bar_of (GTK_WIDGET (self)) : NULL;

  if (bar != NULL && g_strcmp0 (sedia_bar_get_text (bar), self->said) == 0)
    sedia_bar_close (bar);
  g_clear_pointer (&self->said, g_free);
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (SediaDeliveryOffer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaDraft) draft = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (draft == NULL)
    g_debug ("whether a draft was left: %s", error->message);
  else if (draft->id != 0 && draft->id != self->but_not && self->store == (SediaStore *) source)
    {
      sedia_delivery_offer_show (self, draft);
      if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
        say_in_bar (self, draft);
    }
}

/* What is offered may be received or thrown away elsewhere. */
static void
store_changed_cb (SediaDeliveryOffer *self,
                  SediaChanges       *changes)
{
  if (self->draft_id == 0 || !sedia_changes_has (changes, SEDIA_KIND_DRAFT, self->draft_id))
    return;

  sedia_delivery_offer_hide (self);
  sedia_delivery_offer_look (self, self->but_not);
}

static void
sedia_delivery_offer_dispose (GObject *object)
{
  if (SEDIA_DELIVERY_OFFER (object)->box != NULL)
    sedia_delivery_offer_set_store (SEDIA_DELIVERY_OFFER (object), NULL);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_DELIVERY_OFFER);

  G_OBJECT_CLASS (sedia_delivery_offer_parent_class)->dispose (object);
}

static void
sedia_delivery_offer_class_init (SediaDeliveryOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_DELIVERY_OFFER;

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_offer_dispose;

  signals[CONTINUED] = g_signal_new ("continued", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryOffer, box);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryOffer, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryOffer, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sedia_delivery_offer_hide);
}

static void
sedia_delivery_offer_init (SediaDeliveryOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_delivery_offer_set_store:
 * @self: an offer
 * @store: (nullable): where drafts are
 *
 * Sets where drafts are; nothing is offered until sedia_delivery_offer_look().
 */
void
sedia_delivery_offer_set_store (SediaDeliveryOffer *self,
                                SediaStore         *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_OFFER (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
  sedia_delivery_offer_hide (self);
}

/**
 * sedia_delivery_offer_look:
 * @self: an offer
 * @but_not: the draft that is open in the editor, 0 for none
 *
 * Offers the draft that was left last, if there is one.
 */
void
sedia_delivery_offer_look (SediaDeliveryOffer *self,
                           gint64              but_not)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_OFFER (self));

  self->but_not = but_not;
  if (self->store != NULL)
    sedia_store_read_async (self->store, sedia_draft_last_job, NULL, NULL,
                            (GDestroyNotify) sedia_draft_free, NULL, draft_read_cb,
                            g_object_ref (self));
}

/**
 * sedia_delivery_offer_sentence:
 * @draft: a draft
 *
 * Returns: (transfer full): that it was not received, and which it is
 */
char *
sedia_delivery_offer_sentence (const SediaDraft *draft)
{
  g_autofree char *lines = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (draft != NULL, NULL);

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", draft->lines), draft->lines);
  when = sedia_format_time (draft->updated_at);

  if (draft->supplier != NULL && *draft->supplier != '\0')
    /* Translators: supplier, "3 lines", "today 14:05" */
    return g_strdup_printf (_("You have a delivery that was not received: %s, %s, typed %s."),
                            draft->supplier, lines, when);

  /* Translators: "3 lines", "today 14:05" */
  return g_strdup_printf (_("You have a delivery that was not received: %s, typed %s."), lines,
                          when);
}

/**
 * sedia_delivery_offer_show:
 * @self: an offer
 * @draft: the draft to go on with
 *
 * Offers it.
 */
void
sedia_delivery_offer_show (SediaDeliveryOffer *self,
                           const SediaDraft   *draft)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (SEDIA_IS_DELIVERY_OFFER (self));
  g_return_if_fail (draft != NULL && draft->id != 0);

  sentence = sedia_delivery_offer_sentence (draft);
  self->draft_id = draft->id;
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->box, TRUE);
}

/**
 * sedia_delivery_offer_hide:
 * @self: an offer
 *
 * Not now: the draft stays where it is.
 */
void
sedia_delivery_offer_hide (SediaDeliveryOffer *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_OFFER (self));

  self->draft_id = 0;
  take_from_bar (self);
  gtk_widget_set_visible (self->box, FALSE);
}

/**
 * sedia_delivery_offer_get_draft_id:
 * @self: an offer
 *
 * Returns: the draft that is offered, 0 for none
 */
gint64
sedia_delivery_offer_get_draft_id (SediaDeliveryOffer *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_OFFER (self), 0);

  return self->draft_id;
}
