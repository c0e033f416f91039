/* What the tests of importing in the window share: a shop, a folder of files, the import window. */
#pragma once

#include "folder.h"
#include "sedia-chips.h"
#include "sedia-import-bad.h"
#include "sedia-import-window.h"
#include "shop-window.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  ShopWindow shop;
  char *folder;
} ImportFixture;

static inline void
import_open (ImportFixture *fixture,
             gconstpointer  unused)
{
  shop_window_open (&fixture->shop);
  fixture->folder = folder_open ();
}

static inline GtkWidget *
import_window (void)
{
  return view_find_window (SEDIA_TYPE_IMPORT_WINDOW);
}

static inline void
import_close (ImportFixture *fixture,
              gconstpointer  unused)
{
  if (import_window () != NULL)
    gtk_window_destroy (GTK_WINDOW (import_window ()));
  shop_window_close (&fixture->shop);
  folder_close (fixture->folder);
}

static inline void
import_file_at (ImportFixture *fixture,
                const char    *path)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->shop.window), "shop.import-file",
                                             "s", path));
  g_assert_nonnull (import_window ());
}

/* Writes a file, opens the import window with it. */
static inline void
import_text (ImportFixture *fixture,
             const char    *name,
             const char    *text)
{
  g_autofree char *path = folder_write (fixture->folder, name, text);

  import_file_at (fixture, path);
}

#define import_assert_says(fixture, text) \
  g_assert_true (view_wait_for_text ((fixture)->shop.shop.store, import_window (), text))

/* What is chosen, or typed, in the field with this label. */
static inline GtkDropDown *
import_choice (const char *label)
{
  GtkWidget *field = gtk_widget_get_ancestor (view_find_text (import_window (), label),
                                              g_type_from_name ("SediaField"));
  GtkDropDown *choice;

  g_object_get (field, "child", &choice, NULL);
  g_object_unref (choice); /* the field has it */

  return choice;
}

static inline const char *
import_chosen (GtkDropDown *choice)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (choice));
}

static inline void
import_choose (GtkDropDown *choice,
               const char  *text)
{
  GListModel *items = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (items, i);

      if (g_str_equal (gtk_string_object_get_string (item), text))
        {
          gtk_drop_down_set_selected (choice, i);
          return;
        }
    }

  g_error ("“%s” cannot be chosen", text);
}

/* What a column of the file is taken for; the file must be on the screen. */
static inline GtkDropDown *
import_column (const char *header)
{
  GtkWidget *head = gtk_widget_get_parent (view_find_text (import_window (), header));

  return GTK_DROP_DOWN (view_find_type (head, GTK_TYPE_DROP_DOWN));
}

static inline void
import_press_chip (const char *label)
{
  GtkWidget *chips = view_find_type (import_window (), SEDIA_TYPE_CHIPS);
  GtkWidget *chip = gtk_widget_get_ancestor (view_find_text (chips, label), GTK_TYPE_TOGGLE_BUTTON);

  g_signal_emit_by_name (chip, "clicked");
  view_wait (NULL);
}

static inline GtkWidget *
import_find_save (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "form.save") == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = import_find_save (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
import_can_save (void)
{
  return gtk_widget_is_sensitive (import_find_save (import_window ()));
}

static inline gboolean
import_is_closed (gpointer unused)
{
  return import_window () == NULL;
}

static inline gboolean
import_is_ready (gpointer unused)
{
  return import_can_save ();
}

/* Imports, as soon as the file has been looked at; what the bar of the main window says then. */
static inline const char *
import_save (ImportFixture *fixture)
{
  g_assert_true (view_wait_until (import_is_ready, NULL));
  g_assert_true (gtk_widget_activate_action (import_window (), "form.save", NULL));
  g_assert_true (view_wait_until (import_is_closed, NULL));
  shop_window_settle (&fixture->shop);

  return shop_window_bar (&fixture->shop);
}

G_END_DECLS
