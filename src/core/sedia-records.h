/* Plain records: what the store reads and the commands take. Quantities are integers of the
 * product's smallest unit, money is hundredths, times are microseconds UTC, days are days since
 * 1970-01-01.
 */
#pragma once

#include "sedia-expected-day.h"

G_BEGIN_DECLS

#define SEDIA_NO_DAY G_MININT         /* no need-by date */
#define SEDIA_NO_AMOUNT G_MININT64    /* no price, no minimum, no maximum ... */

typedef enum
{
  SEDIA_BACKORDER_ALLOW,
  SEDIA_BACKORDER_WARN,
  SEDIA_BACKORDER_REFUSE,
} SediaBackorderPolicy;

typedef enum
{
  SEDIA_CHANNEL_WHATSAPP,
  SEDIA_CHANNEL_PHONE,
  SEDIA_CHANNEL_EMAIL,
  SEDIA_CHANNEL_SMS,
  SEDIA_CHANNEL_PERSON,
} SediaChannel;

typedef enum
{
  SEDIA_OUTCOME_REACHED,
  SEDIA_OUTCOME_NO_ANSWER,
  SEDIA_OUTCOME_MESSAGE,
} SediaOutcome;

typedef enum
{
  SEDIA_ORDER_WAITING,
  SEDIA_ORDER_PARTLY_READY,
  SEDIA_ORDER_READY,
  SEDIA_ORDER_DONE,
  SEDIA_ORDER_CANCELLED,
} SediaOrderStatus;

/* In order of urgency: the first that is true of a product is shown. */
typedef enum
{
  SEDIA_STOCK_NEGATIVE,  /* the book says less than nothing: count it */
  SEDIA_STOCK_WAITING,   /* customers wait for it */
  SEDIA_STOCK_OUT,       /* nothing free */
  SEDIA_STOCK_LOW,       /* projected below the minimum */
  SEDIA_STOCK_OK,
} SediaStockState;

/* Whether the customer of a waiting line knows what there is to know. */
typedef enum
{
  SEDIA_TOLD_NOT_YET,
  SEDIA_TOLD_YES,
  SEDIA_TOLD_NO_NEED,
} SediaTold;

/* What is known of a product, as a form asks for it. */
typedef enum
{
  SEDIA_PRODUCT_SKU,
  SEDIA_PRODUCT_NAME,
  SEDIA_PRODUCT_BARCODES,
  SEDIA_PRODUCT_UNIT,
  SEDIA_PRODUCT_DECIMALS,
  SEDIA_PRODUCT_PACK,
  SEDIA_PRODUCT_CATEGORY,
  SEDIA_PRODUCT_SUPPLIER,
  SEDIA_PRODUCT_PRICE,
  SEDIA_PRODUCT_COST,
  SEDIA_PRODUCT_MINIMUM,
  SEDIA_PRODUCT_MAXIMUM,
  SEDIA_PRODUCT_MOQ,
  SEDIA_PRODUCT_BACKORDER,
  SEDIA_PRODUCT_BACKORDER_LIMIT,
  SEDIA_PRODUCT_BACKORDER_WAIT,
  SEDIA_PRODUCT_BACKORDER_DEPOSIT,
  SEDIA_PRODUCT_ALLOW_NEGATIVE,
  SEDIA_PRODUCT_NOTE,
  SEDIA_PRODUCT_ARCHIVED,
  SEDIA_N_PRODUCT_FIELDS,
} SediaProductField;

const char *sedia_backorder_policy_to_string (SediaBackorderPolicy policy);
gboolean sedia_backorder_policy_from_string (const char *text, SediaBackorderPolicy *policy);
const char *sedia_channel_to_string (SediaChannel channel);
const char *sedia_channel_label (SediaChannel channel);
gboolean sedia_channel_from_string (const char *text, SediaChannel *channel);
const char *sedia_outcome_to_string (SediaOutcome outcome);
gboolean sedia_outcome_from_string (const char *text, SediaOutcome *outcome);
const char *sedia_order_status_to_string (SediaOrderStatus status);
const char *sedia_stock_state_label (SediaStockState state);
const char *sedia_stock_state_icon (SediaStockState state);

/* So much of a product. */
typedef struct
{
  gint64 product_id;
  gint64 quantity;
} SediaAmount;

typedef struct
{
  gint64 id;
  char *sku;
  char *name;
  char **barcodes;
  char *unit;
  guint decimals;
  gint64 pack;              /* whole base units in a pack, 0 for none */
  char *category;
  gint64 supplier_id;       /* 0 for none */
  char *supplier;           /* its name, NULL for none */
  gint64 price;             /* SEDIA_NO_AMOUNT for none; and so below */
  gint64 cost;
  gint64 minimum;
  gint64 maximum;
  gint64 moq;
  SediaBackorderPolicy backorder;
  gint64 backorder_limit;   /* SEDIA_NO_AMOUNT for none */
  guint backorder_wait;     /* days a customer may be made to wait, 0 for as long as it takes */
  guint backorder_deposit;  /* of 100 of the price, paid beforehand; 0 for none */
  char *backorder_why;      /* why the owner decided so, NULL or empty for no reason */
  gboolean allow_negative;
  char *note;
  gboolean archived;
  /* read only: the balances */
  gint64 on_hand;
  gint64 reserved;
  gint64 open;
  gint64 incoming;
  gint64 waiting_lines;     /* filled by sedia_product_read() alone */
} SediaProduct;

