/* What follows from a purchase, and rule 6: what of a delivery comes for which line. */
#include "config.h"

#include <glib.h>

#include "sedia-purchase.h"

static SediaPurchase *
purchase_new (SediaPurchaseStatus status)
{
  SediaPurchase *purchase = g_new0 (SediaPurchase, 1);

  purchase->status = status;
  purchase->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_purchase_line_free);

  return purchase;
}

static void
add (SediaPurchase *purchase,
     gint64         product_id,
     gint64         incoming,
     int            agreed,
     int            expected)
{
  SediaPurchaseLine *line = g_new0 (SediaPurchaseLine, 1);

  line->id = purchase->lines->len + 1;
  line->product_id = product_id;
  line->incoming = incoming;
  line->agreed = agreed;
  line->expected = expected;
  g_ptr_array_add (purchase->lines, line);
}

static void
test_status (void)
{
  for (guint i = SEDIA_PURCHASE_DRAFT; i <= SEDIA_PURCHASE_CANCELLED; i++)
    {
      SediaPurchaseStatus status;

      g_assert_true (sedia_purchase_status_from_string (
        sedia_purchase_status_to_string ((SediaPurchaseStatus) i), &status));
      g_assert_cmpuint (status, ==, i);
      g_assert_cmpstr (sedia_purchase_status_label (status), !=, "");
    }
  {
    SediaPurchaseStatus status;

    g_assert_false (sedia_purchase_status_from_string ("lost", &status));
  }
}

/* Closed when nothing is still to come; its day is the last of what is. */
static void
test_settle (void)
{
  g_autoptr (SediaPurchase) purchase = purchase_new (SEDIA_PURCHASE_CONFIRMED);
  g_autoptr (SediaPurchase) closed = purchase_new (SEDIA_PURCHASE_CONFIRMED);
  g_autoptr (SediaPurchase) draft = purchase_new (SEDIA_PURCHASE_DRAFT);

  add (purchase, 1, 0, 10, 50);
  add (purchase, 2, 3, 12, 20);
  add (purchase, 3, 3, SEDIA_NO_DAY, SEDIA_NO_DAY);
  sedia_purchase_settle (purchase);
  g_assert_cmpint (purchase->status, ==, SEDIA_PURCHASE_CONFIRMED);
  g_assert_cmpint (purchase->agreed, ==, 12);
  g_assert_cmpint (purchase->expected, ==, 20);
  g_assert_cmpint (purchase->next, ==, 20);
  g_assert_cmpuint (purchase->n_lines, ==, 3);
  g_assert_cmpuint (purchase->n_incoming, ==, 2);
  g_assert_false (sedia_purchase_has_come (purchase));
  ((SediaPurchaseLine *) purchase->lines->pdata[0])->received = 1;
  g_assert_true (sedia_purchase_has_come (purchase));
  g_assert_false (sedia_purchase_is_late (purchase, 20));
  g_assert_true (sedia_purchase_is_late (purchase, 21));

  add (closed, 1, 0, 10, 50);
  sedia_purchase_settle (closed);
  g_assert_cmpint (closed->status, ==, SEDIA_PURCHASE_CLOSED);
  g_assert_cmpint (closed->expected, ==, SEDIA_NO_DAY);
  g_assert_false (sedia_purchase_is_late (closed, 99));

  add (draft, 1, 0, SEDIA_NO_DAY, 50);
  sedia_purchase_settle (draft);
  g_assert_cmpint (draft->status, ==, SEDIA_PURCHASE_DRAFT);
  g_assert_cmpint (draft->expected, ==, 50);
}

static void
assert_shared (SediaPurchase *purchase,
               gint64         quantity,
               const char    *expected)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaPurchasePart));
  g_autoptr (GString) text = g_string_new (NULL);

  sedia_purchase_share (purchase->lines, 1, quantity, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const SediaPurchasePart *part = &g_array_index (parts, SediaPurchasePart, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT " ", part->line_id,
                              part->quantity);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* 6: counted up line by line; more than was ordered is accepted */
static void
test_share (void)
{
  g_autoptr (SediaPurchase) purchase = purchase_new (SEDIA_PURCHASE_CONFIRMED);
  g_autoptr (SediaPurchase) other = purchase_new (SEDIA_PURCHASE_CONFIRMED);

  add (purchase, 1, 3, 1, 1);
  add (purchase, 2, 5, 1, 1);
  add (purchase, 1, 4, 1, 1);
  assert_shared (purchase, 2, "1:2 ");
  assert_shared (purchase, 3, "1:3 ");
  assert_shared (purchase, 5, "1:3 3:2 ");
  assert_shared (purchase, 9, "1:3 3:6 ");
  add (purchase, 1, 0, 1, 1);
  assert_shared (purchase, 9, "1:3 3:4 4:2 ");

  add (other, 2, 5, 1, 1);
  assert_shared (other, 3, "");
}

static GArray *
amounts_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      char *rest;
      const gint64 product_id = g_ascii_strtoll (words[i], &rest, 10);
      const SediaAmount amount = { product_id, g_ascii_strtoll (rest + 1, NULL, 10) };

      g_array_append_val (amounts, amount);
    }

  return amounts;
}

static void
assert_differences (const char *ordered,
                    const char *came,
                    const char *expected)
{
  g_autoptr (GArray) wanted = amounts_of (ordered), there = amounts_of (came);
  g_autoptr (GPtrArray) differences = sedia_purchase_compare (wanted, there);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const SediaDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "; ",
                              sedia_difference_kind_to_string (difference->kind),
                              difference->product_id, difference->quantity);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* 6: differences from the purchase order: short, over, not ordered */
static void
test_differences (void)
{
  assert_differences ("1:5 2:3", "1:5 2:3", "");
  assert_differences ("1:5 2:3", "2:4 1:2", "short 1:3; over 2:1; ");
  assert_differences ("1:5", "3:2 1:5 3:1", "not-ordered 3:3; ");
  assert_differences ("1:5 1:4", "1:3 1:3", "short 1:3; ");
  assert_differences ("1:0", "1:3", "over 1:3; ");
  assert_differences ("1:5", "", "short 1:5; ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/purchase/status", test_status);
  g_test_add_func ("/core/purchase/settle", test_settle);
  g_test_add_func ("/core/purchase/6-share", test_share);
  g_test_add_func ("/core/purchase/6-differences", test_differences);

  return g_test_run ();
}
