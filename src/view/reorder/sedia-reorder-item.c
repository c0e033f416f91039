/* A row of what to order: see sedia-reorder-item.h. */
#include "config.h"

#include "sedia-reorder-item.h"

#include "sedia-format.h"
#include "sedia-typed-quantity.h"

#include <glib/gi18n.h>

struct _SediaReorderItem
{
  GObject parent_instance;

  gint64 supplier_id;
  guint revision;

  SediaReorder *reorder; /* NULL of a heading */
  gboolean is_chosen;
  gboolean is_edited;
  char *typed;
  gint64 quantity;
  gboolean is_wrong;
  char *problem; /* NULL when all is well */

  char *title;   /* of a heading, and so below */
  char *sentence;
  gboolean is_short;
  gboolean can_order;
};

typedef enum
{
  PROP_TYPED = 1,
  PROP_CHOSEN,
  PROP_REVISION,
} SediaReorderItemProperty;

static GParamSpec *properties[PROP_REVISION + 1];

G_DEFINE_FINAL_TYPE (SediaReorderItem, sedia_reorder_item, G_TYPE_OBJECT)

static void
tell (SediaReorderItem *self)
{
  self->revision++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

/* ---- what is typed */

static char *
amount_text (const SediaProduct *product,
             gint64              amount)
{
  return sedia_quantity_text (amount, product->decimals, product->unit);
}

/* What the supplier will not take, or who goes without; it can be ordered all the same. */
static char *
dup_doubt (const SediaReorder *reorder,
           gint64              quantity)
{
  const SediaProduct *product = reorder->product;
  const gint64 pack = sedia_reorder_pack (product);
  const gint64 waiting = -reorder->suggestion.projected - quantity;
  g_autofree char *amount = NULL;

  if (quantity % pack != 0)
    {
      amount = amount_text (product, pack);
      return g_strdup_printf (_("It comes in packs of %s."), amount);
    }
  if (quantity > 0 && product->moq != SEDIA_NO_AMOUNT && quantity < product->moq)
    {
      amount = amount_text (product, product->moq);
      return g_strdup_printf (_("The least order is %s."), amount);
    }
  if (waiting <= 0)
    return NULL;

  amount = amount_text (product, waiting);
  return g_strdup_printf (_("Customers who wait still lack %s."), amount);
}

static gboolean
is_zero (const char *typed)
{
  gint64 value;

  return sedia_number_parse (typed, SEDIA_DECIMALS_MAX, sedia_number_form_of_locale (), &value,
                             NULL) && value == 0;
}

static void
understand (SediaReorderItem *self)
{
  SediaTypedQuantity typed = { .doubt = SEDIA_QUANTITY_FINE };

  g_clear_pointer (&self->problem, g_free);
  self->quantity = 0;
  self->is_wrong = FALSE;
  if (*self->typed != '\0' && !is_zero (self->typed))
    {
      sedia_typed_quantity_read (&typed, self->typed, self->reorder->product,
                                 sedia_number_form_of_locale ());
      self->is_wrong = !sedia_typed_quantity_counts (&typed);
      self->quantity = typed.amount;
      self->problem = g_steal_pointer (&typed.sentence);
      sedia_typed_quantity_clear (&typed);
    }
  if (!self->is_wrong && self->problem == NULL)
    self->problem = dup_doubt (self->reorder, self->quantity);
}

static char *
dup_number (SediaReorderItem *self,
            gint64            quantity)
{
  return sedia_number_format (quantity, self->reorder->product->decimals,
                              sedia_number_form_of_locale ());
}

/* Nothing is told. */
static gboolean
put_typed (SediaReorderItem *self,
           const char       *typed)
{
  if (g_strcmp0 (self->typed, typed) == 0)
    return FALSE;

  g_free (self->typed);
  self->typed = g_strdup (typed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPED]);

  return TRUE;
}

static void
put_chosen (SediaReorderItem *self,
            gboolean          chosen)
{
  if (self->is_chosen == chosen)
    return;

  self->is_chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* As it is suggested. */
static void
put_suggestion (SediaReorderItem *self)
{
  g_autofree char *text = dup_number (self, self->reorder->suggestion.suggested);

  put_typed (self, text);
}

/* ---- the object */

static void
sedia_reorder_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SediaReorderItem *self = SEDIA_REORDER_ITEM (object);

  switch ((SediaReorderItemProperty) prop_id)
    {
    case PROP_TYPED:
      g_value_set_string (value, self->typed);
      break;

    case PROP_CHOSEN:
      g_value_set_boolean (value, self->is_chosen);
      break;

    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;
    }
}

