/* CSV files made to be difficult: two test collections, and naughty texts written and read back. */
#include "config.h"

#include "reference-data.h"
#include "sedia-csv.h"
#include "sedia-error.h"
#include "sedia-formula.h"

#include <json-glib/json-glib.h>
#include <string.h>

static SediaTable *
read_reference (const char *folder,
                const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SediaTable *table = sedia_csv_read_file (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

static void
assert_refused (const char *folder,
                const char *name,
                const char *words)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sedia_csv_read_file (path, NULL, NULL, &error));
  g_assert_error (error, SEDIA_ERROR, SEDIA_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static const char *
cell_under (const SediaTable *table,
            guint             row,
            const char       *header)
{
  const char *const *headers = sedia_table_get_headers (table);

  for (guint i = 0; i < sedia_table_get_n_columns (table); i++)
    if (strcmp (headers[i], header) == 0)
      return sedia_table_get_cell (table, row, i);

  return NULL;
}

/* The collection's files came through a version control system that turned CR LF into LF, the
 * expectations did not.
 */
static char *
dup_expected (JsonObject *object,
              const char *member)
{
  g_auto (GStrv) lines = g_strsplit (json_object_get_string_member (object, member), "\r\n", -1);

  return g_strjoinv ("\n", lines);
}

static void
assert_spectrum_row (const SediaTable *table,
                     guint             row,
                     JsonObject       *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  g_assert_cmpuint (g_list_length (members), ==, sedia_table_get_n_columns (table));

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *expected = dup_expected (object, l->data);

      /* The collection expects another telephone number than its file has. */
      if (strcmp (l->data, "Contact Phone Number") == 0)
        g_assert_cmpstr (cell_under (table, row, l->data), ==, "2095257564");
      else
        g_assert_cmpstr (cell_under (table, row, l->data), ==, expected);
    }
}

static void
assert_spectrum (const char *folder,
                 const char *name)
{
  g_autofree char *csv_name = g_strconcat ("csvs/", name, ".csv", NULL);
  g_autofree char *json_name = g_strconcat (name, ".json", NULL);
  g_autofree char *json_path = g_build_filename (folder, "json", json_name, NULL);
  g_autoptr (SediaTable) table = read_reference (folder, csv_name);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  guint n_rows;

  json_parser_load_from_file (parser, json_path, &error);
  g_assert_no_error (error);
  root = json_parser_get_root (parser);

  /* One file's only row stands without an array around it. */
  n_rows = JSON_NODE_HOLDS_ARRAY (root) ? json_array_get_length (json_node_get_array (root)) : 1;
  g_assert_cmpuint (sedia_table_get_n_rows (table), ==, n_rows);

  for (guint i = 0; i < n_rows; i++)
    assert_spectrum_row (table, i,
                         JSON_NODE_HOLDS_ARRAY (root)
                           ? json_array_get_object_element (json_node_get_array (root), i)
                           : json_node_get_object (root));
}

static void
test_spectrum (void)
{
  static const char *const names[] = {
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
    "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  };
  const char *folder = reference_data ("csv-spectrum");

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (names); i++)
    assert_spectrum (folder, names[i]);
}

typedef struct
{
  const char *name;
  guint n_columns;
  guint n_rows;
  guint n_bad_rows;
  guint last_column; /* of the last row's last cell with text */
  const char *last_cell;
} KitFile;

/* Rows without any text do not count. Encoding and separator: test_kit_dialects(). */
static const KitFile kit_files[] = {
  { "bad.csv", 3, 2, 1, 2, "17" },
  { "bad_skip_lines.csv", 3, 2, 1, 2, "17" },
  { "blanks.csv", 6, 1, 0, 5, "." },
  { "blanks_converted.csv", 6, 0, 0, 0, NULL },
  { "date_like_number.csv", 1, 1, 0, 0, "4.5" },
  { "dummy.csv", 3, 1, 0, 2, "3" },
  { "dummy2.csv", 3, 1, 0, 2, "3" },
  { "dummy3.csv", 3, 2, 0, 2, "5" },
  { "dummy_col_shuffled.csv", 3, 1, 0, 2, "1" },
  { "dummy_col_shuffled_ragged.csv", 4, 1, 0, 3, "4" },
  { "foo1.csv", 3, 2, 0, 2, "21" },
  { "foo2.csv", 3, 2, 0, 2, "21" },
  { "iris.csv", 5, 150, 0, 4, "Iris-virginica" },
  { "irismeta.csv", 3, 3, 0, 2, "IRSE" },
  { "join_a.csv", 3, 3, 0, 2, "c" },
  { "join_a_short.csv", 3, 3, 0, 2, "c" },
  { "join_b.csv", 3, 3, 0, 2, "c" },
  { "join_no_header_row.csv", 3, 3, 0, 2, "c" },
  { "join_short.csv", 5, 2, 0, 4, "c" },
  { "mac_newlines.csv", 3, 2, 0, 2, "6" },
  { "no_header_row.csv", 3, 0, 0, 0, NULL },
  { "no_header_row2.csv", 3, 0, 0, 0, NULL },
  { "no_header_row3.csv", 3, 1, 0, 2, "6" },
  { "optional_quote_characters.csv", 3, 1, 0, 2, "3" },
  { "sheetsxls_converted.csv", 9, 5, 0, 0, "Unicode! Σ" },
  { "sheetsxlsx_converted.csv", 9, 5, 0, 0, "Unicode! Σ" },
  { "sniff_limit.csv", 3, 1, 0, 2, "3" },
  { "sort_ints_nulls.csv", 3, 3, 0, 2, "7" },
  { "test_date_format.csv", 1, 2, 0, 0, "31/12/2012" },
  { "test_date_format_converted.csv", 1, 2, 0, 0, "2012-12-31" },
  { "test_empty_columns.csv", 5, 2, 0, 2, "c" },
  { "test_empty_columns_long_row.csv", 3, 0, 0, 0, NULL },
  { "test_empty_columns_short_row.csv", 3, 0, 0, 0, NULL },
  { "test_extra_header.csv", 4, 1, 0, 2, "3" },
  { "test_geo.csv", 12, 17, 0, 11, "-95.250699" },
  { "test_geojson.csv", 7, 3, 0, 4, "Polygon" },
  { "test_header_newline.csv", 3, 1, 0, 2, "f" },
  { "test_ignore_case.csv", 3, 5, 0, 2, "d" },
  { "test_join_short_rows.csv", 3, 3, 0, 2, "c" },
  { "test_latin1.csv", 3, 2, 0, 2, "©" },
  { "test_literal_order.csv", 2, 3, 0, 1, "3" },
  { "test_locale.csv", 3, 1, 0, 1, "200.000.000" },
  { "test_locale_converted.csv", 3, 1, 0, 1, "200000000" },
  { "test_no_leading_zeroes.csv", 3, 1, 0, 2, "0.1" },
  { "test_numeric_date_format.csv", 1, 2, 0, 0, "20121231" },
  { "test_precision.csv", 1, 1, 0, 0, "1.234567" },
  { "test_skip_lines.csv", 3, 1, 0, 2, "3" },
  { "test_utf16_big.csv", 3, 2, 0, 2, "ʤ" },
  { "test_utf16_little.csv", 3, 2, 0, 2, "ʤ" },
  { "test_utf8.csv", 3, 2, 0, 2, "ʤ" },
  { "test_utf8_bom.csv", 3, 2, 0, 2, "ʤ" },
  { "testdbf_converted.csv", 12, 8, 0, 11, "-93.5130863" },
  { "testfixed_converted.csv", 8, 4, 0, 0, "Row with blanks" },
  { "testfixed_schema.csv", 3, 8, 0, 2, "2" },
  { "testfixed_schema_no_inference.csv", 3, 3, 0, 2, "2" },
  { "testjson_converted.csv", 7, 5, 0, 0, "Unicode! Σ" },
  { "testjson_multiline_converted.csv", 3, 2, 0, 2, "4" },
  { "testjson_nested_converted.csv", 7, 2, 0, 6, "63" },
  { "testxls_converted.csv", 8, 5, 0, 0, "Unicode! Σ" },
  { "testxls_unicode_converted.csv", 3, 1, 0, 2, "3.0" },
  { "testxlsx_converted.csv", 8, 5, 0, 0, "Unicode! Σ" },
  { "testxlsx_noinference_converted.csv", 8, 5, 0, 0, "Unicode! Σ" },
  { "testxlsx_unicode_converted.csv", 3, 1, 0, 2, "3" },
};

static void
assert_kit_file (const char    *folder,
                 const KitFile *file)
{
  g_autoptr (SediaTable) table = read_reference (folder, file->name);
  guint n_bad_rows;

  g_test_message ("%s", file->name);
  sedia_table_get_bad_rows (table, &n_bad_rows);
  g_assert_cmpuint (sedia_table_get_n_columns (table), ==, file->n_columns);
  g_assert_cmpuint (sedia_table_get_n_rows (table), ==, file->n_rows);
  g_assert_cmpuint (n_bad_rows, ==, file->n_bad_rows);

  if (file->n_rows > 0)
    g_assert_cmpstr (sedia_table_get_cell (table, file->n_rows - 1, file->last_column), ==,
                     file->last_cell);
}

static gboolean
is_kit_file_known (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kit_files); i++)
    if (strcmp (kit_files[i].name, name) == 0)
      return TRUE;

  return strcmp (name, "empty.csv") == 0 || strcmp (name, "null_byte.csv") == 0;
}

