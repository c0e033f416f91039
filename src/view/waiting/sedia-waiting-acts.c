/* What can be done to a waiting line, with what the bar says afterwards.
 *
 * Each job looks at the line before and after its command, in the same transaction: the bar then
 * says what really happened, also when somebody else was faster.
 */
#include "config.h"

#include "sedia-waiting-acts.h"

#include "sedia-act.h"
#include "sedia-ask.h"
#include "sedia-format.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaWaitingDeed deed;
  gint64 line_id;
  gint64 order_id;
  guint position;
  guint decimals;
  char *unit;
  char *product;
  char *customer;
  gboolean was_held;
  gboolean is_confirmed;
} Command;

static void
command_free (gpointer data)
{
  Command *self = data;

  g_free (self->unit);
  g_free (self->product);
  g_free (self->customer);
  g_free (self);
}

static gint64
measure (SediaWaitingDeed      deed,
         const SediaOrderLine *line)
{
  switch (deed)
    {
    case SEDIA_WAITING_RESERVE:
      return line->reserved;

    case SEDIA_WAITING_RELEASE:
      return -line->reserved;

    case SEDIA_WAITING_HAND_OVER:
      return line->delivered;

    case SEDIA_WAITING_CANCEL:
      return line->cancelled;
    }

  return 0;
}

static gboolean
run_command (SediaDb        *db,
             const Command  *self,
             GArray         *parts,
             GError        **error)
{
  switch (self->deed)
    {
    case SEDIA_WAITING_RESERVE:
      return sedia_order_reserve (db, self->order_id, parts, self->is_confirmed, error);

    case SEDIA_WAITING_RELEASE:
      return sedia_order_release (db, self->order_id, parts, error);

    case SEDIA_WAITING_HAND_OVER:
      return sedia_order_hand_over (db, self->order_id, parts, self->is_confirmed, error);

    case SEDIA_WAITING_CANCEL:
      return sedia_order_cancel (db, self->order_id, parts, error);
    }

  return FALSE;
}

static gpointer
deed_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Command *self = data;
  const SediaLinePart part = { self->position, 0 };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaLinePart));
  g_autoptr (SediaOrderLine) before = NULL;
  g_autoptr (SediaOrderLine) after = NULL;
  gint64 amount;

  g_array_append_val (parts, part);

  if (!(before = sedia_order_line_read (db, self->line_id, error)) ||
      !run_command (db, self, parts, error) ||
      !(after = sedia_order_line_read (db, self->line_id, error)))
    return NULL;

  amount = measure (self->deed, after) - measure (self->deed, before);

  return g_memdup2 (&amount, sizeof amount);
}

static void
confirmed_cb (gpointer data)
{
  Command *self = data;

  self->is_confirmed = TRUE;
}

static char *
done_cb (GtkWidget *widget,
         gpointer   result,
         gpointer   data)
{
  const Command *self = data;
  const gint64 amount = *(const gint64 *) result;
  g_autofree char *text = sedia_format_amount (amount, self->decimals, self->unit);

  if (amount == 0 && self->deed == SEDIA_WAITING_RESERVE && self->was_held)
    return g_strdup_printf (_("In the queue again – %s for %s"), self->product, self->customer);
  if (amount == 0)
    return g_strdup (_("Nothing to change: somebody was faster"));

  switch (self->deed)
    {
    /* Translators: amount, product, customer; and so below */
    case SEDIA_WAITING_RESERVE:
      return g_strdup_printf (_("Reserved – %s of %s for %s"), text, self->product, self->customer);

    case SEDIA_WAITING_RELEASE:
      return g_strdup_printf (_("Released – %s of %s; %s waits until it is reserved again"), text,
                              self->product, self->customer);

    case SEDIA_WAITING_HAND_OVER:
      return g_strdup_printf (_("Handed over – %s of %s to %s"), text, self->product,
                              self->customer);

    case SEDIA_WAITING_CANCEL:
      return g_strdup_printf (_("Cancelled – %s of %s for %s"), text, self->product,
                              self->customer);
    }

  return NULL;
}

/**
 * sedia_waiting_can:
 * @deed: what to do
 * @line: (nullable): to which line
 *
 * Returns: whether it makes sense to try
 */
gboolean
sedia_waiting_can (SediaWaitingDeed      deed,
                   const SediaOrderLine *line)
{
  if (line == NULL)
    return FALSE;

  switch (deed)
    {
    case SEDIA_WAITING_RESERVE:
      return sedia_order_line_waiting (line) > 0;

    case SEDIA_WAITING_RELEASE:
    case SEDIA_WAITING_HAND_OVER:
      return line->reserved > 0;

    case SEDIA_WAITING_CANCEL:
      return sedia_order_line_open (line) > 0;
    }

  return FALSE;
}

