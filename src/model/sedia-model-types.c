/* GTypes for parts of the records. */
#include "config.h"

#include "sedia-model-types.h"

G_DEFINE_ENUM_TYPE (SediaStockState, sedia_stock_state,
                    G_DEFINE_ENUM_VALUE (SEDIA_STOCK_NEGATIVE, "negative"),
                    G_DEFINE_ENUM_VALUE (SEDIA_STOCK_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (SEDIA_STOCK_OUT, "out"),
                    G_DEFINE_ENUM_VALUE (SEDIA_STOCK_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (SEDIA_STOCK_OK, "ok"))

G_DEFINE_ENUM_TYPE (SediaTold, sedia_told,
                    G_DEFINE_ENUM_VALUE (SEDIA_TOLD_NOT_YET, "not-yet"),
                    G_DEFINE_ENUM_VALUE (SEDIA_TOLD_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (SEDIA_TOLD_NO_NEED, "no-need"))

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
