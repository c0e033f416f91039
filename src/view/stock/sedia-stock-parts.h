/* The rows that make a number of a product. */
#pragma once

#include "sedia-reorder.h"

G_BEGIN_DECLS

/**
 * SediaStockNumber:
 * @SEDIA_STOCK_ON_HAND: made by movements
 * @SEDIA_STOCK_RESERVED: made by the lines that have stock set aside
 * @SEDIA_STOCK_FREE: on hand without what is reserved
 * @SEDIA_STOCK_WAITS: made by the lines that wait
 * @SEDIA_STOCK_DEMAND: made by all open lines
 * @SEDIA_STOCK_PROJECTED: on hand, with what comes, without what is asked for
 *
 * The numbers of a product that can be opened.
 */
typedef enum
{
  SEDIA_STOCK_ON_HAND,
  SEDIA_STOCK_RESERVED,
  SEDIA_STOCK_FREE,
  SEDIA_STOCK_WAITS,
  SEDIA_STOCK_DEMAND,
  SEDIA_STOCK_PROJECTED,
  SEDIA_N_STOCK_NUMBERS,
} SediaStockNumber;

const char *sedia_stock_tone (SediaStockState state);
gint64 sedia_stock_number_of (SediaStockNumber    number,
                              const SediaProduct *product);
const char *sedia_stock_number_sentence (SediaStockNumber number);
GPtrArray *sedia_stock_parts (SediaStockNumber       number,
                              const SediaProduct    *product,
                              GPtrArray             *movements,
                              GPtrArray             *queue,
                              const SediaSuggestion *suggestion);

G_END_DECLS
