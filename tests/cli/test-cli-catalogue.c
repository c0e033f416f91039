/* product, customer, supplier, contact: what can be said of them is kept as it was said. */
#include "config.h"

#include "shop.h"

#include <string.h>

static void
test_product_keys (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) product = asked (shop, "product", "add", "TEA", NULL);
  g_autofree char *keys = keys_of (product);

  g_assert_true (g_str_has_prefix (
    keys, "sku name barcodes unit decimals pack category supplier on_hand reserved free waiting "
          "incoming demand projected minimum maximum moq backorder backorder_limit price cost "));

  g_assert_cmpstr (text_at (product, "sku"), ==, "TEA");
  g_assert_cmpstr (text_at (product, "name"), ==, "TEA");
  g_assert_cmpuint (count_at (product, "barcodes"), ==, 0);
  g_assert_cmpstr (text_at (product, "unit"), ==, "pcs");
  g_assert_cmpfloat (number_at (product, "decimals"), ==, 0);
  g_assert_true (JSON_NODE_HOLDS_NULL (at (product, "pack")));
  g_assert_true (JSON_NODE_HOLDS_NULL (at (product, "category")));
  g_assert_true (JSON_NODE_HOLDS_NULL (at (product, "supplier")));
  g_assert_cmpfloat (number_at (product, "on_hand"), ==, 0);
  g_assert_cmpfloat (number_at (product, "projected"), ==, 0);
  g_assert_true (JSON_NODE_HOLDS_NULL (at (product, "minimum")));
  g_assert_cmpstr (text_at (product, "backorder"), ==, "allow");
  g_assert_true (JSON_NODE_HOLDS_NULL (at (product, "backorder_limit")));
  g_assert_true (JSON_NODE_HOLDS_NULL (at (product, "price")));
}

static void
test_product_options (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) product = NULL;
  g_autofree char *text = NULL;

  done (shop, "supplier", "add", "Java Tea", NULL);
  done (shop, "product", "add", "TEA", "--name", "Green tea", "--barcode", "4006381333931",
        "--barcode", "96385074", "--unit", "kg", "--decimals", "3", "--pack", "12", "--category",
        "Drinks", "--price", "2.50", "--cost", "1", "--supplier", "java tea", "--moq", "0.5",
        "--minimum", "1.25", "--maximum", "20", "--backorder", "warn", "--backorder-limit", "7.125",
        "--backorder-wait", "14", "--backorder-deposit", "50", NULL);
  product = asked (shop, "product", "show", "96385074", NULL);
  text = told (shop, "product", "show", "tea", "--json", NULL);

  g_assert_cmpstr (text_at (product, "sku"), ==, "TEA");
  g_assert_cmpuint (count_at (product, "barcodes"), ==, 2);
  g_assert_cmpfloat (number_at (product, "pack"), ==, 12);
  g_assert_cmpstr (text_at (product, "supplier"), ==, "Java Tea");
  g_assert_cmpstr (text_at (product, "category"), ==, "Drinks");
  g_assert_cmpstr (text_at (product, "backorder"), ==, "warn");
  assert_contains (text, "\"moq\": 0.5,");
  assert_contains (text, "\"minimum\": 1.25,");
  assert_contains (text, "\"maximum\": 20,");
  assert_contains (text, "\"backorder_limit\": 7.125,");
  assert_contains (text, "\"backorder_wait\": 14,");
  assert_contains (text, "\"backorder_deposit\": 50,");
  assert_contains (text, "\"price\": 2.5,");
  assert_contains (text, "\"cost\": 1,");
}

