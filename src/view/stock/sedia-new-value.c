/* The new value of one field of several products: see sedia-new-value.h.
 *
 * One of four editors shows. That a field shall be empty is said with a tick: an entry that is
 * empty because nobody typed yet must not empty a hundred products.
 */
#include "config.h"

#include "sedia-new-value.h"

#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-focus.h"
#include "sedia-name-picker.h"
#include "sedia-number.h"
#include "sedia-supplier-choice.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaNewValue
{
  GtkWidget parent_instance;

  guint index; /* of the field */
  SediaNamePicker *categories;

  GtkWidget *category_field;
  SediaSuggestEntry *category;
  GtkWidget *supplier_field;
  SediaSupplierChoice *supplier;
  GtkWidget *number_field;
  GtkEditable *number;
  GtkWidget *choice_field;
  GtkDropDown *choice;
  GtkCheckButton *none;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaNewValue, sedia_new_value, GTK_TYPE_WIDGET)

static GtkWidget *
field_of (SediaNewValue *self)
{
  switch (sedia_product_fields_editor (self->index))
    {
    case SEDIA_FIELD_EDITOR_CATEGORY:
      return self->category_field;

    case SEDIA_FIELD_EDITOR_SUPPLIER:
      return self->supplier_field;

    case SEDIA_FIELD_EDITOR_WHOLE:
    case SEDIA_FIELD_EDITOR_MONEY:
    case SEDIA_FIELD_EDITOR_AMOUNT:
      return self->number_field;

    case SEDIA_FIELD_EDITOR_POLICY:
    case SEDIA_FIELD_EDITOR_SWITCH:
      return self->choice_field;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
is_none (SediaNewValue *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->none)) &&
         gtk_check_button_get_active (self->none);
}

static void
changed (SediaNewValue *self)
{
  sedia_new_value_set_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
none_toggled_cb (SediaNewValue *self)
{
  gtk_widget_set_sensitive (field_of (self), !is_none (self));
  changed (self);
}

static void
activate_cb (SediaNewValue *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

static gboolean
sedia_new_value_grab_focus (GtkWidget *widget)
{
  SediaNewValue *self = SEDIA_NEW_VALUE (widget);

  return gtk_widget_grab_focus (is_none (self) ? GTK_WIDGET (self->none) : field_of (self));
}

static void
sedia_new_value_dispose (GObject *object)
{
  g_clear_object (&SEDIA_NEW_VALUE (object)->categories);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_NEW_VALUE);

  G_OBJECT_CLASS (sedia_new_value_parent_class)->dispose (object);
}

static void
sedia_new_value_class_init (SediaNewValueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_new_value_dispose;
  widget_class->grab_focus = sedia_new_value_grab_focus;
  widget_class->focus = sedia_focus_walk;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_NEW_VALUE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  g_type_ensure (SEDIA_TYPE_SUPPLIER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/new-value.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, category_field);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, category);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, supplier_field);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, supplier);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, number_field);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, number);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, choice_field);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, choice);
  gtk_widget_class_bind_template_child (widget_class, SediaNewValue, none);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, none_toggled_cb);
}

static void
sedia_new_value_init (SediaNewValue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->categories = sedia_name_picker_new (self->category);
  g_signal_connect_object (self->categories, "picked", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  sedia_new_value_set_field (self, 0);
}

/**
 * sedia_new_value_set_names:
 * @self: a new value
 * @categories: (element-type utf8): those there are
 * @suppliers: (element-type SediaSupplier): those there are
 */
void
sedia_new_value_set_names (SediaNewValue *self,
                           GPtrArray     *categories,
                           GPtrArray     *suppliers)
{
  g_return_if_fail (SEDIA_IS_NEW_VALUE (self));

  sedia_name_picker_set_names (self->categories, categories);
  sedia_supplier_choice_set_suppliers (self->supplier, suppliers);
}

static void
fill_choice (SediaNewValue *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const gboolean is_policy = sedia_product_fields_editor (self->index) ==
                             SEDIA_FIELD_EDITOR_POLICY;

  for (guint i = 0; is_policy && i <= SEDIA_BACKORDER_REFUSE; i++)
    gtk_string_list_append (list, sedia_product_policy_label ((SediaBackorderPolicy) i));
  if (!is_policy)
    {
      gtk_string_list_append (list, C_("switch", "No"));
      gtk_string_list_append (list, C_("switch", "Yes"));
    }

  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->choice, is_policy ? 0 : 1);
}

/**
 * sedia_new_value_set_field:
 * @self: a new value
 * @index: of which field
 */
