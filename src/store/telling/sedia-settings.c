/* What the shop has chosen: how it serves, where it is, when it works, how it tells people. */
#include "config.h"

#include "sedia-commands.h"
#include "sedia-db.h"
#include "sedia-demand.h"
#include "sedia-operation.h"
#include "sedia-phone.h"
#include "sedia-reads.h"
#include "sedia-telling.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define MOST_TOLERANCE 30
#define MOST_SILENT_DAYS 365
#define LEAST_SERVICE 2
#define MOST_SERVICE 1000
#define MOST_REVIEW_DAYS 90
#define MOST_COVER_DAYS 365
#define FIRST_SERVICE 20
#define FIRST_REVIEW_DAYS 7
#define FIRST_COVER_DAYS 28
#define MOST_NAME 200 /* letters of a shop's name */

static const char *const names[] = {
  "serving", "country",     "shop",    "working-days", "hours", "tolerance",
  "silent-days", "silence", "service", "review", "cover", NULL,
};

/**
 * sedia_setting_names: (transfer none) all settings by name, up to NULL.
 */
const char *const *
sedia_setting_names (void)
{
  return names;
}

/**
 * sedia_setting_read:
 * @db: a connection
 * @name: of a setting
 *
 * Returns: (transfer full) (nullable): what is chosen
 */
char *
sedia_setting_read (SediaDb    *db,
                    const char *name)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "setting-read", NULL);

  if (stmt == NULL)
    return NULL;

  sedia_stmt_bind_text (stmt, 1, name);
  return sedia_stmt_step (stmt, NULL) == SEDIA_STEP_ROW ? sedia_stmt_dup_text (stmt, 0) : NULL;
}

static gboolean
write_setting (SediaDb     *db,
               const char  *name,
               const char  *value,
               GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "setting-write", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, name);
  sedia_stmt_bind_text (stmt, 2, value);
  return sedia_stmt_run (stmt, error) && sedia_operation_set_subject (db, name, error);
}

/**
 * sedia_setting_serving: The serving rule in force.
 */
SediaServing
sedia_setting_serving (SediaDb *db)
{
  SediaServing serving = SEDIA_SERVING_DATED_FIRST;
  g_autofree char *text = sedia_setting_read (db, "serving");

  if (text != NULL)
    sedia_serving_from_string (text, &serving);

  return serving;
}

/**
 * sedia_setting_set_serving: Chooses the serving rule, for what is served from now on.
 */
gboolean
sedia_setting_set_serving (SediaDb       *db,
                           SediaServing   serving,
                           GError       **error)
{
  return sedia_setting_serving (db) == serving ||
         write_setting (db, "serving", sedia_serving_to_string (serving), error);
}

/**
 * sedia_setting_country: (transfer full) where the shop is, as "ID".
 */
char *
sedia_setting_country (SediaDb *db)
{
  char *country = sedia_setting_read (db, "country");

  return country != NULL ? country : g_strdup ("ID");
}

static gboolean
check_country (const char  *country,
               GError     **error)
{
  g_autofree char *code = g_ascii_strup (country, -1);

  if (sedia_phone_is_country (code))
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
               _("“%s” is no country; write two letters, such as ID or MY."), country);
  return FALSE;
}

/**
 * sedia_setting_set_country: Says where the shop is: how its customers write phone numbers.
 */
gboolean
sedia_setting_set_country (SediaDb     *db,
                           const char  *country,
                           GError     **error)
{
  g_autofree char *code = g_ascii_strup (country, -1);
  g_autofree char *before = sedia_setting_country (db);

  return check_country (country, error) &&
         (g_str_equal (code, before) || write_setting (db, "country", code, error));
}

/* ---- what may be written */

/* "08:00-17:00", or "8:00-17:00"; sscanf() alone would take blanks and signs, too. */
static gboolean
parse_hours (const char *text,
             int        *opens,
             int        *closes)
{
  int hour[2], minute[2];

  if (!g_regex_match_simple ("^[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}\\z", text, 0, 0) ||
      sscanf (text, "%2d:%2d-%2d:%2d", &hour[0], &minute[0], &hour[1], &minute[1]) != 4)
    return FALSE;
  for (int i = 0; i < 2; i++)
    if (hour[i] > 24 || minute[i] > 59)
      return FALSE;

  *opens = hour[0] * 60 + minute[0];
  *closes = hour[1] * 60 + minute[1];

  return *opens < *closes && *closes <= 24 * 60;
}

/* "123456": 1 for Monday to 7 for Sunday, each at most once. */
static gboolean
parse_days (const char *text,
            guint      *days)
{
  *days = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p < '1' || *p > '7' || (*days & 1u << (*p - '1')) != 0)
        return FALSE;
      *days |= 1u << (*p - '1');
    }

  return *days != 0;
}

