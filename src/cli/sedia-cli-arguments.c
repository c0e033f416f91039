/* Reading the command line against the table of verbs.
 *
 *   [global option...] NOUN [global option...] VERB [argument or option...]
 *
 * An option's value is the next word or stands after "="; "--" ends the options. Every mistake is
 * one sentence that says what to write instead. Nothing here opens the shop's records.
 */
#include "config.h"

#include "sedia-cli-arguments.h"

#include "sedia-cli-values.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* How far the reading has come. */
typedef struct
{
  SediaCli *cli;
  const char *const *next;
  gboolean only_arguments; /* "--" was seen */
} ArgumentReader;

static gboolean
fail (GError     **error,
      const char  *format,
      ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *sentence = NULL;
  va_list values;

  va_start (values, format);
  sentence = g_strdup_vprintf (format, values);
  va_end (values);

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID, sentence);
  return FALSE;
}

/* A cron job has no locale but writes UTF-8 as everybody does; a terminal may have another. */
static char *
dup_text (const char  *word,
          GError     **error)
{
  char *text = NULL;
  g_autofree char *shown = NULL;

  if (g_utf8_validate (word, -1, NULL))
    return g_strdup (word);

  text = g_locale_to_utf8 (word, -1, NULL, NULL, NULL);
  if (text == NULL)
    {
      shown = g_utf8_make_valid (word, -1);
      fail (error, _("“%s” is not text: it is written in an unknown encoding."), shown);
    }

  return text;
}

/* A word whose bytes are a file's name, or text. */
static char *
dup_word (SediaCliType   type,
          const char    *word,
          GError       **error)
{
  return type == SEDIA_CLI_FILE ? g_strdup (word) : dup_text (word, error);
}

static gboolean
take_global (SediaCli    *cli,
             const char  *name,
             const char  *value,
             GError     **error)
{
  if (g_str_equal (name, "json"))
    cli->json = TRUE;
  else if (g_str_equal (name, "help"))
    cli->help = TRUE;
  else if (g_str_equal (name, "version"))
    cli->version = TRUE;
  else if (g_str_equal (name, "at"))
    return sedia_time_parse (value, &cli->at, error);
  else
    {
      char **place = g_str_equal (name, "database") ? &cli->database
                     : g_str_equal (name, "as")     ? &cli->actor
                                                    : &cli->key;

      g_free (*place);
      *place = g_strdup (value);
    }

  return TRUE;
}

static gboolean
is_global (const SediaCliOption *option)
{
  for (const SediaCliOption *one = sedia_cli_global_options (); one->name != NULL; one++)
    if (one == option)
      return TRUE;

  return FALSE;
}

static gboolean
keep_value (SediaCli              *cli,
            const SediaCliOption  *option,
            const char            *value,
            GError               **error)
{
  GPtrArray *values;

  if (value != NULL && *value == '\0' && (option->flags & SEDIA_CLI_SOME) != 0)
    return fail (error, _("The value of “--%s” is empty."), option->name);
  if (value != NULL && !sedia_cli_check_value (option, value, error))
    {
      if (option->type != SEDIA_CLI_CHOICE) /* which names its option itself */
        g_prefix_error (error, "--%s: ", option->name);
      return FALSE;
    }
  if (is_global (option))
    return take_global (cli, option->name, value, error);

  values = g_hash_table_lookup (cli->values, option->name);
  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (cli->values, (gpointer) option->name, values);
    }
  else if (option->type != SEDIA_CLI_FLAG && (option->flags & SEDIA_CLI_MANY) == 0)
    return fail (error, _("“--%s” is given twice."), option->name);

  g_ptr_array_add (values, g_strdup (value != NULL ? value : ""));
  return TRUE;
}

static gboolean
fail_unknown_option (const SediaCli  *cli,
                     const char      *name,
                     GError         **error)
{
  g_autofree char *verb = NULL;
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  if (cli->verb != NULL)
    {
      verb = sedia_cli_dup_verb_name (cli->verb);
      return fail (error, _("Unknown option “%s”; “sediactl %s --help” lists those there are."),
                   shown, verb);
    }

  if (cli->noun != NULL)
    return fail (error,
                 _("Unknown option “%s” before the verb; write it after: sediactl %s VERB %s."),
                 shown, cli->noun, shown);

  return fail (error, _("Unknown option “%s”; “sediactl --help” lists those there are."), shown);
}

