/* How well the shop works: who was told in time, what was answered, what was entered when, and by
 * how many. */
#include "config.h"

#include "sedia-id-set.h"
#include "sedia-reads.h"
#include "sedia-shop-verdict.h"
#include "sedia-telling.h"
#include "sedia-time.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <string.h>

/* Who is asked gets a week to think. */
#define DAYS_TO_ANSWER 7
/* Whoever did something once a week works there; a helper on one day does not count. */
#define WORKS SEDIA_SHOP_WEEKS

/* ---- told in time */

/* One moment by which a customer should have heard, whatever it was about. */
typedef struct
{
  gint64 customer_id;
  char *name;
  gint64 due;
  gint64 heard; /* 0: not yet */
} Moment;

static char *
dup_heard (const Moment *moment)
{
  g_autofree char *due = sedia_time_words (moment->due);
  g_autofree char *heard = NULL;

  if (moment->heard == 0)
    /* Translators: a time */
    return g_strdup_printf (_("to be told by %s, not told yet"), due);

  heard = sedia_time_words (moment->heard);
  /* Translators: two times */
  return g_strdup_printf (_("to be told by %s, told %s"), due, heard);
}

/* What is still to be said in time says nothing yet; what was never said is late to this day. */
static void
judge_moment (SediaShopMeasure *self,
              GHashTable       *late,
              const Moment     *moment)
{
  const int due = sedia_day_of_time (moment->due);
  const int day = moment->heard == 0 ? MAX (due, self->since) : due;
  const gboolean is_good = moment->heard != 0 && moment->heard <= moment->due;

  if (moment->heard == 0 && moment->due >= self->now)
    return;
  if (moment->heard == 0)
    sedia_id_set_add (late, moment->customer_id);

  sedia_shop_measure_take (self, SEDIA_SHOP_TOLD, day, is_good);
  sedia_shop_measure_note (self, SEDIA_SHOP_TOLD, SEDIA_KIND_CUSTOMER, moment->customer_id, day,
                           is_good, g_strdup (moment->name), dup_heard (moment));
  if (!is_good)
    sedia_shop_measure_note (self, SEDIA_SHOP_PEOPLE, SEDIA_KIND_CUSTOMER, moment->customer_id, day,
                             FALSE, g_strdup (moment->name), dup_heard (moment));
}

/* Several things to be said by the same hour are one contact. */
static gboolean
judge_dues (SediaShopMeasure      *self,
            const SediaShopRules  *rules,
            GHashTable            *late,
            GError               **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "shop-dues", error);
  Moment moment = { 0 };
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_shop_measure_begin (self->before));
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 since = sedia_stmt_int64 (stmt, 3), heard = sedia_stmt_int64 (stmt, 4);
      const gint64 customer_id = sedia_stmt_int64 (stmt, 0);
      gint64 due = since;

      if (strcmp (sedia_stmt_text (stmt, 2), "reservation-lost") != 0)
        due = sedia_calendar_same_day (&rules->contact.calendar, since);
      if (customer_id != moment.customer_id || due != moment.due || heard != moment.heard)
        {
          if (moment.customer_id != 0)
            judge_moment (self, late, &moment);
          g_free (moment.name);
          moment = (Moment) { customer_id, sedia_stmt_dup_text (stmt, 1), due, heard };
        }
    }
  if (moment.customer_id != 0)
    judge_moment (self, late, &moment);
  g_free (moment.name);

  return step == SEDIA_STEP_DONE;
}

/* What no row says: nothing was said for too long, a day moved. */
static gboolean
judge_silence (SediaShopMeasure  *self,
               GHashTable        *late,
               GError           **error)
{
  g_autoptr (GArray) dues = sedia_due_list (self->db, self->now, error);

  if (dues == NULL)
    return FALSE;

  for (guint i = 0; i < dues->len; i++)
    {
      const SediaDue *due = &g_array_index (dues, SediaDue, i);
      g_autoptr (SediaCustomer) customer = NULL;
      Moment moment = { .customer_id = due->customer_id, .due = due->entry.due };

      if (!due->entry.is_late || sedia_id_set_has (late, due->customer_id))
        continue;
      if (!(customer = sedia_customer_read (self->db, due->customer_id, error)))
        return FALSE;

      moment.name = customer->name;
      judge_moment (self, late, &moment);
    }

  return TRUE;
}

