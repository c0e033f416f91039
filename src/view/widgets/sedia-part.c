/* A row of words for a detail pane; made anew whenever the thing changes, never changed itself. */
#include "config.h"

#include "sedia-part.h"

/* What somebody wrote is shown whole, but one row does not fill the screen. */
#define MOST_LINES 20

struct _SediaPart
{
  GObject parent_instance;

  gboolean is_heading;
  gboolean wraps;
  SediaKind kind;
  gint64 id;
  char *title;
  char *value;
  char *detail;
  char *aside;
  char *icon;
  char *tone;
};

typedef enum
{
  PROP_IS_HEADING = 1,
  PROP_WRAPS,
  PROP_LINES,
  PROP_TITLE,
  PROP_VALUE,
  PROP_DETAIL,
  PROP_ASIDE,
  PROP_ICON,
  PROP_CLASSES,
  PROP_DETAIL_CLASSES,
} SediaPartProperty;

static GParamSpec *properties[PROP_DETAIL_CLASSES + 1];

G_DEFINE_FINAL_TYPE (SediaPart, sedia_part, G_TYPE_OBJECT)

static void
sedia_part_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SediaPart *self = SEDIA_PART (object);
  const char *const heading[] = { "part", "part-heading", NULL };
  const char *const plain[] = { "part", self->id != 0 ? "leads-on" : NULL, NULL };
  const char *const tone[] = { self->tone != NULL ? self->tone : "secondary", NULL };

  switch ((SediaPartProperty) prop_id)
    {
    case PROP_IS_HEADING:
      g_value_set_boolean (value, self->is_heading);
      break;

    case PROP_WRAPS:
      g_value_set_boolean (value, self->wraps);
      break;

    case PROP_LINES:
      g_value_set_int (value, self->wraps ? MOST_LINES : -1);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_ASIDE:
      g_value_set_string (value, self->aside);
      break;

    case PROP_ICON:
      g_value_set_string (value, self->icon);
      break;

    case PROP_CLASSES:
      g_value_set_boxed (value, self->is_heading ? heading : plain);
      break;

    case PROP_DETAIL_CLASSES:
      g_value_set_boxed (value, tone);
      break;
    }
}

static void
sedia_part_finalize (GObject *object)
{
  SediaPart *self = SEDIA_PART (object);

  g_free (self->title);
  g_free (self->value);
  g_free (self->detail);
  g_free (self->aside);
  g_free (self->icon);
  g_free (self->tone);

  G_OBJECT_CLASS (sedia_part_parent_class)->finalize (object);
}

static void
sedia_part_class_init (SediaPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_part_get_property;
  object_class->finalize = sedia_part_finalize;

  properties[PROP_IS_HEADING] = g_param_spec_boolean ("is-heading", NULL, NULL, FALSE, flags);
  properties[PROP_WRAPS] = g_param_spec_boolean ("wraps", NULL, NULL, FALSE, flags);
  properties[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, -1, MOST_LINES, -1, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ASIDE] = g_param_spec_string ("aside", NULL, NULL, NULL, flags);
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  properties[PROP_CLASSES] = g_param_spec_boxed ("classes", NULL, NULL, G_TYPE_STRV,
                                                       flags);
  properties[PROP_DETAIL_CLASSES] = g_param_spec_boxed ("detail-classes", NULL, NULL, G_TYPE_STRV,
                                                        flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_part_init (SediaPart *self)
{
}

/**
 * sedia_part_new:
 * @text: what it says
 *
 * Returns: (transfer full): a row
 */
SediaPart *
sedia_part_new (const SediaPartText *text)
{
  SediaPart *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_PART, NULL);
  self->is_heading = text->is_heading;
  self->wraps = text->wraps;
  self->kind = text->kind;
  self->id = text->id;
  self->title = g_strdup (text->title);
  self->value = g_strdup (text->value);
  self->detail = g_strdup (text->detail);
  self->aside = g_strdup (text->aside);
  self->icon = g_strdup (text->icon);
  self->tone = g_strdup (text->tone);

  return self;
}

/**
 * sedia_part_get_id:
 * @self: a row
 *
 * Returns: what it leads to, 0 for nothing
 */
gint64
sedia_part_get_id (SediaPart *self)
{
  g_return_val_if_fail (SEDIA_IS_PART (self), 0);

  return self->id;
}

/**
 * sedia_part_get_kind: Of what it leads to.
 */
SediaKind
sedia_part_get_kind (SediaPart *self)
{
  g_return_val_if_fail (SEDIA_IS_PART (self), SEDIA_KIND_PRODUCT);

  return self->kind;
}

/**
 * sedia_part_equal:
 * @self: a row
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
sedia_part_equal (SediaPart *self,
                  SediaPart *other)
{
  g_return_val_if_fail (SEDIA_IS_PART (self), FALSE);
  g_return_val_if_fail (SEDIA_IS_PART (other), FALSE);

  return self->is_heading == other->is_heading && self->wraps == other->wraps &&
         self->kind == other->kind && self->id == other->id &&
         g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->value, other->value) == 0 &&
         g_strcmp0 (self->detail, other->detail) == 0 &&
         g_strcmp0 (self->aside, other->aside) == 0 && g_strcmp0 (self->icon, other->icon) == 0 &&
         g_strcmp0 (self->tone, other->tone) == 0;
}

static gboolean
is_same_at (GListStore *store,
            guint       position,
            GPtrArray  *parts,
            guint       index)
{
  g_autoptr (SediaPart) known = g_list_model_get_item (G_LIST_MODEL (store), position);

  return sedia_part_equal (known, g_ptr_array_index (parts, index));
}

/**
 * sedia_part_fill:
 * @store: what is shown
 * @parts: (element-type SediaPart): what is to be shown
 *
 * Replaces only the rows between the common beginning and the common end, so that a list that is
 * read again and again while somebody types keeps its scroll place.
 */
void
sedia_part_fill (GListStore *store,
                 GPtrArray  *parts)
{
  guint n_known;
  guint head = 0;
  guint tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (parts != NULL);

  n_known = g_list_model_get_n_items (G_LIST_MODEL (store));

  while (head < n_known && head < parts->len && is_same_at (store, head, parts, head))
    head++;
  while (tail < n_known - head && tail < parts->len - head &&
         is_same_at (store, n_known - 1 - tail, parts, parts->len - 1 - tail))
    tail++;

  if (head + tail == n_known && n_known == parts->len)
    return;

  g_list_store_splice (store, head, n_known - head - tail,
                       parts->pdata != NULL ? parts->pdata + head : NULL, parts->len - head - tail);
}
