/* Two customers made one, and what a customer was told. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "shop.h"

#define NOBODY ((Wish) { .first = FALSE })

/* ---- merging */

static gpointer
contacts_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  return sedia_contact_list (db, *(gint64 *) data, 0, error);
}

/* "called (as Siti R.); -no answer": newest first, a minus when taken back */
static char *
contacts (Shop   *shop,
          gint64  customer)
{
  g_autoptr (GPtrArray) list = sedia_store_read (shop->store, contacts_job, &customer, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const SediaContact *contact = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", contact->is_taken_back ? "-" : "",
                              sedia_channel_to_string (contact->channel));
      if (contact->known_as != NULL)
        g_string_append_printf (text, " (as %s)", contact->known_as);
    }

  return g_string_free (text, FALSE);
}

#define assert_contacts(shop, customer, expected) \
  G_STMT_START { \
    g_autofree char *found_ = contacts (shop, customer); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static void
assert_order_of (Shop       *shop,
                 gint64      order,
                 const char *customer)
{
  g_autoptr (SediaOrder) found = shop_look_order (shop, order);

  g_assert_cmpstr (found->customer, ==, customer);
}

/* A shop where Siti was entered twice, with an order and a word to each. */
typedef struct
{
  Shop *shop;
  gint64 siti, double_;
  gint64 order, double_order;
} Doubled;

static void
doubled_open (Doubled *self)
{
  g_autoptr (SediaCustomer) second = sedia_customer_new ();

  self->shop = shop_open ();
  shop_product (self->shop, "K");
  self->siti = shop_customer_phone (self->shop, "Siti Rahma", "");
  second->name = g_strdup ("Siti R.");
  second->phone = g_strdup ("0812-3456-7890");
  second->code = g_strdup ("C7");
  second->note = g_strdup ("gate is locked");
  second->do_not_contact = TRUE;
  g_assert_true (shop_customer_save (self->shop, second));
  self->double_ = second->id;
  self->order = shop_order (self->shop, "Siti Rahma", "K", 2, NOBODY);
  self->double_order = shop_order (self->shop, "C7", "K", 3, NOBODY);
  self->shop->anyway = TRUE;
  self->shop->at = G_USEC_PER_SEC * 1000;
  g_assert_true (shop_told (self->shop, "C7"));
  self->shop->at = G_USEC_PER_SEC * 2000;
  g_assert_true (shop_told (self->shop, "Siti Rahma"));
  self->shop->at = 0;
  self->shop->anyway = FALSE;
}

static void
test_merge (void)
{
  Doubled it;
  g_autoptr (SediaCustomer) kept = NULL, other = NULL;

  doubled_open (&it);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  kept = shop_look_customer (it.shop, it.siti);
  other = shop_look_customer (it.shop, it.double_);

  /* Empty fields are filled, the name stays; who asked not to be contacted is not. */
  g_assert_cmpstr (kept->name, ==, "Siti Rahma");
  g_assert_cmpstr (kept->phone, ==, "0812-3456-7890");
  g_assert_cmpstr (kept->code, ==, "C7");
  g_assert_cmpstr (kept->note, ==, "gate is locked");
  g_assert_true (kept->do_not_contact);
  g_assert_cmpint (kept->open_lines, ==, 2);
  g_assert_cmpint (kept->told_at, ==, G_USEC_PER_SEC * 2000);
  assert_order_of (it.shop, it.order, "Siti Rahma");
  assert_order_of (it.shop, it.double_order, "Siti Rahma");
  assert_contacts (it.shop, it.siti, "whatsapp; whatsapp (as Siti R.)");

  g_assert_true (other->archived);
  g_assert_cmpint (other->merged_into, ==, it.siti);
  g_assert_cmpstr (other->merged_name, ==, "Siti Rahma");
  g_assert_cmpint (other->open_lines, ==, 0);

  /* The old name, code and number lead to the kept one. */
  g_assert_cmpint (shop_customer (it.shop, "Siti R."), ==, it.siti);
  g_assert_cmpint (shop_customer (it.shop, "c7"), ==, it.siti);
  assert_suspects (it.shop, "Siti R", NULL, 0, "1:2(Siti R.)");
  shop_assert_sound (it.shop);
  shop_close (it.shop);
}

static void
test_merge_undo_redo (void)
{
  Doubled it;
  g_autofree char *before = NULL, *merged = NULL, *undone = NULL, *redone = NULL, *again = NULL;

  doubled_open (&it);
  before = shop_dump_customers (it.shop);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  merged = shop_dump_customers (it.shop);
  g_assert_cmpstr (merged, !=, before);

  g_assert_true (shop_undo (it.shop, 0));
  undone = shop_dump_customers (it.shop);
  g_assert_cmpstr (undone, ==, before);
  assert_contacts (it.shop, it.siti, "whatsapp");
  assert_contacts (it.shop, it.double_, "whatsapp");
  shop_assert_sound (it.shop);

  g_assert_true (shop_undo (it.shop, shop_last_operation (it.shop)));
  redone = shop_dump_customers (it.shop);
  g_assert_cmpstr (redone, ==, merged);
  shop_assert_sound (it.shop);

  g_assert_true (shop_undo (it.shop, shop_last_operation (it.shop)));
  again = shop_dump_customers (it.shop);
  g_assert_cmpstr (again, ==, before);
  shop_close (it.shop);
}

/* What came after a merge was undone moves along when it is done again: nobody who is in the
 * archive has orders. */
static void
test_redo_takes_along (void)
{
  Doubled it;
  gint64 undo, later;

  doubled_open (&it);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  g_assert_true (shop_undo (it.shop, 0));
  undo = shop_last_operation (it.shop);
  later = shop_order (it.shop, "Siti R.", "K", 1, NOBODY);
  assert_order_of (it.shop, later, "Siti R.");

  g_assert_true (shop_undo (it.shop, undo));
  assert_order_of (it.shop, later, "Siti Rahma");
  shop_assert_sound (it.shop);

  g_assert_true (shop_undo (it.shop, shop_last_operation (it.shop)));
  assert_order_of (it.shop, later, "Siti R.");
  shop_assert_sound (it.shop);
  shop_close (it.shop);
}

/* A merge that was undone is not done again when the one who was kept is another one by now. */
static void
test_redo_refused (void)
{
  Doubled it;
  gint64 undo, ibu;

  doubled_open (&it);
  ibu = shop_customer_phone (it.shop, "Ibu Siti", NULL);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  g_assert_true (shop_undo (it.shop, 0));
  undo = shop_last_operation (it.shop);
  g_assert_true (shop_merge (it.shop, it.double_, it.siti));
  g_assert_false (shop_undo (it.shop, undo));
  g_assert_nonnull (it.shop->error);
  g_assert_true (shop_undo (it.shop, shop_last_operation (it.shop)));

  g_assert_true (shop_merge (it.shop, ibu, it.siti));
  g_assert_false (shop_undo (it.shop, undo));
  shop_assert_refused (it.shop, SEDIA_ERROR_CONFLICT, NULL);
  shop_assert_sound (it.shop);
  shop_close (it.shop);
}

/* 3.11: the same again changes nothing; what cannot be is refused. */
static void
test_merge_refused (void)
{
  Doubled it;
  gint64 budi;

  doubled_open (&it);
  budi = shop_customer_phone (it.shop, "Budi", NULL);
  g_assert_false (shop_merge (it.shop, it.siti, it.siti));
  shop_assert_refused (it.shop, SEDIA_ERROR_REFUSED, "choose two");
  g_assert_false (shop_merge (it.shop, it.siti, 99));
  shop_assert_refused (it.shop, SEDIA_ERROR_NOT_FOUND, NULL);

  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  g_assert_false (shop_merge (it.shop, budi, it.double_));
  shop_assert_refused (it.shop, SEDIA_ERROR_REFUSED, "Siti R. was merged into Siti Rahma already");
  g_assert_false (shop_merge (it.shop, it.double_, budi));
  shop_assert_refused (it.shop, SEDIA_ERROR_REFUSED, "Siti R. was merged into Siti Rahma already");
  shop_close (it.shop);
}

/* Whoever was merged cannot come back alone, and says why. */
static void
test_merged_stay_away (void)
{
  Doubled it;
  g_autoptr (SediaCustomer) other = NULL;
  gint64 merge;

  doubled_open (&it);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  merge = shop_last_operation (it.shop);
  other = shop_look_customer (it.shop, it.double_);
  other->archived = FALSE;
  g_assert_false (shop_customer_save (it.shop, other));
  shop_assert_refused (it.shop, SEDIA_ERROR_REFUSED, "undo that");

  other->archived = TRUE;
  g_free (other->note);
  other->note = g_strdup ("her sister’s phone");
  g_assert_true (shop_customer_save (it.shop, other));

  /* What was changed since is not overwritten. */
  g_assert_false (shop_undo (it.shop, merge));
  shop_assert_refused (it.shop, SEDIA_ERROR_CONFLICT, "Undo that first");
  shop_close (it.shop);
}

/* One after the other: the first leads to the last, and each can be taken back in its turn. */
static void
test_merge_chain (void)
{
  Doubled it;
  gint64 ibu;
  g_autoptr (SediaCustomer) first = NULL;
  g_autofree char *before = NULL, *between = NULL, *after = NULL, *last = NULL;

  doubled_open (&it);
  ibu = shop_customer_phone (it.shop, "Ibu Siti", "0813-1111-2222");
  before = shop_dump_customers (it.shop);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  between = shop_dump_customers (it.shop);
  g_assert_true (shop_merge (it.shop, ibu, it.siti));

  first = shop_look_customer (it.shop, it.double_);
  g_assert_cmpint (first->merged_into, ==, ibu);
  assert_order_of (it.shop, it.double_order, "Ibu Siti");
  assert_contacts (it.shop, ibu, "whatsapp (as Siti Rahma); whatsapp (as Siti R.)");
  g_assert_cmpint (shop_customer (it.shop, "Siti R."), ==, ibu);
  shop_assert_sound (it.shop);

  g_assert_true (shop_undo (it.shop, 0));
  after = shop_dump_customers (it.shop);
  g_assert_cmpstr (after, ==, between);
  g_assert_true (shop_undo (it.shop, 0));
  last = shop_dump_customers (it.shop);
  g_assert_cmpstr (last, ==, before);
  shop_close (it.shop);
}

typedef struct
{
  gint64 customer;
  gint64 product;
  gint64 order;
} Late;

static gpointer
order_late_job (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  Late *late = data;
  const SediaOrderLineDraft line = { late->product, 1, SEDIA_NO_DAY, FALSE, FALSE,
                                     SEDIA_NO_AMOUNT };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof line);
  const SediaOrderDraft draft = { .customer_id = late->customer, .lines = lines };

  g_array_append_val (lines, line);

  return sedia_order_place (db, &draft, &late->order, error) ? SEDIA_DONE : NULL;
}

