/* What customers are told: no hole, no brace, nothing twice, in two languages. */
#include "config.h"

#include "sedia-error.h"
#include "sedia-message.h"
#include "sedia-time.h"

#include "reference-data.h"

#include <string.h>

#define BIT(reason) (1u << (reason))
#define ALL (BIT (SEDIA_N_DUE) - 1)

static const char *const languages[] = { "en", "id" };

static int
day (const char *iso)
{
  int number;

  g_assert_true (sedia_day_parse (iso, &number, NULL));

  return number;
}

static void
add (SediaMessageFacts *facts,
     const char        *product,
     const char        *quantity,
     const char        *ready,
     const char        *waiting,
     int                expected,
     guint              reasons)
{
  SediaMessageItem *item = g_new0 (SediaMessageItem, 1);

  item->product = g_strdup (product);
  item->quantity = g_strdup (quantity);
  item->ready = g_strdup (ready);
  item->waiting = g_strdup (waiting);
  item->expected = expected;
  item->reasons = reasons;
  g_ptr_array_add (facts->items, item);
}

/* A Thursday: 26 November 2026. */
static SediaMessageFacts
facts_new (const char *language,
           guint       reasons)
{
  return (SediaMessageFacts) {
    .language = language,
    .name = "Siti",
    .shop = "Toko Maju",
    .hours = "08:00-17:00",
    .items = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_message_item_free),
    .reasons = reasons,
    .wait_until = SEDIA_NO_DAY,
    .today = day ("2026-11-26"),
  };
}

static void
assert_message (SediaMessageFacts *facts,
                const char        *expected)
{
  g_autofree char *message = sedia_message_write (facts, NULL);

  g_assert_cmpstr (message, ==, expected);
  g_ptr_array_unref (facts->items);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;

  return n;
}

/* Nothing in it that shows where a value was missing. */
static void
assert_whole (const char *message)
{
  static const char *const holes[] = { "{", "}", "  ", " .", " ,", " \n", "\n ", ": \n", ":\n\n",
                                       "..", ":.", "()", "(null)", "\n\n\n", "\n.", "-  " };

  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    if (strstr (message, holes[i]) != NULL)
      g_error ("“%s” in: %s", holes[i], message);

  g_assert_false (g_str_has_suffix (message, ":"));
  g_assert_false (g_ascii_isspace (*message));
  g_assert_true (*message == '\0' || !g_ascii_isspace (message[strlen (message) - 1]));
}

/* ---- whole messages */

static void
test_english (void)
{
  SediaMessageFacts facts = facts_new ("en", BIT (SEDIA_DUE_BACKORDERED));

  add (&facts, "Kopi 1 kg", "2 pcs", NULL, "2 pcs", day ("2026-12-03"), facts.reasons);
  assert_message (&facts,
                  "Hello Siti! This is Toko Maju.\n\n"
                  "We are sorry, this is out of stock: 2 pcs Kopi 1 kg. We have noted your order. "
                  "We expect it by 3 December.\n\n"
                  "We are open 08:00-17:00. Thank you!");

  facts = facts_new ("sv", BIT (SEDIA_DUE_WILL_MISS_NEED_BY)); /* English, for want of better */
  facts.offer_cancel = TRUE;
  facts.deposit = "Rp50,000";
  facts.hours = NULL;
  add (&facts, "Kopi 1 kg", "5 pcs", "2 pcs", "3 pcs", SEDIA_NO_DAY, facts.reasons);
  assert_message (&facts,
                  "Hello Siti! This is Toko Maju.\n\n"
                  "We are sorry, this will not be here by the day you need it: 3 pcs Kopi 1 kg. "
                  "We do not know yet when it will come. Set aside for you: 2 pcs Kopi 1 kg.\n\n"
                  "If you do not want to wait, you may cancel. Reply WAIT to keep waiting or "
                  "CANCEL to cancel. Reply PART to take now what is here. If you cancel, we give "
                  "back your deposit of Rp50,000.\n\n"
                  "Thank you!");
}

