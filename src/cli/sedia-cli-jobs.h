/* The jobs of all verbs; only the table of verbs names them. */
#pragma once

#include "sedia-cli.h"

G_BEGIN_DECLS

/* sedia-cli-catalogue.c */
char *sedia_cli_product_add (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_product_edit (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_product_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_product_list (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-people.c */
char *sedia_cli_customer_add (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_customer_edit (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_customer_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_customer_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_customer_merge (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_customer_erase (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_supplier_add (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_supplier_edit (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_supplier_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_supplier_list (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-contact.c */
char *sedia_cli_contact_due (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_contact_offers (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_contact_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_contact_log (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_contact_write (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-promises.c */
char *sedia_cli_product_expect (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_deposit_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_deposit_give_back (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_holiday_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_holiday_add (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_holiday_remove (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-forecast.c */
char *sedia_cli_forecast_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_reorder_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_reorder_order (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-verdict.c */
char *sedia_cli_verdict_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_verdict_shop (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_verdict_follow (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_verdict_overrule (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-orders.c */
char *sedia_cli_order_add (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_edit (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_cancel (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_reopen (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_hand_over (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_return (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_reserve (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_order_release (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_queue_list (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-stock.c */
char *sedia_cli_sale (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_asked (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_stock_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_stock_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_stock_history (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_stock_count (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_stock_issue (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-purchase.c */
char *sedia_cli_purchase_add (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_edit (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_confirm (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_expect (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_close (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_purchase_cancel (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-delivery.c */
char *sedia_cli_delivery_receive (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_delivery_show (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_delivery_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_delivery_undo (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-transfer.c */
char *sedia_cli_import (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_export (SediaDb *db, SediaCli *cli, GError **error);

/* sedia-cli-admin.c */
char *sedia_cli_backup (SediaStore *store, SediaCli *cli, GError **error);
char *sedia_cli_check (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_sample (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_undo (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_setting_list (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_setting_set (SediaDb *db, SediaCli *cli, GError **error);
char *sedia_cli_log_list (SediaDb *db, SediaCli *cli, GError **error);

G_END_DECLS
