/* Numbers, dates and states as people read them, in their locale.
 *
 * Everything here only looks at its arguments (and at today's date), so the same functions serve C
 * code, templates and cells. Zero and units are dim but readable: 70 % of the text colour keeps
 * 4.5:1.
 */
#include "config.h"

#include "sedia-format.h"

#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

#define DIM "<span alpha=\"70%\">"
#define DIM_END "</span>"
#define MINUS "\xe2\x88\x92"         /* U+2212, as wide as a figure */
#define HARD_SPACE "\xc2\xa0"     /* U+00A0, keeps number and unit on one line */

/**
 * sedia_format_quantity:
 * @quantity: in the product's smallest unit
 * @decimals: decimals of the product
 *
 * Returns: (transfer full): the number in the user's locale, with a real minus
 */
char *
sedia_format_quantity (gint64 quantity,
                       guint  decimals)
{
  g_autofree char *plain = sedia_number_format (quantity, decimals, sedia_number_form_of_locale ());

  if (plain[0] == '-')
    return g_strconcat (MINUS, plain + 1, NULL);

  return g_steal_pointer (&plain);
}

/**
 * sedia_format_amount:
 * @quantity: in the product's smallest unit
 * @decimals: decimals of the product
 * @unit: (nullable): its unit
 *
 * Returns: (transfer full): number and unit, "1.5 kg"
 */
char *
sedia_format_amount (gint64      quantity,
                     guint       decimals,
                     const char *unit)
{
  g_autofree char *number = sedia_format_quantity (quantity, decimals);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);

  return g_strconcat (number, HARD_SPACE, unit, NULL);
}

/**
 * sedia_format_amount_markup:
 * @quantity: in the product's smallest unit
 * @decimals: decimals of the product
 * @unit: (nullable): its unit
 *
 * Returns: (transfer full): the same as markup: the unit is dim, and all of it for zero
 */
char *
sedia_format_amount_markup (gint64      quantity,
                            guint       decimals,
                            const char *unit)
{
  g_autofree char *number = sedia_format_quantity (quantity, decimals);
  g_autofree char *escaped = NULL;
  gboolean has_unit = unit != NULL && *unit != '\0';

  if (has_unit)
    escaped = g_markup_escape_text (unit, -1);

  if (quantity == 0)
    return g_strconcat (DIM, number, has_unit ? HARD_SPACE : "", has_unit ? escaped : "", DIM_END,
                        NULL);
  if (has_unit)
    return g_strconcat (number, HARD_SPACE, DIM, escaped, DIM_END, NULL);

  return g_steal_pointer (&number);
}

/**
 * sedia_format_money:
 * @amount: hundredths, or %SEDIA_NO_AMOUNT
 *
 * Returns: (transfer full): the amount in the user's locale, empty for none
 */
char *
sedia_format_money (gint64 amount)
{
  g_autofree char *plain = NULL;

  if (amount == SEDIA_NO_AMOUNT)
    return g_strdup ("");

  plain = sedia_money_format (amount, sedia_number_form_of_locale ());
  if (plain[0] == '-')
    return g_strconcat (MINUS, plain + 1, NULL);

  return g_steal_pointer (&plain);
}

static char *
format_date (int         day,
             const char *format)
{
  g_autoptr (GDateTime) date = sedia_day_to_date_time (day);

  return date != NULL ? g_date_time_format (date, format) : g_strdup ("");
}

static char *
short_date (int day)
{
  g_autoptr (GDateTime) date = sedia_day_to_date_time (day);
  g_autoptr (GDateTime) now = sedia_day_to_date_time (sedia_day_today ());

  if (date == NULL || now == NULL)
    return g_strdup ("");

  /* Translators: a date of this year, short: "3 Dec"; see strftime */
  if (g_date_time_get_year (date) == g_date_time_get_year (now))
    return g_date_time_format (date, C_("date", "%-d %b"));

  /* Translators: a date of another year, short: "3 Dec 2027"; see strftime */
  return g_date_time_format (date, C_("date", "%-d %b %Y"));
}