static void
test_indonesian (void)
{
  SediaMessageFacts facts = facts_new ("id", BIT (SEDIA_DUE_READY));

  add (&facts, "Kopi 1 kg", "2 pcs", "2 pcs", NULL, SEDIA_NO_DAY, facts.reasons);
  add (&facts, "Gula", "3 kg", "1 kg", "2 kg", day ("2026-11-27"), facts.reasons);
  assert_message (&facts,
                  "Halo Kak Siti! Kami dari Toko Maju.\n\n"
                  "Kabar baik, pesanannya sudah bisa diambil:\n"
                  "- 2 pcs Kopi 1 kg\n"
                  "- 1 kg Gula\n"
                  "Yang masih ditunggu: 2 kg Gula. Sisanya kami perkirakan sudah datang besok.\n\n"
                  "Kami buka 08:00-17:00. Terima kasih!");

  facts = facts_new ("id", 0);
  add (&facts, "Kopi 1 kg", "2 pcs", NULL, "2 pcs", day ("2026-12-01"), 0);
  add (&facts, "Gula", "3 kg", NULL, "3 kg", day ("2027-01-03"), 0);
  assert_message (&facts,
                  "Halo Kak Siti! Kami dari Toko Maju.\n\n"
                  "Yang stoknya masih habis:\n"
                  "- 2 pcs Kopi 1 kg (Selasa, 1 Desember)\n"
                  "- 3 kg Gula (3 Januari 2027)\n"
                  "Kami perkirakan sudah datang 3 Januari 2027.\n\n"
                  "Kami buka 08:00-17:00. Terima kasih!");

  facts = facts_new ("id", BIT (SEDIA_DUE_WAIT_ENDED) | BIT (SEDIA_DUE_SILENT));
  facts.wait_until = facts.today;
  add (&facts, "Kopi 1 kg", "2 pcs", NULL, "2 pcs", SEDIA_NO_DAY, 0);
  add (&facts, "Gula", "3 kg", NULL, "3 kg", day ("2026-11-20"), 0); /* a day that has passed */
  assert_message (&facts,
                  "Halo Kak Siti! Kami dari Toko Maju.\n\n"
                  "Kita sepakat menunggu sampai hari ini. Yang masih ditunggu:\n"
                  "- 2 pcs Kopi 1 kg\n"
                  "- 3 kg Gula\n"
                  "Belum ada kepastian kapan datang. Apakah masih mau menunggu?\n\n"
                  "Kami buka 08:00-17:00. Terima kasih!");
}

/* One day known, one not: neither sentence about "it" would be true. */
static void
test_mixed_days (void)
{
  SediaMessageFacts facts = facts_new ("en", BIT (SEDIA_DUE_DATE_MOVED));

  add (&facts, "Coffee", "2 pcs", NULL, "2 pcs", day ("2026-12-03"), facts.reasons);
  add (&facts, "Sugar", "3 kg", NULL, "3 kg", SEDIA_NO_DAY, facts.reasons);
  add (&facts, "Tea", "1 kg", NULL, "1 kg", SEDIA_NO_DAY, 0); /* no news of it */
  assert_message (&facts,
                  "Hello Siti! This is Toko Maju.\n\n"
                  "The date has changed for what you are waiting for:\n"
                  "- 2 pcs Coffee (3 December)\n"
                  "- 3 kg Sugar (date not known yet)\n\n"
                  "We are open 08:00-17:00. Thank you!");
}

/* ---- nothing twice, nothing left out */

static void
test_once (void)
{
  SediaMessageFacts facts = facts_new ("en", ALL);
  g_autofree char *message = NULL;
  const guint late = BIT (SEDIA_DUE_WILL_MISS_NEED_BY) | BIT (SEDIA_DUE_DATE_MOVED) |
                     BIT (SEDIA_DUE_BACKORDERED);

  facts.wait_until = facts.today;
  facts.offer_cancel = TRUE;
  add (&facts, "Lost", "1 pcs", NULL, "1 pcs", SEDIA_NO_DAY, BIT (SEDIA_DUE_RESERVATION_LOST));
  add (&facts, "Coffee", "5 pcs", "2 pcs", "3 pcs", day ("2026-12-03"),
       late | BIT (SEDIA_DUE_READY));
  add (&facts, "Tea", "7 pcs", NULL, "7 pcs", day ("2026-12-04"), BIT (SEDIA_DUE_DATE_KNOWN));
  add (&facts, "Old", "9 pcs", NULL, "9 pcs", day ("2026-12-04"), 0);
  message = sedia_message_write (&facts, NULL);

  assert_whole (message);
  g_assert_nonnull (strstr (message, "cannot be collected after all: 1 pcs Lost."));
  g_assert_nonnull (strstr (message, "ready for you to collect: 2 pcs Coffee.\n\n"));
  g_assert_nonnull (strstr (message, "by the day you need it: 3 pcs Coffee."));
  g_assert_nonnull (strstr (message, "still out of stock: 7 pcs Tea."));
  g_assert_nonnull (strstr (message, "until today. Still to come: 9 pcs Old."));
  g_assert_cmpuint (count (message, "Coffee"), ==, 2); /* two halves of one line */
  g_assert_null (strstr (message, "date has changed"));
  g_assert_null (strstr (message, "sorry, this is out of stock"));
  g_assert_null (strstr (message, "not forgotten"));
  g_ptr_array_unref (facts.items);
}