static void
test_product_edit (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) edited = NULL;
  g_autoptr (JsonNode) emptied = NULL;
  g_autoptr (JsonNode) finer = NULL;

  done (shop, "product", "add", "TEA", "--name", "Tea", "--barcode", "1234", "--minimum", "5",
        "--price",
        "3", NULL);
  edited = asked (shop, "product", "edit", "TEA", "--sku", "TEE", "--name", "Tee", NULL);
  emptied = asked (shop, "product", "edit", "TEE", "--price", "", "--barcode", "", NULL);
  finer = asked (shop, "product", "edit", "TEE", "--decimals", "2", NULL);

  g_assert_cmpstr (text_at (edited, "sku"), ==, "TEE");
  g_assert_cmpstr (text_at (edited, "name"), ==, "Tee");
  g_assert_cmpstr (text_at (edited, "barcodes/0"), ==, "1234");
  g_assert_cmpfloat (number_at (edited, "minimum"), ==, 5);
  g_assert_true (JSON_NODE_HOLDS_NULL (at (emptied, "price")));
  g_assert_cmpuint (count_at (emptied, "barcodes"), ==, 0);
  g_assert_cmpfloat (number_at (finer, "minimum"), ==, 5);
}

static void
test_product_refusals (void)
{
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "product", "add", "TEA", "--barcode", "1234", NULL);

  assert_refused (shop, 1, "“tea”", "product", "add", "tea", NULL);
  assert_refused (shop, 1, "1234", "product", "add", "COFFEE", "--barcode", "1234", NULL);
  assert_refused (shop, 1, "No product has the SKU or barcode “MILK”.", "product", "show", "MILK",
                  NULL);
  assert_refused (shop, 1, "No product has the SKU or barcode “MILK”.", "stock", "history", "MILK",
                  NULL);
  assert_refused (shop, 1, "sediactl supplier add", "product", "edit", "TEA", "--supplier",
                  "Nobody",
                  NULL);
  assert_refused (shop, 1, "maximum", "product", "edit", "TEA", "--minimum", "9", "--maximum", "3",
                  NULL);
  assert_refused (shop, 2, "1.5", "product", "edit", "TEA", "--minimum", "1.5", NULL);
  assert_refused (shop, 2, "", "product", "edit", "TEA", "--name", "", NULL);
}

/* Whole sentences, also in a language that puts its words in another order. */
static void
test_sentences (void)
{
  g_autoptr (Shop) shop = shop_new ();

  assert_refused (shop, 2, "A customer needs a name.", "customer", "add", " ", NULL);
  assert_refused (shop, 2, "A supplier needs a name.", "supplier", "add", " ", NULL);
  assert_refused (shop, 1, "There is no order 7.", "order", "show", "7", NULL);
  assert_refused (shop, 1, "There is no delivery 7.", "delivery", "show", "7", NULL);
  assert_refused (shop, 1, "There is no operation 7 in the log.", "undo", "7", NULL);

  shop->environment = g_environ_setenv (shop->environment, "LANGUAGE", "id", TRUE);
  assert_refused (shop, 2, "Pelanggan harus punya nama.", "customer", "add", " ", NULL);
  assert_refused (shop, 1, "Tidak ada pesanan 7.", "order", "show", "7", NULL);
}

static void
test_product_list (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (JsonNode) waiting = NULL;
  g_autoptr (JsonNode) empty = NULL;

  empty = asked (shop, "product", "list", NULL);
  done (shop, "product", "add", "TEA", "--name", "Green tea", NULL);
  done (shop, "product", "add", "MILK", "--name", "Milk", NULL);
  done (shop, "customer", "add", "Siti", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "MILK=2", NULL);
  all = asked (shop, "product", "list", NULL);
  found = asked (shop, "product", "list", "--search", "green", NULL);
  waiting = asked (shop, "product", "list", "--waiting", NULL);

  g_assert_cmpuint (count_at (empty, ""), ==, 0);
  g_assert_cmpuint (count_at (all, ""), ==, 2);
  g_assert_cmpuint (count_at (found, ""), ==, 1);
  g_assert_cmpstr (text_at (found, "0/sku"), ==, "TEA");
  g_assert_cmpuint (count_at (waiting, ""), ==, 1);
  g_assert_cmpstr (text_at (waiting, "0/sku"), ==, "MILK");
  g_assert_cmpfloat (number_at (waiting, "0/demand"), ==, 2);
  g_assert_cmpfloat (number_at (waiting, "0/projected"), ==, -2);
}

