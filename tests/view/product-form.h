/* What the tests of the product form share: a shop with the Stock page in front, and its form. */
#pragma once

#include "sedia-field.h"
#include "sedia-product-form.h"
#include "shop-window.h"

static inline void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
  shop_window_go_to (fixture, "stock");
}

static inline void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

static inline GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_PRODUCT_FORM);
}

static inline void
type (ShopWindow *fixture,
      const char *label,
      const char *text)
{
  shop_window_type (fixture, form (), label, text);
}

static inline const char *
typed (const char *label)
{
  return gtk_editable_get_text (view_find_entry (form (), label));
}

static inline GtkDropDown *
drop_down (const char *label)
{
  return GTK_DROP_DOWN (view_find_type (view_find_field (form (), label), GTK_TYPE_DROP_DOWN));
}

static inline void
save (ShopWindow *fixture)
{
  shop_window_save (fixture, form ());
}

/* Whether just this field says just that, and nothing says it a second time. */
static inline void
assert_problem (const char *label,
                const char *problem)
{
  GtkWidget *field = view_find_field (form (), label);

  g_assert_true (sedia_field_has_problem (SEDIA_FIELD (field)));
  g_assert_nonnull (view_find_text (field, problem));
  g_assert_null (sedia_bar_get_text (sedia_bar_of (form ())));
}

static inline void
assert_fine (const char *label)
{
  g_assert_false (sedia_field_has_problem (SEDIA_FIELD (view_find_field (form (), label))));
}

/* Where the keyboard is: in the field with this label. */
static inline void
assert_focus (const char *label)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (form ()));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, view_find_field (form (), label)));
}

static inline gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  gint64 id;

  return sedia_product_find (db, data, &id, error) ? sedia_product_read (db, id, error) : NULL;
}

static inline SediaProduct *
read_product (ShopWindow *fixture,
              const char *sku)
{
  SediaProduct *product = sedia_store_read (fixture->shop.store, read_job, (gpointer) sku, NULL);

  g_assert_nonnull (product);
  return product;
}

static inline void
open_product (ShopWindow *fixture,
              gint64      id,
              const char *name)
{
  g_assert_true (sedia_main_window_open (fixture->window, NULL, SEDIA_KIND_PRODUCT, id));
  g_assert_true (shop_window_wait_for (fixture, name));
  shop_window_settle (fixture);
}

static inline void
begin (ShopWindow *fixture,
       const char *sku,
       const char *name)
{
  shop_window_act (fixture, "page.new");
  g_assert_nonnull (form ());
  type (fixture, "SKU", sku);
  type (fixture, "Name", name);
}

static inline void
scan (ShopWindow *fixture,
      const char *code)
{
  GtkEditable *entry = view_find_entry (form (), "Barcodes");

  gtk_editable_set_text (entry, code);
  g_signal_emit_by_name (entry, "activate");
  shop_window_settle (fixture);
}

static inline gboolean
is_closed (gpointer unused)
{
  return form () == NULL;
}
