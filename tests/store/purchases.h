/* What the tests of purchases share: ordering and receiving in one line, and purchases in words.
 * Days are those of telling.h, in November 2020.
 *
 *   K=5@9 M=2>1/1      5 K, expected on the 9th; 2 M, for line 1 of order 1
 *   confirmed: K 5-2-0=3 @9/12
 *                      5 K ordered, 2 received, none closed, 3 incoming; agreed 9th, expected 12th
 */
#pragma once

#include "telling.h"

typedef struct
{
  gint64 id;
  gint64 purchase_id;
  gboolean is_draft;
  int day;
  guint line;
  GArray *lines;
  const char *note;
  gint64 supplier;
  gint64 result;
} PurchaseBag;

static inline gpointer
purchase_answer (PurchaseBag *bag,
                 gboolean     ok)
{
  return ok ? g_strdup_printf ("%" G_GINT64_FORMAT, bag->result) : NULL;
}

/* The line of an order, as "order/line". */
static inline gint64
line_id_of (Shop       *shop,
            const char *text)
{
  char *rest;
  const gint64 order_id = g_ascii_strtoll (text, &rest, 10);
  g_autoptr (SediaOrder) order = shop_look_order (shop, order_id);

  return ((SediaOrderLine *) order->lines->pdata[g_ascii_strtoll (rest + 1, NULL, 10) - 1])->id;
}

static inline GArray *
purchase_lines_of (Shop       *shop,
                   const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[i], "=@>", 2);
      SediaPurchaseLineDraft line = { .product_id = shop_product_id (shop, parts[0]),
                                      .price = SEDIA_NO_AMOUNT, .expected = SEDIA_NO_DAY };
      char *rest;

      line.quantity = g_ascii_strtoll (parts[1], &rest, 10);
      if (*rest == '@')
        line.expected = NOV ((int) g_ascii_strtoll (rest + 1, &rest, 10));
      if (*rest == '>')
        line.order_line_id = line_id_of (shop, rest + 1);
      g_array_append_val (lines, line);
    }

  return lines;
}

static inline gpointer
buy_job (SediaDb   *db,
         gpointer   data,
         GError   **error)
{
  PurchaseBag *bag = data;
  const SediaPurchaseDraft draft = { .supplier_id = bag->id, .is_draft = bag->is_draft,
                                     .expected = bag->day, .lines = bag->lines };

  return purchase_answer (bag, sedia_purchase_add (db, &draft, &bag->result, error));
}

/* The number of the purchase, 0 when it is refused; day 0 for none. */
static inline gint64
buy_full (Shop       *shop,
          gint64      supplier,
          const char *lines,
          int         day,
          gboolean    is_draft)
{
  g_autoptr (GArray) list = purchase_lines_of (shop, lines);
  PurchaseBag bag = { .id = supplier, .is_draft = is_draft, .lines = list,
                      .day = day != 0 ? NOV (day) : SEDIA_NO_DAY };

  return shop_act (shop, "purchase-add", buy_job, &bag) ? bag.result : 0;
}

static inline gint64
buy (Shop       *shop,
     const char *lines)
{
  return buy_full (shop, 1, lines, 0, FALSE);
}

#define PURCHASE_JOB(name, call)                                                                   \
  static inline gpointer name##_job (SediaDb *db, gpointer data, GError **error)                   \
  {                                                                                                \
    PurchaseBag *bag = data;                                                                       \
    return purchase_answer (bag, call);                                                            \
  }

PURCHASE_JOB (confirm_purchase, sedia_purchase_confirm (db, bag->id, error))
PURCHASE_JOB (expect_purchase, sedia_purchase_expect (db, bag->id, bag->lines, bag->day, error))
PURCHASE_JOB (close_purchase, sedia_purchase_close (db, bag->id, bag->lines, error))
PURCHASE_JOB (cancel_purchase, sedia_purchase_cancel (db, bag->id, error))

static inline gboolean
confirm_purchase (Shop   *shop,
                  gint64  purchase)
{
  PurchaseBag bag = { .id = purchase };

  return shop_act (shop, "purchase-confirm", confirm_purchase_job, &bag);
}

static inline gpointer
edit_purchase_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  PurchaseBag *bag = data;
  const SediaPurchaseDraft draft = { .supplier_id = bag->supplier, .is_draft = bag->is_draft,
                                     .expected = bag->day, .note = bag->note,
                                     .lines = bag->lines };

  return purchase_answer (bag, sedia_purchase_edit (db, bag->id, &draft, error));
}

/* What a draft of the first supplier says from now on, and whether it stays one. */
static inline gboolean
edit_purchase_full (Shop       *shop,
                    gint64      purchase,
                    const char *lines,
                    const char *note,
                    gboolean    is_draft)
{
  g_autoptr (GArray) list = purchase_lines_of (shop, lines);
  PurchaseBag bag = { .id = purchase, .supplier = 1, .is_draft = is_draft, .day = SEDIA_NO_DAY,
                      .note = note, .lines = list };

  return shop_act (shop, "purchase-edit", edit_purchase_job, &bag);
}

