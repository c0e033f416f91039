/* One product: who it is, its numbers, and below them the rows that make the number that is open.
 *
 *   Kopi Arabika 1 kg
 *   KOPI-1 - Coffee          (icon) Waiting
 *   [Sell] [Count] [Edit] [:]
 *   Price      12.500, cost 10.000
 *   Supplier   PT Kopi ...
 *   Forecast   Sells about 12 pcs a week, steady; off by about 3 pcs a week
 *   [(!) Waiting: with care      Why?]
 *   | On hand | Reserved | Free      |
 *   | Waiting | Demand   | Projected |
 *   On hand: the sum of these movements
 *     Delivery 31                +24
 *     today 14:03, Budi     then 112
 */
#include "config.h"

#include "sedia-stock-detail.h"

#include "sedia-accessible.h"
#include "sedia-facts.h"
#include "sedia-forecast-wording.h"
#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-product-fields.h"
#include "sedia-stock-numbers.h"
#include "sedia-time.h"
#include "sedia-verdict-card.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define FIRST_MOVEMENTS 200   /* older ones on demand: nobody reads further at once */

/* What is read of a product in one go, so that the numbers and the rows agree. */
typedef struct
{
  SediaProduct *product;
  GPtrArray *movements;
  GPtrArray *queue;
  int expected; /* SEDIA_NO_DAY: nobody knows */
  gint64 expected_since;
  char *forecast;
  char *forecast_full;
  gboolean is_suggested; /* that it be ordered */
  SediaSuggestion suggestion;
  SediaProductVerdict *verdict;
} Reading;

struct _SediaStockDetail
{
  SediaPane parent_instance;

  GtkWidget *more_actions;
  SediaFacts *facts;
  SediaVerdictCard *verdict;
  SediaStockNumbers *numbers;
  GtkLabel *sentence;
  SediaPartList *parts;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SediaStockDetail, sedia_stock_detail, SEDIA_TYPE_PANE)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->product, sedia_product_free);
  g_clear_pointer (&reading->movements, g_ptr_array_unref);
  g_clear_pointer (&reading->queue, g_ptr_array_unref);
  g_clear_pointer (&reading->verdict, sedia_product_verdict_free);
  g_free (reading->forecast);
  g_free (reading->forecast_full);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* What it is likely to be asked for, in words, and what to order of it. */
