/* Inserting many rows: the same named statement, many rows at a time. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

typedef struct _SediaBulk SediaBulk;

SediaBulk *sedia_bulk_new (SediaDb    *db,
                           const char *statement,
                           guint       n_values);
void sedia_bulk_free (SediaBulk *self);
void sedia_bulk_add_int64 (SediaBulk *self,
                           gint64     value);
void sedia_bulk_add_optional (SediaBulk *self,
                              gint64     value,
                              gint64     none);
void sedia_bulk_add_text (SediaBulk  *self,
                          const char *text);
gboolean sedia_bulk_end_row (SediaBulk  *self,
                             GError    **error);
gboolean sedia_bulk_flush (SediaBulk  *self,
                           GError    **error);
gint64 sedia_bulk_get_id (SediaBulk *self,
                          guint      row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaBulk, sedia_bulk_free)

G_END_DECLS
