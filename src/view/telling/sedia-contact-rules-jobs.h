/* Jobs of the shop's rules for telling people: they run on the store's threads. */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

/* The settings of the form, each kept as a text: see sedia_setting_set(). */
typedef enum
{
  SEDIA_RULE_SHOP,
  SEDIA_RULE_COUNTRY,
  SEDIA_RULE_WORKING_DAYS,
  SEDIA_RULE_HOURS,
  SEDIA_RULE_TOLERANCE,
  SEDIA_RULE_SILENT_DAYS,
  SEDIA_RULE_SILENCE,
  SEDIA_N_RULES,
} SediaRule;

/**
 * SediaRuleBook:
 * @values: a text for each setting
 * @calendar: working days and hours as numbers; without holidays and zone
 * @holidays: (element-type SediaHoliday): days the shop is closed, rising
 *
 * The rules in force, or as they were typed.
 */
typedef struct
{
  char *values[SEDIA_N_RULES];
  SediaCalendar calendar;
  GPtrArray *holidays;
} SediaRuleBook;

/* What is saved: the differences between the two. */
typedef struct
{
  SediaRuleBook *before;
  SediaRuleBook *after;
} SediaRuleChange;

const char *sedia_rule_name (SediaRule rule);
char *sedia_rule_hours (int opens, int closes);
char *sedia_rule_days (guint working_days);
SediaRuleBook *sedia_rule_book_new (void);
void sedia_rule_book_free (SediaRuleBook *book);
void sedia_rule_book_close_on (SediaRuleBook *book, int day, const char *name);
void sedia_rule_change_free (SediaRuleChange *change);
const char *sedia_rule_change_kind (const SediaRuleChange *change);
gpointer sedia_rules_read_job (SediaDb *db, gpointer unused, GError **error);
gpointer sedia_rules_save_job (SediaDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaRuleBook, sedia_rule_book_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaRuleChange, sedia_rule_change_free)

G_END_DECLS
