/* The offer to go on with a draft. */
#include "config.h"

#include "sedia-draft-offer.h"

#include "sedia-accessible.h"
#include "sedia-bar.h"
#include "sedia-draft-discard.h"
#include "sedia-draft-jobs.h"
#include "sedia-format.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaDraftOffer
{
  GtkWidget parent_instance;

  SediaStore *store;
  gulong changed_handler;
  SediaDraftKind kind;
  gint64 draft_id;         /* what is offered, 0 for nothing */
  gint64 but_not;          /* the draft that is open in the editor */
  char *said;              /* what the window's bar said about it, NULL for nothing */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *sentence;
  GtkWidget *continue_button;
};

enum
{
  CONTINUED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is said of each kind: by whom a draft is is known, or not yet. */
static const struct
{
  const char *action;
  const char *icon;
  const char *sentence;
  const char *sentence_nobody;
} kinds[] = {
  /* Translators: supplier or customer, "3 lines", "today 14:05"; without the first in the second */
  [SEDIA_DRAFT_DELIVERY] = { "app.continue-delivery", "sedia-delivery-symbolic",
    N_("You have a delivery that was not received: %s, %s, typed %s."),
    N_("You have a delivery that was not received: %s, typed %s.") },
  [SEDIA_DRAFT_ORDER] = { "app.continue-order", "sedia-order-symbolic",
    N_("You have an order that was not placed: %s, %s, typed %s."),
    N_("You have an order that was not placed: %s, typed %s.") },
  [SEDIA_DRAFT_PURCHASE] = { "app.continue-purchase", "sedia-purchase-symbolic",
    N_("You have a purchase that was not ordered: %s, %s, typed %s."),
    N_("You have a purchase that was not ordered: %s, typed %s.") },
};

G_DEFINE_FINAL_TYPE (SediaDraftOffer, sedia_draft_offer, GTK_TYPE_WIDGET)

static void
continue_clicked_cb (SediaDraftOffer *self)
{
  gint64 draft_id = self->draft_id;

  sedia_draft_offer_hide (self);
  g_signal_emit (self, signals[CONTINUED], 0, draft_id);
}

static void
discard_answered (GtkWidget *widget,
                  gboolean   is_yes,
                  gpointer   data)
{
  SediaDraftOffer *self = SEDIA_DRAFT_OFFER (widget);

  if (!is_yes)
    return;
  if (self->draft_id != 0 && self->store != NULL)
    sedia_draft_throw_away (widget, self->store, self->draft_id);
  sedia_draft_offer_hide (self);
}

static void
discard_clicked_cb (SediaDraftOffer *self)
{
  sedia_draft_ask_discard (GTK_WIDGET (self), self->kind, discard_answered);
}

/* Another page is in front: the window's bar says it there. */
static void
say_in_bar (SediaDraftOffer  *self,
            const SediaDraft *draft)
{
  SediaBar *bar = sedia_bar_of (GTK_WIDGET (self));
  g_autofree char *sentence = sedia_draft_offer_sentence (draft);
  g_autofree char *action = NULL;

  if (bar == NULL || sedia_bar_get_text (bar) != NULL)
    return;

  action = g_strdup_printf ("%s(int64 %" G_GINT64_FORMAT ")", kinds[self->kind].action, draft->id);
  sedia_bar_say (bar, SEDIA_BAR_NOTE, sentence);
  sedia_bar_offer_show (bar, _("Continue"), action);
  g_free (self->said);
  self->said = g_steal_pointer (&sentence);
}

static void
take_from_bar (SediaDraftOffer *self)
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
  g_autoptr (SediaDraftOffer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaDraft) draft = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (draft == NULL)
    g_debug ("whether a draft was left: %s", error->message);
  else if (draft->id != 0 && draft->id != self->but_not && self->store == (SediaStore *) source)
    {
      sedia_draft_offer_show (self, draft);
      if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
        say_in_bar (self, draft);
    }
}

/* What is offered may be received or thrown away elsewhere. */
static void
store_changed_cb (SediaDraftOffer *self,
                  SediaChanges    *changes)
{
  if (self->draft_id == 0 || !sedia_changes_has (changes, SEDIA_KIND_DRAFT, self->draft_id))
    return;

  sedia_draft_offer_hide (self);
  sedia_draft_offer_look (self, self->but_not);
}

static void
sedia_draft_offer_dispose (GObject *object)
{
  if (SEDIA_DRAFT_OFFER (object)->box != NULL)
    sedia_draft_offer_set_store (SEDIA_DRAFT_OFFER (object), NULL);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_DRAFT_OFFER);

  G_OBJECT_CLASS (sedia_draft_offer_parent_class)->dispose (object);
}

