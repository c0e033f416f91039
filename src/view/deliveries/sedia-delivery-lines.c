/* Typing and scanning lines. The form holds them; this shows them, finds products, and moves the
 * focus to where the next key press makes sense.
 */
#include "config.h"

#include "sedia-delivery-lines.h"

#include "sedia-delivery-field.h"
#include "sedia-delivery-jobs.h"
#include "sedia-delivery-line-row.h"
#include "sedia-delivery-picker.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

#define MIN_SKU_CHARS 12
#define MAX_SKU_CHARS 24

struct _SediaDeliveryLines
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaDeliveryForm *form;
  SediaDeliveryPicker *picker;
  SediaDeliveryEntry *choosing;     /* the unknown line whose product is being said, or NULL */
  SediaDeliveryEntry *removed_entry;
  guint scroll_source;
  int sku_chars;                    /* room for the longest SKU there is */

  GtkScrolledWindow *scroller;
  GtkListBox *list;
  SediaDeliveryField *field;
  GtkLabel *total;
  GtkWidget *removed;
  GtkLabel *removed_label;
};

G_DEFINE_FINAL_TYPE (SediaDeliveryLines, sedia_delivery_lines, GTK_TYPE_WIDGET)

/* A question to the store on its way. */
typedef struct
{
  SediaDeliveryLines *lines;
  SediaDeliveryBurst *burst; /* NULL: it was typed and entered */
  gboolean may_be_text;      /* where it was typed something else than a code is wanted */
} Lookup;

static Lookup *
lookup_new (SediaDeliveryLines *lines,
            SediaDeliveryBurst *burst)
{
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->lines = g_object_ref (lines);
  lookup->burst = burst != NULL ? sedia_delivery_burst_ref (burst) : NULL;

  return lookup;
}

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->lines);
  g_clear_pointer (&lookup->burst, sedia_delivery_burst_unref);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

static void
set_choosing (SediaDeliveryLines *self,
              SediaDeliveryEntry *entry)
{
  g_autofree char *question = NULL;

  g_set_object (&self->choosing, entry);
  if (entry != NULL)
    question = g_strdup_printf (_("Which product has the code “%s”?"),
                                sedia_delivery_entry_get_code (entry));

  sedia_delivery_field_set_placeholder (self->field,
                                        question != NULL ? question
                                                         : _("Scan or type SKU, name or barcode"));
}

static SediaDeliveryLineRow *
row_at (SediaDeliveryLines *self,
        guint               position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  return row != NULL ? SEDIA_DELIVERY_LINE_ROW (row) : NULL;
}

static void
focus_position (SediaDeliveryLines *self,
                guint               position)
{
  SediaDeliveryLineRow *row = row_at (self, position);

  if (row != NULL)
    sedia_delivery_line_row_focus_quantity (row);
  else
    sedia_delivery_lines_focus_field (self);
}

