/* What the tests of pages share: the main window on a real shop. */
#pragma once

#include "sedia-main-window.h"
#include "view.h"

G_BEGIN_DECLS

typedef struct
{
  Shop shop;
  SediaMainWindow *window;
} ShopWindow;

/* The program's application is made with the first window: it cannot be registered twice. */
void shop_window_open (ShopWindow *self);
void shop_window_close (ShopWindow *self);
/* Whether the window says exactly this, now or soon. */
gboolean shop_window_shows (ShopWindow *self,
                            const char *text);
gboolean shop_window_wait_for (ShopWindow *self,
                               const char *text);
/* Until both threads and the window have nothing to do any more. */
void shop_window_settle (ShopWindow *self);
/* What the bar says, NULL when it is closed. */
const char *shop_window_bar (ShopWindow *self);
/* Brings a page to the front; runs an action of the page in front, as its key or button would. */
void shop_window_go_to (ShopWindow *self,
                        const char *page);
void shop_window_act (ShopWindow *self,
                      const char *action);
/* Selects rows of the list of the page in front, from the first place to the last. */
void shop_window_select (ShopWindow *self,
                         guint       first,
                         guint       last);
/* The keys of a scanner with Enter at the end, handed out as GTK does: to the window's controllers,
 * and then to where the keyboard is. */
void shop_window_scan (ShopWindow *self,
                       GtkWidget  *window,
                       const char *code);
/* The same keys without an end, as of a program that writes; waits until they are all. */
void shop_window_put_in (ShopWindow *self,
                         GtkWidget  *window,
                         const char *text);
void shop_window_undo (ShopWindow *self);
/* Typing into a form, saving it. */
void shop_window_type (ShopWindow *self,
                       GtkWidget  *form,
                       const char *label,
                       const char *text);
void shop_window_save (ShopWindow *self,
                       GtkWidget  *form);

G_END_DECLS