static void
sedia_reorder_item_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SediaReorderItem *self = SEDIA_REORDER_ITEM (object);

  switch ((SediaReorderItemProperty) prop_id)
    {
    case PROP_TYPED:
      sedia_reorder_item_set_typed (self, g_value_get_string (value));
      break;

    case PROP_CHOSEN:
      sedia_reorder_item_set_chosen (self, g_value_get_boolean (value));
      break;

    case PROP_REVISION:
      g_assert_not_reached ();
    }
}

static void
sedia_reorder_item_finalize (GObject *object)
{
  SediaReorderItem *self = SEDIA_REORDER_ITEM (object);

  g_clear_pointer (&self->reorder, sedia_reorder_free);
  g_free (self->typed);
  g_free (self->problem);
  g_free (self->title);
  g_free (self->sentence);

  G_OBJECT_CLASS (sedia_reorder_item_parent_class)->finalize (object);
}

static void
sedia_reorder_item_class_init (SediaReorderItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sedia_reorder_item_get_property;
  object_class->set_property = sedia_reorder_item_set_property;
  object_class->finalize = sedia_reorder_item_finalize;

  properties[PROP_TYPED] = g_param_spec_string ("typed", NULL, NULL, "", flags);
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_reorder_item_init (SediaReorderItem *self)
{
  self->typed = g_strdup ("");
}

/**
 * sedia_reorder_item_new:
 * @reorder: (transfer full): a product, and what is suggested of it
 *
 * Returns: (transfer full): its row, chosen when it has a supplier
 */
SediaReorderItem *
sedia_reorder_item_new (SediaReorder *reorder)
{
  SediaReorderItem *self = g_object_new (SEDIA_TYPE_REORDER_ITEM, NULL);

  self->reorder = reorder;
  self->supplier_id = reorder->product->supplier_id;
  self->is_chosen = self->supplier_id != 0;
  put_suggestion (self);
  understand (self);

  return self;
}

/**
 * sedia_reorder_item_new_heading:
 * @supplier_id: a supplier; 0 for none
 *
 * Returns: (transfer full): the heading of what it brings
 */
SediaReorderItem *
sedia_reorder_item_new_heading (gint64 supplier_id)
{
  SediaReorderItem *self = g_object_new (SEDIA_TYPE_REORDER_ITEM, NULL);

  self->supplier_id = supplier_id;

  return self;
}

/**
 * sedia_reorder_item_get_reorder: (transfer none) (nullable) what it is about; NULL of a heading.
 */
const SediaReorder *
sedia_reorder_item_get_reorder (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), NULL);

  return self->reorder;
}

/**
 * sedia_reorder_item_get_supplier_id: Who brings it, 0 for nobody.
 */
gint64
sedia_reorder_item_get_supplier_id (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), 0);

  return self->supplier_id;
}

/**
 * sedia_reorder_item_take:
 * @self: a row of a product
 * @reorder: (transfer full): what is suggested of it now
 *
 * What the clerk typed stays.
 */
void
sedia_reorder_item_take (SediaReorderItem *self,
                         SediaReorder     *reorder)
{
  const gboolean has_moved = self->supplier_id != reorder->product->supplier_id;

  g_return_if_fail (SEDIA_IS_REORDER_ITEM (self) && self->reorder != NULL);

  sedia_reorder_free (self->reorder);
  self->reorder = reorder;
  self->supplier_id = reorder->product->supplier_id;
  if (has_moved)
    put_chosen (self, self->supplier_id != 0);
  if (!self->is_edited)
    put_suggestion (self);
  understand (self);
  tell (self);
}

/**
 * sedia_reorder_item_get_chosen: Whether it is ordered.
 */
gboolean
sedia_reorder_item_get_chosen (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), FALSE);

  return self->is_chosen;
}

/**
 * sedia_reorder_item_set_chosen: Orders it, or leaves it out. Nobody can be asked to bring what has
 * no supplier.
 */
void
sedia_reorder_item_set_chosen (SediaReorderItem *self,
                               gboolean          chosen)
{
  g_return_if_fail (SEDIA_IS_REORDER_ITEM (self));

  if (self->is_chosen == chosen || self->supplier_id == 0)
    return;

  put_chosen (self, chosen);
  tell (self);
}

/**
 * sedia_reorder_item_get_typed: (transfer none) the quantity as it is typed.
 */
const char *
sedia_reorder_item_get_typed (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), NULL);

  return self->typed;
}

/**
 * sedia_reorder_item_set_typed:
 * @self: a row of a product
 * @typed: a quantity, or packs
 *
 * What is typed is ordered.
 */
