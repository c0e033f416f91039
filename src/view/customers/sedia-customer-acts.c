/* What can be done to a customer, with what the bar says afterwards. */
#include "config.h"

#include "sedia-customer-acts.h"

#include "sedia-act.h"
#include "sedia-ask.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaStore *store;
  gint64 id;
  char *name;
  gboolean archived;
} Command;

static Command *
command_new (SediaStore          *store,
             const SediaCustomer *customer)
{
  Command *self = g_new0 (Command, 1);

  self->store = g_object_ref (store);
  self->id = customer->id;
  self->name = g_strdup (customer->name);

  return self;
}

static void
command_free (gpointer data)
{
  Command *self = data;

  g_object_unref (self->store);
  g_free (self->name);
  g_free (self);
}

/* ---- putting away */

static gpointer
archive_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  const Command *self = data;
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, self->id, error);

  if (customer == NULL)
    return NULL;
  customer->archived = self->archived;

  return sedia_customer_save (db, customer, error) ? SEDIA_DONE : NULL;
}

static char *
archived_cb (GtkWidget *widget,
             gpointer   result,
             gpointer   data)
{
  const Command *self = data;

  return g_strdup_printf (self->archived ? _("Archived – %s") : _("Back in the lists – %s"),
                          self->name);
}

/**
 * sedia_customer_set_archived:
 * @widget: who asks
 * @store: where
 * @customer: whom
 * @archived: whether to leave them out of the lists
 */
void
sedia_customer_set_archived (GtkWidget           *widget,
                             SediaStore          *store,
                             const SediaCustomer *customer,
                             gboolean             archived)
{
  Command *command = command_new (store, customer);

  command->archived = archived;
  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = "customer-edit" },
                                  .job = archive_job,
                                  .data = command,
                                  .data_free = command_free,
                                  .done = archived_cb,
                                });
}

/* ---- forgetting */

static gpointer
erase_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_customer_erase (db, ((const Command *) data)->id, error) ? SEDIA_DONE : NULL;
}

/* The name is not said any more, here neither. */
static char *
erased_cb (GtkWidget *widget,
           gpointer   result,
           gpointer   data)
{
  return g_strdup (_("Erased; what they bought stays in the books, without a name"));
}

static void
erase_answered (GtkWidget *widget,
                gboolean   is_yes,
                gpointer   data)
{
  const Command *asked = data;
  const SediaCustomer customer = { .id = asked->id, .name = asked->name };

  if (is_yes)
    sedia_act_run (widget, asked->store, &(SediaActRun) {
                                           .act = { .kind = "customer-erase" },
                                           .job = erase_job,
                                           .data = command_new (asked->store, &customer),
                                           .data_free = command_free,
                                           .done = erased_cb,
                                         });
}

/**
 * sedia_customer_ask_erase:
 * @widget: who asks
 * @store: where
 * @customer: whom to forget
 *
 * Forgets the customer after a yes.
 */
void
sedia_customer_ask_erase (GtkWidget           *widget,
                          SediaStore          *store,
                          const SediaCustomer *customer)
{
  g_autofree char *title = g_strdup_printf (_("Erase %s?"), customer->name);

  sedia_ask (widget, &(SediaQuestion) {
                       .title = title,
                       .text = _("Name, phone number, email, notes and what was said to them are "
                                 "forgotten everywhere, in the log too. What they bought stays in "
                                 "the books, without a name.\n\nThis cannot be undone. To only "
                                 "leave them out of the lists, archive them."),
                       .no = _("_Keep"),
                       .yes = _("_Erase"),
                       .is_destructive = TRUE,
                     }, erase_answered, command_new (store, customer), command_free);
}
