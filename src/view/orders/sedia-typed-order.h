/* A customer's order being typed: for whom, until when, lines. All of it as typed; what it comes to
 * is worked out when it is looked at.
 */
#pragma once

#include "sedia-document.h"

G_BEGIN_DECLS

/**
 * SediaOrderText:
 * @SEDIA_ORDER_CUSTOMER: name or phone of the customer
 * @SEDIA_ORDER_PHONE: of a customer who is new: the phone, or the name where the phone was typed
 *   first
 * @SEDIA_ORDER_NEED_BY: a day
 * @SEDIA_ORDER_DEPOSIT: money
 * @SEDIA_ORDER_NOTE: a note
 *
 * What can be typed above the lines.
 */
typedef enum
{
  SEDIA_ORDER_CUSTOMER,
  SEDIA_ORDER_PHONE,
  SEDIA_ORDER_NEED_BY,
  SEDIA_ORDER_DEPOSIT,
  SEDIA_ORDER_NOTE,
  SEDIA_N_ORDER_TEXTS,
} SediaOrderText;

#define SEDIA_TYPE_TYPED_ORDER (sedia_typed_order_get_type ())

G_DECLARE_FINAL_TYPE (SediaTypedOrder, sedia_typed_order, SEDIA, TYPED_ORDER, SediaDocument)

SediaTypedOrder *sedia_typed_order_new (void);
const char *sedia_typed_order_get_text (SediaTypedOrder *self,
                                        SediaOrderText   which);
void sedia_typed_order_set_text (SediaTypedOrder *self,
                                 SediaOrderText   which,
                                 const char      *text);
gint64 sedia_typed_order_get_customer_id (SediaTypedOrder *self);
void sedia_typed_order_set_customer_id (SediaTypedOrder *self,
                                        gint64           customer_id);
gboolean sedia_typed_order_is_phone (SediaTypedOrder *self);
void sedia_typed_order_dup_person (SediaTypedOrder  *self,
                                   char            **name,
                                   char            **phone);
gboolean sedia_typed_order_get_first (SediaTypedOrder *self);
void sedia_typed_order_set_first (SediaTypedOrder *self,
                                  gboolean         first);
gboolean sedia_typed_order_get_all_or_nothing (SediaTypedOrder *self);
void sedia_typed_order_set_all_or_nothing (SediaTypedOrder *self,
                                           gboolean         all_or_nothing);
void sedia_typed_order_begin_instead (SediaTypedOrder      *self,
                                      const SediaOrderLine *line);
gboolean sedia_typed_order_is_replacement (SediaTypedOrder *self);
gint64 sedia_typed_order_get_instead_of (SediaTypedOrder *self);
void sedia_typed_order_set_instead_of (SediaTypedOrder *self,
                                       gint64           line_id);
gboolean sedia_typed_order_read_need_by (SediaTypedOrder  *self,
                                         int              *need_by,
                                         GError          **error);
gboolean sedia_typed_order_read_deposit (SediaTypedOrder  *self,
                                         gint64           *deposit,
                                         GError          **error);
GArray *sedia_typed_order_dup_lines (SediaTypedOrder *self);

G_END_DECLS
