/* How well the shop predicts and works, while it is measured. Private to the store. */
#pragma once

#include "sedia-db.h"
#include "sedia-evidence.h"

G_BEGIN_DECLS

/**
 * SediaShopMeasure:
 * @db: a connection
 * @now: as seen when
 * @today: the day of that
 * @since: the last 13 weeks begin on this day
 * @before: the 13 weeks before begin on this day
 * @result: what is measured
 */
typedef struct
{
  SediaDb *db;
  gint64 now;
  int today;
  int since;
  int before;
  SediaShopVerdict *result;
} SediaShopMeasure;

gint64 sedia_shop_measure_begin (int day);
void sedia_shop_measure_take (SediaShopMeasure *self, SediaShopPart part, int day,
                              gboolean is_good);
void sedia_shop_measure_note (SediaShopMeasure *self, SediaShopPart part, SediaKind kind, gint64 id,
                              int day, gboolean is_good, char *what, char *found);
gboolean sedia_shop_measure_told (SediaShopMeasure *self, GError **error);
gboolean sedia_shop_measure_offers (SediaShopMeasure *self, GError **error);
gboolean sedia_shop_measure_entered (SediaShopMeasure *self, GError **error);

G_END_DECLS
