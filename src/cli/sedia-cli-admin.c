/* backup, check, sample, undo, log list; setting list, set. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-queue.h"

#include <glib/gi18n.h>

/* Cron should say so. */
static void
tell_problems (SediaCli  *cli,
               GPtrArray *problems)
{
  if (problems->len > 0)
    cli->finding = g_strdup_printf (ngettext ("The check found %u problem.",
                                              "The check found %u problems.", problems->len),
                                    problems->len);
}

/**
 * sedia_cli_backup: backup FILE
 */
char *
sedia_cli_backup (SediaStore  *store,
                  SediaCli    *cli,
                  GError     **error)
{
  const char *path = sedia_cli_argument (cli, 0);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GPtrArray) problems = NULL;
  SediaCliJson json;

  if (!sedia_store_backup (store, path, &problems, error))
    return NULL;

  tell_problems (cli, problems);

  if (!cli->json)
    return g_strdup_printf (_("The shop's records were copied into “%s”, and the copy was "
                              "checked.\n"), name);

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "backup", name);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

static char *
reply_check (const SediaCli *cli,
             GPtrArray      *problems)
{
  SediaCliJson json;
  GString *text;

  if (cli->json)
    {
      sedia_cli_json_init (&json);
      sedia_cli_json_begin_object (&json, NULL);
      sedia_cli_json_boolean (&json, "ok", problems->len == 0);
      sedia_cli_json_begin_array (&json, "problems");
      for (guint i = 0; i < problems->len; i++)
        sedia_cli_json_string (&json, NULL, g_ptr_array_index (problems, i));
      sedia_cli_json_end_array (&json);
      sedia_cli_json_end_object (&json);

      return sedia_cli_json_finish (&json);
    }

  if (problems->len == 0)
    return g_strdup_printf ("%s\n", _("Every balance agrees with the rows that make it."));

  text = g_string_new (NULL);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (problems, i));

  return g_string_free (text, FALSE);
}

/**
 * sedia_cli_check: check
 */
char *
sedia_cli_check (SediaDb   *db,
                 SediaCli  *cli,
                 GError   **error)
{
  g_autoptr (GPtrArray) problems = sedia_check (db, error);

  if (problems == NULL)
    return NULL;

  tell_problems (cli, problems);

  return reply_check (cli, problems);
}

/**
 * sedia_cli_sample: sample
 */
char *
sedia_cli_sample (SediaDb   *db,
                  SediaCli  *cli,
                  GError   **error)
{
  SediaCounts counts = { 0 };
  SediaCliJson json;

  if (!sedia_sample_fill (db, error) || !sedia_counts_read (db, &counts, error))
    return NULL;

  if (!cli->json)
    return g_strdup_printf (_("A shop with %u products, %u waiting lines and %u deliveries.\n"),
                            counts.products, counts.waiting, counts.received);

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_integer (&json, "products", counts.products);
  sedia_cli_json_integer (&json, "waiting", counts.waiting);
  sedia_cli_json_integer (&json, "deliveries", counts.received);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

/**
 * sedia_cli_undo: undo [OPERATION]
 */
char *
sedia_cli_undo (SediaDb   *db,
                SediaCli  *cli,
                GError   **error)
{
  g_autoptr (GPtrArray) newest = NULL;

  if (!sedia_undo (db, sedia_cli_number (sedia_cli_argument (cli, 0)), error))
    return NULL;

  newest = sedia_operation_list (db, 1, error);
  if (newest == NULL)
    return NULL;

  if (newest->len == 0)
    return g_strdup ("");

  return sedia_cli_reply_one (cli, &sedia_cli_operation_shape, g_ptr_array_index (newest, 0));
}

/**
 * sedia_cli_log_list: log list
 */
char *
sedia_cli_log_list (SediaDb   *db,
                    SediaCli  *cli,
                    GError   **error)
{
  gint64 limit = sedia_cli_number (sedia_cli_get (cli, "limit"));
  g_autoptr (GPtrArray) operations = NULL;

  operations = sedia_operation_list (db, (guint) MIN (limit, G_MAXINT), error);
  if (operations == NULL)
    return NULL;

  return sedia_cli_reply_list (cli, &sedia_cli_operation_shape, operations);
}

/* ---- settings */

/* What a setting means, in a sentence. */
static char *
setting_meaning (SediaDb    *db,
                 const char *name)
{
  static const struct
  {
    const char *name;
    const char *meaning;
  } meanings[] = {
    { "country", N_("Phone numbers without a calling code are of this country.") },
    { "shop", N_("The name under which the shop writes to its customers.") },
    { "working-days", N_("The days it is open: 1 for Monday to 7 for Sunday.") },
    { "hours", N_("When it is open on those days.") },
    { "tolerance", N_("So many working days may a date move before it is news.") },
    { "silent-days", N_("Who waits hears from the shop after so many days; 0 for never.") },
    { "silence", N_("Whether no answer may count as “wait”: never, or by the rule ftc.") },
    { "service", N_("In how many orders to a supplier a product may run out once.") },
    { "review", N_("Every how many days the shop looks at what to order.") },
    { "cover", N_("How many days an order should last.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strcmp (meanings[i].name, name) == 0)
      return g_strdup (_(meanings[i].meaning));

  return sedia_serving_sentence (sedia_setting_serving (db));
}

static char *
reply_settings_json (SediaDb *db)
{
  SediaCliJson json;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  for (const char *const *name = sedia_setting_names (); *name != NULL; name++)
    {
      g_autofree char *value = sedia_setting_read (db, *name);
      g_autofree char *key = g_strdelimit (g_strdup (*name), "-", '_');

      sedia_cli_json_string (&json, key, value != NULL ? value : "");
    }
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

static char *
reply_settings (SediaDb        *db,
                const SediaCli *cli)
{
  static const SediaCliColumn columns[] = {
    { N_("Setting"), FALSE }, { N_("Value"), FALSE }, { N_("Meaning"), FALSE },
  };
  g_autoptr (SediaCliTable) table = NULL;

  if (cli->json)
    return reply_settings_json (db);

  table = sedia_cli_table_new (columns, G_N_ELEMENTS (columns));
  for (const char *const *name = sedia_setting_names (); *name != NULL; name++)
    {
      g_autofree char *value = sedia_setting_read (db, *name);
      g_autofree char *meaning = setting_meaning (db, *name);

      sedia_cli_table_text (table, *name);
      sedia_cli_table_text (table, value);
      sedia_cli_table_text (table, meaning);
    }

  return sedia_cli_table_format (table);
}

/**
 * sedia_cli_setting_list: setting list
 */
char *
sedia_cli_setting_list (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  return reply_settings (db, cli);
}

/**
 * sedia_cli_setting_set: setting set NAME VALUE
 */
char *
sedia_cli_setting_set (SediaDb   *db,
                       SediaCli  *cli,
                       GError   **error)
{
  const char *name = sedia_cli_argument (cli, 0);
  const char *value = sedia_cli_argument (cli, 1);

  if (!g_strv_contains (sedia_setting_names (), name))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) sedia_setting_names ());

      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("There is no setting “%s”; there are: %s."), name, names);
      return NULL;
    }

  return sedia_setting_set (db, name, value, error) ? reply_settings (db, cli) : NULL;
}
