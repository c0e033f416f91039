/* A product in the stock list. */
#include "config.h"

#include "sedia-stock-row.h"

#include "sedia-model-types.h"
#include "sedia-row-private.h"

struct _SediaStockRow
{
  SediaRow parent_instance;
};

typedef enum
{
  PROP_SKU = 1,
  PROP_NAME,
  PROP_ON_HAND,
  PROP_RESERVED,
  PROP_FREE,
  PROP_WAITING,
  PROP_STATE,
  PROP_UNIT,
  PROP_DECIMALS,
  PROP_CATEGORY,
  PROP_SUPPLIER,
} SediaStockRowProperty;

static GParamSpec *properties[PROP_SUPPLIER + 1];

G_DEFINE_FINAL_TYPE (SediaStockRow, sedia_stock_row, SEDIA_TYPE_ROW)

static void
sedia_stock_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  const SediaProduct *record = sedia_row_peek_record (SEDIA_ROW (object));

  if (record == NULL)
    {
      g_param_value_set_default (pspec, value);
      return;
    }

  switch ((SediaStockRowProperty) prop_id)
    {
    case PROP_SKU:
      g_value_set_string (value, record->sku);
      break;

    case PROP_NAME:
      g_value_set_string (value, record->name);
      break;

    case PROP_ON_HAND:
      g_value_set_int64 (value, record->on_hand);
      break;

    case PROP_RESERVED:
      g_value_set_int64 (value, record->reserved);
      break;

    case PROP_FREE:
      g_value_set_int64 (value, record->on_hand - record->reserved);
      break;

    case PROP_WAITING:
      g_value_set_int64 (value, record->open - record->reserved);
      break;

    case PROP_STATE:
      g_value_set_enum (value, (int) sedia_product_state (record));
      break;

    case PROP_UNIT:
      g_value_set_string (value, record->unit);
      break;

    case PROP_DECIMALS:
      g_value_set_uint (value, record->decimals);
      break;

    case PROP_CATEGORY:
      g_value_set_string (value, record->category);
      break;

    case PROP_SUPPLIER:
      g_value_set_string (value, record->supplier);
      break;
    }
}

static void
sedia_stock_row_class_init (SediaStockRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SediaRowClass *row_class = SEDIA_ROW_CLASS (klass);

  object_class->get_property = sedia_stock_row_get_property;

  row_class->record_free = (GDestroyNotify) sedia_product_free;
  row_class->properties = properties;
  row_class->n_properties = G_N_ELEMENTS (properties);

  properties[PROP_SKU] = sedia_row_spec_string ("sku");
  properties[PROP_NAME] = sedia_row_spec_string ("name");
  properties[PROP_ON_HAND] = sedia_row_spec_int64 ("on-hand");
  properties[PROP_RESERVED] = sedia_row_spec_int64 ("reserved");
  properties[PROP_FREE] = sedia_row_spec_int64 ("free");
  properties[PROP_WAITING] = sedia_row_spec_int64 ("waiting");
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SEDIA_TYPE_STOCK_STATE,
                                              SEDIA_STOCK_OK,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNIT] = sedia_row_spec_string ("unit");
  properties[PROP_DECIMALS] = sedia_row_spec_uint ("decimals");
  properties[PROP_CATEGORY] = sedia_row_spec_string ("category");
  properties[PROP_SUPPLIER] = sedia_row_spec_string ("supplier");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_stock_row_init (SediaStockRow *self)
{
}

/**
 * sedia_stock_row_new:
 * @product_id: a product
 *
 * Returns: (transfer full): a row that is loading
 */
SediaStockRow *
sedia_stock_row_new (gint64 product_id)
{
  return g_object_new (SEDIA_TYPE_STOCK_ROW, "id", product_id, NULL);
}

/**
 * sedia_stock_row_get_record:
 * @self: a stock row
 *
 * Returns: (transfer none) (nullable): the product, valid until the next one; %NULL while loading
 */
const SediaProduct *
sedia_stock_row_get_record (SediaStockRow *self)
{
  g_return_val_if_fail (SEDIA_IS_STOCK_ROW (self), NULL);

  return sedia_row_peek_record (SEDIA_ROW (self));
}

/**
 * sedia_stock_row_take:
 * @self: a stock row
 * @record: (transfer full): what the store now says about this product
 *
 * Gives the row fresh values and tells every bound widget to look again.
 */
void
sedia_stock_row_take (SediaStockRow *self,
                      SediaProduct  *record)
{
  g_return_if_fail (SEDIA_IS_STOCK_ROW (self));
  g_return_if_fail (record != NULL && record->id == sedia_row_get_id (SEDIA_ROW (self)));

  sedia_row_take (SEDIA_ROW (self), record);
}
