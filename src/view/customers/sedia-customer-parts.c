/* The rows of a customer's pane: see sedia-customer-parts.h.
 *
 *   What they wait for, or can collect     each line leads to the waiting list
 *   Kopi Gayo                     2 kg
 *   (icon) 1 kg ready now ...  Order 12     to be read aloud on the phone
 *   Place 3 in the queue, 5 kg before it
 *   What happened                          orders and what they were told, the newest first
 *   WhatsApp                 yesterday
 *   “Your coffee is here”         Dewi
 *   Also known as                          whoever was merged into them
 */
#include "config.h"

#include "sedia-customer-parts.h"

#include "sedia-customer-moments.h"
#include "sedia-format.h"
#include "sedia-order-words.h"
#include "sedia-time.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define FIRST_LINES 50
#define FIRST_MOMENTS 40
#define FIRST_CONTACTS 10

/* ---- reading */

/**
 * sedia_customer_story_free: Frees what was read of a customer.
 */
void
sedia_customer_story_free (SediaCustomerStory *story)
{
  if (story == NULL)
    return;

  g_clear_pointer (&story->customer, sedia_customer_free);
  g_clear_pointer (&story->lines, g_ptr_array_unref);
  g_clear_pointer (&story->moments, g_ptr_array_unref);
  g_clear_pointer (&story->contacts, g_ptr_array_unref);
  g_clear_pointer (&story->merged, g_ptr_array_unref);
  g_free (story);
}

static GPtrArray *
read_list (SediaDb        *db,
           SediaListKind   kind,
           SediaFilter     filter,
           gint64          customer_id,
           guint           limit,
           GError        **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  query->of = customer_id;
  query->filter = filter;
  ids = limit > 0 ? sedia_list_head (db, query, limit, error) : sedia_list_spine (db, query, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

static gboolean
is_cut (const GPtrArray *list,
        guint            limit)
{
  return limit > 0 && list->len == limit;
}

/* From when on all moments were read. */
static gint64
moments_since (const GPtrArray *moments,
               guint            limit)
{
  guint n = 0;

  for (guint i = 0; i < moments->len; i++)
    n += ((const SediaMoment *) moments->pdata[i])->parts->len;

  return limit > 0 && n == limit ? ((const SediaMoment *) moments->pdata[moments->len - 1])->at
                                 : G_MININT64;
}

static gint64
contacts_since (const GPtrArray *contacts,
                guint            limit)
{
  return is_cut (contacts, limit)
           ? ((const SediaContact *) contacts->pdata[contacts->len - 1])->at
           : G_MININT64;
}

/* What each line was taken instead of, and what was taken instead of it: orders have it. */
static gboolean
read_links (SediaDb    *db,
            GPtrArray  *lines,
            GError    **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      SediaWaiting *waiting = g_ptr_array_index (lines, i);

      if (waiting->line != NULL && !sedia_order_read_links (db, waiting->line, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sedia_customer_story_read:
 * @db: a connection
 * @customer_id: a customer
 * @all: everything, not only the first of each kind
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all that is shown of the customer
 */
SediaCustomerStory *
sedia_customer_story_read (SediaDb   *db,
                           gint64     customer_id,
                           gboolean   all,
                           GError   **error)
{
  const guint lines = all ? 0 : FIRST_LINES;
  const guint moments = all ? 0 : FIRST_MOMENTS;
  const guint contacts = all ? 0 : FIRST_CONTACTS;
  g_autoptr (SediaCustomerStory) story = g_new0 (SediaCustomerStory, 1);

  if (!(story->customer = sedia_customer_read (db, customer_id, error)) ||
      !sedia_customer_read_told (db, story->customer, error) ||
      !(story->lines = read_list (db, SEDIA_LIST_WAITING, SEDIA_FILTER_ALL, customer_id, lines,
                                  error)) ||
      !(story->moments = sedia_moment_list (db, customer_id, moments, error)) ||
      !read_links (db, story->lines, error) ||
      !(story->contacts = sedia_contact_list (db, customer_id, contacts, error)) ||
      !(story->merged = sedia_customer_list_merged (db, customer_id, error)))
    return NULL;

  story->since = MAX (moments_since (story->moments, moments),
                      contacts_since (story->contacts, contacts));
  story->is_all = !is_cut (story->lines, lines) && story->since == G_MININT64;

  return g_steal_pointer (&story);
}

/* ---- rows */

static void
add_heading (GPtrArray  *parts,
             const char *title)
{
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) { .is_heading = TRUE, .title = title }));
}

static const char *
line_icon (const SediaOrderLine *line)
{
  if (line->held)
    return "sedia-held-symbolic";

  return sedia_order_line_waiting (line) == 0 ? "sedia-ready-symbolic" : "sedia-waiting-symbolic";
}

/* Where a line stands; "nobody knows when" is said, too. */
static char *
dup_place (const SediaOrderLine *line)
{
  g_autofree char *ahead = sedia_format_amount (line->ahead, line->decimals, line->unit);
  const gboolean is_known = line->expected != SEDIA_NO_DAY && line->expected >= sedia_day_today ();

  if (line->held)
    return g_strdup (_("Held until somebody sets it aside again"));
  if (line->ahead == 0)
    return g_strdup (is_known ? _("Next in the queue")
                              : _("Next in the queue; nobody knows yet when it comes"));

  /* Translators: a place in a queue, and how much others get before */
  return g_strdup_printf (is_known ? _("Place %u in the queue, %s before it")
                                   : _("Place %u in the queue, %s before it; nobody knows yet when "
                                       "it comes"),
                          line->queue_position, ahead);
}

/* How a line stands, the day it is needed, and its place, as it is read aloud on the phone. */
static char *
dup_stand (const SediaOrderLine *line)
{
  g_autoptr (GString) stand = g_string_new (NULL);
  g_autofree char *state = sedia_line_state_sentence (line);
  g_autofree char *due = sedia_format_due (line->need_by);

  /* Translators: how an order line stands, and the day it is needed: "2 kg waiting, by 3 Dec" */
  if (*due != '\0' && !sedia_format_is_late (line->need_by))
    g_string_append_printf (stand, _("%s, by %s"), state, due);
  else
    g_string_append_printf (stand, *due != '\0' ? "%s, %s" : "%s", state, due);

  if (sedia_order_line_waiting (line) > 0)
    {
      g_autofree char *place = dup_place (line);

      g_string_append_printf (stand, "\n%s", place);
    }
  sedia_line_append_links (line, stand);

  return g_string_free (g_steal_pointer (&stand), FALSE);
}

static void
add_line (GPtrArray            *parts,
          const SediaOrderLine *line)
{
  g_autofree char *amount = sedia_format_amount_markup (sedia_order_line_open (line),
                                                        line->decimals, line->unit);
  g_autofree char *stand = dup_stand (line);
  g_autofree char *order = g_strdup_printf (_("Order %" PRId64), line->order_id);

  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = line->product,
                            .value = amount,
                            .detail = stand,
                            .icon = line_icon (line),
                            .aside = order,
                            .tone = sedia_format_is_late (line->need_by) ? "late" : NULL,
                            .kind = SEDIA_KIND_LINE,
                            .id = line->id,
                            .wraps = TRUE,
                          }));
}

