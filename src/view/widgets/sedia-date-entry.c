/* A day to type or to pick: see sedia-date-entry.h. */
#include "config.h"

#include "sedia-date-entry.h"

#include "sedia-accessible.h"
#include "sedia-focus.h"
#include "sedia-template.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>

struct _SediaDateEntry
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkMenuButton *pick;
  GtkPopover *popover;
  GtkCalendar *calendar; /* NULL until it is opened */
  gboolean is_filling; /* the program, not the user, changes it */
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_ACCESSIBLE_LABEL,
} SediaDateEntryProperty;

static GParamSpec *properties[PROP_ACCESSIBLE_LABEL + 1];

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDateEntry, sedia_date_entry, GTK_TYPE_WIDGET)

static void
entry_changed_cb (SediaDateEntry *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
entry_activate_cb (SediaDateEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
day_picked_cb (SediaDateEntry *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  /* Opening it selects a day, too. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->calendar)))
    return;

  date = gtk_calendar_get_date (self->calendar);
  text = g_date_time_format (date, sedia_typed_day_is_day_first () ? "%d/%m/%Y" : "%m/%d/%Y");
  gtk_editable_set_text (self->entry, text);
}

/* Made when it is opened: a form may have many of these fields, and a calendar is 60 widgets. */
static void
make_calendar (SediaDateEntry *self)
{
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_picked_cb), self);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
}

/* The calendar opens on the day that is typed, if it is one. */
static void
open_cb (GtkMenuButton *button,
         gpointer       data)
{
  SediaDateEntry *self = data;
  const int today = sedia_day_today ();
  g_autoptr (GDateTime) date = NULL;
  int day;

  if (self->calendar == NULL)
    make_calendar (self);
  if (!sedia_typed_day_read (gtk_editable_get_text (self->entry), today,
                             sedia_typed_day_is_day_first (), &day, NULL))
    day = today;
  date = sedia_day_to_date_time (day);
  gtk_calendar_select_day (self->calendar, date);
}

static void
set_accessible_label (SediaDateEntry *self,
                      const char     *label)
{
  /* Translators: a button beside a field; %s is the name of the field. */
  g_autofree char *pick = g_strdup_printf (_("%s: pick a day"), label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  sedia_accessible_name_inner (GTK_WIDGET (self->pick), pick);
}

static void
sedia_date_entry_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((SediaDateEntryProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, sedia_date_entry_get_text (SEDIA_DATE_ENTRY (object)));
      break;

    case PROP_ACCESSIBLE_LABEL:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sedia_date_entry_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SediaDateEntry *self = SEDIA_DATE_ENTRY (object);

  switch ((SediaDateEntryProperty) prop_id)
    {
    case PROP_TEXT:
      sedia_date_entry_set_text (self, g_value_get_string (value));
      break;

    case PROP_ACCESSIBLE_LABEL:
      set_accessible_label (self, g_value_get_string (value));
      break;
    }
}

static gboolean
sedia_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEDIA_DATE_ENTRY (widget)->entry));
}

static gboolean
sedia_date_entry_mnemonic_activate (GtkWidget *widget,
                                    gboolean   group_cycling)
{
  return gtk_widget_grab_focus (widget);
}

static void
sedia_date_entry_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_DATE_ENTRY);

  G_OBJECT_CLASS (sedia_date_entry_parent_class)->dispose (object);
}

static void
sedia_date_entry_class_init (SediaDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_DATE_ENTRY;

  object_class->get_property = sedia_date_entry_get_property;
  object_class->set_property = sedia_date_entry_set_property;
  object_class->dispose = sedia_date_entry_dispose;
  widget_class->grab_focus = sedia_date_entry_grab_focus;
  widget_class->focus = sedia_focus_walk;
  widget_class->mnemonic_activate = sedia_date_entry_mnemonic_activate;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  properties[PROP_ACCESSIBLE_LABEL] =
    g_param_spec_string ("accessible-label", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SediaDateEntry, pick);
  gtk_widget_class_bind_template_child (widget_class, SediaDateEntry, popover);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
}

static void
sedia_date_entry_init (SediaDateEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->pick, open_cb, self, NULL);
  sedia_accessible_name_inner (GTK_WIDGET (self->pick), _("Pick a day"));
}

/**
 * sedia_date_entry_new:
 *
 * Returns: (transfer floating): an entry without a day
 */
GtkWidget *
sedia_date_entry_new (void)
{
  return g_object_new (SEDIA_TYPE_DATE_ENTRY, NULL);
}

/**
 * sedia_date_entry_get_text: (transfer none) what was typed.
 */
const char *
sedia_date_entry_get_text (SediaDateEntry *self)
{
  g_return_val_if_fail (SEDIA_IS_DATE_ENTRY (self), "");

  return gtk_editable_get_text (self->entry);
}

/**
 * sedia_date_entry_set_text: Changes what stands there, without telling of it as typed.
 */
void
sedia_date_entry_set_text (SediaDateEntry *self,
                           const char     *text)
{
  g_return_if_fail (SEDIA_IS_DATE_ENTRY (self));

  self->is_filling = TRUE;
  gtk_editable_set_text (self->entry, text != NULL ? text : "");
  self->is_filling = FALSE;
}
