/* A file being written: it takes its place whole, or not at all.
 *
 * What is written goes into a file beside it with a name of its own, which takes the place of an
 * older one in the end, when all of it is on the disk. When that does not come about it is removed.
 */
#include "config.h"

#include "sedia-output.h"

#include "sedia-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define FLUSH_BYTES 65536

struct _SediaOutput
{
  char *path;
  char *temporary; /* NULL once it is in its place */
  FILE *stream;
  GString *text;   /* not written yet */
};

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOENT)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” cannot be written: there is no such folder."), name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” cannot be written: you lack the permission."), name);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” cannot be written: the disk is full."), name);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("“%s” cannot be written: %s."), name,
                 g_strerror (code));

  return FALSE;
}

/**
 * sedia_output_open:
 * @path: a file, there already or not
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (nullable): a file to write; nothing is at @path yet
 */
SediaOutput *
sedia_output_open (const char  *path,
                   GError     **error)
{
  g_autoptr (SediaOutput) self = g_new0 (SediaOutput, 1);
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      fail (path, EISDIR, error);
      return NULL;
    }

  self->path = g_strdup (path);
  self->temporary = g_strconcat (path, ".XXXXXX", NULL);
  self->text = g_string_new (NULL);
  if ((fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0666)) < 0)
    {
      const int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      fail (path, code, error);
      return NULL;
    }

  self->stream = fdopen (fd, "wb");
  g_assert (self->stream != NULL);

  return g_steal_pointer (&self);
}

/**
 * sedia_output_get_text: (transfer none) where to append what is to be written; now and then call
 * sedia_output_flush().
 */
GString *
sedia_output_get_text (SediaOutput *self)
{
  return self->text;
}

static gboolean
write_text (SediaOutput  *self,
            GError      **error)
{
  if (fwrite (self->text->str, 1, self->text->len, self->stream) != self->text->len)
    return fail (self->path, errno, error);

  g_string_truncate (self->text, 0);
  return TRUE;
}

/**
 * sedia_output_flush: Writes what was appended, when it is enough to be worth it.
 */
gboolean
sedia_output_flush (SediaOutput  *self,
                    GError      **error)
{
  return self->text->len < FLUSH_BYTES || write_text (self, error);
}

/**
 * sedia_output_finish:
 * @self: a file
 * @error: return location for a sentence
 *
 * Writes the rest and puts the file in its place.
 *
 * Returns: whether all of it is there; if not, what was there before still is
 */
gboolean
sedia_output_finish (SediaOutput  *self,
                     GError      **error)
{
  FILE *stream;

  if (!write_text (self, error))
    return FALSE;
  if (fflush (self->stream) != 0 || fsync (fileno (self->stream)) != 0)
    return fail (self->path, errno, error);

  stream = g_steal_pointer (&self->stream);
  if (fclose (stream) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (self->path, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * sedia_output_free:
 * @self: (transfer full) (nullable): a file; one that was not finished leaves nothing behind
 */
void
sedia_output_free (SediaOutput *self)
{
  if (self == NULL)
    return;

  if (self->stream != NULL)
    fclose (self->stream);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
