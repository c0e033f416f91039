/* A list of the store as a table.
 *
 *   filter, search, column --query--> list model --> column view --> the rows that are selected
 *
 * What a table lists, its columns and what their cells say is told by a SediaTableSpec, which lives
 * as long as the program. Nothing is sorted or filtered here: the database does it, with an index
 * for each column.
 *
 * Columns show as room allows: those that yield go first, in the order they say. The user may sort
 * by them, drag them to another place and change their widths; `layout` is how they are now, to be
 * remembered.
 *
 * Properties, rw: room (int: how wide the table may be), single-click-activate (boolean), layout
 * (GVariant).
 *
 * Signals: selection-changed (); activate (), a row was opened; list-changed (), there is another
 * number of rows, or the list has been read.
 *
 * Action: table.copy (Ctrl+C), the selected rows as a table for a spreadsheet.
 */
#pragma once

#include "sedia-list-model.h"
#include "sedia-table-cell.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_DATA_TABLE (sedia_data_table_get_type ())

G_DECLARE_FINAL_TYPE (SediaDataTable, sedia_data_table, SEDIA, DATA_TABLE, GtkWidget)

/* How a table looks: sorted by, descending, and each column with its width (-1: as GTK likes). */
#define SEDIA_DATA_TABLE_LAYOUT G_VARIANT_TYPE ("(sba(si))")

/**
 * SediaTableColumn:
 * @name: its name in the layout, the same for ever
 * @title: its head, marked with NC_ ("column", ...)
 * @kind: what its cells are
 * @min_chars: how many characters a cell needs
 * @nat_chars: how many it likes
 * @sort: (nullable): the order it asks for, as sedia_sort_to_string() names it
 * @yields: its turn to go when there is no room for all: 1 goes first; 0 stays
 * @expands: whether it takes the room that is left
 *
 * A column.
 */
typedef struct
{
  const char *name;
  const char *title;
  SediaCellKind kind;
  guint8 min_chars;
  guint8 nat_chars;
  const char *sort;
  guint8 yields;
  gboolean expands;
} SediaTableColumn;

/**
 * SediaTableSpec:
 * @kind: what is listed
 * @label: what the list is called, for those who cannot see it; marked with N_
 * @columns: (array length=n_columns): its columns, from the left
 * @n_columns: how many
 * @sort: (nullable): the column that is marked as the order there is until the user chooses one
 * @describe: what a cell says
 *
 * All that is to be known of a table.
 */
typedef struct
{
  SediaListKind kind;
  const char *label;
  const SediaTableColumn *columns;
  guint n_columns;
  const char *sort;
  SediaDescribeCell describe;
} SediaTableSpec;

/**
 * SediaDataTableState:
 * @SEDIA_DATA_TABLE_LOADING: not known yet: what is on the screen stays there
 * @SEDIA_DATA_TABLE_ROWS: there are rows
 * @SEDIA_DATA_TABLE_EMPTY: there are none
 * @SEDIA_DATA_TABLE_FAILED: there are none, because they cannot be read
 *
 * What a table has to show.
 */
typedef enum
{
  SEDIA_DATA_TABLE_LOADING,
  SEDIA_DATA_TABLE_ROWS,
  SEDIA_DATA_TABLE_EMPTY,
  SEDIA_DATA_TABLE_FAILED,
} SediaDataTableState;

GtkWidget *sedia_data_table_new (const SediaTableSpec *spec);
void sedia_data_table_set_menu (SediaDataTable *self,
                                GMenuModel     *menu);
void sedia_data_table_bind_layout (SediaDataTable *self,
                                   GSettings      *settings,
                                   const char     *key);
void sedia_data_table_set_store (SediaDataTable *self,
                                 SediaStore     *store);
void sedia_data_table_sort_by (SediaDataTable *self,
                               const char     *key);
void sedia_data_table_set_query (SediaDataTable   *self,
                                 const SediaQuery *query);
void sedia_data_table_set_column_wanted (SediaDataTable *self,
                                         const char     *name,
                                         gboolean        is_wanted);
SediaListModel *sedia_data_table_get_model (SediaDataTable *self);
const SediaQuery *sedia_data_table_get_query (SediaDataTable *self);
SediaDataTableState sedia_data_table_get_state (SediaDataTable  *self,
                                                const char     **failure);
SediaRow *sedia_data_table_get_row (SediaDataTable *self);
gint64 sedia_data_table_get_selected (SediaDataTable *self);
guint sedia_data_table_get_n_selected (SediaDataTable *self);
GArray *sedia_data_table_get_selected_ids (SediaDataTable *self);
void sedia_data_table_select (SediaDataTable *self,
                              gint64          id);
void sedia_data_table_focus (SediaDataTable *self);

G_END_DECLS
