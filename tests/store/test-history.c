/* The log: its list, what of it is in force, and what an entry was done to. */
#include "config.h"

#include "shop.h"

#include <inttypes.h>

typedef struct
{
  SediaQuery *query;
  GPtrArray *page;
} Listing;

static gpointer
spine_job (SediaDb   *db,
           gpointer   data,
           GError   **error)
{
  Listing *listing = data;
  GArray *spine = sedia_list_spine (db, listing->query, error);

  if (spine != NULL)
    listing->page = sedia_list_page (db, listing->query, (gint64 *) (gpointer) spine->data,
                                     spine->len, error);

  return spine;
}

/* The ids of a list as text: "3 1 2". */
static char *
ids_of (Shop          *shop,
        SediaListKind  kind,
        SediaFilter    filter,
        SediaSort      sort,
        gboolean       descending,
        const char    *search)
{
  g_autoptr (SediaQuery) query = sedia_query_new (kind);
  Listing listing = { query, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spine = NULL;
  GString *text = g_string_new (NULL);

  query->filter = filter;
  query->sort = sort;
  query->descending = descending;
  query->search = g_strdup (search);
  spine = sedia_store_read (shop->store, spine_job, &listing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listing.page->len, ==, spine->len);
  g_ptr_array_unref (listing.page);

  for (guint i = 0; i < spine->len; i++)
    g_string_append_printf (text, "%s%" PRId64, i > 0 ? " " : "",
                            g_array_index (spine, gint64, i));

  return g_string_free (text, FALSE);
}

#define assert_list(shop, kind, filter, sort, descending, search, expected) \
  G_STMT_START { \
    g_autofree char *found_ = ids_of (shop, kind, filter, sort, descending, search); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

typedef struct
{
  SediaListKind kind;
  gint64 id;
} Wanted;

static gpointer
record_job (SediaDb   *db,
            gpointer   data,
            GError   **error)
{
  const Wanted *wanted = data;
  g_autoptr (SediaQuery) query = sedia_query_new (wanted->kind);

  return sedia_list_page (db, query, &wanted->id, 1, error);
}

static GPtrArray *
read_one (Shop          *shop,
          SediaListKind  kind,
          gint64         id)
{
  Wanted wanted = { kind, id };
  g_autoptr (GError) error = NULL;
  GPtrArray *page = sedia_store_read (shop->store, record_job, &wanted, &error);

  g_assert_no_error (error);
  return page;
}

/* The log: the newest first; found by who, what in the user's words, to what, why and number. */
static void
test_history (void)
{
  g_autoptr (Shop) shop = shop_open ();
  const SediaListKind history = SEDIA_LIST_HISTORY;

  shop_product (shop, "KETTLE");             /* 1 */
  shop_receive (shop, "KETTLE", 7);          /* 2 */
  shop->reason = "Fell off the shelf";
  shop_issue (shop, "KETTLE", 1, "damage", FALSE); /* 3 */
  shop->reason = NULL;
  g_assert_true (shop_undo (shop, 3));       /* 4 */

  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, NULL, "4 3 2 1");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_NUMBER, FALSE, NULL, "1 2 3 4");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_NUMBER, TRUE, NULL, "4 3 2 1");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "DELIVERY", "2");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "shelf", "3");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "taking", "4 3");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "undo", "4");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "new kettle", "1");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "3", "3");
  assert_list (shop, history, SEDIA_FILTER_ALL, SEDIA_SORT_DEFAULT, FALSE, "o'brien", "");
}

static void
assert_entry (Shop     *shop,
              gint64    id,
              gint64    head,
              gboolean  in_force)
{
  g_autoptr (GPtrArray) page = read_one (shop, SEDIA_LIST_HISTORY, id);
  const SediaOperation *operation = g_ptr_array_index (page, 0);

  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpint (operation->head, ==, head);
  g_assert_cmpint (operation->in_force, ==, in_force);
}

