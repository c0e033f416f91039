/* A quantity as a clerk types it: "24", "2 dus", "2x12". */
#pragma once

#include "sedia-number.h"
#include "sedia-records.h"

G_BEGIN_DECLS

/**
 * SediaQuantityDoubt:
 * @SEDIA_QUANTITY_FINE: nothing to say
 * @SEDIA_QUANTITY_NOTED: it counts, and something about it is said: far more than usual, read so
 * @SEDIA_QUANTITY_MISSING: nothing was typed yet
 * @SEDIA_QUANTITY_WRONG: it cannot be received like this
 */
typedef enum
{
  SEDIA_QUANTITY_FINE,
  SEDIA_QUANTITY_NOTED,
  SEDIA_QUANTITY_MISSING,
  SEDIA_QUANTITY_WRONG,
} SediaQuantityDoubt;

/**
 * SediaTypedQuantity:
 * @doubt: whether it counts
 * @amount: in the product's smallest unit; 0 when it does not count
 * @is_converted: whether packs were turned into units
 * @sentence: (nullable): what is odd about it, for the person who typed it
 */
typedef struct
{
  SediaQuantityDoubt doubt;
  gint64 amount;
  gboolean is_converted;
  char *sentence;
} SediaTypedQuantity;

void sedia_typed_quantity_read (SediaTypedQuantity *self,
                                const char         *text,
                                const SediaProduct *product,
                                SediaNumberForm     form);
void sedia_typed_quantity_clear (SediaTypedQuantity *self);
gboolean sedia_typed_quantity_counts (const SediaTypedQuantity *self);
gboolean sedia_typed_quantity_is_likely (const char *text);

G_END_DECLS
