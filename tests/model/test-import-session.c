/* An import being prepared: what is found out, what is said, and what it would do. */
#include "config.h"

#include "folder.h"
#include "sedia-import-session.h"
#include "shop.h"

#include <string.h>

typedef struct
{
  Shop shop;
  char *folder;
  SediaImportSession *session;
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  shop_open (&fixture->shop);
  fixture->folder = folder_open ();
  fixture->session = sedia_import_session_new (fixture->shop.store);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_object (&fixture->session);
  shop_close (&fixture->shop);
  folder_close (fixture->folder);
}

/* Until nothing is under way any more. */
static void
settle (Fixture *fixture)
{
  while (sedia_import_session_get_state (fixture->session) == SEDIA_IMPORT_LOOKING ||
         sedia_import_session_get_state (fixture->session) == SEDIA_IMPORT_DRY_RUN)
    g_main_context_iteration (NULL, TRUE);
}

static void
choose_file (Fixture    *fixture,
             const char *name,
             const char *text)
{
  g_autofree char *path = folder_write (fixture->folder, name, text);

  sedia_import_session_set_file (fixture->session, path);
  g_assert_cmpint (sedia_import_session_get_state (fixture->session), ==, SEDIA_IMPORT_LOOKING);
  settle (fixture);
}

static gint64
import (Fixture *fixture)
{
  const SediaAct act = { .kind = "import", .actor = "Tester" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SediaImportTask) task = sedia_import_session_make_task (fixture->session,
                                                                     cancellable);
  g_autoptr (SediaImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (task);
  report = sedia_store_act (fixture->shop.store, &act, sedia_import_task_run, task, &error);
  g_assert_no_error (error);

  return (gint64) report->added + report->changed;
}

#define assert_state(fixture, expected) \
  g_assert_cmpint (sedia_import_session_get_state ((fixture)->session), ==, expected)

static void
assert_counts (Fixture *fixture,
               guint    added,
               guint    changed,
               guint    unchanged,
               guint    bad)
{
  const SediaImportReport *report = sedia_import_session_get_report (fixture->session);

  assert_state (fixture, SEDIA_IMPORT_CHECKED);
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
  g_assert_cmpuint (sedia_import_session_get_bad (fixture->session)->problems->len, ==, bad);
}

static void
assert_need (Fixture         *fixture,
             SediaImportNeed  expected,
             guint            expected_file,
             SediaField       expected_field)
{
  guint file;
  SediaField field;

  g_assert_cmpint (sedia_import_session_get_need (fixture->session, &file, &field), ==, expected);
  if (expected != SEDIA_IMPORT_NEEDS_COLUMN)
    return;

  assert_state (fixture, SEDIA_IMPORT_INCOMPLETE);
  g_assert_cmpuint (file, ==, expected_file);
  g_assert_cmpint (field, ==, expected_field);
}

static const SediaColumns *
columns (Fixture *fixture)
{
  return sedia_import_sheet_get_columns (sedia_import_session_get_sheet (fixture->session, 0));
}

/* ---- from a file to a shop */

static void
test_good (Fixture       *fixture,
           gconstpointer  unused)
{
  assert_state (fixture, SEDIA_IMPORT_EMPTY);
  g_assert_false (sedia_import_session_can_import (fixture->session));
  shop_add_product (fixture->shop.store, "A", "Kopi");

  choose_file (fixture, "barang.csv", "Kode;Nama;Stok\nA;Kopi;5\nB;Teh;1,5\n");
  assert_counts (fixture, 1, 1, 0, 0);
  g_assert_cmpint (sedia_import_session_get_options (fixture->session)->kind, ==,
                   SEDIA_TRANSFER_PRODUCTS);
  g_assert_true (sedia_import_session_can_import (fixture->session));
  g_assert_false (sedia_import_session_can_leave_out (fixture->session));
  g_assert_cmpuint (fixture->n_changed, ==, 3); /* looking, dry run, checked */

  g_assert_cmpint (import (fixture), ==, 2);
  sedia_import_session_set_leaves_out (fixture->session, TRUE);
  settle (fixture);
  assert_counts (fixture, 0, 0, 2, 0);
  g_assert_false (sedia_import_session_can_import (fixture->session));
}

static void
test_set_or_add (Fixture       *fixture,
                 gconstpointer  unused)
{
  const SediaImportChange *change;
  gint64 product = shop_add_product (fixture->shop.store, "A", "Kopi");

  shop_count (fixture->shop.store, product, 7);
  choose_file (fixture, "p.csv", "sku,on_hand\nA,5\n");
  change = g_ptr_array_index (sedia_import_session_get_report (fixture->session)->changes, 0);
  g_assert_cmpstr (change->after, ==, "on hand 5");

  sedia_import_session_set_add (fixture->session, TRUE);
  assert_state (fixture, SEDIA_IMPORT_DRY_RUN);
  settle (fixture);
  change = g_ptr_array_index (sedia_import_session_get_report (fixture->session)->changes, 0);
  g_assert_cmpstr (change->after, ==, "on hand 12");
}

/* ---- what is said */

static void
test_separator (Fixture       *fixture,
                gconstpointer  unused)
{
  choose_file (fixture, "p.csv", "sku,name\nA,Kopi\n");
  sedia_import_session_choose (fixture->session, 0, 1, SEDIA_FIELD_CATEGORY);
  settle (fixture);

  sedia_import_session_set_delimiter (fixture->session, ';');
  settle (fixture);
  assert_need (fixture, SEDIA_IMPORT_NEEDS_COLUMN, 0, SEDIA_FIELD_SKU);
  g_assert_cmpuint (columns (fixture)->n_columns, ==, 1);
  g_assert_null (sedia_import_session_get_report (fixture->session));

  sedia_import_session_set_delimiter (fixture->session, '\0');
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 0);
  g_assert_cmpint (columns (fixture)->fields[1], ==, SEDIA_FIELD_NAME); /* guessed again */
}