static void
test_customers (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) added = NULL;
  g_autoptr (JsonNode) edited = NULL;
  g_autoptr (JsonNode) by_phone = NULL;
  g_autoptr (JsonNode) list = NULL;

  added = asked (shop, "customer", "add", "Siti Aminah", "--phone", "+62 812 000", "--email",
                 "siti@example.com", "--channel", "whatsapp", "--language", "id", "--note",
                 "mornings",
                 "--do-not-contact", NULL);
  edited = asked (shop, "customer", "edit", "siti aminah", "--name", "Siti A.", "--contact",
                  "--channel", "sms", "--note", "", NULL);
  by_phone = asked (shop, "customer", "show", "+62 812 000", NULL);
  done (shop, "customer", "add", "Budi", "--code", "B-1", NULL);
  list = asked (shop, "customer", "list", NULL);

  g_assert_cmpstr (text_at (added, "name"), ==, "Siti Aminah");
  g_assert_cmpstr (text_at (added, "channel"), ==, "whatsapp");
  g_assert_true (flag_at (added, "do_not_contact"));
  g_assert_cmpstr (text_at (edited, "name"), ==, "Siti A.");
  g_assert_cmpstr (text_at (edited, "channel"), ==, "sms");
  g_assert_cmpstr (text_at (edited, "language"), ==, "id");
  g_assert_null (text_at (edited, "note"));
  g_assert_false (flag_at (edited, "do_not_contact"));
  g_assert_cmpstr (text_at (by_phone, "name"), ==, "Siti A.");
  g_assert_cmpuint (count_at (list, ""), ==, 2);

  assert_refused (shop, 1, "sediactl customer add", "customer", "show", "Nobody", NULL);
}

static void
test_same_name (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) by_code = NULL;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "customer", "add", "Budi", "--code", "B-1", NULL);
  done (shop, "customer", "add", "Budi", "--code", "B-2", "--phone", "0815", NULL);

  assert_refused (shop, 1, "“Budi”", "order", "add", "--customer", "Budi", "--line", "TEA=1", NULL);
  by_code = asked (shop, "customer", "show", "b-2", NULL);
  g_assert_cmpstr (text_at (by_code, "phone"), ==, "0815");

  /* Two who share everything have their numbers. */
  done (shop, "customer", "add", "Wati", NULL);
  done (shop, "customer", "add", "Wati", NULL);
  assert_refused (shop, 1, "“Wati” (#3, #4)", "customer", "show", "Wati", NULL);
  done (shop, "customer", "edit", "#4", "--name", "Wati Baru", NULL);
  done (shop, "customer", "show", "Wati", NULL);
  assert_refused (shop, 1, "“#5”", "customer", "show", "#5", NULL);
}

