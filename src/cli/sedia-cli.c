/* The command line as it was understood, and the questions jobs ask it. */
#include "config.h"

#include "sedia-cli.h"

#include "sedia-time.h"

/**
 * sedia_cli_new:
 *
 * Returns: (transfer full): a command line that says nothing yet
 */
SediaCli *
sedia_cli_new (void)
{
  SediaCli *self = g_new0 (SediaCli, 1);

  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/**
 * sedia_cli_free:
 * @self: (transfer full) (nullable): a command line
 */
void
sedia_cli_free (SediaCli *self)
{
  if (self == NULL)
    return;

  g_free (self->noun);
  g_ptr_array_unref (self->arguments);
  g_hash_table_unref (self->values);
  g_free (self->database);
  g_free (self->actor);
  g_free (self->key);
  g_free (self->finding);
  g_free (self);
}

/**
 * sedia_cli_has:
 * @self: a command line
 * @option: the name of an option of its verb
 *
 * Returns: whether the option was given
 */
gboolean
sedia_cli_has (const SediaCli *self,
               const char     *option)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->values, option);
}

/**
 * sedia_cli_get:
 * @self: a command line
 * @option: the name of an option of its verb
 *
 * Returns: (nullable): the option's value, %NULL when it was not given
 */
const char *
sedia_cli_get (const SediaCli *self,
               const char     *option)
{
  GPtrArray *values = sedia_cli_get_all (self, option);

  return values != NULL ? g_ptr_array_index (values, values->len - 1) : NULL;
}

/**
 * sedia_cli_get_all:
 * @self: a command line
 * @option: the name of an option of its verb that may be repeated
 *
 * Returns: (nullable) (transfer none) (element-type utf8): its values, %NULL when it was not given
 */
GPtrArray *
sedia_cli_get_all (const SediaCli *self,
                   const char     *option)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->values, option);
}

/**
 * sedia_cli_argument:
 * @self: a command line
 * @index: which argument, from 0
 *
 * Returns: (nullable): the argument, %NULL when there are fewer
 */
const char *
sedia_cli_argument (const SediaCli *self,
                    guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->arguments->len ? g_ptr_array_index (self->arguments, index) : NULL;
}

/**
 * sedia_cli_take_text:
 * @self: a command line
 * @option: the name of an option of its verb
 * @place: (inout): a text that the option's value replaces, when it was given
 */
void
sedia_cli_take_text (const SediaCli  *self,
                     const char      *option,
                     char           **place)
{
  g_return_if_fail (self != NULL && place != NULL);

  if (!sedia_cli_has (self, option))
    return;

  g_free (*place);
  *place = g_strdup (sedia_cli_get (self, option));
}

/**
 * sedia_cli_today:
 * @self: a command line
 *
 * Returns: the day as of which things are looked at: `--at` or today
 */
int
sedia_cli_today (const SediaCli *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->at != 0 ? sedia_day_of_time (self->at) : sedia_day_today ();
}