typedef struct
{
  gint64 id;
  char *code;               /* NULL for none */
  char *name;
  char *phone;
  char *email;
  SediaChannel channel;
  char *language;
  char *note;
  gboolean do_not_contact;
  gboolean archived;
  /* read only */
  gint64 open_lines;
  gint64 waiting_lines;
  gint64 ready_lines;       /* that can be handed over */
  gint64 merged_into;       /* the customer this one turned out to be, 0 for none */
  char *merged_name;        /* that one's name, NULL for none */
  SediaTold told;           /* filled in lists alone, and so below */
  gint64 told_at;           /* last contact, 0 for never */
  SediaChannel told_by;
  SediaOutcome told_outcome;
  guint due_reasons;        /* why they must be told: bits, 1 << SediaDueReason; 0: they need not */
  gint64 due_since;
  gint64 due_at;            /* until when they should have heard */
  gboolean due_is_late;
} SediaCustomer;

/* One time the shop told, or tried to tell, a customer something. */
typedef struct
{
  gint64 id;
  gint64 at;
  gint64 entered_at;
  SediaChannel channel;
  SediaOutcome outcome;
  char *note;               /* what was said */
  char *actor;
  gboolean offers_cancel;
  char *answer;             /* "wait" ..., empty for none */
  int until;                /* of "wait-until", else SEDIA_NO_DAY */
  gboolean is_taken_back;
  char *known_as;           /* the name at the time, when it was merged into this one; else NULL */
} SediaContact;

typedef struct
{
  gint64 id;
  char *code;
  char *name;
  char *phone;
  char *email;
  int lead_days;            /* -1 for not stated */
  gint64 least_value;       /* an order is worth at least so much; SEDIA_NO_AMOUNT for none */
  char *note;
  gboolean archived;
  /* read only, filled in lists alone */
  guint products;
  gint64 delivered_at;      /* last delivery, 0 for none */
} SediaSupplier;

/* What a customer gave up for something else. */
typedef struct
{
  gint64 order_id;
  guint position;
  char *sku;
  char *product;
  gint64 quantity;          /* of it that was still open then */
  guint decimals;
  char *unit;
} SediaGivenUp;

/* A line of a customer order; with what its product and order say, for showing it alone. */
typedef struct
{
  gint64 id;
  gint64 order_id;
  guint position;           /* the line number people quote */
  gint64 product_id;
  char *sku;
  char *product;
  char *unit;
  guint decimals;
  gint64 customer_id;
  char *customer;
  gint64 placed_at;
  gint64 ordered;
  gint64 delivered;         /* net of returns, at most ordered - cancelled */
  gint64 over;              /* handed over beyond what was ordered */
  gint64 cancelled;
  gint64 reserved;
  gint64 price;
  int need_by;              /* SEDIA_NO_DAY for none */
  gboolean first;           /* priority: before the others */
  gboolean all_or_nothing;  /* of the line or of its order */
  gboolean held;            /* a person released it: passed over by automatic serving */
  int expected;             /* the day it is expected to be complete; SEDIA_NO_DAY: nobody knows, or
                             * it waits for nothing */
  SediaExpectedSource expected_source; /* what that rests on */
  gint64 expected_purchase; /* the last purchase it needs, 0 for none */
  int earliest;             /* what the supplier's past makes of that day; SEDIA_NO_DAY: it says */
  int latest;               /* nothing */
  gboolean is_stated;       /* too little past: earliest and latest are what the supplier states */
  /* filled by the queue and waiting reads alone */
  guint queue_position;     /* place among the waiting of the product, from 1; 0 when not waiting */
  gint64 ahead;             /* units waiting before it */
  SediaTold told;
  gint64 told_at;           /* last contact, 0 for never */
  gint64 on_hand;
  gint64 free;
  gint64 incoming;
  /* filled where an order is read whole, and by sedia_order_read_links() */
  SediaGivenUp *instead_of; /* NULL for none */
  gint64 replaced_by;       /* the order of what was taken instead of it, 0 for none */
} SediaOrderLine;

typedef struct
{
  gint64 id;                /* the number people quote */
  gint64 customer_id;
  char *customer;
  gint64 placed_at;
  gboolean all_or_nothing;
  gint64 deposit;
  char *note;
  char *reference;          /* number in the shop's former system, NULL for none */
  GPtrArray *lines;         /* of SediaOrderLine; empty for a draft */
  guint n_lines;
} SediaOrder;

typedef struct
{
  gint64 id;
  gint64 product_id;
  gint64 quantity;          /* signed */
  char *reason;
  gint64 at;
  gint64 entered_at;
  char *actor;
  char *note;
  gint64 document;          /* number of the order, delivery ... it belongs to; 0 for none */
  gint64 operation_id;
  gint64 balance;           /* on hand after it, in entry order */
  gboolean reversed;
} SediaMovement;

