/* What is written can be read: the text of every label against what is behind it, measured on the
 * pixels, in the light, the dark and the two styles of high contrast. 4.5:1 is WCAG 2.1's measure
 * for text of this size (success criterion 1.4.3, which leaves out what cannot be used just now).
 */
#include "config.h"

#include "sedia-customer-form.h"
#include "sedia-help-window.h"
#include "sedia-lines-editor.h"
#include "sedia-list-page.h"
#include "sedia-product-form.h"
#include "sedia-shop.h"
#include "sedia-told-popover.h"
#include "shop-window.h"

#include <math.h>
#include <string.h>

#define LEAST 4.5
#define FEW_CHARS 2 /* a dot has no stroke to measure */

typedef struct
{
  const char *theme;
  gboolean is_dark;
} Style;

typedef struct
{
  guchar *pixels; /* B, G, R, A */
  int width;
  int height;
} Picture;

static double
channel (guchar value)
{
  const double c = value / 255.0;

  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (const guchar *pixel)
{
  return 0.0722 * channel (pixel[0]) + 0.7152 * channel (pixel[1]) + 0.2126 * channel (pixel[2]);
}

static double
contrast (double a,
          double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
take_picture (GtkWidget *window,
              Picture   *picture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autoptr (GdkTexture) texture = NULL;

  picture->width = gtk_widget_get_width (window);
  picture->height = gtk_widget_get_height (window);
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) picture->width,
                                                              (float) picture->height));
  gsk_render_node_unref (node);
  picture->pixels = g_malloc0 ((gsize) picture->width * (gsize) picture->height * 4);
  gdk_texture_download (texture, picture->pixels, (gsize) picture->width * 4);
}

static const guchar *
pixel_at (const Picture *picture,
          int            x,
          int            y)
{
  return picture->pixels + ((gsize) y * (gsize) picture->width + (gsize) x) * 4;
}

/* The contrast of the ink that is farthest from what most of the area is. */
static double
measure (const Picture         *picture,
         const graphene_rect_t *area)
{
  const int left = MAX ((int) area->origin.x, 0);
  const int top = MAX ((int) area->origin.y, 0);
  const int right = MIN ((int) (area->origin.x + area->size.width), picture->width);
  const int bottom = MIN ((int) (area->origin.y + area->size.height), picture->height);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint most = 0;
  double ground = 0;
  double best = 1;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        const guchar *pixel = pixel_at (picture, x, y);
        const guint key = pixel[0] | (guint) pixel[1] << 8 | (guint) pixel[2] << 16 | 1u << 24;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (key))) + 1;

        g_hash_table_insert (counts, GUINT_TO_POINTER (key), GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            ground = luminance (pixel);
          }
      }

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      best = MAX (best, contrast (ground, luminance (pixel_at (picture, x, y))));

  return best;
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

static gboolean
is_text (GtkWidget *widget)
{
  const char *text = text_of (widget);

  /* What stands in an empty entry says nothing that its name does not. */
  return text != NULL && g_utf8_strlen (text, -1) >= FEW_CHARS &&
         !GTK_IS_TEXT (gtk_widget_get_parent (widget)) && gtk_widget_is_sensitive (widget);
}

static void
look_at (GtkWidget     *widget,
         GtkWidget     *window,
         const Picture *picture,
         const char    *where,
         guint         *n_texts,
         guint         *n_faint)
{
  graphene_rect_t area;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) < 1)
    return;

  if (is_text (widget) && gtk_widget_compute_bounds (widget, window, &area) &&
      area.size.width > 1 && area.origin.y >= 0 && area.origin.x >= 0 &&
      area.origin.y + area.size.height <= (float) picture->height &&
      area.origin.x + area.size.width <= (float) picture->width)
    {
      const double ratio = measure (picture, &area);

      (*n_texts)++;
      if (ratio < LEAST)
        {
          (*n_faint)++;
          g_test_message ("%s: “%s” has %.2f:1", where, text_of (widget), ratio);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      look_at (child, window, picture, where, n_texts, n_faint);
}

typedef struct
{
  ShopWindow view;
  guint n_texts;
  guint n_faint;
} Look;

/* All that is written in a window or a popover. */
static void
look_into (Look       *look,
           GtkWidget  *native,
           const char *where)
{
  Picture picture;

  shop_window_settle (&look->view);
  take_picture (native, &picture);
  look_at (native, native, &picture, where, &look->n_texts, &look->n_faint);
  g_free (picture.pixels);
}

static SediaPage *
go_to (Look       *look,
       const char *name)
{
  SediaPage *page;

  shop_window_go_to (&look->view, name);
  page = sedia_main_window_get_page (look->view.window);
  if (SEDIA_IS_LIST_PAGE (page))
    sedia_data_table_select (sedia_list_page_get_table (SEDIA_LIST_PAGE (page)), 1);
  shop_window_settle (&look->view);

  return page;
}

static void
look_at_pages (Look *look)
{
  guint n_pages;
  const SediaShopPage *pages = sedia_shop_get_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      go_to (look, pages[i].name);
      look_into (look, GTK_WIDGET (look->view.window), pages[i].name);
    }
}

