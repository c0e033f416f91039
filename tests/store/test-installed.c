/* The program's own files, where it was installed and where it was moved to. */
#include "config.h"

#include "sedia-installed.h"

#include <glib/gstdio.h>
#include <string.h>

#define LOCALE_FOLDER INSTALL_PREFIX "/share/some-locale-folder"

static void
assert_path (const char *program,
             const char *expected)
{
  g_autofree char *path = sedia_installed_path_for (program, LOCALE_FOLDER);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_moved (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = g_dir_make_tmp ("sedia-test-XXXXXX", &error);
  g_autofree char *program = NULL;
  g_autofree char *share = NULL;
  g_autofree char *moved = NULL;

  g_assert_no_error (error);
  program = g_strconcat (root, &INSTALL_BINDIR[strlen (INSTALL_PREFIX)], "/sedia", NULL);
  share = g_build_filename (root, "share", NULL);
  moved = g_strconcat (root, &LOCALE_FOLDER[strlen (INSTALL_PREFIX)], NULL);

  /* Nothing beside it: where it was to be. */
  assert_path (program, LOCALE_FOLDER);

  g_assert_cmpint (g_mkdir_with_parents (moved, 0700), ==, 0);
  assert_path (program, moved);

  g_assert_cmpint (g_rmdir (moved), ==, 0);
  g_assert_cmpint (g_rmdir (share), ==, 0);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

/* A program that is not in the folder for programs, as in the build folder. */
static void
test_elsewhere (void)
{
  assert_path ("/home/rina/sedia/_build/src/app/sedia", LOCALE_FOLDER);
  assert_path ("sedia", LOCALE_FOLDER);
}

static void
test_outside (void)
{
  g_autofree char *path = sedia_installed_path_for (INSTALL_BINDIR "/sedia", "/elsewhere/locale");

  g_assert_cmpstr (path, ==, "/elsewhere/locale");
}

/* This program is not installed. */
static void
test_self (void)
{
  g_autofree char *path = sedia_installed_path (LOCALEDIR);

  g_assert_cmpstr (path, ==, LOCALEDIR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/installed/moved", test_moved);
  g_test_add_func ("/store/installed/elsewhere", test_elsewhere);
  g_test_add_func ("/store/installed/outside", test_outside);
  g_test_add_func ("/store/installed/self", test_self);

  return g_test_run ();
}
