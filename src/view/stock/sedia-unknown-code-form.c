/* A dialog for a barcode that no product has.
 *
 *   4006381333931
 *   No product has this barcode yet.
 *   Add it to
 *   [ kopi               ]        suggestions; the code of another label of it may be scanned, too
 *   KOPI-1
 *   [ New Product with This Barcode ]
 *
 * Only a product that was chosen counts: a name that is like it would be a guess.
 */
#include "config.h"

#include "sedia-unknown-code-form.h"

#include "sedia-act.h"
#include "sedia-draft-jobs.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-product-picker.h"

#include <glib/gi18n.h>

struct _SediaUnknownCodeForm
{
  SediaForm parent_instance;

  char *code;
  SediaPicker *picker;
  SediaProduct *product; /* what was chosen, NULL for none yet */

  GtkLabel *code_label;
  SediaField *field;
  SediaSuggestEntry *entry;
};

enum
{
  SAVED,
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaUnknownCodeForm, sedia_unknown_code_form, SEDIA_TYPE_FORM)

/* The code is soon scanned again, and the product soon found: nothing is lost. */
static char *
sedia_unknown_code_form_dup_typed (SediaForm *form)
{
  return g_strdup ("");
}

/* ---- choosing */

static void
forget (SediaUnknownCodeForm *self)
{
  g_clear_pointer (&self->product, sedia_product_free);
  sedia_field_set_hint (self->field, NULL);
  sedia_field_set_problem (self->field, NULL);
  sedia_suggest_entry_set_problem (self->entry, FALSE);
}

static void
choose (SediaUnknownCodeForm *self,
        const SediaProduct   *product)
{
  forget (self);
  self->product = sedia_product_copy (product);
  sedia_suggest_entry_set_text (self->entry, product->name);
  sedia_suggest_entry_close (self->entry);
  sedia_field_set_hint (self->field, product->sku);
}

static void
say_problem (SediaUnknownCodeForm *self,
             const char           *problem)
{
  sedia_field_set_problem (self->field, problem);
  sedia_suggest_entry_set_problem (self->entry, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (SediaUnknownCodeForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaFoundProduct) found = sedia_store_finish (SEDIA_STORE (source), result, &error);
  g_autofree char *problem = NULL;

  if (self->picker == NULL)
    return; /* closed meanwhile */

  if (found == NULL)
    sedia_act_say_error (GTK_WIDGET (self), error);
  else if (found->product != NULL)
    choose (self, found->product);
  else
    {
      problem = g_strdup_printf (_("No product has “%s” as its SKU or barcode. Choose one of those "
                                   "that are suggested."), found->code);
      say_problem (self, problem);
    }
}

/* Enter once more after choosing means the form. */
static void
entered_cb (SediaUnknownCodeForm *self,
            const char           *typed)
{
  if (self->product != NULL)
    gtk_widget_activate_default (GTK_WIDGET (self));
  else
    sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), sedia_product_find_job,
                            g_strdup (typed), g_free, (GDestroyNotify) sedia_found_product_free,
                            NULL, found_cb, g_object_ref (self));
}

static void
create_cb (SediaUnknownCodeForm *self)
{
  g_autoptr (SediaUnknownCodeForm) form = g_object_ref (self);

  sedia_form_finish (SEDIA_FORM (self));
  g_signal_emit (form, signals[CREATE], 0, form->code);
}

/* ---- saving */

typedef struct
{
  gint64 product_id;
  char *name;
  char *code;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_free (adding->name);
  g_free (adding->code);
  g_free (adding);
}

static gpointer
add_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  const Adding *adding = data;
  g_autoptr (SediaProduct) product = sedia_product_read (db, adding->product_id, error);
  g_autoptr (GStrvBuilder) barcodes = g_strv_builder_new ();

  if (product == NULL)
    return NULL;

  for (guint i = 0; product->barcodes != NULL && product->barcodes[i] != NULL; i++)
    g_strv_builder_add (barcodes, product->barcodes[i]);
  g_strv_builder_add (barcodes, adding->code);
  g_strfreev (product->barcodes);
  product->barcodes = g_strv_builder_end (barcodes);

  return sedia_product_save (db, product, error) ? SEDIA_DONE : NULL;
}

static char *
added (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const Adding *adding = data;

  sedia_form_finish (SEDIA_FORM (widget));
  g_signal_emit (widget, signals[SAVED], 0, adding->product_id);

  /* Translators: a barcode, and the product it belongs to now. */
  return g_strdup_printf (_("Barcode %s added – %s"), adding->code, adding->name);
}

static void
sedia_unknown_code_form_save (SediaForm *form)
{
  SediaUnknownCodeForm *self = SEDIA_UNKNOWN_CODE_FORM (form);
  Adding *adding;

  if (self->product == NULL)
    {
      say_problem (self, _("Which product does it belong to? Type a part of its name and choose "
                           "it."));
      return;
    }

  adding = g_new (Adding, 1);
  adding->product_id = self->product->id;
  adding->name = g_strdup (self->product->name);
  adding->code = g_strdup (self->code);
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form), &(SediaActRun) {
                                                                   .act = {
                                                                     .kind = "product-edit",
                                                                   },
                                                                   .job = add_job,
                                                                   .data = adding,
                                                                   .data_free = adding_free,
                                                                   .done = added,
                                                                 });
}

/* ---- the widget */

static void
sedia_unknown_code_form_dispose (GObject *object)
{
  g_clear_object (&SEDIA_UNKNOWN_CODE_FORM (object)->picker);

  G_OBJECT_CLASS (sedia_unknown_code_form_parent_class)->dispose (object);
}

static void
sedia_unknown_code_form_finalize (GObject *object)
{
  SediaUnknownCodeForm *self = SEDIA_UNKNOWN_CODE_FORM (object);

  g_clear_pointer (&self->product, sedia_product_free);
  g_free (self->code);

  G_OBJECT_CLASS (sedia_unknown_code_form_parent_class)->finalize (object);
}

static void
sedia_unknown_code_form_class_init (SediaUnknownCodeFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);
  const GType type = SEDIA_TYPE_UNKNOWN_CODE_FORM;

  object_class->dispose = sedia_unknown_code_form_dispose;
  object_class->finalize = sedia_unknown_code_form_finalize;
  form_class->save = sedia_unknown_code_form_save;
  form_class->dup_typed = sedia_unknown_code_form_dup_typed;

  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_INT64);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/unknown-code-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaUnknownCodeForm, code_label);
  gtk_widget_class_bind_template_child (widget_class, SediaUnknownCodeForm, field);
  gtk_widget_class_bind_template_child (widget_class, SediaUnknownCodeForm, entry);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
sedia_unknown_code_form_init (SediaUnknownCodeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->picker = sedia_product_picker_new (self->entry);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "entered", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sedia_unknown_code_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @code: what was scanned
 *
 * Returns: (transfer none): the form, as long as it is open
 */
SediaUnknownCodeForm *
sedia_unknown_code_form_open (GtkWidget  *opener,
                              SediaStore *store,
                              const char *code)
{
  SediaUnknownCodeForm *self = g_object_new (SEDIA_TYPE_UNKNOWN_CODE_FORM, NULL);

  self->code = g_strdup (code);
  gtk_label_set_label (self->code_label, code);
  sedia_picker_set_store (self->picker, store);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  sedia_form_open (SEDIA_FORM (self), opener, store);

  return self;
}