static void
add_merged (GPtrArray           *parts,
            const SediaCustomer *customer)
{
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = customer->name,
                            .detail = customer->phone,
                            .aside = _("merged"),
                            .kind = SEDIA_KIND_CUSTOMER,
                            .id = customer->id,
                          }));
}

static void
add_open (GPtrArray       *parts,
          const GPtrArray *lines)
{
  if (lines->len > 0)
    add_heading (parts, _("What they wait for, or can collect"));

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaWaiting *waiting = lines->pdata[i];

      if (waiting->line != NULL)
        add_line (parts, waiting->line);
    }
}

/**
 * sedia_customer_story_parts:
 * @story: what was read of a customer
 *
 * Returns: (transfer full) (element-type SediaPart): the rows that tell it
 */
GPtrArray *
sedia_customer_story_parts (const SediaCustomerStory *story)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  if (story->customer->merged_into != 0)
    {
      add_heading (parts, _("The one there is now"));
      g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                                .title = story->customer->merged_name,
                                .detail = _("Orders and log are there"),
                                .kind = SEDIA_KIND_CUSTOMER,
                                .id = story->customer->merged_into,
                              }));
    }

  add_open (parts, story->lines);
  if (story->contacts->len > 0 || story->moments->len > 0)
    add_heading (parts, _("What happened"));
  sedia_customer_moments_add (parts, story);
  if (story->merged->len > 0)
    add_heading (parts, _("Also known as"));
  for (guint i = 0; i < story->merged->len; i++)
    add_merged (parts, story->merged->pdata[i]);

  return parts;
}
