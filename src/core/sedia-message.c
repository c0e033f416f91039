/* Composing a message: which part says what of which item.
 *
 *   item     5 pcs Kopi: 2 ready, 3 waiting; news: ready, and comes too late
 *   ready      says the 2     an item has two halves, and each is said once: what is ready where
 *   too late   says the 3     that is news; what waits by the most urgent reason it has
 *
 * The customer-wide reasons say what still waits and no other paragraph said.
 */
#include "config.h"

#include "sedia-message.h"

#include "sedia-template-fill.h"

#include <string.h>

#define EPOCH_JULIAN 719163 /* GDate's number of 1970-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */
#define WEEK_AHEAD 6        /* so far a day of the week names one day */

#define BIT(reason) (1u << (reason))
#define ABOUT_ALL (BIT (SEDIA_DUE_WAIT_ENDED) | BIT (SEDIA_DUE_SILENT))

/* What a paragraph says of an item. */
typedef struct
{
  const SediaMessageItem *item;
  gboolean says_ready;
  gboolean says_waiting;
} Told;

/* When the items of a paragraph come. */
typedef struct
{
  guint n_known;
  guint n_unknown;
  int first;
  int last;
  const SediaMessageItem *last_item;
} Days;

typedef struct
{
  const char *today;
  const char *tomorrow;
  const char *unknown; /* beside an item in a list */
  const char *weekdays[7];
  const char *months[12];
} Words;

