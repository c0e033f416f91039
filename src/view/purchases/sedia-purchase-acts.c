/* What is done to a purchase as a whole: see sedia-purchase-acts.h. */
#include "config.h"

#include "sedia-purchase-acts.h"

#include "sedia-act.h"
#include "sedia-form.h"
#include "sedia-id-set.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

typedef enum
{
  DEED_CONFIRM,
  DEED_CLOSE,
  DEED_CANCEL,
  DEED_EXPECT,
} Deed;

typedef struct
{
  Deed deed;
  gint64 purchase_id;
  char *supplier;
  GArray *positions; /* (nullable) */
  int day;
} Command;

/* What came of it. */
typedef struct
{
  guint n_due; /* customers who wait for it, and must be told */
} Outcome;

static void
command_free (gpointer data)
{
  Command *self = data;

  g_free (self->supplier);
  g_clear_pointer (&self->positions, g_array_unref);
  g_free (self);
}

static gboolean
run_command (SediaDb        *db,
             const Command  *self,
             GError        **error)
{
  switch (self->deed)
    {
    case DEED_CONFIRM:
      return sedia_purchase_confirm (db, self->purchase_id, error);

    case DEED_CLOSE:
      return sedia_purchase_close (db, self->purchase_id, NULL, error);

    case DEED_CANCEL:
      return sedia_purchase_cancel (db, self->purchase_id, error);

    case DEED_EXPECT:
      return sedia_purchase_expect (db, self->purchase_id, self->positions, self->day, error);
    }

  return FALSE;
}

/* ---- whom it concerns */

static gboolean
add_waiting (SediaDb     *db,
             gint64       purchase_id,
             GHashTable  *customers,
             GError     **error)
{
  g_autoptr (GPtrArray) waiting = sedia_purchase_list_waiting (db, purchase_id, error);

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    sedia_id_set_add (customers,
                      ((const SediaOrderLine *) g_ptr_array_index (waiting, i))->customer_id);

  return waiting != NULL;
}

static gboolean
count_due (SediaDb     *db,
           GHashTable  *customers,
           guint       *n_due,
           GError     **error)
{
  GHashTableIter iter;
  gpointer customer_id;

  *n_due = 0;
  g_hash_table_iter_init (&iter, customers);
  while (g_hash_table_iter_next (&iter, &customer_id, NULL))
    {
      g_auto (SediaDue) due = { 0 };
      gboolean is_due;

      if (!sedia_due_of (db, *(const gint64 *) customer_id, sedia_time_now (), &is_due, &due,
                         error))
        return FALSE;
      *n_due += is_due && !due.do_not_contact;
    }

  return TRUE;
}

/* Those who waited for it before, and those who do then: a draft has nobody until it is ordered. */
static gpointer
deed_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const Command *self = data;
  g_autoptr (GHashTable) customers = sedia_id_set_new ();
  g_autofree Outcome *outcome = g_new0 (Outcome, 1);

  return add_waiting (db, self->purchase_id, customers, error) && run_command (db, self, error) &&
             add_waiting (db, self->purchase_id, customers, error) &&
             count_due (db, customers, &outcome->n_due, error)
           ? g_steal_pointer (&outcome)
           : NULL;
}

/* ---- what is said */

static char *
dup_expected (const Command *self)
{
  g_autofree char *day = NULL;

  if (self->day == SEDIA_NO_DAY)
    return g_strdup_printf (_("Noted – nobody knows when purchase %" PRId64 " comes"),
                            self->purchase_id);

  day = sedia_day_words (self->day);

  /* Translators: a number, a day */
  return g_strdup_printf (_("Noted – purchase %" PRId64 " is expected on %s"), self->purchase_id,
                          day);
}

