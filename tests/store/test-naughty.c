/* The Big List of Naughty Strings in everything that people may write: found again by what they
 * wrote, exported and brought into another shop, and kept in drafts, byte by byte.
 */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "reference-data.h"
#include "sedia-csv.h"
#include "sedia-wording.h"
#include "transfer.h"

/* Each string has a product, a customer and a supplier of its name, in the order of the list. */
typedef struct
{
  GPtrArray *strings; /* NULL and none when the list is not here */
  guint n;
  Shop *shop;
} Fixture;

static GPtrArray *
read_strings (void)
{
  const char *path = reference_data ("naughty-strings/blns.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *strings;
  JsonArray *array;

  if (path == NULL)
    return NULL;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  array = json_node_get_array (json_parser_get_root (parser));
  strings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);

      /* A name that is blank is none. */
      if (text != NULL && text[strspn (text, " \t\r\n")] != '\0' &&
          g_hash_table_add (seen, (gpointer) text))
        g_ptr_array_add (strings, g_strdup (text));
    }

  return strings;
}

static void
append_row (GString    *csv,
            guint       number,
            const char *text,
            guint       n_texts)
{
  g_string_append_printf (csv, "N%u", number);
  for (guint i = 0; i < n_texts; i++)
    {
      g_string_append_c (csv, ',');
      sedia_csv_append_cell (csv, text, ',');
    }
  g_string_append_c (csv, '\n');
}

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GString) products = g_string_new ("sku,name,unit,category,note\n");
  g_autoptr (GString) customers = g_string_new ("code,name,phone,email,language,note\n");
  g_autoptr (GString) suppliers = g_string_new ("code,name,phone,email,note\n");

  fixture->strings = read_strings ();
  if (fixture->strings == NULL)
    return;

  fixture->n = fixture->strings->len;
  for (guint i = 0; i < fixture->n; i++)
    {
      const char *text = g_ptr_array_index (fixture->strings, i);

      append_row (products, i, text, 4);
      append_row (customers, i, text, 5);
      append_row (suppliers, i, text, 4);
    }

  fixture->shop = shop_open ();
  transfer_must_import_text (fixture->shop, SEDIA_TRANSFER_PRODUCTS, products->str);
  transfer_must_import_text (fixture->shop, SEDIA_TRANSFER_CUSTOMERS, customers->str);
  transfer_must_import_text (fixture->shop, SEDIA_TRANSFER_SUPPLIERS, suppliers->str);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  if (fixture->strings == NULL)
    return;

  shop_assert_sound (fixture->shop);
  g_clear_pointer (&fixture->shop, shop_close);
  g_clear_pointer (&fixture->strings, g_ptr_array_unref);
}

/* ---- searching */

static gpointer
spine_job (SediaDb   *db,
           gpointer   query,
           GError   **error)
{
  return sedia_list_spine (db, query, error);
}

static gpointer
head_job (SediaDb   *db,
          gpointer   query,
          GError   **error)
{
  return sedia_list_head (db, query, 10000, error);
}

static gpointer
page_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaQuery *query = data;
  g_autoptr (GArray) ids = sedia_list_spine (db, query, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

static gpointer
search (Shop          *shop,
        SediaListKind  kind,
        SediaJob       job,
        const char    *text)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  g_autoptr (GError) error = NULL;
  gpointer found;

  query->search = g_strdup (text);
  found = sedia_store_read (shop->store, job, query, &error);
  g_assert_no_error (error);

  return found;
}

static void
assert_has_id (GArray     *ids,
               gint64      id,
               const char *text)
{
  guint i = 0;

  while (i < ids->len && g_array_index (ids, gint64, i) != id)
    i++;
  if (i == ids->len)
    g_error ("“%s” does not find itself", text);
}

static void
test_search_stock (Fixture       *fixture,
                   gconstpointer  unused)
{
  for (guint i = 0; i < fixture->n; i++)
    {
      const char *text = g_ptr_array_index (fixture->strings, i);
      g_autofree char *sku = g_strdup_printf ("N%u", i);
      g_autoptr (GArray) all = search (fixture->shop, SEDIA_LIST_STOCK, spine_job, text);
      g_autoptr (GArray) head = search (fixture->shop, SEDIA_LIST_STOCK, head_job, text);

      assert_has_id (all, shop_product_id (fixture->shop, sku), text);
      assert_has_id (head, shop_product_id (fixture->shop, sku), text);
    }
}

