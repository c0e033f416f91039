/* The numbers of a product form: see sedia-product-amounts.h. */
#include "config.h"

#include "sedia-product-amounts.h"

#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-number.h"
#include "sedia-product-fields.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

#define LARGEST_PACK 1000000 /* the store's own limits */
#define MOST_WAIT 3650

struct _SediaProductAmounts
{
  GtkWidget parent_instance;

  GtkEditable *unit;
  GtkDropDown *decimals;
  GtkEditable *pack;
  GtkEditable *moq;
  GtkEditable *price;
  GtkEditable *cost;
  GtkEditable *minimum;
  GtkEditable *maximum;
  GtkDropDown *backorder; /* in the order of SediaBackorderPolicy */
  GtkEditable *limit;
  GtkEditable *wait;
  GtkEditable *deposit;
  GtkCheckButton *allow_negative;
};

G_DEFINE_FINAL_TYPE (SediaProductAmounts, sedia_product_amounts, GTK_TYPE_WIDGET)

/* Where nothing may wait no limit of it is asked for. */
static void
policy_changed_cb (SediaProductAmounts *self)
{
  const gboolean may_wait = gtk_drop_down_get_selected (self->backorder) != SEDIA_BACKORDER_REFUSE;
  GtkEditable *const terms[] = { self->limit, self->wait, self->deposit };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    gtk_widget_set_sensitive (GTK_WIDGET (sedia_field_of (GTK_WIDGET (terms[i]))), may_wait);
}

static gboolean
check_limits (SediaProductAmounts *self,
              const SediaProduct  *product)
{
  const gboolean is_wrong = product->minimum != SEDIA_NO_AMOUNT &&
                            product->maximum != SEDIA_NO_AMOUNT &&
                            product->minimum > product->maximum;

  return sedia_field_fail (GTK_WIDGET (self->minimum),
                           is_wrong ? _("The minimum is above the maximum. Raise the maximum or "
                                        "lower the minimum.")
                                    : NULL);
}

/* Said as soon as both are typed, where they are typed. */
static void
limit_left_cb (SediaProductAmounts *self)
{
  const guint decimals = gtk_drop_down_get_selected (self->decimals);
  SediaProduct limits;

  if (sedia_field_read_amount (self->maximum, decimals, NULL, &limits.maximum) &&
      sedia_field_read_amount (self->minimum, decimals, NULL, &limits.minimum))
    check_limits (self, &limits);
}

/* "0", "1 (0,1)", "2 (0,01)": what the smallest amount is then, as it is written here. */
static void
fill_decimals (SediaProductAmounts *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_("decimals", "0 – whole"));
  for (guint i = 1; i <= SEDIA_DECIMALS_MAX; i++)
    {
      g_autofree char *smallest = sedia_number_format (1, i, sedia_number_form_of_locale ());
      g_autofree char *text = g_strdup_printf ("%u – %s", i, smallest);

      gtk_string_list_append (list, text);
    }

  gtk_drop_down_set_model (self->decimals, G_LIST_MODEL (list));
}

static void
fill_policies (SediaProductAmounts *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i <= SEDIA_BACKORDER_REFUSE; i++)
    gtk_string_list_append (list, sedia_product_policy_label ((SediaBackorderPolicy) i));

  gtk_drop_down_set_model (self->backorder, G_LIST_MODEL (list));
}

static void
sedia_product_amounts_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_PRODUCT_AMOUNTS);

  G_OBJECT_CLASS (sedia_product_amounts_parent_class)->dispose (object);
}

static void
sedia_product_amounts_class_init (SediaProductAmountsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_product_amounts_dispose;

  g_type_ensure (SEDIA_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/product-amounts.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, unit);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, decimals);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, pack);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, moq);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, price);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, cost);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, minimum);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, maximum);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, backorder);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, limit);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, wait);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, deposit);
  gtk_widget_class_bind_template_child (widget_class, SediaProductAmounts, allow_negative);
  gtk_widget_class_bind_template_callback (widget_class, limit_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, policy_changed_cb);
}

static void
sedia_product_amounts_init (SediaProductAmounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_decimals (self);
  fill_policies (self);
}

/* 0 for none */
static void
show_number (GtkEditable *entry,
             guint        number)
{
  sedia_field_show_amount (entry, number > 0 ? (gint64) number : SEDIA_NO_AMOUNT, 0);
}

/**
 * sedia_product_amounts_show: Shows the numbers of a product.
 */
