/* The line of time of a customer: see sedia-customer-moments.h.
 *
 *   Handed over                 today
 *   2 kg of Kopi Gayo        Order 12     leads to the order
 *   WhatsApp                yesterday
 *   "Your coffee is here"        Dewi
 */
#include "config.h"

#include "sedia-customer-moments.h"

#include "sedia-format.h"
#include "sedia-time.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* ---- what happened to an order */

static const char *
moment_title (SediaMomentKind kind)
{
  switch (kind)
    {
    case SEDIA_MOMENT_PLACED:
      return C_("moment", "Ordered");
    case SEDIA_MOMENT_ARRIVED:
      return C_("moment", "Arrived and set aside");
    case SEDIA_MOMENT_SET_ASIDE:
      return C_("moment", "Set aside");
    case SEDIA_MOMENT_LOST:
      return C_("moment", "No longer set aside");
    case SEDIA_MOMENT_HANDED_OVER:
      return C_("moment", "Handed over");
    case SEDIA_MOMENT_RETURNED:
      return C_("moment", "Brought back");
    case SEDIA_MOMENT_CHANGED:
      return C_("moment", "Order changed to");
    case SEDIA_MOMENT_CANCELLED:
      return C_("moment", "Cancelled");
    case SEDIA_MOMENT_REOPENED:
      return C_("moment", "Wanted again");
    }

  g_assert_not_reached ();
}

static const char *
moment_icon (SediaMomentKind kind)
{
  if (kind == SEDIA_MOMENT_ARRIVED || kind == SEDIA_MOMENT_SET_ASIDE)
    return "sedia-ready-symbolic";

  return kind == SEDIA_MOMENT_LOST ? "sedia-waiting-symbolic" : NULL;
}

/* "2 kg of Kopi Gayo, 3 pcs of Teh Melati", and what was taken instead */
static char *
dup_amounts (const SediaMoment *moment)
{
  g_autoptr (GString) amounts = g_string_new (NULL);
  g_autofree char *replaced = NULL;

  for (guint i = 0; i < moment->parts->len; i++)
    {
      const SediaMomentPart *part = g_ptr_array_index (moment->parts, i);
      g_autofree char *amount = sedia_format_amount (part->quantity, part->decimals, part->unit);

      if (i > 0)
        g_string_append (amounts, ", ");
      /* Translators: amount and product: "2 kg of Kopi Gayo" */
      g_string_append_printf (amounts, _("%s of %s"), amount, part->product);
    }
  replaced = sedia_replaced_sentence (moment->replaced_by);
  if (replaced != NULL)
    g_string_append_printf (amounts, "\n%s", replaced);

  return g_string_free (g_steal_pointer (&amounts), FALSE);
}

static void
add_moment (GPtrArray         *parts,
            const SediaMoment *moment)
{
  g_autofree char *amounts = dup_amounts (moment);
  g_autofree char *when = sedia_format_time (moment->at);
  g_autofree char *order = g_strdup_printf (_("Order %" PRId64), moment->order_id);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = moment_title (moment->kind),
                            .value = when,
                            .detail = amounts,
                            .aside = order,
                            .icon = moment_icon (moment->kind),
                            .kind = SEDIA_KIND_ORDER,
                            .id = moment->order_id,
                            .wraps = TRUE,
                          }));
}

/* ---- what they were told */

/* "WhatsApp, no answer" */
static char *
dup_how (const SediaContact *contact)
{
  const char *channel = sedia_channel_label (contact->channel);

  switch (contact->outcome)
    {
    case SEDIA_OUTCOME_REACHED:
      return g_strdup (channel);

    case SEDIA_OUTCOME_NO_ANSWER:
      /* Translators: how somebody tried to reach a customer: "Phone call, no answer" */
      return g_strdup_printf (_("%s, no answer"), channel);

    case SEDIA_OUTCOME_MESSAGE:
      /* Translators: how a customer was told: "Phone call, a message was left" */
      return g_strdup_printf (_("%s, a message was left"), channel);
    }

  g_assert_not_reached ();
}

/* "Waits until 15 December" */
static char *
dup_answer (const SediaContact *contact)
{
  SediaAnswer answer = SEDIA_ANSWER_NONE;
  g_autofree char *day = NULL;

  sedia_answer_from_string (contact->answer, &answer);
  if (answer == SEDIA_ANSWER_NONE)
    return NULL;
  if (contact->until == SEDIA_NO_DAY)
    return g_strdup (sedia_answer_label (answer));

  day = sedia_day_words (contact->until);

  return g_strdup_printf (_("Waits until %s"), day);
}

/* A message in one piece: its empty lines are for whoever gets it. */
static char *
dup_flowing (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) flowing = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (flowing, "%s%s", flowing->len > 0 ? " " : "", lines[i]);

  return g_string_free (g_steal_pointer (&flowing), FALSE);
}

/* What was offered, what they answered, and what was said, each in a line of its own. */
static char *
dup_said (const SediaContact *contact)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *answer = dup_answer (contact);
  g_autofree char *note = dup_flowing (contact->note != NULL ? contact->note : "");

  if (contact->offers_cancel)
    g_ptr_array_add (lines, (gpointer) _("Offered to cancel"));
  if (answer != NULL)
    g_ptr_array_add (lines, answer);
  if (*note != '\0')
    g_ptr_array_add (lines, note);
  if (lines->len == 0)
    g_ptr_array_add (lines, (gpointer) _("no words noted"));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
add_contact (GPtrArray          *parts,
             const SediaContact *contact)
{
  g_autofree char *said = dup_said (contact);
  g_autofree char *how = dup_how (contact);
  g_autofree char *when = sedia_format_time (contact->at);
  g_autofree char *who = NULL;
  g_autofree char *actor = g_markup_escape_text (contact->actor, -1);

  /* Translators: what follows says that somebody undid it. */
  if (contact->is_taken_back)
    who = g_strdup_printf (_("%s, taken back"), actor);
  else if (contact->known_as != NULL)
    {
      g_autofree char *name = g_markup_escape_text (contact->known_as, -1);

      /* Translators: who told a customer, and the name the customer had then. */
      who = g_strdup_printf (_("%s, to %s"), actor, name);
    }

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = how,
                            .value = when,
                            .detail = said,
                            .aside = who != NULL ? who : actor,
                            .icon = contact->is_taken_back ? "edit-undo-symbolic" : NULL,
                            .wraps = TRUE,
                          }));
}

/**
 * sedia_customer_moments_add:
 * @parts: (element-type SediaPart): rows
 * @story: what was read of a customer
 *
 * Adds what happened to their orders and what they were told, the newest first.
 */
void
sedia_customer_moments_add (GPtrArray                *parts,
                            const SediaCustomerStory *story)
{
  guint m = 0, c = 0;

  while (m < story->moments->len || c < story->contacts->len)
    {
      const SediaMoment *moment = m < story->moments->len ? story->moments->pdata[m] : NULL;
      const SediaContact *contact = c < story->contacts->len ? story->contacts->pdata[c] : NULL;
      const gboolean is_contact = moment == NULL ||
                                  (contact != NULL && contact->at >= moment->at);

      if ((is_contact ? contact->at : moment->at) < story->since)
        return;
      if (is_contact)
        add_contact (parts, story->contacts->pdata[c++]);
      else
        add_moment (parts, story->moments->pdata[m++]);
    }
}
