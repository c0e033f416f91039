/* order add, show, list, edit, cancel, reopen, hand-over, return, reserve, release; queue list. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-number.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static gint64
order_number (const SediaCli *cli)
{
  return sedia_cli_number (sedia_cli_argument (cli, 0));
}

static char *
reply_order (SediaDb         *db,
             const SediaCli  *cli,
             gint64           order_id,
             GError         **error)
{
  g_autoptr (SediaOrder) order = sedia_order_read (db, order_id, error);

  return order != NULL ? sedia_cli_reply_order (cli, order) : NULL;
}

/* Part of one line of |order|; a quantity of nothing would be taken for everything. */
static gboolean
read_part (const SediaOrder  *order,
           const char        *word,
           SediaLinePart     *part,
           GError           **error)
{
  g_auto (SediaCliOrderLine) line = { 0 };

  if (!sedia_cli_read_order_line (word, &line, error))
    return FALSE;

  *part = (SediaLinePart) { .position = line.position };

  if (line.has_first || line.has_need_by)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is not a line and a quantity; write it like 1=2."), word);
      return FALSE;
    }

  if (line.quantity == NULL)
    return TRUE;
  if (!sedia_cli_line_quantity (order, &line, &part->quantity, error))
    return FALSE;
  if (part->quantity > 0)
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, _("“%s” is a quantity of nothing."), word);
  return FALSE;
}

/* The lines that were named; |parts| is NULL when none was. */
static gboolean
read_parts (SediaDb         *db,
            const SediaCli  *cli,
            GArray         **parts,
            GError         **error)
{
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  g_autoptr (SediaOrder) order = NULL;
  g_autoptr (GArray) list = NULL;

  *parts = NULL;
  if (words == NULL)
    return TRUE;

  order = sedia_order_read (db, order_number (cli), error);
  if (order == NULL)
    return FALSE;

  list = g_array_new (FALSE, FALSE, sizeof (SediaLinePart));
  for (guint i = 0; i < words->len; i++)
    {
      SediaLinePart part;

      if (!read_part (order, g_ptr_array_index (words, i), &part, error))
        return FALSE;

      g_array_append_val (list, part);
    }

  *parts = g_steal_pointer (&list);
  return TRUE;
}

static gboolean
read_line_drafts (SediaDb    *db,
                  GPtrArray  *words,
                  GArray     *drafts,
                  GError    **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      SediaOrderLineDraft draft;

      if (!sedia_cli_read_line_draft (db, g_ptr_array_index (words, i), &draft, error))
        return FALSE;

      g_array_append_val (drafts, draft);
    }

  return TRUE;
}

/* The line the order is taken instead of, 0 for none. */
static gboolean
read_instead_of (SediaDb     *db,
                 const char  *word,
                 gint64      *line_id,
                 GError     **error)
{
  g_autoptr (SediaOrder) order = NULL;
  gint64 order_id;
  guint position;

  *line_id = 0;
  if (word == NULL)
    return TRUE;
  if (!sedia_cli_read_line_name (word, &order_id, &position, error) ||
      !(order = sedia_order_read (db, order_id, error)))
    return FALSE;

  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      if (line->position == position)
        {
          *line_id = line->id;
          return TRUE;
        }
    }

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND, _("Order %" PRId64 " has no line %u."),
               order_id, position);
  return FALSE;
}

/**
 * sedia_cli_order_add: order add
 */
char *
sedia_cli_order_add (SediaDb   *db,
                     SediaCli  *cli,
                     GError   **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  const char *deposit = sedia_cli_get (cli, "deposit");
  SediaOrderDraft draft = {
    .all_or_nothing = sedia_cli_has (cli, "all-or-nothing"),
    .note = sedia_cli_get (cli, "note"),
    .reference = sedia_cli_get (cli, "reference"),
    .lines = lines,
  };
  gint64 order_id;

  draft.customer_id = sedia_cli_find_customer (db, sedia_cli_get (cli, "customer"), FALSE, error);
  if (draft.customer_id == 0)
    return NULL;
  if (deposit != NULL &&
      !sedia_cli_read_quantity (deposit, SEDIA_MONEY_DECIMALS, &draft.deposit, error))
    return NULL;

  if (!read_instead_of (db, sedia_cli_get (cli, "instead-of"), &draft.instead_of, error) ||
      !read_line_drafts (db, sedia_cli_get_all (cli, "line"), lines, error) ||
      !sedia_order_place (db, &draft, &order_id, error))
    return NULL;

  return reply_order (db, cli, order_id, error);
}

/**
 * sedia_cli_order_show: order show N
 */
char *
sedia_cli_order_show (SediaDb   *db,
                      SediaCli  *cli,
                      GError   **error)
{
  return reply_order (db, cli, order_number (cli), error);
}

static void
keep_status (GPtrArray  *orders,
             const char *status)
{
  for (guint i = orders->len; i > 0; i--)
    {
      const SediaOrder *order = g_ptr_array_index (orders, i - 1);

      if (!g_str_equal (sedia_order_status_to_string (sedia_order_status (order)), status))
        g_ptr_array_remove_index (orders, i - 1);
    }
}

/**
 * sedia_cli_order_list: order list
 */
