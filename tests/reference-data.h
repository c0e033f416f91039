/* Finding the reference data: files of real shops and published answers, which are not ours to
 * ship.
 *
 * They are looked for in the folder $SEDIA_REFERENCE_DATA, else in ../shared/data beside the
 * project. A test that needs them is skipped where they are absent.
 */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>

/* The folder that holds this project, by the folder of the tests. */
static inline char *
reference_data_root (void)
{
  const char *told = g_getenv ("SEDIA_REFERENCE_DATA");
  const char *tests = g_getenv ("G_TEST_SRCDIR");

  if (told != NULL && *told != '\0')
    return g_strdup (told);

  if (tests == NULL)
    tests = g_test_get_dir (G_TEST_DIST);

  return g_build_filename (tests, "..", "..", "shared", "data", NULL);
}

/**
 * reference_data:
 * @sub: a file or folder below the reference data
 *
 * Returns: (nullable): its path, %NULL when it is absent; the test is then marked as skipped
 */
static inline const char *
reference_data (const char *sub)
{
  g_autofree char *root = reference_data_root ();
  g_autofree char *path = g_build_filename (root, sub, NULL);

  if (g_access (path, R_OK) == 0)
    return g_intern_string (path);

  g_test_skip ("The reference data is not here: set SEDIA_REFERENCE_DATA");
  return NULL;
}
