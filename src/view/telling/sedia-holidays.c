/* The days the shop is closed: see sedia-holidays.h. */
#include "config.h"

#include "sedia-holidays.h"

#include "sedia-date-entry.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-format.h"
#include "sedia-template.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>

struct _SediaHolidays
{
  GtkWidget parent_instance;

  GPtrArray *holidays; /* of SediaHoliday, rising */
  GPtrArray *buttons;  /* of GtkWidget, the one that takes each away */

  GtkBox *rows;
  GtkWidget *none;
  SediaDateEntry *day;
  GtkEditable *name;
};

G_DEFINE_FINAL_TYPE (SediaHolidays, sedia_holidays, GTK_TYPE_WIDGET)

static void fill_rows (SediaHolidays *self);

/* ---- the list */

/* The keyboard goes to the next one that can be taken away. */
static void
remove_clicked_cb (SediaHolidays *self,
                   GtkWidget     *button)
{
  guint place;

  if (!g_ptr_array_find (self->buttons, button, &place))
    return;

  g_ptr_array_remove_index (self->holidays, place);
  fill_rows (self);
  if (place < self->buttons->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, place));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

static GtkWidget *
button_new (SediaHolidays *self,
            const char    *day,
            const char    *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *text = NULL;

  /* Translators: takes a holiday from the list; a day, and the holiday's name */
  text = *name != '\0' ? g_strdup_printf (_("Remove %s, %s"), day, name)
                       : g_strdup_printf (_("Remove %s"), day);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
append_row (SediaHolidays      *self,
            const SediaHoliday *holiday)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 12, NULL);
  g_autofree char *day = sedia_format_day (holiday->day);
  g_autofree char *full = sedia_format_day_full (holiday->day);
  GtkWidget *when = gtk_label_new (day);
  GtkWidget *name = gtk_label_new (holiday->name);
  GtkWidget *button = button_new (self, full, holiday->name);

  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_width_chars (GTK_LABEL (when), 12);
  gtk_widget_add_css_class (when, "numeric");
  gtk_widget_set_tooltip_text (when, full);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, holiday->name);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_add_css_class (row, "holiday");
  gtk_box_append (self->rows, row);
  g_ptr_array_add (self->buttons, button);
}

static void
fill_rows (SediaHolidays *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->buttons, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < self->holidays->len; i++)
    append_row (self, g_ptr_array_index (self->holidays, i));
  gtk_widget_set_visible (self->none, self->holidays->len == 0);
}

/* ---- adding */

/* Where a day is in the list, or would be. */
static guint
find_place (SediaHolidays *self,
            int            day)
{
  guint place = 0;

  while (place < self->holidays->len &&
         ((SediaHoliday *) g_ptr_array_index (self->holidays, place))->day < day)
    place++;

  return place;
}

static gboolean
read_day (SediaHolidays *self,
          int           *day)
{
  const char *typed = sedia_date_entry_get_text (self->day);
  g_autoptr (GError) error = NULL;
  const SediaHoliday *same;
  g_autofree char *problem = NULL;
  guint place;

  if (*typed == '\0')
    return sedia_field_fail (GTK_WIDGET (self->day), _("On which day is the shop closed?"));
  if (!sedia_typed_day_read (typed, sedia_day_today (), sedia_typed_day_is_day_first (), day,
                             &error))
    return sedia_field_fail (GTK_WIDGET (self->day), error->message);

  place = find_place (self, *day);
  same = place < self->holidays->len ? g_ptr_array_index (self->holidays, place) : NULL;
  if (same != NULL && same->day == *day)
    {
      g_autofree char *full = sedia_format_day_full (*day);

      problem = g_strdup_printf (_("%s is in the list already."), full);
    }

  return sedia_field_fail (GTK_WIDGET (self->day), problem);
}

static gboolean
is_empty (SediaHolidays *self)
{
  g_autofree char *name = sedia_field_dup_text (self->name);

  return *name == '\0' && *sedia_date_entry_get_text (self->day) == '\0';
}