/* What means something to LIKE is a letter like others; and SQLite 3.40 crashes on some of it. */
static void
test_search_wildcards (void)
{
  static const char *const names[] = {
    "Kopi 50% sangrai", "Kopi 500 sangrai", "a_b kopi", "axb kopi", "%%% kopi", "100%kopi",
    "部%落格 kopi", "\\kopi\\", "_",
  };
  static const char *const searches[][2] = {
    { "50% kopi", "0" }, { "kopi 50%", "0" }, { "50% san kopi", "0" }, { "a_b kopi", "2" },
    { "kopi a_b", "2" }, { "a_b", "2" }, { "%%% kopi", "4" }, { "%%%", "4" }, { "%_% kopi", "" },
    { "% kopi", "0456" }, { "100% kopi", "5" }, { "0%kop", "5" }, { "部%落 kopi", "6" },
    { "kopi 部% 落格", "6" }, { "\\kopi", "7" }, { "_", "28" }, { "___ kopi", "" },
  };
  g_autoptr (Shop) shop = shop_open ();
  gint64 ids[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SediaProduct) product = sedia_product_new ();

      product->sku = g_strdup_printf ("P%u", i);
      product->name = g_strdup (names[i]);
      ids[i] = shop_product_full (shop, product);
    }

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GArray) all = search (shop, SEDIA_LIST_STOCK, spine_job, searches[i][0]);
      g_autoptr (GArray) head = search (shop, SEDIA_LIST_STOCK, head_job, searches[i][0]);

      g_assert_cmpuint (all->len, ==, strlen (searches[i][1]));
      g_assert_cmpuint (head->len, ==, strlen (searches[i][1]));
      for (const char *p = searches[i][1]; *p != '\0'; p++)
        {
          assert_has_id (all, ids[*p - '0'], searches[i][0]);
          assert_has_id (head, ids[*p - '0'], searches[i][0]);
        }
    }
}

/* One waits for one of the next product: so each name stands in two lines. */
static void
place_orders (Fixture *fixture)
{
  g_autoptr (GString) orders = g_string_new ("order,customer,sku,quantity\n");

  for (guint i = 0; i < fixture->n; i++)
    g_string_append_printf (orders, "%u,N%u,N%u,1\n", i + 1, i, (i + 1) % fixture->n);
  transfer_must_import_text (fixture->shop, SEDIA_TRANSFER_ORDERS, orders->str);
}

static void
test_search_waiting (Fixture       *fixture,
                     gconstpointer  unused)
{
  if (fixture->n > 0)
    place_orders (fixture);

  for (guint i = 0; i < fixture->n; i++)
    {
      const char *text = g_ptr_array_index (fixture->strings, i);
      g_autoptr (GPtrArray) found = search (fixture->shop, SEDIA_LIST_WAITING, page_job, text);
      guint n_customers = 0;
      guint n_products = 0;

      for (guint j = 0; j < found->len; j++)
        {
          const SediaWaiting *waiting = g_ptr_array_index (found, j);

          n_customers += waiting->line != NULL && g_str_equal (waiting->line->customer, text);
          n_products += waiting->line != NULL && g_str_equal (waiting->line->product, text);
        }
      g_assert_cmpuint (n_customers, ==, 1);
      g_assert_cmpuint (n_products, ==, 1);
    }
}

static gpointer
supplier_job (SediaDb   *db,
              gpointer   name,
              GError   **error)
{
  gint64 id;

  return sedia_supplier_find (db, name, &id, error) ? sedia_supplier_read (db, id, error) : NULL;
}

static void
test_search_deliveries (Fixture       *fixture,
                        gconstpointer  unused)
{
  for (guint i = 0; i < fixture->n; i++)
    {
      g_autofree char *code = g_strdup_printf ("N%u", (i + 1) % fixture->n);
      g_autoptr (SediaSupplier) supplier = sedia_store_read (fixture->shop->store, supplier_job,
                                                             code, NULL);

      g_assert_cmpint (shop_receive_note (fixture->shop, "N0", 1, supplier->id,
                                          g_ptr_array_index (fixture->strings, i)), !=, 0);
    }

  for (guint i = 0; i < fixture->n; i++)
    {
      const char *text = g_ptr_array_index (fixture->strings, i);
      g_autofree char *note = g_strstrip (g_strdup (text)); /* as it is kept */
      g_autoptr (GPtrArray) found = search (fixture->shop, SEDIA_LIST_DELIVERIES, page_job, text);
      guint n_notes = 0;
      guint n_suppliers = 0;

      for (guint j = 0; j < found->len; j++)
        {
          const SediaDelivery *delivery = g_ptr_array_index (found, j);

          n_notes += g_strcmp0 (delivery->note_number, note) == 0;
          n_suppliers += g_strcmp0 (delivery->supplier, text) == 0;
        }
      g_assert_cmpuint (n_notes, ==, 1);
      g_assert_cmpuint (n_suppliers, ==, 1);
    }
}

/* ---- out and in again */

static gpointer
product_job (SediaDb   *db,
             gpointer   sku,
             GError   **error)
{
  gint64 id;

  return sedia_product_find (db, sku, &id, error) ? sedia_product_read (db, id, error) : NULL;
}

static gpointer
customer_job (SediaDb   *db,
              gpointer   code,
              GError   **error)
{
  gint64 id;

  return sedia_customer_find (db, code, &id, error) ? sedia_customer_read (db, id, error) : NULL;
}

