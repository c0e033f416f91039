/* What a page with a list says: see sedia-list-texts.h. */
#include "config.h"

#include "sedia-list-texts.h"

#include <glib/gi18n.h>

/**
 * sedia_list_texts_add_chips:
 * @texts: what the page says
 * @chips: its chips, none yet
 */
void
sedia_list_texts_add_chips (const SediaListTexts *texts,
                            SediaChips           *chips)
{
  for (guint i = 0; i < texts->n_filters; i++)
    sedia_chips_add (chips, (int) texts->filters[i].filter,
                     g_dpgettext2 (NULL, "filter", texts->filters[i].label),
                     texts->filters[i].icon);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(texts->chips_label), -1);
  /* One alone leaves nothing to choose. */
  gtk_widget_set_visible (GTK_WIDGET (chips), texts->n_filters > 1);
}

/**
 * sedia_list_texts_set_counts:
 * @texts: what the page says
 * @chips: its chips
 * @counts: what they let through now
 */
void
sedia_list_texts_set_counts (const SediaListTexts *texts,
                             SediaChips           *chips,
                             const SediaCounts    *counts)
{
  for (guint i = 0; i < texts->n_filters; i++)
    if (texts->filters[i].count != SEDIA_NO_COUNT)
      sedia_chips_set_count (chips, (int) texts->filters[i].filter,
                             G_STRUCT_MEMBER (guint, counts, texts->filters[i].count));
}

static void
say_nothing_there (const SediaListTexts *texts,
                   SediaEmptyState      *empty,
                   SediaFilter           wanted)
{
  const SediaListFilter *filter = &texts->filters[0];

  if (texts->special != NULL && texts->special->filter == wanted)
    filter = texts->special;
  for (guint i = 0; i < texts->n_filters; i++)
    if (texts->filters[i].filter == wanted)
      filter = &texts->filters[i];

  sedia_empty_state_set (empty, filter->empty_icon, _(filter->empty_title),
                         _(filter->empty_sentence));

  if (wanted != SEDIA_FILTER_ALL && wanted != texts->filters[0].filter)
    sedia_empty_state_set_button (empty, _("Show All"), "page.show-all");
  else if (texts->primary_action != NULL)
    sedia_empty_state_set_button (empty, _(texts->primary_label), texts->primary_action);
  else
    sedia_empty_state_set_button (empty, NULL, NULL);
}

/**
 * sedia_list_texts_say_empty:
 * @texts: what the page says
 * @empty: where it says it
 * @query: what was asked for
 * @failure: (nullable): why the list could not be read
 */
void
sedia_list_texts_say_empty (const SediaListTexts *texts,
                            SediaEmptyState      *empty,
                            const SediaQuery     *query,
                            const char           *failure)
{
  if (failure != NULL)
    {
      sedia_empty_state_set (empty, "dialog-error-symbolic", _("The List Cannot Be Read"), failure);
      sedia_empty_state_set_button (empty, NULL, NULL);
    }
  else if (query->search != NULL && *query->search != '\0')
    {
      sedia_empty_state_set (empty, "edit-find-symbolic", _("Nothing Found"), _(texts->not_found));
      sedia_empty_state_set_button (empty, _("Search Again"), "win.search");
    }
  else
    say_nothing_there (texts, empty, query->filter);
}
