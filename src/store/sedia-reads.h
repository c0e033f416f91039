/* What people look at. Each runs in a job: of sedia_store_read(), or of an action to see what it
 * did. */
#pragma once

#include "sedia-alike.h"
#include "sedia-changes.h"
#include "sedia-commands.h"
#include "sedia-purchase.h"
#include "sedia-store-types.h"
#include "sedia-supplier-range.h"

G_BEGIN_DECLS

/* ---- lists: the ids in order (the spine), then pages of records */
GArray *sedia_list_spine (SediaDb *db, const SediaQuery *query, GError **error);
/* At most @limit ids: what the screen needs while the rest is still being read. */
GArray *sedia_list_head (SediaDb *db, const SediaQuery *query, guint limit, GError **error);
/* Records of the ids, in the order of the ids, without those that no longer exist:
 * SediaProduct, SediaWaiting, SediaDelivery, SediaOrder, SediaCustomer, SediaSupplier,
 * SediaOperation or SediaPurchase by kind. */
GPtrArray *sedia_list_page (SediaDb *db, const SediaQuery *query, const gint64 *ids, guint n,
                            GError **error);

typedef struct
{
  gint64 id;                /* of the line; negative: a heading */
  SediaOrderLine *line;     /* NULL for a heading */
  char *heading;            /* the group's name; NULL for a line */
  char *heading_detail;     /* its SKU or phone */
  guint lines;              /* heading: lines in the group that match the filter */
  gint64 open;              /* heading of a product: units open, reserved, waiting; else 0 */
  gint64 reserved;
  gint64 waiting;
  guint decimals;
  char *unit;
  gint64 product_id;        /* of the line, or of a product's heading; 0 */
  gint64 customer_id;
} SediaWaiting;

void sedia_waiting_free (SediaWaiting *waiting);

/* Counts for chips and badges. */
typedef struct
{
  guint open_lines;         /* the list's "all": open lines of orders */
  guint waiting;            /* the badge: of these, those that wait for stock */
  guint fillable, late, not_told;
  guint products, products_waiting, products_short, products_negative, products_archived;
  guint deliveries, drafts, received; /* the first is all: drafts and received ones */
  guint unseen;             /* restocks nobody has looked at */
  guint orders, orders_waiting, orders_ready, orders_drafts; /* the first: all of them */
  guint customers, customers_waiting, customers_ready, customers_not_told,
    customers_told, customers_archived;
  guint customers_offered;  /* who have not answered the offer to cancel */
  guint orders_deposits;    /* with money held for goods not handed over */
  guint suppliers, suppliers_archived;
  guint purchases, purchases_expected, purchases_late, purchases_drafts; /* the first: all */
} SediaCounts;

gboolean sedia_counts_read (SediaDb *db, SediaCounts *counts, GError **error);
/* Whether there is nothing at all in the shop, nothing put away either. */
gboolean sedia_counts_is_empty (const SediaCounts *counts);

/* ---- one thing */
SediaProduct *sedia_product_read (SediaDb *db, gint64 product_id, GError **error);
/* Whether sedia_product_save() would take it, and if not, because of which field. */
gboolean sedia_product_check (SediaDb *db, const SediaProduct *product, SediaProductField *field,
                              GError **error);
gboolean sedia_barcode_check (SediaDb *db, const char *code, gint64 product_id, GError **error);

/* What of a product cannot change while something refers to it. */
typedef struct
{
  gboolean pack;
  gboolean decimals;
} SediaProductFixed;

gboolean sedia_product_read_fixed (SediaDb *db, gint64 product_id, SediaProductFixed *fixed,
                                   GError **error);
/* What a change of several products would do. */
typedef struct
{
  guint n;                  /* products looked at */
  guint n_changed;
  guint n_refused;
  GPtrArray *before;        /* of SediaProduct: the first that would change */
  GPtrArray *after;         /* of SediaProduct: the same, changed */
  GPtrArray *problems;      /* of char *: the sentences of the first that refuse */
} SediaEditPreview;

void sedia_edit_preview_free (SediaEditPreview *preview);
SediaEditPreview *sedia_products_preview (SediaDb *db, GArray *ids, const SediaProductEdit *edit,
                                          guint n_examples, GError **error);