static void
assert_unchanged (Shop       *shop,
                  guint       number,
                  const char *text)
{
  g_autofree char *code = g_strdup_printf ("N%u", number);
  g_autoptr (SediaProduct) product = sedia_store_read (shop->store, product_job, code, NULL);
  g_autoptr (SediaCustomer) customer = sedia_store_read (shop->store, customer_job, code, NULL);
  g_autoptr (SediaSupplier) supplier = sedia_store_read (shop->store, supplier_job, code, NULL);

  g_assert_cmpstr (product->name, ==, text);
  g_assert_cmpstr (product->unit, ==, text);
  g_assert_cmpstr (product->category, ==, text);
  g_assert_cmpstr (product->note, ==, text);
  g_assert_cmpstr (customer->name, ==, text);
  g_assert_cmpstr (customer->phone, ==, text);
  g_assert_cmpstr (customer->email, ==, text);
  g_assert_cmpstr (customer->language, ==, text);
  g_assert_cmpstr (customer->note, ==, text);
  g_assert_cmpstr (supplier->name, ==, text);
  g_assert_cmpstr (supplier->phone, ==, text);
  g_assert_cmpstr (supplier->email, ==, text);
  g_assert_cmpstr (supplier->note, ==, text);
}

static void
test_exported (Fixture       *fixture,
               gconstpointer  unused)
{
  static const struct { const char *name; SediaTransferKind kind; } kinds[] = {
    { "products", SEDIA_TRANSFER_PRODUCTS },
    { "customers", SEDIA_TRANSFER_CUSTOMERS },
    { "suppliers", SEDIA_TRANSFER_SUPPLIERS },
    { "orders", SEDIA_TRANSFER_ORDERS },
  };
  g_autoptr (Shop) other = shop_open ();

  if (fixture->n > 0)
    place_orders (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && fixture->n > 0; i++)
    {
      g_autofree char *text = transfer_export (fixture->shop, kinds[i].name);
      g_autofree char *again = NULL;

      transfer_must_import_text (other, kinds[i].kind, text);
      again = transfer_export (other, kinds[i].name);
      g_assert_cmpstr (again, ==, text);
    }

  for (guint i = 0; i < fixture->n; i++)
    {
      assert_unchanged (fixture->shop, i, g_ptr_array_index (fixture->strings, i));
      assert_unchanged (other, i, g_ptr_array_index (fixture->strings, i));
    }
}

/* ---- drafts and notices */

static gpointer
draft_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  const SediaDraft *draft = data;
  gint64 id = 0;

  return sedia_draft_save (db, &id, SEDIA_DRAFT_DELIVERY, draft->who, draft->number, 1,
                           draft->content, error)
           ? sedia_draft_read (db, id, error)
           : NULL;
}

static void
test_drafts (Fixture       *fixture,
             gconstpointer  unused)
{
  for (guint i = 0; i < fixture->n; i++)
    {
      char *text = g_ptr_array_index (fixture->strings, i);
      SediaDraft typed = { .who = text, .number = text, .content = (char *) "{}" };
      g_autoptr (GError) error = NULL;
      g_autoptr (SediaDraft) draft = sedia_store_note (fixture->shop->store, draft_job, &typed,
                                                       &error);

      g_assert_no_error (error);
      g_assert_cmpstr (draft->who, ==, text);
      g_assert_cmpstr (draft->number, ==, text);
    }
}

static gpointer
claim_job (SediaDb   *db,
           gpointer   unused,
           GError   **error)
{
  return sedia_notice_claim (db, error);
}

static void
test_notices (Fixture       *fixture,
              gconstpointer  unused)
{
  if (fixture->n > 0)
    place_orders (fixture);

  for (guint i = 0; i < fixture->n; i++)
    {
      const char *text = g_ptr_array_index (fixture->strings, i);
      g_autofree char *sku = g_strdup_printf ("N%u", (i + 1) % fixture->n);
      g_autofree char *expected = g_strdup_printf ("1 customer: %s", text);
      g_autofree char *body = NULL;
      g_autoptr (SediaNotice) notice = NULL;

      shop_receive (fixture->shop, sku, 1);
      notice = sedia_store_note (fixture->shop->store, claim_job, NULL, NULL);
      g_assert_nonnull (notice);
      body = sedia_notice_body (notice);
      g_assert_cmpstr (body, ==, expected);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_open, test, fixture_close)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/naughty/search-stock", test_search_stock);
  g_test_add_func ("/store/naughty/search-wildcards", test_search_wildcards);
  ADD ("/store/naughty/search-waiting", test_search_waiting);
  ADD ("/store/naughty/search-deliveries", test_search_deliveries);
  ADD ("/store/naughty/exported", test_exported);
  ADD ("/store/naughty/drafts", test_drafts);
  ADD ("/store/naughty/notices", test_notices);

  return g_test_run ();
}