/* Two who turned out to be one: all of the second is the first's, and one undo parts them again. */
static void
test_merge (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) merged = NULL, old = NULL, orders = NULL, parted = NULL;
  g_autofree char *card = NULL, *log = NULL;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "customer", "add", "Siti Rahma", NULL);
  done (shop, "customer", "add", "Siti R.", "--phone", "0812-555-1234", "--code", "C7", NULL);
  done (shop, "order", "add", "--customer", "Siti R.", "--line", "TEA=1", NULL);

  assert_refused (shop, 1, "choose two", "customer", "merge", "Siti Rahma", "#1", NULL);
  assert_refused (shop, 1, "Budi", "customer", "merge", "Siti Rahma", "Budi", NULL);
  assert_refused (shop, 2, "OTHER", "customer", "merge", "Siti Rahma", NULL);

  merged = asked (shop, "customer", "merge", "Siti Rahma", "Siti R.", NULL);
  g_assert_cmpstr (text_at (merged, "name"), ==, "Siti Rahma");
  g_assert_cmpstr (text_at (merged, "phone"), ==, "0812-555-1234");
  g_assert_cmpstr (text_at (merged, "code"), ==, "C7");
  g_assert_cmpfloat (number_at (merged, "open_lines"), ==, 1);
  g_assert_true (JSON_NODE_HOLDS_NULL (at (merged, "merged_into")));

  /* The old name leads to the one there is; its number to what became of it. */
  done (shop, "order", "add", "--customer", "Siti R.", "--line", "TEA=2", NULL);
  orders = asked (shop, "order", "list", "--customer", "Siti Rahma", NULL);
  g_assert_cmpstr (text_at (orders, "0/customer"), ==, "Siti Rahma");
  g_assert_cmpstr (text_at (orders, "1/customer"), ==, "Siti Rahma");
  old = asked (shop, "customer", "show", "#2", NULL);
  g_assert_cmpstr (text_at (old, "merged_into"), ==, "Siti Rahma");
  card = told (shop, "customer", "show", "#2", NULL);
  assert_contains (card, "merged into Siti Rahma");
  assert_refused (shop, 1, "undo that", "customer", "edit", "#2", "--archived", "no", NULL);
  log = told (shop, "log", "list", NULL);
  assert_contains (log, "merging customers Siti R. → Siti Rahma");

  done (shop, "order", "cancel", "2", NULL);
  done (shop, "undo", NULL);
  done (shop, "undo", NULL);
  done (shop, "undo", NULL);
  parted = asked (shop, "customer", "show", "Siti R.", NULL);
  g_assert_cmpfloat (number_at (parted, "id"), ==, 2);
  g_assert_cmpfloat (number_at (parted, "open_lines"), ==, 1);
  done (shop, "check", NULL);
}

static void
test_country (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) before = asked (shop, "setting", "list", NULL);
  g_autoptr (JsonNode) chosen = NULL;
  g_autofree char *log = NULL;

  g_assert_cmpstr (text_at (before, "country"), ==, "ID");
  chosen = asked (shop, "setting", "set", "country", "my", NULL);
  g_assert_cmpstr (text_at (chosen, "country"), ==, "MY");
  log = told (shop, "log", "list", NULL);
  assert_contains (log, "choice of the shop’s country");
  assert_refused (shop, 2, "“Java”", "setting", "set", "country", "Java", NULL);
}

static void
test_erase (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *log = NULL;
  g_autofree char *list = NULL;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "customer", "add", "Siti", "--phone", "0812555", NULL);
  done (shop, "order", "add", "--customer", "Siti", "--line", "TEA=1", NULL);
  assert_refused (shop, 1, "Siti", "customer", "erase", "Siti", NULL);
  done (shop, "order", "cancel", "1", NULL);
  done (shop, "customer", "erase", "Siti", NULL);

  list = told (shop, "customer", "list", "--json", NULL);
  log = told (shop, "log", "list", "--json", NULL);
  g_assert_null (strstr (list, "0812555"));
  g_assert_null (strstr (list, "Siti"));
  g_assert_null (strstr (log, "Siti"));
  done (shop, "check", NULL);
}

