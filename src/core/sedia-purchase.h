/* Purchases as plain records, and what follows from them: how they stand, what of a delivery comes
 * for which line, and how a delivery differs from what was ordered.
 */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

typedef enum
{
  SEDIA_PURCHASE_DRAFT,      /* not ordered yet: nothing is incoming */
  SEDIA_PURCHASE_CONFIRMED,  /* something is still to come */
  SEDIA_PURCHASE_CLOSED,     /* all of it came, or will not come any more */
  SEDIA_PURCHASE_CANCELLED,
} SediaPurchaseStatus;

/**
 * SediaPurchaseLine:
 * @id: the line
 * @position: the number people quote
 * @product_id: what is ordered
 * @pack: whole units in a pack, 0 for none
 * @ordered: how much
 * @received: how much of it came; may be more
 * @closed: how much will not come any more
 * @incoming: how much is still to come
 * @price: SEDIA_NO_AMOUNT for none
 * @agreed: the day first agreed, SEDIA_NO_DAY for none
 * @expected: the day it is expected now, SEDIA_NO_DAY: nobody knows
 * @since: when that became so
 * @order_line_id: the order line it is for, 0 for whoever is next
 * @order_id: the number of that order
 * @order_position: the number of the line in it
 * @customer: (nullable): whose order that is
 *
 * A line of a purchase.
 */
typedef struct
{
  gint64 id;
  guint position;
  gint64 product_id;
  char *sku;
  char *product;
  char *unit;
  guint decimals;
  gint64 pack;
  gint64 ordered;
  gint64 received;
  gint64 closed;
  gint64 incoming;
  gint64 price;
  int agreed;
  int expected;
  gint64 since;
  gint64 order_line_id;
  gint64 order_id;
  guint order_position;
  char *customer;
} SediaPurchaseLine;

/**
 * SediaPurchase:
 * @id: the number people quote
 * @supplier_id: from whom
 * @placed_at: when it was ordered
 * @status: how it stands
 * @agreed: the last of the days agreed for its lines, SEDIA_NO_DAY for none
 * @expected: the last of the days on which what is still to come is expected, SEDIA_NO_DAY when of
 *   none of it a day is known
 * @next: the first of these days
 * @lines: (element-type SediaPurchaseLine): its lines; in a list only the first
 * @n_lines: how many it has
 * @n_incoming: of how many something is still to come
 * @products: (nullable) (element-type gint64): in a list: of what something is still to come
 * @n_waiting: in a list: how many lines of customers' orders wait for it
 * @n_customers: in a list: of how many customers
 *
 * What was ordered from a supplier. In a list, one with a negative id is a draft that is still
 * being typed.
 */
typedef struct
{
  gint64 id;
  gint64 supplier_id;
  char *supplier;
  char *phone;
  char *email;
  gint64 placed_at;
  SediaPurchaseStatus status;
  char *note;
  gint64 operation_id;
  int agreed;
  int expected;
  int next;
  GPtrArray *lines;
  guint n_lines;
  guint n_incoming;
  GArray *products;
  guint n_waiting;
  guint n_customers;
} SediaPurchase;

/**
 * SediaPurchasePart:
 * @line_id: a line of a purchase
 * @quantity: what of a delivery comes for it
 */
typedef struct
{
  gint64 line_id;
  gint64 quantity;
} SediaPurchasePart;

typedef enum
{
  SEDIA_DIFFERENCE_SHORT,
  SEDIA_DIFFERENCE_OVER,
  SEDIA_DIFFERENCE_NOT_ORDERED,
} SediaDifferenceKind;

/**
 * SediaDifference:
 * @kind: less, more, or nothing of it was ordered
 * @product_id: what
 * @quantity: by how much, always above zero
 * @sku: (nullable): filled by the store, and so are the others
 *
 * How a delivery differs from the purchase it is for.
 */
typedef struct
{
  SediaDifferenceKind kind;
  gint64 product_id;
  gint64 quantity;
  char *sku;
  char *product;
  char *unit;
  guint decimals;
} SediaDifference;

const char *sedia_purchase_status_to_string (SediaPurchaseStatus status);
gboolean sedia_purchase_status_from_string (const char *text, SediaPurchaseStatus *status);
const char *sedia_purchase_status_label (SediaPurchaseStatus status);
const char *sedia_difference_kind_to_string (SediaDifferenceKind kind);
void sedia_purchase_line_free (SediaPurchaseLine *line);
void sedia_purchase_free (SediaPurchase *purchase);
void sedia_difference_free (SediaDifference *difference);
void sedia_purchase_settle (SediaPurchase *purchase);
gboolean sedia_purchase_has_come (const SediaPurchase *purchase);
gboolean sedia_purchase_is_late (const SediaPurchase *purchase, int today);
void sedia_purchase_share (GPtrArray *lines, gint64 product_id, gint64 quantity, GArray *parts);
GPtrArray *sedia_purchase_compare (GArray *ordered, GArray *came);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPurchaseLine, sedia_purchase_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaPurchase, sedia_purchase_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDifference, sedia_difference_free)

G_END_DECLS
