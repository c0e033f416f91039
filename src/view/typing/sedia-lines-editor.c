/* Typing and scanning lines. The document holds them; this shows them, finds products, and moves
 * the focus to where the next key press makes sense.
 */
#include "config.h"

#include "sedia-lines-editor.h"

#include "sedia-draft-jobs.h"
#include "sedia-focus.h"
#include "sedia-product-picker.h"
#include "sedia-suggest-entry.h"
#include "sedia-template.h"
#include "sedia-typed-line-row.h"

#include <glib/gi18n.h>

#define MIN_SKU_CHARS 12
#define MAX_SKU_CHARS 24

struct _SediaLinesEditor
{
  GtkWidget parent_instance;

  SediaStore *store;
  SediaTypedLines *lines;
  SediaPicker *picker;
  SediaTypedLine *choosing;     /* the unknown line whose product is being said, or NULL */
  SediaTypedLine *removed_entry;
  guint scroll_source;
  int sku_chars;                    /* room for the longest SKU there is */

  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *placeholder;
  SediaSuggestEntry *field;
  GtkLabel *total;
  GtkWidget *removed;
  GtkLabel *removed_label;
};

G_DEFINE_FINAL_TYPE (SediaLinesEditor, sedia_lines_editor, GTK_TYPE_WIDGET)

/* A question to the store on its way. */
typedef struct
{
  SediaLinesEditor *lines;
  SediaBurst *burst; /* NULL: it was typed and entered */
  gboolean may_be_text;      /* where it was typed something else than a code is wanted */
} Lookup;

static Lookup *
lookup_new (SediaLinesEditor *lines,
            SediaBurst       *burst)
{
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->lines = g_object_ref (lines);
  lookup->burst = burst != NULL ? sedia_burst_ref (burst) : NULL;

  return lookup;
}

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->lines);
  g_clear_pointer (&lookup->burst, sedia_burst_unref);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

static void
set_choosing (SediaLinesEditor *self,
              SediaTypedLine   *entry)
{
  g_autofree char *question = NULL;

  g_set_object (&self->choosing, entry);
  if (entry != NULL)
    question = g_strdup_printf (_("Which product has the code “%s”?"),
                                sedia_typed_line_get_code (entry));

  sedia_suggest_entry_set_placeholder (self->field,
                                       question != NULL ? question
                                                        : _("Scan or type SKU, name or barcode"));
}

static SediaTypedLineRow *
row_at (SediaLinesEditor *self,
        guint             position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  return row != NULL ? SEDIA_TYPED_LINE_ROW (row) : NULL;
}

static void
focus_position (SediaLinesEditor *self,
                guint             position)
{
  SediaTypedLineRow *row = row_at (self, position);

  if (row != NULL)
    sedia_typed_line_row_focus_quantity (row);
  else
    sedia_lines_editor_focus_field (self);
}

/* A row that was just added has no place yet: look for it once the layout is done. */
static gboolean
scroll_cb (gpointer data)
{
  SediaLinesEditor *self = SEDIA_LINES_EDITOR (data);
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
scroll_to_focus (SediaLinesEditor *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
}

static void
show_added (SediaLinesEditor *self,
            guint             position)
{
  sedia_suggest_entry_set_text (self->field, "");
  sedia_suggest_entry_close (self->field);
  set_choosing (self, NULL);
  focus_position (self, position);
  scroll_to_focus (self);
}

/* A product was typed or chosen: on to its quantity. */
static void
take_product (SediaLinesEditor *self,
              SediaProduct     *product)
{
  g_autoptr (SediaTypedLine) entry = NULL;
  guint position;

  if (self->choosing != NULL && sedia_typed_lines_find (self->lines, self->choosing, &position))
    {
      sedia_typed_line_take_product (self->choosing, product);
      show_added (self, position);
      return;
    }

  entry = sedia_typed_line_new (product, "");
  show_added (self, sedia_typed_lines_add (self->lines, entry));
}

static void
picked_cb (SediaLinesEditor   *self,
           const SediaProduct *product)
{
  take_product (self, sedia_product_copy (product));
}

/* ---- looking up a code */

static gboolean
belongs_where_typed (const Lookup *lookup)
{
  SediaBurst *burst = lookup->burst;

  if (burst == NULL)
    return FALSE;
  if (sedia_burst_is_in (burst, GTK_WIDGET (lookup->lines->list)))
    return sedia_typed_quantity_is_likely (sedia_burst_get_text (burst));

  return lookup->may_be_text ||
         sedia_burst_is_in (burst, GTK_WIDGET (lookup->lines->field));
}

/* Enter with something nobody knows: a line of its own, where it can be seen. */
static void
take_unknown (SediaLinesEditor *self,
              const char       *code)
{
  guint position = sedia_typed_lines_scan_unknown (self->lines, code);
  SediaTypedLineRow *row;

  sedia_suggest_entry_set_text (self->field, "");
  sedia_suggest_entry_close (self->field);
  set_choosing (self, NULL);

  row = row_at (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  scroll_to_focus (self);
}

static void
take_scan (SediaLinesEditor *self,
           SediaProduct     *product)
{
  show_added (self, sedia_typed_lines_scan (self->lines, product));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Lookup) lookup = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaFoundProduct) found = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaLinesEditor *self = lookup->lines;

  if (self->store == NULL || self->lines == NULL)
    return;

  if (found == NULL || (found->product == NULL && belongs_where_typed (lookup)))
    {
      if (lookup->burst != NULL)
        sedia_burst_type (lookup->burst);
    }
  else if (found->product == NULL)
    take_unknown (self, found->code);
  else if (lookup->burst != NULL && self->choosing == NULL)
    take_scan (self, g_steal_pointer (&found->product));
  else
    take_product (self, g_steal_pointer (&found->product));
}

