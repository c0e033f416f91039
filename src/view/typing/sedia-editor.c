/* Entering a document, from the first key to the booking; what is not seen is in sedia-typing.h.
 *
 *   keys --burst--> lines
 *   Book --> lines and head looked at --> booked
 *                    |               +--> the sentence, here; the draft is still there
 *                    +--> the field that needs another look
 */
#include "config.h"

#include "sedia-editor.h"

#include "sedia-act.h"
#include "sedia-bar.h"
#include "sedia-draft-discard.h"
#include "sedia-focus.h"
#include "sedia-split.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaDocument *document;
  SediaTyping *typing;
  SediaScanner *scanner;
  gboolean is_booking;
  gboolean goes_on_anyway;
  gboolean has_second;
  gboolean is_second; /* booked in the second way */

  SediaEditorTop *top;
  SediaSplit *split;
  GtkBox *left;
  SediaLinesEditor *lines;
  GtkButton *to_detail;
  GtkWidget *head; /* the first child of `left` */
} SediaEditorPrivate;

enum
{
  CLOSED,
  BOOKED,
  KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static SediaEditorPrivate *private_of (SediaEditor *self);

static void
sedia_editor_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  SediaEditorPrivate *priv = private_of (SEDIA_EDITOR (buildable));

  if (g_strcmp0 (type, "head") == 0)
    gtk_box_prepend (priv->left, priv->head = GTK_WIDGET (child));
  else if (g_strcmp0 (type, "detail") == 0)
    sedia_split_set_detail (priv->split, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sedia_editor_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sedia_editor_add_child;
}

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SediaEditor, sedia_editor, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (SediaEditor)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         sedia_editor_buildable_init))

static SediaEditorPrivate *
private_of (SediaEditor *self)
{
  return sedia_editor_get_instance_private (self);
}

/* ---- what went wrong, where it happened */

static void
hide_problem (SediaEditor *self)
{
  sedia_editor_top_set_problem (private_of (self)->top, NULL, FALSE);
}

static void
show_problem (SediaEditor *self,
              const char  *sentence,
              gboolean     can_go_on)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.book-anyway", can_go_on);
  sedia_editor_top_set_problem (private_of (self)->top, sentence, can_go_on);
}

static void
not_saved_cb (SediaEditor  *self,
              const GError *error)
{
  show_problem (self, error->message, FALSE);
}

static void
state_changed_cb (SediaEditor *self)
{
  SediaEditorPrivate *priv = private_of (self);

  sedia_editor_top_set_state (priv->top, sedia_typing_get_state (priv->typing), priv->is_booking);
}

static void
previewed_cb (SediaEditor *self,
              gpointer     preview,
              const char  *problem)
{
  SEDIA_EDITOR_GET_CLASS (self)->previewed (self, preview, problem);
}

/* ---- booking */

static void
update_actions (SediaEditor *self)
{
  SediaEditorPrivate *priv = private_of (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.book", !priv->is_booking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.book-second",
                                 !priv->is_booking && priv->has_second);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.discard",
                                 !priv->is_booking && !sedia_document_is_empty (priv->document));
}

static void
document_changed_cb (SediaEditor *self)
{
  hide_problem (self);
  update_actions (self);
}

static void
set_booking (SediaEditor *self,
             gboolean     is_booking)
{
  SediaEditorPrivate *priv = private_of (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A field must not have the focus when it becomes insensitive. */
  if (is_booking && root != NULL)
    gtk_root_set_focus (root, NULL);

  priv->is_booking = is_booking;
  update_actions (self);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->split), !is_booking);
  state_changed_cb (self);
}

static void
booked_cb (SediaEditor *self,
           const char  *text)
{
  SediaEditorPrivate *priv = private_of (self);
  SediaEditorReceipt receipt = { 0 };
  SediaBar *bar = sedia_bar_of (GTK_WIDGET (self));

  SEDIA_EDITOR_GET_CLASS (self)->read_receipt (self, text, &receipt);
  set_booking (self, FALSE);
  sedia_typing_drop (priv->typing);
  if (bar != NULL)
    {
      sedia_bar_say (bar, SEDIA_BAR_DONE, receipt.sentence);
      sedia_bar_offer_undo (bar, _("Undo"), receipt.operation_id);
      if (receipt.show_action != NULL)
        sedia_bar_offer_show (bar, _("Show"), receipt.show_action);
    }
  g_signal_emit (self, signals[BOOKED], 0, receipt.document_id);

  g_free (receipt.sentence);
  g_free (receipt.show_action);
}

