/* Long work: see sedia-working.h. */
#include "config.h"

#include "sedia-working.h"

#include "sedia-accessible.h"

#include <glib/gi18n.h>

#define LONG_MS 500
#define LOOK_MS 100

struct _SediaWorkingProgress
{
  gatomicrefcount n_refs;
  int step;
  guint n_done;
  guint n_all;
};

struct _SediaWorking
{
  GtkWindow parent_instance;

  const char *const *steps; /* what it does, as whole sentences; marked with N_ */
  guint n_steps;
  SediaWorkingProgress *progress;
  GCancellable *cancellable;
  guint show_source;
  guint look_source;

  GtkLabel *heading;
  GtkLabel *sentence;
  GtkProgressBar *bar;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (SediaWorking, sedia_working, GTK_TYPE_WINDOW)

static void
look (SediaWorking *self)
{
  const int step = g_atomic_int_get (&self->progress->step);
  const guint n_all = (guint) g_atomic_int_get (&self->progress->n_all);
  const guint n_done = (guint) g_atomic_int_get (&self->progress->n_done);

  if (step >= 0 && (guint) step < self->n_steps)
    gtk_label_set_label (self->sentence, _(self->steps[step]));
  if (n_all > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) n_done / n_all));
  else
    gtk_progress_bar_pulse (self->bar);
}

static gboolean
look_cb (gpointer data)
{
  look (SEDIA_WORKING (data));

  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer data)
{
  SediaWorking *self = SEDIA_WORKING (data);

  self->show_source = 0;
  look (self);
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* The work ends when it has noticed; until then this says that it was told. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SediaWorking *self = SEDIA_WORKING (widget);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel, FALSE);
}

static gboolean
sedia_working_close_request (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "working.cancel", NULL);

  return TRUE;
}

static void
sedia_working_dispose (GObject *object)
{
  SediaWorking *self = SEDIA_WORKING (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);

  G_OBJECT_CLASS (sedia_working_parent_class)->dispose (object);
}

static void
sedia_working_finalize (GObject *object)
{
  SediaWorking *self = SEDIA_WORKING (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, sedia_working_progress_unref);

  G_OBJECT_CLASS (sedia_working_parent_class)->finalize (object);
}

static void
sedia_working_class_init (SediaWorkingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_working_dispose;
  object_class->finalize = sedia_working_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sedia_working_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/working.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaWorking, heading);
  gtk_widget_class_bind_template_child (widget_class, SediaWorking, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaWorking, bar);
  gtk_widget_class_bind_template_child (widget_class, SediaWorking, cancel);
  gtk_widget_class_install_action (widget_class, "working.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "working.cancel", NULL);
}

static void
sedia_working_init (SediaWorking *self)
{
  self->cancellable = g_cancellable_new ();
  self->progress = g_new0 (SediaWorkingProgress, 1);
  g_atomic_ref_count_init (&self->progress->n_refs);

  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  self->show_source = g_timeout_add (LONG_MS, show_cb, self);
  self->look_source = g_timeout_add (LOOK_MS, look_cb, self);
}

/**
 * sedia_working_new:
 * @opener: the widget whose window it stands over
 * @title: what is done
 * @steps: (array length=n_steps): what each step does, as sentences marked with N_; they must live
 *   as long as the program
 * @n_steps: how many
 *
 * Returns: (transfer none): a window that will show when the work takes long, until
 * sedia_working_end()
 */
SediaWorking *
sedia_working_new (GtkWidget         *opener,
                   const char        *title,
                   const char *const *steps,
                   guint              n_steps)
{
  SediaWorking *self = g_object_new (SEDIA_TYPE_WORKING, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (opener);

  self->steps = steps;
  self->n_steps = n_steps;
  gtk_label_set_label (self->heading, title);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  return self;
}

/**
 * sedia_working_get_cancellable: (transfer none) what the work listens to.
 */
GCancellable *
sedia_working_get_cancellable (SediaWorking *self)
{
  g_return_val_if_fail (SEDIA_IS_WORKING (self), NULL);

  return self->cancellable;
}

/**
 * sedia_working_ref_progress: (transfer full) what sedia_working_progress() is given.
 */
SediaWorkingProgress *
sedia_working_ref_progress (SediaWorking *self)
{
  g_return_val_if_fail (SEDIA_IS_WORKING (self), NULL);

  g_atomic_ref_count_inc (&self->progress->n_refs);

  return self->progress;
}

/**
 * sedia_working_progress_unref: Lets go of it, on any thread.
 */
void
sedia_working_progress_unref (SediaWorkingProgress *progress)
{
  if (g_atomic_ref_count_dec (&progress->n_refs))
    g_free (progress);
}

/**
 * sedia_working_progress: A #SediaProgressFunc, for the thread that works.
 */
void
sedia_working_progress (int      step,
                        guint    n_done,
                        guint    n_all,
                        gpointer progress)
{
  SediaWorkingProgress *told = progress;

  g_atomic_int_set (&told->step, step);
  g_atomic_int_set ((int *) &told->n_done, (int) n_done);
  g_atomic_int_set ((int *) &told->n_all, (int) n_all);
}

/**
 * sedia_working_end: The work is done, or has stopped: the window goes.
 */
void
sedia_working_end (SediaWorking *self)
{
  g_return_if_fail (SEDIA_IS_WORKING (self));

  gtk_window_destroy (GTK_WINDOW (self));
}
