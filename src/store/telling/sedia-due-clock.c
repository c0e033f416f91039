/* The contact clock over the shop's records: what the pure clock asks of each customer, read in a
 * few passes for everybody, or by look-ups for one.
 */
#include "config.h"

#include "sedia-due-clock.h"

#include "sedia-clock-lines.h"
#include "sedia-id-set.h"

/**
 * sedia_due_clear: Frees what an entry holds.
 */
void
sedia_due_clear (SediaDue *due)
{
  g_clear_pointer (&due->items, g_array_unref);
}

/* ---- customers */

/* What is known of a customer. */
typedef struct
{
  gint64 id;
  SediaClockCustomer customer;
  gboolean do_not_contact;
} Known;

static gboolean
read_customer (SediaDb   *db,
               gint64     customer_id,
               Known     *known,
               GError   **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "clock-customer", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  if (sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  known->customer.told_at = MAX (sedia_stmt_int64 (stmt, 0), sedia_stmt_int64 (stmt, 2));
  known->customer.wait_until = (int) sedia_stmt_int64 (stmt, 1);
  known->do_not_contact = sedia_stmt_int64 (stmt, 3) != 0;

  return TRUE;
}

static Known *
know (GHashTable *all,
      gint64      customer_id)
{
  Known *known = g_hash_table_lookup (all, &customer_id);

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      known->id = customer_id;
      known->customer.wait_until = SEDIA_NO_DAY;
      g_hash_table_insert (all, &known->id, known);
    }

  return known;
}

/* Everybody of whom there is something to know, in three passes: one look-up for each of twenty
 * thousand customers takes longer than all the rest. */
static GHashTable *
read_customers (SediaDb  *db,
                GError  **error)
{
  static const char *const passes[] = { "clock-heard", "clock-answered", "clock-do-not-contact" };
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, passes[i], error);
      SediaStep step;

      if (stmt == NULL)
        return NULL;
      while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
        {
          Known *known = know (all, sedia_stmt_int64 (stmt, 0));

          if (i == 0)
            known->customer.told_at = MAX (known->customer.told_at, sedia_stmt_int64 (stmt, 1));
          else if (i == 1)
            known->customer.wait_until = (int) sedia_stmt_int64 (stmt, 1);
          else
            known->do_not_contact = TRUE;
        }
      if (step != SEDIA_STEP_DONE)
        return NULL;
    }

  return g_steal_pointer (&all);
}

struct _SediaDueClock
{
  SediaDb *db;
  SediaShopRules *rules;
  gint64 now;
  gboolean keeps_items;
  GHashTable *known; /* of Known, by id, when all are looked at; else NULL */
  SediaExpectedDays *days; /* of the lines that were looked at so far */
  GArray *lines; /* SediaClockLine, of one customer */
  GArray *items;
};

/**
 * sedia_due_clock_new:
 * @db: a connection
 * @now: as seen when
 * @error: return location
 *
 * Returns: (transfer full): the clock, by the shop's rules
 */
SediaDueClock *
sedia_due_clock_new (SediaDb  *db,
                     gint64    now,
                     GError  **error)
{
  SediaShopRules *rules = sedia_shop_rules_read (db, error);
  SediaDueClock *self;

  if (rules == NULL)
    return NULL;

  self = g_new0 (SediaDueClock, 1);
  self->db = db;
  self->rules = rules;
  self->now = now;
  self->days = sedia_expected_days_new (db);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SediaClockLine));
  self->items = g_array_new (FALSE, FALSE, sizeof (SediaDueItem));

  return self;
}

/**
 * sedia_due_clock_free: Frees a clock.
 */
void
sedia_due_clock_free (SediaDueClock *self)
{
  if (self == NULL)
    return;

  sedia_shop_rules_free (self->rules);
  g_clear_pointer (&self->known, g_hash_table_unref);
  sedia_expected_days_free (self->days);
  g_array_unref (self->lines);
  g_array_unref (self->items);
  g_free (self);
}

/**
 * sedia_due_clock_items: (transfer none) (element-type SediaDueItem) why the customer who was
 * looked at last must be told.
 */
GArray *
sedia_due_clock_items (SediaDueClock *self)
{
  return self->items;
}

/**
 * sedia_due_clock_suppose:
 * @self: a clock that nobody was looked at with yet
 * @lines: (element-type gint64): a set of lines of purchases
 * @day: the day they are looked at as expected, SEDIA_NO_DAY: nobody knows
 *
 * Who would have to be told: nothing is written.
 */
void
sedia_due_clock_suppose (SediaDueClock *self,
                         GHashTable    *lines,
                         int            day)
{
  sedia_expected_days_suppose_day (self->days, lines, day, self->now);
}

/* Only whoever heard something was told a day. */
static gboolean
read_told_lines (SediaDueClock  *self,
                 const Known    *known,
                 GError        **error)
{
  for (guint i = 0; known->customer.told_at != 0 && i < self->lines->len; i++)
    if (!sedia_clock_line_read_told (self->db, &g_array_index (self->lines, SediaClockLine, i),
                                     self->days, error))
      return FALSE;

  return TRUE;
}

