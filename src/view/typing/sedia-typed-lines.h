/* The lines of a document being typed.
 *
 * Signal: changed (), whenever a line came, went, or means something else.
 */
#pragma once

#include "sedia-commands.h"
#include "sedia-typed-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_TYPED_LINES (sedia_typed_lines_get_type ())

G_DECLARE_FINAL_TYPE (SediaTypedLines, sedia_typed_lines, SEDIA, TYPED_LINES, GObject)

SediaTypedLines *sedia_typed_lines_new (void);
GListModel *sedia_typed_lines_get_model (SediaTypedLines *self);
guint sedia_typed_lines_get_n (SediaTypedLines *self);
SediaTypedLine *sedia_typed_lines_peek (SediaTypedLines *self,
                                        guint            position);
guint sedia_typed_lines_add (SediaTypedLines *self,
                             SediaTypedLine  *line);
guint sedia_typed_lines_scan (SediaTypedLines *self,
                              SediaProduct    *product);
guint sedia_typed_lines_scan_unknown (SediaTypedLines *self,
                                      const char      *code);
void sedia_typed_lines_remove (SediaTypedLines *self,
                               SediaTypedLine  *line);
void sedia_typed_lines_clear (SediaTypedLines *self);
gboolean sedia_typed_lines_find (SediaTypedLines *self,
                                 SediaTypedLine  *line,
                                 guint           *position);
char *sedia_typed_lines_dup_problem (SediaTypedLines  *self,
                                     const char       *nothing,
                                     SediaTypedLine  **first);
GArray *sedia_typed_lines_dup_amounts (SediaTypedLines *self);
char *sedia_typed_lines_dup_total (SediaTypedLines *self);

G_END_DECLS
