/* A dialog to change what is open of an order. All changes are one action, with one undo. */
#include "config.h"

#include "sedia-order-change-form.h"

#include "sedia-act.h"
#include "sedia-order-change-row.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaOrderChangeForm
{
  SediaForm parent_instance;

  gint64 order_id;
  char *customer;

  GtkLabel *sentence;
  GtkListBox *rows;
};

/* What is written. */
typedef struct
{
  gint64 order_id;
  char *customer;
  GArray *changes; /* of SediaLineChange */
} Command;

G_DEFINE_FINAL_TYPE (SediaOrderChangeForm, sedia_order_change_form, SEDIA_TYPE_FORM)

static void
command_free (gpointer data)
{
  Command *self = data;

  g_free (self->customer);
  g_array_unref (self->changes);
  g_free (self);
}

static SediaOrderChangeRow *
row_at (SediaOrderChangeForm *self,
        guint                 i)
{
  return (SediaOrderChangeRow *) gtk_list_box_get_row_at_index (self->rows, (int) i);
}

static char *
sedia_order_change_form_dup_typed (SediaForm *form)
{
  SediaOrderChangeForm *self = SEDIA_ORDER_CHANGE_FORM (form);
  GString *typed = g_string_new (NULL);
  SediaOrderChangeRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      g_autofree char *part = sedia_order_change_row_dup_typed (row);

      g_string_append (typed, part);
    }

  return g_string_free (typed, FALSE);
}

/* ---- saving */

static gpointer
change_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const Command *self = data;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const SediaLineChange *change = &g_array_index (self->changes, SediaLineChange, i);
      const guint position = change->position;

      if ((change->changes_need_by &&
           !sedia_order_set_need_by (db, self->order_id, position, change->need_by, error)) ||
          (change->changes_first &&
           !sedia_order_set_first (db, self->order_id, position, change->is_first, error)) ||
          (change->changes_ordered &&
           !sedia_order_edit_line (db, self->order_id, position, change->ordered, error)))
        return NULL;
    }

  return SEDIA_DONE;
}

static char *
changed_cb (GtkWidget *widget,
            gpointer   result,
            gpointer   data)
{
  const Command *self = data;

  sedia_form_finish (SEDIA_FORM (widget));

  return g_strdup_printf (_("Changed – order %" PRId64 " of %s"), self->order_id, self->customer);
}

static gboolean
read_rows (SediaOrderChangeForm *self,
           GArray               *changes)
{
  SediaOrderChangeRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      SediaLineChange change;

      if (!sedia_order_change_row_read (row, &change))
        return FALSE;
      if (change.changes_ordered || change.changes_need_by || change.changes_first)
        g_array_append_val (changes, change);
    }

  return TRUE;
}

static void
sedia_order_change_form_save (SediaForm *form)
{
  SediaOrderChangeForm *self = SEDIA_ORDER_CHANGE_FORM (form);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SediaLineChange));
  Command *command;

  if (!read_rows (self, changes))
    return;
  if (changes->len == 0)
    {
      sedia_form_finish (form);
      return;
    }

  command = g_new0 (Command, 1);
  command->order_id = self->order_id;
  command->customer = g_strdup (self->customer);
  command->changes = g_steal_pointer (&changes);
  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form), &(SediaActRun) {
                                                                   .act = { .kind = "order-edit" },
                                                                   .job = change_job,
                                                                   .data = command,
                                                                   .data_free = command_free,
                                                                   .done = changed_cb,
                                                                 });
}

/* ---- the widget */

static void
sedia_order_change_form_finalize (GObject *object)
{
  g_free (SEDIA_ORDER_CHANGE_FORM (object)->customer);

  G_OBJECT_CLASS (sedia_order_change_form_parent_class)->finalize (object);
}

static void
sedia_order_change_form_class_init (SediaOrderChangeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_order_change_form_finalize;
  form_class->save = sedia_order_change_form_save;
  form_class->dup_typed = sedia_order_change_form_dup_typed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-change-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeForm, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderChangeForm, rows);
}

static void
sedia_order_change_form_init (SediaOrderChangeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_order_change_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @order: an order of which something is open
 */
void
sedia_order_change_form_open (GtkWidget        *opener,
                              SediaStore       *store,
                              const SediaOrder *order)
{
  SediaOrderChangeForm *self = g_object_new (SEDIA_TYPE_ORDER_CHANGE_FORM, NULL);
  g_autofree char *sentence = NULL;

  self->order_id = order->id;
  self->customer = g_strdup (order->customer);
  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      if (sedia_order_line_open (line) > 0)
        gtk_list_box_append (self->rows, sedia_order_change_row_new (line));
    }

  sentence = g_strdup_printf (_("Order %" PRId64 " of %s: what is still open."), order->id,
                              order->customer);
  gtk_label_set_text (self->sentence, sentence);
  gtk_window_set_title (GTK_WINDOW (self), _("Change Order"));
  sedia_form_open (SEDIA_FORM (self), opener, store);
  if (row_at (self, 0) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, 0)));
}
