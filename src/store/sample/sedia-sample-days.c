/* The sample shop's days: chance, time, who and what, and the operations around what happens. */
#include "config.h"

#include "sedia-error.h"
#include "sedia-sample-private.h"
#include "sedia-serve.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define SEED G_GUINT64_CONSTANT (20260101)
#define DAYS_BACK 91
#define OPENS (8 * 60)
#define CLOSES (20 * 60)
#define TRIES_MAX 400

/* ---- chance */

/**
 * sedia_sample_chance: A number below @n; splitmix64, so that the shop is the same everywhere.
 */
guint
sedia_sample_chance (SediaSample *self,
                     guint        n)
{
  guint64 z = self->chance += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint) ((z ^ (z >> 31)) % n);
}

/* ---- time: three months of working days, up to yesterday */

static void
find_days (SediaSample *self)
{
  const int today = sedia_day_today ();

  for (int day = today - DAYS_BACK; day < today; day++)
    {
      g_autoptr (GDateTime) date = sedia_day_to_date_time (day);

      if (g_date_time_get_day_of_week (date) != G_DATE_SUNDAY)
        g_array_append_val (self->days, day);
    }
}

/**
 * sedia_sample_init: An empty shop, before its first day.
 */
void
sedia_sample_init (SediaSample *self,
                   SediaDb     *db)
{
  self->db = db;
  self->chance = SEED;
  self->products = g_array_new (FALSE, FALSE, sizeof (SediaSampleProduct));
  self->customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->suppliers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  find_days (self);
}

/**
 * sedia_sample_clear: Forgets what was known of the shop.
 */
void
sedia_sample_clear (SediaSample *self)
{
  g_array_unref (self->products);
  g_array_unref (self->customers);
  g_array_unref (self->suppliers);
  g_array_unref (self->days);
}

/**
 * sedia_sample_time: An instant of one of the shop's days, here.
 */
gint64
sedia_sample_time (SediaSample *self,
                   guint        day,
                   guint        minute)
{
  const int date = g_array_index (self->days, int, MIN (day, self->days->len - 1));
  g_autoptr (GDateTime) midnight = sedia_day_to_date_time (date);
  g_autoptr (GDateTime) moment = NULL;

  moment = g_date_time_new_local (g_date_time_get_year (midnight), g_date_time_get_month (midnight),
                                  g_date_time_get_day_of_month (midnight), (int) minute / 60,
                                  (int) minute % 60, sedia_sample_chance (self, 60));
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC;
}

/**
 * sedia_sample_some_time: Some instant of a day while the shop is open.
 */
gint64
sedia_sample_some_time (SediaSample *self,
                        guint        day)
{
  return sedia_sample_time (self, day, OPENS + 5 + sedia_sample_chance (self, CLOSES - OPENS - 40));
}

/**
 * sedia_sample_some_day: Some day of a part of the history, given in hundredths.
 */
guint
sedia_sample_some_day (SediaSample *self,
                       guint        from,
                       guint        to)
{
  const guint first = (self->days->len - 1) * from / 100;
  const guint last = (self->days->len - 1) * to / 100;

  return first + sedia_sample_chance (self, last - first + 1);
}

/**
 * sedia_sample_day_of: The day of the shop's life that an instant falls on.
 */
guint
sedia_sample_day_of (const SediaSample *self,
                     gint64             at)
{
  const int date = sedia_day_of_time (at);
  guint day = 0;

  while (day + 1 < self->days->len && g_array_index (self->days, int, day) < date)
    day++;

  return day;
}

/* ---- operations */

/**
 * sedia_sample_begin: Something happens; whatever warnings there are, the clerk goes on.
 */
gboolean
sedia_sample_begin (SediaSample  *self,
                    const char   *kind,
                    gint64        at,
                    const char   *reason,
                    GError      **error)
{
  const SediaAct act = {
    .kind = kind,
    .at = MAX (at, self->clock + G_USEC_PER_SEC), /* one thing after the other */
    .actor = sedia_sample_chance (self, 3) == 0 ? "Bayu" : "Rina",
    .reason = reason,
    .anyway = TRUE,
  };

  self->clock = act.at;
  return sedia_operation_begin (self->db, &act, 0, &self->marks, error);
}

/**
 * sedia_sample_end: It has happened.
 */
