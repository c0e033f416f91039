/* A small shop on a real file, for the tests of the store. */
#include "config.h"

#include "shop.h"

#include <glib/gstdio.h>

/* ---- opening */

Shop *
shop_open (void)
{
  Shop *shop = g_new0 (Shop, 1);
  g_autoptr (GError) error = NULL;

  shop->folder = g_dir_make_tmp ("sedia-test-XXXXXX", &error);
  g_assert_no_error (error);
  shop->path = g_build_filename (shop->folder, "shop.db", NULL);
  shop->store = sedia_store_open (shop->path, &error);
  g_assert_no_error (error);

  return shop;
}

void
shop_reopen (Shop *shop)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&shop->store));
  shop->store = sedia_store_open (shop->path, &error);
  g_assert_no_error (error);
}

void
shop_close (Shop *shop)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (shop == NULL)
    return;

  g_assert_finalize_object (shop->store);
  dir = g_dir_open (shop->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shop->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (shop->folder);
  g_clear_error (&shop->error);
  g_free (shop->folder);
  g_free (shop->path);
  g_free (shop);
}

/* ---- one call per command: everything it needs in one bag */

typedef struct
{
  gint64 id;
  gint64 other;
  gint64 result;
  GArray *array;
  gboolean flag;
  gboolean flag2;
  int number;
  const char *text;
  gpointer record;
} Bag;

gboolean
shop_act (Shop       *shop,
          const char *kind,
          SediaJob    job,
          gpointer    data)
{
  const SediaAct act = { kind, shop->at, "Tester", shop->key, shop->reason, shop->anyway };
  gpointer result;

  g_clear_error (&shop->error);
  result = sedia_store_act (shop->store, &act, job, data, &shop->error);
  g_assert_true ((result != NULL) == (shop->error == NULL));
  if (result != NULL && result != SEDIA_DONE)
    g_free (result);

  return result != NULL;
}

static gboolean
act (Shop       *shop,
     const char *kind,
     SediaJob    job,
     Bag        *bag)
{
  const gboolean done = shop_act (shop, kind, job, bag);

  g_clear_pointer (&bag->array, g_array_unref);

  return done;
}

static gpointer
answer (Bag *bag,
        gboolean ok)
{
  return ok ? SEDIA_DONE : NULL;
}

static gpointer
find_product_job (SediaDb   *db,
                  gpointer   data,
                  GError   **error)
{
  Bag *bag = data;

  return answer (bag, sedia_product_find (db, bag->text, &bag->result, error));
}

gint64
shop_product_id (Shop       *shop,
                 const char *sku)
{
  Bag bag = { .text = sku };
  g_autoptr (GError) error = NULL;

  sedia_store_read (shop->store, find_product_job, &bag, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bag.result, !=, 0);
  return bag.result;
}

static gpointer
save_product_job (SediaDb   *db,
                  gpointer   data,
                  GError   **error)
{
  return answer (data, sedia_product_save (db, ((Bag *) data)->record, error));
}

gint64
shop_product_full (Shop         *shop,
                   SediaProduct *product)
{
  Bag bag = { .record = product };

  act (shop, product->id == 0 ? "product-add" : "product-edit", save_product_job, &bag);
  return product->id;
}

gint64
shop_product (Shop       *shop,
              const char *sku)
{
  g_autoptr (SediaProduct) product = sedia_product_new ();

  product->sku = g_strdup (sku);
  product->name = g_strdup_printf ("Product %s", sku);
  shop_product_full (shop, product);
  g_assert_no_error (shop->error);

  return product->id;
}

/* Every product there is, the archived too. */
static gpointer
edit_products_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  Bag *bag = data;
  const SediaProductEdit edit = { .field = (SediaProductField) bag->number, .number = bag->id,
                                  .text = bag->text };
  g_autoptr (GPtrArray) products = sedia_product_list_all (db, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < products->len; i++)
    g_array_append_val (ids, ((SediaProduct *) g_ptr_array_index (products, i))->id);

  return answer (bag, sedia_products_edit (db, ids, &edit, NULL, error));
}