static void
add_typed (SediaHolidays *self)
{
  SediaHoliday *holiday;
  int day;

  gtk_widget_grab_focus (GTK_WIDGET (self->day));
  if (!read_day (self, &day))
    return;

  holiday = g_new (SediaHoliday, 1);
  holiday->day = day;
  holiday->name = sedia_field_dup_text (self->name);
  g_ptr_array_insert (self->holidays, (int) find_place (self, day), holiday);
  fill_rows (self);
  sedia_date_entry_set_text (self->day, "");
  gtk_editable_set_text (self->name, "");
}

/* Enter adds what is typed; where nothing is, it does what it does in the rest of the form. */
static void
activate_cb (SediaHolidays *self)
{
  if (is_empty (self))
    gtk_widget_activate_default (GTK_WIDGET (self));
  else
    add_typed (self);
}

/* ---- the widget */

static void
sedia_holidays_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_HOLIDAYS);

  G_OBJECT_CLASS (sedia_holidays_parent_class)->dispose (object);
}

static void
sedia_holidays_finalize (GObject *object)
{
  SediaHolidays *self = SEDIA_HOLIDAYS (object);

  g_ptr_array_unref (self->holidays);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (sedia_holidays_parent_class)->finalize (object);
}

static void
sedia_holidays_class_init (SediaHolidaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_holidays_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_holidays_finalize;

  g_type_ensure (SEDIA_TYPE_DATE_ENTRY);
  g_type_ensure (SEDIA_TYPE_FIELD);
  gtk_widget_class_set_css_name (widget_class, "holidays");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/holidays.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaHolidays, rows);
  gtk_widget_class_bind_template_child (widget_class, SediaHolidays, none);
  gtk_widget_class_bind_template_child (widget_class, SediaHolidays, day);
  gtk_widget_class_bind_template_child (widget_class, SediaHolidays, name);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_typed);
}

static void
sedia_holidays_init (SediaHolidays *self)
{
  self->holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_holiday_free);
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_holidays_show:
 * @self: holidays
 * @holidays: (element-type SediaHoliday): days the shop is closed, rising; copied
 */
void
sedia_holidays_show (SediaHolidays *self,
                     GPtrArray     *holidays)
{
  g_return_if_fail (SEDIA_IS_HOLIDAYS (self));

  g_ptr_array_set_size (self->holidays, 0);
  for (guint i = 0; i < holidays->len; i++)
    {
      SediaHoliday *copy = g_memdup2 (g_ptr_array_index (holidays, i), sizeof *copy);

      copy->name = g_strdup (copy->name);
      g_ptr_array_add (self->holidays, copy);
    }
  fill_rows (self);
}

/**
 * sedia_holidays_get: (transfer none) (element-type SediaHoliday) what is in the list, rising.
 */
GPtrArray *
sedia_holidays_get (SediaHolidays *self)
{
  g_return_val_if_fail (SEDIA_IS_HOLIDAYS (self), NULL);

  return self->holidays;
}

/**
 * sedia_holidays_take_typed:
 * @self: holidays
 *
 * What stands in the fields comes into the list, as with Enter.
 *
 * Returns: whether nothing was wrong with it; otherwise the field says what
 */
gboolean
sedia_holidays_take_typed (SediaHolidays *self)
{
  g_return_val_if_fail (SEDIA_IS_HOLIDAYS (self), FALSE);

  if (is_empty (self))
    return sedia_field_fail (GTK_WIDGET (self->day), NULL);

  add_typed (self);

  return is_empty (self);
}

/**
 * sedia_holidays_dup_typed: (transfer full) all that is in the list and in the fields, as one text.
 */
char *
sedia_holidays_dup_typed (SediaHolidays *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (SEDIA_IS_HOLIDAYS (self), NULL);

  for (guint i = 0; i < self->holidays->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (self->holidays, i);

      g_string_append_printf (text, "%d %s\n", holiday->day, holiday->name);
    }
  g_string_append_printf (text, "%s\n%s", sedia_date_entry_get_text (self->day),
                          gtk_editable_get_text (self->name));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
