/* What people do: each command is one transaction, rules included.
 *
 * Commands run inside a job of sedia_store_act(): they re-read their rows there, so that double
 * clicks, two windows and repeated scripts change nothing twice. When one fails the whole action is
 * rolled back.
 */
#pragma once

#include "sedia-store-types.h"

G_BEGIN_DECLS

/* ---- products, customers, suppliers: id 0 adds, another edits; all fields are written */
gboolean sedia_product_save (SediaDb *db, SediaProduct *product, GError **error);
/* One field of several products, all of them or none. */
typedef struct
{
  SediaProductField field;
  gint64 number;            /* amount, money, pack, supplier, policy, or yes and no */
  guint decimals;           /* of an amount of goods: how many it was typed with */
  const char *text;         /* category, unit, supplier's name: one without a number is entered */
  gint *n_done;             /* (nullable): counts the products that are done, for another thread */
} SediaProductEdit;

/* ids: (element-type gint64) */
gboolean sedia_products_edit (SediaDb *db, GArray *ids, const SediaProductEdit *edit,
                              guint *n_changed, GError **error);
gboolean sedia_customer_save (SediaDb *db, SediaCustomer *customer, GError **error);
gboolean sedia_supplier_save (SediaDb *db, SediaSupplier *supplier, GError **error);
/* Forgets a customer's name, phone and address everywhere; cannot be undone. */
gboolean sedia_customer_erase (SediaDb *db, gint64 customer_id, GError **error);
/* Two turned out to be one person: everything of the other is the kept one's from now on. */
gboolean sedia_customer_merge (SediaDb *db, gint64 keep_id, gint64 other_id, GError **error);

/* ---- orders */
typedef struct
{
  gint64 product_id;
  gint64 quantity;
  int need_by;              /* SEDIA_NO_DAY for none */
  gboolean first;
  gboolean all_or_nothing;
  gint64 price;             /* SEDIA_NO_AMOUNT: the product's */
} SediaOrderLineDraft;

typedef struct
{
  gint64 customer_id;
  gboolean all_or_nothing;
  gint64 deposit;
  const char *note;
  const char *reference;
  GArray *lines;            /* of SediaOrderLineDraft */
  gint64 draft_id;          /* the draft it came from, put away when placed; 0 for none */
  gint64 instead_of;        /* the line whose open part is given up for it; 0 for none */
} SediaOrderDraft;

/* A line of an existing document and how much of it; quantity 0 stands for all there is. */
typedef struct
{
  guint position;           /* number of the line in its order */
  gint64 quantity;
} SediaLinePart;

gboolean sedia_order_place (SediaDb *db, const SediaOrderDraft *draft, gint64 *order_id,
                            GError **error);
gboolean sedia_order_edit_line (SediaDb *db, gint64 order_id, guint position, gint64 ordered,
                                GError **error);
gboolean sedia_order_set_first (SediaDb *db, gint64 order_id, guint position, gboolean first,
                                GError **error);
gboolean sedia_order_set_need_by (SediaDb *db, gint64 order_id, guint position, int need_by,
                                  GError **error);
/* parts: (nullable) (element-type SediaLinePart): NULL for everything that is open */
gboolean sedia_order_cancel (SediaDb *db, gint64 order_id, GArray *parts, GError **error);
gboolean sedia_order_reopen (SediaDb *db, gint64 order_id, GError **error);
gboolean sedia_order_reserve (SediaDb *db, gint64 order_id, GArray *parts, gboolean override,
                              GError **error);
gboolean sedia_order_release (SediaDb *db, gint64 order_id, GArray *parts, GError **error);
/* parts NULL: all that is reserved; over: allow more than is open */
gboolean sedia_order_hand_over (SediaDb *db, gint64 order_id, GArray *parts, gboolean over,
                                GError **error);

typedef enum
{
  SEDIA_RETURN_REFUND,
  SEDIA_RETURN_EXCHANGE,
} SediaSettlement;

gboolean sedia_order_return (SediaDb *db, gint64 order_id, GArray *parts,
                             SediaSettlement settlement, gboolean damaged, GError **error);

