/* What is done with the stock of one product, with what the bar says afterwards.
 *
 * The job looks at the product before and after its command, in the same transaction: the bar then
 * says what really happened, also to those for whom something was set aside.
 */
#include "config.h"

#include "sedia-stock-act.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

/* How a deed changed what there is. */
typedef struct
{
  gint64 on_hand_before;
  gint64 on_hand_after;
  gint64 reserved_before;
  gint64 reserved_after;
} Outcome;

/**
 * sedia_stock_act_new: (transfer full) a deed of which nothing more is known yet.
 */
SediaStockAct *
sedia_stock_act_new (SediaStockDeed      deed,
                     const SediaProduct *product)
{
  SediaStockAct *self = g_new0 (SediaStockAct, 1);

  self->deed = deed;
  self->product = sedia_product_copy (product);

  return self;
}

/**
 * sedia_stock_act_free: Frees a deed.
 */
void
sedia_stock_act_free (SediaStockAct *self)
{
  if (self == NULL)
    return;

  sedia_product_free (self->product);
  g_free (self->reason);
  g_free (self->note);
  g_free (self);
}

/**
 * sedia_stock_act_kind: What it is called in the log.
 */
const char *
sedia_stock_act_kind (const SediaStockAct *self)
{
  static const char *const kinds[] = { "sale", "asked", "stock-count", "stock-issue",
                                       "stock-put-in" };

  return kinds[self->deed];
}

/* ---- the command */

static gboolean
run (SediaDb              *db,
     const SediaStockAct  *self,
     gboolean              override,
     GError              **error)
{
  const SediaAmount amount = { self->product->id, self->quantity };
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  g_array_append_val (amounts, amount);

  switch (self->deed)
    {
    case SEDIA_STOCK_SELL:
      return sedia_stock_sell (db, amounts, override, error);

    case SEDIA_STOCK_ASKED:
      return sedia_stock_asked (db, amounts, error);

    case SEDIA_STOCK_COUNT:
      return sedia_stock_count (db, amounts, self->note, error);

    case SEDIA_STOCK_ISSUE:
      return sedia_stock_issue (db, amounts, self->reason, override, error);

    case SEDIA_STOCK_PUT_IN:
      return sedia_stock_put_in (db, amounts, self->note, error);
    }

  g_return_val_if_reached (FALSE);
}

/* What is set aside is only taken with a yes. Whether a yes would do is found out by doing it: the
 * job fails then all the same, and everything is rolled back.
 */
static void
ask_to_override (SediaDb              *db,
                 const SediaStockAct  *self,
                 GError               *refusal,
                 GError              **error)
{
  g_autoptr (GError) owned = refusal;
  g_autoptr (GError) rest = NULL;

  if (self->is_confirmed || !g_error_matches (owned, SEDIA_ERROR, SEDIA_ERROR_REFUSED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (run (db, self, TRUE, &rest))
    g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM, owned->message);
  else if (g_error_matches (rest, SEDIA_ERROR, SEDIA_ERROR_CONFIRM))
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM, "%s\n\n%s", owned->message,
                 rest->message);
  else
    g_propagate_error (error, g_steal_pointer (&owned));
}

/**
 * sedia_stock_act_job: Does it; its data is a #SediaStockAct.
 */
gpointer
sedia_stock_act_job (SediaDb   *db,
                     gpointer   data,
                     GError   **error)
{
  const SediaStockAct *self = data;
  g_autoptr (SediaProduct) before = sedia_product_read (db, self->product->id, error);
  g_autoptr (SediaProduct) after = NULL;
  GError *refusal = NULL;
  Outcome outcome;

  if (before == NULL)
    return NULL;
  if (!run (db, self, self->is_confirmed, &refusal))
    {
      ask_to_override (db, self, refusal, error);
      return NULL;
    }
  if (!(after = sedia_product_read (db, self->product->id, error)))
    return NULL;

  outcome = (Outcome) { before->on_hand, after->on_hand, before->reserved, after->reserved };

  return g_memdup2 (&outcome, sizeof outcome);
}

/**
 * sedia_stock_act_confirm: The person said yes.
 */
void
sedia_stock_act_confirm (gpointer data)
{
  SediaStockAct *self = data;

  self->is_confirmed = TRUE;
}

/* ---- what is said of it */

static char *
dup_amount (const SediaStockAct *self,
            gint64               amount)
{
  return sedia_format_amount (amount, self->product->decimals, self->product->unit);
}

static char *
dup_done (const SediaStockAct *self,
          const Outcome       *outcome)
{
  g_autofree char *amount = dup_amount (self, self->quantity);
  g_autofree char *before = dup_amount (self, outcome->on_hand_before);
  g_autofree char *after = dup_amount (self, outcome->on_hand_after);
  const char *name = self->product->name;

  switch (self->deed)
    {
    case SEDIA_STOCK_SELL:
      /* Translators: amount, product, amount; and so below */
      return g_strdup_printf (_("Sold – %s of %s; %s left"), amount, name, after);

    case SEDIA_STOCK_ASKED:
      return g_strdup_printf (_("Noted – %s of %s was asked for"), amount, name);

    case SEDIA_STOCK_COUNT:
      if (outcome->on_hand_before == outcome->on_hand_after)
        return g_strdup_printf (_("Counted – %s of %s, as the book said"), amount, name);
      return g_strdup_printf (_("Counted – %s of %s; the book said %s"), amount, name, before);

    case SEDIA_STOCK_ISSUE:
      return g_strdup_printf (_("Taken out – %s of %s; %s left"), amount, name, after);

    case SEDIA_STOCK_PUT_IN:
      return g_strdup_printf (_("Put in – %s of %s; now %s"), amount, name, after);
    }

  g_return_val_if_reached (NULL);
}

/* What it means for those who wait. */
static char *
dup_consequence (const SediaStockAct *self,
                 const Outcome       *outcome)
{
  const gint64 change = outcome->reserved_after - outcome->reserved_before;
  g_autofree char *amount = dup_amount (self, ABS (change));

  if (change < 0)
    return g_strdup_printf (_("%s is no longer set aside: those customers wait again."), amount);
  if (change > 0)
    return g_strdup_printf (_("%s is now set aside for those who waited."), amount);

  return NULL;
}

/**
 * sedia_stock_act_sentence:
 * @self: a deed that is done
 * @result: what its job returned
 *
 * Returns: (transfer full): what happened
 */
char *
sedia_stock_act_sentence (const SediaStockAct *self,
                          gconstpointer        result)
{
  const Outcome *outcome = result;
  g_autofree char *done = dup_done (self, outcome);
  g_autofree char *consequence = dup_consequence (self, outcome);

  if (consequence == NULL)
    return g_steal_pointer (&done);

  return g_strdup_printf ("%s. %s", done, consequence);
}