/* Whose waiting half is news is said exactly once, whatever else is. */
static void
assert_once (SediaMessageFacts *facts)
{
  g_autofree char *message = sedia_message_write (facts, NULL);
  const guint of_waiting = ~(BIT (SEDIA_DUE_READY) | BIT (SEDIA_DUE_WAIT_ENDED) |
                             BIT (SEDIA_DUE_SILENT));
  const guint about_all = BIT (SEDIA_DUE_WAIT_ENDED) | BIT (SEDIA_DUE_SILENT);

  assert_whole (message);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const SediaMessageItem *item = g_ptr_array_index (facts->items, i);
      const guint news = item->reasons & facts->reasons;
      g_autofree char *ready = g_strdup_printf ("%s %s", item->ready, item->product);
      g_autofree char *waiting = g_strdup_printf ("%s %s", item->waiting, item->product);

      g_assert_cmpuint (count (message, waiting), <=, 1);
      g_assert_cmpuint (count (message, ready), <=, 1);
      if (item->waiting != NULL && ((news & of_waiting) != 0 || (facts->reasons & about_all) != 0))
        g_assert_cmpuint (count (message, waiting), ==, 1);
      if (item->ready != NULL && (news & BIT (SEDIA_DUE_READY)) != 0)
        g_assert_cmpuint (count (message, ready), ==, 1);
    }
}

static void
test_every_combination (void)
{
  for (guint reasons = 0; reasons <= ALL; reasons++)
    for (guint of_item = 0; of_item <= ALL; of_item += 5)
      {
        SediaMessageFacts facts = facts_new (languages[reasons % 2], reasons);
        const int expected = of_item % 3 == 0 ? SEDIA_NO_DAY : facts.today + (int) (of_item % 8);

        facts.offer_cancel = of_item % 2 == 1;
        facts.wait_until = reasons % 3 == 0 ? facts.today - 1 : SEDIA_NO_DAY;
        add (&facts, "Kopi", "5 pcs", "2 pcs", "3 pcs", expected, of_item);
        add (&facts, "Gula", "7 kg", NULL, "7 kg", SEDIA_NO_DAY, of_item / 2);
        add (&facts, "Teh", "8 kg", "8 kg", NULL, SEDIA_NO_DAY, of_item * 3 % (ALL + 1));
        assert_once (&facts);
        g_ptr_array_unref (facts.items);
      }
}

/* ---- what is missing */

static void
assert_part (SediaMessageFacts *facts)
{
  g_autofree char *message = sedia_message_write (facts, NULL);

  assert_whole (message);
  g_ptr_array_unref (facts->items);
}

static void
test_every_part (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint reason = 0; reason <= SEDIA_N_DUE; reason++)
      {
        const guint reasons = reason < SEDIA_N_DUE ? BIT (reason) : 0;
        SediaMessageFacts facts = facts_new (languages[l], reasons);

        facts.deposit = "Rp50.000";
        facts.wait_until = facts.today;
        facts.offer_cancel = TRUE;
        add (&facts, "Kopi", "5 pcs", "2 pcs", "3 pcs", facts.today + 3, reasons);
        add (&facts, "Gula", "7 kg", "1 kg", "6 kg", facts.today + 8, reasons);
        assert_part (&facts);

        facts = facts_new (languages[l], reasons);
        facts.name = facts.shop = facts.hours = NULL;
        facts.offer_cancel = TRUE;
        assert_part (&facts);

        facts = facts_new (languages[l], reasons);
        facts.name = facts.shop = facts.hours = facts.deposit = " \n";
        add (&facts, "Kopi", "5 pcs", NULL, "3 pcs", SEDIA_NO_DAY, reasons);
        add (&facts, NULL, NULL, NULL, NULL, SEDIA_NO_DAY, reasons);
        add (&facts, "", "", "", "", SEDIA_NO_DAY, reasons);
        assert_part (&facts);
      }
}

