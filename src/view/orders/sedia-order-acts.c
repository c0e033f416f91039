/* What is done to an order as a whole: see sedia-order-acts.h. */
#include "config.h"

#include "sedia-order-acts.h"

#include "sedia-act.h"
#include "sedia-ask.h"
#include "sedia-form.h"

#include <glib/gi18n.h>
#include <inttypes.h>

typedef enum
{
  DEED_CANCEL,
  DEED_REOPEN,
  DEED_HAND_OVER,
  DEED_RETURN,
  DEED_GIVE_BACK,
} Deed;

typedef struct
{
  Deed deed;
  gint64 order_id;
  char *customer;
  SediaOrderParts parts;
  gboolean is_confirmed;
} Command;

static void
command_free (gpointer data)
{
  Command *self = data;

  g_free (self->customer);
  g_clear_pointer (&self->parts.parts, g_array_unref);
  g_free (self);
}

static gboolean
run_command (SediaDb        *db,
             const Command  *self,
             GError        **error)
{
  switch (self->deed)
    {
    case DEED_CANCEL:
      return sedia_order_cancel (db, self->order_id, NULL, error);

    case DEED_REOPEN:
      return sedia_order_reopen (db, self->order_id, error);

    case DEED_HAND_OVER:
      return sedia_order_hand_over (db, self->order_id, self->parts.parts, self->is_confirmed,
                                    error);

    case DEED_RETURN:
      return sedia_order_return (db, self->order_id, self->parts.parts, self->parts.settlement,
                                 self->parts.is_damaged, error);

    case DEED_GIVE_BACK:
      return sedia_deposit_give_back (db, self->order_id, 0, error);
    }

  return FALSE;
}

/* The order as it stands afterwards: the bar says what really happened. */
static gpointer
deed_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Command *self = data;

  return run_command (db, self, error) ? sedia_order_read (db, self->order_id, error) : NULL;
}

static void
confirmed_cb (gpointer data)
{
  ((Command *) data)->is_confirmed = TRUE;
}

static char *
handed_over_sentence (const SediaOrder *order)
{
  guint n_owed = 0;

  for (guint i = 0; i < order->lines->len; i++)
    n_owed += sedia_order_line_open (g_ptr_array_index (order->lines, i)) > 0;

  if (n_owed == 0)
    return g_strdup_printf (_("Handed over – order %" PRId64 " of %s is complete"), order->id,
                            order->customer);

  return g_strdup_printf (ngettext ("Handed over – %u line of order %" PRId64 " is still owed",
                                    "Handed over – %u lines of order %" PRId64 " are still owed",
                                    n_owed), n_owed, order->id);
}

static char *
done_cb (GtkWidget *widget,
         gpointer   result,
         gpointer   data)
{
  const Command *self = data;

  if (SEDIA_IS_FORM (widget))
    sedia_form_finish (SEDIA_FORM (widget));

  switch (self->deed)
    {
    case DEED_CANCEL:
      return g_strdup_printf (_("Cancelled – all that was open of order %" PRId64 " for %s"),
                              self->order_id, self->customer);

    case DEED_REOPEN:
      return g_strdup_printf (_("Reopened – order %" PRId64 " of %s"), self->order_id,
                              self->customer);

    case DEED_HAND_OVER:
      return handed_over_sentence (result);

    case DEED_RETURN:
      if (self->parts.settlement == SEDIA_RETURN_EXCHANGE)
        return g_strdup_printf (_("Came back – order %" PRId64 " of %s is owed it again"),
                                self->order_id, self->customer);
      return g_strdup_printf (_("Came back – from order %" PRId64 " of %s, against money"),
                              self->order_id, self->customer);

    case DEED_GIVE_BACK:
      return g_strdup_printf (_("Noted – %s has the deposit of order %" PRId64 " back"),
                              self->customer, self->order_id);
    }

  return NULL;
}

