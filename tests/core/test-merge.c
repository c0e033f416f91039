/* What is left of two customers who turned out to be one. */
#include "config.h"

#include "sedia-merge.h"

static SediaCustomer *
customer (gint64      id,
          const char *name)
{
  SediaCustomer *self = sedia_customer_new ();

  self->id = id;
  self->name = g_strdup (name);

  return self;
}

/* What the first says stays; what it does not say comes from the other. */
static void
test_fields (void)
{
  g_autoptr (SediaCustomer) keep = customer (1, "Siti Rahma"), other = customer (2, "Siti R.");
  g_autoptr (SediaCustomer) merged = NULL;

  keep->phone = g_strdup ("0812");
  keep->email = g_strdup ("");
  keep->language = g_strdup ("id");
  keep->channel = SEDIA_CHANNEL_WHATSAPP;
  keep->open_lines = 2;
  keep->ready_lines = 1;
  other->phone = g_strdup ("0813");
  other->email = g_strdup ("siti@example.com");
  other->code = g_strdup ("C7");
  other->channel = SEDIA_CHANNEL_EMAIL;
  other->open_lines = 3;
  other->waiting_lines = 3;
  merged = sedia_customer_merged (keep, other);

  g_assert_cmpint (merged->id, ==, 1);
  g_assert_cmpstr (merged->name, ==, "Siti Rahma");
  g_assert_cmpstr (merged->phone, ==, "0812");
  g_assert_cmpstr (merged->email, ==, "siti@example.com");
  g_assert_cmpstr (merged->code, ==, "C7");
  g_assert_cmpstr (merged->language, ==, "id");
  g_assert_cmpint (merged->channel, ==, SEDIA_CHANNEL_WHATSAPP);
  g_assert_cmpint (merged->open_lines, ==, 5);
  g_assert_cmpint (merged->waiting_lines, ==, 3);
  g_assert_cmpint (merged->ready_lines, ==, 1);
  g_assert_null (merged->note);
}

static void
test_notes (void)
{
  static const struct { const char *keep, *other, *merged; } cases[] = {
    { "gate is locked", NULL, "gate is locked" },
    { "", "gate is locked", "gate is locked" },
    { "same", "same", "same" },
    { "pays late", "gate is locked", "pays late\ngate is locked" },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SediaCustomer) keep = customer (1, "Siti"), other = customer (2, "Siti");
      g_autoptr (SediaCustomer) merged = NULL;

      keep->note = g_strdup (cases[i].keep);
      other->note = g_strdup (cases[i].other);
      merged = sedia_customer_merged (keep, other);
      g_assert_cmpstr (merged->note, ==, cases[i].merged);
    }
}

/* Who asked once not to be contacted is not; who is in use anywhere is in use. */
static void
test_flags (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SediaCustomer) keep = customer (1, "Siti"), other = customer (2, "Siti");
      g_autoptr (SediaCustomer) merged = NULL;

      keep->do_not_contact = keep->archived = i & 1;
      other->do_not_contact = other->archived = (i & 2) != 0;
      merged = sedia_customer_merged (keep, other);
      g_assert_cmpint (merged->do_not_contact, ==, i != 0);
      g_assert_cmpint (merged->archived, ==, i == 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/merge/fields", test_fields);
  g_test_add_func ("/core/merge/notes", test_notes);
  g_test_add_func ("/core/merge/flags", test_flags);

  return g_test_run ();
}
