/* Above what is typed: what it is, whether it is saved, what can be done with it; and below that
 * what went wrong, where it happened.
 *
 *   [<] New Delivery                   Draft saved   [Discard] [Receive]
 *   (!) This note was received before ...            [Receive Anyway] [x]
 *
 * Its buttons are the editor's actions: page.close-editor, page.discard, page.book,
 * page.book-anyway, page.book-second.
 *
 * Signal: problem-closed (), the user has read it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_EDITOR_TOP (sedia_editor_top_get_type ())

G_DECLARE_FINAL_TYPE (SediaEditorTop, sedia_editor_top, SEDIA, EDITOR_TOP, GtkWidget)

/**
 * SediaEditorTexts:
 * @title: what is entered, marked with N_ like all of these
 * @back: where the way back leads, for those who cannot see the arrow
 * @book: the button that books it, mnemonics underlined
 * @book_tooltip: what it does
 * @second: (nullable): another button that books it in another way, NULL for one way only
 * @second_tooltip: (nullable): what that does
 * @anyway: the same after a warning
 * @detail: the button to what stands beside, where there is no room for it
 * @lines: name of the list of lines, for those who cannot see it
 * @first_line: what stands there while there are no lines
 * @nothing: why it cannot be booked without lines
 *
 * What an editor says.
 */
typedef struct
{
  const char *title;
  const char *back;
  const char *book;
  const char *book_tooltip;
  const char *second;
  const char *second_tooltip;
  const char *anyway;
  const char *detail;
  const char *lines;
  const char *first_line;
  const char *nothing;
} SediaEditorTexts;

void sedia_editor_top_set_texts (SediaEditorTop         *self,
                                 const SediaEditorTexts *texts);
void sedia_editor_top_set_state (SediaEditorTop *self,
                                 const char     *state,
                                 gboolean        is_busy);
void sedia_editor_top_set_problem (SediaEditorTop *self,
                                   const char     *problem,
                                   gboolean        can_go_on);

G_END_DECLS
