/* Two customers side by side: see sedia-merge-table.h. */
#include "config.h"

#include "sedia-merge-table.h"

#include "sedia-customer-language.h"
#include "sedia-merge.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

typedef enum
{
  FIELD_PHONE,
  FIELD_EMAIL,
  FIELD_CHANNEL,
  FIELD_LANGUAGE,
  FIELD_CODE,
  FIELD_NOTE,
  FIELD_ORDERS,
  FIELD_CONTACTS,
  N_FIELDS,
} Field;

static const char *const field_labels[N_FIELDS] = {
  [FIELD_PHONE] = N_("Phone"),
  [FIELD_EMAIL] = N_("Email"),
  [FIELD_CHANNEL] = N_("Tell by"),
  [FIELD_LANGUAGE] = N_("Language"),
  [FIELD_CODE] = N_("Code"),
  [FIELD_NOTE] = N_("Note"),
  [FIELD_ORDERS] = N_("Orders"),
  [FIELD_CONTACTS] = N_("Told"),
};

#define N_COLUMNS 3 /* the first, the second, what is left */

struct _SediaMergeTable
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkCheckButton *first;
  GtkCheckButton *second;
  GtkWidget *labels[N_FIELDS];
  GtkLabel *values[N_FIELDS][N_COLUMNS];

  SediaMergeSide sides[2]; /* copies of what is compared: the customers are owned */
};

typedef enum
{
  PROP_KEEPS_SECOND = 1,
} SediaMergeTableProperty;

static GParamSpec *properties[PROP_KEEPS_SECOND + 1];

G_DEFINE_FINAL_TYPE (SediaMergeTable, sedia_merge_table, GTK_TYPE_WIDGET)

/* ---- words */

static char *
dup_orders (const SediaCustomerNumbers *numbers)
{
  if (numbers->orders == 0)
    return g_strdup (C_("orders", "none"));
  if (numbers->open_orders == 0)
    return g_strdup_printf (ngettext ("%u order", "%u orders", numbers->orders), numbers->orders);

  /* Translators: how many orders, and how many of them are open */
  return g_strdup_printf (ngettext ("%u order, %u open", "%u orders, %u open", numbers->orders),
                          numbers->orders, numbers->open_orders);
}

static char *
dup_contacts (const SediaCustomerNumbers *numbers)
{
  if (numbers->contacts == 0)
    return g_strdup (C_("contact", "never"));

  return g_strdup_printf (ngettext ("%u time", "%u times", numbers->contacts), numbers->contacts);
}

static char *
dup_value (Field                       field,
           const SediaCustomer        *customer,
           const SediaCustomerNumbers *numbers)
{
  switch (field)
    {
    case FIELD_PHONE:
      return g_strdup (customer->phone);
    case FIELD_EMAIL:
      return g_strdup (customer->email);
    case FIELD_CHANNEL:
      return g_strdup (customer->do_not_contact ? C_("told", "Do not contact")
                                                : sedia_channel_label (customer->channel));
    case FIELD_LANGUAGE:
      return g_strdup (sedia_customer_language_name (customer->language));
    case FIELD_CODE:
      return g_strdup (customer->code);
    case FIELD_NOTE:
      return g_strdup (customer->note);
    case FIELD_ORDERS:
      return dup_orders (numbers);
    case FIELD_CONTACTS:
      return dup_contacts (numbers);
    case N_FIELDS:
      break;
    }

  g_assert_not_reached ();
}

/* ---- showing */

static void
show_field (SediaMergeTable      *self,
            Field                 field,
            const SediaMergeSide  columns[N_COLUMNS])
{
  gboolean is_said = FALSE;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *value = dup_value (field, columns[i].customer, &columns[i].numbers);
      GtkLabel *label = self->values[field][i];

      is_said = is_said || (value != NULL && *value != '\0');
      gtk_label_set_label (label, value != NULL && *value != '\0' ? value : "–");
      gtk_widget_set_tooltip_text (GTK_WIDGET (label), value);
    }

  /* What nobody says takes no room. */
  gtk_widget_set_visible (self->labels[field], is_said);
  for (guint i = 0; i < N_COLUMNS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->values[field][i]), is_said);
}

static void
show_all (SediaMergeTable *self)
{
  const gboolean keeps_second = sedia_merge_table_get_keeps_second (self);
  const SediaMergeSide *keep = &self->sides[keeps_second];
  const SediaMergeSide *other = &self->sides[!keeps_second];
  g_autoptr (SediaCustomer) merged = NULL;
  SediaMergeSide columns[N_COLUMNS];

  if (keep->customer == NULL)
    return;

  merged = sedia_customer_merged (keep->customer, other->customer);
  columns[0] = self->sides[0];
  columns[1] = self->sides[1];
  columns[2] = (SediaMergeSide) {
    merged,
    { keep->numbers.orders + other->numbers.orders,
      keep->numbers.open_orders + other->numbers.open_orders,
      keep->numbers.contacts + other->numbers.contacts },
  };
  for (guint field = 0; field < N_FIELDS; field++)
    show_field (self, (Field) field, columns);
}

