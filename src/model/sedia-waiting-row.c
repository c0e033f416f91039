/* A waiting line, or the heading of a group of them. */
#include "config.h"

#include "sedia-waiting-row.h"

#include "sedia-model-types.h"
#include "sedia-row-private.h"

struct _SediaWaitingRow
{
  SediaRow parent_instance;
};

typedef enum
{
  PROP_IS_HEADING = 1,
  PROP_HEADING,
  PROP_HEADING_DETAIL,
  PROP_LINES,
  PROP_POSITION,
  PROP_ORDER_ID,
  PROP_LINE_NUMBER,
  PROP_CUSTOMER,
  PROP_PRODUCT,
  PROP_SKU,
  PROP_OPEN,
  PROP_RESERVED,
  PROP_WAITING,
  PROP_SINCE,
  PROP_NEED_BY,
  PROP_TOLD,
  PROP_TOLD_AT,
  PROP_FIRST,
  PROP_HELD,
  PROP_ALL_OR_NOTHING,
  PROP_UNIT,
  PROP_DECIMALS,
} SediaWaitingRowProperty;

static GParamSpec *properties[PROP_DECIMALS + 1];

G_DEFINE_FINAL_TYPE (SediaWaitingRow, sedia_waiting_row, SEDIA_TYPE_ROW)

/* The properties of a line; a heading has their defaults. */
static void
get_line_property (const SediaOrderLine    *line,
                   SediaWaitingRowProperty  property,
                   GValue                  *value)
{
  switch (property)
    {
    case PROP_POSITION:
      g_value_set_uint (value, line->queue_position);
      break;

    case PROP_ORDER_ID:
      g_value_set_int64 (value, line->order_id);
      break;

    case PROP_LINE_NUMBER:
      g_value_set_uint (value, line->position);
      break;

    case PROP_CUSTOMER:
      g_value_set_string (value, line->customer);
      break;

    case PROP_PRODUCT:
      g_value_set_string (value, line->product);
      break;

    case PROP_SKU:
      g_value_set_string (value, line->sku);
      break;

    case PROP_OPEN:
      g_value_set_int64 (value, sedia_order_line_open (line));
      break;

    case PROP_RESERVED:
      g_value_set_int64 (value, line->reserved);
      break;

    case PROP_WAITING:
      g_value_set_int64 (value, sedia_order_line_waiting (line));
      break;

    case PROP_SINCE:
      g_value_set_int64 (value, line->placed_at);
      break;

    case PROP_NEED_BY:
      g_value_set_int (value, line->need_by);
      break;

    case PROP_TOLD:
      g_value_set_enum (value, (int) line->told);
      break;

    case PROP_TOLD_AT:
      g_value_set_int64 (value, line->told_at);
      break;

    case PROP_FIRST:
      g_value_set_boolean (value, line->first);
      break;

    case PROP_HELD:
      g_value_set_boolean (value, line->held);
      break;

    case PROP_ALL_OR_NOTHING:
      g_value_set_boolean (value, line->all_or_nothing);
      break;

    case PROP_UNIT:
      g_value_set_string (value, line->unit);
      break;

    case PROP_DECIMALS:
      g_value_set_uint (value, line->decimals);
      break;

    case PROP_IS_HEADING:
    case PROP_HEADING:
    case PROP_HEADING_DETAIL:
    case PROP_LINES:
      break;
    }
}

static void
get_heading_property (const SediaWaiting      *heading,
                      SediaWaitingRowProperty  property,
                      GValue                  *value)
{
  switch (property)
    {
    case PROP_HEADING:
      g_value_set_string (value, heading->heading);
      break;

    case PROP_HEADING_DETAIL:
      g_value_set_string (value, heading->heading_detail);
      break;

    case PROP_LINES:
      g_value_set_uint (value, heading->lines);
      break;

    case PROP_OPEN:
      g_value_set_int64 (value, heading->open);
      break;

    case PROP_RESERVED:
      g_value_set_int64 (value, heading->reserved);
      break;

    case PROP_WAITING:
      g_value_set_int64 (value, heading->waiting);
      break;

    case PROP_UNIT:
      g_value_set_string (value, heading->unit);
      break;

    case PROP_DECIMALS:
      g_value_set_uint (value, heading->decimals);
      break;

    case PROP_IS_HEADING:
    case PROP_POSITION:
    case PROP_ORDER_ID:
    case PROP_LINE_NUMBER:
    case PROP_CUSTOMER:
    case PROP_PRODUCT:
    case PROP_SKU:
    case PROP_SINCE:
    case PROP_NEED_BY:
    case PROP_TOLD:
    case PROP_TOLD_AT:
    case PROP_FIRST:
    case PROP_HELD:
    case PROP_ALL_OR_NOTHING:
      break;
    }
}

