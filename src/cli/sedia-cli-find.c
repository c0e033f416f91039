/* What a word of the command line names: products, customers, suppliers; see sedia-cli-values.h. */
#include "config.h"

#include "sedia-cli-values.h"

#include <glib/gi18n.h>

/**
 * sedia_cli_find_product:
 * @db: the records
 * @word: an SKU or a barcode
 * @error: return location
 *
 * Returns: (transfer full): the product, %NULL with @error set when there is none
 */
SediaProduct *
sedia_cli_find_product (SediaDb     *db,
                        const char  *word,
                        GError     **error)
{
  gint64 id = 0;

  if (!sedia_product_find (db, word, &id, error))
    return NULL;

  if (id == 0)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                   _("No product has the SKU or barcode “%s”."), word);
      return NULL;
    }

  return sedia_product_read (db, id, error);
}

/**
 * sedia_cli_find_customer:
 * @db: the records
 * @word: a name, code, phone number, or number such as "#12"
 * @archived: whether also one who is archived is meant
 * @error: return location
 *
 * People are never made by a typing mistake: who is not known is refused.
 *
 * Returns: the customer's id, 0 with @error set when there is none
 */
gint64
sedia_cli_find_customer (SediaDb     *db,
                         const char  *word,
                         gboolean     archived,
                         GError     **error)
{
  gint64 id = 0, hidden = 0;

  if (!(archived ? sedia_customer_find_any (db, word, &id, error)
                 : sedia_customer_find (db, word, &id, error)) ||
      id != 0)
    return id;

  if (!archived && !sedia_customer_find_any (db, word, &hidden, error))
    return 0;
  if (hidden != 0)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                 _("Customer “%s” is archived; bring the customer back with: sediactl customer "
                   "edit NAME --archived no."),
                 word);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                 _("No customer has the name, code or phone “%s”; add one with: "
                   "sediactl customer add NAME."),
                 word);

  return 0;
}

/**
 * sedia_cli_read_customer: (transfer full) the customer whom the first argument names, also one who
 * is archived.
 */
SediaCustomer *
sedia_cli_read_customer (SediaDb         *db,
                         const SediaCli  *cli,
                         GError         **error)
{
  const gint64 id = sedia_cli_find_customer (db, sedia_cli_argument (cli, 0), TRUE, error);

  return id != 0 ? sedia_customer_read (db, id, error) : NULL;
}

/**
 * sedia_cli_find_supplier:
 * @db: the records
 * @word: a name, code, or number such as "#12"
 * @archived: whether also one who is archived is meant
 * @error: return location
 *
 * Returns: the supplier's id, 0 with @error set when there is none
 */
gint64
sedia_cli_find_supplier (SediaDb     *db,
                         const char  *word,
                         gboolean     archived,
                         GError     **error)
{
  gint64 id = 0, hidden = 0;

  if (!(archived ? sedia_supplier_find_any (db, word, &id, error)
                 : sedia_supplier_find (db, word, &id, error)) ||
      id != 0)
    return id;

  if (!archived && !sedia_supplier_find_any (db, word, &hidden, error))
    return 0;
  if (hidden != 0)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                 _("Supplier “%s” is archived; bring the supplier back with: sediactl supplier "
                   "edit NAME --archived no."),
                 word);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                 _("No supplier has the name or code “%s”; add one with: "
                   "sediactl supplier add NAME."),
                 word);

  return 0;
}
