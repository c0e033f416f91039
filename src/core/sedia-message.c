/* Messages to customers: see sedia-message.h.
 *
 * A template is cut into sentences first and filled afterwards, so that nothing in a name or in the
 * name of a product is taken for the end of a sentence or for a placeholder.
 */
#include "config.h"

#include "sedia-message.h"

#include <string.h>

#define RTL_BEGIN "\u2068" /* first strong isolate */
#define RTL_END "\u2069"   /* pop directional isolate */

/* What stands in for a name between braces. Those that begin with "no-" stand for nothing, and are
 * there exactly when the other is not: a sentence with one is left out unless it is needed. */
typedef enum
{
  VALUE_NAME,
  VALUE_SHOP,
  VALUE_NO_SHOP,
  VALUE_ITEMS,
  VALUE_READY,
  VALUE_WAITING,
  VALUE_DATE,
  VALUE_NO_DATE,
  VALUE_HOURS,
  VALUE_DEPOSIT,
  N_VALUES,
} Value;

static const char *const value_names[N_VALUES] = {
  "name", "shop", "no-shop", "items", "ready", "waiting", "date", "no-date", "hours", "deposit",
};

/* The values of one paragraph; NULL where there is none. */
typedef struct
{
  char *texts[N_VALUES];
} Values;

static void
values_clear (Values *values)
{
  for (guint i = 0; i < N_VALUES; i++)
    g_free (values->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

/**
 * sedia_message_item_free: Frees an item of a message.
 */
void
sedia_message_item_free (SediaMessageItem *item)
{
  if (item == NULL)
    return;

  g_free (item->product);
  g_free (item->quantity);
  g_free (item->ready);
  g_free (item->waiting);
  g_free (item);
}

/**
 * sedia_template_knows: Whether a name between braces stands for something.
 */
gboolean
sedia_template_knows (const char *name)
{
  for (guint i = 0; i < N_VALUES; i++)
    if (strcmp (value_names[i], name) == 0)
      return TRUE;

  return FALSE;
}

/* ---- days */

/**
 * sedia_message_day:
 * @language: of the customer
 * @day: a day
 * @today: the day it is written
 *
 * Returns: (transfer full): "besok", "Kamis, 3 Desember", "3 December 2027": in the customer's
 *   language, whatever the locale
 */
char *
sedia_message_day (const char *language,
                   int         day,
                   int         today)
{
  static const char *const months[2][12] = {
    { "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December" },
    { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
      "Oktober", "November", "Desember" },
  };
  static const char *const weekdays[2][7] = {
    { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
    { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu" },
  };
  static const char *const near[2][2] = { { "today", "tomorrow" }, { "hari ini", "besok" } };
  const guint tongue = g_strcmp0 (language, "id") == 0;
  GDate date, written;

  if (day == today || day == today + 1)
    return g_strdup (near[tongue][day - today]);

  /* GDate counts from the first day of the year 1, the days here from 1970. */
  g_date_clear (&date, 1);
  g_date_clear (&written, 1);
  g_date_set_julian (&date, (guint32) (day + 719163));
  g_date_set_julian (&written, (guint32) (today + 719163));

  if (g_date_get_year (&date) != g_date_get_year (&written))
    return g_strdup_printf ("%d %s %d", g_date_get_day (&date),
                            months[tongue][g_date_get_month (&date) - 1], g_date_get_year (&date));
  if (day > today && day <= today + 6)
    return g_strdup_printf ("%s, %d %s", weekdays[tongue][g_date_get_weekday (&date) - 1],
                            g_date_get_day (&date), months[tongue][g_date_get_month (&date) - 1]);

  return g_strdup_printf ("%d %s", g_date_get_day (&date),
                          months[tongue][g_date_get_month (&date) - 1]);
}

/* ---- values */

static gboolean
is_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
          script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
          script == G_UNICODE_SCRIPT_NKO)
        return TRUE;
    }

  return FALSE;
}

/* On one line, without what cannot be seen; NULL for nothing. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iscntrl (c) && c != 0x2028 && c != 0x2029)
        g_string_append_unichar (clean, c);
      else if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
        g_string_append_c (clean, ' ');
    }

  g_strstrip (clean->str);
  if (*clean->str == '\0')
    return NULL;
  if (is_right_to_left (clean->str))
    return g_strconcat (RTL_BEGIN, clean->str, RTL_END, NULL);

  return g_strdup (clean->str);
}

static const char *
quantity_of (const SediaMessageItem *item,
             Value                   value)
{
  if (value == VALUE_READY)
    return item->ready;

  return value == VALUE_WAITING ? item->waiting : item->quantity;
}

/* "2 pcs Kopi 1 kg", or a list, each with its day where they differ. */
static char *
list_items (GPtrArray               *items,
            Value                    value,
            gboolean                 with_days,
            const SediaMessageFacts *facts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      const SediaMessageItem *item = g_ptr_array_index (items, i);
      const char *quantity = quantity_of (item, value);
      g_autofree char *product = dup_clean (item->product);
      g_autofree char *day = NULL;

      if (quantity == NULL || product == NULL)
        continue;
      if (with_days && item->expected != SEDIA_NO_DAY && value != VALUE_READY)
        day = sedia_message_day (facts->language, item->expected, facts->today);
      g_ptr_array_add (lines, day != NULL
                                ? g_strdup_printf ("%s %s (%s)", quantity, product, day)
                                : g_strdup_printf ("%s %s", quantity, product));
    }

  if (lines->len == 0)
    return NULL;
  if (lines->len == 1)
    return g_strdup (g_ptr_array_index (lines, 0));

  g_ptr_array_add (lines, NULL);
  g_ptr_array_insert (lines, 0, g_strdup (""));

  return g_strjoinv ("\n- ", (char **) lines->pdata);
}

