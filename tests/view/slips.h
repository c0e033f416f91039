/* What the tests of slips share: a shop with two orders of a customer, one with a deposit. */
#pragma once

#include "paper.h"
#include "sedia-print-jobs.h"
#include "sedia-time.h"
#include "shop-window.h"

G_BEGIN_DECLS

#define SHOP "Toko Melati"
#define DEPOSIT 5000000 /* hundredths */
#define DAYS_AGO 3

/* ---- what is in the records */

typedef struct
{
  const char *name;
  const char *value;
} Setting;

static inline gpointer
setting_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Setting *setting = data;

  return sedia_setting_set (db, setting->name, setting->value, error) ? SEDIA_DONE : NULL;
}

static inline gpointer
place_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const SediaOrderDraft *draft = data;
  gint64 order_id;

  return sedia_order_place (db, draft, &order_id, error) ? g_memdup2 (&order_id, sizeof order_id)
                                                         : NULL;
}

static inline gpointer
cancel_job (SediaDb   *db,
            gpointer   order_id,
            GError   **error)
{
  return sedia_order_cancel (db, *(const gint64 *) order_id, NULL, error) ? SEDIA_DONE : NULL;
}

static inline gpointer
give_back_job (SediaDb   *db,
               gpointer   order_id,
               GError   **error)
{
  return sedia_deposit_give_back (db, *(const gint64 *) order_id, 0, error) ? SEDIA_DONE : NULL;
}

static inline gint64
days_ago (int n)
{
  return sedia_time_now () - n * (gint64) G_TIME_SPAN_DAY;
}

static inline gpointer
act_at (SediaStore *store,
        gint64      at,
        const char *kind,
        SediaJob    job,
        gpointer    data)
{
  const SediaAct act = { .kind = kind, .at = at, .actor = "Tester" };
  g_autoptr (GError) error = NULL;
  gpointer result = sedia_store_act (store, &act, job, data, &error);

  g_assert_no_error (error);

  return result;
}

/* Five of each product, three days ago. */
static inline gint64
order_with_deposit (SediaStore   *store,
                    gint64        customer_id,
                    const gint64 *products,
                    guint         n)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  SediaOrderDraft draft = { .customer_id = customer_id, .deposit = DEPOSIT, .lines = lines };
  g_autofree gint64 *order_id = NULL;

  for (guint i = 0; i < n; i++)
    {
      SediaOrderLineDraft line = { products[i], 5, SEDIA_NO_DAY, FALSE, FALSE, SEDIA_NO_AMOUNT };

      g_array_append_val (lines, line);
    }
  order_id = act_at (store, days_ago (DAYS_AGO), "order-add", place_job, &draft);

  return *order_id;
}

typedef struct
{
  ShopWindow view;
  gint64 kettle;
  gint64 siti;
  gint64 order; /* with a deposit */
  gint64 plain; /* without */
  Paper paper;
} Fixture;

static inline void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  Setting shop = { "shop", SHOP };
  SediaStore *store;

  shop_window_open (&fixture->view);
  store = fixture->view.shop.store;
  act_at (store, 0, "setting", setting_job, &shop);
  fixture->kettle = shop_add_product (store, "KETTLE", "Blue Kettle");
  fixture->siti = shop_add_customer (store, "Siti Rahma");
  fixture->order = order_with_deposit (store, fixture->siti, &fixture->kettle, 1);
  fixture->plain = shop_place_order (store, fixture->siti, fixture->kettle, 2);
  paper_open (&fixture->paper);
  shop_window_settle (&fixture->view);
}

static inline void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  paper_close (&fixture->paper);
  shop_window_close (&fixture->view);
}

G_END_DECLS
