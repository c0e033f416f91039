/* What the menu offers: for the shop's file a backup, a check of the records, and the window that
 * says how far long work is; and the help.
 */
#include "config.h"

#include "sedia-back-up.h"
#include "sedia-bar.h"
#include "sedia-check-up.h"
#include "sedia-help-texts.h"
#include "sedia-help-window.h"
#include "sedia-shop.h"
#include "sedia-working.h"
#include "shop-window.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Long work that is let go: until then the thread of long reads is busy, and what is asked of it
 * waits.
 */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean may_end;
} Gate;

static gpointer
gate_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->may_end)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return SEDIA_DONE;
}

static void
gate_passed_cb (GObject      *source,
                GAsyncResult *answer,
                gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (sedia_store_finish (SEDIA_STORE (source), answer, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
gate_open (Gate     *gate,
           gboolean *is_passed)
{
  g_mutex_lock (&gate->mutex);
  gate->may_end = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);

  g_assert_true (view_wait_until (is_true, is_passed));
}

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  gint64 kettle;

  shop_window_open (fixture);
  kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  shop_receive (fixture->shop.store, kettle, 12);
  shop_window_settle (fixture);
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

/* What somebody changes who does not know what he does. */
static void
break_balance (ShopWindow *fixture)
{
  sqlite3 *sqlite = NULL;

  g_assert_cmpint (sqlite3_open (fixture->shop.path, &sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, "UPDATE product_balance SET on_hand = 8", NULL, NULL,
                                 NULL), ==, SQLITE_OK);
  sqlite3_close (sqlite);
}

static gboolean
bar_speaks (gpointer data)
{
  return shop_window_bar (data) != NULL;
}

static gboolean
check_is_shown (gpointer unused)
{
  return view_find_window (SEDIA_TYPE_CHECK_UP) != NULL;
}

static gboolean
work_is_shown (gpointer unused)
{
  return view_find_window (SEDIA_TYPE_WORKING) != NULL;
}

static gboolean
work_is_gone (gpointer unused)
{
  return !work_is_shown (NULL);
}

static GFile *
backup_file (ShopWindow *fixture)
{
  return g_file_new_build_filename (fixture->shop.folder, "backup.db", NULL);
}

static void
back_up (ShopWindow *fixture)
{
  g_autoptr (GFile) target = backup_file (fixture);

  sedia_bar_close (sedia_main_window_get_bar (fixture->window));
  sedia_back_up_to (GTK_WIDGET (fixture->window), fixture->shop.store, target);
}

static void
assert_bar_about_backup (ShopWindow *fixture,
                         const char *form)
{
  g_autoptr (GFile) target = backup_file (fixture);
  g_autofree char *name = g_file_get_parse_name (target);
  g_autoptr (GString) expected = g_string_new (form);

  g_string_replace (expected, "%s", name, 1);
  g_assert_true (view_wait_until (bar_speaks, fixture));
  g_assert_cmpstr (shop_window_bar (fixture), ==, expected->str);
}

/* ---- the backup */

static void
test_back_up (ShopWindow    *fixture,
              gconstpointer  unused)
{
  g_autoptr (GFile) target = backup_file (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaStore) copy = NULL;

  back_up (fixture);
  assert_bar_about_backup (fixture, "Backed up to “%s” – the copy was checked, all is well");
  g_assert_null (view_find_window (SEDIA_TYPE_WORKING));

  copy = sedia_store_open (g_file_peek_path (target), &error);
  g_assert_no_error (error);
  sedia_store_close (copy);
  g_assert_no_errno (g_unlink (g_file_peek_path (target)));
}

/* Copied all the same; the way to what is wrong is offered. */
static void
test_back_up_broken (ShopWindow    *fixture,
                     gconstpointer  unused)
{
  g_autoptr (GFile) target = backup_file (fixture);

  break_balance (fixture);
  back_up (fixture);
  assert_bar_about_backup (fixture, "Backed up to “%s” – but the check found 1 problem");
  g_assert_true (shop_window_wait_for (fixture, "Show"));
  g_assert_no_errno (g_unlink (g_file_peek_path (target)));
}

static void
test_back_up_refused (ShopWindow    *fixture,
                      gconstpointer  unused)
{
  g_autoptr (GFile) own = g_file_new_for_path (fixture->shop.path);

  sedia_bar_close (sedia_main_window_get_bar (fixture->window));
  sedia_back_up_to (GTK_WIDGET (fixture->window), fixture->shop.store, own);
  g_assert_true (view_wait_until (bar_speaks, fixture));
  g_assert_nonnull (strstr (shop_window_bar (fixture), "is the shop itself"));
}

/* It takes long, and somebody stops it: the window that says so, and no file. */
static void
test_back_up_stopped (ShopWindow    *fixture,
                      gconstpointer  unused)
{
  g_autoptr (GFile) target = backup_file (fixture);
  Gate gate = { 0 };
  gboolean is_passed = FALSE;
  GtkWidget *working;

  sedia_store_read_long_async (fixture->shop.store, gate_job, &gate, NULL, NULL, NULL,
                               gate_passed_cb, &is_passed);
  back_up (fixture);
  g_assert_true (view_wait_until (work_is_shown, NULL));
  working = view_find_window (SEDIA_TYPE_WORKING);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (working)), ==, "Backing Up");
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (working)) ==
                 GTK_WINDOW (fixture->window));

  gtk_widget_activate_action (working, "working.cancel", NULL);
  gate_open (&gate, &is_passed);
  g_assert_true (view_wait_until (bar_speaks, fixture));
  g_assert_cmpstr (shop_window_bar (fixture), ==, "No backup was made");
  g_assert_true (work_is_gone (NULL));
  g_assert_false (g_file_query_exists (target, NULL));
}

