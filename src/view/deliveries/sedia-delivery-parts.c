/* Who gets what:
 *
 *   Kopi Arabika 1 kg              24 pcs     heading: a product, all its lines together
 *     Siti Rahma                        2     one row for each order line it serves
 *     Order 1042         complete
 *     Stays free                       22     the rest
 */
#include "config.h"

#include "sedia-delivery-parts.h"

#include "sedia-format.h"
#include "sedia-part.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
add_part (GPtrArray           *parts,
          const SediaPartText *text)
{
  g_ptr_array_add (parts, sedia_part_new (text));
}

static gint64
sum_of_product (GPtrArray *lines,
                gint64     product_id)
{
  gint64 sum = 0;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SediaDeliveryLine *line = g_ptr_array_index (lines, i);

      if (line->product_id == product_id)
        sum += line->quantity;
    }

  return sum;
}

/* What became of the line, and of its order. */
static char *
dup_outcome (const SediaServed *served)
{
  g_autofree char *waiting = NULL;

  if (served->order_ready)
    return g_strdup_printf (_("Order %" PRId64 ", all ready"), served->order_id);
  if (served->line_complete)
    return g_strdup_printf (_("Order %" PRId64 ", complete"), served->order_id);

  /* Of a delivery that was received long ago nobody knows what waited then. */
  if (served->still_waiting == SEDIA_NO_AMOUNT)
    return g_strdup_printf (_("Order %" PRId64 ", a part of it"), served->order_id);

  waiting = sedia_format_amount (served->still_waiting, served->decimals, served->unit);
  return g_strdup_printf (_("Order %" PRId64 ", still waiting: %s"), served->order_id, waiting);
}

static void
add_served (GPtrArray         *parts,
            const SediaServed *served)
{
  g_autofree char *value = sedia_format_amount_markup (served->quantity, served->decimals, NULL);
  g_autofree char *outcome = dup_outcome (served);
  gboolean is_done = served->line_complete;

  add_part (parts, &(SediaPartText) {
                     .title = served->customer,
                     .value = value,
                     .detail = outcome,
                     .icon = is_done ? "sedia-ready-symbolic" : "sedia-waiting-symbolic",
                     .kind = SEDIA_KIND_LINE,
                     .id = served->order_line_id,
                   });
}

/* A preview knows what will be free; of a received delivery the rest went to the shelf. */
static void
add_rest (GPtrArray               *parts,
          const SediaDelivery     *delivery,
          const SediaDeliveryLine *line,
          gint64                   served)
{
  GPtrArray *lines = delivery->free != NULL ? delivery->free : delivery->lines;
  gint64 rest = sum_of_product (lines, line->product_id) - (delivery->free != NULL ? 0 : served);
  g_autofree char *value = NULL;

  if (rest <= 0 || delivery->reverses != 0 || delivery->reversed_by != 0)
    return;

  value = sedia_format_amount_markup (rest, line->decimals, NULL);
  add_part (parts, &(SediaPartText) {
                     .title = delivery->free != NULL ? _("Stays free") : _("To the shelf"),
                     .value = value,
                   });
}

static void
add_product (GPtrArray               *parts,
             const SediaDelivery     *delivery,
             const SediaDeliveryLine *line)
{
  gint64 quantity = sum_of_product (delivery->lines, line->product_id);
  g_autofree char *value = sedia_format_amount_markup (quantity, line->decimals, line->unit);
  gint64 sum = 0;

  add_part (parts, &(SediaPartText) {
                     .is_heading = TRUE,
                     .title = line->product,
                     .value = value,
                     .detail = line->sku,
                   });

  for (guint i = 0; delivery->served != NULL && i < delivery->served->len; i++)
    {
      const SediaServed *served = g_ptr_array_index (delivery->served, i);

      if (served->product_id != line->product_id)
        continue;

      add_served (parts, served);
      sum += served->quantity;
    }

  add_rest (parts, delivery, line, sum);
}

/**
 * sedia_delivery_parts:
 * @delivery: a delivery or a preview, with its lines
 *
 * Returns: (transfer full) (element-type SediaPart): the rows, product after product
 */
GPtrArray *
sedia_delivery_parts (const SediaDelivery *delivery)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (delivery != NULL, NULL);

  for (guint i = 0; delivery->lines != NULL && i < delivery->lines->len; i++)
    {
      SediaDeliveryLine *line = g_ptr_array_index (delivery->lines, i);

      if (g_hash_table_add (done, &line->product_id))
        add_product (parts, delivery, line);
    }

  return g_steal_pointer (&parts);
}

static void
add_difference (GPtrArray             *parts,
                const SediaDifference *difference)
{
  static const struct { const char *icon, *words; } kinds[] = {
    /* Translators: "2 pcs" */
    [SEDIA_DIFFERENCE_SHORT] = { "sedia-short-symbolic", N_("%s short") },
    [SEDIA_DIFFERENCE_OVER] = { "list-add-symbolic", N_("%s more than ordered") },
    [SEDIA_DIFFERENCE_NOT_ORDERED] = { "dialog-question-symbolic", N_("%s not ordered") },
  };
  g_autofree char *amount = sedia_format_amount (difference->quantity, difference->decimals,
                                                 difference->unit);
  g_autoptr (GString) words = g_string_new (_(kinds[difference->kind].words));

  g_string_replace (words, "%s", amount, 1);
  add_part (parts, &(SediaPartText) {
                     .title = difference->product,
                     .detail = words->str,
                     .icon = kinds[difference->kind].icon,
                     .tone = "warning",
                   });
}

/**
 * sedia_delivery_parts_add_differences:
 * @parts: (element-type SediaPart): rows
 * @purchase_id: what a delivery is for
 * @differences: (element-type SediaDifference): how it differs from what is, or was, still to come
 *
 * Adds rows that say so: what is wrong before what is missing, which may still be in the van.
 */
void
sedia_delivery_parts_add_differences (GPtrArray *parts,
                                      gint64     purchase_id,
                                      GPtrArray *differences)
{
  const gboolean is_same = differences->len == 0;
  g_autofree char *title = NULL;

  g_return_if_fail (parts != NULL);

  title = g_strdup_printf (_("Compared with purchase %" PRId64), purchase_id);
  add_part (parts, &(SediaPartText) {
                     .is_heading = TRUE,
                     .title = title,
                     .detail = is_same ? _("All of it as ordered") : NULL,
                     .icon = is_same ? "sedia-ready-symbolic" : NULL,
                     .tone = is_same ? "success" : NULL,
                   });

  for (int kind = SEDIA_DIFFERENCE_NOT_ORDERED; kind >= SEDIA_DIFFERENCE_SHORT; kind--)
    for (guint i = 0; i < differences->len; i++)
      {
        const SediaDifference *difference = g_ptr_array_index (differences, i);

        if ((int) difference->kind == kind)
          add_difference (parts, difference);
      }
}

/**
 * sedia_delivery_preview_sentence:
 * @preview: what would happen
 *
 * Returns: (transfer full): "Serves 14 lines for 9 customers."
 */
char *
sedia_delivery_preview_sentence (const SediaDelivery *preview)
{
  char *sentence;

  g_return_val_if_fail (preview != NULL, NULL);

  sentence = sedia_serves_sentence (&preview->summary);
  return sentence != NULL ? sentence
                          : g_strdup (_("Nobody waits for this: all of it stays free."));
}
