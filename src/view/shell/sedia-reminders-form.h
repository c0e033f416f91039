/* A dialog about the daily reminder, and about staying in the background for it. */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_REMINDERS_FORM (sedia_reminders_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaRemindersForm, sedia_reminders_form, SEDIA, REMINDERS_FORM, SediaForm)

void sedia_reminders_form_open (GtkWidget  *opener,
                                SediaStore *store,
                                GSettings  *settings);

G_END_DECLS
