/* Purchases: see sedia-purchase.h. */
#include "config.h"

#include "sedia-purchase.h"

#include <glib/gi18n.h>

static const char *const statuses[] = {
  [SEDIA_PURCHASE_DRAFT] = "draft",
  [SEDIA_PURCHASE_CONFIRMED] = "confirmed",
  [SEDIA_PURCHASE_CLOSED] = "closed",
  [SEDIA_PURCHASE_CANCELLED] = "cancelled",
};

/**
 * sedia_purchase_status_to_string: The status as other programs read it: `draft`, `confirmed` ...
 */
const char *
sedia_purchase_status_to_string (SediaPurchaseStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status];
}

/**
 * sedia_purchase_status_from_string: The reverse; FALSE when it is none of them.
 */
gboolean
sedia_purchase_status_from_string (const char          *text,
                                   SediaPurchaseStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (text, statuses[i]) == 0)
      {
        *status = (SediaPurchaseStatus) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_purchase_status_label: The status in the user's words.
 */
const char *
sedia_purchase_status_label (SediaPurchaseStatus status)
{
  switch (status)
    {
    case SEDIA_PURCHASE_DRAFT:
      /* Translators: how a purchase order stands: not sent to the supplier yet */
      return C_("purchase", "Draft");
    case SEDIA_PURCHASE_CONFIRMED:
      /* Translators: how a purchase order stands: something of it is still to come */
      return C_("purchase", "On its way");
    case SEDIA_PURCHASE_CLOSED:
      /* Translators: how a purchase order stands: nothing more comes of it */
      return C_("purchase", "Closed");
    case SEDIA_PURCHASE_CANCELLED:
      return C_("purchase", "Cancelled");
    }

  g_return_val_if_reached ("");
}

/**
 * sedia_difference_kind_to_string: `short`, `over` or `not-ordered`.
 */
const char *
sedia_difference_kind_to_string (SediaDifferenceKind kind)
{
  switch (kind)
    {
    case SEDIA_DIFFERENCE_SHORT:
      return "short";
    case SEDIA_DIFFERENCE_OVER:
      return "over";
    case SEDIA_DIFFERENCE_NOT_ORDERED:
      return "not-ordered";
    }

  g_return_val_if_reached ("");
}

/**
 * sedia_purchase_line_free: Frees a line of a purchase.
 */
void
sedia_purchase_line_free (SediaPurchaseLine *line)
{
  if (line == NULL)
    return;

  g_free (line->sku);
  g_free (line->product);
  g_free (line->unit);
  g_free (line->customer);
  g_free (line);
}

/**
 * sedia_purchase_free: Frees a purchase.
 */
void
sedia_purchase_free (SediaPurchase *purchase)
{
  if (purchase == NULL)
    return;

  g_free (purchase->supplier);
  g_free (purchase->phone);
  g_free (purchase->email);
  g_free (purchase->note);
  g_clear_pointer (&purchase->lines, g_ptr_array_unref);
  g_clear_pointer (&purchase->products, g_array_unref);
  g_free (purchase);
}

/**
 * sedia_difference_free: Frees a difference.
 */
void
sedia_difference_free (SediaDifference *difference)
{
  if (difference == NULL)
    return;

  g_free (difference->sku);
  g_free (difference->product);
  g_free (difference->unit);
  g_free (difference);
}

/**
 * sedia_purchase_settle:
 * @purchase: a purchase whose lines are read
 *
 * What follows from its lines: whether it is closed, and its days. Of a draft nothing is incoming
 * yet; what it would be expected is told all the same.
 */
void
sedia_purchase_settle (SediaPurchase *purchase)
{
  purchase->agreed = purchase->expected = purchase->next = SEDIA_NO_DAY;
  purchase->n_lines = purchase->lines->len;
  purchase->n_incoming = 0;
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      purchase->n_incoming += line->incoming > 0;
      purchase->agreed = MAX (purchase->agreed, line->agreed);
      if (line->expected == SEDIA_NO_DAY ||
          (line->incoming <= 0 && purchase->status != SEDIA_PURCHASE_DRAFT))
        continue;

      purchase->expected = MAX (purchase->expected, line->expected);
      purchase->next = purchase->next == SEDIA_NO_DAY ? line->expected
                                                      : MIN (purchase->next, line->expected);
    }

  if (purchase->status == SEDIA_PURCHASE_CONFIRMED && purchase->n_incoming == 0)
    purchase->status = SEDIA_PURCHASE_CLOSED;
}

/**
 * sedia_purchase_has_come: Whether anything of it has come, looking at its lines.
 */
