/* What was typed into the fields of a form: see sedia-field-read.h. */
#include "config.h"

#include "sedia-field-read.h"

#include "sedia-field.h"
#include "sedia-number.h"
#include "sedia-records.h"

#include <glib/gi18n.h>

/**
 * sedia_field_dup_text: (transfer full) what stands in the entry, without blanks around it.
 */
char *
sedia_field_dup_text (GtkEditable *entry)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/**
 * sedia_field_dup_buffer: (transfer full) the same of a text of several lines.
 */
char *
sedia_field_dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/**
 * sedia_field_fail:
 * @widget: what was typed in
 * @problem: (nullable): what is wrong with it; NULL when all is well
 *
 * Says at the field what is wrong, or takes away what was said before.
 *
 * Returns: whether all is well
 */
gboolean
sedia_field_fail (GtkWidget  *widget,
                  const char *problem)
{
  SediaField *field = sedia_field_of (widget);

  g_return_val_if_fail (field != NULL, FALSE);

  sedia_field_set_problem (field, problem);

  return problem == NULL;
}

/**
 * sedia_field_read_text:
 * @entry: in a field
 * @missing: what to say when it is empty
 * @text: (out): what was typed
 *
 * Returns: whether something was typed
 */
gboolean
sedia_field_read_text (GtkEditable  *entry,
                       const char   *missing,
                       char        **text)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (entry), FALSE);

  g_free (*text);
  *text = sedia_field_dup_text (entry);

  return sedia_field_fail (GTK_WIDGET (entry), **text != '\0' ? NULL : missing);
}

/**
 * sedia_field_read_amount:
 * @entry: in a field
 * @decimals: how many decimals fit
 * @missing: (nullable): what to say when it is empty; NULL when it may be, and stands for
 *   %SEDIA_NO_AMOUNT
 * @amount: (out): a number of smallest units, never below zero
 *
 * Reads quantities and money as the locale writes them.
 *
 * Returns: whether it is such a number
 */
gboolean
sedia_field_read_amount (GtkEditable *entry,
                         guint        decimals,
                         const char  *missing,
                         gint64      *amount)
{
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), FALSE);

  typed = sedia_field_dup_text (entry);
  *amount = SEDIA_NO_AMOUNT;
  if (*typed == '\0')
    return sedia_field_fail (GTK_WIDGET (entry), missing);

  if (!sedia_number_parse (typed, decimals, sedia_number_form_of_locale (), amount, &error))
    return sedia_field_fail (GTK_WIDGET (entry), error->message);

  return sedia_field_fail (GTK_WIDGET (entry),
                           *amount < 0 ? _("Write a number that is not below zero.") : NULL);
}

/**
 * sedia_field_show_text: Puts a text into an entry, NULL for nothing.
 */
void
sedia_field_show_text (GtkEditable *entry,
                       const char  *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * sedia_field_show_amount: Puts a number into an entry, as the locale writes it;
 * %SEDIA_NO_AMOUNT for nothing.
 */
void
sedia_field_show_amount (GtkEditable *entry,
                         gint64       amount,
                         guint        decimals)
{
  g_autofree char *text = NULL;

  if (amount != SEDIA_NO_AMOUNT)
    text = sedia_number_format (amount, decimals, sedia_number_form_of_locale ());

  sedia_field_show_text (entry, text);
}

/**
 * sedia_field_focus_problem: Puts the keyboard into the first field below @root that has a problem.
 */
void
sedia_field_focus_problem (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (SEDIA_IS_FIELD (root))
    {
      if (sedia_field_has_problem (SEDIA_FIELD (root)))
        gtk_widget_grab_focus (root);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_last_child (root); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    sedia_field_focus_problem (child);
}