void
sedia_product_amounts_show (SediaProductAmounts *self,
                            const SediaProduct  *product)
{
  const guint decimals = product->decimals;

  g_return_if_fail (SEDIA_IS_PRODUCT_AMOUNTS (self));

  sedia_field_show_text (self->unit, product->unit);
  gtk_drop_down_set_selected (self->decimals, decimals);
  sedia_field_show_amount (self->pack, product->pack > 0 ? product->pack : SEDIA_NO_AMOUNT, 0);
  sedia_field_show_amount (self->moq, product->moq, decimals);
  sedia_field_show_amount (self->price, product->price, SEDIA_MONEY_DECIMALS);
  sedia_field_show_amount (self->cost, product->cost, SEDIA_MONEY_DECIMALS);
  sedia_field_show_amount (self->minimum, product->minimum, decimals);
  sedia_field_show_amount (self->maximum, product->maximum, decimals);
  gtk_drop_down_set_selected (self->backorder, product->backorder);
  sedia_field_show_amount (self->limit, product->backorder_limit, decimals);
  show_number (self->wait, product->backorder_wait);
  show_number (self->deposit, product->backorder_deposit);
  gtk_check_button_set_active (self->allow_negative, product->allow_negative);
}

static void
fix (GtkWidget  *widget,
     gboolean    is_fixed,
     const char *why)
{
  gtk_widget_set_sensitive (widget, !is_fixed);
  if (is_fixed)
    sedia_field_set_hint (sedia_field_of (widget), why);
}

/**
 * sedia_product_amounts_set_fixed: What cannot be changed any more, with the reason.
 */
void
sedia_product_amounts_set_fixed (SediaProductAmounts     *self,
                                 const SediaProductFixed *fixed)
{
  g_return_if_fail (SEDIA_IS_PRODUCT_AMOUNTS (self));

  fix (GTK_WIDGET (self->decimals), fixed->decimals, _("Fixed: it has moved or was ordered"));
  fix (GTK_WIDGET (self->pack), fixed->pack, _("Fixed while orders or deliveries are open"));
}

/* Whole units; 0 for none. */
static gboolean
read_pack (SediaProductAmounts *self,
           gint64              *pack)
{
  gint64 typed;

  if (!sedia_field_read_amount (self->pack, 0, NULL, &typed))
    return FALSE;

  *pack = typed != SEDIA_NO_AMOUNT ? typed : 0;

  return sedia_field_fail (GTK_WIDGET (self->pack),
                           typed == 0 || *pack > LARGEST_PACK
                             ? _("A pack holds between 1 and 1000000. Leave it empty for none.")
                             : NULL);
}

/* Whole, up to the most; 0 for none. */
static gboolean
read_number (GtkEditable *entry,
             guint        most,
             const char  *problem,
             guint       *number)
{
  gint64 typed;

  if (!sedia_field_read_amount (entry, 0, NULL, &typed))
    return FALSE;

  *number = typed != SEDIA_NO_AMOUNT ? (guint) CLAMP (typed, 0, most) : 0;

  return sedia_field_fail (GTK_WIDGET (entry),
                           typed != SEDIA_NO_AMOUNT && (typed < 1 || typed > most) ? problem
                                                                                   : NULL);
}

static gboolean
read_terms (SediaProductAmounts *self,
            SediaProduct        *product)
{
  gboolean is_fine = sedia_field_read_amount (self->limit, product->decimals, NULL,
                                              &product->backorder_limit);

  is_fine &= read_number (self->wait, MOST_WAIT,
                          _("Between 1 and 3650 days. Leave it empty for as long as it takes."),
                          &product->backorder_wait);

  return read_number (self->deposit, 100,
                      _("Between 1 and 100 of 100. Leave it empty for none."),
                      &product->backorder_deposit) && is_fine;
}

/**
 * sedia_product_amounts_read:
 * @self: the numbers
 * @product: where they go
 *
 * Says at the fields what cannot be.
 *
 * Returns: whether all of them can be
 */
