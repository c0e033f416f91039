/* A dialog to enter a product, or to change one.
 *
 *   SKU            Name                          Category
 *   Barcodes                    Supplier
 *   (numbers, see sedia-product-amounts.h)
 *   Note
 *
 * What it completes from, and what of the product is fixed, is read once it is open. A refusal
 * stands at the field it is about: the store says which. What is scanned is a barcode, wherever
 * the keyboard is.
 */
#include "config.h"

#include "sedia-product-form.h"

#include "sedia-act.h"
#include "sedia-barcodes.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-name-picker.h"
#include "sedia-product-amounts.h"
#include "sedia-scanner.h"
#include "sedia-supplier-choice.h"
#include "sedia-typed-quantity.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SediaProductForm
{
  SediaForm parent_instance;

  gint64 id; /* 0: a new one */
  GCancellable *reading;
  SediaNamePicker *categories;
  SediaScanner *scanner;

  GtkEditable *sku;
  GtkEditable *name;
  SediaSuggestEntry *category;
  SediaBarcodes *barcodes;
  SediaSupplierChoice *supplier;
  SediaProductAmounts *amounts;
  GtkTextBuffer *note;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaProductForm, sedia_product_form, SEDIA_TYPE_FORM)

static char *
sedia_product_form_dup_typed (SediaForm *form)
{
  SediaProductForm *self = SEDIA_PRODUCT_FORM (form);
  g_autofree char *barcodes = sedia_barcodes_dup_typed (self->barcodes);
  g_autofree char *supplier = sedia_supplier_choice_dup_typed (self->supplier);
  g_autofree char *amounts = sedia_product_amounts_dup_typed (self->amounts);
  g_autofree char *note = sedia_field_dup_buffer (self->note);

  return g_strjoin ("\n", gtk_editable_get_text (self->sku), gtk_editable_get_text (self->name),
                    sedia_suggest_entry_get_text (self->category), barcodes, supplier, amounts,
                    note, NULL);
}

/* ---- saving */

typedef struct
{
  SediaProduct *product;
  SediaProductField wrong; /* of a refusal: the field it is about */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  sedia_product_free (saving->product);
  g_free (saving);
}

/* A supplier without a number is new and entered with the product. */
static gboolean
enter_supplier (SediaDb       *db,
                SediaProduct  *product,
                GError       **error)
{
  g_autoptr (SediaSupplier) supplier = NULL;

  if (product->supplier_id != 0 || product->supplier == NULL)
    return TRUE;

  supplier = sedia_supplier_new ();
  g_free (supplier->name);
  supplier->name = g_strdup (product->supplier);
  if (!sedia_supplier_save (db, supplier, error))
    return FALSE;

  product->supplier_id = supplier->id;
  return TRUE;
}

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Saving *saving = data;
  g_autoptr (SediaProduct) known = NULL;

  /* Somebody may have archived it meanwhile: that is not for this form to take back. */
  if (saving->product->id != 0)
    {
      if (!(known = sedia_product_read (db, saving->product->id, error)))
        return NULL;
      saving->product->archived = known->archived;
    }

  if (!sedia_product_check (db, saving->product, &saving->wrong, error) ||
      !enter_supplier (db, saving->product, error) ||
      !sedia_product_save (db, saving->product, error))
    return NULL;

  return SEDIA_DONE;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const Saving *saving = data;

  sedia_form_finish (SEDIA_FORM (widget));
  g_signal_emit (widget, signals[SAVED], 0, saving->product->id);

  return g_strdup_printf (_("Saved – %s"), saving->product->name);
}

static GtkWidget *
widget_of (SediaProductForm  *self,
           SediaProductField  field)
{
  if (field == SEDIA_PRODUCT_SKU)
    return GTK_WIDGET (self->sku);
  if (field == SEDIA_PRODUCT_NAME)
    return GTK_WIDGET (self->name);
  if (field == SEDIA_PRODUCT_BARCODES)
    return GTK_WIDGET (self->barcodes);

  return NULL;
}

