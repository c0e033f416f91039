/* What customers are told, in their language: templates, and the texts made of them. Pure.
 *
 * A template is a text with placeholders. A sentence with a placeholder that has no value is left
 * out whole, so that there is never a hole or a brace in what a customer reads.
 *
 *   {name} {shop} {hours} {deposit}
 *   {items}        what the customer ordered: "2 pcs Kopi 1 kg", or a list with a line for each
 *   {ready}        the same, only what can be collected of it
 *   {waiting}      the same, only what is still waited for
 *   {date}         when all that waits will be here; where the days differ they stand in the list
 *   {no-date}      nothing, and only where nobody knows when: its sentence is said only then
 *   {some-ready}   nothing, and only where something can be collected
 *   {until}        the day until which they agreed to wait
 *
 * In the paragraph of a reason all of these concern the items that have this reason; what another
 * paragraph says of an item is not said again. A message is made of parts:
 *
 *   greeting      Halo Kak {name}, ini {shop}.
 *   one paragraph for each reason, the most urgent first
 *   offer         Kalau tidak ingin menunggu, boleh dibatalkan ...
 *   closing       Kami buka {hours}. Terima kasih!
 */
#pragma once

#include "sedia-clock.h"

G_BEGIN_DECLS

/* The first SEDIA_N_DUE parts are the reasons, by number. */
typedef enum
{
  SEDIA_PART_GREETING = SEDIA_N_DUE,
  SEDIA_PART_OFFER,
  SEDIA_PART_CLOSING,
  SEDIA_PART_UPDATE,      /* they asked, or the shop wants to say how things stand: no reason */
  SEDIA_N_MESSAGE_PARTS,
} SediaMessagePart;

/* One item of a message: what, how much (already as text, "2 pcs"), and when it comes. */
typedef struct
{
  char *product;
  char *quantity;       /* what the line stands for: open */
  char *ready;          /* NULL: nothing of it */
  char *waiting;        /* NULL: nothing of it */
  int expected;         /* SEDIA_NO_DAY: unknown, or nothing waits */
  int earliest;         /* the range around it; not before latest: there is none */
  int latest;
  guint reasons;        /* bits, 1 << SediaDueReason: what is news about it */
} SediaMessageItem;

/**
 * SediaMessageFacts:
 * @language: "id" or "en"; others are written to in English
 * @name: the customer
 * @shop: (nullable): the shop's name
 * @hours: (nullable): when the shop is open: "08:00-17:00"
 * @deposit: (nullable): what they paid ahead, as text
 * @items: (element-type SediaMessageItem): their open lines
 * @reasons: bits, 1 << SediaDueReason; 0: how things stand
 * @offer_cancel: whether the offer to cancel is part of it
 * @wait_until: the day until which they agreed to wait, SEDIA_NO_DAY for none
 * @today: the day it is written on
 */
typedef struct
{
  const char *language;
  const char *name;
  const char *shop;
  const char *hours;
  const char *deposit;
  GPtrArray *items;
  guint reasons;
  gboolean offer_cancel;
  int wait_until;
  int today;
} SediaMessageFacts;

/* What the shop wrote instead of the shipped text; NULL where it did not. */
typedef struct
{
  char *parts[SEDIA_N_MESSAGE_PARTS];
} SediaTemplates;

void sedia_message_item_free (SediaMessageItem *item);
void sedia_templates_free (SediaTemplates *templates);
const char *sedia_message_part_to_string (SediaMessagePart part);
gboolean sedia_message_part_from_string (const char *text, SediaMessagePart *part);
const char *sedia_message_part_label (SediaMessagePart part);
/* The text Sedia ships. */
const char *sedia_template_shipped (SediaMessagePart part, const char *language);
/* Whether a template can be used: every brace closes around a known name. */
gboolean sedia_template_check (const char *text, GError **error);
char *sedia_message_write (const SediaMessageFacts *facts, const SediaTemplates *templates);
/* "besok", "Kamis, 3 Desember", "3 Januari 2027" in the customer's language, whatever the locale */
char *sedia_message_day (const char *language, int day, int today);
char *sedia_message_days (const char *language, int earliest, int latest, int today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaMessageItem, sedia_message_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaTemplates, sedia_templates_free)

G_END_DECLS
