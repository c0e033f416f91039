/* GTypes for parts of the records. */
#include "config.h"

#include "sedia-model-types.h"

G_DEFINE_BOXED_TYPE (SediaNotice, sedia_notice, sedia_notice_copy, sedia_notice_free)

static gpointer
copy_name (gconstpointer name,
           gpointer      unused)
{
  return g_strdup (name);
}

/**
 * sedia_notice_copy:
 * @notice: a notice
 *
 * Returns: (transfer full): the same notice
 */
SediaNotice *
sedia_notice_copy (const SediaNotice *notice)
{
  SediaNotice *copy;

  g_return_val_if_fail (notice != NULL, NULL);

  copy = g_new (SediaNotice, 1);
  *copy = *notice;
  copy->line_ids = notice->line_ids != NULL ? g_array_copy (notice->line_ids) : NULL;
  copy->names = notice->names != NULL ? g_ptr_array_copy (notice->names, copy_name, NULL) : NULL;

  return copy;
}