typedef struct
{
  gint64 product_id;
  char *sku;
  char *product;
  char *unit;
  guint decimals;
  gint64 quantity;
} SediaDeliveryLine;

/* What a delivery gives to one order line. */
typedef struct
{
  gint64 order_line_id;
  gint64 order_id;
  guint position;
  gint64 customer_id;
  char *customer;
  char *phone;
  gint64 product_id;
  char *sku;
  char *product;
  char *unit;
  guint decimals;
  gint64 quantity;
  gint64 still_waiting;     /* of the line, after; SEDIA_NO_AMOUNT: nobody wrote it down */
  gboolean line_complete;
  gboolean order_ready;
} SediaServed;

typedef struct
{
  guint lines;
  guint orders;
  guint customers;
} SediaServedSummary;

typedef struct
{
  gint64 id;                /* number; 0 while it is a preview; negative: the draft -id */
  gint64 supplier_id;
  char *supplier;           /* NULL for none */
  char *note_number;
  gint64 at;
  char *actor;
  gint64 operation_id;
  gint64 reverses;          /* the delivery that this one takes back, 0 for none */
  gint64 reversed_by;       /* the delivery that takes this one back, 0 for none */
  gint64 purchase_id;       /* the purchase it is for, 0 for none */
  guint n_lines;
  GPtrArray *lines;         /* of SediaDeliveryLine; NULL in lists */
  GPtrArray *served;        /* of SediaServed; NULL in lists */
  GPtrArray *free;          /* of SediaDeliveryLine: what stays free; NULL but in previews */
  SediaServedSummary summary;
} SediaDelivery;

typedef struct
{
  gint64 id;
  gint64 at;
  gint64 entered_at;
  char *actor;
  char *kind;               /* delivery-receive, order-add ... */
  char *subject;
  char *reason;
  gint64 undoes;            /* 0 for none */
  gint64 undone_by;         /* 0 for none */
  /* filled in lists alone */
  gint64 head;              /* the last of its undoes and redoes; itself for none */
  gboolean in_force;        /* what it did stands, or stands again */
} SediaOperation;

/* One notice for one restock: everything that one operation filled and nobody has been shown. */
typedef struct
{
  gint64 operation_id;
  gint64 delivery_id;       /* 0 when the stock came from elsewhere (a return, a count) */
  SediaServedSummary summary;
  GArray *line_ids;         /* of gint64 */
  GPtrArray *names;         /* of char *: the first few customers */
} SediaNotice;

/**
 * SediaLineOutcome:
 * @ready: what the line would be given at once
 * @waiting: what would wait
 * @place: its place in the queue, 1 for the next; 0 when nothing waits
 * @ahead: units that wait ahead of it
 * @problem: (nullable): why the customer cannot, or should not, wait
 * @may_go_on: whether a person may decide to go on all the same
 *
 * What would become of a line of an order that is still being typed.
 */
typedef struct
{
  gint64 ready;
  gint64 waiting;
  guint place;
  gint64 ahead;
  char *problem;
  gboolean may_go_on;
} SediaLineOutcome;

void sedia_line_outcome_free (SediaLineOutcome *outcome);
void sedia_product_free (SediaProduct *product);
SediaProduct *sedia_product_copy (const SediaProduct *product);
SediaProduct *sedia_product_new (void);
SediaStockState sedia_product_state (const SediaProduct *product);
void sedia_customer_free (SediaCustomer *customer);
SediaCustomer *sedia_customer_new (void);
void sedia_contact_free (SediaContact *contact);
void sedia_supplier_free (SediaSupplier *supplier);
SediaSupplier *sedia_supplier_new (void);
void sedia_given_up_free (SediaGivenUp *given_up);
void sedia_order_line_free (SediaOrderLine *line);
gint64 sedia_order_line_open (const SediaOrderLine *line);
gint64 sedia_order_line_waiting (const SediaOrderLine *line);
void sedia_order_free (SediaOrder *order);
SediaOrderStatus sedia_order_status (const SediaOrder *order);
void sedia_movement_free (SediaMovement *movement);
void sedia_delivery_line_free (SediaDeliveryLine *line);
void sedia_served_free (SediaServed *served);
SediaServedSummary sedia_served_summarise (GPtrArray *served);
void sedia_delivery_free (SediaDelivery *delivery);
void sedia_operation_free (SediaOperation *operation);
void sedia_notice_free (SediaNotice *notice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaLineOutcome, sedia_line_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaProduct, sedia_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaCustomer, sedia_customer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaContact, sedia_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaSupplier, sedia_supplier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaGivenUp, sedia_given_up_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOrderLine, sedia_order_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOrder, sedia_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaMovement, sedia_movement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDeliveryLine, sedia_delivery_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaServed, sedia_served_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDelivery, sedia_delivery_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOperation, sedia_operation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaNotice, sedia_notice_free)

G_END_DECLS
