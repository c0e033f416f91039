/* Texts that a spreadsheet would run as a formula, made harmless and back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sedia_formula_defuse (const char *text);
char *sedia_formula_restore (const char *cell);

G_END_DECLS
