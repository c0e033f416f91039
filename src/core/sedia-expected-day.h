/* When will it come: rules.md section 4 as a pure function. */
#pragma once

#include "sedia-queue.h"

G_BEGIN_DECLS

/* What the day a line is expected rests on. */
typedef enum
{
  SEDIA_EXPECTED_UNKNOWN,    /* nothing covers it */
  SEDIA_EXPECTED_STOCK,      /* it is there */
  SEDIA_EXPECTED_PURCHASE,   /* purchases that are on their way */
  SEDIA_EXPECTED_ESTIMATE,   /* somebody said so of the product */
} SediaExpectedSource;

/**
 * SediaIncoming:
 * @line_id: a line of a confirmed purchase
 * @purchase_id: its purchase
 * @quantity: what of it is still to come
 * @day: the day it is expected, SEDIA_NO_DAY: nobody knows
 * @since: when that became so
 * @tied_to: the order line it is for, 0 for whoever is next in the queue
 */
typedef struct
{
  gint64 line_id;
  gint64 purchase_id;
  gint64 quantity;
  int day;
  gint64 since;
  gint64 tied_to;
} SediaIncoming;

/**
 * SediaExpectedDay:
 * @source: what it rests on
 * @day: the day the line is complete, SEDIA_NO_DAY: nobody knows, or it is there
 * @since: when that became so, 0: always
 * @purchase_id: the last purchase it needs, 0 for none
 */
typedef struct
{
  SediaExpectedSource source;
  int day;
  gint64 since;
  gint64 purchase_id;
} SediaExpectedDay;

void sedia_incoming_sort (GArray *incoming);
void sedia_expected_match (GArray *queue, gint64 free, GArray *incoming, SediaExpectedDay *days);
gboolean sedia_expected_is_late (int day, int need_by, int today);
const char *sedia_expected_source_to_string (SediaExpectedSource source);

G_END_DECLS
