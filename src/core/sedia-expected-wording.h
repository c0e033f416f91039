/* When an order line comes, in words: rules.md section 4.
 *
 *   3–6 December             between which days, from the supplier's own past
 *   purchase 12; from how late its supplier was before
 */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

char *sedia_day_range_words (int earliest, int latest);
char *sedia_line_expected_words (const SediaOrderLine *line);
char *sedia_line_expected_short (const SediaOrderLine *line);
char *sedia_line_expected_source_words (const SediaOrderLine *line);
char *sedia_line_expected_source_sentence (const SediaOrderLine *line);

G_END_DECLS
