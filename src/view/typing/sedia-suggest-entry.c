/* An entry with a popover of suggestions below it. The focus stays in the entry all the time, so
 * that typing goes on while suggestions come and go.
 */
#include "config.h"

#include "sedia-suggest-entry.h"

#include "sedia-focus.h"
#include "sedia-suggestion.h"
#include "sedia-template.h"

#define MAX_WIDTH 480

struct _SediaSuggestEntry
{
  GtkWidget parent_instance;

  GtkEntry *entry;
  GtkPopover *popover;
  GtkListBox *list;
  gboolean highlights_first;
  gboolean is_setting_text; /* the program, not the user, changes it */
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_PLACEHOLDER_TEXT,
  PROP_ACCESSIBLE_LABEL,
  PROP_HIGHLIGHTS_FIRST,
  PROP_OPENS_UP,
} SediaSuggestEntryProperty;

static GParamSpec *properties[PROP_OPENS_UP + 1];

enum
{
  CHANGED,
  CHOSEN,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaSuggestEntry, sedia_suggest_entry, GTK_TYPE_WIDGET)

static gboolean
is_open (SediaSuggestEntry *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
choose (SediaSuggestEntry *self,
        GtkListBoxRow     *row)
{
  int index = gtk_list_box_row_get_index (row);

  sedia_suggest_entry_close (self);
  g_signal_emit (self, signals[CHOSEN], 0, (guint) index);
}

static void
row_activated_cb (SediaSuggestEntry *self,
                  GtkListBoxRow     *row)
{
  choose (self, row);
}

static void
entry_changed_cb (SediaSuggestEntry *self)
{
  /* Enter must not take what was suggested for fewer letters. */
  gtk_list_box_unselect_all (self->list);

  if (!self->is_setting_text)
    {
      if (*sedia_suggest_entry_get_text (self) == '\0')
        sedia_suggest_entry_close (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
entry_activate_cb (SediaSuggestEntry *self)
{
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (row != NULL)
    choose (self, row);
  else
    {
      sedia_suggest_entry_close (self);
      g_signal_emit (self, signals[ACTIVATE], 0);
    }
}

static void
move (SediaSuggestEntry *self,
      int                step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : -1);
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, next);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                      GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, next, -1);
    }
  else if (index < 0 && !self->highlights_first)
    gtk_list_box_unselect_all (self->list);
}

static gboolean
key_pressed_cb (SediaSuggestEntry *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (!is_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;

    case GDK_KEY_Escape:
      sedia_suggest_entry_close (self);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
sedia_suggest_entry_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  SediaSuggestEntry *self = SEDIA_SUGGEST_ENTRY (widget);

  gtk_widget_measure (GTK_WIDGET (self->entry), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
sedia_suggest_entry_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SediaSuggestEntry *self = SEDIA_SUGGEST_ENTRY (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->entry), &(GtkAllocation) { 0, 0, width, height },
                            baseline);
  gtk_popover_present (self->popover);
}

static gboolean
sedia_suggest_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_SUGGEST_ENTRY (widget)->entry));
}

static void
sedia_suggest_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SediaSuggestEntry *self = SEDIA_SUGGEST_ENTRY (object);

  switch ((SediaSuggestEntryProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, sedia_suggest_entry_get_text (self));
      break;

    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;

    case PROP_HIGHLIGHTS_FIRST:
      g_value_set_boolean (value, self->highlights_first);
      break;

    case PROP_OPENS_UP:
      g_value_set_boolean (value, gtk_popover_get_position (self->popover) == GTK_POS_TOP);
      break;

    case PROP_ACCESSIBLE_LABEL:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sedia_suggest_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SediaSuggestEntry *self = SEDIA_SUGGEST_ENTRY (object);

  switch ((SediaSuggestEntryProperty) prop_id)
    {
    case PROP_TEXT:
      sedia_suggest_entry_set_text (self, g_value_get_string (value));
      break;

    case PROP_PLACEHOLDER_TEXT:
      sedia_suggest_entry_set_placeholder (self, g_value_get_string (value));
      break;

    case PROP_HIGHLIGHTS_FIRST:
      self->highlights_first = g_value_get_boolean (value);
      break;

    case PROP_OPENS_UP:
      gtk_popover_set_position (self->popover,
                                g_value_get_boolean (value) ? GTK_POS_TOP : GTK_POS_BOTTOM);
      break;

    case PROP_ACCESSIBLE_LABEL:
      if (g_value_get_string (value) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                        -1);
      break;
    }
}

