/* A row of what to order: a supplier as a heading, or a product with what the clerk makes of it.
 *
 * Properties: typed (string, rw): the quantity as typed; chosen (boolean, rw): whether it is
 * ordered; revision (uint, ro): tells that anything about it is another.
 */
#pragma once

#include "sedia-store.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_REORDER_ITEM (sedia_reorder_item_get_type ())

G_DECLARE_FINAL_TYPE (SediaReorderItem, sedia_reorder_item, SEDIA, REORDER_ITEM, GObject)

SediaReorderItem *sedia_reorder_item_new (SediaReorder *reorder);
SediaReorderItem *sedia_reorder_item_new_heading (gint64 supplier_id);
const SediaReorder *sedia_reorder_item_get_reorder (SediaReorderItem *self);
gint64 sedia_reorder_item_get_supplier_id (SediaReorderItem *self);

void sedia_reorder_item_take (SediaReorderItem *self,
                              SediaReorder     *reorder);
gboolean sedia_reorder_item_get_chosen (SediaReorderItem *self);
void sedia_reorder_item_set_chosen (SediaReorderItem *self,
                                    gboolean          chosen);
const char *sedia_reorder_item_get_typed (SediaReorderItem *self);
void sedia_reorder_item_set_typed (SediaReorderItem *self,
                                   const char       *typed);
void sedia_reorder_item_set_quantity (SediaReorderItem *self,
                                      gint64            quantity);
gint64 sedia_reorder_item_get_quantity (SediaReorderItem *self);
gboolean sedia_reorder_item_is_edited (SediaReorderItem *self);
void sedia_reorder_item_forget (SediaReorderItem *self);
const char *sedia_reorder_item_get_problem (SediaReorderItem *self);
gboolean sedia_reorder_item_is_wrong (SediaReorderItem *self);

/* Of a heading */
void sedia_reorder_item_set_group (SediaReorderItem        *self,
                                   const char              *supplier,
                                   gint64                   least_value,
                                   guint                    n_products,
                                   const SediaReorderWorth *worth);
const char *sedia_reorder_item_get_title (SediaReorderItem *self);
const char *sedia_reorder_item_get_sentence (SediaReorderItem *self);
gboolean sedia_reorder_item_is_short (SediaReorderItem *self);
gboolean sedia_reorder_item_can_order (SediaReorderItem *self);

G_END_DECLS
