/* Whose order it is: what the head of an order asks the store of a name or a phone number. */
#pragma once

#include "sedia-store.h"
#include "sedia-typed-order.h"

G_BEGIN_DECLS

/**
 * SediaCustomerCheck:
 * @typed: name, phone or code, as typed
 * @name: the name, if it is somebody new
 * @phone: the phone number, if it is somebody new; may be empty
 * @customer_id: who was chosen for it, 0 for nobody
 * @instead_of: the line that was chosen to be given up, 0 for none
 * @customer: (nullable): the answer: who is meant
 * @lines: (nullable) (element-type SediaWaiting): the answer: what they have open
 * @given_up: (nullable): the answer: that line, when it is theirs and something of it is open
 * @suspects: (nullable) (element-type SediaSuspect): the answer: whom somebody new may be
 * @phone_problem: (nullable): the answer: why nobody has such a number; static
 * @problem: (nullable): the answer: why nobody can say who is meant
 *
 * A question and its answer.
 */
typedef struct
{
  char *typed;
  char *name;
  char *phone;
  gint64 customer_id;
  gint64 instead_of;
  SediaCustomer *customer;
  GPtrArray *lines;
  SediaOrderLine *given_up;
  GPtrArray *suspects;
  const char *phone_problem;
  char *problem;
} SediaCustomerCheck;

SediaCustomerCheck *sedia_customer_check_new (SediaTypedOrder *order);
void sedia_customer_check_free (SediaCustomerCheck *self);
gboolean sedia_customer_check_is_new (const SediaCustomerCheck *self);
const SediaCustomer *sedia_customer_check_find_suspect (const SediaCustomerCheck *self, gint64 id);
char *sedia_customer_check_words (const SediaCustomerCheck *self, const char *typed);

/* SediaCustomerCheck -> another, answered */
gpointer sedia_customer_check_job (SediaDb *db, gpointer check, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaCustomerCheck, sedia_customer_check_free)

G_END_DECLS
