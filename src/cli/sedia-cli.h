/* What the parts of sediactl share: the command line as it was understood. */
#pragma once

#include "sedia-cli-verbs.h"

G_BEGIN_DECLS

/**
 * SediaCli:
 * @verb: (nullable): what to do
 * @noun: (nullable): the noun, when help was asked for before a verb
 * @arguments: (element-type utf8): the words after the verb
 * @values: (element-type utf8 GPtrArray): the values of each option that was given
 * @database: (nullable): the file, %NULL for the window's own
 * @at: when it happened or as seen when; 0 for now
 * @actor: (nullable): who
 * @key: (nullable): the caller's own key
 * @json: whether to print JSON
 * @help: whether help was asked for
 * @version: whether the version was asked for
 * @finding: (nullable): a sentence for standard error although the verb did what it should: what a
 *   check found is no success
 *
 * The command line, understood. Jobs read it on a thread of the store while the main thread waits.
 */
struct _SediaCli
{
  const SediaCliVerb *verb;
  char *noun;
  GPtrArray *arguments;
  GHashTable *values;
  char *database;
  gint64 at;
  char *actor;
  char *key;
  gboolean json;
  gboolean help;
  gboolean version;
  char *finding;
};

SediaCli *sedia_cli_new (void);
void sedia_cli_free (SediaCli *self);
gboolean sedia_cli_has (const SediaCli *self,
                        const char     *option);
const char *sedia_cli_get (const SediaCli *self,
                           const char     *option);
GPtrArray *sedia_cli_get_all (const SediaCli *self,
                              const char     *option);
const char *sedia_cli_argument (const SediaCli *self,
                                guint           index);
void sedia_cli_take_text (const SediaCli  *self,
                          const char      *option,
                          char           **place);
int sedia_cli_today (const SediaCli *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaCli, sedia_cli_free)

G_END_DECLS