/* The last day of those that wait; SEDIA_NO_DAY when one of them has none. */
static int
last_day (GPtrArray *items,
          gboolean  *differ)
{
  int first = SEDIA_NO_DAY, last = SEDIA_NO_DAY;
  gboolean is_first = TRUE, has_none = FALSE;

  *differ = FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const SediaMessageItem *item = g_ptr_array_index (items, i);

      if (item->waiting == NULL)
        continue;
      if (is_first)
        first = last = item->expected;
      is_first = FALSE;
      has_none = has_none || item->expected == SEDIA_NO_DAY;
      *differ = *differ || item->expected != first;
      last = MAX (last, item->expected);
    }

  return has_none ? SEDIA_NO_DAY : last;
}

static void
fill_values (Values                  *values,
             GPtrArray               *items,
             const SediaMessageFacts *facts)
{
  gboolean differ;
  const int day = last_day (items, &differ);

  values->texts[VALUE_NAME] = dup_clean (facts->name);
  values->texts[VALUE_SHOP] = dup_clean (facts->shop);
  if (values->texts[VALUE_SHOP] == NULL)
    values->texts[VALUE_NO_SHOP] = g_strdup ("");
  values->texts[VALUE_ITEMS] = list_items (items, VALUE_ITEMS, differ, facts);
  values->texts[VALUE_READY] = list_items (items, VALUE_READY, FALSE, facts);
  values->texts[VALUE_WAITING] = list_items (items, VALUE_WAITING, differ, facts);
  /* Where the days differ each stands beside its item. */
  if (day != SEDIA_NO_DAY && !differ)
    values->texts[VALUE_DATE] = sedia_message_day (facts->language, day, facts->today);
  else if (day == SEDIA_NO_DAY && values->texts[VALUE_WAITING] != NULL)
    values->texts[VALUE_NO_DATE] = g_strdup ("");
  values->texts[VALUE_HOURS] = dup_clean (facts->hours);
  values->texts[VALUE_DEPOSIT] = dup_clean (facts->deposit);
}

/* ---- filling */

static const char *
find_value (const Values *values,
            const char   *name,
            gsize         length)
{
  for (guint i = 0; i < N_VALUES; i++)
    if (strlen (value_names[i]) == length && memcmp (value_names[i], name, length) == 0)
      return values->texts[i];

  return NULL;
}

/* Whether every name in the sentence has a value; then it is appended. */
static void
append_sentence (GString      *text,
                 const char   *sentence,
                 gsize         length,
                 const Values *values)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *end = sentence + length;
  gboolean is_list = FALSE;

  for (const char *p = sentence; p < end; p++)
    {
      const char *close = *p == '{' ? memchr (p, '}', (gsize) (end - p)) : NULL;
      const char *value;

      if (close == NULL)
        {
          /* After a list no full stop stands alone. */
          if (!(*p == '.' && is_list))
            g_string_append_c (filled, *p);
          is_list = FALSE;
          continue;
        }
      value = find_value (values, p + 1, (gsize) (close - p - 1));
      if (value == NULL)
        return;
      if (*value == '\n' && filled->len > 0 && filled->str[filled->len - 1] == ' ')
        g_string_truncate (filled, filled->len - 1);
      g_string_append (filled, value);
      is_list = *value == '\n';
      p = close;
    }

  /* What follows a list begins a line of its own. */
  if (text->len > 0 && text->str[text->len - 1] == ' ' && strstr (text->str, "\n- ") != NULL &&
      strrchr (text->str, '\n') != NULL && g_str_has_prefix (strrchr (text->str, '\n'), "\n- "))
    text->str[text->len - 1] = '\n';
  g_string_append (text, filled->str);
}

