/* How people call what an import speaks of: kinds of files, fields, separators, encodings.
 *
 * This includes sedia-columns.h, whose SediaField is not the widget of forms.
 */
#pragma once

#include "sedia-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *sedia_import_kind_label (SediaTransferKind kind);
const char *sedia_import_field_label (SediaField      field,
                                      SediaImportKind kind);
const char *sedia_import_delimiter_label (char delimiter);
const char *sedia_import_encoding_label (const char *encoding);
const char *sedia_import_decimal_label (char decimal);
const char *sedia_import_day_first_label (int day_first);
char *sedia_import_need_sentence (SediaImportNeed need,
                                  SediaField      field,
                                  SediaImportKind kind);
char *sedia_import_problem_sentence (const SediaImportProblem *problem);
char *sedia_import_counts_sentence (guint added,
                                    guint changed,
                                    guint unchanged);
char *sedia_import_progress_sentence (SediaImportTask *task,
                                      gboolean         writes,
                                      double          *fraction);

G_END_DECLS
