/* How long a supplier usually takes, from its own past deliveries: rules.md section 4; and what of
 * that an order plan reckons with.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With fewer past deliveries nothing is said of the usual. */
#define SEDIA_RANGE_LEAST 5

/**
 * SediaDayRange:
 * @n: how many were looked at
 * @low: from so many days
 * @high: to so many days
 * @n_after: how many of them took longer
 */
typedef struct
{
  guint n;
  int low;
  int high;
  guint n_after;
} SediaDayRange;

/**
 * SediaSupplierHistory:
 * @n_past: past deliveries of its purchases that are known
 * @n_late: purchases that are late now and counted with their age so far
 * @lead_days: what it states itself, -1 for nothing
 * @is_known: whether there are enough past deliveries for the ranges
 * @delay: days from the agreed day to the day it came
 * @lead: days from the order to the day it came
 * @lead_mean: mean of these days; 0 when they are not known, as is the next
 * @lead_deviation: how far they lie from it, as a rule
 *
 * What a supplier's own past tells.
 */
typedef struct
{
  guint n_past;
  guint n_late;
  int lead_days;
  gboolean is_known;
  SediaDayRange delay;
  SediaDayRange lead;
  double lead_mean;
  double lead_deviation;
} SediaSupplierHistory;

/**
 * SediaLeadSource:
 * @SEDIA_LEAD_UNKNOWN: too few deliveries, and nothing is stated
 * @SEDIA_LEAD_STATED: what the supplier states itself
 * @SEDIA_LEAD_PAST: its own past deliveries
 *
 * Where a lead time is known from.
 */
typedef enum
{
  SEDIA_LEAD_UNKNOWN,
  SEDIA_LEAD_STATED,
  SEDIA_LEAD_PAST,
} SediaLeadSource;

/**
 * SediaLeadTime:
 * @source: where it is known from
 * @days: from an order to its delivery, on average
 * @deviation: of these days; 0 of what is stated, which says nothing of it
 * @n: how many deliveries it is known from
 *
 * How long a delivery takes, as a plan of what to order reckons with it.
 */
typedef struct
{
  SediaLeadSource source;
  double days;
  double deviation;
  guint n;
} SediaLeadTime;

void sedia_day_range (const int *days, guint n, SediaDayRange *range);
void sedia_day_spread (const int *days, guint n, double *mean, double *deviation);
char *sedia_supplier_history_words (const SediaSupplierHistory *history);
void sedia_supplier_history_lead_time (const SediaSupplierHistory *history, SediaLeadTime *lead);
char *sedia_lead_time_words (const SediaLeadTime *lead);

G_END_DECLS
