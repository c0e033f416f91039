/* A message to a customer there is not: see sedia-message-sample.h. */
#include "config.h"

#include "sedia-message-sample.h"

#include "sedia-time.h"

#define DAYS_AHEAD 9 /* not within a week, where a day has its weekday */

/* Products and money as the customer's language has them, not the screen's. */
typedef struct
{
  const char *products[2];
  const char *deposit;
} Sample;

static const Sample samples[SEDIA_N_TONGUES] = {
  { { "Gayo Coffee 250 g", "Jasmine Tea 100 g" }, "50.00" },
  { { "Kopi Gayo 250 g", "Teh Melati 100 g" }, "Rp 50.000" },
};

static void
add_item (GPtrArray  *items,
          const char *product,
          const char *quantity,
          gboolean    is_ready,
          int         expected)
{
  SediaMessageItem *item = g_new0 (SediaMessageItem, 1);

  item->product = g_strdup (product);
  item->quantity = g_strdup (quantity);
  item->ready = is_ready ? g_strdup (quantity) : NULL;
  item->waiting = is_ready ? NULL : g_strdup (quantity);
  item->expected = is_ready ? SEDIA_NO_DAY : expected;
  g_ptr_array_add (items, item);
}

/* What has to be said for the part to be in the message; 0: how things stand. */
static guint
reasons_for (SediaMessagePart part)
{
  if (part < (SediaMessagePart) SEDIA_N_DUE)
    return 1u << part;

  return part == SEDIA_PART_OFFER ? 1u << SEDIA_DUE_BACKORDERED : 0;
}

/**
 * sedia_message_sample:
 * @words: the words of every part
 * @tongue: the language
 * @part: what has to be in the message
 * @has_day: whether it is known when what waits will come
 *
 * Returns: (transfer full): a message to a customer with two items
 */
char *
sedia_message_sample (const SediaWords *words,
                      guint             tongue,
                      SediaMessagePart  part,
                      gboolean          has_day)
{
  const Sample *sample = &samples[tongue];
  const int today = sedia_day_today ();
  const int expected = has_day ? today + DAYS_AHEAD : SEDIA_NO_DAY;
  const guint reasons = reasons_for (part);
  const gboolean is_ready = reasons == 1u << SEDIA_DUE_READY;
  g_autoptr (GPtrArray) items = NULL;
  SediaTemplates templates;
  SediaMessageFacts facts;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_message_item_free);
  add_item (items, sample->products[0], "2 pcs", is_ready || reasons == 0, expected);
  add_item (items, sample->products[1], "1 pcs", is_ready, expected);
  for (guint i = 0; i < items->len; i++)
    ((SediaMessageItem *) g_ptr_array_index (items, i))->reasons = reasons;
  for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    templates.parts[i] = words->texts[tongue][i];

  facts = (SediaMessageFacts) {
    .language = sedia_tongue_code (tongue),
    .name = "Siti Rahma",
    .shop = words->shop,
    .hours = words->hours,
    .deposit = sample->deposit,
    .items = items,
    .reasons = reasons,
    .offer_cancel = part == SEDIA_PART_OFFER ||
                    part == (SediaMessagePart) SEDIA_DUE_WILL_MISS_NEED_BY,
    .wait_until = today,
    .today = today,
  };

  return sedia_message_write (&facts, &templates);
}
