/* The window of Sedia while it is watched: the program as src/app has it, in this process. */
#pragma once

#include "sedia-application.h"
#include "sedia-data-table.h"
#include "sedia-main-window.h"
#include "view.h"
#include "watch.h"

G_BEGIN_DECLS

typedef struct
{
  SediaApplication *application;
  SediaMainWindow *window;
} Watched;

/* Until the threads of the store, and what they set off in the window, are done. */
void watched_settle (Watched *self);
SediaDataTable *watched_table (Watched *self);
GtkAdjustment *watched_adjustment (Watched *self);
/* A clerk's day, quickly, with all rounds of the main loop told under the names of its steps. */
void watched_day (Watched *self,
                  guint    n_rounds);

G_END_DECLS
