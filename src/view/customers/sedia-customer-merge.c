/* A dialog to make two customers one: see sedia-customer-merge.h.
 *
 *   search (or suspects) -> candidates -> one is chosen -> read both -> side by side -> Merge
 */
#include "config.h"

#include "sedia-customer-merge.h"

#include "sedia-act.h"
#include "sedia-format.h"
#include "sedia-merge-table.h"
#include "sedia-part.h"
#include "sedia-suspect-list.h"

#include <glib/gi18n.h>

#define CANDIDATES 20

struct _SediaCustomerMerge
{
  SediaForm parent_instance;

  gint64 id;             /* the one it was opened for */
  char *name;
  char *phone;
  gint64 other_id;       /* the one that is chosen, 0 for none */
  char *other_name;
  GCancellable *finding; /* the look-up of candidates under way, NULL for none */
  GCancellable *comparing;

  GtkEditable *search;
  GtkWidget *list;
  GListStore *candidates;
  GtkSingleSelection *selection;
  GtkLabel *sentence;
  GtkWidget *nobody;
  SediaMergeTable *table;
};

G_DEFINE_FINAL_TYPE (SediaCustomerMerge, sedia_customer_merge, SEDIA_TYPE_FORM)

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* What is asked of the reading thread, and for whom; the answer counts unless it was cancelled. */
typedef struct
{
  SediaCustomerMerge *form;
  GCancellable *cancellable;
} Asked;

static Asked *
asked_new (SediaCustomerMerge  *self,
           GCancellable       **place)
{
  Asked *asked = g_new0 (Asked, 1);

  cancel (place);
  *place = g_cancellable_new ();
  asked->form = g_object_ref (self);
  asked->cancellable = g_object_ref (*place);

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->form);
  g_object_unref (asked->cancellable);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* ---- side by side */

typedef struct
{
  gint64 ids[2];
} Pair;

typedef struct
{
  SediaMergeSide sides[2];
} Comparison;

static void
comparison_free (Comparison *comparison)
{
  sedia_customer_free (comparison->sides[0].customer);
  sedia_customer_free (comparison->sides[1].customer);
  g_free (comparison);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

static gpointer
compare_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Pair *pair = data;
  g_autoptr (Comparison) comparison = g_new0 (Comparison, 1);

  for (guint i = 0; i < 2; i++)
    if (!(comparison->sides[i].customer = sedia_customer_read (db, pair->ids[i], error)) ||
        !sedia_customer_count (db, pair->ids[i], &comparison->sides[i].numbers, error))
      return NULL;

  return g_steal_pointer (&comparison);
}

static void
say_sentence (SediaCustomerMerge *self)
{
  const gboolean keeps_other = sedia_merge_table_get_keeps_second (self->table);
  g_autofree char *sentence = NULL;

  if (self->other_id == 0)
    return;

  sentence = g_strdup_printf (_("%s goes into the archive and leads to %s; orders and what was "
                                "told go along. One undo parts them again."),
                              keeps_other ? self->name : self->other_name,
                              keeps_other ? self->other_name : self->name);
  gtk_label_set_label (self->sentence, sentence);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *answer,
             gpointer      data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Comparison) comparison = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  SediaCustomerMerge *self = asked->form;

  if (g_cancellable_is_cancelled (asked->cancellable))
    return;

  if (comparison == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  self->other_id = comparison->sides[1].customer->id;
  g_free (self->other_name);
  self->other_name = g_strdup (comparison->sides[1].customer->name);
  sedia_merge_table_show (self->table, &comparison->sides[0], &comparison->sides[1]);
  say_sentence (self);
  gtk_widget_set_visible (GTK_WIDGET (self->table), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
  sedia_form_set_can_save (SEDIA_FORM (self), TRUE);
}

/* ---- candidates */

static void
chosen_cb (SediaCustomerMerge *self)
{
  SediaPart *part = gtk_single_selection_get_selected_item (self->selection);
  Pair *pair;

  if (part == NULL || sedia_part_get_id (part) == self->other_id)
    return;

  self->other_id = 0;
  sedia_form_set_can_save (SEDIA_FORM (self), FALSE);
  pair = g_new (Pair, 1);
  *pair = (Pair) { { self->id, sedia_part_get_id (part) } };
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), compare_job, pair, g_free,
                          (GDestroyNotify) comparison_free, NULL, compared_cb,
                          asked_new (self, &self->comparing));
}