static Command *
command_new (SediaWaitingDeed      deed,
             const SediaOrderLine *line)
{
  Command *command = g_new0 (Command, 1);

  command->deed = deed;
  command->was_held = line->held;
  command->line_id = line->id;
  command->order_id = line->order_id;
  command->position = line->position;
  command->decimals = line->decimals;
  command->unit = g_strdup (line->unit);
  command->product = g_strdup (line->product);
  command->customer = g_strdup (line->customer);

  return command;
}

static void
run (Command    *command,
     GtkWidget  *widget,
     SediaStore *store)
{
  static const char *const kinds[] = { "order-reserve", "order-release", "hand-over",
                                       "order-cancel" };

  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = kinds[command->deed] },
                                  .job = deed_job,
                                  .data = command,
                                  .data_free = command_free,
                                  .result_free = g_free,
                                  .confirmed = confirmed_cb,
                                  .done = done_cb,
                                });
}

/**
 * sedia_waiting_do:
 * @deed: what to do
 * @widget: who asks
 * @store: where
 * @line: to which line, all there is of it
 */
void
sedia_waiting_do (SediaWaitingDeed      deed,
                  GtkWidget            *widget,
                  SediaStore           *store,
                  const SediaOrderLine *line)
{
  g_return_if_fail (line != NULL);

  run (command_new (deed, line), widget, store);
}

/* The question holds what it is about: by the time of the answer the row may be another. */
typedef struct
{
  SediaStore *store;
  Command *command; /* NULL once it runs */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->command, command_free);
  g_object_unref (question->store);
  g_free (question);
}

static void
answered_cb (GtkWidget *widget,
             gboolean   is_yes,
             gpointer   data)
{
  Question *question = data;

  if (is_yes)
    run (g_steal_pointer (&question->command), widget, question->store);
}

/**
 * sedia_waiting_ask_cancel:
 * @widget: who asks
 * @store: where
 * @line: which line
 *
 * Cancels what is open of the line after a yes: for a key that is pressed by mistake easily.
 */
void
sedia_waiting_ask_cancel (GtkWidget            *widget,
                          SediaStore           *store,
                          const SediaOrderLine *line)
{
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  Question *question;

  g_return_if_fail (line != NULL);

  if (!sedia_waiting_can (SEDIA_WAITING_CANCEL, line))
    return;

  question = g_new0 (Question, 1);
  question->store = g_object_ref (store);
  question->command = command_new (SEDIA_WAITING_CANCEL, line);

  amount = sedia_format_amount (sedia_order_line_open (line), line->decimals, line->unit);
  text = g_strdup_printf (_("%s of %s for %s"), amount, line->product, line->customer);
  sedia_ask (widget, &(SediaQuestion) {
                       .title = _("Cancel the rest of this line?"),
                       .text = text,
                       .no = _("_Keep"),
                       .yes = _("_Cancel the Rest"),
                     }, answered_cb, question, question_free);
}

/* ---- telling a customer */

typedef struct
{
  gint64 customer_id;
  char *customer;
  char *note;
  SediaChannel channel;
  SediaOutcome outcome;
} Telling;

static void
telling_free (gpointer data)
{
  Telling *self = data;

  g_free (self->customer);
  g_free (self->note);
  g_free (self);
}

static gpointer
tell_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Telling *self = data;

  const SediaTelling telling = {
    .customer_id = self->customer_id,
    .channel = self->channel,
    .outcome = self->outcome,
    .text = self->note,
    .until = SEDIA_NO_DAY,
  };

  return sedia_contact_told (db, &telling, error) ? SEDIA_DONE : NULL;
}

static char *
told_cb (GtkWidget *widget,
         gpointer   result,
         gpointer   data)
{
  const Telling *self = data;

  switch (self->outcome)
    {
    case SEDIA_OUTCOME_REACHED:
      return g_strdup_printf (_("Noted – %s has been told"), self->customer);

    case SEDIA_OUTCOME_NO_ANSWER:
      return g_strdup_printf (_("Noted – no answer from %s"), self->customer);

    case SEDIA_OUTCOME_MESSAGE:
      return g_strdup_printf (_("Noted – a message was left for %s"), self->customer);
    }

  return NULL;
}

/**
 * sedia_waiting_tell:
 * @widget: who asks
 * @store: where
 * @customer_id: who was told, or not reached
 * @customer: the name
 * @channel: how
 * @outcome: what came of it
 * @note: (nullable): what was said
 */
void
sedia_waiting_tell (GtkWidget    *widget,
                    SediaStore   *store,
                    gint64        customer_id,
                    const char   *customer,
                    SediaChannel  channel,
                    SediaOutcome  outcome,
                    const char   *note)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->customer_id = customer_id;
  telling->customer = g_strdup (customer);
  telling->note = g_strdup (note);
  telling->channel = channel;
  telling->outcome = outcome;

  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = "contact-told" },
                                  .job = tell_job,
                                  .data = telling,
                                  .data_free = telling_free,
                                  .done = told_cb,
                                });
}
