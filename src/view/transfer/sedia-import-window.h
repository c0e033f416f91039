/* Importing products, customers, suppliers or orders from a file.
 *
 *   +---------------------------------------------------------+
 *   | Cancel                  Import                   Import |
 *   | What         File                Encoding   Separator   |   what is said, and what was found
 *   | Products  v  barang.csv          UTF-8   v  Semicolon v |
 *   | 66 new, 12 changed, 3 as they are                       |   or how far it is
 *   | ( File ) ( New 66 ) ( Changed 12 ) ( Wrong 2 )          |
 *   | rows of the file, or what they would do                 |
 *   +---------------------------------------------------------+
 *
 * A file dropped on it is chosen. Ctrl+O asks for one. While it imports, Cancel stops that and
 * leaves everything as it was.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_IMPORT_WINDOW (sedia_import_window_get_type ())

G_DECLARE_FINAL_TYPE (SediaImportWindow, sedia_import_window, SEDIA, IMPORT_WINDOW, SediaForm)

void sedia_import_window_open (GtkWidget  *opener,
                               SediaStore *store,
                               const char *path);
void sedia_import_window_choose (SediaImportWindow *self,
                                 const char        *path);
void sedia_import_window_choose_for (SediaImportWindow *self,
                                     guint              file,
                                     const char        *path);

G_END_DECLS
