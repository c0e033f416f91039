/* When a product is expected again: see sedia-expect-form.h. */
#include "config.h"

#include "sedia-expect-form.h"

#include "sedia-act.h"
#include "sedia-date-entry.h"
#include "sedia-facts.h"
#include "sedia-field.h"
#include "sedia-format.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>

#define MOST_HISTORY 5

struct _SediaExpectForm
{
  SediaForm parent_instance;

  gint64 product_id;
  char *name;

  GtkLabel *product;
  SediaField *day_field;
  SediaDateEntry *day;
  SediaFacts *history;
};

G_DEFINE_FINAL_TYPE (SediaExpectForm, sedia_expect_form, SEDIA_TYPE_FORM)

static char *
sedia_expect_form_dup_typed (SediaForm *form)
{
  return g_strdup (sedia_date_entry_get_text (SEDIA_EXPECT_FORM (form)->day));
}

/* ---- saving */

typedef struct
{
  gint64 product_id;
  char *name;
  int day;
} Expected;

static void
expected_free (Expected *expected)
{
  g_free (expected->name);
  g_free (expected);
}

static gpointer
save_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Expected *expected = data;

  return sedia_expected_set (db, expected->product_id, expected->day, error) ? SEDIA_DONE : NULL;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const Expected *expected = data;
  g_autofree char *words = NULL;

  sedia_form_finish (SEDIA_FORM (widget));
  if (expected->day == SEDIA_NO_DAY)
    return g_strdup_printf (_("Noted – nobody knows when %s comes"), expected->name);

  words = sedia_day_words (expected->day);

  /* Translators: a product, and the day it comes: "Kopi Gayo is expected on 3 December" */
  return g_strdup_printf (_("Noted – %s is expected on %s"), expected->name, words);
}

static gboolean
read_day (SediaExpectForm *self,
          int             *day)
{
  const char *typed = sedia_date_entry_get_text (self->day);
  g_autoptr (GError) error = NULL;

  *day = SEDIA_NO_DAY;
  sedia_field_set_problem (self->day_field, NULL);
  if (*typed == '\0' || sedia_typed_day_read (typed, sedia_day_today (),
                                              sedia_typed_day_is_day_first (), day, &error))
    return TRUE;

  sedia_field_set_problem (self->day_field, error->message);

  return FALSE;
}

static void
sedia_expect_form_save (SediaForm *form)
{
  SediaExpectForm *self = SEDIA_EXPECT_FORM (form);
  Expected *expected;
  int day;

  if (!read_day (self, &day))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }

  expected = g_new (Expected, 1);
  *expected = (Expected) { self->product_id, g_strdup (self->name), day };
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "product-expect" },
                   .job = save_job,
                   .data = expected,
                   .data_free = (GDestroyNotify) expected_free,
                   .done = saved,
                 });
}

/* What the day is, in words, or why it is none. */
static void
day_changed_cb (SediaExpectForm *self)
{
  g_autofree char *words = NULL;
  int day;

  if (read_day (self, &day) && day != SEDIA_NO_DAY)
    words = sedia_format_day_full (day);
  sedia_field_set_hint (self->day_field, words);
}

/* ---- what was said before */

static gpointer
history_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  return sedia_expected_history (db, *(const gint64 *) data, MOST_HISTORY, error);
}

static void
add_said (SediaExpectForm     *self,
          const SediaExpected *said)
{
  g_autofree char *when = sedia_format_time (said->at);
  g_autofree char *day = said->day != SEDIA_NO_DAY ? sedia_day_words (said->day)
                                                   : g_strdup (_("nobody knows"));
  /* Translators: a day, and who said so */
  g_autofree char *words = g_strdup_printf (_("%s, said %s"), day, said->actor);

  sedia_facts_add (self->history, when, words);
}

static void
history_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SediaExpectForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (history == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  sedia_facts_begin (self->history);
  for (guint i = 0; i < history->len; i++)
    add_said (self, g_ptr_array_index (history, i));
  sedia_facts_end (self->history);
}

/* ---- the widget */

static void
sedia_expect_form_finalize (GObject *object)
{
  g_free (SEDIA_EXPECT_FORM (object)->name);

  G_OBJECT_CLASS (sedia_expect_form_parent_class)->finalize (object);
}

static void
sedia_expect_form_class_init (SediaExpectFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_expect_form_finalize;
  form_class->save = sedia_expect_form_save;
  form_class->dup_typed = sedia_expect_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/expect-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaExpectForm, product);
  gtk_widget_class_bind_template_child (widget_class, SediaExpectForm, day_field);
  gtk_widget_class_bind_template_child (widget_class, SediaExpectForm, day);
  gtk_widget_class_bind_template_child (widget_class, SediaExpectForm, history);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_widget_activate_default);
}

static void
sedia_expect_form_init (SediaExpectForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_expect_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @product_id: a product
 * @product: its name
 */
void
sedia_expect_form_open (GtkWidget  *opener,
                        SediaStore *store,
                        gint64      product_id,
                        const char *product)
{
  SediaExpectForm *self = g_object_new (SEDIA_TYPE_EXPECT_FORM, NULL);

  self->product_id = product_id;
  self->name = g_strdup (product);
  gtk_window_set_title (GTK_WINDOW (self), _("Expected Again"));
  gtk_label_set_label (self->product, product);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  sedia_store_read_async (store, history_job, g_memdup2 (&product_id, sizeof product_id), g_free,
                          (GDestroyNotify) g_ptr_array_unref, NULL, history_cb,
                          g_object_ref (self));
}
