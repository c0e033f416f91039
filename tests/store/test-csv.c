/* CSV: what is read, with which line; what is refused, with which sentence; what is written reads
 * back.
 */
#include "config.h"

#include "sedia-csv.h"
#include "sedia-error.h"
#include "sedia-formula.h"

#include <glib/gstdio.h>
#include <string.h>

#define LENGTH_OF_TEXT (-1)

static SediaTable *
read_text (const char  *text,
           gssize       length,
           GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  return sedia_csv_read_bytes (bytes, "test.csv", NULL, NULL, error);
}

static SediaTable *
read_good (const char *text,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  SediaTable *table = read_text (text, length, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

/* The whole table in one text: cells parted by bars, rows by slashes, missing cells as "~". */
static char *
dup_shape (const SediaTable *table)
{
  GString *shape = g_string_new (NULL);
  g_autofree char *headers = g_strjoinv ("|", (char **) sedia_table_get_headers (table));

  g_string_append (shape, headers);
  for (guint row = 0; row < sedia_table_get_n_rows (table); row++)
    for (guint i = 0; i < sedia_table_get_n_columns (table); i++)
      {
        const char *cell = sedia_table_get_cell (table, row, i);

        g_string_append_printf (shape, "%s%s", i == 0 ? "/" : "|", cell != NULL ? cell : "~");
      }

  return g_string_free (shape, FALSE);
}

static void
assert_table (const char *text,
              gssize      length,
              const char *expected)
{
  g_autoptr (SediaTable) table = read_good (text, length);
  g_autofree char *shape = dup_shape (table);

  g_assert_cmpstr (shape, ==, expected);
}

static void
assert_refused (const char *text,
                gssize      length,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaTable) table = read_text (text, length, &error);

  g_assert_null (table);
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_simple (void)
{
  assert_table ("a,b,c\n1,2,3\n", LENGTH_OF_TEXT, "a|b|c/1|2|3");
  assert_table ("a,b,c\n1,2,3", LENGTH_OF_TEXT, "a|b|c/1|2|3");
  assert_table ("a,b,c\n1,\"\",\"\"\n", LENGTH_OF_TEXT, "a|b|c/1||");
  assert_table ("a,b,c\n1\n1,2\n", LENGTH_OF_TEXT, "a|b|c/1|~|~/1|2|~");
  assert_table ("a,b\n1,2,,,\n", LENGTH_OF_TEXT, "a|b/1|2");
  assert_table ("a\n1\n\n2\n", LENGTH_OF_TEXT, "a/1/2");
  assert_table ("a,b\n", LENGTH_OF_TEXT, "a|b");
  assert_table ("a,b", LENGTH_OF_TEXT, "a|b");
  assert_table ("a,,b,,\n1,2,3,4,5\n", LENGTH_OF_TEXT, "a||b||/1|2|3|4|5");
  assert_table (",\n\n a , b \n , \n 1 , \" 2 \" \n", LENGTH_OF_TEXT, "a|b/1| 2 ");
}

static void
test_line_ends (void)
{
  assert_table ("a,b\r\n1,2\r\n", LENGTH_OF_TEXT, "a|b/1|2");
  assert_table ("a,b\r1,2\r", LENGTH_OF_TEXT, "a|b/1|2");
  assert_table ("a,b\n1,2\r\n3,4\r5,6", LENGTH_OF_TEXT, "a|b/1|2/3|4/5|6");
  assert_table ("a,b\r\n\"x\r\ny\",\"x\ry\"\r\n", LENGTH_OF_TEXT, "a|b/x\r\ny|x\ry");
  assert_table ("a,b\n1,2\n\032", LENGTH_OF_TEXT, "a|b/1|2");
}

static void
test_quotes (void)
{
  assert_table ("a,b\n1,\"ha \"\"ha\"\" ha\"\n", LENGTH_OF_TEXT, "a|b/1|ha \"ha\" ha");
  assert_table ("a,b\n\"x, y\",\"\"\"\"\n", LENGTH_OF_TEXT, "a|b/x, y|\"");
  assert_table ("a,b\n6' 2\",37°36'37.8\"N\n", LENGTH_OF_TEXT, "a|b/6' 2\"|37°36'37.8\"N");
  assert_table ("\"a\n1\",b\n2,3\n", LENGTH_OF_TEXT, "a\n1|b/2|3");
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
  } cases[] = {
    { "a,b\n1,2\n", ',' },
    { "a;b\n1,5;2,5\n", ';' },
    { "a\tb\n1,5\t2;5\n", '\t' },
    { "a|b\n1|2\n", '|' },
    { "a;b", ';' },
    { "a\n1.5\n", ',' },
    { "a (x;y;z)\tb\n1\t2\n3\t4\n", '\t' },
    { "a (x,y,z);b\n1;2\n3;4\n", ';' },
    { "a,b\n\"x;y;z\",2\n\"x;y\",4\n", ',' },
    { "a;b\n\"1;\n;\";2\n3;4\n", ';' },
    { "a,b;c\n1,2\n3,4\n", ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SediaTable) table = read_good (cases[i].text, LENGTH_OF_TEXT);

      if (sedia_table_get_delimiter (table) != cases[i].delimiter)
        g_error ("“%s” was read with “%c”", cases[i].text, sedia_table_get_delimiter (table));
    }
}

static void
test_separator_line (void)
{
  g_autoptr (SediaTable) table = read_good ("sep=;\r\na;b,c,d\r\n1;2\r\n", LENGTH_OF_TEXT);
  g_autofree char *shape = dup_shape (table);

  g_assert_cmpint (sedia_table_get_delimiter (table), ==, ';');
  g_assert_cmpstr (shape, ==, "a|b,c,d/1|2");
  g_assert_cmpuint (sedia_table_get_line (table, 0), ==, 3);
}

static void
test_options (void)
{
  const SediaCsvOptions options = { .encoding = "ISO-8859-2", .delimiter = ';' };
  const SediaCsvOptions unknown = { .encoding = "KLINGON-1" };
  const SediaCsvOptions wrong = { .encoding = "UTF-8" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b,c\n1;\xb1\n", 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaTable) table = NULL;

  table = sedia_csv_read_bytes (bytes, "test.csv", &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sedia_table_get_encoding (table), ==, "ISO-8859-2");
  g_assert_cmpstr (sedia_table_get_cell (table, 0, 1), ==, "ą");

  g_assert_null (sedia_csv_read_bytes (bytes, "test.csv", &unknown, NULL, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "KLINGON-1"));
  g_clear_error (&error);

  g_assert_null (sedia_csv_read_bytes (bytes, "test.csv", &wrong, NULL, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "not written in UTF-8"));
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *bom;
    const char *expected;
  } cases[] = {
    { "UTF-8", "", "UTF-8" },
    { "UTF-8", "\357\273\277", "UTF-8" },
    { "UTF-16LE", "\377\376", "UTF-16LE" },
    { "UTF-16BE", "\376\377", "UTF-16BE" },
    { "UTF-16LE", "", "UTF-16LE" },
    { "UTF-16BE", "", "UTF-16BE" },
    { "WINDOWS-1252", "", "WINDOWS-1252" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) file = g_string_new (cases[i].bom);
      g_autoptr (SediaTable) table = NULL;
      g_autofree char *shape = NULL;
      g_autofree char *text = NULL;
      gsize length;

      text = g_convert ("naam,prijs\nCafé,12 €\n", -1, cases[i].encoding, "UTF-8", NULL, &length,
                        NULL);
      g_string_append_len (file, text, (gssize) length);
      table = read_good (file->str, (gssize) file->len);
      shape = dup_shape (table);

      g_assert_cmpstr (sedia_table_get_encoding (table), ==, cases[i].expected);
      g_assert_cmpstr (shape, ==, "naam|prijs/Café|12 €");
    }
}

static void
test_lines (void)
{
  g_autoptr (SediaTable) table = NULL;

  table = read_good ("\n\na,b\r\n1,2\n\n\n\"x\ny\r\nz\",3\n,\n4,5\r6,7", LENGTH_OF_TEXT);

  g_assert_cmpuint (sedia_table_get_n_rows (table), ==, 4);
  g_assert_cmpuint (sedia_table_get_line (table, 0), ==, 4);
  g_assert_cmpuint (sedia_table_get_line (table, 1), ==, 7);
  g_assert_cmpuint (sedia_table_get_line (table, 2), ==, 11);
  g_assert_cmpuint (sedia_table_get_line (table, 3), ==, 12);
}

static void
test_get_row (void)
{
  g_autoptr (SediaTable) table = read_good ("a,b,c\n1,2\n,x,\n", LENGTH_OF_TEXT);
  const char *cells[3];

  sedia_table_get_row (table, 0, cells);
  g_assert_cmpstr (cells[0], ==, "1");
  g_assert_cmpstr (cells[1], ==, "2");
  g_assert_null (cells[2]);

  sedia_table_get_row (table, 1, cells);
  g_assert_cmpstr (cells[0], ==, "");
  g_assert_cmpstr (cells[1], ==, "x");
  g_assert_cmpstr (cells[2], ==, "");
}

static void
test_bad_rows (void)
{
  g_autoptr (SediaTable) table = NULL;
  g_autofree char *shape = NULL;
  const SediaBadRow *bad_rows;
  guint n_bad_rows;

  table = read_good ("a,b\n1,2\n1,2,3\n\"x\" y,2\n\"left open,2\n3,\"4\" or so,5\n6,\"7\"\n",
                     LENGTH_OF_TEXT);
  shape = dup_shape (table);
  bad_rows = sedia_table_get_bad_rows (table, &n_bad_rows);

  g_assert_cmpstr (shape, ==, "a|b/1|2/6|7");
  g_assert_cmpuint (n_bad_rows, ==, 3);
  g_assert_cmpuint (bad_rows[0].line, ==, 3);
  g_assert_nonnull (strstr (bad_rows[0].reason, "3 cells"));
  g_assert_cmpuint (bad_rows[1].line, ==, 4);
  g_assert_nonnull (strstr (bad_rows[1].reason, "quotation mark"));
  g_assert_cmpuint (bad_rows[2].line, ==, 5);
  g_assert_nonnull (strstr (bad_rows[2].reason, "quotation mark"));
}

static void
test_refuse_content (void)
{
  assert_refused ("", LENGTH_OF_TEXT, "“test.csv” is empty");
  assert_refused ("\n \r\n\n", LENGTH_OF_TEXT, "is empty");
  assert_refused ("\357\273\277", LENGTH_OF_TEXT, "is empty");
  assert_refused ("\377\376", LENGTH_OF_TEXT, "is empty");
  assert_refused (",,\n,,\n", LENGTH_OF_TEXT, "is empty");
  assert_refused ("PK\003\004 and so on", LENGTH_OF_TEXT, "Excel or LibreOffice");
  assert_refused ("\320\317\021\340\241\261\032\341\0\0", 10, "Excel or LibreOffice");
  assert_refused ("%PDF-1.7\n", LENGTH_OF_TEXT, "PDF");
  assert_refused ("\037\213\010", LENGTH_OF_TEXT, "compressed");
  assert_refused ("<!doctype html><table>", LENGTH_OF_TEXT, "web page");
  assert_refused ("a,b,c\n\0,2,3\n", 12, "zero bytes");
  assert_refused ("\377\376a\0,\0\0\0b\0", 10, "zero bytes");
  assert_refused ("\377\376a\0,\0b", 7, "not written in UTF-16LE");
  assert_refused ("\211PNG\r\n\032\n\001\002\003", LENGTH_OF_TEXT, "not a text file");
  assert_refused ("a,b\n\2011,\n", LENGTH_OF_TEXT, "not written in WINDOWS-1252");
}

static void
test_refuse_open_quote (void)
{
  assert_refused ("a,b\n1,2\n3,\"4\n5,6\n7,8\n", LENGTH_OF_TEXT, "line 3");
  assert_refused ("a,b\n\"1\n2\",\"3\n4\n", LENGTH_OF_TEXT, "line 3");
  assert_refused ("\"a,b\n1,2\n", LENGTH_OF_TEXT, "line 1");
  assert_refused ("a,b\n1,\"", LENGTH_OF_TEXT, "line 2");
}

static void
assert_file_refused (const char *path,
                     const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sedia_csv_read_file (path, NULL, NULL, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sedia-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (SediaTable) table = NULL;

  assert_file_refused (path, "There is no file");
  assert_file_refused (folder, "is a folder");
  assert_file_refused ("/dev/null", "is not a file with text");

  g_assert_true (g_file_set_contents (path, "a,b\n1,2\n", -1, NULL));
  table = sedia_csv_read_file (path, NULL, NULL, NULL);
  g_assert_nonnull (table);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (g_access (path, R_OK) != 0)
    assert_file_refused (path, "permission");
  else
    g_test_message ("This user may read everything: permission not tested");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "1,2\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_cancellable_cancel (cancellable);

  g_assert_null (sedia_csv_read_bytes (bytes, "test.csv", NULL, cancellable, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED);
}

static void
test_quantities_stay_text (void)
{
  assert_table ("a;b;c;d\n1,000;1.000;-3;1e9\n", LENGTH_OF_TEXT, "a|b|c|d/1,000|1.000|-3|1e9");
}

static void
assert_written (const char *text,
                char        delimiter,
                const char *expected)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  sedia_csv_append_cell (cell, text, delimiter);
  g_assert_cmpstr (cell->str, ==, expected);
}

static void
test_write (void)
{
  assert_written ("plain", ',', "plain");
  assert_written ("", ',', "");
  assert_written (NULL, ',', "");
  assert_written ("a,b", ',', "\"a,b\"");
  assert_written ("a;b", ',', "\"a;b\"");
  assert_written ("a:b", ':', "\"a:b\"");
  assert_written ("say \"hi\"", ',', "\"say \"\"hi\"\"\"");
  assert_written ("two\nlines", ',', "\"two\nlines\"");
  assert_written (" blank ", ',', "\" blank \"");
  assert_written ("sep=;", ',', "\"sep=;\"");
  assert_written ("=1+1", ',', "'=1+1");
  assert_written ("=cmd|' /C calc'!A0", ',', "\"'=cmd|' /C calc'!A0\"");
  assert_written ("+6281234567890", ',', "'+6281234567890");
  assert_written ("@SUM(A1)", ',', "'@SUM(A1)");
  assert_written ("-1+2", ',', "'-1+2");
  assert_written ("--", ',', "'--");
  assert_written ("-", ',', "'-");
  assert_written ("-3", ',', "-3");
  assert_written ("-3.5", ';', "-3.5");
  assert_written ("-3,5", ',', "\"-3,5\"");
  assert_written ("\tx", ',', "\"'\tx\"");
  assert_written ("\rx", ',', "\"'\rx\"");
  assert_written ("'=x", ',', "''=x");
  assert_written ("O'Brien", ',', "O'Brien");
  assert_written ("'quoted'", ',', "'quoted'");
  assert_written ("＝1", ',', "'＝1");
}

static void
test_unescape (void)
{
  static const char *const texts[] = {
    "", "x", "'", "''", "'x", "=x", "'=x", "''=x", "'''=x", "-3", "'-3", "''-3", "-", "'-",
    "+62 812", "'+62", "@", "'@", "\t", "'\t", "\r\n", "'\n", "O'Brien", "'08123", "＝",
    "'＝", "=\"\"", "' =1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *escaped = sedia_formula_defuse (texts[i]);
      g_autofree char *back = sedia_formula_restore (escaped);

      g_assert_cmpstr (back, ==, texts[i]);
    }
}

/* One cell, bare with blanks around it, and the same in quotes. */
static void
append_random_cell (GString *bare,
                    GString *quoted)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (gint32 n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (cell, ((const char *const[]){ "a", "b", " ", "\t", "'", "é" })
                             [g_test_rand_int_range (0, 6)]);

  g_string_append (bare, cell->str);
  text = g_strdup (cell->str + strspn (cell->str, " "));
  while (g_str_has_suffix (text, " "))
    text[strlen (text) - 1] = '\0';
  g_string_append_printf (quoted, "\"%s\"", text);
}

/* Lines without quotes are cut by us, those with quotes by libcsv: to the same cells. */
static void
test_bare_lines (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) bare = g_string_new ("h;i;j"), quoted = g_string_new ("h;i;j");
      g_autofree char *bare_shape = NULL, *quoted_shape = NULL;
      g_autoptr (SediaTable) bare_table = NULL, quoted_table = NULL;

      for (guint row = 0; row < 5; row++)
        {
          g_string_append (bare, ends[i % 3]);
          g_string_append (quoted, ends[i % 3]);
          for (gint32 n = g_test_rand_int_range (1, 5); n > 0; n--)
            {
              append_random_cell (bare, quoted);
              g_string_append (bare, n > 1 ? ";" : "");
              g_string_append (quoted, n > 1 ? ";" : "");
            }
        }

      bare_table = read_good (bare->str, LENGTH_OF_TEXT);
      quoted_table = read_good (quoted->str, LENGTH_OF_TEXT);
      bare_shape = dup_shape (bare_table);
      quoted_shape = dup_shape (quoted_table);
      g_assert_cmpstr (bare_shape, ==, quoted_shape);
      for (guint row = 0; row < sedia_table_get_n_rows (bare_table); row++)
        g_assert_cmpint (sedia_table_get_line (bare_table, row), ==,
                         sedia_table_get_line (quoted_table, row));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/csv/simple", test_simple);
  g_test_add_func ("/store/csv/line-ends", test_line_ends);
  g_test_add_func ("/store/csv/quotes", test_quotes);
  g_test_add_func ("/store/csv/delimiters", test_delimiters);
  g_test_add_func ("/store/csv/separator-line", test_separator_line);
  g_test_add_func ("/store/csv/options", test_options);
  g_test_add_func ("/store/csv/encodings", test_encodings);
  g_test_add_func ("/store/csv/lines", test_lines);
  g_test_add_func ("/store/csv/bare-lines", test_bare_lines);
  g_test_add_func ("/store/csv/get-row", test_get_row);
  g_test_add_func ("/store/csv/bad-rows", test_bad_rows);
  g_test_add_func ("/store/csv/refuse-content", test_refuse_content);
  g_test_add_func ("/store/csv/refuse-open-quote", test_refuse_open_quote);
  g_test_add_func ("/store/csv/files", test_files);
  g_test_add_func ("/store/csv/cancel", test_cancel);
  g_test_add_func ("/store/csv/quantities-stay-text", test_quantities_stay_text);
  g_test_add_func ("/store/csv/write", test_write);
  g_test_add_func ("/store/csv/unescape", test_unescape);

  return g_test_run ();
}
