/* Everything about one entry of the log. */
#pragma once

#include "sedia-pane.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_HISTORY_DETAIL (sedia_history_detail_get_type ())

G_DECLARE_FINAL_TYPE (SediaHistoryDetail, sedia_history_detail, SEDIA, HISTORY_DETAIL, SediaPane)

/* Signal: changed (), another entry is shown, or the same says something else. */

const SediaOperation *sedia_history_detail_get_operation (SediaHistoryDetail *self);
gboolean sedia_history_detail_can_undo (SediaHistoryDetail *self);
gboolean sedia_history_detail_can_redo (SediaHistoryDetail *self);
gint64 sedia_history_detail_get_subject (SediaHistoryDetail *self,
                                         SediaKind          *kind);

G_END_DECLS