/* Nothing that names a person remains, wherever the shop wrote it; what others are called stays. */
static void
test_erase_everywhere (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autofree char *log = NULL, *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  done (shop, "product", "add", "Joko", "--name", "Kopi", NULL);
  done (shop, "stock", "count", "Joko=5", NULL);
  done (shop, "customer", "add", "Joko Widagdo", "--phone", "0899 123", "--note", "ring twice",
        NULL);
  done (shop, "customer", "edit", "Joko Widagdo", "--name", "Pak Joko", NULL);
  done (shop, "undo", NULL);
  done (shop, "--key", "k1", "customer", "edit", "Joko Widagdo", "--phone", "0899 456", NULL);
  done (shop, "--key", "k2", "order", "add", "--customer", "Joko Widagdo", "--line", "Joko=1",
        "--note", "for the house of Joko Widagdo", NULL);
  done (shop, "order", "hand-over", "1", NULL);
  done (shop, "contact", "log", "Joko Widagdo", "--message", "--text", "told Joko Widagdo", NULL);
  done (shop, "customer", "erase", "Joko Widagdo", NULL);

  log = told (shop, "log", "list", NULL);
  g_assert_null (strstr (log, "Widagdo"));
  g_assert_null (strstr (log, "Pak"));
  assert_contains (log, "new product Joko");
  assert_contains (log, "undo: change of customer –");

  /* The same key still changes nothing. */
  done (shop, "--key", "k2", "order", "add", "--customer", "#1", "--line", "Joko=1", NULL);

  g_file_get_contents (shop->database, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_null (memmem (bytes, length, "Widagdo", strlen ("Widagdo")));
  g_assert_null (memmem (bytes, length, "0899", strlen ("0899")));
  g_assert_null (memmem (bytes, length, "ring twice", strlen ("ring twice")));
  done (shop, "check", NULL);
}

/* Who was archived can be found, to be brought back, and is not taken for somebody in use. */
static void
test_archived (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) back = NULL, supplier = NULL;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "customer", "add", "Budi", "--code", "B1", NULL);
  done (shop, "customer", "edit", "Budi", "--archived", "yes", NULL);
  assert_refused (shop, 1, "Customer “Budi” is archived", "order", "add", "--customer", "Budi",
                  "--line", "TEA=1", NULL);
  assert_refused (shop, 1, "The code “b1” belongs to customer Budi already", "customer", "add",
                  "Wati", "--code", "b1", NULL);
  back = asked (shop, "customer", "edit", "Budi", "--archived", "no", NULL);
  g_assert_false (flag_at (back, "archived"));
  done (shop, "order", "add", "--customer", "Budi", "--line", "TEA=1", NULL);

  done (shop, "supplier", "add", "Java Tea", "--code", "J", "--phone", "0215550", NULL);
  assert_refused (shop, 1, "The code “J” belongs to supplier Java Tea already", "supplier", "add",
                  "Bali Tea", "--code", "J", NULL);
  supplier = asked (shop, "supplier", "list", "--search", "5550", NULL);
  g_assert_cmpuint (count_at (supplier, ""), ==, 1);
  done (shop, "supplier", "edit", "Java Tea", "--archived", "yes", NULL);
  assert_refused (shop, 1, "Supplier “Java Tea” is archived", "product", "edit", "TEA",
                  "--supplier", "Java Tea", NULL);
  done (shop, "supplier", "edit", "Java Tea", "--archived", "no", NULL);

  done (shop, "product", "edit", "TEA", "--archived", "yes", NULL);
  assert_refused (shop, 1, "archived product with the SKU “TEA”", "product", "add", "TEA", NULL);
}

/* What an undo would bring back may belong to something else by now. */
static void
test_undo_of_taken (void)
{
  g_autoptr (Shop) shop = shop_new ();

  done (shop, "product", "add", "CUP", "--barcode", "111", "--barcode", "222", NULL);
  done (shop, "product", "edit", "CUP", "--sku", "CAP", NULL);
  done (shop, "product", "add", "CUP", NULL);
  assert_refused (shop, 1, "belongs to something else now", "undo", "2", NULL);

  done (shop, "product", "edit", "CAP", "--barcode", "111", NULL);
  done (shop, "product", "edit", "CUP", "--barcode", "222", NULL);
  assert_refused (shop, 1, "belongs to something else now", "undo", "4", NULL);

  done (shop, "customer", "add", "Siti", "--code", "S1", NULL);
  done (shop, "customer", "edit", "Siti", "--code", "S2", NULL);
  done (shop, "customer", "add", "Wati", "--code", "S1", NULL);
  assert_refused (shop, 1, "belongs to something else now", "undo", "7", NULL);

  done (shop, "product", "edit", "CAP", "--pack", "12", NULL);
  done (shop, "order", "add", "--customer", "Wati", "--line", "CAP=1", NULL);
  assert_refused (shop, 1, "The pack size of product CAP cannot change", "undo", "9", NULL);
}

