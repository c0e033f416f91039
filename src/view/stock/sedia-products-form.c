/* A dialog to change one field of several products at once.
 *
 *   120 products
 *   Field        [ Minimum           v ]
 *   New value    [ 6                   ]
 *   118 change, 2 have it already
 *     Kopi Arabika 1 kg        4 → 6
 *     ...
 *
 * What would happen is looked at in the background while the value is typed; only the last question
 * counts. Where it takes long to do it, how far it is is shown, and Cancel stops it with nothing
 * done.
 */
#include "config.h"

#include "sedia-products-form.h"

#include "sedia-act.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-new-value.h"
#include "sedia-part-list.h"
#include "sedia-part.h"
#include "sedia-scanner.h"
#include "sedia-typed-quantity.h"

#include <glib/gi18n.h>
#include <string.h>

#define LOOK_AFTER_MS 150
#define EXAMPLES 5
#define SHOWN_AFTER_MS 500   /* quicker work shows no progress */
#define PROGRESS_MS 100

struct _SediaProductsForm
{
  SediaForm parent_instance;

  GArray *ids;
  SediaScanner *scanner;
  guint look_source;
  GCancellable *looking;  /* of the last question */
  GCancellable *working;  /* NULL while nothing is changed */
  guint progress_source;
  gint64 work_begun;
  gint *n_done;           /* counted on the other thread, in an atomic box of its own */

  GtkWidget *content;
  GtkLabel *how_many;
  GtkDropDown *field;
  SediaNewValue *value;
  GtkLabel *effect;
  SediaPartList *examples;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (SediaProductsForm, sedia_products_form, SEDIA_TYPE_FORM)

static char *
sedia_products_form_dup_typed (SediaForm *form)
{
  return sedia_new_value_dup_typed (SEDIA_PRODUCTS_FORM (form)->value);
}

/* ---- looking */

/* What a job on another thread needs: its own copy of everything. */
typedef struct
{
  SediaProductEdit edit;
  char *text;
  GArray *ids;
  gint *n_done;
  guint n_changed;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_array_unref (work->ids);
  g_atomic_rc_box_release (work->n_done);
  g_free (work->text);
  g_free (work);
}

static Work *
work_new (SediaProductsForm *self)
{
  Work *work = g_new0 (Work, 1);

  work->ids = g_array_ref (self->ids);
  work->n_done = g_atomic_rc_box_acquire (self->n_done);
  if (sedia_new_value_read (self->value, &work->edit, &work->text))
    return work;

  work_free (work);
  return NULL;
}

static gpointer
look_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Work *work = data;

  return sedia_products_preview (db, work->ids, &work->edit, EXAMPLES, error);
}

static void
show_examples (SediaProductsForm      *self,
               const SediaEditPreview *preview)
{
  const SediaProductField field = sedia_product_fields_get (
    gtk_drop_down_get_selected (self->field));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; preview != NULL && i < preview->before->len; i++)
    {
      const SediaProduct *product = g_ptr_array_index (preview->before, i);
      g_autofree char *before = sedia_product_field_text (field, product);
      g_autofree char *after = sedia_product_field_text (field,
                                                         g_ptr_array_index (preview->after, i));
      /* Translators: the value of a field before and after */
      g_autofree char *change = g_markup_printf_escaped (C_("change", "%s → %s"), before, after);

      g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                                .title = product->name,
                                .detail = change,
                              }));
    }

  sedia_part_list_show (self->examples, parts);
}

static char *
dup_effect (const SediaEditPreview *preview)
{
  const guint n_same = preview->n - preview->n_changed - preview->n_refused;
  g_autofree char *changed = NULL;
  g_autofree char *same = NULL;

  changed = g_strdup_printf (ngettext ("%u product changes", "%u products change",
                                       preview->n_changed), preview->n_changed);
  if (n_same == 0)
    return g_steal_pointer (&changed);

  same = g_strdup_printf (ngettext ("%u has it already", "%u have it already", n_same), n_same);

  /* Translators: two of the sentences above: "118 products change, 2 have it already" */
  return g_strdup_printf (C_("change", "%s, %s"), changed, same);
}