gboolean
sedia_product_amounts_read (SediaProductAmounts *self,
                            SediaProduct        *product)
{
  const guint decimals = gtk_drop_down_get_selected (self->decimals);
  gboolean is_fine;

  g_return_val_if_fail (SEDIA_IS_PRODUCT_AMOUNTS (self), FALSE);

  product->decimals = decimals;
  product->backorder = (SediaBackorderPolicy) gtk_drop_down_get_selected (self->backorder);
  product->allow_negative = gtk_check_button_get_active (self->allow_negative);

  is_fine = sedia_field_read_text (self->unit, _("In what is it counted? Write pcs, kg, box …"),
                                   &product->unit);
  is_fine &= read_pack (self, &product->pack);
  is_fine &= sedia_field_read_amount (self->moq, decimals, NULL, &product->moq);
  is_fine &= sedia_field_read_amount (self->price, SEDIA_MONEY_DECIMALS, NULL, &product->price);
  is_fine &= sedia_field_read_amount (self->cost, SEDIA_MONEY_DECIMALS, NULL, &product->cost);
  is_fine &= read_terms (self, product);
  is_fine &= sedia_field_read_amount (self->maximum, decimals, NULL, &product->maximum);

  return sedia_field_read_amount (self->minimum, decimals, NULL, &product->minimum) &&
         check_limits (self, product) && is_fine;
}

static GtkWidget *
widget_of (SediaProductAmounts *self,
           SediaProductField    field)
{
  switch (field)
    {
    case SEDIA_PRODUCT_UNIT:
      return GTK_WIDGET (self->unit);
    case SEDIA_PRODUCT_DECIMALS:
      return GTK_WIDGET (self->decimals);
    case SEDIA_PRODUCT_PACK:
      return GTK_WIDGET (self->pack);
    case SEDIA_PRODUCT_PRICE:
      return GTK_WIDGET (self->price);
    case SEDIA_PRODUCT_COST:
      return GTK_WIDGET (self->cost);
    case SEDIA_PRODUCT_MINIMUM:
      return GTK_WIDGET (self->minimum);
    case SEDIA_PRODUCT_MAXIMUM:
      return GTK_WIDGET (self->maximum);
    case SEDIA_PRODUCT_MOQ:
      return GTK_WIDGET (self->moq);
    case SEDIA_PRODUCT_BACKORDER:
      return GTK_WIDGET (self->backorder);
    case SEDIA_PRODUCT_BACKORDER_LIMIT:
      return GTK_WIDGET (self->limit);
    case SEDIA_PRODUCT_BACKORDER_WAIT:
      return GTK_WIDGET (self->wait);
    case SEDIA_PRODUCT_BACKORDER_DEPOSIT:
      return GTK_WIDGET (self->deposit);
    case SEDIA_PRODUCT_SKU:
    case SEDIA_PRODUCT_NAME:
    case SEDIA_PRODUCT_BARCODES:
    case SEDIA_PRODUCT_CATEGORY:
    case SEDIA_PRODUCT_SUPPLIER:
    case SEDIA_PRODUCT_ALLOW_NEGATIVE:
    case SEDIA_PRODUCT_NOTE:
    case SEDIA_PRODUCT_ARCHIVED:
    case SEDIA_N_PRODUCT_FIELDS:
      break;
    }

  return NULL;
}

/**
 * sedia_product_amounts_fail: Says at the field what the store refuses.
 *
 * Returns: whether the field is one of these
 */
gboolean
sedia_product_amounts_fail (SediaProductAmounts *self,
                            SediaProductField    field,
                            const char          *problem)
{
  GtkWidget *widget;

  g_return_val_if_fail (SEDIA_IS_PRODUCT_AMOUNTS (self), FALSE);

  widget = widget_of (self, field);
  if (widget != NULL)
    sedia_field_fail (widget, problem);

  return widget != NULL;
}

/**
 * sedia_product_amounts_dup_typed: (transfer full) all that can be typed here, as one text.
 */
char *
sedia_product_amounts_dup_typed (SediaProductAmounts *self)
{
  g_return_val_if_fail (SEDIA_IS_PRODUCT_AMOUNTS (self), NULL);

  return g_strdup_printf (
    "%s\n%u\n%s\n%s\n%s\n%s\n%s\n%s\n%u\n%s\n%s\n%s\n%d", gtk_editable_get_text (self->unit),
    gtk_drop_down_get_selected (self->decimals), gtk_editable_get_text (self->pack),
    gtk_editable_get_text (self->moq), gtk_editable_get_text (self->price),
    gtk_editable_get_text (self->cost), gtk_editable_get_text (self->minimum),
    gtk_editable_get_text (self->maximum), gtk_drop_down_get_selected (self->backorder),
    gtk_editable_get_text (self->limit), gtk_editable_get_text (self->wait),
    gtk_editable_get_text (self->deposit), gtk_check_button_get_active (self->allow_negative));
}
