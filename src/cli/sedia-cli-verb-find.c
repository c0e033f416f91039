/* What is typed, looked up among the verbs. */
#include "config.h"

#include "sedia-cli-verbs.h"

/**
 * sedia_cli_is_noun:
 * @noun: a word
 *
 * Returns: whether anything can be done about @noun
 */
gboolean
sedia_cli_is_noun (const char *noun)
{
  for (const SediaCliVerb *verb = sedia_cli_verbs (); verb->noun != NULL; verb++)
    if (g_str_equal (verb->noun, noun))
      return TRUE;

  return FALSE;
}

/**
 * sedia_cli_find_verb:
 * @noun: a noun
 * @verb: (nullable): a verb, or %NULL for a noun that has none
 *
 * Returns: (nullable) (transfer none): what they mean together, %NULL when nothing
 */
const SediaCliVerb *
sedia_cli_find_verb (const char *noun,
                     const char *verb)
{
  for (const SediaCliVerb *one = sedia_cli_verbs (); one->noun != NULL; one++)
    if (g_str_equal (one->noun, noun) && g_strcmp0 (one->verb, verb) == 0)
      return one;

  return NULL;
}

/**
 * sedia_cli_next_option:
 * @verb: a verb
 * @option: (nullable): one of its options, %NULL for the first
 *
 * Walks through both lists of a verb's options.
 *
 * Returns: (nullable) (transfer none): the option after @option
 */
const SediaCliOption *
sedia_cli_next_option (const SediaCliVerb   *verb,
                       const SediaCliOption *option)
{
  gboolean is_more = FALSE;

  if (option == NULL)
    option = verb->options;
  else
    {
      for (const SediaCliOption *one = verb->more; one != NULL && one->name != NULL; one++)
        is_more |= one == option;
      option++;
    }

  if (!is_more && (option == NULL || option->name == NULL))
    option = verb->more;

  return option != NULL && option->name != NULL ? option : NULL;
}

/**
 * sedia_cli_find_option:
 * @verb: (nullable): a verb
 * @name: an option's name without dashes
 *
 * Returns: (nullable) (transfer none): the option of @verb, or the global one, of that name
 */
const SediaCliOption *
sedia_cli_find_option (const SediaCliVerb *verb,
                       const char         *name)
{
  for (const SediaCliOption *option = sedia_cli_global_options (); option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;

  if (verb == NULL)
    return NULL;

  for (const SediaCliOption *option = sedia_cli_next_option (verb, NULL); option != NULL;
       option = sedia_cli_next_option (verb, option))
    if (g_str_equal (option->name, name))
      return option;

  return NULL;
}

/**
 * sedia_cli_dup_verb_name:
 * @verb: a verb
 *
 * Returns: (transfer full): its noun and verb as they are typed
 */
char *
sedia_cli_dup_verb_name (const SediaCliVerb *verb)
{
  return verb->verb != NULL ? g_strconcat (verb->noun, " ", verb->verb, NULL)
                            : g_strdup (verb->noun);
}

/**
 * sedia_cli_dup_verbs_of:
 * @noun: a noun
 *
 * Returns: (transfer full): its verbs in one line: "add, edit, show"
 */
char *
sedia_cli_dup_verbs_of (const char *noun)
{
  GString *list = g_string_new (NULL);

  for (const SediaCliVerb *verb = sedia_cli_verbs (); verb->noun != NULL; verb++)
    if (g_str_equal (verb->noun, noun) && verb->verb != NULL)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", verb->verb);

  return g_string_free (list, FALSE);
}