static void
test_suppliers (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) added = NULL;
  g_autoptr (JsonNode) edited = NULL;
  g_autoptr (JsonNode) list = NULL;

  added = asked (shop, "supplier", "add", "Java Tea", "--phone", "021", "--email", "a@b.c",
                 "--lead-days", "9", "--note", "Mondays", NULL);
  edited = asked (shop, "supplier", "edit", "Java Tea", "--lead-days", "", "--name", "Java", NULL);
  list = asked (shop, "supplier", "list", NULL);

  g_assert_cmpfloat (number_at (added, "lead_days"), ==, 9);
  g_assert_cmpstr (text_at (added, "note"), ==, "Mondays");
  g_assert_true (JSON_NODE_HOLDS_NULL (at (edited, "lead_days")));
  g_assert_cmpuint (count_at (list, ""), ==, 1);
  g_assert_cmpstr (text_at (list, "0/name"), ==, "Java");
  assert_refused (shop, 1, "“Nobody”", "supplier", "show", "Nobody", NULL);
}

static void
test_contact_log (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) contact = NULL;

  done (shop, "customer", "add", "Siti", "--channel", "whatsapp", NULL);
  contact = asked (shop, "contact", "log", "Siti", "--no-answer", "--text", "line was busy", NULL);

  g_assert_cmpstr (text_at (contact, "customer"), ==, "Siti");
  g_assert_cmpstr (text_at (contact, "channel"), ==, "whatsapp");
  g_assert_cmpstr (text_at (contact, "outcome"), ==, "no-answer");
  g_assert_cmpstr (text_at (contact, "text"), ==, "line was busy");
  assert_refused (shop, 2, "“pigeon”", "contact", "log", "Siti", "--channel", "pigeon", "--reached",
                  NULL);

  done (shop, "customer", "edit", "Siti", "--do-not-contact", NULL);
  assert_refused (shop, 1, "(--anyway goes on)", "contact", "log", "Siti", "--reached", NULL);
  done (shop, "contact", "log", "Siti", "--reached", "--anyway", NULL);
}

/* What people paste into names: kept byte by byte, and nothing is run, cut or unescaped. */
static void
test_naughty (void)
{
  static const char *const names[] = {
    "'; DROP TABLE product; --",
    "\"quoted\" and \\back\\slashed\\",
    "<script>alert(1)</script> & <b>",
    "=cmd|' /C calc'!A0",
    "%s%n%d ${HOME} `id` $(id)",
    "Line one\nline two\ttab",
    "\001\002\033[31m\177",
    "Ω≈ç√∫˜µ≤≥÷ ЁЂЃ 部落格 사회과학원 ｱｲｳｴｵ",
    "\342\200\217\342\200\256right to left\342\200\254",
    "Z\314\254\314\202a\314\200l\314\221g\314\247o",
    "👩\342\200\215👩\342\200\215👧 🇮🇩",
    "null", "NaN", "0", "-1", "true", "1e309",
    "_%\\_",
  };
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) list = NULL;
  g_autofree char *table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sku = g_strdup_printf ("N-%02u", i);
      g_autofree char *option = g_strconcat ("--name=", names[i], NULL);
      g_autoptr (JsonNode) product = asked (shop, "product", "add", sku, option, NULL);

      g_assert_cmpstr (text_at (product, "name"), ==, names[i]);
      done (shop, "customer", "add", "--", names[i], NULL);
    }

  list = asked (shop, "product", "list", NULL);
  g_assert_cmpuint (count_at (list, ""), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (JsonNode) customer = asked (shop, "customer", "show", "--", names[i], NULL);

      g_assert_cmpstr (text_at (customer, "name"), ==, names[i]);
    }

  table = told (shop, "product", "list", NULL);
  g_assert_true (g_utf8_validate (table, -1, NULL));
  g_assert_null (strchr (table, '\033'));
  g_assert_null (strstr (table, "\342\200\256"));
}

