/* Where text is typed: see sedia-text-place.h. Places in it are counted in characters. */
#include "config.h"

#include "sedia-text-place.h"

static int
offset_of (GtkTextBuffer *buffer,
           GtkTextMark   *mark)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, mark);
  return gtk_text_iter_get_offset (&iter);
}

/**
 * sedia_text_place_is:
 * @widget: (nullable): what has the keyboard
 *
 * Returns: whether letters typed now would stand in it; the others here are for such a widget
 */
gboolean
sedia_text_place_is (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  return GTK_IS_EDITABLE (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

/**
 * sedia_text_place_dup_text:
 * @widget: where text is typed
 *
 * Returns: (transfer full): all of it
 */
char *
sedia_text_place_dup_text (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * sedia_text_place_get_selection:
 * @widget: where text is typed
 * @cursor: (out): where the next letter goes
 * @bound: (out): where the selection that ends there begins; @cursor for none
 */
void
sedia_text_place_get_selection (GtkWidget *widget,
                                int       *cursor,
                                int       *bound)
{
  GtkTextBuffer *buffer;
  int end;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_EDITABLE (widget))
    {
      *cursor = gtk_editable_get_position (GTK_EDITABLE (widget));
      gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), bound, &end);
      if (*bound == *cursor)
        *bound = end;
      return;
    }

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  *cursor = offset_of (buffer, gtk_text_buffer_get_insert (buffer));
  *bound = offset_of (buffer, gtk_text_buffer_get_selection_bound (buffer));
}

/**
 * sedia_text_place_restore:
 * @widget: where text is typed
 * @text: what it had
 * @cursor: where the next letter went
 * @bound: where the selection began
 *
 * Makes it again what the other functions said of it. A text that is so already is left alone: what
 * was typed before can still be undone there.
 */
void
sedia_text_place_restore (GtkWidget  *widget,
                          const char *text,
                          int         cursor,
                          int         bound)
{
  g_autofree char *now = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter at_cursor;
  GtkTextIter at_bound;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  now = sedia_text_place_dup_text (widget);
  if (GTK_IS_EDITABLE (widget))
    {
      if (!g_str_equal (now, text))
        gtk_editable_set_text (GTK_EDITABLE (widget), text);
      gtk_editable_select_region (GTK_EDITABLE (widget), bound, cursor);
      return;
    }

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  if (!g_str_equal (now, text))
    gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &at_cursor, cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &at_bound, bound);
  gtk_text_buffer_select_range (buffer, &at_cursor, &at_bound);
}

/**
 * sedia_text_place_insert:
 * @widget: where text is typed
 * @text: letters, in the place of what is selected
 */
void
sedia_text_place_insert (GtkWidget  *widget,
                         const char *text)
{
  GtkTextBuffer *buffer;
  int position;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (GTK_IS_EDITABLE (widget))
    {
      gtk_editable_delete_selection (GTK_EDITABLE (widget));
      position = gtk_editable_get_position (GTK_EDITABLE (widget));
      gtk_editable_insert_text (GTK_EDITABLE (widget), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (widget), position);
      return;
    }

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}
