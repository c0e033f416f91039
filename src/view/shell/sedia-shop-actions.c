/* What can be done in the open shop whatever page is in front: see sedia-shop-actions.h. */
#include "config.h"

#include "sedia-shop-actions.h"

#include "sedia-contact-rules-form.h"
#include "sedia-export-window.h"
#include "sedia-import-window.h"
#include "sedia-list-page.h"
#include "sedia-reminders-form.h"
#include "sedia-templates-window.h"

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  SediaShop *shop = SEDIA_SHOP (data);

  sedia_import_window_open (GTK_WIDGET (shop), sedia_shop_get_store (shop),
                            parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

/* (nullable): the page in front, when it has a list that can be exported. */
static SediaListPage *
list_in_front (SediaShop *shop)
{
  SediaPage *page = sedia_shop_get_page (shop, NULL);
  const SediaQuery *query;

  if (!SEDIA_IS_LIST_PAGE (page) || sedia_list_page_get_store (SEDIA_LIST_PAGE (page)) == NULL)
    return NULL;

  query = sedia_data_table_get_query (sedia_list_page_get_table (SEDIA_LIST_PAGE (page)));
  return sedia_export_kind_of (query->kind) != NULL ? SEDIA_LIST_PAGE (page) : NULL;
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  SediaShop *shop = SEDIA_SHOP (data);
  SediaListPage *page = list_in_front (shop);
  const SediaQuery *query;

  if (page == NULL)
    return;

  query = sedia_data_table_get_query (sedia_list_page_get_table (page));
  if (parameter != NULL)
    sedia_export_begin (GTK_WIDGET (shop), sedia_shop_get_store (shop), query,
                        g_variant_get_string (parameter, NULL));
  else
    sedia_export_choose_file (GTK_WIDGET (shop), sedia_shop_get_store (shop), query,
                              sedia_page_get_title (SEDIA_PAGE (page)));
}

static void
contact_rules_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SediaShop *shop = SEDIA_SHOP (data);

  sedia_contact_rules_form_open (GTK_WIDGET (shop), sedia_shop_get_store (shop));
}

static void
messages_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  SediaShop *shop = SEDIA_SHOP (data);

  sedia_templates_window_open (GTK_WIDGET (shop), sedia_shop_get_store (shop));
}

static void
reminders_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  SediaShop *shop = SEDIA_SHOP (data);

  sedia_reminders_form_open (GTK_WIDGET (shop), sedia_shop_get_store (shop),
                             sedia_shop_get_settings (shop));
}

static const GActionEntry entries[] = {
  { "contact-rules", contact_rules_action },
  { "import", import_action },
  { "import-file", import_action, "s" },
  { "export", export_action },
  { "export-file", export_action, "s" },
  { "messages", messages_action },
  { "reminders", reminders_action },
};

/**
 * sedia_shop_actions_new:
 * @shop: the shop; it must live as long as the actions can be used
 *
 * Returns: (transfer full): its actions, disabled
 */
GActionGroup *
sedia_shop_actions_new (SediaShop *shop)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), shop);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), entries[i].name)),
      FALSE);

  return G_ACTION_GROUP (actions);
}

static gboolean
is_possible (const GActionEntry *entry,
             SediaShop          *shop)
{
  if (sedia_shop_get_store (shop) == NULL)
    return FALSE;
  if (entry->activate == export_action)
    return list_in_front (shop) != NULL;

  /* What is not remembered would be forgotten by tomorrow. */
  return entry->activate != reminders_action || sedia_shop_get_settings (shop) != NULL;
}

/**
 * sedia_shop_actions_update:
 * @actions: the actions
 * @shop: the shop, which has other records or another page in front
 *
 * Enables what can be done now.
 */
void
sedia_shop_actions_update (GActionGroup *actions,
                           SediaShop    *shop)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), entries[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_possible (&entries[i], shop));
    }
}

static gboolean
drop_cb (SediaShop    *shop,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = NULL;

  if (files == NULL || sedia_shop_get_store (shop) == NULL)
    return FALSE;
  if (!(path = g_file_get_path (files->data)))
    return FALSE;

  sedia_import_window_open (GTK_WIDGET (shop), sedia_shop_get_store (shop), path);
  return TRUE;
}

/**
 * sedia_shop_actions_take_files: Lets files be dropped on the shop, to be imported.
 */
void
sedia_shop_actions_take_files (SediaShop *shop)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), shop);
  gtk_widget_add_controller (GTK_WIDGET (shop), GTK_EVENT_CONTROLLER (target));
}
