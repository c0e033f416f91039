/* The words customers are told.
 *
 *   Language               Text
 *   [ Bahasa Indonesia v]  [ Halo Kak {name}, ini {shop}.              ]
 *   | Greeting          |  {name} {shop} {items} ...
 *   |  (/) Your own text|  [Use the Shipped Text]
 *   | It can be coll... |  Preview
 *   | ...               |  | Halo Kak Siti Rahma, ini Toko Makmur. ... |
 *
 * What was written stays while another part or language is looked at; all of it is saved at once.
 */
#include "config.h"

#include "sedia-templates-window.h"

#include "sedia-act.h"
#include "sedia-customer-language.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-message-sample.h"
#include "sedia-part-row.h"

#include <glib/gi18n.h>

#define PER_LINE 5 /* buttons of placeholders */

struct _SediaTemplatesWindow
{
  SediaForm parent_instance;

  SediaWords *words;     /* as written here */
  SediaWords *before;    /* the same when it was opened */
  guint tongue;          /* the language and the part that are shown */
  SediaMessagePart part;
  gboolean is_filling;

  GtkDropDown *language;
  GtkListBox *parts;
  SediaField *text_field;
  GtkTextBuffer *text;
  GtkWidget *writing;
  GtkGrid *placeholders;
  GtkWidget *shipped;
  GtkLabel *preview;
  GtkCheckButton *no_day;
};

G_DEFINE_FINAL_TYPE (SediaTemplatesWindow, sedia_templates_window, SEDIA_TYPE_FORM)

/* In the order they have in a message. */
static const SediaMessagePart order[] = {
  SEDIA_PART_GREETING,
  (SediaMessagePart) SEDIA_DUE_RESERVATION_LOST,
  (SediaMessagePart) SEDIA_DUE_READY,
  (SediaMessagePart) SEDIA_DUE_WILL_MISS_NEED_BY,
  (SediaMessagePart) SEDIA_DUE_DATE_MOVED,
  (SediaMessagePart) SEDIA_DUE_DATE_KNOWN,
  (SediaMessagePart) SEDIA_DUE_BACKORDERED,
  (SediaMessagePart) SEDIA_DUE_WAIT_ENDED,
  (SediaMessagePart) SEDIA_DUE_SILENT,
  SEDIA_PART_UPDATE,
  SEDIA_PART_OFFER,
  SEDIA_PART_CLOSING,
};

G_STATIC_ASSERT (G_N_ELEMENTS (order) == SEDIA_N_MESSAGE_PARTS);

static const struct { const char *name, *meaning; } placeholders[] = {
  { "name", N_("the customer’s name") },
  { "shop", N_("the shop’s name") },
  { "items", N_("all that the paragraph is about") },
  { "ready", N_("what can be collected") },
  { "waiting", N_("what still waits") },
  { "date", N_("the expected day") },
  { "hours", N_("when the shop is open") },
  { "deposit", N_("what was paid ahead") },
  { "no-date", N_("keeps its sentence only while no day is known") },
  { "some-ready", N_("keeps its sentence only while something can be collected") },
  { "until", N_("the day until which they agreed to wait") },
};

/* ---- the texts */

static char *
dup_text (const SediaWords *words,
          guint             tongue,
          guint             part)
{
  return g_strstrip (g_strdup (words->texts[tongue][part]));
}

static gboolean
is_own (SediaTemplatesWindow *self,
        guint                 part)
{
  g_autofree char *text = dup_text (self->words, self->tongue, part);

  return !g_str_equal (text, sedia_words_shipped (self->tongue, (SediaMessagePart) part));
}

static char *
sedia_templates_window_dup_typed (SediaForm *form)
{
  SediaTemplatesWindow *self = SEDIA_TEMPLATES_WINDOW (form);
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint tongue = 0; tongue < SEDIA_N_TONGUES; tongue++)
    for (guint part = 0; part < SEDIA_N_MESSAGE_PARTS; part++)
      {
        g_autofree char *text = dup_text (self->words, tongue, part);

        g_string_append_printf (typed, "%s\n", text);
      }

  return g_string_free (g_steal_pointer (&typed), FALSE);
}

/* ---- what is shown */

static SediaPartRow *
find_row (SediaTemplatesWindow *self,
          SediaMessagePart      part)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == part)
      return SEDIA_PART_ROW (gtk_list_box_get_row_at_index (self->parts, (int) i));

  return NULL;
}

static void
mark_part (SediaTemplatesWindow *self,
           SediaMessagePart      part)
{
  const char *text = self->words->texts[self->tongue][part];

  sedia_part_row_mark (find_row (self, part), is_own (self, part),
                       !sedia_template_check (text, NULL));
}

