/* The question before a draft is thrown away, and the deed. */
#include "config.h"

#include "sedia-draft-discard.h"

#include "sedia-act.h"
#include "sedia-draft-jobs.h"

#include <glib/gi18n.h>

static const char *const questions[] = {
  [SEDIA_DRAFT_DELIVERY] = N_("Discard this delivery?"),
  [SEDIA_DRAFT_ORDER] = N_("Discard this order?"),
  [SEDIA_DRAFT_PURCHASE] = N_("Discard this purchase?"),
};

/**
 * sedia_draft_ask_discard:
 * @widget: who asks
 * @kind: of what
 * @answered: told the answer
 *
 * Asks in a dialog whether a draft shall be thrown away.
 */
void
sedia_draft_ask_discard (GtkWidget       *widget,
                         SediaDraftKind   kind,
                         SediaAnswerFunc  answered)
{
  sedia_ask (widget, &(SediaQuestion) {
                       .title = _(questions[kind]),
                       .text = _("What was typed is thrown away and cannot be brought back. Stock "
                                 "does not change."),
                       .no = _("_Keep"),
                       .yes = _("_Discard"),
                       .is_destructive = TRUE,
                     }, answered, NULL, NULL);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (sedia_store_finish (SEDIA_STORE (source), result, &error) == NULL)
    sedia_act_say_error (widget, error);
}

/**
 * sedia_draft_throw_away:
 * @widget: who wants it; its window's bar says when it cannot be done
 * @store: where the draft is
 * @draft_id: the draft
 *
 * Throws a draft away.
 */
void
sedia_draft_throw_away (GtkWidget  *widget,
                        SediaStore *store,
                        gint64      draft_id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SEDIA_IS_STORE (store));

  sedia_store_note_async (store, sedia_draft_discard_job, sedia_id_new (draft_id), g_free, NULL,
                          discarded_cb, g_object_ref (widget));
}