SediaCustomer *sedia_customer_read (SediaDb *db, gint64 customer_id, GError **error);
/* Fills in what is otherwise known in lists alone: whether, when and how the customer was told. */
gboolean sedia_customer_read_told (SediaDb *db, SediaCustomer *customer, GError **error);
SediaSupplier *sedia_supplier_read (SediaDb *db, gint64 supplier_id, GError **error);
SediaOrder *sedia_order_read (SediaDb *db, gint64 order_id, GError **error);
/* Fills in what each line was taken instead of, and what was taken instead of it. */
gboolean sedia_order_read_links (SediaDb *db, SediaOrderLine *line, GError **error);
SediaOrderLine *sedia_order_line_read (SediaDb *db, gint64 line_id, GError **error);
SediaDelivery *sedia_delivery_read (SediaDb *db, gint64 delivery_id, GError **error);
/* What would happen: lines, served, free, summary; nothing is written. */
SediaDelivery *sedia_delivery_preview (SediaDb *db, GArray *amounts, GError **error);
/* ... of a delivery for a purchase: what was ordered for a customer is theirs first. */
SediaDelivery *sedia_delivery_preview_for (SediaDb *db, gint64 purchase_id, GArray *amounts,
                                           GError **error);
/* What would become of each line: (element-type SediaLineOutcome); nothing is written. A line whose
 * quantity is 0 gets nothing and asks for nothing. deposit: what is paid beforehand for all. */
GPtrArray *sedia_order_preview (SediaDb *db, GArray *lines, gint64 deposit, GError **error);
/* The first posted delivery with this supplier and note number, 0 for none. */
gboolean sedia_delivery_find_note (SediaDb *db, gint64 supplier_id, const char *note_number,
                                   gint64 *delivery_id, gint64 *at, GError **error);

/* ---- purchases */
SediaPurchase *sedia_purchase_read (SediaDb *db, gint64 purchase_id, GError **error);
/* (element-type SediaPurchase): supplier_id 0: from all; newest first; limit 0: all */
GPtrArray *sedia_purchase_list (SediaDb *db, gint64 supplier_id, guint limit, GError **error);
/* (element-type SediaPurchase): of which something is still to come, what is expected first first;
 * what nobody knows the day of comes last */
GPtrArray *sedia_purchase_list_expected (SediaDb *db, GError **error);
/* (element-type SediaOrderLine): the waiting lines whose day rests on it, in serving order, product
 * after product: what a late one holds up, and for whom */
GPtrArray *sedia_purchase_list_waiting (SediaDb *db, gint64 purchase_id, GError **error);
/* (element-type SediaDifference): how a delivery of so much, still being typed, would differ */
GPtrArray *sedia_purchase_differences (SediaDb *db, gint64 purchase_id, GArray *amounts,
                                       GError **error);
/* (element-type SediaOrderLine): the waiting lines that would be complete with it, and when */
GPtrArray *sedia_purchase_preview (SediaDb *db, const SediaPurchaseDraft *draft, GError **error);
/* ... and how a delivery that was received did; empty when it is for no purchase */
GPtrArray *sedia_delivery_differences (SediaDb *db, const SediaDelivery *delivery, GError **error);
/* What a supplier's deliveries before an instant tell of how long it takes. */
gboolean sedia_supplier_read_history (SediaDb *db, gint64 supplier_id, gint64 now,
                                      SediaSupplierHistory *history, GError **error);

/* ---- finding: 0 when there is none (not an error) */
gboolean sedia_product_find (SediaDb *db, const char *sku_or_barcode, gint64 *product_id,
                             GError **error);
gboolean sedia_customer_find (SediaDb *db, const char *name_or_code, gint64 *customer_id,
                              GError **error);
gboolean sedia_supplier_find (SediaDb *db, const char *name_or_code, gint64 *supplier_id,
                              GError **error);
/* The same, also among those who are archived. */
gboolean sedia_customer_find_any (SediaDb *db, const char *name_or_code, gint64 *customer_id,
                                  GError **error);
gboolean sedia_supplier_find_any (SediaDb *db, const char *name_or_code, gint64 *supplier_id,
                                  GError **error);

/* A customer who may be the same person as somebody. */
typedef struct
{
  SediaCustomer *customer;
  SediaAlike alike;         /* why */
  char *known_as;           /* the name that is alike, when merged into this one; else NULL */
} SediaSuspect;

void sedia_suspect_free (SediaSuspect *suspect);

/* (element-type SediaSuspect): who may be the same person as one of this name and phone, the
 * surest first; own_id (0 for none) is left out. At most @limit. */
