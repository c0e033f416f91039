/* The application's actions: also over D-Bus, for notifications and the desktop's launcher. */
#pragma once

#include "sedia-application.h"
#include "sedia-main-window.h"
#include "sedia-store.h"

G_BEGIN_DECLS

void sedia_application_add_actions (SediaApplication *self,
                                    GSettings        *settings);

/* What the actions need of the application. */
SediaMainWindow *sedia_application_get_window (SediaApplication *self,
                                               const char       *action,
                                               GVariant         *parameter);
SediaStore *sedia_application_get_store (SediaApplication *self);
void sedia_application_resume_notices (SediaApplication *self);
void sedia_application_open (SediaApplication *self,
                             const char       *path);

G_END_DECLS
