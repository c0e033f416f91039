/* The shop's books, recomputed: every balance against the rows that make it. */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-db.h"
#include "sedia-number.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

typedef enum
{
  CHECK_ON_HAND,
  CHECK_PRODUCT_RESERVED,
  CHECK_OPEN,
  CHECK_INCOMING,
  CHECK_PURCHASE_RECEIVED,
  CHECK_PURCHASE_CONFIRMED,
  CHECK_BALANCE_MISSING,
  CHECK_LINE_RESERVED,
  CHECK_LINE_DELIVERED,
  CHECK_LINE_OVER,
  CHECK_RESERVED_TOO_MUCH,
  CHECK_LEFT_WAITING,
  CHECK_PLACE,
  CHECK_DUE_UNTRUE,
  CHECK_MERGED_ORDERS,
  CHECK_MERGED_TWICE,
  CHECK_CONTACT_STANDS,
  CHECK_SUBSTITUTION,
  N_CHECKS,
} Check;

static const char *const statements[N_CHECKS] = {
  [CHECK_ON_HAND] = "check-on-hand",
  [CHECK_PRODUCT_RESERVED] = "check-product-reserved",
  [CHECK_OPEN] = "check-open",
  [CHECK_INCOMING] = "check-incoming",
  [CHECK_PURCHASE_RECEIVED] = "check-purchase-received",
  [CHECK_PURCHASE_CONFIRMED] = "check-purchase-confirmed",
  [CHECK_BALANCE_MISSING] = "check-balance-missing",
  [CHECK_LINE_RESERVED] = "check-line-reserved",
  [CHECK_LINE_DELIVERED] = "check-line-delivered",
  [CHECK_LINE_OVER] = "check-line-over",
  [CHECK_RESERVED_TOO_MUCH] = "check-reserved-too-much",
  [CHECK_LEFT_WAITING] = "check-left-waiting",
  [CHECK_PLACE] = "check-place",
  [CHECK_DUE_UNTRUE] = "check-due-untrue",
  [CHECK_MERGED_ORDERS] = "check-merged-orders",
  [CHECK_MERGED_TWICE] = "check-merged-twice",
  [CHECK_CONTACT_STANDS] = "check-contact-stands",
  [CHECK_SUBSTITUTION] = "check-substitution",
};

/* A problem in words: @place is a SKU, or an order and its line as "12/1"; @kept is what stands
 * there, @made what the rows below make. */
static char *
problem_sentence (Check       check,
                  const char *place,
                  const char *kept,
                  const char *made)
{
  switch (check)
    {
    case CHECK_ON_HAND:
      return g_strdup_printf (_("Product %s: %s on hand, but its movements make %s."), place, kept,
                              made);
    case CHECK_PRODUCT_RESERVED:
      return g_strdup_printf (_("Product %s: %s reserved, but its order lines make %s."), place,
                              kept, made);
    case CHECK_OPEN:
      return g_strdup_printf (_("Product %s: a demand of %s, but its open order lines make %s."),
                              place, kept, made);
    case CHECK_INCOMING:
      return g_strdup_printf (_("Product %s: %s incoming, but its purchases make %s."), place, kept,
                              made);
    case CHECK_PURCHASE_RECEIVED:
      return g_strdup_printf (_("Purchase line %s: %s received, but its deliveries make %s."),
                              place, kept, made);
    case CHECK_PURCHASE_CONFIRMED:
      return g_strdup_printf (_("Purchase %s: whether its lines are on their way does not match "
                                "its status."),
                              place);
    case CHECK_BALANCE_MISSING:
      return g_strdup_printf (_("Product %s has no balance."), place);
    case CHECK_LINE_RESERVED:
      return g_strdup_printf (_("Order line %s: %s reserved, but its reservations make %s."), place,
                              kept, made);
    case CHECK_LINE_DELIVERED:
      return g_strdup_printf (_("Order line %s: %s delivered, but its hand-overs make %s."), place,
                              kept, made);
    case CHECK_LINE_OVER:
      return g_strdup_printf (_("Order line %s: %s beyond the order, but its hand-overs make %s."),
                              place, kept, made);
    case CHECK_RESERVED_TOO_MUCH:
      return g_strdup_printf (_("Product %s: %s reserved, but only %s on hand."), place, kept,
                              made);
    case CHECK_LEFT_WAITING:
      return g_strdup_printf (_("Product %s: %s free, while an order line waits for it."), place,
                              kept);
    case CHECK_PLACE:
      return g_strdup_printf (_("Order line %s is not at its order’s place in the queue."), place);
    case CHECK_DUE_UNTRUE:
      return g_strdup_printf (_("Order line %s: what its customer is to be told is not true."),
                              place);
    case CHECK_MERGED_ORDERS:
      return g_strdup_printf (_("Order %s belongs to a customer who was merged into another."),
                              place);
    case CHECK_CONTACT_STANDS:
      return g_strdup_printf (_("Contact %s: whether it was taken back does not match its undoes."),
                              place);
    case CHECK_SUBSTITUTION:
      return g_strdup_printf (_("Order line %s was taken instead of another customer’s line."),
                              place);
    case CHECK_MERGED_TWICE:
      return g_strdup_printf (_("Customer number %s was merged into one who was merged in turn."),
                              place);
    case N_CHECKS:
      break;
    }

  g_assert_not_reached ();
}

static gboolean
run_check (SediaDb    *db,
           Check       check,
           GPtrArray  *problems,
           GError    **error)
{
  const SediaNumberForm form = sedia_number_form_of_locale ();
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statements[check], error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const guint decimals = (guint) sedia_stmt_int64 (stmt, 3);
      g_autofree char *kept = sedia_number_format (sedia_stmt_int64 (stmt, 1), decimals, form);
      g_autofree char *made = sedia_number_format (sedia_stmt_int64 (stmt, 2), decimals, form);

      g_ptr_array_add (problems, problem_sentence (check, sedia_stmt_text (stmt, 0), kept, made));
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
check_file (SediaDb    *db,
            GPtrArray  *problems,
            GError    **error)
{
  g_autoptr (SediaStmt) integrity = sedia_db_prepare (db, "check-integrity", error);
  g_autoptr (SediaStmt) keys = integrity != NULL
                                 ? sedia_db_prepare (db, "check-foreign-keys", error)
                                 : NULL;
  SediaStep step;

  if (keys == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (integrity, error)) == SEDIA_STEP_ROW)
    if (g_strcmp0 (sedia_stmt_text (integrity, 0), "ok") != 0)
      g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s."),
                                                  sedia_stmt_text (integrity, 0)));
  if (step == SEDIA_STEP_ERROR)
    return FALSE;

  while ((step = sedia_stmt_step (keys, error)) == SEDIA_STEP_ROW)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("A row of the table “%s” refers to nothing in “%s”."),
                                      sedia_stmt_text (keys, 0), sedia_stmt_text (keys, 2)));

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_check:
 * @db: a connection
 * @error: return location
 *
 * Recomputes every balance from its rows and looks for what no command may leave behind.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence per problem; empty when all
 * is well
 */
GPtrArray *
sedia_check (SediaDb  *db,
             GError  **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  for (guint check = 0; check < N_CHECKS; check++)
    if (!run_check (db, (Check) check, problems, error))
      return NULL;

  return sedia_customer_check_keys (db, problems, error) && check_file (db, problems, error)
           ? g_steal_pointer (&problems)
           : NULL;
}