/* The window is closed meanwhile: the backup is made, and nobody is there to hear of it. */
static void
test_back_up_alone (void)
{
  ShopWindow fixture;
  g_autoptr (GFile) target = NULL;
  Gate gate = { 0 };
  gboolean is_passed = FALSE;

  fixture_open (&fixture, NULL);
  target = backup_file (&fixture);
  sedia_store_read_long_async (fixture.shop.store, gate_job, &gate, NULL, NULL, NULL,
                               gate_passed_cb, &is_passed);
  back_up (&fixture);
  g_assert_true (view_wait_until (work_is_shown, NULL));

  gtk_window_destroy (GTK_WINDOW (fixture.window));
  gate_open (&gate, &is_passed);
  while (!g_file_query_exists (target, NULL))
    view_wait (fixture.shop.store);
  view_wait (fixture.shop.store);
  g_assert_true (work_is_gone (NULL));
  g_assert_finalize_object (fixture.window);
  g_assert_no_errno (g_unlink (g_file_peek_path (target)));
  shop_close (&fixture.shop);
}

/* ---- the check */

static GtkWidget *
check (ShopWindow *fixture)
{
  sedia_check_up_run (GTK_WIDGET (fixture->window), fixture->shop.store);
  g_assert_true (view_wait_until (check_is_shown, NULL));
  view_wait (fixture->shop.store);

  return view_find_window (SEDIA_TYPE_CHECK_UP);
}

static void
test_check_agrees (ShopWindow    *fixture,
                   gconstpointer  unused)
{
  GtkWidget *result = check (fixture);

  g_assert_nonnull (view_find_text (result, "Everything Agrees"));
  g_assert_null (view_find_text (result, "Copy"));
  gtk_widget_activate_action (result, "window.close", NULL);
  view_wait (fixture->shop.store);
  g_assert_false (check_is_shown (NULL));
}

static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *answer,
                   gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), answer, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

/* Each thing in a sentence, which can be copied for somebody who helps. */
static void
test_check_finds (ShopWindow    *fixture,
                  gconstpointer  unused)
{
  g_autofree char *copied = NULL;
  GtkWidget *result;

  break_balance (fixture);
  result = check (fixture);
  g_assert_nonnull (view_find_text (result, "1 Thing Does Not Agree"));

  gtk_widget_activate_action (result, "check.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (result), NULL, clipboard_read_cb,
                                 &copied);
  g_assert_true (view_wait_until (is_read, &copied));
  g_assert_nonnull (strstr (copied, "8 on hand, but its movements make 12"));

  gtk_window_destroy (GTK_WINDOW (result));
  view_wait (fixture->shop.store);
}

