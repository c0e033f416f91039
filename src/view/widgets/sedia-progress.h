/* How far something long is, in words and as a bar. It keeps its place in the layout, and shows
 * itself when it has taken half a second: what is quick does not flicker.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PROGRESS (sedia_progress_get_type ())

G_DECLARE_FINAL_TYPE (SediaProgress, sedia_progress, SEDIA, PROGRESS, GtkWidget)

/**
 * SediaProgressPoll:
 * @fraction: (out): how much is done, 0 to 1; below 0 when that is not known
 * @data: what was given with it
 *
 * Asked several times a second.
 *
 * Returns: (transfer full): what is being done
 */
typedef char *(*SediaProgressPoll) (double   *fraction,
                                    gpointer  data);

GtkWidget *sedia_progress_new (void);
void sedia_progress_start (SediaProgress     *self,
                           SediaProgressPoll  poll,
                           gpointer           data,
                           GDestroyNotify     data_free);
void sedia_progress_stop (SediaProgress *self);

G_END_DECLS