/* What is said at the field need not be said in the bar as well. */
static void
refused (GtkWidget    *widget,
         const GError *error,
         gpointer      data)
{
  SediaProductForm *self = SEDIA_PRODUCT_FORM (widget);
  const Saving *saving = data;
  GtkWidget *place = widget_of (self, saving->wrong);

  if (place != NULL)
    sedia_field_fail (place, error->message);
  else if (!sedia_product_amounts_fail (self->amounts, saving->wrong, error->message))
    return;

  sedia_bar_close (sedia_form_find_bar (SEDIA_FORM (self)));
  sedia_field_focus_problem (widget);
}

static gboolean
read_product (SediaProductForm *self,
              SediaProduct     *product)
{
  gboolean is_fine = TRUE;

  sedia_barcodes_take_typed (self->barcodes);
  sedia_field_fail (GTK_WIDGET (self->barcodes), NULL);

  product->id = self->id;
  product->category = g_strstrip (g_strdup (sedia_suggest_entry_get_text (self->category)));
  product->barcodes = sedia_barcodes_dup_codes (self->barcodes);
  product->note = sedia_field_dup_buffer (self->note);

  is_fine &= sedia_field_read_text (self->sku, _("A product needs a SKU: the short code by which "
                                                 "you know it."), &product->sku);
  is_fine &= sedia_field_read_text (self->name, _("A product needs a name."), &product->name);
  is_fine &= sedia_supplier_choice_read (self->supplier, &product->supplier_id,
                                         &product->supplier);
  is_fine &= sedia_product_amounts_read (self->amounts, product);

  return is_fine;
}

static void
sedia_product_form_save (SediaForm *form)
{
  SediaProductForm *self = SEDIA_PRODUCT_FORM (form);
  g_autoptr (SediaProduct) product = g_new0 (SediaProduct, 1);
  Saving *saving;

  if (!read_product (self, product))
    {
      sedia_field_focus_problem (GTK_WIDGET (self));
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->product = g_steal_pointer (&product);
  saving->wrong = SEDIA_N_PRODUCT_FIELDS;
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = self->id != 0 ? "product-edit" : "product-add" },
                   .job = save_job,
                   .data = saving,
                   .data_free = saving_free,
                   .done = saved,
                   .failed = refused,
                 });
}

/* ---- what it completes from, and what is fixed */

typedef struct
{
  GPtrArray *categories;
  GPtrArray *suppliers;
  SediaProductFixed fixed;
} Options;

static void
options_free (Options *options)
{
  g_clear_pointer (&options->categories, g_ptr_array_unref);
  g_clear_pointer (&options->suppliers, g_ptr_array_unref);
  g_free (options);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Options, options_free)

static gpointer
options_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const gint64 *id = data;
  g_autoptr (Options) options = g_new0 (Options, 1);

  if (!(options->categories = sedia_category_list (db, error)) ||
      !(options->suppliers = sedia_supplier_list (db, NULL, error)) ||
      (*id != 0 && !sedia_product_read_fixed (db, *id, &options->fixed, error)))
    return NULL;

  return g_steal_pointer (&options);
}

static void
options_cb (GObject      *source,
            GAsyncResult *answer,
            gpointer      data)
{
  g_autoptr (SediaProductForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = sedia_store_finish (SEDIA_STORE (source), answer, &error);

  if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED) || self->categories == NULL)
    return;
  if (options == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  sedia_name_picker_set_names (self->categories, options->categories);
  sedia_supplier_choice_set_suppliers (self->supplier, options->suppliers);
  sedia_product_amounts_set_fixed (self->amounts, &options->fixed);
}

static void
read_options (SediaProductForm *self,
              SediaStore       *store)
{
  sedia_store_read_async (store, options_job, g_memdup2 (&self->id, sizeof self->id), g_free,
                          (GDestroyNotify) options_free, self->reading, options_cb,
                          g_object_ref (self));
}

