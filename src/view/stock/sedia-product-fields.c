/* The fields of a product that several can have in common. */
#include "config.h"

#include "sedia-product-fields.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

#define NOTHING "–"

/* In the order in which they are offered: what is changed most comes first. */
static const struct
{
  SediaProductField field;
  const char *label;
  SediaFieldEditor editor;
} fields[] = {
  { SEDIA_PRODUCT_CATEGORY, NC_ ("product", "Category"), SEDIA_FIELD_EDITOR_CATEGORY },
  { SEDIA_PRODUCT_SUPPLIER, NC_ ("product", "Supplier"), SEDIA_FIELD_EDITOR_SUPPLIER },
  { SEDIA_PRODUCT_MINIMUM, NC_ ("product", "Minimum"), SEDIA_FIELD_EDITOR_AMOUNT },
  { SEDIA_PRODUCT_MAXIMUM, NC_ ("product", "Maximum"), SEDIA_FIELD_EDITOR_AMOUNT },
  { SEDIA_PRODUCT_MOQ, NC_ ("product", "Minimum order"), SEDIA_FIELD_EDITOR_AMOUNT },
  { SEDIA_PRODUCT_PACK, NC_ ("product", "Pack"), SEDIA_FIELD_EDITOR_WHOLE },
  { SEDIA_PRODUCT_PRICE, NC_ ("product", "Price"), SEDIA_FIELD_EDITOR_MONEY },
  { SEDIA_PRODUCT_COST, NC_ ("product", "Cost"), SEDIA_FIELD_EDITOR_MONEY },
  { SEDIA_PRODUCT_BACKORDER, NC_ ("product", "When there is none"), SEDIA_FIELD_EDITOR_POLICY },
  { SEDIA_PRODUCT_BACKORDER_LIMIT, NC_ ("product", "At most waiting"), SEDIA_FIELD_EDITOR_AMOUNT },
  { SEDIA_PRODUCT_BACKORDER_WAIT, NC_ ("product", "Waiting at most, days"),
    SEDIA_FIELD_EDITOR_WHOLE },
  { SEDIA_PRODUCT_BACKORDER_DEPOSIT, NC_ ("product", "Deposit, percent of the price"),
    SEDIA_FIELD_EDITOR_WHOLE },
  { SEDIA_PRODUCT_ALLOW_NEGATIVE, NC_ ("product", "Below zero too"), SEDIA_FIELD_EDITOR_SWITCH },
  { SEDIA_PRODUCT_ARCHIVED, NC_ ("product", "Archived"), SEDIA_FIELD_EDITOR_SWITCH },
};

/**
 * sedia_product_fields_count: How many there are.
 */
guint
sedia_product_fields_count (void)
{
  return G_N_ELEMENTS (fields);
}

/**
 * sedia_product_fields_get: Which is at a place.
 */
SediaProductField
sedia_product_fields_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (fields), SEDIA_N_PRODUCT_FIELDS);

  return fields[index].field;
}

/**
 * sedia_product_fields_label: What it is called.
 */
const char *
sedia_product_fields_label (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (fields), NULL);

  return g_dpgettext2 (NULL, "product", fields[index].label);
}

/**
 * sedia_product_fields_editor: How a new value of it is entered.
 */
SediaFieldEditor
sedia_product_fields_editor (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (fields), SEDIA_FIELD_EDITOR_CATEGORY);

  return fields[index].editor;
}

/**
 * sedia_product_policy_label: What happens when there is none.
 */
const char *
sedia_product_policy_label (SediaBackorderPolicy policy)
{
  switch (policy)
    {
    case SEDIA_BACKORDER_ALLOW:
      return C_("backorder", "Customers may wait for it");

    case SEDIA_BACKORDER_WARN:
      return C_("backorder", "Ask before they wait");

    case SEDIA_BACKORDER_REFUSE:
      return C_("backorder", "Nobody waits for it");
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_amount (gint64 amount,
            guint  decimals)
{
  return amount != SEDIA_NO_AMOUNT ? sedia_format_quantity (amount, decimals) : g_strdup (NOTHING);
}

static char *
dup_money (gint64 amount)
{
  return amount != SEDIA_NO_AMOUNT ? sedia_format_money (amount) : g_strdup (NOTHING);
}

static char *
dup_word (const char *word)
{
  return g_strdup (word != NULL && *word != '\0' ? word : NOTHING);
}

static char *
dup_switch (gboolean is_on)
{
  return g_strdup (is_on ? C_("switch", "Yes") : C_("switch", "No"));
}

/**
 * sedia_product_field_text:
 * @field: one of the fields
 * @product: of what
 *
 * Returns: (transfer full): its value, for people
 */
char *
sedia_product_field_text (SediaProductField   field,
                          const SediaProduct *product)
{
  switch (field)
    {
    case SEDIA_PRODUCT_CATEGORY:
      return dup_word (product->category);
    case SEDIA_PRODUCT_SUPPLIER:
      return dup_word (product->supplier);
    case SEDIA_PRODUCT_UNIT:
      return dup_word (product->unit);
    case SEDIA_PRODUCT_PACK:
      return dup_amount (product->pack > 0 ? product->pack : SEDIA_NO_AMOUNT, 0);
    case SEDIA_PRODUCT_PRICE:
      return dup_money (product->price);
    case SEDIA_PRODUCT_COST:
      return dup_money (product->cost);
    case SEDIA_PRODUCT_MINIMUM:
      return dup_amount (product->minimum, product->decimals);
    case SEDIA_PRODUCT_MAXIMUM:
      return dup_amount (product->maximum, product->decimals);
    case SEDIA_PRODUCT_MOQ:
      return dup_amount (product->moq, product->decimals);
    case SEDIA_PRODUCT_BACKORDER:
      return g_strdup (sedia_product_policy_label (product->backorder));
    case SEDIA_PRODUCT_BACKORDER_LIMIT:
      return dup_amount (product->backorder_limit, product->decimals);
    case SEDIA_PRODUCT_BACKORDER_WAIT:
      return dup_amount (product->backorder_wait > 0 ? product->backorder_wait : SEDIA_NO_AMOUNT,
                         0);
    case SEDIA_PRODUCT_BACKORDER_DEPOSIT:
      return dup_amount (product->backorder_deposit > 0 ? product->backorder_deposit
                                                        : SEDIA_NO_AMOUNT, 0);
    case SEDIA_PRODUCT_ALLOW_NEGATIVE:
      return dup_switch (product->allow_negative);
    case SEDIA_PRODUCT_ARCHIVED:
      return dup_switch (product->archived);
    case SEDIA_PRODUCT_SKU:
    case SEDIA_PRODUCT_NAME:
    case SEDIA_PRODUCT_BARCODES:
    case SEDIA_PRODUCT_DECIMALS:
    case SEDIA_PRODUCT_NOTE:
    case SEDIA_N_PRODUCT_FIELDS:
      break;
    }

  g_return_val_if_reached (NULL);
}