static gboolean
read_forecast (SediaDb  *db,
               Reading  *reading,
               GError  **error)
{
  const SediaProduct *product = reading->product;
  g_autoptr (SediaForecaster) forecaster = NULL;
  g_autoptr (SediaDemandWeeks) weeks = NULL;
  SediaForecast forecast;

  if (!(weeks = sedia_demand_weeks_read (db, product->id, sedia_day_today (), error)))
    return FALSE;

  forecaster = sedia_demand_forecaster_new ();
  sedia_demand_weeks_forecast (weeks, forecaster, &forecast);
  reading->forecast_full = sedia_forecast_sentence (&forecast, product->decimals, product->unit);
  if (!sedia_reorder_of (db, product, &forecast, &reading->is_suggested, &reading->suggestion,
                         error))
    return FALSE;

  forecast.n_ignored = 0; /* a narrow pane has no room for more */
  reading->forecast = sedia_forecast_sentence (&forecast, product->decimals, product->unit);

  return TRUE;
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  const guint limit = args->all ? 0 : FIRST_MOVEMENTS;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (!(reading->product = sedia_product_read (db, args->id, error)) ||
      !(reading->movements = sedia_movement_list (db, args->id, limit, error)) ||
      !(reading->queue = sedia_queue_of_product (db, args->id, 0, error)) ||
      !sedia_expected_read (db, args->id, &reading->expected, &reading->expected_since, error) ||
      !read_forecast (db, reading, error) ||
      !(reading->verdict = sedia_verdict_of (db, args->id, sedia_day_today (), error)))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static char *
dup_price (const SediaProduct *product)
{
  g_autofree char *price = sedia_format_money (product->price);
  g_autofree char *cost = sedia_format_money (product->cost);

  if (*cost == '\0')
    return g_steal_pointer (&price);
  if (*price == '\0')
    return g_strdup_printf (_("cost %s"), cost);

  /* Translators: what a product is sold for, and what the shop pays for it */
  return g_strdup_printf (_("%s, cost %s"), price, cost);
}

static char *
dup_amount (const SediaProduct *product,
            gint64              amount)
{
  return amount != SEDIA_NO_AMOUNT
           ? sedia_format_amount (amount, product->decimals, product->unit)
           : NULL;
}

static char *
dup_limits (const SediaProduct *product)
{
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (product->minimum != SEDIA_NO_AMOUNT)
    minimum = sedia_format_quantity (product->minimum, product->decimals);
  if (product->maximum != SEDIA_NO_AMOUNT)
    maximum = sedia_format_quantity (product->maximum, product->decimals);

  if (minimum != NULL && maximum != NULL)
    return g_strdup_printf (_("minimum %s, maximum %s"), minimum, maximum);
  if (minimum != NULL)
    return g_strdup_printf (_("minimum %s"), minimum);
  if (maximum != NULL)
    return g_strdup_printf (_("maximum %s"), maximum);

  return NULL;
}

/* How the supplier has it: in packs, and not less than so many. */
static char *
dup_order (const SediaProduct *product)
{
  g_autofree char *least = dup_amount (product, product->moq);
  g_autofree char *packs = NULL;

  if (product->pack > 0)
    packs = g_strdup_printf (_("packs of %" PRId64 " %s"), product->pack, product->unit);

  if (packs != NULL && least != NULL)
    /* Translators: "packs of 12 pcs", and the least that can be ordered */
    return g_strdup_printf (_("%s, at least %s"), packs, least);
  if (least != NULL)
    return g_strdup_printf (_("at least %s"), least);

  return g_steal_pointer (&packs);
}

static void
add_term (GString    *words,
          const char *term)
{
  g_string_append_printf (words, ", %s", term);
}

/* Nothing where customers simply may wait: that is the rule. */
static char *
dup_policy (const SediaProduct *product)
{
  g_autoptr (GString) words = g_string_new (sedia_product_policy_label (product->backorder));
  g_autofree char *limit = dup_amount (product, product->backorder_limit);
  const gboolean may_wait = product->backorder != SEDIA_BACKORDER_REFUSE;
  const gsize plain = words->len;
  const char *why = product->backorder_why;

  if (may_wait && limit != NULL)
    g_string_append_printf (words, C_("backorder terms", ", at most %s"), limit);
  if (may_wait && product->backorder_wait > 0)
    {
      g_autofree char *days = g_strdup_printf (ngettext ("at most %u day", "at most %u days",
                                                         product->backorder_wait),
                                               product->backorder_wait);

      add_term (words, days);
    }
  if (may_wait && product->backorder_deposit > 0)
    {
      g_autofree char *deposit = g_strdup_printf (C_("backorder terms", "%u %% beforehand"),
                                                  product->backorder_deposit);

      add_term (words, deposit);
    }
  if (why != NULL && *why != '\0')
    g_string_append_printf (words, " – “%s”", why);

  return product->backorder != SEDIA_BACKORDER_ALLOW || words->len > plain
           ? g_string_free (g_steal_pointer (&words), FALSE)
           : NULL;
}

/* "3 December, said yesterday, 14:05"; a day that has passed is said to have. */
static char *
dup_expected (const Reading *reading)
{
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;

  if (reading->expected == SEDIA_NO_DAY)
    return NULL;

  day = sedia_day_words (reading->expected);
  when = sedia_format_time (reading->expected_since);
  if (reading->expected < sedia_day_today ())
    /* Translators: a day on which goods were expected that did not come, and when that was said */
    return g_strdup_printf (_("%s has passed (said %s)"), day, when);

  /* Translators: a day on which goods are expected, and when that was said */
  return g_strdup_printf (_("%s (said %s)"), day, when);
}

static void
show_facts (SediaStockDetail *self,
            const Reading    *reading)
{
  const SediaProduct *product = reading->product;
  g_autofree char *expected = dup_expected (reading);
  g_autofree char *price = dup_price (product);
  g_autofree char *limits = dup_limits (product);
  g_autofree char *order = dup_order (product);
  g_autofree char *policy = dup_policy (product);
  g_autofree char *decision = sedia_verdict_decision_words (reading->verdict);
  g_autofree char *to_order = NULL;
  g_autofree char *barcodes = NULL;

  if (reading->is_suggested)
    to_order = dup_amount (product, reading->suggestion.suggested);
  if (product->barcodes != NULL)
    barcodes = g_strjoinv (", ", product->barcodes);

  sedia_facts_begin (self->facts);
  sedia_facts_add_full (self->facts, _("Expected again"), expected, NULL,
                        reading->expected < sedia_day_today () ? "late" : NULL);
  sedia_facts_add (self->facts, _("To order"), to_order);
  sedia_facts_add (self->facts, _("Price"), price);
  sedia_facts_add (self->facts, _("Limits"), limits);
  sedia_facts_add (self->facts, _("Supplier"), product->supplier);
  sedia_facts_add (self->facts, _("Ordered in"), order);
  sedia_facts_add_full (self->facts, _("When out"), policy, decision, NULL);
  sedia_facts_add (self->facts, _("Barcode"), barcodes);
  sedia_facts_add_full (self->facts, _("Forecast"), reading->forecast, reading->forecast_full,
                        NULL);
  sedia_facts_end (self->facts);
}

static void
show_head (SediaStockDetail   *self,
           const SediaProduct *product)
{
  SediaStockState state = sedia_product_state (product);
  g_autofree char *subtitle = NULL;

  if (product->category != NULL && *product->category != '\0')
    /* Translators: SKU, category */
    subtitle = g_strdup_printf (C_("product", "%s · %s"), product->sku, product->category);

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = product->name,
                                        .subtitle = subtitle != NULL ? subtitle : product->sku,
                                        .state = product->archived
                                                   ? _("Archived")
                                                   : sedia_stock_state_label (state),
                                        .state_icon = product->archived
                                                        ? NULL
                                                        : sedia_stock_state_icon (state),
                                        .tone = sedia_stock_tone (state),
                                        .note = product->note,
                                      });
}