static char *
dup_done (const Command *self)
{
  switch (self->deed)
    {
    case DEED_CONFIRM:
      return g_strdup_printf (_("Ordered – purchase %" PRId64 " from %s is on its way"),
                              self->purchase_id, self->supplier);

    case DEED_CLOSE:
      return g_strdup_printf (_("Closed – nothing more comes of purchase %" PRId64 " from %s"),
                              self->purchase_id, self->supplier);

    case DEED_CANCEL:
      return g_strdup_printf (_("Cancelled – purchase %" PRId64 " from %s"), self->purchase_id,
                              self->supplier);

    case DEED_EXPECT:
      return dup_expected (self);
    }

  return NULL;
}

static char *
done_cb (GtkWidget *widget,
         gpointer   result,
         gpointer   data)
{
  const Outcome *outcome = result;
  g_autofree char *done = dup_done (data);

  if (SEDIA_IS_FORM (widget))
    sedia_form_finish (SEDIA_FORM (widget));
  if (outcome->n_due == 0)
    return g_steal_pointer (&done);

  /* Translators: what was done to a purchase order, how many wait for it and must hear of it */
  return g_strdup_printf (ngettext ("%s; %u customer must be told", "%s; %u customers must be told",
                                    outcome->n_due), done, outcome->n_due);
}

static char *
dup_show (gpointer result,
          gpointer data)
{
  return ((const Outcome *) result)->n_due > 0 ? g_strdup ("app.show-due") : NULL;
}

static void
run (Deed                 deed,
     GtkWidget           *widget,
     SediaStore          *store,
     const SediaPurchase *purchase,
     GArray              *positions,
     int                  day)
{
  static const char *const kinds[] = {
    [DEED_CONFIRM] = "purchase-confirm",
    [DEED_CLOSE] = "purchase-close",
    [DEED_CANCEL] = "purchase-cancel",
    [DEED_EXPECT] = "purchase-expect",
  };
  Command *command = g_new0 (Command, 1);

  command->deed = deed;
  command->purchase_id = purchase->id;
  command->supplier = g_strdup (purchase->supplier);
  command->positions = positions != NULL ? g_array_ref (positions) : NULL;
  command->day = day;

  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = kinds[deed] },
                                  .job = deed_job,
                                  .data = command,
                                  .data_free = command_free,
                                  .result_free = g_free,
                                  .done = done_cb,
                                  .show_label = _("Show Them"),
                                  .dup_show_action = dup_show,
                                });
}

/**
 * sedia_purchase_do_confirm:
 * @widget: who asks
 * @store: where
 * @purchase: a draft
 *
 * The supplier has it: it is on its way.
 */
void
sedia_purchase_do_confirm (GtkWidget           *widget,
                           SediaStore          *store,
                           const SediaPurchase *purchase)
{
  run (DEED_CONFIRM, widget, store, purchase, NULL, SEDIA_NO_DAY);
}

/**
 * sedia_purchase_do_close:
 * @widget: who asks
 * @store: where
 * @purchase: which
 *
 * What has not come will not.
 */
void
sedia_purchase_do_close (GtkWidget           *widget,
                         SediaStore          *store,
                         const SediaPurchase *purchase)
{
  run (DEED_CLOSE, widget, store, purchase, NULL, SEDIA_NO_DAY);
}

/**
 * sedia_purchase_do_cancel:
 * @widget: who asks
 * @store: where
 * @purchase: one of which nothing has come
 *
 * Nothing of it comes.
 */
void
sedia_purchase_do_cancel (GtkWidget           *widget,
                          SediaStore          *store,
                          const SediaPurchase *purchase)
{
  run (DEED_CANCEL, widget, store, purchase, NULL, SEDIA_NO_DAY);
}

/**
 * sedia_purchase_do_expect:
 * @widget: who asks; a form is closed when it is done
 * @store: where
 * @purchase: which
 * @positions: (nullable) (element-type guint): numbers of its lines; NULL for all that is to come
 * @day: when they are expected now; SEDIA_NO_DAY: nobody knows
 */
void
sedia_purchase_do_expect (GtkWidget           *widget,
                          SediaStore          *store,
                          const SediaPurchase *purchase,
                          GArray              *positions,
                          int                  day)
{
  run (DEED_EXPECT, widget, store, purchase, positions, day);
}
