/* What is said of a purchase: see sedia-purchase-words.h. */
#include "config.h"

#include "sedia-purchase-words.h"

#include "sedia-format.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static gboolean
is_late (const SediaPurchase *purchase)
{
  return sedia_purchase_is_late (purchase, sedia_day_today ());
}

/**
 * sedia_purchase_state_icon: (transfer none) (nullable) the icon that goes with how it stands.
 */
const char *
sedia_purchase_state_icon (const SediaPurchase *purchase)
{
  switch (purchase->status)
    {
    case SEDIA_PURCHASE_DRAFT:
      return "document-edit-symbolic";

    case SEDIA_PURCHASE_CONFIRMED:
      return is_late (purchase) ? "sedia-late-symbolic" : "sedia-delivery-symbolic";

    case SEDIA_PURCHASE_CLOSED:
      return "object-select-symbolic";

    case SEDIA_PURCHASE_CANCELLED:
      return "window-close-symbolic";
    }

  g_return_val_if_reached (NULL);
}

/**
 * sedia_purchase_state_tone: (transfer none) (nullable) the style class that goes with it.
 */
const char *
sedia_purchase_state_tone (const SediaPurchase *purchase)
{
  switch (purchase->status)
    {
    case SEDIA_PURCHASE_DRAFT:
      return "draft";

    case SEDIA_PURCHASE_CONFIRMED:
      return is_late (purchase) ? "late" : NULL;

    case SEDIA_PURCHASE_CLOSED:
    case SEDIA_PURCHASE_CANCELLED:
      return "secondary";
    }

  g_return_val_if_reached (NULL);
}

/**
 * sedia_purchase_dup_state:
 * @purchase: a purchase
 *
 * Returns: (transfer full): when it is expected, in near words; else how it stands
 */
char *
sedia_purchase_dup_state (const SediaPurchase *purchase)
{
  if (purchase->status != SEDIA_PURCHASE_CONFIRMED)
    return g_strdup (sedia_purchase_status_label (purchase->status));
  if (purchase->next == SEDIA_NO_DAY)
    /* Translators: when a purchase order comes */
    return g_strdup (C_("purchase", "Nobody knows"));

  return sedia_format_due (purchase->next);
}

/**
 * sedia_purchase_dup_what:
 * @purchase: a purchase, of a list or whole
 *
 * Returns: (transfer full): "Kopi Gayo", or "Kopi Gayo and 2 more"; for one that is still being
 *   typed how many lines it has
 */
char *
sedia_purchase_dup_what (const SediaPurchase *purchase)
{
  const SediaPurchaseLine *first;

  if (purchase->lines->len == 0)
    return g_strdup_printf (ngettext ("%u line", "%u lines", purchase->n_lines), purchase->n_lines);

  first = g_ptr_array_index (purchase->lines, 0);
  if (purchase->n_lines == 1)
    return g_strdup (first->product);

  /* Translators: name of a product, number of other lines of the order */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", purchase->n_lines - 1),
                          first->product, purchase->n_lines - 1);
}

static char *
dup_amount_to_come (const SediaPurchaseLine *line,
                    gboolean                 is_draft)
{
  g_autofree char *ordered = sedia_format_amount (line->ordered, line->decimals, line->unit);
  g_autofree char *incoming = NULL;

  if (is_draft || line->incoming == line->ordered)
    return g_steal_pointer (&ordered);

  incoming = sedia_format_quantity (line->incoming, line->decimals);

  /* Translators: what is still to come of what was ordered: "40 of 100 pcs", "2 of 5 lines" */
  return g_strdup_printf (C_("to come", "%s of %s"), incoming, ordered);
}

/**
 * sedia_purchase_dup_to_come:
 * @purchase: a purchase, of a list or whole
 *
 * Returns: (transfer full) (nullable): what is still to come: "40 of 100 pcs", or "2 of 5 lines";
 *   NULL when nothing is
 */
