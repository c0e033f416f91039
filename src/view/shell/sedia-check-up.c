/* A check of all records: every balance against the rows that make it.
 *
 *   +--------------------------------------+
 *   |  (tick)  Everything Agrees           |
 *   |  Every balance was computed again... |
 *   |                            [ Close ] |
 *   +--------------------------------------+
 *
 * or, one below the other, what does not agree.
 */
#include "config.h"

#include "sedia-check-up.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-working.h"

#include <glib/gi18n.h>

struct _SediaCheckUp
{
  GtkWindow parent_instance;

  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *sentence;
  GtkWidget *problems_box;
  GtkTextBuffer *problems;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (SediaCheckUp, sedia_check_up, GTK_TYPE_WINDOW)

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaCheckUp *self = SEDIA_CHECK_UP (widget);
  g_autofree char *text = NULL;

  g_object_get (self->problems, "text", &text, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
sedia_check_up_class_init (SediaCheckUpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/check-up.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaCheckUp, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaCheckUp, heading);
  gtk_widget_class_bind_template_child (widget_class, SediaCheckUp, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaCheckUp, problems_box);
  gtk_widget_class_bind_template_child (widget_class, SediaCheckUp, problems);
  gtk_widget_class_bind_template_child (widget_class, SediaCheckUp, copy);
  gtk_widget_class_install_action (widget_class, "check.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sedia_check_up_init (SediaCheckUp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

static void
say_all_well (SediaCheckUp *self)
{
  gtk_image_set_from_icon_name (self->icon, "sedia-ready-symbolic");
  gtk_label_set_label (self->heading, _("Everything Agrees"));
  gtk_label_set_label (self->sentence,
                       _("Every balance was computed again from the entries that make it, and the "
                         "file is whole."));
}

static void
say_problems (SediaCheckUp *self,
              GPtrArray    *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (problems, i));

  heading = g_strdup_printf (ngettext ("%u Thing Does Not Agree", "%u Things Do Not Agree",
                                       problems->len), problems->len);
  gtk_image_set_from_icon_name (self->icon, "dialog-warning-symbolic");
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->sentence,
                       _("Nothing was changed. Make a backup of the shop as it is now; a count of "
                         "the product puts a wrong stock right."));
  gtk_text_buffer_set_text (self->problems, text->str, -1);
  gtk_window_set_resizable (GTK_WINDOW (self), TRUE);
}

static void
show_result (GtkWidget *widget,
             GPtrArray *problems)
{
  SediaCheckUp *self = g_object_new (SEDIA_TYPE_CHECK_UP, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (problems->len > 0)
    say_problems (self, problems);
  else
    say_all_well (self);
  gtk_widget_set_visible (self->problems_box, problems->len > 0);
  gtk_widget_set_visible (self->copy, problems->len > 0);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
}

/* ---- checking */

static const char *const steps[] = { N_("Every balance is computed again …") };

/* One check under way. */
typedef struct
{
  GWeakRef widget;
  SediaWorking *working;
} Checking;

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  g_weak_ref_clear (&checking->widget);
  g_clear_object (&checking->working);
  g_free (checking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Checking, checking_free)

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_check (db, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *answer,
            gpointer      data)
{
  g_autoptr (Checking) checking = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&checking->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  problems = sedia_store_finish (SEDIA_STORE (source), answer, &error);
  sedia_working_end (checking->working);

  if (widget == NULL)
    return;

  if (problems != NULL)
    show_result (widget, problems);
  else if (g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED))
    sedia_act_say (widget, _("The check was stopped"));
  else
    sedia_act_say_error (widget, error);
}

/**
 * sedia_check_up_run:
 * @widget: who asks
 * @store: the shop
 *
 * Checks all records and shows in a dialog over the window what came of it.
 */
void
sedia_check_up_run (GtkWidget  *widget,
                    SediaStore *store)
{
  Checking *checking;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SEDIA_IS_STORE (store));

  checking = g_new0 (Checking, 1);
  g_weak_ref_init (&checking->widget, widget);
  checking->working = g_object_ref (sedia_working_new (widget, _("Checking the Records"), steps,
                                                       G_N_ELEMENTS (steps)));
  sedia_store_read_long_async (store, check_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                               sedia_working_get_cancellable (checking->working), checked_cb,
                               checking);
}
