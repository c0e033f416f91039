/* What to order, as rows by supplier: see sedia-reorder-rows.h. */
#include "config.h"

#include "sedia-reorder-rows.h"

#include "sedia-id-set.h"

struct _SediaReorderRows
{
  GObject parent_instance;

  GListStore *list;
  GHashTable *products;  /* id -> SediaReorderItem */
  GHashTable *headings;  /* supplier id -> SediaReorderItem */
  guint n_suppliers;     /* of which something is chosen */
  gboolean is_filling;   /* many rows change at once */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaReorderRows, sedia_reorder_rows, G_TYPE_OBJECT)

static SediaReorderItem *
item_at (SediaReorderRows *self,
         guint             position)
{
  g_autoptr (SediaReorderItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return item; /* the list keeps it */
}

static guint
n_items (SediaReorderRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* ---- what each supplier's rows come to */

/* The rows from @first on that belong to the heading right before them; the first that does not. */
static guint
count_group (SediaReorderRows *self,
             SediaReorderItem *heading,
             guint             first)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaReorderLine));
  const SediaReorder *reorder = NULL;
  SediaReorderWorth worth;
  guint i;

  for (i = first; i < n_items (self); i++)
    {
      SediaReorderItem *item = item_at (self, i);
      const SediaReorder *next = sedia_reorder_item_get_reorder (item);
      SediaReorderLine line;

      if (next == NULL)
        break;
      reorder = next;
      line = (SediaReorderLine) { reorder->product, &reorder->suggestion,
                                  sedia_reorder_item_get_quantity (item) };
      g_array_append_val (lines, line);
    }
  if (reorder == NULL)
    return i;

  sedia_reorder_worth ((const SediaReorderLine *) (gpointer) lines->data, lines->len, &worth);
  self->n_suppliers += worth.n_lines > 0;
  sedia_reorder_item_set_group (heading, reorder->product->supplier, reorder->least_value,
                                lines->len, &worth);

  return i;
}

static void
count (SediaReorderRows *self)
{
  guint i = 0;

  self->n_suppliers = 0;
  while (i < n_items (self))
    i = count_group (self, item_at (self, i), i + 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
item_changed_cb (SediaReorderRows *self)
{
  if (!self->is_filling)
    count (self);
}

/* ---- filling */

static SediaReorderItem *
find_heading (SediaReorderRows *self,
              gint64            supplier_id)
{
  SediaReorderItem *heading = g_hash_table_lookup (self->headings, &supplier_id);

  if (heading != NULL)
    return heading;

  heading = sedia_reorder_item_new_heading (supplier_id);
  g_hash_table_insert (self->headings, g_memdup2 (&supplier_id, sizeof supplier_id), heading);

  return heading;
}

/* The row there is, with what is suggested now; else a new one. */
static SediaReorderItem *
find_item (SediaReorderRows *self,
           SediaReorder     *reorder)
{
  const gint64 id = reorder->product->id;
  SediaReorderItem *item = g_hash_table_lookup (self->products, &id);

  if (item != NULL)
    {
      sedia_reorder_item_take (item, reorder);
      return item;
    }

  item = sedia_reorder_item_new (reorder);
  g_signal_connect_object (item, "notify::revision", G_CALLBACK (item_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->products, g_memdup2 (&id, sizeof id), item);

  return item;
}

/* What stays where it was is not touched, so that neither selection nor scrolling is. */
static void
show_items (SediaReorderRows *self,
            GPtrArray        *items)
{
  guint before = n_items (self), after = items->len, begin = 0;

  while (begin < MIN (before, after) &&
         item_at (self, begin) == g_ptr_array_index (items, begin))
    begin++;
  while (before > begin && after > begin &&
         item_at (self, before - 1) == g_ptr_array_index (items, after - 1))
    {
      before--;
      after--;
    }
  if (before > begin || after > begin)
    g_list_store_splice (self->list, begin, before - begin,
                         items->len > 0 ? &g_ptr_array_index (items, begin) : NULL, after - begin);
}

static gboolean
is_gone_cb (gpointer key,
            gpointer value,
            gpointer shown)
{
  return !g_hash_table_contains (shown, value);
}

/* Who is shown no more is forgotten, with what was typed. */
static void
drop_others (SediaReorderRows *self,
             GPtrArray        *items)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (shown, g_ptr_array_index (items, i));
  g_hash_table_foreach_remove (self->products, is_gone_cb, shown);
  g_hash_table_foreach_remove (self->headings, is_gone_cb, shown);
}

static void
show (SediaReorderRows *self,
      GPtrArray        *items)
{
  show_items (self, items);
  drop_others (self, items);
  count (self);
}

/* The rows of a list by supplier, each supplier with its heading. */
static void
add_items (SediaReorderRows *self,
           GPtrArray        *list,
           GPtrArray        *items)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < list->len; i++)
    {
      SediaReorder *reorder = g_steal_pointer (&g_ptr_array_index (list, i));
      SediaReorderItem *heading = find_heading (self, reorder->product->supplier_id);

      if (items->len == 0 ||
          sedia_reorder_item_get_supplier_id (g_ptr_array_index (items, items->len - 1)) !=
            reorder->product->supplier_id)
        g_ptr_array_add (items, heading);
      g_ptr_array_add (items, find_item (self, reorder));
    }
  self->is_filling = FALSE;
}