static void
sedia_waiting_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SediaWaitingRow *self = SEDIA_WAITING_ROW (object);
  const SediaWaiting *record = sedia_waiting_row_get_record (self);

  g_param_value_set_default (pspec, value);

  if (prop_id == PROP_IS_HEADING)
    g_value_set_boolean (value, sedia_waiting_row_is_heading (self));
  else if (record != NULL && record->line != NULL)
    get_line_property (record->line, (SediaWaitingRowProperty) prop_id, value);
  else if (record != NULL)
    get_heading_property (record, (SediaWaitingRowProperty) prop_id, value);
}

static void
sedia_waiting_row_class_init (SediaWaitingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SediaRowClass *row_class = SEDIA_ROW_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_waiting_row_get_property;

  row_class->record_free = (GDestroyNotify) sedia_waiting_free;
  row_class->properties = properties;
  row_class->n_properties = G_N_ELEMENTS (properties);

  properties[PROP_IS_HEADING] = sedia_row_spec_boolean ("is-heading");
  properties[PROP_HEADING] = sedia_row_spec_string ("heading");
  properties[PROP_HEADING_DETAIL] = sedia_row_spec_string ("heading-detail");
  properties[PROP_LINES] = sedia_row_spec_uint ("lines");
  properties[PROP_POSITION] = sedia_row_spec_uint ("position");
  properties[PROP_ORDER_ID] = sedia_row_spec_int64 ("order-id");
  properties[PROP_LINE_NUMBER] = sedia_row_spec_uint ("line-number");
  properties[PROP_CUSTOMER] = sedia_row_spec_string ("customer");
  properties[PROP_PRODUCT] = sedia_row_spec_string ("product");
  properties[PROP_SKU] = sedia_row_spec_string ("sku");
  properties[PROP_OPEN] = sedia_row_spec_int64 ("open");
  properties[PROP_RESERVED] = sedia_row_spec_int64 ("reserved");
  properties[PROP_WAITING] = sedia_row_spec_int64 ("waiting");
  properties[PROP_SINCE] = sedia_row_spec_int64 ("since");
  properties[PROP_NEED_BY] = g_param_spec_int ("need-by", NULL, NULL, G_MININT, G_MAXINT,
                                               SEDIA_NO_DAY, flags);
  properties[PROP_TOLD] = g_param_spec_enum ("told", NULL, NULL, SEDIA_TYPE_TOLD,
                                             SEDIA_TOLD_NO_NEED, flags);
  properties[PROP_TOLD_AT] = sedia_row_spec_int64 ("told-at");
  properties[PROP_FIRST] = sedia_row_spec_boolean ("first");
  properties[PROP_HELD] = sedia_row_spec_boolean ("held");
  properties[PROP_ALL_OR_NOTHING] = sedia_row_spec_boolean ("all-or-nothing");
  properties[PROP_UNIT] = sedia_row_spec_string ("unit");
  properties[PROP_DECIMALS] = sedia_row_spec_uint ("decimals");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_waiting_row_init (SediaWaitingRow *self)
{
}

/**
 * sedia_waiting_row_new:
 * @id: an order line; negative: a heading
 *
 * Returns: (transfer full): a row that is loading
 */
SediaWaitingRow *
sedia_waiting_row_new (gint64 id)
{
  return g_object_new (SEDIA_TYPE_WAITING_ROW, "id", id, NULL);
}

/**
 * sedia_waiting_row_is_heading:
 * @self: a waiting row
 *
 * Returns: whether it is the heading of a group; known before its record
 */
gboolean
sedia_waiting_row_is_heading (SediaWaitingRow *self)
{
  g_return_val_if_fail (SEDIA_IS_WAITING_ROW (self), FALSE);

  return sedia_row_get_id (SEDIA_ROW (self)) < 0;
}

/**
 * sedia_waiting_row_get_record:
 * @self: a waiting row
 *
 * Returns: (transfer none) (nullable): line or heading, until the next one; %NULL while loading
 */
const SediaWaiting *
sedia_waiting_row_get_record (SediaWaitingRow *self)
{
  g_return_val_if_fail (SEDIA_IS_WAITING_ROW (self), NULL);

  return sedia_row_peek_record (SEDIA_ROW (self));
}

/**
 * sedia_waiting_row_take:
 * @self: a waiting row
 * @record: (transfer full): what the store now says about this line or heading
 *
 * Gives the row fresh values and tells every bound widget to look again.
 */
void
sedia_waiting_row_take (SediaWaitingRow *self,
                        SediaWaiting    *record)
{
  g_return_if_fail (SEDIA_IS_WAITING_ROW (self));
  g_return_if_fail (record != NULL && record->id == sedia_row_get_id (SEDIA_ROW (self)));

  sedia_row_take (SEDIA_ROW (self), record);
}
