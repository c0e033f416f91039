/* Which column the user sorts a column view by.
 *
 * In GTK 4.8 the view's sorter is opaque. But it forwards `compare` to the sorters of its columns,
 * the first one first, and flips the sign of a descending one. So each column's sorter always
 * answers "smaller" and notes its key if nobody was asked before. From GTK 4.10 on this is two
 * lines.
 */
#include "config.h"

#include "sedia-column-sorter.h"

struct _SediaColumnSorter
{
  GtkSorter parent_instance;

  char *key;
};

typedef enum
{
  PROP_KEY = 1,
} SediaColumnSorterProperty;

static GParamSpec *properties[PROP_KEY + 1];

/* Set only while a probe runs. */
static const char *asked_first;

G_DEFINE_FINAL_TYPE (SediaColumnSorter, sedia_column_sorter, GTK_TYPE_SORTER)

static GtkOrdering
sedia_column_sorter_compare (GtkSorter *sorter,
                             gpointer   left,
                             gpointer   right)
{
  SediaColumnSorter *self = SEDIA_COLUMN_SORTER (sorter);

  if (asked_first == NULL)
    asked_first = self->key;

  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
sedia_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
sedia_column_sorter_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SediaColumnSorter *self = SEDIA_COLUMN_SORTER (object);

  switch ((SediaColumnSorterProperty) prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    }
}

static void
sedia_column_sorter_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SediaColumnSorter *self = SEDIA_COLUMN_SORTER (object);

  switch ((SediaColumnSorterProperty) prop_id)
    {
    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;
    }
}

static void
sedia_column_sorter_finalize (GObject *object)
{
  SediaColumnSorter *self = SEDIA_COLUMN_SORTER (object);

  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (sedia_column_sorter_parent_class)->finalize (object);
}

static void
sedia_column_sorter_class_init (SediaColumnSorterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  object_class->finalize = sedia_column_sorter_finalize;
  object_class->get_property = sedia_column_sorter_get_property;
  object_class->set_property = sedia_column_sorter_set_property;
  sorter_class->compare = sedia_column_sorter_compare;
  sorter_class->get_order = sedia_column_sorter_get_order;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                              G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_column_sorter_init (SediaColumnSorter *self)
{
}

/**
 * sedia_column_sorter_new:
 * @key: a column that sedia_sort_from_string() knows
 *
 * Returns: (transfer full): a sorter for one column
 */
GtkSorter *
sedia_column_sorter_new (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  return g_object_new (SEDIA_TYPE_COLUMN_SORTER, "key", key, NULL);
}

/**
 * sedia_column_sorter_probe:
 * @view_sorter: the sorter of a column view
 * @direction: (out): which way
 *
 * Returns: (nullable) (transfer none): key of the column the user sorts by, NULL for none; the
 *   column's sorter owns it
 */
const char *
sedia_column_sorter_probe (GtkSorter   *view_sorter,
                           GtkSortType *direction)
{
  g_autoptr (GObject) left = NULL;
  g_autoptr (GObject) right = NULL;
  GtkOrdering answer;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), NULL);
  g_return_val_if_fail (direction != NULL, NULL);

  /* Two different ones: comparing an item with itself is answered without asking anybody. */
  left = g_object_new (G_TYPE_OBJECT, NULL);
  right = g_object_new (G_TYPE_OBJECT, NULL);

  asked_first = NULL;
  answer = gtk_sorter_compare (view_sorter, left, right);
  *direction = answer == GTK_ORDERING_LARGER ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;

  return g_steal_pointer (&asked_first);
}

/**
 * sedia_column_sorter_probe_sort:
 * @view_sorter: the sorter of a column view
 * @descending: (out): whether it is the other way round
 *
 * Returns: the order for a query, %SEDIA_SORT_DEFAULT when no column was chosen
 */
SediaSort
sedia_column_sorter_probe_sort (GtkSorter *view_sorter,
                                gboolean  *descending)
{
  GtkSortType direction;
  const char *key;

  g_return_val_if_fail (descending != NULL, SEDIA_SORT_DEFAULT);

  key = sedia_column_sorter_probe (view_sorter, &direction);
  *descending = key != NULL && direction == GTK_SORT_DESCENDING;

  return key != NULL ? sedia_sort_from_string (key) : SEDIA_SORT_DEFAULT;
}