static void
scanned_cb (SediaLinesEditor *lines,
            SediaBurst       *burst)
{
  sedia_lines_editor_scan (lines, burst, FALSE);
}

static void
scan (Look       *look,
      const char *code)
{
  GtkWidget *lines = view_find_type (GTK_WIDGET (look->view.window), SEDIA_TYPE_LINES_EDITOR);
  g_autoptr (SediaScanner) scanner = sedia_scanner_new (lines);

  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (scanned_cb), lines);
  for (const char *p = code; *p != '\0'; p++)
    sedia_scanner_feed (scanner, (guint) *p, 0, (guint32) (1000 + 5 * (p - code)));
  sedia_scanner_feed (scanner, GDK_KEY_Return, 0, 2000);
  shop_window_settle (&look->view);
}

/* An order being typed: a line that can be had, and one that cannot. */
static void
look_at_editor (Look *look)
{
  const guint n_before = look->n_texts;

  g_assert_true (sedia_main_window_open (look->view.window, "orders", SEDIA_KIND_DRAFT, 0));
  shop_window_settle (&look->view);
  scan (look, "KETTLE");
  scan (look, "99999999");
  g_assert_true (shop_window_shows (&look->view, "Blue Kettle"));
  g_assert_true (shop_window_shows (&look->view, "99999999"));
  look_into (look, GTK_WIDGET (look->view.window), "order editor");
  g_assert_cmpuint (look->n_texts, >, n_before + 10);
}

/* With what is said when it is saved as it is: nothing was typed, or too little. */
static void
look_at_form (Look       *look,
              const char *page,
              const char *action,
              GType       type)
{
  const guint n_before = look->n_texts;
  GtkWidget *form;

  go_to (look, page);
  shop_window_act (&look->view, action);
  form = view_find_window (type);
  g_assert_nonnull (form);
  shop_window_save (&look->view, form);
  look_into (look, form, action);
  g_assert_cmpuint (look->n_texts, >, n_before + 3);
  gtk_window_destroy (GTK_WINDOW (form));
  shop_window_settle (&look->view);
}

static void
look_at_help (Look *look)
{
  const guint n_before = look->n_texts;
  GtkWidget *help;

  go_to (look, "stock");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (look->view.window), "win.help", NULL));
  help = view_find_window (SEDIA_TYPE_HELP_WINDOW);
  g_assert_nonnull (help);
  look_into (look, help, "help");
  g_assert_cmpuint (look->n_texts, >, n_before + 10);
  gtk_window_destroy (GTK_WINDOW (help));
  shop_window_settle (&look->view);
}

static void
look_at_popover (Look *look)
{
  const guint n_before = look->n_texts;
  GtkWidget *popover;

  go_to (look, "waiting");
  shop_window_act (&look->view, "page.tell");
  popover = view_find_type (GTK_WIDGET (look->view.window), SEDIA_TYPE_TOLD_POPOVER);
  g_assert_true (gtk_widget_get_mapped (popover));
  look_into (look, popover, "what was told");
  g_assert_cmpuint (look->n_texts, >, n_before + 3);
  gtk_popover_popdown (GTK_POPOVER (popover));
  shop_window_settle (&look->view);
}

static void
test_style (gconstpointer data)
{
  const Style *style = data;
  Look look = { 0 };
  SediaStore *store;
  gint64 product;
  gint64 customer;

  g_object_set (gtk_settings_get_default (), "gtk-theme-name", style->theme,
                "gtk-application-prefer-dark-theme", style->is_dark,
                "gtk-enable-animations", FALSE, NULL);
  shop_window_open (&look.view);
  store = look.view.shop.store;
  product = shop_add_product (store, "KETTLE", "Blue Kettle");
  customer = shop_add_customer (store, "Siti Rahma");
  shop_receive_from (store, shop_add_supplier (store, "PT Dapur"), product, 3);
  shop_place_order (store, customer, product, 5);

  look_at_pages (&look);
  g_assert_cmpuint (look.n_texts, >, 100);
  look_at_popover (&look);
  look_at_form (&look, "stock", "page.new", SEDIA_TYPE_PRODUCT_FORM);
  look_at_form (&look, "customers", "page.new", SEDIA_TYPE_CUSTOMER_FORM);
  look_at_help (&look);
  look_at_editor (&look);

  g_test_message ("%u texts measured", look.n_texts);
  g_assert_cmpuint (look.n_faint, ==, 0);
  shop_window_close (&look.view);
}

int
main (int    argc,
      char **argv)
{
  static const Style light = { "Default", FALSE };
  static const Style dark = { "Default", TRUE };
  static const Style contrast_light = { "Default-hc", FALSE };
  static const Style contrast_dark = { "Default-hc", TRUE };

  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  view_test_init (&argc, &argv);
  gtk_css_provider_load_from_resource (style, "/io/github/sedia/Sedia/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_test_add_data_func ("/contrast/light", &light, test_style);
  g_test_add_data_func ("/contrast/dark", &dark, test_style);
  g_test_add_data_func ("/contrast/high", &contrast_light, test_style);
  g_test_add_data_func ("/contrast/high-dark", &contrast_dark, test_style);

  return g_test_run ();
}
