/* A page with a list: what Waiting, Stock, Deliveries and the others have in common.
 *
 *   above                                              (nothing, or an offer)
 *   ( All 41 ) ( Late 2 ) ...                  tools
 *   sentence                                           (nothing, or what the list is ordered by)
 *   table                          | detail            or an empty state
 *
 * and, over all of that while something is being entered, the editor.
 *
 * A page derives from it; its template names its parts by the type of child: `detail` must be
 * there, and shows the selected row by itself when it is a #SediaPane with a reader; `above`,
 * `tools`, `sentence`, `editor` and `several` (what can be done with several rows at once) may be.
 * In class_init it sets `texts`, `table` and what it does in its own way. Its template is disposed
 * here.
 *
 * The action page.show-all takes away what hides rows.
 */
#pragma once

#include "sedia-chips.h"
#include "sedia-counts-watcher.h"
#include "sedia-data-table.h"
#include "sedia-list-texts.h"
#include "sedia-page.h"
#include "sedia-split.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_LIST_PAGE (sedia_list_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaListPage, sedia_list_page, SEDIA, LIST_PAGE, GtkWidget)

/**
 * SediaListPageClass:
 * @texts: what the page says; must be set
 * @table: what it lists; must be set
 * @kind: what its rows are
 * @store_changed: (nullable): there is another store, or none
 * @amend_query: (nullable): adds to the query what only this page knows
 * @selection_changed: (nullable): another row is selected, or none, or several (the id is 0 then)
 * @activated: (nullable): the selected row was opened; without it, the detail is
 * @counts_changed: (nullable): for what the page says beside its chips
 * @print_job: (nullable): prints the selected row: gint64 -> SediaPrintDocument
 * @bind_settings: (nullable): as in SediaPageInterface, for more than the table's layout
 * @open: (nullable): as in SediaPageInterface, for what is not a row of the page
 *
 * What a page does in its own way.
 */
struct _SediaListPageClass
{
  GtkWidgetClass parent_class;

  const SediaListTexts *texts;
  const SediaTableSpec *table;
  SediaKind kind;
  SediaJob print_job;

  void (*store_changed) (SediaListPage *self,
                         SediaStore    *store);
  void (*amend_query) (SediaListPage *self,
                       SediaQuery    *query);
  void (*selection_changed) (SediaListPage *self,
                             gint64         id);
  void (*activated) (SediaListPage *self);
  void (*counts_changed) (SediaListPage     *self,
                          const SediaCounts *counts);
  void (*bind_settings) (SediaListPage *self,
                         GSettings     *settings);
  gboolean (*open) (SediaListPage *self,
                    SediaKind      kind,
                    gint64         id);
};

void sedia_list_page_set_menu (SediaListPage *self,
                               GMenuModel    *menu);
SediaStore *sedia_list_page_get_store (SediaListPage *self);
SediaDataTable *sedia_list_page_get_table (SediaListPage *self);
SediaChips *sedia_list_page_get_chips (SediaListPage *self);
SediaSplit *sedia_list_page_get_split (SediaListPage *self);
SediaFilter sedia_list_page_get_filter (SediaListPage *self);
void sedia_list_page_set_filter (SediaListPage *self,
                                 SediaFilter    filter);
void sedia_list_page_update_query (SediaListPage *self);
void sedia_list_page_show (SediaListPage *self,
                           SediaFilter    filter,
                           gint64         id);
void sedia_list_page_focus_list (SediaListPage *self);
void sedia_list_page_focus_detail (SediaListPage *self);
void sedia_list_page_add_part (SediaListPage *self,
                               GtkWidget     *part,
                               const char    *type);
gboolean sedia_list_page_is_editing (SediaListPage *self);
void sedia_list_page_set_editing (SediaListPage *self,
                                  gboolean       is_editing);

G_END_DECLS