static void
test_kit (void)
{
  const char *folder = reference_data ("csvkit");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (folder == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (kit_files); i++)
    assert_kit_file (folder, &kit_files[i]);

  assert_refused (folder, "empty.csv", "is empty");
  assert_refused (folder, "null_byte.csv", "zero bytes");

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".csv") && !is_kit_file_known (name))
      g_error ("Nothing is said here about %s", name);
}

static void
test_kit_dialects (void)
{
  static const struct
  {
    const char *name;
    const char *encoding;
    char delimiter;
  } files[] = {
    { "dummy.csv", "UTF-8", ',' },
    { "sniff_limit.csv", "UTF-8", ';' },
    { "test_latin1.csv", "WINDOWS-1252", ',' },
    { "test_utf16_big.csv", "UTF-16BE", ',' },
    { "test_utf16_little.csv", "UTF-16LE", ',' },
    { "test_utf8_bom.csv", "UTF-8", ',' },
  };
  const char *folder = reference_data ("csvkit");

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SediaTable) table = read_reference (folder, files[i].name);

      g_assert_cmpstr (sedia_table_get_encoding (table), ==, files[i].encoding);
      g_assert_cmpint (sedia_table_get_delimiter (table), ==, files[i].delimiter);
    }
}

static void
test_kit_details (void)
{
  const char *folder = reference_data ("csvkit");
  g_autoptr (SediaTable) bad = NULL;
  g_autoptr (SediaTable) header = NULL;
  g_autoptr (SediaTable) mac = NULL;
  g_autoptr (SediaTable) wide = NULL;
  const SediaBadRow *bad_rows;
  guint n_bad_rows;

  if (folder == NULL)
    return;

  bad = read_reference (folder, "bad_skip_lines.csv");
  bad_rows = sedia_table_get_bad_rows (bad, &n_bad_rows);
  g_assert_cmpuint (bad_rows[0].line, ==, 5);
  g_assert_cmpuint (sedia_table_get_line (bad, 0), ==, 6);
  g_assert_null (sedia_table_get_cell (bad, 0, 2));

  header = read_reference (folder, "test_header_newline.csv");
  g_assert_cmpstr (sedia_table_get_headers (header)[0], ==,
                   "\t\n\v\f\r start \t\n\v\f\r end \t\n\v\f\r");

  mac = read_reference (folder, "mac_newlines.csv");
  g_assert_cmpstr (sedia_table_get_cell (mac, 1, 0), ==, "Once upon\ra time");
  g_assert_cmpuint (sedia_table_get_line (mac, 1), ==, 3);

  wide = read_reference (folder, "sheetsxls_converted.csv");
  g_assert_cmpstr (sedia_table_get_cell (wide, 1, 8), ==,
                   "Extra data past headers will be trimmed");
}

