/* A page of documents that are typed: see sedia-documents-page.h. */
#include "config.h"

#include "sedia-documents-page.h"

#include "sedia-draft-discard.h"
#include "sedia-draft-offer.h"

typedef struct
{
  SediaDraftOffer *offer;
  SediaEditor *editor;
} SediaDocumentsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SediaDocumentsPage, sedia_documents_page, SEDIA_TYPE_LIST_PAGE)

static SediaDocumentsPagePrivate *
private_of (SediaDocumentsPage *self)
{
  return sedia_documents_page_get_instance_private (self);
}

/* What is selected: a document, or a draft with its id below zero; 0 for nothing, and while the
 * list is behind the editor.
 */
static gint64
selected (SediaDocumentsPage *self)
{
  if (sedia_list_page_is_editing (SEDIA_LIST_PAGE (self)))
    return 0;

  return sedia_data_table_get_selected (sedia_list_page_get_table (SEDIA_LIST_PAGE (self)));
}

/* ---- the editor */

static void
show_list (SediaDocumentsPage *self,
           gint64              id)
{
  SediaListPage *page = SEDIA_LIST_PAGE (self);

  sedia_list_page_set_editing (page, FALSE);
  sedia_list_page_set_filter (page, SEDIA_FILTER_ALL);
  sedia_list_page_focus_list (page);
  sedia_data_table_select (sedia_list_page_get_table (page), id);
}

static void
continue_draft (SediaDocumentsPage *self,
                gint64              draft_id)
{
  SediaDocumentsPagePrivate *priv = private_of (self);

  if (sedia_draft_offer_get_draft_id (priv->offer) == draft_id)
    sedia_draft_offer_hide (priv->offer);

  sedia_list_page_set_editing (SEDIA_LIST_PAGE (self), TRUE);
  sedia_editor_open (priv->editor, draft_id);
}

static void
editor_closed_cb (SediaDocumentsPage *self)
{
  show_list (self, -sedia_editor_get_draft_id (private_of (self)->editor));
}

/* A draft that was closed before its first save has its number only now. */
static void
editor_kept_cb (SediaDocumentsPage *self)
{
  SediaListPage *page = SEDIA_LIST_PAGE (self);
  const gint64 draft_id = sedia_editor_get_draft_id (private_of (self)->editor);

  if (draft_id != 0 && !sedia_list_page_is_editing (page) && selected (self) == 0)
    sedia_data_table_select (sedia_list_page_get_table (page), -draft_id);
}

static void
editor_booked_cb (SediaDocumentsPage *self,
                  gint64              id)
{
  show_list (self, id);
}

static void
begin (SediaDocumentsPage *self)
{
  SediaDocumentsPagePrivate *priv = private_of (self);

  if (sedia_list_page_is_editing (SEDIA_LIST_PAGE (self)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (priv->editor));
      return;
    }

  sedia_list_page_set_editing (SEDIA_LIST_PAGE (self), TRUE);
  sedia_editor_begin (priv->editor);
  sedia_draft_offer_look (priv->offer, 0);
}

/* ---- drafts */

static void
continue_draft_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  SediaDocumentsPage *self = SEDIA_DOCUMENTS_PAGE (widget);

  if (selected (self) < 0)
    continue_draft (self, -selected (self));
}

static void
discard_answered (GtkWidget *widget,
                  gboolean   is_yes,
                  gpointer   data)
{
  SediaDocumentsPage *self = SEDIA_DOCUMENTS_PAGE (widget);
  SediaStore *store = sedia_list_page_get_store (SEDIA_LIST_PAGE (self));

  if (is_yes && selected (self) < 0 && store != NULL)
    sedia_draft_throw_away (widget, store, -selected (self));
}

static void
discard_draft_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  SediaDocumentsPage *self = SEDIA_DOCUMENTS_PAGE (widget);

  if (selected (self) < 0)
    sedia_draft_ask_discard (widget, SEDIA_DOCUMENTS_PAGE_GET_CLASS (self)->draft_kind,
                             discard_answered);
}

/* ---- as a page */

static gboolean
sedia_documents_page_open (SediaListPage *page,
                           SediaKind      kind,
                           gint64         id)
{
  SediaDocumentsPage *self = SEDIA_DOCUMENTS_PAGE (page);

  if (kind == SEDIA_LIST_PAGE_GET_CLASS (page)->kind)
    show_list (self, id);
  else if (kind != SEDIA_KIND_DRAFT)
    return FALSE;
  else if (id > 0)
    continue_draft (self, id);
  else
    begin (self);

  return TRUE;
}

