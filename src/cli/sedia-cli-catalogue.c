/* product add, edit, show, list. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-number.h"

#include <glib/gi18n.h>
#include <string.h>

/* An empty value stands for none. */
static gboolean
set_amount (const SediaCli  *cli,
            const char      *option,
            guint            decimals,
            gint64          *place,
            GError         **error)
{
  const char *value = sedia_cli_get (cli, option);

  if (value == NULL)
    return TRUE;

  if (*value == '\0')
    {
      *place = SEDIA_NO_AMOUNT;
      return TRUE;
    }

  if (sedia_cli_read_quantity (value, decimals, place, error))
    return TRUE;

  g_prefix_error (error, "--%s: ", option);
  return FALSE;
}

/* The same amount in a unit with other decimals: 5 pieces stay 5 when they may be halved. */
static gboolean
rescale (gint64   *place,
         guint     before,
         guint     after,
         GError  **error)
{
  g_autofree char *text = NULL;

  if (*place == SEDIA_NO_AMOUNT || before == after)
    return TRUE;

  text = sedia_number_format (*place, before, sedia_number_plain);
  return sedia_cli_read_quantity (text, after, place, error);
}

static gboolean
set_decimals (const SediaCli  *cli,
              SediaProduct    *product,
              GError         **error)
{
  gint64 *amounts[] = { &product->minimum, &product->maximum, &product->moq,
                        &product->backorder_limit };
  guint before = product->decimals;

  if (!sedia_cli_has (cli, "decimals"))
    return TRUE;

  product->decimals = (guint) sedia_cli_number (sedia_cli_get (cli, "decimals"));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (!rescale (amounts[i], before, product->decimals, error))
      return FALSE;

  return TRUE;
}

static gboolean
set_amounts (const SediaCli  *cli,
             SediaProduct    *product,
             GError         **error)
{
  guint decimals = product->decimals;

  if (sedia_cli_has (cli, "pack"))
    product->pack = sedia_cli_number (sedia_cli_get (cli, "pack"));
  if (sedia_cli_has (cli, "backorder-wait"))
    product->backorder_wait = sedia_cli_small_number (sedia_cli_get (cli, "backorder-wait"));
  if (sedia_cli_has (cli, "backorder-deposit"))
    product->backorder_deposit = sedia_cli_small_number (sedia_cli_get (cli, "backorder-deposit"));

  return set_amount (cli, "minimum", decimals, &product->minimum, error) &&
         set_amount (cli, "maximum", decimals, &product->maximum, error) &&
         set_amount (cli, "moq", decimals, &product->moq, error) &&
         set_amount (cli, "backorder-limit", decimals, &product->backorder_limit, error) &&
         set_amount (cli, "price", SEDIA_MONEY_DECIMALS, &product->price, error) &&
         set_amount (cli, "cost", SEDIA_MONEY_DECIMALS, &product->cost, error);
}

static gboolean
set_supplier (SediaDb         *db,
              const SediaCli  *cli,
              SediaProduct    *product,
              GError         **error)
{
  const char *name = sedia_cli_get (cli, "supplier");

  if (name == NULL)
    return TRUE;

  product->supplier_id = *name != '\0' ? sedia_cli_find_supplier (db, name, FALSE, error) : 0;
  return product->supplier_id != 0 || *name == '\0';
}

static void
set_barcodes (const SediaCli *cli,
              SediaProduct   *product)
{
  GPtrArray *codes = sedia_cli_get_all (cli, "barcode");
  g_autoptr (GStrvBuilder) builder = NULL;

  if (codes == NULL)
    return;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < codes->len; i++)
    if (*(const char *) g_ptr_array_index (codes, i) != '\0')
      g_strv_builder_add (builder, g_ptr_array_index (codes, i));

  g_strfreev (product->barcodes);
  product->barcodes = g_strv_builder_end (builder);
}

static gboolean
set_fields (SediaDb         *db,
            const SediaCli  *cli,
            SediaProduct    *product,
            GError         **error)
{
  sedia_cli_take_text (cli, "name", &product->name);
  sedia_cli_take_text (cli, "unit", &product->unit);
  sedia_cli_take_text (cli, "category", &product->category);
  sedia_cli_take_text (cli, "note", &product->note);
  set_barcodes (cli, product);

  if (sedia_cli_has (cli, "backorder"))
    sedia_backorder_policy_from_string (sedia_cli_get (cli, "backorder"), &product->backorder);
  if (sedia_cli_has (cli, "allow-negative"))
    product->allow_negative = sedia_cli_is_yes (sedia_cli_get (cli, "allow-negative"));

  return set_decimals (cli, product, error) && set_amounts (cli, product, error) &&
         set_supplier (db, cli, product, error);
}

/* As it is now: names of suppliers and balances come from the records. */
static char *
reply_product (SediaDb         *db,
               const SediaCli  *cli,
               gint64           product_id,
               GError         **error)
{
  g_autoptr (SediaProduct) product = sedia_product_read (db, product_id, error);

  if (product == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_product_card_shape, product);
}

/**
 * sedia_cli_product_add: product add SKU
 */
char *
sedia_cli_product_add (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_product_new ();

  g_free (product->sku);
  product->sku = g_strdup (sedia_cli_argument (cli, 0));
  g_free (product->name);
  product->name = g_strdup (product->sku);

  if (!set_fields (db, cli, product, error) || !sedia_product_save (db, product, error))
    return NULL;

  return reply_product (db, cli, product->id, error);
}

/**
 * sedia_cli_product_edit: product edit SKU
 */
char *
sedia_cli_product_edit (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaProduct) product = NULL;

  product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0), error);
  if (product == NULL)
    return NULL;

  sedia_cli_take_text (cli, "sku", &product->sku);
  if (sedia_cli_has (cli, "archived"))
    product->archived = sedia_cli_is_yes (sedia_cli_get (cli, "archived"));

  if (!set_fields (db, cli, product, error) || !sedia_product_save (db, product, error))
    return NULL;

  return reply_product (db, cli, product->id, error);
}

/**
 * sedia_cli_product_show: product show SKU
 */
char *
sedia_cli_product_show (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaProduct) product = NULL;

  product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0), error);
  if (product == NULL)
    return NULL;

  return sedia_cli_reply_one (cli, &sedia_cli_product_card_shape, product);
}

/**
 * sedia_cli_product_list: product list
 */
char *
sedia_cli_product_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (GPtrArray) products = NULL;

  products = sedia_product_list (db, sedia_cli_get (cli, "search"), sedia_cli_has (cli, "short"),
                                 sedia_cli_has (cli, "waiting"), error);
  if (products == NULL)
    return NULL;

  return sedia_cli_reply_list (cli, &sedia_cli_product_shape, products);
}
