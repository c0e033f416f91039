/* What a shop prints, read from its records. Each job takes the argument named with it and returns
 * a SediaPrintDocument.
 */
#pragma once

#include "sedia-data-table.h"
#include "sedia-print-document.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaPrintListArgs:
 * @spec: the table
 * @query: which rows
 * @title: name of the list
 * @subtitle: (nullable): what was chosen of it
 *
 * A list to print as it is shown.
 */
typedef struct
{
  const SediaTableSpec *spec;
  SediaQuery *query;
  char *title;
  char *subtitle;
} SediaPrintListArgs;

void sedia_print_list_args_free (SediaPrintListArgs *self);

/**
 * SediaPrintMessageArgs:
 * @customer: whom it tells
 * @text: what it says, word for word
 *
 * A message to hand to a customer.
 */
typedef struct
{
  char *customer;
  char *text;
} SediaPrintMessageArgs;

void sedia_print_message_args_free (SediaPrintMessageArgs *self);

/* gint64: what goes over the counter now, and what is still owed */
gpointer sedia_print_order_job (SediaDb *db, gpointer order_id, GError **error);
/* gint64: of an order: what was paid ahead for it, and what of that was given back */
gpointer sedia_print_deposit_job (SediaDb *db, gpointer order_id, GError **error);
/* gint64: what stands aside for a customer */
gpointer sedia_print_put_aside_job (SediaDb *db, gpointer customer_id, GError **error);
/* gint64: what came, and for whom */
gpointer sedia_print_delivery_job (SediaDb *db, gpointer delivery_id, GError **error);
/* gint64: what is ordered from a supplier; for whom is not told */
gpointer sedia_print_purchase_job (SediaDb *db, gpointer purchase_id, GError **error);
/* SediaPrintMessageArgs */
gpointer sedia_print_message_job (SediaDb *db, gpointer args, GError **error);
/* SediaPrintListArgs */
gpointer sedia_print_list_job (SediaDb *db, gpointer args, GError **error);

G_END_DECLS
