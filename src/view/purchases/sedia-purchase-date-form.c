/* When a purchase is expected now: see sedia-purchase-date-form.h. */
#include "config.h"

#include "sedia-purchase-date-form.h"

#include "sedia-date-entry.h"
#include "sedia-expect-news.h"
#include "sedia-field.h"
#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-purchase-acts.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define ASK_AFTER_MS 150 /* nobody types a day that fast */
#define MOST_LINES 4     /* at once: there may be hundreds */
#define LINE_HEIGHT 30

/* A line that is still to come, and whether it is chosen. */
typedef struct
{
  guint position;
  GtkCheckButton *check; /* the box's */
} Line;

struct _SediaPurchaseDateForm
{
  SediaForm parent_instance;

  SediaPurchase purchase; /* its number and supplier alone */
  GArray *lines;          /* of Line; one alone has no check button */
  GCancellable *asking;   /* NULL when nothing is asked */
  guint ask_source;

  GtkLabel *head;
  GtkScrolledWindow *lines_part;
  GtkBox *lines_box;
  SediaField *day_field;
  SediaDateEntry *day;
  GtkLabel *news_title;
  SediaPartList *news;
};

G_DEFINE_FINAL_TYPE (SediaPurchaseDateForm, sedia_purchase_date_form, SEDIA_TYPE_FORM)

/* ---- what is typed */

static gboolean
is_chosen (const Line *line)
{
  return line->check == NULL || gtk_check_button_get_active (line->check);
}

/* (element-type guint) the numbers of the lines that are chosen. */
static GArray *
dup_positions (SediaPurchaseDateForm *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (is_chosen (line))
        g_array_append_val (positions, line->position);
    }

  return positions;
}

static gboolean
read_day (SediaPurchaseDateForm *self,
          int                   *day)
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

static char *
sedia_purchase_date_form_dup_typed (SediaForm *form)
{
  SediaPurchaseDateForm *self = SEDIA_PURCHASE_DATE_FORM (form);
  GString *text = g_string_new (sedia_date_entry_get_text (self->day));

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_c (text, is_chosen (&g_array_index (self->lines, Line, i)) ? '+' : '-');

  return g_string_free (text, FALSE);
}

static void
sedia_purchase_date_form_save (SediaForm *form)
{
  SediaPurchaseDateForm *self = SEDIA_PURCHASE_DATE_FORM (form);
  g_autoptr (GArray) positions = dup_positions (self);
  int day;

  if (!read_day (self, &day))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }

  sedia_purchase_do_expect (GTK_WIDGET (self), sedia_form_get_store (form), &self->purchase,
                            positions, day);
}

/* ---- who must be told because of it */

typedef struct
{
  gint64 purchase_id;
  GArray *positions;
  int day;
} Ask;

static void
ask_free (Ask *ask)
{
  g_array_unref (ask->positions);
  g_free (ask);
}

static gpointer
preview_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Ask *ask = data;

  return sedia_purchase_expect_preview (db, ask->purchase_id, ask->positions, ask->day, error);
}

