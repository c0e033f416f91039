/* A row: an id, and a record that comes later and is replaced when the store says it changed. */
#include "config.h"

#include "sedia-row.h"

struct _SediaRow
{
  GObject parent_instance;

  gint64 id;
  gpointer record; /* NULL until its page has been read */
  GDestroyNotify record_free;
  guint revision;
};

typedef enum
{
  PROP_REVISION = 1,
} SediaRowProperty;

static GParamSpec *properties[PROP_REVISION + 1];

G_DEFINE_FINAL_TYPE (SediaRow, sedia_row, G_TYPE_OBJECT)

static void
sedia_row_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch ((SediaRowProperty) prop_id)
    {
    case PROP_REVISION:
      g_value_set_uint (value, SEDIA_ROW (object)->revision);
      break;
    }
}

static void
sedia_row_finalize (GObject *object)
{
  SediaRow *self = SEDIA_ROW (object);

  g_clear_pointer (&self->record, self->record_free);

  G_OBJECT_CLASS (sedia_row_parent_class)->finalize (object);
}

static void
sedia_row_class_init (SediaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sedia_row_get_property;
  object_class->finalize = sedia_row_finalize;

  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_row_init (SediaRow *self)
{
}

/**
 * sedia_row_new:
 * @id: the id of what the row shows
 * @record_free: frees a record
 *
 * Returns: (transfer full): a row that is loading
 */
SediaRow *
sedia_row_new (gint64         id,
               GDestroyNotify record_free)
{
  SediaRow *self;

  g_return_val_if_fail (record_free != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_ROW, NULL);
  self->id = id;
  self->record_free = record_free;

  return self;
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

  return self->id;
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

  return self->record == NULL;
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

  return self->revision;
}

/**
 * sedia_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record, valid until the next one; %NULL while loading
 */
gconstpointer
sedia_row_get_record (SediaRow *self)
{
  g_return_val_if_fail (SEDIA_IS_ROW (self), NULL);

  return self->record;
}

/**
 * sedia_row_take:
 * @self: a row
 * @record: (transfer full): what the store now says about it
 *
 * Gives the row a fresh record and tells every bound cell to look again.
 */
void
sedia_row_take (SediaRow *self,
                gpointer  record)
{
  g_return_if_fail (SEDIA_IS_ROW (self));
  g_return_if_fail (record != NULL);

  g_clear_pointer (&self->record, self->record_free);
  self->record = record;
  self->revision++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}