char *
sedia_purchase_dup_to_come (const SediaPurchase *purchase)
{
  const gboolean is_draft = purchase->status == SEDIA_PURCHASE_DRAFT;
  g_autofree char *lines = NULL;
  g_autofree char *incoming = NULL;

  if (!is_draft && purchase->n_incoming == 0)
    return NULL;
  if (purchase->n_lines == 1 && purchase->lines->len == 1)
    return dup_amount_to_come (g_ptr_array_index (purchase->lines, 0), is_draft);

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", purchase->n_lines), purchase->n_lines);
  if (is_draft || purchase->n_incoming == purchase->n_lines)
    return g_steal_pointer (&lines);

  incoming = g_strdup_printf ("%u", purchase->n_incoming);

  return g_strdup_printf (C_("to come", "%s of %s"), incoming, lines);
}

/**
 * sedia_purchase_dup_customers: (transfer full) (nullable) "4 customers"; NULL for none.
 */
char *
sedia_purchase_dup_customers (guint n_customers)
{
  if (n_customers == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u customer", "%u customers", n_customers), n_customers);
}

/* ---- one line */

/* "expected on 3 December, 4 days after the day agreed" */
static char *
dup_when (const SediaPurchaseLine *line)
{
  g_autofree char *day = NULL;
  int moved;

  if (line->expected == SEDIA_NO_DAY)
    return g_strdup (_("nobody knows when"));

  day = sedia_day_words (line->expected);
  if (line->agreed == SEDIA_NO_DAY)
    /* Translators: a day of a line of a purchase order */
    return g_strdup_printf (_("expected on %s"), day);

  moved = line->expected - line->agreed;
  if (moved == 0)
    return g_strdup_printf (_("expected on %s, as agreed"), day);
  if (moved < 0)
    return g_strdup_printf (ngettext ("expected on %s, %d day before the one agreed",
                                      "expected on %s, %d days before the one agreed",
                                      (gulong) -moved), day, -moved);

  return g_strdup_printf (ngettext ("expected on %s, %d day after the one agreed",
                                    "expected on %s, %d days after the one agreed",
                                    (gulong) moved), day, moved);
}

static void
append (GString    *text,
        const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
}

/* What came and what will not: nothing of it, when all is still to come. */
static void
append_done (GString                 *text,
             const SediaPurchaseLine *line)
{
  if (line->received > 0)
    {
      g_autofree char *amount = sedia_format_amount (line->received, line->decimals, line->unit);
      /* Translators: so much of a line of a purchase order has arrived */
      g_autofree char *words = g_strdup_printf (_("%s came"), amount);

      append (text, words);
    }
  if (line->closed > 0)
    {
      g_autofree char *amount = sedia_format_amount (line->closed, line->decimals, line->unit);
      g_autofree char *words = g_strdup_printf (_("%s will not come"), amount);

      append (text, words);
    }
}

/**
 * sedia_purchase_line_sentence:
 * @line: a line of a purchase
 * @is_draft: it is not ordered yet
 *
 * Returns: (transfer full): what came of it, what is to come, when, and for whom
 */
char *
sedia_purchase_line_sentence (const SediaPurchaseLine *line,
                              gboolean                 is_draft)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_done (text, line);
  if (line->incoming > 0 && line->incoming < line->ordered)
    {
      g_autofree char *amount = sedia_format_amount (line->incoming, line->decimals, line->unit);
      g_autofree char *words = g_strdup_printf (_("%s to come"), amount);

      append (text, words);
    }
  if (line->incoming > 0 || is_draft)
    {
      g_autofree char *when = dup_when (line);

      append (text, when);
    }
  if (line->order_line_id != 0)
    {
      /* Translators: whose goods these are, and the number of the order */
      g_autofree char *whose = g_strdup_printf (_("for %s, order %" PRId64), line->customer,
                                                line->order_id);

      append (text, whose);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
