/* What a page with a list says: its name, its chips, and what stands there instead of rows. */
#pragma once

#include "sedia-chips.h"
#include "sedia-empty-state.h"
#include "sedia-query.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/* A chip that shows no count: nobody needs to know how many are done. */
#define SEDIA_NO_COUNT G_MAXSIZE

/**
 * SediaListFilter:
 * @filter: what the chip lets through
 * @label: its word, marked with NC_ ("filter", ...)
 * @icon: (nullable): its icon
 * @count: which count it shows: G_STRUCT_OFFSET (SediaCounts, ...), or %SEDIA_NO_COUNT
 * @empty_icon: the picture when it lets nothing through
 * @empty_title: marked with N_
 * @empty_sentence: marked with N_
 *
 * One chip. The first of a page, and the one that lets everything through, say when empty what is
 * for a shop that has nothing of the kind yet.
 */
typedef struct
{
  SediaFilter filter;
  const char *label;
  const char *icon;
  gsize count;
  const char *empty_icon;
  const char *empty_title;
  const char *empty_sentence;
} SediaListFilter;

/**
 * SediaListTexts:
 * @layout_key: the setting that remembers how the table looks
 * @title: name of the page, marked with NC_ ("page", ...)
 * @chips_label: what the chips choose, for those who cannot see them; marked with N_
 * @not_found: when nothing fits the search: where was looked; marked with N_
 * @primary_label: (nullable): the suggested button of the page, also of its empty list; marked with
 *   N_
 * @primary_action: (nullable): its detailed action
 * @filters: (array length=n_filters): the chips; one alone is not shown
 * @n_filters: how many
 * @special: (nullable): the chip that is there now and then; its label and count are not used
 *
 * What a page says. All of it lives as long as the program.
 */
typedef struct
{
  const char *layout_key;
  const char *title;
  const char *chips_label;
  const char *not_found;
  const char *primary_label;
  const char *primary_action;
  const SediaListFilter *filters;
  guint n_filters;
  const SediaListFilter *special;
} SediaListTexts;

void sedia_list_texts_add_chips (const SediaListTexts *texts,
                                 SediaChips           *chips);
void sedia_list_texts_set_counts (const SediaListTexts *texts,
                                  SediaChips           *chips,
                                  const SediaCounts    *counts);
void sedia_list_texts_say_empty (const SediaListTexts *texts,
                                 SediaEmptyState      *empty,
                                 const SediaQuery     *query,
                                 const char           *failure);

G_END_DECLS
