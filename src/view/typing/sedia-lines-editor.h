/* The lines of the document being typed, and below them the field for the next.
 *
 *   type --Enter--> line with an empty quantity --number, Enter--> field, for the next line
 *   scan ---------> line with one more, its quantity selected: type over it, or scan on
 */
#pragma once

#include "sedia-scanner.h"
#include "sedia-store.h"
#include "sedia-typed-lines.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_LINES_EDITOR (sedia_lines_editor_get_type ())

G_DECLARE_FINAL_TYPE (SediaLinesEditor, sedia_lines_editor, SEDIA, LINES_EDITOR, GtkWidget)

void sedia_lines_editor_set_lines (SediaLinesEditor *self,
                                   SediaTypedLines  *lines);
void sedia_lines_editor_set_texts (SediaLinesEditor *self,
                                   const char       *name,
                                   const char       *placeholder);
void sedia_lines_editor_forget_removed (SediaLinesEditor *self);
void sedia_lines_editor_set_store (SediaLinesEditor *self,
                                   SediaStore       *store);
void sedia_lines_editor_scan (SediaLinesEditor *self,
                              SediaBurst       *burst,
                              gboolean          may_be_text);
void sedia_lines_editor_focus_field (SediaLinesEditor *self);
void sedia_lines_editor_focus_entry (SediaLinesEditor *self,
                                     SediaTypedLine   *entry);
gboolean sedia_lines_editor_put_back (SediaLinesEditor *self);

G_END_DECLS
