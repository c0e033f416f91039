/* A small shop on a real file, for the tests of the store: the commands, one call each. */
#pragma once

#include <glib.h>

#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct
{
  SediaStore *store;
  char *folder;
  char *path;
  gint64 at;           /* of the next actions; 0 for now */
  gboolean anyway;     /* of the next actions */
  const char *reason;
  const char *key;
  GError *error;       /* of the last action */
} Shop;

typedef struct
{
  gboolean first;
  gboolean all;
  gboolean whole_order;
  int need_by;         /* 0 for none: tests use days far from 1970 */
} Wish;

Shop *shop_open (void);
void shop_close (Shop *shop);
void shop_reopen (Shop *shop);

/* One action; a result that is not SEDIA_DONE is freed. */
gboolean shop_act (Shop *shop, const char *kind, SediaJob job, gpointer data);

gint64 shop_product (Shop *shop, const char *sku);
gint64 shop_product_full (Shop *shop, SediaProduct *product);
/* One field of every product there is. */
gboolean shop_edit_products (Shop *shop, SediaProductField field, gint64 number, const char *text);
gint64 shop_customer (Shop *shop, const char *name);
gint64 shop_supplier (Shop *shop, const char *name);
gboolean shop_customer_save (Shop *shop, SediaCustomer *customer);
/* Also where there is one of this name already. */
gint64 shop_customer_phone (Shop *shop, const char *name, const char *phone);
gboolean shop_merge (Shop *shop, gint64 keep, gint64 other);
gboolean shop_erase (Shop *shop, gint64 customer);
gboolean shop_set_country (Shop *shop, const char *country);

/* 0 when it failed: shop->error says why */
gint64 shop_order (Shop *shop, const char *customer, const char *sku, gint64 quantity, Wish wish);
gint64 shop_order2 (Shop *shop, const char *customer, const char *sku, gint64 quantity,
                    const char *sku2,
                    gint64 quantity2, Wish wish);
/* Taken instead of a line of another order */
gint64 shop_order_instead (Shop *shop, const char *customer, const char *sku, gint64 quantity,
                           gint64 old_order, guint old_line);
gint64 shop_receive (Shop *shop, const char *sku, gint64 quantity);
gint64 shop_receive_note (Shop *shop, const char *sku, gint64 quantity, gint64 supplier,
                          const char *note);
gboolean shop_cancel (Shop *shop, gint64 order, guint line, gint64 quantity);
gboolean shop_reopen_order (Shop *shop, gint64 order);
gboolean shop_edit (Shop *shop, gint64 order, guint line, gint64 ordered);
gboolean shop_hand_over (Shop *shop, gint64 order, guint line, gint64 quantity, gboolean over);
gboolean shop_return (Shop *shop, gint64 order, guint line, gint64 quantity,
                      SediaSettlement settlement,
                      gboolean damaged);
gboolean shop_reserve (Shop *shop, gint64 order, guint line, gint64 quantity, gboolean override);
gboolean shop_release (Shop *shop, gint64 order, guint line, gint64 quantity);
gboolean shop_sell (Shop *shop, const char *sku, gint64 quantity, gboolean override);
gboolean shop_issue (Shop *shop, const char *sku, gint64 quantity, const char *reason,
                     gboolean override);
gboolean shop_put_in (Shop *shop, const char *sku, gint64 quantity, const char *note);
gboolean shop_count (Shop *shop, const char *sku, gint64 quantity);
gboolean shop_asked (Shop *shop, const char *sku, gint64 quantity);
gboolean shop_told (Shop *shop, const char *customer);
gboolean shop_undo (Shop *shop, gint64 operation);
gboolean shop_undo_delivery (Shop *shop, gint64 delivery);
gboolean shop_set_serving (Shop *shop, SediaServing serving);

gint64 shop_product_id (Shop *shop, const char *sku);
gint64 shop_last_operation (Shop *shop);
SediaProduct *shop_look (Shop *shop, const char *sku);
SediaOrder *shop_look_order (Shop *shop, gint64 order);
SediaCustomer *shop_look_customer (Shop *shop, gint64 customer);
/* Who may be the same, "3:6 1:2(Old Name)": numbers, reasons, former names */
char *shop_suspects (Shop *shop, const char *name, const char *phone, gint64 own_id);
/* Everybody's orders and all that is known, told and to be told of customers, as one text. */
char *shop_dump_customers (Shop *shop);
SediaDelivery *shop_look_delivery (Shop *shop, gint64 delivery);
/* "ordered/delivered/cancelled/reserved" of a line */
char *shop_line (Shop *shop, gint64 order, guint line);
/* "on hand/reserved/open" of a product */
char *shop_stock (Shop *shop, const char *sku);
SediaTold shop_told_state (Shop *shop, gint64 order, guint line);
void shop_assert_sound (Shop *shop);
void shop_assert_refused (Shop *shop, SediaError code, const char *part);

#define assert_line(shop, order, line, expected) \
  G_STMT_START { \
    g_autofree char *found_ = shop_line (shop, order, line); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END
#define assert_stock(shop, sku, expected) \
  G_STMT_START { \
    g_autofree char *found_ = shop_stock (shop, sku); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

#define assert_suspects(shop, name, phone, own_id, expected) \
  G_STMT_START { \
    g_autofree char *found_ = shop_suspects (shop, name, phone, own_id); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shop, shop_close)

G_END_DECLS
