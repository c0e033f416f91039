/* import and export: what a file would change, changing it, and reading back what was written. */
#include "config.h"

#include "shop.h"

#include <string.h>

static const char products[] = "sku,name,price,on hand,minimum\n"
                               "TEA,Green tea,4.50,10,2\n"
                               "CUP,Cup,2.25,5,1\n";

static void
test_products (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_write (shop, "products.csv", products);
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) empty = NULL;
  g_autoptr (JsonNode) list = NULL;

  preview = asked (shop, "import", "products", file, "--preview", NULL);
  empty = asked (shop, "product", "list", NULL);
  g_assert_cmpuint (count_at (empty, ""), ==, 0);
  g_assert_true (flag_at (preview, "preview"));
  g_assert_cmpfloat (number_at (preview, "added"), ==, 2);
  g_assert_cmpuint (count_at (preview, "changes"), ==, 2);
  g_assert_cmpuint (count_at (preview, "problems"), ==, 0);
  g_assert_cmpstr (text_at (preview, "delimiter"), ==, ",");

  report = asked (shop, "import", "products", file, NULL);
  again = asked (shop, "import", "products", file, "--set", NULL);
  list = asked (shop, "product", "list", "--search", "cup", NULL);
  g_assert_cmpfloat (number_at (report, "added"), ==, 2);
  g_assert_cmpfloat (number_at (again, "added"), ==, 0);
  g_assert_cmpfloat (number_at (again, "unchanged"), ==, 2);
  g_assert_cmpfloat (number_at (list, "0/on_hand"), ==, 5);
  g_assert_cmpfloat (number_at (list, "0/price"), ==, 2.25);

  done (shop, "import", "products", file, "--add", NULL);
  g_clear_pointer (&list, json_node_unref);
  list = asked (shop, "product", "list", "--search", "cup", NULL);
  g_assert_cmpfloat (number_at (list, "0/on_hand"), ==, 10);

  done (shop, "undo", NULL);
  g_clear_pointer (&list, json_node_unref);
  list = asked (shop, "product", "list", "--search", "cup", NULL);
  g_assert_cmpfloat (number_at (list, "0/on_hand"), ==, 5);
  done (shop, "check", NULL);
}

static void
test_options (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_write (shop, "odd.csv",
                                      "Kode;Nama;Harga jual;Sisa\nTEA;Th\351;1.250,50;3\n");
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) product = NULL;

  report = asked (shop, "import", "products", file, "--map", "Kode=sku", "--map", "Nama=name",
                  "--map",
                  "Harga jual=price", "--map", "Sisa=on_hand", "--encoding", "WINDOWS-1252",
                  "--delimiter", ";", "--decimal", ",", NULL);
  product = asked (shop, "product", "show", "TEA", NULL);

  g_assert_cmpfloat (number_at (report, "added"), ==, 1);
  g_assert_cmpstr (text_at (product, "name"), ==, "Thé");
  g_assert_cmpfloat (number_at (product, "price"), ==, 1250.5);
  g_assert_cmpfloat (number_at (product, "on_hand"), ==, 3);
  assert_refused (shop, 2, "“klingon” is not an encoding", "import", "products", file, "--encoding",
                  "klingon", NULL);
  assert_refused (shop, 2, "“;;” cannot divide columns", "import", "products", file, "--delimiter",
                  ";;", NULL);
}

/* All or nothing: one bad row, and nothing was imported. */
static void
test_bad_rows (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_write (shop, "bad.csv",
                                      "sku,name,price\nTEA,Tea,4\nCUP,Cup,cheap\n");
  g_autofree char *nowhere = shop_path (shop, "nowhere.csv");
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (Reply) reply = NULL;

  preview = asked (shop, "import", "products", file, "--preview", NULL);
  g_assert_cmpuint (count_at (preview, "problems"), ==, 1);
  g_assert_cmpfloat (number_at (preview, "problems/0/line"), ==, 3);

  reply = reply_of (shop, "import", "products", file, NULL);
  g_assert_cmpint (reply->status, !=, 0);
  g_assert_cmpstr (reply->output, ==, "");
  assert_contains (reply->complaint, "cheap");
  list = asked (shop, "product", "list", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, 0);

  assert_refused (shop, 3, "nowhere.csv", "import", "products", nowhere, NULL);
  assert_refused (shop, 3, shop->folder, "import", "products", shop->folder, NULL);
}