gboolean
sedia_sample_end (SediaSample  *self,
                  GError      **error)
{
  return sedia_operation_end (self->db, &self->marks, error);
}

/* ---- who and what */

/**
 * sedia_sample_good: One of the goods.
 */
SediaSampleGood
sedia_sample_good (const SediaSample *self,
                   guint              index)
{
  return &g_array_index (self->products, SediaSampleProduct, index % self->products->len);
}

/**
 * sedia_sample_scarce: One of the goods that customers wait for.
 */
SediaSampleGood
sedia_sample_scarce (const SediaSample *self,
                     guint              n)
{
  guint n_scarce = 0;

  for (guint i = 0; i < self->products->len; i++)
    n_scarce += sedia_sample_good (self, i)->is_scarce;

  n %= n_scarce;
  for (guint i = 0;; i++)
    if (sedia_sample_good (self, i)->is_scarce && n-- == 0)
      return sedia_sample_good (self, i);
}

/**
 * sedia_sample_quantity: How much of it somebody wants.
 */
gint64
sedia_sample_quantity (SediaSample     *self,
                       SediaSampleGood  good)
{
  if (good->decimals > 0)
    return (1 + (gint64) sedia_sample_chance (self, 6)) * 500;

  return 1 + (gint64) sedia_sample_chance (self, good->popularity >= 7 ? 4 : 2);
}

/**
 * sedia_sample_free: What is free of a product, and what its customers wait for.
 */
gboolean
sedia_sample_free (SediaSample  *self,
                   gint64        product_id,
                   gint64       *free,
                   gint64       *waiting,
                   GError      **error)
{
  gint64 on_hand, reserved, open;

  if (!sedia_serve_balance (self->db, product_id, &on_hand, &reserved, &open, error))
    return FALSE;

  *free = MAX (on_hand, 0) - reserved;
  *waiting = open - reserved;
  return TRUE;
}

/**
 * sedia_sample_plenty: One of the goods there is enough of, the popular ones more often.
 */
SediaSampleGood
sedia_sample_plenty (SediaSample  *self,
                     gint64       *quantity,
                     GError      **error)
{
  for (guint tries = 0; tries < TRIES_MAX; tries++)
    {
      SediaSampleGood good = sedia_sample_good (self, sedia_sample_chance (self, 100000));
      gint64 free, waiting;

      if (good->is_scarce || good->popularity < 1 + sedia_sample_chance (self, 9))
        continue;

      *quantity = sedia_sample_quantity (self, good);
      if (!sedia_sample_free (self, good->id, &free, &waiting, error))
        return NULL;
      if (waiting == 0 && free >= *quantity)
        return good;
    }

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                       _("The sample shop has run out of goods."));
  return NULL;
}

/**
 * sedia_sample_customer: Somebody who buys here.
 */
gint64
sedia_sample_customer (SediaSample *self)
{
  return g_array_index (self->customers, gint64, sedia_sample_chance (self, self->customers->len));
}

/**
 * sedia_sample_add_amount: One more of several goods, each of them once.
 */
void
sedia_sample_add_amount (GArray *amounts,
                         gint64  product_id,
                         gint64  quantity)
{
  const SediaAmount amount = { product_id, quantity };

  for (guint i = 0; i < amounts->len; i++)
    if (g_array_index (amounts, SediaAmount, i).product_id == product_id)
      return;

  g_array_append_val (amounts, amount);
}

/**
 * sedia_sample_sell: A walk-in sale.
 */
gboolean
sedia_sample_sell (SediaSample  *self,
                   gint64        at,
                   GArray       *amounts,
                   const char   *reason,
                   GError      **error)
{
  return sedia_sample_begin (self, "sale", at, reason, error) &&
         sedia_stock_sell (self->db, amounts, FALSE, error) && sedia_sample_end (self, error);
}

/**
 * sedia_sample_sell_out: Somebody takes the last ones, shortly before @at.
 */
gboolean
sedia_sample_sell_out (SediaSample      *self,
                       SediaSampleGood   good,
                       gint64            at,
                       GError          **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  gint64 free, waiting;

  if (!sedia_sample_free (self, good->id, &free, &waiting, error))
    return FALSE;
  if (free <= 0)
    return TRUE;

  sedia_sample_add_amount (amounts, good->id, free);
  return sedia_sample_sell (self, at - SEDIA_SAMPLE_MINUTE, amounts, NULL, error);
}