static void
look_up (SediaLinesEditor *self,
         const char       *code,
         SediaBurst       *burst,
         gboolean          may_be_text)
{
  Lookup *lookup = lookup_new (self, burst);

  lookup->may_be_text = may_be_text;
  sedia_store_read_async (self->store, sedia_product_find_job, g_strdup (code), g_free,
                          (GDestroyNotify) sedia_found_product_free, NULL, found_cb, lookup);
}

static void
entered_cb (SediaLinesEditor *self,
            const char       *typed)
{
  if (self->store != NULL)
    look_up (self, typed, NULL, FALSE);
}

static gboolean
field_key_cb (SediaLinesEditor *self,
              guint             keyval,
              guint             keycode,
              GdkModifierType   state)
{
  guint n_lines = sedia_typed_lines_get_n (self->lines);

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
row_done_cb (SediaLinesEditor *self)
{
  sedia_lines_editor_focus_field (self);
}

static void
row_choose_cb (SediaTypedLineRow *row,
               SediaLinesEditor  *self)
{
  set_choosing (self, sedia_typed_line_row_get_entry (row));
  sedia_lines_editor_focus_field (self);
}

static void
row_step_cb (SediaTypedLineRow *row,
             int                step,
             SediaLinesEditor  *self)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;

  if (position >= 0)
    focus_position (self, (guint) position);
}

static void
row_name_typed_cb (SediaTypedLineRow *row,
                   const char        *text,
                   SediaLinesEditor  *self)
{
  sedia_suggest_entry_type (self->field, text);
}

static void
show_removed (SediaLinesEditor *self,
              SediaTypedLine   *entry)
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
row_removed_cb (SediaTypedLineRow *row,
                SediaLinesEditor  *self)
{
  g_autoptr (SediaTypedLine) entry = g_object_ref (sedia_typed_line_row_get_entry (row));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  if (entry == self->choosing)
    set_choosing (self, NULL);

  sedia_typed_lines_remove (self->lines, entry);
  show_removed (self, entry);

  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    sedia_lines_editor_focus_field (self);
}

static void
put_back_clicked_cb (SediaLinesEditor *self)
{
  sedia_lines_editor_put_back (self);
}

/* A longer SKU moves all the names, so that they stay below each other. */
static void
make_room (SediaLinesEditor *self,
           SediaTypedLine   *entry)
{
  const SediaProduct *product = sedia_typed_line_get_product (entry);
  int chars = product != NULL ? (int) g_utf8_strlen (product->sku, -1) * 6 / 5 : 0;

  if (chars <= self->sku_chars)
    return;

  self->sku_chars = MIN (chars, MAX_SKU_CHARS);
  for (guint i = 0; row_at (self, i) != NULL; i++)
    sedia_typed_line_row_set_sku_chars (row_at (self, i), self->sku_chars);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  SediaLinesEditor *self = SEDIA_LINES_EDITOR (data);
  GtkWidget *row = sedia_typed_line_row_new (item);

  make_room (self, item);
  sedia_typed_line_row_set_sku_chars (SEDIA_TYPED_LINE_ROW (row), self->sku_chars);

  g_signal_connect_object (row, "done", G_CALLBACK (row_done_cb), data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "choose", G_CALLBACK (row_choose_cb), data, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "step", G_CALLBACK (row_step_cb), data, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "name-typed", G_CALLBACK (row_name_typed_cb), data,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), data, G_CONNECT_DEFAULT);

  return row;
}

static void
lines_changed_cb (SediaLinesEditor *self)
{
  g_autofree char *total = sedia_typed_lines_dup_total (self->lines);

  gtk_label_set_label (self->total, total);
}

static gboolean
sedia_lines_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_LINES_EDITOR (widget)->field));
}

