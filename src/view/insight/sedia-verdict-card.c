/* Whether customers should wait for a product: see sedia-verdict-card.h. */
#include "config.h"

#include "sedia-verdict-card.h"

#include "sedia-format.h"
#include "sedia-grade-pill.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaVerdictCard
{
  GtkWidget parent_instance;

  SediaGradePill *pill;
  GtkLabel *decision;
};

G_DEFINE_FINAL_TYPE (SediaVerdictCard, sedia_verdict_card, GTK_TYPE_WIDGET)

static void
sedia_verdict_card_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_VERDICT_CARD);

  G_OBJECT_CLASS (sedia_verdict_card_parent_class)->dispose (object);
}

static void
sedia_verdict_card_class_init (SediaVerdictCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_verdict_card_dispose;

  g_type_ensure (SEDIA_TYPE_GRADE_PILL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/verdict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictCard, pill);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictCard, decision);
}

static void
sedia_verdict_card_init (SediaVerdictCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_verdict_decision_words:
 * @verdict: of a product
 *
 * Returns: (transfer full): on what terms customers may wait for it now, who said so when, and why
 */
char *
sedia_verdict_decision_words (const SediaProductVerdict *verdict)
{
  const SediaProduct *product = verdict->product;
  const char *why = product->backorder_why;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *in_force = NULL;
  SediaBackorderTerms terms;

  sedia_backorder_terms_of (product, &terms);
  in_force = sedia_backorder_terms_words (&terms, product->decimals, product->unit);
  /* Translators: on what terms customers may wait for a product */
  g_string_append_printf (words, _("Now: %s."), in_force);
  if (verdict->decided_at != 0)
    {
      g_autofree char *when = sedia_format_time (verdict->decided_at);

      g_string_append_c (words, ' ');
      /* Translators: when and by whom the terms were set */
      g_string_append_printf (words, _("Set %s by %s."), when, verdict->decided_by);
    }
  if (why != NULL && *why != '\0')
    g_string_append_printf (words, " “%s”", why);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * sedia_verdict_card_show:
 * @self: the lines
 * @verdict: of a product
 */
void
sedia_verdict_card_show (SediaVerdictCard          *self,
                         const SediaProductVerdict *verdict)
{
  g_autofree char *decision = sedia_verdict_decision_words (verdict);
  const SediaVerdictKind kind = verdict->verdict.kind;

  g_return_if_fail (SEDIA_IS_VERDICT_CARD (self));

  sedia_grade_pill_show (self->pill, sedia_verdict_kind_grade (kind),
                         sedia_verdict_kind_label (kind));
  gtk_label_set_label (self->decision, decision);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->decision), decision);
}