static void
test_empty (void)
{
  SediaMessageFacts facts = { .wait_until = SEDIA_NO_DAY };
  g_autofree char *message = sedia_message_write (&facts, NULL);

  g_assert_cmpstr (message, ==, "Thank you!");
  sedia_message_item_free (NULL);
  sedia_templates_free (NULL);
}

/* An offer of what is there is made only where something is. */
static void
test_offer (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (int has_ready = 0; has_ready <= 1; has_ready++)
      {
        SediaMessageFacts facts = facts_new (languages[l], BIT (SEDIA_DUE_SILENT));
        g_autofree char *message = NULL;
        g_autofree char *shy = NULL;

        add (&facts, "Kopi", "5 pcs", has_ready ? "2 pcs" : NULL, "3 pcs", SEDIA_NO_DAY, 0);
        shy = sedia_message_write (&facts, NULL);
        facts.offer_cancel = TRUE;
        message = sedia_message_write (&facts, NULL);

        g_assert_nonnull (strstr (message, l == 0 ? "WAIT" : "TUNGGU"));
        g_assert_nonnull (strstr (message, l == 0 ? "CANCEL" : "BATAL"));
        g_assert_cmpint (strstr (message, l == 0 ? "PART" : "SEBAGIAN") != NULL, ==, has_ready);
        g_assert_null (strstr (message, l == 0 ? "deposit" : "uang muka"));
        g_assert_null (strstr (shy, l == 0 ? "CANCEL" : "BATAL"));
        g_ptr_array_unref (facts.items);
      }
}

/* ---- the shop's own words */

static char *
write_greeting (const char *name,
                const char *greeting)
{
  SediaMessageFacts facts = facts_new ("en", 0);
  SediaTemplates *templates = g_new0 (SediaTemplates, 1);
  char *message;

  facts.name = name;
  add (&facts, "Coffee", "2 pcs", NULL, "2 pcs", SEDIA_NO_DAY, 0);
  add (&facts, "Tea", "1 pcs", NULL, "1 pcs", SEDIA_NO_DAY, 0);
  templates->parts[SEDIA_PART_GREETING] = g_strdup (greeting);
  templates->parts[SEDIA_PART_UPDATE] = g_strdup ("");
  templates->parts[SEDIA_PART_CLOSING] = g_strdup ("");
  message = sedia_message_write (&facts, templates);
  g_ptr_array_unref (facts.items);
  sedia_templates_free (templates);

  return message;
}

