/* A detail pane: everything about one thing, beside the list it was chosen in.
 *
 *   Kopi Arabika 1 kg                     title
 *   KOPI-1                (!) Waiting     subtitle, state
 *   8991234567890, pack of 12             note
 *   ...                                   what the pane adds
 *
 * A pane derives from it; in its template the children stand below the head, in their order. In
 * class_init it sets `reader`, whose `show` calls sedia_pane_show(). A pane without a reader is
 * told what to show. Its template is disposed here.
 *
 * Property: nothing (string): what stands there while nothing is chosen.
 */
#pragma once

#include "sedia-reader.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_PANE (sedia_pane_get_type ())

G_DECLARE_DERIVABLE_TYPE (SediaPane, sedia_pane, SEDIA, PANE, GtkWidget)

/**
 * SediaPaneClass:
 * @reader: (nullable): how the thing is read
 *
 * What a pane does in its own way.
 */
struct _SediaPaneClass
{
  GtkWidgetClass parent_class;

  const SediaReaderFuncs *reader;
};

/**
 * SediaPaneHead:
 * @title: what it is
 * @subtitle: (nullable): below it
 * @state: (nullable): what most needs saying about it, in a pill
 * @state_icon: (nullable): the pill's icon
 * @tone: (nullable): the pill's style class
 * @note: (nullable): dim, below all of that
 *
 * The head of a pane. The strings are copied.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *state;
  const char *state_icon;
  const char *tone;
  const char *note;
} SediaPaneHead;

void sedia_pane_show (SediaPane           *self,
                      const SediaPaneHead *head);
void sedia_pane_set_store (SediaPane  *self,
                           SediaStore *store);
void sedia_pane_set_id (SediaPane *self,
                        gint64     id);
SediaReader *sedia_pane_get_reader (SediaPane *self);

G_END_DECLS
