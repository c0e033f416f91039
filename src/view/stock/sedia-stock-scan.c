/* What a scan on the stock page means: see sedia-stock-scan.h.
 *
 * What nobody knows is not always a code: somebody pasted quickly into the search, or an input
 * method typed there. It is asked about unless it belongs there.
 */
#include "config.h"

#include "sedia-stock-scan.h"

#include "sedia-act.h"
#include "sedia-draft-jobs.h"
#include "sedia-product-form.h"
#include "sedia-unknown-code-form.h"

#include <string.h>

#define BARCODE_DIGITS 8 /* the shortest kind there is */

typedef struct
{
  SediaListPage *page;
  SediaBurst *burst;
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->page);
  sedia_burst_unref (lookup->burst);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

/* A product that is not sold any more stands in a list of its own. */
static void
show (SediaListPage *page,
      gint64         product_id,
      gboolean       is_archived)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (page), "win.open", "(ix)", SEDIA_KIND_PRODUCT,
                                   product_id))
    sedia_list_page_show (page, SEDIA_FILTER_ALL, product_id);

  if (is_archived)
    {
      sedia_list_page_set_filter (page, SEDIA_FILTER_ARCHIVED);
      sedia_data_table_select (sedia_list_page_get_table (page), product_id);
    }
  sedia_list_page_focus_list (page);
}

static void
saved_cb (SediaListPage *page,
          gint64         product_id)
{
  show (page, product_id, FALSE);
}

static void
create_cb (SediaListPage *page,
           const char    *code)
{
  SediaStore *store = sedia_list_page_get_store (page);
  g_autoptr (SediaProduct) product = sedia_product_new ();
  const char *const codes[] = { code, NULL };

  if (store == NULL)
    return;

  g_strfreev (product->barcodes);
  product->barcodes = g_strdupv ((char **) codes);
  g_signal_connect_object (sedia_product_form_open (GTK_WIDGET (page), store, product), "saved",
                           G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
}

static void
ask_whose (SediaListPage *page,
           const char    *code)
{
  SediaUnknownCodeForm *form = sedia_unknown_code_form_open (GTK_WIDGET (page),
                                                             sedia_list_page_get_store (page),
                                                             code);

  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "create", G_CALLBACK (create_cb), page, G_CONNECT_SWAPPED);
}

static gboolean
is_barcode (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");

  return n_digits >= BARCODE_DIGITS && text[n_digits] == '\0';
}

static gboolean
belongs_where_typed (const Lookup *lookup)
{
  return sedia_burst_is_text (lookup->burst) && !is_barcode (sedia_burst_get_text (lookup->burst));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Lookup) lookup = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaFoundProduct) found = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (sedia_list_page_get_store (lookup->page) != SEDIA_STORE (source))
    return;

  if (found == NULL)
    sedia_act_say_error (GTK_WIDGET (lookup->page), error);
  else if (found->product != NULL)
    show (lookup->page, found->product->id, found->product->archived);
  else if (belongs_where_typed (lookup))
    sedia_burst_type (lookup->burst);
  else
    ask_whose (lookup->page, found->code);
}

/**
 * sedia_stock_scan:
 * @page: the stock page, with a store
 * @burst: keys that came so fast that a scanner may have sent them
 *
 * Finds out what they mean and does it.
 */
void
sedia_stock_scan (SediaListPage *page,
                  SediaBurst    *burst)
{
  Lookup *lookup;

  g_return_if_fail (SEDIA_IS_LIST_PAGE (page));
  g_return_if_fail (burst != NULL);

  lookup = g_new (Lookup, 1);
  lookup->page = g_object_ref (page);
  lookup->burst = sedia_burst_ref (burst);
  sedia_store_read_async (sedia_list_page_get_store (page), sedia_product_find_job,
                          g_strdup (sedia_burst_get_text (burst)), g_free,
                          (GDestroyNotify) sedia_found_product_free, NULL, found_cb, lookup);
}