/* Two questions, eight parts, each with what it rests on. */
static void
test_shop_verdict (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) verdict = NULL;
  g_autofree char *text = NULL;

  done (shop, "product", "add", "TEA", NULL);
  done (shop, "stock", "count", "TEA=0", NULL);
  verdict = asked (shop, "verdict", "shop", NULL);
  text = told (shop, "verdict", "shop", NULL);
  g_assert_cmpstr (text_at (verdict, "predict"), ==, "unknown");
  g_assert_cmpuint (count_at (verdict, "parts"), ==, 8);
  assert_contains (text, "Can we predict our demand? Too little is known");
  assert_contains (text, "1 of 1 count found what the book said.");
}

/* What follows from the verdict is decided here too; it is one entry of the log. */
static void
test_verdict (void)
{
  g_autoptr (Shop) shop = shop_new ();
  g_autoptr (JsonNode) before = NULL, after = NULL, undone = NULL;

  done (shop, "product", "add", "TEA", "--backorder-wait", "9", NULL);
  before = asked (shop, "verdict", "show", "TEA", NULL);
  g_assert_cmpstr (text_at (before, "verdict"), ==, "not-enough-history");
  g_assert_cmpuint (count_at (before, "reasons"), ==, 5);
  g_assert_cmpfloat (number_at (at (before, "now"), "backorder_wait"), ==, 9);

  done (shop, "verdict", "overrule", "TEA", "--backorder", "refuse", "--why", "too slow", NULL);
  after = asked (shop, "product", "show", "TEA", NULL);
  g_assert_cmpstr (text_at (after, "backorder"), ==, "refuse");
  g_assert_cmpstr (text_at (after, "backorder_why"), ==, "too slow");
  g_assert_true (JSON_NODE_HOLDS_NULL (at (after, "backorder_wait")));
  done (shop, "undo", NULL);
  undone = asked (shop, "product", "show", "TEA", NULL);
  g_assert_cmpstr (text_at (undone, "backorder"), ==, "allow");
  g_assert_cmpfloat (number_at (undone, "backorder_wait"), ==, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/product/keys", test_product_keys);
  g_test_add_func ("/cli/product/options", test_product_options);
  g_test_add_func ("/cli/product/edit", test_product_edit);
  g_test_add_func ("/cli/product/refusals", test_product_refusals);
  g_test_add_func ("/cli/catalogue/sentences", test_sentences);
  g_test_add_func ("/cli/product/list", test_product_list);
  g_test_add_func ("/cli/customer/all", test_customers);
  g_test_add_func ("/cli/customer/same-name", test_same_name);
  g_test_add_func ("/cli/customer/merge", test_merge);
  g_test_add_func ("/cli/setting/country", test_country);
  g_test_add_func ("/cli/customer/erase", test_erase);
  g_test_add_func ("/cli/customer/erase-everywhere", test_erase_everywhere);
  g_test_add_func ("/cli/customer/archived", test_archived);
  g_test_add_func ("/cli/catalogue/undo-of-taken", test_undo_of_taken);
  g_test_add_func ("/cli/supplier/all", test_suppliers);
  g_test_add_func ("/cli/contact/log", test_contact_log);
  g_test_add_func ("/cli/names/naughty", test_naughty);

  g_test_add_func ("/cli/catalogue/verdict", test_verdict);
  g_test_add_func ("/cli/catalogue/shop-verdict", test_shop_verdict);

  return g_test_run ();
}
