/* Jobs of the shop's rules for telling people. They touch no widget. */
#include "config.h"

#include "sedia-contact-rules-jobs.h"

/**
 * sedia_rule_name: (transfer none) a setting as the records name it.
 */
const char *
sedia_rule_name (SediaRule rule)
{
  static const char *const names[SEDIA_N_RULES] = {
    [SEDIA_RULE_SHOP] = "shop",
    [SEDIA_RULE_COUNTRY] = "country",
    [SEDIA_RULE_WORKING_DAYS] = "working-days",
    [SEDIA_RULE_HOURS] = "hours",
    [SEDIA_RULE_TOLERANCE] = "tolerance",
    [SEDIA_RULE_SILENT_DAYS] = "silent-days",
    [SEDIA_RULE_SILENCE] = "silence",
  };

  g_return_val_if_fail (rule < SEDIA_N_RULES, NULL);

  return names[rule];
}

/**
 * sedia_rule_hours: (transfer full) minutes after midnight as "08:00-17:00".
 */
char *
sedia_rule_hours (int opens,
                  int closes)
{
  return g_strdup_printf ("%02d:%02d-%02d:%02d", opens / 60, opens % 60, closes / 60, closes % 60);
}

/**
 * sedia_rule_days: (transfer full) days of the week, bit 0 for Monday, as "123456".
 */
char *
sedia_rule_days (guint working_days)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 7; i++)
    if ((working_days & 1u << i) != 0)
      g_string_append_c (text, (char) ('1' + i));

  return g_string_free (text, FALSE);
}

/**
 * sedia_rule_book_new: (transfer full) a book without a rule.
 */
SediaRuleBook *
sedia_rule_book_new (void)
{
  SediaRuleBook *book = g_new0 (SediaRuleBook, 1);

  book->holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_holiday_free);

  return book;
}

/**
 * sedia_rule_book_free: Frees rules.
 */
void
sedia_rule_book_free (SediaRuleBook *book)
{
  if (book == NULL)
    return;

  for (guint i = 0; i < SEDIA_N_RULES; i++)
    g_free (book->values[i]);
  g_ptr_array_unref (book->holidays);
  g_free (book);
}

/**
 * sedia_rule_book_close_on: Adds a holiday at the end.
 */
void
sedia_rule_book_close_on (SediaRuleBook *book,
                          int            day,
                          const char    *name)
{
  SediaHoliday *holiday = g_new (SediaHoliday, 1);

  holiday->day = day;
  holiday->name = g_strdup (name);
  g_ptr_array_add (book->holidays, holiday);
}

/**
 * sedia_rule_change_free: Frees what was to be saved.
 */
void
sedia_rule_change_free (SediaRuleChange *change)
{
  sedia_rule_book_free (change->before);
  sedia_rule_book_free (change->after);
  g_free (change);
}

/* ---- what differs */

static const SediaHoliday *
find_holiday (const SediaRuleBook *book,
              int                  day)
{
  for (guint i = 0; i < book->holidays->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (book->holidays, i);

      if (holiday->day == day)
        return holiday;
    }

  return NULL;
}

/* Whether the day is a holiday of this name. */
static gboolean
has_holiday (const SediaRuleBook *book,
             const SediaHoliday  *holiday)
{
  const SediaHoliday *same = find_holiday (book, holiday->day);

  return same != NULL && g_str_equal (same->name, holiday->name);
}

static gboolean
have_same_holidays (const SediaRuleBook *a,
                    const SediaRuleBook *b)
{
  if (a->holidays->len != b->holidays->len)
    return FALSE;

  for (guint i = 0; i < a->holidays->len; i++)
    if (!has_holiday (b, g_ptr_array_index (a->holidays, i)))
      return FALSE;

  return TRUE;
}

/**
 * sedia_rule_change_kind:
 * @change: rules before and after
 *
 * Returns: (nullable): what kind of act it is; %NULL: nothing has changed
 */
const char *
sedia_rule_change_kind (const SediaRuleChange *change)
{
  for (guint i = 0; i < SEDIA_N_RULES; i++)
    if (!g_str_equal (change->before->values[i], change->after->values[i]))
      return "setting";

  return have_same_holidays (change->before, change->after) ? NULL : "holiday";
}

/* ---- jobs */

gpointer
sedia_rules_read_job (SediaDb   *db,
                      gpointer   unused,
                      GError   **error)
{
  g_autoptr (SediaRuleBook) book = sedia_rule_book_new ();
  g_autoptr (SediaShopRules) rules = sedia_shop_rules_read (db, error);
  const SediaCalendar *calendar;
  g_autoptr (GPtrArray) holidays = NULL;

  if (rules == NULL || !(holidays = sedia_holiday_list (db, error)))
    return NULL;

  calendar = &rules->contact.calendar;
  book->calendar.working_days = calendar->working_days;
  book->calendar.opens = calendar->opens;
  book->calendar.closes = calendar->closes;
  book->values[SEDIA_RULE_SHOP] = g_strdup (rules->shop);
  book->values[SEDIA_RULE_COUNTRY] = sedia_setting_country (db);
  book->values[SEDIA_RULE_WORKING_DAYS] = sedia_rule_days (calendar->working_days);
  book->values[SEDIA_RULE_HOURS] = sedia_rule_hours (calendar->opens, calendar->closes);
  book->values[SEDIA_RULE_TOLERANCE] = g_strdup_printf ("%d", rules->contact.tolerance);
  book->values[SEDIA_RULE_SILENT_DAYS] = g_strdup_printf ("%d", rules->contact.silent_days);
  book->values[SEDIA_RULE_SILENCE] = g_strdup (sedia_silence_to_string (rules->silence));
  g_ptr_array_unref (book->holidays);
  book->holidays = g_steal_pointer (&holidays);

  return g_steal_pointer (&book);
}

/* The days that are no holidays any more, then those that are new or called otherwise. */
static gboolean
save_holidays (SediaDb                *db,
               const SediaRuleChange  *change,
               GError                **error)
{
  const GPtrArray *before = change->before->holidays;
  const GPtrArray *after = change->after->holidays;

  for (guint i = 0; i < before->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (before, i);

      if (find_holiday (change->after, holiday->day) == NULL &&
          !sedia_holiday_set (db, holiday->day, NULL, FALSE, error))
        return FALSE;
    }
  for (guint i = 0; i < after->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (after, i);

      if (!has_holiday (change->before, holiday) &&
          !sedia_holiday_set (db, holiday->day, holiday->name, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/* What is not different stays as somebody else may have chosen it meanwhile. */
gpointer
sedia_rules_save_job (SediaDb   *db,
                      gpointer   data,
                      GError   **error)
{
  const SediaRuleChange *change = data;

  if (!save_holidays (db, change, error))
    return NULL;
  for (guint i = 0; i < SEDIA_N_RULES; i++)
    if (!g_str_equal (change->before->values[i], change->after->values[i]) &&
        !sedia_setting_set (db, sedia_rule_name ((SediaRule) i), change->after->values[i], error))
      return NULL;

  return SEDIA_DONE;
}
