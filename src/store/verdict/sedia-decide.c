/* The owner's decision whether customers may wait for a product: the verdict's, or another one with
 * a reason. */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-insight.h"
#include "sedia-operation.h"
#include "sedia-product-check.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

static gboolean
write_terms (SediaDb                    *db,
             SediaProduct               *product,
             const SediaBackorderTerms  *terms,
             const char                 *why,
             GError                    **error)
{
  product->backorder = terms->policy;
  product->backorder_limit = terms->limit;
  product->backorder_wait = terms->wait;
  product->backorder_deposit = terms->deposit;
  g_free (product->backorder_why);
  product->backorder_why = g_strstrip (g_strdup (why != NULL ? why : ""));

  return sedia_product_check_figures (product, NULL, error) &&
         sedia_product_write (db, product, error) &&
         sedia_operation_set_subject (db, product->sku, error);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped == NULL || *stripped == '\0';
}

static SediaProductVerdict *
read_verdict (SediaDb  *db,
              gint64    product_id,
              GError  **error)
{
  return sedia_verdict_of (db, product_id, sedia_day_of_time (sedia_db_operation (db)->at), error);
}

/**
 * sedia_product_decide:
 * @db: the writing connection, in an operation
 * @product_id: a product
 * @terms: on what terms customers may wait for it
 * @why: (nullable): why
 * @error: return location
 *
 * Sets the terms. Whoever decides otherwise than the verdict says why: later nobody remembers.
 * Where too little is known there is no verdict to decide against.
 */
gboolean
sedia_product_decide (SediaDb                    *db,
                      gint64                      product_id,
                      const SediaBackorderTerms  *terms,
                      const char                 *why,
                      GError                    **error)
{
  g_autoptr (SediaProductVerdict) verdict = read_verdict (db, product_id, error);

  if (verdict == NULL)
    return FALSE;
  if (is_blank (why) && verdict->verdict.kind != SEDIA_VERDICT_NOT_ENOUGH_HISTORY &&
      !sedia_backorder_terms_equal (terms, &verdict->verdict.terms))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("This is not what the verdict says; note why you decide so."));
      return FALSE;
    }

  return write_terms (db, verdict->product, terms, why, error);
}

/**
 * sedia_product_follow:
 * @db: the writing connection, in an operation
 * @product_id: a product
 * @error: return location
 *
 * Sets the terms that the verdict comes to now.
 */
gboolean
sedia_product_follow (SediaDb  *db,
                      gint64    product_id,
                      GError  **error)
{
  g_autoptr (SediaProductVerdict) verdict = read_verdict (db, product_id, error);

  if (verdict == NULL)
    return FALSE;
  if (verdict->verdict.kind == SEDIA_VERDICT_NOT_ENOUGH_HISTORY)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                   _("Too little is known of %s yet to say whether customers should wait for it; "
                     "decide yourself."),
                   verdict->product->name);
      return FALSE;
    }

  return write_terms (db, verdict->product, &verdict->verdict.terms, NULL, error);
}
