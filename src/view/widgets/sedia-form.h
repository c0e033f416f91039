/* A dialog to enter something new, or to change it.
 *
 *   +------------------------------------+
 *   | Cancel      New Supplier      Save |
 *   | Name                               |
 *   | [ CV Abadi                       ] |
 *   | ...                                |
 *   | (!) There is a supplier with ...   |   the form's own bar: why it was refused
 *   +------------------------------------+
 *
 * A form derives from it; in its template `<child type="content">` is what there is to fill in,
 * fields mostly. Save, Ctrl+Enter and Enter in an entry run `save`; Escape closes. What was typed
 * is not thrown away without asking.
 *
 * In `save` the form runs its command with sedia_act_run() on itself: a refusal then stands in the
 * form. In the command's `done` it calls sedia_form_finish(): what the command says goes to the bar
 * of the window the form was opened from.
 *
 * Properties: save-label (string, rw, mnemonics underlined). Action: form.save.
 */
#pragma once

#include "sedia-bar.h"
#include "sedia-store.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_FORM (sedia_form_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaForm, sedia_form, SEDIA, FORM, GtkWindow)

/**
 * SediaFormClass:
 * @save: looks whether all is well and runs the command
 * @dup_typed: (transfer full): all that can be typed as one text: what differs from when the form
 *   was opened would be lost
 *
 * What a form does in its own way.
 */
struct _SediaFormClass
{
  GtkWindowClass parent_class;

  void (*save) (SediaForm *self);
  char *(*dup_typed) (SediaForm *self);
};

void sedia_form_open (SediaForm  *self,
                      GtkWidget  *opener,
                      SediaStore *store);
SediaStore *sedia_form_get_store (SediaForm *self);
SediaBar *sedia_form_find_bar (SediaForm *self);
void sedia_form_set_content (SediaForm *self,
                             GtkWidget *content);
void sedia_form_set_save_label (SediaForm  *self,
                                const char *label);
void sedia_form_set_can_save (SediaForm *self,
                              gboolean   can_save);
void sedia_form_finish (SediaForm *self);

G_END_DECLS