/* Every naughty text, written in one file in the third column, comes back the same. */
static void
assert_round_trip (JsonArray *texts,
                   char       delimiter)
{
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SediaTable) table = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (file, "no%cx%ctext\r\n", delimiter, delimiter);
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      g_string_append_printf (file, "%u%c%c", i, delimiter, delimiter);
      sedia_csv_append_cell (file, json_array_get_string_element (texts, i), delimiter);
      g_string_append (file, "\r\n");
    }

  bytes = g_string_free_to_bytes (g_steal_pointer (&file));
  table = sedia_csv_read_bytes (bytes, "blns.csv", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sedia_table_get_delimiter (table), ==, delimiter);
  g_assert_cmpuint (sedia_table_get_n_rows (table), ==, json_array_get_length (texts));

  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      g_autofree char *text = sedia_formula_restore (sedia_table_get_cell (table, i, 2));

      g_assert_cmpstr (text, ==, json_array_get_string_element (texts, i));
    }
}

static void
test_naughty_strings (void)
{
  const char *path = reference_data ("naughty-strings/blns.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *texts;

  if (path == NULL)
    return;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  texts = json_node_get_array (json_parser_get_root (parser));

  assert_round_trip (texts, ',');
  assert_round_trip (texts, ';');
  assert_round_trip (texts, '\t');
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/csv-reference/spectrum", test_spectrum);
  g_test_add_func ("/store/csv-reference/kit", test_kit);
  g_test_add_func ("/store/csv-reference/kit-dialects", test_kit_dialects);
  g_test_add_func ("/store/csv-reference/kit-details", test_kit_details);
  g_test_add_func ("/store/csv-reference/naughty-strings", test_naughty_strings);

  return g_test_run ();
}
