/* How far something long is: see sedia-progress.h. */
#include "config.h"

#include "sedia-progress.h"

#include "sedia-template.h"

#define POLL_MS 100
#define POLLS_BEFORE_SHOWN 5

struct _SediaProgress
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkProgressBar *bar;

  SediaProgressPoll poll;
  gpointer data;
  GDestroyNotify data_free;
  guint source;
  guint n_polls;
};

G_DEFINE_FINAL_TYPE (SediaProgress, sedia_progress, GTK_TYPE_WIDGET)

static void
show (SediaProgress *self)
{
  double fraction = -1;
  g_autofree char *text = self->poll (&fraction, self->data);

  gtk_label_set_label (self->label, text);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
  else
    gtk_progress_bar_pulse (self->bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static gboolean
poll_cb (gpointer data)
{
  SediaProgress *self = SEDIA_PROGRESS (data);

  if (++self->n_polls >= POLLS_BEFORE_SHOWN)
    {
      show (self);
      gtk_widget_set_opacity (self->box, 1);
    }

  return G_SOURCE_CONTINUE;
}

static void
sedia_progress_dispose (GObject *object)
{
  SediaProgress *self = SEDIA_PROGRESS (object);

  if (self->box != NULL)
    sedia_progress_stop (self);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_PROGRESS);

  G_OBJECT_CLASS (sedia_progress_parent_class)->dispose (object);
}

static void
sedia_progress_class_init (SediaProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_progress_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/progress.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaProgress, box);
  gtk_widget_class_bind_template_child (widget_class, SediaProgress, label);
  gtk_widget_class_bind_template_child (widget_class, SediaProgress, bar);
}

static void
sedia_progress_init (SediaProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_progress_new:
 *
 * Returns: (transfer floating): one that shows nothing
 */
GtkWidget *
sedia_progress_new (void)
{
  return g_object_new (SEDIA_TYPE_PROGRESS, NULL);
}

/**
 * sedia_progress_start:
 * @self: a progress
 * @poll: says how far it is
 * @data: for @poll
 * @data_free: (nullable): frees @data
 *
 * Begins to show something, in place of what was shown before.
 */
void
sedia_progress_start (SediaProgress     *self,
                      SediaProgressPoll  poll,
                      gpointer           data,
                      GDestroyNotify     data_free)
{
  g_return_if_fail (SEDIA_IS_PROGRESS (self));
  g_return_if_fail (poll != NULL);

  sedia_progress_stop (self);
  self->poll = poll;
  self->data = data;
  self->data_free = data_free;
  self->n_polls = 0;
  self->source = g_timeout_add (POLL_MS, poll_cb, self);
}

/**
 * sedia_progress_stop: Shows nothing any more.
 */
void
sedia_progress_stop (SediaProgress *self)
{
  g_return_if_fail (SEDIA_IS_PROGRESS (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->data_free != NULL)
    self->data_free (self->data);
  self->data = NULL;
  self->data_free = NULL;
  gtk_widget_set_opacity (self->box, 0);
}
