/* How good something is: an icon and a word, never colour alone. */
#pragma once

#include "sedia-grade.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_GRADE_PILL (sedia_grade_pill_get_type ())

G_DECLARE_FINAL_TYPE (SediaGradePill, sedia_grade_pill, SEDIA, GRADE_PILL, GtkWidget)

void sedia_grade_pill_show (SediaGradePill *self,
                            SediaGrade      grade,
                            const char     *label);
/* The style class of a grade, NULL for none. */
const char *sedia_grade_tone (SediaGrade grade);

G_END_DECLS
