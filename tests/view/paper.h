/* What the tests of printing share: a document on paper, and what the PDF says. */
#pragma once

#include "sedia-print-run.h"

#include <glib/gstdio.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
} Paper;

static inline void
paper_open (Paper *self)
{
  self->folder = g_dir_make_tmp ("sedia-print-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "paper.pdf", NULL);
}

static inline void
paper_close (Paper *self)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* What a program says of the PDF; NULL where it is not installed. */
static inline char *
paper_ask_program (const char *program,
                   const char *option,
                   const char *path,
                   const char *end)
{
  const char *argv[] = { program, option, path, end, NULL };
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (found == NULL)
    return NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return text;
}

static inline void
paper_assert_says (const char *text,
                   const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not on the paper:\n%s", words, text);
}

static inline void
paper_assert_says_not (const char *text,
                       const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is on the paper:\n%s", words, text);
}

/* An amount and its unit are not parted by the end of a line. */
static inline char *
paper_with_plain_spaces (char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_free (text);
  g_string_replace (plain, "\u00a0", " ", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Prints it and reads it back; the caller looks for what must be there. */
static inline char *
paper_print (Paper              *self,
             SediaPrintDocument *document,
             SediaPrintPaper     paper)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL;
  char *text;

  sedia_print_export (document, paper, self->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &start, NULL, NULL));
  g_assert_true (g_str_has_prefix (start, "%PDF-"));

  text = paper_ask_program ("pdftotext", "-layout", self->path, "-");
  if (text == NULL)
    g_test_skip ("pdftotext is not installed");

  return text != NULL ? paper_with_plain_spaces (text) : NULL;
}

/* Its size and how many pages it has, NULL where it cannot be told. */
static inline char *
paper_dup_info (Paper *self)
{
  return paper_ask_program ("pdfinfo", "-isodates", self->path, NULL);
}

G_END_DECLS
