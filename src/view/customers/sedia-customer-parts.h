/* The rows of a customer's pane: what they wait for, what they had, what they were told. */
#pragma once

#include "sedia-part.h"
#include "sedia-store.h"

G_BEGIN_DECLS

/**
 * SediaCustomerStory:
 * @customer: who
 * @lines: (element-type SediaWaiting): what is open, in the order of the waiting list
 * @moments: (element-type SediaMoment): what happened to their orders, the newest first
 * @contacts: (element-type SediaContact): what they were told, the newest first
 * @merged: (element-type SediaCustomer): whoever was merged into them
 * @since: what happened before is not all there; %G_MININT64 for the beginning
 * @is_all: nothing was left out
 *
 * All that is shown of a customer.
 */
typedef struct
{
  SediaCustomer *customer;
  GPtrArray *lines;
  GPtrArray *moments;
  GPtrArray *contacts;
  GPtrArray *merged;
  gint64 since;
  gboolean is_all;
} SediaCustomerStory;

SediaCustomerStory *sedia_customer_story_read (SediaDb   *db,
                                               gint64     customer_id,
                                               gboolean   all,
                                               GError   **error);
void sedia_customer_story_free (SediaCustomerStory *story);
GPtrArray *sedia_customer_story_parts (const SediaCustomerStory *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaCustomerStory, sedia_customer_story_free)

G_END_DECLS
