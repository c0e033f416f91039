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

  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *verdict;
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/verdict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictCard, button);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictCard, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaVerdictCard, verdict);
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

static const char *
words_of (SediaVerdictKind kind)
{
  switch (kind)
    {
    case SEDIA_VERDICT_NOT_ENOUGH_HISTORY:
      return _("Waiting: not enough history");
    case SEDIA_VERDICT_GOOD:
      return _("Waiting: suits it");
    case SEDIA_VERDICT_WITH_CARE:
      return _("Waiting: with care");
    case SEDIA_VERDICT_NOT_ADVISED:
      return _("Waiting: not advised");
    }

  g_assert_not_reached ();
}

/**
 * sedia_verdict_card_show:
 * @self: the button
 * @kind: the verdict on its product
 */
void
sedia_verdict_card_show (SediaVerdictCard *self,
                         SediaVerdictKind  kind)
{
  const SediaGrade grade = sedia_verdict_kind_grade (kind);
  g_autofree char *name = NULL;

  g_return_if_fail (SEDIA_IS_VERDICT_CARD (self));

  gtk_image_set_from_icon_name (self->icon, sedia_grade_icon (grade));
  gtk_label_set_label (self->verdict, words_of (kind));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon),
                              (const char *[]) { sedia_grade_tone (grade), NULL });
  name = g_strdup_printf ("%s. %s", words_of (kind), _("Why?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
