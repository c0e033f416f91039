/* One thing that was measured: what it is, what was found in a sentence, and how good that is.
 *
 *   Counts true                                  (!) Poor
 *   0 of 8 counts found what the book said.
 *   worse than the 13 weeks before
 */
#pragma once

#include "sedia-grade.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_INSIGHT_ROW (sedia_insight_row_get_type ())

G_DECLARE_FINAL_TYPE (SediaInsightRow, sedia_insight_row, SEDIA, INSIGHT_ROW, GtkListBoxRow)

/**
 * SediaInsightText:
 * @number: which of several it is, for who asked for it
 * @title: what was measured
 * @sentence: what was found
 * @note: (nullable): more about it, dim
 * @grade: how good that is
 */
typedef struct
{
  guint number;
  const char *title;
  const char *sentence;
  const char *note;
  SediaGrade grade;
} SediaInsightText;

GtkWidget *sedia_insight_row_new (const SediaInsightText *text);
guint sedia_insight_row_get_number (SediaInsightRow *self);
void sedia_insight_rows_clear (GtkListBox *list);

G_END_DECLS
