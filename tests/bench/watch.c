/* How a window is watched: see watch.h. */
#include "config.h"

#include "watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATIENCE_MS 20000
#define TOLD_FROM 1.0 /* ms: shorter rounds are nobody's trouble */

double
watch_now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

void
watch_tell (const char *name,
            double      value)
{
  printf ("%s\t%.3f\n", name, value);
}

double
watch_memory (void)
{
  g_autofree char *status = NULL;
  const char *found;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  found = strstr (status, "VmRSS:");
  g_assert_nonnull (found);

  return (double) strtol (found + strlen ("VmRSS:"), NULL, 10) / 1024.0;
}

/* ---- frames */

typedef struct
{
  GtkWidget *window;
  WatchFrameFunc func;
  gpointer data;
  gboolean is_painted;
} Frames;

static void
paint_cb (GdkFrameClock *clock,
          Frames        *frames)
{
  frames->is_painted = TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frames        *frames)
{
  if (!frames->is_painted || !gtk_widget_get_mapped (frames->window))
    return;

  frames->is_painted = FALSE;
  frames->func (frames->window, frames->data);
}

static void
realized_cb (GtkWidget *window,
             Frames    *frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), frames);
}

/* What is kept for it is never freed: the process ends with the window. */
void
watch_frames (GtkWidget      *window,
              WatchFrameFunc  func,
              gpointer        data)
{
  Frames *frames = g_new0 (Frames, 1);

  frames->window = window;
  frames->func = func;
  frames->data = data;
  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), frames);
  if (gtk_widget_get_realized (window))
    realized_cb (window, frames);
}

/* ---- rounds */

static double round_began;
static double busy;
static const char *round_name;

static int
poll_between_rounds (GPollFD *fds,
                     guint    n,
                     int      timeout)
{
  const double took = watch_now () - round_began;
  int n_ready;

  busy += took;
  if (round_name != NULL && took >= TOLD_FROM)
    watch_tell (round_name, took);

  n_ready = g_poll (fds, n, timeout);
  round_began = watch_now ();

  return n_ready;
}

void
watch_rounds_begin (void)
{
  round_began = watch_now ();
  g_main_context_set_poll_func (NULL, poll_between_rounds);
}

void
watch_rounds_name (const char *name)
{
  round_name = name;
}

double
watch_take_busy (void)
{
  const double now = watch_now ();
  const double taken = busy + now - round_began;

  busy = 0;
  round_began = now;

  return taken;
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
watch_run_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- scrolling */

typedef struct
{
  GtkAdjustment *adjustment;
  double step;
  guint n_left;
  const char *name;
} Scroll;

static gboolean
tick_cb (GtkWidget     *window,
         GdkFrameClock *clock,
         gpointer       data)
{
  Scroll *scroll = data;

  if (scroll->n_left == 0)
    return G_SOURCE_REMOVE;

  gtk_adjustment_set_value (scroll->adjustment,
                            gtk_adjustment_get_value (scroll->adjustment) + scroll->step);
  return G_SOURCE_CONTINUE;
}

static void
scrolled_cb (GtkWidget *window,
             gpointer   data)
{
  Scroll *scroll = data;
  const double took = watch_take_busy ();

  if (scroll->n_left == 0)
    return;

  watch_tell (scroll->name, took);
  scroll->n_left--;
}

void
watch_scroll (GtkWidget     *window,
              GtkAdjustment *adjustment,
              double         step,
              guint          n_frames,
              const char    *name)
{
  const double patience = watch_now () + PATIENCE_MS; /* at the end of a list nothing is painted */
  Scroll *scroll = g_new (Scroll, 1);

  *scroll = (Scroll) { adjustment, step, n_frames, name };
  watch_frames (window, scrolled_cb, scroll);
  watch_take_busy ();
  gtk_widget_add_tick_callback (window, tick_cb, scroll, NULL);
  while (scroll->n_left > 0 && watch_now () < patience)
    g_main_context_iteration (NULL, TRUE);
  scroll->n_left = 0;
}