static void
show_preview (SediaTemplatesWindow *self)
{
  const gboolean has_day = !gtk_check_button_get_active (self->no_day);
  g_autofree char *sample = NULL;

  if (self->words == NULL)
    return;

  sample = sedia_message_sample (self->words, self->tongue, self->part, has_day);
  gtk_label_set_label (self->preview, sample);
}

/* What follows from the text: what is wrong with it, the mark, the preview. */
static void
show_state (SediaTemplatesWindow *self)
{
  g_autoptr (GError) error = NULL;

  sedia_template_check (self->words->texts[self->tongue][self->part], &error);
  sedia_field_set_problem (self->text_field, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->shipped, is_own (self, self->part));
  mark_part (self, self->part);
  show_preview (self);
}

static void
show_part (SediaTemplatesWindow *self)
{
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->text, self->words->texts[self->tongue][self->part], -1);
  self->is_filling = FALSE;
  show_state (self);
}

static void
show_tongue (SediaTemplatesWindow *self)
{
  for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    mark_part (self, (SediaMessagePart) i);
  show_part (self);
}

static void
text_changed_cb (SediaTemplatesWindow *self)
{
  GtkTextIter start, end;
  char **text;

  if (self->is_filling)
    return;

  text = &self->words->texts[self->tongue][self->part];
  gtk_text_buffer_get_bounds (self->text, &start, &end);
  g_free (*text);
  *text = gtk_text_buffer_get_text (self->text, &start, &end, FALSE);
  show_state (self);
}

static void
part_selected_cb (SediaTemplatesWindow *self,
                  GtkListBoxRow        *row)
{
  if (row == NULL || self->words == NULL)
    return;

  self->part = sedia_part_row_get_part (SEDIA_PART_ROW (row));
  show_part (self);
}

static void
part_activated_cb (SediaTemplatesWindow *self)
{
  gtk_widget_grab_focus (self->writing);
}

static void
language_changed_cb (SediaTemplatesWindow *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->language);

  if (self->words == NULL || chosen >= SEDIA_N_TONGUES || chosen == self->tongue)
    return;

  self->tongue = chosen;
  show_tongue (self);
}

/* ---- writing */

static void
insert_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaTemplatesWindow *self = SEDIA_TEMPLATES_WINDOW (widget);
  g_autofree char *text = g_strdup_printf ("{%s}", g_variant_get_string (parameter, NULL));

  gtk_text_buffer_begin_user_action (self->text);
  gtk_text_buffer_delete_selection (self->text, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->text, text, -1);
  gtk_text_buffer_end_user_action (self->text);
  gtk_widget_grab_focus (self->writing);
}

/* As if it had been typed: Ctrl+Z in the text takes it back. */
static void
shipped_clicked_cb (SediaTemplatesWindow *self)
{
  GtkTextIter start, end;

  gtk_widget_grab_focus (self->writing);
  gtk_text_buffer_begin_user_action (self->text);
  gtk_text_buffer_get_bounds (self->text, &start, &end);
  gtk_text_buffer_delete (self->text, &start, &end);
  gtk_text_buffer_insert_at_cursor (self->text, sedia_words_shipped (self->tongue, self->part), -1);
  gtk_text_buffer_end_user_action (self->text);
}

static void
add_placeholders (SediaTemplatesWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      g_autofree char *label = g_strdup_printf ("{%s}", placeholders[i].name);
      g_autofree char *meaning = NULL;
      GtkWidget *button = gtk_button_new_with_label (label);

      /* Translators: a button that writes {name}; what it stands for */
      meaning = g_strdup_printf (_("Insert %s: %s"), label, _(placeholders[i].meaning));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.insert");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", placeholders[i].name);
      gtk_widget_set_tooltip_text (button, meaning);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      meaning, -1);
      gtk_widget_add_css_class (button, "chip");
      gtk_grid_attach (self->placeholders, button, (int) i % PER_LINE, (int) i / PER_LINE, 1, 1);
    }
}

/* ---- saving */

/* Goes to the first text that cannot be used, in the language that is shown first. */
static gboolean
show_problem (SediaTemplatesWindow *self)
{
  for (guint i = 0; i < SEDIA_N_TONGUES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        const guint tongue = (self->tongue + i) % SEDIA_N_TONGUES;

        if (sedia_template_check (self->words->texts[tongue][order[j]], NULL))
          continue;

        gtk_drop_down_set_selected (self->language, tongue);
        gtk_list_box_select_row (self->parts, GTK_LIST_BOX_ROW (find_row (self, order[j])));
        gtk_widget_grab_focus (self->writing);
        return TRUE;
      }

  return FALSE;
}

static SediaWordsChange *
find_changes (SediaTemplatesWindow *self)
{
  SediaWordsChange *change = g_new0 (SediaWordsChange, 1);

  for (guint tongue = 0; tongue < SEDIA_N_TONGUES; tongue++)
    for (guint part = 0; part < SEDIA_N_MESSAGE_PARTS; part++)
      {
        g_autofree char *text = dup_text (self->words, tongue, part);
        g_autofree char *before = dup_text (self->before, tongue, part);

        if (g_str_equal (text, before))
          continue;

        change->texts[tongue][part] = g_steal_pointer (&text);
        change->last = (SediaMessagePart) part;
        change->n++;
      }

  return change;
}