gboolean
shop_edit_products (Shop              *shop,
                    SediaProductField  field,
                    gint64             number,
                    const char        *text)
{
  Bag bag = { .number = (int) field, .id = number, .text = text };

  return act (shop, "products-edit", edit_products_job, &bag);
}

static gpointer
find_customer_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  Bag *bag = data;

  return answer (bag, sedia_customer_find (db, bag->text, &bag->result, error));
}

static gpointer
save_customer_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  return answer (data, sedia_customer_save (db, ((Bag *) data)->record, error));
}

gint64
shop_customer (Shop       *shop,
               const char *name)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();
  Bag bag = { .text = name };

  sedia_store_read (shop->store, find_customer_job, &bag, NULL);
  if (bag.result != 0)
    return bag.result;

  customer->name = g_strdup (name);
  bag.record = customer;
  g_assert_true (act (shop, "customer-add", save_customer_job, &bag));
  return customer->id;
}

static gpointer
save_supplier_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  return answer (data, sedia_supplier_save (db, ((Bag *) data)->record, error));
}

gint64
shop_supplier (Shop       *shop,
               const char *name)
{
  g_autoptr (SediaSupplier) supplier = sedia_supplier_new ();
  Bag bag = { .record = supplier };

  supplier->name = g_strdup (name);
  g_assert_true (act (shop, "supplier-add", save_supplier_job, &bag));
  return supplier->id;
}

/* ---- orders */

static gpointer
place_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Bag *bag = data;
  SediaOrderDraft draft = { .customer_id = bag->id, .all_or_nothing = bag->flag,
      .lines = bag->array, .instead_of = bag->other };

  if (!sedia_order_place (db, &draft, &bag->result, error))
    return NULL;

  return g_strdup_printf ("order %" G_GINT64_FORMAT, bag->result);
}

gint64
shop_order2 (Shop       *shop,
             const char *customer,
             const char *sku,
             gint64      quantity,
             const char *sku2,
             gint64      quantity2,
             Wish        wish)
{
  Bag bag = { .id = shop_customer (shop, customer), .flag = wish.whole_order };
  SediaOrderLineDraft line = { shop_product_id (shop, sku), quantity,
      wish.need_by != 0 ? wish.need_by : SEDIA_NO_DAY,
                               wish.first, wish.all, SEDIA_NO_AMOUNT };

  bag.array = g_array_new (FALSE, FALSE, sizeof line);
  g_array_append_val (bag.array, line);
  if (sku2 != NULL)
    {
      line.product_id = shop_product_id (shop, sku2);
      line.quantity = quantity2;
      g_array_append_val (bag.array, line);
    }

  return act (shop, "order-add", place_job, &bag) ? bag.result : 0;
}

gint64
shop_order (Shop       *shop,
            const char *customer,
            const char *sku,
            gint64      quantity,
            Wish        wish)
{
  return shop_order2 (shop, customer, sku, quantity, NULL, 0, wish);
}

static gint64
line_id_of (Shop   *shop,
            gint64  order,
            guint   line)
{
  g_autoptr (SediaOrder) found = shop_look_order (shop, order);

  g_assert_cmpuint (line, <=, found->lines->len);
  return ((SediaOrderLine *) g_ptr_array_index (found->lines, line - 1))->id;
}

gint64
shop_order_instead (Shop       *shop,
                    const char *customer,
                    const char *sku,
                    gint64      quantity,
                    gint64      old_order,
                    guint       old_line)
{
  const SediaOrderLineDraft line = { shop_product_id (shop, sku), quantity, SEDIA_NO_DAY,
                                     FALSE, FALSE, SEDIA_NO_AMOUNT };
  Bag bag = { .id = shop_customer (shop, customer),
              .other = line_id_of (shop, old_order, old_line) };

  bag.array = g_array_new (FALSE, FALSE, sizeof line);
  g_array_append_val (bag.array, line);

  return act (shop, "order-add", place_job, &bag) ? bag.result : 0;
}

