/* What is left when two customers turn out to be one: the command does it, and the dialog shows it
 * before.
 */
#include "config.h"

#include "sedia-merge.h"

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static char *
dup_first (const char *keep,
           const char *other)
{
  return g_strdup (is_empty (keep) ? other : keep);
}

/* Nobody can tell which of two notes matters: both stay. */
static char *
dup_both (const char *keep,
          const char *other)
{
  if (is_empty (keep) || is_empty (other) || g_str_equal (keep, other))
    return dup_first (keep, other);

  return g_strconcat (keep, "\n", other, NULL);
}

/**
 * sedia_customer_merged:
 * @keep: the customer who stays
 * @other: the one who turned out to be the same
 *
 * What the first does not say is taken from the other; both notes are kept. Who asked in either
 * place not to be contacted is not contacted. The customer is in use when either was.
 *
 * Returns: (transfer full): @keep, as it is to be
 */
SediaCustomer *
sedia_customer_merged (const SediaCustomer *keep,
                       const SediaCustomer *other)
{
  SediaCustomer *merged = sedia_customer_new ();

  merged->id = keep->id;
  merged->name = g_strdup (keep->name);
  merged->code = dup_first (keep->code, other->code);
  merged->phone = dup_first (keep->phone, other->phone);
  merged->email = dup_first (keep->email, other->email);
  merged->language = dup_first (keep->language, other->language);
  merged->note = dup_both (keep->note, other->note);
  merged->channel = keep->channel;
  merged->do_not_contact = keep->do_not_contact || other->do_not_contact;
  merged->archived = keep->archived && other->archived;
  merged->open_lines = keep->open_lines + other->open_lines;
  merged->waiting_lines = keep->waiting_lines + other->waiting_lines;
  merged->ready_lines = keep->ready_lines + other->ready_lines;

  return merged;
}