static char *
dup_problems (const SediaEditPreview *preview)
{
  g_autoptr (GString) said = g_string_new (NULL);

  if (preview->n_refused == 0)
    return NULL;

  for (guint i = 0; i < preview->problems->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (preview->problems, i));
  if (preview->n_refused > preview->problems->len)
    {
      const guint n_more = preview->n_refused - preview->problems->len;

      g_string_append_printf (said, "\n");
      g_string_append_printf (said, ngettext ("… and %u more.", "… and %u more.", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
show_preview (SediaProductsForm      *self,
              const SediaEditPreview *preview)
{
  g_autofree char *effect = preview != NULL ? dup_effect (preview) : NULL;
  g_autofree char *problems = preview != NULL ? dup_problems (preview) : NULL;

  gtk_label_set_label (self->effect, effect != NULL ? effect : "");
  sedia_new_value_set_problem (self->value, problems);
  show_examples (self, preview);
}

/* The form and the question: another since makes the answer stale. */
typedef struct
{
  SediaProductsForm *form;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->form);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
looked_cb (GObject      *source,
           GAsyncResult *answer,
           gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaEditPreview) preview = sedia_store_finish (SEDIA_STORE (source), answer, &error);

  if (question->form->looking != question->asked)
    return;

  if (preview != NULL)
    show_preview (question->form, preview);
  else
    sedia_act_say_error (GTK_WIDGET (question->form), error);
}

static void
forget_question (SediaProductsForm *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static gboolean
look_cb (gpointer data)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (data);
  Work *work;
  Question *question;

  self->look_source = 0;
  if (!(work = work_new (self)))
    return G_SOURCE_REMOVE;

  self->looking = g_cancellable_new ();
  question = g_new (Question, 1);
  question->form = g_object_ref (self);
  question->asked = g_object_ref (self->looking);
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), look_job, work, work_free,
                          (GDestroyNotify) sedia_edit_preview_free, self->looking, looked_cb,
                          question);

  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (SediaProductsForm *self)
{
  if (self->ids == NULL)
    return; /* being made */

  forget_question (self);
  if (sedia_new_value_is_missing (self->value))
    show_preview (self, NULL);
  else
    self->look_source = g_timeout_add (LOOK_AFTER_MS, look_cb, self);
}

static void
field_changed_cb (SediaProductsForm *self)
{
  sedia_new_value_set_field (self->value, gtk_drop_down_get_selected (self->field));
  value_changed_cb (self);
}

/* ---- doing */

static gboolean
progress_cb (gpointer data)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (data);
  const guint n_done = (guint) g_atomic_int_get (self->n_done);
  g_autofree char *text = NULL;

  if (g_get_monotonic_time () - self->work_begun < SHOWN_AFTER_MS * G_TIME_SPAN_MILLISECOND)
    return G_SOURCE_CONTINUE;

  /* Translators: how many products are done, of how many */
  text = g_strdup_printf (_("%u of %u"), n_done, self->ids->len);
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / self->ids->len);
  gtk_progress_bar_set_text (self->progress, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);

  return G_SOURCE_CONTINUE;
}

static void
end_work (SediaProductsForm *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->working);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_sensitive (self->content, TRUE);
  sedia_form_set_can_save (SEDIA_FORM (self), TRUE);
}

static gpointer
do_job (SediaDb   *db,
        gpointer   data,
        GError   **error)
{
  Work *work = data;

  return sedia_products_edit (db, work->ids, &work->edit, &work->n_changed, error) ? SEDIA_DONE
                                                                                    : NULL;
}

static char *
done (GtkWidget *widget,
      gpointer   result,
      gpointer   data)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (widget);
  const Work *work = data;
  const char *label = sedia_product_fields_label (gtk_drop_down_get_selected (self->field));

  end_work (self);
  sedia_form_finish (SEDIA_FORM (self));
  if (work->n_changed == 0)
    return g_strdup (_("Nothing to change: all of them have it already"));

  /* Translators: the name of a field, and of how many products it was changed */
  return g_strdup_printf (ngettext ("%s changed – %u product", "%s changed – %u products",
                                    work->n_changed), label, work->n_changed);
}

static void
failed (GtkWidget    *widget,
        const GError *error,
        gpointer      data)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (widget);

  end_work (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->value));
  if (!g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED))
    return;

  sedia_bar_close (sedia_form_find_bar (SEDIA_FORM (self)));
  sedia_new_value_set_problem (self->value, error->message);
}

static void
sedia_products_form_save (SediaForm *form)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (form);
  Work *work = work_new (self);

  if (work == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->value));
      return;
    }

  forget_question (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* an entry does not notice that it lost it */
  gtk_widget_set_sensitive (self->content, FALSE);
  sedia_form_set_can_save (form, FALSE);
  self->working = g_cancellable_new ();
  self->work_begun = g_get_monotonic_time ();
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  g_atomic_int_set (self->n_done, 0);
  work->edit.n_done = work->n_done;
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "products-edit" },
                   .job = do_job,
                   .data = work,
                   .data_free = work_free,
                   .cancellable = self->working,
                   .done = done,
                   .failed = failed,
                 });
}