static void
show_news (SediaPurchaseDateForm *self,
           GPtrArray             *list)
{
  g_autoptr (GPtrArray) parts = sedia_expect_news_parts (list);
  g_autofree char *title = sedia_expect_news_title (list);

  gtk_label_set_label (self->news_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->news), list->len > 0);
  sedia_part_list_show (self->news, parts);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (SediaPurchaseDateForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (self->news == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* going, or asked again */

  g_clear_object (&self->asking);
  if (list != NULL)
    {
      show_news (self, list);
      return;
    }

  sedia_field_set_problem (self->day_field, error->message);
  gtk_label_set_label (self->news_title, "");
  gtk_widget_set_visible (GTK_WIDGET (self->news), FALSE);
}

static void
stop (SediaPurchaseDateForm *self)
{
  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (SediaPurchaseDateForm *self)
{
  SediaStore *store = sedia_form_get_store (SEDIA_FORM (self));
  Ask *question;
  int day;

  stop (self);
  if (store == NULL || !read_day (self, &day))
    return;

  question = g_new (Ask, 1);
  *question = (Ask) { self->purchase.id, dup_positions (self), day };
  self->asking = g_cancellable_new ();
  sedia_store_read_async (store, preview_job, question, (GDestroyNotify) ask_free,
                          (GDestroyNotify) g_ptr_array_unref, self->asking, previewed_cb,
                          g_object_ref (self));
}

static gboolean
ask_cb (gpointer data)
{
  SediaPurchaseDateForm *self = SEDIA_PURCHASE_DATE_FORM (data);

  self->ask_source = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

/* What the day is, in words, or why it is none; whom it concerns comes a little later. */
static void
day_changed_cb (SediaPurchaseDateForm *self)
{
  g_autofree char *words = NULL;
  int day;

  if (read_day (self, &day) && day != SEDIA_NO_DAY)
    words = sedia_format_day_full (day);
  sedia_field_set_hint (self->day_field, words);

  stop (self);
  self->ask_source = g_timeout_add (ASK_AFTER_MS, ask_cb, self);
}

static void
check_toggled_cb (SediaPurchaseDateForm *self)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    is_any = is_any || is_chosen (&g_array_index (self->lines, Line, i));
  sedia_form_set_can_save (SEDIA_FORM (self), is_any);
  ask (self);
}

/* ---- the widget */

static void
sedia_purchase_date_form_dispose (GObject *object)
{
  stop (SEDIA_PURCHASE_DATE_FORM (object));

  G_OBJECT_CLASS (sedia_purchase_date_form_parent_class)->dispose (object);
}

static void
sedia_purchase_date_form_finalize (GObject *object)
{
  SediaPurchaseDateForm *self = SEDIA_PURCHASE_DATE_FORM (object);

  g_array_unref (self->lines);
  g_free (self->purchase.supplier);

  G_OBJECT_CLASS (sedia_purchase_date_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sedia/Sedia/ui/purchase-date-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, head);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, lines_part);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, lines_box);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, day_field);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, day);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, news_title);
  gtk_widget_class_bind_template_child (widget_class, SediaPurchaseDateForm, news);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_widget_activate_default);
}

static void
sedia_purchase_date_form_class_init (SediaPurchaseDateFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  object_class->dispose = sedia_purchase_date_form_dispose;
  object_class->finalize = sedia_purchase_date_form_finalize;
  form_class->save = sedia_purchase_date_form_save;
  form_class->dup_typed = sedia_purchase_date_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FIELD);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sedia_purchase_date_form_init (SediaPurchaseDateForm *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (SediaPurchaseDateForm   *self,
          const SediaPurchaseLine *line,
          gboolean                 is_draft)
{
  const gint64 amount = is_draft ? line->ordered : line->incoming;
  g_autofree char *quantity = sedia_format_amount (amount, line->decimals, line->unit);
  /* Translators: name of a product, how much of it is still to come */
  g_autofree char *label = g_strdup_printf (_("%s, %s"), line->product, quantity);
  GtkWidget *check = gtk_check_button_new_with_label (label);
  Line added = { line->position, GTK_CHECK_BUTTON (check) };

  gtk_check_button_set_active (added.check, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (check)), PANGO_ELLIPSIZE_END);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->lines_box, check);
  g_array_append_val (self->lines, added);
}

static void
add_lines (SediaPurchaseDateForm *self,
           const SediaPurchase   *purchase)
{
  const gboolean is_draft = purchase->status == SEDIA_PURCHASE_DRAFT;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (is_draft || line->incoming > 0)
        add_line (self, line, is_draft);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->lines_part), self->lines->len > 1);
  gtk_scrolled_window_set_min_content_height (self->lines_part,
                                              LINE_HEIGHT * MIN ((int) self->lines->len,
                                                                 MOST_LINES));
}

/**
 * sedia_purchase_date_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @purchase: one of which something is still to come, or a draft
 */
void
sedia_purchase_date_form_open (GtkWidget           *opener,
                               SediaStore          *store,
                               const SediaPurchase *purchase)
{
  SediaPurchaseDateForm *self = g_object_new (SEDIA_TYPE_PURCHASE_DATE_FORM, NULL);
  /* Translators: number of a purchase order, name of the supplier */
  g_autofree char *head = g_strdup_printf (_("Purchase %" PRId64 " from %s"), purchase->id,
                                           purchase->supplier);

  self->purchase.id = purchase->id;
  self->purchase.supplier = g_strdup (purchase->supplier);
  gtk_window_set_title (GTK_WINDOW (self), _("Change Date"));
  gtk_label_set_label (self->head, head);
  add_lines (self, purchase);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}