static char *
saved (GtkWidget *widget,
       gpointer   result,
       gpointer   data)
{
  const SediaWordsChange *change = data;

  sedia_form_finish (SEDIA_FORM (widget));
  if (change->n == 1)
    return g_strdup_printf (_("Saved – the text of “%s”"), sedia_message_part_label (change->last));

  return g_strdup_printf (ngettext ("Saved – %u text of the messages",
                                    "Saved – %u texts of the messages", change->n), change->n);
}

static void
sedia_templates_window_save (SediaForm *form)
{
  SediaTemplatesWindow *self = SEDIA_TEMPLATES_WINDOW (form);
  g_autoptr (SediaWordsChange) change = NULL;

  if (show_problem (self))
    return;

  change = find_changes (self);
  if (change->n == 0)
    {
      sedia_form_finish (form);
      return;
    }

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = "template" },
                   .job = sedia_words_save_job,
                   .data = g_steal_pointer (&change),
                   .data_free = (GDestroyNotify) sedia_words_change_free,
                   .done = saved,
                 });
}

/* ---- the widget */

static void
sedia_templates_window_dispose (GObject *object)
{
  SEDIA_TEMPLATES_WINDOW (object)->is_filling = TRUE; /* what parts from here types nothing */

  G_OBJECT_CLASS (sedia_templates_window_parent_class)->dispose (object);
}

static void
sedia_templates_window_finalize (GObject *object)
{
  SediaTemplatesWindow *self = SEDIA_TEMPLATES_WINDOW (object);

  g_clear_pointer (&self->words, sedia_words_free);
  g_clear_pointer (&self->before, sedia_words_free);

  G_OBJECT_CLASS (sedia_templates_window_parent_class)->finalize (object);
}

static void
sedia_templates_window_class_init (SediaTemplatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_templates_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_templates_window_finalize;
  form_class->save = sedia_templates_window_save;
  form_class->dup_typed = sedia_templates_window_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/templates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, text_field);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, writing);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, placeholders);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, shipped);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SediaTemplatesWindow, no_day);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, shipped_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_preview);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_install_action (widget_class, "form.insert", "s", insert_action);
}

static void
sedia_templates_window_init (SediaTemplatesWindow *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  self->part = order[0];
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SEDIA_N_TONGUES; i++)
    gtk_string_list_append (languages, sedia_customer_language_name (sedia_tongue_code (i)));
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (languages));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    gtk_list_box_append (self->parts, sedia_part_row_new (order[i]));
  add_placeholders (self);
}

/* ---- opening */

static SediaWords *
words_copy (const SediaWords *words)
{
  SediaWords *copy = g_memdup2 (words, sizeof *words);

  for (guint tongue = 0; tongue < SEDIA_N_TONGUES; tongue++)
    for (guint part = 0; part < SEDIA_N_MESSAGE_PARTS; part++)
      copy->texts[tongue][part] = g_strdup (words->texts[tongue][part]);
  copy->shop = g_strdup (words->shop);
  copy->hours = g_strdup (words->hours);

  return copy;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GtkWidget) opener = data;
  g_autoptr (GError) error = NULL;
  SediaStore *store = SEDIA_STORE (source);
  g_autoptr (SediaWords) words = sedia_store_finish (store, result, &error);
  SediaTemplatesWindow *self;
  GtkListBoxRow *first;

  if (!gtk_widget_get_mapped (opener))
    return; /* its window was closed meanwhile */
  if (words == NULL)
    {
      sedia_act_say_error (opener, error);
      return;
    }

  self = g_object_new (SEDIA_TYPE_TEMPLATES_WINDOW, NULL);
  self->before = words_copy (words);
  self->tongue = words->tongue;
  gtk_drop_down_set_selected (self->language, self->tongue);
  self->words = g_steal_pointer (&words);
  first = gtk_list_box_get_row_at_index (self->parts, 0);
  gtk_list_box_select_row (self->parts, first);
  show_tongue (self);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  gtk_widget_grab_focus (GTK_WIDGET (first));
}

/**
 * sedia_templates_window_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 *
 * Opens the window once the words in force have been read.
 */
void
sedia_templates_window_open (GtkWidget  *opener,
                             SediaStore *store)
{
  g_return_if_fail (GTK_IS_WIDGET (opener));
  g_return_if_fail (SEDIA_IS_STORE (store));

  sedia_store_read_async (store, sedia_words_read_job, NULL, NULL,
                          (GDestroyNotify) sedia_words_free, NULL, read_cb, g_object_ref (opener));
}
