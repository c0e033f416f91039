/* What `--help` says: all of it comes from the table of verbs. */
#include "config.h"

#include "sedia-cli-help.h"

#include <glib/gi18n.h>
#include <string.h>

#define INDENT 2
#define HELP_COLUMN 34
#define OPTION_COLUMN 30

static void
append_blanks (GString *text,
               glong    n)
{
  for (glong i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

/* "  word            its help": the help goes to the next line when the word is too long. */
static void
append_entry (GString    *text,
              int         indent,
              int         column,
              const char *word,
              const char *help)
{
  glong width = g_utf8_strlen (word, -1) + indent;

  append_blanks (text, indent);
  g_string_append (text, word);
  if (width + 2 > column)
    {
      g_string_append_c (text, '\n');
      width = 0;
    }
  append_blanks (text, column - width);
  g_string_append_printf (text, "%s\n", help);
}

static char *
dup_option_help (const SediaCliOption *option)
{
  GString *help = g_string_new (_(option->help));

  if ((option->flags & SEDIA_CLI_NEEDED) != 0 && option->group == 0)
    g_string_append_printf (help, " %s", _("(needed)"));
  else if ((option->flags & SEDIA_CLI_NEEDED) != 0)
    g_string_append_printf (help, " %s", _("(one of these is needed)"));
  if ((option->flags & SEDIA_CLI_MANY) != 0)
    g_string_append_printf (help, " %s", _("(may be repeated)"));

  return g_string_free (help, FALSE);
}

static void
append_option (GString              *text,
               int                   indent,
               const SediaCliOption *option)
{
  g_autofree char *word = NULL;
  g_autofree char *help = dup_option_help (option);

  word = g_strconcat ("--", option->name, option->value != NULL ? " " : NULL, option->value, NULL);
  append_entry (text, indent, OPTION_COLUMN, word, help);
}

static char *
dup_verb_usage (const SediaCliVerb *verb)
{
  g_autofree char *name = sedia_cli_dup_verb_name (verb);

  return g_strconcat (name, *verb->arguments != '\0' ? " " : NULL, verb->arguments, NULL);
}

static void
append_verb (GString            *text,
             const SediaCliVerb *verb)
{
  g_autofree char *usage = dup_verb_usage (verb);
  gboolean has_options = sedia_cli_next_option (verb, NULL) != NULL;

  g_string_append_printf (text, "sediactl %s%s\n", usage, has_options ? _(" [OPTION...]") : "");
  append_blanks (text, INDENT);
  g_string_append_printf (text, "%s\n", _(verb->help));

  for (const SediaCliOption *option = sedia_cli_next_option (verb, NULL); option != NULL;
       option = sedia_cli_next_option (verb, option))
    append_option (text, 2 * INDENT, option);
}

static void
append_globals (GString *text)
{
  g_string_append_printf (text, "%s\n", _("Before or after any noun:"));

  for (const SediaCliOption *option = sedia_cli_global_options (); option->name != NULL; option++)
    append_option (text, INDENT, option);
}

static gboolean
is_alone (const SediaCliVerb *verb)
{
  return verb[1].noun == NULL || !g_str_equal (verb->noun, verb[1].noun);
}

/* Verbs of one noun stand together; nouns of one verb too. */
static gboolean
is_same_group (const SediaCliVerb *before,
               const SediaCliVerb *verb)
{
  static const SediaCliVerb nothing = { .noun = "" };
  const SediaCliVerb *one_before = &nothing;

  if (before == NULL)
    return FALSE;
  if (g_str_equal (before->noun, verb->noun))
    return TRUE;
  if (before != sedia_cli_verbs ())
    one_before = before - 1;

  return is_alone (verb) && !g_str_equal (one_before->noun, before->noun);
}

static void
append_overview (GString *text)
{
  const SediaCliVerb *before = NULL;

  g_string_append_printf (text, "%s\n\n%s\n",
                          _("Usage: sediactl [OPTION...] NOUN VERB [ARGUMENT...]"),
                          _("The shop without a screen: stock and waiting orders, for scripts."));

  for (const SediaCliVerb *verb = sedia_cli_verbs (); verb->noun != NULL; verb++)
    {
      g_autofree char *usage = dup_verb_usage (verb);

      if (!is_same_group (before, verb))
        g_string_append_c (text, '\n');
      before = verb;
      append_entry (text, INDENT, HELP_COLUMN, usage, _(verb->help));
    }

  g_string_append_c (text, '\n');
  append_globals (text);
  g_string_append_printf (
    text, "\n%s\n%s\n", _("“sediactl NOUN --help” explains the options of its verbs."),
    _("Quantities and dates are written like 1.25 and 2026-11-22, whatever the locale.\n"
      "Exit status: 0 done, 1 refused by a rule, 2 wrong usage, 3 the records or a file cannot be "
      "used."));
}

/**
 * sedia_cli_help:
 * @cli: a command line that asks for help
 *
 * Returns: (transfer full): help for its verb, its noun, or everything
 */
char *
sedia_cli_help (const SediaCli *cli)
{
  GString *text = g_string_new (NULL);
  gboolean is_first = TRUE;

  g_return_val_if_fail (cli != NULL, NULL);

  if (cli->noun == NULL)
    append_overview (text);
  else
    for (const SediaCliVerb *verb = sedia_cli_verbs (); verb->noun != NULL; verb++)
      {
        gboolean is_wanted = cli->verb != NULL ? verb == cli->verb
                                               : g_str_equal (verb->noun, cli->noun);

        if (!is_wanted)
          continue;
        if (!is_first)
          g_string_append_c (text, '\n');
        is_first = FALSE;
        append_verb (text, verb);
      }

  return g_string_free (text, FALSE);
}
