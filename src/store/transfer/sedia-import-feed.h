/* Understanding a file on one thread, writing to the database on another. Private to the store. */
#pragma once

#include "sedia-db.h"

G_BEGIN_DECLS

typedef struct _SediaFeed SediaFeed;

/* Runs on the thread of the feed. */
typedef gboolean (*SediaFeedWork) (SediaFeed  *feed,
                                   gpointer    data,
                                   GError    **error);
/* Runs on the thread of the database, for the work. */
typedef gboolean (*SediaFeedQuestion) (SediaDb   *db,
                                       gpointer   data,
                                       GError   **error);

SediaFeed *sedia_feed_start (SediaFeedWork  work,
                             gpointer       data,
                             GDestroyNotify piece_free);
gboolean sedia_feed_next (SediaFeed *self,
                          SediaDb   *db,
                          gpointer  *piece);
gboolean sedia_feed_finish (SediaFeed  *self,
                            GError    **error);

gboolean sedia_feed_give (SediaFeed *self,
                          gpointer   piece);
gboolean sedia_feed_ask (SediaFeed          *self,
                         SediaFeedQuestion   question,
                         gpointer            data,
                         GError            **error);

G_END_DECLS
