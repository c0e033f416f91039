/* Sentences that more than one floor says: what an operation was, what a notice tells, why a line
 * is where it is.
 */
#include "config.h"

#include "sedia-wording.h"

#include "sedia-expected-wording.h"
#include "sedia-number.h"
#include "sedia-text.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define NAMES_IN_BODY 3

typedef struct
{
  const char *kind;
  const char *label; /* %s stands for the subject */
} KindLabel;

static const KindLabel kind_labels[] = {
  { "product-add", N_("new product %s") },
  { "product-edit", N_("change of product %s") },
  { "products-edit", N_("change of products %s") },
  { "product-decide", N_("decision about backorders of %s") },
  { "customer-add", N_("new customer %s") },
  { "customer-edit", N_("change of customer %s") },
  { "customer-erase", N_("erasing customer %s") },
  { "customer-merge", N_("merging customers %s") },
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
  { "reorder-order", N_("drafts of what to order: purchase %s") },
  { "purchase-add", N_("new purchase %s") },
  { "purchase-edit", N_("change of purchase %s") },
  { "purchase-confirm", N_("confirming purchase %s") },
  { "purchase-expect", N_("expected day of purchase %s") },
  { "purchase-close", N_("closing purchase %s") },
  { "purchase-cancel", N_("cancelling purchase %s") },
  { "stock-count", N_("count of %s") },
  { "stock-issue", N_("taking out %s") },
  { "stock-put-in", N_("putting in %s") },
  { "contact-told", N_("telling %s") },
  { "import", N_("import of %s") },
  { "setting", N_("setting %s") },
  { "product-expect", N_("expected day of %s") },
  { "holiday", N_("holiday %s") },
  { "template", N_("words of “%s”") },
  { "deposit-return", N_("deposit given back for order %s") },
};

static gboolean
is_undo (const char *kind)
{
  return g_str_equal (kind, "undo") || g_str_equal (kind, "delivery-undo");
}

/* Each setting has its words; those of the contact rules are one dialog to people. */
static const char *
setting_label (const char *name)
{
  static const char *const rules[] = { "shop", "working-days", "hours", "tolerance", "silent-days",
                                       "silence", NULL };
  static const char *const levels[] = { "service", "review", "cover", NULL };

  if (g_str_equal (name, "serving"))
    return _("choice of who is served first");
  if (g_str_equal (name, "country"))
    return _("choice of the shop’s country");
  if (g_strv_contains (rules, name))
    return _("change of the contact rules");
  if (g_strv_contains (levels, name))
    return _("change of how much to order");

  return NULL;
}

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
  const char *rest;

  /* The subject of an undo is the kind and subject of what it takes back: the undo of an undo does
   * again what that had taken back. */
  if (is_undo (kind))
    {
      gboolean is_redo = FALSE;

      while (is_undo (kind) && (rest = strchr (subject, ' ')) != NULL)
        {
          is_redo = !is_redo;
          g_free (inner);
          inner = g_strndup (subject, (gsize) (rest - subject));
          kind = inner;
          subject = rest + 1;
        }
      if (!is_undo (kind))
        {
          g_autofree char *label = sedia_operation_label (kind, subject);

          return g_strdup_printf (is_redo ? _("undo: %s") : _("redo: %s"), label);
        }
    }

  if (g_str_equal (kind, "setting") && setting_label (subject) != NULL)
    return g_strdup (setting_label (subject));

  for (guint i = 0; i < G_N_ELEMENTS (kind_labels); i++)
    if (g_str_equal (kind_labels[i].kind, kind))
      {
        parts = g_strsplit (_(kind_labels[i].label), "%s", 2);
        return g_strjoinv (subject, parts);
      }

  return g_strdup (subject);
}

static gboolean
has_word (const char *label,
          const char *word)
{
  g_autofree char *lower = sedia_text_lower (label, -1);

  return strstr (lower, word) != NULL;
}

static gboolean
is_setting_called (const char *word)
{
  return has_word (setting_label ("serving"), word) || has_word (setting_label ("country"), word) ||
         has_word (setting_label ("hours"), word);
}

/**
 * sedia_operation_kinds_called:
 * @word: a word, or a part of one, in small letters
 *
 * Who looks for “delivery” or “barang masuk” types what the log shows, not what the records say.
 *
 * Returns: (transfer container) (element-type utf8): the kinds of operation whose words for people
 * contain it; an undo counts as a kind of its own, whatever it takes back
 */