/* While it works, closing stops it; what was typed stays there. */
static gboolean
sedia_products_form_close_request (GtkWindow *window)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (window);

  if (self->working == NULL)
    return GTK_WINDOW_CLASS (sedia_products_form_parent_class)->close_request (window);

  g_cancellable_cancel (self->working);
  return TRUE;
}

/* ---- scanning */

/* What is scanned is no value of a hundred products, and its Enter does not change them. */
static void
burst_cb (SediaProductsForm *self,
          SediaBurst        *burst)
{
  const char *text = sedia_burst_get_text (burst);
  g_autofree char *problem = NULL;

  if (sedia_typed_quantity_is_likely (text) || strspn (text, "0123456789") < strlen (text))
    {
      sedia_burst_type (burst);
      return;
    }

  problem = g_strdup_printf (_("%s was scanned, not typed. Type the new value."), text);
  sedia_new_value_set_problem (self->value, problem);
}

/* ---- names to complete from */

typedef struct
{
  GPtrArray *categories;
  GPtrArray *suppliers;
} Names;

static void
names_free (Names *names)
{
  g_clear_pointer (&names->categories, g_ptr_array_unref);
  g_clear_pointer (&names->suppliers, g_ptr_array_unref);
  g_free (names);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Names, names_free)

static gpointer
names_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  g_autoptr (Names) names = g_new0 (Names, 1);

  if (!(names->categories = sedia_category_list (db, error)) ||
      !(names->suppliers = sedia_supplier_list (db, NULL, error)))
    return NULL;

  return g_steal_pointer (&names);
}

static void
names_cb (GObject      *source,
          GAsyncResult *answer,
          gpointer      data)
{
  g_autoptr (SediaProductsForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Names) names = sedia_store_finish (SEDIA_STORE (source), answer, &error);

  if (self->value == NULL)
    return; /* closed meanwhile */

  if (names != NULL)
    sedia_new_value_set_names (self->value, names->categories, names->suppliers);
  else
    sedia_act_say_error (GTK_WIDGET (self), error);
}

/* ---- the widget */

static void
sedia_products_form_dispose (GObject *object)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (object);

  forget_question (self);
  g_clear_object (&self->scanner);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->value = NULL;

  G_OBJECT_CLASS (sedia_products_form_parent_class)->dispose (object);
}

static void
sedia_products_form_finalize (GObject *object)
{
  SediaProductsForm *self = SEDIA_PRODUCTS_FORM (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_atomic_rc_box_release (self->n_done);

  G_OBJECT_CLASS (sedia_products_form_parent_class)->finalize (object);
}

static void
sedia_products_form_class_init (SediaProductsFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  object_class->dispose = sedia_products_form_dispose;
  object_class->finalize = sedia_products_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sedia_products_form_close_request;
  form_class->save = sedia_products_form_save;
  form_class->dup_typed = sedia_products_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_NEW_VALUE);
  g_type_ensure (SEDIA_TYPE_PART_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/products-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, content);
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, how_many);
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, field);
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, value);
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, effect);
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, examples);
  gtk_widget_class_bind_template_child (widget_class, SediaProductsForm, progress);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
sedia_products_form_init (SediaProductsForm *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->n_done = g_atomic_rc_box_new0 (gint);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < sedia_product_fields_count (); i++)
    gtk_string_list_append (list, sedia_product_fields_label (i));
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (list));
  self->scanner = sedia_scanner_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_products_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @ids: (element-type gint64): which products
 */
void
sedia_products_form_open (GtkWidget  *opener,
                          SediaStore *store,
                          GArray     *ids)
{
  SediaProductsForm *self = g_object_new (SEDIA_TYPE_PRODUCTS_FORM, NULL);
  g_autofree char *how_many = NULL;

  g_return_if_fail (ids != NULL && ids->len > 0);

  how_many = g_strdup_printf (ngettext ("%u product", "%u products", ids->len), ids->len);
  gtk_label_set_label (self->how_many, how_many);
  self->ids = g_array_ref (ids);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  sedia_store_read_async (store, names_job, NULL, NULL, (GDestroyNotify) names_free, NULL, names_cb,
                          g_object_ref (self));
}
