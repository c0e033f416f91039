/* sediactl: the shop without a screen.
 *
 * The same commands as in the window, for scripts, cron and tests. This file reads the command
 * line, opens the records, runs the verb's job as the table of verbs says, and prints what it
 * returns.
 */
#include "config.h"

#include "sedia-cli-arguments.h"
#include "sedia-cli-help.h"
#include "sedia-cli-jobs.h"
#include "sedia-cli-output.h"
#include "sedia-installed.h"

#include <glib/gi18n.h>
#include <locale.h>

typedef enum
{
  STATUS_DONE,
  STATUS_REFUSED,
  STATUS_USAGE,
  STATUS_UNUSABLE,
} ExitStatus;

static ExitStatus
status_of (const GError *error)
{
  if (error->domain != SEDIA_ERROR)
    return STATUS_UNUSABLE;

  switch ((SediaError) error->code)
    {
    case SEDIA_ERROR_REFUSED:
    case SEDIA_ERROR_CONFIRM:
    case SEDIA_ERROR_CONFLICT:
    case SEDIA_ERROR_NOT_FOUND:
    case SEDIA_ERROR_SCHEMA:
      return STATUS_REFUSED;

    case SEDIA_ERROR_INVALID:
      return STATUS_USAGE;

    case SEDIA_ERROR_FILE:
    case SEDIA_ERROR_DATABASE:
    case SEDIA_ERROR_BUSY:
    case SEDIA_ERROR_CANCELLED:
      return STATUS_UNUSABLE;
    }

  g_return_val_if_reached (STATUS_UNUSABLE);
}

/* A warning can be passed; the sentence of the store does not know how that is typed. */
static ExitStatus
complain (const SediaCli *cli,
          const GError   *error)
{
  g_autofree char *sentence = NULL;
  gboolean can_confirm = g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM) &&
                         cli->verb != NULL && sedia_cli_find_option (cli->verb, "anyway") != NULL;

  if (can_confirm)
    /* Translators: first a warning, a whole sentence; then what to type to go on in spite of it. */
    sentence = g_strdup_printf (_("%s (--anyway goes on)"), error->message);

  sedia_cli_complain (sentence != NULL ? sentence : error->message);
  return status_of (error);
}

static gpointer
run_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  SediaCli *cli = data;

  return cli->verb->job (db, cli, error);
}

/* Why, for the log. Where the reason is a choice of words the command itself takes it, and the note
 * says more.
 */
static const char *
reason_for_log (const SediaCli *cli)
{
  const SediaCliOption *reason = sedia_cli_find_option (cli->verb, "reason");

  if (reason == NULL)
    return NULL;

  return sedia_cli_get (cli, reason->type == SEDIA_CLI_CHOICE ? "note" : "reason");
}

static char *
act (SediaStore  *store,
     SediaCli    *cli,
     GError     **error)
{
  SediaAct one = {
    .kind = cli->verb->kind,
    .at = cli->at,
    .actor = cli->actor,
    .key = cli->key,
    .reason = reason_for_log (cli),
    .anyway = sedia_cli_has (cli, "anyway"),
  };

  return sedia_store_act (store, &one, run_job, cli, error);
}

static char *
run_verb (SediaStore  *store,
          SediaCli    *cli,
          GError     **error)
{
  if (sedia_cli_has (cli, "preview"))
    return sedia_store_read (store, run_job, cli, error);

  switch (cli->verb->mode)
    {
    case SEDIA_CLI_READ:
      return sedia_store_read (store, run_job, cli, error);

    case SEDIA_CLI_ACT:
      return act (store, cli, error);

    case SEDIA_CLI_NOTE:
      return sedia_store_note (store, run_job, cli, error);

    case SEDIA_CLI_COPY:
      return sedia_cli_backup (store, cli, error);
    }

  g_return_val_if_reached (NULL);
}

static char *
open_and_run (SediaCli  *cli,
              GError   **error)
{
  g_autofree char *default_path = NULL;
  g_autoptr (SediaStore) store = NULL;
  char *reply;

  if (cli->database == NULL)
    default_path = sedia_store_default_path ();

  store = sedia_store_open (cli->database != NULL ? cli->database : default_path, error);
  if (store == NULL)
    return NULL;

  reply = run_verb (store, cli, error);
  sedia_store_close (store);

  return reply;
}

static char *
answer (SediaCli           *cli,
        const char *const  *words,
        GError            **error)
{
  if (!sedia_cli_read_arguments (cli, words, error))
    return NULL;
  if (cli->help)
    return sedia_cli_help (cli);
  if (cli->version)
    return g_strdup ("sediactl " PACKAGE_VERSION "\n");

  return open_and_run (cli, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SediaCli) cli = sedia_cli_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *reply = NULL;
  const char *given = g_getenv ("SEDIA_LOCALEDIR"); /* for a program that is not installed */
  g_autofree char *localedir = given != NULL ? g_strdup (given) : sedia_installed_path (LOCALEDIR);

  sedia_cli_output_init ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  reply = answer (cli, (const char *const *) argv + MIN (argc, 1), &error);
  if (reply == NULL || !sedia_cli_print (reply, &error))
    return complain (cli, error);

  if (cli->finding == NULL)
    return STATUS_DONE;

  sedia_cli_complain (cli->finding);
  return STATUS_REFUSED;
}