static gpointer
tell_late_job (SediaDb   *db,
               gpointer   data,
               GError   **error)
{
  const SediaTelling telling = {
    .customer_id = ((Late *) data)->customer,
    .channel = SEDIA_CHANNEL_PERSON,
    .until = SEDIA_NO_DAY,
  };

  return sedia_contact_told (db, &telling, error) ? SEDIA_DONE : NULL;
}

/* Somebody who has the old customer still on the screen reaches the one there is. */
static void
test_merged_are_reached (void)
{
  Doubled it;
  Late late;
  gint64 order;

  doubled_open (&it);
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  late = (Late) { it.double_, shop_product_id (it.shop, "K"), 0 };
  g_assert_true (shop_act (it.shop, "order-add", order_late_job, &late));
  order = late.order;
  assert_order_of (it.shop, order, "Siti Rahma");
  it.shop->anyway = TRUE;
  g_assert_true (shop_act (it.shop, "contact-told", tell_late_job, &late));
  g_assert_cmpint (shop_told_state (it.shop, order, 1), ==, SEDIA_TOLD_YES);
  shop_assert_sound (it.shop);
  shop_close (it.shop);
}

/* Erasing a person erases all that they were called. */
static void
test_erase_merged (void)
{
  Doubled it;
  g_autofree char *dump = NULL;

  doubled_open (&it);
  g_assert_true (shop_cancel (it.shop, it.order, 0, 0));
  g_assert_true (shop_cancel (it.shop, it.double_order, 0, 0));
  g_assert_true (shop_merge (it.shop, it.siti, it.double_));
  g_assert_false (shop_erase (it.shop, it.double_));
  shop_assert_refused (it.shop, SEDIA_ERROR_REFUSED, "erase that one");

  g_assert_true (shop_erase (it.shop, it.siti));
  dump = shop_dump_customers (it.shop);
  g_assert_null (strstr (dump, "Siti"));
  g_assert_null (strstr (dump, "siti"));
  g_assert_null (strstr (dump, "7890"));
  g_assert_null (strstr (dump, "gate"));
  shop_assert_sound (it.shop);
  shop_close (it.shop);
}

