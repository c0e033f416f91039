/* What the reorder suggestions of many products have in common, read once: the shop's rules, and
 * how long each supplier takes. Private to the store.
 */
#pragma once

#include "sedia-demand.h"

G_BEGIN_DECLS

typedef struct _SediaReorderReader SediaReorderReader;

SediaReorderReader *sedia_reorder_reader_new (SediaDb *db,
                                              int      today);
void sedia_reorder_reader_free (SediaReorderReader *self);
gboolean sedia_reorder_reader_suggest (SediaReorderReader   *self,
                                       const SediaProduct   *product,
                                       const SediaForecast  *forecast,
                                       gboolean             *is_suggested,
                                       SediaSuggestion      *suggestion,
                                       GError              **error);
gboolean sedia_reorder_reader_look (SediaReorderReader   *self,
                                    const SediaProduct   *product,
                                    gboolean              always,
                                    gboolean             *is_suggested,
                                    SediaSuggestion      *suggestion,
                                    GError              **error);
gboolean sedia_reorder_reader_least_value (SediaReorderReader  *self,
                                           gint64               supplier_id,
                                           gint64              *least_value,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaReorderReader, sedia_reorder_reader_free)

G_END_DECLS
