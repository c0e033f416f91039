/* Telling people: the shop's rules for it, who must be told, what is written to them, what was
 * said, when things are expected, deposits. Everything here runs in a job of the store.
 */
#pragma once

#include "sedia-clock.h"
#include "sedia-message.h"
#include "sedia-store-types.h"

G_BEGIN_DECLS

/* ---- the shop's rules */

/**
 * SediaShopRules:
 * @shop: the shop's name, empty when it has none
 * @contact: the rules of the contact clock; its calendar's holidays and zone belong to this
 * @silence: what silence may count as
 */
typedef struct
{
  char *shop;
  SediaContactRules contact;
  SediaSilence silence;
} SediaShopRules;

typedef struct
{
  int day;
  char *name;
} SediaHoliday;

void sedia_shop_rules_free (SediaShopRules *rules);
SediaShopRules *sedia_shop_rules_read (SediaDb *db, GError **error);
void sedia_holiday_free (SediaHoliday *holiday);
/* (element-type SediaHoliday): days the shop is closed, rising */
GPtrArray *sedia_holiday_list (SediaDb *db, GError **error);
gboolean sedia_holiday_set (SediaDb *db, int day, const char *name, gboolean closed,
                            GError **error);

/* Every setting by its name: serving country shop working-days hours tolerance silent-days silence
 * service review cover */
char *sedia_setting_read (SediaDb *db, const char *name);
const char *const *sedia_setting_names (void);
gboolean sedia_setting_check (const char *name, const char *value, GError **error);
gboolean sedia_setting_set (SediaDb *db, const char *name, const char *value, GError **error);

/* ---- who must be told */

/**
 * SediaDue:
 * @customer_id: who
 * @do_not_contact: they asked not to be contacted
 * @entry: since when, until when, and why
 * @items: (nullable) (element-type SediaDueItem): each reason
 */
typedef struct
{
  gint64 customer_id;
  gboolean do_not_contact;
  SediaDueEntry entry;
  GArray *items;
} SediaDue;

void sedia_due_clear (SediaDue *due);
/* (element-type SediaDue): everybody who must be told and may be, the most urgent first */
GArray *sedia_due_list (SediaDb *db, gint64 now, GError **error);
/* Whether one customer must be told; with the reasons. Clear it with sedia_due_clear(). */
gboolean sedia_due_of (SediaDb *db, gint64 customer_id, gint64 now, gboolean *is_due, SediaDue *due,
                       GError **error);

/**
 * SediaExpectNews:
 * @reason: why its customer must be told, the most urgent reason
 * @line: (transfer full): the order line it is about; its day is the one of today
 * @day: the day it would be expected, SEDIA_NO_DAY: nobody knows
 * @offers_cancel: whether they must be offered to cancel
 * @do_not_contact: they asked not to be contacted
 *
 * What somebody must be told because a purchase is expected on another day.
 */
typedef struct
{
  SediaDueReason reason;
  SediaOrderLine *line;
  int day;
  gboolean offers_cancel;
  gboolean do_not_contact;
} SediaExpectNews;

void sedia_expect_news_free (SediaExpectNews *news);
/* (element-type SediaExpectNews): what would be news to whom if a purchase, or lines of it
 * (element-type guint), were expected on another day, SEDIA_NO_DAY: nobody knows; what comes too
 * late first. Nothing is written. */
GPtrArray *sedia_purchase_expect_preview (SediaDb *db, gint64 purchase_id, GArray *positions,
                                          int day, GError **error);

/* ---- what was said, offered, answered */

typedef enum
{
  SEDIA_ANSWER_NONE,
  SEDIA_ANSWER_WAIT,
  SEDIA_ANSWER_WAIT_UNTIL,
  SEDIA_ANSWER_CANCEL,
  SEDIA_ANSWER_PART,
  SEDIA_ANSWER_SUBSTITUTE,
} SediaAnswer;

const char *sedia_answer_to_string (SediaAnswer answer);
gboolean sedia_answer_from_string (const char *text, SediaAnswer *answer);
const char *sedia_answer_label (SediaAnswer answer);

/**
 * SediaTelling:
 * @customer_id: whom
 * @channel: how
 * @outcome: whether it reached them
 * @text: (nullable): what was said, word for word
 * @offers_cancel: whether the offer to cancel was part of it
 * @answer: what they answered to that, or to an earlier offer
 * @until: the day until which they wait, for %SEDIA_ANSWER_WAIT_UNTIL
 *
 * One time the shop tells, or tries to tell, a customer something.
 */
typedef struct
{
  gint64 customer_id;
  SediaChannel channel;
  SediaOutcome outcome;
  const char *text;
  gboolean offers_cancel;
  SediaAnswer answer;
  int until;
} SediaTelling;

gboolean sedia_contact_told (SediaDb *db, const SediaTelling *telling, GError **error);

/**
 * SediaOffer:
 * @customer_id: to whom
 * @contact_id: the last time it was offered
 * @at: when that was
 * @n_offers: how often it was offered since their last answer
 * @meaning: what their silence comes to
 *
 * An offer to cancel that was not answered yet.
 */
typedef struct
{
  gint64 customer_id;
  gint64 contact_id;
  gint64 at;
  guint n_offers;
  SediaSilenceMeaning meaning;
} SediaOffer;

/* (element-type SediaOffer): the oldest first */
GArray *sedia_offer_list (SediaDb *db, gint64 now, GError **error);

/* ---- what happened */