static const char *
nothing_sentence (SediaStockNumber number)
{
  if (number == SEDIA_STOCK_ON_HAND)
    return _("Nothing ever came or went.");
  if (number == SEDIA_STOCK_RESERVED)
    return _("Nothing is set aside for anybody.");
  if (number == SEDIA_STOCK_WAITS)
    return _("Nobody waits for it.");

  return _("Nobody has an open order for it.");
}

static void
show_parts (SediaStockDetail *self,
            const Reading    *reading)
{
  SediaStockNumber number = sedia_stock_numbers_get_number (self->numbers);
  SediaReader *reader = sedia_pane_get_reader (SEDIA_PANE (self));
  g_autoptr (GPtrArray) parts = sedia_stock_parts (number, reading->product, reading->movements,
                                                   reading->queue,
                                                   reading->is_suggested ? &reading->suggestion
                                                                         : NULL);

  sedia_part_list_show (self->parts, parts);
  gtk_label_set_label (self->sentence, parts->len > 0 ? sedia_stock_number_sentence (number)
                                                      : nothing_sentence (number));
  gtk_widget_set_visible (self->more, number == SEDIA_STOCK_ON_HAND &&
                                        !sedia_reader_get_all (reader) &&
                                        reading->movements->len == FIRST_MOVEMENTS);
}

static void
number_changed_cb (SediaStockDetail *self)
{
  const Reading *reading = sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));

  if (reading != NULL)
    show_parts (self, reading);
}

/* ---- reading */

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_PRODUCT, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaStockDetail *self = SEDIA_STOCK_DETAIL (pane);
  const Reading *reading = record;

  if (reading == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      return;
    }

  show_head (self, reading->product);
  show_facts (self, reading);
  sedia_verdict_card_show (self->verdict, reading->verdict->verdict.kind);
  sedia_stock_numbers_show (self->numbers, reading->product);
  show_parts (self, reading);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
more_clicked_cb (SediaStockDetail *self)
{
  sedia_reader_set_all (sedia_pane_get_reader (SEDIA_PANE (self)), TRUE);
}

static void
sedia_stock_detail_class_init (SediaStockDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_STOCK_NUMBERS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);
  g_type_ensure (SEDIA_TYPE_VERDICT_CARD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, more_actions);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, verdict);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, numbers);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, parts);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, more);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
sedia_stock_detail_init (SediaStockDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  sedia_accessible_name_inner (self->more_actions, _("More"));
}
