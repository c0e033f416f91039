/* The barcodes of a product: see sedia-barcodes.h.
 *
 * A code is in the list at once and is asked about afterwards: a scanner sends the next before the
 * answer is there.
 */
#include "config.h"

#include "sedia-barcodes.h"

#include "sedia-field-read.h"
#include "sedia-focus.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaBarcodes
{
  GtkWidget parent_instance;

  SediaStore *store;
  gint64 product_id;   /* 0: a new one */
  GPtrArray *codes;    /* of char * */
  GPtrArray *chips;    /* of GtkWidget, one for each, in their order */
  GCancellable *asking;

  GtkEditable *entry;
  GtkFlowBox *list;
};

G_DEFINE_FINAL_TYPE (SediaBarcodes, sedia_barcodes, GTK_TYPE_WIDGET)

/* ---- the list */

static guint
find_code (SediaBarcodes *self,
           const char    *code)
{
  for (guint i = 0; i < self->codes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->codes, i), code))
      return i;

  return G_MAXUINT;
}

static void
remove_at (SediaBarcodes *self,
           guint          place)
{
  GtkWidget *chip = g_ptr_array_index (self->chips, place);

  gtk_flow_box_remove (self->list, gtk_widget_get_parent (chip));
  g_ptr_array_remove_index (self->chips, place);
  g_ptr_array_remove_index (self->codes, place);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->codes->len > 0);
}

static void
chip_clicked_cb (SediaBarcodes *self,
                 GtkButton     *chip)
{
  guint place;

  if (!g_ptr_array_find (self->chips, chip, &place))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  remove_at (self, place);
}

static GtkWidget *
chip_new (SediaBarcodes *self,
          const char    *code)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (code);
  g_autofree char *tooltip = g_strdup_printf (_("Take away the barcode %s"), code);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

static void
append (SediaBarcodes *self,
        const char    *code)
{
  GtkWidget *chip = chip_new (self, code);
  GtkWidget *place = gtk_flow_box_child_new ();

  /* The keyboard goes to the button, not to its place. */
  gtk_widget_set_focusable (place, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), chip);
  gtk_flow_box_append (self->list, place);
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->chips, chip);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
}

/* ---- asking whose it is */

typedef struct
{
  SediaBarcodes *barcodes;
  char *code;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->barcodes);
  g_free (question->code);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

typedef struct
{
  char *code;
  gint64 product_id;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->code);
  g_free (check);
}

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Check *check = data;

  return sedia_barcode_check (db, check->code, check->product_id, error) ? SEDIA_DONE : NULL;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *answer,
            gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  SediaBarcodes *self = question->barcodes;
  guint place;

  sedia_store_finish (SEDIA_STORE (source), answer, &error);
  if (error == NULL || g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED))
    return;

  place = find_code (self, question->code);
  if (place == G_MAXUINT)
    return; /* taken away meanwhile */

  remove_at (self, place);
  sedia_field_fail (GTK_WIDGET (self), error->message);
}

static void
ask (SediaBarcodes *self,
     const char    *code)
{
  Question *question = g_new (Question, 1);
  Check *check = g_new (Check, 1);

  question->barcodes = g_object_ref (self);
  question->code = g_strdup (code);
  check->code = g_strdup (code);
  check->product_id = self->product_id;
  sedia_store_read_async (self->store, check_job, check, check_free, NULL, self->asking, checked_cb,
                          question);
}

/* ---- typing */

static void
activate_cb (SediaBarcodes *self)
{
  g_autofree char *typed = sedia_field_dup_text (self->entry);

  if (*typed == '\0')
    gtk_widget_activate_default (GTK_WIDGET (self));
  else
    sedia_barcodes_take_typed (self);
}

static gboolean
sedia_barcodes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_BARCODES (widget)->entry));
}

static void
sedia_barcodes_dispose (GObject *object)
{
  SediaBarcodes *self = SEDIA_BARCODES (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->store);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_BARCODES);

  G_OBJECT_CLASS (sedia_barcodes_parent_class)->dispose (object);
}

static void
sedia_barcodes_finalize (GObject *object)
{
  SediaBarcodes *self = SEDIA_BARCODES (object);

  g_clear_object (&self->asking);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->chips);

  G_OBJECT_CLASS (sedia_barcodes_parent_class)->finalize (object);
}

static void
sedia_barcodes_class_init (SediaBarcodesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_barcodes_dispose;
  object_class->finalize = sedia_barcodes_finalize;
  widget_class->grab_focus = sedia_barcodes_grab_focus;
  widget_class->focus = sedia_focus_walk;

  gtk_widget_class_set_css_name (widget_class, "barcodes");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/barcodes.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaBarcodes, entry);
  gtk_widget_class_bind_template_child (widget_class, SediaBarcodes, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, sedia_barcodes_take_typed);
}

static void
sedia_barcodes_init (SediaBarcodes *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->chips = g_ptr_array_new ();
  self->asking = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_barcodes_set_store:
 * @self: barcodes
 * @store: where to ask whose a barcode is
 * @product_id: whose they are, 0 for a new product
 */
void
sedia_barcodes_set_store (SediaBarcodes *self,
                          SediaStore    *store,
                          gint64         product_id)
{
  g_return_if_fail (SEDIA_IS_BARCODES (self));
  g_return_if_fail (SEDIA_IS_STORE (store));

  g_set_object (&self->store, store);
  self->product_id = product_id;
}

/**
 * sedia_barcodes_show:
 * @self: barcodes, none yet
 * @codes: (nullable) (array zero-terminated=1): those there are
 */
void
sedia_barcodes_show (SediaBarcodes     *self,
                     const char *const *codes)
{
  g_return_if_fail (SEDIA_IS_BARCODES (self));

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    append (self, codes[i]);
}

/**
 * sedia_barcodes_dup_codes: (transfer full) (array zero-terminated=1) the barcodes there are.
 */
char **
sedia_barcodes_dup_codes (SediaBarcodes *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (SEDIA_IS_BARCODES (self), NULL);

  for (guint i = 0; i < self->codes->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->codes, i));

  return g_strv_builder_end (builder);
}

/**
 * sedia_barcodes_add:
 * @self: barcodes
 * @code: one that was scanned
 *
 * One that is there already is not added twice.
 */
void
sedia_barcodes_add (SediaBarcodes *self,
                    const char    *code)
{
  g_return_if_fail (SEDIA_IS_BARCODES (self));
  g_return_if_fail (code != NULL && *code != '\0');

  sedia_field_fail (GTK_WIDGET (self), NULL);
  if (find_code (self, code) != G_MAXUINT)
    return;

  append (self, code);
  if (self->store != NULL)
    ask (self, code);
}

/**
 * sedia_barcodes_take_typed: What stands in the entry becomes one of them, as with Enter.
 */
void
sedia_barcodes_take_typed (SediaBarcodes *self)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (SEDIA_IS_BARCODES (self));

  typed = sedia_field_dup_text (self->entry);
  if (*typed == '\0')
    return;

  gtk_editable_set_text (self->entry, "");
  sedia_barcodes_add (self, typed);
}

/**
 * sedia_barcodes_dup_typed: (transfer full) all that was typed and scanned, as one text.
 */
char *
sedia_barcodes_dup_typed (SediaBarcodes *self)
{
  g_auto (GStrv) codes = NULL;
  g_autofree char *joined = NULL;

  g_return_val_if_fail (SEDIA_IS_BARCODES (self), NULL);

  codes = sedia_barcodes_dup_codes (self);
  joined = g_strjoinv (" ", codes);

  return g_strconcat (joined, " ", gtk_editable_get_text (self->entry), NULL);
}