/* Whether a word that follows an option is rather the next option: then the value was forgotten. */
static gboolean
is_known_option (const SediaCli *cli,
                 const char     *word)
{
  g_autofree char *name = NULL;

  if (!g_str_has_prefix (word, "--") || word[2] == '\0')
    return FALSE;

  name = g_strndup (word + 2, strcspn (word + 2, "="));
  return sedia_cli_find_option (cli->verb, name) != NULL;
}

static gboolean
read_option (ArgumentReader  *reader,
             const char      *word,
             GError         **error)
{
  const char *equals = strchr (word, '=');
  gboolean has_dashes = g_str_has_prefix (word, "--");
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  const SediaCliOption *option = NULL;
  const char *raw = equals != NULL ? equals + 1 : NULL;

  name = g_strndup (word, equals != NULL ? (gsize) (equals - word) : strlen (word));
  if (has_dashes)
    option = sedia_cli_find_option (reader->cli->verb, name + 2);
  else if (g_str_equal (word, "-h") || g_str_equal (word, "-?"))
    option = sedia_cli_find_option (NULL, "help");

  if (option == NULL)
    return fail_unknown_option (reader->cli, name, error);

  if (option->type == SEDIA_CLI_FLAG)
    {
      if (raw != NULL)
        return fail (error, _("“--%s” takes no value."), option->name);

      return keep_value (reader->cli, option, NULL, error);
    }

  if (raw == NULL && *reader->next != NULL && !is_known_option (reader->cli, *reader->next))
    raw = *reader->next++;
  if (raw == NULL)
    return fail (error, _("“--%s” needs a value: %s."), option->name, option->value);

  value = dup_word (option->type, raw, error);
  return value != NULL && keep_value (reader->cli, option, value, error);
}

static gboolean
take_noun (SediaCli    *cli,
           const char  *word,
           GError     **error)
{
  if (!sedia_cli_is_noun (word))
    return fail (error, _("Unknown noun “%s”; “sediactl --help” lists those there are."), word);

  cli->noun = g_strdup (word);
  cli->verb = sedia_cli_find_verb (word, NULL);
  return TRUE;
}

static gboolean
take_verb (SediaCli    *cli,
           const char  *word,
           GError     **error)
{
  g_autofree char *verbs = NULL;

  cli->verb = sedia_cli_find_verb (cli->noun, word);
  if (cli->verb != NULL)
    return TRUE;

  verbs = sedia_cli_dup_verbs_of (cli->noun);
  return fail (error, _("Unknown verb “%s” for “%s”; there are: %s."), word, cli->noun, verbs);
}

