/* The one table of what sediactl can do: nouns, verbs, their arguments and options.
 *
 * Reading the command line, the help and the checks of single values all come from it: an option is
 * declared once, and nowhere else is there a list of names.
 */
#pragma once

#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct _SediaCli SediaCli;

/**
 * SediaCliType:
 * @SEDIA_CLI_FLAG: no value
 * @SEDIA_CLI_TEXT: any text
 * @SEDIA_CLI_FILE: the name of a file, whatever its bytes
 * @SEDIA_CLI_NUMBER: a whole number from 0
 * @SEDIA_CLI_QUANTITY: a quantity; the product says how many decimals it may have
 * @SEDIA_CLI_MONEY: an amount of money
 * @SEDIA_CLI_DAY: a date
 * @SEDIA_CLI_TIME: a date or a time
 * @SEDIA_CLI_CHOICE: one of the words of the option's value, which are divided by bars
 * @SEDIA_CLI_PRODUCT_LINE: `SKU=QTY`, for orders with what else a line says
 * @SEDIA_CLI_ORDER_LINE: `L` or `L=QTY`
 * @SEDIA_CLI_LINE_NAME: `ORDER/LINE`
 * @SEDIA_CLI_PURCHASE_LINE: `SKU=QTY` with what else a line of a purchase says
 *
 * What kind of word an option or an argument takes. What can be checked without the shop's records
 * is checked before they are opened.
 */
typedef enum
{
  SEDIA_CLI_FLAG,
  SEDIA_CLI_TEXT,
  SEDIA_CLI_FILE,
  SEDIA_CLI_NUMBER,
  SEDIA_CLI_QUANTITY,
  SEDIA_CLI_MONEY,
  SEDIA_CLI_DAY,
  SEDIA_CLI_TIME,
  SEDIA_CLI_CHOICE,
  SEDIA_CLI_PRODUCT_LINE,
  SEDIA_CLI_ORDER_LINE,
  SEDIA_CLI_LINE_NAME,
  SEDIA_CLI_PURCHASE_LINE,
} SediaCliType;

/**
 * SediaCliOptionFlags:
 * @SEDIA_CLI_NEEDED: the verb cannot do without it (of a group: without one of the group)
 * @SEDIA_CLI_MANY: may be repeated
 * @SEDIA_CLI_NONE: an empty value is understood as "none"
 * @SEDIA_CLI_SOME: an empty value, or the number 0, is a mistake, of a script perhaps
 */
typedef enum
{
  SEDIA_CLI_NEEDED = 1 << 0,
  SEDIA_CLI_MANY = 1 << 1,
  SEDIA_CLI_NONE = 1 << 2,
  SEDIA_CLI_SOME = 1 << 3,
} SediaCliOptionFlags;

/**
 * SediaCliOption:
 * @name: without the dashes
 * @type: what kind of value
 * @value: (nullable): how the help names the value; the words of a choice
 * @help: what it is for
 * @flags: how often it may or must be given
 * @group: options of one group exclude each other; 0 for no group
 */
typedef struct
{
  const char *name;
  SediaCliType type;
  const char *value;
  const char *help;
  guint flags;
  guint group;
} SediaCliOption;

/**
 * SediaCliMode:
 * @SEDIA_CLI_READ: looks only
 * @SEDIA_CLI_ACT: one action of a user: logged, can be undone; with `--preview` it only looks
 * @SEDIA_CLI_NOTE: writes without being one action
 * @SEDIA_CLI_COPY: copies the whole file
 *
 * How a verb uses the store.
 */
typedef enum
{
  SEDIA_CLI_READ,
  SEDIA_CLI_ACT,
  SEDIA_CLI_NOTE,
  SEDIA_CLI_COPY,
} SediaCliMode;

/**
 * SediaCliJob: What a verb does, on a thread of the store.
 *
 * Returns: (transfer full): the text to print, whole; %NULL with @error set when it failed
 */
typedef char *(*SediaCliJob) (SediaDb *db, SediaCli *cli, GError **error);

/**
 * SediaCliVerb:
 * @noun: what it is about
 * @verb: (nullable): what is done, %NULL when the noun says it all
 * @arguments: the names of its arguments; `[FILE]` may be left out, `...` repeats the last
 * @help: one sentence
 * @options: (nullable): its options, up to one without a name
 * @more: (nullable): further options
 * @mode: how it uses the store
 * @kind: (nullable): the kind of action the log shows
 * @job: (nullable): does it
 */
typedef struct
{
  const char *noun;
  const char *verb;
  const char *arguments;
  const char *help;
  const SediaCliOption *options;
  const SediaCliOption *more;
  SediaCliMode mode;
  const char *kind;
  SediaCliJob job;
} SediaCliVerb;

const SediaCliVerb *sedia_cli_verbs (void);
const SediaCliOption *sedia_cli_global_options (void);
gboolean sedia_cli_is_noun (const char *noun);
const SediaCliVerb *sedia_cli_find_verb (const char *noun,
                                         const char *verb);
const SediaCliOption *sedia_cli_find_option (const SediaCliVerb *verb,
                                             const char         *name);
const SediaCliOption *sedia_cli_next_option (const SediaCliVerb   *verb,
                                             const SediaCliOption *option);
char *sedia_cli_dup_verb_name (const SediaCliVerb *verb);
char *sedia_cli_dup_verbs_of (const char *noun);

G_END_DECLS