static void
sedia_lines_editor_dispose (GObject *object)
{
  SediaLinesEditor *self = SEDIA_LINES_EDITOR (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->picker);
  g_clear_object (&self->store);
  g_clear_object (&self->choosing);
  g_clear_object (&self->removed_entry);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_LINES_EDITOR);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (sedia_lines_editor_parent_class)->dispose (object);
}

static void
sedia_lines_editor_class_init (SediaLinesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_lines_editor_dispose;
  widget_class->grab_focus = sedia_lines_editor_grab_focus;
  widget_class->focus = sedia_focus_walk;
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/lines-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, list);
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, placeholder);
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, field);
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, total);
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, removed);
  gtk_widget_class_bind_template_child (widget_class, SediaLinesEditor, removed_label);
  gtk_widget_class_bind_template_callback (widget_class, field_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_back_clicked_cb);
}

static void
sedia_lines_editor_init (SediaLinesEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sku_chars = MIN_SKU_CHARS;
  self->picker = sedia_product_picker_new (self->field);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "entered", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_lines_editor_set_lines:
 * @self: the lines of an editor
 * @lines: which; once
 *
 * Shows these lines from now on.
 */
void
sedia_lines_editor_set_lines (SediaLinesEditor *self,
                              SediaTypedLines  *lines)
{
  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));
  g_return_if_fail (SEDIA_IS_TYPED_LINES (lines));
  g_return_if_fail (self->lines == NULL);

  self->lines = g_object_ref (lines);
  gtk_list_box_bind_model (self->list, sedia_typed_lines_get_model (lines), create_row_cb, self,
                           NULL);
  g_signal_connect_object (lines, "changed", G_CALLBACK (lines_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_lines_editor_set_texts: Name of the list; what stands there while there are no lines.
 */
void
sedia_lines_editor_set_texts (SediaLinesEditor *self,
                              const char       *name,
                              const char       *placeholder)
{
  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_label_set_label (self->placeholder, placeholder);
}

/**
 * sedia_lines_editor_forget_removed: There is nothing to put back any more.
 */
void
sedia_lines_editor_forget_removed (SediaLinesEditor *self)
{
  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));

  show_removed (self, NULL);
}

/**
 * sedia_lines_editor_set_store: Where products are found; NULL for nowhere.
 */
void
sedia_lines_editor_set_store (SediaLinesEditor *self,
                              SediaStore       *store)
{
  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));

  g_set_object (&self->store, store);
  sedia_picker_set_store (self->picker, store);
}

/**
 * sedia_lines_editor_scan:
 * @self: the lines of an editor
 * @burst: keys that came so fast that a scanner may have sent them
 * @may_be_text: it was typed where a code that nobody knows makes sense as it is
 *
 * A code that is known adds to its line, wherever the focus was. One that nobody knows gets a line
 * of its own, unless it can be meant for the field the focus was in.
 */
void
sedia_lines_editor_scan (SediaLinesEditor *self,
                         SediaBurst       *burst,
                         gboolean          may_be_text)
{
  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));
  g_return_if_fail (burst != NULL);

  if (self->store != NULL && self->lines != NULL)
    look_up (self, sedia_burst_get_text (burst), burst, may_be_text);
}

/**
 * sedia_lines_editor_focus_field: Ready for the next line.
 */
void
sedia_lines_editor_focus_field (SediaLinesEditor *self)
{
  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

/**
 * sedia_lines_editor_focus_entry:
 * @self: the lines of an editor
 * @entry: (nullable): a line; NULL for the one that is not there yet
 *
 * Puts the keyboard where the line can be mended.
 */
void
sedia_lines_editor_focus_entry (SediaLinesEditor *self,
                                SediaTypedLine   *entry)
{
  guint position;

  g_return_if_fail (SEDIA_IS_LINES_EDITOR (self));

  if (entry == NULL)
    sedia_lines_editor_focus_field (self);
  else if (sedia_typed_lines_find (self->lines, entry, &position))
    focus_position (self, position);
  scroll_to_focus (self);
}

/**
 * sedia_lines_editor_put_back:
 * @self: the lines of an editor
 *
 * Takes back the last removal.
 *
 * Returns: whether there was one
 */
gboolean
sedia_lines_editor_put_back (SediaLinesEditor *self)
{
  g_autoptr (SediaTypedLine) entry = NULL;

  g_return_val_if_fail (SEDIA_IS_LINES_EDITOR (self), FALSE);

  if (self->removed_entry == NULL)
    return FALSE;

  entry = g_object_ref (self->removed_entry);
  show_removed (self, NULL);
  focus_position (self, sedia_typed_lines_add (self->lines, entry));
  scroll_to_focus (self);

  return TRUE;
}
