/* What all rows have in common: an id, and a record that comes later and is replaced when the store
 * says that it changed. A cell is bound to the row, never to the record.
 */
#include "config.h"

#include "sedia-row.h"

#include "sedia-row-private.h"

typedef struct
{
  gint64 id;
  gpointer record; /* NULL until its page has been read */
  guint revision;
} SediaRowPrivate;

typedef enum
{
  PROP_ID = 1,
  PROP_LOADING,
  PROP_REVISION,
} SediaRowProperty;

static GParamSpec *properties[PROP_REVISION + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SediaRow, sedia_row, G_TYPE_OBJECT)

static SediaRowPrivate *
private_of (SediaRow *self)
{
  return sedia_row_get_instance_private (self);
}

static void
sedia_row_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  SediaRowPrivate *priv = private_of (SEDIA_ROW (object));

  switch ((SediaRowProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, priv->record == NULL);
      break;

    case PROP_REVISION:
      g_value_set_uint (value, priv->revision);
      break;
    }
}

static void
sedia_row_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  SediaRowPrivate *priv = private_of (SEDIA_ROW (object));

  g_assert (prop_id == PROP_ID);
  priv->id = g_value_get_int64 (value);
}

static void
sedia_row_finalize (GObject *object)
{
  SediaRowPrivate *priv = private_of (SEDIA_ROW (object));

  g_clear_pointer (&priv->record, SEDIA_ROW_GET_CLASS (object)->record_free);

  G_OBJECT_CLASS (sedia_row_parent_class)->finalize (object);
}

static void
sedia_row_class_init (SediaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_row_get_property;
  object_class->set_property = sedia_row_set_property;
  object_class->finalize = sedia_row_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                            G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_row_init (SediaRow *self)
{
}

/**
 * sedia_row_get_id:
 * @self: a row
 *
 * Returns: the id of what the row shows
 */
gint64
sedia_row_get_id (SediaRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ROW (self), 0);

  return private_of (self)->id;
}

/**
 * sedia_row_is_loading:
 * @self: a row
 *
 * Returns: whether its record is still to come
 */
gboolean
sedia_row_is_loading (SediaRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ROW (self), TRUE);

  return private_of (self)->record == NULL;
}

/**
 * sedia_row_get_revision:
 * @self: a row
 *
 * Returns: how many records it has been given so far
 */
guint
sedia_row_get_revision (SediaRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ROW (self), 0);

  return private_of (self)->revision;
}

/**
 * sedia_row_peek_record:
 * @self: a row
 *
 * Each kind of row has a function of its own that says what it is.
 *
 * Returns: (transfer none) (nullable): the record, valid until the next one; %NULL while loading
 */
gconstpointer
sedia_row_peek_record (SediaRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ROW (self), NULL);

  return private_of (self)->record;
}

/**
 * sedia_row_take:
 * @self: a row
 * @record: (transfer full): what the store now says about it
 *
 * Gives the row fresh values and tells every bound widget to look again.
 */
void
sedia_row_take (SediaRow *self,
                gpointer  record)
{
  SediaRowPrivate *priv;
  SediaRowClass *klass;
  gboolean was_loading;

  g_return_if_fail (SEDIA_IS_ROW (self));
  g_return_if_fail (record != NULL);

  priv = private_of (self);
  klass = SEDIA_ROW_GET_CLASS (self);
  was_loading = priv->record == NULL;

  g_clear_pointer (&priv->record, klass->record_free);
  priv->record = record;
  priv->revision++;

  g_object_freeze_notify (G_OBJECT (self));

  for (guint i = 1; i < klass->n_properties; i++)
    g_object_notify_by_pspec (G_OBJECT (self), klass->properties[i]);
  if (was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);

  g_object_thaw_notify (G_OBJECT (self));
}

static const GParamFlags spec_flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

/**
 * sedia_row_spec_string:
 * @name: a property
 *
 * Returns: (transfer floating): a string out of the record, %NULL while loading
 */
GParamSpec *
sedia_row_spec_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, spec_flags);
}

/**
 * sedia_row_spec_int64:
 * @name: a property
 *
 * Returns: (transfer floating): an amount or a time out of the record, 0 while loading
 */
GParamSpec *
sedia_row_spec_int64 (const char *name)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, spec_flags);
}

/**
 * sedia_row_spec_uint:
 * @name: a property
 *
 * Returns: (transfer floating): a small number out of the record, 0 while loading
 */
GParamSpec *
sedia_row_spec_uint (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, spec_flags);
}

/**
 * sedia_row_spec_boolean:
 * @name: a property
 *
 * Returns: (transfer floating): a fact out of the record, %FALSE while loading
 */
GParamSpec *
sedia_row_spec_boolean (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, spec_flags);
}
