/* Staying in the background when the window is closed.
 *
 *   close -> asked before, or no reminders: closes
 *         -> the question -> Stay: remembered, starts with the computer; the window closes
 *                         -> Quit, Escape: the window closes, and with it the program
 */
#include "config.h"

#include "sedia-background.h"

#include "sedia-ask.h"
#include "sedia-autostart.h"

#include <glib/gi18n.h>

static void
answered (GtkWidget *window,
          gboolean   is_yes,
          gpointer   data)
{
  GSettings *settings = data;
  g_autoptr (GError) error = NULL;

  if (is_yes)
    {
      sedia_background_switch_on (settings);
      if (!sedia_autostart_set (TRUE, &error))
        g_message ("Sedia does not start with the computer: %s", error->message);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/**
 * sedia_background_ask:
 * @window: the last window, which somebody closes
 * @settings: where the answer is remembered
 *
 * Asks whether to stay, unless that was asked or chosen before, or there is nothing to stay for.
 * With the answer the window closes.
 *
 * Returns: whether it asks, and the window must stand until then
 */
gboolean
sedia_background_ask (GtkWindow *window,
                      GSettings *settings)
{
  const SediaQuestion question = {
    .title = _("Keep Sedia running in the background?"),
    .text = _("It reminds you once a day of customers who must be told, and starts with the "
              "computer. You can change this under Reminders in the main menu."),
    .no = _("_Quit"),
    .yes = _("_Stay"),
  };

  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);
  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);

  if (g_settings_get_boolean (settings, "background-asked") ||
      !g_settings_get_boolean (settings, "remind"))
    return FALSE;

  /* Closed once more over the question, it closes. */
  g_settings_set_boolean (settings, "background-asked", TRUE);
  sedia_ask (GTK_WIDGET (window), &question, answered, g_object_ref (settings), g_object_unref);

  return TRUE;
}

/**
 * sedia_background_switch_on: Remembers that the program stays, and that nobody need be asked.
 */
void
sedia_background_switch_on (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_set_boolean (settings, "background-asked", TRUE);
  g_settings_set_boolean (settings, "background", TRUE);
}
