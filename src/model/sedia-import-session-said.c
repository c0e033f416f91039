/* What a person says of an import: each begins it again where it must. */
#include "config.h"

#include "sedia-import-session-private.h"

/**
 * sedia_import_session_set_file:
 * @self: a session
 * @path: a file
 *
 * Begins with another file: all is found out anew, what it is about too. What is to become of the
 * stock stays as it was said.
 */
void
sedia_import_session_set_file (SediaImportSession *self,
                               const char         *path)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));
  g_return_if_fail (path != NULL);

  g_clear_pointer (&self->paths[1], g_free);
  g_free (self->paths[0]);
  self->paths[0] = g_strdup (path);
  g_clear_pointer (&self->encoding, g_free);
  self->options.encoding = NULL;
  self->options.delimiter = self->options.decimal = '\0';
  self->options.day_first = -1;
  self->is_kind_open = TRUE;
  self->leaves_out = FALSE;
  sedia_import_session_begin_anew (self);
}

/**
 * sedia_import_session_set_path:
 * @self: a session
 * @file: 0 for the file, 1 for that of the lines of its orders
 * @path: (nullable): where it is
 *
 * Chooses one of the two files of orders; the other one stays.
 */
void
sedia_import_session_set_path (SediaImportSession *self,
                               guint               file,
                               const char         *path)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));
  g_return_if_fail (file < SEDIA_IMPORT_FILES);

  if (g_strcmp0 (self->paths[file], path) == 0)
    return;

  g_free (self->paths[file]);
  self->paths[file] = g_strdup (path);
  g_clear_pointer (&self->sheets[file], sedia_import_sheet_free);
  sedia_import_session_forget (self);
  self->leaves_out = FALSE;
  sedia_import_session_begin_look (self);
}

/**
 * sedia_import_session_set_kind: Says what the file is about.
 */
void
sedia_import_session_set_kind (SediaImportSession *self,
                               SediaTransferKind   kind)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (kind == self->options.kind && !self->is_kind_open)
    return;

  /* Only orders have a second file; the one that is there is then the first. */
  if (kind != SEDIA_TRANSFER_ORDERS && self->paths[1] != NULL)
    {
      if (self->paths[0] == NULL)
        self->paths[0] = g_steal_pointer (&self->paths[1]);
      g_clear_pointer (&self->paths[1], g_free);
    }

  self->options.kind = kind;
  self->options.add = FALSE; /* it means another thing there */
  self->is_kind_open = FALSE;
  self->leaves_out = FALSE;
  sedia_import_session_begin_anew (self);
}

/**
 * sedia_import_session_set_encoding: Says how the file is encoded; %NULL to find out.
 */
void
sedia_import_session_set_encoding (SediaImportSession *self,
                                   const char         *encoding)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (g_strcmp0 (encoding, self->encoding) == 0)
    return;

  g_free (self->encoding);
  self->options.encoding = self->encoding = g_strdup (encoding);
  sedia_import_session_begin_anew (self);
}

/**
 * sedia_import_session_set_delimiter: Says what parts the columns; 0 to find out.
 */
void
sedia_import_session_set_delimiter (SediaImportSession *self,
                                    char                delimiter)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (delimiter == self->options.delimiter)
    return;

  self->options.delimiter = delimiter;
  sedia_import_session_begin_anew (self);
}

/**
 * sedia_import_session_set_decimal: Says which mark stands before the decimals; 0 to find out.
 */
void
sedia_import_session_set_decimal (SediaImportSession *self,
                                  char                decimal)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (decimal == self->options.decimal)
    return;

  self->options.decimal = decimal;
  sedia_import_session_begin_look (self);
}

/**
 * sedia_import_session_set_day_first: Says whether the day stands before the month (1) or the month
 * before the day (0); -1 to find out.
 */
void
sedia_import_session_set_day_first (SediaImportSession *self,
                                    int                 day_first)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (day_first == self->options.day_first)
    return;

  self->options.day_first = day_first;
  sedia_import_session_begin_look (self);
}

/**
 * sedia_import_session_set_add: Says whether the stock in the file is added to what there is.
 */
void
sedia_import_session_set_add (SediaImportSession *self,
                              gboolean            add)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (!add == !self->options.add)
    return;

  self->options.add = add;
  if (self->state >= SEDIA_IMPORT_INCOMPLETE)
    sedia_import_session_begin_check (self);
}

/**
 * sedia_import_session_set_leaves_out: Says whether bad rows are left out.
 */
void
sedia_import_session_set_leaves_out (SediaImportSession *self,
                                     gboolean            leaves_out)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));

  if (!leaves_out == !self->leaves_out)
    return;

  self->leaves_out = leaves_out;
  if (self->state >= SEDIA_IMPORT_INCOMPLETE)
    sedia_import_session_begin_check (self);
}

/**
 * sedia_import_session_choose:
 * @self: a session
 * @file: 0 for the file, 1 for that of the lines
 * @column: a column of it
 * @field: what it is
 *
 * Says what a column is.
 */
void
sedia_import_session_choose (SediaImportSession *self,
                             guint               file,
                             guint               column,
                             SediaField          field)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (self));
  g_return_if_fail (file < SEDIA_IMPORT_FILES && self->sheets[file] != NULL);

  if (sedia_import_sheet_get_columns (self->sheets[file])->fields[column] == field)
    return;

  sedia_import_sheet_choose (self->sheets[file], column, field);
  sedia_import_session_begin_look (self);
}
