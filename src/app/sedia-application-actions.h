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
GSettings *sedia_application_get_settings (SediaApplication *self);
void sedia_application_open (SediaApplication *self,
                             const char       *path);
void sedia_application_open_sample (SediaApplication *self);

/* The actions of the main menu that are seldom wanted: the file, its check, about. */
void sedia_application_add_chores (SediaApplication *self);

G_END_DECLS