static void
run (Deed                   deed,
     GtkWidget             *widget,
     SediaStore            *store,
     const SediaOrder      *order,
     const SediaOrderParts *parts)
{
  static const char *const kinds[] = {
    [DEED_CANCEL] = "order-cancel",
    [DEED_REOPEN] = "order-reopen",
    [DEED_HAND_OVER] = "hand-over",
    [DEED_RETURN] = "return",
    [DEED_GIVE_BACK] = "deposit-return",
  };
  Command *command = g_new0 (Command, 1);
  g_autofree char *receipt = NULL;

  /* By its number: among the deposits that are held the order does not stand any more. */
  if (deed == DEED_GIVE_BACK)
    receipt = g_strdup_printf ("win.print-deposit(int64 %" PRId64 ")", order->id);

  command->deed = deed;
  command->order_id = order->id;
  command->customer = g_strdup (order->customer);
  if (parts != NULL)
    {
      command->parts = *parts;
      command->parts.parts = g_array_ref (parts->parts);
    }

  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = kinds[deed] },
                                  .job = deed_job,
                                  .data = command,
                                  .data_free = command_free,
                                  .result_free = (GDestroyNotify) sedia_order_free,
                                  .confirmed = confirmed_cb,
                                  .done = done_cb,
                                  .show_label = _("Print Receipt…"),
                                  .show_action = receipt,
                                });
}

/* What a question is about, until it is answered. */
typedef struct
{
  SediaStore *store;
  SediaOrder order; /* its number and customer alone */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->store);
  g_free (asked->order.customer);
  g_free (asked);
}

static void
cancel_answered (GtkWidget *widget,
                 gboolean   is_yes,
                 gpointer   data)
{
  Asked *asked = data;

  if (is_yes)
    run (DEED_CANCEL, widget, asked->store, &asked->order, NULL);
}

/**
 * sedia_order_ask_cancel:
 * @widget: who asks
 * @store: where
 * @order: which
 *
 * Cancels all that is open, after a question.
 */
void
sedia_order_ask_cancel (GtkWidget        *widget,
                        SediaStore       *store,
                        const SediaOrder *order)
{
  g_autofree char *title = g_strdup_printf (_("Cancel Order %" PRId64 "?"), order->id);
  g_autofree char *text = NULL;
  Asked *asked = g_new0 (Asked, 1);

  text = g_strdup_printf (_("All that is still open for %s is given up; what was set aside serves "
                            "the next in the queue."), order->customer);
  asked->store = g_object_ref (store);
  asked->order.id = order->id;
  asked->order.customer = g_strdup (order->customer);
  sedia_ask (widget, &(SediaQuestion) {
                       .title = title,
                       .text = text,
                       .no = _("_Keep the Order"),
                       .yes = _("_Cancel the Order"),
                       .is_careful = TRUE,
                     }, cancel_answered, asked, asked_free);
}

/**
 * sedia_order_do_reopen:
 * @widget: who asks
 * @store: where
 * @order: which
 *
 * What was cancelled is wanted after all.
 */
void
sedia_order_do_reopen (GtkWidget        *widget,
                       SediaStore       *store,
                       const SediaOrder *order)
{
  run (DEED_REOPEN, widget, store, order, NULL);
}

/**
 * sedia_order_do_give_back:
 * @widget: who asks
 * @store: where
 * @order: which
 *
 * Notes that the customer has their deposit back, as much of it as is due.
 */
void
sedia_order_do_give_back (GtkWidget        *widget,
                          SediaStore       *store,
                          const SediaOrder *order)
{
  run (DEED_GIVE_BACK, widget, store, order, NULL);
}

/**
 * sedia_order_do_hand_over:
 * @widget: who asks; a form is closed when it is done
 * @store: where
 * @order: which
 * @parts: what goes over the counter
 */
void
sedia_order_do_hand_over (GtkWidget             *widget,
                          SediaStore            *store,
                          const SediaOrder      *order,
                          const SediaOrderParts *parts)
{
  run (DEED_HAND_OVER, widget, store, order, parts);
}

/**
 * sedia_order_do_return:
 * @widget: who asks; a form is closed when it is done
 * @store: where
 * @order: which
 * @parts: what comes back, and how it is settled
 */
void
sedia_order_do_return (GtkWidget             *widget,
                       SediaStore            *store,
                       const SediaOrder      *order,
                       const SediaOrderParts *parts)
{
  run (DEED_RETURN, widget, store, order, parts);
}