/* ---- what was told */

static void
test_contacts_taken_back (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaCustomer) told = NULL, undone = NULL, redone = NULL;
  const gint64 when = g_get_real_time () - G_TIME_SPAN_MINUTE;
  gint64 siti = shop_customer_phone (shop, "Siti", NULL);

  shop_product (shop, "K");
  shop_order (shop, "Siti", "K", 1, NOBODY);
  shop->at = when;
  g_assert_true (shop_told (shop, "Siti"));
  shop->at = 0;
  assert_contacts (shop, siti, "whatsapp");
  told = shop_look_customer (shop, siti);
  g_assert_cmpint (told->told, ==, SEDIA_TOLD_YES);
  g_assert_cmpint (told->told_at, ==, when);
  g_assert_cmpint (told->told_by, ==, SEDIA_CHANNEL_WHATSAPP);
  g_assert_cmpint (told->told_outcome, ==, SEDIA_OUTCOME_REACHED);

  g_assert_true (shop_undo (shop, 0));
  assert_contacts (shop, siti, "-whatsapp");
  undone = shop_look_customer (shop, siti);
  g_assert_cmpint (undone->told, ==, SEDIA_TOLD_NOT_YET);
  g_assert_cmpint (undone->told_at, ==, 0);

  g_assert_true (shop_undo (shop, shop_last_operation (shop)));
  assert_contacts (shop, siti, "whatsapp");
  redone = shop_look_customer (shop, siti);
  g_assert_cmpint (redone->told, ==, SEDIA_TOLD_YES);
  g_assert_cmpint (redone->told_at, ==, when);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/customers/merge", test_merge);
  g_test_add_func ("/store/customers/merge-undo-redo", test_merge_undo_redo);
  g_test_add_func ("/store/customers/redo-takes-along", test_redo_takes_along);
  g_test_add_func ("/store/customers/redo-refused", test_redo_refused);
  g_test_add_func ("/store/customers/3.11-merge-refused", test_merge_refused);
  g_test_add_func ("/store/customers/merged-stay-away", test_merged_stay_away);
  g_test_add_func ("/store/customers/merge-chain", test_merge_chain);
  g_test_add_func ("/store/customers/merged-are-reached", test_merged_are_reached);
  g_test_add_func ("/store/customers/erase-merged", test_erase_merged);
  g_test_add_func ("/store/customers/contacts-taken-back", test_contacts_taken_back);

  return g_test_run ();
}