GPtrArray *sedia_customer_suspects (SediaDb *db, const char *name, const char *phone, gint64 own_id,
                                    guint limit, GError **error);
/* (element-type SediaCustomer): whoever was merged into this one */
GPtrArray *sedia_customer_list_merged (SediaDb *db, gint64 customer_id, GError **error);
/* (element-type SediaContact): what a customer was told, the newest first; limit 0: all */
GPtrArray *sedia_contact_list (SediaDb *db, gint64 customer_id, guint limit, GError **error);

/* How much there is of a customer. */
typedef struct
{
  guint orders;
  guint open_orders;
  guint contacts;
} SediaCustomerNumbers;

gboolean sedia_customer_count (SediaDb *db, gint64 customer_id, SediaCustomerNumbers *numbers,
                               GError **error);

/* ---- several things */
GPtrArray *sedia_product_list (SediaDb *db, const char *search, gboolean only_short,
                               gboolean only_waiting, GError **error);
/* The first products that fit what was typed, best first: for completion. */
GPtrArray *sedia_product_complete (SediaDb *db, const char *typed, guint limit, GError **error);
/* The categories there are, each once. */
GPtrArray *sedia_category_list (SediaDb *db, GError **error);
GPtrArray *sedia_customer_list (SediaDb *db, const char *search, GError **error);
GPtrArray *sedia_supplier_list (SediaDb *db, const char *search, GError **error);
/* Every one, the archived too */
GPtrArray *sedia_product_list_all (SediaDb *db, GError **error);
GPtrArray *sedia_customer_list_all (SediaDb *db, GError **error);
GPtrArray *sedia_supplier_list_all (SediaDb *db, GError **error);
/* customer_id 0: everybody's; newest first; limit 0: all */
GPtrArray *sedia_order_list (SediaDb *db, gint64 customer_id, guint limit, GError **error);
GPtrArray *sedia_delivery_list (SediaDb *db, guint limit, GError **error);
/* Waiting lines in serving order, product after product; 0 for any. */
GPtrArray *sedia_queue_list (SediaDb *db, gint64 product_id, gint64 customer_id, GError **error);
/* The open lines of a product, those set aside too, in serving order. */
GPtrArray *sedia_queue_of_product (SediaDb *db, gint64 product_id, guint limit, GError **error);
/* Newest first; limit 0: all */
GPtrArray *sedia_movement_list (SediaDb *db, gint64 product_id, guint limit, GError **error);
GPtrArray *sedia_operation_list (SediaDb *db, guint limit, GError **error);
/* With its head, and whether it is in force. */
SediaOperation *sedia_operation_read_with_head (SediaDb *db, gint64 operation_id, GError **error);
/* What it was done to, when it was one thing and that is still there; else 0. */
gboolean sedia_operation_find_subject (SediaDb *db, const SediaOperation *operation,
                                       SediaKind *kind, gint64 *id, GError **error);
/* The action a window's Undo takes back: the last in force; NULL without error when there is none.
 */
SediaOperation *sedia_operation_last (SediaDb *db, GError **error);

/* The last of the chain of undoes that began with an operation, and whether what it did stands. */
gboolean sedia_operation_head (SediaDb *db, gint64 operation_id, gint64 *head, gboolean *in_force,
                               GError **error);

/* The order lines that one operation filled: (element-type gint64) */
GArray *sedia_notice_lines (SediaDb *db, gint64 operation_id, GError **error);

SediaServing sedia_setting_serving (SediaDb *db);
/* The shop's country, as "ID": numbers without a calling code are of there. (transfer full) */
char *sedia_setting_country (SediaDb *db);

typedef struct
{
  gint64 id;
  SediaDraftKind kind;
  gint64 updated_at;
  char *who;                /* the supplier or customer, as typed */
  char *number;             /* of the note, as typed */
  guint lines;
  char *content;
} SediaDraft;

void sedia_draft_free (SediaDraft *draft);
SediaDraft *sedia_draft_read (SediaDb *db, gint64 draft_id, GError **error);
/* The draft of a kind that was changed last, NULL without error when there is none. */
SediaDraft *sedia_draft_last (SediaDb *db, SediaDraftKind kind, GError **error);

/* Recomputes every balance from its rows: (element-type utf8) one sentence per problem, empty when
 * all is well. */
GPtrArray *sedia_check (SediaDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaWaiting, sedia_waiting_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaEditPreview, sedia_edit_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDraft, sedia_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaSuspect, sedia_suspect_free)

G_END_DECLS
