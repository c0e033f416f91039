/* What is said of an order: see sedia-order-words.h. */
#include "config.h"

#include "sedia-order-words.h"

#include "sedia-expected-wording.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * sedia_order_status_label: (transfer none) its state in a word.
 */
const char *
sedia_order_status_label (SediaOrderStatus status)
{
  switch (status)
    {
    case SEDIA_ORDER_WAITING:
      return C_("order", "Waiting");

    case SEDIA_ORDER_PARTLY_READY:
      return C_("order", "Partly ready");

    case SEDIA_ORDER_READY:
      return C_("order", "Ready");

    case SEDIA_ORDER_DONE:
      return C_("order", "Done");

    case SEDIA_ORDER_CANCELLED:
      return C_("order", "Cancelled");
    }

  g_return_val_if_reached ("");
}

/**
 * sedia_order_status_icon: (transfer none) the icon that goes with it.
 */
const char *
sedia_order_status_icon (SediaOrderStatus status)
{
  switch (status)
    {
    case SEDIA_ORDER_WAITING:
      return "sedia-waiting-symbolic";

    case SEDIA_ORDER_PARTLY_READY:
    case SEDIA_ORDER_READY:
      return "sedia-ready-symbolic";

    case SEDIA_ORDER_DONE:
      return "object-select-symbolic";

    case SEDIA_ORDER_CANCELLED:
      return "window-close-symbolic";
    }

  g_return_val_if_reached (NULL);
}

/**
 * sedia_order_status_tone: (transfer none) the style class that goes with it.
 */
const char *
sedia_order_status_tone (SediaOrderStatus status)
{
  switch (status)
    {
    case SEDIA_ORDER_WAITING:
      return "waiting";

    case SEDIA_ORDER_PARTLY_READY:
      return "partly-ready";

    case SEDIA_ORDER_READY:
      return "ok";

    case SEDIA_ORDER_DONE:
    case SEDIA_ORDER_CANCELLED:
      return "secondary";
    }

  g_return_val_if_reached (NULL);
}

/**
 * sedia_order_dup_what:
 * @order: an order
 *
 * Returns: (transfer full): "Kopi Gayo", or "Kopi Gayo and 2 more"; empty for a draft
 */
char *
sedia_order_dup_what (const SediaOrder *order)
{
  const SediaOrderLine *first;

  g_return_val_if_fail (order != NULL, NULL);

  if (order->lines->len == 0)
    return g_strdup_printf (ngettext ("%u line", "%u lines", order->n_lines), order->n_lines);

  first = g_ptr_array_index (order->lines, 0);
  if (order->n_lines == 1)
    return g_strdup (first->product);

  /* Translators: name of a product, number of other lines of the order */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", order->n_lines - 1),
                          first->product, order->n_lines - 1);
}

/* In a line of its own, once: lines of one order are often taken instead of the same line. */
static void
append_once (GString    *text,
             const char *sentence)
{
  if (sentence != NULL && strstr (text->str, sentence) == NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
}

/**
 * sedia_line_append_links:
 * @line: a line whose links were read
 * @text: what is said of it
 *
 * Adds what the day it is expected rests on, what the line was taken instead of, and what was taken
 * instead of it, each in a line of its own.
 */
void
sedia_line_append_links (const SediaOrderLine *line,
                         GString              *text)
{
  g_autofree char *source = NULL;
  g_autofree char *instead = NULL;
  g_autofree char *replaced = NULL;

  g_return_if_fail (line != NULL);
  g_return_if_fail (text != NULL);

  source = sedia_line_expected_source_sentence (line);
  instead = sedia_line_instead_sentence (line);
  replaced = sedia_replaced_sentence (line->replaced_by);
  append_once (text, source);
  append_once (text, instead);
  append_once (text, replaced);
}

/**
 * sedia_order_need_by: The first day something that is still open is needed, SEDIA_NO_DAY for none.
 */
int
sedia_order_need_by (const SediaOrder *order)
{
  int first = SEDIA_NO_DAY;

  g_return_val_if_fail (order != NULL, SEDIA_NO_DAY);

  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      if (sedia_order_line_open (line) > 0 && line->need_by != SEDIA_NO_DAY &&
          (first == SEDIA_NO_DAY || line->need_by < first))
        first = line->need_by;
    }

  return first;
}
