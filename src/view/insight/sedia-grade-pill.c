/* How good something is: see sedia-grade-pill.h. */
#include "config.h"

#include "sedia-grade-pill.h"

#include "sedia-template.h"

struct _SediaGradePill
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SediaGradePill, sedia_grade_pill, GTK_TYPE_WIDGET)

static void
sedia_grade_pill_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_GRADE_PILL);

  G_OBJECT_CLASS (sedia_grade_pill_parent_class)->dispose (object);
}

static void
sedia_grade_pill_class_init (SediaGradePillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_grade_pill_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/grade-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaGradePill, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaGradePill, label);
}

static void
sedia_grade_pill_init (SediaGradePill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_grade_tone: The style class of a grade, NULL for none.
 */
const char *
sedia_grade_tone (SediaGrade grade)
{
  switch (grade)
    {
    case SEDIA_GRADE_UNKNOWN:
      return "secondary";
    case SEDIA_GRADE_GOOD:
    case SEDIA_GRADE_FAIR:
      return NULL;
    case SEDIA_GRADE_POOR:
      return "late";
    }

  g_return_val_if_reached (NULL);
}

/**
 * sedia_grade_pill_show:
 * @self: a pill
 * @grade: how good it is
 * @label: the same in words
 */
void
sedia_grade_pill_show (SediaGradePill *self,
                       SediaGrade      grade,
                       const char     *label)
{
  g_return_if_fail (SEDIA_IS_GRADE_PILL (self));

  gtk_image_set_from_icon_name (self->icon, sedia_grade_icon (grade));
  gtk_label_set_label (self->label, label);
  gtk_widget_set_css_classes (GTK_WIDGET (self),
                              (const char *[]) { "pill", sedia_grade_tone (grade), NULL });
}
