/* What the waiting page says when its list is empty: why, and what to do. */
#include "config.h"

#include "sedia-waiting-empty.h"

#include <glib/gi18n.h>

typedef struct
{
  SediaFilter filter;
  const char *icon;
  const char *title;
  const char *sentence;
} EmptyText;

static const EmptyText texts[] = {
  { SEDIA_FILTER_ALL, "sedia-waiting-symbolic", N_("Nobody Is Waiting"),
    N_("What customers ordered and cannot have yet, or can collect, stands here.") },
  { SEDIA_FILTER_FILLABLE, "sedia-ready-symbolic", N_("Nothing Can Be Filled Yet"),
    N_("When a delivery is received, the lines it fills stand here.") },
  { SEDIA_FILTER_LATE, "sedia-late-symbolic", N_("Nothing Is Late"),
    N_("No line is past the day it is needed.") },
  { SEDIA_FILTER_NOT_TOLD, "sedia-told-symbolic", N_("Everybody Has Been Told"),
    N_("No customer waits for news from you.") },
  { SEDIA_FILTER_LINES, "sedia-ready-symbolic", N_("All Done"),
    N_("Nothing of this restock is open any more.") },
};

/**
 * sedia_waiting_empty_say:
 * @empty: where to say it
 * @filter: what was asked for
 * @search: (nullable): what was typed
 * @failure: (nullable): why the list could not be read
 */
void
sedia_waiting_empty_say (SediaEmptyState *empty,
                         SediaFilter      filter,
                         const char      *search,
                         const char      *failure)
{
  const EmptyText *text = &texts[0];
  g_autofree char *sentence = NULL;

  if (failure != NULL)
    {
      sedia_empty_state_set (empty, "dialog-warning-symbolic", _("The List Cannot Be Read"),
                             failure);
      sedia_empty_state_set_button (empty, NULL, NULL);
      return;
    }

  if (search != NULL && *search != '\0')
    {
      sentence = g_strdup_printf (_("No line here fits “%s”."), search);
      sedia_empty_state_set (empty, "system-search-symbolic", _("Nothing Found"), sentence);
      sedia_empty_state_set_button (empty, _("Search Again"), "win.search");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].filter == filter)
      text = &texts[i];

  sedia_empty_state_set (empty, text->icon, _(text->title), _(text->sentence));

  if (filter == SEDIA_FILTER_ALL)
    sedia_empty_state_set_button (empty, _("New Delivery"), "app.new-delivery");
  else
    sedia_empty_state_set_button (empty, _("Show All"), "page.show-all");
}
