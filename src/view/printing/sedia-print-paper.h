/* The papers a shop prints on. */
#pragma once

#include "sedia-print-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaPrintPaper:
 * @SEDIA_PRINT_A4: a sheet
 * @SEDIA_PRINT_A5: half a sheet
 * @SEDIA_PRINT_RECEIPT: a roll, 80 mm wide, cut where the text ends
 */
typedef enum
{
  SEDIA_PRINT_A4,
  SEDIA_PRINT_A5,
  SEDIA_PRINT_RECEIPT,
  SEDIA_N_PRINT_PAPERS,
} SediaPrintPaper;

const char *sedia_print_paper_get_name (SediaPrintPaper paper);
const char *sedia_print_paper_get_label (SediaPrintPaper paper);
SediaPrintPaper sedia_print_paper_from_name (const char *name);
GtkPageSetup *sedia_print_paper_dup_setup (SediaPrintPaper           paper,
                                           const SediaPrintDocument *document,
                                           PangoContext             *context);

G_END_DECLS