static void
sedia_reorder_rows_finalize (GObject *object)
{
  SediaReorderRows *self = SEDIA_REORDER_ROWS (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->products, g_hash_table_unref);
  g_clear_pointer (&self->headings, g_hash_table_unref);

  G_OBJECT_CLASS (sedia_reorder_rows_parent_class)->finalize (object);
}

static void
sedia_reorder_rows_class_init (SediaReorderRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_reorder_rows_finalize;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_REORDER_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_reorder_rows_init (SediaReorderRows *self)
{
  self->list = g_list_store_new (SEDIA_TYPE_REORDER_ITEM);
  self->products = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->headings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * sedia_reorder_rows_new:
 *
 * Returns: (transfer full): no rows
 */
SediaReorderRows *
sedia_reorder_rows_new (void)
{
  return g_object_new (SEDIA_TYPE_REORDER_ROWS, NULL);
}

/**
 * sedia_reorder_rows_get_list: (transfer none) the rows, each supplier's below its heading.
 */
GListModel *
sedia_reorder_rows_get_list (SediaReorderRows *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), NULL);

  return G_LIST_MODEL (self->list);
}

/**
 * sedia_reorder_rows_take:
 * @self: rows
 * @list: (element-type SediaReorder): what to order now, by supplier; emptied
 *
 * What the clerk typed stays, as long as the product is in the list.
 */
void
sedia_reorder_rows_take (SediaReorderRows *self,
                         GPtrArray        *list)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_return_if_fail (SEDIA_IS_REORDER_ROWS (self));

  add_items (self, list, items);
  g_ptr_array_set_size (list, 0);
  show (self, items);
}

static void
type_amounts (SediaReorderRows *self,
              GArray           *amounts)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);
      SediaReorderItem *item = g_hash_table_lookup (self->products, &amount->product_id);

      if (item != NULL)
        sedia_reorder_item_set_quantity (item, amount->quantity);
    }
  self->is_filling = FALSE;
}

/**
 * sedia_reorder_rows_take_filled:
 * @self: rows
 * @supplier_id: a supplier
 * @list: (element-type SediaReorder): its products, also those that are taken along; emptied
 * @amounts: (element-type SediaAmount): how much is ordered of them
 */
void
sedia_reorder_rows_take_filled (SediaReorderRows *self,
                                gint64            supplier_id,
                                GPtrArray        *list,
                                GArray           *amounts)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  gboolean is_added = FALSE;

  g_return_if_fail (SEDIA_IS_REORDER_ROWS (self));

  for (guint i = 0; i < n_items (self); i++)
    {
      SediaReorderItem *item = item_at (self, i);

      if (sedia_reorder_item_get_supplier_id (item) != supplier_id)
        g_ptr_array_add (items, item);
      else if (!is_added)
        {
          add_items (self, list, items);
          is_added = TRUE;
        }
    }
  g_ptr_array_set_size (list, 0);
  type_amounts (self, amounts);
  show (self, items);
}