static const Words english = {
  "today", "tomorrow", "date not known yet",
  { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  { "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December" },
};

static const Words indonesian = {
  "hari ini", "besok", "belum ada kepastian",
  { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu" },
  { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember" },
};

/* ---- days */

static const Words *
words_of (const char *language)
{
  return g_strcmp0 (language, "id") == 0 ? &indonesian : &english;
}

static gboolean
read_day (int    day,
          GDate *date)
{
  if (day <= -EPOCH_JULIAN || day > LAST_DAY)
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (day + EPOCH_JULIAN));

  return TRUE;
}

/**
 * sedia_message_day:
 * @language: (nullable): "id" for Indonesian, all others are English
 * @day: a day
 * @today: the day it is read on
 *
 * Returns: (transfer full) (nullable): the day in the customer's words, to stand within a sentence:
 *   "besok", "Kamis, 3 Desember", "3 Januari 2027"; %NULL when it is no day
 */
char *
sedia_message_day (const char *language,
                   int         day,
                   int         today)
{
  const Words *words = words_of (language);
  const gint64 ahead = (gint64) day - today;
  g_autoptr (GString) text = g_string_new (NULL);
  GDate date;
  GDate now;

  if (!read_day (day, &date))
    return NULL;
  if (ahead == 0 || ahead == 1)
    return g_strdup (ahead == 0 ? words->today : words->tomorrow);

  if (ahead > 1 && ahead <= WEEK_AHEAD)
    g_string_append_printf (text, "%s, ", words->weekdays[g_date_get_weekday (&date) - 1]);
  g_string_append_printf (text, "%d %s", g_date_get_day (&date),
                          words->months[g_date_get_month (&date) - 1]);
  if (!read_day (today, &now) || g_date_get_year (&now) != g_date_get_year (&date))
    g_string_append_printf (text, " %d", g_date_get_year (&date));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "3 Desember", with the year where it is not this one. */
static void
append_date (GString     *text,
             const Words *words,
             const GDate *date,
             gboolean     with_year)
{
  g_string_append_printf (text, "%d %s", g_date_get_day (date),
                          words->months[g_date_get_month (date) - 1]);
  if (with_year)
    g_string_append_printf (text, " %d", g_date_get_year (date));
}

/**
 * sedia_message_days:
 * @language: (nullable): "id" for Indonesian, all others are English
 * @earliest: a day
 * @latest: another, the same, or an earlier one, which is as good as the same
 * @today: the day it is read on
 *
 * Returns: (transfer full) (nullable): between which days, in the customer's words, to stand within
 *   a sentence: "3–6 Desember", "28 November – 3 Desember"; one day as sedia_message_day() says it;
 *   %NULL when it is no day
 */
char *
sedia_message_days (const char *language,
                    int         earliest,
                    int         latest,
                    int         today)
{
  const Words *words = words_of (language);
  g_autoptr (GString) text = g_string_new (NULL);
  GDate from, to, now;
  gboolean with_year;

  earliest = MAX (earliest, today);
  if (earliest >= latest)
    return sedia_message_day (language, latest, today);
  if (!read_day (earliest, &from) || !read_day (latest, &to) || !read_day (today, &now))
    return NULL;

  with_year = g_date_get_year (&now) != g_date_get_year (&to);
  if (g_date_get_month (&from) == g_date_get_month (&to) &&
      g_date_get_year (&from) == g_date_get_year (&to))
    g_string_append_printf (text, "%d–", g_date_get_day (&from));
  else
    {
      append_date (text, words, &from, g_date_get_year (&from) != g_date_get_year (&to));
      g_string_append (text, " – ");
    }
  append_date (text, words, &to, with_year);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* When an item comes, as the customer reads it; there is a day. */
static char *
dup_item_days (const SediaMessageFacts *facts,
               const SediaMessageItem  *item)
{
  return item->earliest < item->latest && item->latest >= facts->today
           ? sedia_message_days (facts->language, item->earliest, item->latest, facts->today)
           : sedia_message_day (facts->language, item->expected, facts->today);
}

/* A day that has passed is no answer to "when will it come". */
static gboolean
is_known (const SediaMessageFacts *facts,
          int                      day)
{
  GDate date;

  return day >= facts->today && read_day (day, &date);
}

static void
count_days (const SediaMessageFacts *facts,
            const GArray            *told,
            Days                    *days)
{
  memset (days, 0, sizeof *days);
  for (guint i = 0; i < told->len; i++)
    {
      const Told *one = &g_array_index (told, Told, i);
      const int day = one->item->expected;

      if (!one->says_waiting)
        continue;
      if (!is_known (facts, day))
        {
          days->n_unknown++;
          continue;
        }
      days->first = days->n_known == 0 ? day : MIN (days->first, day);
      if (days->n_known == 0 || day > days->last)
        days->last_item = one->item;
      days->last = days->n_known == 0 ? day : MAX (days->last, day);
      days->n_known++;
    }
}

static gboolean
days_differ (const Days *days)
{
  return days->n_known > 0 && (days->n_unknown > 0 || days->first != days->last);
}

/* ---- lists of items */

/* "2 pcs Kopi 1 kg"; %NULL when there is none of it. */
static char *
dup_item (const SediaMessageItem *item,
          const char             *quantity)
{
  g_autofree char *amount = sedia_slot_clean (quantity);
  g_autofree char *product = sedia_slot_clean (item->product);

  if (amount == NULL || product == NULL)
    return NULL;

  return g_strdup_printf ("%s %s", amount, product);
}

static char *
dup_day_beside (const SediaMessageFacts *facts,
                const Told              *one)
{
  g_autofree char *day = NULL;

  if (!one->says_waiting)
    return g_strdup ("");
  if (is_known (facts, one->item->expected))
    day = dup_item_days (facts, one->item);

  return g_strdup_printf (" (%s)", day != NULL ? day : words_of (facts->language)->unknown);
}

static const char *
quantity_of (const Told *one,
             SediaSlot   slot)
{
  if (slot == SEDIA_SLOT_READY)
    return one->says_ready ? one->item->ready : NULL;
  if (slot == SEDIA_SLOT_WAITING)
    return one->says_waiting ? one->item->waiting : NULL;

  return one->item->quantity;
}

/* One item as it is, several as a list; %NULL when there is none. */
static char *
dup_items (const SediaMessageFacts *facts,
           const GArray            *told,
           SediaSlot                slot,
           gboolean                 with_days)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < told->len; i++)
    {
      const Told *one = &g_array_index (told, Told, i);
      g_autofree char *text = dup_item (one->item, quantity_of (one, slot));
      g_autofree char *day = with_days ? dup_day_beside (facts, one) : g_strdup ("");

      if (text != NULL)
        g_ptr_array_add (lines, g_strconcat (text, day, NULL));
    }

  if (lines->len <= 1)
    return lines->len == 1 ? g_strdup (g_ptr_array_index (lines, 0)) : NULL;

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (list, "%s- %s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (lines, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* ---- who is told where */

static gboolean
is_some (const char *quantity)
{
  g_autofree char *clean = sedia_slot_clean (quantity);

  return clean != NULL;
}

/* The most urgent of some reasons. */
static int
first_reason (guint reasons)
{
  return reasons != 0 ? g_bit_nth_lsf (reasons, -1) : -1;
}

/* What the paragraph of a reason says of an item; FALSE when that is nothing. */
static gboolean
is_told (const SediaMessageFacts *facts,
         const SediaMessageItem  *item,
         SediaDueReason           reason,
         Told                    *told)
{
  const guint news = item->reasons & facts->reasons & ~ABOUT_ALL;
  const guint of_waiting = news & ~BIT (SEDIA_DUE_READY);
  const gboolean has_ready = is_some (item->ready);
  const gboolean has_waiting = is_some (item->waiting);
  const gboolean ready_is_news = (news & BIT (SEDIA_DUE_READY)) != 0 && has_ready;

  told->item = item;
  if (reason == SEDIA_DUE_READY)
    {
      told->says_ready = ready_is_news;
      told->says_waiting = ready_is_news && has_waiting && of_waiting == 0;
      return ready_is_news;
    }

  told->says_ready = has_ready && !ready_is_news;
  told->says_waiting = has_waiting;
  if ((BIT (reason) & ABOUT_ALL) != 0)
    return has_waiting && of_waiting == 0 && !ready_is_news &&
           first_reason (facts->reasons & ABOUT_ALL) == (int) reason;

  return has_waiting && first_reason (of_waiting) == (int) reason;
}

/* The items that a part concerns: all of them, unless it is the paragraph of a reason. */
static GArray *
collect (const SediaMessageFacts *facts,
         SediaMessagePart         part)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));
  const guint n_items = facts->items != NULL ? facts->items->len : 0;

  for (guint i = 0; i < n_items; i++)
    {
      const SediaMessageItem *item = g_ptr_array_index (facts->items, i);
      Told one = { item, is_some (item->ready), is_some (item->waiting) };

      if ((guint) part >= SEDIA_N_DUE || is_told (facts, item, (SediaDueReason) part, &one))
        g_array_append_val (told, one);
    }

  return g_steal_pointer (&told);
}

/* Whether anything at all is still waited for. */
static gboolean
somebody_waits (const SediaMessageFacts *facts)
{
  g_autoptr (GArray) all = collect (facts, SEDIA_PART_UPDATE);

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Told, i).says_waiting)
      return TRUE;

  return FALSE;
}

