/* Jobs of the order pages. They run on the store's threads and touch no widget. */
#include "config.h"

#include "sedia-order-jobs.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#define MAX_COMPLETIONS 8

/**
 * sedia_place_args_free: Frees an order that was to be placed.
 */
void
sedia_place_args_free (SediaPlaceArgs *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->phone);
  g_free (self->note);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

gpointer
sedia_customer_complete_job (SediaDb   *db,
                             gpointer   typed,
                             GError   **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_CUSTOMERS);
  g_autoptr (GArray) ids = NULL;

  query->search = g_strdup (typed);
  ids = sedia_list_head (db, query, MAX_COMPLETIONS, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

gpointer
sedia_order_preview_job (SediaDb   *db,
                         gpointer   data,
                         GError   **error)
{
  const SediaOrderPreviewArgs *args = data;

  return sedia_order_preview (db, args->lines, args->deposit, error);
}

void
sedia_order_preview_args_free (SediaOrderPreviewArgs *args)
{
  g_array_unref (args->lines);
  g_free (args);
}

gpointer
sedia_order_line_job (SediaDb   *db,
                      gpointer   line_id,
                      GError   **error)
{
  g_autoptr (SediaOrderLine) line = sedia_order_line_read (db, *(const gint64 *) line_id, error);

  if (line == NULL || sedia_order_line_open (line) > 0)
    return g_steal_pointer (&line);

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               _("Nothing of %s is open any more in line %u of order %" PRId64
                 ", so nothing can be taken instead of it."),
               line->product, line->position, line->order_id);
  return NULL;
}

/* Somebody new: entered in the same action, so that one undo takes both back. */
static gint64
add_customer (SediaDb               *db,
              const SediaPlaceArgs  *args,
              GError               **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();

  customer->name = g_strdup (args->name);
  customer->phone = g_strdup (args->phone);

  return sedia_customer_save (db, customer, error) ? customer->id : 0;
}

static void
count_lines (const SediaOrder *order,
             guint            *n_ready,
             guint            *n_waiting)
{
  *n_ready = *n_waiting = 0;
  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *line = g_ptr_array_index (order->lines, i);

      if (sedia_order_line_waiting (line) > 0)
        (*n_waiting)++;
      else
        (*n_ready)++;
    }
}

gpointer
sedia_order_place_job (SediaDb   *db,
                       gpointer   data,
                       GError   **error)
{
  const SediaPlaceArgs *args = data;
  g_autoptr (SediaOrder) order = NULL;
  gint64 order_id = 0;
  guint n_ready;
  guint n_waiting;
  SediaOrderDraft draft = {
    .customer_id = args->customer_id,
    .all_or_nothing = args->all_or_nothing,
    .deposit = args->deposit,
    .note = args->note,
    .lines = args->lines,
    .draft_id = args->draft_id,
    .instead_of = args->instead_of,
  };

  if (draft.customer_id == 0 && !(draft.customer_id = add_customer (db, args, error)))
    return NULL;
  if (!sedia_order_place (db, &draft, &order_id, error) ||
      !(order = sedia_order_read (db, order_id, error)))
    return NULL;

  count_lines (order, &n_ready, &n_waiting);

  return g_strdup_printf ("%" PRId64 " %" PRId64 " %u %u", order_id, sedia_operation_current (db),
                          n_ready, n_waiting);
}

/**
 * sedia_placed_read:
 * @self: (out): what it says
 * @text: what sedia_order_place_job() returned
 *
 * Returns: whether @text says it
 */
gboolean
sedia_placed_read (SediaPlaced *self,
                   const char  *text)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *self = (SediaPlaced) { 0 };
  return text != NULL && sscanf (text, "%" SCNd64 " %" SCNd64 " %u %u", &self->order_id,
                                 &self->operation_id, &self->n_ready, &self->n_waiting) == 4;
}
