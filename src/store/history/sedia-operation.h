/* One user action: an entry of the log around everything it changes. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

/* Tables whose rows an operation inserts; names in sedia-operation.c. */
typedef enum
{
  SEDIA_ROWS_SUPPLIER,
  SEDIA_ROWS_PRODUCT,
  SEDIA_ROWS_BARCODE,
  SEDIA_ROWS_CUSTOMER,
  SEDIA_ROWS_CUSTOMER_ORDER,
  SEDIA_ROWS_ORDER_LINE,
  SEDIA_ROWS_ASKED,
  SEDIA_ROWS_DELIVERY,
  SEDIA_ROWS_DELIVERY_LINE,
  SEDIA_ROWS_HAND_OVER,
  SEDIA_ROWS_HAND_OVER_LINE,
  SEDIA_ROWS_MOVEMENT,
  SEDIA_ROWS_RESERVATION,
  SEDIA_ROWS_COUNT_REQUEST,
  SEDIA_ROWS_CONTACT,
  SEDIA_ROWS_CONTACT_DUE,
  SEDIA_ROWS_DEPOSIT_RETURN,
  SEDIA_ROWS_PAST_SALE,
  SEDIA_ROWS_PURCHASE,
  SEDIA_ROWS_PURCHASE_LINE,
  SEDIA_ROWS_PURCHASE_RECEIPT,
  SEDIA_ROWS_COUNTED,
  SEDIA_ROWS_AUDIT,
  SEDIA_N_ROWS,
} SediaRows;

const char *sedia_rows_to_string (SediaRows rows);

typedef struct
{
  gint64 first;
  gint64 last; /* below first: none */
} SediaRange;

/* Marks kept between begin and end. */
typedef struct
{
  gint64 marks[SEDIA_N_ROWS];
} SediaOperationMarks;

gboolean sedia_operation_begin (SediaDb *db, const SediaAct *act, gint64 undoes,
                                SediaOperationMarks *marks, GError **error);
gboolean sedia_operation_has_rows (SediaDb *db, const SediaOperationMarks *marks,
                                   gboolean *has_rows, GError **error);
gboolean sedia_operation_end (SediaDb *db, const SediaOperationMarks *marks, GError **error);
gboolean sedia_operation_set_subject (SediaDb *db, const char *subject, GError **error);
gboolean sedia_operation_ranges (SediaDb *db, gint64 operation_id, SediaRange ranges[SEDIA_N_ROWS],
                                 GError **error);
SediaOperation *sedia_operation_read (SediaDb *db, gint64 operation_id, GError **error);
char *sedia_operation_dup_actor (const char *given);

/* What people ask for by its number. */
typedef enum
{
  SEDIA_THING_PRODUCT,
  SEDIA_THING_CUSTOMER,
  SEDIA_THING_SUPPLIER,
  SEDIA_THING_ORDER,
  SEDIA_THING_ORDER_LINE,
  SEDIA_THING_DELIVERY,
  SEDIA_THING_PURCHASE,
  SEDIA_THING_DRAFT,
  SEDIA_THING_OPERATION,
} SediaThing;

/* What every command says when a document does not exist. */
void sedia_set_not_found (GError **error, SediaThing thing, gint64 number);

G_END_DECLS
