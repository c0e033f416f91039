/* When the lines that wait are expected, worked out of what is incoming: rules.md section 4.
 * Private to the store.
 */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

/* What was worked out so far, of one state of the database: kept for as long as one job reads. */
typedef struct _SediaExpectedDays SediaExpectedDays;

/**
 * SediaExpectedRange:
 * @earliest: SEDIA_NO_DAY: the supplier's past says nothing
 * @latest: the same
 * @is_stated: too little past: what the supplier states
 *
 * Between which days something comes.
 */
typedef struct
{
  int earliest;
  int latest;
  gboolean is_stated;
} SediaExpectedRange;

SediaExpectedDays *sedia_expected_days_new (SediaDb *db);
void sedia_expected_days_free (SediaExpectedDays *self);
void sedia_expected_days_suppose_day (SediaExpectedDays *self, GHashTable *lines, int day,
                                      gint64 since);
gboolean sedia_expected_days_read_all (SediaExpectedDays *self, GError **error);
gboolean sedia_expected_days_find (SediaExpectedDays *self, gint64 product_id, gint64 line_id,
                                   int typed, gint64 typed_since, SediaExpectedDay *day,
                                   GError **error);
gboolean sedia_expected_days_read (SediaExpectedDays *self, gint64 product_id, GError **error);
gboolean sedia_expected_days_suppose_ordered (SediaExpectedDays *self, gint64 product_id,
                                              GArray *supposed, GError **error);
void sedia_expected_days_list_by_purchase (SediaExpectedDays *self, GHashTable *purchases);
gboolean sedia_expected_days_is_purchased (SediaExpectedDays *self, gint64 line_id);
gboolean sedia_expected_days_range (SediaExpectedDays *self, const SediaExpectedDay *day,
                                    SediaExpectedRange *range, GError **error);
gboolean sedia_expected_days_match (SediaExpectedDays *self, gint64 product_id, GArray *queue,
                                    gint64 free, SediaExpectedDay *days, GError **error);
gboolean sedia_expected_days_fill (SediaExpectedDays *self, SediaOrderLine *line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaExpectedDays, sedia_expected_days_free)

G_END_DECLS
