/* customer add, edit, show, list, merge, erase; supplier add, edit, show, list. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

static void
set_name (char       **place,
          const char  *name)
{
  g_free (*place);
  *place = g_strdup (name);
}

/* ---- customers */

static char *
save_customer (SediaDb         *db,
               const SediaCli  *cli,
               SediaCustomer   *customer,
               GError         **error)
{
  g_autoptr (SediaCustomer) saved = NULL;

  sedia_cli_take_text (cli, "code", &customer->code);
  sedia_cli_take_text (cli, "phone", &customer->phone);
  sedia_cli_take_text (cli, "email", &customer->email);
  sedia_cli_take_text (cli, "language", &customer->language);
  sedia_cli_take_text (cli, "note", &customer->note);
  if (sedia_cli_has (cli, "channel"))
    sedia_channel_from_string (sedia_cli_get (cli, "channel"), &customer->channel);
  if (sedia_cli_has (cli, "do-not-contact"))
    customer->do_not_contact = TRUE;

  if (!sedia_customer_save (db, customer, error))
    return NULL;

  saved = sedia_customer_read (db, customer->id, error);
  if (saved == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_customer_card_shape, saved);
}

/**
 * sedia_cli_customer_add: customer add NAME
 */
char *
sedia_cli_customer_add (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();

  set_name (&customer->name, sedia_cli_argument (cli, 0));

  return save_customer (db, cli, customer, error);
}

/**
 * sedia_cli_customer_edit: customer edit NAME
 */
char *
sedia_cli_customer_edit (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaCustomer) customer = sedia_cli_read_customer (db, cli, error);

  if (customer == NULL)
    return NULL;

  sedia_cli_take_text (cli, "name", &customer->name);
  if (sedia_cli_has (cli, "contact"))
    customer->do_not_contact = FALSE;
  if (sedia_cli_has (cli, "archived"))
    customer->archived = sedia_cli_is_yes (sedia_cli_get (cli, "archived"));

  return save_customer (db, cli, customer, error);
}

/**
 * sedia_cli_customer_show: customer show NAME
 */
char *
sedia_cli_customer_show (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaCustomer) customer = sedia_cli_read_customer (db, cli, error);

  if (customer == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_customer_card_shape, customer);
}

/**
 * sedia_cli_customer_list: customer list
 */
char *
sedia_cli_customer_list (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (GPtrArray) customers = NULL;

  customers = sedia_customer_list (db, sedia_cli_get (cli, "search"), error);
  if (customers == NULL)
    return NULL;

  return sedia_cli_reply_list (cli, &sedia_cli_customer_shape, customers);
}

/**
 * sedia_cli_customer_merge: customer merge KEEP OTHER
 */
char *
sedia_cli_customer_merge (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  gint64 keep = sedia_cli_find_customer (db, sedia_cli_argument (cli, 0), TRUE, error);
  gint64 other = keep != 0
                   ? sedia_cli_find_customer (db, sedia_cli_argument (cli, 1), TRUE, error)
                   : 0;
  g_autoptr (SediaCustomer) merged = NULL;

  if (other == 0 || !sedia_customer_merge (db, keep, other, error) ||
      !(merged = sedia_customer_read (db, keep, error)))
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_customer_card_shape, merged);
}

/**
 * sedia_cli_customer_erase: customer erase NAME
 */
char *
sedia_cli_customer_erase (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  gint64 id = sedia_cli_find_customer (db, sedia_cli_argument (cli, 0), TRUE, error);
  g_autoptr (SediaCustomer) erased = NULL;

  if (id == 0 || !sedia_customer_erase (db, id, error))
    return NULL;

  erased = sedia_customer_read (db, id, error);
  if (erased == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_customer_card_shape, erased);
}

/* ---- suppliers */

static SediaSupplier *
read_supplier (SediaDb         *db,
               const SediaCli  *cli,
               GError         **error)
{
  gint64 id = sedia_cli_find_supplier (db, sedia_cli_argument (cli, 0), TRUE, error);

  return id != 0 ? sedia_supplier_read (db, id, error) : NULL;
}

static gboolean
take_least_value (const SediaCli  *cli,
                  SediaSupplier   *supplier,
                  GError         **error)
{
  const char *value = sedia_cli_get (cli, "least-value");

  if (value == NULL)
    return TRUE;

  supplier->least_value = SEDIA_NO_AMOUNT;
  return *value == '\0' || sedia_cli_read_quantity (value, SEDIA_MONEY_DECIMALS,
                                                    &supplier->least_value, error);
}

static char *
save_supplier (SediaDb         *db,
               const SediaCli  *cli,
               SediaSupplier   *supplier,
               GError         **error)
{
  const char *lead_days = sedia_cli_get (cli, "lead-days");
  g_autoptr (SediaSupplier) saved = NULL;

  sedia_cli_take_text (cli, "code", &supplier->code);
  sedia_cli_take_text (cli, "phone", &supplier->phone);
  sedia_cli_take_text (cli, "email", &supplier->email);
  sedia_cli_take_text (cli, "note", &supplier->note);
  if (lead_days != NULL && *lead_days == '\0')
    supplier->lead_days = -1;
  else if (lead_days != NULL)
    supplier->lead_days = (int) MIN (sedia_cli_number (lead_days), G_MAXINT);

  if (!take_least_value (cli, supplier, error) || !sedia_supplier_save (db, supplier, error))
    return NULL;

  saved = sedia_supplier_read (db, supplier->id, error);
  if (saved == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_supplier_shape, saved);
}

/**
 * sedia_cli_supplier_add: supplier add NAME
 */
char *
sedia_cli_supplier_add (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();

  set_name (&supplier->name, sedia_cli_argument (cli, 0));

  return save_supplier (db, cli, supplier, error);
}

/**
 * sedia_cli_supplier_edit: supplier edit NAME
 */
char *
sedia_cli_supplier_edit (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaSupplier) supplier = read_supplier (db, cli, error);

  if (supplier == NULL)
    return NULL;

  sedia_cli_take_text (cli, "name", &supplier->name);
  if (sedia_cli_has (cli, "archived"))
    supplier->archived = sedia_cli_is_yes (sedia_cli_get (cli, "archived"));

  return save_supplier (db, cli, supplier, error);
}

/**
 * sedia_cli_supplier_show: supplier show NAME
 */
char *
sedia_cli_supplier_show (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (SediaSupplier) supplier = read_supplier (db, cli, error);

  if (supplier == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_supplier_shape, supplier);
}

/**
 * sedia_cli_supplier_list: supplier list
 */
char *
sedia_cli_supplier_list (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (GPtrArray) suppliers = NULL;

  suppliers = sedia_supplier_list (db, sedia_cli_get (cli, "search"), error);
  if (suppliers == NULL)
    return NULL;

  return sedia_cli_reply_list (cli, &sedia_cli_supplier_shape, suppliers);
}
