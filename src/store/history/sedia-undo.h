/* Taking an operation back, between its files. Private to the store. */
#pragma once

#include "sedia-commands.h"
#include "sedia-operation.h"

G_BEGIN_DECLS

typedef struct
{
  SediaDb *db;
  gint64 target;
  SediaRange ranges[SEDIA_N_ROWS];
  GHashTable *products;   /* to be served afterwards */
  GPtrArray *problems;    /* clauses: who would lose what */
  gboolean concerns_lines; /* one of them is about a customer's line */
  GArray *again;          /* SediaAmount: lines (as product_id) to set aside for again, once open */
  GArray *settle;         /* ids of lines whose dues may have changed */
} SediaUndo;

gboolean sedia_undo_has_rows (SediaUndo *undo,
                              SediaRows  rows);
gboolean sedia_undo_reverse_hand_overs (SediaUndo  *undo,
                                        gboolean    gone_out,
                                        GError    **error);
gboolean sedia_undo_reverse_deliveries (SediaUndo  *undo,
                                        GError    **error);
gboolean sedia_undo_reverse_ledgers (SediaUndo  *undo,
                                     GError    **error);
gboolean sedia_undo_take_back_inserts (SediaUndo  *undo,
                                       GError    **error);
gboolean sedia_undo_take_back_dues (SediaUndo  *undo,
                                    GError    **error);
gboolean sedia_undo_note_gone (SediaUndo  *undo,
                               gint64      line_id,
                               gint64      quantity,
                               GError    **error);
gboolean sedia_undo_note_not_again (SediaUndo  *undo,
                                    gint64      line_id,
                                    gint64      quantity,
                                    GError    **error);
void sedia_undo_note_told (SediaUndo *undo,
                           SediaStmt *row);
gboolean sedia_undo_note_handed_over (SediaUndo  *undo,
                                      GError    **error);
gboolean sedia_undo_note_missing (SediaUndo  *undo,
                                  gint64      product_id,
                                  gint64      on_hand,
                                  GError    **error);
gboolean sedia_undo_note_losses (SediaUndo  *undo,
                                 gint64      mark,
                                 GError    **error);
gboolean sedia_undo_note_in_use (SediaUndo  *undo,
                                 GError    **error);
gboolean sedia_undo_note_received (SediaUndo  *undo,
                                   GError    **error);
gboolean sedia_undo_judge (SediaUndo  *undo,
                           GError    **error);

G_END_DECLS