static gboolean
ends_sentence (const char *p)
{
  return *p == '\n' || ((*p == '.' || *p == '!' || *p == '?') &&
                        (p[1] == ' ' || p[1] == '\n' || p[1] == '\0'));
}

/* The template with its values, without the sentences that lack one; NULL for nothing. */
static char *
fill (const char   *template,
      const Values *values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *begin = template;

  for (const char *p = template; *begin != '\0'; p++)
    {
      gsize length;

      if (*p != '\0' && !ends_sentence (p))
        continue;

      length = (gsize) (p - begin) + (*p != '\0');
      while (*p != '\0' && (begin[length] == ' ' || begin[length] == '\n'))
        length++;
      append_sentence (text, begin, length, values);
      begin += length;
      p = begin - 1;
    }

  g_strstrip (text->str);

  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

/* ---- the message */

static const char *
template_of (SediaMessagePart         part,
             const SediaMessageFacts *facts,
             const SediaTemplates    *templates)
{
  if (templates != NULL && templates->parts[part] != NULL)
    return templates->parts[part];

  return sedia_template_shipped (part, facts->language);
}

static void
append_part (GPtrArray               *paragraphs,
             SediaMessagePart         part,
             GPtrArray               *items,
             const SediaMessageFacts *facts,
             const SediaTemplates    *templates)
{
  g_auto (Values) values = { { NULL } };
  char *paragraph;

  fill_values (&values, items, facts);
  paragraph = fill (template_of (part, facts, templates), &values);
  if (paragraph != NULL)
    g_ptr_array_add (paragraphs, paragraph);
}

static gboolean
is_of_all (SediaDueReason reason)
{
  return reason == SEDIA_DUE_SILENT || reason == SEDIA_DUE_WAIT_ENDED;
}

/* Items of which this is the most urgent news: each is said once. */
static GPtrArray *
items_of (GPtrArray      *items,
          SediaDueReason  reason)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      SediaMessageItem *item = g_ptr_array_index (items, i);
      const guint more_urgent = item->reasons & ((1u << reason) - 1);

      if (more_urgent == 0 &&
          (is_of_all (reason) ? item->waiting != NULL : (item->reasons & 1u << reason) != 0))
        g_ptr_array_add (found, item);
    }

  return found;
}

static void
append_reasons (GPtrArray               *paragraphs,
                const SediaMessageFacts *facts,
                const SediaTemplates    *templates)
{
  for (guint i = 0; i < SEDIA_N_DUE; i++)
    {
      g_autoptr (GPtrArray) items = NULL;

      if ((facts->reasons & 1u << i) == 0)
        continue;

      items = items_of (facts->items, (SediaDueReason) i);
      if (items->len > 0)
        append_part (paragraphs, (SediaMessagePart) i, items, facts, templates);
    }
}

/**
 * sedia_message_write:
 * @facts: what there is to say
 * @templates: (nullable): what the shop wrote instead of the shipped words
 *
 * Returns: (transfer full): the message: one for all of a customer's lines
 */
char *
sedia_message_write (const SediaMessageFacts *facts,
                     const SediaTemplates    *templates)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);

  append_part (paragraphs, SEDIA_PART_GREETING, facts->items, facts, templates);
  if (facts->reasons != 0)
    append_reasons (paragraphs, facts, templates);
  else
    append_part (paragraphs, SEDIA_PART_UPDATE, facts->items, facts, templates);
  if (facts->offer_cancel)
    append_part (paragraphs, SEDIA_PART_OFFER, facts->items, facts, templates);
  append_part (paragraphs, SEDIA_PART_CLOSING, facts->items, facts, templates);
  g_ptr_array_add (paragraphs, NULL);

  return g_strjoinv ("\n\n", (char **) paragraphs->pdata);
}
