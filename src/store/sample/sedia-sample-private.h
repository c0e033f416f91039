/* The sample shop: its goods and people, the days it was open, and chance that is the same
 * everywhere. */
#pragma once

#include "sedia-commands.h"
#include "sedia-operation.h"

G_BEGIN_DECLS

#define SEDIA_SAMPLE_MINUTE (60 * G_USEC_PER_SEC)

/**
 * SediaSampleProduct:
 * @pack: in smallest units, at least one unit
 * @popularity: 1 to 9
 * @is_scarce: its suppliers do not keep up, and customers wait for it
 */
typedef struct
{
  gint64 id;
  gint64 supplier_id;
  gint64 minimum;
  gint64 maximum;
  gint64 pack;
  gint64 price;
  guint decimals;
  guint popularity;
  gboolean is_scarce;
} SediaSampleProduct;

/**
 * SediaSample:
 * @days: the days the shop was open, oldest first
 * @clock: when the last thing happened
 * @chance: state of the generator
 */
typedef struct
{
  SediaDb *db;
  GArray *products;  /* SediaSampleProduct */
  GArray *customers; /* gint64 */
  GArray *suppliers; /* gint64 */
  GArray *days;      /* int */
  gint64 clock;
  guint64 chance;
  SediaOperationMarks marks;
} SediaSample;

typedef const SediaSampleProduct *SediaSampleGood;

void sedia_sample_init (SediaSample *self,
                        SediaDb     *db);
void sedia_sample_clear (SediaSample *self);
guint sedia_sample_chance (SediaSample *self,
                           guint        n);
gint64 sedia_sample_time (SediaSample *self,
                          guint        day,
                          guint        minute);
gint64 sedia_sample_some_time (SediaSample *self,
                               guint        day);
guint sedia_sample_some_day (SediaSample *self,
                             guint        from,
                             guint        to);
guint sedia_sample_day_of (const SediaSample *self,
                           gint64             at);

gboolean sedia_sample_begin (SediaSample  *self,
                             const char   *kind,
                             gint64        at,
                             const char   *reason,
                             GError      **error);
gboolean sedia_sample_end (SediaSample  *self,
                           GError      **error);

SediaSampleGood sedia_sample_good (const SediaSample *self,
                                   guint              index);
SediaSampleGood sedia_sample_scarce (const SediaSample *self,
                                     guint              n);
SediaSampleGood sedia_sample_plenty (SediaSample  *self,
                                     gint64       *quantity,
                                     GError      **error);
gint64 sedia_sample_quantity (SediaSample     *self,
                              SediaSampleGood  good);
gint64 sedia_sample_customer (SediaSample *self);
gboolean sedia_sample_free (SediaSample  *self,
                            gint64        product_id,
                            gint64       *free,
                            gint64       *waiting,
                            GError      **error);
void sedia_sample_add_amount (GArray *amounts,
                              gint64  product_id,
                              gint64  quantity);
gboolean sedia_sample_sell (SediaSample  *self,
                            gint64        at,
                            GArray       *amounts,
                            const char   *reason,
                            GError      **error);
gboolean sedia_sample_sell_out (SediaSample      *self,
                                SediaSampleGood   good,
                                gint64            at,
                                GError          **error);

/* ---- what happens */

typedef enum
{
  SEDIA_SAMPLE_SALE,
  SEDIA_SAMPLE_ORDER_DONE,      /* ordered, set aside at once, collected some days later */
  SEDIA_SAMPLE_ORDER_READY,     /* ... not yet collected */
  SEDIA_SAMPLE_ORDER_CANCELLED,
  SEDIA_SAMPLE_ORDER_HELD,
  SEDIA_SAMPLE_ORDER_EARLY,     /* waits until the first delivery */
  SEDIA_SAMPLE_ORDER_LATE,      /* waits */
  SEDIA_SAMPLE_DELIVERY,
  SEDIA_SAMPLE_PURCHASE,        /* ordered from a supplier, comes some days later */
  SEDIA_SAMPLE_PURCHASE_SCARCE, /* ... has not come */
  SEDIA_SAMPLE_ARRIVAL,
  SEDIA_SAMPLE_HAND_OVER,
  SEDIA_SAMPLE_CANCEL,
  SEDIA_SAMPLE_RELEASE,
  SEDIA_SAMPLE_RETURN,
  SEDIA_SAMPLE_TELL,
  SEDIA_SAMPLE_ASKED,
  SEDIA_SAMPLE_COUNT,
  SEDIA_SAMPLE_DAMAGE,
} SediaSampleEventType;

typedef struct
{
  gint64 at;
  guint serial;
  SediaSampleEventType type;
  guint number; /* which one of its type */
  gint64 id;    /* of the order, customer, supplier or purchase */
} SediaSampleEvent;

typedef struct
{
  SediaSample shop;
  GSequence *events;
  guint n_events;
} SediaSampleHistory;

void sedia_sample_plan (SediaSampleHistory   *self,
                        SediaSampleEventType  type,
                        guint                 number,
                        gint64                id,
                        gint64                at);
void sedia_sample_plan_later (SediaSampleHistory   *self,
                              SediaSampleEventType  type,
                              gint64                id,
                              guint                 days);
gboolean sedia_sample_happen (SediaSampleHistory      *self,
                              const SediaSampleEvent  *event,
                              GError                 **error);

void sedia_sample_plan_purchases (SediaSampleHistory *self);
gboolean sedia_sample_order_goods (SediaSampleHistory      *self,
                                   const SediaSampleEvent  *event,
                                   GError                 **error);
gboolean sedia_sample_order_scarce (SediaSampleHistory      *self,
                                    const SediaSampleEvent  *event,
                                    GError                 **error);
gboolean sedia_sample_arrive (SediaSampleHistory      *self,
                              const SediaSampleEvent  *event,
                              GError                 **error);
gboolean sedia_sample_draft_purchase (SediaSample  *shop,
                                      GError      **error);

gboolean sedia_sample_open_shop (SediaSample  *self,
                                 GError      **error);

G_END_DECLS
