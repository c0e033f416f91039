/* The bar at the bottom of the window: what just happened, and the way back.
 *
 * What was done goes away after a while, but not under the pointer or with the keyboard in it;
 * problems and notes stay until closed. A new sentence takes the place of the old one, offers
 * included.
 */
#include "config.h"

#include "sedia-bar.h"

#include "sedia-template.h"

#include <glib/gi18n.h>

#define SECONDS_SHOWN 20

struct _SediaBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkWidget *content;
  GtkImage *icon;
  GtkLabel *text;
  GtkButton *undo;
  GtkButton *show;
  GtkEventControllerMotion *motion;
  GtkEventControllerFocus *focus;

  guint close_source;
};

G_DEFINE_INTERFACE (SediaBarHost, sedia_bar_host, GTK_TYPE_WINDOW)

static void
sedia_bar_host_default_init (SediaBarHostInterface *iface)
{
}

G_DEFINE_FINAL_TYPE (SediaBar, sedia_bar, GTK_TYPE_WIDGET)

static gboolean
close_cb (gpointer data)
{
  SediaBar *self = SEDIA_BAR (data);

  if (gtk_event_controller_motion_contains_pointer (self->motion) ||
      gtk_event_controller_focus_contains_focus (self->focus))
    return G_SOURCE_CONTINUE;

  self->close_source = 0;
  sedia_bar_close (self);

  return G_SOURCE_REMOVE;
}

static void
close_clicked_cb (SediaBar *self)
{
  sedia_bar_close (self);
}

static void
sedia_bar_dispose (GObject *object)
{
  SediaBar *self = SEDIA_BAR (object);

  g_clear_handle_id (&self->close_source, g_source_remove);
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_BAR);

  G_OBJECT_CLASS (sedia_bar_parent_class)->dispose (object);
}

static void
sedia_bar_class_init (SediaBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, content);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, text);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, undo);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, show);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, motion);
  gtk_widget_class_bind_template_child (widget_class, SediaBar, focus);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "messagebar");
}

static void
sedia_bar_init (SediaBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_bar_new:
 *
 * Returns: (transfer floating): a bar that is closed
 */
GtkWidget *
sedia_bar_new (void)
{
  return g_object_new (SEDIA_TYPE_BAR, NULL);
}

/**
 * sedia_bar_say:
 * @self: a bar
 * @tone: how urgent it is
 * @text: one sentence
 *
 * Shows @text in place of what was there, and takes back what was offered with it.
 */
void
sedia_bar_say (SediaBar     *self,
               SediaBarTone  tone,
               const char   *text)
{
  static const char *const icons[] = {
    "emblem-ok-symbolic", "dialog-information-symbolic", "dialog-warning-symbolic",
  };
  static const char *const tones[] = { "done", "note", "problem" };

  g_return_if_fail (SEDIA_IS_BAR (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_label (self->text, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), text);
  gtk_image_set_from_icon_name (self->icon, icons[tone]);
  gtk_widget_set_css_classes (self->content, (const char *[]) { "bar", tones[tone], NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->undo), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->show), FALSE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);

  g_clear_handle_id (&self->close_source, g_source_remove);
  if (tone == SEDIA_BAR_DONE)
    self->close_source = g_timeout_add_seconds (SECONDS_SHOWN, close_cb, self);
}

/**
 * sedia_bar_offer_undo:
 * @self: a bar that just said something
 * @label: "Undo" or "Redo", translated
 * @operation_id: what the button takes back
 */
void
sedia_bar_offer_undo (SediaBar   *self,
                      const char *label,
                      gint64      operation_id)
{
  g_return_if_fail (SEDIA_IS_BAR (self));
  g_return_if_fail (label != NULL);

  gtk_button_set_label (self->undo, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo), "x", operation_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo), "win.undo-operation");
  gtk_widget_set_visible (GTK_WIDGET (self->undo), TRUE);
}

/**
 * sedia_bar_offer_show:
 * @self: a bar that just said something
 * @label: words of its second button
 * @detailed_action: what it does
 */
void
sedia_bar_offer_show (SediaBar   *self,
                      const char *label,
                      const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (SEDIA_IS_BAR (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (detailed_action != NULL);

  if (!g_action_parse_detailed_name (detailed_action, &name, &target, NULL))
    g_return_if_reached ();

  /* Never a name with another action's target: GTK complains in between. */
  gtk_button_set_label (self->show, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->show), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show), name);
  gtk_widget_set_visible (GTK_WIDGET (self->show), TRUE);
}

/**
 * sedia_bar_close: Takes away what the bar says.
 */
void
sedia_bar_close (SediaBar *self)
{
  g_return_if_fail (SEDIA_IS_BAR (self));

  g_clear_handle_id (&self->close_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * sedia_bar_get_text: (nullable) (transfer none) what the bar says, NULL while it is closed.
 */
const char *
sedia_bar_get_text (SediaBar *self)
{
  g_return_val_if_fail (SEDIA_IS_BAR (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->text) : NULL;
}

/**
 * sedia_bar_of:
 * @widget: a widget, also one in a dialog of a window that has a bar
 *
 * Returns: (nullable) (transfer none): the bar of the window @widget belongs to
 */
SediaBar *
sedia_bar_of (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWindow *window;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !SEDIA_IS_BAR_HOST (window))
    window = gtk_window_get_transient_for (window);

  return window != NULL ? SEDIA_BAR_HOST_GET_IFACE (window)->get_bar (SEDIA_BAR_HOST (window))
                        : NULL;
}