static void
test_encoding (Fixture       *fixture,
               gconstpointer  unused)
{
  choose_file (fixture, "p.csv", "sku,name\nA,Caf\303\251\n");
  sedia_import_session_set_encoding (fixture->session, "WINDOWS-1252");
  settle (fixture);
  g_assert_cmpstr (sedia_import_look_get_cell (
                     sedia_import_sheet_get_look (
                       sedia_import_session_get_sheet (fixture->session, 0)),
                     0, 1),
                   ==, "Caf\303\203\302\251");

  sedia_import_session_set_encoding (fixture->session, "UTF-16LE");
  settle (fixture);
  assert_state (fixture, SEDIA_IMPORT_FAILED);
  g_assert_error (sedia_import_session_get_error (fixture->session), SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_null (sedia_import_session_get_sheet (fixture->session, 0));

  sedia_import_session_set_encoding (fixture->session, NULL);
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 0);
}

/* What a number means is asked, not guessed, and seen in the rows that are shown. */
static void
test_decimal (Fixture       *fixture,
              gconstpointer  unused)
{
  const SediaImportProblem *problem;
  SediaImportSheet *sheet;
  SediaMeaning meaning;

  choose_file (fixture, "p.csv", "sku,name,on_hand,price\nA,Kopi,\"1,000\",12.50\n"
                                 "B,Teh,5,many\n");
  assert_counts (fixture, 1, 0, 0, 2); /* the column is in question, the other row is bad */
  g_assert_false (sedia_import_session_can_leave_out (fixture->session));
  problem = g_ptr_array_index (sedia_import_session_get_bad (fixture->session)->problems, 0);
  g_assert_cmpint (problem->question, ==, SEDIA_IMPORT_ASK_DECIMAL);

  sheet = sedia_import_session_get_sheet (fixture->session, 0);
  g_assert_cmpint (sedia_import_sheet_get_meaning (sheet, 0, 2).kind, ==, SEDIA_MEANING_UNCLEAR);
  meaning = sedia_import_sheet_get_meaning (sheet, 0, 3);
  g_assert_cmpint (meaning.kind, ==, SEDIA_MEANING_NUMBER);
  g_assert_cmpint (meaning.value, ==, 1250);
  g_assert_cmpint (sedia_import_sheet_get_meaning (sheet, 1, 3).kind, ==, SEDIA_MEANING_BAD);
  g_assert_cmpint (sedia_import_sheet_get_meaning (sheet, 0, 1).kind, ==, SEDIA_MEANING_TEXT);

  sedia_import_session_set_decimal (fixture->session, '.');
  settle (fixture);
  g_assert_true (sedia_import_session_can_leave_out (fixture->session));
  sheet = sedia_import_session_get_sheet (fixture->session, 0);
  meaning = sedia_import_sheet_get_meaning (sheet, 0, 2);
  g_assert_cmpint (meaning.kind, ==, SEDIA_MEANING_NUMBER);
  g_assert_cmpint (meaning.value, ==, 1000000);
  g_assert_cmpuint (meaning.decimals, ==, 3);
}