static GArray *
one_part (guint  line,
          gint64 quantity)
{
  SediaLinePart part = { line, quantity };
  GArray *parts;

  if (line == 0)
    return NULL;

  parts = g_array_new (FALSE, FALSE, sizeof part);
  g_array_append_val (parts, part);
  return parts;
}

#define PART_COMMAND(name, kind, call) \
  static gpointer \
  name##_job (SediaDb *db, gpointer data, GError **error) \
  { \
    Bag *bag = data; \
    return answer (bag, call); \
  }

PART_COMMAND (cancel, "order-cancel", sedia_order_cancel (db, bag->id, bag->array, error))
PART_COMMAND (reopen, "order-reopen", sedia_order_reopen (db, bag->id, error))
PART_COMMAND (edit, "order-edit", sedia_order_edit_line (db, bag->id, (guint) bag->number,
                                                         bag->other, error))
PART_COMMAND (hand_over, "hand-over", sedia_order_hand_over (db, bag->id, bag->array, bag->flag,
                                                             error))
PART_COMMAND (give_back, "return", sedia_order_return (db, bag->id, bag->array,
                                                       (SediaSettlement) bag->number,
                                                       bag->flag, error))
PART_COMMAND (reserve, "order-reserve", sedia_order_reserve (db, bag->id, bag->array, bag->flag,
                                                             error))
PART_COMMAND (release, "order-release", sedia_order_release (db, bag->id, bag->array, error))
PART_COMMAND (sell, "sale", sedia_stock_sell (db, bag->array, bag->flag, error))
PART_COMMAND (issue, "stock-issue", sedia_stock_issue (db, bag->array, bag->text, bag->flag, error))
PART_COMMAND (count, "stock-count", sedia_stock_count (db, bag->array, NULL, error))
PART_COMMAND (put_in, "stock-put-in", sedia_stock_put_in (db, bag->array, bag->text, error))
PART_COMMAND (asked, "asked", sedia_stock_asked (db, bag->array, error))
PART_COMMAND (undo, "undo", sedia_undo (db, bag->id, error))
PART_COMMAND (undo_delivery, "delivery-undo", sedia_delivery_undo (db, bag->id, error))
PART_COMMAND (serving, "setting", sedia_setting_set_serving (db, (SediaServing) bag->number, error))
PART_COMMAND (told, "contact-told",
              sedia_contact_told (db, &(SediaTelling) { .customer_id = bag->id, .text = "told" },
                                  error))

gboolean
shop_cancel (Shop   *shop,
             gint64  order,
             guint   line,
             gint64  quantity)
{
  Bag bag = { .id = order, .array = one_part (line, quantity) };

  return act (shop, "order-cancel", cancel_job, &bag);
}

gboolean
shop_reopen_order (Shop   *shop,
                   gint64  order)
{
  Bag bag = { .id = order };

  return act (shop, "order-reopen", reopen_job, &bag);
}

gboolean
shop_edit (Shop   *shop,
           gint64  order,
           guint   line,
           gint64  ordered)
{
  Bag bag = { .id = order, .number = (int) line, .other = ordered };

  return act (shop, "order-edit", edit_job, &bag);
}

gboolean
shop_hand_over (Shop     *shop,
                gint64    order,
                guint     line,
                gint64    quantity,
                gboolean  over)
{
  Bag bag = { .id = order, .array = one_part (line, quantity), .flag = over };

  return act (shop, "hand-over", hand_over_job, &bag);
}

gboolean
shop_return (Shop            *shop,
             gint64           order,
             guint            line,
             gint64           quantity,
             SediaSettlement  settlement,
             gboolean         damaged)
{
  Bag bag = { .id = order, .array = one_part (line, quantity), .number = settlement,
      .flag = damaged };

  return act (shop, "return", give_back_job, &bag);
}

