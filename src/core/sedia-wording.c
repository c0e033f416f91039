/* Sentences that more than one floor says: what an operation was, what a notice tells, why a line
 * is where it is.
 */
#include "config.h"

#include "sedia-wording.h"

#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

#define NAMES_IN_BODY 3

typedef struct
{
  const char *kind;
  const char *label; /* %s stands for the subject */
} KindLabel;

static const KindLabel kind_labels[] = {
  { "product-add", N_("new product %s") },
  { "product-edit", N_("change of product %s") },
  { "customer-add", N_("new customer %s") },
  { "customer-edit", N_("change of customer %s") },
  { "customer-erase", N_("erasing customer %s") },
  { "supplier-add", N_("new supplier %s") },
  { "supplier-edit", N_("change of supplier %s") },
  { "order-add", N_("new order %s") },
  { "order-edit", N_("change of order %s") },
  { "order-cancel", N_("cancelling in order %s") },
  { "order-reopen", N_("reopening order %s") },
  { "order-reserve", N_("reserving for order %s") },
  { "order-release", N_("releasing from order %s") },
  { "hand-over", N_("hand-over of order %s") },
  { "return", N_("return to order %s") },
  { "sale", N_("sale of %s") },
  { "asked", N_("note that %s was asked for") },
  { "delivery-receive", N_("delivery %s") },
  { "stock-count", N_("count of %s") },
  { "stock-issue", N_("taking out %s") },
  { "contact-told", N_("telling %s") },
  { "import", N_("import of %s") },
  { "setting", N_("setting %s") },
};

/**
 * sedia_operation_label:
 * @kind: what was done
 * @subject: to what
 *
 * Returns: (transfer full): what an operation was, in the user's words, fit to stand after "Undo "
 */
char *
sedia_operation_label (const char *kind,
                       const char *subject)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *inner = NULL;

  /* The subject of an undo is the kind and subject of what it takes back. */
  if (g_str_equal (kind, "undo") || g_str_equal (kind, "delivery-undo"))
    {
      parts = g_strsplit (subject, " ", 2);
      if (parts[0] != NULL && parts[1] != NULL)
        {
          inner = sedia_operation_label (parts[0], parts[1]);
          return g_strdup_printf (_("undo: %s"), inner);
        }
    }
  g_clear_pointer (&parts, g_strfreev);

  for (guint i = 0; i < G_N_ELEMENTS (kind_labels); i++)
    if (g_str_equal (kind_labels[i].kind, kind))
      {
        parts = g_strsplit (_(kind_labels[i].label), "%s", 2);
        return g_strjoinv (subject, parts);
      }

  return g_strdup (subject);
}

/**
 * sedia_movement_reason_label: Why stock changed, in the user's words.
 */
const char *
sedia_movement_reason_label (const char *reason)
{
  static const struct { const char *reason, *label; } labels[] = {
    { "opening", NC_("movement", "Opening stock") },
    { "delivery", NC_("movement", "Delivery") },
    { "hand-over", NC_("movement", "Hand-over") },
    { "return", NC_("movement", "Return") },
    { "sale", NC_("movement", "Sale") },
    { "count", NC_("movement", "Count") },
    { "damage", NC_("movement", "Damaged") },
    { "own-use", NC_("movement", "Own use") },
    { "other", NC_("movement", "Other") },
    { "import", NC_("movement", "Import") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i].reason, reason) == 0)
      return g_dpgettext2 (NULL, "movement", labels[i].label);

  return reason;
}

/**
 * sedia_notice_title: (transfer full) "Restock: 14 waiting orders can be filled".
 */
char *
sedia_notice_title (const SediaNotice *notice)
{
  return g_strdup_printf (ngettext ("Restock: %u waiting order can be filled",
                                    "Restock: %u waiting orders can be filled",
                                    notice->summary.orders),
                          notice->summary.orders);
}

/**
 * sedia_notice_body: (transfer full) how many customers, and the first few by name. Plain text.
 */
char *
sedia_notice_body (const SediaNotice *notice)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint shown = MIN (notice->names != NULL ? notice->names->len : 0, NAMES_IN_BODY);

  count = g_strdup_printf (ngettext ("%u customer", "%u customers", notice->summary.customers),
                           notice->summary.customers);
  for (guint i = 0; i < shown; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (char *) g_ptr_array_index (notice->names, i));

  if (shown == 0)
    return g_steal_pointer (&count);
  if (notice->summary.customers > shown)
    return g_strdup_printf (_("%s: %s and others"), count, names->str);

  return g_strdup_printf ("%s: %s", count, names->str);
}

/**
 * sedia_received_sentence: (transfer full) what the bar says after a delivery.
 */
char *
sedia_received_sentence (const SediaServedSummary *summary)
{
  g_autofree char *lines = NULL, *customers = NULL;

  if (summary->lines == 0)
    return g_strdup (_("Received – nobody was waiting for it"));

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", summary->lines), summary->lines);
  customers = g_strdup_printf (ngettext ("%u customer", "%u customers", summary->customers),
                               summary->customers);

  return g_strdup_printf (_("Received – %s filled for %s"), lines, customers);
}

/**
 * sedia_line_place_sentence:
 * @line: an open line with its queue place
 * @serving: the rule in force
 *
 * Returns: (transfer full): why the line is where it is
 */
char *
sedia_line_place_sentence (const SediaOrderLine *line,
                           SediaServing          serving)
{
  g_autofree char *ahead = NULL;
  g_autofree char *why = NULL;

  if (line->queue_position == 0)
    return g_strdup (_("All that is open is set aside for this line."));

  if (line->held)
    return g_strdup (_("Held: its reservation was released by hand, so arriving stock passes it by "
                       "until somebody reserves it again."));

  ahead = sedia_number_format (line->ahead, line->decimals, sedia_number_form_of_locale ());
  if (serving == SEDIA_SERVING_STRICTLY_OLDEST)
    why = g_strdup (_("the oldest order comes first"));
  else if (line->first)
    why = g_strdup (_("it is marked “first”"));
  else if (line->need_by != SEDIA_NO_DAY)
    {
      g_autoptr (GDateTime) date = sedia_day_to_date_time (line->need_by);
      g_autofree char *day = g_date_time_format (date, "%x");

      why = g_strdup_printf (_("it is needed by %s"), day);
    }
  else
    why = g_strdup (_("it has no need-by date, so its age decides"));

  if (line->ahead == 0)
    return g_strdup_printf (_("Next in the queue: %s."), why);

  return g_strdup_printf (_("Place %u, %s %s ahead of it: %s."), line->queue_position, ahead,
                          line->unit, why);
}
