/* From the bytes of a file to UTF-8 text, or to a sentence that says what the file is instead. */
#include "config.h"

#include "sedia-csv-private.h"
#include "sedia-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define SAMPLE_BYTES 4096

typedef enum
{
  NOT_CSV_SPREADSHEET,
  NOT_CSV_PDF,
  NOT_CSV_PACKED,
  NOT_CSV_WEB_PAGE,
} NotCsv;

/* How files begin that people rename to .csv, or that a shop system names so by mistake. */
static const struct
{
  const char *bytes;
  gsize length;
  NotCsv kind;
} signatures[] = {
  { "PK\003\004", 4, NOT_CSV_SPREADSHEET },
  { "PK\005\006", 4, NOT_CSV_SPREADSHEET },
  { "\320\317\021\340\241\261\032\341", 8, NOT_CSV_SPREADSHEET },
  { "%PDF-", 5, NOT_CSV_PDF },
  { "\037\213", 2, NOT_CSV_PACKED },
  { "7z\274\257\047\034", 6, NOT_CSV_PACKED },
  { "<!DOCTYPE", 9, NOT_CSV_WEB_PAGE },
  { "<html", 5, NOT_CSV_WEB_PAGE },
  { "<table", 6, NOT_CSV_WEB_PAGE },
  { "<?xml", 5, NOT_CSV_WEB_PAGE },
};

static const struct
{
  const char *bytes;
  gsize length;
  const char *encoding;
} byte_order_marks[] = {
  { "\357\273\277", 3, "UTF-8" },
  { "\377\376", 2, "UTF-16LE" },
  { "\376\377", 2, "UTF-16BE" },
};

static gboolean
refuse_not_csv (NotCsv       kind,
                const char  *name,
                GError     **error)
{
  switch (kind)
    {
    case NOT_CSV_SPREADSHEET:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is an Excel or LibreOffice file, not CSV: open it there and save it "
                     "as CSV."), name);
      break;

    case NOT_CSV_PDF:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is a PDF document, not CSV: export the list as CSV."), name);
      break;

    case NOT_CSV_PACKED:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is a compressed file, not CSV: unpack it first."), name);
      break;

    case NOT_CSV_WEB_PAGE:
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is a web page or XML, not CSV: export the list as CSV."), name);
      break;
    }

  return FALSE;
}

static gboolean
check_signature (const char  *data,
                 gsize        length,
                 const char  *name,
                 GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      gsize n = signatures[i].length;

      if (length >= n && (memcmp (data, signatures[i].bytes, n) == 0 ||
                          (signatures[i].kind == NOT_CSV_WEB_PAGE &&
                           g_ascii_strncasecmp (data, signatures[i].bytes, n) == 0)))
        return refuse_not_csv (signatures[i].kind, name, error);
    }

  return TRUE;
}

/* UTF-16 without a mark at the beginning: in the text of a table every other byte is mostly zero.
 */
static const char *
guess_utf16 (const guint8 *data,
             gsize         length)
{
  gsize n_zeros[2] = { 0, 0 };
  gsize n = MIN (length, SAMPLE_BYTES) & ~(gsize) 1;

  if (n == 0 || length % 2 != 0)
    return NULL;

  for (gsize i = 0; i < n; i++)
    n_zeros[i % 2] += data[i] == 0;

  if (n_zeros[1] > n / 4 && n_zeros[0] == 0)
    return "UTF-16LE";
  if (n_zeros[0] > n / 4 && n_zeros[1] == 0)
    return "UTF-16BE";

  return NULL;
}

/* A picture or a program, read as Windows-1252, is full of control characters; a table has none. */
static gboolean
has_control_characters (const char *data,
                        gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guint8) data[i] < 0x20 && strchr ("\t\n\v\f\r\032", data[i]) == NULL)
      return TRUE;

  return FALSE;
}