static void
test_own_words (void)
{
  static const struct { const char *greeting, *expected; } cases[] = {
    { "", "" },
    { "Hi {name}", "Hi Siti" },
    { "Hi {name},\n\nit is {shop}.\n", "Hi Siti,\n\nit is Toko Maju." },
    { "Hi!\nYou paid {deposit}.\nBye!", "Hi!\nBye!" },
    { "You paid {deposit}.\n\nHi!\n\n\nWe owe {deposit}.\n\nBye!", "Hi!\n\nBye!" },
    { "Paid {deposit}! Hi… You? {until} Bye.", "Hi… You?" },
    { "See https://toko.id/?a.b={deposit} now. Bye.", "Bye." },
    { "*Hi {name}!* _Yes._ {deposit}.", "*Hi Siti!* _Yes._" },
    { "Hi!😊 Bye {deposit}.", "Hi!" },
    { "For {items} you came. Yes.", "For\n- 2 pcs Coffee\n- 1 pcs Tea\nyou came. Yes." },
    { "Yes. {items}. No.", "Yes.\n- 2 pcs Coffee\n- 1 pcs Tea\nNo." },
    { "{items}\nNo.", "- 2 pcs Coffee\n- 1 pcs Tea\nNo." },
    { "Yes {no-date} it is. {no-date}Ok.", "Yes it is. Ok." },
    { "{date}No. Yes.\r\nOk.\t \r\n", "Yes.\nOk." },
    { "Broken {name. Ok. Name} too. {Name}. {nobody}. {na{me}}. Yes.", "Ok. Yes." },
    { "Rp.{deposit} it was. Yes. ", "Yes." },
    { "\xff {name}!", "\xef\xbf\xbd Siti!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = write_greeting ("Siti", cases[i].greeting);

      g_assert_cmpstr (message, ==, cases[i].expected);
    }
}

static void
test_check (void)
{
  static const char *const good[] = { "", "Hi", "{name}", "{name}{shop}", "{items} {ready}",
                                      "{waiting} {date} {no-date}x", "{some-ready} {until}",
                                      "{hours} {deposit}" };
  static const struct { const char *text, *quoted; } bad[] = {
    { "Hi {nama}.", "“{nama}”" },    { "Hi {}.", "“{}”" },
    { "Hi {Name}.", "“{Name}”" },    { "Hi { name }.", "“{ name }”" },
    { "Hi {name", "“{name”" },       { "Hi name}", "“}”" },
    { "{{name}}", "“{”" },           { "{name}}", "“}”" },
    { "{a\nb}", "“{a b}”" },         { "{ that goes on and on and on.", "on and on an…”" },
  };

  g_assert_true (sedia_template_check (NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sedia_template_check (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sedia_template_check (bad[i].text, &error));
      g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].quoted));
      g_assert_nonnull (strstr (error->message, "{name}, {shop}, {items}"));
    }
}

static void
test_parts (void)
{
  SediaMessagePart part;

  for (int i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    {
      const char *name = sedia_message_part_to_string ((SediaMessagePart) i);

      g_assert_true (sedia_message_part_from_string (name, &part));
      g_assert_cmpint ((int) part, ==, i);
      g_assert_cmpstr (sedia_message_part_label (part), !=, "");
      for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
        g_assert_true (sedia_template_check (sedia_template_shipped (part, languages[l]), NULL));
      g_assert_cmpstr (sedia_template_shipped (part, "id"), !=,
                       sedia_template_shipped (part, "en"));
      g_assert_true (sedia_template_shipped (part, NULL) == sedia_template_shipped (part, "en"));
    }

  g_assert_false (sedia_message_part_from_string ("nothing", &part));
  g_assert_false (sedia_message_part_from_string (NULL, &part));
}

/* ---- hostile values */

static void
test_hostile (void)
{
  static const struct { const char *name, *said; } cases[] = {
    { "{items}", "{items}" },
    { "{", "{" },
    { "a} {name", "a} {name" },
    { "<b>&amp;\"'`$(x)</b>", "<b>&amp;\"'`$(x)</b>" },
    { "100%s %n %1$s", "100%s %n %1$s" },
    { "Siti 🌺👩‍👩‍👧", "Siti 🌺👩‍👩‍👧" },
    { " \tSiti\r\nRahma\x01 ", "Siti Rahma" },
    { "Siti\xe2\x80\xa8Rahma\xc2\x85Putri", "Siti Rahma Putri" },
    { "سيتي", "⁨سيتي⁩" },
    { "שרה (2)", "⁨שרה (2)⁩" },
    { "\xe2\x80\xaeitiS", "itiS" }, /* an override would turn the rest of the message around */
    { "\xe2\x81\xa9سيتي", "⁨سيتي⁩" },
    { "Siti\xff", "Siti\xef\xbf\xbd" },
    { "Dr. Siti! Yes?", "Dr. Siti! Yes?" },
  };
  g_autofree char *endless = g_strnfill (100000, 'x');
  g_autofree char *message = write_greeting (endless, "{name}");

  g_assert_cmpstr (message, ==, endless);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = write_greeting (cases[i].name, "Hi {name}! Bye.");
      g_autofree char *expected = g_strdup_printf ("Hi %s! Bye.", cases[i].said);

      g_assert_cmpstr (said, ==, expected);
    }
}

