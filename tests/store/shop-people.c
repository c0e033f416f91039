/* A small shop on a real file, for the tests of the store: its customers, its country. */
#include "config.h"

#include "shop.h"

static gpointer
answer (gboolean ok)
{
  return ok ? SEDIA_DONE : NULL;
}

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  return answer (sedia_customer_save (db, data, error));
}

gboolean
shop_customer_save (Shop          *shop,
                    SediaCustomer *customer)
{
  return shop_act (shop, customer->id == 0 ? "customer-add" : "customer-edit", save_job, customer);
}

gint64
shop_customer_phone (Shop       *shop,
                     const char *name,
                     const char *phone)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();

  customer->name = g_strdup (name);
  customer->phone = g_strdup (phone);
  g_assert_true (shop_customer_save (shop, customer));

  return customer->id;
}

static gpointer
merge_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const gint64 *ids = data;

  return answer (sedia_customer_merge (db, ids[0], ids[1], error));
}

gboolean
shop_merge (Shop   *shop,
            gint64  keep,
            gint64  other)
{
  gint64 ids[] = { keep, other };

  return shop_act (shop, "customer-merge", merge_job, ids);
}

static gpointer
erase_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return answer (sedia_customer_erase (db, *(gint64 *) data, error));
}

gboolean
shop_erase (Shop   *shop,
            gint64  customer)
{
  return shop_act (shop, "customer-erase", erase_job, &customer);
}

static gpointer
country_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return answer (sedia_setting_set_country (db, data, error));
}

gboolean
shop_set_country (Shop       *shop,
                  const char *country)
{
  return shop_act (shop, "setting", country_job, (gpointer) country);
}