void
sedia_reorder_item_set_typed (SediaReorderItem *self,
                              const char       *typed)
{
  g_return_if_fail (SEDIA_IS_REORDER_ITEM (self) && self->reorder != NULL);

  if (!put_typed (self, typed))
    return;

  self->is_edited = TRUE;
  understand (self);
  if (self->quantity > 0 && self->supplier_id != 0)
    put_chosen (self, TRUE);
  tell (self);
}

/**
 * sedia_reorder_item_set_quantity: Types that.
 */
void
sedia_reorder_item_set_quantity (SediaReorderItem *self,
                                 gint64            quantity)
{
  g_autofree char *text = dup_number (self, quantity);

  sedia_reorder_item_set_typed (self, text);
}

/**
 * sedia_reorder_item_get_quantity: How much of it is ordered, in the smallest unit; 0 for nothing.
 */
gint64
sedia_reorder_item_get_quantity (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), 0);

  return self->is_chosen && !self->is_wrong ? self->quantity : 0;
}

/**
 * sedia_reorder_item_is_edited: Whether something else than what is suggested was typed.
 */
gboolean
sedia_reorder_item_is_edited (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), FALSE);

  return self->is_edited;
}

/**
 * sedia_reorder_item_forget: It is as it is suggested again: what was typed has been ordered.
 */
void
sedia_reorder_item_forget (SediaReorderItem *self)
{
  g_return_if_fail (SEDIA_IS_REORDER_ITEM (self) && self->reorder != NULL);

  self->is_edited = FALSE;
  put_suggestion (self);
  understand (self);
  tell (self);
}

/**
 * sedia_reorder_item_get_problem: (transfer none) (nullable) what is odd about what is typed.
 */
const char *
sedia_reorder_item_get_problem (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), NULL);

  return self->is_chosen ? self->problem : NULL;
}

/**
 * sedia_reorder_item_is_wrong: Whether what is typed is no quantity.
 */
gboolean
sedia_reorder_item_is_wrong (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), FALSE);

  return self->is_chosen && self->is_wrong;
}

/* ---- a heading */

static char *
dup_group_sentence (const char              *supplier,
                    gint64                   least_value,
                    guint                    n_products,
                    const SediaReorderWorth *worth)
{
  g_autofree char *products = g_strdup_printf (ngettext ("%u product", "%u products", n_products),
                                               n_products);
  g_autofree char *value = NULL;

  if (supplier == NULL || worth->n_lines == 0)
    return g_steal_pointer (&products);

  value = sedia_reorder_worth_sentence (worth, supplier, least_value);
  /* Translators: "14 products", and what they are worth: a sentence without its full stop */
  return g_strdup_printf (C_("group", "%s. %s"), products, value);
}

/**
 * sedia_reorder_item_set_group:
 * @self: a heading
 * @supplier: (nullable): whose; NULL for nobody's
 * @least_value: the least an order to it is worth
 * @n_products: how many rows there are below it
 * @worth: of what is chosen of them
 */
void
sedia_reorder_item_set_group (SediaReorderItem        *self,
                              const char              *supplier,
                              gint64                   least_value,
                              guint                    n_products,
                              const SediaReorderWorth *worth)
{
  g_autofree char *sentence = dup_group_sentence (supplier, least_value, n_products, worth);
  const char *title = supplier != NULL ? supplier : _("Nobody Is Known to Bring These");
  const gboolean is_short = sedia_reorder_worth_is_short (worth, least_value);
  const gboolean can_order = supplier != NULL && worth->n_lines > 0;

  g_return_if_fail (SEDIA_IS_REORDER_ITEM (self) && self->reorder == NULL);

  if (g_strcmp0 (self->title, title) == 0 && g_strcmp0 (self->sentence, sentence) == 0 &&
      self->is_short == is_short && self->can_order == can_order)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
  self->is_short = is_short;
  self->can_order = can_order;
  tell (self);
}

/**
 * sedia_reorder_item_get_title: (transfer none) (nullable) name of a heading.
 */
const char *
sedia_reorder_item_get_title (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), NULL);

  return self->title;
}

/**
 * sedia_reorder_item_get_sentence: (transfer none) (nullable) what a heading says of its rows.
 */
const char *
sedia_reorder_item_get_sentence (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), NULL);

  return self->sentence;
}

/**
 * sedia_reorder_item_is_short: Whether the supplier takes no order worth so little.
 */
gboolean
sedia_reorder_item_is_short (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), FALSE);

  return self->is_short;
}

/**
 * sedia_reorder_item_can_order: Whether anything of the heading's rows is chosen.
 */
gboolean
sedia_reorder_item_can_order (SediaReorderItem *self)
{
  g_return_val_if_fail (SEDIA_IS_REORDER_ITEM (self), FALSE);

  return self->can_order;
}
