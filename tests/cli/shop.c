/* A shop in a temporary folder, and the real sediactl to ask about it.
 *
 * The program's path is in the environment variable SEDIACTL. Every run has a locale, a home and a
 * zone of its own, so that no setting of the machine plays a part.
 */
#include "shop.h"

#include <glib/gstdio.h>
#include <string.h>

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

/**
 * shop_new:
 *
 * Returns: (transfer full): a shop whose file does not exist yet
 */
Shop *
shop_new (void)
{
  Shop *shop = g_new0 (Shop, 1);
  g_autoptr (GError) error = NULL;

  shop->folder = g_dir_make_tmp ("sedia-cli-XXXXXX", &error);
  g_assert_no_error (error);
  shop->database = shop_path (shop, "shop.db");

  shop->environment = g_get_environ ();
  shop->environment = g_environ_setenv (shop->environment, "HOME", shop->folder, TRUE);
  shop->environment = g_environ_setenv (shop->environment, "XDG_DATA_HOME", shop->folder, TRUE);
  shop->environment = g_environ_setenv (shop->environment, "LC_ALL", "C.UTF-8", TRUE);
  shop->environment = g_environ_setenv (shop->environment, "TZ", "Asia/Jakarta", TRUE);
  shop->environment = g_environ_unsetenv (shop->environment, "LANGUAGE");

  return shop;
}

/**
 * shop_free:
 * @shop: (transfer full): a shop; its folder is removed
 */
void
shop_free (Shop *shop)
{
  remove_folder (shop->folder);
  g_free (shop->folder);
  g_free (shop->database);
  g_strfreev (shop->environment);
  g_free (shop);
}

/**
 * shop_path:
 * @shop: a shop
 * @name: a file's name
 *
 * Returns: (transfer full): its path in the shop's folder
 */
char *
shop_path (Shop       *shop,
           const char *name)
{
  return g_build_filename (shop->folder, name, NULL);
}

/**
 * shop_write:
 * @shop: a shop
 * @name: a file's name
 * @text: what it shall hold
 *
 * Returns: (transfer full): its path
 */