GPtrArray *
sedia_operation_kinds_called (const char *word)
{
  GPtrArray *kinds = g_ptr_array_new ();
  g_autofree char *undo = sedia_operation_label ("undo", "sale ");
  g_autofree char *redo = sedia_operation_label ("undo", "undo sale ");
  g_autofree char *sale = sedia_operation_label ("sale", "");

  for (guint i = 0; i < G_N_ELEMENTS (kind_labels); i++)
    {
      g_autofree char *label = sedia_operation_label (kind_labels[i].kind, "");

      if (has_word (label, word) ||
          (g_str_equal (kind_labels[i].kind, "setting") && is_setting_called (word)))
        g_ptr_array_add (kinds, (gpointer) kind_labels[i].kind);
    }

  if ((has_word (undo, word) || has_word (redo, word)) && !has_word (sale, word))
    {
      g_ptr_array_add (kinds, (gpointer) "undo");
      g_ptr_array_add (kinds, (gpointer) "delivery-undo");
    }

  return kinds;
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
  const guint n = notice->summary.customers;
  const guint shown = MIN (notice->names != NULL ? notice->names->len : 0, NAMES_IN_BODY);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (char *) g_ptr_array_index (notice->names, i));

  if (shown == 0)
    return g_strdup_printf (ngettext ("%u customer", "%u customers", n), n);

  /* Translators: how many customers, then the names of the first few of them. */
  if (n > shown)
    return g_strdup_printf (ngettext ("%u customer: %s and others", "%u customers: %s and others",
                                      n),
                            n, names->str);

  /* Translators: how many customers, then all their names. */
  return g_strdup_printf (ngettext ("%u customer: %s", "%u customers: %s", n), n, names->str);
}

/**
 * sedia_received_sentence: (transfer full) what the bar says after a delivery.
 */
char *
sedia_received_sentence (const SediaServedSummary *summary)
{
  if (summary->lines == 0)
    return g_strdup (_("Received – nobody was waiting for it"));

  /* Two numbers, and plural forms for one alone: the other is named apart where it is 1. */
  if (summary->customers == 1)
    return g_strdup_printf (ngettext ("Received – %u line filled for 1 customer",
                                      "Received – %u lines filled for 1 customer", summary->lines),
                            summary->lines);

  /* Translators: the plural form is that of the lines; there are always several customers. */
  return g_strdup_printf (ngettext ("Received – %u line filled for %u customers",
                                    "Received – %u lines filled for %u customers",
                                    summary->lines),
                          summary->lines, summary->customers);
}

/**
 * sedia_serves_sentence: (transfer full) (nullable) whom a delivery that is being typed would
 * serve; NULL when that is nobody.
 */
char *
sedia_serves_sentence (const SediaServedSummary *summary)
{
  if (summary->lines == 0)
    return NULL;
  if (summary->customers == 1)
    return g_strdup_printf (ngettext ("Serves %u line for 1 customer.",
                                      "Serves %u lines for 1 customer.", summary->lines),
                            summary->lines);

  /* Translators: the plural form is that of the lines; there are always several customers. */
  return g_strdup_printf (ngettext ("Serves %u line for %u customers.",
                                    "Serves %u lines for %u customers.", summary->lines),
                          summary->lines, summary->customers);
}

static char *
dup_line_state (const SediaOrderLine *line)
{
  const gint64 waiting = sedia_order_line_waiting (line);
  g_autofree char *ready_text = sedia_quantity_text (line->reserved, line->decimals, line->unit);
  g_autofree char *waiting_text = sedia_quantity_text (waiting, line->decimals, line->unit);

  if (sedia_order_line_open (line) == 0)
    return g_strdup (_("Nothing of it is open any more"));
  if (waiting == 0)
    return g_strdup (_("Ready to hand over"));

  /* Translators: a quantity with its unit, such as "1 pcs" or "2,5 kg". */
  if (line->reserved == 0)
    return g_strdup_printf (_("%s waiting"), waiting_text);

  /* Translators: two quantities with their units, such as "1 pcs" or "2,5 kg". */
  if (line->all_or_nothing)
    return g_strdup_printf (_("%s set aside, %s still waiting; all or nothing"), ready_text,
                            waiting_text);

  /* Translators: two quantities with their units, such as "1 pcs" or "2,5 kg". */
  return g_strdup_printf (_("%s ready now, %s still waiting"), ready_text, waiting_text);
}

/**
 * sedia_line_state_sentence: (transfer full) how much of a line can be handed over, how much waits,
 * and until when, where somebody has said so.
 */
char *
sedia_line_state_sentence (const SediaOrderLine *line)
{
  g_autofree char *state = dup_line_state (line);
  g_autofree char *day = NULL;

  if (line->expected == SEDIA_NO_DAY || sedia_order_line_waiting (line) <= 0)
    return g_steal_pointer (&state);

  day = sedia_line_expected_words (line);
  if (MAX (line->expected, line->latest) < sedia_day_today ())
    /* Translators: how an order line stands, and the day that was said */
    return g_strdup_printf (_("%s, was expected on %s"), state, day);

  /* Translators: how an order line stands, and when the rest comes: on a day, or between two */
  return g_strdup_printf (_("%s, expected %s"), state, day);
}

