/* product expect; deposit list, give-back; holiday list, add, remove. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define COLUMNS(list) .columns = (list), .n_columns = G_N_ELEMENTS (list)

/* ---- product expect */

static char *
reply_expected (SediaDb             *db,
                const SediaCli      *cli,
                const SediaProduct  *product,
                GError             **error)
{
  g_autofree char *words = NULL;
  SediaCliJson json;
  gint64 since;
  int day;

  if (!sedia_expected_read (db, product->id, &day, &since, error))
    return NULL;
  if (!cli->json)
    {
      words = day != SEDIA_NO_DAY ? sedia_day_words (day) : g_strdup (_("nobody knows"));
      /* Translators: a product, then the day it is expected again. */
      return g_strdup_printf (_("%s: expected again: %s.\n"), product->sku, words);
    }

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "sku", product->sku);
  sedia_cli_json_day (&json, "expected", day);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

/**
 * sedia_cli_product_expect: product expect SKU [DATE]
 */
char *
sedia_cli_product_expect (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  g_autoptr (SediaProduct) product = NULL;
  int day = SEDIA_NO_DAY;

  product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0), error);
  if (product == NULL ||
      (cli->arguments->len > 1 && !sedia_day_parse (sedia_cli_argument (cli, 1), &day, error)) ||
      !sedia_expected_set (db, product->id, day, error))
    return NULL;

  return reply_expected (db, cli, product, error);
}

/* ---- deposits */

static void
write_deposit (SediaCliJson   *json,
               gconstpointer   record,
               const SediaCli *cli)
{
  const SediaDeposit *deposit = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_integer (json, "order", deposit->order_id);
  sedia_cli_json_string (json, "customer", deposit->customer);
  sedia_cli_json_day_of (json, "placed", deposit->placed_at);
  sedia_cli_json_money (json, "deposit", deposit->deposit);
  sedia_cli_json_money (json, "returned", deposit->returned);
  sedia_cli_json_money (json, "refund_due", deposit->refund);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn deposit_columns[] = {
  { N_("Order"), TRUE },   { N_("Customer"), FALSE },  { N_("Placed"), FALSE },
  { N_("Deposit"), TRUE }, { N_("Given back"), TRUE }, { N_("To give back"), TRUE },
};

static void
add_deposit (SediaCliTable  *table,
             gconstpointer   record,
             const SediaCli *cli)
{
  const SediaDeposit *deposit = record;

  sedia_cli_table_number_of (table, deposit->order_id);
  sedia_cli_table_text (table, deposit->customer);
  sedia_cli_table_day_of (table, deposit->placed_at);
  sedia_cli_table_money (table, deposit->deposit);
  sedia_cli_table_money (table, deposit->returned);
  sedia_cli_table_money (table, deposit->refund);
}

static const SediaCliShape deposit_shape = {
  .json = write_deposit, COLUMNS (deposit_columns), .row = add_deposit
};

static char *
reply_deposits (SediaDb         *db,
                const SediaCli  *cli,
                GError         **error)
{
  g_autoptr (GPtrArray) deposits = sedia_deposit_list (db, error);

  return deposits != NULL ? sedia_cli_reply_list (cli, &deposit_shape, deposits) : NULL;
}

/**
 * sedia_cli_deposit_list: deposit list
 */
char *
sedia_cli_deposit_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  return reply_deposits (db, cli, error);
}

/**
 * sedia_cli_deposit_give_back: deposit give-back N
 */
char *
sedia_cli_deposit_give_back (SediaDb   *db,
                             SediaCli  *cli,
                             GError   **error)
{
  const gint64 order_id = sedia_cli_number (sedia_cli_argument (cli, 0));
  gint64 amount = 0;

  if (sedia_cli_has (cli, "amount") &&
      !sedia_number_parse (sedia_cli_get (cli, "amount"), SEDIA_MONEY_DECIMALS, sedia_number_plain,
                           &amount, error))
    return NULL;

  return sedia_deposit_give_back (db, order_id, amount, error) ? reply_deposits (db, cli, error)
                                                               : NULL;
}

/* ---- holidays */

static void
write_holiday (SediaCliJson   *json,
               gconstpointer   record,
               const SediaCli *cli)
{
  const SediaHoliday *holiday = record;

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_day (json, "day", holiday->day);
  sedia_cli_json_string (json, "name", holiday->name);
  sedia_cli_json_end_object (json);
}

static const SediaCliColumn holiday_columns[] = {
  { N_("Day"), FALSE }, { N_("Holiday"), FALSE },
};

static void
add_holiday (SediaCliTable  *table,
             gconstpointer   record,
             const SediaCli *cli)
{
  const SediaHoliday *holiday = record;

  sedia_cli_table_day (table, holiday->day);
  sedia_cli_table_text (table, holiday->name);
}

static const SediaCliShape holiday_shape = {
  .json = write_holiday, COLUMNS (holiday_columns), .row = add_holiday
};

static char *
reply_holidays (SediaDb         *db,
                const SediaCli  *cli,
                GError         **error)
{
  g_autoptr (GPtrArray) holidays = sedia_holiday_list (db, error);

  return holidays != NULL ? sedia_cli_reply_list (cli, &holiday_shape, holidays) : NULL;
}

/**
 * sedia_cli_holiday_list: holiday list
 */
char *
sedia_cli_holiday_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  return reply_holidays (db, cli, error);
}

static char *
set_holiday (SediaDb   *db,
             SediaCli  *cli,
             gboolean   closed,
             GError   **error)
{
  int day;

  return sedia_day_parse (sedia_cli_argument (cli, 0), &day, error) &&
             sedia_holiday_set (db, day, sedia_cli_argument (cli, 1), closed, error)
           ? reply_holidays (db, cli, error)
           : NULL;
}

/**
 * sedia_cli_holiday_add: holiday add DATE [NAME]
 */
char *
sedia_cli_holiday_add (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  return set_holiday (db, cli, TRUE, error);
}

/**
 * sedia_cli_holiday_remove: holiday remove DATE
 */
char *
sedia_cli_holiday_remove (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  return set_holiday (db, cli, FALSE, error);
}
