/* The supplier of a product: see sedia-supplier-choice.h. */
#include "config.h"

#include "sedia-supplier-choice.h"

#include "sedia-field-read.h"
#include "sedia-focus.h"
#include "sedia-name-picker.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaSupplierChoice
{
  GtkWidget parent_instance;

  SediaNamePicker *picker;
  GPtrArray *suppliers; /* of SediaSupplier; NULL until they are known */
  gint64 chosen_id;     /* whom the text means that was chosen or shown; two may have one name */
  char *chosen;
  gboolean is_typing;

  SediaSuggestEntry *entry;
  GtkCheckButton *add;
  GtkLabel *add_label;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaSupplierChoice, sedia_supplier_choice, GTK_TYPE_WIDGET)

static char *
dup_name (SediaSupplierChoice *self)
{
  return g_strstrip (g_strdup (sedia_suggest_entry_get_text (self->entry)));
}

/* 0: nobody is called that. */
static gint64
find (SediaSupplierChoice *self,
      const char          *name)
{
  guint place;

  if (g_strcmp0 (name, self->chosen) == 0)
    return self->chosen_id;
  if (self->suppliers == NULL)
    return 0;

  place = sedia_name_picker_find (self->picker, name);

  return place != G_MAXUINT ? ((SediaSupplier *) g_ptr_array_index (self->suppliers, place))->id
                            : 0;
}

/* A name that is being typed and may become one of those there are is not new yet. */
static void
update (SediaSupplierChoice *self)
{
  g_autofree char *name = dup_name (self);
  const gboolean is_new = *name != '\0' && self->suppliers != NULL && find (self, name) == 0;
  const gboolean is_shown = is_new && !(self->is_typing &&
                                        sedia_name_picker_has_suggestions (self->picker));
  g_autofree char *label = g_strdup_printf (_("Enter “%s” as a new supplier"), name);

  gtk_label_set_label (self->add_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->add), is_shown);
  if (!is_new)
    gtk_check_button_set_active (self->add, FALSE);
}

/* What was said of another name does not stand below this one. */
static void
meant_other (SediaSupplierChoice *self)
{
  sedia_field_fail (GTK_WIDGET (self), NULL);
  sedia_suggest_entry_set_problem (self->entry, FALSE);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (SediaSupplierChoice *self)
{
  self->is_typing = TRUE;
  meant_other (self);
}

static void
left_cb (SediaSupplierChoice *self)
{
  self->is_typing = FALSE;
  update (self);
}

static void
picked_cb (SediaSupplierChoice *self,
           guint                place)
{
  const SediaSupplier *supplier = g_ptr_array_index (self->suppliers, place);

  self->chosen_id = supplier->id;
  g_free (self->chosen);
  self->chosen = g_strdup (supplier->name);
  meant_other (self);
}

static void
add_toggled_cb (SediaSupplierChoice *self)
{
  meant_other (self);
}

static void
activate_cb (SediaSupplierChoice *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

static gboolean
sedia_supplier_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_SUPPLIER_CHOICE (widget)->entry));
}

static void
sedia_supplier_choice_dispose (GObject *object)
{
  g_clear_object (&SEDIA_SUPPLIER_CHOICE (object)->picker);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_SUPPLIER_CHOICE);

  G_OBJECT_CLASS (sedia_supplier_choice_parent_class)->dispose (object);
}

static void
sedia_supplier_choice_finalize (GObject *object)
{
  SediaSupplierChoice *self = SEDIA_SUPPLIER_CHOICE (object);

  g_clear_pointer (&self->suppliers, g_ptr_array_unref);
  g_free (self->chosen);

  G_OBJECT_CLASS (sedia_supplier_choice_parent_class)->finalize (object);
}

static void
sedia_supplier_choice_class_init (SediaSupplierChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_supplier_choice_dispose;
  object_class->finalize = sedia_supplier_choice_finalize;
  widget_class->grab_focus = sedia_supplier_choice_grab_focus;
  widget_class->focus = sedia_focus_walk;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_SUPPLIER_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/supplier-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierChoice, entry);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierChoice, add);
  gtk_widget_class_bind_template_child (widget_class, SediaSupplierChoice, add_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
sedia_supplier_choice_init (SediaSupplierChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->picker = sedia_name_picker_new (self->entry);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  /* after the picker's own: it then knows what it suggests */
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_supplier_choice_set_suppliers:
 * @self: a choice
 * @suppliers: (element-type SediaSupplier): who there is
 */
void
sedia_supplier_choice_set_suppliers (SediaSupplierChoice *self,
                                     GPtrArray           *suppliers)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (SEDIA_IS_SUPPLIER_CHOICE (self));
  g_return_if_fail (suppliers != NULL);

  g_clear_pointer (&self->suppliers, g_ptr_array_unref);
  self->suppliers = g_ptr_array_ref (suppliers);
  for (guint i = 0; i < suppliers->len; i++)
    g_ptr_array_add (names, g_strdup (((SediaSupplier *) suppliers->pdata[i])->name));
  sedia_name_picker_set_names (self->picker, names);
  update (self);
}

/**
 * sedia_supplier_choice_show:
 * @self: a choice
 * @supplier_id: who it is, 0 for nobody
 * @name: (nullable): their name
 */
void
sedia_supplier_choice_show (SediaSupplierChoice *self,
                            gint64               supplier_id,
                            const char          *name)
{
  g_return_if_fail (SEDIA_IS_SUPPLIER_CHOICE (self));

  self->chosen_id = supplier_id;
  g_free (self->chosen);
  self->chosen = g_strdup (name);
  sedia_suggest_entry_set_text (self->entry, name);
  update (self);
}

/**
 * sedia_supplier_choice_read:
 * @self: a choice
 * @supplier_id: (out): who it is, 0 for nobody, or for a new one
 * @name: (out): their name; NULL for nobody
 *
 * Says at the field when nobody is called that, unless they are to be entered.
 *
 * Returns: whether it is clear who is meant
 */
gboolean
sedia_supplier_choice_read (SediaSupplierChoice  *self,
                            gint64               *supplier_id,
                            char                **name)
{
  g_autofree char *typed = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (SEDIA_IS_SUPPLIER_CHOICE (self), FALSE);

  typed = dup_name (self);
  *supplier_id = *typed != '\0' ? find (self, typed) : 0;
  if (*typed != '\0' && *supplier_id == 0 && !gtk_check_button_get_active (self->add))
    problem = g_strdup_printf (_("No supplier is called “%s” yet. Choose another name, or tick that"
                                 " they shall be entered."), typed);

  g_free (*name);
  *name = *typed != '\0' ? g_steal_pointer (&typed) : NULL;
  sedia_suggest_entry_set_problem (self->entry, problem != NULL);
  if (problem != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->add), self->suppliers != NULL);

  return sedia_field_fail (GTK_WIDGET (self), problem);
}

/**
 * sedia_supplier_choice_dup_typed: (transfer full) all that can be typed here, as one text.
 */
char *
sedia_supplier_choice_dup_typed (SediaSupplierChoice *self)
{
  g_return_val_if_fail (SEDIA_IS_SUPPLIER_CHOICE (self), NULL);

  return g_strdup (sedia_suggest_entry_get_text (self->entry));
}