/* Most files are ASCII from beginning to end, which is seen eight bytes at a time. */
static gboolean
is_utf8 (const char *data,
         gsize       length)
{
  gsize n_ascii = 0;
  guint64 eight;

  for (; n_ascii + sizeof eight <= length; n_ascii += sizeof eight)
    {
      memcpy (&eight, data + n_ascii, sizeof eight);
      if ((eight & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }

  return g_utf8_validate_len (data + n_ascii, length - n_ascii, NULL);
}

/* NULL with an error set when the bytes are no text in any encoding we would guess. */
static const char *
guess_encoding (const char  *data,
                gsize        length,
                const char  *name,
                GError     **error)
{
  const char *utf16 = guess_utf16 ((const guint8 *) data, length);

  if (utf16 != NULL)
    return utf16;

  if (memchr (data, '\0', length) != NULL)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” contains zero bytes: it is not a text file, or it is damaged."), name);
      return NULL;
    }

  if (is_utf8 (data, length))
    return "UTF-8";

  if (has_control_characters (data, length))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is not a text file, so it cannot be read as CSV."), name);
      return NULL;
    }

  return "WINDOWS-1252";
}

static gboolean
check_utf8 (GBytes      *text,
            const char  *name,
            const char  *encoding,
            GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  if (length > 0 && memchr (data, '\0', length) != NULL)
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” contains zero bytes: it is not a text file, or it is damaged."), name);
      return FALSE;
    }

  if (length > 0 && !is_utf8 (data, length))
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                   _("“%s” is not written in %s: choose another encoding."), name, encoding);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_utf8_name (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

static GBytes *
convert (GBytes      *bytes,
         const char  *name,
         const char  *encoding,
         GError     **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length;
  gsize n_written;
  const char *data = g_bytes_get_data (bytes, &length);
  char *converted;

  if (length == 0 || is_utf8_name (encoding))
    return g_bytes_ref (bytes);

  converted = g_convert (data, (gssize) length, "UTF-8", encoding, NULL, &n_written, &cause);
  if (converted != NULL)
    return g_bytes_new_take (converted, n_written);

  g_debug ("Cannot convert %s from %s: %s", name, encoding, cause->message);

  if (g_error_matches (cause, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                 _("“%s” is not an encoding this computer knows; give another one, such as UTF-8 "
                   "or Windows-1252."), encoding);
  else
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                 _("“%s” is not written in %s: choose another encoding."), name, encoding);

  return NULL;
}

/* The part of the text that is table: without the mark some programs put first, and without the end
 * mark of DOS programs.
 */
static GBytes *
trim_marks (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  gsize start = length >= 3 && memcmp (data, "\357\273\277", 3) == 0 ? 3 : 0;

  while (length > start && data[length - 1] == '\032')
    length--;

  return g_bytes_new_from_bytes (text, start, length - start);
}

static const char *
find_byte_order_mark (const char *data,
                      gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    if (length >= byte_order_marks[i].length &&
        memcmp (data, byte_order_marks[i].bytes, byte_order_marks[i].length) == 0)
      return byte_order_marks[i].encoding;

  return NULL;
}

/**
 * sedia_csv_decode:
 * @bytes: the content of a file
 * @display_name: the file's name for sentences
 * @wanted_encoding: (nullable): the encoding to use, %NULL to find out
 * @encoding: (out) (transfer full): the encoding used
 * @error: return location for a sentence
 *
 * Turns the bytes into UTF-8 text. What is not text, or an office document with the wrong name, is
 * refused and called by its name.
 *
 * Returns: (transfer full): valid UTF-8 without zero bytes and without a byte order mark
 */
GBytes *
sedia_csv_decode (GBytes      *bytes,
                  const char  *display_name,
                  const char  *wanted_encoding,
                  char       **encoding,
                  GError     **error)
{
  g_autoptr (GBytes) text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *used = wanted_encoding;

  if (length > 0 && !check_signature (data, length, display_name, error))
    return NULL;

  if (used == NULL && length > 0)
    used = find_byte_order_mark (data, length);
  if (used == NULL && length > 0)
    {
      if (!(used = guess_encoding (data, length, display_name, error)))
        return NULL;
    }
  if (used == NULL)
    used = "UTF-8";

  if (!(text = convert (bytes, display_name, used, error)) ||
      !check_utf8 (text, display_name, used, error))
    return NULL;

  *encoding = g_strdup (used);
  return trim_marks (text);
}