/**
 * sedia_shop_measure_told: Who heard by the hour the contact clock gives, and who still waits to.
 */
gboolean
sedia_shop_measure_told (SediaShopMeasure  *self,
                         GError           **error)
{
  g_autoptr (SediaShopRules) rules = sedia_shop_rules_read (self->db, error);
  g_autoptr (GHashTable) late = sedia_id_set_new ();

  return rules != NULL && judge_dues (self, rules, late, error) &&
         judge_silence (self, late, error);
}

/* ---- offers */

/**
 * sedia_shop_measure_offers: Which offers to cancel were answered; the last week's still can be.
 */
gboolean
sedia_shop_measure_offers (SediaShopMeasure  *self,
                           GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "shop-offers", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_shop_measure_begin (self->before));
  sedia_stmt_bind_int64 (stmt, 2, sedia_shop_measure_begin (self->today - DAYS_TO_ANSWER));
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const int day = sedia_day_of_time (sedia_stmt_int64 (stmt, 2));
      const gboolean is_answered = sedia_stmt_int64 (stmt, 3) != 0;

      sedia_shop_measure_take (self, SEDIA_SHOP_OFFERS, day, is_answered);
      sedia_shop_measure_note (self, SEDIA_SHOP_OFFERS, SEDIA_KIND_CUSTOMER,
                               sedia_stmt_int64 (stmt, 0), day, is_answered,
                               sedia_stmt_dup_text (stmt, 1),
                               g_strdup (is_answered ? _("answered") : _("not answered")));
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- entered on the day */

static void
count_work (GHashTable *actors,
            const char *actor)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (actors, actor));

  g_hash_table_replace (actors, g_strdup (actor), GUINT_TO_POINTER (n + 1));
}

/* Where nobody works every week somebody still works. */
static guint
n_people (GHashTable *actors)
{
  GHashTableIter iter;
  gpointer n;
  guint people = 0;

  g_hash_table_iter_init (&iter, actors);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    people += GPOINTER_TO_UINT (n) >= WORKS;

  return MAX (people, MIN (g_hash_table_size (actors), 1));
}

static void
take_work (SediaShopMeasure *self,
           SediaStmt        *stmt)
{
  const int day = sedia_day_of_time (sedia_stmt_int64 (stmt, 3));
  const int entered = sedia_day_of_time (sedia_stmt_int64 (stmt, 4));
  g_autofree char *when = sedia_day_words (entered);
  const gboolean is_good = entered <= day;

  sedia_shop_measure_take (self, SEDIA_SHOP_ENTERED, day, is_good);
  /* Nobody reads thousands of entries that were made in time. */
  if (!is_good)
    sedia_shop_measure_note (self, SEDIA_SHOP_ENTERED, SEDIA_KIND_OPERATION,
                             sedia_stmt_int64 (stmt, 0), day, FALSE,
                             sedia_operation_label (sedia_stmt_text (stmt, 1),
                                                    sedia_stmt_text (stmt, 2)),
                             /* Translators: a day */
                             g_strdup_printf (_("entered %s"), when));
}

/**
 * sedia_shop_measure_entered: What was entered on the day it happened, and by how many people.
 */
gboolean
sedia_shop_measure_entered (SediaShopMeasure  *self,
                            GError           **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (self->db, "shop-entered", error);
  g_autoptr (GHashTable) actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, sedia_shop_measure_begin (self->before));
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      if (sedia_day_of_time (sedia_stmt_int64 (stmt, 4)) >= self->since)
        count_work (actors, sedia_stmt_text (stmt, 5));
      take_work (self, stmt);
    }
  self->result->numbers.people = n_people (actors);

  return step == SEDIA_STEP_DONE;
}
