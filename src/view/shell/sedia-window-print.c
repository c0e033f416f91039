/* Printing what the main window shows: the slip of the selected thing, or the list. */
#include "config.h"

#include "sedia-window-print.h"

#include "sedia-list-page.h"
#include "sedia-print-jobs.h"

#include <glib/gi18n.h>

static GSettings *
get_settings (SediaPrintHost *host)
{
  return sedia_shop_get_settings (sedia_main_window_get_shop (SEDIA_MAIN_WINDOW (host)));
}

/* Which of the rows were chosen: the words of the chip, what was searched for. */
static char *
dup_subtitle (SediaListPage    *page,
              const SediaQuery *query)
{
  const SediaListTexts *texts = SEDIA_LIST_PAGE_GET_CLASS (page)->texts;
  const char *chip = NULL;

  for (guint i = 0; i < texts->n_filters; i++)
    if (texts->filters[i].filter == query->filter && query->filter != SEDIA_FILTER_ALL)
      chip = g_dpgettext2 (NULL, "filter", texts->filters[i].label);

  if (query->search == NULL || *query->search == '\0')
    return g_strdup (chip);
  if (chip == NULL)
    return g_strdup_printf ("“%s”", query->search);

  return g_strdup_printf ("%s, “%s”", chip, query->search);
}

static void
print_list (SediaMainWindow *window,
            SediaListPage   *page,
            SediaStore      *store)
{
  const SediaQuery *query = sedia_data_table_get_query (sedia_list_page_get_table (page));
  SediaPrintListArgs *args = g_new0 (SediaPrintListArgs, 1);

  args->spec = SEDIA_LIST_PAGE_GET_CLASS (page)->table;
  args->query = sedia_query_copy (query);
  args->title = g_strdup (sedia_page_get_title (SEDIA_PAGE (page)));
  args->subtitle = dup_subtitle (page, query);
  sedia_print_show (GTK_WINDOW (window), store, sedia_print_list_job, args,
                    (GDestroyNotify) sedia_print_list_args_free);
}

/**
 * sedia_window_print_host_init: The main window remembers the paper where it remembers the rest.
 */
void
sedia_window_print_host_init (SediaPrintHostInterface *iface)
{
  iface->get_settings = get_settings;
}

/**
 * sedia_window_print:
 * @window: the main window
 * @is_list: the whole list, whatever is selected
 *
 * Prints the slip of what is selected; where there is none, the list as it is shown.
 */
void
sedia_window_print (SediaMainWindow *window,
                    gboolean         is_list)
{
  SediaStore *store = sedia_main_window_get_store (window);
  SediaPage *page = sedia_main_window_get_page (window);
  SediaJob job;
  gint64 id;

  if (store == NULL || !SEDIA_IS_LIST_PAGE (page) ||
      sedia_list_page_is_editing (SEDIA_LIST_PAGE (page)))
    return;

  job = SEDIA_LIST_PAGE_GET_CLASS (page)->print_job;
  id = sedia_data_table_get_selected (sedia_list_page_get_table (SEDIA_LIST_PAGE (page)));
  if (is_list || job == NULL || id <= 0)
    {
      print_list (window, SEDIA_LIST_PAGE (page), store);
      return;
    }

  sedia_print_show (GTK_WINDOW (window), store, job, g_memdup2 (&id, sizeof id), g_free);
}

/**
 * sedia_window_print_deposit:
 * @window: the main window
 * @order_id: an order with a deposit, in front or not
 *
 * Prints the receipt of the deposit.
 */
void
sedia_window_print_deposit (SediaMainWindow *window,
                            gint64           order_id)
{
  SediaStore *store = sedia_main_window_get_store (window);

  if (store != NULL)
    sedia_print_show (GTK_WINDOW (window), store, sedia_print_deposit_job,
                      g_memdup2 (&order_id, sizeof order_id), g_free);
}