/**
 * sedia_format_day:
 * @day: a calendar date, or %SEDIA_NO_DAY
 *
 * Returns: (transfer full): near dates in words, others short; empty for none
 */
char *
sedia_format_day (int day)
{
  const char *near;

  if (day == SEDIA_NO_DAY)
    return g_strdup ("");
  if ((near = sedia_day_near_words (day)) != NULL)
    return g_strdup (near);

  return short_date (day);
}

/**
 * sedia_format_day_full:
 * @day: a calendar date, or %SEDIA_NO_DAY
 *
 * Returns: (transfer full): the whole date with its weekday, for a tooltip; empty for none
 */
char *
sedia_format_day_full (int day)
{
  if (day == SEDIA_NO_DAY)
    return g_strdup ("");

  /* Translators: a whole date: "Thursday, 3 December 2026"; see strftime */
  return format_date (day, C_("date", "%A, %-d %B %Y"));
}

/**
 * sedia_format_is_late: Whether the day something is needed has passed.
 */
gboolean
sedia_format_is_late (int day)
{
  return day != SEDIA_NO_DAY && day < sedia_day_today ();
}

/**
 * sedia_format_due:
 * @day: when something is needed, or %SEDIA_NO_DAY
 *
 * Returns: (transfer full): "3 days late" once it has passed, else as sedia_format_day()
 */
char *
sedia_format_due (int day)
{
  int late;

  if (!sedia_format_is_late (day))
    return sedia_format_day (day);

  late = sedia_day_today () - day;
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) late), late);
}

/**
 * sedia_format_time:
 * @time: microseconds UTC, 0 for never
 *
 * Returns: (transfer full): the local day of @time as sedia_format_day(), today with the hour
 */
char *
sedia_format_time (gint64 time)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (time == 0)
    return g_strdup ("");

  if (sedia_day_of_time (time) != sedia_day_today ())
    return sedia_format_day (sedia_day_of_time (time));

  utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  local = g_date_time_to_local (utc);

  /* Translators: a time of today, short: "today 14:05"; see strftime */
  return g_date_time_format (local, C_("date", "today %H:%M"));
}

/**
 * sedia_format_time_full:
 * @time: microseconds UTC, 0 for never
 *
 * Returns: (transfer full): date and time of day, for a tooltip; empty for never
 */
char *
sedia_format_time_full (gint64 time)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (time == 0)
    return g_strdup ("");

  utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  local = g_date_time_to_local (utc);

  /* Translators: a whole date with the time: "Thursday, 3 December 2026, 14:05"; see strftime */
  return g_date_time_format (local, C_("date", "%A, %-d %B %Y, %H:%M"));
}

/**
 * sedia_format_told_label: What to say about whether a customer has been told.
 */
const char *
sedia_format_told_label (SediaTold told)
{
  switch (told)
    {
    case SEDIA_TOLD_NOT_YET:
      return C_("told", "Not told");

    case SEDIA_TOLD_YES:
      return C_("told", "Told");

    case SEDIA_TOLD_NO_NEED:
      return "";
    }

  return "";
}

/**
 * sedia_format_told_icon: (nullable) the icon that goes with it.
 */
const char *
sedia_format_told_icon (SediaTold told)
{
  switch (told)
    {
    case SEDIA_TOLD_NOT_YET:
      return "sedia-not-told-symbolic";

    case SEDIA_TOLD_YES:
      return "sedia-told-symbolic";

    case SEDIA_TOLD_NO_NEED:
      return NULL;
    }

  return NULL;
}

/* ---- closures: the first argument is the object the binding belongs to */

static char **
classes (const char *always,
         const char *sometimes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, always);
  if (sometimes != NULL)
    g_strv_builder_add (builder, sometimes);

  return g_strv_builder_end (builder);
}

static char *
quantity_text (gpointer self,
               gint64   quantity,
               guint    decimals)
{
  return sedia_format_quantity (quantity, decimals);
}

static char *
quantity_markup (gpointer    self,
                 gint64      quantity,
                 guint       decimals,
                 const char *unit)
{
  return sedia_format_amount_markup (quantity, decimals, unit);
}