/**
 * sedia_line_instead_sentence: (transfer full) (nullable) what the line was taken instead of.
 */
char *
sedia_line_instead_sentence (const SediaOrderLine *line)
{
  const SediaGivenUp *given_up = line->instead_of;
  g_autofree char *amount = NULL;

  if (given_up == NULL)
    return NULL;

  amount = sedia_quantity_text (given_up->quantity, given_up->decimals, given_up->unit);

  /* Translators: "2 pcs", a product, the number of an order */
  return g_strdup_printf (_("Instead of %s of %s (order %" PRId64 ")"), amount, given_up->product,
                          given_up->order_id);
}

/**
 * sedia_replaced_sentence: (transfer full) (nullable) the order that was placed instead; NULL for
 * 0, none.
 */
char *
sedia_replaced_sentence (gint64 order_id)
{
  return order_id != 0 ? g_strdup_printf (_("Replaced by order %" PRId64), order_id) : NULL;
}

/**
 * sedia_outcome_sentence:
 * @outcome: what would become of a line that is being typed
 * @product: of what
 *
 * Returns: (transfer full): how much is ready now, how much waits, and where in the queue
 */
char *
sedia_outcome_sentence (const SediaLineOutcome *outcome,
                        const SediaProduct     *product)
{
  g_autofree char *ready = sedia_quantity_text (outcome->ready, product->decimals, product->unit);
  g_autofree char *waiting = sedia_quantity_text (outcome->waiting, product->decimals,
                                                  product->unit);

  /* Translators: quantities with their units, such as "1 pcs" or "2,5 kg"; place in the queue */
  if (outcome->waiting == 0)
    return g_strdup_printf (_("%s ready now"), ready);
  if (outcome->ready == 0 && outcome->place == 1)
    return g_strdup_printf (_("%s waiting, next in the queue"), waiting);
  if (outcome->ready == 0)
    return g_strdup_printf (_("%s waiting, place %u in the queue"), waiting, outcome->place);
  if (outcome->place == 1)
    return g_strdup_printf (_("%s ready now, %s waiting, next in the queue"), ready, waiting);

  return g_strdup_printf (_("%s ready now, %s waiting, place %u in the queue"), ready, waiting,
                          outcome->place);
}

/* The next line of its product, and why. */
static char *
next_sentence (const SediaOrderLine *line,
               SediaServing          serving)
{
  g_autofree char *day = NULL;

  if (serving == SEDIA_SERVING_STRICTLY_OLDEST)
    return g_strdup (_("Next in the queue: the oldest order comes first."));
  if (line->first)
    return g_strdup (_("Next in the queue: it is marked “first”."));
  if (line->need_by == SEDIA_NO_DAY)
    return g_strdup (_("Next in the queue: it has no need-by date, so its age decides."));

  day = sedia_day_words (line->need_by);
  return g_strdup_printf (_("Next in the queue: it is needed by %s."), day);
}

/* A line with others before it, and why. */
static char *
place_sentence (const SediaOrderLine *line,
                SediaServing          serving)
{
  g_autofree char *ahead = sedia_quantity_text (line->ahead, line->decimals, line->unit);
  g_autofree char *day = NULL;

  /* Translators: its place, then what waits ahead of it, such as "3 pcs". */
  if (serving == SEDIA_SERVING_STRICTLY_OLDEST)
    return g_strdup_printf (_("Place %u, %s ahead of it: the oldest order comes first."),
                            line->queue_position, ahead);
  /* Translators: its place, then what waits ahead of it, such as "3 pcs". */
  if (line->first)
    return g_strdup_printf (_("Place %u, %s ahead of it: it is marked “first”, and so are those."),
                            line->queue_position, ahead);
  /* Translators: its place, then what waits ahead of it, such as "3 pcs". */
  if (line->need_by == SEDIA_NO_DAY)
    return g_strdup_printf (_("Place %u, %s ahead of it: it has no need-by date, so its age "
                              "decides."),
                            line->queue_position, ahead);

  day = sedia_day_words (line->need_by);
  /* Translators: its place, then what waits ahead of it, such as "3 pcs", then a date in words. */
  return g_strdup_printf (_("Place %u, %s ahead of it: it is needed by %s."), line->queue_position,
                          ahead, day);
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
  if (line->queue_position == 0)
    return g_strdup (_("All that is open is set aside for this line."));

  if (line->held)
    return g_strdup (_("Held: its reservation was released by hand, so arriving stock passes it by "
                       "until somebody reserves it again."));

  return line->ahead == 0 ? next_sentence (line, serving) : place_sentence (line, serving);
}