char *
sedia_cli_order_list (SediaDb   *db,
                      SediaCli  *cli,
                      GError   **error)
{
  const char *customer = sedia_cli_get (cli, "customer");
  const char *status = sedia_cli_get (cli, "status");
  gint64 limit = sedia_cli_number (sedia_cli_get (cli, "limit"));
  g_autoptr (GPtrArray) orders = NULL;
  gint64 customer_id = 0;

  if (customer != NULL && (customer_id = sedia_cli_find_customer (db, customer, TRUE, error)) == 0)
    return NULL;

  orders = sedia_order_list (db, customer_id, status == NULL ? (guint) MIN (limit, G_MAXINT) : 0,
                             error);
  if (orders == NULL)
    return NULL;

  if (status != NULL)
    keep_status (orders, status);
  if (limit > 0 && orders->len > limit)
    g_ptr_array_set_size (orders, (int) limit);

  return sedia_cli_reply_list (cli, &sedia_cli_order_shape, orders);
}

static gboolean
edit_line (SediaDb           *db,
           const SediaOrder  *order,
           const char        *word,
           GError           **error)
{
  g_auto (SediaCliOrderLine) line = { 0 };
  gint64 ordered;

  if (!sedia_cli_read_order_line (word, &line, error))
    return FALSE;

  if (line.quantity == NULL && !line.has_need_by && !line.has_first)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” does not say what changes; write it like 1=2."), word);
      return FALSE;
    }

  if (line.has_need_by &&
      !sedia_order_set_need_by (db, order->id, line.position, line.need_by, error))
    return FALSE;
  if (line.has_first && !sedia_order_set_first (db, order->id, line.position, line.first, error))
    return FALSE;
  if (line.quantity == NULL)
    return TRUE;

  return sedia_cli_line_quantity (order, &line, &ordered, error) &&
         sedia_order_edit_line (db, order->id, line.position, ordered, error);
}

/**
 * sedia_cli_order_edit: order edit N
 */
char *
sedia_cli_order_edit (SediaDb   *db,
                      SediaCli  *cli,
                      GError   **error)
{
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  g_autoptr (SediaOrder) order = sedia_order_read (db, order_number (cli), error);

  if (order == NULL)
    return NULL;

  for (guint i = 0; i < words->len; i++)
    if (!edit_line (db, order, g_ptr_array_index (words, i), error))
      return NULL;

  return reply_order (db, cli, order->id, error);
}

/**
 * sedia_cli_order_cancel: order cancel N
 */
char *
sedia_cli_order_cancel (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (GArray) parts = NULL;

  if (!read_parts (db, cli, &parts, error) ||
      !sedia_order_cancel (db, order_number (cli), parts, error))
    return NULL;

  return reply_order (db, cli, order_number (cli), error);
}

/**
 * sedia_cli_order_reopen: order reopen N
 */
char *
sedia_cli_order_reopen (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  if (!sedia_order_reopen (db, order_number (cli), error))
    return NULL;

  return reply_order (db, cli, order_number (cli), error);
}

/**
 * sedia_cli_order_hand_over: order hand-over N
 */
char *
sedia_cli_order_hand_over (SediaDb   *db,
                           SediaCli  *cli,
                           GError   **error)
{
  g_autoptr (GArray) parts = NULL;

  if (!read_parts (db, cli, &parts, error) ||
      !sedia_order_hand_over (db, order_number (cli), parts, sedia_cli_has (cli, "over"), error))
    return NULL;

  return reply_order (db, cli, order_number (cli), error);
}

/**
 * sedia_cli_order_return: order return N
 */
char *
sedia_cli_order_return (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  SediaSettlement settlement = SEDIA_RETURN_REFUND;
  g_autoptr (GArray) parts = NULL;

  if (sedia_cli_has (cli, "exchange"))
    settlement = SEDIA_RETURN_EXCHANGE;

  if (!read_parts (db, cli, &parts, error) ||
      !sedia_order_return (db, order_number (cli), parts, settlement,
                           sedia_cli_has (cli, "damaged"), error))
    return NULL;

  return reply_order (db, cli, order_number (cli), error);
}

/**
 * sedia_cli_order_reserve: order reserve N
 */
char *
sedia_cli_order_reserve (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (GArray) parts = NULL;

  if (!read_parts (db, cli, &parts, error) ||
      !sedia_order_reserve (db, order_number (cli), parts, sedia_cli_has (cli, "override"), error))
    return NULL;

  return reply_order (db, cli, order_number (cli), error);
}

/**
 * sedia_cli_order_release: order release N
 */
char *
sedia_cli_order_release (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  g_autoptr (GArray) parts = NULL;

  if (!read_parts (db, cli, &parts, error) ||
      !sedia_order_release (db, order_number (cli), parts, error))
    return NULL;

  return reply_order (db, cli, order_number (cli), error);
}

/**
 * sedia_cli_queue_list: queue list
 */
char *
sedia_cli_queue_list (SediaDb   *db,
                      SediaCli  *cli,
                      GError   **error)
{
  const char *sku = sedia_cli_get (cli, "product");
  const char *name = sedia_cli_get (cli, "customer");
  g_autoptr (SediaProduct) product = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 customer_id = 0;

  if (sku != NULL && (product = sedia_cli_find_product (db, sku, error)) == NULL)
    return NULL;
  if (name != NULL && (customer_id = sedia_cli_find_customer (db, name, TRUE, error)) == 0)
    return NULL;

  lines = sedia_queue_list (db, product != NULL ? product->id : 0, customer_id, error);
  if (lines == NULL)
    return NULL;

  return sedia_cli_reply_list (cli, &sedia_cli_queue_shape, lines);
}