static gboolean
run_customer (SediaDueClock  *self,
              gint64          customer_id,
              gboolean       *is_due,
              SediaDue       *due,
              GError        **error)
{
  const Known *found = NULL;
  Known known = { .id = customer_id, .customer = { .wait_until = SEDIA_NO_DAY } };

  *due = (SediaDue) { .customer_id = customer_id };
  if (self->known != NULL)
    found = g_hash_table_lookup (self->known, &customer_id);
  else if (!read_customer (self->db, customer_id, &known, error))
    return FALSE;
  if (found == NULL)
    found = &known;
  if (!read_told_lines (self, found, error))
    return FALSE;

  due->do_not_contact = found->do_not_contact;
  *is_due = sedia_clock_run (&self->rules->contact, &found->customer,
                             (const SediaClockLine *) (gpointer) self->lines->data,
                             self->lines->len, self->now, self->items, &due->entry);

  return TRUE;
}

/**
 * sedia_due_clock_of: Whether one customer must be told; also who asked not to be contacted.
 */
gboolean
sedia_due_clock_of (SediaDueClock  *self,
                    gint64          customer_id,
                    gboolean       *is_due,
                    SediaDue       *due,
                    GError        **error)
{
  g_autoptr (GArray) lines = sedia_clock_lines_read (self->db, customer_id, self->days, error);

  *due = (SediaDue) { 0 };
  *is_due = FALSE;
  if (lines == NULL)
    return FALSE;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (self->lines, g_array_index (lines, SediaCustomerLine, i).line);

  return run_customer (self, customer_id, is_due, due, error);
}

/* ---- everybody */

/* What is due of all of somebody's lines is due of each one that waits. */
static void
note_lines (SediaDueClock *self,
            GHashTable    *lines)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const SediaDueItem *item = &g_array_index (self->items, SediaDueItem, i);

      if (item->line_id != 0)
        {
          sedia_id_set_add (lines, item->line_id);
          continue;
        }
      for (guint j = 0; j < self->lines->len; j++)
        if (g_array_index (self->lines, SediaClockLine, j).waits)
          sedia_id_set_add (lines, g_array_index (self->lines, SediaClockLine, j).line_id);
    }
}

/* The earliest hour is the most urgent; who was to hear by the same hour, by since when. */
static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const SediaDue *left = a;
  const SediaDue *right = b;

  if (left->entry.due != right->entry.due)
    return left->entry.due < right->entry.due ? -1 : 1;
  if (left->entry.since != right->entry.since)
    return left->entry.since < right->entry.since ? -1 : 1;

  return (left->customer_id > right->customer_id) - (left->customer_id < right->customer_id);
}

static gboolean
run_all (SediaDueClock  *self,
         GArray         *all,
         GArray         *dues,
         GHashTable     *due_lines,
         GError        **error)
{
  for (guint i = 0; i < all->len;)
    {
      const gint64 customer_id = g_array_index (all, SediaCustomerLine, i).customer_id;
      gboolean is_due;
      SediaDue due;

      g_array_set_size (self->lines, 0);
      for (; i < all->len; i++)
        {
          const SediaCustomerLine *line = &g_array_index (all, SediaCustomerLine, i);

          if (line->customer_id != customer_id)
            break;
          g_array_append_val (self->lines, line->line);
        }

      if (!run_customer (self, customer_id, &is_due, &due, error))
        return FALSE;
      if (!is_due || due.do_not_contact)
        continue;

      if (self->keeps_items)
        due.items = g_array_copy (self->items);
      g_array_append_val (dues, due);
      if (due_lines != NULL)
        note_lines (self, due_lines);
    }

  return TRUE;
}

/**
 * sedia_due_clock_all:
 * @self: the clock
 * @lines: (nullable): a set that the lines it is about are added to
 * @error: return location
 *
 * Returns: (transfer full) (element-type SediaDue): whom the shop must tell, and may; the most
 *   urgent first
 */
GArray *
sedia_due_clock_all (SediaDueClock  *self,
                     GHashTable     *lines,
                     GError        **error)
{
  g_autoptr (GArray) dues = g_array_new (FALSE, FALSE, sizeof (SediaDue));
  g_autoptr (GArray) all = NULL;

  g_array_set_clear_func (dues, (GDestroyNotify) sedia_due_clear);
  g_clear_pointer (&self->known, g_hash_table_unref);
  if (!sedia_expected_days_read_all (self->days, error) ||
      !(all = sedia_clock_lines_read (self->db, 0, self->days, error)) ||
      !(self->known = read_customers (self->db, error)) ||
      !run_all (self, all, dues, lines, error))
    return NULL;

  g_array_sort (dues, compare_dues);

  return g_steal_pointer (&dues);
}

/**
 * sedia_due_list:
 * @db: a connection
 * @now: as seen when
 * @error: return location
 *
 * Rule 5: who must be told. Those who asked not to be contacted are left out.
 *
 * Returns: (transfer full) (element-type SediaDue): the most urgent first
 */
GArray *
sedia_due_list (SediaDb  *db,
                gint64    now,
                GError  **error)
{
  g_autoptr (SediaDueClock) clock = sedia_due_clock_new (db, now, error);

  if (clock == NULL)
    return NULL;

  clock->keeps_items = TRUE;

  return sedia_due_clock_all (clock, NULL, error);
}

/**
 * sedia_due_of:
 * @db: a connection
 * @customer_id: a customer
 * @now: as seen when
 * @is_due: (out): whether they must be told
 * @due: (out): why, with its items; also of those who asked not to be contacted
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
sedia_due_of (SediaDb   *db,
              gint64     customer_id,
              gint64     now,
              gboolean  *is_due,
              SediaDue  *due,
              GError   **error)
{
  g_autoptr (SediaDueClock) clock = sedia_due_clock_new (db, now, error);

  if (clock == NULL || !sedia_due_clock_of (clock, customer_id, is_due, due, error))
    return FALSE;

  due->items = g_array_ref (clock->items);

  return TRUE;
}