static gboolean
parse_number (const char *text,
              guint64     most,
              int        *number)
{
  guint64 read;

  if (!g_ascii_string_to_unsigned (text, 10, 0, most, &read, NULL))
    return FALSE;

  *number = (int) read;
  return TRUE;
}

/* What is wrong with a value, NULL for nothing; the sentence has no format. */
static const char *
find_problem (const char *name,
              const char *value)
{
  SediaServing serving;
  SediaSilence silence;
  int number, opens, closes;
  guint days;

  if (strcmp (name, "serving") == 0)
    return sedia_serving_from_string (value, &serving)
             ? NULL
             : _("The serving rule is “dated-first” or “strictly-oldest”.");
  if (strcmp (name, "shop") == 0)
    return g_utf8_strlen (value, -1) <= MOST_NAME ? NULL : _("The shop's name is too long.");
  if (strcmp (name, "working-days") == 0)
    return parse_days (value, &days)
             ? NULL
             : _("Write the working days as numbers, 1 for Monday to 7 for Sunday: 123456.");
  if (strcmp (name, "hours") == 0)
    return parse_hours (value, &opens, &closes)
             ? NULL
             : _("Write the hours the shop is open as 08:00-17:00.");
  if (strcmp (name, "tolerance") == 0)
    return parse_number (value, MOST_TOLERANCE, &number)
             ? NULL
             : _("Write the tolerance in working days, from 0 to 30.");
  if (strcmp (name, "silent-days") == 0)
    return parse_number (value, MOST_SILENT_DAYS, &number)
             ? NULL
             : _("Write the days without a word as a number from 0 (never) to 365.");
  if (strcmp (name, "silence") == 0)
    return sedia_silence_from_string (value, &silence)
             ? NULL
             : _("What silence means is “never” (it never counts as “wait”) or “ftc”.");

  if (strcmp (name, "service") == 0)
    return parse_number (value, MOST_SERVICE, &number) && number >= LEAST_SERVICE
             ? NULL
             : _("Write in how many orders a product may run out once, from 2 to 1000.");
  if (strcmp (name, "review") == 0)
    return parse_number (value, MOST_REVIEW_DAYS, &number) && number > 0
             ? NULL
             : _("Write every how many days the shop orders, from 1 to 90.");
  if (strcmp (name, "cover") == 0)
    return parse_number (value, MOST_COVER_DAYS, &number) && number > 0
             ? NULL
             : _("Write how many days an order should last, from 1 to 365.");

  return _("There is no such setting.");
}

/**
 * sedia_setting_check:
 * @name: of a setting
 * @value: what is to be chosen
 * @error: return location
 *
 * Returns: whether a setting may have this value; @error says in a sentence why not
 */
gboolean
sedia_setting_check (const char  *name,
                     const char  *value,
                     GError     **error)
{
  const char *problem;

  if (strcmp (name, "country") == 0)
    return check_country (value, error);
  if ((problem = find_problem (name, value)) == NULL)
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, problem);
  return FALSE;
}

/**
 * sedia_setting_set:
 * @db: the writing connection, in an operation
 * @name: of a setting
 * @value: what is chosen
 * @error: return location
 *
 * Chooses something by its name; the value is looked at first.
 */
gboolean
sedia_setting_set (SediaDb     *db,
                   const char  *name,
                   const char  *value,
                   GError     **error)
{
  g_autofree char *before = sedia_setting_read (db, name);
  SediaServing serving;

  if (!sedia_setting_check (name, value, error))
    return FALSE;
  if (strcmp (name, "country") == 0)
    return sedia_setting_set_country (db, value, error);
  if (strcmp (name, "serving") == 0)
    return sedia_serving_from_string (value, &serving) &&
           sedia_setting_set_serving (db, serving, error);

  return g_strcmp0 (value, before) == 0 || write_setting (db, name, value, error);
}

/* ---- the rules in force */

/**
 * sedia_shop_rules_free: Frees the shop's rules.
 */
void
sedia_shop_rules_free (SediaShopRules *rules)
{
  if (rules == NULL)
    return;

  g_free (rules->shop);
  g_clear_pointer (&rules->contact.calendar.holidays, g_array_unref);
  g_clear_pointer (&rules->contact.calendar.zone, g_time_zone_unref);
  g_free (rules);
}

/* A file whose settings were mended by hand must not stop the shop: what cannot be read is as it
 * was at first. */
