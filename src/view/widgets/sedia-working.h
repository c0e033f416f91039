/* Long work: what it does, how far it is, and a way to stop it.
 *
 *   +-------------------------------------+
 *   | Backing Up                          |
 *   | The records are copied …            |
 *   | [==========            ]            |
 *   |                           [ Cancel ]|
 *   +-------------------------------------+
 *
 * It shows only when the work takes more than half a second: what is done at once needs no window.
 * The work listens to the cancellable and tells its progress from whatever thread it is on:
 *
 *   working = sedia_working_new (widget, _("Backing Up"), steps, G_N_ELEMENTS (steps));
 *   options.progress = sedia_working_progress;
 *   options.progress_data = sedia_working_ref_progress (working);
 *   ...
 *   sedia_working_end (working);
 */
#pragma once

#include "sedia-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_WORKING (sedia_working_get_type ())

G_DECLARE_FINAL_TYPE (SediaWorking, sedia_working, SEDIA, WORKING, GtkWindow)

/* How far it is, for all threads; reference counted. */
typedef struct _SediaWorkingProgress SediaWorkingProgress;

SediaWorking *sedia_working_new (GtkWidget         *opener,
                                 const char        *title,
                                 const char *const *steps,
                                 guint              n_steps);
GCancellable *sedia_working_get_cancellable (SediaWorking *self);
SediaWorkingProgress *sedia_working_ref_progress (SediaWorking *self);
void sedia_working_progress_unref (SediaWorkingProgress *progress);
void sedia_working_progress (int      step,
                             guint    n_done,
                             guint    n_all,
                             gpointer progress);
void sedia_working_end (SediaWorking *self);

G_END_DECLS