static void
not_booked_cb (SediaEditor  *self,
               const GError *error)
{
  set_booking (self, FALSE);
  sedia_lines_editor_focus_field (private_of (self)->lines);
  show_problem (self, error->message, g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_CONFIRM));
}

/* Whether every line can be booked; if not, says why, and the keyboard goes to the first. */
static gboolean
check_lines (SediaEditor *self)
{
  SediaEditorPrivate *priv = private_of (self);
  SediaTypedLines *lines = sedia_document_get_lines (priv->document);
  const char *nothing = _(SEDIA_EDITOR_GET_CLASS (self)->texts->nothing);
  SediaTypedLine *first;
  g_autofree char *problem = sedia_typed_lines_dup_problem (lines, nothing, &first);

  if (problem == NULL)
    return TRUE;

  show_problem (self, problem, FALSE);
  sedia_lines_editor_focus_entry (priv->lines, first);

  return FALSE;
}

static void
book (SediaEditor *self,
      gboolean     anyway,
      gboolean     is_second)
{
  SediaEditorPrivate *priv = private_of (self);
  SediaEditorClass *klass = SEDIA_EDITOR_GET_CLASS (self);

  if (sedia_typing_get_store (priv->typing) == NULL || priv->is_booking || !check_lines (self))
    return;

  hide_problem (self);
  priv->goes_on_anyway = anyway;
  priv->is_second = is_second;
  set_booking (self, TRUE);
  if (klass->ends != NULL)
    klass->ends (self, is_second);
  if (klass->check != NULL)
    klass->check (self);
  else
    sedia_editor_checked (self, NULL);
}

static void
book_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SediaEditor *self = SEDIA_EDITOR (widget);
  const gboolean anyway = g_str_equal (action, "page.book-anyway");

  book (self, anyway, anyway ? private_of (self)->is_second
                             : g_str_equal (action, "page.book-second"));
}

/* ---- coming and leaving */

