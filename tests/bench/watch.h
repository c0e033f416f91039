/* How a window is watched from inside its own process, and told to the benchmark that started it.
 *
 * A line for each number: its name, a tab, the number; times in milliseconds of the monotonic
 * clock, which is the same one in all processes.
 *
 *   poll -> round of the main loop -> poll -> round -> ...
 *
 * A round is all the main loop does between two times it looks for events: for so long nobody is
 * answered.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*WatchFrameFunc) (GtkWidget *window,
                                gpointer   data);

double watch_now (void);
void watch_tell (const char *name,
                 double      value);
double watch_memory (void);                    /* resident, in MB */

/* Calls for every frame of the window that was painted, just after it. */
void watch_frames (GtkWidget      *window,
                   WatchFrameFunc  func,
                   gpointer        data);

/* Rounds: told one by one from a millisecond on, under this name; NULL for no name. */
void watch_rounds_begin (void);
void watch_rounds_name (const char *name);
/* How long the main loop was busy since this was asked last. */
double watch_take_busy (void);

/* Lets the main loop run. */
void watch_run_for (guint milliseconds);

/* Scrolls a step every frame, and tells of each frame how long the main loop was busy for it. */
void watch_scroll (GtkWidget     *window,
                   GtkAdjustment *adjustment,
                   double         step,
                   guint          n_frames,
                   const char    *name);

G_END_DECLS