/* ---- scanning */

static gboolean
is_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* Letters that come at once into a text were pasted there by some other program than a scanner. */
static gboolean
belongs_where_typed (SediaProductForm *self,
                     SediaBurst       *burst)
{
  const char *text = sedia_burst_get_text (burst);

  return sedia_typed_quantity_is_likely (text) ||
         (!is_digits (text) && !sedia_burst_is_in (burst, GTK_WIDGET (self->barcodes)) &&
          !sedia_burst_is_in (burst, GTK_WIDGET (self->amounts)));
}

static void
burst_cb (SediaProductForm *self,
          SediaBurst       *burst)
{
  if (belongs_where_typed (self, burst))
    sedia_burst_type (burst);
  else
    sedia_barcodes_add (self->barcodes, sedia_burst_get_text (burst));
}

/* ---- the widget */

static void
category_activate_cb (SediaProductForm *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
sedia_product_form_dispose (GObject *object)
{
  SediaProductForm *self = SEDIA_PRODUCT_FORM (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->categories);
  g_clear_object (&self->scanner);

  G_OBJECT_CLASS (sedia_product_form_parent_class)->dispose (object);
}

static void
sedia_product_form_finalize (GObject *object)
{
  g_clear_object (&SEDIA_PRODUCT_FORM (object)->reading);

  G_OBJECT_CLASS (sedia_product_form_parent_class)->finalize (object);
}

static void
sedia_product_form_class_init (SediaProductFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  object_class->dispose = sedia_product_form_dispose;
  object_class->finalize = sedia_product_form_finalize;
  form_class->save = sedia_product_form_save;
  form_class->dup_typed = sedia_product_form_dup_typed;

  signals[SAVED] = g_signal_new ("saved", SEDIA_TYPE_PRODUCT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (SEDIA_TYPE_BARCODES);
  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_PRODUCT_AMOUNTS);
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  g_type_ensure (SEDIA_TYPE_SUPPLIER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/product-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, sku);
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, name);
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, category);
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, barcodes);
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, supplier);
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, amounts);
  gtk_widget_class_bind_template_child (widget_class, SediaProductForm, note);
  gtk_widget_class_bind_template_callback (widget_class, category_activate_cb);
}

static void
sedia_product_form_init (SediaProductForm *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->categories = sedia_name_picker_new (self->category);
  self->scanner = sedia_scanner_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (SediaProductForm   *self,
      const SediaProduct *product)
{
  self->id = product->id;
  sedia_field_show_text (self->sku, product->sku);
  sedia_field_show_text (self->name, product->name);
  sedia_suggest_entry_set_text (self->category, product->category);
  sedia_barcodes_show (self->barcodes, (const char *const *) product->barcodes);
  sedia_supplier_choice_show (self->supplier, product->supplier_id, product->supplier);
  sedia_product_amounts_show (self->amounts, product);
  gtk_text_buffer_set_text (self->note, product->note != NULL ? product->note : "", -1);
}

/**
 * sedia_product_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @product: (nullable): the one to change; one without a number is a new one of which something is
 *   known, a scanned barcode for instance; NULL enters a new one
 *
 * Returns: (transfer none): the form, as long as it is open
 */
SediaProductForm *
sedia_product_form_open (GtkWidget          *opener,
                         SediaStore         *store,
                         const SediaProduct *product)
{
  SediaProductForm *self = g_object_new (SEDIA_TYPE_PRODUCT_FORM, NULL);
  g_autoptr (SediaProduct) empty = sedia_product_new ();

  fill (self, product != NULL ? product : empty);
  gtk_window_set_title (GTK_WINDOW (self), self->id != 0 ? _("Edit Product") : _("New Product"));
  sedia_barcodes_set_store (self->barcodes, store, self->id);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  read_options (self, store);

  return self;
}
