/* The rows that make a number, in words: see sedia-evidence.h. */
#include "config.h"

#include "sedia-evidence.h"

#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/**
 * sedia_evidence_free: Frees a row.
 */
void
sedia_evidence_free (SediaEvidence *evidence)
{
  if (evidence == NULL)
    return;

  g_free (evidence->what);
  g_free (evidence->found);
  g_free (evidence);
}

/**
 * sedia_evidence_list_new: (transfer full) (element-type SediaEvidence) an empty list.
 */
GPtrArray *
sedia_evidence_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_evidence_free);
}

/**
 * sedia_evidence_add:
 * @list: (element-type SediaEvidence): a list
 * @kind: of what can be opened
 * @id: its number
 * @day: when it was
 * @is_good: whether it speaks for the shop
 * @what: (transfer full): what was looked at
 * @found: (transfer full): what became of it
 *
 * Adds a row.
 */
void
sedia_evidence_add (GPtrArray *list,
                    SediaKind  kind,
                    gint64     id,
                    int        day,
                    gboolean   is_good,
                    char      *what,
                    char      *found)
{
  SediaEvidence *evidence = g_new (SediaEvidence, 1);

  *evidence = (SediaEvidence) { kind, id, day, what, found, is_good };
  g_ptr_array_add (list, evidence);
}

/**
 * sedia_evidence_order: (transfer full) "Order 12, Siti Rahma"
 */
char *
sedia_evidence_order (gint64      order_id,
                      const char *customer)
{
  /* Translators: an order and its customer */
  return g_strdup_printf (_("Order %" PRId64 ", %s"), order_id, customer);
}

/**
 * sedia_evidence_promise: (transfer full) what became of a promise.
 */
char *
sedia_evidence_promise (const SediaPromise *promise)
{
  g_autofree char *day = sedia_day_words (promise->day);
  g_autofree char *done = NULL;

  if (promise->done == SEDIA_NO_DAY)
    /* Translators: a day */
    return g_strdup_printf (_("promised for %s, not there then"), day);

  done = sedia_day_words (promise->done);
  /* Translators: two days */
  return g_strdup_printf (_("promised for %s, there on %s"), day, done);
}

/**
 * sedia_evidence_delivery: (transfer full) how late a delivery was.
 */
char *
sedia_evidence_delivery (int agreed,
                         int came)
{
  g_autofree char *day = sedia_day_words (agreed);
  const int late = came - agreed;

  if (late <= 0)
    /* Translators: a day */
    return g_strdup_printf (_("agreed for %s, came in time"), day);

  return g_strdup_printf (ngettext ("agreed for %s, came %d day late",
                                    "agreed for %s, came %d days late", (gulong) late),
                          day, late);
}

/**
 * sedia_evidence_overdue: (transfer full) how late a purchase is so far.
 */
char *
sedia_evidence_overdue (int agreed,
                        int today)
{
  g_autofree char *day = sedia_day_words (agreed);
  const int late = today - agreed;

  return g_strdup_printf (ngettext ("agreed for %s, %d day late so far",
                                    "agreed for %s, %d days late so far", (gulong) late),
                          day, late);
}

/**
 * sedia_evidence_count: (transfer full) what a count found.
 */
char *
sedia_evidence_count (gint64      quantity,
                      gint64      difference,
                      guint       decimals,
                      const char *unit)
{
  g_autofree char *book = sedia_quantity_text (quantity - difference, decimals, unit);

  if (difference == 0)
    return g_strdup (_("as the book said"));

  /* Translators: a quantity */
  return g_strdup_printf (_("the book said %s"), book);
}
