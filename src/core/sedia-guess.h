/* How a column of an imported file writes its dates and numbers, and reading one cell that way.
 *
 * Feed every cell of a column (or of several columns one program wrote) to a guess, then ask it. A
 * guess never decides what the cells leave open: the answer is then "ambiguous", with an example
 * to show to the person who knows.
 */
#pragma once

#include "sedia-number.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaDateOrder:
 * @SEDIA_DATE_UNKNOWN: no date seen, or not decided
 * @SEDIA_DATE_YMD: year first (also 20140102)
 * @SEDIA_DATE_DMY: day first: 31/12/2012, 31.12.2012
 * @SEDIA_DATE_MDY: month first: 12/31/2012
 * @SEDIA_DATE_AMBIGUOUS: every date could be day first or month first: ask
 * @SEDIA_DATE_MIXED: some can only be day first, others only month first: refuse or ask
 *
 * In which order day, month and year are written. Dates with the year first or the month as a word
 * are understood whatever the order.
 */
typedef enum
{
  SEDIA_DATE_UNKNOWN,
  SEDIA_DATE_YMD,
  SEDIA_DATE_DMY,
  SEDIA_DATE_MDY,
  SEDIA_DATE_AMBIGUOUS,
  SEDIA_DATE_MIXED,
} SediaDateOrder;

/**
 * SediaDateGuess:
 * @n_year_first: dates with the year first
 * @n_named: dates with the month as a word
 * @n_day_first: dates that can only be day first
 * @n_month_first: dates that can only be month first
 * @n_either: dates that could be both, with a different meaning
 * @n_bad: cells that are no date
 * @example: (nullable): the first cell that could be both; it belongs to the caller
 *
 * What was seen so far. Begin with `{ 0 }`.
 */
typedef struct
{
  guint n_year_first;
  guint n_named;
  guint n_day_first;
  guint n_month_first;
  guint n_either;
  guint n_bad;
  const char *example;
} SediaDateGuess;

void sedia_date_guess_add (SediaDateGuess *self,
                           const char     *text);
SediaDateOrder sedia_date_guess_order (const SediaDateGuess *self);
gboolean sedia_date_is_ambiguous (const char *text);
gboolean sedia_date_parse_import (const char      *text,
                                  SediaDateOrder   order,
                                  gint            *days_since_epoch,
                                  GError         **error);

/**
 * SediaMark:
 * @SEDIA_MARK_NONE: whole numbers without any mark
 * @SEDIA_MARK_POINT: the decimal mark is a point: 1,234.50
 * @SEDIA_MARK_COMMA: the decimal mark is a comma: 1.234,50
 * @SEDIA_MARK_AMBIGUOUS: every number with a mark could be both ("1,000"): ask
 * @SEDIA_MARK_MIXED: some numbers can only have a decimal point, others only a decimal comma
 *
 * Which mark stands before the decimals.
 */
typedef enum
{
  SEDIA_MARK_NONE,
  SEDIA_MARK_POINT,
  SEDIA_MARK_COMMA,
  SEDIA_MARK_AMBIGUOUS,
  SEDIA_MARK_MIXED,
} SediaMark;

/**
 * SediaMarkGuess:
 * @n_whole: numbers without a mark
 * @n_point: numbers that need a decimal point
 * @n_comma: numbers that need a decimal comma
 * @n_either: numbers that could be both
 * @n_bad: cells that are no number
 * @example: (nullable): the first cell that could be both; it belongs to the caller
 *
 * What was seen so far. Begin with `{ 0 }`.
 */
typedef struct
{
  guint n_whole;
  guint n_point;
  guint n_comma;
  guint n_either;
  guint n_bad;
  const char *example;
} SediaMarkGuess;

void sedia_mark_guess_add (SediaMarkGuess *self,
                           const char     *text);
SediaMark sedia_mark_guess_mark (const SediaMarkGuess *self);
gboolean sedia_number_parse_import (const char  *text,
                                    guint        decimals,
                                    SediaMark    mark,
                                    gint64      *value,
                                    GError     **error);

/**
 * SediaBackorderWord:
 * @SEDIA_BACKORDER_WORD_DEFAULT: nothing said, or "the shop's default"
 * @SEDIA_BACKORDER_WORD_ALLOW: customers may wait for it
 * @SEDIA_BACKORDER_WORD_WARN: they may, but the clerk is told
 * @SEDIA_BACKORDER_WORD_REFUSE: no waiting orders
 *
 * What a shop system says about waiting orders for a product.
 */
typedef enum
{
  SEDIA_BACKORDER_WORD_DEFAULT,
  SEDIA_BACKORDER_WORD_ALLOW,
  SEDIA_BACKORDER_WORD_WARN,
  SEDIA_BACKORDER_WORD_REFUSE,
} SediaBackorderWord;

gboolean sedia_flag_parse_import (const char  *text,
                                  gboolean    *value,
                                  GError     **error);
gboolean sedia_archived_parse_import (const char  *text,
                                      gboolean     says_active,
                                      gboolean    *archived,
                                      GError     **error);
gboolean sedia_backorder_parse_import (const char          *text,
                                       SediaBackorderWord  *word,
                                       GError             **error);

G_END_DECLS
