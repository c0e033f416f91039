/* What the tests of telling people share: a shop in November 2020 in Jakarta, where the 2nd is a
 * Monday. It works from Monday to Saturday, 08:00 to 17:00, as a new one does.
 *
 * Who must be told what is written like this, the most urgent first:
 *
 *   Siti: backordered 2T09:00-2T17:00 late 1 offer
 *   who   reasons     since   until   working days overdue, the offer to cancel
 */
#pragma once

#include "shop.h"

#include "sedia-telling.h"
#include "sedia-time.h"

#define NOBODY ((Wish) { .first = FALSE })
#define NOV(day) (18566 + (day)) /* 18567 is Sunday, 1 November 2020 */
/* Seven hours ahead of UTC */
#define AT(day, hour, minute) \
  ((((gint64) NOV (day) * 24 + (hour) - 7) * 60 + (minute)) * 60 * G_USEC_PER_SEC)

/* Before anything else in main() */
static inline void
settle_in_jakarta (void)
{
  g_setenv ("TZ", "Asia/Jakarta", TRUE);
}

static inline gpointer
telling_answer (gboolean ok)
{
  return ok ? SEDIA_DONE : NULL;
}

/* ---- who must be told */

static inline void
append_when (GString *text,
             gint64   at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");

  g_string_append_printf (text, "%dT%s", sedia_day_of_time (at) - NOV (0), clock);
}

static inline void
append_due (GString         *text,
            const SediaDue  *due,
            const char      *name)
{
  g_string_append_printf (text, "%s%s:", text->len > 0 ? "; " : "", name);
  for (guint i = 0; i < SEDIA_N_DUE; i++)
    if (due->entry.reasons & 1u << i)
      g_string_append_printf (text, " %s", sedia_due_reason_to_string ((SediaDueReason) i));
  g_string_append_c (text, ' ');
  append_when (text, due->entry.since);
  g_string_append_c (text, '-');
  append_when (text, due->entry.due);
  if (due->entry.is_late)
    g_string_append_printf (text, " late %d", due->entry.overdue_days);
  if (due->entry.must_offer_cancel)
    g_string_append (text, " offer");
}

/* The list, and that asking for one customer says the same. */
static inline gpointer
due_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  const gint64 now = *(gint64 *) data;
  g_autoptr (GArray) dues = sedia_due_list (db, now, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (dues);
  for (guint i = 0; i < dues->len; i++)
    {
      const SediaDue *due = &g_array_index (dues, SediaDue, i);
      g_autoptr (SediaCustomer) customer = sedia_customer_read (db, due->customer_id, error);
      g_autoptr (GString) once = g_string_new (NULL), again = g_string_new (NULL);
      g_auto (SediaDue) alone = { 0 };
      gboolean is_due;

      g_assert_true (sedia_due_of (db, due->customer_id, now, &is_due, &alone, error));
      g_assert_true (is_due);
      append_due (once, due, customer->name);
      append_due (again, &alone, customer->name);
      g_assert_cmpstr (once->str, ==, again->str);
      g_assert_cmpuint (alone.items->len, >, 0);
      append_due (text, due, customer->name);
    }

  return g_string_free (text, FALSE);
}

static inline char *
all_due (Shop   *shop,
         gint64  now)
{
  g_autoptr (GError) error = NULL;
  char *text = sedia_store_read (shop->store, due_job, &now, &error);

  g_assert_no_error (error);
  return text;
}

#define assert_all_due(shop, now, expected) \
  G_STMT_START { \
    g_autofree char *due_ = all_due (shop, now); \
    g_assert_cmpstr (due_, ==, expected); \
  } G_STMT_END

/* ---- telling */

static inline gpointer
telling_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return telling_answer (sedia_contact_told (db, data, error));
}

static inline gboolean
tell_full (Shop         *shop,
           const char   *customer,
           SediaTelling  telling)
{
  telling.customer_id = shop_customer (shop, customer);
  if (telling.answer != SEDIA_ANSWER_WAIT_UNTIL)
    telling.until = SEDIA_NO_DAY;

  return shop_act (shop, "contact-told", telling_job, &telling);
}

static inline gboolean
tell_at (Shop       *shop,
         const char *customer,
         gint64      at)
{
  shop->at = at;
  return tell_full (shop, customer, (SediaTelling) { .text = "told" });
}

static inline gboolean
offer_at (Shop       *shop,
          const char *customer,
          gint64      at)
{
  shop->at = at;
  return tell_full (shop, customer, (SediaTelling) { .offers_cancel = TRUE });
}

static inline gboolean
answer_at (Shop        *shop,
           const char  *customer,
           gint64       at,
           SediaAnswer  answer,
           int          until)
{
  shop->at = at;
  return tell_full (shop, customer, (SediaTelling) { .answer = answer, .until = until });
}

/* ---- when things are expected, and the shop's rules */

typedef struct
{
  gint64 id;
  int day;
  const char *name;
  const char *value;
} TellingBag;

static inline gpointer
expect_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const TellingBag *bag = data;

  return telling_answer (sedia_expected_set (db, bag->id, bag->day, error));
}

static inline gboolean
expect_at (Shop       *shop,
           const char *sku,
           int         day,
           gint64      at)
{
  TellingBag bag = { .id = shop_product_id (shop, sku), .day = day };

  shop->at = at;
  return shop_act (shop, "product-expect", expect_job, &bag);
}

static inline gpointer
setting_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const TellingBag *bag = data;

  return telling_answer (sedia_setting_set (db, bag->name, bag->value, error));
}

static inline gboolean
choose (Shop       *shop,
        const char *name,
        const char *value)
{
  TellingBag bag = { .name = name, .value = value };

  return shop_act (shop, "setting", setting_job, &bag);
}

static inline gint64
order_at (Shop       *shop,
          const char *customer,
          const char *sku,
          gint64      quantity,
          Wish        wish,
          gint64      at)
{
  gint64 order;

  shop->at = at;
  order = shop_order (shop, customer, sku, quantity, wish);
  g_assert_no_error (shop->error);

  return order;
}

/* A shop that opened on Sunday, with one product and none of it. */
static inline Shop *
shop_of_november (void)
{
  Shop *shop = shop_open ();

  shop->at = AT (1, 12, 0);
  shop_product (shop, "K");

  return shop;
}