/* ---- the help */

static GtkWidget *
help (void)
{
  return view_find_window (SEDIA_TYPE_HELP_WINDOW);
}

static void
open_help (ShopWindow *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.help", NULL));
  shop_window_settle (fixture);
  g_assert_nonnull (help ());
}

/* Every page has one of its own, under its name; that of the first start has the program's. */
static void
test_help (ShopWindow    *fixture,
           gconstpointer  unused)
{
  guint n_pages;
  const SediaShopPage *pages = sedia_shop_get_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      const SediaHelpText *text = sedia_help_text_find (pages[i].name);
      const gboolean has_own = pages[i].kind != SEDIA_N_KINDS || pages[i].label != NULL;

      shop_window_go_to (fixture, pages[i].name);
      open_help (fixture);
      g_assert_cmpstr (text->page, ==, has_own ? pages[i].name : NULL);
      g_assert_nonnull (view_find_text (help (), text->title));
      g_assert_nonnull (view_find_text (help (), text->paragraphs[0]));
      g_assert_nonnull (view_find_text (help (), text->keys[0].what));
      g_assert_nonnull (view_find_text (help (), "Ordered from a supplier, and not here yet."));
      gtk_window_close (GTK_WINDOW (help ()));
      shop_window_settle (fixture);
      g_assert_null (help ());
    }
}

/* ---- how far it is */

static const char *const steps[] = { "First.", "Then." };

static GtkProgressBar *
bar_of (SediaWorking *working)
{
  return GTK_PROGRESS_BAR (view_find_type (GTK_WIDGET (working), GTK_TYPE_PROGRESS_BAR));
}

static gboolean
is_half (gpointer data)
{
  return gtk_progress_bar_get_fraction (bar_of (data)) == 0.5;
}

static void
test_working (ShopWindow    *fixture,
              gconstpointer  unused)
{
  SediaWorking *working = sedia_working_new (GTK_WIDGET (fixture->window), "Work", steps, 2);
  g_autoptr (GCancellable) cancellable = g_object_ref (sedia_working_get_cancellable (working));
  SediaWorkingProgress *progress = sedia_working_ref_progress (working);
  GtkWidget *cancel;

  /* Not at once: most work is done before anybody could read what it is. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (working)));
  g_assert_true (view_wait_until (work_is_shown, NULL));
  g_assert_nonnull (view_find_text (GTK_WIDGET (working), "Work"));
  g_assert_nonnull (view_find_text (GTK_WIDGET (working), "First."));

  sedia_working_progress (1, 20, 40, progress);
  g_assert_true (view_wait_until (is_half, working));
  g_assert_nonnull (view_find_text (GTK_WIDGET (working), "Then."));

  /* Closing it stops the work, which has to notice first. */
  cancel = gtk_widget_get_ancestor (view_find_text (GTK_WIDGET (working), "Cancel"),
                                    GTK_TYPE_BUTTON);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_close (GTK_WINDOW (working));
  view_wait (NULL);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_true (work_is_shown (NULL));
  g_assert_false (gtk_widget_get_sensitive (cancel));

  sedia_working_end (working);
  g_assert_true (work_is_gone (NULL));
  sedia_working_progress (1, 30, 40, progress); /* too late, but allowed */
  sedia_working_progress_unref (progress);
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add (path, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("/chores/back-up/whole", test_back_up);
  ADD ("/chores/back-up/broken", test_back_up_broken);
  ADD ("/chores/back-up/refused", test_back_up_refused);
  ADD ("/chores/back-up/stopped", test_back_up_stopped);
  g_test_add_func ("/chores/back-up/alone", test_back_up_alone);
  ADD ("/chores/check/agrees", test_check_agrees);
  ADD ("/chores/check/finds", test_check_finds);
  ADD ("/chores/help", test_help);
  ADD ("/chores/working", test_working);
#undef ADD

  return g_test_run ();
}
