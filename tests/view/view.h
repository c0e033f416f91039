/* What the tests of the view share: a window on a private screen, and looking for words in it. */
#pragma once

#include "shop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something that comes true while the program goes on. */
typedef gboolean (*ViewCondition) (gpointer data);

void view_test_init (int    *argc,
                     char ***argv);
GtkWidget *view_window (GtkWidget *child,
                        int        width,
                        int        height);
void view_close (GtkWidget *window);
void view_wait (SediaStore *store);
gboolean view_wait_until (ViewCondition condition,
                          gpointer      data);
gboolean view_wait_for_text (SediaStore *store,
                             GtkWidget  *root,
                             const char *text);
gboolean view_wait_for_no_text (SediaStore *store,
                                GtkWidget  *root,
                                const char *text);
GtkWidget *view_find_text (GtkWidget  *root,
                           const char *text);
guint view_count_text (GtkWidget  *root,
                       const char *text);
GtkWidget *view_find_type (GtkWidget *root,
                           GType      type);
/* What is typed into the field with this label, mnemonics left out. */
GtkEditable *view_find_entry (GtkWidget  *root,
                              const char *label);
/* The window of this type that was opened last, NULL for none. */
GtkWidget *view_find_window (GType type);
/* Presses the button of a dialog. */
void view_answer (GtkWidget *dialog,
                  int        response);
/* Counts what a signal tells: connect it swapped, with the address of a guint. */
void view_count_cb (guint *n);

G_END_DECLS
