/* Whose order it is: see sedia-customer-check.h. The job runs on the store's threads and touches no
 * widget.
 */
#include "config.h"

#include "sedia-customer-check.h"

#include "sedia-phone.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_OPEN_LINES 50 /* of one customer, beside their next order */
#define MAX_SUSPECTS 4    /* one more than are shown: "there are more" */

/**
 * sedia_customer_check_new: The question whose order this is.
 */
SediaCustomerCheck *
sedia_customer_check_new (SediaTypedOrder *order)
{
  const gboolean is_phone = sedia_typed_order_is_phone (order);
  const char *other = sedia_typed_order_get_text (order, SEDIA_ORDER_PHONE);
  SediaCustomerCheck *self = g_new0 (SediaCustomerCheck, 1);

  self->typed = g_strstrip (g_strdup (sedia_typed_order_get_text (order, SEDIA_ORDER_CUSTOMER)));
  self->name = g_strdup (is_phone ? other : self->typed);
  self->phone = g_strdup (is_phone ? self->typed : other);
  self->customer_id = sedia_typed_order_get_customer_id (order);
  self->instead_of = sedia_typed_order_get_instead_of (order);

  return self;
}

/**
 * sedia_customer_check_free: Frees a question or an answer.
 */
void
sedia_customer_check_free (SediaCustomerCheck *self)
{
  if (self == NULL)
    return;

  g_free (self->typed);
  g_free (self->name);
  g_free (self->phone);
  g_free (self->problem);
  g_clear_pointer (&self->customer, sedia_customer_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->given_up, sedia_order_line_free);
  g_clear_pointer (&self->suspects, g_ptr_array_unref);
  g_free (self);
}

/**
 * sedia_customer_check_is_new:
 * @self: (nullable): an answer
 *
 * Returns: whether it is somebody the shop does not know
 */
gboolean
sedia_customer_check_is_new (const SediaCustomerCheck *self)
{
  return self != NULL && self->customer == NULL && self->problem == NULL && *self->typed != '\0';
}

/**
 * sedia_customer_check_find_suspect:
 * @self: (nullable): an answer
 * @id: somebody it suspects
 *
 * Returns: (transfer none) (nullable): them
 */
const SediaCustomer *
sedia_customer_check_find_suspect (const SediaCustomerCheck *self,
                                   gint64                    id)
{
  for (guint i = 0; self != NULL && self->suspects != NULL && i < self->suspects->len; i++)
    {
      const SediaSuspect *suspect = g_ptr_array_index (self->suspects, i);

      if (suspect->customer->id == id)
        return suspect->customer;
    }

  return NULL;
}

/**
 * sedia_customer_check_words:
 * @self: (nullable): an answer
 * @typed: what is typed by now
 *
 * Returns: (transfer full) (nullable): what there is to say of a known customer beyond what is
 *   typed already
 */
char *
sedia_customer_check_words (const SediaCustomerCheck *self,
                            const char               *typed)
{
  const SediaCustomer *customer = self != NULL ? self->customer : NULL;

  if (customer == NULL)
    return NULL;
  if (customer->do_not_contact)
    return g_strdup_printf (_("%s does not want to be contacted."), customer->name);

  /* found by phone or code */
  return strstr (customer->name, typed) == NULL ? g_strdup (customer->name) : NULL;
}

static GPtrArray *
read_open_lines (SediaDb  *db,
                 gint64    customer_id,
                 GError  **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_WAITING);
  g_autoptr (GArray) ids = NULL;

  query->of = customer_id;
  ids = sedia_list_head (db, query, MAX_OPEN_LINES, error);

  return ids != NULL ? sedia_list_page (db, query, (const gint64 *) (gpointer) ids->data, ids->len,
                                        error)
                     : NULL;
}

/* The line that was chosen, as long as it can be: the list of what they have open may be cut. */
static SediaOrderLine *
read_given_up (SediaDb                   *db,
               const SediaCustomerCheck  *answer)
{
  g_autoptr (SediaOrderLine) line = NULL;

  if (answer->instead_of != 0)
    line = sedia_order_line_read (db, answer->instead_of, NULL);
  if (line == NULL || line->customer_id != answer->customer_id || sedia_order_line_open (line) == 0)
    return NULL;

  return g_steal_pointer (&line);
}

/* Who is meant: somebody chosen for this name, or else the only one it fits. */
static gboolean
find_customer (SediaDb             *db,
               SediaCustomerCheck  *answer,
               GError             **error)
{
  g_autoptr (GError) problem = NULL;

  if (answer->customer_id != 0 || *answer->typed == '\0' ||
      sedia_customer_find (db, answer->typed, &answer->customer_id, &problem))
    return TRUE;
  if (!g_error_matches (problem, SEDIA_ERROR, SEDIA_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  answer->problem = g_strdup (problem->message);

  return TRUE;
}

/* Whom somebody new may be, and whether their number is one. */
static gboolean
look_at_new (SediaDb             *db,
             SediaCustomerCheck  *answer,
             GError             **error)
{
  g_autofree char *country = sedia_setting_country (db);

  answer->phone_problem = sedia_phone_problem (sedia_phone_read (answer->phone, country, NULL));
  answer->suspects = sedia_customer_suspects (db, answer->name, answer->phone, 0, MAX_SUSPECTS,
                                              error);

  return answer->suspects != NULL;
}

gpointer
sedia_customer_check_job (SediaDb   *db,
                          gpointer   check,
                          GError   **error)
{
  const SediaCustomerCheck *asked = check;
  g_autoptr (SediaCustomerCheck) answer = g_new0 (SediaCustomerCheck, 1);

  answer->typed = g_strdup (asked->typed);
  answer->name = g_strdup (asked->name);
  answer->phone = g_strdup (asked->phone);
  answer->customer_id = asked->customer_id;
  answer->instead_of = asked->instead_of;
  if (!find_customer (db, answer, error))
    return NULL;
  if (answer->customer_id != 0 &&
      (!(answer->customer = sedia_customer_read (db, answer->customer_id, error)) ||
       !(answer->lines = read_open_lines (db, answer->customer_id, error))))
    return NULL;
  answer->given_up = read_given_up (db, answer);
  if (sedia_customer_check_is_new (answer) && !look_at_new (db, answer, error))
    return NULL;

  return g_steal_pointer (&answer);
}
