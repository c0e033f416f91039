/* A purchase order as a message: see sedia-purchase-text.h.
 *
 * The words are here and not in the translations of the program: the shop writes in the language of
 * its country, whatever language its screen is in.
 */
#include "config.h"

#include "sedia-purchase-text.h"

#include "sedia-message.h"

#include <inttypes.h>

/* What stands before a number, a name or a day. */
typedef struct
{
  SediaNumberForm numbers;
  const char *subject;
  const char *hello;
  const char *hello_from;
  const char *order;
  const char *line_by;
  const char *by;
  const char *thanks;
} Words;

static const Words english = {
  .numbers = { '.', ',' },
  .subject = "Purchase order",
  .hello = "Hello,",
  .hello_from = "Hello, this is",
  .order = "We would like to order (purchase order",
  .line_by = "by",
  .by = "Please deliver by",
  .thanks = "Thank you.",
};

static const Words indonesian = {
  .numbers = { ',', '.' },
  .subject = "Pesanan pembelian",
  .hello = "Halo,",
  .hello_from = "Halo, kami dari",
  .order = "Kami ingin memesan (pesanan pembelian",
  .line_by = "paling lambat",
  .by = "Mohon dikirim paling lambat",
  .thanks = "Terima kasih.",
};

static const Words *
words_of (const char *language)
{
  return g_strcmp0 (language, "id") == 0 ? &indonesian : &english;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* With its year, however near it is: the message may lie for a while. */
static char *
dup_day (const char *language,
         int         day)
{
  return sedia_message_day (language, day, SEDIA_NO_DAY);
}

/**
 * sedia_purchase_line_wanted: How much of a line is ordered, without what will not come any more.
 */
gint64
sedia_purchase_line_wanted (const SediaPurchaseLine *line)
{
  return MAX (line->ordered - line->closed, 0);
}

/**
 * sedia_purchase_wanted_day:
 * @purchase: a purchase with its lines
 *
 * Returns: the day by which all of it is wanted; SEDIA_NO_DAY when its lines differ, or there is
 *   none
 */
int
sedia_purchase_wanted_day (const SediaPurchase *purchase)
{
  int day = SEDIA_NO_DAY;
  gboolean is_first = TRUE;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (sedia_purchase_line_wanted (line) == 0)
        continue;
      if (!is_first && line->expected != day)
        return SEDIA_NO_DAY;
      day = line->expected;
      is_first = FALSE;
    }

  return day;
}

/**
 * sedia_purchase_packs:
 * @line: a line of a purchase
 * @form: how numbers are written
 *
 * Returns: (transfer full) (nullable): "2 × 12" for two packs of twelve; %NULL when it is not
 *   ordered in whole packs
 */
char *
sedia_purchase_packs (const SediaPurchaseLine *line,
                      SediaNumberForm          form)
{
  const gint64 wanted = sedia_purchase_line_wanted (line);
  const gint64 size = line->pack * sedia_quantity_one (line->decimals);
  g_autofree char *count = NULL;
  g_autofree char *units = NULL;

  if (size <= 0 || wanted == 0 || wanted % size != 0)
    return NULL;

  count = sedia_number_format (wanted / size, 0, form);
  units = sedia_number_format (line->pack, 0, form);

  return g_strdup_printf ("%s × %s", count, units);
}

/**
 * sedia_purchase_subject:
 * @purchase: a purchase
 * @shop: (nullable): the shop's name
 * @language: (nullable): "id" for Indonesian, all others are English
 *
 * Returns: (transfer full): the subject of a mail with it
 */
char *
sedia_purchase_subject (const SediaPurchase *purchase,
                        const char          *shop,
                        const char          *language)
{
  const Words *words = words_of (language);

  return is_text (shop)
           ? g_strdup_printf ("%s %" PRId64 " – %s", words->subject, purchase->id, shop)
           : g_strdup_printf ("%s %" PRId64, words->subject, purchase->id);
}

/* "1. KT-003 Blue Kettle: 24 pcs (2 × 12), by 3 December 2026" */
static void
append_line (GString                 *text,
             guint                    number,
             const SediaPurchaseLine *line,
             const char              *language,
             gboolean                 with_day)
{
  const Words *words = words_of (language);
  const gint64 wanted = sedia_purchase_line_wanted (line);
  g_autofree char *amount = sedia_number_format (wanted, line->decimals, words->numbers);
  g_autofree char *packs = sedia_purchase_packs (line, words->numbers);

  g_string_append_printf (text, "%u. %s %s: %s %s", number, line->sku, line->product, amount,
                          line->unit);
  if (packs != NULL)
    g_string_append_printf (text, " (%s)", packs);
  if (with_day && line->expected != SEDIA_NO_DAY)
    {
      g_autofree char *day = dup_day (language, line->expected);

      g_string_append_printf (text, ", %s %s", words->line_by, day);
    }
  g_string_append_c (text, '\n');
}

/**
 * sedia_purchase_text:
 * @purchase: a purchase with its lines
 * @shop: (nullable): the shop's name
 * @language: (nullable): "id" for Indonesian, all others are English
 *
 * Returns: (transfer full): what is written to the supplier: who wants what, and by when. For whom
 *   it is, is nobody's business but the shop's.
 */
char *
sedia_purchase_text (const SediaPurchase *purchase,
                     const char          *shop,
                     const char          *language)
{
  const Words *words = words_of (language);
  const int day = sedia_purchase_wanted_day (purchase);
  g_autoptr (GString) text = g_string_new (NULL);
  guint number = 0;

  if (is_text (shop))
    g_string_append_printf (text, "%s %s.\n", words->hello_from, shop);
  else
    g_string_append_printf (text, "%s\n", words->hello);
  g_string_append_printf (text, "%s %" PRId64 "):\n\n", words->order, purchase->id);
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (sedia_purchase_line_wanted (line) > 0)
        append_line (text, ++number, line, language, day == SEDIA_NO_DAY);
    }

  g_string_append_c (text, '\n');
  if (day != SEDIA_NO_DAY)
    {
      g_autofree char *when = dup_day (language, day);

      g_string_append_printf (text, "%s %s. ", words->by, when);
    }
  g_string_append (text, words->thanks);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