static void
sedia_draft_offer_class_init (SediaDraftOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_DRAFT_OFFER;

  G_OBJECT_CLASS (klass)->dispose = sedia_draft_offer_dispose;

  signals[CONTINUED] = g_signal_new ("continued", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/draft-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDraftOffer, box);
  gtk_widget_class_bind_template_child (widget_class, SediaDraftOffer, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaDraftOffer, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaDraftOffer, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sedia_draft_offer_hide);
}

static void
sedia_draft_offer_init (SediaDraftOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_draft_offer_set_kind: Which drafts are offered; deliveries until it is said.
 */
void
sedia_draft_offer_set_kind (SediaDraftOffer *self,
                            SediaDraftKind   kind)
{
  g_return_if_fail (SEDIA_IS_DRAFT_OFFER (self));

  self->kind = kind;
  gtk_image_set_from_icon_name (self->icon, kinds[kind].icon);
}

/**
 * sedia_draft_offer_set_store:
 * @self: an offer
 * @store: (nullable): where drafts are
 *
 * Sets where drafts are; nothing is offered until sedia_draft_offer_look().
 */
void
sedia_draft_offer_set_store (SediaDraftOffer *self,
                             SediaStore      *store)
{
  g_return_if_fail (SEDIA_IS_DRAFT_OFFER (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
  sedia_draft_offer_hide (self);
}

/**
 * sedia_draft_offer_look:
 * @self: an offer
 * @but_not: the draft that is open in the editor, 0 for none
 *
 * Offers the draft that was left last, if there is one.
 */
void
sedia_draft_offer_look (SediaDraftOffer *self,
                        gint64           but_not)
{
  g_return_if_fail (SEDIA_IS_DRAFT_OFFER (self));

  self->but_not = but_not;
  if (self->store != NULL)
    sedia_store_read_async (self->store, sedia_draft_last_job, GINT_TO_POINTER (self->kind), NULL,
                            (GDestroyNotify) sedia_draft_free, NULL, draft_read_cb,
                            g_object_ref (self));
}

/* The format is one of the table above: each %s is a text, in their order. */
static void
fill_in (GString    *sentence,
         const char *format,
         const char *first,
         const char *second,
         const char *third)
{
  const char *texts[] = { first, second, third };
  g_auto (GStrv) pieces = g_strsplit (format, "%s", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (i > 0 && i <= G_N_ELEMENTS (texts))
        g_string_append (sentence, texts[i - 1]);
      g_string_append (sentence, pieces[i]);
    }
}

/**
 * sedia_draft_offer_sentence:
 * @draft: a draft
 *
 * Returns: (transfer full): that it was not booked, and which it is
 */
char *
sedia_draft_offer_sentence (const SediaDraft *draft)
{
  g_autofree char *lines = NULL;
  g_autofree char *when = NULL;
  GString *sentence;

  g_return_val_if_fail (draft != NULL, NULL);

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", draft->lines), draft->lines);
  when = sedia_format_time (draft->updated_at);
  sentence = g_string_new (NULL);
  if (*draft->who != '\0')
    fill_in (sentence, _(kinds[draft->kind].sentence), draft->who, lines, when);
  else
    fill_in (sentence, _(kinds[draft->kind].sentence_nobody), lines, when, NULL);

  return g_string_free (sentence, FALSE);
}

/**
 * sedia_draft_offer_show:
 * @self: an offer
 * @draft: the draft to go on with
 *
 * Offers it.
 */
void
sedia_draft_offer_show (SediaDraftOffer  *self,
                        const SediaDraft *draft)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (SEDIA_IS_DRAFT_OFFER (self));
  g_return_if_fail (draft != NULL && draft->id != 0);

  sentence = sedia_draft_offer_sentence (draft);
  self->draft_id = draft->id;
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->box, TRUE);
}

/**
 * sedia_draft_offer_hide:
 * @self: an offer
 *
 * Not now: the draft stays where it is.
 */
void
sedia_draft_offer_hide (SediaDraftOffer *self)
{
  g_return_if_fail (SEDIA_IS_DRAFT_OFFER (self));

  self->draft_id = 0;
  take_from_bar (self);
  gtk_widget_set_visible (self->box, FALSE);
}

/**
 * sedia_draft_offer_get_draft_id:
 * @self: an offer
 *
 * Returns: the draft that is offered, 0 for none
 */
gint64
sedia_draft_offer_get_draft_id (SediaDraftOffer *self)
{
  g_return_val_if_fail (SEDIA_IS_DRAFT_OFFER (self), 0);

  return self->draft_id;
}
