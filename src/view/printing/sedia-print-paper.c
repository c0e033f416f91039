/* The papers a shop prints on. */
#include "config.h"

#include "sedia-print-paper.h"

#include <glib/gi18n.h>

#define POINTS_PER_MM (72.0 / 25.4)
#define LEAST_RECEIPT 40.0 /* mm: less is hard to tear off */

static const struct
{
  const char *name;  /* remembered */
  const char *label; /* in the context "paper" */
  double width;      /* mm */
  double height;     /* 0: as needed */
  double margin;
} papers[] = {
  [SEDIA_PRINT_A4] = { "a4", NC_ ("paper", "A4"), 210, 297, 15 },
  [SEDIA_PRINT_A5] = { "a5", NC_ ("paper", "A5"), 148, 210, 12 },
  [SEDIA_PRINT_RECEIPT] = { "receipt", NC_ ("paper", "Receipt, 80 mm"), 80, 0, 4 },
};

/**
 * sedia_print_paper_get_name: What it is called in the settings.
 */
const char *
sedia_print_paper_get_name (SediaPrintPaper paper)
{
  g_return_val_if_fail (paper < SEDIA_N_PRINT_PAPERS, NULL);

  return papers[paper].name;
}

/**
 * sedia_print_paper_get_label: What the user calls it.
 */
const char *
sedia_print_paper_get_label (SediaPrintPaper paper)
{
  g_return_val_if_fail (paper < SEDIA_N_PRINT_PAPERS, NULL);

  return g_dpgettext2 (NULL, "paper", papers[paper].label);
}

/**
 * sedia_print_paper_from_name: The paper called so in the settings; A4 when there is none.
 */
SediaPrintPaper
sedia_print_paper_from_name (const char *name)
{
  for (guint i = 0; i < SEDIA_N_PRINT_PAPERS; i++)
    if (g_strcmp0 (name, papers[i].name) == 0)
      return (SediaPrintPaper) i;

  return SEDIA_PRINT_A4;
}

/**
 * sedia_print_paper_dup_setup:
 * @paper: a paper
 * @document: what is printed: a receipt is as long as it needs
 * @context: whose unit is a point
 *
 * Returns: (transfer full): size and margins
 */
GtkPageSetup *
sedia_print_paper_dup_setup (SediaPrintPaper           paper,
                             const SediaPrintDocument *document,
                             PangoContext             *context)
{
  const double margin = papers[paper].margin;
  const double width = papers[paper].width;
  double height = papers[paper].height;
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;

  if (height <= 0)
    {
      g_autoptr (SediaPrintLayout) layout = NULL;

      layout = sedia_print_layout_new (context, document, (width - 2 * margin) * POINTS_PER_MM, 0);
      height = sedia_print_layout_get_height (layout) / POINTS_PER_MM + 2 * margin + 1;
      height = MAX (height, LEAST_RECEIPT);
    }

  size = gtk_paper_size_new_custom (papers[paper].name, sedia_print_paper_get_label (paper), width,
                                    height, GTK_UNIT_MM);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_top_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, margin, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, margin, GTK_UNIT_MM);

  return setup;
}