/* The names of a verb's arguments, without brackets and dots. */
static char **
dup_argument_names (const SediaCliVerb *verb,
                    guint              *n_needed,
                    gboolean           *is_endless)
{
  g_auto (GStrv) words = g_strsplit (verb->arguments, " ", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  *n_needed = 0;
  *is_endless = FALSE;

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    if (g_str_equal (*word, "..."))
      *is_endless = TRUE;
    else if (**word == '[')
      g_ptr_array_add (names, g_strndup (*word + 1, strlen (*word) - 2));
    else
      {
        g_ptr_array_add (names, g_strdup (*word));
        (*n_needed)++;
      }

  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static gboolean
take_argument (SediaCli    *cli,
               const char  *word,
               GError     **error)
{
  guint n_needed;
  gboolean is_endless;
  g_auto (GStrv) names = dup_argument_names (cli->verb, &n_needed, &is_endless);
  guint n_names = g_strv_length (names);
  guint index = cli->arguments->len;
  g_autofree char *argument = NULL;
  g_autofree char *verb = sedia_cli_dup_verb_name (cli->verb);
  SediaCliOption form = { .flags = SEDIA_CLI_SOME };

  if (index >= n_names && !is_endless)
    {
      g_autofree char *shown = g_utf8_make_valid (word, -1);

      return fail (error, _("“sediactl %s” has no use for “%s”."), verb, shown);
    }

  form.name = names[MIN (index, n_names - 1)];
  form.type = sedia_cli_argument_type (form.name);
  argument = dup_word (form.type, word, error);
  if (argument == NULL)
    return FALSE;
  if (*argument == '\0')
    return fail (error, _("“sediactl %s” needs %s; it is empty."), verb, form.name);
  if (!sedia_cli_check_value (&form, argument, error))
    {
      g_prefix_error (error, "%s: ", form.name);
      return FALSE;
    }

  g_ptr_array_add (cli->arguments, g_steal_pointer (&argument));
  return TRUE;
}

static gboolean
read_word (ArgumentReader  *reader,
           const char      *word,
           GError         **error)
{
  SediaCli *cli = reader->cli;
  g_autofree char *text = NULL;

  if (!reader->only_arguments && g_str_equal (word, "--"))
    {
      reader->only_arguments = TRUE;
      return TRUE;
    }

  if (!reader->only_arguments && word[0] == '-' && word[1] != '\0')
    return read_option (reader, word, error);

  if (cli->verb != NULL)
    return take_argument (cli, word, error);

  text = dup_text (word, error);
  if (text == NULL)
    return FALSE;

  return cli->noun == NULL ? take_noun (cli, text, error) : take_verb (cli, text, error);
}

static gboolean
check_needed_arguments (SediaCli  *cli,
                        GError   **error)
{
  guint n_needed;
  gboolean is_endless;
  g_auto (GStrv) names = dup_argument_names (cli->verb, &n_needed, &is_endless);
  g_autofree char *verb = sedia_cli_dup_verb_name (cli->verb);

  if (cli->arguments->len < n_needed)
    return fail (error, _("“sediactl %s” needs %s."), verb, names[cli->arguments->len]);

  return TRUE;
}

static gboolean
check_needed_option (const SediaCli        *cli,
                     const SediaCliOption  *needed,
                     GError               **error)
{
  g_autofree char *verb = sedia_cli_dup_verb_name (cli->verb);
  g_autoptr (GString) choices = g_string_new (NULL);

  if (needed->group == 0)
    return sedia_cli_has (cli, needed->name) ||
           fail (error, _("“sediactl %s” needs “--%s %s”."), verb, needed->name, needed->value);

  for (const SediaCliOption *one = sedia_cli_next_option (cli->verb, NULL); one != NULL;
       one = sedia_cli_next_option (cli->verb, one))
    if (one->group == needed->group)
      {
        if (sedia_cli_has (cli, one->name))
          return TRUE;

        g_string_append_printf (choices, "%s--%s", choices->len > 0 ? ", " : "", one->name);
      }

  return fail (error, _("“sediactl %s” needs one of %s."), verb, choices->str);
}

static gboolean
check_options (const SediaCli  *cli,
               GError         **error)
{
  for (const SediaCliOption *one = sedia_cli_next_option (cli->verb, NULL); one != NULL;
       one = sedia_cli_next_option (cli->verb, one))
    {
      if ((one->flags & SEDIA_CLI_NEEDED) != 0 && !check_needed_option (cli, one, error))
        return FALSE;

      for (const SediaCliOption *other = sedia_cli_next_option (cli->verb, one); other != NULL;
           other = sedia_cli_next_option (cli->verb, other))
        if (one->group != 0 && one->group == other->group && sedia_cli_has (cli, one->name) &&
            sedia_cli_has (cli, other->name))
          return fail (error, _("“--%s” and “--%s” exclude each other."), one->name, other->name);
    }

  return TRUE;
}

/**
 * sedia_cli_read_arguments:
 * @cli: a command line that says nothing yet
 * @words: (array zero-terminated=1): the words after the program's name
 * @error: return location for a sentence
 *
 * Understands the command line, or says in one sentence why not. When help or the version is asked
 * for, nothing more has to be there.
 *
 * Returns: whether it was understood
 */
gboolean
sedia_cli_read_arguments (SediaCli           *cli,
                          const char *const  *words,
                          GError            **error)
{
  ArgumentReader reader = { .cli = cli, .next = words };
  g_autofree char *verbs = NULL;

  g_return_val_if_fail (cli != NULL && words != NULL, FALSE);

  while (*reader.next != NULL)
    if (!read_word (&reader, *reader.next++, error))
      return FALSE;

  if (cli->help || cli->version)
    return TRUE;

  if (cli->noun == NULL)
    return fail (error,
                 _("Say what to do: sediactl NOUN VERB; “sediactl --help” lists what there is."));

  if (cli->verb == NULL)
    {
      verbs = sedia_cli_dup_verbs_of (cli->noun);
      return fail (error, _("Say what to do with “%s”: %s."), cli->noun, verbs);
    }

  return check_needed_arguments (cli, error) && check_options (cli, error);
}