typedef struct
{
  gint64 id;
  char *name;
  char *phone;
  char *search;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->name);
  g_free (question->phone);
  g_free (question->search);
  g_free (question);
}

static SediaPart *
make_part (const SediaCustomer *customer,
           const char          *words)
{
  g_autofree char *lines = NULL;

  if (customer->open_lines > 0)
    lines = g_strdup_printf (ngettext ("%u open line", "%u open lines",
                                       (gulong) customer->open_lines),
                             (guint) customer->open_lines);

  return sedia_part_new (&(SediaPartText) {
                           .title = customer->name,
                           .detail = words,
                           .aside = lines,
                           .kind = SEDIA_KIND_CUSTOMER,
                           .id = customer->id,
                         });
}

/* (element-type SediaPart) who may be the same person. */
static GPtrArray *
find_suspects (SediaDb         *db,
               const Question  *question,
               GError         **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) suspects = sedia_customer_suspects (db, question->name, question->phone,
                                                            question->id, CANDIDATES, error);

  if (suspects == NULL)
    return NULL;

  for (guint i = 0; i < suspects->len; i++)
    {
      const SediaSuspect *suspect = g_ptr_array_index (suspects, i);
      g_autofree char *words = sedia_suspect_words (suspect);

      g_ptr_array_add (parts, make_part (suspect->customer, words));
    }

  return g_steal_pointer (&parts);
}

/* (element-type SediaPart) whom a search finds. */
static GPtrArray *
find_searched (SediaDb         *db,
               const Question  *question,
               GError         **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_CUSTOMERS);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) page = NULL;

  query->search = g_strdup (question->search);
  if (!(ids = sedia_list_head (db, query, CANDIDATES + 1, error)) ||
      !(page = sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len, error)))
    return NULL;

  for (guint i = 0; i < page->len && parts->len < CANDIDATES; i++)
    {
      const SediaCustomer *customer = g_ptr_array_index (page, i);

      if (customer->id != question->id)
        g_ptr_array_add (parts, make_part (customer, customer->phone));
    }

  return g_steal_pointer (&parts);
}

static gpointer
find_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Question *question = data;

  return *question->search != '\0' ? find_searched (db, question, error)
                                   : find_suspects (db, question, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *answer,
          gpointer      data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  SediaCustomerMerge *self = asked->form;

  if (g_cancellable_is_cancelled (asked->cancellable))
    return;

  if (parts == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  sedia_part_fill (self->candidates, parts);
  gtk_widget_set_visible (self->nobody, parts->len == 0);
}

static void
find (SediaCustomerMerge *self)
{
  Question *question = g_new0 (Question, 1);

  question->id = self->id;
  question->name = g_strdup (self->name);
  question->phone = g_strdup (self->phone);
  question->search = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), find_job, question,
                          question_free, (GDestroyNotify) g_ptr_array_unref, NULL, found_cb,
                          asked_new (self, &self->finding));
}

static void
search_changed_cb (SediaCustomerMerge *self)
{
  if (sedia_form_get_store (SEDIA_FORM (self)) != NULL)
    find (self);
}

/* Down leads from the search into what it found. */
static gboolean
key_pressed_cb (SediaCustomerMerge *self,
                guint               keyval)
{
  const gboolean leads_on = keyval == GDK_KEY_Down || keyval == GDK_KEY_Return;

  if (!leads_on || g_list_model_get_n_items (G_LIST_MODEL (self->candidates)) == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (self->list);

  return GDK_EVENT_STOP;
}

/* ---- merging */

typedef struct
{
  gint64 keep_id;
  gint64 other_id;
  char *keep_name;
  char *other_name;
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  g_free (merging->keep_name);
  g_free (merging->other_name);
  g_free (merging);
}

static gpointer
merge_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const Merging *merging = data;

  return sedia_customer_merge (db, merging->keep_id, merging->other_id, error) ? SEDIA_DONE : NULL;
}