gboolean
shop_reserve (Shop     *shop,
              gint64    order,
              guint     line,
              gint64    quantity,
              gboolean  override)
{
  Bag bag = { .id = order, .array = one_part (line, quantity), .flag = override };

  return act (shop, "order-reserve", reserve_job, &bag);
}

gboolean
shop_release (Shop   *shop,
              gint64  order,
              guint   line,
              gint64  quantity)
{
  Bag bag = { .id = order, .array = one_part (line, quantity) };

  return act (shop, "order-release", release_job, &bag);
}

/* ---- stock and deliveries */

static GArray *
one_amount (Shop       *shop,
            const char *sku,
            gint64      quantity)
{
  SediaAmount amount = { shop_product_id (shop, sku), quantity };
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof amount);

  g_array_append_val (amounts, amount);
  return amounts;
}

static gpointer
receive_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  Bag *bag = data;
  SediaDeliveryDraft draft = { .supplier_id = bag->id, .note_number = bag->text,
      .lines = bag->array };

  if (!sedia_delivery_receive (db, &draft, &bag->result, error))
    return NULL;

  return g_strdup_printf ("delivery %" G_GINT64_FORMAT, bag->result);
}

gint64
shop_receive_note (Shop       *shop,
                   const char *sku,
                   gint64      quantity,
                   gint64      supplier,
                   const char *note)
{
  Bag bag = { .id = supplier, .text = note, .array = one_amount (shop, sku, quantity) };

  return act (shop, "delivery-receive", receive_job, &bag) ? bag.result : 0;
}

gint64
shop_receive (Shop       *shop,
              const char *sku,
              gint64      quantity)
{
  return shop_receive_note (shop, sku, quantity, 0, NULL);
}

gboolean
shop_sell (Shop       *shop,
           const char *sku,
           gint64      quantity,
           gboolean    override)
{
  Bag bag = { .array = one_amount (shop, sku, quantity), .flag = override };

  return act (shop, "sale", sell_job, &bag);
}

gboolean
shop_issue (Shop       *shop,
            const char *sku,
            gint64      quantity,
            const char *reason,
            gboolean    override)
{
  Bag bag = { .array = one_amount (shop, sku, quantity), .text = reason, .flag = override };

  return act (shop, "stock-issue", issue_job, &bag);
}

gboolean
shop_put_in (Shop       *shop,
             const char *sku,
             gint64      quantity,
             const char *note)
{
  Bag bag = { .array = one_amount (shop, sku, quantity), .text = note };

  return act (shop, "stock-put-in", put_in_job, &bag);
}

gboolean
shop_count (Shop       *shop,
            const char *sku,
            gint64      quantity)
{
  Bag bag = { .array = one_amount (shop, sku, quantity) };

  return act (shop, "stock-count", count_job, &bag);
}

gboolean
shop_asked (Shop       *shop,
            const char *sku,
            gint64      quantity)
{
  Bag bag = { .array = one_amount (shop, sku, quantity) };

  return act (shop, "asked", asked_job, &bag);
}

gboolean
shop_told (Shop       *shop,
           const char *customer)
{
  Bag bag = { .id = shop_customer (shop, customer) };

  return act (shop, "contact-told", told_job, &bag);
}

gboolean
shop_undo (Shop   *shop,
           gint64  operation)
{
  Bag bag = { .id = operation };

  return act (shop, "undo", undo_job, &bag);
}

gboolean
shop_undo_delivery (Shop   *shop,
                    gint64  delivery)
{
  Bag bag = { .id = delivery };

  return act (shop, "delivery-undo", undo_delivery_job, &bag);
}

gboolean
shop_set_serving (Shop         *shop,
                  SediaServing  serving)
{
  Bag bag = { .number = serving };

  return act (shop, "setting", serving_job, &bag);
}
