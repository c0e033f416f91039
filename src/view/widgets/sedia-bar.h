/* The bar at the bottom of the window: what just happened, and the way back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_BAR (sedia_bar_get_type ())

G_DECLARE_FINAL_TYPE (SediaBar, sedia_bar, SEDIA, BAR, GtkWidget)

/**
 * SediaBarTone:
 * @SEDIA_BAR_DONE: it is done; goes away by itself after a while
 * @SEDIA_BAR_NOTE: something to look at; stays until closed
 * @SEDIA_BAR_PROBLEM: it could not be done; stays until closed
 *
 * How urgent what the bar says is.
 */
typedef enum
{
  SEDIA_BAR_DONE,
  SEDIA_BAR_NOTE,
  SEDIA_BAR_PROBLEM,
} SediaBarTone;

#define SEDIA_TYPE_BAR_HOST (sedia_bar_host_get_type ())

G_DECLARE_INTERFACE (SediaBarHost, sedia_bar_host, SEDIA, BAR_HOST, GtkWindow)

/**
 * SediaBarHostInterface:
 * @get_bar: (transfer none) the window's bar
 *
 * A window that has a bar.
 */
struct _SediaBarHostInterface
{
  GTypeInterface parent_iface;

  SediaBar *(*get_bar) (SediaBarHost *self);
};

GtkWidget *sedia_bar_new (void);
void sedia_bar_say (SediaBar     *self,
                    SediaBarTone  tone,
                    const char   *text);
void sedia_bar_offer_undo (SediaBar   *self,
                           const char *label,
                           gint64      operation_id);
void sedia_bar_offer_show (SediaBar   *self,
                           const char *label,
                           const char *detailed_action);
void sedia_bar_close (SediaBar *self);
const char *sedia_bar_get_text (SediaBar *self);
SediaBar *sedia_bar_of (GtkWidget *widget);

G_END_DECLS