static void
test_people (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *customers = shop_write (shop, "customers.csv",
                                           "name,phone,email\nSiti,0812,s@x.id\nBudi,0813,\n");
  g_autofree char *suppliers = shop_write (shop, "suppliers.csv", "name,phone\nJava Tea,021\n");
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) supplier = NULL;

  done (shop, "import", "customers", customers, NULL);
  done (shop, "import", "suppliers", suppliers, NULL);
  list = asked (shop, "customer", "list", NULL);
  supplier = asked (shop, "supplier", "show", "Java Tea", NULL);

  g_assert_cmpuint (count_at (list, ""), ==, 2);
  g_assert_cmpstr (text_at (supplier, "phone"), ==, "021");
}

static void
test_orders (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_write (shop, "products.csv", products);
  g_autofree char *heads = shop_write (shop, "heads.csv",
                                       "order,customer,date\n"
                                       "A-1,Siti,2026-11-01\n"
                                       "A-2,Budi,2026-11-02\n");
  g_autofree char *lines = shop_write (shop, "lines.csv",
                                       "order,sku,quantity\nA-1,TEA,12\nA-2,CUP,1\nA-2,TEA,1\n");
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) orders = NULL;

  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "customer", "add", "Budi", NULL);
  done (shop, "import", "products", file, NULL);
  preview = asked (shop, "import", "orders", heads, "--lines", lines, "--preview", NULL);
  done (shop, "import", "orders", heads, "--lines", lines, NULL);
  orders = asked (shop, "order", "list", NULL);

  g_assert_cmpuint (count_at (preview, "problems"), ==, 0);
  g_assert_cmpuint (count_at (orders, ""), ==, 2);
  g_assert_cmpstr (text_at (orders, "0/reference"), ==, "A-2");
  g_assert_cmpuint (count_at (orders, "0/lines"), ==, 2);
  g_assert_cmpstr (text_at (orders, "1/placed"), ==, "2026-11-01");
  g_assert_cmpfloat (number_at (orders, "1/lines/0/ordered"), ==, 12);
  done (shop, "check", NULL);
}

/* The first day of a week; 0 for this one. */
static char *
dup_monday (int week)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Jakarta");
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autoptr (GDateTime) monday = g_date_time_add_days (
    now, 7 * week + 1 - g_date_time_get_day_of_week (now));

  return g_date_time_format (monday, "%Y-%m-%d");
}