void
sedia_new_value_set_field (SediaNewValue *self,
                           guint          index)
{
  GtkWidget *fields[4];

  g_return_if_fail (SEDIA_IS_NEW_VALUE (self));

  self->index = index;
  fields[0] = self->category_field;
  fields[1] = self->supplier_field;
  fields[2] = self->number_field;
  fields[3] = self->choice_field;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gtk_widget_set_visible (fields[i], fields[i] == field_of (self));
      gtk_widget_set_sensitive (fields[i], TRUE);
      sedia_field_set_problem (SEDIA_FIELD (fields[i]), NULL);
    }

  sedia_field_show_text (self->number, NULL);
  gtk_check_button_set_active (self->none, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->none), field_of (self) != self->choice_field);
  if (field_of (self) == self->choice_field)
    fill_choice (self);
}

/**
 * sedia_new_value_is_missing: Whether nothing was typed, and it was not said that this is meant.
 */
gboolean
sedia_new_value_is_missing (SediaNewValue *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (SEDIA_IS_NEW_VALUE (self), TRUE);

  if (is_none (self) || field_of (self) == self->choice_field)
    return FALSE;

  if (field_of (self) == self->number_field)
    typed = sedia_field_dup_text (self->number);
  else if (field_of (self) == self->category_field)
    typed = g_strstrip (g_strdup (sedia_suggest_entry_get_text (self->category)));
  else
    typed = g_strstrip (sedia_supplier_choice_dup_typed (self->supplier));

  return *typed == '\0';
}

static gboolean
read_number (SediaNewValue    *self,
             SediaProductEdit *edit)
{
  const SediaFieldEditor editor = sedia_product_fields_editor (self->index);

  edit->decimals = editor == SEDIA_FIELD_EDITOR_AMOUNT  ? SEDIA_DECIMALS_MAX
                   : editor == SEDIA_FIELD_EDITOR_MONEY ? SEDIA_MONEY_DECIMALS
                                                        : 0;
  if (!sedia_field_read_amount (self->number, edit->decimals, NULL, &edit->number))
    return FALSE;

  return editor != SEDIA_FIELD_EDITOR_WHOLE || edit->number > 0 ||
         sedia_field_fail (GTK_WIDGET (self->number), _("Write a number above zero."));
}

/* No amount, nobody, no word. */
static void
set_none (SediaNewValue    *self,
          SediaProductEdit *edit)
{
  const SediaFieldEditor editor = sedia_product_fields_editor (self->index);

  edit->number = editor == SEDIA_FIELD_EDITOR_AMOUNT || editor == SEDIA_FIELD_EDITOR_MONEY
                   ? SEDIA_NO_AMOUNT
                   : 0;
}

/**
 * sedia_new_value_read:
 * @self: a new value
 * @edit: (out): where it goes
 * @text: (out): what @edit refers to; to be freed after it
 *
 * Says at the field what cannot be.
 *
 * Returns: whether it is a value of the field
 */
gboolean
sedia_new_value_read (SediaNewValue     *self,
                      SediaProductEdit  *edit,
                      char             **text)
{
  gboolean is_fine = TRUE;

  g_return_val_if_fail (SEDIA_IS_NEW_VALUE (self), FALSE);

  *edit = (SediaProductEdit) { .field = sedia_product_fields_get (self->index) };
  if (sedia_new_value_is_missing (self))
    {
      sedia_new_value_set_problem (self, _("Write the new value, or tick that there shall be "
                                           "none."));
      return FALSE;
    }

  if (is_none (self))
    set_none (self, edit);
  else if (field_of (self) == self->number_field)
    is_fine = read_number (self, edit);
  else if (field_of (self) == self->choice_field)
    edit->number = gtk_drop_down_get_selected (self->choice);
  else if (field_of (self) == self->supplier_field)
    is_fine = sedia_supplier_choice_read (self->supplier, &edit->number, text);
  else
    *text = g_strstrip (g_strdup (sedia_suggest_entry_get_text (self->category)));

  edit->text = *text;

  return is_fine;
}

/**
 * sedia_new_value_set_problem: Says at the field what stands against the value; NULL for nothing.
 */
void
sedia_new_value_set_problem (SediaNewValue *self,
                             const char    *problem)
{
  g_return_if_fail (SEDIA_IS_NEW_VALUE (self));

  sedia_field_set_problem (SEDIA_FIELD (field_of (self)), problem);
}

/**
 * sedia_new_value_dup_typed: (transfer full) what was typed, as one text.
 */
char *
sedia_new_value_dup_typed (SediaNewValue *self)
{
  g_autofree char *supplier = NULL;

  g_return_val_if_fail (SEDIA_IS_NEW_VALUE (self), NULL);

  supplier = sedia_supplier_choice_dup_typed (self->supplier);

  return g_strjoin ("\n", sedia_suggest_entry_get_text (self->category), supplier,
                    gtk_editable_get_text (self->number), NULL);
}
