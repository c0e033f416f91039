/* The rows behind a number: see sedia-evidence-parts.h. */
#include "config.h"

#include "sedia-evidence-parts.h"

#include "sedia-format.h"

#define MOST_ROWS 500 /* nobody reads further; sediactl prints them all */

static SediaPart *
part_of (const SediaEvidence *row)
{
  g_autofree char *day = sedia_format_day (row->day);
  g_autofree char *value = g_markup_escape_text (day, -1);
  const gboolean has_detail = *row->found != '\0';

  return sedia_part_new (&(SediaPartText) {
    .title = row->what,
    .value = value,
    .detail = has_detail ? row->found : NULL,
    .icon = !has_detail      ? NULL
            : row->is_good ? "object-select-symbolic"
                           : "dialog-warning-symbolic",
    .tone = row->is_good ? NULL : "late",
    .kind = row->kind,
    .id = row->id,
    .wraps = TRUE,
  });
}

/**
 * sedia_evidence_parts:
 * @evidence: (element-type SediaEvidence): the rows that make a number
 *
 * Returns: (transfer full) (element-type SediaPart): the same, each leading to what it speaks of
 */
GPtrArray *
sedia_evidence_parts (GPtrArray *evidence)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (evidence->len, MOST_ROWS); i++)
    g_ptr_array_add (parts, part_of (g_ptr_array_index (evidence, i)));

  return parts;
}
