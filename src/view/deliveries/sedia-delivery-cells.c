/* Cells of the list of deliveries. */
#include "config.h"

#include "sedia-delivery-cells.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

static char *
delivery_number (gpointer item,
                 gint64   number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

static char *
delivery_lines (gpointer item,
                gboolean is_loading,
                guint    lines)
{
  return is_loading ? g_strdup ("") : sedia_format_quantity (lines, 0);
}

static char *
delivery_state_label (gpointer item,
                      gboolean is_draft,
                      gboolean is_reversed,
                      gboolean is_reversal)
{
  if (is_draft)
    return g_strdup (C_("delivery", "Draft"));
  if (is_reversed)
    return g_strdup (C_("delivery", "Taken back"));
  if (is_reversal)
    return g_strdup (C_("delivery", "Reversal"));

  return g_strdup (C_("delivery", "Received"));
}

static char *
delivery_state_icon (gpointer item,
                     gboolean is_draft,
                     gboolean is_reversed,
                     gboolean is_reversal)
{
  if (is_draft)
    return g_strdup ("document-edit-symbolic");
  if (is_reversed || is_reversal)
    return g_strdup ("edit-undo-symbolic");

  return g_strdup ("sedia-ready-symbolic");
}

static char **
delivery_state_classes (gpointer item,
                        gboolean is_draft,
                        gboolean is_reversed,
                        gboolean is_reversal)
{
  const char *const classes[] = {
    "cell",
    "pill",
    is_draft                     ? "draft"
    : is_reversed || is_reversal ? "taken-back"
                                 : "ok",
    NULL,
  };

  return g_strdupv ((char **) classes);
}

/**
 * sedia_delivery_cells_bind:
 * @widget_class: the class whose template holds the list
 *
 * Makes the closures known to the template and its cells.
 */
void
sedia_delivery_cells_bind (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_bind_template_callback (widget_class, delivery_number);
  gtk_widget_class_bind_template_callback (widget_class, delivery_lines);
  gtk_widget_class_bind_template_callback (widget_class, delivery_state_label);
  gtk_widget_class_bind_template_callback (widget_class, delivery_state_icon);
  gtk_widget_class_bind_template_callback (widget_class, delivery_state_classes);
  sedia_format_bind_closures (widget_class);
}
