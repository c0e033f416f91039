/* A line as it stands in the editor: what was typed is kept as typed, what it means is worked out
 * anew at every change. Widgets bind to the properties; nothing here knows them.
 */
#include "config.h"

#include "sedia-typed-line.h"

#include <glib/gi18n.h>

struct _SediaTypedLine
{
  GObject parent_instance;

  SediaProduct *product; /* NULL: nobody knows the code */
  char *code;            /* NULL: the product is known */
  char *typed;
  SediaTypedQuantity quantity;
  char *outcome;         /* what would become of it, NULL while nobody knows */
  char *outcome_icon;
  SediaLineTerms terms;
};

typedef enum
{
  PROP_SKU = 1,
  PROP_NAME,
  PROP_TYPED,
  PROP_READING,
  PROP_SENTENCE,
  PROP_IS_UNKNOWN,
  PROP_IS_WRONG,
  PROP_AMOUNT,
  PROP_OUTCOME,
  PROP_OUTCOME_ICON,
  PROP_WHOM,
} SediaTypedLineProperty;

static GParamSpec *properties[PROP_WHOM + 1];

G_DEFINE_FINAL_TYPE (SediaTypedLine, sedia_typed_line, G_TYPE_OBJECT)

static void
read_quantity (SediaTypedLine *self)
{
  if (self->product != NULL)
    sedia_typed_quantity_read (&self->quantity, self->typed, self->product,
                               sedia_number_form_of_locale ());
}

static void
notify_all (SediaTypedLine *self)
{
  for (guint i = 1; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* What stands behind the quantity: the unit, or what the packs come to. */
static char *
dup_reading (SediaTypedLine *self)
{
  g_autofree char *number = NULL;

  if (self->product == NULL)
    return NULL;
  if (!self->quantity.is_converted || !sedia_typed_quantity_counts (&self->quantity))
    return g_strdup (self->product->unit);

  number = sedia_number_format (self->quantity.amount, self->product->decimals,
                                sedia_number_form_of_locale ());
  return g_strdup_printf (C_("quantity", "= %s %s"), number, self->product->unit);
}

static char *
dup_sentence (SediaTypedLine *self)
{
  if (self->product != NULL)
    return g_strdup (self->quantity.sentence);

  return g_strdup_printf (_("No product has the code “%s”. Check the label, or say which product "
                            "it is."),
                          self->code);
}

static void
sedia_typed_line_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SediaTypedLine *self = SEDIA_TYPED_LINE (object);

  switch ((SediaTypedLineProperty) prop_id)
    {
    case PROP_SKU:
      g_value_set_string (value, self->product != NULL ? self->product->sku : self->code);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->product != NULL ? self->product->name : NULL);
      break;

    case PROP_TYPED:
      g_value_set_string (value, self->typed);
      break;

    case PROP_READING:
      g_value_take_string (value, dup_reading (self));
      break;

    case PROP_SENTENCE:
      g_value_take_string (value, dup_sentence (self));
      break;

    case PROP_IS_UNKNOWN:
      g_value_set_boolean (value, self->product == NULL);
      break;

    case PROP_IS_WRONG:
      g_value_set_boolean (value,
                           sedia_typed_line_get_doubt (self) == SEDIA_QUANTITY_WRONG);
      break;

    case PROP_AMOUNT:
      g_value_set_int64 (value, self->quantity.amount);
      break;

    case PROP_OUTCOME:
      g_value_set_string (value, self->outcome);
      break;

    case PROP_OUTCOME_ICON:
      g_value_set_string (value, self->outcome_icon);
      break;

    case PROP_WHOM:
      g_value_set_string (value, self->terms.order_line_id != 0 ? self->terms.whom : NULL);
      break;
    }
}