static void
sedia_suggest_entry_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_SUGGEST_ENTRY);

  G_OBJECT_CLASS (sedia_suggest_entry_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_PLACEHOLDER_TEXT] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                                                           flags);
  properties[PROP_ACCESSIBLE_LABEL] =
    g_param_spec_string ("accessible-label", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIGHLIGHTS_FIRST] = g_param_spec_boolean ("highlights-first", NULL, NULL, FALSE,
                                                            flags);
  properties[PROP_OPENS_UP] = g_param_spec_boolean ("opens-up", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sedia_suggest_entry_class_init (SediaSuggestEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sedia_suggest_entry_get_property;
  object_class->set_property = sedia_suggest_entry_set_property;
  object_class->dispose = sedia_suggest_entry_dispose;
  widget_class->measure = sedia_suggest_entry_measure;
  widget_class->size_allocate = sedia_suggest_entry_size_allocate;
  widget_class->grab_focus = sedia_suggest_entry_grab_focus;
  widget_class->focus = sedia_focus_walk;

  install_properties (object_class);

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_SUGGEST_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", SEDIA_TYPE_SUGGEST_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATE] = g_signal_new ("activate", SEDIA_TYPE_SUGGEST_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/suggest-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSuggestEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SediaSuggestEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, SediaSuggestEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sedia_suggest_entry_close);
}

static void
sedia_suggest_entry_init (SediaSuggestEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_suggest_entry_get_text:
 * @self: a field
 *
 * Returns: what stands in it
 */
const char *
sedia_suggest_entry_get_text (SediaSuggestEntry *self)
{
  g_return_val_if_fail (SEDIA_IS_SUGGEST_ENTRY (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * sedia_suggest_entry_set_text:
 * @self: a field
 * @text: what shall stand in it
 *
 * Does not count as typing: `changed` is not emitted.
 */
void
sedia_suggest_entry_set_text (SediaSuggestEntry *self,
                              const char        *text)
{
  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (text, sedia_suggest_entry_get_text (self)))
    return;

  self->is_setting_text = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting_text = FALSE;
}

/**
 * sedia_suggest_entry_type:
 * @self: a field
 * @text: what was typed elsewhere and belongs here
 *
 * Takes the keyboard and goes on with what was typed.
 */
void
sedia_suggest_entry_type (SediaSuggestEntry *self,
                          const char        *text)
{
  int position = -1;

  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));
  g_return_if_fail (text != NULL);

  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * sedia_suggest_entry_set_placeholder:
 * @self: a field
 * @placeholder: what an empty field says
 *
 * Says what is wanted here.
 */
void
sedia_suggest_entry_set_placeholder (SediaSuggestEntry *self,
                                     const char        *placeholder)
{
  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  gtk_entry_set_placeholder_text (self->entry, placeholder);
}

/**
 * sedia_suggest_entry_begin_suggestions:
 * @self: a field
 *
 * Drops the suggestions there are; then sedia_suggest_entry_suggest() each, best first.
 */
void
sedia_suggest_entry_begin_suggestions (SediaSuggestEntry *self)
{
  GtkWidget *row;

  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/**
 * sedia_suggest_entry_suggest:
 * @self: a field
 * @title: what is suggested
 * @detail: (nullable): its code
 * @aside: (nullable): what tells it from others
 *
 * Adds a suggestion below those there are.
 */
void
sedia_suggest_entry_suggest (SediaSuggestEntry *self,
                             const char        *title,
                             const char        *detail,
                             const char        *aside)
{
  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  gtk_list_box_append (self->list, sedia_suggestion_new (title, detail, aside));
}

/**
 * sedia_suggest_entry_end_suggestions:
 * @self: a field
 *
 * Shows the suggestions, when there are some and the user is still in the field.
 */
void
sedia_suggest_entry_end_suggestions (SediaSuggestEntry *self)
{
  GtkListBoxRow *first;
  gboolean has_focus;

  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  first = gtk_list_box_get_row_at_index (self->list, 0);
  has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) &
               GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (first == NULL || !has_focus || *sedia_suggest_entry_get_text (self) == '\0')
    {
      sedia_suggest_entry_close (self);
      return;
    }

  if (self->highlights_first)
    gtk_list_box_select_row (self->list, first);
  else
    gtk_list_box_unselect_all (self->list);

  gtk_widget_set_size_request (GTK_WIDGET (self->popover),
                               MIN (gtk_widget_get_width (GTK_WIDGET (self)), MAX_WIDTH), -1);
  gtk_popover_popup (self->popover);
}

/**
 * sedia_suggest_entry_close:
 * @self: a field
 *
 * Puts the suggestions away.
 */
void
sedia_suggest_entry_close (SediaSuggestEntry *self)
{
  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}

/**
 * sedia_suggest_entry_set_problem:
 * @self: a field
 * @has_problem: whether what stands in it needs another look
 *
 * Marks the field; the sentence that says why stands below it.
 */
void
sedia_suggest_entry_set_problem (SediaSuggestEntry *self,
                                 gboolean           has_problem)
{
  g_return_if_fail (SEDIA_IS_SUGGEST_ENTRY (self));

  if (has_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "doubtful");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "doubtful");
}
