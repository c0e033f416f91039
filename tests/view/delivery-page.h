/* The page of deliveries over a small shop, for its tests: opened, scanned into, received. */
#pragma once

#include "sedia-deliveries-page.h"
#include "sedia-delivery-editor.h"
#include "sedia-lines-editor.h"
#include "sedia-scanner.h"
#include "sedia-typed-line-row.h"
#include "view.h"

G_BEGIN_DECLS

typedef struct
{
  Shop shop;
  gint64 kettle;
  gint64 mug;
  gint64 siti;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static inline void
open_page (Fixture *fixture)
{
  fixture->page = g_object_ref_sink (sedia_deliveries_page_new ());
  fixture->window = view_window (fixture->page, 1100, 700);
  sedia_page_set_store (SEDIA_PAGE (fixture->page), fixture->shop.store, NULL);
  view_wait (fixture->shop.store);
}

static inline void
close_page (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_wait (fixture->shop.store);
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
}

static inline void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  shop_open (&fixture->shop);
  fixture->kettle = shop_add_product (fixture->shop.store, "KETTLE", "Blue Kettle");
  fixture->mug = shop_add_product (fixture->shop.store, "MUG", "White Mug");
  fixture->siti = shop_add_customer (fixture->shop.store, "Siti Rahma");
  shop_add_supplier (fixture->shop.store, "PT Dapur");
  shop_place_order (fixture->shop.store, fixture->siti, fixture->kettle, 5);
  open_page (fixture);
}

static inline void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  close_page (fixture);
  shop_close (&fixture->shop);
}

static inline gboolean
wait_for (Fixture    *fixture,
          const char *text)
{
  return view_wait_for_text (fixture->shop.store, fixture->page, text);
}

static inline SediaLinesEditor *
lines (Fixture *fixture)
{
  return SEDIA_LINES_EDITOR (view_find_type (fixture->page, SEDIA_TYPE_LINES_EDITOR));
}

static inline void
begin (Fixture *fixture)
{
  g_assert_true (sedia_page_open (SEDIA_PAGE (fixture->page), SEDIA_KIND_DRAFT, 0));
  view_wait (fixture->shop.store);
}

static inline void
scanned_cb (SediaLinesEditor *target,
            SediaBurst       *burst)
{
  sedia_lines_editor_scan (target, burst, FALSE);
}

/* Keys of a scanner, wherever the focus is. */
static inline void
scan (Fixture    *fixture,
      const char *code)
{
  g_autoptr (SediaScanner) scanner = sedia_scanner_new (fixture->page);
  SediaLinesEditor *target = lines (fixture);

  g_signal_connect_swapped (scanner, "burst", G_CALLBACK (scanned_cb), target);
  for (const char *p = code; *p != '\0'; p++)
    sedia_scanner_feed (scanner, (guint) *p, 0, (guint32) (1000 + 5 * (p - code)));
  sedia_scanner_feed (scanner, GDK_KEY_Return, 0, 2000);
  view_wait (fixture->shop.store);
}

static inline SediaTypedLineRow *
line_row (Fixture *fixture,
          guint    n)
{
  GtkWidget *row = view_find_type (GTK_WIDGET (lines (fixture)), SEDIA_TYPE_TYPED_LINE_ROW);

  while (row != NULL && n-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return SEDIA_IS_TYPED_LINE_ROW (row) ? SEDIA_TYPED_LINE_ROW (row) : NULL;
}

static inline SediaTypedLine *
line (Fixture *fixture,
      guint    n)
{
  g_assert_nonnull (line_row (fixture, n));
  return sedia_typed_line_row_get_entry (line_row (fixture, n));
}

static inline void
receive (Fixture    *fixture,
         const char *action)
{
  GtkWidget *editor = view_find_type (fixture->page, SEDIA_TYPE_DELIVERY_EDITOR);

  gtk_widget_activate_action (editor, action, NULL);
}

static inline gpointer
count_job (SediaDb   *db,
           gpointer   counts,
           GError   **error)
{
  return sedia_counts_read (db, counts, error) ? SEDIA_DONE : NULL;
}

static inline SediaCounts
counts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SediaCounts result;

  sedia_store_read (fixture->shop.store, count_job, &result, &error);
  g_assert_no_error (error);

  return result;
}

#define add_page_test(path, test) \
  g_test_add (path, Fixture, NULL, fixture_open, test, fixture_close)

G_END_DECLS
