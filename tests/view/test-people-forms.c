/* What the form of a customer and that of a supplier have in common: what is scanned has no place
 * there, and whoever is new is shown.
 */
#include "config.h"

#include "sedia-customer-form.h"
#include "sedia-list-page.h"
#include "sedia-supplier-form.h"
#include "shop-window.h"

typedef struct
{
  const char *page;
  GType type;
} People;

static People customers;
static People suppliers;

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  data)
{
  const People *people = data;

  shop_window_open (fixture);
  shop_window_go_to (fixture, people->page);
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  data)
{
  shop_window_close (fixture);
}

static GtkWidget *
form (const People *people)
{
  return view_find_window (people->type);
}

/* ---- scanning */

/* Types into a field at once what a scanner sends, or what a program puts in that ends nothing. */
static GtkEditable *
put_in (ShopWindow   *fixture,
        const People *people,
        const char   *label,
        const char   *text,
        gboolean      is_scanned)
{
  GtkEditable *entry = view_find_entry (form (people), label);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);
  if (is_scanned)
    shop_window_scan (fixture, form (people), text);
  else
    shop_window_put_in (fixture, form (people), text);

  return entry;
}

/* Typed nowhere, not even letters alone; and the Enter does not save. */
static void
test_scan (ShopWindow    *fixture,
           gconstpointer  data)
{
  static const char *const labels[] = { "Name", "Phone", "Email", "Code" };
  static const char *const codes[] = { "8991234567890", "KETTLE", "KP-01", "123" };

  shop_window_act (fixture, "page.new");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *sentence = NULL;
      GtkEditable *entry;

      shop_window_type (fixture, form (data), labels[i], "08");
      entry = put_in (fixture, data, labels[i], codes[i], TRUE);

      g_assert_nonnull (form (data));
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, "08");
      sentence = g_strdup_printf ("%s was scanned: a barcode has no place here.", codes[i]);
      g_assert_cmpstr (sedia_bar_get_text (sedia_bar_of (form (data))), ==, sentence);
    }
}

/* A scanner that sends no Enter; and programs that write for somebody who cannot type, which are as
 * fast, but write no codes.
 */
static void
test_put_in (ShopWindow    *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "Siti", "Toko 99 Jaya", "123" };
  GtkEditable *entry;

  shop_window_act (fixture, "page.new");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      shop_window_type (fixture, form (data), "Name", "");
      entry = put_in (fixture, data, "Name", names[i], FALSE);
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, names[i]);
      g_assert_null (sedia_bar_get_text (sedia_bar_of (form (data))));
    }

  entry = put_in (fixture, data, "Name", "8991234567890", FALSE);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "123");
  g_assert_nonnull (sedia_bar_get_text (sedia_bar_of (form (data))));
}

/* ---- whoever is new */

static void
enter (ShopWindow   *fixture,
       const People *people,
       const char   *name)
{
  shop_window_act (fixture, "page.new");
  shop_window_type (fixture, form (people), "Name", name);
  shop_window_save (fixture, form (people));
  g_assert_null (form (people));
  shop_window_settle (fixture);
}

/* Whether the keyboard is on the row that is selected. */
static gboolean
is_on_row (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (data);

  return focus != NULL && g_str_equal (gtk_widget_get_css_name (focus), "row") &&
         (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* Saved while the search and the chip of the archive hide them: both give way, and say so. */
static void
test_shown (ShopWindow    *fixture,
            gconstpointer  data)
{
  SediaListPage *page = SEDIA_LIST_PAGE (sedia_main_window_get_page (fixture->window));
  GtkWidget *search = view_find_type (gtk_window_get_titlebar (GTK_WINDOW (fixture->window)),
                                      GTK_TYPE_SEARCH_ENTRY);
  SediaDataTable *table = sedia_list_page_get_table (page);

  enter (fixture, data, "Budi");
  enter (fixture, data, "Dewi");
  gtk_editable_set_text (GTK_EDITABLE (search), "budi");
  g_signal_emit_by_name (search, "activate");
  sedia_list_page_set_filter (page, SEDIA_FILTER_ARCHIVED);
  shop_window_settle (fixture);
  g_assert_false (shop_window_shows (fixture, "Dewi"));

  enter (fixture, data, "Citra");
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – Citra");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_cmpint (sedia_list_page_get_filter (page), ==, SEDIA_FILTER_ALL);
  g_assert_true (shop_window_shows (fixture, "Dewi"));
  g_assert_cmpint (sedia_data_table_get_selected (table), ==, 3);
  g_assert_true (view_wait_until (is_on_row, fixture->window));
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);
  customers = (People) { "customers", SEDIA_TYPE_CUSTOMER_FORM };
  suppliers = (People) { "suppliers", SEDIA_TYPE_SUPPLIER_FORM };

#define ADD(name, func) \
  g_test_add ("/people/customers/" name, ShopWindow, &customers, fixture_open, func, \
              fixture_close); \
  g_test_add ("/people/suppliers/" name, ShopWindow, &suppliers, fixture_open, func, fixture_close)
  ADD ("scan", test_scan);
  ADD ("put-in", test_put_in);
  ADD ("shown", test_shown);
#undef ADD

  return g_test_run ();
}