static inline gboolean
edit_purchase (Shop       *shop,
               gint64      purchase,
               const char *lines)
{
  return edit_purchase_full (shop, purchase, lines, NULL, TRUE);
}

/* line 0: all of them; day 0: nobody knows */
static inline gboolean
expect_purchase (Shop   *shop,
                 gint64  purchase,
                 guint   line,
                 int     day)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  PurchaseBag bag = { .id = purchase, .day = day != 0 ? NOV (day) : SEDIA_NO_DAY,
                      .lines = line != 0 ? lines : NULL };

  g_array_append_val (lines, line);
  return shop_act (shop, "purchase-expect", expect_purchase_job, &bag);
}

static inline gboolean
close_purchase (Shop   *shop,
                gint64  purchase,
                guint   line)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  PurchaseBag bag = { .id = purchase, .lines = line != 0 ? lines : NULL };

  g_array_append_val (lines, line);
  return shop_act (shop, "purchase-close", close_purchase_job, &bag);
}

static inline gboolean
cancel_purchase (Shop   *shop,
                 gint64  purchase)
{
  PurchaseBag bag = { .id = purchase };

  return shop_act (shop, "purchase-cancel", cancel_purchase_job, &bag);
}

static inline GArray *
purchase_amounts_of (Shop       *shop,
                     const char *text)
{
  g_autoptr (GArray) lines = purchase_lines_of (shop, text);
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  for (guint i = 0; i < lines->len; i++)
    {
      const SediaPurchaseLineDraft *line = &g_array_index (lines, SediaPurchaseLineDraft, i);
      const SediaAmount amount = { line->product_id, line->quantity };

      g_array_append_val (amounts, amount);
    }

  return amounts;
}

static inline gpointer
receive_for_job (SediaDb   *db,
                 gpointer   data,
                 GError   **error)
{
  PurchaseBag *bag = data;
  const SediaDeliveryDraft draft = { .supplier_id = bag->id, .purchase_id = bag->purchase_id,
                                     .lines = bag->lines };

  return purchase_answer (bag, sedia_delivery_receive (db, &draft, &bag->result, error));
}

/* The number of the delivery, 0 when it is refused. */
static inline gint64
receive_for (Shop       *shop,
             gint64      purchase,
             const char *amounts)
{
  g_autoptr (GArray) list = purchase_amounts_of (shop, amounts);
  PurchaseBag bag = { .purchase_id = purchase, .lines = list };

  return shop_act (shop, "delivery-receive", receive_for_job, &bag) ? bag.result : 0;
}

/* ---- looking */

static inline void
append_purchase_day (GString *text,
                     int      day)
{
  if (day == SEDIA_NO_DAY)
    g_string_append_c (text, '?');
  else
    g_string_append_printf (text, "%d", day - NOV (0));
}

static inline gpointer
purchase_words_job (SediaDb   *db,
                    gpointer   data,
                    GError   **error)
{
  const PurchaseBag *bag = data;
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, bag->id, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (purchase);
  g_string_append_printf (text, "%s:", sedia_purchase_status_to_string (purchase->status));
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      g_string_append_printf (text, "%s %s %d-%d-%d=%d @", i > 0 ? ";" : "", line->sku,
                              (int) line->ordered, (int) line->received, (int) line->closed,
                              (int) line->incoming);
      append_purchase_day (text, line->agreed);
      g_string_append_c (text, '/');
      append_purchase_day (text, line->expected);
      if (line->order_line_id != 0)
        g_string_append_printf (text, " for %s", line->customer);
    }

  return g_string_free (text, FALSE);
}

static inline char *
purchase_words (Shop   *shop,
                gint64  purchase)
{
  PurchaseBag bag = { .id = purchase };
  g_autoptr (GError) error = NULL;
  char *text = sedia_store_read (shop->store, purchase_words_job, &bag, &error);

  g_assert_no_error (error);
  return text;
}

#define assert_purchase(shop, purchase, expected)                                                  \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *words_ = purchase_words (shop, purchase);                                   \
      g_assert_cmpstr (words_, ==, expected);                                                      \
    }                                                                                              \
  G_STMT_END

static inline void
assert_incoming (Shop       *shop,
                 const char *sku,
                 gint64      incoming)
{
  g_autoptr (SediaProduct) product = shop_look (shop, sku);

  g_assert_cmpint (product->incoming, ==, incoming);
  shop_assert_sound (shop);
}

/* A shop that opened on Sunday, with two products, none of them, and a supplier. */
static inline Shop *
shop_with_supplier (void)
{
  Shop *shop = shop_of_november ();

  shop_product (shop, "M");
  shop_supplier (shop, "Java");
  shop->at = AT (2, 9, 0);

  return shop;
}