/* ---- stock */
/* amounts: (element-type SediaAmount) */
gboolean sedia_stock_sell (SediaDb *db, GArray *amounts, gboolean override, GError **error);
gboolean sedia_stock_issue (SediaDb *db, GArray *amounts, const char *reason, gboolean override,
                            GError **error);
gboolean sedia_stock_put_in (SediaDb *db, GArray *amounts, const char *note, GError **error);
gboolean sedia_stock_count (SediaDb *db, GArray *amounts, const char *note, GError **error);
gboolean sedia_stock_asked (SediaDb *db, GArray *amounts, GError **error);

/* ---- deliveries */
typedef struct
{
  gint64 supplier_id;       /* 0 for none */
  const char *note_number;  /* NULL for none */
  GArray *lines;            /* of SediaAmount, in the order of the note */
  gint64 draft_id;          /* the draft it came from, put away when received; 0 for none */
  gint64 purchase_id;       /* the purchase it is for, 0 for none; its supplier counts then */
} SediaDeliveryDraft;

gboolean sedia_delivery_receive (SediaDb *db, const SediaDeliveryDraft *draft, gint64 *delivery_id,
                                 GError **error);
gboolean sedia_delivery_undo (SediaDb *db, gint64 delivery_id, GError **error);

/* ---- purchases */
typedef struct
{
  gint64 product_id;
  gint64 quantity;
  gint64 price;             /* SEDIA_NO_AMOUNT: what the product costs */
  int expected;             /* SEDIA_NO_DAY: the purchase's */
  gint64 order_line_id;     /* the waiting order line it is for; 0 for whoever is next */
  gint64 line_id;           /* the line that it changes; 0: a new one, or one of its product */
} SediaPurchaseLineDraft;

typedef struct
{
  gint64 supplier_id;
  gboolean is_draft;        /* not ordered yet: nothing is incoming */
  int expected;             /* SEDIA_NO_DAY: the lead time that the supplier states, if any */
  const char *note;         /* NULL for none */
  GArray *lines;            /* of SediaPurchaseLineDraft */
  gint64 draft_id;          /* as it was typed, put away when entered; 0 for none */
} SediaPurchaseDraft;

gboolean sedia_purchase_add (SediaDb *db, const SediaPurchaseDraft *draft, gint64 *purchase_id,
                             GError **error);
/* Of a draft only. Its supplier stays; what is_draft says last orders it in the same operation. */
gboolean sedia_purchase_edit (SediaDb *db, gint64 purchase_id, const SediaPurchaseDraft *draft,
                              GError **error);
gboolean sedia_purchase_confirm (SediaDb *db, gint64 purchase_id, GError **error);
/* positions: (nullable) (element-type guint): numbers of lines; NULL for all that is to come */
gboolean sedia_purchase_expect (SediaDb *db, gint64 purchase_id, GArray *positions, int day,
                                GError **error);
/* What has not come will not: those who counted on it wait without a day. */
gboolean sedia_purchase_close (SediaDb *db, gint64 purchase_id, GArray *positions, GError **error);
gboolean sedia_purchase_cancel (SediaDb *db, gint64 purchase_id, GError **error);

/* ---- settings, undo */
/* The number of the action under way. */
gint64 sedia_operation_current (SediaDb *db);
gboolean sedia_setting_set_serving (SediaDb *db, SediaServing serving, GError **error);
gboolean sedia_setting_set_country (SediaDb *db, const char *country, GError **error);
/* Takes back one operation, or puts back what an undo took; `what` 0: the last that is in force. */
gboolean sedia_undo (SediaDb *db, gint64 operation_id, GError **error);

/* ---- not user actions: these leave no entry in the log */
gboolean sedia_draft_save (SediaDb *db, gint64 *draft_id, SediaDraftKind kind, const char *who,
                           const char *number, guint lines, const char *content, GError **error);
gboolean sedia_draft_discard (SediaDb *db, gint64 draft_id, GError **error);
/* Takes one restock's rows out of the outbox, so that no other window shows it too; NULL when none
 * is left. */
SediaNotice *sedia_notice_claim (SediaDb *db, GError **error);
gboolean sedia_notice_put_back (SediaDb *db, gint64 operation_id, GError **error);
gboolean sedia_notice_seen (SediaDb *db, gint64 operation_id, GError **error);

G_END_DECLS