static char *
merged_cb (GtkWidget *widget,
           gpointer   result,
           gpointer   data)
{
  const Merging *merging = data;
  GtkWindow *opener = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (opener != NULL)
    gtk_widget_activate_action (GTK_WIDGET (opener), "win.open", "(ix)",
                                (gint32) SEDIA_KIND_CUSTOMER, merging->keep_id);
  sedia_form_finish (SEDIA_FORM (widget));

  /* Translators: two customers: "Merged – Siti R. is Siti Rahma now" */
  return g_strdup_printf (_("Merged – %s is %s now"), merging->other_name, merging->keep_name);
}

static void
sedia_customer_merge_save (SediaForm *form)
{
  SediaCustomerMerge *self = SEDIA_CUSTOMER_MERGE (form);
  const gboolean keeps_other = sedia_merge_table_get_keeps_second (self->table);
  Merging *merging;

  if (self->other_id == 0)
    return;

  merging = g_new0 (Merging, 1);
  merging->keep_id = keeps_other ? self->other_id : self->id;
  merging->other_id = keeps_other ? self->id : self->other_id;
  merging->keep_name = g_strdup (keeps_other ? self->other_name : self->name);
  merging->other_name = g_strdup (keeps_other ? self->name : self->other_name);
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "customer-merge" },
                   .job = merge_job,
                   .data = merging,
                   .data_free = merging_free,
                   .done = merged_cb,
                 });
}

/* Nothing is typed here that could be lost. */
static char *
sedia_customer_merge_dup_typed (SediaForm *form)
{
  return g_strdup ("");
}

/* ---- the widget */

static void
sedia_customer_merge_dispose (GObject *object)
{
  SediaCustomerMerge *self = SEDIA_CUSTOMER_MERGE (object);

  cancel (&self->finding);
  cancel (&self->comparing);

  G_OBJECT_CLASS (sedia_customer_merge_parent_class)->dispose (object);
}

static void
sedia_customer_merge_finalize (GObject *object)
{
  SediaCustomerMerge *self = SEDIA_CUSTOMER_MERGE (object);

  g_free (self->name);
  g_free (self->phone);
  g_free (self->other_name);

  G_OBJECT_CLASS (sedia_customer_merge_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/customer-merge.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, search);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, list);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, candidates);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, selection);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, nobody);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerMerge, table);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, say_sentence);
  sedia_format_bind_closures (widget_class);
}

static void
sedia_customer_merge_class_init (SediaCustomerMergeClass *klass)
{
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_customer_merge_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_customer_merge_finalize;
  form_class->save = sedia_customer_merge_save;
  form_class->dup_typed = sedia_customer_merge_dup_typed;

  g_type_ensure (SEDIA_TYPE_MERGE_TABLE);
  g_type_ensure (SEDIA_TYPE_PART);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sedia_customer_merge_init (SediaCustomerMerge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_customer_merge_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @customer: one of the two
 */
void
sedia_customer_merge_open (GtkWidget           *opener,
                           SediaStore          *store,
                           const SediaCustomer *customer)
{
  SediaCustomerMerge *self = g_object_new (SEDIA_TYPE_CUSTOMER_MERGE, NULL);
  g_autofree char *title = g_strdup_printf (_("Merge %s With …"), customer->name);

  self->id = customer->id;
  self->name = g_strdup (customer->name);
  self->phone = g_strdup (customer->phone);
  gtk_window_set_title (GTK_WINDOW (self), title);
  sedia_form_set_can_save (SEDIA_FORM (self), FALSE);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  find (self);
}