/* A row that was just added has no place yet: look for it once the layout is done. */
static gboolean
scroll_cb (gpointer data)
{
  SediaDeliveryLines *self = SEDIA_DELIVERY_LINES (data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  graphene_rect_t bounds;

  self->scroll_source = 0;

  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
scroll_to_focus (SediaDeliveryLines *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
}

static void
show_added (SediaDeliveryLines *self,
            guint               position)
{
  sedia_delivery_field_set_text (self->field, "");
  sedia_delivery_field_close (self->field);
  set_choosing (self, NULL);
  focus_position (self, position);
  scroll_to_focus (self);
}

/* A product was typed or chosen: on to its quantity. */
static void
take_product (SediaDeliveryLines *self,
              SediaProduct       *product)
{
  g_autoptr (SediaDeliveryEntry) entry = NULL;
  guint position;

  if (self->choosing != NULL && sedia_delivery_form_find (self->form, self->choosing, &position))
    {
      sedia_delivery_entry_take_product (self->choosing, product);
      show_added (self, position);
      return;
    }

  entry = sedia_delivery_entry_new (product, "");
  show_added (self, sedia_delivery_form_add (self->form, entry));
}

static void
picked_cb (SediaDeliveryLines *self,
           const SediaProduct *product)
{
  take_product (self, sedia_product_copy (product));
}

/* ---- looking up a code */

static gboolean
belongs_where_typed (const Lookup *lookup)
{
  SediaDeliveryBurst *burst = lookup->burst;

  if (burst == NULL)
    return FALSE;
  if (sedia_delivery_burst_is_in (burst, GTK_WIDGET (lookup->lines->list)))
    return sedia_typed_quantity_is_likely (sedia_delivery_burst_get_text (burst));

  return lookup->may_be_text ||
         sedia_delivery_burst_is_in (burst, GTK_WIDGET (lookup->lines->field));
}

/* Enter with something nobody knows: a line of its own, where it can be seen. */
static void
take_unknown (SediaDeliveryLines *self,
              const char         *code)
{
  guint position = sedia_delivery_form_scan_unknown (self->form, code);
  SediaDeliveryLineRow *row;

  sedia_delivery_field_set_text (self->field, "");
  sedia_delivery_field_close (self->field);
  set_choosing (self, NULL);

  row = row_at (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  scroll_to_focus (self);
}

static void
take_scan (SediaDeliveryLines *self,
           SediaProduct       *product)
{
  show_added (self, sedia_delivery_form_scan (self->form, product));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Lookup) lookup = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaFoundProduct) found = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaDeliveryLines *self = lookup->lines;

  if (self->store == NULL || self->form == NULL)
    return;

  if (found == NULL || (found->product == NULL && belongs_where_typed (lookup)))
    {
      if (lookup->burst != NULL)
        sedia_delivery_burst_type (lookup->burst);
    }
  else if (found->product == NULL)
    take_unknown (self, found->code);
  else if (lookup->burst != NULL && self->choosing == NULL)
    take_scan (self, g_steal_pointer (&found->product));
  else
    take_product (self, g_steal_pointer (&found->product));
}

static void
look_up (SediaDeliveryLines *self,
         const char         *code,
         SediaDeliveryBurst *burst,
         gboolean            may_be_text)
{
  Lookup *lookup = lookup_new (self, burst);

  lookup->may_be_text = may_be_text;
  sedia_store_read_async (self->store, sedia_product_find_job, g_strdup (code), g_free,
                          (GDestroyNotify) sedia_found_product_free, NULL, found_cb, lookup);
}

static void
entered_cb (SediaDeliveryLines *self,
            const char         *typed)
{
  if (self->store != NULL)
    look_up (self, typed, NULL, FALSE);
}

static gboolean
field_key_cb (SediaDeliveryLines *self,
              guint               keyval,
              guint               keycode,
              GdkModifierType     state)
{
  guint n_lines = sedia_delivery_form_get_n_lines (self->form);

  if (keyval == GDK_KEY_Escape && self->choosing != NULL)
    {
      set_choosing (self, NULL);
      return TRUE;
    }

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && n_lines > 0)
    {
      focus_position (self, n_lines - 1);
      return TRUE;
    }

  return FALSE;
}

/* ---- rows */

static void
row_done_cb (SediaDeliveryLines *self)
{
  sedia_delivery_lines_focus_field (self);
}

static void
row_choose_cb (SediaDeliveryLineRow *row,
               SediaDeliveryLines   *self)
{
  set_choosing (self, sedia_delivery_line_row_get_entry (row));
  sedia_delivery_lines_focus_field (self);
}

static void
row_step_cb (SediaDeliveryLineRow *row,
             int                   step,
             SediaDeliveryLines   *self)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;

  if (position >= 0)
    focus_position (self, (guint) position);
}

static void
row_name_typed_cb (SediaDeliveryLineRow *row,
                   const char           *text,
                   SediaDeliveryLines   *self)
{
  sedia_delivery_field_type (self->field, text);
}

static void
show_removed (SediaDeliveryLines *self,
              SediaDeliveryEntry *entry)
{
  g_autofree char *sku = NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->removed_entry, entry);
  gtk_widget_set_visible (self->removed, entry != NULL);
  if (entry == NULL)
    return;

  g_object_get (entry, "sku", &sku, NULL);
  text = g_strdup_printf (_("%s removed"), sku);
  gtk_label_set_label (self->removed_label, text);
}

static void
row_removed_cb (SediaDeliveryLineRow *row,
                SediaDeliveryLines   *self)
{
  g_autoptr (SediaDeliveryEntry) entry = g_object_ref (sedia_delivery_line_row_get_entry (row));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  if (entry == self->choosing)
    set_choosing (self, NULL);

  sedia_delivery_form_remove (self->form, entry);
  show_removed (self, entry);

  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    sedia_delivery_lines_focus_field (self);
}

static void
put_back_clicked_cb (SediaDeliveryLines *self)
{
  sedia_delivery_lines_put_back (self);
}

/* A longer SKU moves all the names, so that they stay below each other. */
static void
make_room (SediaDeliveryLines *self,
           SediaDeliveryEntry *entry)
{
  const SediaProduct *product = sedia_delivery_entry_get_product (entry);
  int chars = product != NULL ? (int) g_utf8_strlen (product->sku, -1) * 6 / 5 : 0;

  if (chars <= self->sku_chars)
    return;

  self->sku_chars = MIN (chars, MAX_SKU_CHARS);
  for (guint i = 0; row_at (self, i) != NULL; i++)
    sedia_delivery_line_row_set_sku_chars (row_at (self, i), self->sku_chars);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  SediaDeliveryLines *self = SEDIA_DELIVERY_LINES (data);
  GtkWidget *row = sedia_delivery_line_row_new (item);

  make_room (self, item);
  sedia_delivery_line_row_set_sku_chars (SEDIA_DELIVERY_LINE_ROW (row), self->sku_chars);

  g_signal_connect_object (row, "done", G_CALLBACK (row_done_cb), data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "choose", G_CALLBACK (row_choose_cb), data, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "step", G_CALLBACK (row_step_cb), data, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "name-typed", G_CALLBACK (row_name_typed_cb), data,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), data, G_CONNECT_DEFAULT);

  return row;
}

