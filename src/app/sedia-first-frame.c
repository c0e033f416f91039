/* Waits until a window has painted its first frame: see sedia-first-frame.h. */
#include "config.h"

#include "sedia-first-frame.h"

#define PATIENCE_MS 500

struct _SediaFirstFrame
{
  GdkFrameClock *clock;
  gulong handler;
  guint source;
  SediaFirstFrameFunc seen;
  gpointer data;
};

static gboolean
seen_cb (gpointer data)
{
  SediaFirstFrame *self = data;

  self->source = 0;
  g_clear_signal_handler (&self->handler, self->clock);
  self->seen (self->data);

  return G_SOURCE_REMOVE;
}

/* Not at once: what was painted is on its way to the screen only when the main loop has turned. */
static void
painted_cb (SediaFirstFrame *self,
            GdkFrameClock   *clock)
{
  g_clear_signal_handler (&self->handler, self->clock);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_idle_add_full (G_PRIORITY_DEFAULT, seen_cb, self, NULL);
}

/**
 * sedia_first_frame_new:
 * @window: a window that is presented
 * @seen: told when it has painted a frame, or has not for half a second: a window that nobody can
 *   see paints none
 * @data: for @seen
 *
 * Returns: (transfer full): the wait
 */
SediaFirstFrame *
sedia_first_frame_new (GtkWidget           *window,
                       SediaFirstFrameFunc  seen,
                       gpointer             data)
{
  SediaFirstFrame *self = g_new0 (SediaFirstFrame, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  self->seen = seen;
  self->data = data;
  self->handler = g_signal_connect_data (self->clock, "paint", G_CALLBACK (painted_cb), self, NULL,
                                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->source = g_timeout_add (PATIENCE_MS, seen_cb, self);

  return self;
}

/**
 * sedia_first_frame_free: Waits no longer.
 */
void
sedia_first_frame_free (SediaFirstFrame *self)
{
  if (self == NULL)
    return;

  g_clear_signal_handler (&self->handler, self->clock);
  g_clear_handle_id (&self->source, g_source_remove);
  g_object_unref (self->clock);
  g_free (self);
}