static void
sedia_documents_page_store_changed (SediaListPage *page,
                                    SediaStore    *store)
{
  SediaDocumentsPagePrivate *priv = private_of (SEDIA_DOCUMENTS_PAGE (page));

  sedia_draft_offer_set_store (priv->offer, store);
  sedia_editor_set_store (priv->editor, store);
  sedia_draft_offer_look (priv->offer, 0);
}

static void
sedia_documents_page_selection_changed (SediaListPage *page,
                                        gint64         id)
{
  SediaDocumentsPageClass *klass = SEDIA_DOCUMENTS_PAGE_GET_CLASS (page);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.continue-draft", id < 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.discard-draft", id < 0);
  if (klass->document_selected != NULL)
    klass->document_selected (SEDIA_DOCUMENTS_PAGE (page), MAX (id, 0));
}

/* A draft is there to be continued; in a small window its detail is the way to it. */
static void
sedia_documents_page_activated (SediaListPage *page)
{
  SediaDocumentsPage *self = SEDIA_DOCUMENTS_PAGE (page);

  if (selected (self) < 0 && !sedia_split_get_folded (sedia_list_page_get_split (page)))
    continue_draft (self, -selected (self));
  else
    sedia_list_page_focus_detail (page);
}

/* ---- the widget */

/* Before the list page is complete: it tells at once what is selected. */
static void
add_parts (SediaDocumentsPage *self)
{
  SediaDocumentsPageClass *klass = SEDIA_DOCUMENTS_PAGE_GET_CLASS (self);
  SediaDocumentsPagePrivate *priv = private_of (self);

  priv->offer = g_object_new (SEDIA_TYPE_DRAFT_OFFER, NULL);
  sedia_draft_offer_set_kind (priv->offer, klass->draft_kind);
  sedia_list_page_add_part (SEDIA_LIST_PAGE (self), GTK_WIDGET (priv->offer), "above");
  g_signal_connect_object (priv->offer, "continued", G_CALLBACK (continue_draft), self,
                           G_CONNECT_SWAPPED);

  priv->editor = g_object_new (klass->editor_type, NULL);
  sedia_list_page_add_part (SEDIA_LIST_PAGE (self), GTK_WIDGET (priv->editor), "editor");
  g_signal_connect_object (priv->editor, "closed", G_CALLBACK (editor_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->editor, "kept", G_CALLBACK (editor_kept_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->editor, "booked", G_CALLBACK (editor_booked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sedia_documents_page_constructed (GObject *object)
{
  add_parts (SEDIA_DOCUMENTS_PAGE (object));

  G_OBJECT_CLASS (sedia_documents_page_parent_class)->constructed (object);
}

static void
sedia_documents_page_class_init (SediaDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaListPageClass *page_class = SEDIA_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sedia_documents_page_constructed;
  page_class->store_changed = sedia_documents_page_store_changed;
  page_class->selection_changed = sedia_documents_page_selection_changed;
  page_class->activated = sedia_documents_page_activated;
  page_class->open = sedia_documents_page_open;

  gtk_widget_class_install_action (widget_class, "page.continue-draft", NULL,
                                   continue_draft_action);
  gtk_widget_class_install_action (widget_class, "page.discard-draft", NULL, discard_draft_action);
}

static void
sedia_documents_page_init (SediaDocumentsPage *self)
{
}

/**
 * sedia_documents_page_get_selected: The selected document; 0 for none, or for a draft.
 */
gint64
sedia_documents_page_get_selected (SediaDocumentsPage *self)
{
  g_return_val_if_fail (SEDIA_IS_DOCUMENTS_PAGE (self), 0);

  return MAX (selected (self), 0);
}

/**
 * sedia_documents_page_show_editor: (transfer none) brings the editor to the front, with what is in
 * it.
 */
SediaEditor *
sedia_documents_page_show_editor (SediaDocumentsPage *self)
{
  g_return_val_if_fail (SEDIA_IS_DOCUMENTS_PAGE (self), NULL);

  sedia_list_page_set_editing (SEDIA_LIST_PAGE (self), TRUE);

  return private_of (self)->editor;
}
