/* Waits until a window has painted its first frame. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SediaFirstFrame SediaFirstFrame;

/* Told once, on the main thread; not when the wait is freed before. */
typedef void (*SediaFirstFrameFunc) (gpointer data);

SediaFirstFrame *sedia_first_frame_new (GtkWidget           *window,
                                        SediaFirstFrameFunc  seen,
                                        gpointer             data);
void sedia_first_frame_free (SediaFirstFrame *self);

G_END_DECLS
