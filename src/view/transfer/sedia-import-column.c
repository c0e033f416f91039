/* The head of a column of a file: see sedia-import-column.h. */
#include "config.h"

#include "sedia-import-column.h"

#include "sedia-accessible.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

struct _SediaImportColumn
{
  GtkWidget parent_instance;

  GtkLabel *header;
  GtkDropDown *field;
  GtkWidget *caption;
  GtkImage *icon;
  GtkLabel *trust;

  gboolean is_setting; /* not the user, but we choose */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaImportColumn, sedia_import_column, GTK_TYPE_WIDGET)

static void
selected_cb (SediaImportColumn *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_drop_down_get_selected (self->field));
}

static void
sedia_import_column_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_IMPORT_COLUMN);

  G_OBJECT_CLASS (sedia_import_column_parent_class)->dispose (object);
}

static void
sedia_import_column_class_init (SediaImportColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_import_column_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", SEDIA_TYPE_IMPORT_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/import-column.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaImportColumn, header);
  gtk_widget_class_bind_template_child (widget_class, SediaImportColumn, field);
  gtk_widget_class_bind_template_child (widget_class, SediaImportColumn, caption);
  gtk_widget_class_bind_template_child (widget_class, SediaImportColumn, icon);
  gtk_widget_class_bind_template_child (widget_class, SediaImportColumn, trust);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sedia_import_column_init (SediaImportColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_import_column_new:
 * @header: what the column is called in the file, as it may be shown
 * @fields: (element-type GtkStringObject): what it can be taken for
 *
 * Returns: (transfer floating): a head
 */
GtkWidget *
sedia_import_column_new (const char *header,
                         GListModel *fields)
{
  SediaImportColumn *self = g_object_new (SEDIA_TYPE_IMPORT_COLUMN, NULL);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->header, header);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->header), header);
  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->field, fields);
  self->is_setting = FALSE;

  /* Translators: read aloud: what a column of a file, called so there, is taken for */
  name = g_strdup_printf (_("What column “%s” is"), header);
  sedia_accessible_name_inner (GTK_WIDGET (self->field), name);

  return GTK_WIDGET (self);
}

static const char *
trust_words (SediaTrust   trust,
             const char **icon)
{
  switch (trust)
    {
    case SEDIA_TRUST_UNUSED:
      *icon = NULL;
      return C_("import", "Passed over");

    case SEDIA_TRUST_SURE:
      *icon = "sedia-ready-symbolic";
      return C_("import", "Recognised");

    case SEDIA_TRUST_LIKELY:
      *icon = "dialog-question-symbolic";
      return C_("import", "Probably");

    case SEDIA_TRUST_DOUBTFUL:
      *icon = "dialog-warning-symbolic";
      return C_("import", "Look again");

    case SEDIA_TRUST_CHOSEN:
      *icon = "sedia-ready-symbolic";
      return C_("import", "Your choice");
    }

  g_assert_not_reached ();
}

/**
 * sedia_import_column_set:
 * @self: a head
 * @index: which of the fields
 * @trust: how sure that is
 * @rival: (nullable): another column that could be meant
 *
 * Shows what the column is taken for.
 */
void
sedia_import_column_set (SediaImportColumn *self,
                         guint              index,
                         SediaTrust         trust,
                         const char        *rival)
{
  const char *icon;
  const char *words = trust_words (trust, &icon);
  g_autofree char *why = NULL;

  g_return_if_fail (SEDIA_IS_IMPORT_COLUMN (self));

  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->field, index);
  self->is_setting = FALSE;

  if (rival != NULL)
    why = g_strdup_printf (_("Column “%s” could be meant, too."), rival);
  else if (trust == SEDIA_TRUST_DOUBTFUL)
    why = g_strdup (_("Many of its cells are not what they should be then."));

  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->trust, words);
  gtk_widget_set_tooltip_text (self->caption, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (
                                    GTK_WIDGET (self->field))),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why != NULL ? why : words,
                                  -1);
}
