/* Who may be the same customer: see sedia-suspect-list.h. */
#include "config.h"

#include "sedia-suspect-list.h"

#include "sedia-accessible.h"
#include "sedia-template.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *why;
  GtkWidget *open;
} Row;

struct _SediaSuspectList
{
  GtkWidget parent_instance;

  GtkBox *rows_box;
  GtkWidget *save_anyway;
  GtkWidget *others;
  gboolean is_choice;
  char *seen; /* whom was_seen() pointed at */
  Row rows[SEDIA_SUSPECTS_SHOWN];
  gint64 ids[SEDIA_SUSPECTS_SHOWN];
};

enum
{
  PROP_IS_CHOICE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint open_signal;

G_DEFINE_FINAL_TYPE (SediaSuspectList, sedia_suspect_list, GTK_TYPE_WIDGET)

static void
open_clicked_cb (SediaSuspectList *self,
                 GtkWidget        *button)
{
  for (guint i = 0; i < SEDIA_SUSPECTS_SHOWN; i++)
    if (self->rows[i].open == button)
      g_signal_emit (self, open_signal, 0, self->ids[i]);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
make_row (SediaSuspectList *self,
          Row              *row)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_hexpand (words, TRUE);
  row->name = add_label (words, NULL);
  row->why = add_label (words, "secondary");
  gtk_box_append (GTK_BOX (row->box), words);

  row->open = gtk_button_new_with_label (_("Open That One"));
  gtk_widget_set_valign (row->open, GTK_ALIGN_CENTER);
  g_signal_connect_object (row->open, "clicked", G_CALLBACK (open_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row->box), row->open);
  gtk_box_append (self->rows_box, row->box);
}

static void
set_is_choice (SediaSuspectList *self,
               gboolean          is_choice)
{
  self->is_choice = is_choice;
  gtk_widget_set_visible (self->save_anyway, !is_choice);
  for (guint i = 0; i < SEDIA_SUSPECTS_SHOWN; i++)
    gtk_button_set_label (GTK_BUTTON (self->rows[i].open),
                          is_choice ? _("It Is Them") : _("Open That One"));
}

static void
sedia_suspect_list_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (id == PROP_IS_CHOICE)
    set_is_choice (SEDIA_SUSPECT_LIST (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sedia_suspect_list_finalize (GObject *object)
{
  g_free (SEDIA_SUSPECT_LIST (object)->seen);

  G_OBJECT_CLASS (sedia_suspect_list_parent_class)->finalize (object);
}

static void
sedia_suspect_list_dispose (GObject *object)
{
  sedia_template_dispose (GTK_WIDGET (object), SEDIA_TYPE_SUSPECT_LIST);

  G_OBJECT_CLASS (sedia_suspect_list_parent_class)->dispose (object);
}

static void
sedia_suspect_list_class_init (SediaSuspectListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = sedia_suspect_list_set_property;
  G_OBJECT_CLASS (klass)->dispose = sedia_suspect_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_suspect_list_finalize;

  /* SediaSuspectList:is-choice: one is chosen here, not opened elsewhere */
  props[PROP_IS_CHOICE] = g_param_spec_boolean ("is-choice", NULL, NULL, FALSE,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/suspect-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaSuspectList, rows_box);
  gtk_widget_class_bind_template_child (widget_class, SediaSuspectList, save_anyway);
  gtk_widget_class_bind_template_child (widget_class, SediaSuspectList, others);
}

static void
sedia_suspect_list_init (SediaSuspectList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < SEDIA_SUSPECTS_SHOWN; i++)
    make_row (self, &self->rows[i]);
}

/**
 * sedia_suspect_words:
 * @suspect: somebody who may be the same
 *
 * Returns: (transfer full): how they are reached and why it may be them: "0812-3456-7890 · Same
 *   phone number"
 */
char *
sedia_suspect_words (const SediaSuspect *suspect)
{
  const SediaCustomer *customer = suspect->customer;
  g_autofree char *why = sedia_alike_words (suspect->alike);
  g_autoptr (GString) words = g_string_new (NULL);

  if (customer->phone != NULL && *customer->phone != '\0')
    g_string_append_printf (words, "%s · ", customer->phone);
  g_string_append (words, why);
  if (suspect->known_as != NULL)
    {
      g_string_append (words, " · ");
      /* Translators: a name that somebody had before */
      g_string_append_printf (words, _("was %s"), suspect->known_as);
    }
  else if (customer->archived)
    g_string_append_printf (words, " · %s", _("archived"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_row (SediaSuspectList   *self,
          guint               i,
          const SediaSuspect *suspect)
{
  const Row *row = &self->rows[i];
  g_autofree char *why = sedia_suspect_words (suspect);
  g_autofree char *spoken = NULL;

  /* Translators: a customer's name, for those who cannot see that the button stands beside it */
  spoken = g_strdup_printf (self->is_choice ? _("It is %s") : _("Open %s"),
                            suspect->customer->name);
  self->ids[i] = suspect->customer->id;
  gtk_label_set_label (row->name, suspect->customer->name);
  gtk_label_set_label (row->why, why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->why), why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->open), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/**
 * sedia_suspect_list_show:
 * @self: the list
 * @suspects: (nullable) (element-type SediaSuspect): who may be the same, the surest first; with
 *   none it is hidden
 */
void
sedia_suspect_list_show (SediaSuspectList *self,
                         GPtrArray        *suspects)
{
  const guint n = suspects != NULL ? suspects->len : 0;

  g_return_if_fail (SEDIA_IS_SUSPECT_LIST (self));

  for (guint i = 0; i < SEDIA_SUSPECTS_SHOWN; i++)
    {
      if (i < n)
        show_row (self, i, g_ptr_array_index (suspects, i));
      gtk_widget_set_visible (self->rows[i].box, i < n);
    }
  gtk_widget_set_visible (self->others, n > SEDIA_SUSPECTS_SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * sedia_suspect_list_focus: Puts the keyboard on the first of them.
 */
void
sedia_suspect_list_focus (SediaSuspectList *self)
{
  g_return_if_fail (SEDIA_IS_SUSPECT_LIST (self));

  gtk_widget_grab_focus (self->rows[0].open);
}

/**
 * sedia_suspect_list_was_seen:
 * @self: the list
 * @suspects: (element-type SediaSuspect): who may be the same
 *
 * Who goes on although they may be somebody known is pointed at them once: they are shown, with the
 * keyboard on the first.
 *
 * Returns: %FALSE when it has just happened; %TRUE when these were pointed at before, or there are
 *   none
 */
gboolean
sedia_suspect_list_was_seen (SediaSuspectList *self,
                             GPtrArray        *suspects)
{
  g_autoptr (GString) who = g_string_new (NULL);

  g_return_val_if_fail (SEDIA_IS_SUSPECT_LIST (self), TRUE);
  g_return_val_if_fail (suspects != NULL, TRUE);

  for (guint i = 0; i < suspects->len; i++)
    {
      const SediaSuspect *suspect = g_ptr_array_index (suspects, i);

      g_string_append_printf (who, "%" G_GINT64_FORMAT " ", suspect->customer->id);
    }
  if (who->len == 0 || g_strcmp0 (who->str, self->seen) == 0)
    return TRUE;

  g_free (self->seen);
  self->seen = g_strdup (who->str);
  sedia_suspect_list_show (self, suspects);
  sedia_suspect_list_focus (self);

  return FALSE;
}
