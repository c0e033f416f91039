/* A delivery, or the draft of one. */
#include "config.h"

#include "sedia-delivery-row.h"

#include "sedia-row-private.h"

struct _SediaDeliveryRow
{
  SediaRow parent_instance;
};

typedef enum
{
  PROP_IS_DRAFT = 1,
  PROP_NUMBER,
  PROP_SUPPLIER,
  PROP_NOTE_NUMBER,
  PROP_AT,
  PROP_LINES,
  PROP_IS_REVERSED,
  PROP_IS_REVERSAL,
  PROP_ACTOR,
} SediaDeliveryRowProperty;

static GParamSpec *properties[PROP_ACTOR + 1];

G_DEFINE_FINAL_TYPE (SediaDeliveryRow, sedia_delivery_row, SEDIA_TYPE_ROW)

static void
sedia_delivery_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SediaDeliveryRow *self = SEDIA_DELIVERY_ROW (object);
  const SediaDelivery *record = sedia_delivery_row_get_record (self);

  if (record == NULL && prop_id != PROP_IS_DRAFT)
    {
      g_param_value_set_default (pspec, value);
      return;
    }

  switch ((SediaDeliveryRowProperty) prop_id)
    {
    case PROP_IS_DRAFT:
      g_value_set_boolean (value, sedia_delivery_row_is_draft (self));
      break;

    case PROP_NUMBER:
      g_value_set_int64 (value, MAX (record->id, 0));
      break;

    case PROP_SUPPLIER:
      g_value_set_string (value, record->supplier);
      break;

    case PROP_NOTE_NUMBER:
      g_value_set_string (value, record->note_number);
      break;

    case PROP_AT:
      g_value_set_int64 (value, record->at);
      break;

    case PROP_LINES:
      g_value_set_uint (value, record->n_lines);
      break;

    case PROP_IS_REVERSED:
      g_value_set_boolean (value, record->reversed_by != 0);
      break;

    case PROP_IS_REVERSAL:
      g_value_set_boolean (value, record->reverses != 0);
      break;

    case PROP_ACTOR:
      g_value_set_string (value, record->actor);
      break;
    }
}

static void
sedia_delivery_row_class_init (SediaDeliveryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SediaRowClass *row_class = SEDIA_ROW_CLASS (klass);

  object_class->get_property = sedia_delivery_row_get_property;

  row_class->record_free = (GDestroyNotify) sedia_delivery_free;
  row_class->properties = properties;
  row_class->n_properties = G_N_ELEMENTS (properties);

  properties[PROP_IS_DRAFT] = sedia_row_spec_boolean ("is-draft");
  properties[PROP_NUMBER] = sedia_row_spec_int64 ("number");
  properties[PROP_SUPPLIER] = sedia_row_spec_string ("supplier");
  properties[PROP_NOTE_NUMBER] = sedia_row_spec_string ("note-number");
  properties[PROP_AT] = sedia_row_spec_int64 ("at");
  properties[PROP_LINES] = sedia_row_spec_uint ("lines");
  properties[PROP_IS_REVERSED] = sedia_row_spec_boolean ("is-reversed");
  properties[PROP_IS_REVERSAL] = sedia_row_spec_boolean ("is-reversal");
  properties[PROP_ACTOR] = sedia_row_spec_string ("actor");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_delivery_row_init (SediaDeliveryRow *self)
{
}

/**
 * sedia_delivery_row_new:
 * @id: a delivery; negative: a draft
 *
 * Returns: (transfer full): a row that is loading
 */
SediaDeliveryRow *
sedia_delivery_row_new (gint64 id)
{
  return g_object_new (SEDIA_TYPE_DELIVERY_ROW, "id", id, NULL);
}

/**
 * sedia_delivery_row_is_draft:
 * @self: a delivery row
 *
 * Returns: whether it is a draft; known before its record
 */
gboolean
sedia_delivery_row_is_draft (SediaDeliveryRow *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_ROW (self), FALSE);

  return sedia_row_get_id (SEDIA_ROW (self)) < 0;
}

/**
 * sedia_delivery_row_get_record:
 * @self: a delivery row
 *
 * Returns: (transfer none) (nullable): the delivery without its lines, until the next one; %NULL
 *   while loading
 */
const SediaDelivery *
sedia_delivery_row_get_record (SediaDeliveryRow *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_ROW (self), NULL);

  return sedia_row_peek_record (SEDIA_ROW (self));
}

/**
 * sedia_delivery_row_take:
 * @self: a delivery row
 * @record: (transfer full): what the store now says about this delivery
 *
 * Gives the row fresh values and tells every bound widget to look again.
 */
void
sedia_delivery_row_take (SediaDeliveryRow *self,
                         SediaDelivery    *record)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_ROW (self));
  g_return_if_fail (record != NULL && record->id == sedia_row_get_id (SEDIA_ROW (self)));

  sedia_row_take (SEDIA_ROW (self), record);
}