/**
 * SediaMomentKind:
 * @SEDIA_MOMENT_PLACED: ordered
 * @SEDIA_MOMENT_ARRIVED: a delivery came, and part of it was set aside
 * @SEDIA_MOMENT_SET_ASIDE: set aside for another reason
 * @SEDIA_MOMENT_LOST: set aside no longer
 * @SEDIA_MOMENT_HANDED_OVER: handed over
 * @SEDIA_MOMENT_RETURNED: brought back, or the hand-over was taken back
 * @SEDIA_MOMENT_CHANGED: more or less was ordered: the new amount
 * @SEDIA_MOMENT_CANCELLED: cancelled
 * @SEDIA_MOMENT_REOPENED: waits again after it was cancelled
 *
 * What can happen to the lines of an order.
 */
typedef enum
{
  SEDIA_MOMENT_PLACED,
  SEDIA_MOMENT_ARRIVED,
  SEDIA_MOMENT_SET_ASIDE,
  SEDIA_MOMENT_LOST,
  SEDIA_MOMENT_HANDED_OVER,
  SEDIA_MOMENT_RETURNED,
  SEDIA_MOMENT_CHANGED,
  SEDIA_MOMENT_CANCELLED,
  SEDIA_MOMENT_REOPENED,
} SediaMomentKind;

/**
 * SediaMomentPart:
 * @product: of which product
 * @quantity: how much, in its smallest unit
 * @decimals: how many of its digits are decimals
 * @unit: the unit
 */
typedef struct
{
  char *product;
  gint64 quantity;
  guint decimals;
  char *unit;
} SediaMomentPart;

/**
 * SediaMoment:
 * @kind: what happened
 * @at: when
 * @actor: who did it
 * @order_id: to which order
 * @replaced_by: the order that was placed instead of what was cancelled, 0 for none
 * @parts: (element-type SediaMomentPart): to what of it
 */
typedef struct
{
  SediaMomentKind kind;
  gint64 at;
  char *actor;
  gint64 order_id;
  gint64 replaced_by;
  GPtrArray *parts;
} SediaMoment;

void sedia_moment_free (SediaMoment *moment);
/* (element-type SediaMoment): what happened to a customer's orders, the newest first */
GPtrArray *sedia_moment_list (SediaDb *db, gint64 customer_id, guint limit, GError **error);

/* ---- when things are expected */

typedef struct
{
  int day;                  /* SEDIA_NO_DAY: nobody knows */
  gint64 at;                /* when that was said */
  char *actor;              /* by whom */
} SediaExpected;

void sedia_expected_free (SediaExpected *expected);
gboolean sedia_expected_read (SediaDb *db, gint64 product_id, int *day, gint64 *since,
                              GError **error);
/* (element-type SediaExpected): what was said of a product, the newest first */
GPtrArray *sedia_expected_history (SediaDb *db, gint64 product_id, guint limit, GError **error);
gboolean sedia_expected_set (SediaDb *db, gint64 product_id, int day, GError **error);

/* ---- words */

SediaTemplates *sedia_templates_read (SediaDb *db, const char *language, GError **error);
/* text NULL: the shipped words */
gboolean sedia_template_set (SediaDb *db, SediaMessagePart part, const char *language,
                             const char *text, GError **error);

/**
 * SediaMessageDraft:
 * @name: the customer
 * @phone: as written, may be empty
 * @international: (nullable): the number as it is dialled from anywhere
 * @phone_problem: (nullable): why the number is none; static
 * @email: may be empty
 * @channel: the customer's own
 * @language: of the message
 * @do_not_contact: they asked not to be contacted
 * @is_due: whether they must be told anything
 * @due: why
 * @text: the message
 *
 * A message to a customer, ready to be sent by a person.
 */
typedef struct
{
  char *name;
  char *phone;
  char *international;
  const char *phone_problem;
  char *email;
  SediaChannel channel;
  char *language;
  gboolean do_not_contact;
  gboolean is_due;
  SediaDue due;
  char *text;
} SediaMessageDraft;

void sedia_message_draft_free (SediaMessageDraft *draft);
SediaMessageDraft *sedia_message_draft (SediaDb *db, gint64 customer_id, gint64 now,
                                        gboolean offers_cancel, GError **error);

/* ---- deposits */

/**
 * SediaDeposit:
 * @order_id: of which order
 * @customer_id: whose
 * @customer: their name
 * @placed_at: when it was paid
 * @deposit: what was paid
 * @returned: what was given back
 * @is_open: something of the order is still to come
 * @refund: what must be given back now; 0 while the order is open
 */
typedef struct
{
  gint64 order_id;
  gint64 customer_id;
  char *customer;
  gint64 placed_at;
  gint64 deposit;
  gint64 returned;
  gboolean is_open;
  gint64 refund;
} SediaDeposit;

/**
 * SediaDepositReturn:
 * @amount: how much was given back
 * @at: when
 */
typedef struct
{
  gint64 amount;
  gint64 at;
} SediaDepositReturn;

void sedia_deposit_free (SediaDeposit *deposit);
/* (element-type SediaDeposit): money held for goods that were not handed over, the oldest first */
GPtrArray *sedia_deposit_list (SediaDb *db, GError **error);
/* What must be given back for one order now, 0 for nothing. */
gboolean sedia_deposit_refund (SediaDb *db, gint64 order_id, gint64 *refund, GError **error);
/* (element-type SediaDepositReturn): what was given back of one order, the oldest first */
GArray *sedia_deposit_returns (SediaDb *db, gint64 order_id, GError **error);
/* amount 0: all that must be given back */
gboolean sedia_deposit_give_back (SediaDb *db, gint64 order_id, gint64 amount, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaShopRules, sedia_shop_rules_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaHoliday, sedia_holiday_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaDue, sedia_due_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaMoment, sedia_moment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaExpected, sedia_expected_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaMessageDraft, sedia_message_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDeposit, sedia_deposit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaExpectNews, sedia_expect_news_free)

G_END_DECLS
