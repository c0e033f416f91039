/* What is done with the stock of one product, with what the bar says afterwards. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaStockDeed:
 * @SEDIA_STOCK_SELL: somebody walked in and buys it
 * @SEDIA_STOCK_ASKED: somebody asked for it and did not wait
 * @SEDIA_STOCK_COUNT: so many are on the shelf
 * @SEDIA_STOCK_ISSUE: it leaves the shelf for nobody
 * @SEDIA_STOCK_PUT_IN: it turned up, with no delivery
 */
typedef enum
{
  SEDIA_STOCK_SELL,
  SEDIA_STOCK_ASKED,
  SEDIA_STOCK_COUNT,
  SEDIA_STOCK_ISSUE,
  SEDIA_STOCK_PUT_IN,
} SediaStockDeed;

/**
 * SediaStockAct:
 * @deed: what is done
 * @product: with what, as it was when the person saw it
 * @quantity: how much, or how many there are
 * @reason: (nullable): of an issue: `damage`, `own-use` or `other`
 * @note: (nullable): more about it; must be there when it is put in
 * @is_confirmed: the person said yes to taking what is set aside
 *
 * One deed.
 */
typedef struct
{
  SediaStockDeed deed;
  SediaProduct *product;
  gint64 quantity;
  char *reason;
  char *note;
  gboolean is_confirmed;
} SediaStockAct;

SediaStockAct *sedia_stock_act_new (SediaStockDeed      deed,
                                    const SediaProduct *product);
void sedia_stock_act_free (SediaStockAct *self);
const char *sedia_stock_act_kind (const SediaStockAct *self);
/* Returns what sedia_stock_act_sentence() wants, for g_free(). */
gpointer sedia_stock_act_job (SediaDb   *db,
                              gpointer   data,
                              GError   **error);
void sedia_stock_act_confirm (gpointer data);
char *sedia_stock_act_sentence (const SediaStockAct *self,
                                gconstpointer        result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaStockAct, sedia_stock_act_free)

G_END_DECLS
