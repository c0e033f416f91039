/* A row that was just saved reaches the list a moment after it is committed, and its place on the
 * screen a moment after that: who asks for it gets it as soon as both are there. The keyboard too:
 * a page that has just come to the front has no rows on the screen yet, and a row that goes from
 * the list takes the keyboard with it, which GTK would put on whatever comes next in the window.
 */
#include "config.h"

#include "sedia-table-seeker.h"

#include "sedia-column-view.h"

#define FOCUS_TRIES 4
#define FOCUS_AFTER_MS 30

struct _SediaTableSeeker
{
  GtkWidget *table;             /* not owned: it owns this */
  GtkColumnView *view;          /* not owned */
  SediaListModel *model;        /* NULL without a store */
  SediaSelectionKeeper *keeper;
  gint64 wanted;                /* to be selected as soon as it is there; 0 for nothing */
  guint wanted_source;
  guint focus_source;
  guint focus_tries;
  gconstpointer focus;          /* what had it when the list was to have it: only compared */
  guint hold_source;            /* the list had the keyboard when it changed */
  guint hold_tries;
  GtkWidget *held;              /* what had it then; weak */
};

static GtkWidget *
get_focus (SediaTableSeeker *self)
{
  GtkRoot *root = gtk_widget_get_root (self->table);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
has_focus (SediaTableSeeker *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, self->table);
}

/* The row that has it may have gone already: GTK 4.8 goes on saying that the focus is on it, and in
 * the list. */
static gboolean
had_focus (SediaTableSeeker *self)
{
  GtkWidget *focus = get_focus (self);

  return has_focus (self) ||
         (focus != NULL && gtk_widget_get_root (focus) == NULL &&
          (gtk_widget_get_state_flags (self->table) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0);
}

/* The user may have put the keyboard elsewhere meanwhile. */
static gboolean
focus_cb (gpointer data)
{
  SediaTableSeeker *self = data;

  if (gtk_widget_get_mapped (self->table) && get_focus (self) == self->focus)
    {
      sedia_column_view_focus (self->view);
      if (--self->focus_tries > 0 && get_focus (self) == self->focus)
        return G_SOURCE_CONTINUE;
    }

  self->focus_source = 0;
  return G_SOURCE_REMOVE;
}

/* GTK takes a row off the screen a moment after it went from the list. As long as it is there, it
 * was the user who took the keyboard elsewhere. */
static gboolean
hold_cb (gpointer data)
{
  SediaTableSeeker *self = data;
  const gboolean is_gone = self->held == NULL || gtk_widget_get_root (self->held) == NULL;
  const gboolean is_there = has_focus (self);

  if (is_there && --self->hold_tries > 0)
    return G_SOURCE_CONTINUE;

  self->hold_source = 0;
  g_clear_weak_pointer (&self->held);
  if (!is_there && is_gone && gtk_widget_get_mapped (self->table))
    sedia_table_seeker_focus (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_selected (SediaTableSeeker *self)
{
  SediaRow *row = sedia_selection_keeper_get_row (self->keeper);

  return row != NULL && sedia_row_get_id (row) == self->wanted;
}

/* The keyboard stays in a menu that was opened while the row was on its way: taken out of it, it
 * would move about behind the menu.
 */
static gboolean
is_in_menu (SediaTableSeeker *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Selects in one round, scrolls and takes the focus in the next: only then the row has its
 * place.
 */
static gboolean
wanted_cb (gpointer data)
{
  SediaTableSeeker *self = data;
  const gboolean was_selected = is_selected (self);

  self->wanted_source = 0;
  if (!was_selected && !sedia_list_model_find (self->model, self->wanted, NULL))
    return G_SOURCE_REMOVE;

  sedia_selection_keeper_select (self->keeper, self->wanted);
  if (!was_selected)
    {
      self->wanted_source = g_idle_add_full (G_PRIORITY_LOW, wanted_cb, self, NULL);
      return G_SOURCE_REMOVE;
    }

  self->wanted = 0;
  if (gtk_widget_get_mapped (self->table) && !is_in_menu (self))
    sedia_table_seeker_focus (self);

  return G_SOURCE_REMOVE;
}

/**
 * sedia_table_seeker_new:
 * @table: the table, which owns the seeker
 * @view: its column view
 *
 * Returns: (transfer full): a seeker without a list
 */
SediaTableSeeker *
sedia_table_seeker_new (GtkWidget     *table,
                        GtkColumnView *view)
{
  SediaTableSeeker *self = g_new0 (SediaTableSeeker, 1);

  self->table = table;
  self->view = view;

  return self;
}

/**
 * sedia_table_seeker_free: Seeks no more.
 */
void
sedia_table_seeker_free (SediaTableSeeker *self)
{
  sedia_table_seeker_set_list (self, NULL, NULL);
  g_free (self);
}

/**
 * sedia_table_seeker_set_list:
 * @self: a seeker
 * @model: (nullable): the list the table shows now
 * @keeper: (nullable): who keeps what is selected in it
 */
void
sedia_table_seeker_set_list (SediaTableSeeker     *self,
                             SediaListModel       *model,
                             SediaSelectionKeeper *keeper)
{
  g_clear_handle_id (&self->wanted_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->hold_source, g_source_remove);
  g_clear_weak_pointer (&self->held);
  if (model == NULL)
    self->wanted = 0;

  g_set_object (&self->model, model);
  g_set_object (&self->keeper, keeper);
}

/**
 * sedia_table_seeker_seek:
 * @self: a seeker
 * @id: a row; 0 to seek none
 *
 * Selects the row, brings it into view and puts the keyboard on it, now or as soon as it is there.
 */
void
sedia_table_seeker_seek (SediaTableSeeker *self,
                         gint64            id)
{
  self->wanted = id;
  sedia_table_seeker_look (self);
}

/**
 * sedia_table_seeker_look: The list has changed: what is sought may be there now, and a row that
 * had the keyboard may be gone.
 */
void
sedia_table_seeker_look (SediaTableSeeker *self)
{
  if (had_focus (self))
    {
      g_set_weak_pointer (&self->held, get_focus (self));
      self->hold_tries = FOCUS_TRIES;
      if (self->hold_source == 0)
        self->hold_source = g_timeout_add (FOCUS_AFTER_MS, hold_cb, self);
    }
  if (self->wanted != 0 && self->wanted_source == 0 && self->model != NULL)
    self->wanted_source = g_idle_add_full (G_PRIORITY_LOW, wanted_cb, self, NULL);
}

/**
 * sedia_table_seeker_focus: Puts the keyboard into the list, now or as soon as it has rows.
 */
void
sedia_table_seeker_focus (SediaTableSeeker *self)
{
  g_clear_handle_id (&self->focus_source, g_source_remove);
  sedia_column_view_focus (self->view);

  if (has_focus (self))
    return;

  self->focus = get_focus (self);
  self->focus_tries = FOCUS_TRIES;
  self->focus_source = g_timeout_add (FOCUS_AFTER_MS, focus_cb, self);
}