/**
 * sedia_reorder_rows_forget:
 * @self: rows
 * @amounts: (element-type SediaAmount): what has been ordered
 *
 * What was typed of it counts no more.
 */
void
sedia_reorder_rows_forget (SediaReorderRows *self,
                           GArray           *amounts)
{
  g_return_if_fail (SEDIA_IS_REORDER_ROWS (self));

  self->is_filling = TRUE;
  for (guint i = 0; i < amounts->len; i++)
    {
      const gint64 id = g_array_index (amounts, SediaAmount, i).product_id;
      SediaReorderItem *item = g_hash_table_lookup (self->products, &id);

      if (item != NULL)
        sedia_reorder_item_forget (item);
    }
  self->is_filling = FALSE;
  count (self);
}

/**
 * sedia_reorder_rows_get_amounts:
 * @self: rows
 * @supplier_id: a supplier; 0 for all
 *
 * Returns: (transfer full) (element-type SediaAmount): what is chosen
 */
GArray *
sedia_reorder_rows_get_amounts (SediaReorderRows *self,
                                gint64            supplier_id)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), amounts);

  for (guint i = 0; i < n_items (self); i++)
    {
      SediaReorderItem *item = item_at (self, i);
      const SediaReorder *reorder = sedia_reorder_item_get_reorder (item);
      const gint64 own_id = sedia_reorder_item_get_supplier_id (item);

      if (reorder != NULL && own_id != 0 && (supplier_id == 0 || own_id == supplier_id) &&
          sedia_reorder_item_get_quantity (item) > 0)
        {
          const SediaAmount amount = { reorder->product->id,
                                       sedia_reorder_item_get_quantity (item) };

          g_array_append_val (amounts, amount);
        }
    }

  return amounts;
}

/**
 * sedia_reorder_rows_get_along: (transfer full) (element-type gint64) a set of the products that
 * are ordered though nothing of them is suggested.
 */
GHashTable *
sedia_reorder_rows_get_along (SediaReorderRows *self)
{
  GHashTable *along = sedia_id_set_new ();

  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), along);

  for (guint i = 0; i < n_items (self); i++)
    {
      SediaReorderItem *item = item_at (self, i);
      const SediaReorder *reorder = sedia_reorder_item_get_reorder (item);

      if (reorder != NULL && sedia_reorder_item_is_edited (item))
        sedia_id_set_add (along, reorder->product->id);
    }

  return along;
}

/**
 * sedia_reorder_rows_find_wrong:
 * @self: rows
 * @supplier_id: a supplier; 0 for all
 *
 * Returns: (transfer none) (nullable): the first chosen row of which what is typed is no quantity
 */
SediaReorderItem *
sedia_reorder_rows_find_wrong (SediaReorderRows *self,
                               gint64            supplier_id)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), NULL);

  for (guint i = 0; i < n_items (self); i++)
    {
      SediaReorderItem *item = item_at (self, i);

      if (sedia_reorder_item_is_wrong (item) &&
          (supplier_id == 0 || sedia_reorder_item_get_supplier_id (item) == supplier_id))
        return item;
    }

  return NULL;
}

/**
 * sedia_reorder_rows_count_suppliers: Of how many suppliers something is chosen.
 */
guint
sedia_reorder_rows_count_suppliers (SediaReorderRows *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), 0);

  return self->n_suppliers;
}

/**
 * sedia_reorder_rows_find: Whether a row is there, and where.
 */
gboolean
sedia_reorder_rows_find (SediaReorderRows *self,
                         SediaReorderItem *item,
                         guint            *position)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), FALSE);

  return g_list_store_find (self->list, item, position);
}

/**
 * sedia_reorder_rows_find_product: Whether a product has a row, and where.
 */
gboolean
sedia_reorder_rows_find_product (SediaReorderRows *self,
                                 gint64            product_id,
                                 guint            *position)
{
  SediaReorderItem *item;

  g_return_val_if_fail (SEDIA_IS_REORDER_ROWS (self), FALSE);

  item = g_hash_table_lookup (self->products, &product_id);
  return item != NULL && g_list_store_find (self->list, item, position);
}