static void
sedia_typed_line_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_TYPED)
    sedia_typed_line_set_typed (SEDIA_TYPED_LINE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sedia_typed_line_finalize (GObject *object)
{
  SediaTypedLine *self = SEDIA_TYPED_LINE (object);

  g_clear_pointer (&self->product, sedia_product_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->outcome, g_free);
  g_clear_pointer (&self->outcome_icon, g_free);
  sedia_typed_quantity_clear (&self->quantity);
  sedia_line_terms_clear (&self->terms);

  G_OBJECT_CLASS (sedia_typed_line_parent_class)->finalize (object);
}

static void
sedia_typed_line_class_init (SediaTypedLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sedia_typed_line_get_property;
  object_class->set_property = sedia_typed_line_set_property;
  object_class->finalize = sedia_typed_line_finalize;

  properties[PROP_SKU] = g_param_spec_string ("sku", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TYPED] = g_param_spec_string ("typed", NULL, NULL, NULL,
                                                flags | G_PARAM_WRITABLE);
  properties[PROP_READING] = g_param_spec_string ("reading", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_IS_UNKNOWN] = g_param_spec_boolean ("is-unknown", NULL, NULL, FALSE, flags);
  properties[PROP_IS_WRONG] = g_param_spec_boolean ("is-wrong", NULL, NULL, FALSE, flags);
  properties[PROP_AMOUNT] = g_param_spec_int64 ("amount", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_OUTCOME] = g_param_spec_string ("outcome", NULL, NULL, NULL, flags);
  properties[PROP_OUTCOME_ICON] = g_param_spec_string ("outcome-icon", NULL, NULL, NULL, flags);
  properties[PROP_WHOM] = g_param_spec_string ("whom", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_typed_line_init (SediaTypedLine *self)
{
  self->typed = g_strdup ("");
  self->terms = (SediaLineTerms) SEDIA_NO_TERMS;
}

/**
 * sedia_typed_line_new:
 * @product: (transfer full): what arrived
 * @typed: how many, as typed; may be empty
 *
 * Returns: (transfer full): a line
 */
SediaTypedLine *
sedia_typed_line_new (SediaProduct *product,
                      const char   *typed)
{
  SediaTypedLine *self;

  g_return_val_if_fail (product != NULL, NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_TYPED_LINE, NULL);
  g_free (self->typed);
  self->typed = g_strdup (typed);
  sedia_typed_line_take_product (self, product);

  return self;
}

/**
 * sedia_typed_line_new_unknown:
 * @code: what was scanned
 * @typed: how many, as typed
 *
 * Returns: (transfer full): a line that says that nobody knows the code
 */
SediaTypedLine *
sedia_typed_line_new_unknown (const char *code,
                              const char *typed)
{
  SediaTypedLine *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_TYPED_LINE, NULL);
  self->code = g_strdup (code);
  g_free (self->typed);
  self->typed = g_strdup (typed);

  return self;
}

/**
 * sedia_typed_line_get_product:
 * @self: a line
 *
 * Returns: (nullable): the product, %NULL while nobody knows the code
 */
const SediaProduct *
sedia_typed_line_get_product (SediaTypedLine *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), NULL);

  return self->product;
}

/**
 * sedia_typed_line_get_code:
 * @self: a line
 *
 * Returns: (nullable): the code nobody knows, %NULL when the product is known
 */
const char *
sedia_typed_line_get_code (SediaTypedLine *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), NULL);

  return self->code;
}

/**
 * sedia_typed_line_get_typed:
 * @self: a line
 *
 * Returns: the quantity as typed
 */
const char *
sedia_typed_line_get_typed (SediaTypedLine *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), NULL);

  return self->typed;
}

/**
 * sedia_typed_line_set_typed:
 * @self: a line
 * @typed: the quantity as typed
 *
 * Works out anew what the quantity means.
 */
void
sedia_typed_line_set_typed (SediaTypedLine *self,
                            const char     *typed)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE (self));

  if (typed == NULL)
    typed = "";
  if (g_str_equal (typed, self->typed))
    return;

  g_free (self->typed);
  self->typed = g_strdup (typed);
  read_quantity (self);
  notify_all (self);
}

