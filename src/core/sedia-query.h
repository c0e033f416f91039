/* What a list shows: a kind of row, a search, a filter, an order. Column keys and filters are
 * enums: what a user types reaches only the search text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SEDIA_LIST_STOCK,      /* ids of products */
  SEDIA_LIST_WAITING,    /* ids of open order lines; negative: heading of a group (SediaGrouping) */
  SEDIA_LIST_DELIVERIES, /* ids of deliveries; negative: a draft */
  SEDIA_LIST_ORDERS,     /* ids of customer orders; negative: a draft */
  SEDIA_LIST_CUSTOMERS,
  SEDIA_LIST_SUPPLIERS,
  SEDIA_LIST_HISTORY,    /* ids of operations, the newest first */
  SEDIA_LIST_PURCHASES,  /* ids of purchases; negative: a draft that is still being typed */
} SediaListKind;

typedef enum
{
  SEDIA_FILTER_ALL,
  /* stock; orders and customers too: what or who waits */
  SEDIA_FILTER_WAITING,       /* customers wait for it */
  SEDIA_FILTER_SHORT,         /* nothing free, or projected below the minimum */
  SEDIA_FILTER_NEGATIVE,
  /* waiting */
  SEDIA_FILTER_FILLABLE,      /* it can be handed over: set aside, and whole where it must be */
  SEDIA_FILTER_LATE,          /* its need-by date has passed; purchases: the expected one */
  SEDIA_FILTER_NOT_TOLD,      /* its customer must be told something */
  SEDIA_FILTER_TOLD,          /* customers: told of what is open, and of nothing new since */
  SEDIA_FILTER_OFFERED,       /* customers: an offer to cancel has no answer yet */
  SEDIA_FILTER_LINES,         /* exactly the lines in the query's id list (a notification's) */
  /* deliveries; drafts of orders and purchases, too */
  SEDIA_FILTER_DRAFTS,
  SEDIA_FILTER_POSTED,
  /* orders; ready: customers who can collect something, too */
  SEDIA_FILTER_READY,         /* all that is open is set aside */
  SEDIA_FILTER_DONE,          /* nothing is open, something was handed over */
  SEDIA_FILTER_CANCELLED,     /* nothing is open, nothing was handed over */
  SEDIA_FILTER_DEPOSITS,      /* money is held for goods that were not handed over */
  /* products, customers, suppliers */
  SEDIA_FILTER_ARCHIVED,
  /* purchases */
  SEDIA_FILTER_EXPECTED,      /* something is still to come */
  SEDIA_FILTER_CLOSED,        /* nothing more comes, or it was cancelled */
} SediaFilter;

typedef enum
{
  SEDIA_SORT_DEFAULT,         /* waiting: serving order; deliveries, orders: newest; purchases: what
                                 is expected first; else name */
  SEDIA_SORT_SKU,
  SEDIA_SORT_NAME,
  SEDIA_SORT_ON_HAND,
  SEDIA_SORT_RESERVED,
  SEDIA_SORT_FREE,
  SEDIA_SORT_WAITING,
  SEDIA_SORT_STATE,
  SEDIA_SORT_CUSTOMER,
  SEDIA_SORT_PRODUCT,
  SEDIA_SORT_OPEN,
  SEDIA_SORT_SINCE,
  SEDIA_SORT_NEED_BY,
  SEDIA_SORT_NUMBER,
  SEDIA_SORT_SUPPLIER,
  SEDIA_SORT_AT,
  SEDIA_SORT_EXPECTED,
} SediaSort;

typedef enum
{
  SEDIA_GROUP_NONE,
  SEDIA_GROUP_PRODUCT,        /* heading id: -product */
  SEDIA_GROUP_CUSTOMER,       /* heading id: -customer */
  SEDIA_GROUP_SUPPLIER,       /* heading id: -supplier, or SEDIA_NO_SUPPLIER_HEADING */
} SediaGrouping;

/* Heading of the lines whose product has no supplier: as if that supplier had the id 2^63 - 1. */
#define SEDIA_NO_SUPPLIER_HEADING (-G_MAXINT64)

/**
 * SediaQuery:
 * @kind: what rows
 * @filter: which of them
 * @sort: their order
 * @descending: the other way round
 * @grouping: for the waiting list
 * @search: what the user typed, NULL or empty for nothing
 * @of: only what belongs to this one: products, deliveries and purchases to a supplier, orders and
 *   waiting lines to a customer; 0 for all
 * @lines: (nullable) (element-type gint64): for %SEDIA_FILTER_LINES
 */
typedef struct
{
  SediaListKind kind;
  SediaFilter filter;
  SediaSort sort;
  gboolean descending;
  SediaGrouping grouping;
  char *search;
  gint64 of;
  GArray *lines;
} SediaQuery;

SediaQuery *sedia_query_new (SediaListKind kind);
SediaQuery *sedia_query_copy (const SediaQuery *query);
void sedia_query_free (SediaQuery *query);
gboolean sedia_query_equal (const SediaQuery *a, const SediaQuery *b);
const char *sedia_sort_to_string (SediaSort sort);
SediaSort sedia_sort_from_string (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaQuery, sedia_query_free)

G_END_DECLS