static char **
quantity_classes (gpointer self,
                  gint64   quantity)
{
  return classes ("numeric", quantity < 0 ? "negative" : NULL);
}

static char *
count_markup (gpointer self,
              int      count)
{
  return sedia_format_amount_markup (count, 0, NULL);
}

static char *
money_text (gpointer self,
            gint64   amount)
{
  return sedia_format_money (amount);
}

static char *
day_text (gpointer self,
          int      day)
{
  return sedia_format_day (day);
}

static char *
day_full (gpointer self,
          int      day)
{
  return sedia_format_day_full (day);
}

static char *
time_text (gpointer self,
           gint64   time)
{
  return sedia_format_time (time);
}

static char *
time_full (gpointer self,
           gint64   time)
{
  return sedia_format_time_full (time);
}

static char *
due_text (gpointer self,
          int      day)
{
  return sedia_format_due (day);
}

static char **
due_classes (gpointer self,
             int      day)
{
  return classes ("due", sedia_format_is_late (day) ? "late" : NULL);
}

static char *
due_icon (gpointer self,
          int      day)
{
  return g_strdup (sedia_format_is_late (day) ? "sedia-late-symbolic" : NULL);
}

static char *
state_label (gpointer self,
             int      state)
{
  return g_strdup (sedia_stock_state_label ((SediaStockState) state));
}

static char *
state_icon (gpointer self,
            int      state)
{
  return g_strdup (sedia_stock_state_icon ((SediaStockState) state));
}

static char **
state_classes (gpointer self,
               int      state)
{
  static const char *const names[] = { "negative", "waiting", "out", "low", "ok" };

  return classes ("pill", names[CLAMP (state, 0, (int) G_N_ELEMENTS (names) - 1)]);
}

static char *
told_label (gpointer self,
            int      told)
{
  return g_strdup (sedia_format_told_label ((SediaTold) told));
}

static char *
told_icon (gpointer self,
           int      told)
{
  return g_strdup (sedia_format_told_icon ((SediaTold) told));
}

static char **
told_classes (gpointer self,
              int      told)
{
  return classes ("pill", told == SEDIA_TOLD_NOT_YET ? "not-told" : NULL);
}

static gboolean
at_least (gpointer self,
          int      have,
          int      need)
{
  return have >= need;
}

static gboolean
is_text (gpointer    self,
         const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_not (gpointer self,
        gboolean value)
{
  return !value;
}

/**
 * sedia_format_bind_closures:
 * @widget_class: class of a widget with a template, in its class_init
 *
 * Lets the template, and the cells of the list factories written in it, call the closures of
 * sedia-format.h by name.
 */
void
sedia_format_bind_closures (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_bind_template_callback (widget_class, at_least);
  gtk_widget_class_bind_template_callback (widget_class, count_markup);
  gtk_widget_class_bind_template_callback (widget_class, day_full);
  gtk_widget_class_bind_template_callback (widget_class, day_text);
  gtk_widget_class_bind_template_callback (widget_class, due_classes);
  gtk_widget_class_bind_template_callback (widget_class, due_icon);
  gtk_widget_class_bind_template_callback (widget_class, due_text);
  gtk_widget_class_bind_template_callback (widget_class, is_not);
  gtk_widget_class_bind_template_callback (widget_class, is_text);
  gtk_widget_class_bind_template_callback (widget_class, money_text);
  gtk_widget_class_bind_template_callback (widget_class, quantity_classes);
  gtk_widget_class_bind_template_callback (widget_class, quantity_markup);
  gtk_widget_class_bind_template_callback (widget_class, quantity_text);
  gtk_widget_class_bind_template_callback (widget_class, state_classes);
  gtk_widget_class_bind_template_callback (widget_class, state_icon);
  gtk_widget_class_bind_template_callback (widget_class, state_label);
  gtk_widget_class_bind_template_callback (widget_class, time_full);
  gtk_widget_class_bind_template_callback (widget_class, time_text);
  gtk_widget_class_bind_template_callback (widget_class, told_classes);
  gtk_widget_class_bind_template_callback (widget_class, told_icon);
  gtk_widget_class_bind_template_callback (widget_class, told_label);
}