/**
 * sedia_typed_line_take_product:
 * @self: a line
 * @product: (transfer full): what it is
 *
 * Says which product arrived; the quantity stays as typed.
 */
void
sedia_typed_line_take_product (SediaTypedLine *self,
                               SediaProduct   *product)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE (self));
  g_return_if_fail (product != NULL);

  g_clear_pointer (&self->product, sedia_product_free);
  g_clear_pointer (&self->code, g_free);
  self->product = product;
  read_quantity (self);
  notify_all (self);
}

/**
 * sedia_typed_line_add_one:
 * @self: a line
 *
 * Its code was scanned once more: one unit on top of what stands there.
 *
 * Returns: whether that could be done; not while the quantity makes no sense
 */
gboolean
sedia_typed_line_add_one (SediaTypedLine *self)
{
  g_autofree char *typed = NULL;
  gint64 amount;
  gint64 one;
  guint decimals;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), FALSE);

  decimals = self->product != NULL ? self->product->decimals : 0;
  one = sedia_quantity_one (decimals);

  if (self->product == NULL)
    amount = g_ascii_strtoll (self->typed, NULL, 10);
  else if (self->quantity.doubt == SEDIA_QUANTITY_WRONG)
    return FALSE;
  else
    amount = self->quantity.amount;

  if (amount > SEDIA_QUANTITY_MAX - one)
    return FALSE;

  typed = sedia_number_format (amount + one, decimals,
                               (SediaNumberForm) { sedia_number_form_of_locale ().decimal, 0 });
  sedia_typed_line_set_typed (self, typed);

  return TRUE;
}

/**
 * sedia_typed_line_get_amount:
 * @self: a line
 *
 * Returns: how much arrived, in the product's smallest unit; 0 when that is not clear
 */
gint64
sedia_typed_line_get_amount (SediaTypedLine *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), 0);

  return self->product != NULL ? self->quantity.amount : 0;
}

/**
 * sedia_typed_line_get_doubt:
 * @self: a line
 *
 * Returns: whether it can be received like this
 */
SediaQuantityDoubt
sedia_typed_line_get_doubt (SediaTypedLine *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), SEDIA_QUANTITY_WRONG);

  return self->product != NULL ? self->quantity.doubt : SEDIA_QUANTITY_WRONG;
}

/**
 * sedia_typed_line_set_outcome:
 * @self: a line
 * @icon: (nullable): an icon for @outcome
 * @outcome: (nullable): what would become of the line, NULL while nobody knows
 */
void
sedia_typed_line_set_outcome (SediaTypedLine *self,
                              const char     *icon,
                              const char     *outcome)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE (self));

  if (g_strcmp0 (self->outcome, outcome) == 0 && g_strcmp0 (self->outcome_icon, icon) == 0)
    return;

  g_free (self->outcome);
  g_free (self->outcome_icon);
  self->outcome = g_strdup (outcome);
  self->outcome_icon = g_strdup (icon);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME_ICON]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
}

/**
 * sedia_typed_line_get_terms: (transfer none) what is agreed in a line of a purchase.
 */
const SediaLineTerms *
sedia_typed_line_get_terms (SediaTypedLine *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (self), NULL);

  return &self->terms;
}

/**
 * sedia_typed_line_set_terms: What is agreed in a line of a purchase.
 */
void
sedia_typed_line_set_terms (SediaTypedLine       *self,
                            const SediaLineTerms *terms)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE (self));
  g_return_if_fail (terms != NULL);

  sedia_line_terms_set (&self->terms, terms);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOM]);
}

/**
 * sedia_typed_line_untie: It is for nobody any more, but for whoever is next.
 */
void
sedia_typed_line_untie (SediaTypedLine *self)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE (self));

  self->terms.order_line_id = 0;
  g_clear_pointer (&self->terms.whom, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOM]);
}
