/* What tests of buying share: purchases entered and looked at without a window. */
#pragma once

#include "sedia-commands.h"
#include "shop.h"

G_BEGIN_DECLS

typedef struct
{
  SediaPurchaseDraft draft;
  gint64 id;
} Buying;

static inline gpointer
buying_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  Buying *buying = data;

  return sedia_purchase_add (db, &buying->draft, &buying->id, error) ? SEDIA_DONE : NULL;
}

/* What of the first and the second product; 0 for none of the second. */
static inline gint64
shop_buy (SediaStore *store,
          gint64      supplier_id,
          gboolean    is_draft,
          gint64      product_id,
          gint64      quantity,
          gint64      other_id,
          gint64      other_quantity)
{
  const SediaAct act = { .kind = "purchase-add", .actor = "Tester" };
  const SediaPurchaseLineDraft first = { .product_id = product_id, .quantity = quantity,
                                         .price = SEDIA_NO_AMOUNT, .expected = SEDIA_NO_DAY };
  const SediaPurchaseLineDraft other = { .product_id = other_id, .quantity = other_quantity,
                                         .price = SEDIA_NO_AMOUNT, .expected = SEDIA_NO_DAY };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));
  g_autoptr (GError) error = NULL;
  Buying buying = { .draft = { .supplier_id = supplier_id, .is_draft = is_draft,
                               .expected = SEDIA_NO_DAY, .lines = lines } };

  g_array_append_val (lines, first);
  if (other_id != 0)
    g_array_append_val (lines, other);
  sedia_store_act (store, &act, buying_job, &buying, &error);
  g_assert_no_error (error);

  return buying.id;
}

static inline gpointer
bought_job (SediaDb   *db,
            gpointer   id,
            GError   **error)
{
  return sedia_purchase_read (db, *(const gint64 *) id, error);
}

static inline SediaPurchase *
shop_look_purchase (SediaStore *store,
                    gint64      purchase_id)
{
  g_autoptr (GError) error = NULL;
  SediaPurchase *purchase = sedia_store_read (store, bought_job, &purchase_id, &error);

  g_assert_no_error (error);
  return purchase;
}

/* "confirmed KETTLE 5-2=3 MUG 1-0=1": ordered, received, still to come */
static inline char *
shop_dup_purchase (SediaStore *store,
                   gint64      purchase_id)
{
  g_autoptr (SediaPurchase) purchase = shop_look_purchase (store, purchase_id);
  GString *text = g_string_new (sedia_purchase_status_to_string (purchase->status));

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      g_string_append_printf (text, " %s %d-%d=%d", line->sku, (int) line->ordered,
                              (int) line->received, (int) line->incoming);
      if (line->customer != NULL)
        g_string_append_printf (text, " for %s", line->customer);
    }

  return g_string_free (text, FALSE);
}

#define assert_bought(store, id, expected)                                                         \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *found_ = shop_dup_purchase (store, id);                                     \
      g_assert_cmpstr (found_, ==, expected);                                                      \
    }                                                                                              \
  G_STMT_END

G_END_DECLS
