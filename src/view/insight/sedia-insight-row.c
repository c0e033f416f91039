/* One thing that was measured: see sedia-insight-row.h. */
#include "config.h"

#include "sedia-insight-row.h"

#include "sedia-grade-pill.h"

struct _SediaInsightRow
{
  GtkListBoxRow parent_instance;

  guint number;

  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *note;
  SediaGradePill *pill;
};

G_DEFINE_FINAL_TYPE (SediaInsightRow, sedia_insight_row, GTK_TYPE_LIST_BOX_ROW)

static void
sedia_insight_row_class_init (SediaInsightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SEDIA_TYPE_GRADE_PILL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/insight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaInsightRow, title);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightRow, note);
  gtk_widget_class_bind_template_child (widget_class, SediaInsightRow, pill);
}

static void
sedia_insight_row_init (SediaInsightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_insight_row_new: (transfer floating): a row that says this; the strings are copied.
 */
GtkWidget *
sedia_insight_row_new (const SediaInsightText *text)
{
  SediaInsightRow *self = g_object_new (SEDIA_TYPE_INSIGHT_ROW, NULL);
  const char *grade = sedia_grade_label (text->grade);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", text->title, grade, text->sentence);

  self->number = text->number;
  gtk_label_set_label (self->title, text->title);
  gtk_label_set_label (self->sentence, text->sentence);
  gtk_label_set_label (self->note, text->note != NULL ? text->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text->note != NULL);
  sedia_grade_pill_show (self->pill, text->grade, grade);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * sedia_insight_row_get_number: Which of several it is.
 */
guint
sedia_insight_row_get_number (SediaInsightRow *self)
{
  g_return_val_if_fail (SEDIA_IS_INSIGHT_ROW (self), 0);

  return self->number;
}

/**
 * sedia_insight_rows_clear: Takes all rows out of a list.
 */
void
sedia_insight_rows_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
