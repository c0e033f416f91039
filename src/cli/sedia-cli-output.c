/* Writing to the standard streams and to files a person named.
 *
 * Text is UTF-8 unless the terminal says that it has another encoding: a cron job has no locale,
 * and what it writes into a file must not depend on that. Nothing is half written in silence.
 */
#include "config.h"

#include "sedia-cli-output.h"

#include "sedia-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
write_all (int         fd,
           const char *text,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;

      text += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* "C" says ASCII, which means that nobody said anything: UTF-8 then. */
static char *
dup_in_terminal_encoding (const char *text)
{
  const char *charset;
  char *converted = NULL;

  if (!g_get_charset (&charset) && g_ascii_strcasecmp (charset, "ANSI_X3.4-1968") != 0 &&
      g_ascii_strcasecmp (charset, "US-ASCII") != 0)
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);

  return converted != NULL ? converted : g_strdup (text);
}

static gboolean
set_file_error (GError     **error,
                const char  *path,
                int          code)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case EISDIR:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is a folder; name a file in it."), name);
      break;

    case ENOENT:
    case ENOTDIR:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("The file “%s” cannot be written: its folder does not exist; create it or "
                     "choose another one."), name);
      break;

    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("The file “%s” may not be written; choose another folder, or change its "
                     "permissions."), name);
      break;

    case ENOSPC:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("The disk is full: the file “%s” was not written; free some space and try "
                     "again."), name);
      break;

    default:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE, _("The file “%s” cannot be written: %s."),
                   name, g_strerror (code));
      break;
    }

  return FALSE;
}

/* The system's number of what went wrong with a file. */
static int
code_of (const GError *problem)
{
  static const struct { int file_error, code; } codes[] = {
    { G_FILE_ERROR_NOENT, ENOENT },
    { G_FILE_ERROR_NOTDIR, ENOTDIR },
    { G_FILE_ERROR_ACCES, EACCES },
    { G_FILE_ERROR_PERM, EPERM },
    { G_FILE_ERROR_ROFS, EROFS },
    { G_FILE_ERROR_NOSPC, ENOSPC },
    { G_FILE_ERROR_ISDIR, EISDIR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (problem, G_FILE_ERROR, codes[i].file_error))
      return codes[i].code;

  return EIO;
}

/**
 * sedia_cli_output_init:
 *
 * Makes the standard streams safe. A reader that stops reading (`| head`) is an error of writing,
 * not a sudden end. A stream that the caller closed is replaced by one that refuses, so that no
 * file of the shop is ever opened in its place.
 */
void
sedia_cli_output_init (void)
{
  signal (SIGPIPE, SIG_IGN);

  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF)
      {
        int refusing = open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);

        g_assert (refusing < 0 || refusing == fd);
      }
}

/**
 * sedia_cli_print:
 * @text: what to print, whole
 * @error: return location
 *
 * Returns: whether all of it was written to standard output
 */
gboolean
sedia_cli_print (const char  *text,
                 GError     **error)
{
  g_autofree char *bytes = dup_in_terminal_encoding (text);

  if (write_all (STDOUT_FILENO, bytes, strlen (bytes)))
    return TRUE;

  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
               _("The result cannot be written to the standard output: %s."), g_strerror (errno));
  return FALSE;
}

/**
 * sedia_cli_complain:
 * @sentence: what is wrong
 *
 * Writes one line to standard error.
 */
void
sedia_cli_complain (const char *sentence)
{
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);
  g_autofree char *line = g_strdelimit (g_strdup (valid), "\n\r\t\033", ' ');
  g_autofree char *whole = g_strconcat ("sediactl: ", line, "\n", NULL);
  g_autofree char *bytes = dup_in_terminal_encoding (whole);

  /* There is nobody left to tell when this fails. */
  (void) !write_all (STDERR_FILENO, bytes, strlen (bytes));
}

static gboolean
write_device (const char  *path,
              const char  *text,
              GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int code = 0;

  if (fd < 0)
    return set_file_error (error, path, errno);

  if (!write_all (fd, text, strlen (text)))
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;

  return code == 0 || set_file_error (error, path, code);
}

/**
 * sedia_cli_write_file:
 * @path: a file's name
 * @text: what to write
 * @error: return location
 *
 * Writes a file whole or not at all; what it held before is lost only when it succeeds. A pipe or a
 * device is written to, not replaced.
 *
 * Returns: whether it was written
 */
gboolean
sedia_cli_write_file (const char  *path,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (GError) problem = NULL;
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    {
      if (S_ISDIR (status.st_mode))
        return set_file_error (error, path, EISDIR);
      if (!S_ISREG (status.st_mode))
        return write_device (path, text, error);
    }

  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &problem))
    return TRUE;

  return set_file_error (error, path, code_of (problem));
}