/* They teach the forecast, once however often the file is imported, and move no stock. */
static void
test_sales (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *file = shop_write (shop, "products.csv", products);
  g_autofree char *monday = dup_monday (-4), *next = dup_monday (-3);
  g_autofree char *text = g_strdup_printf ("date,sku,quantity,customer,price\n"
                                           "%s 09:15,TEA,12,Siti,4.50\n"
                                           "%s,TEA,-2,,4.50\n%s,TEA,6,,4.50\n",
                                           monday, next, next);
  g_autofree char *sales = shop_write (shop, "sales.csv", text);
  g_autofree char *after = g_strconcat (monday, ", 12", NULL);
  g_autofree char *unknown = shop_write (shop, "unknown.csv",
                                         "date,sku,quantity\n2020-11-02,POST,1\n"
                                         "2020-11-03,TEA,1\n2020-11-04,post,1\n");
  g_autoptr (JsonNode) preview = NULL, report = NULL, again = NULL, bad = NULL, forecast = NULL;
  g_autoptr (JsonNode) product = NULL;

  done (shop, "import", "products", file, NULL);
  preview = asked (shop, "import", "sales", sales, "--preview", NULL);
  g_assert_cmpfloat (number_at (preview, "added"), ==, 3);
  g_assert_cmpstr (text_at (preview, "changes/0/after"), ==, after);
  report = asked (shop, "import", "sales", sales, NULL);
  g_assert_cmpfloat (number_at (report, "added"), ==, 3);
  g_assert_cmpuint (count_at (report, "notes"), ==, 2);
  again = asked (shop, "import", "sales", sales, NULL);
  g_assert_cmpfloat (number_at (again, "added"), ==, 0);
  g_assert_cmpfloat (number_at (again, "unchanged"), ==, 3);

  forecast = asked (shop, "forecast", "show", "TEA", NULL);
  g_assert_cmpstr (text_at (forecast, "history/0/week"), ==, monday);
  g_assert_cmpfloat (number_at (forecast, "history/0/asked"), ==, 12);
  g_assert_cmpfloat (number_at (forecast, "history/1/asked"), ==, 4);
  product = asked (shop, "product", "show", "TEA", NULL);
  g_assert_cmpfloat (number_at (product, "on_hand"), ==, 10);

  bad = asked (shop, "import", "sales", unknown, "--preview", NULL);
  g_assert_cmpuint (count_at (bad, "problems"), ==, 1);
  assert_refused (shop, 1, "line 2: Unknown product “POST” in 2 rows", "import", "sales", unknown,
                  NULL);

  done (shop, "undo", NULL);
  g_clear_pointer (&again, json_node_unref);
  again = asked (shop, "import", "sales", sales, "--add", NULL);
  g_assert_cmpfloat (number_at (again, "added"), ==, 3);
  done (shop, "check", NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (Shop) other = shop_new ();
  g_autofree char *file = shop_path (shop, "out.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  done (shop, "product", "add", "TEA", "--name", "=Tea, \"green\"", "--unit", "kg", "--decimals",
        "3",
        "--price", "4.5", "--barcode", "0012345", "--minimum", "0.5", NULL);
  done (shop, "product", "add", "007", "--name", "Agent", "--category", "Ünïcode", NULL);
  done (shop, "stock", "count", "TEA=1.25", "007=3", NULL);
  done (shop, "export", "products", file, NULL);
  done (other, "import", "products", file, NULL);
  before = told (shop, "--json", "product", "list", NULL);
  after = told (other, "--json", "product", "list", NULL);

  g_assert_cmpstr (before, ==, after);
}

static void
test_movements (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *text = NULL;

  done (shop, "product", "add", "TEA", "--unit", "kg", "--decimals", "3", NULL);
  done (shop, "stock", "count", "TEA=1.25", NULL);
  done (shop, "sale", "TEA=0.05", "--reason", "say \"hello\", twice", NULL);
  json = asked (shop, "export", "movements", NULL);
  text = told (shop, "--json", "export", "movements", NULL);

  g_assert_cmpuint (count_at (json, ""), ==, 2);
  g_assert_cmpstr (text_at (json, "0/sku"), ==, "TEA");
  g_assert_true (JSON_NODE_HOLDS_NULL (at (json, "0/document")));
  assert_contains (text, "\"quantity\": 1.25,");
  assert_contains (text, "\"quantity\": -0.05,");
}

static void
test_export (void)
{
  static const char *const kinds[] = { "products",  "customers", "suppliers", "orders",
                                       "purchases", "movements", "queue",     "contacts" };
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "product", "add", "TEA", "--name", "Tea, \"green\"\nloose", NULL);
  done (shop, "supplier", "add", "Java", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "stock", "count", "TEA=1", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "TEA=3", NULL);
  done (shop, "purchase", "add", "--supplier", "Java", "--line", "TEA=4", NULL);
  done (shop, "contact", "log", "Siti", "--reached", "--text", "she knows", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *csv = told (shop, "export", kinds[i], NULL);
      g_autoptr (JsonNode) json = asked (shop, "export", kinds[i], NULL);

      g_assert_nonnull (strchr (csv, '\n'));
      g_assert_cmpuint (count_at (json, ""), ==, 1);
    }

  assert_refused (shop, 2, "products, customers", "export", "everything", NULL);
}

/* What is out of use stands in the file, in both forms. */
static void
test_export_archived (void)
{
  static const char *const kinds[] = { "products", "customers", "suppliers" };
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "product", "add", "CUP", "--barcode", "0012345", NULL);
  done (shop, "product", "edit", "CUP", "--archived", "yes", NULL);
  done (shop, "supplier", "add", "Java", NULL);
  done (shop, "supplier", "add", "Bali", NULL);
  done (shop, "supplier", "edit", "Bali", "--archived", "yes", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "customer", "add", "Budi", NULL);
  done (shop, "customer", "edit", "Budi", "--archived", "yes", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *csv = told (shop, "export", kinds[i], NULL);
      g_autoptr (JsonNode) json = asked (shop, "export", kinds[i], NULL);

      g_assert_cmpuint (count_at (json, ""), ==, 2);
      g_assert_true (json_node_get_boolean (at (json, "0/archived")));
      g_assert_false (json_node_get_boolean (at (json, "1/archived")));
      assert_contains (csv, i == 0 ? "CUP" : i == 1 ? "Budi" : "Bali");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/import/products", test_products);
  g_test_add_func ("/cli/import/options", test_options);
  g_test_add_func ("/cli/import/bad-rows", test_bad_rows);
  g_test_add_func ("/cli/import/people", test_people);
  g_test_add_func ("/cli/import/orders", test_orders);
  g_test_add_func ("/cli/import/sales", test_sales);
  g_test_add_func ("/cli/export/round-trip", test_round_trip);
  g_test_add_func ("/cli/export/all", test_export);
  g_test_add_func ("/cli/export/archived", test_export_archived);
  g_test_add_func ("/cli/export/movements", test_movements);

  return g_test_run ();
}
