/* Serving the queue: rules.md section 3 as pure functions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SEDIA_SERVING_DATED_FIRST,       /* priority, then need-by dates, then oldest (the default) */
  SEDIA_SERVING_STRICTLY_OLDEST,   /* first come, first served */
} SediaServing;

/**
 * SediaQueueLine:
 * @line_id: the order line
 * @order_id: its order
 * @position: its number in the order
 * @tied: units tied to the very purchase line that arrives; 0 for none
 * @first: priority "first"
 * @need_by: SEDIA_NO_DAY for none
 * @placed_at: when the order was placed
 * @open: neither delivered nor cancelled
 * @reserved: set aside already
 * @held: passed over by automatic serving
 *
 * What serving needs to know of a line.
 */
typedef struct
{
  gint64 line_id;
  gint64 order_id;
  guint position;
  gint64 tied;
  gboolean first;
  int need_by;
  gint64 placed_at;
  gint64 open;
  gint64 reserved;
  gboolean held;
} SediaQueueLine;

/**
 * SediaGrant:
 * @line_id: the order line
 * @index: its index in the lines given
 * @quantity: what it gets (serving) or loses (releasing), always > 0
 * @complete: whether all that is open is now set aside
 */
typedef struct
{
  gint64 line_id;
  guint index;
  gint64 quantity;
  gboolean complete;
} SediaGrant;

int sedia_queue_compare (const SediaQueueLine *a, const SediaQueueLine *b, SediaServing serving);
void sedia_queue_sort (GArray *lines, SediaServing serving);
GArray *sedia_queue_serve (GArray *lines, gint64 quantity, SediaServing serving);
GArray *sedia_queue_release (GArray *lines, gint64 quantity, SediaServing serving);
char *sedia_serving_sentence (SediaServing serving);
const char *sedia_serving_to_string (SediaServing serving);
gboolean sedia_serving_from_string (const char *text, SediaServing *serving);

G_END_DECLS
