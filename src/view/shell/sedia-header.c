/* The header bar: name of the page in front, its search, its one suggested button, the menu.
 *
 * There is one search entry; what was typed is remembered page by page.
 */
#include "config.h"

#include "sedia-header.h"

#include "sedia-accessible.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaHeader
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkButton *primary;
  GtkWidget *menu_button;
  GtkEditable *search;
  GtkWidget *sample;
  GMenu *undo_section;

  SediaPage *page;      /* NULL before the shop is open */
  GHashTable *searches; /* SediaPage, not owned -> what was typed there */
};

G_DEFINE_FINAL_TYPE (SediaHeader, sedia_header, GTK_TYPE_WIDGET)

static const char *
typed_in (SediaHeader *self,
          SediaPage   *page)
{
  const char *typed = page != NULL ? g_hash_table_lookup (self->searches, page) : NULL;

  return typed != NULL ? typed : "";
}

static void
search_changed_cb (SediaHeader *self)
{
  const char *text = gtk_editable_get_text (self->search);

  if (self->page == NULL || g_str_equal (typed_in (self, self->page), text))
    return;

  g_hash_table_insert (self->searches, self->page, g_strdup (text));
  sedia_page_set_search (self->page, text);
}

static void
search_done_cb (SediaHeader *self)
{
  search_changed_cb (self);
  if (self->page != NULL)
    sedia_page_focus_list (self->page);
}

static void
search_stopped_cb (SediaHeader *self)
{
  gtk_editable_set_text (self->search, "");
  search_done_cb (self);
}

/* From the page: its own actions are known only there. */
static void
primary_clicked_cb (SediaHeader *self)
{
  const char *label = NULL;
  const char *detailed = self->page != NULL ? sedia_page_get_primary (self->page, &label) : NULL;
  g_autoptr (GVariant) parameter = NULL;
  g_autofree char *action = NULL;

  if (detailed != NULL && g_action_parse_detailed_name (detailed, &action, &parameter, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self->page), action, parameter);
}

static void
update_primary (SediaHeader *self)
{
  const char *label = NULL;
  const char *action = self->page != NULL ? sedia_page_get_primary (self->page, &label) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->search),
                          self->page != NULL && sedia_page_can_search (self->page));
  gtk_widget_set_visible (GTK_WIDGET (self->primary), action != NULL);
  if (action != NULL)
    gtk_button_set_label (self->primary, label);
}

static void
sedia_header_dispose (GObject *object)
{
  SediaHeader *self = SEDIA_HEADER (object);

  self->page = NULL;
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_HEADER);

  G_OBJECT_CLASS (sedia_header_parent_class)->dispose (object);
}

static void
sedia_header_finalize (GObject *object)
{
  SediaHeader *self = SEDIA_HEADER (object);

  g_clear_pointer (&self->searches, g_hash_table_unref);

  G_OBJECT_CLASS (sedia_header_parent_class)->finalize (object);
}

static void
sedia_header_class_init (SediaHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_header_dispose;
  object_class->finalize = sedia_header_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/header.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaHeader, title);
  gtk_widget_class_bind_template_child (widget_class, SediaHeader, primary);
  gtk_widget_class_bind_template_child (widget_class, SediaHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SediaHeader, search);
  gtk_widget_class_bind_template_child (widget_class, SediaHeader, sample);
  gtk_widget_class_bind_template_child (widget_class, SediaHeader, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, primary_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
sedia_header_init (SediaHeader *self)
{
  self->searches = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_name_inner (self->menu_button, _("Main menu"));
  sedia_header_set_page (self, NULL);
  sedia_header_set_undo (self, NULL);
}

/**
 * sedia_header_new:
 *
 * Returns: (transfer floating): a header for no page yet
 */
GtkWidget *
sedia_header_new (void)
{
  return g_object_new (SEDIA_TYPE_HEADER, NULL);
}

/**
 * sedia_header_set_page:
 * @self: the header
 * @page: (nullable): the page in front; it must live as long as the header
 */
void
sedia_header_set_page (SediaHeader *self,
                       SediaPage   *page)
{
  g_return_if_fail (SEDIA_IS_HEADER (self));

  if (self->page != NULL)
    g_signal_handlers_disconnect_by_func (self->page, update_primary, self);

  self->page = page;

  if (page != NULL)
    g_signal_connect_object (page, "primary-changed", G_CALLBACK (update_primary), self,
                             G_CONNECT_SWAPPED);

  gtk_label_set_label (self->title, page != NULL ? sedia_page_get_title (page) : _("Sedia"));
  gtk_editable_set_text (self->search, typed_in (self, page));
  update_primary (self);
}

/**
 * sedia_header_set_undo:
 * @self: the header
 * @label: (nullable): what Undo would take back, NULL for nothing
 */
void
sedia_header_set_undo (SediaHeader *self,
                       const char  *label)
{
  g_return_if_fail (SEDIA_IS_HEADER (self));

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, label != NULL ? label : _("Undo"), "win.undo");
}

/**
 * sedia_header_focus_search: Puts the keyboard into the search; FALSE when the page has none.
 */
gboolean
sedia_header_focus_search (SediaHeader *self)
{
  g_return_val_if_fail (SEDIA_IS_HEADER (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search)))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);

  return TRUE;
}

/**
 * sedia_header_clear_search: Forgets what was typed for the page in front.
 */
void
sedia_header_clear_search (SediaHeader *self)
{
  g_return_if_fail (SEDIA_IS_HEADER (self));

  gtk_editable_set_text (self->search, "");
  search_changed_cb (self);
}

/**
 * sedia_header_set_sample: Whether to say that this is no real shop.
 */
void
sedia_header_set_sample (SediaHeader *self,
                         gboolean     is_sample)
{
  g_return_if_fail (SEDIA_IS_HEADER (self));

  gtk_widget_set_visible (self->sample, is_sample);
}