static void
test_day_first (Fixture       *fixture,
                gconstpointer  unused)
{
  SediaImportSheet *sheet;

  shop_add_product (fixture->shop.store, "A", "Kopi");
  shop_add_customer (fixture->shop.store, "Siti");
  choose_file (fixture, "o.csv", "order,customer,date,sku,qty\n1,Siti,03/04/2026,A,2\n");
  assert_counts (fixture, 1, 0, 0, 1);

  sedia_import_session_set_day_first (fixture->session, 1);
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 0);
  sheet = sedia_import_session_get_sheet (fixture->session, 0);
  g_assert_cmpint (sedia_import_sheet_get_meaning (sheet, 0, 2).day, ==, 20546); /* 3 April */
  sedia_import_session_set_day_first (fixture->session, 0);
  settle (fixture);
  sheet = sedia_import_session_get_sheet (fixture->session, 0);
  g_assert_cmpint (sedia_import_sheet_get_meaning (sheet, 0, 2).day, ==, 20516); /* 4 March */
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  unused)
{
  SediaImportSheet *sheet;
  int rival;

  choose_file (fixture, "p.csv", "Artikel,Nama,Harga jual,Harga satuan,Isi\nA,Kopi,5,6,banyak\n");
  assert_need (fixture, SEDIA_IMPORT_NEEDS_COLUMN, 0, SEDIA_FIELD_SKU);
  sheet = sedia_import_session_get_sheet (fixture->session, 0);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 0, &rival), ==, SEDIA_TRUST_UNUSED);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 1, &rival), ==, SEDIA_TRUST_SURE);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 2, &rival), ==, SEDIA_TRUST_LIKELY);
  g_assert_cmpint (rival, ==, 3);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 4, &rival), ==, SEDIA_TRUST_DOUBTFUL);

  sedia_import_session_choose (fixture->session, 0, 0, SEDIA_FIELD_SKU);
  sedia_import_session_choose (fixture->session, 0, 3, SEDIA_FIELD_PRICE); /* not the 3rd */
  sedia_import_session_choose (fixture->session, 0, 4, SEDIA_FIELD_NONE);
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 0);
  sheet = sedia_import_session_get_sheet (fixture->session, 0);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 0, &rival), ==, SEDIA_TRUST_CHOSEN);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 2, &rival), ==, SEDIA_TRUST_UNUSED);
  g_assert_cmpint (sedia_import_sheet_get_trust (sheet, 3, &rival), ==, SEDIA_TRUST_CHOSEN);

  import (fixture);
}

static void
test_kind (Fixture       *fixture,
           gconstpointer  unused)
{
  choose_file (fixture, "alamat.csv", "Name,Phone\nMaju,021\n");
  g_assert_cmpint (sedia_import_session_get_options (fixture->session)->kind, ==,
                   SEDIA_TRANSFER_CUSTOMERS);
  sedia_import_session_set_kind (fixture->session, SEDIA_TRANSFER_SUPPLIERS);
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 0);
  g_assert_cmpint (columns (fixture)->kind, ==, SEDIA_IMPORT_SUPPLIERS);

  choose_file (fixture, "pelanggan.csv", "Name,Phone\nMaju,021\n"); /* found out anew */
  g_assert_cmpint (sedia_import_session_get_options (fixture->session)->kind, ==,
                   SEDIA_TRANSFER_CUSTOMERS);
}

/* ---- bad rows */

static void
test_leave_out (Fixture       *fixture,
                gconstpointer  unused)
{
  choose_file (fixture, "s.csv", "Handle,Title,Option1 Value,Variant SKU,Variant Price\n"
                                 "tea,Tea,Green,T-G,x\ntea,,Black,T-B,2\ncup,Cup,,C,3\n");
  assert_counts (fixture, 2, 0, 0, 1);
  g_assert_false (sedia_import_session_can_import (fixture->session));
  g_assert_true (sedia_import_session_can_leave_out (fixture->session));

  sedia_import_session_set_leaves_out (fixture->session, TRUE);
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 2); /* the variant has no name without its product */
  g_assert_true (sedia_import_session_can_import (fixture->session));
  g_assert_true (sedia_import_session_can_leave_out (fixture->session));

  sedia_import_session_set_leaves_out (fixture->session, FALSE);
  settle (fixture);
  assert_counts (fixture, 2, 0, 0, 1);
  sedia_import_session_set_leaves_out (fixture->session, TRUE);
  settle (fixture);
  g_assert_cmpint (import (fixture), ==, 1);
}

/* ---- orders */

