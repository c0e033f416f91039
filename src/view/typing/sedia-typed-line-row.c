/* A line as widgets. What it says is bound to the entry in the template; here are the keys. */
#include "config.h"

#include "sedia-typed-line-row.h"

#include <glib/gi18n.h>

struct _SediaTypedLineRow
{
  GtkListBoxRow parent_instance;

  SediaTypedLine *entry;

  GtkLabel *sku;
  GtkEntry *quantity;
  GtkWidget *choose;
  GtkWidget *problem;
  GtkWidget *outcome;
  GtkWidget *whom;
};

typedef enum
{
  PROP_ENTRY = 1,
} SediaTypedLineRowProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

enum
{
  DONE,
  REMOVED,
  CHOOSE,
  STEP,
  NAME_TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaTypedLineRow, sedia_typed_line_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_unknown (SediaTypedLineRow *self)
{
  return sedia_typed_line_get_product (self->entry) == NULL;
}

static void
quantity_activate_cb (SediaTypedLineRow *self)
{
  if (sedia_typed_line_get_doubt (self->entry) == SEDIA_QUANTITY_WRONG && !is_unknown (self))
    sedia_typed_line_row_focus_quantity (self);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
choose_clicked_cb (SediaTypedLineRow *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
untie_clicked_cb (SediaTypedLineRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity)); /* the button goes */
  sedia_typed_line_untie (self->entry);
}

static void
remove_clicked_cb (SediaTypedLineRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* No quantity begins with a letter: who types one has not noticed where the keyboard is. */
static gboolean
send_letter_on (SediaTypedLineRow *self,
                guint              keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };
  int start;
  int end;

  gtk_editable_get_selection_bounds (GTK_EDITABLE (self->quantity), &start, &end);
  if (!g_unichar_isalpha (c) ||
      end - start < g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->quantity)), -1))
    return FALSE;

  g_unichar_to_utf8 (c, text);
  g_signal_emit (self, signals[NAME_TYPED], 0, text);

  return TRUE;
}

/* Before the entry sees it: up and down go from quantity to quantity, as in a table; Ctrl+Delete
 * would otherwise delete a word.
 */
static gboolean
quantity_key_cb (SediaTypedLineRow *self,
                 guint              keyval,
                 guint              keycode,
                 GdkModifierType    state)
{
  if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    {
      g_signal_emit (self, signals[REMOVED], 0);
      return TRUE;
    }

  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      g_signal_emit (self, signals[STEP], 0, -1);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      g_signal_emit (self, signals[STEP], 0, 1);
      return TRUE;

    default:
      return send_letter_on (self, keyval);
    }
}

static gboolean
row_key_cb (SediaTypedLineRow *self,
            guint              keyval,
            guint              keycode,
            GdkModifierType    state)
{
  gboolean is_row_focused = gtk_widget_is_focus (GTK_WIDGET (self));

  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (!is_row_focused)
        return FALSE;
      g_signal_emit (self, signals[REMOVED], 0);
      return TRUE;

    case GDK_KEY_F2:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      /* Ctrl+Enter books the document, wherever the keyboard is. */
      if (!is_row_focused || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
        return FALSE;
      if (is_unknown (self))
        g_signal_emit (self, signals[CHOOSE], 0);
      else
        sedia_typed_line_row_focus_quantity (self);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
entry_changed_cb (SediaTypedLineRow *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;
  g_autofree char *whom = NULL;
  gboolean is_wrong;

  g_object_get (self->entry, "sentence", &sentence, "outcome", &outcome, "is-wrong", &is_wrong,
                "name", &name, "whom", &whom, NULL);
  gtk_widget_set_visible (self->whom, whom != NULL);
  gtk_widget_set_visible (self->problem, sentence != NULL);
  gtk_widget_set_visible (self->outcome, outcome != NULL);
  said = g_strjoin (" ", sentence != NULL ? sentence : "", outcome, NULL);

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  label = g_strdup_printf (_("Quantity of %s"),
                           name != NULL ? name : sedia_typed_line_get_code (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name
                                               : sedia_typed_line_get_code (self->entry),
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
set_entry (SediaTypedLineRow *self,
           SediaTypedLine    *entry)
{
  self->entry = g_object_ref (entry);
  g_object_bind_property (entry, "typed", self->quantity, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (entry, "notify::sentence", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::outcome", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::whom", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
  entry_changed_cb (self);
}

static void
sedia_typed_line_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SediaTypedLineRow *self = SEDIA_TYPED_LINE_ROW (object);

  switch ((SediaTypedLineRowProperty) prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    }
}

static void
sedia_typed_line_row_dispose (GObject *object)
{
  SediaTypedLineRow *self = SEDIA_TYPED_LINE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEDIA_TYPE_TYPED_LINE_ROW);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (sedia_typed_line_row_parent_class)->dispose (object);
}

static void
sedia_typed_line_row_class_init (SediaTypedLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_TYPED_LINE_ROW;

  object_class->get_property = sedia_typed_line_row_get_property;
  object_class->dispose = sedia_typed_line_row_dispose;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, SEDIA_TYPE_TYPED_LINE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[CHOOSE] = g_signal_new ("choose", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[NAME_TYPED] = g_signal_new ("name-typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/typed-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaTypedLineRow, sku);
  gtk_widget_class_bind_template_child (widget_class, SediaTypedLineRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, SediaTypedLineRow, choose);
  gtk_widget_class_bind_template_child (widget_class, SediaTypedLineRow, problem);
  gtk_widget_class_bind_template_child (widget_class, SediaTypedLineRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, SediaTypedLineRow, whom);
  gtk_widget_class_bind_template_callback (widget_class, quantity_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, quantity_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, untie_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
sedia_typed_line_row_init (SediaTypedLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_typed_line_row_new:
 * @entry: the line
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
sedia_typed_line_row_new (SediaTypedLine *entry)
{
  SediaTypedLineRow *self;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (entry), NULL);

  self = g_object_new (SEDIA_TYPE_TYPED_LINE_ROW, NULL);
  set_entry (self, entry);

  return GTK_WIDGET (self);
}

/**
 * sedia_typed_line_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the line
 */
SediaTypedLine *
sedia_typed_line_row_get_entry (SediaTypedLineRow *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE_ROW (self), NULL);

  return self->entry;
}

/**
 * sedia_typed_line_row_set_sku_chars:
 * @self: a row
 * @chars: room for SKUs
 *
 * Rows with the same room have their names below each other.
 */
void
sedia_typed_line_row_set_sku_chars (SediaTypedLineRow *self,
                                    int                chars)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE_ROW (self));

  gtk_label_set_width_chars (self->sku, chars);
}

/**
 * sedia_typed_line_row_focus_quantity:
 * @self: a row
 *
 * Puts the keyboard into the quantity, ready to be typed over.
 */
void
sedia_typed_line_row_focus_quantity (SediaTypedLineRow *self)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINE_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->quantity));
  gtk_editable_select_region (GTK_EDITABLE (self->quantity), 0, -1);
}
