/* The form about reminders: what it says of the settings, what it writes, the autostart file. */
#include "config.h"

#include "sedia-autostart.h"
#include "sedia-reminders-form.h"
#include "shop-window.h"

#include <glib/gstdio.h>

#define REMIND "Remind me once a day of customers who must be told"
#define STAY "Stay in the background when the window is closed"
#define START "Start with the computer"
#define FROM "From"

typedef struct
{
  ShopWindow view;
  GSettings *settings;
} Fixture;

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char *const keys[] = {
    "remind", "remind-hour", "background", "background-asked", "reminded-day",
  };

  shop_window_open (&fixture->view);
  fixture->settings = g_settings_new (APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_assert_true (sedia_autostart_set (FALSE, NULL));
  sedia_shop_set_settings (sedia_main_window_get_shop (fixture->view.window), fixture->settings);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  shop_window_close (&fixture->view);
  g_object_unref (fixture->settings);
}

static GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_REMINDERS_FORM);
}

static void
open_form (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view.window), "shop.reminders", NULL);
  shop_window_settle (&fixture->view);
  g_assert_nonnull (form ());
}

/* The switch with these words, mnemonics left out. */
static GtkCheckButton *
find_check (GtkWidget  *root,
            const char *words)
{
  if (GTK_IS_CHECK_BUTTON (root))
    {
      g_auto (GStrv) parts = g_strsplit (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), "_",
                                         -1);
      g_autofree char *label = g_strjoinv ("", parts);

      return g_str_equal (label, words) ? GTK_CHECK_BUTTON (root) : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_on (const char *words)
{
  return gtk_check_button_get_active (find_check (form (), words));
}

static void
turn (const char *words,
      gboolean    on)
{
  gtk_check_button_set_active (find_check (form (), words), on);
}

static const char *
hour (void)
{
  return gtk_editable_get_text (view_find_entry (form (), FROM));
}

/* A file like the one a desktop starts programs with. */
static void
assert_starts (gboolean starts)
{
  g_autofree char *path = sedia_autostart_dup_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = NULL;

  g_assert_cmpint (sedia_autostart_is_on (), ==, starts);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, starts);
  if (!starts)
    return;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  command = g_key_file_get_string (file, "Desktop Entry", "Exec", NULL);
  g_assert_cmpstr (command, ==, "sedia --background");
}

static void
test_save (Fixture       *fixture,
           gconstpointer  unused)
{
  open_form (fixture);
  g_assert_true (is_on (REMIND));
  g_assert_cmpstr (hour (), ==, "09:00");
  g_assert_false (is_on (STAY));
  g_assert_false (is_on (START));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_check (form (), START))));

  shop_window_type (&fixture->view, form (), FROM, "16.30");
  turn (STAY, TRUE);
  g_assert_true (is_on (START)); /* follows, and may be taken back */
  shop_window_save (&fixture->view, form ());
  g_assert_null (form ());
  g_assert_cmpint (g_settings_get_int (fixture->settings, "remind-hour"), ==, 16 * 60 + 30);
  g_assert_true (g_settings_get_boolean (fixture->settings, "background"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "background-asked"));
  assert_starts (TRUE);

  open_form (fixture);
  g_assert_cmpstr (hour (), ==, "16:30");
  g_assert_true (is_on (STAY));
  g_assert_true (is_on (START));
  turn (START, FALSE);
  shop_window_save (&fixture->view, form ());
  g_assert_true (g_settings_get_boolean (fixture->settings, "background"));
  assert_starts (FALSE);

  open_form (fixture);
  g_assert_true (is_on (STAY));
  g_assert_false (is_on (START));
  turn (START, TRUE);
  turn (STAY, FALSE);
  turn (REMIND, FALSE);
  shop_window_save (&fixture->view, form ());
  g_assert_false (g_settings_get_boolean (fixture->settings, "background"));
  g_assert_false (g_settings_get_boolean (fixture->settings, "remind"));
  assert_starts (FALSE);
}

/* What is no time stays in the form, and is said there. */
static void
test_wrong_hour (Fixture       *fixture,
                 gconstpointer  unused)
{
  open_form (fixture);
  shop_window_type (&fixture->view, form (), FROM, "25:00");
  turn (STAY, TRUE);
  shop_window_save (&fixture->view, form ());
  g_assert_nonnull (form ());
  g_assert_nonnull (view_find_text (form (), "“25:00” is no time of the day. Write it as 09:00."));
  g_assert_false (g_settings_get_boolean (fixture->settings, "background"));
  assert_starts (FALSE);

  /* without a reminder it does not matter */
  turn (REMIND, FALSE);
  shop_window_save (&fixture->view, form ());
  g_assert_null (form ());
  g_assert_cmpint (g_settings_get_int (fixture->settings, "remind-hour"), ==, 9 * 60);
}

/* The desktop's own tool has switched it off: the file is there, and says so. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *path = sedia_autostart_dup_path ();

  g_assert_true (sedia_autostart_set (TRUE, NULL));
  assert_starts (TRUE);
  g_assert_true (g_file_set_contents (path, "[Desktop Entry]\nType=Application\nHidden=true\n", -1,
                                      NULL));
  g_assert_false (sedia_autostart_is_on ());
  g_assert_true (sedia_autostart_set (TRUE, NULL));
  assert_starts (TRUE);
  g_assert_true (sedia_autostart_set (FALSE, NULL));
  g_assert_true (sedia_autostart_set (FALSE, NULL));
  assert_starts (FALSE);
}

/* A file where the folder should be: it is said in the form, and nothing is half done. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *path = sedia_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));

  open_form (fixture);
  turn (STAY, TRUE);
  shop_window_save (&fixture->view, form ());
  g_assert_nonnull (form ());
  g_assert_nonnull (sedia_bar_get_text (sedia_form_find_bar (SEDIA_FORM (form ()))));
  g_assert_false (g_settings_get_boolean (fixture->settings, "background"));

  g_assert_cmpint (g_remove (folder), ==, 0);
  shop_window_save (&fixture->view, form ());
  g_assert_null (form ());
  assert_starts (TRUE);
}

/* The sidebar says that the program stays, in words or, folded, with a symbol. */
static void
test_sidebar (Fixture       *fixture,
              gconstpointer  unused)
{
  g_assert_null (view_find_text (GTK_WIDGET (fixture->view.window), "Stays in the background"));
  sedia_shop_set_staying (sedia_main_window_get_shop (fixture->view.window), TRUE);
  g_assert_true (shop_window_wait_for (&fixture->view, "Stays in the background"));
  sedia_shop_set_staying (sedia_main_window_get_shop (fixture->view.window), FALSE);
  shop_window_settle (&fixture->view);
  g_assert_false (shop_window_shows (&fixture->view, "Stays in the background"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("sedia-config-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (config, "autostart", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  view_test_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/reminders-form/" name, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("save", test_save);
  ADD ("wrong-hour", test_wrong_hour);
  ADD ("hidden", test_hidden);
  ADD ("refused", test_refused);
  ADD ("sidebar", test_sidebar);
#undef ADD

  status = g_test_run ();
  sedia_autostart_set (FALSE, NULL);
  g_rmdir (folder);
  g_rmdir (config);

  return status;
}
