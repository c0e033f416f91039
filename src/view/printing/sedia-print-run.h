/* Printing a document with GTK's own means: its dialog, or straight into a PDF. */
#pragma once

#include "sedia-print-paper.h"

G_BEGIN_DECLS

GtkPrintOperation *sedia_print_operation_new (SediaPrintDocument *document,
                                              SediaPrintPaper     paper);
gboolean sedia_print_export (SediaPrintDocument  *document,
                             SediaPrintPaper      paper,
                             const char          *path,
                             GError             **error);

G_END_DECLS
