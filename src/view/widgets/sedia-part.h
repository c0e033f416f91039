/* One row of a list in a detail pane: what it is on the left, how much on the right, and a dim
 * line below.
 *
 *   +------------------------------------+
 *   | Siti Rahma                       2 |   title, value
 *   | Order 1042, needed tomorrow        |   detail, aside
 *   +------------------------------------+
 *
 * The same rows serve queues, movements and "who gets what".
 */
#pragma once

#include "sedia-changes.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_PART (sedia_part_get_type ())

G_DECLARE_FINAL_TYPE (SediaPart, sedia_part, SEDIA, PART, GObject)

/**
 * SediaPartText:
 * @is_heading: the rows below belong to it
 * @title: what it is
 * @value: (nullable): how much; Pango markup
 * @detail: (nullable): more about it
 * @aside: (nullable): what stands below @value; Pango markup
 * @icon: (nullable): an icon for @detail
 * @tone: (nullable): the style class of icon and detail: `warning`, `success`
 * @kind: of what it leads to
 * @id: what it leads to when it is opened, 0 for nothing
 * @wraps: @detail is shown whole, on as many lines as it needs
 *
 * What a row says. The strings are copied.
 */
typedef struct
{
  gboolean is_heading;
  const char *title;
  const char *value;
  const char *detail;
  const char *aside;
  const char *icon;
  const char *tone;
  SediaKind kind;
  gint64 id;
  gboolean wraps;
} SediaPartText;

SediaPart *sedia_part_new (const SediaPartText *text);
gint64 sedia_part_get_id (SediaPart *self);
SediaKind sedia_part_get_kind (SediaPart *self);
gboolean sedia_part_equal (SediaPart *self,
                           SediaPart *other);
void sedia_part_fill (GListStore *store,
                      GPtrArray  *parts);

G_END_DECLS
