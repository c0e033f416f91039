/* A dialog about the scanner.
 *
 *   Before each code  [ ]C1 ]   After it  [    ]
 *   Scan something to try it
 *   The code is 8991002101234.
 */
#include "config.h"

#include "sedia-scanner-form.h"

#include "sedia-field.h"
#include "sedia-scanner.h"

#include <glib/gi18n.h>

struct _SediaScannerForm
{
  SediaForm parent_instance;

  GSettings *settings; /* NULL: it counts until the program ends */
  SediaScanner *scanner;

  GtkEditable *before;
  GtkEditable *after;
  GtkLabel *tried;
};

G_DEFINE_FINAL_TYPE (SediaScannerForm, sedia_scanner_form, SEDIA_TYPE_FORM)

static char *
sedia_scanner_form_dup_typed (SediaForm *form)
{
  SediaScannerForm *self = SEDIA_SCANNER_FORM (form);

  return g_strjoin ("\n", gtk_editable_get_text (self->before),
                    gtk_editable_get_text (self->after), NULL);
}

static void
use_typed (SediaScannerForm *self)
{
  sedia_scanner_set_marks (gtk_editable_get_text (self->before),
                           gtk_editable_get_text (self->after));
}

static void
sedia_scanner_form_save (SediaForm *form)
{
  SediaScannerForm *self = SEDIA_SCANNER_FORM (form);

  if (self->settings != NULL)
    {
      g_settings_set_string (self->settings, "scanner-prefix",
                             gtk_editable_get_text (self->before));
      g_settings_set_string (self->settings, "scanner-suffix",
                             gtk_editable_get_text (self->after));
    }
  use_typed (self);
  sedia_form_finish (form);
}

/* With the marks that stand in the fields now: so they can be tried before they are saved. */
static void
burst_cb (SediaScannerForm *self,
          SediaBurst       *burst)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("The code is “%s”."), sedia_burst_get_text (burst));
  gtk_label_set_text (self->tried, text);
}

static void
sedia_scanner_form_dispose (GObject *object)
{
  SediaScannerForm *self = SEDIA_SCANNER_FORM (object);

  if (self->settings != NULL)
    sedia_scanner_form_apply (self->settings);
  g_clear_object (&self->settings);
  g_clear_object (&self->scanner);

  G_OBJECT_CLASS (sedia_scanner_form_parent_class)->dispose (object);
}

static void
sedia_scanner_form_class_init (SediaScannerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_scanner_form_dispose;
  form_class->save = sedia_scanner_form_save;
  form_class->dup_typed = sedia_scanner_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/scanner-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaScannerForm, before);
  gtk_widget_class_bind_template_child (widget_class, SediaScannerForm, after);
  gtk_widget_class_bind_template_child (widget_class, SediaScannerForm, tried);
  gtk_widget_class_bind_template_callback (widget_class, use_typed);
}

static void
sedia_scanner_form_init (SediaScannerForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scanner = sedia_scanner_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sedia_scanner_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @settings: (nullable): where it is remembered
 */
void
sedia_scanner_form_open (GtkWidget  *opener,
                         SediaStore *store,
                         GSettings  *settings)
{
  SediaScannerForm *self = g_object_new (SEDIA_TYPE_SCANNER_FORM, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (g_set_object (&self->settings, settings))
    {
      before = g_settings_get_string (settings, "scanner-prefix");
      after = g_settings_get_string (settings, "scanner-suffix");
      gtk_editable_set_text (self->before, before);
      gtk_editable_set_text (self->after, after);
    }
  sedia_form_open (SEDIA_FORM (self), opener, store);
}

/**
 * sedia_scanner_form_apply: Uses what is remembered of the scanner from now on.
 */
void
sedia_scanner_form_apply (GSettings *settings)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));

  before = g_settings_get_string (settings, "scanner-prefix");
  after = g_settings_get_string (settings, "scanner-suffix");
  sedia_scanner_set_marks (before, after);
}