static void
shown_cb (SediaEditor *self)
{
  SediaEditorPrivate *priv = private_of (self);

  SEDIA_EDITOR_GET_CLASS (self)->show (self);
  sedia_lines_editor_forget_removed (priv->lines);
  hide_problem (self);
  set_booking (self, FALSE);
  sedia_split_set_detail_shown (priv->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
gone_cb (SediaEditor  *self,
         const GError *error)
{
  sedia_act_say_error (GTK_WIDGET (self), error);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
kept_cb (gpointer data)
{
  g_signal_emit (SEDIA_EDITOR (data), signals[KEPT], 0);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SediaEditor *self = SEDIA_EDITOR (widget);
  SediaEditorPrivate *priv = private_of (self);

  if (priv->is_booking)
    return;
  if (sedia_split_get_folded (priv->split) && sedia_split_get_detail_shown (priv->split))
    {
      sedia_split_set_detail_shown (priv->split, FALSE);
      return;
    }

  g_signal_emit (self, signals[CLOSED], 0);
  sedia_typing_when_saved (priv->typing, kept_cb, self);
}

static void
discard_cb (gpointer data)
{
  SediaEditor *self = SEDIA_EDITOR (data);
  SediaEditorPrivate *priv = private_of (self);
  SediaStore *store = sedia_typing_get_store (priv->typing);
  const gint64 draft_id = sedia_typing_drop (priv->typing);

  if (draft_id != 0 && store != NULL)
    sedia_draft_throw_away (GTK_WIDGET (self), store, draft_id);

  g_signal_emit (self, signals[CLOSED], 0);
}

static void
discard_answered (GtkWidget *widget,
                  gboolean   is_yes,
                  gpointer   data)
{
  SediaEditor *self = SEDIA_EDITOR (widget);

  if (is_yes)
    sedia_typing_when_saved (private_of (self)->typing, discard_cb, self);
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SediaEditorPrivate *priv = private_of (SEDIA_EDITOR (widget));

  if (!sedia_document_is_empty (priv->document))
    sedia_draft_ask_discard (widget, SEDIA_DOCUMENT_GET_CLASS (priv->document)->draft_kind,
                             discard_answered);
}

static void
put_back_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  sedia_lines_editor_put_back (private_of (SEDIA_EDITOR (widget))->lines);
}

/* ---- children */

static void
to_detail_clicked_cb (SediaEditor *self)
{
  sedia_split_set_detail_shown (private_of (self)->split, TRUE);
}

static void
burst_cb (SediaEditor *self,
          SediaBurst  *burst)
{
  SediaEditorClass *klass = SEDIA_EDITOR_GET_CLASS (self);

  sedia_lines_editor_scan (private_of (self)->lines, burst,
                           klass->takes != NULL && klass->takes (self, burst));
}

static gboolean
sedia_editor_grab_focus (GtkWidget *widget)
{
  SediaEditor *self = SEDIA_EDITOR (widget);
  SediaEditorPrivate *priv = private_of (self);

  if (!SEDIA_DOCUMENT_GET_CLASS (priv->document)->is_empty (priv->document))
    return gtk_widget_grab_focus (GTK_WIDGET (priv->lines));

  return gtk_widget_grab_focus (priv->head);
}

static void
sedia_editor_dispose (GObject *object)
{
  SediaEditor *self = SEDIA_EDITOR (object);
  SediaEditorPrivate *priv = private_of (self);

  if (priv->typing != NULL)
    sedia_editor_set_store (self, NULL);
  g_clear_object (&priv->scanner);
  sedia_template_dispose (GTK_WIDGET (self), G_OBJECT_TYPE (self));
  g_clear_object (&priv->typing);
  g_clear_object (&priv->document);

  G_OBJECT_CLASS (sedia_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const books[] = { "page.book", "page.book-anyway", "page.book-second" };

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    gtk_widget_class_install_action (widget_class, books[i], NULL, book_action);
  gtk_widget_class_install_action (widget_class, "page.close-editor", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "page.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "page.put-back", NULL, put_back_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "page.book",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "page.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.book-second", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-editor", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "page.put-back", NULL);
}

static void
connect_parts (SediaEditor *self)
{
  SediaEditorPrivate *priv = private_of (self);
  const struct
  {
    const char *signal;
    GCallback callback;
  } parts[] = {
    { "shown", G_CALLBACK (shown_cb) },
    { "gone", G_CALLBACK (gone_cb) },
    { "state-changed", G_CALLBACK (state_changed_cb) },
    { "not-saved", G_CALLBACK (not_saved_cb) },
    { "previewed", G_CALLBACK (previewed_cb) },
    { "booked", G_CALLBACK (booked_cb) },
    { "not-booked", G_CALLBACK (not_booked_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_signal_connect_object (priv->typing, parts[i].signal, parts[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
}

static void
sedia_editor_constructed (GObject *object)
{
  SediaEditor *self = SEDIA_EDITOR (object);
  SediaEditorPrivate *priv = private_of (self);
  SediaEditorClass *klass = SEDIA_EDITOR_GET_CLASS (self);

  G_OBJECT_CLASS (sedia_editor_parent_class)->constructed (object);

  g_assert (priv->head != NULL);
  priv->document = g_object_new (klass->document_type, NULL);
  priv->has_second = klass->texts->second != NULL;
  priv->typing = sedia_typing_new (priv->document, klass->booker, klass->previewer);
  priv->scanner = sedia_scanner_new (GTK_WIDGET (self));
  connect_parts (self);

  sedia_editor_top_set_texts (priv->top, klass->texts);
  gtk_button_set_label (priv->to_detail, _(klass->texts->detail));
  sedia_lines_editor_set_texts (priv->lines, _(klass->texts->lines),
                                _(klass->texts->first_line));
  sedia_lines_editor_set_lines (priv->lines, sedia_document_get_lines (priv->document));
  klass->bind (self, priv->document);
}

static void
sedia_editor_class_init (SediaEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sedia_editor_constructed;
  G_OBJECT_CLASS (klass)->dispose = sedia_editor_dispose;
  widget_class->grab_focus = sedia_editor_grab_focus;
  widget_class->focus = sedia_focus_walk;

  signals[CLOSED] = g_signal_new ("closed", SEDIA_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[BOOKED] = g_signal_new ("booked", SEDIA_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[KEPT] = g_signal_new ("kept", SEDIA_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_EDITOR_TOP);
  g_type_ensure (SEDIA_TYPE_LINES_EDITOR);
  g_type_ensure (SEDIA_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sedia/Sedia/ui/editor.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SediaEditor, top);
  gtk_widget_class_bind_template_child_private (widget_class, SediaEditor, split);
  gtk_widget_class_bind_template_child_private (widget_class, SediaEditor, left);
  gtk_widget_class_bind_template_child_private (widget_class, SediaEditor, lines);
  gtk_widget_class_bind_template_child_private (widget_class, SediaEditor, to_detail);
  gtk_widget_class_bind_template_callback (widget_class, sedia_editor_focus_lines);
  gtk_widget_class_bind_template_callback (widget_class, to_detail_clicked_cb);
  install_actions (widget_class);
}

static void
sedia_editor_init (SediaEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_editor_set_store:
 * @self: an editor
 * @store: (nullable): the shop's records
 *
 * Sets where drafts are kept and documents booked. What is unsaved goes to the store that is left.
 */
void
sedia_editor_set_store (SediaEditor *self,
                        SediaStore  *store)
{
  SediaEditorPrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_EDITOR (self));

  if (sedia_typing_get_store (priv->typing) == store)
    return;

  sedia_typing_set_store (priv->typing, store);
  sedia_lines_editor_set_store (priv->lines, store);
  SEDIA_EDITOR_GET_CLASS (self)->set_store (self, store);
}

/**
 * sedia_editor_begin: A new document. What was in the editor before is kept as a draft.
 */
void
sedia_editor_begin (SediaEditor *self)
{
  g_return_if_fail (SEDIA_IS_EDITOR (self));

  sedia_typing_begin (private_of (self)->typing);
}

/**
 * sedia_editor_open:
 * @self: an editor with a store
 * @draft_id: a draft
 *
 * Goes on with a draft. What was in the editor before is kept as a draft of its own.
 */
void
sedia_editor_open (SediaEditor *self,
                   gint64       draft_id)
{
  g_return_if_fail (SEDIA_IS_EDITOR (self));

  if (draft_id == sedia_editor_get_draft_id (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    sedia_typing_open (private_of (self)->typing, draft_id);
}

/**
 * sedia_editor_get_draft_id: The draft that is open, 0 for none.
 */
gint64
sedia_editor_get_draft_id (SediaEditor *self)
{
  g_return_val_if_fail (SEDIA_IS_EDITOR (self), 0);

  return sedia_typing_get_draft_id (private_of (self)->typing);
}

/**
 * sedia_editor_checked:
 * @self: an editor whose head was looked at
 * @problem: (nullable): why it cannot be booked like this; NULL when it can
 *
 * Goes on with the booking, or says why not; then the head puts the keyboard where it can be
 * mended.
 */
void
sedia_editor_checked (SediaEditor *self,
                      const char  *problem)
{
  SediaEditorPrivate *priv = private_of (self);

  g_return_if_fail (SEDIA_IS_EDITOR (self));

  if (problem == NULL)
    {
      sedia_typing_book (priv->typing, priv->goes_on_anyway);
      return;
    }

  set_booking (self, FALSE);
  show_problem (self, problem, FALSE);
}

/**
 * sedia_editor_focus_lines: Puts the keyboard into the field for the next line.
 */
void
sedia_editor_focus_lines (SediaEditor *self)
{
  g_return_if_fail (SEDIA_IS_EDITOR (self));

  sedia_lines_editor_focus_field (private_of (self)->lines);
}
