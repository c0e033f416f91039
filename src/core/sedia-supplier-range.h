/* How long a supplier usually takes, from its own past deliveries: rules.md section 4. */
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
} SediaSupplierHistory;

void sedia_day_range (const int *days, guint n, SediaDayRange *range);
char *sedia_supplier_history_words (const SediaSupplierHistory *history);

G_END_DECLS
