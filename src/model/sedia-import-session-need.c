/* What must be said of an import before it can be tried. */
#include "config.h"

#include "sedia-import-session-private.h"

static gboolean
has_column (SediaImportSession *self,
            guint               file,
            SediaField          field)
{
  return sedia_columns_has (sedia_import_sheet_get_columns (self->sheets[file]), field);
}

static SediaField
find_missing (SediaImportSession *self,
              guint               file)
{
  return sedia_columns_find_missing (sedia_import_sheet_get_columns (self->sheets[file]));
}

/* Orders in one file need their lines there, in two files what they have in common. */
static SediaImportNeed
need_of_orders (SediaImportSession *self,
                guint              *file,
                SediaField         *field)
{
  if (self->sheets[0] == NULL)
    return SEDIA_IMPORT_NEEDS_ORDERS;

  *file = 0;
  if ((*field = find_missing (self, 0)) != SEDIA_FIELD_NONE)
    return SEDIA_IMPORT_NEEDS_COLUMN;

  if (self->sheets[1] == NULL)
    {
      const gboolean has_sku = has_column (self, 0, SEDIA_FIELD_SKU);

      if (has_sku && has_column (self, 0, SEDIA_FIELD_QUANTITY))
        return SEDIA_IMPORT_NEEDS_NOTHING;

      *field = has_sku ? SEDIA_FIELD_QUANTITY : SEDIA_FIELD_SKU;
      return has_sku || has_column (self, 0, SEDIA_FIELD_QUANTITY) ? SEDIA_IMPORT_NEEDS_COLUMN
                                                                   : SEDIA_IMPORT_NEEDS_LINES;
    }

  *field = SEDIA_FIELD_ORDER;
  if (!has_column (self, 0, SEDIA_FIELD_ORDER))
    return SEDIA_IMPORT_NEEDS_COLUMN;

  *file = 1;
  *field = find_missing (self, 1);
  return *field != SEDIA_FIELD_NONE ? SEDIA_IMPORT_NEEDS_COLUMN : SEDIA_IMPORT_NEEDS_NOTHING;
}

/**
 * sedia_import_session_get_need:
 * @self: a session
 * @file: (out): which file lacks a column
 * @field: (out): what no column is taken for
 *
 * Returns: what must be said before the file can be imported
 */
SediaImportNeed
sedia_import_session_get_need (SediaImportSession *self,
                               guint              *file,
                               SediaField         *field)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_SESSION (self), SEDIA_IMPORT_NEEDS_NOTHING);

  *file = 0;
  *field = SEDIA_FIELD_NONE;
  if (self->sheets[0] == NULL && self->sheets[1] == NULL)
    return SEDIA_IMPORT_NEEDS_NOTHING;
  if (self->options.kind == SEDIA_TRANSFER_ORDERS)
    return need_of_orders (self, file, field);

  *field = find_missing (self, 0);
  return *field != SEDIA_FIELD_NONE ? SEDIA_IMPORT_NEEDS_COLUMN : SEDIA_IMPORT_NEEDS_NOTHING;
}