gboolean
sedia_purchase_has_come (const SediaPurchase *purchase)
{
  for (guint i = 0; i < purchase->lines->len; i++)
    if (((const SediaPurchaseLine *) g_ptr_array_index (purchase->lines, i))->received > 0)
      return TRUE;

  return FALSE;
}

/**
 * sedia_purchase_is_late:
 * @purchase: a purchase that is settled, or of a list
 * @today: the shop's today
 *
 * Returns: whether something of it should have come before today
 */
gboolean
sedia_purchase_is_late (const SediaPurchase *purchase,
                        int                  today)
{
  return purchase->n_incoming > 0 && purchase->next != SEDIA_NO_DAY && purchase->next < today;
}

/* What is more than was ordered: on top of what the line gets already. */
static void
add_over (GArray            *parts,
          guint              first,
          SediaPurchasePart  over)
{
  if (parts->len > first)
    {
      SediaPurchasePart *before = &g_array_index (parts, SediaPurchasePart, parts->len - 1);

      if (before->line_id == over.line_id)
        {
          before->quantity += over.quantity;
          return;
        }
    }

  g_array_append_val (parts, over);
}

/**
 * sedia_purchase_share:
 * @lines: (element-type SediaPurchaseLine): the lines of a purchase, in order
 * @product_id: what came
 * @quantity: how much
 * @parts: (element-type SediaPurchasePart): what comes for which line is added here; nothing when
 *   the purchase has none of it
 *
 * Rule 6: each line gets what is still to come of it, in their order; what is more than was ordered
 * is accepted, and is the last one's.
 */
void
sedia_purchase_share (GPtrArray *lines,
                      gint64     product_id,
                      gint64     quantity,
                      GArray    *parts)
{
  const guint first = parts->len;
  gint64 last = 0;

  for (guint i = 0; i < lines->len && quantity > 0; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (lines, i);
      SediaPurchasePart part = { line->id, MIN (line->incoming, quantity) };

      if (line->product_id != product_id)
        continue;

      last = line->id;
      if (part.quantity <= 0)
        continue;
      quantity -= part.quantity;
      g_array_append_val (parts, part);
    }

  if (quantity == 0 || last == 0)
    return;

  add_over (parts, first, (SediaPurchasePart) { last, quantity });
}

static gboolean
find_sum (GArray *amounts,
          gint64  product_id,
          gint64 *sum)
{
  gboolean is_there = FALSE;

  *sum = 0;
  for (guint i = 0; i < amounts->len; i++)
    {
      const SediaAmount *amount = &g_array_index (amounts, SediaAmount, i);

      if (amount->product_id != product_id)
        continue;
      is_there = TRUE;
      *sum += amount->quantity;
    }

  return is_there;
}

static void
add_difference (GPtrArray           *differences,
                SediaDifferenceKind  kind,
                gint64               product_id,
                gint64               quantity)
{
  SediaDifference *difference = g_new0 (SediaDifference, 1);

  difference->kind = kind;
  difference->product_id = product_id;
  difference->quantity = quantity;
  g_ptr_array_add (differences, difference);
}

/**
 * sedia_purchase_compare:
 * @ordered: (element-type SediaAmount): what was still to come, line by line
 * @came: (element-type SediaAmount): what came, line by line
 *
 * Rule 6: differences from the purchase order. Several lines of one product are one.
 *
 * Returns: (transfer full) (element-type SediaDifference): where they differ, in the order of the
 *   purchase, and then what was not ordered
 */
GPtrArray *
sedia_purchase_compare (GArray *ordered,
                        GArray *came)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_difference_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ordered->len; i++)
    {
      SediaAmount *amount = &g_array_index (ordered, SediaAmount, i);
      gint64 wanted, there;

      if (!g_hash_table_add (seen, &amount->product_id))
        continue;
      find_sum (ordered, amount->product_id, &wanted);
      find_sum (came, amount->product_id, &there);
      if (there < wanted)
        add_difference (differences, SEDIA_DIFFERENCE_SHORT, amount->product_id, wanted - there);
      else if (there > wanted)
        add_difference (differences, SEDIA_DIFFERENCE_OVER, amount->product_id, there - wanted);
    }

  for (guint i = 0; i < came->len; i++)
    {
      SediaAmount *amount = &g_array_index (came, SediaAmount, i);
      gint64 there;

      if (!g_hash_table_add (seen, &amount->product_id))
        continue;
      find_sum (came, amount->product_id, &there);
      add_difference (differences, SEDIA_DIFFERENCE_NOT_ORDERED, amount->product_id, there);
    }

  return differences;
}
