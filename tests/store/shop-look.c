/* A small shop on a real file, for the tests of the store: looking at it. */
#include "config.h"

#include "sedia-db.h"
#include "shop.h"

#include <string.h>

typedef struct
{
  gint64 id;
} Bag;

static gpointer
operations_job (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  return sedia_operation_list (db, 1, error);
}

gint64
shop_last_operation (Shop *shop)
{
  g_autoptr (GPtrArray) list = sedia_store_read (shop->store, operations_job, NULL, NULL);

  g_assert_nonnull (list);
  return list->len > 0 ? ((SediaOperation *) g_ptr_array_index (list, 0))->id : 0;
}

static gpointer
read_product_job (SediaDb   *db,
                  gpointer   data,
                  GError   **error)
{
  return sedia_product_read (db, ((Bag *) data)->id, error);
}

SediaProduct *
shop_look (Shop       *shop,
           const char *sku)
{
  Bag bag = { .id = shop_product_id (shop, sku) };
  g_autoptr (GError) error = NULL;
  SediaProduct *product = sedia_store_read (shop->store, read_product_job, &bag, &error);

  g_assert_no_error (error);
  return product;
}

static gpointer
read_order_job (SediaDb   *db,
                gpointer   data,
                GError   **error)
{
  return sedia_order_read (db, ((Bag *) data)->id, error);
}

SediaOrder *
shop_look_order (Shop   *shop,
                 gint64  order)
{
  Bag bag = { .id = order };
  g_autoptr (GError) error = NULL;
  SediaOrder *found = sedia_store_read (shop->store, read_order_job, &bag, &error);

  g_assert_no_error (error);
  return found;
}

static gpointer
read_customer_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_read (db, ((Bag *) data)->id, error);

  return customer != NULL && sedia_customer_read_told (db, customer, error)
           ? g_steal_pointer (&customer)
           : NULL;
}

SediaCustomer *
shop_look_customer (Shop   *shop,
                    gint64  customer)
{
  Bag bag = { .id = customer };
  g_autoptr (GError) error = NULL;
  SediaCustomer *found = sedia_store_read (shop->store, read_customer_job, &bag, &error);

  g_assert_no_error (error);
  return found;
}

typedef struct
{
  const char *name;
  const char *phone;
  gint64 own_id;
} Question;

static gpointer
suspects_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  const Question *question = data;

  return sedia_customer_suspects (db, question->name, question->phone, question->own_id, 100,
                                  error);
}

char *
shop_suspects (Shop       *shop,
               const char *name,
               const char *phone,
               gint64      own_id)
{
  Question question = { name, phone, own_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sedia_store_read (shop->store, suspects_job, &question, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const SediaSuspect *suspect = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%d:%d", i > 0 ? " " : "", (int) suspect->customer->id,
                              (int) suspect->alike);
      if (suspect->known_as != NULL)
        g_string_append_printf (text, "(%s)", suspect->known_as);
    }

  return g_string_free (text, FALSE);
}

static gpointer
dump_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  static const char *const all[] = {
    "SELECT id, state FROM customer_state ORDER BY id",
    "SELECT customer_id, phone || '|' || sorted || '|' || joined FROM customer_key ORDER BY 1",
    "SELECT id, state FROM customer_order_state ORDER BY id",
    "SELECT id, state FROM order_line_state ORDER BY id",
    "SELECT id, state FROM contact_due_state ORDER BY id",
    "SELECT id, customer_id || '|' || note FROM contact ORDER BY id",
  };
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (SediaStmt) stmt = sedia_db_prepare_text (db, all[i], error);

      while (stmt != NULL && sedia_stmt_step (stmt, error) == SEDIA_STEP_ROW)
        g_string_append_printf (dump, "%u %" G_GINT64_FORMAT " %s\n", i, sedia_stmt_int64 (stmt, 0),
                                sedia_stmt_text (stmt, 1));
    }

  return g_string_free (dump, FALSE);
}

char *
shop_dump_customers (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  char *dump = sedia_store_read (shop->store, dump_job, NULL, &error);

  g_assert_no_error (error);
  return dump;
}

static gpointer
read_delivery_job (SediaDb   *db,
                   gpointer   data,
                   GError   **error)
{
  return sedia_delivery_read (db, ((Bag *) data)->id, error);
}

SediaDelivery *
shop_look_delivery (Shop   *shop,
                    gint64  delivery)
{
  Bag bag = { .id = delivery };
  g_autoptr (GError) error = NULL;
  SediaDelivery *found = sedia_store_read (shop->store, read_delivery_job, &bag, &error);

  g_assert_no_error (error);
  return found;
}

char *
shop_line (Shop   *shop,
           gint64  order,
           guint   line)
{
  g_autoptr (SediaOrder) found = shop_look_order (shop, order);
  const SediaOrderLine *it = g_ptr_array_index (found->lines, line - 1);

  return g_strdup_printf ("%d/%d/%d/%d", (int) it->ordered, (int) it->delivered,
                          (int) it->cancelled, (int) it->reserved);
}

char *
shop_stock (Shop       *shop,
            const char *sku)
{
  g_autoptr (SediaProduct) product = shop_look (shop, sku);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          product->on_hand,
                          product->reserved, product->open);
}

static gpointer
page_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  Bag *bag = data;
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);

  return sedia_list_page (db, query, &bag->id, 1, error);
}

SediaTold
shop_told_state (Shop   *shop,
                 gint64  order,
                 guint   line)
{
  g_autoptr (SediaOrder) found = shop_look_order (shop, order);
  Bag bag = { .id = ((SediaOrderLine *) g_ptr_array_index (found->lines, line - 1))->id };
  g_autoptr (GPtrArray) page = sedia_store_read (shop->store, page_job, &bag, NULL);

  g_assert_cmpint (page->len, ==, 1);
  return ((SediaWaiting *) g_ptr_array_index (page, 0))->line->told;
}

static gpointer
check_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  return sedia_check (db, error);
}

void
shop_assert_sound (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = sedia_store_read (shop->store, check_job, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpint (problems->len, ==, 0);
}

void
shop_assert_refused (Shop       *shop,
                     SediaError  code,
                     const char *part)
{
  g_assert_error (shop->error, SEDIA_ERROR, (int) code);
  if (part != NULL && strstr (shop->error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", shop->error->message, part);
}