static void
read_rules (SediaDb        *db,
            SediaShopRules *rules)
{
  SediaCalendar *calendar = &rules->contact.calendar;
  g_autofree char *days = sedia_setting_read (db, "working-days");
  g_autofree char *hours = sedia_setting_read (db, "hours");
  g_autofree char *tolerance = sedia_setting_read (db, "tolerance");
  g_autofree char *silent_days = sedia_setting_read (db, "silent-days");
  g_autofree char *silence = sedia_setting_read (db, "silence");

  if (days == NULL || !parse_days (days, &calendar->working_days))
    calendar->working_days = 0x3f;
  if (hours == NULL || !parse_hours (hours, &calendar->opens, &calendar->closes))
    {
      calendar->opens = 8 * 60;
      calendar->closes = 17 * 60;
    }
  if (tolerance == NULL || !parse_number (tolerance, MOST_TOLERANCE, &rules->contact.tolerance))
    rules->contact.tolerance = 1;
  if (silent_days == NULL ||
      !parse_number (silent_days, MOST_SILENT_DAYS, &rules->contact.silent_days))
    rules->contact.silent_days = 7;
  if (silence == NULL || !sedia_silence_from_string (silence, &rules->silence))
    rules->silence = SEDIA_SILENCE_NEVER;
}

/**
 * sedia_shop_rules_read:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full): when the shop works, and how it tells its customers
 */
SediaShopRules *
sedia_shop_rules_read (SediaDb  *db,
                       GError  **error)
{
  g_autoptr (SediaShopRules) rules = g_new0 (SediaShopRules, 1);
  g_autoptr (GPtrArray) holidays = sedia_holiday_list (db, error);

  if (holidays == NULL)
    return NULL;

  rules->shop = sedia_setting_read (db, "shop");
  if (rules->shop == NULL)
    rules->shop = g_strdup ("");
  read_rules (db, rules);
  rules->contact.calendar.zone = g_time_zone_new_local ();
  rules->contact.calendar.holidays = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < holidays->len; i++)
    g_array_append_val (rules->contact.calendar.holidays,
                        ((SediaHoliday *) g_ptr_array_index (holidays, i))->day);

  return g_steal_pointer (&rules);
}

static int
read_number (SediaDb    *db,
             const char *name,
             int         least,
             guint64     most,
             int         otherwise)
{
  g_autofree char *text = sedia_setting_read (db, name);
  int number;

  return text != NULL && parse_number (text, most, &number) && number >= least ? number : otherwise;
}

/**
 * sedia_order_rules_read:
 * @db: a connection
 * @rules: (out): how much the shop wants to order; what cannot be read is as it was at first
 */
void
sedia_order_rules_read (SediaDb         *db,
                        SediaOrderRules *rules)
{
  *rules = (SediaOrderRules) {
    .orders_per_shortage = (guint) read_number (db, "service", LEAST_SERVICE, MOST_SERVICE,
                                                FIRST_SERVICE),
    .review_days = read_number (db, "review", 1, MOST_REVIEW_DAYS, FIRST_REVIEW_DAYS),
    .cover_days = read_number (db, "cover", 1, MOST_COVER_DAYS, FIRST_COVER_DAYS),
  };
}

/* ---- holidays */

/**
 * sedia_holiday_free: Frees a holiday.
 */
void
sedia_holiday_free (SediaHoliday *holiday)
{
  if (holiday == NULL)
    return;

  g_free (holiday->name);
  g_free (holiday);
}

/**
 * sedia_holiday_list: (transfer full) (element-type SediaHoliday) days the shop is closed, rising.
 */
GPtrArray *
sedia_holiday_list (SediaDb  *db,
                    GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "holiday-list", error);
  g_autoptr (GPtrArray) holidays = NULL;
  SediaStep step;

  if (stmt == NULL)
    return NULL;

  holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_holiday_free);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaHoliday *holiday = g_new (SediaHoliday, 1);

      holiday->day = (int) sedia_stmt_int64 (stmt, 0);
      holiday->name = sedia_stmt_dup_text (stmt, 1);
      g_ptr_array_add (holidays, holiday);
    }

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&holidays) : NULL;
}

/**
 * sedia_holiday_set:
 * @db: the writing connection, in an operation
 * @day: a day
 * @name: (nullable): why the shop is closed
 * @closed: whether it is
 * @error: return location
 *
 * Says that the shop is closed on a day, or open after all.
 */
gboolean
sedia_holiday_set (SediaDb     *db,
                   int          day,
                   const char  *name,
                   gboolean     closed,
                   GError     **error)
{
  g_autoptr (SediaStmt) stmt = NULL;

  if (!sedia_db_run (db, error, "holiday-insert", 1, (gint64) day) ||
      !(stmt = sedia_db_prepare (db, "holiday-set", error)))
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, day);
  sedia_stmt_bind_text (stmt, 2, closed && name != NULL ? name : "");
  sedia_stmt_bind_int64 (stmt, 3, closed);

  return sedia_stmt_run (stmt, error) &&
         sedia_operation_set_subject (db, closed && name != NULL ? name : "", error);
}
