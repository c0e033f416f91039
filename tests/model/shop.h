/* A small shop in a folder of its own, and a main loop that stops when nothing is left to do. */
#pragma once

#include "sedia-list-model.h"
#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  SediaStore *store;
} Shop;

void shop_open (Shop *shop);
void shop_close (Shop *shop);

gint64 shop_add_product (SediaStore *store,
                         const char *sku,
                         const char *name);
void shop_add_products (SediaStore *store,
                        guint       n);
void shop_rename_product (SediaStore *store,
                          gint64      product_id,
                          const char *name);
gint64 shop_add_supplier (SediaStore *store,
                          const char *name);
void shop_set_supplier (SediaStore *store,
                        gint64      product_id,
                        gint64      supplier_id);
gint64 shop_add_customer (SediaStore *store,
                          const char *name);
gint64 shop_place_order (SediaStore *store,
                         gint64      customer_id,
                         gint64      product_id,
                         gint64      quantity);
gint64 shop_receive (SediaStore *store,
                     gint64      product_id,
                     gint64      quantity);
gint64 shop_receive_from (SediaStore *store,
                          gint64      supplier_id,
                          gint64      product_id,
                          gint64      quantity);
void shop_count (SediaStore *store,
                 gint64      product_id,
                 gint64      quantity);
void shop_rename_customer (SediaStore *store,
                           gint64      customer_id,
                           const char *name);
void shop_undo (SediaStore *store);
/* When it is refused nothing happened. */
void shop_try_undo (SediaStore *store);
gint64 shop_save_draft (SediaStore *store,
                        gint64      draft_id,
                        guint       lines);
void shop_discard_draft (SediaStore *store,
                         gint64      draft_id);

/* Runs the main loop until both threads of the store, and what they set off here, are done. */
void shop_settle (SediaStore *store);

/* What a list told, written down: "-2@5" two rows left position 5, "+1@0" one came to the top,
 * "<" and ">" the reset signals, ">..." one that is not complete.
 */
typedef struct
{
  SediaListModel *list;
  GString *told;
  guint n_rows;
} Watch;

void watch_start (Watch          *watch,
                  SediaListModel *list);
void watch_stop (Watch *watch);
void watch_assert (Watch      *watch,
                   const char *told);

G_END_DECLS
