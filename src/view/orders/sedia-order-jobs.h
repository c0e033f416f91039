/* What the order pages ask the store: jobs, their arguments, their answers. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaPlaceArgs:
 * @customer_id: for whom; 0: somebody new, with @name and @phone
 * @lines: (element-type SediaOrderLineDraft): all with a quantity
 * @instead_of: the line that is given up for it, 0 for none
 *
 * An order to be placed.
 */
typedef struct
{
  gint64 customer_id;
  char *name;
  char *phone;
  char *note;
  gint64 deposit;
  gboolean all_or_nothing;
  GArray *lines;
  gint64 draft_id;
  gint64 instead_of;
} SediaPlaceArgs;

void sedia_place_args_free (SediaPlaceArgs *self);

/**
 * SediaPlaced:
 * @order_id: its number
 * @operation_id: for Undo
 * @n_ready: lines that are all set aside
 * @n_waiting: the others
 *
 * What sedia_order_place_job() answers, as text: see sedia_placed_read().
 */
typedef struct
{
  gint64 order_id;
  gint64 operation_id;
  guint n_ready;
  guint n_waiting;
} SediaPlaced;

gboolean sedia_placed_read (SediaPlaced *self,
                            const char  *text);

/* char * -> GPtrArray of SediaCustomer */
gpointer sedia_customer_complete_job (SediaDb *db, gpointer typed, GError **error);
/* What is typed so far. */
typedef struct
{
  GArray *lines;            /* of SediaOrderLineDraft */
  gint64 deposit;
} SediaOrderPreviewArgs;

void sedia_order_preview_args_free (SediaOrderPreviewArgs *args);
/* SediaOrderPreviewArgs -> GPtrArray of SediaLineOutcome */
gpointer sedia_order_preview_job (SediaDb *db, gpointer args, GError **error);
/* Id of a line (gint64 *) -> SediaOrderLine; refused when nothing of it is open */
gpointer sedia_order_line_job (SediaDb *db, gpointer line_id, GError **error);
/* SediaPlaceArgs -> char *, for sedia_placed_read() */
gpointer sedia_order_place_job (SediaDb *db, gpointer args, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPlaceArgs, sedia_place_args_free)

G_END_DECLS
