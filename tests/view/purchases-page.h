/* What the tests of the page of purchases share: buying, in the past too, without a form. */
#pragma once

#include "sedia-time.h"
#include "shop-window.h"

typedef struct
{
  gint64 supplier;
  gint64 product;
  gint64 quantity;
  gint64 second; /* another product, 7 of it; 0 for none */
  int day;       /* seen from today; G_MAXINT: nobody knows */
  gboolean is_draft;
  gint64 id;
} Bought;

static inline gpointer
bought_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  Bought *bought = data;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  SediaPurchaseLineDraft line = { .product_id = bought->product, .quantity = bought->quantity,
                                  .price = SEDIA_NO_AMOUNT, .expected = SEDIA_NO_DAY };
  const SediaPurchaseDraft draft = {
    .supplier_id = bought->supplier, .is_draft = bought->is_draft, .lines = lines,
    .expected = bought->day != G_MAXINT ? sedia_day_today () + bought->day : SEDIA_NO_DAY,
  };

  g_array_append_val (lines, line);
  line.product_id = bought->second;
  line.quantity = 7;
  if (bought->second != 0)
    g_array_append_val (lines, line);

  return sedia_purchase_add (db, &draft, &bought->id, error) ? SEDIA_DONE : NULL;
}

/* Ordered three weeks ago. */
static inline gint64
purchases_page_buy (SediaStore *store,
                    Bought      bought)
{
  const SediaAct act = { .kind = "purchase-add",
                         .at = sedia_time_now () - 21 * G_TIME_SPAN_DAY };
  g_autoptr (GError) error = NULL;

  sedia_store_act (store, &act, bought_job, &bought, &error);
  g_assert_no_error (error);

  return bought.id;
}

static inline gpointer
came_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Bought *came = data;
  const SediaAmount amount = { came->product, came->quantity };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  const SediaDeliveryDraft draft = { .purchase_id = came->id, .lines = lines };
  gint64 delivery_id;

  g_array_append_val (lines, amount);

  return sedia_delivery_receive (db, &draft, &delivery_id, error) ? SEDIA_DONE : NULL;
}

/* So much of a product comes of a purchase. */
static inline void
purchases_page_receive (SediaStore *store,
                        gint64      purchase,
                        gint64      product,
                        gint64      quantity)
{
  const SediaAct act = { .kind = "delivery-receive" };
  Bought came = { .id = purchase, .product = product, .quantity = quantity };
  g_autoptr (GError) error = NULL;

  sedia_store_act (store, &act, came_job, &came, &error);
  g_assert_no_error (error);
}

static inline gpointer
told_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaTelling telling = { .customer_id = *(gint64 *) data,
                                 .channel = SEDIA_CHANNEL_WHATSAPP,
                                 .outcome = SEDIA_OUTCOME_REACHED,
                                 .until = SEDIA_NO_DAY };

  return sedia_contact_told (db, &telling, error) ? SEDIA_DONE : NULL;
}

/* A customer hears how things stand. */
static inline void
purchases_page_tell (SediaStore *store,
                     gint64      customer)
{
  const SediaAct act = { .kind = "contact-told" };
  g_autoptr (GError) error = NULL;

  sedia_store_act (store, &act, told_job, &customer, &error);
  g_assert_no_error (error);
}

static inline gpointer
set_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  const char *const *setting = data;

  return sedia_setting_set (db, setting[0], setting[1], error) ? SEDIA_DONE : NULL;
}

static inline void
purchases_page_set (SediaStore *store,
                    const char *name,
                    const char *value)
{
  const SediaAct act = { .kind = "setting" };
  const char *setting[] = { name, value };
  g_autoptr (GError) error = NULL;

  sedia_store_act (store, &act, set_job, setting, &error);
  g_assert_no_error (error);
}