static void
kept_changed_cb (SediaMergeTable *self)
{
  show_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEEPS_SECOND]);
}

/* ---- the widget */

static GtkLabel *
make_value (SediaMergeTable *self,
            Field            field,
            int              column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->grid, label, column + 1, (int) field + 1, 1, 1);

  return GTK_LABEL (label);
}

static void
make_fields (SediaMergeTable *self)
{
  for (guint field = 0; field < N_FIELDS; field++)
    {
      GtkWidget *label = gtk_label_new (_(field_labels[field]));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "secondary");
      gtk_grid_attach (self->grid, label, 0, (int) field + 1, 1, 1);
      self->labels[field] = label;
      for (int column = 0; column < N_COLUMNS; column++)
        self->values[field][column] = make_value (self, (Field) field, column);
    }
}

static void
sedia_merge_table_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((SediaMergeTableProperty) prop_id)
    {
    case PROP_KEEPS_SECOND:
      g_value_set_boolean (value, sedia_merge_table_get_keeps_second (SEDIA_MERGE_TABLE (object)));
      break;
    }
}

static void
sedia_merge_table_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SediaMergeTable *self = SEDIA_MERGE_TABLE (object);

  switch ((SediaMergeTableProperty) prop_id)
    {
    case PROP_KEEPS_SECOND:
      gtk_check_button_set_active (g_value_get_boolean (value) ? self->second : self->first, TRUE);
      break;
    }
}

static void
sedia_merge_table_dispose (GObject *object)
{
  SediaMergeTable *self = SEDIA_MERGE_TABLE (object);

  g_clear_pointer (&self->sides[0].customer, sedia_customer_free);
  g_clear_pointer (&self->sides[1].customer, sedia_customer_free);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_MERGE_TABLE);

  G_OBJECT_CLASS (sedia_merge_table_parent_class)->dispose (object);
}

static void
sedia_merge_table_class_init (SediaMergeTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_merge_table_get_property;
  object_class->set_property = sedia_merge_table_set_property;
  object_class->dispose = sedia_merge_table_dispose;

  properties[PROP_KEEPS_SECOND] = g_param_spec_boolean ("keeps-second", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE |
                                                        G_PARAM_EXPLICIT_NOTIFY |
                                                        G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/merge-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaMergeTable, grid);
  gtk_widget_class_bind_template_child (widget_class, SediaMergeTable, first);
  gtk_widget_class_bind_template_child (widget_class, SediaMergeTable, second);
  gtk_widget_class_bind_template_callback (widget_class, kept_changed_cb);
}

static void
sedia_merge_table_init (SediaMergeTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_fields (self);
}

static SediaCustomer *
copy_customer (const SediaCustomer *customer)
{
  const SediaCustomer nothing = { .name = NULL };
  SediaCustomer *copy = sedia_customer_merged (customer, &nothing);

  copy->archived = customer->archived;

  return copy;
}

static void
set_side (SediaMergeTable      *self,
          guint                 i,
          const SediaMergeSide *side,
          GtkCheckButton       *button)
{
  g_autofree char *spoken = NULL;

  sedia_customer_free (self->sides[i].customer);
  self->sides[i] = (SediaMergeSide) { copy_customer (side->customer), side->numbers };

  /* Translators: a customer's name */
  spoken = g_strdup_printf (_("Keep %s"), side->customer->name);
  gtk_check_button_set_label (button, side->customer->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), spoken);
}

/**
 * sedia_merge_table_show:
 * @self: the table
 * @first: one customer
 * @second: another
 */
void
sedia_merge_table_show (SediaMergeTable      *self,
                        const SediaMergeSide *first,
                        const SediaMergeSide *second)
{
  g_return_if_fail (SEDIA_IS_MERGE_TABLE (self));

  set_side (self, 0, first, self->first);
  set_side (self, 1, second, self->second);
  show_all (self);
}

/**
 * sedia_merge_table_get_keeps_second: Whether the second of the two stays.
 */
gboolean
sedia_merge_table_get_keeps_second (SediaMergeTable *self)
{
  g_return_val_if_fail (SEDIA_IS_MERGE_TABLE (self), FALSE);

  return gtk_check_button_get_active (self->second);
}