static void
test_two_files (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *lines = NULL;
  g_autofree char *heads = NULL;

  shop_add_product (fixture->shop.store, "A", "Kopi");
  shop_add_customer (fixture->shop.store, "Siti");
  choose_file (fixture, "o.csv", "order,customer\n1,Siti\n2,Siti\n");
  assert_state (fixture, SEDIA_IMPORT_INCOMPLETE);
  assert_need (fixture, SEDIA_IMPORT_NEEDS_LINES, 0, SEDIA_FIELD_NONE);

  lines = folder_write (fixture->folder, "l.csv", "order,sku,qty\n1,A,2\n2,A,1\n");
  sedia_import_session_set_path (fixture->session, 1, lines);
  settle (fixture);
  assert_counts (fixture, 2, 0, 0, 0);
  sedia_import_session_choose (fixture->session, 1, 2, SEDIA_FIELD_DELIVERED);
  settle (fixture);
  assert_need (fixture, SEDIA_IMPORT_NEEDS_COLUMN, 1, SEDIA_FIELD_QUANTITY);
  sedia_import_session_choose (fixture->session, 1, 2, SEDIA_FIELD_QUANTITY);
  settle (fixture);
  assert_counts (fixture, 2, 0, 0, 0);

  /* The lines first: they are put where they belong, and the orders are asked for. */
  sedia_import_session_set_file (fixture->session, lines);
  settle (fixture);
  assert_need (fixture, SEDIA_IMPORT_NEEDS_ORDERS, 0, SEDIA_FIELD_NONE);
  g_assert_null (sedia_import_session_get_sheet (fixture->session, 0));
  g_assert_nonnull (sedia_import_session_get_sheet (fixture->session, 1));
  heads = g_build_filename (fixture->folder, "o.csv", NULL);
  sedia_import_session_set_path (fixture->session, 0, heads);
  settle (fixture);
  assert_counts (fixture, 2, 0, 0, 0);
  g_assert_cmpint (import (fixture), ==, 2);

  sedia_import_session_set_kind (fixture->session, SEDIA_TRANSFER_PRODUCTS);
  settle (fixture);
  g_assert_null (sedia_import_session_get_sheet (fixture->session, 1));
}

static void
test_one_file_of_orders (Fixture       *fixture,
                         gconstpointer  unused)
{
  choose_file (fixture, "o.csv", "order,customer,date,what,qty\n1,Siti,2026-01-02,A,2\n");
  assert_need (fixture, SEDIA_IMPORT_NEEDS_COLUMN, 0, SEDIA_FIELD_SKU);
  sedia_import_session_choose (fixture->session, 0, 3, SEDIA_FIELD_SKU);
  settle (fixture);
  assert_counts (fixture, 0, 0, 0, 2); /* there is no such customer, and no such product */
}

/* ---- stopping */

/* What is no longer wanted is dropped, whatever it answers, and only the last word counts. */
static void
test_restart (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GString) many = g_string_new ("sku,name\n");
  g_autofree char *few = folder_write (fixture->folder, "few.csv", "sku,name\nA,Kopi\n");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (many, "P%u,Kopi\n", i);
  path = folder_write (fixture->folder, "many.csv", many->str);

  for (guint i = 0; i < 5; i++)
    {
      sedia_import_session_set_file (fixture->session, path);
      sedia_import_session_set_add (fixture->session, i % 2 == 0);
    }
  while (sedia_import_session_get_state (fixture->session) != SEDIA_IMPORT_DRY_RUN)
    g_main_context_iteration (NULL, TRUE);
  sedia_import_session_set_file (fixture->session, few);
  settle (fixture);
  assert_counts (fixture, 1, 0, 0, 0);
  shop_settle (fixture->shop.store);
  assert_counts (fixture, 1, 0, 0, 0);
}

/* The session may go while something is under way. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *path = folder_write (fixture->folder, "p.csv", "sku,name\nA,Kopi\n");
  GObject *session;

  sedia_import_session_set_file (fixture->session, path);
  session = G_OBJECT (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (session);
  shop_settle (fixture->shop.store);
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  unused)
{
  sedia_import_session_set_file (fixture->session, fixture->folder);
  settle (fixture);
  assert_state (fixture, SEDIA_IMPORT_FAILED);
  g_assert_nonnull (strstr (sedia_import_session_get_error (fixture->session)->message, "folder"));
  choose_file (fixture, "p.csv", "sku,name\nA,Kopi\n");
  assert_counts (fixture, 1, 0, 0, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/model/import-session/" path, Fixture, NULL, set_up, func, \
                                    tear_down)
  ADD ("good", test_good);
  ADD ("set-or-add", test_set_or_add);
  ADD ("separator", test_separator);
  ADD ("encoding", test_encoding);
  ADD ("decimal", test_decimal);
  ADD ("day-first", test_day_first);
  ADD ("choose", test_choose);
  ADD ("kind", test_kind);
  ADD ("leave-out", test_leave_out);
  ADD ("two-files", test_two_files);
  ADD ("one-file-of-orders", test_one_file_of_orders);
  ADD ("restart", test_restart);
  ADD ("gone", test_gone);
  ADD ("no-file", test_no_file);
#undef ADD

  return g_test_run ();
}
