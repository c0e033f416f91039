/* Understanding a file on one thread, writing to the database on another.
 *
 *   work's thread                                thread of the database
 *   -------------                                ----------------------
 *   understands rows ... sedia_feed_give ()  ->  sedia_feed_next ():  writes them
 *                        sedia_feed_ask ()   ->  answers, meanwhile in sedia_feed_next ()
 *   returns                                  ->  sedia_feed_next () is FALSE, sedia_feed_finish ()
 *
 * A connection belongs to one thread, and that is the one that writes. What the work seldom needs
 * to know of the database it asks for, and waits. It is never many pieces ahead.
 */
#include "config.h"

#include "sedia-import-feed.h"

#define PIECES_AHEAD 8

struct _SediaFeed
{
  GThread *thread;
  SediaFeedWork work;
  gpointer data;
  GDestroyNotify piece_free;

  GMutex mutex; /* of all below */
  GCond cond;
  GQueue pieces;
  SediaFeedQuestion question; /* (nullable): to be answered */
  gpointer question_data;
  gboolean answer;
  GError *answer_error;
  gboolean is_stopped; /* nobody wants more pieces */
  gboolean is_done;
  gboolean is_good;    /* what the work returned */
  GError *error;
};

static gpointer
run (gpointer data)
{
  SediaFeed *self = data;
  GError *error = NULL;
  gboolean is_good = self->work (self, self->data, &error);

  g_mutex_lock (&self->mutex);
  self->is_good = is_good;
  self->error = error;
  self->is_done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/**
 * sedia_feed_start:
 * @work: what to do on a thread of its own; it lives until sedia_feed_finish()
 * @data: for @work
 * @piece_free: frees a piece that nobody took
 *
 * Returns: (transfer full): the work under way; end it with sedia_feed_finish()
 */
SediaFeed *
sedia_feed_start (SediaFeedWork  work,
                  gpointer       data,
                  GDestroyNotify piece_free)
{
  SediaFeed *self = g_new0 (SediaFeed, 1);

  self->work = work;
  self->data = data;
  self->piece_free = piece_free;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->pieces);
  self->thread = g_thread_new ("sedia-import", run, self);

  return self;
}

/* ---- on the thread of the work */

/**
 * sedia_feed_give:
 * @self: a feed
 * @piece: (transfer full): something that is understood
 *
 * Hands a piece over; waits when the other side is far behind.
 *
 * Returns: %FALSE when nobody wants more: the work may end
 */
gboolean
sedia_feed_give (SediaFeed *self,
                 gpointer   piece)
{
  gboolean is_wanted;

  g_mutex_lock (&self->mutex);
  while (!self->is_stopped && self->pieces.length >= PIECES_AHEAD)
    g_cond_wait (&self->cond, &self->mutex);

  is_wanted = !self->is_stopped;
  if (is_wanted)
    g_queue_push_tail (&self->pieces, piece);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (!is_wanted)
    self->piece_free (piece);
  return is_wanted;
}

/**
 * sedia_feed_ask:
 * @self: a feed
 * @question: runs on the thread of the database
 * @data: for @question
 * @error: return location
 *
 * Asks the database something, and waits for the answer.
 *
 * Returns: what @question returned; %FALSE, perhaps without @error, when nobody answers any more
 */
gboolean
sedia_feed_ask (SediaFeed          *self,
                SediaFeedQuestion   question,
                gpointer            data,
                GError            **error)
{
  gboolean answer;

  g_mutex_lock (&self->mutex);
  self->question = question;
  self->question_data = data;
  self->answer = FALSE;
  g_cond_broadcast (&self->cond);
  while (!self->is_stopped && self->question != NULL)
    g_cond_wait (&self->cond, &self->mutex);

  self->question = NULL;
  answer = self->answer;
  if (self->answer_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->answer_error));
  g_mutex_unlock (&self->mutex);

  return answer;
}

/* ---- on the thread of the database */

/**
 * sedia_feed_next:
 * @self: a feed
 * @db: the connection of this thread
 * @piece: (out) (transfer full): what was given
 *
 * Waits for the next piece, and answers questions meanwhile.
 *
 * Returns: %FALSE when the work is done and all pieces are taken
 */
gboolean
sedia_feed_next (SediaFeed *self,
                 SediaDb   *db,
                 gpointer  *piece)
{
  g_mutex_lock (&self->mutex);

  while (self->question != NULL || (self->pieces.length == 0 && !self->is_done))
    {
      if (self->question == NULL)
        {
          g_cond_wait (&self->cond, &self->mutex);
          continue;
        }

      /* The work waits: nobody else changes anything here meanwhile. */
      self->answer = self->question (db, self->question_data, &self->answer_error);
      self->question = NULL;
      g_cond_broadcast (&self->cond);
    }

  *piece = g_queue_pop_head (&self->pieces);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);

  return *piece != NULL;
}

/**
 * sedia_feed_finish:
 * @self: (transfer full): a feed
 * @error: return location
 *
 * Ends the work, early when it is not done yet.
 *
 * Returns: what the work returned, with its error; work that was stopped may have none
 */
gboolean
sedia_feed_finish (SediaFeed  *self,
                   GError    **error)
{
  gboolean is_good;

  g_mutex_lock (&self->mutex);
  self->is_stopped = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  is_good = self->is_good;
  if (self->error != NULL)
    g_propagate_error (error, self->error);
  g_clear_error (&self->answer_error);
  g_queue_clear_full (&self->pieces, self->piece_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);

  return is_good;
}
