/* Who must be told because a purchase is expected on another day: see sedia-expect-news.h. */
#include "config.h"

#include "sedia-expect-news.h"

#include "sedia-format.h"
#include "sedia-id-set.h"
#include "sedia-part.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

/**
 * sedia_expect_news_title:
 * @list: (element-type SediaExpectNews): what is news
 *
 * Returns: (transfer full): how many customers must be told, as a sentence
 */
char *
sedia_expect_news_title (GPtrArray *list)
{
  g_autoptr (GHashTable) customers = sedia_id_set_new ();
  guint n;

  for (guint i = 0; i < list->len; i++)
    {
      const SediaExpectNews *news = g_ptr_array_index (list, i);

      if (!news->do_not_contact)
        sedia_id_set_add (customers, news->line->customer_id);
    }

  n = g_hash_table_size (customers);
  if (n == 0)
    return g_strdup (_("Nobody must be told because of this."));

  return g_strdup_printf (ngettext ("Because of this %u customer must be told:",
                                    "Because of this %u customers must be told:", n), n);
}

/* "2 kg Kopi, needed by 3 December" is in front of it. */
static char *
dup_what_is_said (const SediaExpectNews *news)
{
  g_autofree char *day = NULL;

  if (news->do_not_contact)
    return g_strdup (_("asked not to be contacted"));
  if (news->reason == SEDIA_DUE_WILL_MISS_NEED_BY)
    return g_strdup (_("cannot be met, offer to cancel"));
  if (news->day == SEDIA_NO_DAY)
    return g_strdup (_("nobody knows when, offer to cancel"));

  day = sedia_day_words (news->day);
  if (news->reason == SEDIA_DUE_DATE_KNOWN)
    /* Translators: a day that becomes known for the first time */
    return g_strdup_printf (_("comes on %s"), day);
  if (news->offers_cancel)
    return g_strdup_printf (_("later, on %s; offer to cancel"), day);

  return g_strdup_printf (_("earlier, on %s"), day);
}

static char *
dup_detail (const SediaExpectNews *news)
{
  const SediaOrderLine *line = news->line;
  g_autofree char *said = dup_what_is_said (news);
  g_autofree char *need = NULL;

  if (line->need_by == SEDIA_NO_DAY)
    /* Translators: name of a product, what its customer is told */
    return g_strdup_printf (_("%s: %s"), line->product, said);

  need = sedia_day_words (line->need_by);

  /* Translators: name of a product, a day, what its customer is told */
  return g_strdup_printf (_("%s, needed by %s: %s"), line->product, need, said);
}

static SediaPart *
part_new (const SediaExpectNews *news)
{
  const gboolean is_late = news->reason == SEDIA_DUE_WILL_MISS_NEED_BY;
  g_autofree char *value = sedia_format_amount_markup (sedia_order_line_waiting (news->line),
                                                       news->line->decimals, news->line->unit);
  g_autofree char *detail = dup_detail (news);

  return sedia_part_new (&(SediaPartText) {
                           .title = news->line->customer,
                           .value = value,
                           .detail = detail,
                           .wraps = TRUE,
                           .icon = is_late ? "sedia-late-symbolic" : NULL,
                           .tone = is_late ? "warning" : NULL,
                         });
}

/**
 * sedia_expect_news_parts:
 * @list: (element-type SediaExpectNews): what is news
 *
 * Returns: (transfer full) (element-type SediaPart): a row for each
 */
GPtrArray *
sedia_expect_news_parts (GPtrArray *list)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (parts, part_new (g_ptr_array_index (list, i)));

  return parts;
}