/* A paragraph about items needs some. That a wait has ended is worth a word even where its items
 * have had theirs. */
static gboolean
is_worth_a_word (const SediaMessageFacts *facts,
                 SediaMessagePart         part,
                 const GArray            *told)
{
  if ((guint) part == SEDIA_DUE_WAIT_ENDED)
    return somebody_waits (facts);

  return told->len > 0 || part == SEDIA_PART_GREETING || part == SEDIA_PART_OFFER ||
         part == SEDIA_PART_CLOSING;
}

/* ---- composing */

static void
set_values (const SediaMessageFacts *facts,
            const GArray            *told,
            SediaSlotValues         *values)
{
  Days days;
  gboolean differ;

  count_days (facts, told, &days);
  differ = days_differ (&days);

  values->text[SEDIA_SLOT_NAME] = sedia_slot_clean (facts->name);
  values->text[SEDIA_SLOT_SHOP] = sedia_slot_clean (facts->shop);
  values->text[SEDIA_SLOT_HOURS] = sedia_slot_clean (facts->hours);
  values->text[SEDIA_SLOT_DEPOSIT] = sedia_slot_clean (facts->deposit);
  values->text[SEDIA_SLOT_UNTIL] = sedia_message_day (facts->language, facts->wait_until,
                                                      facts->today);
  values->text[SEDIA_SLOT_ITEMS] = dup_items (facts, told, SEDIA_SLOT_ITEMS, differ);
  values->text[SEDIA_SLOT_READY] = dup_items (facts, told, SEDIA_SLOT_READY, FALSE);
  values->text[SEDIA_SLOT_WAITING] = dup_items (facts, told, SEDIA_SLOT_WAITING, differ);
  if (values->text[SEDIA_SLOT_READY] != NULL)
    values->text[SEDIA_SLOT_SOME_READY] = g_strdup ("");
  if (days.n_known > 0 && days.n_unknown == 0)
    values->text[SEDIA_SLOT_DATE] = dup_item_days (facts, days.last_item);
  if (days.n_known == 0 && days.n_unknown > 0)
    values->text[SEDIA_SLOT_NO_DATE] = g_strdup ("");
}

static void
append_part (GString                 *message,
             const SediaMessageFacts *facts,
             const SediaTemplates    *templates,
             SediaMessagePart         part)
{
  const char *own = templates != NULL ? templates->parts[part] : NULL;
  const char *text = own != NULL ? own : sedia_template_shipped (part, facts->language);
  g_autoptr (GArray) told = collect (facts, part);
  g_auto (SediaSlotValues) values = { 0 };
  g_autofree char *paragraph = NULL;

  if (!is_worth_a_word (facts, part, told))
    return;

  set_values (facts, told, &values);
  paragraph = sedia_template_fill (text, &values);
  if (*paragraph == '\0')
    return;

  if (message->len > 0)
    g_string_append (message, "\n\n");
  g_string_append (message, paragraph);
}

/**
 * sedia_message_write:
 * @facts: what there is to say, and to whom
 * @templates: (nullable): what the shop wrote instead of the shipped texts; an empty text says
 *   nothing
 *
 * Writes one message for all that a customer must be told. Each thing is said once, by its most
 * urgent reason; what part of it is ready and what part waits are two things.
 *
 * Returns: (transfer full): the text, paragraphs with an empty line between
 */
char *
sedia_message_write (const SediaMessageFacts *facts,
                     const SediaTemplates    *templates)
{
  g_autoptr (GString) message = g_string_new (NULL);

  g_return_val_if_fail (facts != NULL, NULL);

  append_part (message, facts, templates, SEDIA_PART_GREETING);
  for (guint reason = 0; reason < SEDIA_N_DUE; reason++)
    if ((facts->reasons & BIT (reason)) != 0)
      append_part (message, facts, templates, (SediaMessagePart) reason);
  if (facts->reasons == 0)
    append_part (message, facts, templates, SEDIA_PART_UPDATE);
  if (facts->offer_cancel)
    append_part (message, facts, templates, SEDIA_PART_OFFER);
  append_part (message, facts, templates, SEDIA_PART_CLOSING);

  return g_string_free (g_steal_pointer (&message), FALSE);
}

/**
 * sedia_message_item_free: Frees an item; %NULL is nothing.
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