/* Braces are those of the values, and no line more than there would be anyway. */
static void
assert_naughty (const char *text)
{
  SediaMessageFacts facts = facts_new ("id", BIT (SEDIA_DUE_READY));
  g_autofree char *message = NULL;
  g_autofree char *plain = NULL;

  add (&facts, "Kopi", "5 pcs", "2 pcs", "3 pcs", SEDIA_NO_DAY, facts.reasons);
  add (&facts, "Gula", "5 pcs", "2 pcs", NULL, SEDIA_NO_DAY, facts.reasons);
  plain = sedia_message_write (&facts, NULL);
  facts.name = text;
  g_free (((SediaMessageItem *) facts.items->pdata[0])->product);
  ((SediaMessageItem *) facts.items->pdata[0])->product = g_strdup (text);
  message = sedia_message_write (&facts, NULL);

  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_cmpuint (count (message, "{"), ==, 3 * count (text, "{"));
  g_assert_cmpuint (count (message, "}"), ==, 3 * count (text, "}"));
  if (strstr (message, "Halo Kak ") != NULL && strstr (message, "Yang masih ditunggu") != NULL)
    g_assert_cmpuint (count (message, "\n"), ==, count (plain, "\n"));
  g_ptr_array_unref (facts.items);
}

static void
test_naughty (void)
{
  const char *path = reference_data ("naughty-strings/blns.txt");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (path == NULL)
    return;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      {
        assert_naughty (lines[i]);
        n++;
      }

  g_assert_cmpuint (n, >, 400);
}

/* ---- days */

static void
test_days (void)
{
  static const struct { const char *today, *day, *english, *indonesian; } cases[] = {
    { "2026-11-26", "2026-11-26", "today", "hari ini" },
    { "2026-11-26", "2026-11-27", "tomorrow", "besok" },
    { "2026-11-26", "2026-11-28", "Saturday, 28 November", "Sabtu, 28 November" },
    { "2026-11-26", "2026-12-02", "Wednesday, 2 December", "Rabu, 2 Desember" },
    { "2026-11-26", "2026-12-03", "3 December", "3 Desember" },
    { "2026-11-26", "2026-11-25", "25 November", "25 November" },
    { "2026-11-26", "2027-05-01", "1 May 2027", "1 Mei 2027" },
    { "2026-12-31", "2027-01-01", "tomorrow", "besok" },
    { "2026-12-30", "2027-01-01", "Friday, 1 January 2027", "Jumat, 1 Januari 2027" },
    { "2027-01-01", "2026-12-31", "31 December 2026", "31 Desember 2026" },
    { "2028-02-26", "2028-02-29", "Tuesday, 29 February", "Selasa, 29 Februari" },
    { "2026-08-15", "2026-08-17", "Monday, 17 August", "Senin, 17 Agustus" },
    { "1970-01-01", "1969-12-31", "31 December 1969", "31 Desember 1969" },
  };
  static const int no_days[] = { SEDIA_NO_DAY, G_MAXINT, -719163, 2932897 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int today = day (cases[i].today);
      g_autofree char *english = sedia_message_day ("en", day (cases[i].day), today);
      g_autofree char *indonesian = sedia_message_day ("id", day (cases[i].day), today);

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (indonesian, ==, cases[i].indonesian);
    }

  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    {
      g_autofree char *far = sedia_message_day ("id", 0, no_days[i]);

      g_assert_null (sedia_message_day ("id", no_days[i], 0));
      g_assert_cmpstr (far, ==, "1 Januari 1970");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/message/english", test_english);
  g_test_add_func ("/core/message/indonesian", test_indonesian);
  g_test_add_func ("/core/message/mixed-days", test_mixed_days);
  g_test_add_func ("/core/message/once", test_once);
  g_test_add_func ("/core/message/every-combination", test_every_combination);
  g_test_add_func ("/core/message/every-part", test_every_part);
  g_test_add_func ("/core/message/empty", test_empty);
  g_test_add_func ("/core/message/offer", test_offer);
  g_test_add_func ("/core/message/own-words", test_own_words);
  g_test_add_func ("/core/message/check", test_check);
  g_test_add_func ("/core/message/parts", test_parts);
  g_test_add_func ("/core/message/hostile", test_hostile);
  g_test_add_func ("/core/message/naughty", test_naughty);
  g_test_add_func ("/core/message/days", test_days);

  return g_test_run ();
}