static void
form_changed_cb (SediaDeliveryLines *self)
{
  g_autofree char *total = sedia_delivery_form_dup_total (self->form);

  gtk_label_set_label (self->total, total);
  if (sedia_delivery_form_is_empty (self->form))
    show_removed (self, NULL);
}

static gboolean
sedia_delivery_lines_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_DELIVERY_LINES (widget)->field));
}

static void
sedia_delivery_lines_dispose (GObject *object)
{
  SediaDeliveryLines *self = SEDIA_DELIVERY_LINES (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->picker);
  g_clear_object (&self->store);
  g_clear_object (&self->choosing);
  g_clear_object (&self->removed_entry);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_DELIVERY_LINES);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (sedia_delivery_lines_parent_class)->dispose (object);
}

static void
sedia_delivery_lines_class_init (SediaDeliveryLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_lines_dispose;
  widget_class->grab_focus = sedia_delivery_lines_grab_focus;

  g_type_ensure (SEDIA_TYPE_DELIVERY_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryLines, scroller);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryLines, list);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryLines, field);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryLines, total);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryLines, removed);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryLines, removed_label);
  gtk_widget_class_bind_template_callback (widget_class, field_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_back_clicked_cb);
}

static void
sedia_delivery_lines_init (SediaDeliveryLines *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sku_chars = MIN_SKU_CHARS;
  self->picker = sedia_delivery_picker_new (self->field);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "entered", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_delivery_lines_set_form:
 * @self: the lines of an editor
 * @form: whose lines; once
 *
 * Shows the lines of @form from now on.
 */
void
sedia_delivery_lines_set_form (SediaDeliveryLines *self,
                               SediaDeliveryForm  *form)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_LINES (self));
  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (form));
  g_return_if_fail (self->form == NULL);

  self->form = g_object_ref (form);
  gtk_list_box_bind_model (self->list, sedia_delivery_form_get_lines (form), create_row_cb, self,
                           NULL);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_delivery_lines_set_store:
 * @self: the lines of an editor
 * @store: (nullable): where products are found
 *
 * Sets where products are found.
 */
void
sedia_delivery_lines_set_store (SediaDeliveryLines *self,
                                SediaStore         *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_LINES (self));

  g_set_object (&self->store, store);
  sedia_delivery_picker_set_store (self->picker, store);
}

/**
 * sedia_delivery_lines_scan:
 * @self: the lines of an editor
 * @burst: keys that came so fast that a scanner may have sent them
 * @may_be_text: it was typed where a code that nobody knows makes sense as it is
 *
 * A code that is known adds to its line, wherever the focus was. One that nobody knows gets a line
 * of its own, unless it can be meant for the field the focus was in.
 */
void
sedia_delivery_lines_scan (SediaDeliveryLines *self,
                           SediaDeliveryBurst *burst,
                           gboolean            may_be_text)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_LINES (self));
  g_return_if_fail (burst != NULL);

  if (self->store != NULL && self->form != NULL)
    look_up (self, sedia_delivery_burst_get_text (burst), burst, may_be_text);
}

/**
 * sedia_delivery_lines_focus_field:
 * @self: the lines of an editor
 *
 * Ready for the next line.
 */
void
sedia_delivery_lines_focus_field (SediaDeliveryLines *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_LINES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

/**
 * sedia_delivery_lines_focus_entry:
 * @self: the lines of an editor
 * @entry: a line
 *
 * Puts the keyboard where the line can be mended.
 */
void
sedia_delivery_lines_focus_entry (SediaDeliveryLines *self,
                                  SediaDeliveryEntry *entry)
{
  guint position;

  g_return_if_fail (SEDIA_IS_DELIVERY_LINES (self));

  if (!sedia_delivery_form_find (self->form, entry, &position))
    return;

  focus_position (self, position);
  scroll_to_focus (self);
}

/**
 * sedia_delivery_lines_put_back:
 * @self: the lines of an editor
 *
 * Takes back the last removal.
 *
 * Returns: whether there was one
 */
gboolean
sedia_delivery_lines_put_back (SediaDeliveryLines *self)
{
  g_autoptr (SediaDeliveryEntry) entry = NULL;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_LINES (self), FALSE);

  if (self->removed_entry == NULL)
    return FALSE;

  entry = g_object_ref (self->removed_entry);
  show_removed (self, NULL);
  focus_position (self, sedia_delivery_form_add (self->form, entry));
  scroll_to_focus (self);

  return TRUE;
}