/* Done, undone, done again: what the first one did stands. */
static void
test_history_in_force (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (GPtrArray) gone = NULL;

  shop_product (shop, "KETTLE");
  assert_entry (shop, 1, 1, TRUE);

  g_assert_true (shop_undo (shop, 1));
  assert_entry (shop, 1, 2, FALSE);
  assert_entry (shop, 2, 2, TRUE);

  g_assert_true (shop_undo (shop, 2));
  assert_entry (shop, 1, 3, TRUE);
  assert_entry (shop, 2, 3, FALSE);

  gone = read_one (shop, SEDIA_LIST_HISTORY, 99);
  g_assert_cmpuint (gone->len, ==, 0);
}

typedef struct
{
  gint64 entry;
  SediaKind kind;
  gint64 id;
} Subject;

static gpointer
subject_job (SediaDb  *db,
             gpointer  data,
             GError  **error)
{
  Subject *subject = data;
  g_autoptr (SediaOperation) operation = sedia_operation_read_with_head (db, subject->entry, error);

  return operation != NULL &&
         sedia_operation_find_subject (db, operation, &subject->kind, &subject->id, error)
           ? SEDIA_DONE : NULL;
}

static void
assert_subject (Shop      *shop,
                gint64     entry,
                SediaKind  kind,
                gint64     id)
{
  g_autoptr (GError) error = NULL;
  Subject subject = { .entry = entry };

  g_assert_nonnull (sedia_store_read (shop->store, subject_job, &subject, &error));
  g_assert_no_error (error);
  g_assert_cmpint (subject.id, ==, id);
  if (id != 0)
    g_assert_cmpint (subject.kind, ==, kind);
}

/* From an entry to what it was done to: by its rows, whatever they are called by now. */
static void
test_history_subject (void)
{
  g_autoptr (Shop) shop = shop_open ();
  g_autoptr (SediaProduct) kettle = NULL;
  gint64 siti, abadi, order, delivery;

  shop_product (shop, "KETTLE");                                              /* 1 */
  siti = shop_customer (shop, "Siti");                                        /* 2 */
  abadi = shop_supplier (shop, "CV Abadi");                                   /* 3 */
  delivery = shop_receive (shop, "KETTLE", 7);                                /* 4 */
  order = shop_order (shop, "Siti", "KETTLE", 1, (Wish) { 0 });               /* 5 */
  g_assert_true (shop_told (shop, "Siti"));                                   /* 6 */
  g_assert_true (shop_sell (shop, "KETTLE", 1, FALSE));                       /* 7 */
  shop_product (shop, "CUP");                                                 /* 8 */
  g_assert_true (shop_undo (shop, 8));                                        /* 9 */
  g_assert_true (shop_set_serving (shop, SEDIA_SERVING_STRICTLY_OLDEST));     /* 10 */

  kettle = shop_look (shop, "KETTLE");
  g_free (kettle->sku);
  kettle->sku = g_strdup ("K-1");
  shop_product_full (shop, kettle);                                           /* 11 */
  g_assert_no_error (shop->error);

  assert_subject (shop, 1, SEDIA_KIND_PRODUCT, kettle->id);
  assert_subject (shop, 2, SEDIA_KIND_CUSTOMER, siti);
  assert_subject (shop, 3, SEDIA_KIND_SUPPLIER, abadi);
  assert_subject (shop, 4, SEDIA_KIND_DELIVERY, delivery);
  assert_subject (shop, 5, SEDIA_KIND_ORDER, order);
  assert_subject (shop, 6, SEDIA_KIND_CUSTOMER, siti);
  assert_subject (shop, 7, SEDIA_KIND_PRODUCT, kettle->id);
  assert_subject (shop, 8, SEDIA_KIND_PRODUCT, shop_product_id (shop, "CUP")); /* put away */
  assert_subject (shop, 9, 0, 0);
  assert_subject (shop, 10, 0, 0);
  assert_subject (shop, 11, SEDIA_KIND_PRODUCT, kettle->id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/lists/history/search", test_history);
  g_test_add_func ("/store/lists/history/in-force", test_history_in_force);
  g_test_add_func ("/store/lists/history/subject", test_history_subject);

  return g_test_run ();
}