char *
shop_write (Shop       *shop,
            const char *name,
            const char *text)
{
  g_autofree char *path = shop_path (shop, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/**
 * shop_read:
 * @shop: a shop
 * @name: a file's name
 *
 * Returns: (transfer full): what it holds
 */
char *
shop_read (Shop       *shop,
           const char *name)
{
  g_autofree char *path = shop_path (shop, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
dup_bytes (GBytes *bytes)
{
  gsize length = 0;
  const char *start = g_bytes_get_data (bytes, &length);

  return start != NULL ? g_strndup (start, length) : g_strdup ("");
}

/**
 * shop_run:
 * @shop: a shop
 * @words: (array zero-terminated=1): the command line after the program's name, as it is
 *
 * Returns: (transfer full): what the program answered
 */
Reply *
shop_run (Shop  *shop,
          char **words)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) complaint = NULL;
  g_autoptr (GError) error = NULL;
  Reply *reply = g_new0 (Reply, 1);

  g_ptr_array_add (line, (gpointer) g_getenv ("SEDIACTL"));
  g_assert_nonnull (g_getenv ("SEDIACTL"));
  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (line, *word);
  g_ptr_array_add (line, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_environ (launcher, shop->environment);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, &error);
  g_assert_no_error (error);

  g_subprocess_communicate (process, NULL, NULL, &output, &complaint, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  reply->status = g_subprocess_get_exit_status (process);
  reply->output = dup_bytes (output);
  reply->complaint = dup_bytes (complaint);

  return reply;
}

/**
 * reply_free:
 * @reply: (transfer full): a reply
 */
void
reply_free (Reply *reply)
{
  g_free (reply->output);
  g_free (reply->complaint);
  g_free (reply);
}

static Reply *
run_list (Shop       *shop,
          const char *option,
          va_list     words)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  const char *word;

  g_ptr_array_add (line, (gpointer) "--database");
  g_ptr_array_add (line, shop->database);
  if (option != NULL)
    g_ptr_array_add (line, (gpointer) option);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (line, (gpointer) word);
  g_ptr_array_add (line, NULL);

  return shop_run (shop, (char **) line->pdata);
}

/**
 * reply_of:
 * @shop: a shop
 * @...: a command
 *
 * Returns: (transfer full): what the program answered, whatever it was
 */
Reply *
reply_of (Shop *shop,
          ...)
{
  va_list words;
  Reply *reply;

  va_start (words, shop);
  reply = run_list (shop, NULL, words);
  va_end (words);

  return reply;
}

static void
assert_done (Reply *reply)
{
  if (reply->status != 0 || *reply->complaint != '\0')
    g_error ("exit status %d, “%s”", reply->status, g_strdelimit (reply->complaint, "\n", ' '));
}

/**
 * done:
 * @shop: a shop
 * @...: a command that must work
 */
void
done (Shop *shop,
      ...)
{
  g_autoptr (Reply) reply = NULL;
  va_list words;

  va_start (words, shop);
  reply = run_list (shop, NULL, words);
  va_end (words);

  assert_done (reply);
}

/**
 * told:
 * @shop: a shop
 * @...: a command that must work
 *
 * Returns: (transfer full): what it printed
 */
char *
told (Shop *shop,
      ...)
{
  g_autoptr (Reply) reply = NULL;
  va_list words;

  va_start (words, shop);
  reply = run_list (shop, NULL, words);
  va_end (words);

  assert_done (reply);
  return g_steal_pointer (&reply->output);
}

/**
 * asked:
 * @shop: a shop
 * @...: a command that must work
 *
 * Returns: (transfer full): the one JSON value it printed
 */
JsonNode *
asked (Shop *shop,
       ...)
{
  g_autoptr (Reply) reply = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list words;

  va_start (words, shop);
  reply = run_list (shop, "--json", words);
  va_end (words);

  assert_done (reply);
  node = json_from_string (reply->output, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

/**
 * refused:
 * @shop: a shop
 * @status: the exit status it must have
 * @...: a command that must not work
 *
 * Returns: (transfer full): the one sentence on standard error
 */
char *
refused (Shop *shop,
         int   status,
         ...)
{
  g_autoptr (Reply) reply = NULL;
  const char *end;
  va_list words;

  va_start (words, status);
  reply = run_list (shop, NULL, words);
  va_end (words);

  if (reply->status != status)
    g_error ("exit status %d instead of %d, “%s”", reply->status, status,
             g_strdelimit (reply->complaint, "\n", ' '));
  g_assert_cmpstr (reply->output, ==, "");
  g_assert_true (g_utf8_validate (reply->complaint, -1, NULL));
  g_assert_true (g_str_has_prefix (reply->complaint, "sediactl: "));
  end = strchr (reply->complaint, '\n');
  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, "\n");

  return g_steal_pointer (&reply->complaint);
}

/**
 * at:
 * @node: a JSON value
 * @place: names and numbers, divided by slashes: "lines/0/sku"
 *
 * Returns: (transfer none): the value there, which must exist
 */
JsonNode *
at (JsonNode   *node,
    const char *place)
{
  g_auto (GStrv) steps = g_strsplit (place, "/", -1);

  for (char **step = steps; *step != NULL && **step != '\0'; step++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          guint index = (guint) g_ascii_strtoull (*step, NULL, 10);

          g_assert_cmpuint (index, <, json_array_get_length (json_node_get_array (node)));
          node = json_array_get_element (json_node_get_array (node), index);
        }
      else
        {
          g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
          if (!json_object_has_member (json_node_get_object (node), *step))
            g_error ("there is no %s at %s", *step, place);
          node = json_object_get_member (json_node_get_object (node), *step);
        }
    }

  return node;
}

/**
 * text_at:
 * @node: a JSON value
 * @place: see at()
 *
 * Returns: (nullable): the text there, %NULL for null
 */
const char *
text_at (JsonNode   *node,
         const char *place)
{
  JsonNode *found = at (node, place);

  if (JSON_NODE_HOLDS_NULL (found))
    return NULL;

  g_assert_true (json_node_get_value_type (found) == G_TYPE_STRING);
  return json_node_get_string (found);
}

/**
 * number_at:
 * @node: a JSON value
 * @place: see at()
 *
 * Returns: the number there
 */
double
number_at (JsonNode   *node,
           const char *place)
{
  JsonNode *found = at (node, place);

  g_assert_true (JSON_NODE_HOLDS_VALUE (found));
  g_assert_true (json_node_get_value_type (found) == G_TYPE_INT64 ||
                 json_node_get_value_type (found) == G_TYPE_DOUBLE);

  return json_node_get_double (found);
}

/**
 * flag_at:
 * @node: a JSON value
 * @place: see at()
 *
 * Returns: whether true stands there
 */
gboolean
flag_at (JsonNode   *node,
         const char *place)
{
  JsonNode *found = at (node, place);

  g_assert_true (json_node_get_value_type (found) == G_TYPE_BOOLEAN);
  return json_node_get_boolean (found);
}

/**
 * count_at:
 * @node: a JSON value
 * @place: see at()
 *
 * Returns: how many elements the array there has
 */
guint
count_at (JsonNode   *node,
          const char *place)
{
  JsonNode *found = at (node, place);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (found));
  return json_array_get_length (json_node_get_array (found));
}

/**
 * keys_of:
 * @node: a JSON object
 *
 * Returns: (transfer full): its keys in their order, divided by blanks, with one at the end
 */
char *
keys_of (JsonNode *node)
{
  g_autoptr (GList) keys = json_object_get_members (json_node_get_object (node));
  GString *text = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (text, "%s ", (const char *) key->data);

  return g_string_free (text, FALSE);
}
